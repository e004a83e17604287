/* The Theil–Sen slope and the Mann–Kendall test. */
#include <armstrade/trend.h>

#include <math.h>
#include <stdlib.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { MOST = 40 };

#define SIZE(array)   (sizeof(array) / sizeof *(array))
#define SERIES(array) series_of((array), SIZE(array))

/* A series of the years 1, 2, …; good until the next one. */
static arms_series series_of(const double *values, size_t n)
{
    static double years[MOST];
    for (size_t i = 0; i < n; i++)
        years[i] = (double)i + 1;
    return (arms_series){years, values, n};
}

/* The series "ties" of the comparison with R's package trend, and what that prints:
 * sens.slope, mk.test, and mk.test(continuity = FALSE). */
static const double tied[] = {1, 1, 2, 2, 2, 3, 5, 5, 4, 4, 4, 4, 9, 7, 7};

static void test_slope_of_r(void)
{
    arms_slope got;
    CHECK(arms_theil_sen(&got, SERIES(tied), 0.95, NULL));
    CHECK_NEAR(got.slope, 0.4, 1e-14);
    CHECK(got.has_interval);
    CHECK_NEAR(got.low, 0.2857142857142857, 1e-14);
    CHECK_NEAR(got.high, 0.5714285714285714, 1e-14);
    CHECK_COUNT(got.n, 15);
    CHECK_COUNT(got.pairs, 105);
}

static void test_score_of_r(void)
{
    arms_trend_test got;
    CHECK(arms_mann_kendall(&got, SERIES(tied), NULL, NULL));
    CHECK_NEAR(got.s, 73, 0);
    CHECK_NEAR(got.variance, 393, 1e-12);
    CHECK_NEAR(got.tau_b, 0.7387317012080149, 1e-14); /* as R */
    CHECK_NEAR(got.tau_a, 73 / 105.0, 1e-14);         /* as pymannkendall */
    CHECK_NEAR(got.z, 3.6319195605982917, 1e-14);
    CHECK_NEAR(got.p, 0.00028132082009640322, 1e-16);
    CHECK(!got.exact && check_same(got.p, got.p_normal));
    CHECK(arms_mann_kendall(&got, SERIES(tied), &(arms_trend_options){.plain_z = true},
                            NULL));
    CHECK_NEAR(got.z, 3.6823628878288237, 1e-14);
    CHECK_NEAR(got.p, 0.0002310821573732886, 1e-16);
}

/* Slopes 2, −1/2 and 1 … of 1, 3, 2 in the years 0, 1, 3; both intercepts on paper. */
static void test_slope_on_paper(void)
{
    static const double years[] = {0, 1, 3}, values[] = {1, 3, 2};
    arms_slope got;
    CHECK(arms_theil_sen(&got, (arms_series){years, values, 3}, 0.95, NULL));
    CHECK_NEAR(got.slope, 1 / 3.0, 1e-15);         /* of 2, 1/3, −1/2 */
    CHECK_NEAR(got.intercept, 2 - 1 / 3.0, 1e-15); /* medians 2 and 1 */
    CHECK_NEAR(got.intercept_residual, 1, 1e-15);  /* of 1, 8/3, 1 */
    CHECK(!got.has_interval);
    static const double four[] = {0, 1, 4, 4}; /* slopes 1, 2, 4/3, 3, 3/2, 0 */
    CHECK(arms_theil_sen(&got, SERIES(four), 0.95, NULL));
    CHECK_NEAR(got.slope, (4 / 3.0 + 3 / 2.0) / 2, 1e-15);
}

/* As R: no interval for 4, 1, 3, 2, whose slope is −7/12. */
static void test_no_interval(void)
{
    static const double few[] = {4, 1, 3, 2}, equal[] = {3, 3, 3, 3, 3, 3, 3};
    arms_slope got;
    CHECK(arms_theil_sen(&got, SERIES(few), 0.95, NULL));
    CHECK_NEAR(got.slope, -7 / 12.0, 1e-15);
    CHECK(!got.has_interval);
    CHECK(arms_theil_sen(&got, SERIES(few), 0.2, NULL));
    CHECK(got.has_interval);
    CHECK(arms_theil_sen(&got, SERIES(equal), 0.95, NULL));
    CHECK(check_same(got.slope, 0) && !got.has_interval); /* R: 0 to 0 */
}

/* The whole probability of n orders, counted by hand or by enumeration with fractions. */
static void test_exact_on_paper(void)
{
    static const double rise[] = {1, 2, 3, 4}, mixed[] = {4, 1, 3, 2},
                        twos[] = {1, 1, 2, 2, 3}, three[] = {2, 2, 2, 5, 1, 7};
    arms_trend_test got;
    CHECK(arms_mann_kendall(&got, SERIES(rise), NULL, NULL) && got.exact);
    CHECK_NEAR(got.p, 1 / 12.0, 1e-16);
    CHECK(arms_mann_kendall(&got, SERIES(mixed), NULL, NULL));
    CHECK_NEAR(got.p, 3 / 4.0, 1e-16);
    CHECK_NEAR(got.p_normal, 0.73409518231947579, 1e-15); /* as R */
    CHECK(arms_mann_kendall(&got, SERIES(twos), NULL, NULL));
    CHECK_NEAR(got.p, 1 / 15.0, 1e-16);
    CHECK(arms_mann_kendall(&got, SERIES(three), NULL, NULL));
    CHECK_NEAR(got.p, 17 / 30.0, 1e-15);
}

/* Ten values without ties whose S is 21 (0.036 on one side in Kendall's table of 1975),
 * by counting with fractions; and with ties, 1,788 of their 75,600 orders, listed in
 * Python. */
static void test_exact_of_ten(void)
{
    static const double ten[] = {5, 2, 1, 4, 3, 10, 6, 9, 7, 8};
    static const double ties[] = {1, 2, 1, 3, 2, 2, 5, 4, 3, 4};
    arms_trend_test got;
    CHECK(arms_mann_kendall(&got, SERIES(ten), NULL, NULL) && got.exact);
    CHECK_NEAR(got.s, 21, 0);
    CHECK_NEAR(got.p, 3761 / 51840.0, 1e-16);
    CHECK(arms_mann_kendall(&got, SERIES(ties), NULL, NULL) && got.exact);
    CHECK_NEAR(got.s, 25, 0);
    CHECK_NEAR(got.p, 1788 / 75600.0, 1e-16);
}

static long score(const double *values, size_t n)
{
    long sum = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            sum += (values[j] > values[i]) - (values[j] < values[i]);
    return sum;
}

static void swap(double *a, double *b)
{
    double kept = *a;
    *a = *b;
    *b = kept;
}

/* Counts all orders of values[k …] whose |S| is at least `least`, in out[0] of out[1]. */
static void count_orders(long *out, double *values, size_t n, size_t k, long least)
{
    out[0] += k == n && labs(score(values, n)) >= least;
    out[1] += k == n;
    for (size_t i = k; i < n; i++) {
        swap(&values[k], &values[i]);
        count_orders(out, values, n, k + 1, least);
        swap(&values[k], &values[i]);
    }
}

static void test_exact_by_force(void)
{
    for (size_t round = 0; round < 60; round++) {
        double values[7];
        long orders[2] = {0, 0};
        size_t n = 2 + round % 6, kinds = 2 + random_below(6);
        for (size_t i = 0; i < n; i++)
            values[i] = i < 2 ? (double)i : (double)random_below(kinds);
        arms_trend_test got;
        CHECK(arms_mann_kendall(&got, series_of(values, n), NULL, NULL) && got.exact);
        count_orders(orders, values, n, 0, labs(score(values, n)));
        CHECK_NEAR(got.p, (double)orders[0] / (double)orders[1], 1e-15);
    }
}

/* Ten rising values: 2 orders of 10!. Eleven: from the normal distribution. */
static void test_exact_ends_at_ten(void)
{
    static const double rise[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    arms_trend_test got;
    CHECK(arms_mann_kendall(&got, series_of(rise, 10), NULL, NULL) && got.exact);
    CHECK_NEAR(got.p, 2 / 3628800.0, 1e-20);
    CHECK(arms_mann_kendall(&got, series_of(rise, 11), NULL, NULL) && !got.exact);
    CHECK(check_same(got.p, got.p_normal));
}

static void test_undefined_slope(void)
{
    static const double years[] = {1, 1, 2}, values[] = {1, 2, 4},
                        far[] = {-1e308, 1e308};
    arms_error err = {0};
    arms_slope got;
    CHECK(!arms_theil_sen(&got, series_of(values, 1), 0.95, &err));
    CHECK(!arms_theil_sen(&got, (arms_series){years, values, 3}, 0.95, &err));
    CHECK_HAS(err.text, "ascending");
    CHECK(!arms_theil_sen(&got, SERIES(far), 0.95, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK(!arms_theil_sen(&got, SERIES(values), 95, &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
    CHECK(!arms_theil_sen(&got, (arms_series){NULL, NULL, ARMS_TREND_MOST + 1}, 0.95,
                          &err));
    CHECK_COUNT(err.code, ARMS_LIMIT);
}

static void fill(double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        values[i] = floor(random_inside(0, 12));
    values[0] = -1;
}

/* A rise of b a year more is a slope of b more; the interval moves along only if the ties
 * stay, so values without ties are taken. */
static void test_slope_moves_with_the_line(void)
{
    for (size_t round = 0; round < 50; round++) {
        double values[20], moved[20], b = random_inside(-5, 5);
        for (size_t i = 0; i < 20; i++) {
            values[i] = random_inside(0, 10);
            moved[i] = values[i] + 7 + b * ((double)i + 1);
        }
        arms_slope first, second;
        CHECK(arms_theil_sen(&first, SERIES(values), 0.9, NULL));
        CHECK(arms_theil_sen(&second, SERIES(moved), 0.9, NULL));
        CHECK_NEAR(second.slope, first.slope + b, 1e-12);
        CHECK_NEAR(second.low, first.low + b, 1e-12);
        CHECK_NEAR(second.high, first.high + b, 1e-12);
        CHECK_NEAR(second.intercept_residual, first.intercept_residual + 7, 1e-11);
        CHECK(first.low <= first.slope && first.slope <= first.high);
    }
}

/* The median of the values moves with what is added to all of them, and with nothing
 * else: only then does the first intercept move along. */
static void test_intercept_moves_with_a_constant(void)
{
    for (size_t round = 0; round < 50; round++) {
        double values[20], moved[20];
        for (size_t i = 0; i < 20; i++) {
            values[i] = random_inside(0, 10);
            moved[i] = values[i] + 7;
        }
        arms_slope first, second;
        CHECK(arms_theil_sen(&first, SERIES(values), 0.9, NULL));
        CHECK(arms_theil_sen(&second, SERIES(moved), 0.9, NULL));
        CHECK_NEAR(second.intercept, first.intercept + 7, 1e-11);
    }
}

/* S knows order alone; the series turned round has −S and the same p. */
static void test_score_knows_order_alone(void)
{
    for (size_t round = 0; round < 50; round++) {
        double values[18], cubed[18], turned[18];
        size_t n = 3 + random_below(16);
        fill(values, n);
        for (size_t i = 0; i < n; i++) {
            cubed[i] = values[i] * values[i] * values[i];
            turned[n - 1 - i] = values[i];
        }
        arms_trend_test first, same, back;
        CHECK(arms_mann_kendall(&first, series_of(values, n), NULL, NULL));
        CHECK(arms_mann_kendall(&same, series_of(cubed, n), NULL, NULL));
        CHECK(arms_mann_kendall(&back, series_of(turned, n), NULL, NULL));
        CHECK(check_same(first.s, same.s) && check_same(first.p, same.p));
        CHECK(check_same(first.s, -back.s) && check_same(first.p, back.p));
        CHECK_COUNT((long)first.s, score(values, n));
        CHECK(first.p > 0 && first.p <= 1 && fabs(first.tau_b) <= 1 + 1e-12);
    }
}

const check_test statistics_trend_tests[] = {
    {"the slope and interval R prints", test_slope_of_r},
    {"the test R prints", test_score_of_r},
    {"a slope on paper", test_slope_on_paper},
    {"too little for an interval", test_no_interval},
    {"exact p on paper", test_exact_on_paper},
    {"exact p of ten values", test_exact_of_ten},
    {"exact p against all orders", test_exact_by_force},
    {"exact p for up to ten", test_exact_ends_at_ten},
    {"undefined slopes", test_undefined_slope},
    {"a slope moves with the line", test_slope_moves_with_the_line},
    {"an intercept moves with a constant", test_intercept_moves_with_a_constant},
    {"S knows order alone", test_score_knows_order_alone},
    {NULL, NULL},
};
