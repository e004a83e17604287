/* SIPRI's TIV table: a party per row, a year per column.
 *
 * Nine lines above a header whose first cell names the axis: "Recipient" (importers) or
 * "Exports by" (exporters), followed by years. What the other side is, only the label of
 * the last row tells: "Total world import" and "Total world export" mean all of it, so
 * the other side is World. Cells are whole millions of TIV: 237 means [236.5, 237.5),
 * a printed 0 means [0, 0.5), an empty cell means that no delivery is known. A year
 * whose total is empty is missing. Columns that are no single year (a range,
 * percentages) are derived and not read. */
#include <math.h>

#include "data/layouts/sipri.h"

enum { MAX_YEARS = 400 };

typedef struct axis {
    const char *head;  /* first cell of the header */
    const char *total; /* label of the total row where the other side is the world */
    bool importers;    /* the rows are importers */
} axis;

static const axis axes[] = {
    {"Recipient", "Total world import", true},
    {"Exports by", "Total world export", false},
};

/* One column of a year. */
typedef struct year_column {
    size_t at;
    int year;
    double low, high; /* sum of the rows' bounds */
    double value;
    bool total; /* the total row has a figure here */
} year_column;

typedef struct state {
    const axis *axis;
    year_column years[MAX_YEARS];
    size_t count;
    size_t width;
    bool ended;       /* the total row was read */
    double misses;    /* largest difference of a total from its column */
    size_t conflicts; /* totals that rounding cannot explain */
} state;

static bool is_year(arms_text cell)
{
    int year;
    arms_error ignored;
    return arms_year_parse(&year, cell, &ignored);
}

static bool recognise(const csv_record *header)
{
    if (header->count < 2 || !is_year(header->fields[1]))
        return false;
    for (size_t i = 0; i < sizeof axes / sizeof *axes; i++)
        if (arms_text_is(header->fields[0], axes[i].head))
            return true;
    return false;
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    state *s = run->state;
    arms_measure measure = sipri_measure();
    for (size_t i = 0; i < sizeof axes / sizeof *axes; i++)
        if (arms_text_is(header->fields[0], axes[i].head))
            s->axis = &axes[i];
    s->width = header->count;
    for (size_t i = 1; i < header->count && s->count < MAX_YEARS; i++) {
        if (!is_year(header->fields[i]))
            continue;
        year_column *column = &s->years[s->count++];
        column->at = i;
        if (!arms_year_parse(&column->year, header->fields[i], err))
            return false;
    }
    if (layout_preamble(run, "Figures are in millions of SIPRI trend-indicator").len == 0)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, header->line,
                            "this table has lost the lines above it, so its unit and "
                            "release are unknown; download it again from the publisher");
    return sipri_vintage(run, err) &&
           run->sink->measure(run->sink->context, &measure, err);
}

/* Reads a cell that is not empty. */
static bool read_cell(layout_row *out, const layout_run *run, arms_text text,
                      arms_error *err)
{
    arms_decimal number;
    char name[ARMS_NUMBER_SIZE];
    layout_cell cell = {text, out->line, arms_number_fixed(name, out->year, 0)};
    if (!layout_number(&number, run, &cell, err))
        return false;
    out->value = arms_decimal_value(number);
    arms_decimal_limits(number, &out->low, &out->high);
    return true;
}

static void add_to_column(year_column *column, const layout_row *row)
{
    column->value += row->value;
    column->low += row->low;
    column->high += row->high;
}

/* Compares a printed total with the rows above it. */
static void check_total(state *s, year_column *column, const layout_row *row)
{
    double miss = fabs(row->value - column->value);
    column->total = true;
    s->misses = miss > s->misses ? miss : s->misses;
    s->conflicts += row->high < column->low || row->low > column->high;
}

static bool emit_cell(layout_run *run, layout_row *row, year_column *column,
                      arms_text cell, arms_error *err)
{
    state *s = run->state;
    row->year = column->year;
    if (cell.len == 0)
        return true;
    if (!read_cell(row, run, cell, err))
        return false;
    if (s->ended)
        check_total(s, column, row);
    else
        add_to_column(column, row);
    return run->sink->row(run->sink->context, 0, row, err);
}

/* Whether the row is the last one, with the totals; `label` must then be the one that the
 * axis promises. */
static bool check_label(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    arms_text label = record->fields[0];
    if (s->ended)
        return layout_fail(run, err, record->line,
                           "a row stands below the total; remove it, or download the "
                           "table again");
    s->ended = arms_text_starts(label, "Total ");
    if (s->ended && !arms_text_is(label, s->axis->total))
        return arms_fail_at(err, ARMS_LAYOUT, run->file, record->line,
                            "\"%.*s\" means that the table holds only a part of the "
                            "world's trade; tables of all recipients or of all suppliers "
                            "are read",
                            (int)label.len, label.ptr);
    return true;
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    arms_text world = arms_text_of("World");
    if (record->count < s->years[s->count - 1].at + 1 || record->count > s->width)
        return layout_fail(run, err, record->line,
                           "%zu fields stand here where the header has %zu; download the "
                           "table again, or mend the line",
                           record->count, s->width);
    if (!check_label(run, record, err))
        return false;
    arms_text party = s->ended ? world : record->fields[0];
    layout_row out = {.exporter = s->axis->importers ? world : party,
                      .importer = s->axis->importers ? party : world,
                      .line = record->line};
    for (size_t i = 0; i < s->count; i++)
        if (!emit_cell(run, &out, &s->years[i], record->fields[s->years[i].at], err))
            return false;
    return true;
}

/* One box per run of years that have a total. */
static bool put_boxes(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    arms_text all = arms_text_of("*"), world = arms_text_of("World");
    for (size_t i = 0; i < s->count; i++) {
        size_t begin = i;
        while (i + 1 < s->count && s->years[i].total && s->years[i + 1].total &&
               s->years[i + 1].year == s->years[i].year + 1)
            i++;
        layout_box box = {s->axis->importers ? world : all,
                          s->axis->importers ? all : world,
                          all,
                          {s->years[begin].year, s->years[i].year}};
        if (s->years[i].total && !run->sink->box(run->sink->context, &box, err))
            return false;
    }
    return true;
}

static bool note_totals(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    const char *note = NULL;
    if (s->conflicts > 0)
        note = arms_print(run->arena, err,
                          "in %zu years the rows add up to another total than the one "
                          "printed, by more than rounding explains: the table was cut or "
                          "changed",
                          s->conflicts);
    else if (s->misses > 0)
        note = arms_print(run->arena, err,
                          "the rows add up to other totals than those printed, by up to "
                          "%.0f: within rounding; the printed totals are used",
                          s->misses);
    else
        return true;
    return layout_note(run, note, err);
}

static bool end(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    if (!s->ended)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, 0,
                            "has no row \"%s\", which tells what the table covers; "
                            "download it again",
                            s->axis->total);
    return put_boxes(run, err) && note_totals(run, err);
}

const layout sipri_tiv_table_layout = {
    .id = "sipri-tiv-table",
    .title = "SIPRI's TIV tables of all recipients or suppliers",
    .publisher = "SIPRI",
    .origin = SIPRI_ORIGIN,
    .credit = SIPRI_CREDIT,
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
