/* Pettitt's test for one change of level at an unknown place (Pettitt 1979).
 * U at k = Σ sgn(x_i − x_j) over i ≤ k and all j: whole numbers, counted exactly, ties
 * counting nothing. p = min(1, 2 exp(−6 U²/(n³ + n²))), an approximation that holds below
 * one half. Free of units. Undefined below two values. */
#include <armstrade/breaks.h>

#include <math.h>

#include "analysis/guard.h"

/* How many values lie below the i-th less how many lie above it. */
static int64_t standing(const double *values, size_t n, size_t i)
{
    int64_t sum = 0;
    for (size_t j = 0; j < n; j++)
        sum += (values[i] > values[j]) - (values[i] < values[j]);
    return sum;
}

static void take(arms_pettitt_test *out, int64_t u, size_t before)
{
    int64_t size = u < 0 ? -u : u;
    if (out->places > 0 && size < out->u)
        return;
    if (out->places > 0 && size == out->u) {
        out->places++;
        return;
    }
    out->u = size;
    out->before = before;
    out->places = 1;
    out->upward = u < 0;
}

bool arms_pettitt(arms_pettitt_test *out, const double *values, size_t n, arms_error *err)
{
    if (!guard_sample(values, n, 2, "Pettitt's test", err))
        return false;
    *out = (arms_pettitt_test){.n = n};
    int64_t u = 0;
    for (size_t i = 0; i < n; i++) {
        u += standing(values, n, i);
        take(out, u, i + 1);
    }
    double size = (double)out->u, count = (double)n;
    out->p = fmin(1, 2 * exp(-6 * size * size / (pow(count, 3) + pow(count, 2))));
    return true;
}
