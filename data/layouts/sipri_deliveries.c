/* SIPRI's register of deliveries: one row per deal and year of delivery.
 *
 * Eleven lines above a header of 17 columns that begins "SIPRI AT Database ID". The first
 * line tells the selection: suppliers, recipients and years. "TIV delivery values" is the
 * value of that year's deliveries in million TIV, printed to two decimals and taken as
 * printed. "… is estimate" is Yes, No or empty; empty means unknown. A copy that went
 * through a spreadsheet with ';' as its separator ends every line in ';'. */
#include <math.h>
#include <string.h>

#include "data/layouts/sipri.h"

typedef enum column {
    SUPPLIER,
    RECIPIENT,
    DESIGNATION,
    DESCRIPTION,
    ORDERED,
    CATEGORY,
    NUMBER_ESTIMATED,
    YEAR,
    YEAR_ESTIMATED,
    STATUS,
    VALUE,
    LOCAL,
    COLUMNS
} column;

static const char *const column_names[COLUMNS] = {
    [SUPPLIER] = "Supplier",
    [RECIPIENT] = "Recipient",
    [DESIGNATION] = "Designation",
    [DESCRIPTION] = "Description",
    [ORDERED] = "Order date",
    [CATEGORY] = "Armament category",
    [NUMBER_ESTIMATED] = "Numbers delivered is estimate",
    [YEAR] = "Delivery year",
    [YEAR_ESTIMATED] = "Delivery year is estimate",
    [STATUS] = "Status",
    [VALUE] = "TIV delivery values",
    [LOCAL] = "Local production",
};

typedef struct state {
    size_t at[COLUMNS]; /* column → index in a record */
    size_t width;       /* fields of the header */
    bool semicolons;    /* every line ends in ';' */
    int first, last;    /* years with data; 0 = none yet */
} state;

static bool recognise(const csv_record *header)
{
    return header->count >= 2 && arms_text_is(header->fields[0], "SIPRI AT Database ID");
}

/* The text without the semicolons that a spreadsheet put at its end. */
static arms_text without_semicolons(arms_text cell)
{
    while (cell.len > 0 && cell.ptr[cell.len - 1] == ';')
        cell.len--;
    return cell;
}

static bool find_columns(state *s, const layout_run *run, const csv_record *header,
                         arms_error *err)
{
    for (int i = 0; i < COLUMNS; i++) {
        s->at[i] = layout_column(header, column_names[i]);
        arms_text last = without_semicolons(header->fields[header->count - 1]);
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
    arms_measure measure = sipri_measure();
    arms_text last = header->fields[header->count - 1];
    s->width = header->count;
    s->semicolons = last.len > 0 && last.ptr[last.len - 1] == ';';
    if (s->semicolons &&
        !layout_note(run,
                     "every line ends in ';': this copy was saved by a spreadsheet; "
                     "the marks are left out",
                     err))
        return false;
    return find_columns(s, run, header, err) &&
           sipri_vintage(run, "Data generated:", err) &&
           layout_announce(run, &measure, ARMS_REPORTED_BY_PUBLISHER, err);
}

static uint16_t flag_if(bool set, int flag)
{
    return (uint16_t)(set ? flag : 0);
}

static uint16_t flags_of(const state *s, const arms_text *cells)
{
    bool second_hand = arms_text_starts(cells[s->at[STATUS]], "Second hand");
    bool number = arms_text_is(cells[s->at[NUMBER_ESTIMATED]], "Yes");
    bool year = arms_text_is(cells[s->at[YEAR_ESTIMATED]], "Yes");
    bool local = arms_text_is(without_semicolons(cells[s->at[LOCAL]]), "Yes");
    return (uint16_t)(flag_if(number, ARMS_FLAG_ESTIMATED) |
                      flag_if(year, ARMS_FLAG_YEAR_ESTIMATED) |
                      flag_if(second_hand, ARMS_FLAG_SECOND_HAND) |
                      flag_if(local, ARMS_FLAG_LICENSED));
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

/* "designation|description|year of order", where it is asked for. */
static bool read_deal(layout_row *out, const layout_run *run, const arms_text *cells,
                      arms_error *err)
{
    const state *s = run->state;
    arms_text model = cells[s->at[DESIGNATION]], what = cells[s->at[DESCRIPTION]],
              ordered = cells[s->at[ORDERED]];
    if (!run->options->deals)
        return true;
    const char *deal =
        arms_print(run->arena, err, "%.*s|%.*s|%.*s", (int)model.len, model.ptr,
                   (int)what.len, what.ptr, (int)ordered.len, ordered.ptr);
    out->deal = arms_text_of(deal);
    return deal;
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    const arms_text *cells = record->fields;
    if (record->count != s->width)
        return layout_fail(run, err, record->line,
                           "%zu fields stand here where the header has %zu; download the "
                           "register again, or mend the line",
                           record->count, s->width);
    layout_row out = {.exporter = cells[s->at[SUPPLIER]],
                      .importer = cells[s->at[RECIPIENT]],
                      .category = cells[s->at[CATEGORY]],
                      .flags = flags_of(s, cells),
                      .line = record->line};
    layout_cell year = {cells[s->at[YEAR]], record->line, column_names[YEAR]};
    if (!layout_year(&out.year, run, &year, err) || !read_value(&out, run, record, err) ||
        !read_deal(&out, run, cells, err))
        return false;
    s->first = s->first == 0 || out.year < s->first ? out.year : s->first;
    s->last = out.year > s->last ? out.year : s->last;
    return layout_put(run, 0, &out, err);
}

/* What stands between `before` and `after` in `text`, trimmed; false where they do
 * not. */
static bool between(arms_text *out, arms_text text, const char *before, const char *after)
{
    size_t blen = strlen(before), alen = strlen(after);
    for (size_t i = 0; i + blen <= text.len; i++) {
        if (memcmp(text.ptr + i, before, blen) != 0)
            continue;
        size_t begin = i + blen;
        for (size_t j = begin; j + alen <= text.len; j++) {
            if (memcmp(text.ptr + j, after, alen) == 0) {
                *out = arms_text_trim((arms_text){text.ptr + begin, j - begin});
                return true;
            }
        }
        return false;
    }
    return false;
}

/* A side of the selection as a box wants it. A list of names is printed with commas; what
 * separates names that contain one is not known, but SIPRI's names contain none. */
static arms_text side(layout_run *run, arms_text names, arms_error *err)
{
    if (arms_text_is(names, "All countries"))
        return arms_text_of("*");
    char *list = arms_copy(run->arena, names.ptr, names.len, err);
    for (size_t i = 0; list && i < names.len; i++)
        if (list[i] == ',')
            list[i] = '|';
    return (arms_text){list, names.len};
}

/* A year of the selection; `open` where it says 'Not specified'. */
static int selected_year(arms_text text, int open)
{
    int year;
    arms_error ignored;
    return arms_year_parse(&year, text, &ignored) ? year : open;
}

/* Coverage ends with the last year that the release can know, or that has data; the
 * selection may ask for later ones. */
static int last_year(const layout_run *run, int selected)
{
    const state *s = run->state;
    int known = sipri_release_year(run) - 1;
    int last = known > s->last ? known : s->last;
    return selected < last ? selected : last;
}

static bool end(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    arms_text line = layout_preamble(run, "Transfers of major");
    arms_text from, to, first, last;
    if (s->first == 0)
        return layout_fail(run, err, run->header_line,
                           "the register has a header but no deliveries");
    if (!between(&from, line, " from ", " to ") || !between(&to, line, " to ", " .") ||
        !between(&first, line, "range '", "'") || !between(&last, line, "' to '", "'"))
        return layout_note(run,
                           "the line that tells the selection is missing or not "
                           "understood, so the file covers nothing for certain; "
                           "download the register again",
                           err);
    layout_box box = {
        side(run, from, err),
        side(run, to, err),
        arms_text_of("*"),
        {selected_year(first, s->first), last_year(run, selected_year(last, 9999))},
        0};
    return box.exporters.ptr && box.importers.ptr && layout_cover(run, &box, err);
}

const layout sipri_deliveries_layout = {
    .id = "sipri-deliveries",
    .title = "SIPRI's register of deliveries",
    .publisher = "SIPRI",
    .origin = SIPRI_ORIGIN,
    .credit = SIPRI_CREDIT,
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
