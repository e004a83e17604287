/* The tables of armstrade trend. See the header. */
#include "cli/trend_table.h"

#include <armstrade/report.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/figures.h"
#include "cli/trend_words.h"

typedef enum column {
    ASKED,
    PARTNER = ASKED + ASKED_WIDTH,
    WHAT, /* "year", or the name of a statistic */
    PERIOD,
    VALUE,
    VALUE_LOW,
    VALUE_HIGH,
    LOW,
    HIGH,
    P,
    COUNT,
    NOTE,
    WIDTH
} column;

static const arms_column columns[WIDTH] = {
    [ASKED] = ASKED_COLUMNS,
    [PARTNER] = {"partner", NULL, 0},
    [WHAT] = {"what", NULL, 0},
    [PERIOD] = {"period", NULL, 0},
    [VALUE] = {"value", NULL, -1},
    [VALUE_LOW] = {"value_low", NULL, -1},
    [VALUE_HIGH] = {"value_high", NULL, -1},
    [LOW] = {"low", NULL, -1},
    [HIGH] = {"high", NULL, -1},
    [P] = {"p", NULL, 3},
    [COUNT] = {"n", NULL, 0},
    [NOTE] = {"note", NULL, 0},
};

/* What a terminal shows: the years, then the statistics. */
static const arms_column year_columns[] = {
    {NULL, "Year", 0},
    {NULL, "Amount", ARMS_ROUND_AS_AMOUNT},
    {NULL, "Between", 0},
    {NULL, "Five-year mean", ARMS_ROUND_AS_AMOUNT},
};
static const arms_column found_columns[] = {
    {NULL, "Statistic", 0}, {NULL, "Value", 0}, {NULL, "95 % between", 0},
    {NULL, "p", 0},         {NULL, "Note", 0},
};

enum {
    YEAR_WIDTH = sizeof year_columns / sizeof *year_columns,
    FOUND_WIDTH = sizeof found_columns / sizeof *found_columns
};

trend_row trend_row_of(const char *what, const char *head, double value, size_t n)
{
    return (trend_row){.what = what,
                       .head = head,
                       .value = value,
                       .low = NAN,
                       .high = NAN,
                       .p = NAN,
                       .n = n};
}

bool trend_make_tables(trend_job *j, const char *subject, arms_error *err)
{
    session *s = j->session;
    const char *measure =
        arms_measure_words(&s->arena, arms_tally_dataset(j->tally), err);
    j->years = arms_page_table(&s->page, year_columns, YEAR_WIDTH, err);
    j->statistics = arms_page_table(&s->page, found_columns, FOUND_WIDTH, err);
    j->all = arms_page_table(&s->page, columns, WIDTH, err);
    if (!measure || !j->years || !j->statistics || !j->all)
        return false;
    j->years->text_only = j->statistics->text_only = j->all->data_only = true;
    j->years->title = arms_print(&s->arena, err, "d%zu: %s, %s; %s", j->number, subject,
                                 j->period, measure);
    return j->years->title != NULL;
}

static bool put_data(const trend_job *j, const trend_row *row, const char *period,
                     arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const arms_dataset *dataset = arms_tally_dataset(j->tally);
    arms_cell *cells = arms_table_row(&j->session->page, j->all, err);
    if (!cells || !figure_put_asked(cells + ASKED, arena, j->tally, j->number, err))
        return false;
    if (j->partner != ARMS_ALL)
        cells[PARTNER] = arms_cell_text(arms_dataset_party_name(dataset, j->partner));
    cells[WHAT] = arms_cell_text(row->what);
    cells[PERIOD] = arms_cell_text(period);
    cells[VALUE] = arms_cell_number(row->value);
    cells[VALUE_LOW] = arms_cell_number(row->range ? row->range->low : NAN);
    cells[VALUE_HIGH] = arms_cell_number(row->range ? row->range->high : NAN);
    cells[LOW] = arms_cell_number(row->low);
    cells[HIGH] = arms_cell_number(row->high);
    cells[P] = arms_cell_number(row->p);
    cells[COUNT] = arms_cell_number(row->n > 0 ? (double)row->n : NAN);
    cells[NOTE] = arms_cell_text(row->note);
    return true;
}

bool trend_put_year(const trend_job *j, size_t i, arms_error *err)
{
    const arms_yearly *d = &j->data;
    arms_arena *arena = &j->session->arena;
    const arms_interval range = {d->values[i], d->low[i], d->high[i], false};
    const char *year = arms_print(arena, err, "%.0f", d->years[i]);
    trend_row row = trend_row_of("year", NULL, d->values[i], 0);
    row.range = &range;
    arms_cell *cells = arms_table_row(&j->session->page, j->years, err);
    if (!cells || !year || !put_data(j, &row, year, err))
        return false;
    cells[0] = arms_cell_text(year);
    cells[1] = d->high[i] > 0 ? arms_cell_number(d->values[i]) : arms_cell_nil();
    if (d->high[i] > d->low[i])
        cells[2] = arms_cell_text(trend_between(arena, d->low[i], d->high[i], err));
    const arms_trailing_mean *t = &j->found.trailing;
    if (j->found.has_trailing && i >= t->undefined)
        cells[3] = arms_cell_number(t->means[i - t->undefined]);
    return true;
}

/* With what rounding leaves open of the value, where that can be seen. */
static const char *terminal_note(const trend_job *j, const trend_row *row,
                                 arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const char *note = row->brief ? row->brief : row->note;
    if (!row->range || row->repeats)
        return note;
    double low = trend_shown(row->range->low), high = trend_shown(row->range->high);
    if (!(high > low))
        return note;
    return arms_print(arena, err, "%s; rounding: %s", note,
                      trend_between(arena, low, high, err));
}

bool trend_put_row(const trend_job *j, const trend_row *row, arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    arms_cell *cells = arms_table_row(&j->session->page, j->statistics, err);
    if (!cells || !row->note || !put_data(j, row, j->period, err))
        return false;
    cells[0] = arms_cell_text(row->head);
    if (!isnan(row->value))
        cells[1] = arms_cell_text(trend_number(arena, trend_shown(row->value), err));
    if (!isnan(row->low))
        cells[2] = arms_cell_text(
            trend_between(arena, trend_shown(row->low), trend_shown(row->high), err));
    cells[3] = arms_cell_text(trend_p_words(arena, row->p, err));
    cells[4] = arms_cell_text(terminal_note(j, row, err));
    return cells[4].text != NULL;
}
