/* Tables with a year per column and a row of totals at the end. The totals are compared
 * with the sums of the rows by interval arithmetic: rows of whole numbers that lie in
 * [low, high) each can add up to anything within the sum of these bounds, and a printed
 * total whose own bounds do not meet that sum was not made from these rows. */
#include "data/layouts/year_columns.h"

#include <armstrade/buffer.h>
#include <math.h>

/* Columns that are made from the years beside them. */
static const char *const derived[] = {"Total", "Percentage", "Sum total years",
                                      "Percentage of total"};

/* Between the first year and the last, each column is a year: a mark lost or added there
 * would move every figure behind it into another year. */
static bool check_run(const layout_run *run, const csv_record *header, size_t from,
                      size_t to, arms_error *err)
{
    int year, last = 0;
    arms_error ignored;
    for (size_t i = from; i <= to; i++) {
        arms_text cell = header->fields[i];
        if (!arms_year_parse(&year, cell, &ignored))
            return arms_fail_at(err, ARMS_LAYOUT, run->file, run->header_line,
                                "\"%.*s\" stands between the years, where years follow "
                                "each other; download the file again",
                                arms_text_shown(cell, 60), cell.ptr);
        if (year <= last)
            return arms_fail_at(err, ARMS_LAYOUT, run->file, run->header_line,
                                "the year %d stands behind %d, where years ascend; put "
                                "the columns in order, each year once",
                                year, last);
        last = year;
    }
    return true;
}

static bool is_derived(arms_text cell)
{
    arms_years years;
    arms_error ignored;
    if (arms_years_parse(&years, cell, &ignored))
        return true; /* a range, "2000-2025" */
    for (size_t i = 0; i < sizeof derived / sizeof *derived; i++)
        if (arms_text_is(cell, derived[i]))
            return true;
    return cell.len == 0;
}

/* What is not read is said, unless it is known to be derived from the years. */
static bool note_others(layout_run *run, const csv_record *header, size_t from,
                        arms_error *err)
{
    for (size_t i = from; i < header->count; i++) {
        arms_text cell = header->fields[i];
        if (is_derived(cell))
            continue;
        arms_buffer name = {0};
        arms_buffer_shown(&name, cell);
        bool done = arms_buffer_check(&name, err) &&
                    layout_note(run,
                                arms_print(run->arena, err,
                                           "the column \"%s\" is no year and not read",
                                           name.data),
                                err);
        arms_buffer_free(&name);
        if (!done)
            return false;
    }
    return true;
}

static bool note_gaps(layout_run *run, const csv_record *header, const year_run *years,
                      arms_error *err)
{
    arms_years ends;
    arms_error ignored;
    size_t count = years->to - years->from + 1;
    if (!arms_year_parse(&ends.first, header->fields[years->from], &ignored) ||
        !arms_year_parse(&ends.last, header->fields[years->to], &ignored) ||
        (size_t)(ends.last - ends.first) + 1 == count)
        return true;
    return layout_note(run,
                       arms_print(run->arena, err,
                                  "between %d and %d not every year has a column",
                                  ends.first, ends.last),
                       err);
}

bool year_run_find(year_run *out, layout_run *run, const csv_record *header, size_t from,
                   arms_error *err)
{
    int year;
    arms_error ignored;
    size_t end = header->count;
    while (end > from && !arms_year_parse(&year, header->fields[end - 1], &ignored))
        end--;
    *out = (year_run){from, end - 1};
    if (end == from)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, run->header_line,
                            "has no column of a year; download the file again");
    return check_run(run, header, from, end - 1, err) &&
           note_gaps(run, header, out, err) && note_others(run, header, end, err);
}

bool year_columns_find(year_columns *columns, layout_run *run, const csv_record *header,
                       size_t from, arms_error *err)
{
    year_run years;
    columns->width = header->count;
    if (!year_run_find(&years, run, header, from, err))
        return false;
    if (years.to - years.from >= YEAR_COLUMNS_MAX)
        return arms_fail_at(err, ARMS_LIMIT, run->file, run->header_line,
                            "has more than %d years, the most that are read",
                            YEAR_COLUMNS_MAX);
    for (size_t i = years.from; i <= years.to; i++) {
        year_column *column = &columns->items[columns->count++];
        column->at = i;
        if (!arms_year_parse(&column->year, header->fields[i], err))
            return false;
    }
    return true;
}

/* Reads a cell that is not empty. */
static bool read_cell(layout_row *out, const layout_run *run, arms_text text,
                      arms_error *err)
{
    arms_decimal number;
    if (!layout_year_number(&number, run, out, text, err))
        return false;
    layout_take_rounded(out, number);
    return true;
}

static void add_to_column(year_column *column, const layout_row *row)
{
    column->value += row->value;
    column->low += row->low;
    column->high += row->high;
}

/* Compares a printed total with the rows above it. */
static void check_total(year_columns *columns, year_column *column, const layout_row *row)
{
    double miss = fabs(row->value - column->value);
    column->total = true;
    columns->misses = miss > columns->misses ? miss : columns->misses;
    columns->conflicts += row->high < column->low || row->low > column->high;
}

static bool emit_cell(year_columns *columns, const layout_run *run, year_column *column,
                      const layout_row *row, arms_error *err)
{
    if (columns->ended)
        check_total(columns, column, row);
    else
        add_to_column(column, row);
    return (columns->ended && columns->sums_apart) || layout_put(run, 0, row, err);
}

static bool emit_cells(year_columns *columns, const layout_run *run,
                       const csv_record *record, const layout_row *names, arms_error *err)
{
    layout_row row = *names;
    row.line = record->line;
    for (size_t i = 0; i < columns->count; i++) {
        year_column *column = &columns->items[i];
        arms_text cell = record->fields[column->at];
        row.year = column->year;
        if (cell.len > 0 && (!read_cell(&row, run, cell, err) ||
                             !emit_cell(columns, run, column, &row, err)))
            return false;
    }
    return true;
}

/* A field too few would move every figure behind it into another year. */
static bool check_place(const year_columns *columns, const layout_run *run,
                        const csv_record *record, arms_error *err)
{
    if (columns->ended)
        return layout_fail(run, err, record->line,
                           "a row stands below the total; remove it, or download the "
                           "table again");
    if (record->count != columns->width)
        return layout_fail_width(run, record, columns->width,
                                 "download the table again, or mend the line", err);
    return true;
}

bool year_columns_row(year_columns *columns, const layout_run *run,
                      const csv_record *record, const layout_row *names, arms_error *err)
{
    return check_place(columns, run, record, err) &&
           emit_cells(columns, run, record, names, err);
}

bool year_columns_total(year_columns *columns, const layout_run *run,
                        const csv_record *record, const layout_row *names,
                        arms_error *err)
{
    if (!check_place(columns, run, record, err))
        return false;
    columns->ended = true;
    return emit_cells(columns, run, record, names, err);
}

/* Whether the column and the next one are two years in a row that both have a total. */
static bool joins_next(const year_columns *columns, size_t i)
{
    const year_column *column = &columns->items[i];
    return i + 1 < columns->count && column[0].total && column[1].total &&
           column[1].year == column[0].year + 1;
}

static bool put_boxes(const year_columns *columns, const layout_run *run, layout_box box,
                      arms_error *err)
{
    for (size_t i = 0; i < columns->count; i++) {
        box.years.first = columns->items[i].year;
        while (joins_next(columns, i))
            i++;
        box.years.last = columns->items[i].year;
        if (columns->items[i].total && !layout_cover(run, &box, err))
            return false;
    }
    return true;
}

static bool note_misses(const year_columns *columns, layout_run *run, arms_error *err)
{
    const char *note = NULL;
    if (columns->conflicts > 0)
        note = arms_print(run->arena, err,
                          "in %zu year%s the rows add up to another total than the one "
                          "printed, by more than rounding explains: the table was cut or "
                          "changed",
                          columns->conflicts, columns->conflicts > 1 ? "s" : "");
    else if (columns->misses > 0)
        note = arms_print(run->arena, err,
                          "the rows add up to other totals than those printed, by up to "
                          "%.0f: within rounding; the %s are used",
                          columns->misses,
                          columns->sums_apart ? "sums of the rows" : "printed totals");
    else
        return true;
    return layout_note(run, note, err);
}

bool year_columns_end(const year_columns *columns, layout_run *run, layout_box box,
                      arms_error *err)
{
    return put_boxes(columns, run, box, err) && note_misses(columns, run, err);
}
