/* The axis of a chart of bars. It runs from the least to the greatest of all figures and
 * 0. Where bars of changes are cut, it is true up to the longest of what stays, and a
 * further quarter of that holds the mark and the end of the bars that are cut. Bounds of
 * changes may be wide, as where there was little before: what lies beyond twice the
 * longest whole bar is cut too. */
#include "plots/bars_scale.h"

#include <math.h>

static const double far_beyond = 6, bounds_beyond = 2, beyond = 1.25;

typedef struct extent {
    double low, high;
} extent;

static void stretch(extent *e, const double *figures, size_t row)
{
    if (!figures || isnan(figures[row]))
        return;
    e->low = fmin(e->low, figures[row]);
    e->high = fmax(e->high, figures[row]);
}

static extent extent_of(const arms_bar_chart *chart, size_t row)
{
    extent e = {0, 0};
    stretch(&e, chart->values, row);
    stretch(&e, chart->before, row);
    if (!isnan(chart->values[row])) {
        stretch(&e, chart->low, row);
        stretch(&e, chart->high, row);
    }
    return e;
}

/* Lengths of all bars in descending order. */
static void sort_lengths(double *lengths, const arms_bar_chart *chart)
{
    for (size_t i = 0; i < chart->count; i++) {
        double length = isnan(chart->values[i]) ? 0 : fabs(chart->values[i]);
        size_t at = i;
        for (; at > 0 && lengths[at - 1] < length; at--)
            lengths[at] = lengths[at - 1];
        lengths[at] = length;
    }
}

/* The length of the longest bar that is drawn whole. */
static double longest_whole(const arms_bar_chart *chart)
{
    double lengths[BARS_ROWS] = {0};
    size_t most = chart->count >= 8 ? chart->count / 4 : 1;
    sort_lengths(lengths, chart);
    for (size_t cut = most; cut > 0; cut--)
        if (cut < chart->count && lengths[cut] > 0 &&
            lengths[cut - 1] > far_beyond * lengths[cut])
            return lengths[cut];
    return lengths[0];
}

/* How far the bounds of bars reach that are no longer than `longest`. */
static double reach_of(const arms_bar_chart *chart, double longest)
{
    double reach = longest;
    for (size_t i = 0; i < chart->count; i++) {
        extent e = extent_of(chart, i);
        if (fabs(chart->values[i]) <= longest)
            reach = fmax(reach, fmax(-e.low, e.high));
    }
    return reach;
}

/* The length up to which the axis is true; 0 where nothing is cut. */
static double limit_of(const arms_bar_chart *chart)
{
    double longest = chart->changes ? longest_whole(chart) : 0;
    return fmin(reach_of(chart, longest), bounds_beyond * longest);
}

static void cut_ends(bars_scale *scale, double limit)
{
    if (limit > 0 && scale->most > limit) {
        scale->most = limit;
        scale->high = beyond * limit;
    }
    if (limit > 0 && scale->least < -limit) {
        scale->least = -limit;
        scale->low = -beyond * limit;
    }
}

void bars_scale_make(bars_scale *out, const arms_bar_chart *chart)
{
    *out = (bars_scale){0};
    for (size_t i = 0; i < chart->count; i++) {
        extent e = extent_of(chart, i);
        out->low = fmin(out->low, e.low);
        out->high = fmax(out->high, e.high);
    }
    out->flat = !(out->low < out->high);
    if (out->flat)
        out->high = 1;
    out->least = out->low;
    out->most = out->high;
    cut_ends(out, limit_of(chart));
}

bool bars_scale_cuts(const bars_scale *scale, double value)
{
    return value < scale->least || value > scale->most;
}

double bars_step(double least)
{
    double power = pow(10, floor(log10(least)));
    static const double steps[] = {1, 2, 5};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (steps[i] * power >= least)
            return steps[i] * power;
    return 10 * power;
}
