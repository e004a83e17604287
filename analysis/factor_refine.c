/* Iterative refinement of least squares (Björck 1967): what the solution fails of, in
 * y = r + Xb and X'r = 0 together, is computed as if in twice the digits (Ogita, Rump and
 * Oishi 2005), and the same factorisation solves for the correction. Without it NIST's
 * Wampler5, whose noise is ten million times its coefficients, has 10 right digits. */
#include <float.h>

#include "analysis/factor.h"

/* A sum, and what its rounding has lost. */
typedef struct account {
    long double sum, lost;
} account;

static void add(account *to, long double term)
{
    long double total = to->sum + term, part = total - to->sum;
    to->lost += (to->sum - (total - part)) + (term - part);
    to->sum = total;
}

/* The upper half of a number's bits (Veltkamp 1968). */
static long double upper(long double a)
{
    static const long double splitter = (1ULL << ((LDBL_MANT_DIG + 1) / 2)) + 1.0L;
    long double wide = splitter * a;
    return wide - (wide - a);
}

/* What a product's rounding loses (Dekker 1971); fmal is many times as slow where
 * the processor has no such instruction. */
static long double product_error(long double a, long double b, long double product)
{
    long double a1 = upper(a), a2 = a - a1, b1 = upper(b), b2 = b - b1;
    return a2 * b2 - (((product - a1 * b1) - a2 * b1) - a1 * b2);
}

static void add_product(account *to, long double a, long double b)
{
    long double product = a * b;
    to->lost += product_error(a, b, product);
    add(to, product);
}

/* y − r − Xb in row i. */
static long double gap(const arms_factor *f, size_t i)
{
    account left = {f->y[i], 0};
    add(&left, -f->rest[i]);
    for (size_t j = 0; j < f->p; j++)
        add_product(&left, -f->x[j * f->n + i], f->b[j]);
    return left.sum + left.lost;
}

/* −X'r for column j. */
static long double tilt(const arms_factor *f, size_t j)
{
    account left = {0};
    for (size_t i = 0; i < f->n; i++)
        add_product(&left, -f->x[j * f->n + i], f->rest[i]);
    return left.sum + left.lost;
}

/* The part of `gaps` along unit column j is taken out, and R⁻ᵀ of the tilts put in:
 * returns by how much z is to move. */
static long double turn(arms_factor *f, long double *gaps, const long double *tilts,
                        size_t j)
{
    const long double *q = f->q + j * f->n;
    long double along = 0, wanted = 0;
    for (size_t i = 0; i <= j; i++)
        wanted += f->inverse[i * f->p + j] * tilts[i];
    for (size_t i = 0; i < f->n; i++)
        along += q[i] * gaps[i];
    for (size_t i = 0; i < f->n; i++) {
        gaps[i] -= along * q[i];
        f->rest[i] += wanted * q[i];
    }
    return along - wanted;
}

static void correct(arms_factor *f, long double *gaps, const long double *tilts)
{
    for (size_t j = 0; j < f->p; j++) {
        long double move = turn(f, gaps, tilts, j);
        f->z[j] += move;
        for (size_t i = 0; i <= j; i++)
            f->b[i] += f->inverse[i * f->p + j] * move;
    }
    for (size_t i = 0; i < f->n; i++)
        f->rest[i] += gaps[i];
}

bool factor_refine(arms_factor *f, arms_arena *arena, arms_error *err)
{
    long double *gaps = arms_alloc(arena, f->n + f->p, sizeof *gaps, err);
    if (!gaps)
        return false;
    long double *tilts = gaps + f->n;
    for (size_t i = 0; i < f->n; i++)
        gaps[i] = gap(f, i);
    for (size_t j = 0; j < f->p; j++)
        tilts[j] = tilt(f, j);
    correct(f, gaps, tilts);
    return true;
}
