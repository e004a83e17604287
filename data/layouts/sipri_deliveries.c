/* SIPRI's register of deliveries: one row per deal and year of delivery.
 *
 * Eleven lines above a header of 17 columns that begins "SIPRI AT Database ID". The first
 * line tells the selection: suppliers, recipients and years. "TIV delivery values" is the
 * value of that year's deliveries in million TIV, printed to two decimals and taken as
 * printed. "… is estimate" is Yes, No or empty; empty means unknown. A copy that went
 * through a spreadsheet with ';' as its separator ends every line in ';'. */
#include <math.h>

#include "data/layouts/sipri.h"

typedef enum column {
    SUPPLIER,
    RECIPIENT,
    CATEGORY,
    NUMBER_ESTIMATED,
    YEAR,
    YEAR_ESTIMATED,
    STATUS,
    VALUE,
    LOCAL,
    DESIGNATION,
    DESCRIPTION,
    ORDERED,
    COLUMNS
} column;

static const char *const column_names[COLUMNS + 1] = {
    [SUPPLIER] = "Supplier",
    [RECIPIENT] = "Recipient",
    [CATEGORY] = "Armament category",
    [NUMBER_ESTIMATED] = "Numbers delivered is estimate",
    [YEAR] = "Delivery year",
    [YEAR_ESTIMATED] = "Delivery year is estimate",
    [STATUS] = "Status",
    [VALUE] = "TIV delivery values",
    [LOCAL] = "Local production",
    [DESIGNATION] = "Designation",
    [DESCRIPTION] = "Description",
    [ORDERED] = "Order date",
};

typedef struct state {
    size_t at[COLUMNS]; /* column → index in a record */
    size_t width;       /* fields of the header */
    arms_years seen;    /* years with data */
    size_t odd_marks;   /* cells that are neither Yes, No nor empty, the first one … */
    size_t odd_line;    /* … in this line */
} state;

static bool recognise(const csv_record *header)
{
    return header->count >= 2 && arms_text_is(header->fields[0], "SIPRI AT Database ID");
}

static bool find_columns(state *s, const layout_run *run, const csv_record *header,
                         arms_error *err)
{
    for (int i = 0; i < COLUMNS; i++) {
        s->at[i] = layout_column(header, column_names[i]);
        arms_text last = sipri_without_semicolons(header->fields[header->count - 1]);
        if (s->at[i] == header->count && arms_text_is(last, column_names[i]))
            s->at[i] = header->count - 1;
        if (s->at[i] == header->count)
            return layout_fail(
                run, err, header->line,
                "the column \"%s\" is missing; download the register again",
                column_names[i]);
    }
    return true;
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    state *s = run->state;
    s->width = header->count;
    return sipri_note_semicolons(run, header, err) && find_columns(s, run, header, err) &&
           sipri_vintage(run, "Data generated:", err) && sipri_announce(run, err);
}

static uint16_t flags_of(const state *s, const arms_text *cells)
{
    bool second_hand = arms_text_starts(cells[s->at[STATUS]], "Second hand");
    bool number = arms_text_is(cells[s->at[NUMBER_ESTIMATED]], "Yes");
    bool year = arms_text_is(cells[s->at[YEAR_ESTIMATED]], "Yes");
    bool local = arms_text_is(sipri_without_semicolons(cells[s->at[LOCAL]]), "Yes");
    return (uint16_t)(sipri_flag_if(number, ARMS_FLAG_ESTIMATED) |
                      sipri_flag_if(year, ARMS_FLAG_YEAR_ESTIMATED) |
                      sipri_flag_if(second_hand, ARMS_FLAG_SECOND_HAND) |
                      sipri_flag_if(local, ARMS_FLAG_LICENSED));
}

/* A damaged mark would count as none. */
static void check_marks(state *s, const csv_record *record)
{
    static const column marks[] = {NUMBER_ESTIMATED, YEAR_ESTIMATED, LOCAL};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        arms_text cell = sipri_without_semicolons(record->fields[s->at[marks[i]]]);
        if (cell.len == 0 || arms_text_is(cell, "Yes") || arms_text_is(cell, "No"))
            continue;
        s->odd_line = s->odd_marks++ == 0 ? record->line : s->odd_line;
    }
}

static bool note_marks(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    return s->odd_marks == 0 ||
           layout_note(
               run,
               arms_print(run->arena, err,
                          "%zu mark%s neither Yes, No nor empty, the first in line "
                          "%zu, and %s taken as unknown",
                          s->odd_marks, s->odd_marks > 1 ? "s are" : " is", s->odd_line,
                          s->odd_marks > 1 ? "are" : "is"),
               err);
}

static bool read_value(layout_row *out, const layout_run *run, const csv_record *record,
                       arms_error *err)
{
    const state *s = run->state;
    layout_cell cell = {record->fields[s->at[VALUE]], record->line, column_names[VALUE]};
    arms_decimal value;
    out->value = NAN;
    if (cell.text.len > 0 && !layout_number(&value, run, &cell, err))
        return false;
    if (cell.text.len > 0)
        out->value = arms_decimal_value(value);
    out->low = out->high = out->value;
    return true;
}

static bool put_delivery(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    const arms_text *cells = record->fields;
    layout_row out = {.exporter = cells[s->at[SUPPLIER]],
                      .importer = cells[s->at[RECIPIENT]],
                      .category = cells[s->at[CATEGORY]],
                      .flags = flags_of(s, cells),
                      .line = record->line,
                      .deal = cells[0]}; /* its number in the database */
    layout_cell year = {cells[s->at[YEAR]], record->line, column_names[YEAR]};
    const sipri_deal deal = {cells[s->at[DESIGNATION]], cells[s->at[DESCRIPTION]],
                             cells[s->at[ORDERED]], cells[0]};
    if (!layout_year(&out.year, run, &year, err) || !read_value(&out, run, record, err) ||
        !sipri_name_deal(&out.deal, run, &deal, err))
        return false;
    sipri_saw(&s->seen, out.year);
    return layout_put(run, 0, &out, err);
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    if (record->count != s->width)
        return sipri_fail_width(run, record, s->width, err);
    check_marks(s, record);
    return put_delivery(run, record, err);
}

static bool end(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    return note_marks(run, err) && sipri_cover(run, s->seen, err);
}

const layout sipri_deliveries_layout = {
    .id = "sipri-deliveries",
    .title = "SIPRI's register of deliveries",
    .publisher = "SIPRI",
    .origin = SIPRI_ORIGIN,
    .credit = SIPRI_CREDIT,
    .vintage = SIPRI_VINTAGE,
    .columns = column_names,
    .deals = true,
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
