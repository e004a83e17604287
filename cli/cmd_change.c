/* armstrade change: two periods of a country, a pair, or of all partners. */
#include <armstrade/periods.h>
#include <armstrade/report.h>
#include <math.h>
#include <string.h>

#include "analysis/claims/wording.h"
#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "cli/titles.h"

typedef enum column {
    ASKED,
    PERIOD_BEFORE = ASKED + ASKED_WIDTH,
    PERIOD_AFTER,
    PARTY,
    KIND,
    BEFORE,
    BEFORE_LOW,
    BEFORE_HIGH,
    AFTER,
    AFTER_LOW,
    AFTER_HIGH,
    CHANGE,
    CHANGE_LOW,
    CHANGE_HIGH,
    CHANGE_BOUNDS,
    SHARE_BEFORE,
    SHARE_AFTER,
    POINTS,
    POINTS_LOW,
    POINTS_HIGH,
    POINTS_BOUNDS,
    REASON,
    WIDTH
} column;

/* The heads of amounts and shares name their periods, see name_heads. */
static const arms_column columns[WIDTH] = {
    [ASKED] = ASKED_COLUMNS,
    [PERIOD_BEFORE] = {"period_before", NULL, 0},
    [PERIOD_AFTER] = {"period_after", NULL, 0},
    [PARTY] = {"party", "Party", 0},
    [KIND] = {"kind", NULL, 0},
    [BEFORE] = {"amount_before", "", ARMS_ROUND_AS_AMOUNT},
    [BEFORE_LOW] = {"amount_before_low", NULL, -1},
    [BEFORE_HIGH] = {"amount_before_high", NULL, -1},
    [AFTER] = {"amount_after", "", ARMS_ROUND_AS_AMOUNT},
    [AFTER_LOW] = {"amount_after_low", NULL, -1},
    [AFTER_HIGH] = {"amount_after_high", NULL, -1},
    [CHANGE] = {"change_percent", "Change %", ARMS_ROUND_AS_CHANGE},
    [CHANGE_LOW] = {"change_low", NULL, 3},
    [CHANGE_HIGH] = {"change_high", NULL, 3},
    [CHANGE_BOUNDS] = {"change_bounds", "Between %", ARMS_ROUND_AS_BOUNDS},
    [SHARE_BEFORE] = {"share_before_percent", "", ARMS_ROUND_AS_SHARE},
    [SHARE_AFTER] = {"share_after_percent", "", ARMS_ROUND_AS_SHARE},
    [POINTS] = {"points", "Points", ARMS_ROUND_AS_CHANGE},
    [POINTS_LOW] = {"points_low", NULL, 3},
    [POINTS_HIGH] = {"points_high", NULL, 3},
    [POINTS_BOUNDS] = {"points_bounds", "Between", ARMS_ROUND_AS_BOUNDS},
    [REASON] = {"reason", "Note", 0},
};

/* One dataset's part of the work. */
typedef struct job {
    session *session;
    arms_tally *tally;
    size_t number; /* of the dataset, from 1 */
    const char *periods[ARMS_PERIODS];
    arms_table *table;
} job;

/* "2015–19" above the amounts, "Share % 2015–19" above the shares. */
static bool name_heads(job *j, arms_error *err)
{
    static const column amounts[] = {BEFORE, AFTER},
                        shares[] = {SHARE_BEFORE, SHARE_AFTER};
    arms_arena *arena = &j->session->arena;
    arms_column *named = arms_alloc(arena, WIDTH, sizeof *named, err);
    if (!named)
        return false;
    memcpy(named, columns, sizeof columns);
    for (size_t i = 0; i < ARMS_PERIODS; i++) {
        const char *name = title_period(arena, j->session->settings->periods[i], err);
        if (!name)
            return false;
        named[amounts[i]].head = name;
        named[shares[i]].head = arms_print(arena, err, "Share %% %s", name);
        if (!named[shares[i]].head)
            return false;
    }
    j->table = arms_page_table(&j->session->page, named, WIDTH, err);
    return j->table != NULL;
}

static void put_figures(arms_cell *cells, const arms_period_row *row)
{
    const arms_place *before = &row->places[ARMS_BEFORE],
                     *after = &row->places[ARMS_AFTER];
    figure_put_level(cells + BEFORE, &before->level);
    figure_put_level(cells + AFTER, &after->level);
    figure_put_interval(cells + CHANGE, row->change.why ? NULL : &row->change.amount, 1);
    figure_put_interval(cells + POINTS, row->points.why ? NULL : &row->points.amount, 1);
    cells[SHARE_BEFORE] = figure_cell(&before->share, 100);
    cells[SHARE_AFTER] = figure_cell(&after->share, 100);
}

static const char *name_of(const job *j, arms_party party, arms_error *err)
{
    if (party != ARMS_ALL)
        return arms_dataset_party_name(arms_tally_dataset(j->tally), party);
    return arms_print(&j->session->arena, err, "all %s", title_partners(j->tally));
}

static bool put_row(const job *j, const arms_period_row *row, arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const arms_dataset *dataset = arms_tally_dataset(j->tally);
    arms_cell *cells = arms_table_row(&j->session->page, j->table, err);
    if (!cells || !figure_put_asked(cells + ASKED, arena, j->tally, j->number, err))
        return false;
    put_figures(cells, row);
    cells[PERIOD_BEFORE] = arms_cell_text(j->periods[ARMS_BEFORE]);
    cells[PERIOD_AFTER] = arms_cell_text(j->periods[ARMS_AFTER]);
    cells[PARTY] = arms_cell_text(name_of(j, row->party, err));
    if (row->party != ARMS_ALL)
        cells[KIND] = arms_cell_text(
            arms_entity_kind_name(arms_dataset_party_kind(dataset, row->party)));
    cells[CHANGE_BOUNDS] = arms_cell_text(figure_change_bounds(arena, &row->change, err));
    cells[POINTS_BOUNDS] = arms_cell_text(figure_change_bounds(arena, &row->points, err));
    cells[REASON] = arms_cell_text(row->change.why);
    return cells[PARTY].text != NULL;
}

/* One partner, or all together and then each. */
static bool put_rows(const job *j, arms_party partner, arms_error *err)
{
    const cli_settings *settings = j->session->settings;
    arms_periods periods;
    arms_period_row row;
    if (partner != ARMS_ALL)
        return arms_period_row_make(&row, j->tally, partner, settings->periods, err) &&
               put_row(j, &row, err);
    if (!arms_periods_make(&periods, j->tally, settings->periods, err) ||
        !put_row(j, &periods.whole, err))
        return false;
    size_t most = settings->most > 0 ? settings->most : periods.count;
    for (size_t i = 0; i < periods.count && i < most; i++)
        if (!put_row(j, &periods.rows[i], err))
            return false;
    return true;
}

static bool put_table(job *j, const session_terms *terms, arms_error *err)
{
    session *s = j->session;
    const cli_settings *settings = s->settings;
    const char *flow = title_flow(&s->arena, j->tally, err);
    const char *measure = arms_measure_words(&s->arena, terms->dataset, err);
    for (size_t i = 0; i < ARMS_PERIODS; i++)
        j->periods[i] = arms_years_code(&s->arena, settings->periods[i], err);
    if (!flow || !measure || !j->periods[0] || !j->periods[1] || !name_heads(j, err))
        return false;
    j->table->title = arms_print(&s->arena, err, "d%zu: change of %s, %s to %s; %s",
                                 j->number, flow, j->periods[0], j->periods[1], measure);
    return j->table->title && put_rows(j, terms->partner, err) &&
           session_say_note(s, terms, err);
}

static bool has_figure(const job *j)
{
    for (size_t row = 0; row < j->table->height; row++)
        if (j->table->cells[row * WIDTH + CHANGE].kind != ARMS_CELL_EMPTY)
            return true;
    return false;
}

static bool answer(session *s, const session_query *query, const char **why,
                   arms_error *err)
{
    job j = {.session = s, .number = query->number, .tally = query->tally};
    if (!put_table(&j, &query->terms, err))
        return false;
    if (!has_figure(&j))
        *why = j.table->cells[REASON].text;
    return true;
}

static bool run(session *s, int *status, arms_error *err)
{
    const session_asked asked = session_ask(s->settings);
    *status = 0;
    return session_check(s, err) && session_answer_all(s, &asked, answer, err) &&
           figure_say_lengths(s, err) && session_finish(s, err);
}

static const char *const takes[] = {
    DATA_OPTIONS, TERMS_OPTIONS, PAGE_OPTIONS, "--importer", "--exporter", "--year",
    "--periods",  "--round",     "--flow",     "--category", "--limit",    NULL,
};

const cli_command cmd_change = {
    .name = "change",
    .summary = "change between two periods",
    .usage = "[--importer NAME] [--exporter NAME] [--flow import|export] "
             "--periods Y1-Y2,Y3-Y4 --data FILE …",
    .examples =
        "  armstrade change --importer Pakistan --periods 2015-2019,2020-2024 \\\n"
        "      --data register.csv\n"
        "  armstrade change --flow export --years 2020-2024 --data register.csv\n",
    .options = takes,
    .schema = "armstrade/change/1",
    .needs_data = true,
    .periods = true,
    .run = run,
};
