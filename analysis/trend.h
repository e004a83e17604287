/* What the trend statistics share: a checked series, its ties, its pairs' slopes, its
 * autocorrelation. */
#ifndef ARMSTRADE_ANALYSIS_TREND_H
#define ARMSTRADE_ANALYSIS_TREND_H

#include <armstrade/arena.h>
#include <armstrade/trend.h>

/* Whether `series` is one: n from `least` to ARMS_TREND_MOST, all finite, years rising;
 * else DOMAIN or LIMIT, naming `what`. */
bool trend_check(arms_series series, size_t least, const char *what, arms_error *err);

/* The groups of equal values. */
typedef struct trend_ties {
    size_t *sizes; /* of each group, single values too */
    size_t count;
} trend_ties;

bool trend_find_ties(trend_ties *out, const double *values, size_t n, arms_arena *arena,
                     arms_error *err);

/* The variance of Mann–Kendall's S of n values with these ties; 0 where all are equal. */
double trend_variance(const trend_ties *ties, size_t n);

/* The slope between two points of a series. */
double trend_slope(arms_series series, size_t i, size_t j);

/* The Theil–Sen slope a step, a step being the smallest gap between years. */
bool trend_slope_per_step(double *out, arms_series series, arms_error *err);

/* What is left of the values without slope × (1, 2, …, n), in the arena; DOMAIN where
 * nothing but rounding is. */
bool trend_detrend(double **out, arms_series series, double slope, arms_arena *arena,
                   arms_error *err);

/* Autocorrelation at `lag`, dividing by n; the values must not all be equal. */
double trend_autocorrelation(const double *values, size_t n, size_t lag);

/* S, variance, taus and the exact p of out->n values in this order; z is left alone.
 * DOMAIN where all are equal. */
bool trend_score(arms_trend_test *out, const double *values, arms_arena *arena,
                 arms_error *err);

/* Fills z, p_normal and p (not exact) from s and variance. */
bool trend_normal_test(arms_trend_test *test, bool plain_z, arms_error *err);

/* A detrended series, and the level at which a lag is significant. */
typedef struct trend_left {
    double *values;
    size_t n;
    double level;
} trend_left;

/* Finds out->correction from what is left and out->lag. */
typedef bool (*trend_correction)(arms_trend_test *out, const trend_left *left,
                                 arms_arena *arena, arms_error *err);

/* Mann–Kendall with the variance times a factor; out->method is set. */
bool trend_corrected_test(arms_trend_test *out, arms_series series,
                          const arms_trend_options *options, trend_correction by,
                          arms_error *err);

#endif
