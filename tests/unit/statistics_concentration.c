/* Concentration of an array: figures computed elsewhere, conventions, and laws. */
#include <armstrade/concentration.h>

#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

/* The Mexican incomes by tenths that R's package ineq takes as its example. */
static const double incomes[] = {541,  1463, 2445, 3438,  4437,
                                 5401, 6392, 8304, 11904, 22261};

static arms_concentration of(const double *values, size_t n, arms_nil nil)
{
    arms_concentration out = {0};
    CHECK(arms_concentration_measure(&out, values, n, nil, NULL));
    return out;
}

/* To 40 digits by Python's mpmath; what is rational by Python's fractions. */
static void test_figures(void)
{
    arms_concentration got = of(incomes, 10, ARMS_NIL_LEFT_OUT);
    double normalised = 0, corrected = 0;
    CHECK_COUNT(got.n, 10);
    CHECK_NEAR(got.hhi, 0.18408123091548529104, 1e-15);
    CHECK_NEAR(got.hhi_points, 1840.8123091548529104, 1e-11);
    CHECK_NEAR(got.effective, 5.4323843611145577, 1e-14);
    CHECK_NEAR(got.cr1, 0.3343195266272189, 1e-15);
    CHECK_NEAR(got.cr3, 0.637806746162857, 1e-15);
    CHECK_NEAR(got.cr5, 0.8149160484185864, 1e-15);
    CHECK_NEAR(got.entropy, 1.9402438506501506742, 1e-14);
    CHECK_NEAR(got.gini, 0.46209113026762382483, 1e-15);
    CHECK_NEAR(got.theil, 0.36234124234389500981, 1e-15);
    CHECK(arms_concentration_normalise(&normalised, &got, NULL));
    CHECK_NEAR(normalised, 0.09342358990609477, 1e-15);
    CHECK(arms_concentration_correct_gini(&corrected, &got, NULL));
    CHECK_NEAR(corrected, 0.51343458918624869425, 1e-15);
}

/* Three nil and one that has all. R's ineq::Gini gives 0.75 and counts the nil;
 * ineq::Theil gives 0 and leaves them out. */
static void test_nil(void)
{
    static const double one[] = {0, 0, 0, 10};
    arms_concentration without = of(one, 4, ARMS_NIL_LEFT_OUT);
    arms_concentration with = of(one, 4, ARMS_NIL_COUNTED);
    CHECK_COUNT(without.n, 1);
    CHECK_COUNT(with.n, 4);
    CHECK_COUNT(with.positive, 1);
    CHECK(check_same(without.gini, 0) && check_same(with.gini, 0.75));
    CHECK(check_same(without.theil, 0));
    CHECK_NEAR(with.theil, log(4), 1e-15);
    CHECK(check_same(without.hhi, 1) && check_same(with.hhi, 1));
    CHECK(check_same(without.entropy, 0) && check_same(with.entropy, 0));
    CHECK(check_same(without.cr1, 1) && check_same(with.cr5, 1));
}

static void test_normalised_counts_nil(void)
{
    static const double two[] = {0, 1, 3};
    arms_concentration without = of(two, 3, ARMS_NIL_LEFT_OUT);
    arms_concentration with = of(two, 3, ARMS_NIL_COUNTED);
    double out = 0;
    CHECK(arms_concentration_normalise(&out, &without, NULL));
    CHECK_NEAR(out, 0.25, 1e-15); /* (5/8 − 1/2) / (1/2) */
    CHECK(arms_concentration_normalise(&out, &with, NULL));
    CHECK_NEAR(out, 0.4375, 1e-15); /* (5/8 − 1/3) / (2/3) */
}

static void test_one_supplier(void)
{
    static const double seven[] = {7};
    arms_concentration got = of(seven, 1, ARMS_NIL_LEFT_OUT);
    arms_error err = {0};
    double out = -1;
    CHECK(check_same(got.hhi, 1) && check_same(got.effective, 1));
    CHECK(!arms_concentration_normalise(&out, &got, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "undefined on this data: a normalised HHI");
    CHECK(!arms_concentration_correct_gini(&out, &got, &err));
    CHECK(check_same(out, -1));
}

static void test_equal(void)
{
    static const double same[] = {5, 5, 5, 5, 5, 5, 5};
    arms_concentration got = of(same, 7, ARMS_NIL_LEFT_OUT);
    CHECK(check_same(got.gini, 0));
    CHECK_NEAR(got.theil, 0, 1e-15);
    CHECK_NEAR(got.hhi, 1.0 / 7, 1e-16);
    CHECK_NEAR(got.entropy, log(7), 1e-15);
    CHECK_NEAR(got.cr3, 3.0 / 7, 1e-15);
}

/* 1 and 3 in any unit: HHI 5/8, Gini 1/4. */
static void test_sizes(void)
{
    static const double units[] = {5e-324, 1e-300, 1e-9, 1, 1e12, 1e300, 5e307};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        double two[] = {3 * units[i], units[i]};
        arms_concentration got = of(two, 2, ARMS_NIL_LEFT_OUT);
        CHECK_NEAR(got.hhi, 0.625, 1e-15);
        CHECK_NEAR(got.gini, 0.25, 1e-15);
        CHECK_NEAR(got.theil, 0.13081203594113695913, 1e-15);
        CHECK_NEAR(got.entropy, 0.56233514461880835029, 1e-15);
    }
    static const double apart[] = {1e-300, 1e300};
    CHECK_COUNT(of(apart, 2, ARMS_NIL_LEFT_OUT).n, 2);
    CHECK(check_same(of(apart, 2, ARMS_NIL_LEFT_OUT).hhi, 1));
}

static void refuse(const double *values, size_t n, const char *reason)
{
    arms_concentration out = {.n = 77};
    arms_error err = {0};
    CHECK(!arms_concentration_measure(&out, values, n, ARMS_NIL_COUNTED, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "undefined on this data: ");
    CHECK_HAS(err.text, reason);
    CHECK_COUNT(out.n, 77);
}

static void test_undefined(void)
{
    static const double nothing[] = {0, 0}, below[] = {1, -1}, gap[] = {1, NAN},
                        endless[] = {1, HUGE_VAL};
    refuse(nothing, 0, "there are 0");
    refuse(nothing, 2, "all values are 0");
    refuse(below, 2, "below 0");
    refuse(gap, 2, "missing");
    refuse(endless, 2, "missing");
}

/* By mpmath: between from the index of the groups' means put in everyone's place. */
static void test_theil_of_groups(void)
{
    static const size_t groups[] = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0};
    arms_grouped sample = {incomes, groups, 10, 3, ARMS_NIL_LEFT_OUT};
    arms_theil got = {0};
    CHECK(arms_concentration_split_theil(&got, &sample, NULL));
    CHECK_NEAR(got.within, 0.33892532209337944674, 1e-15);
    CHECK_NEAR(got.between, 0.023415920250515563066, 1e-15);
    CHECK_NEAR(got.theil, 0.36234124234389500981, 1e-15);
    CHECK_COUNT(got.n, 10);
    CHECK_COUNT(got.groups, 3);
}

/* A group of nil ones counts only where nil ones do. */
static void test_theil_of_nil_groups(void)
{
    static const double values[] = {2, 2, 0, 0};
    static const size_t groups[] = {0, 0, 1, 1};
    arms_grouped sample = {values, groups, 4, 2, ARMS_NIL_COUNTED};
    arms_theil got = {0};
    CHECK(arms_concentration_split_theil(&got, &sample, NULL));
    CHECK_NEAR(got.between, log(2), 1e-15);
    CHECK(check_same(got.within, 0));
    sample.nil = ARMS_NIL_LEFT_OUT;
    CHECK(arms_concentration_split_theil(&got, &sample, NULL));
    CHECK_COUNT(got.groups, 1);
    CHECK(check_same(got.between, 0) && check_same(got.theil, 0));
}

static void test_groups_refused(void)
{
    static const double values[] = {2, 2}, nothing[] = {0, 0};
    static const size_t groups[] = {0, 2};
    arms_grouped sample = {values, groups, 2, 2, ARMS_NIL_COUNTED};
    arms_theil got = {0};
    arms_error err = {0};
    CHECK(!arms_concentration_split_theil(&got, &sample, &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
    sample.values = nothing;
    CHECK(!arms_concentration_split_theil(&got, &sample, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
}

static size_t draw(double *values, size_t *groups)
{
    size_t n = 1 + random_below(30);
    for (size_t i = 0; i < n; i++) {
        values[i] = random_below(5) ? exp(random_inside(-8, 8)) : 0;
        groups[i] = random_below(4);
    }
    values[random_below(n)] = 1;
    return n;
}

/* The definition by pairs: Σ Σ |x − y| / (2 n² mean). */
static double gini_by_pairs(const double *values, size_t n)
{
    double apart = 0, sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += values[i];
        for (size_t j = 0; j < n; j++)
            apart += fabs(values[i] - values[j]);
    }
    return apart / (2 * (double)n * sum);
}

static void test_laws(void)
{
    double values[30];
    size_t groups[30];
    random_start();
    for (int round = 0; round < 2000; round++) {
        size_t n = draw(values, groups);
        arms_concentration got = of(values, n, ARMS_NIL_COUNTED);
        arms_theil parts = {0};
        arms_grouped sample = {values, groups, n, 4, ARMS_NIL_COUNTED};
        CHECK_NEAR(got.gini, gini_by_pairs(values, n), 1e-13);
        CHECK_NEAR(got.theil, log((double)n) - got.entropy, 1e-13);
        CHECK(got.hhi * (double)got.positive >= 1 - 1e-14 && got.hhi <= 1);
        CHECK(got.entropy <= log((double)got.positive) + 1e-14);
        CHECK(exp(-got.entropy) <= got.hhi + 1e-14); /* entropies of order 1 and 2 */
        CHECK(got.cr1 <= got.cr3 && got.cr3 <= got.cr5 && got.cr5 <= 1);
        CHECK(got.cr1 * got.cr1 <= got.hhi && got.hhi <= got.cr1 + 1e-15);
        CHECK(arms_concentration_split_theil(&parts, &sample, NULL));
        CHECK_NEAR(parts.between + parts.within, parts.theil, 1e-13);
        CHECK(parts.between > -1e-14 && parts.within > -1e-14);
    }
}

/* An amount moved from a smaller to a larger supplier concentrates. */
static void test_transfers(void)
{
    for (int round = 0; round < 1000; round++) {
        double x[] = {random_inside(0, 9), random_inside(0, 9), random_inside(0, 9)};
        arms_concentration before = of(x, 3, ARMS_NIL_LEFT_OUT);
        size_t small = x[0] < x[1] ? 0 : 1;
        double moved = random_inside(0, x[small]);
        x[small] -= moved;
        x[1 - small] += moved;
        arms_concentration after = of(x, 3, ARMS_NIL_LEFT_OUT);
        CHECK(after.hhi > before.hhi - 1e-15 && after.gini > before.gini - 1e-15);
        CHECK(after.theil > before.theil - 1e-15 && after.cr1 > before.cr1 - 1e-15);
        CHECK(after.entropy < before.entropy + 1e-15);
    }
}

const check_test statistics_concentration_tests[] = {
    {"figures computed elsewhere", test_figures},
    {"nil suppliers, counted or not", test_nil},
    {"a normalised HHI minds nil suppliers", test_normalised_counts_nil},
    {"one supplier", test_one_supplier},
    {"equal suppliers", test_equal},
    {"tiny and huge amounts", test_sizes},
    {"undefined on the data", test_undefined},
    {"Theil of groups", test_theil_of_groups},
    {"Theil of groups with nothing", test_theil_of_nil_groups},
    {"groups refused", test_groups_refused},
    {"laws on random amounts", test_laws},
    {"transfers", test_transfers},
    {NULL, NULL},
};
