/* Which goods are arms: sets of codes, as classifications and publishers draw the line.
 *
 * No set is "arms" as such. Each has a note on what it leaves out and what it holds
 * besides, which belongs beside every sum over it. Codes of the Harmonized System change
 * with its editions, H0 (1992) to H6 (2022); those of other classifications have none.
 * The tables (data/reference/goods.csv, goods_sets.csv) are compiled into the library. */
#ifndef ARMSTRADE_GOODS_H
#define ARMSTRADE_GOODS_H

#include <armstrade/text.h>

typedef struct arms_goods_set {
    const char *code;           /* "hs:strict" */
    const char *classification; /* "HS", "ML", "UNROCA", "SIPRI" */
    const char *title;
    const char *note; /* coverage: what is left out, and what is in it besides */
} arms_goods_set;

typedef struct arms_goods_code {
    const char *set;
    const char *code;         /* "93", "890610", "ML10", "IV", "Air-defence systems" */
    const char *first, *last; /* editions, "H2", "H6"; empty where there are none */
    const char *title;
} arms_goods_code;

size_t arms_goods_sets(void);

/* The set at `index` < arms_goods_sets(). */
const arms_goods_set *arms_goods_get(size_t index);

/* The set with a code, whatever the case of its letters; NULL for none. */
const arms_goods_set *arms_goods_find(arms_text code);

/* Whether these are the letters of an edition: "H0" to "H6". */
bool arms_goods_is_edition(const char *edition);

/* The set's codes one by one, in the order of the table: the first for NULL, else the one
 * behind `after`; NULL at the end. Those of one edition, or of all for NULL; an edition
 * that is not known has none, nor has one of a set without editions. */
const arms_goods_code *arms_goods_next(const arms_goods_set *set, const char *edition,
                                       const arms_goods_code *after);

/* Whether a code belongs to the set: "930621" and "93" to hs:strict, because they begin
 * with 93; "ML4.b" to eu:ML; a category's name to sipri:major. A heading that is wider
 * than the set's codes ("89") does not. Of several editions (NULL) one is enough. */
bool arms_goods_has(const arms_goods_set *set, arms_text code, const char *edition);

#endif
