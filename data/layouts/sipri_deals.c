/* SIPRI's register of deals: one row per deal, with one value for all its years.
 *
 * Eleven lines above a header of 16 columns that begins "Recipient,Supplier,Year of
 * order". Three columns are named by a blank and hold '?' or nothing: the mark of the
 * column to their left. Columns are known by their places. "SIPRI TIV of delivered
 * weapons" is in million TIV, printed to two decimals and taken as printed; like "Number
 * delivered" and "Year(s) of delivery" it speaks of the selected years alone. An order
 * of which nothing was delivered has 0 there and no years: it is no flow. There are no
 * categories of arms.
 *
 * SIPRI replaces commas in texts by semicolons and quotes nothing, and some comments have
 * a line break in them: 13 fields, and 4 on the next line, of which the first is empty,
 * are one record. In a copy that went through a spreadsheet with ';' as its separator,
 * lines end in semicolons. */
#include <string.h>

#include "data/layouts/sipri.h"
#include "data/layouts/sipri_deal_years.h"

typedef enum column {
    RECIPIENT,
    SUPPLIER,
    ORDERED,
    ORDERED_MARK,
    NUMBER,
    NUMBER_MARK,
    DESIGNATION,
    DESCRIPTION,
    DELIVERED,
    DELIVERED_MARK,
    YEARS,
    STATUS,
    COMMENTS,
    UNIT,
    ORDER,
    VALUE,
    COLUMNS
} column;

static const char *const column_names[COLUMNS + 1] = {
    [RECIPIENT] = "Recipient",
    [SUPPLIER] = "Supplier",
    [ORDERED] = "Year of order",
    [ORDERED_MARK] = "",
    [NUMBER] = "Number ordered",
    [NUMBER_MARK] = "",
    [DESIGNATION] = "Weapon designation",
    [DESCRIPTION] = "Weapon description",
    [DELIVERED] = "Number delivered",
    [DELIVERED_MARK] = "",
    [YEARS] = "Year(s) of delivery",
    [STATUS] = "status",
    [COMMENTS] = "Comments",
    [UNIT] = "SIPRI TIV per unit",
    [ORDER] = "SIPRI TIV for total order",
    [VALUE] = "SIPRI TIV of delivered weapons",
};

/* The name of DELIVERED since 2026. */
static const char delivered_in_range[] = "Deliveries in the Year Range";

/* A record that a line break in its comments cut in two. */
enum { HEAD = COMMENTS + 1, TAIL = COLUMNS - COMMENTS };

typedef struct state {
    arms_years seen; /* years with data */
    arms_text head[COLUMNS];
    size_t head_line; /* 0 = no head is waiting for its tail */
    arms_skip joined;
} state;

static bool recognise(const csv_record *header)
{
    return header->count > ORDERED &&
           arms_text_is(header->fields[RECIPIENT], column_names[RECIPIENT]) &&
           arms_text_is(header->fields[SUPPLIER], column_names[SUPPLIER]) &&
           arms_text_is(header->fields[ORDERED], column_names[ORDERED]);
}

static bool has_name(const csv_record *header, size_t i)
{
    arms_text name = header->fields[i];
    if (i == VALUE)
        name = arms_text_trim(sipri_without_semicolons(name));
    return arms_text_is(name, column_names[i]) ||
           (i == DELIVERED && arms_text_is(name, delivered_in_range));
}

static bool check_columns(const layout_run *run, const csv_record *header,
                          arms_error *err)
{
    for (size_t i = 0; i < COLUMNS; i++)
        if (i >= header->count || !has_name(header, i))
            return layout_fail(run, err, header->line,
                               "column %zu must be %s%s%s here; download the register "
                               "again",
                               i + 1, column_names[i][0] ? "\"" : "without a name",
                               column_names[i], column_names[i][0] ? "\"" : "");
    return header->count == COLUMNS ||
           layout_fail(run, err, header->line,
                       "the header has %zu columns, where %d belong; download the "
                       "register again",
                       header->count, COLUMNS);
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    return sipri_note_semicolons(run, header, err) && check_columns(run, header, err) &&
           sipri_vintage(run, "Data generated:", err) && sipri_announce(run, err);
}

/* The mark of a column stands to its right. */
static bool read_mark(bool *out, const layout_run *run, const layout_cell *cell,
                      arms_error *err)
{
    *out = arms_text_is(cell->text, "?");
    return *out || cell->text.len == 0 ||
           layout_fail(run, err, cell->line,
                       "\"%.*s\" stands in the column to the right of %s, where '?' or "
                       "nothing belongs: a comma was lost or added in this line",
                       arms_text_shown(cell->text, 60), cell->text.ptr, cell->column);
}

/* 0 where the number is not printed. */
static bool read_units(int64_t *out, const layout_run *run, const layout_cell *cell,
                       arms_error *err)
{
    arms_decimal number = {0};
    if (cell->text.len > 0 && !layout_number(&number, run, cell, err))
        return false;
    *out = number.digits;
    return number.exponent == 0 ||
           layout_fail(run, err, cell->line,
                       "%.*s stands under %s, where a whole number belongs",
                       (int)cell->text.len, cell->text.ptr, cell->column);
}

static bool read_total(deal_total *out, const layout_run *run, const csv_record *record,
                       arms_error *err)
{
    const arms_text *cells = record->fields;
    arms_text printed = arms_text_trim(sipri_without_semicolons(cells[VALUE]));
    const layout_cell units = {cells[DELIVERED], record->line, column_names[DELIVERED]};
    const layout_cell years = {cells[YEARS], record->line, column_names[YEARS]};
    const layout_cell value = {printed, record->line, column_names[VALUE]};
    out->missing = printed.len == 0;
    out->value = (arms_decimal){0};
    return read_units(&out->units, run, &units, err) &&
           deal_years_read(out, run, &years, err) &&
           (out->missing || layout_number(&out->value, run, &value, err));
}

static bool put_deal(layout_run *run, const csv_record *record, const deal_total *total,
                     arms_error *err)
{
    const arms_text *cells = record->fields;
    const layout_cell mark = {cells[DELIVERED_MARK], record->line,
                              column_names[DELIVERED]};
    const sipri_deal deal = {
        cells[DESIGNATION], cells[DESCRIPTION], cells[ORDERED], {"", 0}};
    layout_row out = {
        .exporter = cells[SUPPLIER], .importer = cells[RECIPIENT], .line = record->line};
    bool estimated, second_hand = arms_text_starts(cells[STATUS], "Second hand");
    if (!read_mark(&estimated, run, &mark, err) ||
        !sipri_name_deal(&out.deal, run, &deal, err))
        return false;
    out.flags = (uint16_t)(sipri_flag_if(estimated, ARMS_FLAG_ESTIMATED) |
                           sipri_flag_if(second_hand, ARMS_FLAG_SECOND_HAND));
    return deal_years_put(run, &out, total, err);
}

static bool read_deal(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    deal_total total;
    if (!read_total(&total, run, record, err))
        return false;
    if (total.count == 0 && total.value.digits > 0)
        return layout_fail(run, err, record->line,
                           "a value stands under %s, but no year under %s; mend the "
                           "line, or download the register again",
                           column_names[VALUE], column_names[YEARS]);
    if (total.count == 0)
        return layout_skip(run, "orders of which nothing had been delivered yet",
                           record->line, err);
    sipri_saw(&s->seen, total.years[0]);
    sipri_saw(&s->seen, total.years[total.count - 1]);
    return put_deal(run, record, &total, err);
}

/* Keeps the first line of a record that is broken; its fields go away with it. */
static bool keep_head(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    for (size_t i = 0; i < HEAD; i++) {
        arms_text from = record->fields[i];
        s->head[i] =
            (arms_text){arms_copy(run->arena, from.ptr, from.len, err), from.len};
        if (!s->head[i].ptr)
            return false;
    }
    s->head_line = record->line;
    return true;
}

static bool fail_broken(const layout_run *run, arms_error *err)
{
    const state *s = run->state;
    return layout_fail(run, err, s->head_line,
                       "%d fields stand here where the header has %d, and the next line "
                       "is not the rest of the record; mend the line, or download the "
                       "register again",
                       HEAD, COLUMNS);
}

static bool join_tail(layout_run *run, const csv_record *tail, arms_error *err)
{
    state *s = run->state;
    if (tail->count != TAIL || tail->fields[0].len > 0)
        return fail_broken(run, err);
    memcpy(s->head + HEAD, tail->fields + 1, (TAIL - 1) * sizeof *s->head);
    const csv_record whole = {s->head, COLUMNS, s->head_line};
    layout_count_line(&s->joined, s->head_line);
    s->head_line = 0;
    return read_deal(run, &whole, err);
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    const state *s = run->state;
    if (s->head_line > 0)
        return join_tail(run, record, err);
    if (record->count == HEAD)
        return keep_head(run, record, err);
    return record->count == COLUMNS ? read_deal(run, record, err)
                                    : sipri_fail_width(run, record, COLUMNS, err);
}

static bool note_joined(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    arms_buffer text = {0};
    size_t count = s->joined.count;
    if (count == 0)
        return true;
    arms_buffer_print(&text, "%zu record%s that a line break had cut in two %s joined (",
                      count, count > 1 ? "s" : "", count > 1 ? "were" : "was");
    layout_put_lines(&text, &s->joined);
    arms_buffer_string(&text, ")");
    return layout_note(run, arms_buffer_keep(&text, run->arena, err), err);
}

static bool end(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    if (s->head_line > 0)
        return fail_broken(run, err);
    return note_joined(run, err) && sipri_cover(run, s->seen, err);
}

const layout sipri_deals_layout = {
    .id = "sipri-deals",
    .title = "SIPRI's register of deals",
    .publisher = "SIPRI",
    .origin = SIPRI_ORIGIN,
    .credit = SIPRI_CREDIT,
    .vintage = SIPRI_VINTAGE,
    .columns = column_names,
    .deals = true,
    .uneven = true, /* each width but two is refused */
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
