/* Deflation: constant = current × index(base year)/index(year), in money of the base
 * year. A missing year of the index is an error, or where asked lies on the straight line
 * between its neighbours (GSL's linear interpolation). Undefined for what is no money or
 * has constant prices already, for an index not above 0, and beyond the index's years. */
#include <armstrade/deflation.h>

#include <gsl/gsl_interp.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/guard.h"

static bool has_prices(const arms_measure *measure, arms_error *err)
{
    if (measure->unit == ARMS_UNIT_TIV)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a TIV is a volume at constant unit "
                         "values already and must not be deflated");
    if (!arms_unit_is_money(measure->unit))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: only money can be deflated, not %s",
                         measure->unit == ARMS_UNIT_NONE ? "a measure without a unit"
                                                         : arms_unit_name(measure->unit));
    if (strstr(measure->valuation, "onstant"))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: the figures are in constant prices "
                         "already (%s)",
                         measure->valuation);
    return true;
}

static bool index_good(const arms_deflator *deflator, arms_error *err)
{
    if (!guard_sample(deflator->index, deflator->n, 1, "a price index", err))
        return false;
    for (size_t i = 0; i < deflator->n; i++) {
        if (!(deflator->index[i] > 0))
            return arms_fail(err, ARMS_DOMAIN,
                             "undefined on this data: the price index of %d is %g, and "
                             "must be above 0",
                             deflator->years[i], deflator->index[i]);
        if (i > 0 && deflator->years[i] <= deflator->years[i - 1])
            return arms_fail(err, ARMS_DOMAIN,
                             "undefined on this data: the years of the price index must "
                             "ascend, but %d follows %d",
                             deflator->years[i], deflator->years[i - 1]);
    }
    return true;
}

static bool between(double *out, const arms_deflator *deflator, size_t next, int year,
                    arms_error *err)
{
    double years[] = {deflator->years[next - 1], deflator->years[next]};
    gsl_interp *line = gsl_interp_alloc(gsl_interp_linear, 2);
    if (!line)
        return arms_fail_memory(err);
    const double *index = deflator->index + next - 1;
    int status = gsl_interp_init(line, years, index, 2);
    if (status == 0)
        status = gsl_interp_eval_e(line, years, index, year, NULL, out);
    gsl_interp_free(line);
    return guard_status(status, "a line between two years of a price index", err);
}

static bool index_of(double *out, const arms_deflator *deflator, int year,
                     arms_error *err)
{
    size_t at = 0;
    while (at < deflator->n && deflator->years[at] < year)
        at++;
    if (at < deflator->n && deflator->years[at] == year) {
        *out = deflator->index[at];
        return true;
    }
    if (at == 0 || at == deflator->n)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: the price index has the years %d to "
                         "%d, not %d",
                         deflator->years[0], deflator->years[deflator->n - 1], year);
    if (!deflator->interpolate)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: the price index has no value for %d, "
                         "and interpolation was not asked for",
                         year);
    return between(out, deflator, at, year, err);
}

static bool factor(double *out, const arms_deflator *deflator, int year, arms_error *err)
{
    double base = 0, then = 0;
    if (!index_of(&base, deflator, deflator->base_year, err) ||
        !index_of(&then, deflator, year, err))
        return false;
    *out = base / then;
    return guard_sample(out, 1, 1, "a ratio of two price indices", err);
}

bool arms_deflation_factor(double *out, const arms_deflator *deflator, int year,
                           const arms_measure *measure, arms_error *err)
{
    return has_prices(measure, err) && index_good(deflator, err) &&
           factor(out, deflator, year, err);
}

bool arms_deflation_apply(double *out, const arms_current_prices *prices,
                          const arms_deflator *deflator, arms_error *err)
{
    if (!has_prices(prices->measure, err) || !index_good(deflator, err) ||
        !guard_sample(prices->values, prices->n, 0, "deflation", err))
        return false;
    for (size_t i = 0; i < prices->n; i++) {
        double times;
        if (!factor(&times, deflator, prices->years[i], err))
            return false;
        out[i] = prices->values[i] * times;
    }
    return true;
}

bool arms_deflation_measure(arms_measure *out, const arms_measure *measure, int base_year,
                            arms_error *err)
{
    if (!has_prices(measure, err))
        return false;
    char former[sizeof out->valuation] = "";
    if (strcmp(measure->valuation, "current") != 0)
        memcpy(former, measure->valuation, sizeof former);
    *out = *measure;
    int length = snprintf(out->valuation, sizeof out->valuation, "%s%sconstant %d",
                          former, *former ? ", " : "", base_year);
    if (length >= 0 && (size_t)length < sizeof out->valuation)
        return true;
    return arms_fail(err, ARMS_LIMIT, "no room for \"constant %d\" behind \"%s\"",
                     base_year, former);
}
