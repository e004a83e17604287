/* The two bands about a fitted value, and the quantile that they are wide by. */
#ifndef ARMSTRADE_ANALYSIS_BAND_H
#define ARMSTRADE_ANALYSIS_BAND_H

#include <armstrade/regression.h>

/* Student's quantile for an interval of `level` about 0; USAGE unless 0 < level < 1. */
bool band_quantile(double *t, double level, size_t df, arms_error *err);

/* The two-sided p of Student's t. By the beta distribution, because GSL's own for t loses
 * half its digits far out. */
double band_p(double t, size_t df);

typedef struct band_terms {
    double value, sd, leverage; /* leverage: x'(X'X)⁻¹x */
    double level, t;
} band_terms;

/* DOMAIN where a limit is beyond what doubles hold. */
bool band_make(arms_band *out, band_terms terms, arms_error *err);

#endif
