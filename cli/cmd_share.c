/* armstrade share: a partner's share, year by year and over the whole period. */
#include <armstrade/report.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "cli/titles.h"

typedef enum column {
    ASKED,
    PERIOD = ASKED + ASKED_WIDTH,
    PARTY,
    AMOUNT,
    AMOUNT_LOW,
    AMOUNT_HIGH,
    AMOUNT_BOUNDS,
    TOTAL,
    SHARE,
    SHARE_LOW,
    SHARE_HIGH,
    BOUNDS,
    RANK,
    RANK_RANGE,
    ESTIMATED,
    ROWS,
    SOURCES,
    REASON,
    NOTE,
    SHOWN_NOTE, /* on a terminal, where a note on all rows stands once below them */
    WIDTH
} column;

static const arms_column columns[WIDTH] = {
    [ASKED] = ASKED_COLUMNS,
    [PERIOD] = {"period", "Period", 0},
    [PARTY] = {"party", NULL, 0},
    [AMOUNT] = {"amount", "Amount", ARMS_ROUND_AS_AMOUNT},
    [AMOUNT_LOW] = {"amount_low", NULL, -1},
    [AMOUNT_HIGH] = {"amount_high", NULL, -1},
    [AMOUNT_BOUNDS] = {"amount_bounds", "Between", ARMS_ROUND_AS_BOUNDS},
    [TOTAL] = {"total", "Total", ARMS_ROUND_AS_AMOUNT},
    [SHARE] = {"share_percent", "Share %", ARMS_ROUND_AS_SHARE},
    [SHARE_LOW] = {"share_low", NULL, 3},
    [SHARE_HIGH] = {"share_high", NULL, 3},
    [BOUNDS] = {"share_bounds", "Between %", ARMS_ROUND_AS_BOUNDS},
    [RANK] = {"rank", "Rank", 0},
    [RANK_RANGE] = {"rank_range", "Or", 0},
    [ESTIMATED] = {"estimated_percent", "Estimated %", ARMS_ROUND_AS_SHARE},
    [ROWS] = {"rows", "Rows", 0},
    [SOURCES] = {"sources", NULL, 0},
    [REASON] = {"reason", NULL, 0},
    [NOTE] = {"note", NULL, 0},
    [SHOWN_NOTE] = {NULL, "Note", 0},
};

/* One dataset's part of the work. */
typedef struct job {
    session *session;
    const cli_settings *settings;
    const arms_tally *tally;
    arms_party partner;
    size_t number; /* of the dataset, from 1 */
    arms_table *table;
} job;

typedef struct answer {
    arms_years years;
    arms_figure level, whole, share;
    arms_place place; /* for its rank */
} answer;

static bool compute(answer *out, const job *j, arms_years years, arms_error *err)
{
    *out = (answer){.years = years};
    return arms_tally_level(&out->level, j->tally, j->partner, years, err) &&
           arms_tally_level(&out->whole, j->tally, ARMS_ALL, years, err) &&
           arms_tally_share(&out->share, j->tally, j->partner, years, err) &&
           arms_tally_rank(&out->place, j->tally, j->partner, years, err);
}

static void put_figures(arms_cell *cells, const answer *a)
{
    figure_put_level(cells + AMOUNT, &a->level);
    figure_put_share(cells + SHARE, &a->share);
    cells[TOTAL] = figure_amount(&a->whole);
    cells[RANK] = arms_cell_number(figure_rank(&a->place.rank));
    cells[ESTIMATED] = arms_cell_number(figure_estimated(&a->level));
    cells[ROWS] = arms_cell_number(figure_known(&a->level) ? (double)a->level.rows : NAN);
}

static bool put_row(const job *j, const answer *a, arms_error *err)
{
    const char *places;
    arms_arena *arena = &j->session->arena;
    const arms_dataset *dataset = arms_tally_dataset(j->tally);
    const figure_row row = {arena, j->partner, a->years};
    arms_cell *cells = arms_table_row(&j->session->page, j->table, err);
    if (!cells || !figure_sources(&places, j->settings, j->tally, &row, err) ||
        !figure_put_asked(cells + ASKED, arena, j->tally, j->number, err))
        return false;
    const char *why = figure_known(&a->share) ? a->share.note : a->share.why;
    cells[PERIOD] = arms_cell_text(arms_years_code(arena, a->years, err));
    cells[PARTY] = arms_cell_text(arms_dataset_party_name(dataset, j->partner));
    put_figures(cells, a);
    cells[AMOUNT_BOUNDS] = arms_cell_text(figure_amount_bounds(arena, &a->level, err));
    cells[BOUNDS] = arms_cell_text(figure_bounds(arena, &a->share, err));
    cells[RANK_RANGE] = arms_cell_text(figure_rank_range(arena, &a->place.rank, err));
    cells[SOURCES] = arms_cell_text(places);
    cells[REASON] = arms_cell_text(arms_reason_name(a->share.reason));
    cells[NOTE] = arms_cell_text(why);
    cells[SHOWN_NOTE] = arms_cell_text(figure_shown_note(why));
    return cells[PERIOD].text != NULL;
}

static bool put_rows(const job *j, size_t *figures, arms_error *err)
{
    answer a;
    arms_years years = arms_tally_question(j->tally)->years;
    for (int year = years.first; year <= years.last; year++) {
        if (!compute(&a, j, (arms_years){year, year}, err) || !put_row(j, &a, err))
            return false;
        *figures += figure_known(&a.share);
    }
    return years.first == years.last ||
           (compute(&a, j, years, err) && put_row(j, &a, err));
}

/* Below the table. */
static bool say_allocated(const job *j, arms_error *err)
{
    for (size_t row = 0; row < j->table->height; row++)
        if (j->table->cells[row * WIDTH + NOTE].text == arms_allocated_note())
            return arms_page_add(&j->session->page, NULL,
                                 figure_allocated_words(&j->session->arena, err), err);
    return true;
}

static bool put_explanation(const job *j, arms_error *err)
{
    arms_flow_list list;
    arms_years years = arms_tally_question(j->tally)->years;
    return !j->settings->explain ||
           (arms_tally_rows(&list, j->tally, j->partner, years, err) &&
            arms_page_rows(&j->session->page, &list, err));
}

static bool add_dataset(job *j, const session_terms *terms, size_t *figures,
                        arms_error *err)
{
    session *s = j->session;
    const arms_dataset *dataset = terms->dataset;
    const char *flow = title_flow(&s->arena, j->tally, err);
    const char *measure = arms_measure_words(&s->arena, dataset, err);
    const char *name = arms_dataset_party_name(dataset, terms->partner);
    j->table = arms_page_table(&s->page, columns, WIDTH, err);
    if (!j->table || !flow || !measure)
        return false;
    j->table->title = arms_print(&s->arena, err, "d%zu: share of %s%s in %s; %s",
                                 j->number, arms_article(name), name, flow, measure);
    return j->table->title && put_rows(j, figures, err) && say_allocated(j, err) &&
           session_say_note(s, terms, err) && put_explanation(j, err);
}

/* Without a partner, the subject's own share of the world total is meant. */
static session_asked ask(const cli_settings *settings)
{
    session_asked asked = session_ask(settings);
    if (!asked.partner)
        asked = (session_asked){.partner = asked.subject, .flow = asked.flow};
    return asked;
}

static bool add_datasets(session *s, const cli_settings *settings, arms_error *err)
{
    session_asked asked = ask(settings);
    size_t figures = 0;
    const char *why = "no file covers this";
    for (size_t i = 0; i < s->count; i++) {
        session_query query = {.number = i + 1};
        if (!session_ask_dataset(&query, s, &asked, err))
            return false;
        const session_terms *terms = &query.terms;
        job j = {.session = s,
                 .settings = settings,
                 .tally = query.tally,
                 .partner = terms->partner,
                 .number = query.number};
        why = terms->why ? terms->why : why;
        if (!terms->why && !add_dataset(&j, terms, &figures, err))
            return false;
    }
    const char *first = NULL;
    for (const arms_node *node = s->page.first; node && !first; node = node->next)
        first =
            node->table && node->table->height > 0 ? node->table->cells[NOTE].text : NULL;
    return figures > 0 ||
           arms_fail(err, ARMS_DOMAIN, "not enough information: %s", first ? first : why);
}

static bool run(session *s, int *status, arms_error *err)
{
    const cli_settings *settings = s->settings;
    *status = 0;
    if (!settings->importer && !settings->exporter)
        return arms_fail(err, ARMS_USAGE,
                         "whose share? add --importer NAME, --exporter "
                         "NAME or both");
    return session_check(s, err) && add_datasets(s, settings, err) &&
           session_finish(s, err);
}

static const char *const takes[] = {
    DATA_OPTIONS, TERMS_OPTIONS, PAGE_OPTIONS, "--importer", "--exporter", "--year",
    "--round",    "--flow",      "--category", "--explain",  NULL,
};

const cli_command cmd_share = {
    .name = "share",
    .summary = "a partner's share over time",
    .usage = "[--importer NAME] [--exporter NAME] --years Y1-Y2 --data FILE …",
    .examples =
        "  armstrade share --importer Pakistan --exporter Türkiye --years 2019-2023 "
        "\\\n      --data register.csv\n"
        "  armstrade share --exporter France --year 2023 --data register.csv "
        "--format csv\n",
    .options = takes,
    .schema = "armstrade/share/1",
    .needs_data = true,
    .run = run,
};
