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

/* The frame of an agent as the party that has the rank lets it be understood. */
void rank_frame(frame *f, const grammar *g, const stream *agent, const names *ranked);

/* Puts the party into the slot that varies, and the claim. */
bool rank_put(grammar *g, draft *d, int rank, const names *ranked, arms_error *err);

/* One claim for each of those who are listed in their order, from the rank `first` on. */
bool rank_put_list(grammar *g, draft *d, int first, const names *all, arms_error *err);

/* "…, followed by India and Italy": the ranks behind `rank`, where no figures stand with
 * them. */
bool rank_put_followers(grammar *g, draft *d, int rank, arms_error *err);

/* The item in front of all of "third and second". */
int rank_fronts(const scene *s, int at);

/* Who has a rank that no agent stands beside. False where nobody is told. */
bool rank_bare_party(names *out, const grammar *g, int at);

/* What a rank is of that no agent stands beside. False where nothing tells. */
bool rank_bare_frame(frame *f, const grammar *g, int at, const names *who_ranks);

/* "second-placed Italy"; "of the 60 importers, Chile is the largest"; "36th and 55th for
 * Peru and Chile"; "taking the top three places". */
bool rank_by_words(bool *made, grammar *g, int at, arms_error *err);

/* Whether the sentence has ranked the parties of a list. */
bool ranks_list(const grammar *g);

/* A rank that no agent stands beside; one that goes on from the rank before. */
bool rank_bare(bool *made, grammar *g, int at, arms_error *err);
bool rank_again(bool *made, grammar *g, int at, arms_error *err);

#endif
