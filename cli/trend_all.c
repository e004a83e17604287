/* The trends of all importers, or exporters. See the header. */
#include "cli/trend_all.h"

#include <armstrade/report.h>
#include <armstrade/screened.h>
#include <math.h>
#include <string.h>

#include "analysis/claims/wording.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "cli/titles.h"
#include "cli/trend_words.h"

typedef enum column {
    ASKED,
    PERIOD = ASKED + ASKED_WIDTH,
    PARTY,
    KIND,
    SLOPE,
    SLOPE_LOW,
    SLOPE_HIGH,
    BETWEEN,
    TAU,
    P,
    HOLM,
    BH,
    P_WORDS,
    HOLM_WORDS,
    BH_WORDS,
    TESTED,
    YEARS,
    SAYS,
    WIDTH
} column;

static const arms_column columns[WIDTH] = {
    [ASKED] = ASKED_COLUMNS,
    [PERIOD] = {"period", NULL, 0},
    [PARTY] = {"party", "Party", 0},
    [KIND] = {"kind", NULL, 0},
    [SLOPE] = {"slope", "Slope, a year", 2},
    [SLOPE_LOW] = {"slope_low", NULL, 2},
    [SLOPE_HIGH] = {"slope_high", NULL, 2},
    [BETWEEN] = {NULL, "95 % between", 0},
    [TAU] = {"tau", "Tau", 2},
    [P] = {"p", NULL, 4},
    [HOLM] = {"p_holm", NULL, 4},
    [BH] = {"p_bh", NULL, 4},
    [P_WORDS] = {NULL, "p", 0},
    [HOLM_WORDS] = {NULL, "Holm", 0},
    [BH_WORDS] = {NULL, "B.–H.", 0},
    [TESTED] = {"tested", NULL, 0},
    [YEARS] = {"n", "Years", 0},
    [SAYS] = {"supported", "Supported", 0},
};

typedef struct job {
    session *session;
    arms_tally *tally;
    size_t number; /* of the dataset, from 1 */
    const char *period;
    arms_screened found;
    arms_table *table;
} job;

static const double level = 0.05;

/* After the kinder correction: at most one in twenty of what it lets pass is wrong. */
static const char *says(const arms_screened_row *row)
{
    if (!(row->bh < level))
        return NULL;
    if (row->found.supported == ARMS_SUPPORTS_OPEN)
        return "open";
    return row->found.test.s > 0 ? "rise" : "fall";
}

static const char *between(const job *j, const arms_slope *slope, arms_error *err)
{
    if (!slope->has_interval)
        return NULL;
    return arms_print(&j->session->arena, err, "%.2f to %.2f", slope->low, slope->high);
}

static bool put_row(const job *j, const arms_screened_row *row, arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const arms_dataset *dataset = arms_tally_dataset(j->tally);
    const arms_slope *slope = &row->found.slope;
    arms_cell *cells = arms_table_row(&j->session->page, j->table, err);
    if (!cells || !figure_put_asked(cells + ASKED, arena, j->tally, j->number, err))
        return false;
    cells[PERIOD] = arms_cell_text(j->period);
    cells[PARTY] = arms_cell_text(arms_dataset_party_name(dataset, row->party));
    cells[KIND] = arms_cell_text(
        arms_entity_kind_name(arms_dataset_party_kind(dataset, row->party)));
    cells[SLOPE] = arms_cell_number(slope->slope);
    cells[SLOPE_LOW] = arms_cell_number(slope->has_interval ? slope->low : NAN);
    cells[SLOPE_HIGH] = arms_cell_number(slope->has_interval ? slope->high : NAN);
    cells[BETWEEN] = arms_cell_text(between(j, slope, err));
    cells[TAU] = arms_cell_number(row->found.test.tau_b);
    cells[P] = arms_cell_number(row->found.p);
    cells[HOLM] = arms_cell_number(row->holm);
    cells[BH] = arms_cell_number(row->bh);
    cells[P_WORDS] = arms_cell_text(trend_p_words(arena, row->found.p, err));
    cells[HOLM_WORDS] = arms_cell_text(trend_p_words(arena, row->holm, err));
    cells[BH_WORDS] = arms_cell_text(trend_p_words(arena, row->bh, err));
    cells[TESTED] = arms_cell_number((double)j->found.tested);
    cells[YEARS] = arms_cell_number((double)slope->n);
    cells[SAYS] = arms_cell_text(says(row));
    return true;
}

/* How many were looked at, and how many findings to believe. */
static bool say_count(const job *j, arms_error *err)
{
    size_t holm = 0, bh = 0, open = 0;
    const arms_screened *f = &j->found;
    for (size_t i = 0; i < f->tested; i++) {
        bool is_open = f->rows[i].found.supported == ARMS_SUPPORTS_OPEN;
        holm += f->rows[i].holm < level && !is_open;
        bh += f->rows[i].bh < level && !is_open;
        open += f->rows[i].bh < level && is_open;
    }
    const char *opened =
        open == 0 ? ""
                  : arms_print(&j->session->arena, err,
                               " %zu more %s open: the source's rounding leaves the "
                               "direction open.",
                               open, open == 1 ? "is" : "are");
    if (!opened)
        return false;
    return arms_page_say(
        &j->session->page,
        arms_print(
            &j->session->arena, err,
            "%zu %s were tested; %zu were not, whose figures are too few, or all "
            "equal. Supported at one false finding in twenty (Benjamini–Hochberg): "
            "%zu; with a chance of one in twenty that any is false (Holm): %zu. "
            "Without a correction, %.0f of so many would look like trends by "
            "chance alone.%s",
            f->tested, title_partners(j->tally), f->refused, bh, holm,
            ceil(level * (double)f->tested), opened),
        err);
}

static bool put_table(job *j, arms_error *err)
{
    session *s = j->session;
    size_t most = s->settings->most > 0 ? s->settings->most : j->found.tested;
    const char *who = title_ranking(&s->arena, j->tally, err);
    const char *measure =
        arms_measure_words(&s->arena, arms_tally_dataset(j->tally), err);
    j->period = arms_years_code(&s->arena, s->settings->years, err);
    j->table = arms_page_table(&s->page, columns, WIDTH, err);
    if (!who || !measure || !j->period || !j->table)
        return false;
    j->table->title = arms_print(&s->arena, err, "d%zu: trends of %s, %s; %s", j->number,
                                 who, j->period, measure);
    for (size_t i = 0; i < j->found.tested && i < most; i++)
        if (!put_row(j, &j->found.rows[i], err))
            return false;
    return j->table->title && say_count(j, err);
}

static bool answer(session *s, const session_query *query, const char **why,
                   arms_error *err)
{
    job j = {.session = s, .number = query->number, .tally = query->tally};
    if (!arms_screened_make(&j.found, j.tally, err))
        return false;
    if (j.found.tested == 0) {
        *why = j.found.why ? j.found.why
                           : "no series is long enough, and moves, to have a trend";
        return true;
    }
    return put_table(&j, err) && session_say_note(s, &query->terms, err);
}

/* All importers are the partners of the one exporter that is named, or of the world. */
static bool ask(session_asked *out, const cli_settings *settings, arms_error *err)
{
    bool importers = strcmp(settings->all, "importers") == 0;
    const char *same = importers ? settings->importer : settings->exporter;
    const char *other = importers ? settings->exporter : settings->importer;
    if (!importers && strcmp(settings->all, "exporters") != 0)
        return arms_fail(err, ARMS_USAGE, "--all %s: write importers or exporters",
                         settings->all);
    if (same)
        return arms_fail(err, ARMS_USAGE,
                         "--all %s are meant, so name none of them; --%s NAME limits "
                         "them to the partners of one party",
                         settings->all, importers ? "exporter" : "importer");
    *out = (session_asked){.subject = other,
                           .flow = importers == !other ? ARMS_IMPORT : ARMS_EXPORT};
    return true;
}

bool trend_all_run(session *s, arms_error *err)
{
    session_asked asked;
    return ask(&asked, s->settings, err) && session_answer_all(s, &asked, answer, err) &&
           arms_page_sources(&s->page, err) && output_page(&s->page, s->settings, err);
}
