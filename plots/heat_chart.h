/* The heatmap with gnuplot's place and time limit as arguments. */
#ifndef ARMSTRADE_PLOTS_HEAT_CHART_H
#define ARMSTRADE_PLOTS_HEAT_CHART_H

#include <armstrade/chart.h>

#include "plots/gnuplot.h"

/* As arms_chart_heat. */
bool heat_chart_draw(const char *path, const arms_heat_chart *chart,
                     const arms_chart_text *text, const gnuplot_setup *setup,
                     arms_error *err);

#endif
