/* The trends of all partners of a question, corrected for how many were looked at. */
#ifndef ARMSTRADE_SCREENED_H
#define ARMSTRADE_SCREENED_H

#include <armstrade/trending.h>

typedef struct arms_screened_row {
    arms_party party;
    arms_trending found;
    double holm, bh; /* p of found.p after Holm's, and Benjamini and Hochberg's
                        correction */
} arms_screened_row;

typedef struct arms_screened {
    arms_screened_row *rows; /* the smallest p first, equals in the order of the file */
    size_t tested;           /* rows */
    size_t refused;          /* partners whose series has no trend to speak of: too short,
                                or all equal */
    const char *why;         /* why no partner can be tested: the years are not covered;
                                or NULL */
} arms_screened;

/* Partners as the question's policy counts them, over the question's years. All lives in
 * the tally's arena. */
bool arms_screened_make(arms_screened *out, const arms_tally *tally, arms_error *err);

#endif
