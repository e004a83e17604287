/* The cumulated residuals from the mean (Ploberger and Krämer 1992).
 * S at k = Σ_{i ≤ k} (x_i − mean)/(s √n), without unit, s by n − 1; its largest size has
 * the limiting law of the largest |Brownian bridge|, which is Kolmogorov's (1933):
 * P(above s) = 2 Σ (−1)^{j+1} exp(−2 j² s²) = 1 − √(2π)/s Σ exp(−(2j − 1)² π²/(8 s²)).
 * Undefined below two values and where all values are equal. */
#include <gsl/gsl_math.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "analysis/breaks.h"
#include "analysis/guard.h"

enum { TERMS = 20 };

/* Each series where it converges at once. */
static double bridge_tail(double s)
{
    double sum = 0;
    for (int j = 1; s > 1 && j <= TERMS; j++)
        sum += (j % 2 ? 2 : -2) * exp(-2.0 * j * j * s * s);
    if (s > 1)
        return sum;
    for (int j = 1; s > 0 && j <= TERMS; j++)
        sum += exp(-gsl_pow_2((2 * j - 1) * M_PI / s) / 8);
    return s > 0 ? 1 - sqrt(2 * M_PI) / s * sum : 1;
}

bool arms_cusum(arms_cusum_test *out, const double *values, size_t n, arms_error *err)
{
    if (!guard_sample(values, n, 2, "the cumulated residuals", err))
        return false;
    double mean = gsl_stats_mean(values, 1, n), squares = gsl_stats_tss(values, 1, n);
    if (!breaks_inexact(squares, values, n, "the cumulated residuals", err))
        return false;
    *out = (arms_cusum_test){.s0 = -1, .n = n};
    double scale = sqrt(squares / (double)(n - 1) * (double)n), sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += values[i] - mean;
        if (fabs(sum) / scale > out->s0) {
            out->s0 = fabs(sum) / scale;
            out->before = i + 1;
        }
    }
    out->p = bridge_tail(out->s0);
    return true;
}
