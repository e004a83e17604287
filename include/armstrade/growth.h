/* Growth in per cent a year, of figures that are all above 0.
 *
 * The compound annual growth rate takes the first and the last figure alone:
 * 100((y_n / y_1)^(1/(t_n − t_1)) − 1). The log-linear rate takes all of them: b is the
 * least-squares slope of ln y on t, and the rate 100(e^b − 1), its interval that of b
 * (Student's t) carried over (Wooldridge 2013, 6.2). */
#ifndef ARMSTRADE_GROWTH_H
#define ARMSTRADE_GROWTH_H

#include <armstrade/regression.h>

typedef struct arms_growth {
    size_t n;
    double rate, low, high; /* per cent a year */
    double level;
    arms_line line; /* of ln y on t */
} arms_growth;

/* Per cent a year from the first figure to the last. DOMAIN where n < 2, where either is
 * not above 0, where the last is not later, or where the rate is beyond what doubles
 * hold. */
bool arms_growth_compound(double *out, const double *years, const double *values,
                          size_t n, arms_error *err);

/* The log-linear rate. DOMAIN where a figure is not above 0, and as arms_line_fit (n < 3,
 * all equal), or where a limit is beyond what doubles hold. */
bool arms_growth_fit(arms_growth *out, const arms_line_sample *sample, arms_error *err);

#endif
