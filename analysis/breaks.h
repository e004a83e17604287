/* How well a level or a straight line fits a stretch of a series; shared by the tests for
 * breaks. */
#ifndef ARMSTRADE_ANALYSIS_BREAKS_H
#define ARMSTRADE_ANALYSIS_BREAKS_H

#include <armstrade/breaks.h>

/* Residual sum of squares of the model over n ≥ 1 finite values. */
bool breaks_rss(double *out, const double *values, size_t n, arms_break_model model,
                arms_error *err);

/* Fails where nothing but rounding is left of the residual sum of squares of n values, or
 * where the squares had no room in a double; names `what`. */
bool breaks_inexact(double rss, const double *values, size_t n, const char *what,
                    arms_error *err);

#endif
