/* From figures to places along a bar: the ends of the axis, what is cut, the ticks. */
#ifndef ARMSTRADE_PLOTS_BARS_SCALE_H
#define ARMSTRADE_PLOTS_BARS_SCALE_H

#include <armstrade/chart.h>

enum { BARS_ROWS = 40 };

typedef struct bars_scale {
    double low, high;   /* figures at the left and the right edge; low ≤ 0 ≤ high */
    double least, most; /* what lies beyond these is cut; the edges where nothing is */
    bool flat;          /* all figures are 0: the axis has no length of its own */
} bars_scale;

void bars_scale_make(bars_scale *out, const arms_bar_chart *chart);

/* Whether the bar of a value is cut. */
bool bars_scale_cuts(const bars_scale *scale, double value);

/* A round distance between ticks, 1, 2 or 5 times a power of ten, not below `least`. */
double bars_step(double least);

#endif
