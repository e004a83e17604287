/* Linear regression on a design matrix; model, formulas and sources are in the header,
 * the factorisation is in factor.c. Coefficients are in units of y per unit of their
 * column, errors likewise, R² has none. Undefined without more rows than coefficients,
 * without spread in y, and with columns that are combinations of others. */
#include <armstrade/regression.h>

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "analysis/band.h"
#include "analysis/design.h"
#include "analysis/factor.h"
#include "analysis/guard.h"

static bool check(const arms_design *d, arms_error *err)
{
    if (d->columns == 0 || (d->degree > 1 && d->columns > 1))
        return arms_fail(err, ARMS_USAGE,
                         "a regression takes one or more columns, or powers of a single "
                         "one");
    if (!guard_sample(d->y, d->rows, design_count(d) + 1, "a regression", err) ||
        !guard_sample(d->x, d->rows * d->columns, 0, "a regression", err))
        return false;
    return true;
}

static void fill(arms_factor *f, const arms_design *d, const arms_regression *shape,
                 long double *row)
{
    for (size_t i = 0; i < d->rows; i++) {
        design_row(row, d->x + i * d->columns, shape);
        for (size_t j = 0; j < f->p; j++)
            f->x[j * f->n + i] = row[j];
        f->y[i] = d->y[i];
    }
}

static arms_factor *factorise(arms_arena *arena, const arms_design *d,
                              const arms_regression *shape, arms_error *err)
{
    arms_factor *f = factor_new(arena, d->rows, shape->count, err);
    long double *row = f ? arms_alloc(arena, shape->count, sizeof *row, err) : NULL;
    if (!row)
        return NULL;
    fill(f, d, shape, row);
    return factor_solve(f, arena, err) ? f : NULL;
}

static long double squares(const long double *v, size_t n)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += v[i] * v[i];
    return sum;
}

/* The sums that R² and F are made of. Q'y holds the explained part without any
 * difference of large numbers; its first is the mean's where there is an intercept. */
typedef struct parts {
    long double explained, rest;
} parts;

static bool take_parts(parts *out, arms_regression *fit, arms_error *err)
{
    const arms_factor *f = fit->factor;
    size_t first = fit->intercept ? 1 : 0;
    out->explained = squares(f->z + first, f->p - first);
    out->rest = squares(f->rest, f->n);
    long double noise =
        (out->rest + squares(f->z, f->p)) * DBL_EPSILON * (long double)DBL_EPSILON;
    if (out->explained + out->rest <= noise)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a regression needs values that differ, "
                         "these are all equal%s",
                         fit->intercept ? "" : " to 0");
    fit->perfect = out->rest <= noise;
    if (fit->perfect)
        out->rest = 0;
    return true;
}

static bool judge(arms_regression *fit, parts sums, arms_error *err)
{
    long double model = sums.explained / (long double)fit->df_model;
    long double error = sums.rest / (long double)fit->df;
    fit->residual_sd = (double)sqrtl(error);
    fit->r_squared = (double)(sums.explained / (sums.explained + sums.rest));
    fit->f = fit->perfect ? HUGE_VAL : (double)(model / error);
    fit->p = fit->perfect
                 ? 0
                 : gsl_cdf_fdist_Q(fit->f, (double)fit->df_model, (double)fit->df);
    const double results[] = {fit->residual_sd, fit->r_squared, fit->p};
    return guard_result(results, 3, "a regression", err);
}

/* The length of row i of R⁻¹: s times it is the error of coefficient i. */
static double error_of(const arms_regression *fit, size_t i)
{
    const arms_factor *f = fit->factor;
    return (double)(fit->residual_sd * sqrtl(squares(f->inverse + i * f->p, f->p)));
}

static double p_of(const arms_regression *fit, double b, double error)
{
    return fit->perfect ? 0 : band_p(b / error, fit->df);
}

static bool put_coefficients(arms_regression *fit, arms_arena *arena, arms_error *err)
{
    double *room = arms_alloc(arena, 3 * fit->count, sizeof *room, err);
    if (!room)
        return false;
    double *errors = room + fit->count, *p = errors + fit->count;
    for (size_t i = 0; i < fit->count; i++) {
        room[i] = (double)fit->factor->b[i];
        errors[i] = error_of(fit, i);
        p[i] = p_of(fit, room[i], errors[i]);
    }
    fit->coefficients = room;
    fit->errors = errors;
    fit->p_values = p;
    return guard_result(room, 3 * fit->count, "a regression", err);
}

static bool put_rows(arms_regression *fit, arms_arena *arena, const double *y,
                     arms_error *err)
{
    double *fitted = arms_alloc(arena, 2 * fit->n, sizeof *fitted, err);
    if (!fitted)
        return false;
    for (size_t i = 0; i < fit->n; i++) {
        fitted[i] = (double)(y[i] - fit->factor->rest[i]);
        fitted[fit->n + i] = (double)fit->factor->rest[i];
    }
    fit->fitted = fitted;
    fit->residuals = fitted + fit->n;
    return true;
}

bool arms_regression_fit(arms_regression *out, arms_arena *arena,
                         const arms_design *design, arms_error *err)
{
    parts sums = {0};
    if (!check(design, err))
        return false;
    arms_regression fit = {.n = design->rows, .count = design_count(design)};
    fit.columns = design->columns;
    fit.degree = design->degree;
    fit.intercept = design->intercept;
    fit.df_model = fit.count - (fit.intercept ? 1 : 0);
    fit.df = fit.n - fit.count;
    fit.factor = factorise(arena, design, &fit, err);
    if (!fit.factor || !take_parts(&sums, &fit, err) || !judge(&fit, sums, err))
        return false;
    *out = fit;
    return put_coefficients(out, arena, err) && put_rows(out, arena, design->y, err);
}

static long double value_at(const arms_regression *fit, const long double *row)
{
    long double sum = 0;
    for (size_t j = 0; j < fit->count; j++)
        sum += row[j] * fit->factor->b[j];
    return sum;
}

bool arms_regression_predict(arms_band *out, const arms_regression *fit,
                             const double *row, double level, arms_error *err)
{
    arms_arena scratch = {0};
    double t = 0;
    if (!guard_sample(row, fit->columns, 0, "a prediction", err) ||
        !band_quantile(&t, level, fit->df, err))
        return false;
    long double *full = arms_alloc(&scratch, fit->count, sizeof *full, err);
    if (!full)
        return false;
    design_row(full, row, fit);
    band_terms terms = {.sd = fit->residual_sd, .level = level, .t = t};
    terms.value = (double)value_at(fit, full);
    terms.leverage = (double)factor_leverage(fit->factor, full);
    arms_arena_free(&scratch);
    return band_make(out, terms, err);
}
