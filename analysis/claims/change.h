/* What the rules of changes, multiples and ratios share. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_CHANGE_H
#define ARMSTRADE_ANALYSIS_CLAIMS_CHANGE_H

#include "analysis/claims/grammar.h"

/* +1, −1 or 0 for a word behind a number: "7 per cent growth", "7 per cent higher";
 * *change is its item. */
int change_behind(const scene *s, int at, int *change);

/* The word "share" that a change is of: "share in global imports fell 29 per cent";
 * NOWHERE where it is of a flow. */
int change_of_share(const grammar *g, int change);

/* A claim for each subject, unless they did it together. */
bool change_put_apart(grammar *g, draft *d, arms_error *err);

/* What is compared with, if it is a party: "higher than those of France", "four times
 * Russia's"; NOWHERE for none. */
int compared_party(const scene *s, int from);

#endif
