/* A checked series and what the trend statistics share. The variance of S is
 * (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 (Kendall 1975); the autocorrelation at lag k
 * is Σ (x_t − m)(x_{t+k} − m) / Σ (x_t − m)² (Box and Jenkins 1970). */
#include "analysis/trend.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>
#include <string.h>

#include "analysis/guard.h"

bool trend_check(arms_series series, size_t least, const char *what, arms_error *err)
{
    if (series.n > ARMS_TREND_MOST)
        return arms_fail(err, ARMS_LIMIT, "%s takes at most %d values, there are %zu",
                         what, ARMS_TREND_MOST, series.n);
    if (!guard_sample(series.values, series.n, least, what, err) ||
        !guard_sample(series.years, series.n, least, what, err))
        return false;
    for (size_t i = 1; i < series.n; i++)
        if (!(series.years[i - 1] < series.years[i]))
            return arms_fail(err, ARMS_DOMAIN,
                             "undefined on this data: %s needs years in ascending order, "
                             "each once; %g follows %g",
                             what, series.years[i], series.years[i - 1]);
    return true;
}

bool trend_find_ties(trend_ties *out, const double *values, size_t n, arms_arena *arena,
                     arms_error *err)
{
    double *sorted = arms_alloc(arena, n, sizeof *sorted, err);
    *out = (trend_ties){arms_alloc(arena, n, sizeof *out->sizes, err), 0};
    if (!sorted || !out->sizes)
        return false;
    if (n == 0)
        return true;
    memcpy(sorted, values, n * sizeof *sorted);
    gsl_sort(sorted, 1, n);
    for (size_t i = 0; i < n; i++) {
        out->count += i == 0 || sorted[i - 1] < sorted[i];
        out->sizes[out->count - 1]++;
    }
    return true;
}

static double variance_term(size_t size)
{
    double t = (double)size;
    return t * (t - 1) * (2 * t + 5);
}

double trend_variance(const trend_ties *ties, size_t n)
{
    double sum = variance_term(n);
    for (size_t i = 0; i < ties->count; i++)
        sum -= variance_term(ties->sizes[i]);
    return sum / 18;
}

double trend_slope(arms_series series, size_t i, size_t j)
{
    return (series.values[j] - series.values[i]) / (series.years[j] - series.years[i]);
}

static double step_of(arms_series series)
{
    double step = HUGE_VAL;
    for (size_t i = 1; i < series.n; i++)
        step = fmin(step, series.years[i] - series.years[i - 1]);
    return step;
}

bool trend_slope_per_step(double *out, arms_series series, arms_error *err)
{
    arms_slope slope;
    if (!arms_theil_sen(&slope, series, 0.95, err))
        return false;
    *out = slope.slope * step_of(series);
    return true;
}

/* The largest size a rounding error of a detrended value can have, with room. */
static double rounding_of(arms_series series, double slope)
{
    double scale = fabs(slope) * (double)series.n;
    for (size_t i = 0; i < series.n; i++)
        scale = fmax(scale, fabs(series.values[i]));
    return 16 * DBL_EPSILON * scale;
}

bool trend_detrend(double **out, arms_series series, double slope, arms_arena *arena,
                   arms_error *err)
{
    double *left = *out = arms_alloc(arena, series.n, sizeof *left, err);
    if (!left)
        return false;
    for (size_t i = 0; i < series.n; i++)
        left[i] = series.values[i] - (double)(i + 1) * slope;
    double spread = gsl_stats_max(left, 1, series.n) - gsl_stats_min(left, 1, series.n);
    if (spread > rounding_of(series, slope))
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: the values are equal, or lie on a straight "
                     "line, which leaves no autocorrelation");
}

double trend_autocorrelation(const double *values, size_t n, size_t lag)
{
    double mean = gsl_stats_mean(values, 1, n), top = 0, whole = 0;
    for (size_t i = 0; i + lag < n; i++)
        top += (values[i] - mean) * (values[i + lag] - mean);
    for (size_t i = 0; i < n; i++)
        whole += (values[i] - mean) * (values[i] - mean);
    return top / whole;
}

bool trend_normal_test(arms_trend_test *test, bool plain_z, arms_error *err)
{
    if (!(test->variance > 0) || !isfinite(test->variance))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: the corrected variance of S is %g, and "
                         "must be above 0; try fewer lags",
                         test->variance);
    double sign = (test->s > 0) - (test->s < 0);
    test->z = (test->s - (plain_z ? 0 : sign)) / sqrt(test->variance);
    test->p_normal = fmin(1, 2 * gsl_cdf_ugaussian_Q(fabs(test->z)));
    test->p = test->p_normal;
    return true;
}
