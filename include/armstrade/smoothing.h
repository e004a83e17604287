/* Smoothing, and values that stand out.
 *
 * Series are n evenly spaced figures in the order of time (a value for each year), in any
 * unit, and results are in the same unit. All functions fail with DOMAIN, "undefined on
 * this data: …", on a missing (not finite) value and on too few values. Nothing is
 * invented at the ends: what has no full window is left out, or said to be shortened. */
#ifndef ARMSTRADE_SMOOTHING_H
#define ARMSTRADE_SMOOTHING_H

#include <armstrade/arena.h>
#include <armstrade/interval.h>

typedef struct arms_window {
    const double *values;
    size_t n, width; /* 1 ≤ width ≤ n */
} arms_window;

typedef struct arms_trailing_mean {
    const double *means; /* means[i] is that of values i … i + width − 1 */
    size_t count;        /* of means: n − width + 1 */
    size_t undefined;    /* values at the start that have none: width − 1 */
    size_t width;
} arms_trailing_mean;

/* The mean of each value and the width − 1 values before it, each summed afresh, so that
 * one large value leaves nothing behind. The means live in `arena`. */
bool arms_smooth_trailing(arms_trailing_mean *out, const arms_window *window,
                          arms_arena *arena, arms_error *err);

typedef struct arms_interval_window {
    const arms_interval *figures;
    size_t n, width; /* 1 ≤ width ≤ n */
} arms_interval_window;

typedef struct arms_trailing_intervals {
    const arms_interval *means; /* as in arms_trailing_mean */
    size_t count, undefined, width;
} arms_trailing_intervals;

/* The same for figures with bounds: sums as in arms_sum, over width; the upper bound is
 * open where that of some figure in the window is. */
bool arms_smooth_trailing_intervals(arms_trailing_intervals *out,
                                    const arms_interval_window *window, arms_arena *arena,
                                    arms_error *err);

/* λ for annual data (Ravn and Uhlig 2002). */
#define ARMS_SMOOTH_ANNUAL 6.25

/* The trend of Hodrick and Prescott (1997): the τ with the smallest
 * Σ (x_i − τ_i)² + λ Σ (τ_{i+1} − 2 τ_i + τ_{i−1})², which solves (I + λ D'D) τ = x with
 * D the second differences, as R's mFilter::hpfilter and Python's statsmodels hpfilter
 * have it. `trend` has room for n values, n ≥ 3; the cycle is
 * x_i − τ_i. 0 < λ ≤ 10⁷, as a larger one costs more than half of the digits; else
 * DOMAIN. The last few values of the trend move when years are added. */
bool arms_smooth_hodrick_prescott(double *trend, const double *values, size_t n,
                                  double lambda, arms_error *err);

typedef struct arms_outlier {
    size_t at; /* its index, from 0 */
    double value, median;
    double apart;   /* value − median */
    double scale;   /* 1.4826… × the median absolute deviation in the window */
    size_t window;  /* values in the window */
    bool has_scale; /* false: the scale is nil, and `apart` cannot be counted in it */
} arms_outlier;

typedef struct arms_outliers {
    const arms_outlier *found; /* ascending by `at` */
    size_t count;
    size_t n, width;
    double threshold;
} arms_outliers;

/* Values further than threshold × scale from the median of the `width` values around them
 * (Hampel 1974), with scale = 1.482602218505602 × the median absolute deviation (R's mad
 * and pracma::hampel have 1.4826). `width` is odd, 3 ≤ width ≤ n; threshold ≥ 0, 3 by
 * custom. At the ends the window is cut to the values that are there (pracma::hampel
 * leaves the ends unjudged). Where more than
 * half of a window is one value, the scale is nil and any other value in the middle
 * stands out, as in R's function: has_scale is false there, and such a find means little.
 * The list lives in `arena`. */
bool arms_smooth_hampel(arms_outliers *out, const arms_window *window, double threshold,
                        arms_arena *arena, arms_error *err);

#endif
