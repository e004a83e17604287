/* armstrade top: a ranking of partners, or of the world's importers or exporters. */
#include <armstrade/report.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "cli/titles.h"
#include "cli/top_periods.h"

typedef enum column {
    ASKED,
    PERIOD = ASKED + ASKED_WIDTH,
    RANK,
    RANK_RANGE,
    PARTY,
    KIND,
    AMOUNT,
    AMOUNT_LOW,
    AMOUNT_HIGH,
    AMOUNT_BOUNDS,
    SHARE,
    SHARE_LOW,
    SHARE_HIGH,
    BOUNDS,
    ESTIMATED,
    ROWS,
    TOTAL,
    SOURCES,
    NOTE,
    WIDTH
} column;

static const arms_column columns[WIDTH] = {
    [ASKED] = ASKED_COLUMNS,
    [PERIOD] = {"period", NULL, 0},
    [RANK] = {"rank", "Rank", 0},
    [RANK_RANGE] = {"rank_range", "Or", 0},
    [PARTY] = {"party", "Party", 0},
    [KIND] = {"kind", NULL, 0},
    [AMOUNT] = {"amount", "Amount", ARMS_ROUND_AS_AMOUNT},
    [AMOUNT_LOW] = {"amount_low", NULL, -1},
    [AMOUNT_HIGH] = {"amount_high", NULL, -1},
    [AMOUNT_BOUNDS] = {"amount_bounds", "Between", ARMS_ROUND_AS_BOUNDS},
    [SHARE] = {"share_percent", "Share %", ARMS_ROUND_AS_SHARE},
    [SHARE_LOW] = {"share_low", NULL, 3},
    [SHARE_HIGH] = {"share_high", NULL, 3},
    [BOUNDS] = {"share_bounds", "Between %", ARMS_ROUND_AS_BOUNDS},
    [ESTIMATED] = {"estimated_percent", "Estimated %", ARMS_ROUND_AS_SHARE},
    [ROWS] = {"rows", "Rows", 0},
    [TOTAL] = {"total", NULL, -1},
    [SOURCES] = {"sources", NULL, 0},
    [NOTE] = {"note", NULL, 0},
};

typedef struct job {
    session *session;
    const cli_settings *settings;
    arms_tally *tally;
    size_t number; /* of the dataset, from 1 */
    arms_table *table;
    arms_ranking ranking;
} job;

static void put_figures(arms_cell *cells, const job *j, const arms_place *place)
{
    cells[RANK] = arms_cell_number(figure_rank(&place->rank));
    figure_put_level(cells + AMOUNT, &place->level);
    figure_put_share(cells + SHARE, &place->share);
    cells[ESTIMATED] = arms_cell_number(figure_estimated(&place->level));
    cells[ROWS] = arms_cell_number((double)place->level.rows);
    cells[TOTAL] = arms_cell_number(figure_value(&j->ranking.whole));
}

static bool put_place(const job *j, const arms_place *place, const char *period,
                      arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const arms_dataset *dataset = arms_tally_dataset(j->tally);
    arms_entity_kind kind = arms_dataset_party_kind(dataset, place->party);
    const char *places;
    const figure_row row = {arena, place->party, j->settings->years};
    arms_cell *cells = arms_table_row(&j->session->page, j->table, err);
    if (!cells || !figure_sources(&places, j->settings, j->tally, &row, err) ||
        !figure_put_asked(cells + ASKED, arena, j->tally, j->number, err))
        return false;
    put_figures(cells, j, place);
    cells[PERIOD] = arms_cell_text(period);
    cells[RANK_RANGE] = arms_cell_text(figure_rank_range(arena, &place->rank, err));
    cells[PARTY] = arms_cell_text(arms_dataset_party_name(dataset, place->party));
    cells[KIND] = arms_cell_text(arms_entity_kind_name(kind));
    cells[AMOUNT_BOUNDS] =
        arms_cell_text(figure_amount_bounds(arena, &place->level, err));
    cells[BOUNDS] = arms_cell_text(figure_bounds(arena, &place->share, err));
    cells[SOURCES] = arms_cell_text(places);
    cells[NOTE] = arms_cell_text(place->share.note);
    return true;
}

/* " (1126.3 to 6943.9; allocated: …)", where the total is no sum of what is printed. */
static const char *allocation_words(const job *j, arms_error *err)
{
    char bounds[ARMS_ROUNDING_BOUNDS_SIZE];
    const arms_figure *whole = &j->ranking.whole;
    if (!whole->allocated)
        return "";
    (void)arms_rounding_bounds(bounds, j->settings->rounding, ARMS_ROUNDED_AMOUNT,
                               (arms_rounding_range){figure_value(whole),
                                                     whole->amount.low,
                                                     whole->amount.high});
    return arms_print(&j->session->arena, err, " (%s%s%s)", bounds, *bounds ? "; " : "",
                      whole->note);
}

static bool say_total(const job *j, size_t shown, arms_error *err)
{
    char digits[ARMS_ROUNDING_SIZE];
    arms_arena *arena = &j->session->arena;
    size_t count = j->ranking.count;
    const arms_dataset *dataset = arms_tally_dataset(j->tally);
    const char *name = arms_measure_name(arms_dataset_measure(dataset), arena, err);
    const char *rest = "", *between = allocation_words(j, err);
    const arms_partner_word *who = arms_partner_words(arms_tally_question(j->tally));
    if (count > shown)
        rest = arms_print(arena, err, "; %zu more %s not shown", count - shown,
                          count - shown == 1 ? "is" : "are");
    (void)arms_rounding_print(digits, j->settings->rounding, ARMS_ROUNDED_AMOUNT,
                              figure_value(&j->ranking.whole));
    return name && rest && between &&
           arms_page_add(&j->session->page, NULL,
                         arms_print(arena, err, "Total %s %s%s, %zu %s%s.", digits, name,
                                    between, count, count == 1 ? who->one : who->many,
                                    rest),
                         err);
}

static bool put_places(job *j, arms_error *err)
{
    size_t count = j->ranking.count, most = j->settings->most;
    arms_arena *arena = &j->session->arena;
    const char *period = arms_years_code(arena, j->settings->years, err);
    const char *title = title_ranking(arena, j->tally, err);
    const char *measure = arms_measure_words(arena, arms_tally_dataset(j->tally), err);
    size_t shown = most > 0 && most < count ? most : count;
    if (!period || !title || !measure)
        return false;
    for (size_t i = 0; i < shown; i++)
        if (!put_place(j, &j->ranking.places[i], period, err))
            return false;
    j->table->title =
        arms_print(arena, err, "d%zu: %s, %s; %s", j->number, title, period, measure);
    return j->table->title && say_total(j, shown, err);
}

static bool answer(session *s, const session_query *query, const char **why,
                   arms_error *err)
{
    job j = {.session = s,
             .settings = s->settings,
             .number = query->number,
             .tally = query->tally};
    if (!arms_tally_ranking(&j.ranking, j.tally, j.settings->years, err))
        return false;
    *why = j.ranking.whole.why;
    if (j.ranking.whole.reason != ARMS_REASON_NONE)
        return true;
    j.table = arms_page_table(&s->page, columns, WIDTH, err);
    return j.table && put_places(&j, err) && session_say_note(s, &query->terms, err);
}

static bool run(session *s, int *status, arms_error *err)
{
    const cli_settings *settings = s->settings;
    *status = 0;
    if (settings->importer && settings->exporter)
        return arms_fail(err, ARMS_USAGE,
                         "top ranks the partners of one party: give "
                         "--importer or --exporter, not both; 'armstrade "
                         "share' is for a pair");
    if (!session_check(s, err))
        return false;
    if (settings->two_periods)
        return top_periods_run(s, err);
    const session_asked asked = session_ask(settings);
    return session_answer_all(s, &asked, answer, err) && session_finish(s, err);
}

static const char *const takes[] = {
    DATA_OPTIONS, TERMS_OPTIONS, PAGE_OPTIONS, "--importer", "--exporter",
    "--year",     "--periods",   "--round",    "--flow",     "--category",
    "--limit",    "--explain",   NULL,
};

const cli_command cmd_top = {
    .name = "top",
    .summary = "ranking of partners or countries",
    .usage = "[--importer NAME | --exporter NAME | --flow import|export] --years Y1-Y2 "
             "--data FILE …",
    .examples = "  armstrade top --importer Pakistan --years 2020-2024 --data "
                "register.csv\n"
                "  armstrade top --flow export --year 2023 --limit 20 --data "
                "register.csv\n"
                "  armstrade top --flow export --periods 2015-2019,2020-2024 --data "
                "register.csv\n",
    .options = takes,
    .schema = "armstrade/top/1",
    .needs_data = true,
    .run = run,
};
