/* What the words around a period say of it: whether figures are of it, or are compared
 * with those of it. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_PERIOD_BASE_H
#define ARMSTRADE_ANALYSIS_CLAIMS_PERIOD_BASE_H

#include "analysis/claims/grammar.h"

/* A period that figures can be of: no day. */
bool is_period(const scene *s, int at);

/* The first of two that a change lies between: "from A to B", "between A and B". */
bool is_first_of_two(const scene *s, int at);

/* Something is compared with the figures of it: "than in 2014", "over 2014". */
bool is_base(const scene *s, int at);

/* "the highest level since 1990" tells no period of figures, where there is another. */
bool is_record(const scene *s, int at);

/* "a smaller share than in 2016 (51 per cent)": of the number behind it alone. */
bool is_of_gloss(const scene *s, int at);

#endif
