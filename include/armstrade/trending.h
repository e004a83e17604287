/* What a series of years supports: a rise, a fall, or neither.
 *
 * The slope is Theil and Sen's, the test Mann and Kendall's; from ten years on it must
 * hold also where neighbouring years hang together (Hamed and Rao's variance). A rise or
 * a fall is supported where all tests that are defined say so at one chance in twenty.
 * Of fewer than five years nothing can be told from chance: even the straightest order
 * of four comes up once in twelve. */
#ifndef ARMSTRADE_TRENDING_H
#define ARMSTRADE_TRENDING_H

#include <armstrade/trend.h>
#include <armstrade/yearly.h>

enum { ARMS_TRENDING_LEAST = 5, ARMS_TRENDING_MEMORY = 10 /* years */ };

typedef enum arms_supported {
    ARMS_SUPPORTS_NONE,
    ARMS_SUPPORTS_RISE,
    ARMS_SUPPORTS_FALL
} arms_supported;

typedef struct arms_trending {
    arms_slope slope;       /* a year, in the measure of the figures */
    arms_trend_test test;   /* Mann–Kendall */
    arms_trend_test memory; /* Hamed–Rao; means nothing unless `has_memory` */
    bool has_memory;
    double p; /* the larger of both */
    arms_supported supported;
} arms_trending;

/* DOMAIN where there are fewer than five years with a figure, where all figures are
 * equal, or where the years' figures are totals spread evenly over years, which would
 * put into the series what is looked for. */
bool arms_trending_find(arms_trending *out, const arms_yearly *data, arms_error *err);

#endif
