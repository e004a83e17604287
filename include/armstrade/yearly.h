/* A tally's years as plain arrays, for statistics of series. */
#ifndef ARMSTRADE_YEARLY_H
#define ARMSTRADE_YEARLY_H

#include <armstrade/tally.h>

/* Years with a figure, in order; a year without one is left out, not 0. Arrays have `n`
 * items and live in the tally's arena. */
typedef struct arms_yearly {
    size_t n;
    double *years, *values; /* in the dataset's measure */
    double *low, *high;     /* what the source leaves open */
    size_t gaps;            /* years of the question without a figure */
    const char *why;        /* why the first of them has none; NULL without gaps */
    bool allocated;         /* some values are totals spread over years */
} arms_yearly;

/* The amounts with one partner, or with ARMS_ALL, in the years of the question. */
bool arms_yearly_levels(arms_yearly *out, const arms_tally *tally, arms_party partner,
                        arms_error *err);

#endif
