/* Mirror data: figures by hand and by Python's statistics module, nil and missing sides,
 * and laws. */
#include <armstrade/mirror.h>

#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { PAIRS = 12 };

static const double imported[PAIRS] = {120, 80, 50, 0, 7, 30, NAN, 9, 200, 15, 0, 40};
static const double exported[PAIRS] = {100, 100, 50, 12, 0, 10, 5, NAN, 160, 18, 0, 36};
static const size_t reporters[PAIRS] = {5, 5, 5, 5, 2, 2, 2, 2, 2, 9, 7, 5};

static const arms_mirror_sample sample = {imported, exported, reporters, PAIRS, true};

static void test_one_pair(void)
{
    arms_mirror_gap got = {0};
    CHECK(arms_mirror_compare(&got, 30, 10, NULL));
    CHECK(check_same(got.ratio, 3));
    CHECK_NEAR(got.log_ratio, 1.0986122886681098, 1e-15);
    CHECK_NEAR(got.difference, 1, 1e-15); /* 20 over 20 */
    CHECK(arms_mirror_compare(&got, 1 + 0x1p-40, 1, NULL));
    CHECK_NEAR(got.log_ratio, 0x1p-40 - 0x1p-81, 1e-27); /* x − x²/2 */
}

static void test_sizes(void)
{
    arms_mirror_gap got = {0};
    arms_error err = {0};
    CHECK(arms_mirror_compare(&got, 1.5e308, 0.5e308, NULL));
    CHECK_NEAR(got.difference, 1, 1e-15);
    CHECK_NEAR(got.log_ratio, log(3), 1e-12);
    CHECK(arms_mirror_compare(&got, 1e-300, 3e-300, NULL));
    CHECK_NEAR(got.difference, -1, 1e-15);
    CHECK(!arms_mirror_compare(&got, 1e300, 1e-300, &err));
    CHECK_HAS(err.text, "too far apart");
    CHECK(!arms_mirror_compare(&got, 1e-300, 1e300, &err));
}

static void refuse_pair(double a, double b)
{
    arms_mirror_gap got = {.ratio = -1};
    arms_error err = {0};
    CHECK(!arms_mirror_compare(&got, a, b, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "undefined on this data: ");
    CHECK(check_same(got.ratio, -1));
}

static void test_pair_refused(void)
{
    refuse_pair(0, 1);
    refuse_pair(1, 0);
    refuse_pair(NAN, 1);
    refuse_pair(1, NAN);
    refuse_pair(-1, 1);
    refuse_pair(HUGE_VAL, 1);
}

static void check_bias(const arms_mirror_bias *got, double bias, double spread, size_t n)
{
    CHECK_COUNT(got->counts.compared, n);
    CHECK_NEAR(got->bias, bias, 1e-15);
    CHECK_NEAR(got->spread, spread, 1e-15);
}

/* Expected values by Python: statistics.median, and 1.4826 × that of the distances. */
static void test_bias(void)
{
    arms_arena arena = {0};
    arms_mirror got = {0};
    CHECK(arms_mirror_measure(&got, &arena, &sample, NULL));
    check_bias(&got.all, 0.10536051565782635, 0.17462512866415403, 7);
    CHECK_COUNT(got.reporter_count, 3);
    CHECK_COUNT(got.silent, 1);
    CHECK_COUNT(got.reporters[0].reporter, 2);
    check_bias(&got.reporters[0], 0.6608779199911597, 0.648984975000446, 2);
    CHECK_COUNT(got.reporters[1].reporter, 5);
    check_bias(&got.reporters[1], 0.052680257828913175, 0.13515497005135854, 4);
    CHECK_COUNT(got.reporters[2].reporter, 9);
    check_bias(&got.reporters[2], -0.1823215567939546, 0, 1);
    arms_arena_free(&arena);
}

static void test_counts(void)
{
    arms_arena arena = {0};
    arms_mirror got = {0};
    CHECK(arms_mirror_measure(&got, &arena, &sample, NULL));
    CHECK_COUNT(got.all.counts.importer_nil, 1);
    CHECK_COUNT(got.all.counts.exporter_nil, 1);
    CHECK_COUNT(got.all.counts.both_nil, 1);
    CHECK_COUNT(got.all.counts.importer_missing, 1);
    CHECK_COUNT(got.all.counts.exporter_missing, 1);
    CHECK_COUNT(got.all.counts.both_missing, 0);
    CHECK_COUNT(got.reporters[1].counts.importer_nil, 1);
    CHECK_COUNT(got.reporters[0].counts.exporter_missing, 1);
    arms_arena_free(&arena);
}

/* 200/160 and 80/100 are equally far from 1, as are 120/100 and 15/18. */
static void test_worst_pairs(void)
{
    static const size_t want[] = {5, 1, 8, 0, 9, 11, 2};
    arms_arena arena = {0};
    arms_mirror got = {0};
    CHECK(arms_mirror_measure(&got, &arena, &sample, NULL));
    CHECK_COUNT(got.pair_count, 7);
    for (size_t i = 0; i < 7; i++)
        CHECK_COUNT(got.pairs[i].index, want[i]);
    CHECK_NEAR(got.pairs[1].gap.difference, -20.0 / 90, 1e-15);
    CHECK(check_same(got.pairs[6].gap.log_ratio, 0));
    arms_arena_free(&arena);
}

static void test_words(void)
{
    arms_arena arena = {0};
    arms_mirror got = {0};
    arms_mirror_sample other = sample;
    CHECK(arms_mirror_measure(&got, &arena, &other, NULL));
    CHECK_STRING(got.word, "gap");
    other.arms_codes = false;
    other.reporters = NULL;
    CHECK(arms_mirror_measure(&got, &arena, &other, NULL));
    CHECK_STRING(got.word, "discrepancy");
    CHECK_COUNT(got.reporter_count, 0);
    CHECK_COUNT(got.pair_count, 7);
    arms_arena_free(&arena);
}

static void refuse(const double *a, const double *b, size_t n, const char *reason)
{
    arms_arena arena = {0};
    arms_mirror got = {.pair_count = 77};
    arms_error err = {0};
    arms_mirror_sample bad = {a, b, NULL, n, false};
    CHECK(!arms_mirror_measure(&got, &arena, &bad, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, reason);
    CHECK_COUNT(got.pair_count, 77);
    arms_arena_free(&arena);
}

static void test_refused(void)
{
    static const double nil[] = {0, 1, NAN}, other[] = {1, 0, 1}, below[] = {-1, 1, 1},
                        endless[] = {1, HUGE_VAL, 1};
    refuse(nil, other, 3, "none of 3 pairs");
    refuse(nil, other, 3, "in 2 a side is nil, in 1 one is missing");
    refuse(nil, other, 0, "none of 0 pairs");
    refuse(below, other, 3, "the importer of pair 0 reports -1");
    refuse(other, endless, 3, "the exporter of pair 1 reports inf");
}

/* Changing sides turns the signs; a factor on one side moves the bias by its logarithm;
 * the order of pairs changes nothing. */
static void test_laws(void)
{
    enum { MOST = 25 };
    random_start();
    for (int round = 0; round < 1000; round++) {
        double a[MOST], b[MOST], c[MOST], factor = exp(random_inside(-3, 3));
        size_t n = 1 + random_below(MOST), ids[MOST];
        arms_arena arena = {0};
        arms_mirror got = {0}, turned = {0}, scaled = {0};
        for (size_t i = 0; i < n; i++) {
            a[i] = random_below(6) ? exp(random_inside(-5, 5)) : 0;
            b[i] = random_below(6) ? exp(random_inside(-5, 5)) : NAN;
            ids[i] = random_below(4);
        }
        a[0] = b[0] = 1;
        for (size_t i = 0; i < n; i++)
            c[i] = a[n - 1 - i] * factor;
        double d[MOST];
        for (size_t i = 0; i < n; i++)
            d[i] = b[n - 1 - i];
        CHECK(arms_mirror_measure(&got, &arena, &(arms_mirror_sample){a, b, ids, n, true},
                                  NULL));
        CHECK(arms_mirror_measure(&turned, &arena,
                                  &(arms_mirror_sample){b, a, ids, n, true}, NULL));
        CHECK(arms_mirror_measure(&scaled, &arena,
                                  &(arms_mirror_sample){c, d, NULL, n, true}, NULL));
        CHECK_NEAR(turned.all.bias, -got.all.bias, 1e-14);
        CHECK_NEAR(turned.all.spread, got.all.spread, 1e-14);
        CHECK_NEAR(scaled.all.bias, got.all.bias + log(factor), 1e-13);
        CHECK_NEAR(scaled.all.spread, got.all.spread, 1e-13);
        for (size_t i = 0; i < got.pair_count; i++) {
            const arms_mirror_gap *gap = &got.pairs[i].gap;
            CHECK(got.pairs[i].index == turned.pairs[i].index);
            CHECK(check_same(gap->log_ratio, -turned.pairs[i].gap.log_ratio));
            CHECK_NEAR(gap->difference, 2 * tanh(gap->log_ratio / 2), 1e-14);
            CHECK_NEAR(gap->ratio, exp(gap->log_ratio), 1e-13 * gap->ratio);
        }
        arms_arena_free(&arena);
    }
}

const check_test statistics_mirror_tests[] = {
    {"one pair", test_one_pair},
    {"tiny and huge figures", test_sizes},
    {"a pair refused", test_pair_refused},
    {"bias and spread", test_bias},
    {"nil and missing sides", test_counts},
    {"the worst pairs", test_worst_pairs},
    {"the word for it", test_words},
    {"refused", test_refused},
    {"laws on random pairs", test_laws},
    {NULL, NULL},
};
