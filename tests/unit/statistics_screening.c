/* Adjusted p-values: figures by exact fractions, and the stepwise rules they stand
 * for. */
#include <armstrade/screening.h>

#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { TESTS = 15, MOST = 12 };

/* The example of Benjamini and Hochberg 1995, out of order. */
static const double thrombolysis[TESTS] = {0.0344, 0.0001, 0.3240, 0.0019, 0.0459,
                                           0.0004, 1,      0.0095, 0.6528, 0.0201,
                                           0.4262, 0.0278, 0.5719, 0.0298, 0.7590};

/* R's formulas for p.adjust, worked with Python's fractions. */
static void test_holm(void)
{
    static const double want[TESTS] = {0.278, 0.0015, 1, 0.0247, 0.3213, 0.0056, 1, 0.114,
                                       1,     0.2211, 1, 0.278,  1,      0.278,  1};
    arms_arena arena = {0};
    arms_screening got = {0};
    CHECK(arms_screening_holm(&got, &arena, thrombolysis, TESTS, NULL));
    CHECK_COUNT(got.n, TESTS);
    CHECK_STRING(got.method, "Holm");
    for (size_t i = 0; i < TESTS; i++)
        CHECK_NEAR(got.adjusted[i], want[i], 1e-15);
    arms_arena_free(&arena);
}

static void test_benjamini_hochberg(void)
{
    static const double want[TESTS] = {0.0645,
                                       0.0015,
                                       0.486,
                                       0.0095,
                                       0.0765,
                                       0.003,
                                       1,
                                       0.035625,
                                       0.7532307692307693,
                                       0.0603,
                                       0.5811818181818181,
                                       0.06385714285714286,
                                       0.714875,
                                       0.06385714285714286,
                                       0.8132142857142857};
    arms_arena arena = {0};
    arms_screening got = {0};
    CHECK(arms_screening_benjamini_hochberg(&got, &arena, thrombolysis, TESTS, NULL));
    CHECK_COUNT(got.n, TESTS);
    CHECK_STRING(got.method, "Benjamini–Hochberg");
    for (size_t i = 0; i < TESTS; i++)
        CHECK_NEAR(got.adjusted[i], want[i], 1e-15);
    arms_arena_free(&arena);
}

static void test_ties_and_one(void)
{
    static const double tied[] = {0.02, 0.5, 0.02, 0.9}, one[] = {0.3};
    arms_arena arena = {0};
    arms_screening got = {0};
    CHECK(arms_screening_holm(&got, &arena, tied, 4, NULL));
    CHECK_NEAR(got.adjusted[0], 0.08, 1e-16);
    CHECK(check_same(got.adjusted[0], got.adjusted[2]));
    CHECK(check_same(got.adjusted[1], 1));
    CHECK(arms_screening_benjamini_hochberg(&got, &arena, tied, 4, NULL));
    CHECK_NEAR(got.adjusted[0], 0.04, 1e-16);
    CHECK_NEAR(got.adjusted[1], 2.0 / 3, 1e-15);
    CHECK_NEAR(got.adjusted[2], 0.04, 1e-16);
    CHECK(arms_screening_holm(&got, &arena, one, 1, NULL));
    CHECK(check_same(got.adjusted[0], 0.3));
    CHECK(arms_screening_benjamini_hochberg(&got, &arena, one, 1, NULL));
    CHECK(check_same(got.adjusted[0], 0.3));
    arms_arena_free(&arena);
}

static void refuse(const double *p, size_t n, const char *reason)
{
    arms_arena arena = {0};
    arms_screening got = {.n = 77};
    arms_error err = {0};
    CHECK(!arms_screening_holm(&got, &arena, p, n, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, reason);
    err = (arms_error){0};
    CHECK(!arms_screening_benjamini_hochberg(&got, &arena, p, n, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, reason);
    CHECK_COUNT(got.n, 77);
    arms_arena_free(&arena);
}

static void test_refused(void)
{
    static const double gap[] = {0.1, NAN}, above[] = {0.1, 1.5}, below[] = {-0.1};
    refuse(gap, 2, "missing");
    refuse(gap, 0, "there are 0");
    refuse(above, 2, "no p-value");
    refuse(below, 1, "no p-value");
}

/* How many are at most as large as p: its place in ascending order. */
static size_t place(const double *p, size_t n, double of)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += p[i] <= of;
    return count;
}

/* Step down: the smallest p is held to level/n, the next to level/(n − 1) …, until one
 * fails. All p differ. */
static bool holm_finds(const double *p, size_t n, size_t i, double level)
{
    for (size_t j = 0; j < n; j++)
        if (p[j] <= p[i] && p[j] > level / (double)(n + 1 - place(p, n, p[j])))
            return false;
    return true;
}

/* Step up: all up to the largest p that is at most its place × level/n. */
static bool benjamini_hochberg_finds(const double *p, size_t n, size_t i, double level)
{
    for (size_t j = 0; j < n; j++)
        if (p[j] >= p[i] && p[j] <= (double)place(p, n, p[j]) * level / (double)n)
            return true;
    return false;
}

static void test_rules(void)
{
    random_start();
    for (int round = 0; round < 3000; round++) {
        double p[MOST], level = random_inside(0, 0.5);
        size_t n = 1 + random_below(MOST);
        arms_arena arena = {0};
        arms_screening holm = {0}, other = {0};
        for (size_t i = 0; i < n; i++)
            p[i] = random_below(2) ? random_unit() : random_unit() / 20;
        CHECK(arms_screening_holm(&holm, &arena, p, n, NULL));
        CHECK(arms_screening_benjamini_hochberg(&other, &arena, p, n, NULL));
        for (size_t i = 0; i < n; i++) {
            CHECK((holm.adjusted[i] <= level) == holm_finds(p, n, i, level));
            CHECK((other.adjusted[i] <= level) ==
                  benjamini_hochberg_finds(p, n, i, level));
            CHECK(p[i] <= other.adjusted[i] && other.adjusted[i] <= holm.adjusted[i]);
        }
        arms_arena_free(&arena);
    }
}

const check_test statistics_screening_tests[] = {
    {"Holm", test_holm},
    {"Benjamini and Hochberg", test_benjamini_hochberg},
    {"ties, and one test", test_ties_and_one},
    {"refused", test_refused},
    {"the rules they stand for", test_rules},
    {NULL, NULL},
};
