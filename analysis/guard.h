/* GSL, guarded: it answers nonsense silently on degenerate input, so whatever goes
 * into it is checked first, and every status that comes out. */
#ifndef ARMSTRADE_ANALYSIS_GUARD_H
#define ARMSTRADE_ANALYSIS_GUARD_H

#include <armstrade/error.h>

/* Whether all n values are finite and n is at least `least`; else DOMAIN "undefined on
 * this data: …", naming `what`. */
bool guard_sample(const double *values, size_t n, size_t least, const char *what,
                  arms_error *err);

/* Whether the n values are not all equal; else DOMAIN, naming `what`. */
bool guard_spread(const double *values, size_t n, const char *what, arms_error *err);

/* Whether all n results are finite; else DOMAIN, naming `what`: figures so large or small
 * that their squares are lost. */
bool guard_result(const double *results, size_t n, const char *what, arms_error *err);

/* A GSL status as an error: DOMAIN, naming `what`. */
bool guard_status(int status, const char *what, arms_error *err);

/* Whether a part of an answer is there, into *has: what is undefined on the data, DOMAIN
 * in *found, is left out and no failure; any other error goes on to *err. */
bool guard_optional(bool *has, bool done, const arms_error *found, arms_error *err);

/* Indexes that put `values` in descending order; equal values in no certain order. */
bool guard_order(size_t *order, const double *values, size_t n, arms_error *err);

#endif
