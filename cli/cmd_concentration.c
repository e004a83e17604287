/* armstrade concentration: in how few hands the suppliers, or the recipients, are. */
#include <armstrade/concentrated.h>
#include <armstrade/report.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "cli/titles.h"

typedef enum column {
    DATASET,
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
    EXACT,
    REASON,
    WIDTH
} column;

static const arms_column columns[WIDTH] = {
    [DATASET] = {"dataset", NULL, 0},
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
    bool allocated;
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
    cells[UNKNOWN] = arms_cell_number(c->unknown > 0 ? 100 * c->unknown : NAN);
    cells[EXACT] = arms_cell_text(r->exact ? "exact" : "outer");
}

/* Rounded figures leave an index open by a thousandth or less, which a table need not
 * show. */
static const char *bounds_words(const job *j, const arms_interval *hhi, arms_error *err)
{
    if (hhi->high - hhi->low < 0.001)
        return NULL;
    return arms_print(&j->session->arena, err, "%.3f to %.3f", hhi->low, hhi->high);
}

static bool put_period(job *j, arms_years years, arms_error *err)
{
    arms_concentrated c;
    arms_arena *arena = &j->session->arena;
    arms_cell *cells = arms_table_row(&j->session->page, j->table, err);
    if (!cells || !arms_concentrated_find(&c, j->tally, years, err) ||
        !figure_put_asked(cells + ASKED, arena, j->tally, err))
        return false;
    cells[DATASET] = arms_cell_text(arms_print(arena, err, "d%zu", j->number));
    cells[PERIOD] = arms_cell_text(arms_years_code(arena, years, err));
    cells[REASON] = arms_cell_text(c.why);
    j->why = j->why ? j->why : c.why;
    j->answers += !c.why;
    if (c.why)
        return cells[DATASET].text && cells[PERIOD].text;
    put_figures(cells, &c);
    j->allocated = j->allocated || c.allocated;
    cells[HHI_BOUNDS] = arms_cell_text(bounds_words(j, &c.range.hhi, err));
    cells[LARGEST] = arms_cell_text(
        arms_dataset_party_name(arms_tally_dataset(j->tally), c.largest.party));
    return cells[DATASET].text && cells[PERIOD].text;
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

static bool answer(session *s, const session_query *query, const char **why,
                   arms_error *err)
{
    job j = {.session = s, .number = query->number, .tally = query->tally};
    if (!put_page(&j, err) || !session_say_note(s, &query->terms, err))
        return false;
    *why = j.answers > 0 ? NULL : j.why;
    return !j.allocated || *why ||
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
        return arms_fail(err, ARMS_USAGE,
                         "concentration is that of one party's partners: give --importer "
                         "or --exporter, not both");
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
    .usage = "[--importer NAME | --exporter NAME | --flow import|export] --years Y1-Y2 "
             "--data FILE …",
    .examples = "  armstrade concentration --importer Pakistan --years 2015-2024 --data "
                "register.csv\n"
                "  armstrade concentration --flow export --years 2015-2024 --data "
                "register.csv\n",
    .options = takes,
    .schema = "armstrade/concentration/1",
    .needs_data = true,
    .run = run,
};
