/* How far trade is in few hands: the Herfindahl–Hirschman index and its kin.
 *
 * Values are amounts ≥ 0 in one measure, in any order. Those above 0 count as suppliers;
 * whether the nil ones count too is the caller's choice, as programs disagree: R's
 * ineq::Gini counts them, ineq::Theil leaves them out. HHI, concentration ratios and
 * entropy are the same either way; normalised HHI, Gini and Theil are not. Amounts are
 * divided by the largest first, so that 1e-300 and 1e300 are as good as any. With the
 * shares s, of which there are n:
 *
 *     HHI         Σ s²                                    Hirschman 1945, Herfindahl 1950
 *     normalised  (HHI − 1/n) / (1 − 1/n)
 *     effective   1 / HHI, the number of equal suppliers  Adelman 1969
 *     CRk         the sum of the k largest; 1 where k ≥ n
 *     entropy     − Σ s ln s, in nats                     Shannon 1948
 *     Gini        Σ (2i − n − 1) s_i / n, s ascending     Gini 1914; as R's ineq::Gini
 *     Theil       Σ s ln(n s), in nats                    Theil 1967
 *
 * Errors: DOMAIN where no value is above 0, where one is below 0, missing or infinite. */
#ifndef ARMSTRADE_CONCENTRATION_H
#define ARMSTRADE_CONCENTRATION_H

#include <armstrade/error.h>

typedef enum arms_nil {
    ARMS_NIL_LEFT_OUT, /* n is the number of values above 0 */
    ARMS_NIL_COUNTED   /* n is the number of values */
} arms_nil;

typedef struct arms_concentration {
    size_t n;        /* suppliers, by the convention below */
    size_t positive; /* values above 0 */
    arms_nil nil;
    double hhi;        /* 1/positive … 1 */
    double hhi_points; /* the same, 0 … 10 000 */
    double effective;  /* 1 … positive */
    double cr1, cr3, cr5;
    double entropy; /* 0 … ln positive */
    double gini;    /* 0 … 1 − 1/n */
    double theil;   /* 0 … ln n */
} arms_concentration;

bool arms_concentration_measure(arms_concentration *out, const double *values, size_t n,
                                arms_nil nil, arms_error *err);

/* (HHI − 1/n) / (1 − 1/n), 0 … 1. DOMAIN for one supplier. */
bool arms_concentration_normalise(double *out, const arms_concentration *of,
                                  arms_error *err);

/* Gini × n / (n − 1), 0 … 1, as R's ineq::Gini(corr = TRUE). DOMAIN for one supplier. */
bool arms_concentration_correct_gini(double *out, const arms_concentration *of,
                                     arms_error *err);

/* Amounts with the group each belongs to; groups are numbered 0 … group_count − 1. */
typedef struct arms_grouped {
    const double *values;
    const size_t *groups;
    size_t n, group_count;
    arms_nil nil;
} arms_grouped;

/* Theil's index and its two parts. With S_g the share and n_g the number of group g:
 *
 *     between = Σ S_g ln(S_g / (n_g / n)),    within = Σ S_g T_g
 *
 * (Theil 1967; Shorrocks 1980). Each is summed by itself; theil = between + within. */
typedef struct arms_theil {
    double theil, between, within;
    size_t n;      /* suppliers */
    size_t groups; /* groups that hold a supplier */
} arms_theil;

/* DOMAIN as above; USAGE for a group's number outside 0 … group_count − 1. */
bool arms_concentration_split_theil(arms_theil *out, const arms_grouped *sample,
                                    arms_error *err);

#endif
