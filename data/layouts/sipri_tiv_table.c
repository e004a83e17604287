/* SIPRI's TIV table: a party or a region per row, a year per column.
 *
 * Nine lines above a header whose first cell names the rows: "Recipient" (importers),
 * "Exports by" (exporters), or regions. What the other side is, only the label of the
 * last row tells: "Total world import" means the world, "Total imports from China" means
 * China. A table without such a row may be either, and is refused. The real zero is
 * written "0 ". Cells and totals are as year_columns.h says.
 *
 * The label "Total exports to …" and exports by region are inferred from their
 * counterparts: no such file was seen. */
#include <string.h>

#include <armstrade/mapping.h>

#include "data/layouts/sipri.h"
#include "data/layouts/year_columns.h"

typedef struct form {
    const char *head;  /* first cell of the header */
    const char *total; /* label of the total row, or its beginning */
    bool importers;    /* the rows are importers */
    bool names_other;  /* a party's name follows in the label */
    bool regions;      /* the rows are regions, which add up to the world */
} form;

static const form forms[] = {
    {"Recipient", "Total world import", true, false, false},
    {"Recipient", "Total imports from ", true, true, false},
    {"Exports by", "Total world export", false, false, false},
    {"Exports by", "Total exports to ", false, true, false},
    {"Imports by Regions", "World total", true, false, true},
    {"Exports by Regions", "World total", false, false, true},
};

enum { FORMS = sizeof forms / sizeof *forms };

typedef struct state {
    const form *form;
    arms_text other; /* the party that is not in the rows; World */
    year_columns columns;
    const char *regions; /* their names, joined by '|' */
} state;

static bool recognise(const csv_record *header)
{
    int year;
    arms_error ignored;
    if (header->count < 2 || !arms_year_parse(&year, header->fields[1], &ignored))
        return false;
    for (size_t i = 0; i < FORMS; i++)
        if (arms_text_is(header->fields[0], forms[i].head))
            return true;
    return false;
}

static bool fits(const form *f, arms_text head, arms_text label)
{
    return arms_text_is(head, f->head) &&
           (f->names_other ? arms_text_starts(label, f->total)
                           : arms_text_is(label, f->total));
}

/* The label of the total row, which stands at the end but tells what the rows mean. */
static bool find_form(state *s, const layout_run *run, arms_text head, arms_error *err)
{
    arms_text line = layout_last_line(run, "Total ");
    if (line.len == 0)
        line = layout_last_line(run, "World total");
    const char *comma = line.len > 0 ? memchr(line.ptr, ',', line.len) : NULL;
    arms_text label = {line.ptr, comma ? (size_t)(comma - line.ptr) : line.len};
    s->other = arms_text_of("World");
    for (size_t i = 0; i < FORMS && !s->form; i++)
        if (fits(&forms[i], head, label))
            s->form = &forms[i];
    if (!s->form)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, 0,
                            "has no row of totals below \"%.*s\" that tells whose trade "
                            "the table shows; download it again",
                            (int)head.len, head.ptr);
    size_t length = strlen(s->form->total);
    if (s->form->names_other)
        s->other = arms_text_trim((arms_text){label.ptr + length, label.len - length});
    return true;
}

/* The measure that a person gives for a table without the lines above it. */
static bool take_word(arms_measure *measure, layout_run *run, arms_error *err)
{
    const arms_mapping *mapping = run->options->mapping;
    if (!mapping || !mapping->said[ARMS_MAP_MEASURE] || arms_mapping_has_columns(mapping))
        return arms_fail_at(err, ARMS_LAYOUT, run->file, run->header_line,
                            "this table has lost the lines above it, so its unit and "
                            "release are unknown; download it again from the publisher, "
                            "or say --measure 'million TIV' if you know that it is");
    if (!arms_measure_same(measure, &mapping->measure))
        return arms_fail_at(err, ARMS_LAYOUT, run->file, run->header_line,
                            "SIPRI's tables hold deliveries in TIV, and what was said is "
                            "another measure");
    *measure = mapping->measure;
    run->mapped = true;
    return layout_note(run,
                       "the lines above the table are lost: its unit was said by "
                       "whoever asked, and no date tells its release",
                       err);
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    static const char unit[] = "Figures are in millions of SIPRI trend-indicator";
    state *s = run->state;
    arms_measure measure = sipri_measure();
    if (layout_preamble(run, unit).len == 0 && !take_word(&measure, run, err))
        return false;
    return find_form(s, run, header->fields[0], err) &&
           year_columns_find(&s->columns, run, header, 1, err) &&
           (run->mapped || sipri_vintage(run, "Data generated:", err)) &&
           layout_announce(run, &measure, ARMS_REPORTED_BY_PUBLISHER, err);
}

static layout_row names_of(const state *s, arms_text party)
{
    bool importers = s->form->importers;
    return (layout_row){.exporter = importers ? s->other : party,
                        .importer = importers ? party : s->other};
}

static bool add_region(layout_run *run, arms_text name, arms_error *err)
{
    state *s = run->state;
    const char *before = s->regions;
    s->regions = arms_print(run->arena, err, "%s%s%.*s", before ? before : "",
                            before ? "|" : "", (int)name.len, name.ptr);
    return s->regions != NULL;
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    arms_text label = record->fields[0];
    if (layout_is_blank(record))
        return true;
    if (fits(s->form, arms_text_of(s->form->head), label)) {
        layout_row total = names_of(s, arms_text_of("World"));
        return year_columns_total(&s->columns, run, record, &total, err);
    }
    layout_row names = names_of(s, label);
    return (!s->form->regions || add_region(run, label, err)) &&
           year_columns_row(&s->columns, run, record, &names, err);
}

static bool end(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    arms_text rows = arms_text_of(s->form->regions ? s->regions : "*");
    bool importers = s->form->importers;
    layout_box box = {.exporters = importers ? s->other : rows,
                      .importers = importers ? rows : s->other,
                      .category = arms_text_of("*")};
    return year_columns_end(&s->columns, run, box, err);
}

const layout sipri_tiv_table_layout = {
    .id = "sipri-tiv-table",
    .title = "SIPRI's TIV tables",
    .publisher = "SIPRI",
    .origin = SIPRI_ORIGIN,
    .credit = SIPRI_CREDIT,
    .vintage = SIPRI_VINTAGE,
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
