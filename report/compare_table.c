/* The tables of a comparison: totals, rows and deals in one shape. */
#include "report/compare_table.h"

#include <math.h>
#include <string.h>

#include "analysis/claims/wording.h"

typedef enum column {
    ROW,
    PERIOD,
    EXPORTER,
    IMPORTER,
    DESIGNATION,
    ORDERED,
    D1,
    D1_LOW,
    D1_HIGH,
    D1_HELD,
    D2,
    D2_LOW,
    D2_HIGH,
    D2_HELD,
    DIFFERENCE,
    DIFFERENCE_LOW,
    DIFFERENCE_HIGH,
    DIFFERENCE_BOUNDS,
    RATIO,
    RATIO_LOW,
    RATIO_HIGH,
    CHANGE,
    YEARS_COMPARED,
    YEARS_CHANGED,
    NOTE,
    D1_SOURCES,
    D2_SOURCES,
    WIDTH
} column;

static const arms_column all_columns[WIDTH] = {
    [ROW] = {"row", NULL, 0},
    [PERIOD] = {"period", NULL, 0},
    [EXPORTER] = {"exporter", "Exporter", 0},
    [IMPORTER] = {"importer", "Importer", 0},
    [DESIGNATION] = {"designation", "Designation", 0},
    [ORDERED] = {"ordered", "Ordered", 0},
    [D1] = {"d1", "d1", -1},
    [D1_LOW] = {"d1_low", NULL, -1},
    [D1_HIGH] = {"d1_high", NULL, -1},
    [D1_HELD] = {"d1_held", NULL, 0},
    [D2] = {"d2", "d2", -1},
    [D2_LOW] = {"d2_low", NULL, -1},
    [D2_HIGH] = {"d2_high", NULL, -1},
    [D2_HELD] = {"d2_held", NULL, 0},
    [DIFFERENCE] = {"difference", "Difference", -1},
    [DIFFERENCE_LOW] = {"difference_low", NULL, -1},
    [DIFFERENCE_HIGH] = {"difference_high", NULL, -1},
    [DIFFERENCE_BOUNDS] = {NULL, "Between", 0},
    [RATIO] = {"ratio", NULL, 3},
    [RATIO_LOW] = {"ratio_low", NULL, 3},
    [RATIO_HIGH] = {"ratio_high", NULL, 3},
    [CHANGE] = {"change", "Change", 0},
    [YEARS_COMPARED] = {"years_compared", NULL, 0},
    [YEARS_CHANGED] = {"years_changed", NULL, 0},
    [NOTE] = {"note", "Note", 0},
    [D1_SOURCES] = {"d1_sources", NULL, 0},
    [D2_SOURCES] = {"d2_sources", NULL, 0},
};

bool compare_table_open(compare_table *table, arms_error *err)
{
    const arms_comparison *c = table->c;
    arms_column *columns = arms_alloc(table->page->arena, WIDTH, sizeof *columns, err);
    if (!columns)
        return false;
    memcpy(columns, all_columns, sizeof all_columns);
    if (c->years.first < c->years.last) {
        columns[PERIOD].head = "Period";
        columns[YEARS_CHANGED].head = "Years changed";
    }
    if (c->relation == ARMS_RELATION_MIRROR)
        columns[RATIO].head = "Imports / exports";
    if (c->allocated) /* its digits say little */
        columns[D1].decimals = columns[D2].decimals = columns[DIFFERENCE].decimals =
            COMPARE_PLACES;
    table->columns = columns;
    return true;
}

/* The bounds of a difference, rounded outwards where it is allocated. */
static const char *bounds_words(const compare_table *table, arms_interval amount,
                                arms_error *err)
{
    char low[ARMS_NUMBER_SIZE], high[ARMS_NUMBER_SIZE];
    double unit = table->c->allocated ? pow(10, COMPARE_PLACES) : 0;
    if (unit > 0) {
        amount.low = floor(amount.low * unit) / unit;
        amount.high = ceil(amount.high * unit) / unit;
    }
    return arms_print(table->page->arena, err, "%s to %s",
                      arms_number_print(low, amount.low),
                      arms_number_print(high, amount.high));
}

/* A figure with its bounds: three cells, one behind the other. */
static void put_interval(arms_cell *cells, arms_interval amount)
{
    cells[0] = arms_cell_number(amount.value);
    cells[1] = arms_cell_number(amount.low);
    cells[2] = arms_cell_number(amount.high);
}

static const char *sources_words(const compare_table *table, size_t side,
                                 const arms_compared_side *of, arms_error *err)
{
    const char *places = NULL;
    const arms_flow_list list = {table->c->datasets[side], of->flows, of->rows};
    bool done = !of->flows || arms_flow_places(&places, table->page->arena, &list, err);
    return done ? (places ? places : "") : NULL;
}

static bool put_side(arms_cell *cells, const compare_table *table,
                     const arms_compared_row *row, size_t side, arms_error *err)
{
    const arms_compared_side *of = &row->sides[side];
    const char *sources = sources_words(table, side, of, err);
    cells[side ? D2_HELD : D1_HELD] = arms_cell_text(arms_held_name(of->held));
    cells[side ? D2_SOURCES : D1_SOURCES] =
        arms_cell_text(sources && *sources ? sources : NULL);
    if (of->held <= ARMS_HELD_NIL)
        put_interval(cells + (side ? D2 : D1), of->amount);
    return sources;
}

static bool put_difference(arms_cell *cells, const compare_table *table,
                           const arms_compared_row *row, arms_error *err)
{
    if (row->change == ARMS_CHANGE_NOT_COMPARABLE)
        return true;
    put_interval(cells + DIFFERENCE, row->difference);
    if (arms_interval_is_point(row->difference))
        return true;
    cells[DIFFERENCE_BOUNDS] = arms_cell_text(bounds_words(table, row->difference, err));
    return cells[DIFFERENCE_BOUNDS].text;
}

static const char *note_of(const arms_compared_row *row)
{
    if (row->change != ARMS_CHANGE_NOT_COMPARABLE)
        return row->of_rows ? "of the rows that can be compared" : NULL;
    return row->sides[0].why ? row->sides[0].why : row->sides[1].why;
}

/* A row of cells; NULL where memory is short. */
static arms_cell *put_row(const compare_table *table, arms_table *to, const char *level,
                          const arms_compared_row *row, arms_error *err)
{
    arms_arena *arena = table->page->arena;
    arms_cell *cells = arms_table_row(table->page, to, err);
    const char *period = arms_years_code(arena, row->years, err);
    bool known = row->change != ARMS_CHANGE_NOT_COMPARABLE;
    if (!cells || !period || !put_side(cells, table, row, 0, err) ||
        !put_side(cells, table, row, 1, err) || !put_difference(cells, table, row, err))
        return NULL;
    cells[ROW] = arms_cell_text(level);
    cells[PERIOD] = arms_cell_text(period);
    cells[EXPORTER] = arms_cell_text(row->exporter);
    cells[IMPORTER] = arms_cell_text(row->importer);
    cells[RATIO] = arms_cell_number(known ? row->ratio.value : NAN);
    cells[RATIO_LOW] = arms_cell_number(known ? row->ratio.low : NAN);
    cells[RATIO_HIGH] = arms_cell_number(known ? row->ratio.high : NAN);
    cells[CHANGE] = arms_cell_text(arms_change_name(row->change, table->c->relation));
    cells[YEARS_COMPARED] = arms_cell_number(row->compared);
    cells[YEARS_CHANGED] =
        arms_cell_number(row->compared > 0 && !row->of_rows ? (double)row->changed : NAN);
    cells[NOTE] = arms_cell_text(note_of(row));
    return cells;
}

static arms_table *new_table(const compare_table *table, arms_error *err)
{
    return arms_page_table(table->page, table->columns, WIDTH, err);
}

/* What stands on a terminal: what differs, or may. */
static bool is_mover(const arms_compared_row *row)
{
    return row->change != ARMS_CHANGE_EQUAL && row->change != ARMS_CHANGE_NOT_COMPARABLE;
}

/* On a terminal the parties are in the page's first sentence, and years that agree need
 * no line. */
static bool put_total(const compare_table *table, arms_table *to, const char *level,
                      const arms_compared_row *row, arms_error *err)
{
    arms_cell *cells = put_row(table, to, level, row, err);
    if (!cells || !to->text_only)
        return cells;
    cells[EXPORTER] = cells[IMPORTER] = arms_cell_text(NULL);
    cells[NOTE] = arms_cell_text(NULL);
    if (row->years.first == row->years.last)
        cells[YEARS_CHANGED] = arms_cell_number(NAN);
    return true;
}

static const char *title_of(const compare_table *table, const char *what, size_t shown,
                            size_t movers)
{
    arms_arena *arena = table->page->arena;
    if (shown == movers)
        return arms_print(arena, NULL, "%s that differ, or may", what);
    return arms_print(
        arena, NULL, "%s that differ, or may: the %zu with the largest difference of %zu",
        what, shown, movers);
}

static size_t most_of(const compare_table *table, size_t movers)
{
    return table->most > 0 && table->most < movers ? table->most : movers;
}

/* Years whose total differs, or may. */
static size_t count_years(const arms_comparison *c)
{
    size_t count = 0;
    for (size_t i = 0; i < c->total_count; i++)
        count += is_mover(&c->totals[i]);
    return count;
}

static double size_of(const arms_compared_row *row)
{
    return isnan(row->difference.value) ? HUGE_VAL : fabs(row->difference.value);
}

/* Whether fewer than `most` other years differ by more. */
static bool is_largest(const arms_comparison *c, size_t year, size_t most)
{
    size_t larger = 0;
    double size = size_of(&c->totals[year]);
    for (size_t i = 0; i < c->total_count; i++) {
        double other = size_of(&c->totals[i]);
        larger +=
            is_mover(&c->totals[i]) && (other > size || (i < year && !(other < size)));
    }
    return larger < most;
}

static bool fill_totals(const compare_table *table, arms_table *to, size_t most,
                        arms_error *err)
{
    const arms_comparison *c = table->c;
    for (size_t i = 0; i < c->total_count; i++) {
        bool shown = is_mover(&c->totals[i]) && is_largest(c, i, most);
        if ((shown || !to->text_only) &&
            !put_total(table, to, "total", &c->totals[i], err))
            return false;
    }
    return c->total_count == 1 ||
           put_total(table, to, "total of all years", &c->total, err);
}

bool compare_table_totals(const compare_table *table, arms_error *err)
{
    const arms_comparison *c = table->c;
    size_t movers = count_years(c), shown = most_of(table, movers);
    arms_table *data = new_table(table, err);
    if (!data)
        return false;
    data->data_only = true;
    if (!fill_totals(table, data, movers, err))
        return false;
    if (c->total_count == 1 || movers == 0)
        return true;
    arms_table *text = new_table(table, err);
    if (!text)
        return false;
    text->text_only = true;
    text->title =
        title_of(table,
                 c->total.of_rows ? "Totals, of the rows that can be compared, in years"
                                  : "Totals in years",
                 shown, movers);
    return text->title && fill_totals(table, text, shown, err);
}

static bool show_row(const compare_table *table, arms_table *to,
                     const arms_compared_row *row, arms_error *err)
{
    arms_cell *cells = put_row(table, to, "", row, err);
    if (!cells)
        return false;
    if (table->c->exporter)
        cells[EXPORTER] = arms_cell_text(NULL);
    if (table->c->importer)
        cells[IMPORTER] = arms_cell_text(NULL);
    return true;
}

static size_t count_movers(const size_t *changes)
{
    return changes[ARMS_CHANGE_REVISED] + changes[ARMS_CHANGE_APPEARED] +
           changes[ARMS_CHANGE_VANISHED] + changes[ARMS_CHANGE_UNDECIDED];
}

static bool show_rows(const compare_table *table, arms_error *err)
{
    const arms_comparison *c = table->c;
    size_t movers = count_movers(c->changes), shown = most_of(table, movers);
    bool named = c->grain != ARMS_GRAIN_PAIRS && (c->importer || c->exporter);
    if (shown == 0 || named || (c->importer && c->exporter))
        return true; /* the total is the only row */
    arms_table *to = new_table(table, err);
    if (!to)
        return false;
    to->text_only = true;
    to->title = title_of(table, "Rows", shown, movers);
    for (size_t i = 0; i < c->count && to->height < shown; i++)
        if (is_mover(&c->rows[i]) && !show_row(table, to, &c->rows[i], err))
            return false;
    return to->title;
}

bool compare_table_rows(const compare_table *table, arms_error *err)
{
    const arms_comparison *c = table->c;
    arms_table *data = new_table(table, err);
    if (!data)
        return false;
    data->data_only = true;
    for (size_t i = 0; i < c->count; i++)
        if (!put_row(table, data, arms_grain_name(c->grain), &c->rows[i], err))
            return false;
    return show_rows(table, err);
}

/* ---- deals ---- */

static bool put_deal(const compare_table *table, arms_table *to,
                     const arms_compared_deal *deal, arms_error *err)
{
    arms_cell *cells = put_row(table, to, "deal", &deal->row, err);
    const char *first = deal->designation[0], *second = deal->designation[1];
    if (!cells)
        return false;
    cells[DESIGNATION] = arms_cell_text(first ? first : second);
    cells[ORDERED] = arms_cell_text(deal->ordered);
    cells[YEARS_COMPARED] = cells[YEARS_CHANGED] = arms_cell_number(NAN);
    if (to->text_only && table->c->exporter)
        cells[EXPORTER] = arms_cell_text(NULL);
    if (to->text_only && table->c->importer)
        cells[IMPORTER] = arms_cell_text(NULL);
    if (to->text_only)
        cells[PERIOD] = arms_cell_text(NULL);
    const char *note = compare_deal_note(table, deal, err);
    if (note && *note)
        cells[NOTE] = arms_cell_text(note);
    return note;
}

static bool show_deals(const compare_table *table, arms_error *err)
{
    const arms_compared_deals *deals = &table->c->deals;
    size_t movers = count_movers(deals->changes), shown = most_of(table, movers);
    arms_table *to = shown > 0 ? new_table(table, err) : NULL;
    if (!to)
        return shown == 0;
    to->text_only = true;
    to->title = title_of(table, "Deals", shown, movers);
    for (size_t i = 0; i < deals->count && to->height < shown; i++)
        if (is_mover(&deals->items[i].row) && !put_deal(table, to, &deals->items[i], err))
            return false;
    return to->title;
}

bool compare_table_deals(const compare_table *table, arms_error *err)
{
    const arms_compared_deals *deals = &table->c->deals;
    if (!deals->compared)
        return true;
    arms_table *data = new_table(table, err);
    if (!data)
        return false;
    data->data_only = true;
    for (size_t i = 0; i < deals->count; i++)
        if (!put_deal(table, data, &deals->items[i], err))
            return false;
    return show_deals(table, err);
}
