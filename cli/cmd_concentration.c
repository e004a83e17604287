/* armstrade concentration: in how few hands the suppliers, or the recipients, are. */
#include <armstrade/concentrated.h>
#include <armstrade/report.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/commands.h"
#include "cli/concentration_pair.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "cli/titles.h"

typedef enum column {
    ASKED,
    PERIOD = ASKED + ASKED_WIDTH,
    COUNT,
    CERTAIN,
    HHI, /* each index is followed by its two bounds */
    HHI_BOUNDS = HHI + 3,
    EFFECTIVE,
    CR1 = EFFECTIVE + 3,
    CR3 = CR1 + 3,
    CR5 = CR3 + 3,
    ENTROPY = CR5 + 3,
    GINI = ENTROPY + 3,
    THEIL = GINI + 3,
    LARGEST = THEIL + 3,
    UNKNOWN,
    HHI_KNOWN, /* with effective number and CRk, two limits each */
    EFFECTIVE_KNOWN = HHI_KNOWN + 2,
    CR1_KNOWN = EFFECTIVE_KNOWN + 2,
    CR3_KNOWN = CR1_KNOWN + 2,
    CR5_KNOWN = CR3_KNOWN + 2,
    KNOWN_LIMITS = CR5_KNOWN + 2,
    EXACT,
    REASON,
    WIDTH
} column;

static const arms_column columns[WIDTH] = {
    [ASKED] = ASKED_COLUMNS,
    [PERIOD] = {"period", "Period", 0},
    [COUNT] = {"n", "Number", 0},
    [CERTAIN] = {"n_certain", NULL, 0},
    [HHI] = {"hhi", "HHI", 3},
    [HHI + 1] = {"hhi_low", NULL, 3},
    [HHI + 2] = {"hhi_high", NULL, 3},
    [HHI_BOUNDS] = {"hhi_bounds", "Between", 0},
    [EFFECTIVE] = {"effective", "Effective", 2},
    [EFFECTIVE + 1] = {"effective_low", NULL, 2},
    [EFFECTIVE + 2] = {"effective_high", NULL, 2},
    [CR1] = {"cr1_percent", "Largest %", ARMS_ROUND_AS_SHARE},
    [CR1 + 1] = {"cr1_low", NULL, 3},
    [CR1 + 2] = {"cr1_high", NULL, 3},
    [CR3] = {"cr3_percent", "Three %", ARMS_ROUND_AS_SHARE},
    [CR3 + 1] = {"cr3_low", NULL, 3},
    [CR3 + 2] = {"cr3_high", NULL, 3},
    [CR5] = {"cr5_percent", "Five %", ARMS_ROUND_AS_SHARE},
    [CR5 + 1] = {"cr5_low", NULL, 3},
    [CR5 + 2] = {"cr5_high", NULL, 3},
    [ENTROPY] = {"entropy", NULL, 3},
    [ENTROPY + 1] = {"entropy_low", NULL, 3},
    [ENTROPY + 2] = {"entropy_high", NULL, 3},
    [GINI] = {"gini", NULL, 3},
    [GINI + 1] = {"gini_low", NULL, 3},
    [GINI + 2] = {"gini_high", NULL, 3},
    [THEIL] = {"theil", NULL, 3},
    [THEIL + 1] = {"theil_low", NULL, 3},
    [THEIL + 2] = {"theil_high", NULL, 3},
    [LARGEST] = {"largest", "Largest", 0},
    [UNKNOWN] = {"unknown_percent", "Unknown %", ARMS_ROUND_AS_SHARE},
    [HHI_KNOWN] = {"hhi_if_known_low", NULL, 3},
    [HHI_KNOWN + 1] = {"hhi_if_known_high", NULL, 3},
    [EFFECTIVE_KNOWN] = {"effective_if_known_low", NULL, 2},
    [EFFECTIVE_KNOWN + 1] = {"effective_if_known_high", NULL, 2},
    [CR1_KNOWN] = {"cr1_if_known_low", NULL, 3},
    [CR1_KNOWN + 1] = {"cr1_if_known_high", NULL, 3},
    [CR3_KNOWN] = {"cr3_if_known_low", NULL, 3},
    [CR3_KNOWN + 1] = {"cr3_if_known_high", NULL, 3},
    [CR5_KNOWN] = {"cr5_if_known_low", NULL, 3},
    [CR5_KNOWN + 1] = {"cr5_if_known_high", NULL, 3},
    [KNOWN_LIMITS] = {NULL, "HHI if known", 0},
    [EXACT] = {"bounds", NULL, 0},
    [REASON] = {"reason", "Note", 0},
};

typedef struct job {
    session *session;
    arms_tally *tally;
    size_t number; /* of the dataset, from 1 */
    arms_table *table;
    size_t answers;
    const char *why; /* of the first period without one */
    bool allocated, unknown;
} job;

static void put_figures(arms_cell *cells, const arms_concentrated *c)
{
    const arms_concentration_range *r = &c->range;
    figure_put_interval(cells + HHI, &r->hhi, 1);
    figure_put_interval(cells + EFFECTIVE, &r->effective, 1);
    figure_put_interval(cells + CR1, &r->cr1, 100);
    figure_put_interval(cells + CR3, &r->cr3, 100);
    figure_put_interval(cells + CR5, &r->cr5, 100);
    figure_put_interval(cells + ENTROPY, &r->entropy, 1);
    figure_put_interval(cells + GINI, &r->gini, 1);
    figure_put_interval(cells + THEIL, &r->theil, 1);
    cells[COUNT] = arms_cell_number((double)r->n);
    cells[CERTAIN] = arms_cell_number((double)r->certain);
    cells[EXACT] = arms_cell_text(r->exact ? "exact" : "outer");
}

/* Limits, times `factor`; there is no highest effective number where nothing is known. */
static void put_limits(arms_cell *cells, arms_limits limits, double factor)
{
    cells[0] = arms_cell_number(factor * limits.low);
    cells[1] = arms_cell_number(isfinite(limits.high) ? factor * limits.high : NAN);
}

static void put_unknown(arms_cell *cells, const arms_concentration_unknown *u)
{
    cells[UNKNOWN] = arms_cell_number(100 * u->part.value);
    put_limits(cells + HHI_KNOWN, u->hhi, 1);
    put_limits(cells + EFFECTIVE_KNOWN, u->effective, 1);
    put_limits(cells + CR1_KNOWN, u->cr1, 100);
    put_limits(cells + CR3_KNOWN, u->cr3, 100);
    put_limits(cells + CR5_KNOWN, u->cr5, 100);
}

/* What leaves an index open by a thousandth or less, as rounding does, a table need not
 * show. */
static const char *bounds_words(const job *j, double low, double high, arms_error *err)
{
    if (high - low < 0.001)
        return NULL;
    return arms_print(&j->session->arena, err, "%.3f to %.3f", low, high);
}

/* The words and numbers of a period that has an index. */
static void put_answer(job *j, arms_cell *cells, const arms_concentrated *c,
                       arms_error *err)
{
    const arms_limits *hidden = &c->unknown.hhi;
    put_figures(cells, c);
    cells[HHI_BOUNDS] =
        arms_cell_text(bounds_words(j, c->range.hhi.low, c->range.hhi.high, err));
    cells[LARGEST] = arms_cell_text(
        arms_dataset_party_name(arms_tally_dataset(j->tally), c->largest.party));
    j->allocated = j->allocated || c->allocated;
    if (!c->has_unknown)
        return;
    put_unknown(cells, &c->unknown);
    cells[KNOWN_LIMITS] = arms_cell_text(bounds_words(j, hidden->low, hidden->high, err));
    j->unknown = j->unknown || cells[KNOWN_LIMITS].text;
}

static bool put_period(job *j, arms_years years, arms_error *err)
{
    arms_concentrated c;
    arms_arena *arena = &j->session->arena;
    arms_cell *cells = arms_table_row(&j->session->page, j->table, err);
    if (!cells || !arms_concentrated_find(&c, j->tally, years, err) ||
        !figure_put_asked(cells + ASKED, arena, j->tally, j->number, err))
        return false;
    cells[PERIOD] = arms_cell_text(arms_years_code(arena, years, err));
    cells[REASON] = arms_cell_text(c.why);
    j->why = j->why ? j->why : c.why;
    j->answers += !c.why;
    if (!c.why)
        put_answer(j, cells, &c, err);
    return cells[PERIOD].text != NULL;
}

static bool put_periods(job *j, arms_error *err)
{
    arms_years years = j->session->settings->years;
    for (int year = years.first; year <= years.last; year++)
        if (!put_period(j, (arms_years){year, year}, err))
            return false;
    return years.first == years.last || put_period(j, years, err);
}

static bool put_page(job *j, arms_error *err)
{
    session *s = j->session;
    const char *who = title_ranking(&s->arena, j->tally, err);
    const char *measure =
        arms_measure_words(&s->arena, arms_tally_dataset(j->tally), err);
    j->table = arms_page_table(&s->page, columns, WIDTH, err);
    if (!who || !measure || !j->table)
        return false;
    j->table->title = arms_print(&s->arena, err, "d%zu: concentration of %s; from %s",
                                 j->number, who, measure);
    return j->table->title && put_periods(j, err);
}

/* What the index is, below the tables. */
static bool say_convention(session *s, arms_error *err)
{
    return arms_page_say(
        &s->page,
        "HHI: the sum of squared shares, from near 0 to 1 (one alone); its inverse is "
        "the "
        "effective number, of equal ones that would be as concentrated. Number: those "
        "with something recorded. Bounds hold whatever the source's rounding hides.",
        err);
}

/* Whose amounts are not known, and what that leaves open. */
static bool say_unknown(const job *j, arms_error *err)
{
    const char *text = arms_print(
        &j->session->arena, err,
        "Unknown: what has no known partner; each name that the source gives it counts "
        "as one. If all of it came to light, the HHI would lie within the limits under "
        "\"HHI if known\": lowest if it were spread over many small %s not named yet, "
        "highest if it were all the largest one's.",
        title_partners(j->tally));
    return text && arms_page_say(&j->session->page, text, err);
}

static bool answer(session *s, const session_query *query, const char **why,
                   arms_error *err)
{
    job j = {.session = s, .number = query->number, .tally = query->tally};
    if (!put_page(&j, err) || !session_say_note(s, &query->terms, err))
        return false;
    *why = j.answers > 0 ? NULL : j.why;
    if (*why)
        return true;
    if (j.unknown && !say_unknown(&j, err))
        return false;
    return !j.allocated ||
           arms_page_say(&s->page,
                         "Some amounts are totals of deals that are spread evenly over "
                         "years: only the bounds are certain.",
                         err);
}

static bool run(session *s, int *status, arms_error *err)
{
    const cli_settings *settings = s->settings;
    const session_asked asked = session_ask(settings);
    *status = 0;
    if (settings->importer && settings->exporter)
        return concentration_pair_run(s, err);
    return session_check(s, err) && session_answer_all(s, &asked, answer, err) &&
           say_convention(s, err) && session_finish(s, err);
}

static const char *const takes[] = {
    DATA_OPTIONS, TERMS_OPTIONS, PAGE_OPTIONS, "--importer", "--exporter",
    "--year",     "--flow",      "--category", "--round",    NULL,
};

const cli_command cmd_concentration = {
    .name = "concentration",
    .summary = "in how few hands suppliers or recipients are",
    .usage = "[--importer NAME] [--exporter NAME] [--flow import|export] --years Y1-Y2 "
             "--data FILE …",
    .examples =
        "  armstrade concentration --importer Pakistan --years 2015-2024 --data "
        "register.csv\n"
        "  armstrade concentration --importer Pakistan --exporter China --year "
        "2024 \\\n      --data register.csv   # how far they depend on each other\n"
        "  armstrade concentration --flow export --years 2015-2024 --data "
        "register.csv\n",
    .options = takes,
    .schema = "armstrade/concentration/1",
    .needs_data = true,
    .run = run,
};
