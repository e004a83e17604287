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
    ARMS_CLAIM_RANK,
    ARMS_CLAIM_CHANGE,
    ARMS_CLAIM_MULTIPLE, /* new by old */
    ARMS_CLAIM_RATIO,    /* of two parties */
    ARMS_CLAIM_TOP_N_SUM,
    ARMS_CLAIM_TREND,
    ARMS_CLAIM_COUNT /* of partners */
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

/* How the period of a claim is known. */
typedef enum arms_period_source {
    ARMS_PERIOD_NONE,
    ARMS_PERIOD_EXPLICIT, /* printed in the sentence */
    ARMS_PERIOD_RELATIVE, /* told: "the past five years" */
    ARMS_PERIOD_CONTEXT,  /* printed or told elsewhere in the document */
    ARMS_PERIOD_ASSUMED   /* the window that a report of that date is about */
} arms_period_source;

/* All strings may be NULL but for id, subject and printed. */
typedef struct arms_claim {
    const char *id;   /* "1", "2" … or what a file gives */
    const char *text; /* the sentence, or the claim in words */
    arms_claim_kind kind;
    arms_direction flow;
    const char *subject;     /* who owns the flow; several are joined by ';' */
    const char *counterpart; /* the partner; "World" or NULL: the world total */
    const char *denominator; /* the whole, where it is another than the subject's flow */
    const char *category;    /* NULL = all */
    arms_years years;   /* whole years; first = 0 where the period is no such thing */
    const char *period; /* as written, or NULL where none is given */
    const char *base_period; /* what a change is measured from, as written */
    arms_period_source period_source;
    const char *printed; /* the number as written */
    arms_printed number;
    const char *unjudged; /* why the claim is read but not judged; NULL where it can be */
    size_t sentence;      /* of its text, from 1; 0 = not known */
    size_t begin, end; /* bytes of its text's file that are the number; 0, 0 likewise */
    const char *file;  /* where the claim stands, or NULL for one that was typed */
    size_t line;       /* of a claims file, else 0 */
} arms_claim;

typedef struct arms_claims {
    arms_claim *items;
    size_t count;
} arms_claims;

/* Reads a printed number. `unit` says what a bare number is (ARMS_UNIT_PERCENT for a
 * share, ARMS_UNIT_RANK for a rank, NONE for an amount); a printed unit must agree, where
 * per cent agrees with what is counted in per cent ("20 %" higher). A direction is "+" or
 * "-", of value +1 or -1. USAGE where the text is no such number. */
bool arms_printed_parse(arms_printed *out, arms_text text, arms_unit unit,
                        arms_error *err);

/* The range of the number with the other sign. */
arms_range arms_range_mirrored(arms_range range);

/* Recomputes `range` from `rounding` and a bound that was given apart. A hedge is of the
 * magnitude: "over" of −20 is (−∞, −20). */
void arms_printed_hedge(arms_printed *number, arms_bound bound);

bool arms_bound_parse(arms_bound *out, arms_text text, arms_error *err);
const char *arms_bound_name(arms_bound bound);

bool arms_claim_kind_parse(arms_claim_kind *out, arms_text text, arms_error *err);
const char *arms_claim_kind_name(arms_claim_kind kind);

/* The unit that a kind of claim is counted in where none is printed; NONE where it must
 * be. */
arms_unit arms_claim_kind_unit(arms_claim_kind kind);

/* Whether claims of the kind can be counted in the unit. */
bool arms_claim_kind_takes(arms_claim_kind kind, arms_unit unit);

/* Whether claims of a kind are judged; arms_claim_unjudged tells what else it takes. */
bool arms_claim_kind_judged(arms_claim_kind kind);

/* The units of a kind in words, for messages: "percent". */
const char *arms_claim_kind_units(arms_claim_kind kind);

/* Why a claim is not judged, by its slots, as one sentence for `unjudged`: kinds other
 * than share, level and rank, another whole, a base period, several parties together, a
 * unit that is not known. NULL where it can be judged. */
const char *arms_claim_unjudged(const arms_claim *claim);

/* Checks that the parts of a claim go together (a subject, an amount with a unit, and,
 * where the claim was typed and not read from a file, a share within 0 … 100 %).
 * USAGE, with the claim's file and line where it has them. */
bool arms_claim_check(const arms_claim *claim, arms_error *err);

/* "explicit", "relative", "context", "assumed", "". USAGE for any other word. */
const char *arms_period_source_name(arms_period_source source);
bool arms_period_source_parse(arms_period_source *out, arms_text text, arms_error *err);

/* A claims CSV: columns kind, subject, value and, as needed, id, text, flow, counterpart,
 * denominator, period, period_source, base_period, unit, low, high, bound, category,
 * printed, sentence, begin, end; `printed` is shown where the value is a plain number.
 * Claims of kinds that are not judged are read like others, with `unjudged` set. INPUT,
 * PARSE or USAGE with file and line. */
bool arms_claims_read(arms_claims *out, arms_arena *arena, const char *path,
                      arms_error *err);

#endif
