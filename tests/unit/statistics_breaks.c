/* Breaks: published figures, brute force on small cases, laws on random data. */
#include <armstrade/breaks.h>

#include <math.h>
#include <stdlib.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { NILE = 100, SMALL = 14 };

/* The Nile at Aswan, 1871–1970, 10⁸ m³ a year (Cobb 1978). */
static const double nile[NILE] = {
    1120, 1160, 963,  1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110,
    994,  1020, 960,  1180, 799,  958,  1140, 1100, 1210, 1150, 1250, 1260, 1220,
    1030, 1100, 774,  840,  874,  694,  940,  833,  701,  916,  692,  1020, 1050,
    969,  831,  726,  456,  824,  702,  1120, 1100, 832,  764,  821,  768,  845,
    864,  862,  698,  845,  744,  796,  1040, 759,  781,  865,  845,  944,  984,
    897,  822,  1010, 771,  676,  649,  846,  812,  742,  801,  1040, 860,  874,
    848,  890,  744,  749,  838,  1050, 918,  986,  797,  923,  975,  815,  1020,
    906,  901,  1170, 912,  746,  919,  718,  714,  740};

static void fill(double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        values[i] = random_inside(-5, 5);
}

/* Values from a few whole numbers, so that there are ties. */
static void fill_tied(double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        values[i] = (double)random_below(4);
}

/* Figures of R 4's trend::pettitt.test. */
static void test_pettitt_nile(void)
{
    arms_pettitt_test test;
    CHECK(arms_pettitt(&test, nile, NILE, NULL));
    CHECK_COUNT(test.u, 1617);
    CHECK_COUNT(test.before, 28);
    CHECK_COUNT(test.places, 1);
    CHECK(!test.upward);
    CHECK_NEAR(test.p, 3.5910221769362927e-07, 1e-17);
}

static void test_pettitt_ties(void)
{
    static const double flat[] = {7, 7, 7}, peak[] = {0, 1, 0};
    arms_pettitt_test test;
    CHECK(arms_pettitt(&test, flat, 3, NULL));
    CHECK_COUNT(test.u, 0);
    CHECK_COUNT(test.places, 3);
    CHECK(check_same(test.p, 1));
    CHECK(arms_pettitt(&test, peak, 3, NULL)); /* U is −1, 1, 0 */
    CHECK_COUNT(test.before, 1);
    CHECK_COUNT(test.places, 2);
    CHECK(test.upward);
}

/* Pettitt's own form: U at k is the sum of sgn(x_i − x_j) over i ≤ k < j. */
static int64_t pettitt_u(const double *values, size_t n, size_t k)
{
    int64_t u = 0;
    for (size_t i = 0; i < k; i++)
        for (size_t j = k; j < n; j++)
            u += (values[i] > values[j]) - (values[i] < values[j]);
    return u;
}

static void test_pettitt_brute_force(void)
{
    double values[SMALL];
    random_start();
    for (int trial = 0; trial < 200; trial++) {
        arms_pettitt_test test;
        size_t n = 2 + random_below(SMALL - 1), first = 0, places = 0;
        int64_t most = -1;
        fill_tied(values, n);
        for (size_t k = 1; k <= n; k++) {
            int64_t u = llabs(pettitt_u(values, n, k));
            first = u > most ? k : first;
            places = u > most ? 1 : places + (u == most);
            most = u > most ? u : most;
        }
        CHECK(arms_pettitt(&test, values, n, NULL));
        CHECK_COUNT(test.u, most);
        CHECK_COUNT(test.before, first);
        CHECK_COUNT(test.places, places);
    }
}

/* F of strucchange at its largest place is Chow's for the mean there. */
static void test_chow_mean(void)
{
    arms_chow_test test;
    arms_chow_question question = {nile, NILE, 28, ARMS_BREAK_MEAN};
    CHECK(arms_chow(&test, &question, NULL));
    CHECK_NEAR(test.f, 75.929769427485425, 1e-11);
    CHECK_COUNT(test.parameters, 1);
    CHECK_COUNT(test.freedom, 98);
}

/* Exact fractions: y = 1 2 4 | 3 1 2 in time 1 … 6. With a mean each, R = 41/6,
 * R₁ = 14/3, R₂ = 2, F = (1/6)/((20/3)/4) = 1/10. With lines, R = 716/105, R₁ = 1/6,
 * R₂ = 3/2, F = ((716/105 − 5/3)/2)/((5/3)/2) = 541/175; and the upper tail of F(2, 2) is
 * 1/(1 + F), that of F(1, 4) is known by the t of 4 degrees:
 * 1 − t(6 + t²)/(4 + t²)^{3/2}. */
static void test_chow_in_fractions(void)
{
    static const double values[] = {1, 2, 4, 3, 1, 2};
    arms_chow_test test;
    arms_chow_question question = {values, 6, 3, ARMS_BREAK_MEAN};
    double t = sqrt(0.1);
    CHECK(arms_chow(&test, &question, NULL));
    CHECK_NEAR(test.f, 0.1, 1e-14);
    CHECK_NEAR(test.p, 1 - t * (6 + t * t) / pow(4 + t * t, 1.5), 1e-14);
    question.model = ARMS_BREAK_TREND;
    CHECK(arms_chow(&test, &question, NULL));
    CHECK_NEAR(test.f, 541.0 / 175, 1e-13);
    CHECK_NEAR(test.p, 1 / (1 + 541.0 / 175), 1e-14);
}

static void test_chow_refuses(void)
{
    static const double line[] = {1, 2, 3, 9, 8, 7};
    static const double gap[] = {1, NAN, 3, 9, 8, 7};
    arms_chow_test test;
    arms_error err = {0};
    arms_chow_question question = {line, 6, 3, ARMS_BREAK_TREND};
    CHECK(!arms_chow(&test, &question, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "fit without error");
    question.before = 1;
    CHECK(!arms_chow(&test, &question, &err));
    CHECK_HAS(err.text, "at least 2 values on each side");
    question.before = 7;
    CHECK(!arms_chow(&test, &question, &err));
    question = (arms_chow_question){line, 4, 2, ARMS_BREAK_TREND};
    CHECK(!arms_chow(&test, &question, &err));
    question = (arms_chow_question){gap, 6, 3, ARMS_BREAK_MEAN};
    CHECK(!arms_chow(&test, &question, &err));
    CHECK_HAS(err.text, "missing value");
}

/* Two straight lines leave nothing but rounding, whatever their slopes. */
static void test_chow_refuses_rounding(void)
{
    double values[60];
    random_start();
    for (int trial = 0; trial < 2000; trial++) {
        size_t n = 10 + random_below(50);
        arms_chow_question question = {values, n, 3 + random_below(n - 6),
                                       ARMS_BREAK_TREND};
        double first = random_inside(-100, 1e3), rise = random_inside(-9, 9);
        double second = random_inside(-100, 1e5), fall = random_inside(-9, 9);
        arms_chow_test test;
        for (size_t i = 0; i < n; i++)
            values[i] = i < question.before ? first + rise * (double)i
                                            : second + fall * (double)i;
        CHECK(!arms_chow(&test, &question, NULL));
    }
}

static void test_sup_f(void)
{
    static const double steps[] = {1, 1, 1, 5, 5, 5};
    arms_sup_f_test test;
    arms_error err = {0};
    CHECK(arms_sup_f(&test, nile, NILE, NULL));
    CHECK_NEAR(test.f, 75.929769427485425, 1e-11); /* strucchange::Fstats */
    CHECK_COUNT(test.before, 28);
    CHECK(test.from == 15 && test.to == 85);
    CHECK(!arms_sup_f(&test, steps, 6, &err));
    CHECK(!arms_sup_f(&test, nile, 3, &err));
}

/* Where nothing changes, p is below 0.05 in 5.3 per cent of normal series of 50 values,
 * by 40,000 of them in R; of 2000 that share has a standard error of half a point. Sums
 * of twelve random numbers are nearly normal. */
static void test_sup_f_size(void)
{
    enum { SERIES = 2000, LONG = 50 };
    double values[LONG];
    size_t below = 0;
    arms_sup_f_test test = {.p = NAN};
    random_start();
    for (size_t series = 0; series < SERIES; series++) {
        for (size_t i = 0; i < LONG; i++) {
            values[i] = 0;
            for (int part = 0; part < 12; part++)
                values[i] += random_unit();
        }
        CHECK(arms_sup_f(&test, values, LONG, NULL));
        CHECK(test.has_p && test.p >= 0 && test.p <= 1);
        below += test.p < 0.05;
    }
    CHECK_NEAR((double)below / SERIES, 0.053, 0.02);
}

static void test_cusum(void)
{
    static const double flat[] = {2, 2, 2};
    arms_cusum_test test;
    arms_error err = {0};
    CHECK(arms_cusum(&test, nile, NILE, NULL));
    CHECK_NEAR(test.s0, 2.9517661026633726, 1e-13); /* strucchange::efp */
    CHECK_NEAR(test.p, 5.4085534606507224e-08, 1e-15);
    CHECK_COUNT(test.before, 28);
    CHECK(!arms_cusum(&test, flat, 3, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
}

static double squares(const double *values, size_t n)
{
    double mean = 0, sum = 0;
    for (size_t i = 0; i < n; i++)
        mean += values[i] / (double)n;
    for (size_t i = 0; i < n; i++)
        sum += (values[i] - mean) * (values[i] - mean);
    return sum;
}

/* The smallest sum of squares with `breaks` cuts, trying them all. */
static double least_squares(const double *values, size_t n, size_t least, size_t breaks)
{
    double best = HUGE_VAL;
    if (breaks == 0)
        return n >= least ? squares(values, n) : HUGE_VAL;
    for (size_t k = least; k < n; k++)
        best = fmin(best, squares(values, k) +
                              least_squares(values + k, n - k, least, breaks - 1));
    return best;
}

static double rss_of_cuts(const arms_mean_breaks *breaks, const double *values)
{
    double sum = 0;
    for (size_t i = 0, start = 0; i <= breaks->count; i++) {
        size_t end = i < breaks->count ? breaks->before[i] : breaks->n;
        CHECK(end - start >= breaks->least);
        sum += squares(values + start, end - start);
        start = end;
    }
    return sum;
}

static void test_bai_perron_brute_force(void)
{
    double values[SMALL];
    random_start();
    for (int trial = 0; trial < 100; trial++) {
        arms_arena arena = {0};
        arms_mean_breaks breaks;
        arms_break_sample sample = {values, 8 + random_below(SMALL - 7),
                                    2 + random_below(2)};
        fill(values, sample.n);
        CHECK(arms_bai_perron(&breaks, &sample, &arena, NULL));
        for (size_t m = 0; m <= breaks.most; m++)
            CHECK_NEAR(breaks.rss[m], least_squares(values, sample.n, sample.least, m),
                       1e-11);
        CHECK_NEAR(rss_of_cuts(&breaks, values), breaks.rss[breaks.count], 1e-11);
        for (size_t m = 0; m <= breaks.most; m++)
            CHECK(breaks.bic[breaks.count] <= breaks.bic[m]);
        arms_arena_free(&arena);
    }
}

/* Figures of R's strucchange::breakpoints(Nile ~ 1, h = 0.15). */
static void test_bai_perron_nile(void)
{
    static const double bic[] = {1318.2418068761806, 1270.083735739566,
                                 1276.4667007553514, 1284.7176674489144,
                                 1291.9444768872736, 1310.7651547659016};
    arms_arena arena = {0};
    arms_mean_breaks breaks;
    arms_break_sample sample = {nile, NILE, 0};
    CHECK(arms_bai_perron(&breaks, &sample, &arena, NULL));
    CHECK_COUNT(breaks.count, 1);
    CHECK_COUNT(breaks.before[0], 28);
    CHECK_COUNT(breaks.least, 15);
    CHECK_COUNT(breaks.most, 5);
    CHECK_NEAR(breaks.means[0], 30737.0 / 28, 1e-11); /* sums taken apart from this */
    CHECK_NEAR(breaks.means[1], 61198.0 / 72, 1e-11);
    for (size_t m = 0; m < 6; m++)
        CHECK_NEAR(breaks.bic[m], bic[m], 1e-9);
    arms_arena_free(&arena);
}

static void test_bai_perron_refuses(void)
{
    static const double steps[] = {1, 1, 1, 1, 5, 5, 5, 5};
    arms_arena arena = {0};
    arms_mean_breaks breaks;
    arms_error err = {0};
    arms_break_sample sample = {nile, 13, 0};
    CHECK(!arms_bai_perron(&breaks, &sample, &arena, &err));
    CHECK_HAS(err.text, "not 1");
    sample = (arms_break_sample){nile, 20, 11};
    CHECK(!arms_bai_perron(&breaks, &sample, &arena, &err));
    sample = (arms_break_sample){steps, 8, 3};
    CHECK(!arms_bai_perron(&breaks, &sample, &arena, &err));
    CHECK_HAS(err.text, "fit without error");
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    arms_arena_free(&arena);
}

/* A shift and a change of unit move no break. */
static void test_units_do_not_matter(void)
{
    double other[NILE];
    arms_chow_test chow, chow_other;
    arms_arena arena = {0};
    arms_mean_breaks breaks;
    for (size_t i = 0; i < NILE; i++)
        other[i] = 1e6 - 3 * nile[i];
    arms_chow_question question = {nile, NILE, 40, ARMS_BREAK_TREND};
    CHECK(arms_chow(&chow, &question, NULL));
    question.values = other;
    CHECK(arms_chow(&chow_other, &question, NULL));
    CHECK_NEAR(chow.f, chow_other.f, 1e-8 * chow.f);
    arms_break_sample sample = {other, NILE, 0};
    CHECK(arms_bai_perron(&breaks, &sample, &arena, NULL));
    CHECK(breaks.count == 1 && breaks.before[0] == 28);
    arms_arena_free(&arena);
}

const check_test statistics_breaks_tests[] = {
    {"Pettitt on the Nile", test_pettitt_nile},
    {"Pettitt with ties", test_pettitt_ties},
    {"Pettitt by brute force", test_pettitt_brute_force},
    {"Chow of a mean", test_chow_mean},
    {"Chow in fractions", test_chow_in_fractions},
    {"Chow refuses", test_chow_refuses},
    {"Chow refuses what is rounding", test_chow_refuses_rounding},
    {"the largest F", test_sup_f},
    {"how often the largest F is large", test_sup_f_size},
    {"cumulated residuals", test_cusum},
    {"Bai and Perron by brute force", test_bai_perron_brute_force},
    {"Bai and Perron on the Nile", test_bai_perron_nile},
    {"Bai and Perron refuses", test_bai_perron_refuses},
    {"units do not matter", test_units_do_not_matter},
    {NULL, NULL},
};
