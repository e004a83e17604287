/* What a part without a known owner can hide from a concentration.
 *
 * Known partners have amounts x_i ≥ 0, and a further amount u belongs to partners that
 * are not named: known ones, new ones, any number of them. With s = u / (Σx + u), and H
 * and C_k the HHI and CRk of the known amounts alone (concentration.h), whoever they are:
 *
 *     (1 − s)² H   ≤ HHI ≤ (1 − s)² H + 2 s (1 − s) C_1 + s²
 *     (1 − s) C_k  ≤ CRk ≤ (1 − s) C_k + s
 *
 * For let a_i of u belong to known partners and b_j to new ones. The whole is Σx + u in
 * any case. Σ(x + a)² + Σb² is at least Σx², and at most Σx² + 2 u max x + u², since
 * Σ x a ≤ max x Σa and Σa² + Σb² ≤ u². The k largest add up to no less than the k largest
 * of x, and to no more than those and u. For given amounts no limit can be tighter: the
 * upper ones are reached where all of u is the largest partner's, the lower ones are
 * approached as u is spread over more and more new partners (for HHI it is never
 * reached).
 *
 * Where amounts are intervals, each of s, H and C_k is first bounded by itself: s by the
 * dependent form of interval.h, H and C_k by concentration_range.h, H by C_1 too. The
 * upper limits rise with H and C_k, and with s, as H ≤ C_1 ≤ 1; the lower ones rise with
 * H and C_k and fall with s. So the limits hold for every choice of amounts and owners,
 * within rounding (1e-12, relative); as the ends that are put together may not go
 * together, they are outer. Entropy, Gini and Theil are not here: with ever more new
 * partners entropy and Theil have no upper limit, and Gini can come near to 1 whatever is
 * known. */
#ifndef ARMSTRADE_CONCENTRATION_UNKNOWN_H
#define ARMSTRADE_CONCENTRATION_UNKNOWN_H

#include <armstrade/concentration_range.h>

typedef struct arms_limits {
    double low, high;
} arms_limits;

typedef struct arms_concentration_unknown {
    arms_interval part;        /* s, 0 … 1 */
    arms_limits hhi;           /* 0 … 1 */
    arms_limits effective;     /* 1/HHI, from 1; high is infinite where HHI's low is 0 */
    arms_limits cr1, cr3, cr5; /* 0 … 1 */
} arms_concentration_unknown;

/* Amounts of n known partners (none is fine) and `unknown`, the sum of what has no known
 * one, in one measure. Each has 0 ≤ low ≤ value ≤ high, finite; else DOMAIN. So is an
 * all of 0. Where no known value is above 0, H and C_k may be anything from 0 to 1. */
bool arms_concentration_bound_unknown(arms_concentration_unknown *out,
                                      const arms_interval *known, size_t n,
                                      arms_interval unknown, arms_error *err);

#endif
