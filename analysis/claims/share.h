/* What the rules of shares have in common. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_SHARE_H
#define ARMSTRADE_ANALYSIS_CLAIMS_SHARE_H

#include "analysis/claims/grammar.h"

typedef enum part_role { ROLE_ANY, ROLE_EXPORTER, ROLE_IMPORTER } part_role;

/* Who has a share, and in which role of the flow. */
typedef struct share_part {
    names who;
    part_role role;
} share_part;

bool names_empty(const names *n);

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

/* The verb before a number by which a part has it: "accounted for", "received". */
int share_verb(const scene *s, int at);

/* The part of the number at `at`: behind the item `from` ("… went to Egypt"), before
 * the number, by a relative ("from which it bought"), by an adjective ("were
 * Russian"), before a bracket ("Qatar (12 per cent of …"). */
bool part_after(share_part *p, const grammar *g, int at, int from);
bool part_before(share_part *p, const grammar *g, int at);
bool part_relative(share_part *p, const grammar *g, int at);
bool part_adjective(share_part *p, const grammar *g, int at);
bool part_behind(share_part *p, const grammar *g, int at, int end);
bool part_bracketed(share_part *p, const grammar *g, int at);

/* The party of a list that a number stands beside: "Qatar (13 %)", "Qatar at 13 %",
 * "Peru's was 16 %", "16 % to Peru"; NOWHERE for none. */
int listed_party(const scene *s, int at, part_role *role);

#endif
