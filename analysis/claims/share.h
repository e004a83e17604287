/* What the rules of shares have in common. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_SHARE_H
#define ARMSTRADE_ANALYSIS_CLAIMS_SHARE_H

#include "analysis/claims/grammar.h"

typedef enum part_role { ROLE_ANY, ROLE_EXPORTER, ROLE_IMPORTER } part_role;

/* Who has a share, and in which role of the flow. */
typedef struct share_part {
    names who;
    part_role role;
    bool loose; /* "took" may be said of exporters too */
    int number; /* the item of the number */
} share_part;

bool names_empty(const names *n);

/* The part of the number at `at`, by the words around it; `behind` is the item behind its
 * whole. */
bool find_part(share_part *p, const grammar *g, int at, int behind);

/* The whole with whom its arms are told to be of by the verb: "its weapons to India",
 * "the arms from Italy". */
stream owned_by_seller(const grammar *g, const stream *whole, int at);

/* The frame of the share of a whole that was found; `of` is the item of "of". */
bool share_of_found(frame *f, const grammar *g, int at, int of, const stream *found);

/* "arms worth $10 million (17 per cent)"; "the majority of its sales (74 per cent)". */
bool share_of_amount(bool *made, grammar *g, int at, arms_error *err);
bool share_of_gloss(bool *made, grammar *g, int at, arms_error *err);

/* The first and the last of the numbers that are joined to the one at `at`: "30, 20 and
 * 5 per cent". */
void joined_numbers(const scene *s, int at, int *first, int *last);

/* "Peru and Chile were its main suppliers, with 30 and 20 per cent": whether the number
 * is a further one, and the share of one of them. */
bool is_of_list(const grammar *g, int at);
bool share_of_list(bool *made, grammar *g, int at, arms_error *err);

/* "Together with Norway (6 per cent) and Peru (5 per cent), they": the comma behind those
 * whom the sentence begins with; NOWHERE for none. */
int companions_end(const scene *s);

/* "Chile and Peru absorbed 23 and 9 per cent of Spanish exports": a share for each. */
bool share_each(bool *made, grammar *g, int at, arms_error *err);

/* "from 32 to 39 per cent and from 6 to 11, respectively": one of the last two. */
bool is_second_range(const scene *s, int at);

/* Makes a sum of several parts: their names become the subject. */
void share_sum(frame *f);

/* The part of the world total. */
void share_of_world(frame *f, const share_part *p, bool import);

/* The frame of a part in a whole. False where either is not known. */
bool share_combine(frame *f, const grammar *g, const stream *whole, const share_part *p);

/* The first noun that begins at `at` or soon behind, with only describing words between;
 * NULL for none. */
const stream *share_whole(const grammar *g, int at);

/* The party behind a preposition at `at`; NOWHERE for none. */
int party_after(const scene *s, int at);

/* All of a list whose numbers stand in brackets: "India (38 %), China (17 %) and …"; one
 * party alone where none is. */
bool listed_names(names *out, const grammar *g, int at);

/* "arms imports", "Chilean exports": no verbs. */
bool is_flow_noun(const scene *s, int at);

/* The verb before a number by which a part has it: "accounted for", "received". */
int share_verb(const scene *s, int at);

/* The part of the number at `at`: behind the item `from` ("… went to Egypt"), before
 * the number, by a relative ("from which it bought"), by an adjective ("were
 * Russian"), before a bracket ("Qatar (12 per cent of …"). */
bool part_after(share_part *p, const grammar *g, int at, int from);
bool part_before(share_part *p, const grammar *g, int at);
bool part_relative(share_part *p, const grammar *g, int at);
bool part_adjective(share_part *p, const grammar *g, int at);
bool part_of_arms(share_part *p, const grammar *g, int at);
bool part_behind(share_part *p, const grammar *g, int at, int end);
bool part_bracketed(share_part *p, const grammar *g, int at);

/* The agent behind a list that the list is of: "France (35 %) and Russia (34 %) were its
 * main suppliers"; NULL for none. */
const stream *agent_behind(const grammar *g, int at);

/* The agent or flow that a list is about: "Italy (30 %) and Spain (20 %) were the main
 * suppliers of Peru". False where nothing tells. */
bool list_frame(frame *f, const grammar *g, int at);

/* The party of a list that a number stands beside: "Qatar (13 %)", "Qatar at 13 %",
 * "Peru's was 16 %", "16 % to Peru"; NOWHERE for none. */
int listed_party(const scene *s, int at, part_role *role);

#endif
