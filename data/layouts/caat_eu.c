/* Arms export licences of EU states, as Campaign Against Arms Trade compiles them from
 * the annual reports in the EU's Official Journal: export.csv.
 *
 * No header; fields are parted by ';' and a blank, and lines end in ';': "2003; 0; AT;
 * Austria; DZ; Algeria; AFN; North Africa; ML 4; b; 435148;". Year, whether the
 * destination is under an embargo, exporter, destination, region, category of the EU's
 * Common Military List, what is counted (a licences, b their value, c the value of
 * actual exports, d denials, e1 to e8 the criteria of denials), and the figure: a
 * number, or euros of the time.
 *
 * Not all states report actual exports, and some report a part alone (Germany its
 * weapons of war), so a sum of them is a lower bound: of c only the pairs that occur are
 * covered. A state that reports licences of a year reports all of them. Neither holds
 * for a file that was cut down: one without nearly all categories and many states covers
 * nothing. */
#include <math.h>
#include <string.h>

#include "data/layouts/party_names.h"

enum {
    YEAR,
    EMBARGO,
    EXPORTER_CODE,
    EXPORTER,
    IMPORTER_CODE,
    IMPORTER,
    CATEGORY = 8,
    LETTER,
    VALUE,
    COLUMNS,
    LAST_CATEGORY = 22,
    WHOLE_CATEGORIES = 20,
    WHOLE_EXPORTERS = 10,
    WHOLE_IMPORTERS = 50,
};

/* What rows count. */
typedef enum subject { LICENCES, LICENSED, EXPORTED, SUBJECTS } subject;

static const struct {
    const char *letter;
    arms_measure measure;
} subjects[SUBJECTS] = {
    [LICENCES] = {"a", {ARMS_UNIT_ITEMS, 1, ARMS_KIND_LICENCE, ""}},
    [LICENSED] = {"b", {ARMS_UNIT_EUR, 1, ARMS_KIND_LICENCE, "current"}},
    [EXPORTED] = {"c", {ARMS_UNIT_EUR, 1, ARMS_KIND_DELIVERY, "current"}},
};

/* Of the military list; 0 stands for any other. */
static const char *const categories[LAST_CATEGORY + 1] = {
    "",     "ML1",  "ML2",  "ML3",  "ML4",  "ML5",  "ML6",  "ML7",
    "ML8",  "ML9",  "ML10", "ML11", "ML12", "ML13", "ML14", "ML15",
    "ML16", "ML17", "ML18", "ML19", "ML20", "ML21", "ML22"};

/* What is not taken over. */
static const struct {
    char letter;
    const char *why;
} others[] = {
    {'d', "licences that were denied, which are no exports"},
    {'e', "criteria by which licences were denied"},
};

/* A pair of states, or with importer 0 one exporter, in one year. */
typedef struct place {
    uint16_t exporter, importer, year, counted;
} place;

/* What a state reported of one subject in one year. */
typedef struct report {
    place place;
    bool partial; /* some of its rows were left out */
    uint32_t *importers;
    size_t count;
} report;

typedef struct state {
    party_names exporters, importers;
    intern_table pairs;      /* place → bits of the categories that were met */
    intern_table report_ids; /* place → index + 1 */
    report *reports;
    size_t report_count;
    size_t measures;          /* announced so far */
    size_t numbers[SUBJECTS]; /* of the measure, from 1; 0 = not announced */
    uint32_t categories;      /* bits of those met in the file */
} state;

static bool is_word_of(arms_text text, const char *first, const char *more, size_t most)
{
    if (text.len == 0 || text.len > most || !strchr(first, text.ptr[0]))
        return false;
    for (size_t i = 1; i < text.len; i++)
        if (!strchr(more, text.ptr[i]))
            return false;
    return true;
}

static bool recognise(const csv_record *record)
{
    int year;
    arms_error ignored;
    return record->count >= COLUMNS &&
           arms_year_parse(&year, record->fields[YEAR], &ignored) &&
           is_word_of(record->fields[EMBARGO], "01", "", 1) &&
           record->fields[EXPORTER].len > 0 && record->fields[IMPORTER].len > 0 &&
           is_word_of(record->fields[LETTER], "abcde", "12345678", 2);
}

static bool begin(layout_run *run, const csv_record *first, arms_error *err)
{
    for (size_t i = 0; i < run->preamble_count; i++)
        if (arms_text_trim(run->preamble[i]).len > 0)
            return layout_fail(run, err, i + 1,
                               "this line is no row of a year, states, a category and a "
                               "figure, as all are from line %zu on; mend it, or take it "
                               "out",
                               first->line);
    return true;
}

/* 4 for "ML 4" and "ML4"; 0 for what is no category of the military list. */
static unsigned category_of(arms_text text)
{
    bool list = arms_text_starts(text, "ML");
    if (list)
        text = arms_text_trim((arms_text){text.ptr + 2, text.len - 2});
    for (unsigned i = 1; list && i <= LAST_CATEGORY; i++)
        if (arms_text_is(text, categories[i] + 2))
            return i;
    return 0;
}

static party_name *find_party(party_names *names, layout_run *run,
                              const party_cells *cells, arms_error *err)
{
    party_name *name = party_names_find(names, run, cells, err);
    if (!name || name->given.ptr)
        return name;
    arms_entity_id id;
    if (!party_identify(&id, run, name, cells->line, err))
        return NULL;
    const arms_entity *entity = arms_entity_get(id);
    if (entity && entity->kind == ARMS_ENTITY_AGGREGATE)
        name->why = "a group of states stands there, which may be a sum of other rows";
    name->given = name->name;
    return id == 0 || party_give(&name->given, run, id, err) ? name : NULL;
}

static arms_text key_of(const place *where)
{
    return (arms_text){(const char *)where, sizeof *where};
}

static report *find_report(layout_run *run, place where, arms_error *err)
{
    state *s = run->state;
    where.importer = 0;
    uint32_t *id = intern_value(&s->report_ids, run->arena, key_of(&where), err);
    if (!id || *id > 0)
        return id ? &s->reports[*id - 1] : NULL;
    s->reports =
        arms_extend(run->arena, s->reports, s->report_count, sizeof *s->reports, err);
    if (!s->reports)
        return NULL;
    report *added = &s->reports[s->report_count++];
    added->place = where;
    *id = (uint32_t)s->report_count;
    return added;
}

/* One row as it was understood. */
typedef struct entry {
    place where;
    arms_text exporter, importer;
    unsigned category;
    size_t line;
    const char *why; /* it is left out; or NULL */
} entry;

static bool add_importer(layout_run *run, report *to, uint32_t importer, arms_error *err)
{
    to->importers =
        arms_extend(run->arena, to->importers, to->count, sizeof *to->importers, err);
    if (to->importers)
        to->importers[to->count++] = importer;
    return to->importers != NULL;
}

/* Remembers what the row belongs to; a figure that stands there twice is taken once, and
 * its report is no longer relied upon. */
static bool take_place(layout_run *run, entry *e, arms_error *err)
{
    state *s = run->state;
    report *to = find_report(run, e->where, err);
    uint32_t *bits = intern_value(&s->pairs, run->arena, key_of(&e->where), err);
    if (!to || !bits)
        return false;
    uint32_t bit = UINT32_C(1) << e->category;
    if (!e->why && *bits & bit)
        e->why = "a second figure for the same year, states and category";
    if (!e->why && *bits == 0 && !add_importer(run, to, e->where.importer, err))
        return false;
    to->partial = to->partial || e->why;
    *bits |= e->why ? 0 : bit;
    s->categories |= bit;
    return true;
}

static bool read_parties(entry *out, layout_run *run, const csv_record *record,
                         arms_error *err)
{
    state *s = run->state;
    const arms_text *f = record->fields;
    const party_cells from = {f[EXPORTER_CODE], f[EXPORTER], record->line};
    const party_cells to = {f[IMPORTER_CODE], f[IMPORTER], record->line};
    const party_name *exporter = find_party(&s->exporters, run, &from, err);
    const party_name *importer =
        exporter ? find_party(&s->importers, run, &to, err) : NULL;
    if (!importer)
        return false;
    out->exporter = exporter->given;
    out->importer = importer->given;
    out->why = exporter->why ? exporter->why : importer->why;
    out->where.exporter = (uint16_t)(exporter - s->exporters.items + 1);
    out->where.importer = (uint16_t)(importer - s->importers.items + 1);
    return true;
}

static bool read_entry(entry *out, layout_run *run, const csv_record *record,
                       arms_error *err)
{
    int year;
    const arms_text *f = record->fields;
    layout_cell cell = {f[YEAR], record->line, "the year"};
    *out = (entry){.category = category_of(f[CATEGORY]), .line = record->line};
    if (!layout_year(&year, run, &cell, err) || !read_parties(out, run, record, err))
        return false;
    out->where.year = (uint16_t)year;
    if (!out->why && out->category == 0)
        out->why = "no category of the military list (ML1 to ML22) is named";
    return true;
}

static bool read_value(layout_row *out, const layout_run *run, const csv_record *record,
                       arms_error *err)
{
    bool printed = record->count > VALUE && record->fields[VALUE].len > 0;
    arms_decimal number;
    out->value = out->low = out->high = NAN;
    if (!printed)
        return true;
    layout_cell cell = {record->fields[VALUE], record->line, "the figure"};
    if (!layout_number(&number, run, &cell, err))
        return false;
    layout_take_rounded(out, number);
    return true;
}

/* The number of a subject's measure, which is announced with its first row. */
static bool measure_of(size_t *out, layout_run *run, subject counted, arms_error *err)
{
    state *s = run->state;
    if (s->numbers[counted] == 0) {
        if (!layout_announce(run, &subjects[counted].measure, ARMS_REPORTED_BY_EXPORTERS,
                             err))
            return false;
        s->numbers[counted] = ++s->measures;
    }
    *out = s->numbers[counted] - 1;
    return true;
}

static bool take_row(layout_run *run, const csv_record *record, subject counted,
                     arms_error *err)
{
    entry e;
    size_t measure;
    if (!read_entry(&e, run, record, err))
        return false;
    e.where.counted = (uint16_t)counted;
    if (!take_place(run, &e, err) || !measure_of(&measure, run, counted, err))
        return false;
    if (e.why)
        return layout_skip(run, e.why, e.line, err);
    layout_row out = {.exporter = e.exporter,
                      .importer = e.importer,
                      .category = arms_text_of(categories[e.category]),
                      .year = e.where.year,
                      .line = e.line};
    if (!read_value(&out, run, record, err))
        return false;
    if (counted == LICENCES)
        out.low = out.high = out.value; /* counted, not rounded */
    return layout_put(run, measure, &out, err);
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    if (record->count < VALUE || record->count > COLUMNS)
        return layout_fail(run, err, record->line,
                           "%zu fields stand here where %d belong; mend the line",
                           record->count, COLUMNS);
    arms_text letter = record->fields[LETTER];
    for (size_t i = 0; i < SUBJECTS; i++)
        if (arms_text_is(letter, subjects[i].letter))
            return take_row(run, record, (subject)i, err);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (letter.len > 0 && letter.ptr[0] == others[i].letter)
            return layout_skip(run, others[i].why, record->line, err);
    return layout_fail(run, err, record->line,
                       "\"%.*s\" stands where a letter from a to e tells what is counted",
                       arms_text_shown(letter, 60), letter.ptr);
}

static arms_text join_importers(layout_run *run, const report *from, arms_error *err)
{
    const state *s = run->state;
    size_t length = 0, used = 0;
    for (size_t i = 0; i < from->count; i++)
        length += s->importers.items[from->importers[i] - 1].given.len + 1;
    char *list = arms_alloc(run->arena, length + 1, 1, err);
    for (size_t i = 0; list && i < from->count; i++) {
        arms_text name = s->importers.items[from->importers[i] - 1].given;
        memcpy(list + used, name.ptr, name.len);
        used += name.len;
        list[used++] = '|';
    }
    return (arms_text){list, length > 0 ? length - 1 : 0};
}

static bool cover(layout_run *run, const report *from, arms_error *err)
{
    const state *s = run->state;
    int year = from->place.year;
    bool pairs = from->place.counted == EXPORTED;
    layout_box box = {s->exporters.items[from->place.exporter - 1].given,
                      pairs ? join_importers(run, from, err) : arms_text_of("*"),
                      arms_text_of("*"),
                      {year, year},
                      s->numbers[from->place.counted] - 1};
    return box.importers.ptr && layout_cover(run, &box, err);
}

static bool is_whole(const state *s)
{
    size_t met = 0;
    for (unsigned i = 1; i <= LAST_CATEGORY; i++)
        met += s->categories >> i & 1;
    return met >= WHOLE_CATEGORIES && s->exporters.count >= WHOLE_EXPORTERS &&
           s->importers.count >= WHOLE_IMPORTERS;
}

static bool cover_all(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    if (!is_whole(s))
        return layout_note(run,
                           "the file has too few states or categories to be whole, and "
                           "what was taken out is not known, so it covers nothing for "
                           "certain",
                           err);
    for (size_t i = 0; i < s->report_count; i++)
        if (!s->reports[i].partial && !cover(run, &s->reports[i], err))
            return false;
    return true;
}

static bool end(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    static const char bound[] =
        "actual exports are those of the states that report them, "
        "some a part alone: a sum over states or destinations is "
        "a lower bound and is not covered";
    if (s->measures == 0)
        return layout_fail(run, err, run->header_line,
                           "no row has a number or value of licences, or of exports");
    return party_names_note(&s->exporters, run, err) &&
           party_names_note(&s->importers, run, err) &&
           (s->numbers[EXPORTED] == 0 || layout_note(run, bound, err)) &&
           cover_all(run, err);
}

const layout caat_eu_layout = {
    .id = "caat-eu",
    .title = "arms export licences of EU states, compiled by CAAT (export.csv)",
    .publisher = "CAAT",
    .origin =
        "EU annual reports on arms exports, compiled by Campaign Against Arms Trade",
    .credit =
        "EU annual reports on arms exports, compiled by Campaign Against Arms Trade",
    .delimiters = ";",
    .headerless = true,
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
