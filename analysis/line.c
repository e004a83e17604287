/* A straight line y on x by least squares, with Student's t interval of its slope; the
 * formulas and undefined cases are in the header, the fit is regression.c's. Slopes are
 * in units of y per unit of x. */
#include <armstrade/regression.h>

#include <math.h>

#include "analysis/band.h"
#include "analysis/guard.h"

static bool spread(arms_line *out, const double *x, arms_error *err)
{
    long double sum = 0, squares = 0;
    for (size_t i = 0; i < out->n; i++)
        sum += x[i];
    long double mean = sum / (long double)out->n;
    for (size_t i = 0; i < out->n; i++)
        squares += (x[i] - mean) * (x[i] - mean);
    out->x_mean = (double)mean;
    out->x_spread = (double)sqrtl(squares);
    const double results[] = {out->slope_low, out->slope_high, out->x_mean,
                              out->x_spread};
    return guard_result(results, 4, "a straight line", err);
}

static arms_line line_of(const arms_regression *fit, double level, double t)
{
    arms_line line = {.n = fit->n, .df = fit->df, .perfect = fit->perfect};
    line.intercept = fit->coefficients[0];
    line.slope = fit->coefficients[1];
    line.intercept_error = fit->errors[0];
    line.slope_error = fit->errors[1];
    line.level = level;
    line.slope_low = line.slope - t * line.slope_error;
    line.slope_high = line.slope + t * line.slope_error;
    line.residual_sd = fit->residual_sd;
    line.r_squared = fit->r_squared;
    line.p = fit->p_values[1];
    return line;
}

bool arms_line_fit(arms_line *out, const arms_line_sample *sample, arms_error *err)
{
    arms_arena scratch = {0};
    arms_regression fit = {0};
    arms_design design = {sample->x, sample->y, sample->n, 1, true, 1};
    double t = 0;
    bool done = guard_sample(sample->y, sample->n, 3, "a straight line", err) &&
                guard_spread(sample->y, sample->n, "a straight line", err) &&
                arms_regression_fit(&fit, &scratch, &design, err) &&
                band_quantile(&t, sample->level, fit.df, err);
    if (done) {
        *out = line_of(&fit, sample->level, t);
        done = spread(out, sample->x, err);
    }
    arms_arena_free(&scratch);
    return done;
}

bool arms_line_predict(arms_band *out, const arms_line *line, double x, arms_error *err)
{
    double t = 0, away = (x - line->x_mean) / line->x_spread;
    if (!guard_sample(&x, 1, 1, "a prediction", err) ||
        !band_quantile(&t, line->level, line->df, err))
        return false;
    band_terms terms = {.sd = line->residual_sd, .level = line->level, .t = t};
    terms.value = line->intercept + line->slope * x;
    terms.leverage = 1 / (double)line->n + away * away;
    return band_make(out, terms, err);
}
