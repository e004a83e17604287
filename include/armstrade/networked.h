/* A period's trade as a network of the parties that trade in it. */
#ifndef ARMSTRADE_NETWORKED_H
#define ARMSTRADE_NETWORKED_H

#include <armstrade/network.h>
#include <armstrade/tally.h>

typedef struct arms_networked_node {
    arms_party party;
    arms_network_node links;
    double rank; /* PageRank; all add up to 1 */
} arms_networked_node;

typedef struct arms_networked {
    arms_network network;
    arms_networked_node *nodes; /* the highest rank first, equals by name */
    double density;
    arms_reciprocity reciprocity;
    arms_page_rank ranking;
    bool allocated;  /* some amounts are totals spread over years */
    const char *why; /* why there is none; then the rest means nothing */
} arms_networked;

/* All pairs of a question about the world's exporters (flow EXPORT, no subject), in its
 * years, as its policy counts them. Lives in `arena`. */
bool arms_networked_make(arms_networked *out, arms_arena *arena, const arms_tally *world,
                         arms_ranked ranked, arms_error *err);

#endif
