/* Claims in a text: every statement about arms imports and exports that figures could
 * support or refute, and every number that is none.
 *
 * Reading is literal and deterministic: rules over words of a table
 * (data/reference/lexicon.csv), names of parties and regions, quantities and periods. No
 * figure is looked at. Each claim names the rule that made it. */
#ifndef ARMSTRADE_READING_H
#define ARMSTRADE_READING_H

#include <armstrade/claim.h>
#include <armstrade/document.h>

/* Bytes of the document's text; 0, 0 where a slot rests on no words. */
typedef struct arms_extent {
    size_t begin, end;
} arms_extent;

typedef struct arms_read_claim {
    arms_claim_kind kind;
    arms_direction flow;
    const char *subject;              /* joined by ';' where several */
    const char *counterpart;          /* "World", or NULL for all partners */
    const char *denominator;          /* NULL where the whole is the subject's flow */
    const char *period, *base_period; /* as "2019-2023", "FY2023-24" …, or NULL */
    arms_period_source period_source, base_source;
    double value; /* +1 or −1 for a direction */
    double step;  /* one unit of its last printed digit; 0 where it is a word */
    arms_range rounding, range; /* what the number can mean, by its digits alone and with
                                   the hedge; infinite where it is open */
    const char *unit; /* "percent", "percentage_point", "rank", "times", "USD" … */
    arms_bound bound;
    const char *printed;  /* the number as it stands in the text */
    const char *category; /* one that is named, or NULL for all arms */
    const char *text;     /* the sentence */
    size_t sentence;      /* its number, from 1 */
    arms_extent number;   /* of the document's file */
    arms_extent flow_words, subject_words, counterpart_words,
        period_words; /* of its text */
    const char *rule; /* which made it */
} arms_read_claim;

/* A number that became no claim. */
typedef struct arms_unchecked {
    const char *text;
    size_t sentence;
    arms_extent number; /* of the document's file */
    const char *reason; /* "date", "deal value", "not understood" … */
} arms_unchecked;

typedef struct arms_text_reading {
    arms_read_claim *claims;
    size_t count;
    arms_unchecked *unchecked;
    size_t unchecked_count;
} arms_text_reading;

/* Reads a document. `date`, "2025", "2025-07" or "2025-07-08", is the day it was
 * published on, by which "last year" is understood; NULL where it is not known. USAGE for
 * any other date. All lives in `arena`. */
bool arms_read_document(arms_text_reading *out, arms_arena *arena,
                        const arms_document *document, const char *date, arms_error *err);

/* Writes the names of parties as their codes of ISO 3166-1, of three letters; regions,
 * former states and whoever else has none keep their names. What `check --claims` reads
 * may have either. */
bool arms_reading_codes(arms_text_reading *reading, arms_arena *arena, arms_error *err);

/* What was read as claims to be judged: "1", "2" … in the order of the text, each with
 * the range, rounding and step of its number as they were read, and `unjudged` set where
 * it cannot be. Strings are those of the reading; `file` is the document's path. */
bool arms_claims_from_reading(arms_claims *out, arms_arena *arena,
                              const arms_document *document,
                              const arms_text_reading *reading, arms_error *err);

#endif
