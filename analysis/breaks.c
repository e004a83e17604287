/* Residual sums of squares about a mean or a straight line in time, by GSL, and the
 * question whether one is more than rounding. A part that a model fits without error has
 * no F and no likelihood, but in doubles its residuals are seldom exactly 0: they are
 * taken for nothing where they are smaller than 10⁻¹³ of the largest value, a scatter
 * that no printed figures have. */
#include "analysis/breaks.h"

#include <gsl/gsl_fit.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "analysis/guard.h"

static const double rounding = 1e-13;

static bool line_rss(double *out, const double *values, size_t n, arms_error *err)
{
    arms_arena scratch = {0};
    double level, slope, cov[3];
    double *time = arms_alloc(&scratch, n, sizeof *time, err);
    for (size_t i = 0; time && i < n; i++)
        time[i] = (double)i;
    bool done = time && guard_status(gsl_fit_linear(time, 1, values, 1, n, &level, &slope,
                                                    &cov[0], &cov[1], &cov[2], out),
                                     "a straight line", err);
    arms_arena_free(&scratch);
    return done;
}

bool breaks_rss(double *out, const double *values, size_t n, arms_break_model model,
                arms_error *err)
{
    if (model == ARMS_BREAK_TREND && n > 2)
        return line_rss(out, values, n, err);
    *out = model == ARMS_BREAK_TREND ? 0 : gsl_stats_tss(values, 1, n);
    return true;
}

bool breaks_inexact(double rss, const double *values, size_t n, const char *what,
                    arms_error *err)
{
    double largest = 0;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs(values[i]));
    if (!isfinite(rss))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: %s meets values too large to square",
                         what);
    if (rss <= (double)n * pow(rounding * largest, 2))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: %s finds segments that fit without "
                         "error, so there is no scatter to measure a break against",
                         what);
    return true;
}
