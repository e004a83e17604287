/* The line chart with gnuplot's place and time limit as arguments. */
#ifndef ARMSTRADE_PLOTS_LINES_CHART_H
#define ARMSTRADE_PLOTS_LINES_CHART_H

#include <armstrade/chart.h>

#include "plots/gnuplot.h"

/* As arms_chart_lines. */
bool lines_chart_draw(const char *path, const arms_line_chart *chart,
                      const arms_chart_text *text, const gnuplot_setup *setup,
                      arms_error *err);

#endif
