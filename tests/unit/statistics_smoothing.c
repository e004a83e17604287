/* Smoothing and outliers: against plain loops and a dense solution, and by laws. */
#include <armstrade/smoothing.h>

#include <math.h>
#include <stdlib.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { MOST = 40 };

static void fill(double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        values[i] = random_inside(-50, 50);
}

static double plain_mean(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    return sum / (double)n;
}

static void test_trailing_by_hand(void)
{
    static const double values[] = {1, 2, 6, 3};
    arms_arena arena = {0};
    arms_trailing_mean trailing;
    arms_window window = {values, 4, 3};
    CHECK(arms_smooth_trailing(&trailing, &window, &arena, NULL));
    CHECK_COUNT(trailing.undefined, 2);
    CHECK_COUNT(trailing.count, 2);
    CHECK_NEAR(trailing.means[0], 3, 1e-15);
    CHECK_NEAR(trailing.means[1], 11.0 / 3, 1e-15);
    arms_arena_free(&arena);
}

static void test_trailing_brute_force(void)
{
    double values[MOST];
    random_start();
    for (int trial = 0; trial < 200; trial++) {
        arms_arena arena = {0};
        arms_trailing_mean trailing;
        arms_window window = {values, 1 + random_below(MOST), 1};
        window.width = 1 + random_below(window.n);
        fill(values, window.n);
        CHECK(arms_smooth_trailing(&trailing, &window, &arena, NULL));
        CHECK_COUNT(trailing.undefined, window.width - 1);
        CHECK_COUNT(trailing.count + trailing.undefined, window.n);
        for (size_t i = 0; i < trailing.count; i++)
            CHECK_NEAR(trailing.means[i], plain_mean(values + i, window.width), 1e-12);
        arms_arena_free(&arena);
    }
}

/* What has left the window has left the mean. */
static void test_trailing_forgets(void)
{
    static const double values[] = {1e17, 1, 2, 4, 8};
    arms_arena arena = {0};
    arms_trailing_mean trailing;
    arms_window window = {values, 5, 2};
    CHECK(arms_smooth_trailing(&trailing, &window, &arena, NULL));
    CHECK(check_same(trailing.means[1], 1.5));
    CHECK(check_same(trailing.means[3], 6));
    arms_arena_free(&arena);
}

static void test_trailing_intervals(void)
{
    static const arms_interval figures[] = {{2, 1, 3, false},
                                            {237, 236.5, 237.5, true},
                                            {0, 0, 0.5, true},
                                            {4, 4, 4, false},
                                            {6, 6, 6, false}};
    arms_arena arena = {0};
    arms_trailing_intervals trailing;
    arms_interval_window window = {figures, 5, 2};
    CHECK(arms_smooth_trailing_intervals(&trailing, &window, &arena, NULL));
    CHECK_COUNT(trailing.undefined, 1);
    CHECK_COUNT(trailing.count, 4);
    CHECK_NEAR(trailing.means[0].low, 118.75, 1e-13);
    CHECK_NEAR(trailing.means[0].value, 119.5, 1e-13);
    CHECK_NEAR(trailing.means[0].high, 120.25, 1e-13);
    CHECK(trailing.means[0].open && trailing.means[2].open && !trailing.means[3].open);
    CHECK(check_same(trailing.means[3].low, 5) && check_same(trailing.means[3].high, 5));
    arms_arena_free(&arena);
}

static void test_trailing_refuses(void)
{
    static const double values[] = {1, 2, NAN};
    static const arms_interval figures[] = {{1, 1, 1, false}, {2, NAN, 3, false}};
    arms_arena arena = {0};
    arms_trailing_mean trailing;
    arms_trailing_intervals intervals;
    arms_error err = {0};
    arms_window window = {values, 2, 3};
    CHECK(!arms_smooth_trailing(&trailing, &window, &arena, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "a window of 1 to 2, not 3");
    window.width = 0;
    CHECK(!arms_smooth_trailing(&trailing, &window, &arena, &err));
    window = (arms_window){values, 3, 2};
    CHECK(!arms_smooth_trailing(&trailing, &window, &arena, &err));
    window = (arms_window){values, 0, 0};
    CHECK(!arms_smooth_trailing(&trailing, &window, &arena, &err));
    arms_interval_window bounds = {figures, 2, 1};
    CHECK(!arms_smooth_trailing_intervals(&intervals, &bounds, &arena, &err));
    CHECK_HAS(err.text, "missing value");
    arms_arena_free(&arena);
}

/* Row i of D'D τ, written out by differences. */
static double bending(const double *trend, size_t n, size_t i)
{
    double sum = 0;
    static const double weight[] = {1, -2, 1};
    for (size_t k = 0; k < 3; k++) {
        if (i < k || i - k + 2 >= n)
            continue;
        const double *at = trend + i - k;
        sum += weight[k] * (at[0] - 2 * at[1] + at[2]);
    }
    return sum;
}

/* A dense system of n rows and n + 1 columns, by elimination with pivots. */
static void eliminate(double *m, size_t n, size_t step)
{
    size_t wide = n + 1, pivot = step;
    for (size_t row = step; row < n; row++)
        if (fabs(m[row * wide + step]) > fabs(m[pivot * wide + step]))
            pivot = row;
    for (size_t col = 0; col < wide; col++) {
        double swap = m[step * wide + col];
        m[step * wide + col] = m[pivot * wide + col];
        m[pivot * wide + col] = swap;
    }
    for (size_t cell = 0; cell < n * wide; cell++) {
        size_t row = cell / wide, col = n - cell % wide;
        if (row != step && col >= step)
            m[row * wide + col] -=
                m[row * wide + step] / m[step * wide + step] * m[step * wide + col];
    }
}

/* I + λ D'D as a product of full matrices, and the values behind it. */
static void fill_dense(double *m, const double *values, size_t n, double lambda)
{
    for (size_t cell = 0; cell < n * n; cell++) {
        size_t row = cell / n, col = cell % n;
        double unit[MOST] = {0};
        unit[col] = 1;
        m[row * (n + 1) + col] = (row == col) + lambda * bending(unit, n, row);
    }
    for (size_t row = 0; row < n; row++)
        m[row * (n + 1) + n] = values[row];
}

static void test_trend_against_dense(void)
{
    double values[MOST], trend[MOST], dense[MOST * (MOST + 1)];
    random_start();
    for (int trial = 0; trial < 50; trial++) {
        size_t n = 3 + random_below(MOST - 2);
        double lambda = trial % 2 ? ARMS_SMOOTH_ANNUAL : random_inside(0, 1600);
        fill(values, n);
        fill_dense(dense, values, n, lambda);
        for (size_t step = 0; step < n; step++)
            eliminate(dense, n, step);
        CHECK(arms_smooth_hodrick_prescott(trend, values, n, lambda, NULL));
        for (size_t i = 0; i < n; i++)
            CHECK_NEAR(trend[i], dense[i * (n + 1) + n] / dense[i * (n + 1) + i], 1e-9);
    }
}

/* Fractions: x = 1 0 0 with λ = 1 has the trend 6/7, 2/7, −1/7. */
static void test_trend_in_fractions(void)
{
    static const double values[] = {1, 0, 0};
    double trend[3];
    CHECK(arms_smooth_hodrick_prescott(trend, values, 3, 1, NULL));
    CHECK_NEAR(trend[0], 6.0 / 7, 1e-15);
    CHECK_NEAR(trend[1], 2.0 / 7, 1e-15);
    CHECK_NEAR(trend[2], -1.0 / 7, 1e-15);
}

static void test_line_is_its_trend(void)
{
    double line[MOST], trend[MOST];
    for (size_t i = 0; i < MOST; i++)
        line[i] = 1000 - 12.5 * (double)i;
    CHECK(arms_smooth_hodrick_prescott(trend, line, MOST, ARMS_SMOOTH_ANNUAL, NULL));
    for (size_t i = 0; i < MOST; i++)
        CHECK_NEAR(trend[i], line[i], 1e-10);
}

/* The cycle sums to nothing, and so does its product with time. */
static void test_cycle_is_balanced(void)
{
    double values[MOST], trend[MOST], sum = 0, moment = 0;
    random_start();
    fill(values, MOST);
    CHECK(arms_smooth_hodrick_prescott(trend, values, MOST, ARMS_SMOOTH_ANNUAL, NULL));
    for (size_t i = 0; i < MOST; i++) {
        sum += values[i] - trend[i];
        moment += (double)i * (values[i] - trend[i]);
    }
    CHECK_NEAR(sum, 0, 1e-10);
    CHECK_NEAR(moment, 0, 1e-8);
}

static void test_trend_refuses(void)
{
    static const double values[] = {1, 2, NAN};
    double trend[3];
    arms_error err = {0};
    CHECK(!arms_smooth_hodrick_prescott(trend, values, 2, 6.25, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK(!arms_smooth_hodrick_prescott(trend, values, 3, 6.25, &err));
    static const double good[] = {1, 2, 4};
    CHECK(!arms_smooth_hodrick_prescott(trend, good, 3, 0, &err));
    CHECK_HAS(err.text, "lambda");
    CHECK(!arms_smooth_hodrick_prescott(trend, good, 3, NAN, &err));
    CHECK(!arms_smooth_hodrick_prescott(trend, good, 3, 1e8, &err));
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double plain_median(double *values, size_t n)
{
    qsort(values, n, sizeof *values, ascending);
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

/* The verdict on one value, by sorting its window. */
static arms_outlier plain_verdict(const arms_window *window, size_t i)
{
    double inside[MOST];
    size_t half = window->width / 2, count = 0;
    arms_outlier one = {.at = i, .value = window->values[i]};
    for (size_t j = i < half ? 0 : i - half; j < window->n && j <= i + half; j++)
        inside[count++] = window->values[j];
    one.window = count;
    one.median = plain_median(inside, count);
    for (size_t j = 0; j < count; j++)
        inside[j] = fabs(inside[j] - one.median);
    one.scale = 1.482602218505602 * plain_median(inside, count);
    one.apart = one.value - one.median;
    return one;
}

static void check_outliers(const arms_outliers *got, const arms_window *window)
{
    size_t seen = 0;
    for (size_t i = 0; i < window->n; i++) {
        arms_outlier want = plain_verdict(window, i);
        if (!(fabs(want.apart) > got->threshold * want.scale))
            continue;
        if (!CHECK(seen < got->count))
            return;
        const arms_outlier *one = &got->found[seen++];
        CHECK_COUNT(one->at, i);
        CHECK_COUNT(one->window, want.window);
        CHECK_NEAR(one->median, want.median, 1e-12);
        CHECK_NEAR(one->scale, want.scale, 1e-12);
        CHECK_NEAR(one->apart, want.apart, 1e-12);
        CHECK(one->has_scale == (want.scale > 0));
    }
    CHECK_COUNT(got->count, seen);
}

static void test_hampel_brute_force(void)
{
    double values[MOST];
    random_start();
    for (int trial = 0; trial < 300; trial++) {
        arms_arena arena = {0};
        arms_outliers outliers;
        arms_window window = {values, 3 + random_below(MOST - 2), 3};
        while (window.width + 2 <= window.n && random_below(3) > 0)
            window.width += 2;
        fill(values, window.n);
        for (size_t i = 0; trial % 2 && i < window.n; i++) /* ties, as of empty years */
            values[i] = random_below(2) ? 0 : round(values[i]);
        CHECK(arms_smooth_hampel(&outliers, &window, 1 + trial % 3, &arena, NULL));
        check_outliers(&outliers, &window);
        arms_arena_free(&arena);
    }
}

/* The median of 2 3 90 4 5 is 4, that of its deviations 2 1 86 0 1 is 1. */
static void test_hampel_by_hand(void)
{
    static const double values[] = {1, 2, 3, 90, 4, 5};
    static const double empty[] = {0, 0, 7, 0, 0};
    arms_arena arena = {0};
    arms_outliers outliers;
    arms_window window = {values, 6, 5};
    CHECK(arms_smooth_hampel(&outliers, &window, 3, &arena, NULL));
    CHECK_COUNT(outliers.count, 1);
    CHECK_COUNT(outliers.found[0].at, 3);
    CHECK(check_same(outliers.found[0].apart, 86));
    CHECK_NEAR(outliers.found[0].scale, 1.482602218505602, 1e-15);
    window = (arms_window){empty, 5, 5};
    CHECK(arms_smooth_hampel(&outliers, &window, 3, &arena, NULL));
    CHECK_COUNT(outliers.count, 1);
    CHECK(!outliers.found[0].has_scale);
    arms_arena_free(&arena);
}

static void test_hampel_refuses(void)
{
    static const double values[] = {1, 2, 3, 4, NAN};
    arms_arena arena = {0};
    arms_outliers outliers;
    arms_error err = {0};
    arms_window window = {values, 4, 4};
    CHECK(!arms_smooth_hampel(&outliers, &window, 3, &arena, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "odd");
    window.width = 5;
    CHECK(!arms_smooth_hampel(&outliers, &window, 3, &arena, &err));
    window.width = 1;
    CHECK(!arms_smooth_hampel(&outliers, &window, 3, &arena, &err));
    window.width = 3;
    CHECK(!arms_smooth_hampel(&outliers, &window, -1, &arena, &err));
    CHECK(!arms_smooth_hampel(&outliers, &window, NAN, &arena, &err));
    window.n = 5;
    CHECK(!arms_smooth_hampel(&outliers, &window, 3, &arena, &err));
    arms_arena_free(&arena);
}

const check_test statistics_smoothing_tests[] = {
    {"trailing mean by hand", test_trailing_by_hand},
    {"trailing mean by brute force", test_trailing_brute_force},
    {"trailing mean forgets", test_trailing_forgets},
    {"trailing mean of intervals", test_trailing_intervals},
    {"trailing mean refuses", test_trailing_refuses},
    {"trend against a dense solution", test_trend_against_dense},
    {"trend in fractions", test_trend_in_fractions},
    {"a line is its own trend", test_line_is_its_trend},
    {"the cycle is balanced", test_cycle_is_balanced},
    {"trend refuses", test_trend_refuses},
    {"outliers by brute force", test_hampel_brute_force},
    {"outliers by hand", test_hampel_by_hand},
    {"outliers refuses", test_hampel_refuses},
    {NULL, NULL},
};
