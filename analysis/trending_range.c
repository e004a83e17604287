/* The least and the greatest that trend statistics can be where figures lie within
 * limits: Theil–Sen slope and Mann–Kendall's S pair by pair (outer limits), straight
 * lines by the sign of each figure's weight (exact). The header has the arguments. Units
 * are those of the statistics; undefined where these are. */
#include <armstrade/trending_range.h>

#include <armstrade/arena.h>
#include <armstrade/growth.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>

#include "analysis/guard.h"

static const double level = 0.95; /* of intervals that are not asked for here */

static bool check_limits(const arms_trending_figures *of, arms_error *err)
{
    for (size_t i = 0; i < of->series.n; i++) {
        double value = of->series.values[i], low = of->low[i], high = of->high[i];
        if (!(low <= value && value <= high && isfinite(low) && isfinite(high)))
            return arms_fail(err, ARMS_DOMAIN,
                             "undefined on this data: the limits %g and %g of figure %zu "
                             "do not hold its value %g",
                             low, high, i, value);
    }
    return true;
}

/* The last bits of two ways to compute one figure may differ. */
static arms_interval around(double value, double low, double high)
{
    return (arms_interval){value, fmin(low, value), fmax(high, value), false};
}

/* ---- pair by pair ---- */

/* What the earlier and the later figure of each pair are. */
typedef struct ends {
    const double *from, *to;
} ends;

static bool median_slope(double *out, const arms_trending_figures *of, ends at,
                         arms_error *err)
{
    arms_arena arena = {0};
    const double *years = of->series.years;
    size_t n = of->series.n, pairs = n * (n - 1) / 2, k = 0;
    double *slopes = arms_alloc(&arena, pairs, sizeof *slopes, err);
    for (size_t i = 0; slopes && i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            slopes[k++] = (at.to[j] - at.from[i]) / (years[j] - years[i]);
    if (slopes) {
        gsl_sort(slopes, 1, pairs);
        *out = gsl_stats_median_from_sorted_data(slopes, 1, pairs);
    }
    arms_arena_free(&arena);
    return slopes;
}

static bool bound_slope(arms_interval *out, const arms_trending_figures *of,
                        arms_error *err)
{
    arms_slope slope;
    double low = 0, high = 0;
    if (!arms_theil_sen(&slope, of->series, level, err) ||
        !median_slope(&low, of, (ends){of->high, of->low}, err) ||
        !median_slope(&high, of, (ends){of->low, of->high}, err))
        return false;
    *out = around(slope.slope, low, high);
    return true;
}

/* How many pairs there are, and how many can be, and must be, no ties. */
typedef struct pairs {
    double all, most, least;
} pairs;

static int sign_of(double from, double to)
{
    return (to > from) - (to < from);
}

static pairs count_pairs(arms_interval *s, const arms_trending_figures *of)
{
    size_t n = of->series.n;
    pairs count = {(double)n * (double)(n - 1) / 2, 0, 0};
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            int down = sign_of(of->high[i], of->low[j]);
            int up = sign_of(of->low[i], of->high[j]);
            s->low += down;
            s->high += up;
            count.most += down != 0 || up != 0;
            count.least += down > 0 || up < 0;
        }
    return count;
}

/* tau_b where S is `s`: the nearest to 0 it can be, or the farthest from it. */
static double tau_of(double s, const pairs *count, bool nearest)
{
    double untied = nearest ? count->most : fmax(count->least, fabs(s));
    return fabs(s) > 0 ? s / sqrt(count->all * untied) : 0;
}

static bool bound_score(arms_trending_range *out, const arms_trending_figures *of,
                        arms_error *err)
{
    arms_trend_test test;
    if (!arms_mann_kendall(&test, of->series, NULL, err))
        return false;
    out->s = (arms_interval){test.s, 0, 0, false};
    const pairs count = count_pairs(&out->s, of);
    out->tau = around(test.tau_b, tau_of(out->s.low, &count, out->s.low > 0),
                      tau_of(out->s.high, &count, out->s.high < 0));
    return true;
}

/* ---- straight lines ---- */

static double as_it_is(double x)
{
    return x;
}

/* The slope of a line through `scale` of the figures. Its limits are counted from the
 * slope, so that those of points are points. */
static arms_interval bound_line(const arms_line *line, const arms_trending_figures *of,
                                double (*scale)(double))
{
    double down = 0, up = 0;
    for (size_t i = 0; i < of->series.n; i++) {
        double weight =
            (of->series.years[i] - line->x_mean) / line->x_spread / line->x_spread;
        double value = scale(of->series.values[i]);
        double low = weight * (scale(of->low[i]) - value);
        double high = weight * (scale(of->high[i]) - value);
        down += fmin(low, high);
        up += fmax(low, high);
    }
    return around(line->slope, line->slope + down, line->slope + up);
}

static double per_cent(double slope)
{
    return 100 * expm1(slope);
}

static arms_interval as_growth(double rate, arms_interval slope)
{
    return around(rate, per_cent(slope.low), per_cent(slope.high));
}

static bool all_above_zero(const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!(values[i] > 0))
            return false;
    return true;
}

static bool bound_growth(arms_trending_range *out, const arms_trending_figures *of,
                         const arms_line_sample *sample, arms_error *err)
{
    arms_growth growth;
    arms_error found = {0};
    if (!all_above_zero(of->low, sample->n))
        return true;
    if (!guard_optional(&out->has_growth, arms_growth_fit(&growth, sample, &found),
                        &found, err))
        return false;
    if (out->has_growth)
        out->growth = as_growth(growth.rate, bound_line(&growth.line, of, log));
    return true;
}

static double yearly_rate(double from, double to, double span)
{
    return per_cent((log(to) - log(from)) / span);
}

static bool bound_compound(arms_trending_range *out, const arms_trending_figures *of,
                           arms_error *err)
{
    arms_error found = {0};
    const double *years = of->series.years, *low = of->low, *high = of->high;
    size_t n = of->series.n, last = n - 1;
    double rate = 0, span = years[last] - years[0];
    if (!(low[0] > 0 && low[last] > 0))
        return true;
    if (!guard_optional(&out->has_compound,
                        arms_growth_compound(&rate, years, of->series.values, n, &found),
                        &found, err))
        return false;
    out->compound = around(rate, yearly_rate(high[0], low[last], span),
                           yearly_rate(low[0], high[last], span));
    return true;
}

static bool bound_lines(arms_trending_range *out, const arms_trending_figures *of,
                        arms_error *err)
{
    arms_line line;
    arms_error found = {0};
    const arms_line_sample sample = {of->series.years, of->series.values, of->series.n,
                                     level};
    if (!guard_optional(&out->has_line, arms_line_fit(&line, &sample, &found), &found,
                        err))
        return false;
    if (out->has_line)
        out->line = bound_line(&line, of, as_it_is);
    return bound_growth(out, of, &sample, err) && bound_compound(out, of, err);
}

bool arms_trending_bound(arms_trending_range *out, const arms_trending_figures *figures,
                         arms_error *err)
{
    *out = (arms_trending_range){0};
    if (!check_limits(figures, err) || !bound_slope(&out->slope, figures, err) ||
        !bound_score(out, figures, err) || !bound_lines(out, figures, err))
        return false;
    const double results[] = {out->slope.low, out->slope.high, out->line.low,
                              out->line.high};
    return guard_result(results, 4, "the range of a trend", err);
}
