/* Current prices into those of one base year.
 *
 * constant = current × index(base year) / index(year), for money alone: a TIV is a volume
 * at constant unit values already, and items, kilograms, per cents and ranks have no
 * price. All functions fail with DOMAIN, "undefined on this data: …", for such a measure,
 * for one whose valuation says "constant", and for an index that is not above 0. */
#ifndef ARMSTRADE_DEFLATION_H
#define ARMSTRADE_DEFLATION_H

#include <armstrade/measure.h>

/* A price index of the same currency, on any base (2015 = 100, or 1). */
typedef struct arms_deflator {
    const int *years; /* strictly ascending; gaps are missing years */
    const double *index;
    size_t n; /* at least 1 */
    int base_year;
    bool interpolate; /* a missing year between two others lies on their line */
} arms_deflator;

typedef struct arms_current_prices {
    const int *years; /* in any order */
    const double *values;
    size_t n;
    const arms_measure *measure;
} arms_current_prices;

/* index(base year) / index(year), > 0; a figure with bounds is deflated by
 * arms_interval_scale. DOMAIN where the index lacks the year or the base year and
 * interpolation was not asked for, or would leave the years of the index: nothing is ever
 * carried beyond them. */
bool arms_deflation_factor(double *out, const arms_deflator *deflator, int year,
                           const arms_measure *measure, arms_error *err);

/* Each value in prices of the base year, in the same unit and scale, into `out`, which
 * has room for n and may be `values` itself. DOMAIN also for a missing (not finite)
 * value; `out` may then be part-filled. */
bool arms_deflation_apply(double *out, const arms_current_prices *prices,
                          const arms_deflator *deflator, arms_error *err);

/* The measure of the result: the same with "constant 2015" as its valuation, behind the
 * former one where that says more ("CIF, constant 2015"; "current" goes). LIMIT where
 * that has no room. */
bool arms_deflation_measure(arms_measure *out, const arms_measure *measure, int base_year,
                            arms_error *err);

#endif
