/* An orthogonal factorisation X = QR in long double, which least squares and all that
 * follows from them are read off. The solution is refined until it is that of the numbers
 * as they are given. */
#ifndef ARMSTRADE_ANALYSIS_FACTOR_H
#define ARMSTRADE_ANALYSIS_FACTOR_H

#include <armstrade/arena.h>

typedef struct arms_factor {
    size_t n, p;
    long double *x;       /* p columns of n */
    long double *y;       /* n */
    long double *q;       /* p columns of n, orthogonal and of length 1 */
    long double *inverse; /* R⁻¹, p × p, upper */
    long double *z;       /* Q'y */
    long double *rest;    /* residuals */
    long double *b;       /* coefficients R⁻¹z */
} arms_factor;

/* Room for n rows and p columns; x and y are to be filled. */
arms_factor *factor_new(arms_arena *arena, size_t n, size_t p, arms_error *err);

/* Finds the rest from x and y. DOMAIN where a column is a combination of those before. */
bool factor_solve(arms_factor *f, arms_arena *arena, arms_error *err);

/* One step towards the exact solution: corrects b, rest and z by what they fail of. */
bool factor_refine(arms_factor *f, arms_arena *arena, arms_error *err);

/* x'(X'X)⁻¹x for a row x of p. */
long double factor_leverage(const arms_factor *f, const long double *row);

#endif
