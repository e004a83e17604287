/* The claims of a text as tables: every slot with full precision for CSV, and the few
 * that a reader looks for on a terminal. */
#include "report/claims_table.h"

#include <math.h>
#include <string.h>

#include "report/claims_words.h"
#include "report/inspect.h"

/* ---- data ---- */

static const arms_column data_columns[] = {
    {"id", NULL, 0},          {"text", NULL, 0},    {"sentence", NULL, 0},
    {"begin", NULL, 0},       {"end", NULL, 0},     {"kind", NULL, 0},
    {"flow", NULL, 0},        {"subject", NULL, 0}, {"counterpart", NULL, 0},
    {"denominator", NULL, 0}, {"period", NULL, 0},  {"period_source", NULL, 0},
    {"base_period", NULL, 0}, {"value", NULL, 0},   {"unit", NULL, 0},
    {"low", NULL, 0},         {"high", NULL, 0},    {"bound", NULL, 0},
    {"category", NULL, 0},    {"printed", NULL, 0}, {"rule", NULL, 0},
};

enum { DATA_WIDTH = sizeof data_columns / sizeof *data_columns };

static arms_cell some(const char *text)
{
    return arms_cell_text(text && text[0] ? text : NULL);
}

static arms_cell count_cell(size_t count)
{
    return arms_cell_number((double)count);
}

/* An open limit, and both of a direction, are empty. */
static arms_cell limit_cell(const arms_read_claim *claim, double limit)
{
    bool empty = claims_is_direction(claim) || isinf(limit);
    return arms_cell_number(empty ? NAN : limit);
}

static arms_cell value_cell(const arms_read_claim *claim)
{
    return claims_is_direction(claim) ? arms_cell_text(claims_direction(claim))
                                      : arms_cell_number(claim->value);
}

static bool put_data(arms_cell *cells, arms_page *page, const arms_read_claim *c,
                     size_t number, arms_error *err)
{
    const char *id = arms_print(page->arena, err, "%zu", number);
    const arms_cell row[DATA_WIDTH] = {
        arms_cell_text(id),
        some(c->text),
        count_cell(c->sentence),
        count_cell(c->number.begin),
        count_cell(c->number.end),
        some(arms_claim_kind_name(c->kind)),
        some(arms_direction_name(c->flow)),
        some(c->subject),
        some(c->counterpart),
        some(c->denominator),
        some(c->period),
        some(arms_period_source_name(c->period_source)),
        some(c->base_period),
        value_cell(c),
        some(c->unit),
        limit_cell(c, c->range.low),
        limit_cell(c, c->range.high),
        some(arms_bound_name(c->bound)),
        some(c->category),
        some(c->printed),
        some(c->rule),
    };
    memcpy(cells, row, sizeof row);
    return id != NULL;
}

bool claims_table_data(arms_page *page, const arms_text_reading *reading, arms_error *err)
{
    arms_table *table = arms_page_table(page, data_columns, DATA_WIDTH, err);
    if (!table)
        return false;
    table->data_only = true;
    for (size_t i = 0; i < reading->count; i++) {
        arms_cell *cells = arms_table_row(page, table, err);
        if (!cells || !put_data(cells, page, &reading->claims[i], i + 1, err))
            return false;
    }
    return true;
}

/* ---- for people ---- */

typedef enum shown_column {
    NUMBER,
    SENTENCE,
    PRINTED,
    WHAT,
    OWNER,
    PARTNER,
    PERIOD,
    KNOWN,
    SHOWN_WIDTH
} shown_column;

static const arms_column shown_columns[SHOWN_WIDTH] = {
    [NUMBER] = {NULL, "#", 0},       [SENTENCE] = {NULL, "In", 0},
    [PRINTED] = {NULL, "Number", 0}, [WHAT] = {NULL, "What", 0},
    [OWNER] = {NULL, "Whose", 0},    [PARTNER] = {NULL, "Partner", 0},
    [PERIOD] = {NULL, "Period", 0},  [KNOWN] = {NULL, "Known", 0},
};

enum { LINE = 100, GAP = 2, NARROWEST = 12 };

/* "import share": whose flow it is, and what is said of it. */
static const char *what_words(arms_arena *arena, const arms_read_claim *claim,
                              arms_error *err)
{
    return arms_print(arena, err, "%s %s", arms_direction_name(claim->flow),
                      arms_claim_kind_name(claim->kind));
}

/* "China", "in Africa", "Russia, in Africa", "" for all partners. */
static const char *partner_words(arms_arena *arena, const arms_read_claim *claim,
                                 arms_error *err)
{
    const char *names =
        claim->counterpart ? claims_names(arena, claim->counterpart, err) : "";
    if (!names || !claim->denominator)
        return names;
    return arms_print(arena, err, "%s%sin %s", names, names[0] ? ", " : "",
                      claim->denominator);
}

static bool put_shown(arms_cell *cells, arms_page *page, const arms_document *document,
                      const arms_read_claim *claim, arms_error *err)
{
    arms_arena *arena = page->arena;
    const char *printed = claims_printed(arena, document, claim, err);
    const char *what = what_words(arena, claim, err);
    const char *owner = claims_names(arena, claim->subject, err);
    const char *partner = partner_words(arena, claim, err);
    const char *period = claims_period(arena, claim, err);
    cells[SENTENCE] = count_cell(claim->sentence);
    cells[PRINTED] = some(printed);
    cells[WHAT] = some(what);
    cells[OWNER] = some(owner);
    cells[PARTNER] = some(partner);
    cells[PERIOD] = some(period);
    cells[KNOWN] = some(arms_period_source_name(claim->period_source));
    return printed && what && owner && partner && period;
}

static size_t text_width(const arms_cell *cell)
{
    arms_buffer shown = {0};
    if (cell->kind == ARMS_CELL_TEXT)
        arms_buffer_shown(&shown, arms_text_of(cell->text));
    size_t width = arms_text_width((arms_text){shown.data, shown.len});
    arms_buffer_free(&shown);
    return width;
}

/* Columns of numbers here have at most six digits. */
static void measure(size_t widths[SHOWN_WIDTH], const arms_table *table)
{
    enum { DIGITS = 6 };
    for (size_t i = 0; i < SHOWN_WIDTH; i++)
        widths[i] = arms_text_width(arms_text_of(shown_columns[i].head));
    widths[NUMBER] = table->height < 1000 ? 3 : DIGITS;
    for (size_t i = 0; i < table->height * SHOWN_WIDTH; i++) {
        size_t width = text_width(&table->cells[i]), *most = &widths[i % SHOWN_WIDTH];
        *most = width > *most ? width : *most;
    }
}

static size_t line_width(const size_t widths[SHOWN_WIDTH])
{
    size_t total = GAP * (SHOWN_WIDTH - 1);
    for (size_t i = 0; i < SHOWN_WIDTH; i++)
        total += widths[i];
    return total;
}

/* Names give way until the line is short enough, the longer ones first, and then the
 * number. */
static void narrow(size_t widths[SHOWN_WIDTH])
{
    size_t *owner = &widths[OWNER], *partner = &widths[PARTNER];
    for (size_t over = line_width(widths); over > LINE; over = line_width(widths)) {
        size_t *longer = *partner > *owner ? partner : owner;
        longer = *longer > NARROWEST ? longer : &widths[PRINTED];
        if (*longer <= NARROWEST)
            return;
        --*longer;
    }
}

static bool fit(arms_page *page, arms_table *table, arms_error *err)
{
    size_t widths[SHOWN_WIDTH];
    measure(widths, table);
    narrow(widths);
    for (size_t i = 0; i < table->height * SHOWN_WIDTH; i++) {
        arms_cell *cell = &table->cells[i];
        if (cell->kind != ARMS_CELL_TEXT || text_width(cell) <= widths[i % SHOWN_WIDTH])
            continue;
        cell->text = inspect_clip(page->arena, cell->text, widths[i % SHOWN_WIDTH], err);
        if (!cell->text)
            return false;
    }
    return true;
}

bool claims_table_shown(arms_page *page, const arms_document *document,
                        const arms_text_reading *reading, arms_error *err)
{
    arms_table *table = arms_page_table(page, shown_columns, SHOWN_WIDTH, err);
    if (!table)
        return false;
    table->text_only = true;
    for (size_t i = 0; i < reading->count; i++) {
        arms_cell *cells = arms_table_row(page, table, err);
        if (!cells || !put_shown(cells, page, document, &reading->claims[i], err))
            return false;
        cells[NUMBER] = count_cell(i + 1);
    }
    return fit(page, table, err);
}
