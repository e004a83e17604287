/* How concentrated a question's partners are, in a period. */
#ifndef ARMSTRADE_CONCENTRATED_H
#define ARMSTRADE_CONCENTRATED_H

#include <armstrade/concentration_unknown.h>
#include <armstrade/tally.h>

typedef struct arms_concentrated {
    arms_years years;
    arms_concentration_range range; /* of partners with something recorded */
    arms_place largest;
    /* Parties whose kind is ARMS_ENTITY_UNKNOWN_PARTY count as one partner for each name
     * that the source gives them. `has_unknown`: something is theirs, or may be; then
     * `unknown` says how much, and what it can hide. Its limits hold those of `range`. */
    bool has_unknown;
    arms_concentration_unknown unknown;
    bool allocated;  /* some amounts are totals spread over years */
    const char *why; /* why there is none; then the rest means nothing */
} arms_concentrated;

/* Partners as the question's policy counts them, in years within the question's. Strings
 * live in the tally's arena. */
bool arms_concentrated_find(arms_concentrated *out, const arms_tally *tally,
                            arms_years years, arms_error *err);

#endif
