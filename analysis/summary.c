/* Mean, standard deviation, lag-1 autocorrelation, median and MAD; formulas, sources and
 * units are in the header. Undefined for fewer than two values; the
 * autocorrelation also without spread. GSL sums deviations from the mean in long double,
 * which leaves nothing to gain: what NIST's NumAcc3 and 4 lack is lost in the data, since
 * a double holds 10000000.1 to 1e-9 only. */
#include <armstrade/summary.h>

#include <armstrade/arena.h>
#include <gsl/gsl_statistics_double.h>

#include "analysis/guard.h"

static bool order_figures(arms_summary *out, const double *values, size_t n,
                          arms_error *err)
{
    if (!arms_median_compute(&out->median, values, n, err) ||
        !arms_mad_compute(&out->mad, values, n, err))
        return false;
    out->mad_scaled = 1.4826 * out->mad;
    return true;
}

bool arms_summary_compute(arms_summary *out, const double *values, size_t n,
                          arms_error *err)
{
    if (!guard_sample(values, n, 2, "a standard deviation", err))
        return false;
    *out = (arms_summary){.n = n, .mean = gsl_stats_mean(values, 1, n)};
    out->sd = gsl_stats_sd_m(values, 1, n, out->mean);
    const double results[] = {out->mean, out->sd};
    return guard_result(results, 2, "a standard deviation", err) &&
           order_figures(out, values, n, err);
}

bool arms_autocorrelation_compute(double *out, const double *values, size_t n,
                                  arms_error *err)
{
    if (!guard_sample(values, n, 2, "an autocorrelation", err) ||
        !guard_spread(values, n, "an autocorrelation", err))
        return false;
    double mean = gsl_stats_mean(values, 1, n);
    *out = gsl_stats_lag1_autocorrelation_m(values, 1, n, mean);
    return guard_result(out, 1, "an autocorrelation", err);
}

bool arms_median_compute(double *out, const double *values, size_t n, arms_error *err)
{
    arms_arena scratch = {0};
    double *copy = NULL;
    if (!guard_sample(values, n, 1, "a median", err))
        return false;
    copy = arms_alloc(&scratch, n, sizeof *copy, err);
    if (!copy)
        return false;
    for (size_t i = 0; i < n; i++)
        copy[i] = values[i];
    *out = gsl_stats_median(copy, 1, n);
    arms_arena_free(&scratch);
    return true;
}

bool arms_mad_compute(double *out, const double *values, size_t n, arms_error *err)
{
    arms_arena scratch = {0};
    double *work = NULL;
    if (!guard_sample(values, n, 1, "a median deviation", err))
        return false;
    work = arms_alloc(&scratch, n, sizeof *work, err);
    if (!work)
        return false;
    *out = gsl_stats_mad0(values, 1, n, work);
    arms_arena_free(&scratch);
    return true;
}
