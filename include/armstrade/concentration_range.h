/* Bounds of concentration where each amount is known within limits.
 *
 * Amounts x_i lie in intervals and are free of each other. Each limit holds for every
 * choice of amounts, within rounding (1e-12, relative). The formulas are those of
 * concentration.h.
 *
 * The least concentration is exact for HHI, CRk and entropy (its largest), and for Gini
 * and Theil where the number of suppliers is certain. Each index grows when an amount is
 * moved from a smaller to a larger supplier (is Schur-convex in shares). Among all
 * choices with one sum, x_i = min(max(t, low_i), high_i) with a common level t is
 * majorised by every other (Veinott 1971), so the least lies on that line. Between two
 * neighbouring limits HHI is least at t = Q/S of what is fixed there (Q the sum of
 * squares, S the sum), entropy is largest at ln t = (Σ x ln x)/S, CRk and Gini are ratios
 * of straight lines and so least at an end: a short list of levels to try.
 *
 * The greatest: each index is quasi-convex in the amounts (convex over linear), so some
 * corner of the box has it. CRk is exact: k amounts are high, the others low; the best
 * k are found by the search for a greatest ratio (Dinkelbach 1967). For HHI and entropy
 * no order of the intervals leads to the best corner in general; finding it is as hard
 * as the subset-sum problem: with x_i in 1 ± a_i and at corners, HHI depends on Σ ± a_i
 * alone and is largest where that comes nearest to −Σ a_i². So:
 *
 *   - Where lower and upper limits come in the same order (as with equal widths; single
 *     points do not matter), the greatest is exact. The slope of the index in x_i has
 *     the sign of g_i − m, with g_i growing with x_i and one m for all i (for HHI g_i is
 *     the share, for entropy its logarithm); so at the best corner no high amount lies
 *     below a low one. Were i high and j low with i before j in that order, swapping
 *     both amounts would stay in the box, keep the index, and leave an amount off its
 *     ends, from where a move to an end raises it. So the highs are the last ones in
 *     order, and n + 1 corners are tried. Gini, whose slope has steps, is the limit of
 *     Gini + ε HHI, for which all this holds.
 *   - Else the limits are outer. For HHI and entropy Σ x² (or Σ x ln x) is replaced by
 *     its chords, which are nowhere below it; for any sum they are greatest when filled
 *     up from the steepest, and each piece is searched in closed form. At most one amount
 *     is off its ends there, so HHI's limit is at most w²/4S² too high, with w the widest
 *     interval and S the sum of that choice. For Gini, (2/n) Σ_k CRk − (n + 1)/n by its
 *     Lorenz curve, with each CRk at its greatest.
 *
 * Theil is ln n less the entropy. The effective number is 1 / HHI. */
#ifndef ARMSTRADE_CONCENTRATION_RANGE_H
#define ARMSTRADE_CONCENTRATION_RANGE_H

#include <armstrade/concentration.h>
#include <armstrade/interval.h>

/* Each `value` is the index of the intervals' values, where one of 0 is left out or
 * counted as `nil` says. Limits are given as belonging (open = false). */
typedef struct arms_concentration_range {
    size_t n;       /* suppliers: intervals that can be above 0, or all of them */
    size_t certain; /* those that must be above 0, or all of them. Where it is less than
                       n, Gini and Theil hold for every number between, and their low
                       limits are outer */
    arms_nil nil;
    bool exact; /* whether the greatest of HHI, Gini and Theil, and the least of effective
                   number and entropy, are exact, not outer */
    arms_interval hhi, effective, cr1, cr3, cr5, entropy, gini, theil;
} arms_concentration_range;

/* 0 ≤ low ≤ value ≤ high, all finite, one value above 0; else DOMAIN. Time grows with
 * n² log n. */
bool arms_concentration_bound(arms_concentration_range *out, const arms_interval *amounts,
                              size_t n, arms_nil nil, arms_error *err);

#endif
