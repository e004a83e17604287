/* Mann–Kendall after the memory of one year is taken out of the series: y_t − r_1 y_{t−1}
 * (von Storch 1995), and the same on the detrended series with its slope put back (Yue,
 * Pilon, Phinney and Cavadias 2002). n − 1 values remain. As pymannkendall computes them.
 * Undefined for fewer than three values, where all are equal, and, trend-free, on a
 * straight line. */
#include "analysis/trend.h"

/* Leaves n − 1 values in `values`, y_t − r y_{t−1} + slope × t for t = 1 … n − 1. */
static void whiten(double *values, size_t n, double r, double slope)
{
    for (size_t t = 1; t < n; t++)
        values[t - 1] = values[t] - values[t - 1] * r + (double)t * slope;
}

static bool test_whitened(arms_trend_test *out, arms_series series, double slope,
                          arms_arena *arena, arms_error *err)
{
    double *left = NULL;
    if (!trend_detrend(&left, series, slope, arena, err))
        return false;
    out->autocorrelation = trend_autocorrelation(left, series.n, 1);
    whiten(left, series.n, out->autocorrelation, slope);
    return trend_score(out, left, arena, err);
}

/* Both tests; without a slope the series is whitened as it is. */
static bool test(arms_trend_test *out, arms_series series, double slope,
                 const arms_trend_options *options, arms_error *err)
{
    arms_arena arena = {0};
    bool done = test_whitened(out, series, slope, &arena, err);
    arms_arena_free(&arena);
    out->exact = false;
    return done && trend_normal_test(out, options && options->plain_z, err);
}

static bool start(arms_trend_test *out, arms_series series, arms_trend_method method,
                  arms_error *err)
{
    *out = (arms_trend_test){.method = method, .correction = 1};
    if (!trend_check(series, 3, "a pre-whitened Mann–Kendall test", err))
        return false;
    out->n = series.n - 1;
    return true;
}

bool arms_mann_kendall_prewhitened(arms_trend_test *out, arms_series series,
                                   const arms_trend_options *options, arms_error *err)
{
    return start(out, series, ARMS_PREWHITENED, err) &&
           test(out, series, 0, options, err);
}

bool arms_mann_kendall_trend_free(arms_trend_test *out, arms_series series,
                                  const arms_trend_options *options, arms_error *err)
{
    double slope = 0;
    return start(out, series, ARMS_TREND_FREE_PREWHITENED, err) &&
           trend_slope_per_step(&slope, series, err) &&
           test(out, series, slope, options, err);
}
