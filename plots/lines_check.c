/* Whether a line chart can be drawn, and the axis that holds it. */
#include <math.h>

#include "plots/lines_page.h"

static bool check_size(const arms_line_chart *chart, arms_error *err)
{
    if (chart->year_count == 0 || chart->series_count == 0)
        return arms_fail(err, ARMS_DOMAIN,
                         "there is nothing to draw: no year or no series");
    if (chart->year_count > LINES_YEARS || chart->series_count > LINES_SERIES ||
        chart->mark_count > LINES_MARKS)
        return arms_fail(err, ARMS_LIMIT,
                         "a line chart has at most %d years, %d series and %d marks, not "
                         "%zu, %zu and %zu",
                         LINES_YEARS, LINES_SERIES, LINES_MARKS, chart->year_count,
                         chart->series_count, chart->mark_count);
    return true;
}

static bool check_years(const arms_line_chart *chart, arms_error *err)
{
    for (size_t i = 1; i < chart->year_count; i++)
        if (chart->years[i] <= chart->years[i - 1])
            return arms_fail(err, ARMS_DOMAIN,
                             "the years of a chart must ascend: %d follows %d",
                             chart->years[i], chart->years[i - 1]);
    if ((long)chart->years[chart->year_count - 1] - chart->years[0] >= LINES_SPAN)
        return arms_fail(err, ARMS_LIMIT, "a chart spans at most %d years", LINES_SPAN);
    return true;
}

static bool check_marks(const arms_line_chart *chart, arms_error *err)
{
    int first = chart->years[0], last = chart->years[chart->year_count - 1];
    for (size_t i = 0; i < chart->mark_count; i++) {
        int after = chart->marks[i].after;
        if (after < first || after >= last)
            return arms_fail(err, ARMS_DOMAIN,
                             "a mark after %d is not between the years %d and %d", after,
                             first, last);
        if (i > 0 && after <= chart->marks[i - 1].after)
            return arms_fail(err, ARMS_DOMAIN,
                             "the marks of a chart must ascend: %d follows %d", after,
                             chart->marks[i - 1].after);
    }
    return true;
}

static bool check_number(double number, int year, arms_error *err)
{
    if (isnan(number) || axis_takes(number))
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "%g in %d cannot be drawn: figures are finite and between 10^-9 and "
                     "10^15 in size; choose another unit",
                     number, year);
}

static bool check_curve(const arms_chart_curve *curve, size_t i, int year,
                        arms_error *err)
{
    if (!curve->value)
        return true;
    if (!check_number(curve->value[i], year, err))
        return false;
    if (!curve->low || !curve->high)
        return true;
    if (curve->low[i] > curve->value[i] || curve->high[i] < curve->value[i])
        return arms_fail(err, ARMS_DOMAIN, "%g in %d is outside its bounds, %g and %g",
                         curve->value[i], year, curve->low[i], curve->high[i]);
    return check_number(curve->low[i], year, err) &&
           check_number(curve->high[i], year, err);
}

static bool is_told(const arms_line_chart *chart)
{
    return chart->bottom < chart->top;
}

static bool check_inside(const arms_line_chart *chart, double figure, int year,
                         arms_error *err)
{
    if (!is_told(chart) || isnan(figure) ||
        (figure >= chart->bottom && figure <= chart->top))
        return true;
    return arms_fail(err, ARMS_DOMAIN, "%g in %d is outside the axis, %g to %g", figure,
                     year, chart->bottom, chart->top);
}

static bool check_series(const arms_line_chart *chart, size_t s, bool *any,
                         arms_error *err)
{
    const arms_line_series *series = &chart->series[s];
    for (size_t i = 0; i < chart->year_count; i++) {
        int year = chart->years[i];
        double figure = series->figures.value ? series->figures.value[i] : NAN;
        *any = *any || !isnan(figure);
        if (!check_curve(&series->figures, i, year, err) ||
            !check_curve(&series->trend, i, year, err) ||
            !check_number(series->smooth ? series->smooth[i] : NAN, year, err) ||
            !check_inside(chart, figure, year, err))
            return false;
    }
    return true;
}

static bool check_axis(const arms_line_chart *chart, arms_error *err)
{
    if (!(chart->bottom > chart->top || chart->bottom <= chart->top) ||
        (is_told(chart) && (!axis_takes(chart->bottom) || !axis_takes(chart->top) ||
                            chart->top - chart->bottom < AXIS_LEAST)))
        return arms_fail(err, ARMS_DOMAIN, "no axis can reach from %g to %g",
                         chart->bottom, chart->top);
    return true;
}

bool lines_check(const arms_line_chart *chart, arms_error *err)
{
    bool any = false;
    if (!check_size(chart, err) || !check_years(chart, err) || !check_marks(chart, err) ||
        !check_axis(chart, err))
        return false;
    for (size_t s = 0; s < chart->series_count; s++)
        if (!check_series(chart, s, &any, err))
            return false;
    if (!any)
        return arms_fail(err, ARMS_DOMAIN, "there is nothing to draw: no year has data");
    return true;
}

/* fmin and fmax pass over NaN. */
static void widen(axis *span, const double *numbers, size_t count)
{
    for (size_t i = 0; numbers && i < count; i++) {
        span->low = fmin(span->low, numbers[i]);
        span->high = fmax(span->high, numbers[i]);
    }
}

/* Where no figure is negative, a trend below 0 has no meaning: it is cut there. */
axis lines_axis(const arms_line_chart *chart)
{
    enum { STEPS = 6 };
    axis span = {0, 0, 0};
    size_t count = chart->year_count;
    if (is_told(chart))
        return axis_between(chart->bottom, chart->top, STEPS);
    for (size_t s = 0; s < chart->series_count; s++) {
        const arms_line_series *series = &chart->series[s];
        widen(&span, series->figures.value, count);
        widen(&span, series->figures.low, count);
        widen(&span, series->figures.high, count);
        widen(&span, series->smooth, count);
    }
    bool negative = span.low < 0;
    for (size_t s = 0; s < chart->series_count; s++) {
        const arms_chart_curve *trend = &chart->series[s].trend;
        widen(&span, trend->value, count);
        widen(&span, trend->low, count);
        widen(&span, trend->high, count);
    }
    if (!negative)
        span.low = 0;
    return axis_around(span.low, span.high, STEPS);
}

bool lines_has(const arms_line_chart *chart, lines_kind kind)
{
    for (size_t s = 0; s < chart->series_count; s++) {
        const arms_line_series *series = &chart->series[s];
        const void *const curves[] = {
            series->figures.value, series->figures.low ? series->figures.high : NULL,
            series->trend.value, series->trend.low ? series->trend.high : NULL,
            series->smooth};
        if (curves[kind])
            return true;
    }
    return false;
}
