/* The Theil–Sen slope: the median of (y_j − y_i)/(x_j − x_i) over all pairs (Theil 1950,
 * Sen 1968), in units a year, with Sen's rank interval, numbered as R's trend::sens.slope
 * does. Undefined for fewer than two values; no interval where the numbers fall outside
 * the slopes there are. */
#include <armstrade/trend.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>
#include <string.h>

#include "analysis/guard.h"
#include "analysis/trend.h"

static double *sorted_slopes(arms_series series, arms_arena *arena, arms_error *err)
{
    size_t pairs = series.n * (series.n - 1) / 2, k = 0;
    double *slopes = arms_alloc(arena, pairs, sizeof *slopes, err);
    if (!slopes)
        return NULL;
    for (size_t i = 0; i < series.n; i++)
        for (size_t j = i + 1; j < series.n; j++)
            slopes[k++] = trend_slope(series, i, j);
    if (!guard_sample(slopes, pairs, 1, "a slope", err))
        return NULL;
    gsl_sort(slopes, 1, pairs);
    return slopes;
}

static void find_interval(arms_slope *out, const double *slopes, double variance)
{
    double pairs = (double)out->pairs;
    double half = gsl_cdf_ugaussian_Pinv(0.5 + out->level / 2) * sqrt(variance);
    double low = rint((pairs - half) / 2), high = rint((pairs + half) / 2 + 1);
    out->has_interval = variance > 0 && low >= 1 && high <= pairs;
    if (!out->has_interval)
        return;
    out->low = slopes[(size_t)low - 1];
    out->high = slopes[(size_t)high - 1];
}

static double median(double *values, size_t n)
{
    gsl_sort(values, 1, n);
    return gsl_stats_median_from_sorted_data(values, 1, n);
}

static bool find_intercepts(arms_slope *out, arms_series series, arms_arena *arena,
                            arms_error *err)
{
    double *scratch = arms_alloc(arena, series.n, sizeof *scratch, err);
    if (!scratch)
        return false;
    for (size_t i = 0; i < series.n; i++)
        scratch[i] = series.values[i] - out->slope * series.years[i];
    out->intercept_residual = median(scratch, series.n);
    memcpy(scratch, series.values, series.n * sizeof *scratch);
    double middle = gsl_stats_median_from_sorted_data(series.years, 1, series.n);
    out->intercept = median(scratch, series.n) - out->slope * middle;
    return true;
}

static bool fill(arms_slope *out, arms_series series, arms_arena *arena, arms_error *err)
{
    trend_ties ties;
    const double *slopes = sorted_slopes(series, arena, err);
    if (!slopes || !trend_find_ties(&ties, series.values, series.n, arena, err))
        return false;
    out->pairs = series.n * (series.n - 1) / 2;
    out->slope = gsl_stats_median_from_sorted_data(slopes, 1, out->pairs);
    find_interval(out, slopes, trend_variance(&ties, series.n));
    return find_intercepts(out, series, arena, err);
}

bool arms_theil_sen(arms_slope *out, arms_series series, double level, arms_error *err)
{
    *out = (arms_slope){.level = level, .n = series.n};
    if (!trend_check(series, 2, "the Theil–Sen slope", err))
        return false;
    if (!(level > 0 && level < 1))
        return arms_fail(err, ARMS_USAGE,
                         "an interval's level is between 0 and 1, not %g", level);
    arms_arena arena = {0};
    bool done = fill(out, series, &arena, err);
    arms_arena_free(&arena);
    return done;
}
