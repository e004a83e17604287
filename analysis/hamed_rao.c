/* Mann–Kendall for a series that remembers its past, by Hamed and Rao (1998): the
 * variance of S times 1 + 2/(n(n − 1)(n − 2)) |Σ (n − k)(n − k − 1)(n − k − 2) r_k|,
 * where r_k is the autocorrelation of the ranks of the detrended values, and only lags
 * count whose |r_k| exceeds the normal quantile over √n. As pymannkendall 1.4
 * computes it; the article and earlier releases have no | |, so that there the variance
 * can shrink. Undefined for fewer than three values and on a straight line. */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "analysis/trend.h"

/* Mid-ranks: equal values share the mean of their ranks. */
static double *ranks_of(const double *values, size_t n, arms_arena *arena,
                        arms_error *err)
{
    double *ranks = arms_alloc(arena, n, sizeof *ranks, err);
    if (!ranks)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        size_t below = 0, equal = 0;
        for (size_t j = 0; j < n; j++) {
            below += values[j] < values[i];
            equal += !(values[j] < values[i]) && !(values[j] > values[i]);
        }
        ranks[i] = (double)below + ((double)equal + 1) / 2;
    }
    return ranks;
}

static double factor_of(const double *ranks, size_t n, size_t lag, double level)
{
    double size = (double)n, sum = 0;
    double bound = gsl_cdf_ugaussian_Pinv(1 - level / 2) / sqrt(size);
    for (size_t k = 1; k <= lag; k++) {
        double r = trend_autocorrelation(ranks, n, k), rest = size - (double)k;
        if (fabs(r) > bound)
            sum += rest * (rest - 1) * (rest - 2) * r;
    }
    return 1 + 2 / (size * (size - 1) * (size - 2)) * fabs(sum);
}

static bool correct(arms_trend_test *out, const trend_left *left, arms_arena *arena,
                    arms_error *err)
{
    const double *ranks = ranks_of(left->values, left->n, arena, err);
    if (!ranks)
        return false;
    out->correction = factor_of(ranks, left->n, out->lag, left->level);
    return true;
}

bool arms_mann_kendall_hamed_rao(arms_trend_test *out, arms_series series,
                                 const arms_trend_options *options, arms_error *err)
{
    out->method = ARMS_HAMED_RAO;
    return trend_corrected_test(out, series, options, correct, err);
}
