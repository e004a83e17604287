/* Networks to try: a small one that is worked by hand, and random ones. */
#ifndef ARMSTRADE_TESTS_LINKS_H
#define ARMSTRADE_TESTS_LINKS_H

#include <armstrade/network.h>

enum { LINKS_MOST = 24, LINKS_SMALL = 11, LINKS_TRIALS = 200 };

/* Four parties and one on its own: (0,1) is delivered in three parts; (3,2) is nothing;
 * (2,2) is a loop. */
extern const arms_link links_small[LINKS_SMALL];

/* One random network as edges and as the matrix of what they sum to. */
typedef struct links_world {
    arms_arena arena;
    arms_network network;
    size_t nodes, count, loops;
    arms_link edges[4 * LINKS_MOST];
    double weights[LINKS_MOST][LINKS_MOST];
} links_world;

/* Checks that it can be built. */
arms_network links_build(arms_arena *arena, const arms_link *edges, size_t count,
                         size_t nodes);

/* The small network. */
arms_network links_build_small(arms_arena *arena);

/* With deliveries in quarters, which sum without loss. */
void links_random(links_world *w);

#endif
