/* Amounts as shares of their sum, ascending: what every index of concentration is made
 * of. Amounts are divided by the largest before they are added, so that nothing runs over
 * or under. */
#ifndef ARMSTRADE_ANALYSIS_SHARES_H
#define ARMSTRADE_ANALYSIS_SHARES_H

#include <armstrade/arena.h>
#include <armstrade/concentration.h>
#include <armstrade/interval.h>

typedef struct shares {
    double *share; /* ascending; they add up to 1 */
    size_t n;      /* by the convention asked for */
    size_t positive;
} shares;

/* Whether all are finite and ≥ 0; else DOMAIN naming `what`. */
bool shares_check_signs(const double *values, size_t n, const char *what,
                        arms_error *err);

/* The same, and that one is above 0. */
bool shares_check(const double *values, size_t n, const char *what, arms_error *err);

/* Whether 0 ≤ low ≤ value ≤ high, finite, for each of n amounts; else DOMAIN naming it by
 * its place. */
bool shares_check_limits(const arms_interval *amounts, size_t n, arms_error *err);

/* `out` lives in `arena`. DOMAIN as shares_check. */
bool shares_make(shares *out, arms_arena *arena, const arms_grouped *sample,
                 arms_error *err);

double shares_largest(const double *values, size_t n);
double shares_sum(const double *terms, size_t n); /* compensated: Neumaier 1974 */
double shares_log_term(double x);                 /* x ln x, and 0 for 0 */

/* Of n shares in ascending order; none of these can fail. */
double shares_hhi(const double *share, size_t n);
double shares_entropy(const double *share, size_t n);
double shares_gini(const double *share, size_t n);
double shares_theil(const double *share, size_t n);
double shares_largest_k(const double *share, size_t n, size_t k);

#endif
