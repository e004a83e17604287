/* An axis with rounded ticks, and the numbers beside it. */
#ifndef ARMSTRADE_PLOTS_AXIS_H
#define ARMSTRADE_PLOTS_AXIS_H

#include <stdbool.h>

enum { AXIS_NUMBER = 64 }; /* bytes that hold any number printed here */

/* Magnitudes beyond these want another unit: their numbers are too long for an axis. */
#define AXIS_LEAST 1e-9
#define AXIS_MOST  1e15

typedef struct axis {
    double low, high; /* the ends */
    double step;      /* ticks stand at its multiples */
} axis;

/* Whether a figure can stand on an axis: 0, or of a magnitude within the limits. */
bool axis_takes(double number);

/* An axis with steps of 1, 2, 2.5 or 5 times a power of ten, no more than `most` and one,
 * whose ends are ticks and hold `low` and `high`. Equal ones are moved apart to hold 0
 * and 1 too. */
axis axis_around(double low, double high, int most);

/* The same with ends as they are given, low < high. */
axis axis_between(double low, double high, int most);

/* Number of ticks, and the place of one, from 0. */
int axis_ticks(const axis *a);
double axis_tick(const axis *a, int index);

/* Places after the point that tell neighbouring ticks apart. */
int axis_decimals(const axis *a);

/* The number with commas between thousands and U+2212 as its minus; a plain "0" where all
 * digits are 0. Returns `out`. */
const char *axis_print(char out[AXIS_NUMBER], double number, int decimals);

/* The same as a sentence about the chart wants it: two places finer than the ticks, and
 * no zeros at the end of a fraction. */
const char *axis_say(char out[AXIS_NUMBER], double number, const axis *a);

#endif
