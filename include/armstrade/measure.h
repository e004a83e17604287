/* What a figure counts: a unit, its scale, a kind and a valuation.
 *
 * Figures of files count TIV, money, items or kg. Claims are also made in per cent, ranks
 * and the like, which are known as units but measure nothing in a file.
 *
 * A TIV (SIPRI's trend-indicator value) is a volume, not money: it never meets a
 * currency. Two measures are added, compared or divided only if unit, kind and
 * valuation are the same; the scale ("million") is arithmetic and may differ. */
#ifndef ARMSTRADE_MEASURE_H
#define ARMSTRADE_MEASURE_H

#include <armstrade/text.h>

typedef enum arms_unit {
    ARMS_UNIT_NONE,
    ARMS_UNIT_TIV,
    ARMS_UNIT_ITEMS,
    ARMS_UNIT_KG,
    ARMS_UNIT_USD, /* the first of the currencies, by their codes in ISO 4217 … */
    ARMS_UNIT_EUR,
    ARMS_UNIT_GBP,
    ARMS_UNIT_INR,
    ARMS_UNIT_AUD,
    ARMS_UNIT_BRL,
    ARMS_UNIT_CAD,
    ARMS_UNIT_CHF,
    ARMS_UNIT_CNY,
    ARMS_UNIT_CZK,
    ARMS_UNIT_HKD,
    ARMS_UNIT_ILS,
    ARMS_UNIT_JPY,
    ARMS_UNIT_KRW,
    ARMS_UNIT_NGN,
    ARMS_UNIT_NOK,
    ARMS_UNIT_NZD,
    ARMS_UNIT_PKR,
    ARMS_UNIT_PLN,
    ARMS_UNIT_RUB,
    ARMS_UNIT_SEK,
    ARMS_UNIT_SGD,
    ARMS_UNIT_TRY,
    ARMS_UNIT_ZAR,     /* … and the last */
    ARMS_UNIT_PERCENT, /* the first of the units that no file counts in */
    ARMS_UNIT_RANK,
    ARMS_UNIT_PERCENTAGE_POINT,
    ARMS_UNIT_TIMES,          /* new by old, or one party by another */
    ARMS_UNIT_PERCENT_OF,     /* of another party's flow */
    ARMS_UNIT_PERCENT_HIGHER, /* than another party's */
    ARMS_UNIT_PERCENT_LOWER,
    ARMS_UNIT_PARTNERS, /* a number of them */
    ARMS_UNIT_DIRECTION /* +1 up, -1 down */
} arms_unit;

typedef enum arms_kind {
    ARMS_KIND_DELIVERY,
    ARMS_KIND_ORDER,
    ARMS_KIND_LICENCE
} arms_kind;

typedef struct arms_measure {
    arms_unit unit;
    double scale; /* a stored 1 is `scale` units: 1e6 for "million TIV" */
    arms_kind kind;
    char valuation[32]; /* "CIF", "FOB", "current", …; empty where none applies */
} arms_measure;

/* "million TIV", "US$", "thousand USD", "items"; kind and valuation are left alone.
 * USAGE, with the words that are known, for anything else. */
bool arms_measure_parse(arms_measure *out, arms_text text, arms_error *err);

/* A unit by one of its names ("TIV", "US$", "$", "euros", "SEK", "percentage_point");
 * NONE for anything else. */
arms_unit arms_unit_parse(arms_text text);

/* "delivery", "order" or "licence"; USAGE for anything else. */
bool arms_kind_parse(arms_kind *out, arms_text text, arms_error *err);

const char *arms_unit_name(arms_unit unit); /* "TIV", "USD", "percent" … */
const char *arms_kind_name(arms_kind kind);
bool arms_unit_is_money(arms_unit unit);

/* Whether files count in it: TIV, money, items, kg. */
bool arms_unit_is_amount(arms_unit unit);

/* "million TIV" in `arena`; NULL when memory is short. */
const char *arms_measure_name(const arms_measure *measure, arms_arena *arena,
                              arms_error *err);

/* Identical but for scale. */
bool arms_measure_same(const arms_measure *a, const arms_measure *b);

#endif
