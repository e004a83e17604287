/* What printed numbers mean, by how they are written and hedged: the one table, with its
 * version, as `armstrade claims --hedges` prints it.
 *
 * A number means by itself what its form leaves open: half a unit of its last digit, a
 * point either way for "a third". A hedge before it ("about", "more than") widens that or
 * opens a side. Hedges are of the magnitude: more than 20 % less is (−∞, −20). The words
 * are the class `hedge` of data/reference/lexicon.csv. */
#ifndef ARMSTRADE_HEDGES_H
#define ARMSTRADE_HEDGES_H

#include <armstrade/claim.h>

/* Changes where a word or a rule does. */
enum { ARMS_HEDGES_VERSION = 1 };

/* One rule, with an example to which it was applied. */
typedef struct arms_hedge_rule {
    const char *name;    /* the bound as in CSV and JSON, or a form: "fraction" */
    bool hedge;          /* a bound, and no form */
    arms_bound bound;    /* ARMS_BOUND_EXACT of a form */
    const char *meaning; /* in words */
    const char *example; /* "about 40 %" */
    double value;        /* of the example, in `unit` */
    const char *unit;    /* "percent", "times", "rank", "USD" */
    arms_range range;    /* what the example can mean */
} arms_hedge_rule;

/* The rule with that number, from 0, forms before hedges; false where there are no
 * more. */
bool arms_hedge_rule_get(arms_hedge_rule *out, size_t index);

/* The words of a bound in the order of the alphabet, joined by "; ", in `arena`; NULL
 * where memory is short. */
const char *arms_hedge_words(arms_arena *arena, arms_bound bound, arms_error *err);

#endif
