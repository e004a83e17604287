/* A sentence as the grammar sees it: a row of items (parties, quantities, periods, words
 * that mean something, signs), read from its tokens. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_SCENE_H
#define ARMSTRADE_ANALYSIS_CLAIMS_SCENE_H

#include <armstrade/claim.h>
#include <armstrade/entity.h>

#include "analysis/claims/lexicon.h"

/* A number with its unit, as printed. */
typedef struct quantity {
    double value;     /* in whole units; per cent as printed */
    double step;      /* one unit of the last printed digit; 0 for words */
    double low, high; /* of a printed range; NaN where there is none */
    const char *unit; /* "percent", "percentage_point", "USD", "TIV", "times" …; "" for a
                          bare number */
    arms_bound bound;
    bool fraction; /* "a third", "half", "most" */
    bool money;    /* or TIV: an amount */
    bool word;     /* written as a word */
} quantity;

typedef enum period_kind {
    PERIOD_YEARS,
    PERIOD_FISCAL, /* first to last; of one year where they are equal: "FY2023-24" is
                      first = last = 2023 with `two` set, "FY2023" is without */
    PERIOD_HALF,
    PERIOD_QUARTER,
    PERIOD_MONTHS
} period_kind;

/* How a period is told that is not printed. */
typedef enum period_relation {
    RELATION_NONE, /* it is printed */
    RELATION_LAST, /* "the past five years": `count` years up to the document's date */
    RELATION_THIS, /* "this year" */
    RELATION_PREVIOUS, /* "the preceding five years": `count` years before; 0 = as long as
                           what it is compared with */
    RELATION_SAME,     /* "the same period", "the period" */
    RELATION_BOTH,     /* "the two periods" */
    RELATION_FOLLOWING, /* "the following year" */
    RELATION_LATTER,
    RELATION_FORMER,
    RELATION_AGO,       /* "two years earlier" */
    RELATION_SINCE,     /* "since 2015": from `first` */
    RELATION_YEAR_START /* "since the start of the year" */
} period_relation;

typedef struct period {
    period_kind kind;
    period_relation relation;
    int first, last;    /* years */
    int part, part_end; /* half, quarter, or month, first and last */
    int count;          /* of a relation */
    bool two;           /* a fiscal year of two calendar years */
    bool decade;        /* told as a decade */
    bool worded;        /* "between 2014 and 2017" */
    bool annual;        /* "year on year" */
    bool unclear;       /* "the first quarter of 2024-25": of which months? */
    bool date;          /* a day, and no period of figures */
} period;

typedef enum item_kind {
    ITEM_WORD, /* with its meanings, or none */
    ITEM_PARTY,
    ITEM_QUANTITY,
    ITEM_PERIOD,
    ITEM_SIGN
} item_kind;

/* One party that is named. */
typedef struct who {
    const char *name;      /* in the reference table's form */
    arms_entity_id entity; /* 0 for a region */
    size_t begin, end;     /* bytes of the text */
} who;

enum { WHO_MOST = 12 };

typedef struct item {
    item_kind kind;
    size_t first, end;   /* tokens */
    lexicon_match found; /* of a word */
    size_t who, count;   /* of parties: those named together, "Russia and China" */
    bool possessive;     /* "Pakistan's", "its" */
    bool adjective;      /* "Turkish" */
    bool pronoun;        /* "it", "the country": who is settled by what was said before */
    bool compound;       /* "Russian-made": of no account */
    bool aside;          /* whom a statement is by, or where a report was written */
    quantity quantity;
    period period;
    bool taken; /* a quantity that became part of a claim, or a period */
} item;

typedef struct scene {
    arms_text text;
    token_row tokens;
    lexicon_match *found; /* the phrase that begins with each token */
    item *items;
    size_t count;
    who *whos;
    size_t who_count;
} scene;

/* Reads the sentence from `begin` to the end of `text`. Linear in its length. */
bool scene_make(scene *out, arms_arena *arena, arms_text text, size_t begin,
                arms_error *err);

/* Whether the item at `at` may mean the class; false behind either end. */
bool scene_is(const scene *s, size_t at, lexicon_class class);

/* The meaning of the item in the class; NULL where it has none. */
const lexicon_row *scene_row(const scene *s, size_t at, lexicon_class class);

bool scene_is_sign(const scene *s, size_t at, char sign);
bool scene_is_kind(const scene *s, size_t at, item_kind kind);

/* Where an item begins and ends in the text. */
size_t scene_begin(const scene *s, size_t at);
size_t scene_end(const scene *s, size_t at);

/* The meaning, in the class, of the phrase that begins with a token; NULL for none. */
const lexicon_row *scene_token_row(const scene *s, size_t at, lexicon_class class);

/* Reads a quantity that begins with the token `at`; returns how many tokens it takes, 0
 * where there is none. */
size_t quantity_read(quantity *out, const scene *s, size_t at);

/* The same of a period. */
size_t period_read(period *out, const scene *s, size_t at);

#endif
