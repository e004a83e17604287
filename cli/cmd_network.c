/* armstrade network: who is linked to whom, how much, and how central. */
#include <armstrade/networked.h>
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
    PLACE,
    PARTY,
    KIND,
    RANK,
    EXPORTS,
    RECIPIENTS,
    IMPORTS,
    SUPPLIERS,
    WIDTH
} column;

static const arms_column columns[WIDTH] = {
    [ASKED] = ASKED_COLUMNS,
    [PERIOD] = {"period", NULL, 0},
    [PLACE] = {"place", "Place", 0},
    [PARTY] = {"party", "Party", 0},
    [KIND] = {"kind", NULL, 0},
    [RANK] = {"pagerank_percent", "PageRank %", ARMS_ROUND_AS_SHARE},
    [EXPORTS] = {"exports", "Exports", ARMS_ROUND_AS_AMOUNT},
    [RECIPIENTS] = {"recipients", "Recipients", 0},
    [IMPORTS] = {"imports", "Imports", ARMS_ROUND_AS_AMOUNT},
    [SUPPLIERS] = {"suppliers", "Suppliers", 0},
};

typedef struct job {
    session *session;
    arms_tally *tally; /* of the world's exporters */
    size_t number;     /* of the dataset, from 1 */
    const char *period;
    arms_networked found;
    arms_table *table;
} job;

static bool put_row(const job *j, size_t i, arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const arms_dataset *dataset = arms_tally_dataset(j->tally);
    const arms_networked_node *node = &j->found.nodes[i];
    const arms_network_node *links = &node->links;
    arms_cell *cells = arms_table_row(&j->session->page, j->table, err);
    if (!cells || !figure_put_asked(cells + ASKED, arena, j->tally, j->number, err))
        return false;
    cells[PERIOD] = arms_cell_text(j->period);
    cells[PLACE] = arms_cell_number((double)(i + 1));
    cells[PARTY] = arms_cell_text(arms_dataset_party_name(dataset, node->party));
    cells[KIND] = arms_cell_text(
        arms_entity_kind_name(arms_dataset_party_kind(dataset, node->party)));
    cells[RANK] = arms_cell_number(100 * node->rank);
    cells[EXPORTS] =
        links->out_degree > 0 ? arms_cell_number(links->out_strength) : arms_cell_nil();
    cells[RECIPIENTS] = arms_cell_number((double)links->out_degree);
    cells[IMPORTS] =
        links->in_degree > 0 ? arms_cell_number(links->in_strength) : arms_cell_nil();
    cells[SUPPLIERS] = arms_cell_number((double)links->in_degree);
    return true;
}

/* What the network is like, and what the rank means. */
static bool say_network(const job *j, arms_error *err)
{
    const arms_networked *f = &j->found;
    bool imports = f->ranking.ranked == ARMS_RANK_IMPORTERS;
    const char *text = arms_print(
        &j->session->arena, err,
        "%zu parties, %zu links: %.1f %% of those possible; %.1f %% of the links, and "
        "%.1f %% of the volume, run both ways. PageRank follows the %s (damping %.2f): "
        "%s "
        "ranks high that %s much, and from parties that rank high themselves.%s",
        f->network.nodes, f->network.count, 100 * f->density, 100 * f->reciprocity.links,
        100 * f->reciprocity.weighted, imports ? "weapons" : "money", f->ranking.damping,
        imports ? "an importer" : "an exporter", imports ? "receives" : "is paid",
        f->allocated
            ? " Some amounts are totals of deals that are spread over years: the "
              "figures are one of many that are possible."
            : "");
    return text && arms_page_say(&j->session->page, text, err);
}

static bool put_table(job *j, arms_error *err)
{
    session *s = j->session;
    size_t count = j->found.network.nodes, most = s->settings->most;
    const char *measure =
        arms_measure_words(&s->arena, arms_tally_dataset(j->tally), err);
    j->period = arms_years_code(&s->arena, s->settings->years, err);
    j->table = arms_page_table(&s->page, columns, WIDTH, err);
    if (!measure || !j->period || !j->table)
        return false;
    j->table->title = arms_print(&s->arena, err,
                                 "d%zu: the arms trade as a network, %s; "
                                 "%s",
                                 j->number, j->period, measure);
    for (size_t i = 0; i < count && (most == 0 || i < most); i++)
        if (!put_row(j, i, err))
            return false;
    return j->table->title && say_network(j, err);
}

static bool answer(session *s, const session_query *query, const char **why,
                   arms_error *err)
{
    job j = {.session = s, .number = query->number, .tally = query->tally};
    bool exporters =
        s->settings->direction_given && s->settings->direction == ARMS_EXPORT;
    if (!arms_networked_make(&j.found, &s->arena, j.tally,
                             exporters ? ARMS_RANK_EXPORTERS : ARMS_RANK_IMPORTERS, err))
        return false;
    *why = j.found.why;
    return *why || (put_table(&j, err) && session_say_note(s, &query->terms, err));
}

static bool run(session *s, int *status, arms_error *err)
{
    const session_asked world = {.flow = ARMS_EXPORT};
    *status = 0;
    return session_check(s, err) && session_answer_all(s, &world, answer, err) &&
           arms_page_sources(&s->page, err) && output_page(&s->page, s->settings, err);
}

static const char *const takes[] = {
    DATA_OPTIONS, TERMS_OPTIONS, PAGE_OPTIONS, "--year", "--flow",
    "--category", "--limit",     "--round",    NULL,
};

const cli_command cmd_network = {
    .name = "network",
    .summary = "who is linked to whom, and how central",
    .usage = "[--flow import|export] --years Y1-Y2 --data FILE …",
    .examples = "  armstrade network --years 2020-2024 --data register.csv\n"
                "  armstrade network --flow export --years 2020-2024 --limit 20 --data "
                "register.csv\n",
    .options = takes,
    .schema = "armstrade/network/1",
    .needs_data = true,
    .run = run,
};
