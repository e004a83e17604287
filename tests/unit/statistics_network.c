/* Networks: strength, degree, density and reciprocity, worked by hand and, for random
 * networks with a fixed seed, by plain loops over a matrix. */
#include <float.h>
#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"
#include "tests/unit/links.h"

static void test_build(void)
{
    arms_arena arena = {0};
    arms_network network = links_build_small(&arena);
    CHECK_COUNT(network.count, 7);
    CHECK_COUNT(network.loops, 1);
    CHECK(check_same(network.total, 225));
    CHECK(check_same(arms_network_link(&network, 0, 1)->weight, 100));
    CHECK(!arms_network_link(&network, 3, 2) && !arms_network_link(&network, 2, 2));
    for (size_t i = 1; i < network.count; i++)
        CHECK(network.links[i - 1].exporter * 5 + network.links[i - 1].importer <
              network.links[i].exporter * 5 + network.links[i].importer);
    arms_arena_free(&arena);
}

static void test_strengths(void)
{
    static const arms_network_node want[] = {
        {175, 32.5, 3, 2}, {40, 100, 2, 1}, {7.5, 50, 1, 1},
        {0, 42.5, 0, 3},   {2.5, 0, 1, 0},
    };
    arms_arena arena = {0};
    arms_network_node got[5];
    arms_network network = links_build_small(&arena);
    CHECK(arms_network_strengths(got, &network, NULL));
    for (size_t i = 0; i < 5; i++) {
        CHECK(check_same(got[i].out_strength, want[i].out_strength));
        CHECK(check_same(got[i].in_strength, want[i].in_strength));
        CHECK_COUNT(got[i].out_degree, want[i].out_degree);
        CHECK_COUNT(got[i].in_degree, want[i].in_degree);
    }
    arms_arena_free(&arena);
}

/* 7 of 20 links; 0 and 1 deliver to each other, 30 of 100 back. networkx and igraph's
 * default make 2 of 7 links reciprocal; igraph's "ratio" makes it 1 of 6 pairs. */
static void test_density_and_reciprocity(void)
{
    arms_arena arena = {0};
    arms_reciprocity got;
    double density = -1;
    arms_network network = links_build_small(&arena);
    CHECK(arms_network_density(&density, &network, NULL));
    CHECK_NEAR(density, 0.35, 1e-15);
    CHECK(arms_network_reciprocity(&got, &network, NULL));
    CHECK_COUNT(got.count, 7);
    CHECK_COUNT(got.mutual, 2);
    CHECK_NEAR(got.links, 2.0 / 7, 1e-15);
    CHECK_NEAR(got.links / (2 - got.links), 1.0 / 6, 1e-15);
    CHECK_NEAR(got.weighted, 60.0 / 225, 1e-15);
    arms_arena_free(&arena);
}

/* A sum does not hang on the order of the edges, even where a compensated sum does: from
 * the largest down it forgets the two smallest, and then makes a tie 1. */
static void test_order(void)
{
    static const arms_link down[] = {
        {0, 1, 1}, {0, 1, 0x1p-53}, {0, 1, 0x1p-106}, {0, 1, 0x1p-106}};
    static const arms_link up[] = {
        {0, 1, 0x1p-106}, {0, 1, 0x1p-106}, {0, 1, 0x1p-53}, {0, 1, 1}};
    arms_arena arena = {0};
    arms_network one = links_build(&arena, down, 4, 2);
    arms_network other = links_build(&arena, up, 4, 2);
    CHECK(check_same(one.total, 1 + 0x1p-52)); /* nearest to 1 + 2^-53 + 2^-105 */
    CHECK(check_same(other.total, 1 + 0x1p-52));
    arms_arena_free(&arena);
}

static bool refused(const arms_link *edges, size_t count, const char *why)
{
    arms_arena arena = {0};
    arms_network out;
    arms_error err = {0};
    bool built = arms_network_build(&out, &arena, (arms_edges){edges, count, 3}, &err);
    arms_arena_free(&arena);
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    return !built && CHECK_HAS(err.text, why);
}

static void test_refused(void)
{
    static const arms_link beyond[] = {{0, 3, 1}}, negative[] = {{0, 1, 1}, {0, 1, -1}},
                           missing[] = {{1, 2, NAN}}, endless[] = {{1, 1, HUGE_VAL}},
                           large[] = {{0, 1, DBL_MAX}, {1, 0, DBL_MAX}},
                           pair[] = {{0, 1, DBL_MAX}, {0, 1, DBL_MAX}};
    CHECK(refused(beyond, 1, "the index 3"));
    CHECK(refused(negative, 2, "negative"));
    CHECK(refused(missing, 1, "missing"));
    CHECK(refused(endless, 1, "missing"));
    CHECK(refused(large, 2, "too large"));
    CHECK(refused(pair, 2, "too large"));
}

static void test_undefined(void)
{
    arms_arena arena = {0};
    arms_error err = {0};
    arms_reciprocity back;
    arms_page_rank ranking;
    double density, ranks[3] = {0};
    arms_network none = links_build(&arena, NULL, 0, 0),
                 one = links_build(&arena, NULL, 0, 1);
    CHECK(!arms_network_density(&density, &one, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "at least 2 nodes, there are 1");
    CHECK(!arms_network_reciprocity(&back, &one, &err));
    CHECK_HAS(err.text, "at least 1 link");
    CHECK(!arms_network_page_rank(&ranking, ranks, &none, (arms_page_rank_options){0},
                                  &err));
    CHECK_HAS(err.text, "at least 1 node");
    CHECK(arms_network_strengths(NULL, &none, NULL));
    CHECK(
        arms_network_page_rank(&ranking, ranks, &one, (arms_page_rank_options){0}, NULL));
    CHECK(check_same(ranks[0], 1)); /* alone, and always there */
    arms_arena_free(&arena);
}

/* Against plain loops over the matrix. */
static void check_by_matrix(const links_world *w)
{
    size_t links = 0, mutual = 0;
    double least = 0, total = 0;
    for (size_t i = 0; i < w->nodes * w->nodes; i++) {
        double there = w->weights[i / w->nodes][i % w->nodes];
        double back = w->weights[i % w->nodes][i / w->nodes];
        links += there > 0;
        mutual += there > 0 && back > 0;
        least += fmin(there, back);
        total += there;
    }
    arms_reciprocity got = {0};
    double density = -1;
    CHECK_COUNT(w->network.count, links);
    CHECK_COUNT(w->network.loops, w->loops);
    CHECK(check_same(w->network.total, total));
    CHECK(arms_network_density(&density, &w->network, NULL));
    CHECK_NEAR(density * (double)(w->nodes * (w->nodes - 1)), (double)links, 1e-12);
    CHECK(arms_network_reciprocity(&got, &w->network, NULL) == (links > 0));
    CHECK_COUNT(got.mutual, mutual);
    if (links > 0)
        CHECK_NEAR(got.weighted, least / total, 1e-14);
}

static void check_node(const links_world *w, const arms_network_node *node, size_t at)
{
    double sent = 0, received = 0;
    size_t importers = 0, exporters = 0;
    for (size_t i = 0; i < w->nodes; i++) {
        sent += w->weights[at][i];
        received += w->weights[i][at];
        importers += w->weights[at][i] > 0;
        exporters += w->weights[i][at] > 0;
    }
    CHECK(check_same(node->out_strength, sent));
    CHECK(check_same(node->in_strength, received));
    CHECK_COUNT(node->out_degree, importers);
    CHECK_COUNT(node->in_degree, exporters);
}

/* Both sides hold the whole. */
static void check_sides(const links_world *w)
{
    arms_network_node nodes[LINKS_MOST];
    double sent = 0, received = 0;
    CHECK(arms_network_strengths(nodes, &w->network, NULL));
    for (size_t i = 0; i < w->nodes; i++) {
        check_node(w, &nodes[i], i);
        sent += nodes[i].out_strength;
        received += nodes[i].in_strength;
    }
    CHECK(check_same(sent, received) && check_same(sent, w->network.total));
}

static void test_random_networks(void)
{
    random_start();
    for (int trial = 0; trial < LINKS_TRIALS; trial++) {
        links_world w;
        links_random(&w);
        check_by_matrix(&w);
        check_sides(&w);
        arms_arena_free(&w.arena);
    }
}

const check_test statistics_network_tests[] = {
    {"links summed per pair", test_build},
    {"strength and degree", test_strengths},
    {"density and reciprocity", test_density_and_reciprocity},
    {"the order of edges", test_order},
    {"networks that are refused", test_refused},
    {"what is undefined", test_undefined},
    {"random networks by plain loops", test_random_networks},
    {NULL, NULL},
};
