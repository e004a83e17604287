/* Numbers in sentences. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_WORDING_H
#define ARMSTRADE_ANALYSIS_CLAIMS_WORDING_H

#include <armstrade/claim.h>

/* "1st", "2nd", "3rd", "11th", for n ≥ 1. */
const char *arms_ordinal(arms_arena *arena, int n, arms_error *err);

/* An amount in whole units, to four digits: "$21 million". TIV are always said in
 * millions, as their publisher does, to two decimals at least: "2392.65 million TIV". */
const char *arms_amount_words(arms_arena *arena, double amount, arms_unit unit,
                              arms_error *err);

/* "$178.3–204.8 million", to so many digits (all of them are printed with ALL_DIGITS); an
 * infinite limit reads "at least …", "more than …", "at most …" or "less than …". */
enum { FEW_DIGITS = 4, SOME_DIGITS = 5, ALL_DIGITS = 12 };

typedef struct arms_span {
    arms_range range;
    arms_unit unit;
} arms_span;

const char *arms_span_words(arms_arena *arena, arms_span span, int digits,
                            arms_error *err);

/* "the " for names that take it inside a sentence ("Netherlands"), else "". */
const char *arms_article(const char *name);

/* "the Netherlands", "Pakistan": a name inside a sentence. */
const char *arms_the(arms_arena *arena, const char *name, arms_error *err);

/* "Pakistan's", "United States'". */
const char *arms_possessive(arms_arena *arena, const char *name, arms_error *err);

/* "2023" or "2019-2023", as claims files have it. */
const char *arms_years_code(arms_arena *arena, arms_years years, arms_error *err);

/* "2023" or "2019–2023". */
const char *arms_years_words(arms_arena *arena, arms_years years, arms_error *err);

#endif
