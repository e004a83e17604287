/* What a series supports. See the header. */
#include <armstrade/trending.h>

#include <math.h>

#include "analysis/guard.h"

static const double level = 0.95;

static bool check(const arms_yearly *data, arms_error *err)
{
    if (data->n < ARMS_TRENDING_LEAST)
        return arms_fail(err, ARMS_DOMAIN,
                         "%zu year%s with a figure %s too few for a trend: of fewer than "
                         "%d nothing can be told from chance",
                         data->n, data->n == 1 ? "" : "s", data->n == 1 ? "is" : "are",
                         ARMS_TRENDING_LEAST);
    return !data->allocated ||
           arms_fail(err, ARMS_DOMAIN,
                     "the file has totals of deals that are spread evenly over years, "
                     "which would make a trend of their own; use the register of "
                     "deliveries or a TIV table");
}

static bool test_memory(arms_trending *out, arms_series series, arms_error *err)
{
    arms_error found = {0};
    if (series.n < ARMS_TRENDING_MEMORY)
        return true;
    return guard_optional(&out->has_memory,
                          arms_mann_kendall_hamed_rao(&out->memory, series, NULL, &found),
                          &found, err);
}

/* The interval of the line's slope by errors that neighbouring years cannot make too
 * small. */
static bool fit_line(arms_trending *out, arms_arena *arena, arms_series series,
                     arms_error *err)
{
    const arms_line_sample sample = {series.years, series.values, series.n, level};
    const arms_design design = {series.years, series.values, series.n, 1, true, 1};
    const arms_errors_options options = {ARMS_ERRORS_NEWEY_WEST, ARMS_LAG_DEFAULT};
    arms_regression fit;
    arms_errors errors;
    if (!arms_line_fit(&out->line, &sample, err) ||
        !arms_regression_fit(&fit, arena, &design, err) ||
        !arms_regression_errors(&errors, arena, &fit, options, err))
        return false;
    double plain = out->line.slope_error;
    double wide = (out->line.slope_high - out->line.slope) *
                  (plain > 0 ? errors.errors[1] / plain : 0);
    out->line_low = out->line.slope - wide;
    out->line_high = out->line.slope + wide;
    out->line_lag = errors.lag;
    return true;
}

static bool find_growth(arms_trending *out, arms_series series, arms_error *err)
{
    arms_error found = {0};
    const arms_line_sample sample = {series.years, series.values, series.n, level};
    if (!guard_optional(&out->has_growth, arms_growth_fit(&out->growth, &sample, &found),
                        &found, err))
        return false;
    found = (arms_error){0};
    return guard_optional(&out->has_compound,
                          arms_growth_compound(&out->compound, series.years,
                                               series.values, series.n, &found),
                          &found, err);
}

/* These count years as neighbours, so none may be missing. */
static bool find_neighbours(arms_trending *out, arms_arena *arena,
                            const arms_yearly *data, arms_error *err)
{
    arms_error found = {0};
    const arms_window window = {data->values, data->n, ARMS_TRENDING_WINDOW};
    if (!arms_trending_unbroken(data))
        return true;
    if (data->n >= ARMS_TRENDING_MEMORY &&
        !guard_optional(&out->has_level,
                        arms_pettitt(&out->level, data->values, data->n, &found), &found,
                        err))
        return false;
    found = (arms_error){0};
    return guard_optional(&out->has_trailing,
                          arms_smooth_trailing(&out->trailing, &window, arena, &found),
                          &found, err);
}

static bool find_others(arms_trending *out, arms_arena *arena, const arms_yearly *data,
                        arms_error *err)
{
    arms_error found = {0};
    const arms_series series = {data->years, data->values, data->n};
    return guard_optional(&out->has_line, fit_line(out, arena, series, &found), &found,
                          err) &&
           find_growth(out, series, err) && find_neighbours(out, arena, data, err);
}

/* Whether a statistic that has this sign on the values can have none, or the other. */
static bool can_turn(arms_interval x, double sign)
{
    double nearest = sign > 0 ? x.low : -x.high;
    return nearest < 0 || (fabs(x.value) > 0 && !(nearest > 0));
}

static arms_supported supported_by(const arms_trending *found)
{
    double s = found->test.s;
    if (!(found->p < 1 - level))
        return ARMS_SUPPORTS_NONE;
    if (can_turn(found->range.s, s) || can_turn(found->range.slope, s))
        return ARMS_SUPPORTS_OPEN;
    return s > 0 ? ARMS_SUPPORTS_RISE : ARMS_SUPPORTS_FALL;
}

bool arms_trending_unbroken(const arms_yearly *data)
{
    return data->n > 0 && data->years[data->n - 1] - data->years[0] < (double)data->n;
}

bool arms_trending_find(arms_trending *out, arms_arena *arena, const arms_yearly *data,
                        arms_error *err)
{
    const arms_series series = {data->years, data->values, data->n};
    const arms_trending_figures figures = {series, data->low, data->high};
    *out = (arms_trending){0};
    if (!check(data, err) || !arms_theil_sen(&out->slope, series, level, err) ||
        !arms_mann_kendall(&out->test, series, NULL, err) ||
        !test_memory(out, series, err) || !find_others(out, arena, data, err) ||
        !arms_trending_bound(&out->range, &figures, err))
        return false;
    out->years = (arms_years){(int)data->years[0], (int)data->years[data->n - 1]};
    out->p = out->has_memory ? fmax(out->test.p, out->memory.p) : out->test.p;
    out->supported = supported_by(out);
    return true;
}
