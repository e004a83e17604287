/* The change of a figure from one period to a later one.
 *
 * Figures come with their bounds, in one measure, and are taken to be free of each other.
 * The two periods must not overlap. Both functions fail with DOMAIN, "undefined on this
 * data: …", for a missing (not finite) or negative figure, for periods that overlap, and
 * for a second period that is the earlier one. */
#ifndef ARMSTRADE_CHANGE_H
#define ARMSTRADE_CHANGE_H

#include <armstrade/error.h>
#include <armstrade/interval.h>
#include <armstrade/number.h>

/* A total, or a share of 0 to 1, of a period. */
typedef struct arms_change_side {
    arms_interval figure;
    arms_years years;
} arms_change_side;

typedef enum arms_change_unit {
    ARMS_CHANGE_PER_CENT,
    ARMS_CHANGE_POINTS
} arms_change_unit;

typedef struct arms_changed {
    arms_interval change; /* in `unit`: 25 means 25 per cent, or 25 points */
    arms_change_unit unit;
    arms_years from, to;
    bool same_length; /* false: totals over unlike numbers of years */
} arms_changed;

/* 100 (new/old − 1) per cent, as SIPRI compares five-year periods. Its bounds are
 * 100 (new.low/old.high − 1) to 100 (new.high/old.low − 1); the upper one is open where
 * new.high is. The lower one is counted in even where old.high is open, as arms_interval
 * has no open lower bounds. DOMAIN where the old figure is nil, or may be nil as its
 * lower bound is 0: the message says which. */
bool arms_change_relative(arms_changed *out, const arms_change_side *old_side,
                          const arms_change_side *new_side, arms_error *err);

/* 100 (new − old) points, for two shares; bounds 100 (new.low − old.high) to
 * 100 (new.high − old.low), open as above. DOMAIN for a figure above 1, which is no
 * share. An old share of nil is fine. */
bool arms_change_points(arms_changed *out, const arms_change_side *old_side,
                        const arms_change_side *new_side, arms_error *err);

#endif
