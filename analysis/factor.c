/* Least squares by modified Gram–Schmidt, the right side taken along as one more column,
 * which is as stable as Householder's reflections (Björck 1967), and refined. It is done
 * here in long double, and not by gsl_multifit_linear, because that one leaves 7 right
 * digits on NIST's Filip and 6 on Wampler5. Undefined where a column is, within the
 * precision of doubles, a combination of those before it. */
#include "analysis/factor.h"

#include <math.h>
#include <string.h>

/* A column whose part orthogonal to the others is smaller than this, relative to itself,
 * is made of rounding errors. NIST's Filip, a hard one, still has 5e−8. */
static const long double least_part = 1e-13L;

arms_factor *factor_new(arms_arena *arena, size_t n, size_t p, arms_error *err)
{
    arms_factor *f = arms_alloc(arena, 1, sizeof *f, err);
    long double *room = NULL;
    if (!f)
        return NULL;
    room = arms_alloc(arena, 2 * n * p + p * p + 2 * n + 2 * p, sizeof *room, err);
    if (!room)
        return NULL;
    *f = (arms_factor){.n = n, .p = p, .x = room, .y = room + n * p};
    f->q = f->y + n;
    f->inverse = f->q + n * p;
    f->z = f->inverse + p * p;
    f->rest = f->z + p;
    f->b = f->rest + n;
    return f;
}

static long double dot(const long double *a, const long double *b, size_t n)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

/* Takes the part along the unit vector q out of `v`; returns its length. */
static long double take_out(long double *v, const long double *q, size_t n)
{
    long double along = dot(q, v, n);
    for (size_t i = 0; i < n; i++)
        v[i] -= along * q[i];
    return along;
}

/* Column k of R, and what is left of that of X made a unit vector. */
static bool reduce(arms_factor *f, long double *r, size_t k, arms_error *err)
{
    long double *column = f->q + k * f->n;
    long double before = sqrtl(dot(column, column, f->n));
    for (size_t j = 0; j < k; j++)
        r[j * f->p + k] = take_out(column, f->q + j * f->n, f->n);
    long double length = sqrtl(dot(column, column, f->n));
    if (!(length > least_part * before))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: an explaining column has no spread or "
                         "is a combination of the others");
    for (size_t i = 0; i < f->n; i++)
        column[i] /= length;
    r[k * f->p + k] = length;
    return true;
}

/* Back substitution: R⁻¹, column by column. */
static void invert(arms_factor *f, const long double *r)
{
    size_t p = f->p;
    for (size_t k = 0; k < p; k++)
        for (size_t i = k + 1; i-- > 0;) {
            long double sum = i == k ? 1 : 0;
            for (size_t j = i + 1; j <= k; j++)
                sum -= r[i * p + j] * f->inverse[j * p + k];
            f->inverse[i * p + k] = sum / r[i * p + i];
        }
}

static void solve(arms_factor *f)
{
    for (size_t j = 0; j < f->p; j++)
        f->z[j] = take_out(f->rest, f->q + j * f->n, f->n);
    for (size_t i = 0; i < f->p; i++)
        for (size_t j = i; j < f->p; j++)
            f->b[i] += f->inverse[i * f->p + j] * f->z[j];
}

bool factor_solve(arms_factor *f, arms_arena *arena, arms_error *err)
{
    enum { STEPS = 2 }; /* the first leaves little, the second nothing */
    long double *r = arms_alloc(arena, f->p * f->p, sizeof *r, err);
    if (!r)
        return false;
    memcpy(f->q, f->x, f->n * f->p * sizeof *f->q);
    memcpy(f->rest, f->y, f->n * sizeof *f->rest);
    for (size_t k = 0; k < f->p; k++)
        if (!reduce(f, r, k, err))
            return false;
    invert(f, r);
    solve(f);
    for (int i = 0; i < STEPS; i++)
        if (!factor_refine(f, arena, err))
            return false;
    return true;
}

long double factor_leverage(const arms_factor *f, const long double *row)
{
    long double sum = 0;
    for (size_t j = 0; j < f->p; j++) {
        long double part = 0;
        for (size_t i = 0; i <= j; i++)
            part += row[i] * f->inverse[i * f->p + j];
        sum += part * part;
    }
    return sum;
}
