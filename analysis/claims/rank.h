/* What the rules of ranks share. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_RANK_H
#define ARMSTRADE_ANALYSIS_CLAIMS_RANK_H

#include "analysis/claims/grammar.h"

/* The rank that an item says: an ordinal, "11th", "No. 3"; 0 for none. */
int rank_at(const scene *s, int at);

/* "largest", "main": a rank of 1 where no ordinal stands before. */
bool rank_superlative(const scene *s, int at);

/* The item in front of a rank's words, articles and asides skipped. */
int rank_front(const scene *s, int begin);

/* The party behind "was" or a comma, words of little weight passed; NOWHERE for none. */
int party_behind(const scene *s, int at);

/* Who has the rank of an agent whose words begin at `begin`. */
int ranked_party(const grammar *g, const stream *agent, int begin);

/* "in second and third place": keeps which of the parties the rank is for. */
void rank_keep_one(names *n, const scene *s, int at);

/* Puts the party into the slot that varies, and the claim. */
bool rank_put(grammar *g, draft *d, int rank, const names *ranked, arms_error *err);

/* "…, followed by India and Italy": the ranks behind `rank`, where no figures stand with
 * them. */
bool rank_put_followers(grammar *g, draft *d, int rank, arms_error *err);

/* A rank that no agent stands beside; one that goes on from the rank before. */
bool rank_bare(bool *made, grammar *g, int at, arms_error *err);
bool rank_again(bool *made, grammar *g, int at, arms_error *err);

#endif
