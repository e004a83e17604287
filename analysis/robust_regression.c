/* Bisquare regression, by GSL; formulas, sources and undefined cases are in the header.
 * Coefficients and their errors are in units of y per unit of their column. The least
 * squares fit comes first: it refuses what GSL would answer with nonsense, and a perfect
 * fit leaves no scale for the weights to be measured by. */
#include <gsl/gsl_multifit.h>
#include <math.h>

#include "analysis/design.h"
#include "analysis/guard.h"

/* What GSL reads and writes, as arrays of ours. */
typedef struct room {
    double *x, *b, *covariance, *errors, *weights;
} room;

static bool make_room(room *r, arms_arena *arena, const arms_regression *fit,
                      arms_error *err)
{
    size_t n = fit->n, p = fit->count;
    r->x = arms_alloc(arena, n * p + p + p * p + p + n, sizeof *r->x, err);
    if (!r->x)
        return false;
    r->b = r->x + n * p;
    r->covariance = r->b + p;
    r->errors = r->covariance + p * p;
    r->weights = r->errors + p;
    return true;
}

static bool fill_matrix(room *r, const arms_design *d, const arms_regression *fit,
                        arms_error *err)
{
    arms_arena scratch = {0};
    size_t p = fit->count;
    long double *row = arms_alloc(&scratch, p, sizeof *row, err);
    if (!row)
        return false;
    for (size_t i = 0; i < d->rows; i++) {
        design_row(row, d->x + i * d->columns, fit);
        for (size_t j = 0; j < p; j++)
            r->x[i * p + j] = (double)row[j];
    }
    arms_arena_free(&scratch);
    return true;
}

static void keep(arms_robust *out, room *r, const gsl_multifit_robust_workspace *work)
{
    gsl_multifit_robust_stats stats = gsl_multifit_robust_statistics(work);
    out->iterations = stats.numit;
    out->scale = stats.sigma;
    for (size_t j = 0; j < out->count; j++)
        r->errors[j] = sqrt(r->covariance[j * out->count + j]);
    for (size_t i = 0; i < out->n; i++)
        r->weights[i] = gsl_vector_get(stats.weights, i);
}

static bool iterate(arms_robust *out, room *r, const double *y, arms_error *err)
{
    size_t n = out->n, p = out->count;
    gsl_matrix_const_view x = gsl_matrix_const_view_array(r->x, n, p);
    gsl_vector_const_view right = gsl_vector_const_view_array(y, n);
    gsl_vector_view b = gsl_vector_view_array(r->b, p);
    gsl_matrix_view covariance = gsl_matrix_view_array(r->covariance, p, p);
    gsl_multifit_robust_workspace *work =
        gsl_multifit_robust_alloc(gsl_multifit_robust_bisquare, n, p);
    if (!work)
        return arms_fail_memory(err);
    int status = gsl_multifit_robust(&x.matrix, &right.vector, &b.vector,
                                     &covariance.matrix, work);
    keep(out, r, work);
    gsl_multifit_robust_free(work);
    if (!guard_status(status, "a bisquare regression", err))
        return false;
    if (!isfinite(out->scale)) /* GSL divides by a MAD of 0 */
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a bisquare regression needs residuals "
                         "to measure by, most of these are 0");
    return guard_result(r->b, out->count, "a bisquare regression", err) &&
           guard_result(r->errors, out->count, "a bisquare regression", err);
}

static void take_perfect(room *r, const arms_regression *fit)
{
    for (size_t j = 0; j < fit->count; j++)
        r->b[j] = fit->coefficients[j];
    for (size_t i = 0; i < fit->n; i++)
        r->weights[i] = 1;
}

bool arms_robust_fit(arms_robust *out, arms_arena *arena, const arms_design *design,
                     arms_error *err)
{
    arms_regression fit = {0};
    room r = {0};
    if (!arms_regression_fit(&fit, arena, design, err) ||
        !make_room(&r, arena, &fit, err) || !fill_matrix(&r, design, &fit, err))
        return false;
    *out = (arms_robust){.n = fit.n, .count = fit.count};
    out->tuning = gsl_multifit_robust_bisquare->tuning_default;
    out->coefficients = r.b;
    out->errors = r.errors;
    out->weights = r.weights;
    if (!fit.perfect)
        return iterate(out, &r, design->y, err);
    take_perfect(&r, &fit);
    return true;
}
