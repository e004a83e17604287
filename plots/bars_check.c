/* What a chart of bars must be to be drawn. */
#include <math.h>

#include "plots/bars_page.h"

static const double largest = 1e15;

static bool check_figure(const arms_bar_chart *chart, const double *figures, size_t row,
                         arms_error *err)
{
    if (!figures || isnan(figures[row]) || fabs(figures[row]) < largest)
        return true;
    return arms_fail(err, ARMS_DOMAIN, "a figure of \"%s\", %g, is too large for a chart",
                     chart->labels[row], figures[row]);
}

static bool check_bounds(const arms_bar_chart *chart, size_t row, arms_error *err)
{
    double value = chart->values[row], low = chart->low[row], high = chart->high[row];
    double slack = 1e-9 * fmax(1, fabs(value));
    if (isnan(value) || isnan(low) || isnan(high) ||
        (low <= value + slack && high >= value - slack))
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "the figure of \"%s\", %g, lies outside its bounds %g and %g",
                     chart->labels[row], value, low, high);
}

static bool check_row(const arms_bar_chart *chart, size_t row, arms_error *err)
{
    return check_figure(chart, chart->values, row, err) &&
           check_figure(chart, chart->low, row, err) &&
           check_figure(chart, chart->high, row, err) &&
           check_figure(chart, chart->before, row, err) &&
           (!chart->low || check_bounds(chart, row, err));
}

bool bars_check(const arms_bar_chart *chart, arms_error *err)
{
    if (chart->count == 0)
        return arms_fail(err, ARMS_DOMAIN, "there is nothing to draw: no party");
    if (chart->count > BARS_ROWS)
        return arms_fail(err, ARMS_LIMIT, "a chart of bars has at most %d rows, not %zu",
                         BARS_ROWS, chart->count);
    if (chart->decimals < 0 || chart->decimals > BARS_DECIMALS)
        return arms_fail(err, ARMS_LIMIT,
                         "a chart prints numbers with 0 to %d decimals, not %d",
                         BARS_DECIMALS, chart->decimals);
    if (!chart->low != !chart->high)
        return arms_fail(err, ARMS_DOMAIN,
                         "a chart has both lower and upper bounds or neither");
    if (chart->changes && chart->before)
        return arms_fail(err, ARMS_DOMAIN,
                         "a chart of changes has no figures of an earlier period");
    for (size_t i = 0; i < chart->count; i++)
        if (!check_row(chart, i, err))
            return false;
    return true;
}
