/* Claims of a text in words, for people. */
#ifndef ARMSTRADE_REPORT_CLAIMS_WORDS_H
#define ARMSTRADE_REPORT_CLAIMS_WORDS_H

#include <armstrade/reading.h>

/* Strings in `arena`, NULL where memory is short. */

/* The number as printed, with the hedge before it: "just under 40 per cent". */
const char *claims_printed(arms_arena *arena, const arms_document *document,
                           const arms_read_claim *claim, arms_error *err);

/* What the number can mean: "33.25–36.75 %", "a fall of more than 20 %", "2nd", "up". */
const char *claims_meaning(arms_arena *arena, const arms_read_claim *claim,
                           arms_error *err);

/* A range in a unit as claims have it: "1.9–2.1 times". */
const char *claims_range(arms_arena *arena, arms_range range, const char *unit,
                         arms_error *err);

/* The sentence with its number between » and «. */
const char *claims_marked(arms_arena *arena, const arms_document *document,
                          const arms_read_claim *claim, arms_error *err);

/* The words that a slot rests on: `"its arms"`, or with the sentence where that is
 * another; "" where there are none. */
const char *claims_basis(arms_arena *arena, const arms_document *document,
                         const arms_read_claim *claim, arms_extent words,
                         arms_error *err);

/* Names joined by ';' as a list: "Russia, China". */
const char *claims_names(arms_arena *arena, const char *joined, arms_error *err);

/* "2014–18→2019–23", "2023", "". */
const char *claims_period(arms_arena *arena, const arms_read_claim *claim,
                          arms_error *err);

/* Whether the claim's value is a direction, + or -. */
bool claims_is_direction(const arms_read_claim *claim);

/* "+" or "-". */
const char *claims_direction(const arms_read_claim *claim);

#endif
