/* armstrade trend: whether a series of years rises or falls, and how surely. */
#include <armstrade/report.h>
#include <armstrade/trending.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "cli/titles.h"
#include "cli/trend_all.h"
#include "cli/trend_words.h"

typedef enum column {
    DATASET,
    ASKED,
    PARTNER = ASKED + ASKED_WIDTH,
    WHAT, /* "year", or the name of a statistic */
    PERIOD,
    VALUE,
    LOW,
    HIGH,
    P,
    COUNT,
    NOTE,
    WIDTH
} column;

static const arms_column columns[WIDTH] = {
    [DATASET] = {"dataset", NULL, 0},
    [ASKED] = ASKED_COLUMNS,
    [PARTNER] = {"partner", NULL, 0},
    [WHAT] = {"what", NULL, 0},
    [PERIOD] = {"period", NULL, 0},
    [VALUE] = {"value", NULL, -1},
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
    {NULL, "p", 0},         {NULL, "Years", 0}, {NULL, "Note", 0},
};

enum {
    YEAR_WIDTH = sizeof year_columns / sizeof *year_columns,
    FOUND_WIDTH = sizeof found_columns / sizeof *found_columns
};

typedef struct job {
    session *session;
    arms_tally *tally;
    size_t number; /* of the dataset, from 1 */
    arms_party partner;
    const char *period;
    arms_yearly data;
    arms_trending found;
    arms_table *years, *statistics, *all; /* all: for CSV and JSON */
} job;

/* One line of the results; NaN for what there is not. */
typedef struct line {
    const char *what, *head; /* in data, and on a terminal */
    const char *period;
    double value, low, high, p;
    size_t n;
    const char *note;
} line;

static bool put_line(const job *j, const line *l, arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const arms_dataset *dataset = arms_tally_dataset(j->tally);
    arms_cell *cells = arms_table_row(&j->session->page, j->all, err);
    if (!cells || !figure_put_asked(cells + ASKED, arena, j->tally, err))
        return false;
    cells[DATASET] = arms_cell_text(arms_print(arena, err, "d%zu", j->number));
    if (j->partner != ARMS_ALL)
        cells[PARTNER] = arms_cell_text(arms_dataset_party_name(dataset, j->partner));
    cells[WHAT] = arms_cell_text(l->what);
    cells[PERIOD] = arms_cell_text(l->period);
    cells[VALUE] = arms_cell_number(l->value);
    cells[LOW] = arms_cell_number(l->low);
    cells[HIGH] = arms_cell_number(l->high);
    cells[P] = arms_cell_number(l->p);
    cells[COUNT] = arms_cell_number(l->n > 0 ? (double)l->n : NAN);
    cells[NOTE] = arms_cell_text(l->note);
    return cells[DATASET].text != NULL;
}

static const char *between(const job *j, double low, double high, arms_error *err)
{
    char from[ARMS_NUMBER_SIZE], to[ARMS_NUMBER_SIZE];
    return arms_print(&j->session->arena, err, "%s to %s", arms_number_print(from, low),
                      arms_number_print(to, high));
}

static const char *value_words(const job *j, double value, arms_error *err)
{
    char digits[ARMS_NUMBER_SIZE];
    return arms_print(&j->session->arena, err, "%s", arms_number_print(digits, value));
}

static bool put_statistic(const job *j, const line *l, arms_error *err)
{
    arms_cell *cells = arms_table_row(&j->session->page, j->statistics, err);
    if (!cells || !put_line(j, l, err))
        return false;
    cells[0] = arms_cell_text(l->head);
    cells[1] = arms_cell_text(value_words(j, trend_shown(l->value), err));
    if (!isnan(l->low))
        cells[2] =
            arms_cell_text(between(j, trend_shown(l->low), trend_shown(l->high), err));
    cells[3] = arms_cell_text(trend_p_words(&j->session->arena, l->p, err));
    cells[4] = arms_cell_number((double)l->n);
    cells[5] = arms_cell_text(l->note);
    return true;
}

static bool put_year(const job *j, size_t i, arms_error *err)
{
    const arms_yearly *d = &j->data;
    const line l = {.what = "year",
                    .period = arms_print(&j->session->arena, err, "%.0f", d->years[i]),
                    .value = d->values[i],
                    .low = d->low[i],
                    .high = d->high[i],
                    .p = NAN};
    arms_cell *cells = arms_table_row(&j->session->page, j->years, err);
    if (!cells || !l.period || !put_line(j, &l, err))
        return false;
    cells[0] = arms_cell_text(l.period);
    cells[1] = d->high[i] > 0 ? arms_cell_number(d->values[i]) : arms_cell_nil();
    if (d->high[i] > d->low[i])
        cells[2] = arms_cell_text(between(j, d->low[i], d->high[i], err));
    const arms_trailing_mean *t = &j->found.trailing;
    if (j->found.has_trailing && i >= t->undefined)
        cells[3] = arms_cell_number(t->means[i - t->undefined]);
    return true;
}

static bool put_tests(const job *j, arms_error *err)
{
    const arms_trending *t = &j->found;
    const arms_slope *s = &t->slope;
    const line slope = {"theil-sen-slope",
                        "Theil–Sen slope, a year",
                        j->period,
                        s->slope,
                        s->has_interval ? s->low : NAN,
                        s->has_interval ? s->high : NAN,
                        NAN,
                        s->n,
                        "median of the slopes of all pairs of years"};
    const line test = {"mann-kendall",
                       "Mann–Kendall, tau",
                       j->period,
                       t->test.tau_b,
                       NAN,
                       NAN,
                       t->test.p,
                       t->test.n,
                       t->test.exact ? "exact" : "normal approximation"};
    const line memory = {"hamed-rao",
                         "Mann–Kendall, Hamed–Rao",
                         j->period,
                         t->memory.tau_b,
                         NAN,
                         NAN,
                         t->memory.p,
                         t->memory.n,
                         "allows for years that hang together"};
    return put_statistic(j, &slope, err) && put_statistic(j, &test, err) &&
           (!t->has_memory || put_statistic(j, &memory, err));
}

static bool put_growth(const job *j, arms_error *err)
{
    const arms_trending *t = &j->found;
    const line least = {
        "least-squares-slope",
        "Least-squares slope, a year",
        j->period,
        t->line.slope,
        t->line_low,
        t->line_high,
        NAN,
        t->line.n,
        arms_print(&j->session->arena, err, "Newey–West errors, lag %zu", t->line_lag)};
    const line growth = {
        "log-linear-growth", "Growth, % a year", j->period, t->growth.rate,
        t->growth.low,       t->growth.high,     NAN,       t->growth.n,
        "log-linear"};
    const line compound = {"compound-growth",
                           "Compound growth, % a year",
                           j->period,
                           t->compound,
                           NAN,
                           NAN,
                           NAN,
                           t->slope.n,
                           "from the first year to the last alone"};
    return (!t->has_line || put_statistic(j, &least, err)) &&
           (!t->has_growth || put_statistic(j, &growth, err)) &&
           (!t->has_compound || put_statistic(j, &compound, err));
}

/* Where the level broke, if it did. */
static bool put_break(const job *j, arms_error *err)
{
    const arms_pettitt_test *t = &j->found.level;
    if (!j->found.has_level)
        return true;
    double last = j->data.years[t->before - 1];
    const line found = {"pettitt-break",
                        "Pettitt, break of the level",
                        j->period,
                        last,
                        NAN,
                        NAN,
                        t->p,
                        t->n,
                        arms_print(&j->session->arena, err,
                                   "%s after %.0f, the likeliest place",
                                   t->upward ? "higher" : "lower", last)};
    return put_statistic(j, &found, err);
}

static bool put_statistics(const job *j, arms_error *err)
{
    return put_tests(j, err) && put_growth(j, err) && put_break(j, err);
}

static bool make_tables(job *j, const char *subject, arms_error *err)
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

static bool put_page(job *j, arms_error *err)
{
    session *s = j->session;
    const char *subject = trend_subject(&s->arena, j->tally, j->partner, err);
    if (!subject || !j->period || !make_tables(j, subject, err))
        return false;
    for (size_t i = 0; i < j->data.n; i++)
        if (!put_year(j, i, err))
            return false;
    const char *says = trend_sentence(&s->arena, j->tally, j->partner, &j->found, err);
    if (!says || !put_statistics(j, err) || !arms_page_say(&s->page, says, err))
        return false;
    return j->data.gaps == 0 ||
           arms_page_say(&s->page,
                         arms_print(&s->arena, err, "%zu year%s no figure: %s.",
                                    j->data.gaps, j->data.gaps == 1 ? " has" : "s have",
                                    j->data.why),
                         err);
}

/* Too few years, or equal ones, are no failure, but a reason. */
static bool find(job *j, const char **why, arms_error *err)
{
    arms_error found = {0};
    if (arms_trending_find(&j->found, &j->session->arena, &j->data, &found)) {
        j->period = arms_years_code(&j->session->arena, j->found.years, err);
        return j->period != NULL;
    }
    if (found.code != ARMS_DOMAIN) {
        *err = found;
        return false;
    }
    *why = arms_print(&j->session->arena, err, "%s", found.text);
    return *why != NULL;
}

static bool answer(session *s, const session_query *query, const char **why,
                   arms_error *err)
{
    job j = {.session = s, .number = query->number, .tally = query->tally};
    j.partner = query->terms.partner;
    if (!arms_yearly_levels(&j.data, j.tally, query->terms.partner, err))
        return false;
    if (j.data.n == 0)
        *why = j.data.why;
    else if (!find(&j, why, err))
        return false;
    return *why || (put_page(&j, err) && session_say_note(s, &query->terms, err));
}

static bool run(session *s, int *status, arms_error *err)
{
    const session_asked asked = session_ask(s->settings);
    *status = 0;
    if (s->settings->all)
        return session_check(s, err) && trend_all_run(s, err);
    return session_check(s, err) && session_answer_all(s, &asked, answer, err) &&
           arms_page_sources(&s->page, err) && output_page(&s->page, s->settings, err);
}

static const char *const takes[] = {
    DATA_OPTIONS, "--succession", "--membership", PAGE_OPTIONS, "--importer",
    "--exporter", "--year",       "--flow",       "--category", "--round",
    "--all",      "--limit",      NULL,
};

const cli_command cmd_trend = {
    .name = "trend",
    .summary = "whether a series rises or falls",
    .usage = "[--importer NAME] [--exporter NAME] [--flow import|export] [--all "
             "importers|exporters] --years Y1-Y2 "
             "--data FILE …",
    .examples = "  armstrade trend --importer Pakistan --years 2005-2024 --data "
                "register.csv\n"
                "  armstrade trend --all importers --years 2005-2024 --data "
                "register.csv\n",
    .options = takes,
    .schema = "armstrade/trend/1",
    .needs_data = true,
    .run = run,
};
