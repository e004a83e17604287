/* Chow's test: whether two parts of a series, cut at a place named beforehand, need a
 * level or a straight line each (Chow 1960).
 * F = ((R − R₁ − R₂)/k) / ((R₁ + R₂)/(n − 2k)), without unit, with R the residual sums of
 * squares and k = 1 (mean) or 2 (trend) parameters; p is the upper tail of F(k, n − 2k).
 * Undefined where a part has fewer than k values, where n ≤ 2k, and where both parts fit
 * without error. */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "analysis/breaks.h"
#include "analysis/guard.h"

static bool has_room(const arms_chow_question *question, size_t parameters,
                     arms_error *err)
{
    size_t n = question->n, before = question->before;
    if (before >= parameters && before <= n && n - before >= parameters)
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: Chow's test needs at least %zu values on "
                     "each side; place %zu of %zu leaves fewer",
                     parameters, before, n);
}

static bool rss_of_parts(double *out, const arms_chow_question *question, arms_error *err)
{
    size_t before = question->before;
    const double *values = question->values;
    double first, second;
    if (!breaks_rss(&first, values, before, question->model, err) ||
        !breaks_rss(&second, values + before, question->n - before, question->model, err))
        return false;
    *out = first + second;
    return true;
}

bool arms_chow(arms_chow_test *out, const arms_chow_question *question, arms_error *err)
{
    size_t k = question->model == ARMS_BREAK_TREND ? 2 : 1, n = question->n;
    double whole, parts;
    if (!guard_sample(question->values, n, 2 * k + 1, "Chow's test", err) ||
        !has_room(question, k, err) ||
        !breaks_rss(&whole, question->values, n, question->model, err) ||
        !rss_of_parts(&parts, question, err) ||
        !breaks_inexact(parts, question->values, n, "Chow's test", err))
        return false;
    *out = (arms_chow_test){.n = n, .before = question->before, .model = question->model};
    out->parameters = k;
    out->freedom = n - 2 * k;
    out->f = fmax(0, whole - parts) / (double)k / (parts / (double)out->freedom);
    out->p = gsl_cdf_fdist_Q(out->f, (double)k, (double)out->freedom);
    return true;
}
