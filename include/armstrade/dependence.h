/* How far two traders depend on each other, how alike two mixes of suppliers are, and
 * what a country is specialised in. Amounts are ≥ 0 and finite, in one measure; results
 * are without unit. All else is DOMAIN. */
#ifndef ARMSTRADE_DEPENDENCE_H
#define ARMSTRADE_DEPENDENCE_H

#include <armstrade/interval.h>
#include <armstrade/measure.h>

/* One supplier and one importer. */
typedef struct arms_tie {
    double flow;           /* from the supplier to the importer */
    double importer_total; /* all that the importer gets */
    double supplier_total; /* all that the supplier sends */
} arms_tie;

typedef struct arms_dependence {
    double of_importer; /* flow / importer_total: the supplier's share, 0 … 1 */
    double of_supplier; /* flow / supplier_total: the importer's share, 0 … 1 */
    double mutual;      /* their product, 0 … 1 */
} arms_dependence;

/* DOMAIN where a total is 0 or below the flow (by more than 1e-9, relative). */
bool arms_dependence_measure(arms_dependence *out, const arms_tie *tie, arms_error *err);

/* The same of two shares that are known within limits. */
typedef struct arms_dependence_range {
    arms_interval of_importer, of_supplier, mutual;
} arms_dependence_range;

/* The product's limits are the products of the limits. Both shares rise with the flow,
 * and what else the importer gets and the supplier sends are different flows: so both
 * shares can be low, or high, together, and where their own limits are exact, as those of
 * the dependent form (interval.h) are, the product's are too. Otherwise they are outer.
 * DOMAIN unless 0 ≤ low ≤ value ≤ high ≤ 1, within 1e-9. */
bool arms_dependence_bound(arms_dependence_range *out, arms_interval of_importer,
                           arms_interval of_supplier, arms_error *err);

/* How alike two mixes are: a[i] and b[i] come from the same supplier i of n. Both are 0
 * for mixes with no supplier in common, 1 for equal ones. */
typedef struct arms_similarity {
    double value;
    size_t n; /* suppliers with something in either mix */
} arms_similarity;

/* 2 Σ min(a, b) / (Σ a + Σ b), of amounts: Bray and Curtis 1957. It is 1 − what R's
 * vegan::vegdist(method = "bray") gives, which is the dissimilarity. DOMAIN where both
 * are all 0. */
bool arms_dependence_bray_curtis(arms_similarity *out, const double *a, const double *b,
                                 size_t n, arms_error *err);

/* Σ min(a/Σa, b/Σb), of shares: Finger and Kreinin 1979, as 0 … 1 where they print per
 * cent. DOMAIN where either is all 0. */
bool arms_dependence_finger_kreinin(arms_similarity *out, const double *a,
                                    const double *b, size_t n, arms_error *err);

/* 1 − HHI over suppliers above 0: 0 for one supplier, 1 − 1/n for n equal ones. */
typedef struct arms_diversification {
    double value;
    size_t n; /* suppliers above 0 */
} arms_diversification;

bool arms_dependence_diversify(arms_diversification *out, const double *values, size_t n,
                               arms_error *err);

/* Revealed comparative advantage of country c in good k:
 *
 *     (x_ck / x_c) / (x_k / x)                                        Balassa 1965
 *
 * above 1 where the good is a larger part of the country's exports than of the
 * world's. */
typedef struct arms_specialisation {
    double country_good, country_all; /* x_ck, x_c */
    double world_good, world_all;     /* x_k, x */
    arms_measure measure;             /* of all four */
    bool all_goods; /* whether x_c and x hold all goods, civilian ones too */
} arms_specialisation;

/* DOMAIN on TIV, which no civilian good has; where only arms are known, as a share of
 * arms says nothing about a country's other exports; on other than money; where a total
 * is 0 or below its part, or a country has more than the world. */
bool arms_dependence_specialise(double *out, const arms_specialisation *of,
                                arms_error *err);

#endif
