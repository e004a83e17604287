/* The arms trade as a network: nodes are the parties 0 … nodes − 1, a link runs from an
 * exporter to an importer, and its weight is what was delivered, in any one unit.
 *
 * Weapons run along the links and money against them. Whatever a party delivers to itself
 * (a loop) is no trade: it is counted, and left out of every figure here. All pointers
 * may be NULL where their count is 0. */
#ifndef ARMSTRADE_NETWORK_H
#define ARMSTRADE_NETWORK_H

#include <armstrade/arena.h>

typedef struct arms_link {
    size_t exporter, importer;
    double weight;
} arms_link;

/* Deliveries in any order; several of one pair are summed. */
typedef struct arms_edges {
    const arms_link *edges;
    size_t count;
    size_t nodes;
} arms_edges;

typedef struct arms_network {
    size_t nodes;
    const arms_link *links; /* one a pair, weight > 0, by exporter, then by importer */
    size_t count;
    double total; /* the weight of all links */
    size_t loops; /* edges from a party to itself, left out */
} arms_network;

/* The network of `edges`, in `arena`; the sums are those of interval.h. DOMAIN where a
 * weight is negative or missing, an index is not below `nodes`, or the total is too large
 * for a number. A network without links or nodes is one. */
bool arms_network_build(arms_network *out, arms_arena *arena, arms_edges edges,
                        arms_error *err);

/* The link between two parties; NULL where there is none. */
const arms_link *arms_network_link(const arms_network *network, size_t exporter,
                                   size_t importer);

typedef struct arms_network_node {
    double out_strength, in_strength; /* delivered and received, in the weights' unit */
    size_t out_degree, in_degree;     /* importers it delivers to, exporters it has */
} arms_network_node;

/* Strength and degree (Barrat et al. 2004) of all nodes, into `nodes`, which has room for
 * them. Nothing is undefined: a party without links has 0. */
bool arms_network_strengths(arms_network_node *nodes, const arms_network *network,
                            arms_error *err);

/* Links by possible links, L / (n(n − 1)), 0 … 1. All nodes count, also those without
 * links. DOMAIN for n < 2. */
bool arms_network_density(double *out, const arms_network *network, arms_error *err);

typedef struct arms_reciprocity {
    double links;    /* part of the links whose reverse is there too, 0 … 1 */
    double weighted; /* Σ min(w_ij, w_ji) / Σ w_ij, 0 … 1 */
    size_t count;    /* n: the links */
    size_t mutual;   /* those whose reverse is there too */
} arms_reciprocity;

/* How much of the trade runs both ways: links L↔/L (Newman, Forrest & Balthrop 2002),
 * both of a pair counted; weights W↔/W (Squartini et al. 2013). DOMAIN without links.
 * As networkx and igraph have it; igraph's "ratio" counts pairs, links / (2 − links). */
bool arms_network_reciprocity(arms_reciprocity *out, const arms_network *network,
                              arms_error *err);

/* Who is ranked. Importers: by weapons received, and more by those from parties that
 * receive much themselves; the walk follows the weapons. Exporters: the walk follows the
 * money, which is the same on the reversed network. */
typedef enum arms_ranked { ARMS_RANK_IMPORTERS, ARMS_RANK_EXPORTERS } arms_ranked;

/* What is 0 takes the default. */
typedef struct arms_page_rank_options {
    arms_ranked ranked;
    double damping;   /* 0 < d ≤ 1; default 0.85 */
    double tolerance; /* stop where Σ|change| of a round is below it; default 1e-12 */
    size_t rounds;    /* at most; default 1000 */
} arms_page_rank_options;

typedef struct arms_page_rank {
    arms_ranked ranked;
    double damping;
    double change;   /* Σ|change| of the last round */
    size_t rounds;   /* that it took */
    size_t dangling; /* parties from which the walk has no link to follow */
} arms_page_rank;

/* PageRank (Page, Brin, Motwani & Winograd 1999) by power iteration, into `ranks`, which
 * has room for all nodes; they sum to 1. The walk follows a link with a chance in
 * proportion to its weight; with the chance 1 − d, and always from a party that has no
 * link to follow, it goes on at any node, all alike. Where reference programs differ this
 * is what networkx does: links weigh, and the rank of dangling nodes is spread evenly.
 * DOMAIN without nodes and where the ranks do not settle; USAGE for options out of range;
 * LIMIT above 2^31 − 1 nodes. */
bool arms_network_page_rank(arms_page_rank *out, double *ranks,
                            const arms_network *network, arms_page_rank_options options,
                            arms_error *err);

#endif
