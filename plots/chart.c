/* The charts that others may ask for, drawn by the gnuplot that PATH has. */
#include <armstrade/chart.h>

#include "plots/bars_chart.h"
#include "plots/heat_chart.h"
#include "plots/lines_chart.h"
#include "plots/share_chart.h"

bool arms_chart_share(const char *path, const arms_share_chart *chart,
                      const arms_chart_text *text, arms_error *err)
{
    gnuplot_setup setup = {NULL, 0};
    return share_chart_draw(path, chart, text, &setup, err);
}

bool arms_chart_bars(const char *path, const arms_bar_chart *chart,
                     const arms_chart_text *text, arms_error *err)
{
    gnuplot_setup setup = {NULL, 0};
    return bars_chart_draw(path, chart, text, &setup, err);
}

bool arms_chart_lines(const char *path, const arms_line_chart *chart,
                      const arms_chart_text *text, arms_error *err)
{
    gnuplot_setup setup = {NULL, 0};
    return lines_chart_draw(path, chart, text, &setup, err);
}

bool arms_chart_heat(const char *path, const arms_heat_chart *chart,
                     const arms_chart_text *text, arms_error *err)
{
    gnuplot_setup setup = {NULL, 0};
    return heat_chart_draw(path, chart, text, &setup, err);
}
