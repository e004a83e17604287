/* A ranking in two periods. See the header. */
#include "cli/top_periods.h"

#include <armstrade/periods.h>
#include <armstrade/report.h>
#include <math.h>
#include <string.h>

#include "analysis/claims/wording.h"
#include "cli/figures.h"
#include "cli/titles.h"

enum { MAIN_PARTNERS = 3 };

typedef enum column {
    ASKED,
    PERIOD_BEFORE = ASKED + ASKED_WIDTH,
    PERIOD_AFTER,
    RANK,
    RANK_RANGE,
    RANK_BEFORE,
    PARTY,
    KIND,
    AMOUNT,
    SHARE,
    SHARE_LOW,
    SHARE_HIGH,
    SHARE_BEFORE,
    CHANGE,
    CHANGE_LOW,
    CHANGE_HIGH,
    CHANGE_BOUNDS,
    MAIN,
    PARTNERS, /* three times a name and a share */
    REASON = PARTNERS + 2 * MAIN_PARTNERS,
    WIDTH
} column;

/* The heads of shares name their periods, those of partners who they are. */
static const arms_column columns[WIDTH] = {
    [ASKED] = ASKED_COLUMNS,
    [PERIOD_BEFORE] = {"period_before", NULL, 0},
    [PERIOD_AFTER] = {"period_after", NULL, 0},
    [RANK] = {"rank", "Rank", 0},
    [RANK_RANGE] = {"rank_range", "Or", 0},
    [RANK_BEFORE] = {"rank_before", NULL, 0},
    [PARTY] = {"party", "Party", 0},
    [KIND] = {"kind", NULL, 0},
    [AMOUNT] = {"amount", NULL, -1},
    [SHARE] = {"share_percent", "", ARMS_ROUND_AS_SHARE},
    [SHARE_LOW] = {"share_low", NULL, 3},
    [SHARE_HIGH] = {"share_high", NULL, 3},
    [SHARE_BEFORE] = {"share_before_percent", "", ARMS_ROUND_AS_SHARE},
    [CHANGE] = {"change_percent", "Change %", ARMS_ROUND_AS_CHANGE},
    [CHANGE_LOW] = {"change_low", NULL, 3},
    [CHANGE_HIGH] = {"change_high", NULL, 3},
    [CHANGE_BOUNDS] = {"change_bounds", "Between %", ARMS_ROUND_AS_BOUNDS},
    [MAIN] = {NULL, "", 0},
    [PARTNERS] = {"partner_1", NULL, 0},
    [PARTNERS + 1] = {"partner_1_percent", NULL, 3},
    [PARTNERS + 2] = {"partner_2", NULL, 0},
    [PARTNERS + 3] = {"partner_2_percent", NULL, 3},
    [PARTNERS + 4] = {"partner_3", NULL, 0},
    [PARTNERS + 5] = {"partner_3_percent", NULL, 3},
    [REASON] = {"reason", "Note", 0},
};

typedef struct job {
    session *session;
    arms_tally *tally;
    size_t number; /* of the dataset, from 1 */
    const char *periods[ARMS_PERIODS];
    arms_table *table;
} job;

static const char *share_head(const job *j, size_t period, arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const char *name = title_period(arena, j->session->settings->periods[period], err);
    return name ? arms_print(arena, err, "Share %% %s", name) : NULL;
}

/* "Main recipients (% of its exports)": whom a party of the ranking deals with. */
static const char *main_head(const job *j)
{
    bool imports = arms_tally_question(j->tally)->flow == ARMS_IMPORT;
    return imports ? "Main suppliers (% of its imports)"
                   : "Main recipients (% of its exports)";
}

static bool make_table(job *j, arms_error *err)
{
    arms_column *named = arms_alloc(&j->session->arena, WIDTH, sizeof *named, err);
    if (!named)
        return false;
    memcpy(named, columns, sizeof columns);
    named[SHARE].head = share_head(j, ARMS_AFTER, err);
    named[SHARE_BEFORE].head = share_head(j, ARMS_BEFORE, err);
    named[MAIN].head = main_head(j);
    j->table = arms_page_table(&j->session->page, named, WIDTH, err);
    return named[SHARE].head && named[SHARE_BEFORE].head && j->table;
}

static void put_figures(arms_cell *cells, const arms_period_row *row)
{
    const arms_place *before = &row->places[ARMS_BEFORE],
                     *after = &row->places[ARMS_AFTER];
    cells[RANK] = arms_cell_number(figure_rank(&after->rank));
    cells[RANK_BEFORE] = arms_cell_number(figure_rank(&before->rank));
    cells[AMOUNT] = figure_amount(&after->level);
    figure_put_share(cells + SHARE, &after->share);
    cells[SHARE_BEFORE] = figure_cell(&before->share, 100);
    figure_put_interval(cells + CHANGE, row->change.why ? NULL : &row->change.amount, 1);
}

/* The three largest partners of a party of the world's ranking, in the later period. */
static bool put_partners(arms_cell *cells, const job *j, arms_party party,
                         arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    arms_buffer text = {0};
    char digits[ARMS_ROUNDING_SIZE];
    arms_question question = *arms_tally_question(j->tally);
    arms_tally *own;
    arms_ranking ranking;
    const arms_dataset *dataset = arms_tally_dataset(j->tally);
    if (question.subject != ARMS_ALL)
        return true; /* the partners' own partners lie outside the question */
    question.subject = party;
    question.years = j->session->settings->periods[ARMS_AFTER];
    if (!arms_tally_make(&own, arena, dataset, &question, err) ||
        !arms_tally_ranking(&ranking, own, question.years, err))
        return false;
    for (size_t i = 0; i < ranking.count && i < MAIN_PARTNERS; i++) {
        const char *name = arms_dataset_party_name(dataset, ranking.places[i].party);
        double share = 100 * ranking.places[i].share.amount.value;
        cells[PARTNERS + 2 * i] = arms_cell_text(name);
        cells[PARTNERS + 2 * i + 1] = arms_cell_number(share);
        arms_buffer_print(&text, "%s%s (%s)", i > 0 ? ", " : "", name,
                          arms_rounding_print(digits, j->session->settings->rounding,
                                              ARMS_ROUNDED_SHARE, share));
    }
    bool done = arms_buffer_check(&text, err);
    cells[MAIN] = arms_cell_text(
        done && text.len > 0 ? arms_copy(arena, text.data, text.len, err) : NULL);
    arms_buffer_free(&text);
    return done;
}

static bool put_row(const job *j, const arms_period_row *row, arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const arms_dataset *dataset = arms_tally_dataset(j->tally);
    const arms_derived *change = &row->change;
    arms_cell *cells = arms_table_row(&j->session->page, j->table, err);
    if (!cells || !figure_put_asked(cells + ASKED, arena, j->tally, j->number, err) ||
        !put_partners(cells, j, row->party, err))
        return false;
    put_figures(cells, row);
    cells[PERIOD_BEFORE] = arms_cell_text(j->periods[ARMS_BEFORE]);
    cells[PERIOD_AFTER] = arms_cell_text(j->periods[ARMS_AFTER]);
    cells[RANK_RANGE] =
        arms_cell_text(figure_rank_range(arena, &row->places[ARMS_AFTER].rank, err));
    cells[PARTY] = arms_cell_text(arms_dataset_party_name(dataset, row->party));
    cells[KIND] = arms_cell_text(
        arms_entity_kind_name(arms_dataset_party_kind(dataset, row->party)));
    cells[CHANGE_BOUNDS] = arms_cell_text(figure_change_bounds(arena, change, err));
    cells[REASON] = arms_cell_text(change->why);
    return true;
}

/* "The world's arms exports changed by −0.6 % …" below the table. */
static bool say_whole(const job *j, const arms_periods *p, size_t shown, arms_error *err)
{
    char digits[ARMS_ROUNDING_SIZE];
    arms_arena *arena = &j->session->arena;
    const char *flow = title_flow(arena, j->tally, err), *rest = "", *change = "";
    if (p->count > shown)
        rest = arms_print(arena, err, " %zu more %s not shown.", p->count - shown,
                          p->count - shown == 1 ? "is" : "are");
    if (!p->whole.change.why)
        change = arms_print(arena, err, "All of %s changed by %s %%.", flow ? flow : "",
                            arms_rounding_print(digits, j->session->settings->rounding,
                                                ARMS_ROUNDED_CHANGE,
                                                p->whole.change.amount.value));
    return flow && rest && change &&
           arms_page_add(&j->session->page, NULL,
                         arms_print(arena, err, "%s%s", change, rest), err);
}

static bool put_table(job *j, const arms_periods *p, arms_error *err)
{
    session *s = j->session;
    size_t most = s->settings->most,
           shown = most > 0 && most < p->count ? most : p->count;
    const char *title = title_ranking(&s->arena, j->tally, err);
    const char *measure =
        arms_measure_words(&s->arena, arms_tally_dataset(j->tally), err);
    for (size_t i = 0; i < ARMS_PERIODS; i++)
        j->periods[i] = arms_years_code(&s->arena, p->years[i], err);
    if (!title || !measure || !j->periods[0] || !j->periods[1] || !make_table(j, err))
        return false;
    j->table->title = arms_print(&s->arena, err, "d%zu: %s, %s and %s; %s", j->number,
                                 title, j->periods[1], j->periods[0], measure);
    for (size_t i = 0; i < shown; i++)
        if (!put_row(j, &p->rows[i], err))
            return false;
    return j->table->title && say_whole(j, p, shown, err);
}

static bool answer(session *s, const session_query *query, const char **why,
                   arms_error *err)
{
    arms_periods periods;
    job j = {.session = s, .number = query->number, .tally = query->tally};
    if (!arms_periods_make(&periods, j.tally, s->settings->periods, err))
        return false;
    const arms_figure *after = &periods.whole.places[ARMS_AFTER].level;
    *why = after->reason != ARMS_REASON_NONE ? after->why : periods.whole.change.why;
    return *why ||
           (put_table(&j, &periods, err) && session_say_note(s, &query->terms, err));
}

bool top_periods_run(session *s, arms_error *err)
{
    const session_asked asked = session_ask(s->settings);
    return session_answer_all(s, &asked, answer, err) && figure_say_lengths(s, err) &&
           session_finish(s, err);
}
