/* What a dataset holds, covers and can answer, as a part of the page of `inspect`. */
#include <armstrade/report.h>

#include "report/inspect.h"
#include "report/inspect_table.h"

/* How many exporters and importers there are, World aside. */
static void count_sides(const inspect_dataset *of, size_t *exporters, size_t *importers)
{
    *exporters = *importers = 0;
    for (size_t i = 0; i < of->party_count; i++) {
        bool group = of->parties[i].kind == ARMS_ENTITY_AGGREGATE;
        *exporters += !group && of->parties[i].exports > 0;
        *importers += !group && of->parties[i].imports > 0;
    }
}

static const char *const reporters[] = {
    [ARMS_REPORTED_BY_PUBLISHER] = "",
    [ARMS_REPORTED_BY_IMPORTERS] = ", as the importers report them",
    [ARMS_REPORTED_BY_EXPORTERS] = ", as the exporters report them",
};

static void put_years(arms_buffer *out, const inspect_dataset *of)
{
    if (of->year_count == 1)
        arms_buffer_print(out, " of %d", of->years[0].year);
    else if (of->year_count > 1)
        arms_buffer_print(out, " from %d to %d", of->years[0].year,
                          of->years[of->year_count - 1].year);
}

static void put_counts(arms_buffer *out, const inspect_dataset *of)
{
    size_t exporters, importers;
    count_sides(of, &exporters, &importers);
    if (exporters > 0) {
        arms_buffer_string(out, ", ");
        inspect_counted(out, exporters, "exporter", "exporters");
    }
    if (importers > 0) {
        arms_buffer_string(out, exporters > 0 ? " and " : ", ");
        inspect_counted(out, importers, "importer", "importers");
    }
}

static bool say_holds(arms_page *page, const inspect_dataset *of, const char *label,
                      arms_error *err)
{
    const char *measure = arms_measure_words(page->arena, of->data, err);
    arms_buffer text = {0};
    arms_buffer_print(&text, "%s%s: ", measure ? measure : "",
                      reporters[arms_dataset_about(of->data)->reported_by]);
    inspect_counted(&text, arms_dataset_count(of->data), "figure", "figures");
    put_years(&text, of);
    put_counts(&text, of);
    return measure && inspect_sentence(page, label, ARMS_TONE_PLAIN,
                                       inspect_text(page->arena, &text, err), err);
}

static bool say_covers(arms_page *page, const inspect_dataset *of, arms_error *err)
{
    inspect_list list = {0};
    for (size_t i = 0; i < of->scope_count; i++)
        if (!inspect_add(&list, page->arena,
                         inspect_scope_words(page->arena, of->data, &of->scopes[i], err),
                         err))
            return false;
    if (list.count == 0 &&
        !inspect_add(&list, page->arena, "nothing for certain: the file does not say",
                     err))
        return false;
    return inspect_paragraphs(page, "Covers", &list, err);
}

static void put_marks(arms_buffer *out, const arms_audit_cells *cells)
{
    const inspect_part marks[] = {{cells->estimated, "marked as estimates"},
                                  {cells->allocated, "spread over several years"}};
    if (cells->estimated + cells->allocated > 0)
        arms_buffer_string(out, "; of these, ");
    inspect_parts(out, marks, sizeof marks / sizeof *marks);
}

static bool say_cells(arms_page *page, const inspect_dataset *of, arms_error *err)
{
    const arms_audit_cells *cells = &of->cells;
    const inspect_part states[] = {{cells->values, "with a value"},
                                   {cells->nil, "nil"},
                                   {cells->rounded, "printed 0, for something small"},
                                   {cells->missing, "missing"}};
    arms_buffer text = {0};
    inspect_parts(&text, states, sizeof states / sizeof *states);
    put_marks(&text, cells);
    return inspect_sentence(page, "Figures", ARMS_TONE_PLAIN,
                            inspect_text(page->arena, &text, err), err);
}

static const struct {
    arms_entity_kind kind;
    const char *one, *many;
} kinds[] = {
    {ARMS_ENTITY_STATE, "state", "states"},
    {ARMS_ENTITY_TERRITORY, "territory", "territories"},
    {ARMS_ENTITY_FORMER, "former state", "former states"},
    {ARMS_ENTITY_GROUP, "armed group", "armed groups"},
    {ARMS_ENTITY_ORGANISATION, "organisation", "organisations"},
    {ARMS_ENTITY_UNKNOWN_PARTY, "unknown party", "unknown parties"},
    {ARMS_ENTITY_UNLISTED, "name that is not known", "names that are not known"},
};

static size_t count_kind(const inspect_dataset *of, arms_entity_kind kind, bool exports)
{
    size_t count = 0;
    for (size_t i = 0; i < of->party_count; i++) {
        const arms_audit_party *party = &of->parties[i];
        size_t flows = exports ? party->exports : party->imports;
        count += party->kind == kind && flows > 0;
    }
    return count;
}

/* "62 states, 4 former states", of those who export, or import. */
static void put_side(arms_buffer *out, const inspect_dataset *of, bool exports)
{
    bool first = true;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        size_t count = count_kind(of, kinds[k].kind, exports);
        arms_buffer_string(out, count > 0 && !first ? ", " : "");
        if (count > 0)
            inspect_counted(out, count, kinds[k].one, kinds[k].many);
        first = first && count == 0;
    }
    arms_buffer_string(out, first ? "none by name" : "");
}

static void put_groups(arms_buffer *out, const inspect_dataset *of)
{
    enum { SHOWN = 8 };
    size_t count = 0;
    for (size_t i = 0; i < of->party_count; i++) {
        const arms_audit_party *party = &of->parties[i];
        if (party->kind != ARMS_ENTITY_AGGREGATE || ++count > SHOWN)
            continue;
        arms_buffer_print(out, "%s%s",
                          count > 1 ? ", " : "groups, kept out of every sum: ",
                          arms_dataset_party_name(of->data, party->party));
    }
    arms_buffer_string(out, count > SHOWN ? ", …" : "");
}

static bool say_parties(arms_page *page, const inspect_dataset *of, arms_error *err)
{
    inspect_list list = {0};
    for (int exports = 1; exports >= 0; exports--) {
        arms_buffer text = {0};
        arms_buffer_string(&text, exports ? "exporters: " : "importers: ");
        put_side(&text, of, exports);
        if (!inspect_add(&list, page->arena, inspect_text(page->arena, &text, err), err))
            return false;
    }
    arms_buffer groups = {0};
    put_groups(&groups, of);
    bool some = groups.len > 0;
    const char *text = inspect_text(page->arena, &groups, err);
    return text && (!some || inspect_add(&list, page->arena, text, err)) &&
           inspect_paragraphs(page, "Parties", &list, err);
}

bool inspect_dataset_page(arms_page *page, const inspect_file *file, size_t at,
                          arms_error *err)
{
    const inspect_dataset *of = &file->datasets[at];
    bool many = file->dataset_count > 1;
    const char *label = many ? arms_print(page->arena, err, "d%zu", at + 1) : "Holds";
    return label && say_holds(page, of, label, err) && say_covers(page, of, err) &&
           inspect_paragraphs(page, "Can answer", &of->can, err) &&
           inspect_paragraphs(page, "Cannot", &of->cannot, err) &&
           say_cells(page, of, err) && say_parties(page, of, err) &&
           inspect_years_table(page, of, err) && inspect_misfits_table(page, of, err) &&
           inspect_names_table(page, of, err);
}
