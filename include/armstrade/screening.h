/* Many tests at once: when many countries are screened for a trend or a break, some pass
 * by chance. Adjusted p-values allow for the number tested, n, which belongs beside each
 * result. They equal those of R's p.adjust, in the order of the input. */
#ifndef ARMSTRADE_SCREENING_H
#define ARMSTRADE_SCREENING_H

#include <armstrade/arena.h>

typedef struct arms_screening {
    const char *method; /* "Holm" or "Benjamini–Hochberg" */
    size_t n;           /* tested */
    double *adjusted;   /* n of them, 0 … 1, none below its p-value; in the arena */
} arms_screening;

/* Both: p-values 0 … 1. DOMAIN for none, for one that is missing (R would leave it out
 * and test fewer), or outside 0 … 1. SYSTEM for lack of memory.
 *
 * Holm 1979 bounds the chance of any false finding, whatever the dependence of the tests.
 * With p ascending: the largest of (n + 1 − j) p_j over j ≤ i, at most 1. */
bool arms_screening_holm(arms_screening *out, arms_arena *arena, const double *p,
                         size_t n, arms_error *err);

/* Benjamini and Hochberg 1995 bound the part of false ones among the findings, for tests
 * that are free of each other or positively dependent. With p ascending: the smallest of
 * n p_j / j over j ≥ i, at most 1. */
bool arms_screening_benjamini_hochberg(arms_screening *out, arms_arena *arena,
                                       const double *p, size_t n, arms_error *err);

#endif
