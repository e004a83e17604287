/* Two periods side by side: amounts, shares and ranks, and how they changed.
 *
 * Amounts change in per cent, shares in points, see change.h. Both are bounded as if the
 * periods were free of each other, which holds for every source: where something ties
 * them, the truth lies further inside. */
#ifndef ARMSTRADE_PERIODS_H
#define ARMSTRADE_PERIODS_H

#include <armstrade/tally.h>

enum { ARMS_BEFORE, ARMS_AFTER, ARMS_PERIODS };

/* A figure that was computed from others, or why there is none. */
typedef struct arms_derived {
    arms_interval amount; /* means nothing where `why` is set */
    const char *why;      /* a sentence, or NULL */
} arms_derived;

typedef struct arms_period_row {
    arms_party party;                /* ARMS_ALL: all together */
    arms_place places[ARMS_PERIODS]; /* level, share and rank in each period */
    arms_derived change;             /* of the level, in per cent */
    arms_derived points;             /* of the share, in points */
} arms_period_row;

typedef struct arms_periods {
    arms_years years[ARMS_PERIODS];
    arms_period_row whole;
    arms_period_row *rows; /* by the level after, largest first; then those that went, by
                              the level before */
    size_t count;
} arms_periods;

/* One partner, or ARMS_ALL, in two periods within the question's years; ranks are left
 * alone. DOMAIN where the periods overlap. Strings live in the tally's arena. */
bool arms_period_row_make(arms_period_row *out, const arms_tally *tally, arms_party party,
                          const arms_years years[ARMS_PERIODS], arms_error *err);

/* All partners with something recorded in either period. Where the dataset does not list
 * all of them in a period, that period's whole has the reason. */
bool arms_periods_make(arms_periods *out, const arms_tally *tally,
                       const arms_years years[ARMS_PERIODS], arms_error *err);

#endif
