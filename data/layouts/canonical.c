/* The canonical layout: armstrade's own, for samples and for anything that was turned
 * into it; report/canonical_csv.c writes it.
 *
 * Columns year, exporter, importer, category, measure, value and, if wanted, low, high,
 * flags, parts, record, found by name; others (`origin`: the file and line that a row
 * was taken from) are for people. An empty value is missing; 0 with high 0 is nil, 0 with
 * high > 0 rounds to zero; without low and high a value is taken as printed. Flags are
 * joined by ';'. `parts` = k marks k neighbouring rows that share one record's total, see
 * arms_flow: they are alike but for the year, allocated, and have one number under
 * `record`; without such numbers all k must be there. A name or category that begins with
 * an apostrophe and then = + - @ tab or CR is read without the apostrophe, which keeps
 * spreadsheets from running it. Lines above the header begin with '#' and
 * carry the rest:
 *
 *     # source: SIPRI Arms Transfers Database
 *     # publisher: SIPRI           whose spellings of names these are, exactly so
 *     # generated: 2026-02-12
 *     # release: 2025-03
 *     # kind: delivery             or order, licence
 *     # valuation: CIF
 *     # reported-by: importers     or exporters; without it, the publisher
 *     # classification: HS         categories are codes of goods of all kinds
 *     # measure: million TIV       needed only where there are no rows
 *     # credit: …
 *     # covers: exporters=*; importers=Pakistan; years=2014-2024; categories=*
 *
 * Several names on a side of a box are joined by '|'. Lines that begin otherwise are for
 * people: what a file was made from is told by `# layout:` and `# sha256: HASH NAME`. */
#include <math.h>
#include <string.h>

#include "data/escape.h"
#include "data/layouts/canonical_check.h"
#include "data/layouts/canonical_parts.h"

enum { MAX_MEASURES = 16 };

typedef enum column {
    YEAR,
    EXPORTER,
    IMPORTER,
    CATEGORY,
    MEASURE,
    VALUE,
    LOW,
    HIGH,
    FLAGS,
    PARTS,
    RECORD,
    COLUMNS
} column;

static const char *const column_names[COLUMNS] = {
    "year", "exporter", "importer", "category", "measure", "value",
    "low",  "high",     "flags",    "parts",    "record",
};

enum { REQUIRED = LOW };

static const char *const required_names[] = {
    "year", "exporter", "importer", "category", "measure", "value", NULL,
};

/* `origin` is for people. */
static const char *const all_names[] = {
    "year", "exporter", "importer", "category", "measure", "value", "low",
    "high", "flags",    "parts",    "record",   "origin",  NULL,
};

typedef struct state {
    size_t at[COLUMNS]; /* column → index in a record; `width` where it is absent */
    size_t width;
    arms_kind kind;
    arms_text valuation;
    arms_reporter reporter;
    canonical_parts parts;
    arms_text measures[MAX_MEASURES]; /* as printed, in the order of their number */
    size_t measure_count;
} state;

static bool recognise(const csv_record *header)
{
    for (int i = 0; i < REQUIRED; i++)
        if (layout_column(header, column_names[i]) == header->count)
            return false;
    return true;
}

/* The value of a line "# key: …" as a string; NULL where there is none. */
static const char *said(layout_run *run, const char *key, arms_error *err)
{
    arms_text value = layout_preamble(run, key);
    return value.len > 0 ? arms_copy(run->arena, value.ptr, value.len, err) : NULL;
}

static bool read_reporter(layout_run *run, arms_error *err)
{
    state *s = run->state;
    arms_text who = layout_preamble(run, "# reported-by:");
    if (arms_text_is(who, "importers"))
        s->reporter = ARMS_REPORTED_BY_IMPORTERS;
    else if (arms_text_is(who, "exporters"))
        s->reporter = ARMS_REPORTED_BY_EXPORTERS;
    else if (who.len > 0)
        return arms_fail_at(err, ARMS_PARSE, run->file, 0,
                            "\"# reported-by: %.*s\" is not understood; write importers "
                            "or exporters, or leave the line out",
                            (int)who.len, who.ptr);
    return true;
}

static bool read_about(layout_run *run, arms_error *err)
{
    state *s = run->state;
    arms_text kind = layout_preamble(run, "# kind:");
    run->origin = said(run, "# source:", err);
    run->publisher = said(run, "# publisher:", err);
    run->generated = said(run, "# generated:", err);
    run->release = said(run, "# release:", err);
    run->credit = said(run, "# credit:", err);
    run->classification = said(run, "# classification:", err);
    s->valuation = layout_preamble(run, "# valuation:");
    if (!read_reporter(run, err))
        return false;
    if (kind.len == 0 || arms_kind_parse(&s->kind, kind, err))
        return true;
    return arms_fail_at(err, ARMS_PARSE, run->file, 0,
                        "\"# kind: %.*s\" is not understood; "
                        "write delivery, order or licence",
                        (int)kind.len, kind.ptr);
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    state *s = run->state;
    s->width = header->count;
    for (int i = 0; i < COLUMNS; i++)
        s->at[i] = layout_column(header, column_names[i]);
    return canonical_check_lines(run, err) &&
           canonical_check_columns(run, header, all_names, err) && read_about(run, err);
}

static arms_text cell(const layout_run *run, const csv_record *record, column which)
{
    const state *s = run->state;
    size_t at = s->at[which];
    return at < record->count ? record->fields[at] : (arms_text){"", 0};
}

/* A name without the apostrophe that keeps spreadsheets from running it. */
static arms_text name_cell(const layout_run *run, const csv_record *record, column which)
{
    return arms_unescape_csv(cell(run, record, which));
}

static bool new_measure(layout_run *run, size_t line, arms_text name, arms_error *err)
{
    state *s = run->state;
    arms_measure measure = {.kind = s->kind};
    arms_error why;
    size_t len = s->valuation.len < sizeof measure.valuation - 1
                     ? s->valuation.len
                     : sizeof measure.valuation - 1;
    memcpy(measure.valuation, s->valuation.ptr, len);
    if (!arms_measure_parse(&measure, name, &why))
        return layout_fail(run, err, line, "%s", why.text);
    if (s->measure_count == MAX_MEASURES)
        return layout_fail(run, err, line, "more than %d measures in one file",
                           MAX_MEASURES);
    const char *copy = arms_copy(run->arena, name.ptr, name.len, err);
    if (!copy)
        return false;
    s->measures[s->measure_count++] = (arms_text){copy, name.len};
    return layout_announce(run, &measure, s->reporter, err);
}

static bool find_measure(size_t *out, layout_run *run, const csv_record *record,
                         arms_error *err)
{
    state *s = run->state;
    arms_text name = cell(run, record, MEASURE);
    for (*out = 0; *out < s->measure_count; ++*out)
        if (arms_text_equal(s->measures[*out], name))
            return true;
    return new_measure(run, record->line, name, err);
}

/* The number in a column, NaN where the cell is empty. */
static bool read_number(double *out, const layout_run *run, const csv_record *record,
                        column which, arms_error *err)
{
    layout_cell text = {cell(run, record, which), record->line, column_names[which]};
    arms_decimal number;
    *out = NAN;
    if (text.text.len == 0)
        return true;
    if (!layout_number(&number, run, &text, err))
        return false;
    *out = arms_decimal_value(number);
    return true;
}

static bool read_value(layout_row *out, const layout_run *run, const csv_record *record,
                       arms_error *err)
{
    if (!read_number(&out->value, run, record, VALUE, err) ||
        !read_number(&out->low, run, record, LOW, err) ||
        !read_number(&out->high, run, record, HIGH, err))
        return false;
    if (isnan(out->low))
        out->low = out->value;
    if (isnan(out->high))
        out->high = out->value;
    bool missing = isnan(out->value) && isnan(out->low) && isnan(out->high);
    if (missing || (out->low <= out->value && out->value <= out->high))
        return true;
    return layout_fail(
        run, err, record->line,
        "the value does not lie between low and high; give low <= value <= "
        "high, or leave all three empty where the value is missing");
}

static bool read_parts(layout_row *out, const layout_run *run, const csv_record *record,
                       arms_error *err)
{
    layout_cell text = {cell(run, record, PARTS), record->line, column_names[PARTS]};
    return text.text.len == 0 || canonical_parts_read(&out->parts, run, &text, err);
}

static bool take_parts(layout_run *run, const csv_record *record, layout_row *out,
                       size_t measure, arms_error *err)
{
    state *s = run->state;
    const canonical_row next = {out, measure, cell(run, record, RECORD)};
    return canonical_parts_add(&s->parts, run, &next, err);
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    size_t measure;
    if (record->count != s->width)
        return layout_fail_width(run, record, s->width,
                                 "quote fields that contain a comma", err);
    layout_row out = {.exporter = name_cell(run, record, EXPORTER),
                      .importer = name_cell(run, record, IMPORTER),
                      .category = name_cell(run, record, CATEGORY),
                      .line = record->line};
    layout_cell year = {cell(run, record, YEAR), record->line, column_names[YEAR]};
    return layout_year(&out.year, run, &year, err) &&
           read_value(&out, run, record, err) &&
           layout_flags(&out, run, cell(run, record, FLAGS), err) &&
           read_parts(&out, run, record, err) &&
           find_measure(&measure, run, record, err) &&
           take_parts(run, record, &out, measure, err) &&
           layout_put(run, measure, &out, err);
}

static bool put_box(layout_run *run, arms_text line, size_t number, arms_error *err)
{
    layout_box box;
    if (!layout_box_parse(&box, line))
        return layout_fail(run, err, number,
                           "this line is not understood; write \"# covers: exporters=*; "
                           "importers=Pakistan; years=2014-2024; categories=*\"");
    return layout_cover(run, &box, err);
}

/* A file without rows can say that there is nothing, if it says of what. */
static bool end_rows(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    arms_text measure = layout_preamble(run, "# measure:");
    if (!canonical_parts_end(&s->parts, run, err))
        return false;
    return s->measure_count > 0 || measure.len == 0 || new_measure(run, 0, measure, err);
}

static bool put_boxes(size_t *boxes, layout_run *run, arms_error *err)
{
    static const char covers[] = "# covers:";
    *boxes = 0;
    for (size_t i = 0; i < run->preamble_count; i++) {
        arms_text line = layout_unpadded(run->preamble[i]);
        if (!arms_text_starts(line, covers))
            continue;
        arms_text rest = {line.ptr + sizeof covers - 1, line.len - sizeof covers + 1};
        if (!put_box(run, arms_text_trim(rest), i + 1, err))
            return false;
        (*boxes)++;
    }
    return true;
}

static bool end(layout_run *run, arms_error *err)
{
    size_t boxes;
    if (!end_rows(run, err) || !put_boxes(&boxes, run, err))
        return false;
    if (boxes > 0)
        return true;
    return layout_note(run,
                       "the file does not say what it covers, so nothing can be "
                       "concluded from what it leaves out; add a \"# covers:\" line",
                       err);
}

const layout canonical_layout = {
    .id = "canonical",
    .title = "canonical CSV (year,exporter,importer,category,measure,value)",
    .publisher = "",
    .vintage = "as the file says",
    .columns = required_names,
    .loose = true,
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
