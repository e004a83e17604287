/* What a series of years supports: a rise, a fall, or neither.
 *
 * The slope is Theil and Sen's, the test Mann and Kendall's; from ten years on it must
 * hold also where neighbouring years hang together (Hamed and Rao's variance). A rise or
 * a fall is supported where all tests that are defined say so at one chance in twenty.
 * Of fewer than five years nothing can be told from chance: even the straightest order
 * of four comes up once in twelve.
 *
 * What the source's rounding leaves open of each year's figure enters by the limits of
 * trending_range.h. Where these let S or the slope be 0, or point the other way, neither
 * a rise nor a fall is supported, however small p. They are outer limits: so this errs on
 * the side of saying that it is open. */
#ifndef ARMSTRADE_TRENDING_H
#define ARMSTRADE_TRENDING_H

#include <armstrade/breaks.h>
#include <armstrade/growth.h>
#include <armstrade/smoothing.h>
#include <armstrade/trend.h>
#include <armstrade/trending_range.h>
#include <armstrade/yearly.h>

enum {
    ARMS_TRENDING_LEAST = 5,   /* years */
    ARMS_TRENDING_MEMORY = 10, /* years from which memory and breaks are looked for */
    ARMS_TRENDING_WINDOW = 5   /* years of the trailing mean, as SIPRI has it */
};

typedef enum arms_supported {
    ARMS_SUPPORTS_NONE,
    ARMS_SUPPORTS_RISE,
    ARMS_SUPPORTS_FALL,
    ARMS_SUPPORTS_OPEN /* the values have a direction, but rounding leaves it open */
} arms_supported;

/* Whether the figures are of years that follow upon each other. What counts years as
 * neighbours is undefined where they do not. */
bool arms_trending_unbroken(const arms_yearly *data);

/* What has a flag means nothing where it is not set: then the statistic is undefined on
 * these figures. */
typedef struct arms_trending {
    arms_years years;            /* the first and the last with a figure */
    arms_slope slope;            /* a year, in the measure of the figures */
    arms_trend_test test;        /* Mann–Kendall */
    arms_trend_test memory;      /* Hamed–Rao */
    arms_line line;              /* least squares */
    double line_low, line_high;  /* of its slope, with Newey and West's errors */
    size_t line_lag;             /* of those */
    arms_growth growth;          /* log-linear */
    double compound;             /* per cent a year, from the first to the last figure */
    arms_pettitt_test level;     /* a break of the level */
    arms_trailing_mean trailing; /* where no year is missing between */
    bool has_memory, has_line, has_growth, has_compound, has_level, has_trailing;
    arms_trending_range range; /* what the source's rounding leaves open of these */
    double p;                  /* the larger of both tests' */
    arms_supported supported;
} arms_trending;

/* DOMAIN where there are fewer than five years with a figure, where all figures are
 * equal, or where the years' figures are totals spread evenly over years, which would
 * put into the series what is looked for. What is found lives in `arena`. */
bool arms_trending_find(arms_trending *out, arms_arena *arena, const arms_yearly *data,
                        arms_error *err);

#endif
