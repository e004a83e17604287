/* A period's trade as a network: each exporter's recipients become its links. See the
 * header. */
#include <armstrade/networked.h>

#include <string.h>

#include "analysis/tally_cells.h"

/* The network while it grows. */
typedef struct growing {
    arms_networked *out;
    arms_arena *arena;
    const arms_tally *world;
    arms_link *edges;
    size_t edge_count;
    size_t *node_of; /* party → node + 1; 0 = none yet */
    size_t nodes;
} growing;

static bool node_of(size_t *out, growing *g, arms_party party, arms_error *err)
{
    if (g->node_of[party] == 0) {
        g->out->nodes =
            arms_extend(g->arena, g->out->nodes, g->nodes, sizeof *g->out->nodes, err);
        if (!g->out->nodes)
            return false;
        g->out->nodes[g->nodes] = (arms_networked_node){.party = party};
        g->node_of[party] = ++g->nodes;
    }
    *out = g->node_of[party] - 1;
    return true;
}

static bool add_link(growing *g, size_t exporter, const arms_place *place,
                     arms_error *err)
{
    arms_link link = {.exporter = exporter, .weight = place->level.amount.value};
    g->edges = arms_extend(g->arena, g->edges, g->edge_count, sizeof *g->edges, err);
    if (!g->edges || !node_of(&link.importer, g, place->party, err))
        return false;
    g->edges[g->edge_count++] = link;
    g->out->allocated = g->out->allocated || place->level.allocated;
    return true;
}

static bool add_exporter(growing *g, arms_party party, arms_error *err)
{
    arms_question question = g->world->question;
    arms_tally *own;
    arms_ranking ranking;
    size_t exporter;
    question.subject = party;
    if (!arms_tally_make(&own, g->arena, g->world->dataset, &question, err) ||
        !arms_tally_ranking(&ranking, own, question.years, err))
        return false;
    if (ranking.whole.reason != ARMS_REASON_NONE) {
        g->out->why = ranking.whole.why;
        return true;
    }
    if (ranking.count > 0 && !node_of(&exporter, g, party, err))
        return false;
    for (size_t i = 0; i < ranking.count; i++)
        if (!add_link(g, exporter, &ranking.places[i], err))
            return false;
    return true;
}

static bool add_all(growing *g, arms_error *err)
{
    arms_ranking exporters;
    size_t parties = arms_entity_count() + arms_dataset_unlisted(g->world->dataset) + 1;
    g->node_of = arms_alloc(g->arena, parties, sizeof *g->node_of, err);
    if (!g->node_of ||
        !arms_tally_ranking(&exporters, g->world, g->world->question.years, err))
        return false;
    if (exporters.whole.reason != ARMS_REASON_NONE)
        g->out->why = exporters.whole.why;
    for (size_t i = 0; i < exporters.count && !g->out->why; i++)
        if (!add_exporter(g, exporters.places[i].party, err))
            return false;
    if (!g->out->why && g->edge_count == 0)
        g->out->why = "nothing is recorded between two parties";
    return true;
}

static bool comes_before(const arms_networked_node *a, const arms_networked_node *b,
                         const arms_dataset *dataset)
{
    if (a->rank > b->rank || a->rank < b->rank)
        return a->rank > b->rank;
    return strcmp(arms_dataset_party_name(dataset, a->party),
                  arms_dataset_party_name(dataset, b->party)) < 0;
}

static void sort(growing *g)
{
    arms_networked_node *nodes = g->out->nodes;
    for (size_t i = 1; i < g->nodes; i++) {
        arms_networked_node moving = nodes[i];
        size_t at = i;
        for (; at > 0 && comes_before(&moving, &nodes[at - 1], g->world->dataset); at--)
            nodes[at] = nodes[at - 1];
        nodes[at] = moving;
    }
}

static bool measure(growing *g, arms_ranked ranked, arms_error *err)
{
    arms_networked *out = g->out;
    const arms_network *network = &out->network;
    const arms_page_rank_options options = {.ranked = ranked};
    double *ranks = arms_alloc(g->arena, g->nodes, sizeof *ranks, err);
    arms_network_node *links = arms_alloc(g->arena, g->nodes, sizeof *links, err);
    if (!ranks || !links || !arms_network_strengths(links, network, err) ||
        !arms_network_density(&out->density, network, err) ||
        !arms_network_reciprocity(&out->reciprocity, network, err) ||
        !arms_network_page_rank(&out->ranking, ranks, network, options, err))
        return false;
    for (size_t i = 0; i < g->nodes; i++) {
        out->nodes[i].rank = ranks[i];
        out->nodes[i].links = links[i];
    }
    sort(g);
    return true;
}

bool arms_networked_make(arms_networked *out, arms_arena *arena, const arms_tally *world,
                         arms_ranked ranked, arms_error *err)
{
    *out = (arms_networked){0};
    growing g = {.out = out, .arena = arena, .world = world};
    if (!add_all(&g, err))
        return false;
    if (out->why)
        return true;
    return arms_network_build(&out->network, arena,
                              (arms_edges){g.edges, g.edge_count, g.nodes}, err) &&
           measure(&g, ranked, err);
}
