/* Networks to try. See the header. */
#include "tests/unit/links.h"

#include "tests/property/random.h"
#include "tests/unit/check.h"

const arms_link links_small[LINKS_SMALL] = {
    {0, 1, 60}, {0, 2, 50}, {0, 3, 25},  {1, 0, 30},  {0, 1, 30}, {2, 2, 99},
    {1, 3, 10}, {3, 2, 0},  {2, 3, 7.5}, {4, 0, 2.5}, {0, 1, 10},
};

arms_network links_build(arms_arena *arena, const arms_link *edges, size_t count,
                         size_t nodes)
{
    arms_network out = {0};
    CHECK(arms_network_build(&out, arena, (arms_edges){edges, count, nodes}, NULL));
    return out;
}

arms_network links_build_small(arms_arena *arena)
{
    return links_build(arena, links_small, LINKS_SMALL, 5);
}

void links_random(links_world *w)
{
    *w = (links_world){.nodes = 2 + random_below(LINKS_MOST - 1)};
    w->count = random_below(4 * w->nodes);
    for (size_t i = 0; i < w->count; i++) {
        arms_link *edge = &w->edges[i];
        *edge = (arms_link){random_below(w->nodes), random_below(w->nodes),
                            (double)random_below(400) / 4};
        bool loop = edge->exporter == edge->importer;
        w->loops += loop;
        w->weights[edge->exporter][edge->importer] += loop ? 0 : edge->weight;
    }
    w->network = links_build(&w->arena, w->edges, w->count, w->nodes);
}
