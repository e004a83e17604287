/* The network of deliveries: links summed per pair of exporter and importer, the strength
 * s = Σ w and the degree of each node on both sides (Barrat et al. 2004), and the density
 * L / (n(n − 1)). Strengths are in the weights' unit, density is a part of 1. Density is
 * undefined for fewer than two nodes; a weight that is negative or missing is refused. */
#include <armstrade/interval.h>
#include <armstrade/network.h>

#include <math.h>
#include <stdlib.h>

static int order(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_ends(const void *left, const void *right)
{
    const arms_link *a = left, *b = right;
    int exporters = order(a->exporter, b->exporter);
    return exporters != 0 ? exporters : order(a->importer, b->importer);
}

/* With the weight, so that the order of the input cannot change a sum. */
static int by_all(const void *left, const void *right)
{
    const arms_link *a = left, *b = right;
    int ends = by_ends(a, b);
    return ends != 0 ? ends : (a->weight > b->weight) - (a->weight < b->weight);
}

static bool check_edge(const arms_link *edge, size_t nodes, arms_error *err)
{
    size_t larger = edge->exporter > edge->importer ? edge->exporter : edge->importer;
    if (larger >= nodes)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a network of %zu nodes meets the node "
                         "with the index %zu",
                         nodes, larger);
    if (!isfinite(edge->weight))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a network meets a missing value");
    if (edge->weight < 0)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a network meets a negative value");
    return true;
}

/* The edges without loops, and how many there are of both. */
static bool take_edges(arms_link *links, arms_network *out, arms_edges edges,
                       arms_error *err)
{
    for (size_t i = 0; i < edges.count; i++) {
        const arms_link *edge = &edges.edges[i];
        bool loop = edge->exporter == edge->importer;
        if (!check_edge(edge, edges.nodes, err))
            return false;
        if (!loop)
            links[out->count++] = *edge;
        out->loops += loop;
    }
    return true;
}

/* The link that the edges of one pair make, from *at on; *at moves past them. */
static arms_link sum_pair(const arms_link *links, size_t count, size_t *at)
{
    arms_link out = links[*at];
    arms_sum sum = {0};
    for (; *at < count && by_ends(&out, &links[*at]) == 0; ++*at)
        arms_sum_add(&sum, arms_interval_point(links[*at].weight));
    out.weight = arms_sum_total(&sum).value;
    return out;
}

static double total_weight(const arms_network *network)
{
    arms_sum sum = {0};
    for (size_t i = 0; i < network->count; i++)
        arms_sum_add(&sum, arms_interval_point(network->links[i].weight));
    return arms_sum_total(&sum).value;
}

bool arms_network_build(arms_network *out, arms_arena *arena, arms_edges edges,
                        arms_error *err)
{
    *out = (arms_network){.nodes = edges.nodes};
    arms_link *links = arms_alloc(arena, edges.count, sizeof *links, err);
    if (!links || !take_edges(links, out, edges, err))
        return false;
    if (out->count > 0)
        qsort(links, out->count, sizeof *links, by_all);
    size_t kept = 0, all = out->count;
    for (size_t at = 0; at < all;) {
        arms_link link = sum_pair(links, all, &at);
        if (!(link.weight <= 0)) /* a sum beyond all numbers stays, and fails below */
            links[kept++] = link;
    }
    out->links = links;
    out->count = kept;
    out->total = total_weight(out);
    return isfinite(out->total) ||
           arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: the weights of a network are too large");
}

const arms_link *arms_network_link(const arms_network *network, size_t exporter,
                                   size_t importer)
{
    const arms_link ends = {exporter, importer, 0};
    if (network->count == 0)
        return NULL;
    return bsearch(&ends, network->links, network->count, sizeof ends, by_ends);
}

/* Sums of one node's links, on both sides. */
typedef struct sides {
    arms_sum sent, received;
} sides;

bool arms_network_strengths(arms_network_node *nodes, const arms_network *network,
                            arms_error *err)
{
    arms_arena scratch = {0};
    sides *sums = arms_alloc(&scratch, network->nodes, sizeof *sums, err);
    for (size_t i = 0; sums && i < network->nodes; i++)
        nodes[i] = (arms_network_node){0};
    for (size_t i = 0; sums && i < network->count; i++) {
        const arms_link *link = &network->links[i];
        arms_interval weight = arms_interval_point(link->weight);
        arms_sum_add(&sums[link->exporter].sent, weight);
        arms_sum_add(&sums[link->importer].received, weight);
        nodes[link->exporter].out_degree++;
        nodes[link->importer].in_degree++;
    }
    for (size_t i = 0; sums && i < network->nodes; i++) {
        nodes[i].out_strength = arms_sum_total(&sums[i].sent).value;
        nodes[i].in_strength = arms_sum_total(&sums[i].received).value;
    }
    arms_arena_free(&scratch);
    return sums != NULL;
}

bool arms_network_density(double *out, const arms_network *network, arms_error *err)
{
    double nodes = (double)network->nodes;
    if (network->nodes < 2)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: the density of a network needs at "
                         "least 2 nodes, there are %zu",
                         network->nodes);
    *out = (double)network->count / (nodes * (nodes - 1));
    return true;
}
