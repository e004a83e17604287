/* Mann–Kendall for a series that remembers its past, by Yue and Wang (2004): the variance
 * of S times 1 + 2 Σ (1 − k/n) r_k, where r_k is the autocorrelation of the detrended
 * values. As pymannkendall computes it. Undefined for fewer than three values, on a
 * straight line, and where the factor is not above 0. */
#include "analysis/trend.h"

static bool correct(arms_trend_test *out, const trend_left *left, arms_arena *arena,
                    arms_error *err)
{
    (void)arena;
    (void)err;
    double sum = 0;
    for (size_t k = 1; k <= out->lag; k++)
        sum += (1 - (double)k / (double)left->n) *
               trend_autocorrelation(left->values, left->n, k);
    out->correction = 1 + 2 * sum;
    return true;
}

bool arms_mann_kendall_yue_wang(arms_trend_test *out, arms_series series,
                                const arms_trend_options *options, arms_error *err)
{
    out->method = ARMS_YUE_WANG;
    return trend_corrected_test(out, series, options, correct, err);
}
