/* The rows that a regression sees: the intercept's 1, the columns, or powers of one. */
#ifndef ARMSTRADE_ANALYSIS_DESIGN_H
#define ARMSTRADE_ANALYSIS_DESIGN_H

#include <armstrade/regression.h>

size_t design_count(const arms_design *design); /* of coefficients */

/* A row of the model that `fit` is, or is to be: fit->count numbers. */
void design_row(long double *out, const double *row, const arms_regression *fit);

#endif
