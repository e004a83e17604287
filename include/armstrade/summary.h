/* One series in a few figures.
 *
 * Formulas: mean Σx/n; standard deviation √(Σ(x − mean)²/(n − 1)), in the unit of x;
 * lag-1 autocorrelation Σ(x_i − mean)(x_{i+1} − mean) / Σ(x − mean)², between −1 and 1
 * (Box and Jenkins 1976; NIST's StRD); median, for an even n the mean of the middle two;
 * MAD, the median of |x − median| (Hampel 1974), raw and times 1.4826, the factor of R's
 * mad(), which estimates the standard deviation of a normal sample (GSL's own factor is
 * 1.482602218505602). */
#ifndef ARMSTRADE_SUMMARY_H
#define ARMSTRADE_SUMMARY_H

#include <armstrade/error.h>

typedef struct arms_summary {
    size_t n;
    double mean, sd;
    double median, mad, mad_scaled;
} arms_summary;

/* n figures, none missing. DOMAIN where n < 2, where a value is
 * not finite, or where squares are beyond what doubles hold. Figures that are all equal
 * have a deviation of 0. */
bool arms_summary_compute(arms_summary *out, const double *values, size_t n,
                          arms_error *err);

/* Of n figures in the order of time. DOMAIN as above, and where all are equal. */
bool arms_autocorrelation_compute(double *out, const double *values, size_t n,
                                  arms_error *err);

/* The median alone, for n ≥ 1; and the raw MAD about it. They need no spread. */
bool arms_median_compute(double *out, const double *values, size_t n, arms_error *err);
bool arms_mad_compute(double *out, const double *values, size_t n, arms_error *err);

#endif
