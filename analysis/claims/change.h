/* What the rules of changes, multiples and ratios share. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_CHANGE_H
#define ARMSTRADE_ANALYSIS_CLAIMS_CHANGE_H

#include "analysis/claims/grammar.h"

/* +1, −1 or 0 for a word of rising or falling. */
int change_way(const scene *s, int at);

/* The sign that is printed before a number: "(+12 per cent)"; 0 for none. */
int change_printed(const scene *s, int at);

/* "…, compared with 61 per cent for Egypt", "…, 21 per cent in the Americas",
 * "followed by Australia (98 per cent)": the party whose change it is; NOWHERE for
 * none. */
int party_for(const grammar *g, int at);
int listed_change(const grammar *g, int at);

/* "…, Chile's by two-fifths": the sign of the change before, which this number goes on
 * with; 0 where it does not. */
int same_change(const grammar *g, int at);

/* "decreases for two importers: Algeria (–77 per cent)": of the party in front. */
bool bracketed_flow(frame *f, const grammar *g, int at);

/* "exports rose 5 per cent worldwide". */
bool worldwide(frame *f, const grammar *g, int at);

/* Whether a change is told of the share right before: ", an increase of 7 per cent",
 * ", which is 20 per cent more". */
bool is_apposition(const grammar *g, int at, int change);

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
