/* A claim: what a sentence says about arms flows, slot by slot.
 *
 * Claims are literal: names and numbers as they were written. Judging resolves them. */
#ifndef ARMSTRADE_CLAIM_H
#define ARMSTRADE_CLAIM_H

#include <armstrade/measure.h>
#include <armstrade/tally.h>

typedef enum arms_claim_kind {
    ARMS_CLAIM_SHARE,
    ARMS_CLAIM_LEVEL,
    ARMS_CLAIM_RANK
} arms_claim_kind;

typedef enum arms_bound {
    ARMS_BOUND_EXACT,
    ARMS_BOUND_ABOUT,
    ARMS_BOUND_NEARLY,
    ARMS_BOUND_OVER,
    ARMS_BOUND_AT_LEAST,
    ARMS_BOUND_UNDER,
    ARMS_BOUND_AT_MOST
} arms_bound;

/* What a printed number can mean. Infinite limits are ±HUGE_VAL. */
typedef struct arms_range {
    double low, high;
    bool low_open;  /* the lower limit does not belong to it */
    bool high_open; /* nor the upper (as a rule) */
} arms_range;

/* A number as printed: "11 %", "$21 million", "223.6 million TIV", "2nd", "over 40 %". */
typedef struct arms_printed {
    double value;      /* in whole units: $21 million is 21000000; 11 % is 11 */
    double unit_value; /* one unit of the last printed digit, in the same units */
    arms_unit unit;    /* NONE where no unit was printed */
    arms_bound bound;
    arms_range rounding; /* by the digits alone */
    arms_range range;    /* with the hedge */
} arms_printed;

typedef struct arms_claim {
    const char *id;   /* "1", "2" … or what a file gives */
    const char *text; /* the sentence, or the claim in words; may be NULL */
    arms_claim_kind kind;
    arms_direction flow;
    const char *subject;     /* who owns the flow */
    const char *counterpart; /* the partner; "World" or NULL: the world total */
    const char *category;    /* NULL = all */
    arms_years years;    /* whole years; first = 0 where the period is no such thing */
    const char *period;  /* as written, or NULL where none is given */
    const char *printed; /* the number as written */
    arms_printed number;
    const char *file; /* where the claim stands, or NULL */
    size_t line;
} arms_claim;

typedef struct arms_claims {
    arms_claim *items;
    size_t count;
} arms_claims;

/* Reads a printed number. `unit` says what a bare number is (ARMS_UNIT_PERCENT for a
 * share, ARMS_UNIT_RANK for a rank, NONE for an amount); a printed unit must agree.
 * USAGE where the text is no such number. */
bool arms_printed_parse(arms_printed *out, arms_text text, arms_unit unit,
                        arms_error *err);

/* Recomputes `range` from `rounding` and a bound that was given apart. */
void arms_printed_hedge(arms_printed *number, arms_bound bound);

bool arms_bound_parse(arms_bound *out, arms_text text, arms_error *err);
const char *arms_bound_name(arms_bound bound);

bool arms_claim_kind_parse(arms_claim_kind *out, arms_text text, arms_error *err);
const char *arms_claim_kind_name(arms_claim_kind kind);

/* The unit that a kind of claim is counted in where none is printed. */
arms_unit arms_claim_kind_unit(arms_claim_kind kind);

/* Checks that the parts of a claim go together (a subject, an amount with a unit, and,
 * where the claim was typed and not read from a file, a share within 0 … 100 %).
 * USAGE, with the claim's file and line where it has them. */
bool arms_claim_check(const arms_claim *claim, arms_error *err);

/* A claims CSV: columns kind, subject, value and, as needed, id, text, flow, counterpart,
 * period, unit, low, high, bound, category. INPUT, PARSE or USAGE with file and line. */
bool arms_claims_read(arms_claims *out, arms_arena *arena, const char *path,
                      arms_error *err);

#endif
