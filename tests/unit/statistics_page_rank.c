/* PageRank against exact fractions, against what networkx has in its tests, and against a
 * dense solution by LU; laws on random networks with a fixed seed. */
#include <gsl/gsl_linalg.h>
#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"
#include "tests/unit/links.h"

/* On a star without teleport, the walk is in the middle every other time. */
static void test_does_not_settle(void)
{
    static const arms_link star[] = {{0, 1, 1}, {0, 2, 1}, {1, 0, 1}, {2, 0, 1}};
    static const arms_page_rank_options bad[] = {
        {.damping = 1.5}, {.damping = -0.5}, {.damping = NAN}, {.tolerance = -1}};
    arms_arena arena = {0};
    arms_error err = {0};
    arms_page_rank out;
    double ranks[3];
    arms_network network = links_build(&arena, star, 4, 3);
    arms_page_rank_options all = {.damping = 1};
    CHECK(!arms_network_page_rank(&out, ranks, &network, all, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "does not settle within 1000 rounds");
    CHECK_COUNT(out.rounds, 1000);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        CHECK(!arms_network_page_rank(&out, ranks, &network, bad[i], &err));
        CHECK_COUNT(err.code, ARMS_USAGE);
    }
    arms_arena_free(&arena);
}

static void check_ranks(arms_network network, arms_page_rank_options options,
                        const double *want, double within)
{
    arms_page_rank out;
    double ranks[LINKS_MOST], sum = 0;
    CHECK(arms_network_page_rank(&out, ranks, &network, options, NULL));
    for (size_t i = 0; i < network.nodes; i++) {
        CHECK_NEAR(ranks[i] / want[i], 1, within);
        sum += ranks[i];
    }
    CHECK_NEAR(sum, 1, 2.3e-16 * (double)(network.nodes + 1)); /* each term is rounded */
    CHECK(out.change < 1e-12);
}

/* The example of Langville & Meyer (2005) with d = 0.9: exact fractions by elimination,
 * and the eight decimals that networkx has in its tests. The second node is dangling. */
static void test_langville_meyer(void)
{
    static const arms_link links[] = {{0, 1, 1}, {0, 2, 1}, {2, 0, 1}, {2, 1, 1},
                                      {2, 4, 1}, {3, 4, 1}, {3, 5, 1}, {4, 3, 1},
                                      {4, 5, 1}, {5, 3, 1}};
    static const double exact[] = {260.0 / 6987,     377.0 / 6987,     290.0 / 6987,
                                   76000.0 / 202623, 41740.0 / 202623, 2000.0 / 6987};
    static const double networkx[] = {0.03721197, 0.05395735, 0.04150565,
                                      0.37508082, 0.20599833, 0.28624589};
    const arms_page_rank_options options = {.damping = 0.9};
    arms_arena arena = {0};
    arms_network network = links_build(&arena, links, 10, 6);
    check_ranks(network, options, exact, 1e-10);
    check_ranks(network, options, networkx, 2e-7); /* half a unit of the last digit */
    arms_arena_free(&arena);
}

/* The network above with its weights, d = 0.85, both ways, as exact fractions that
 * Gaussian elimination gives in rational arithmetic. */
static void test_weighted(void)
{
    static const double importers[] = {278600.0 / 993109, 212640.0 / 993109,
                                       144980.0 / 993109, 279569.0 / 993109,
                                       77320.0 / 993109};
    static const double exporters[] = {363740.0 / 823603, 29724.0 / 74873,
                                       39836.0 / 823603, 34640.0 / 823603,
                                       58423.0 / 823603};
    const arms_page_rank_options money = {.ranked = ARMS_RANK_EXPORTERS};
    arms_arena arena = {0};
    arms_network network = links_build_small(&arena);
    check_ranks(network, (arms_page_rank_options){0}, importers, 1e-10);
    check_ranks(network, money, exporters, 1e-10);
    arms_arena_free(&arena);
}

/* Without teleport: 0 delivers to 1, and from 1 the walk goes on at either. */
static void test_dangling(void)
{
    static const arms_link link[] = {{0, 1, 5}};
    static const double want[] = {1.0 / 3, 2.0 / 3};
    arms_arena arena = {0};
    arms_network network = links_build(&arena, link, 1, 2);
    check_ranks(network, (arms_page_rank_options){.damping = 1}, want, 1e-10);
    arms_arena_free(&arena);
}

/* What the result tells of how it came about. */
static void test_particulars(void)
{
    arms_arena arena = {0};
    arms_page_rank out;
    double ranks[5];
    arms_network network = links_build_small(&arena);
    CHECK(
        arms_network_page_rank(&out, ranks, &network, (arms_page_rank_options){0}, NULL));
    CHECK(out.ranked == ARMS_RANK_IMPORTERS);
    CHECK(check_same(out.damping, 0.85));
    CHECK_COUNT(out.dangling, 1); /* 3 delivers nothing */
    CHECK(out.rounds > 5 && out.rounds < 200);
    arms_arena_free(&arena);
}

/* I − d S, where column j of S is how the walk goes on from j. */
static void fill_system(gsl_matrix *system, const links_world *w, double damping)
{
    gsl_matrix_set_identity(system);
    for (size_t from = 0; from < w->nodes; from++) {
        double sent = 0;
        for (size_t to = 0; to < w->nodes; to++)
            sent += w->weights[from][to];
        for (size_t to = 0; to < w->nodes; to++) {
            double chance = sent > 0 ? w->weights[from][to] / sent : 1 / (double)w->nodes;
            *gsl_matrix_ptr(system, to, from) -= damping * chance;
        }
    }
}

static void solve_ranks(double *ranks, const links_world *w, double damping)
{
    int sign;
    gsl_matrix *system = gsl_matrix_alloc(w->nodes, w->nodes);
    gsl_permutation *order = gsl_permutation_alloc(w->nodes);
    gsl_vector *start = gsl_vector_alloc(w->nodes), *out = gsl_vector_alloc(w->nodes);
    fill_system(system, w, damping);
    gsl_vector_set_all(start, (1 - damping) / (double)w->nodes);
    CHECK(gsl_linalg_LU_decomp(system, order, &sign) == 0);
    CHECK(gsl_linalg_LU_solve(system, order, start, out) == 0);
    for (size_t i = 0; i < w->nodes; i++)
        ranks[i] = gsl_vector_get(out, i);
    gsl_vector_free(out);
    gsl_vector_free(start);
    gsl_permutation_free(order);
    gsl_matrix_free(system);
}

static void test_against_dense(void)
{
    random_start();
    for (int trial = 0; trial < LINKS_TRIALS; trial++) {
        links_world w;
        double want[LINKS_MOST], damping = random_inside(0.1, 0.9);
        links_random(&w);
        solve_ranks(want, &w, damping);
        check_ranks(w.network, (arms_page_rank_options){.damping = damping}, want, 1e-10);
        arms_arena_free(&w.arena);
    }
}

/* The edges with other names for the nodes, in reverse order, times a factor. */
static arms_network disguise(links_world *w, const size_t *names, double factor)
{
    arms_link edges[4 * LINKS_MOST];
    for (size_t i = 0; i < w->count; i++) {
        arms_link edge = w->edges[w->count - 1 - i];
        edges[i] =
            (arms_link){names[edge.exporter], names[edge.importer], edge.weight * factor};
    }
    return links_build(&w->arena, edges, w->count, w->nodes);
}

static void shuffle(size_t *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        names[i] = i;
    for (size_t i = count; i > 1; i--) {
        size_t with = random_below(i), swap = names[i - 1];
        names[i - 1] = names[with];
        names[with] = swap;
    }
}

/* Other names for the nodes, another order and another unit change nothing. */
static void check_disguised(links_world *w)
{
    size_t names[LINKS_MOST];
    double ranks[LINKS_MOST], renamed[LINKS_MOST] = {0};
    arms_page_rank out;
    arms_reciprocity before = {0}, after = {0};
    shuffle(names, w->nodes);
    arms_network other = disguise(w, names, 1000 * random_inside(0, 1));
    CHECK(arms_network_page_rank(&out, ranks, &w->network, (arms_page_rank_options){0},
                                 NULL));
    for (size_t i = 0; i < w->nodes; i++)
        renamed[names[i]] = ranks[i];
    check_ranks(other, (arms_page_rank_options){0}, renamed, 1e-11);
    CHECK(arms_network_reciprocity(&before, &w->network, NULL) ==
          arms_network_reciprocity(&after, &other, NULL));
    CHECK_COUNT(before.mutual, after.mutual);
    CHECK_NEAR(before.weighted, after.weighted, 1e-13);
}

/* Exporters are importers of the reversed network. */
static void check_reversed(links_world *w)
{
    double ranks[LINKS_MOST];
    arms_page_rank out;
    for (size_t i = 0; i < w->count; i++) {
        size_t swap = w->edges[i].exporter;
        w->edges[i].exporter = w->edges[i].importer;
        w->edges[i].importer = swap;
    }
    arms_network other = links_build(&w->arena, w->edges, w->count, w->nodes);
    CHECK(arms_network_page_rank(&out, ranks, &other, (arms_page_rank_options){0}, NULL));
    check_ranks(w->network, (arms_page_rank_options){.ranked = ARMS_RANK_EXPORTERS},
                ranks, 1e-11);
}

static void test_laws(void)
{
    random_start();
    for (int trial = 0; trial < LINKS_TRIALS; trial++) {
        links_world w;
        links_random(&w);
        check_disguised(&w);
        check_reversed(&w);
        arms_arena_free(&w.arena);
    }
}

const check_test statistics_page_rank_tests[] = {
    {"a walk that does not settle", test_does_not_settle},
    {"a published example", test_langville_meyer},
    {"weights, both ways", test_weighted},
    {"nodes that pass nothing on", test_dangling},
    {"what it tells of itself", test_particulars},
    {"random networks by a dense solution", test_against_dense},
    {"other names, order, unit and direction", test_laws},
    {NULL, NULL},
};
