/* armstrade trend: whether a series of years rises or falls, and how surely. */
#include <armstrade/report.h>
#include <armstrade/trending.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "cli/titles.h"

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
    [ASKED + ASKED_FLOW] = {"flow", NULL, 0},
    [ASKED + ASKED_SUBJECT] = {"subject", NULL, 0},
    [ASKED + ASKED_CATEGORY] = {"category", NULL, 0},
    [ASKED + ASKED_MEASURE] = {"measure", NULL, 0},
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
    {NULL, "Year", 0}, {NULL, "Amount", ARMS_ROUND_AS_AMOUNT}, {NULL, "Between", 0}};
static const arms_column found_columns[] = {
    {NULL, "Statistic", 0}, {NULL, "Value", -1}, {NULL, "95 % between", 0},
    {NULL, "p", 0},         {NULL, "Years", 0},  {NULL, "Note", 0},
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

/* Four digits are more than any of these statistics is worth, and enough to compare. */
static double shown(double value)
{
    if (!(fabs(value) > 0))
        return value;
    double unit = pow(10, 3 - floor(log10(fabs(value))));
    return round(value * unit) / unit;
}

static const char *p_words(const job *j, double p, arms_error *err)
{
    if (isnan(p))
        return NULL;
    return p < 0.0005 ? "< 0.001" : arms_print(&j->session->arena, err, "%.3f", p);
}

static bool put_statistic(const job *j, const line *l, arms_error *err)
{
    arms_cell *cells = arms_table_row(&j->session->page, j->statistics, err);
    if (!cells || !put_line(j, l, err))
        return false;
    cells[0] = arms_cell_text(l->head);
    cells[1] = arms_cell_number(shown(l->value));
    if (!isnan(l->low))
        cells[2] = arms_cell_text(between(j, shown(l->low), shown(l->high), err));
    cells[3] = arms_cell_text(p_words(j, l->p, err));
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
    return true;
}

static bool put_statistics(const job *j, arms_error *err)
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

static const char *subject_words(const job *j, arms_error *err)
{
    const char *flow = title_flow(&j->session->arena, j->tally, err);
    const arms_dataset *dataset = arms_tally_dataset(j->tally);
    if (!flow || j->partner == ARMS_ALL)
        return flow;
    bool imports = arms_tally_question(j->tally)->flow == ARMS_IMPORT;
    const char *name = arms_dataset_party_name(dataset, j->partner);
    return arms_print(&j->session->arena, err, "%s %s %s%s", flow,
                      imports ? "from" : "to", arms_article(name), name);
}

/* What the data support, in one sentence. */
static const char *sentence(const job *j, const char *subject, arms_error *err)
{
    static const char *const verbs[] = {
        [ARMS_SUPPORTS_RISE] = "rose", [ARMS_SUPPORTS_FALL] = "fell"};
    arms_arena *arena = &j->session->arena;
    const arms_trending *t = &j->found;
    const char *measure =
        arms_measure_name(arms_dataset_measure(arms_tally_dataset(j->tally)), arena, err);
    const char *p = p_words(j, t->p, err);
    char slope[ARMS_NUMBER_SIZE];
    arms_number_print(slope,
                      shown(t->supported == ARMS_SUPPORTS_NONE ? t->slope.slope
                                                               : fabs(t->slope.slope)));
    if (!measure || !p)
        return NULL;
    if (t->supported == ARMS_SUPPORTS_NONE)
        return arms_print(arena, err,
                          "The figures of %s support no trend of %s: ups and downs like "
                          "these are not rare by chance (p %s%s), and the middle slope, "
                          "%s %s a year, says little.",
                          j->period, subject, p[0] == '<' ? "" : "= ", p, slope, measure);
    return arms_print(arena, err,
                      "In %s, %s %s by about %s %s a year; by chance alone, so steady a "
                      "%s would be rare (p %s%s).",
                      j->period, subject, verbs[t->supported], slope, measure,
                      t->supported == ARMS_SUPPORTS_RISE ? "rise" : "fall",
                      p[0] == '<' ? "" : "= ", p);
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
    const char *subject = subject_words(j, err);
    if (!subject || !j->period || !make_tables(j, subject, err))
        return false;
    for (size_t i = 0; i < j->data.n; i++)
        if (!put_year(j, i, err))
            return false;
    const char *says = sentence(j, subject, err);
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
    if (arms_trending_find(&j->found, &j->data, &found))
        return true;
    if (found.code != ARMS_DOMAIN) {
        *err = found;
        return false;
    }
    *why = arms_print(&j->session->arena, err, "%s", found.text);
    return *why != NULL;
}

static bool answer(session *s, size_t number, const session_asked *asked,
                   const char **why, arms_error *err)
{
    session_terms terms;
    job j = {.session = s, .number = number};
    if (!session_terms_of(&terms, s, s->datasets[number - 1], asked, err))
        return false;
    *why = terms.why;
    if (terms.why)
        return true;
    j.partner = terms.partner;
    j.period = arms_years_code(&s->arena, s->settings->years, err);
    if (!arms_tally_make(&j.tally, &s->arena, terms.dataset, &terms.question, err) ||
        !arms_yearly_levels(&j.data, j.tally, terms.partner, err))
        return false;
    if (j.data.n == 0)
        *why = j.data.why;
    else if (!find(&j, why, err))
        return false;
    return *why || (put_page(&j, err) && session_say_note(s, &terms, err));
}

static bool run(session *s, int *status, arms_error *err)
{
    const session_asked asked = session_ask(s->settings);
    *status = 0;
    return session_check(s, err) && session_answer_all(s, &asked, answer, err) &&
           arms_page_sources(&s->page, err) && output_page(&s->page, s->settings, err);
}

static const char *const takes[] = {
    DATA_OPTIONS, "--succession", "--membership", PAGE_OPTIONS,
    "--importer", "--exporter",   "--year",       "--flow",
    "--category", "--round",      NULL,
};

const cli_command cmd_trend = {
    .name = "trend",
    .summary = "whether a series rises or falls",
    .usage = "[--importer NAME] [--exporter NAME] [--flow import|export] --years Y1-Y2 "
             "--data FILE …",
    .examples = "  armstrade trend --importer Pakistan --years 2005-2024 --data "
                "register.csv\n",
    .options = takes,
    .schema = "armstrade/trend/1",
    .needs_data = true,
    .run = run,
};
