/* Confidence and prediction bands: value ± t·s√h for the model's mean, ± t·s√(1 + h) for
 * one new figure (Draper and Smith 1998); in the unit of y. Undefined for a level outside
 * 0 to 1. */
#include "analysis/band.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "analysis/guard.h"

bool band_quantile(double *t, double level, size_t df, arms_error *err)
{
    if (!(level > 0 && level < 1))
        return arms_fail(err, ARMS_USAGE,
                         "the level of an interval lies between 0 and 1, as 0.95 does");
    *t = gsl_cdf_tdist_Pinv((1 + level) / 2, (double)df);
    return true;
}

double band_p(double t, size_t df)
{
    double n = (double)df;
    return gsl_cdf_beta_P(n / (n + t * t), n / 2, 0.5);
}

bool band_make(arms_band *out, band_terms terms, arms_error *err)
{
    arms_band band = {.value = terms.value, .level = terms.level};
    band.error = terms.sd * sqrt(terms.leverage);
    double mean = terms.t * band.error;
    double single = terms.t * terms.sd * sqrt(1 + terms.leverage);
    band.mean_low = terms.value - mean;
    band.mean_high = terms.value + mean;
    band.single_low = terms.value - single;
    band.single_high = terms.value + single;
    *out = band;
    const double results[] = {band.value, band.mean_low, band.mean_high, band.single_low,
                              band.single_high};
    return guard_result(results, 5, "a prediction", err);
}
