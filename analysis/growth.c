/* Growth rates in per cent a year: compound, and log-linear with its interval; formulas
 * and sources are in the header. Undefined where a figure is 0 or below, as it has no
 * logarithm and no rate leads to it or away from it. */
#include <armstrade/growth.h>

#include <math.h>

#include "analysis/guard.h"

static bool above_zero(double value, arms_error *err)
{
    if (value > 0)
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: a growth rate needs figures above 0, one "
                     "is %g",
                     value);
}

static double per_cent(double slope)
{
    return 100 * expm1(slope);
}

bool arms_growth_compound(double *out, const double *years, const double *values,
                          size_t n, arms_error *err)
{
    if (!guard_sample(years, n, 2, "a growth rate", err) ||
        !guard_sample(values, n, 2, "a growth rate", err) ||
        !above_zero(values[0], err) || !above_zero(values[n - 1], err))
        return false;
    double span = years[n - 1] - years[0];
    if (!(span > 0))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a growth rate needs a last year later "
                         "than the first");
    *out = per_cent((log(values[n - 1]) - log(values[0])) / span);
    return guard_result(out, 1, "a growth rate", err);
}

static bool take_logs(double *logs, const arms_line_sample *sample, arms_error *err)
{
    for (size_t i = 0; i < sample->n; i++) {
        if (!above_zero(sample->y[i], err))
            return false;
        logs[i] = log(sample->y[i]);
    }
    return true;
}

static bool fit_logs(arms_growth *out, const arms_line_sample *sample, double *logs,
                     arms_error *err)
{
    arms_line_sample on_logs = {sample->x, logs, sample->n, sample->level};
    if (!take_logs(logs, sample, err) || !arms_line_fit(&out->line, &on_logs, err))
        return false;
    out->n = sample->n;
    out->level = sample->level;
    out->rate = per_cent(out->line.slope);
    out->low = per_cent(out->line.slope_low);
    out->high = per_cent(out->line.slope_high);
    const double results[] = {out->rate, out->low, out->high};
    return guard_result(results, 3, "a growth rate", err);
}

bool arms_growth_fit(arms_growth *out, const arms_line_sample *sample, arms_error *err)
{
    arms_arena scratch = {0};
    double *logs = NULL;
    if (!guard_sample(sample->y, sample->n, 3, "a growth rate", err))
        return false;
    logs = arms_alloc(&scratch, sample->n, sizeof *logs, err);
    bool done = logs && fit_logs(out, sample, logs, err);
    arms_arena_free(&scratch);
    return done;
}
