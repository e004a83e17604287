/* Intervals, sums, and the guard around GSL. */
#include <armstrade/interval.h>

#include <math.h>

#include "analysis/guard.h"
#include "tests/unit/check.h"

static arms_interval between(double low, double value, double high)
{
    return (arms_interval){value, low, high, true};
}

static bool is(arms_interval got, double low, double value, double high)
{
    return fabs(got.low - low) < 1e-15 && fabs(got.value - value) < 1e-15 &&
           fabs(got.high - high) < 1e-15;
}

static double sum_of(const double *terms, size_t count)
{
    arms_sum sum = {0};
    for (size_t i = 0; i < count; i++)
        arms_sum_add(&sum, arms_interval_point(terms[i]));
    return arms_sum_total(&sum).value;
}

/* What plain addition loses is kept. */
static void test_compensated_sums(void)
{
    static const double lost[] = {1e16, 1, -1e16};
    static const double first[] = {1, 1e16, 1, -1e16};
    static const double large[] = {1, 1e100, 1, -1e100};
    CHECK(check_same(sum_of(lost, 3), 1));
    CHECK(check_same(sum_of(first, 4), 2));
    CHECK(check_same(sum_of(large, 4), 2));
    CHECK(check_same(sum_of(lost, 0), 0));
}

/* Figures of two decimals add up to the double nearest to the sum on paper. */
static void test_sums_of_decimals(void)
{
    double cents[1000], tenths[10] = {.1, .1, .1, .1, .1, .1, .1, .1, .1, .1};
    for (int i = 0; i < 1000; i++)
        cents[i] = 0.01;
    CHECK(check_same(sum_of(cents, 1000), 10));
    CHECK(check_same(sum_of(tenths, 10), 1));
    static const double paper[] = {2106.2, 223.6, 62.85}; /* 2392.65 */
    CHECK(check_same(sum_of(paper, 3), 2392.65));
}

static void test_sums_of_bounds(void)
{
    arms_sum sum = {0};
    CHECK(is(arms_sum_total(&sum), 0, 0, 0));
    CHECK(!arms_sum_total(&sum).open);
    arms_sum_add(&sum, arms_interval_point(3));
    CHECK(!arms_sum_total(&sum).open);
    arms_sum_add(&sum, between(236.5, 237, 237.5));
    arms_sum_add(&sum, between(0, 0, 0.5));
    CHECK(is(arms_sum_total(&sum), 239.5, 240, 241));
    CHECK(arms_sum_total(&sum).open); /* one open limit opens the sum's */
}

static void test_scale_and_divide(void)
{
    CHECK(is(arms_interval_scale(between(1, 2, 3), 100), 100, 200, 300));
    CHECK(arms_interval_scale(between(1, 2, 3), 100).open);
    CHECK(is(arms_interval_divide(between(1, 2, 3), between(4, 5, 8)), 0.125, 0.4, 0.75));
    CHECK(arms_interval_is_point(arms_interval_point(7)));
    CHECK(!arms_interval_is_point(between(1, 2, 3)));
}

/* Part and whole vary together: 1 … 3 of others 4 … 8. */
static void test_share(void)
{
    CHECK(is(arms_interval_share(between(1, 2, 3), between(4, 6, 8)), 1.0 / 9, 0.25,
             3.0 / 7));
    CHECK(is(arms_interval_share(between(0, 0, 1), between(0, 4, 5)), 0, 0, 1));
    CHECK(
        is(arms_interval_share(arms_interval_point(5), arms_interval_point(0)), 1, 1, 1));
    CHECK(
        isnan(arms_interval_share(arms_interval_point(0), arms_interval_point(0)).value));
}

static void test_meet(void)
{
    arms_interval out = {0};
    CHECK(arms_interval_meet(&out, between(1, 2, 4), between(3, 5, 6)));
    CHECK(is(out, 3, 3, 4)); /* the first one's value, or the limit next to it */
    CHECK(arms_interval_meet(&out, between(1, 2, 9), between(3, 4, 5)));
    CHECK(is(out, 3, 3, 5));
    CHECK(!arms_interval_meet(&out, between(1, 2, 3), between(4, 5, 6)));
    CHECK(!arms_interval_meet(&out, between(4, 5, 6), between(1, 2, 3)));
}

static void test_meet_in_a_point(void)
{
    arms_interval out = {0};
    arms_interval point = arms_interval_point(4);
    CHECK(arms_interval_meet(&out, point, between(4, 5, 6)));
    CHECK(is(out, 4, 4, 4) && !out.open);
    CHECK(arms_interval_meet(&out, arms_interval_point(0.1 + 0.2),
                             arms_interval_point(0.3))); /* but for the last bit */
    CHECK(out.low <= out.high);
}

/* [1, 3) and [3, 5) have no figure in common, as 3 belongs to the second alone. */
static void test_meet_minds_open_limits(void)
{
    arms_interval out = {0}, closed = {2, 1, 3, false};
    CHECK(!arms_interval_meet(&out, between(1, 2, 3), between(3, 4, 5)));
    CHECK(arms_interval_meet(&out, closed, between(3, 4, 5)));
    CHECK(arms_interval_meet(&out, closed, between(1, 2, 3)));
    CHECK(out.open); /* [1, 3] and [1, 3) have [1, 3) in common */
    CHECK(arms_interval_meet(&out, between(1, 2, 3), closed));
    CHECK(out.open);
}

static void test_near(void)
{
    CHECK(arms_near(0.1 + 0.2, 0.3));
    CHECK(arms_near(1e12, 1e12 + 1));
    CHECK(!arms_near(1, 1 + 1e-8));
    CHECK(arms_near(0, 1e-10));
    CHECK(!arms_near(0, 1e-8));
    CHECK(!arms_near(-1, 1));
}

static void test_guard(void)
{
    static const double good[] = {3, 1, 2}, bad[] = {1, NAN, 2}, far[] = {1, HUGE_VAL};
    arms_error err = {0};
    CHECK(guard_sample(good, 3, 3, "a mean", NULL));
    CHECK(!guard_sample(good, 2, 3, "a mean", &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "a mean");
    CHECK(!guard_sample(bad, 3, 1, "a mean", &err));
    CHECK(!guard_sample(far, 2, 1, "a mean", &err));
}

static void test_order(void)
{
    static const double good[] = {3, 1, 2}, bad[] = {1, NAN, 2};
    arms_error err = {0};
    size_t order[3];
    CHECK(guard_order(order, good, 3, NULL));
    CHECK(order[0] == 0 && order[1] == 2 && order[2] == 1);
    CHECK(guard_order(order, good, 0, NULL));
    CHECK(!guard_order(order, bad, 3, &err));
}

static void test_status(void)
{
    arms_error err = {0};
    CHECK(guard_status(0, "a fit", NULL));
    CHECK(!guard_status(1, "a fit", &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
}

const check_test analysis_interval_tests[] = {
    {"compensated sums", test_compensated_sums},
    {"sums of decimals", test_sums_of_decimals},
    {"sums of bounds", test_sums_of_bounds},
    {"scaling and dividing", test_scale_and_divide},
    {"shares", test_share},
    {"the tighter of two", test_meet},
    {"a single point in common", test_meet_in_a_point},
    {"open limits that touch", test_meet_minds_open_limits},
    {"near equality", test_near},
    {"the guard around GSL", test_guard},
    {"an order", test_order},
    {"a status", test_status},
    {NULL, NULL},
};
