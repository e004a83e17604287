/* Trends of a series that do not lean on a bell curve: the Theil–Sen slope and the
 * Mann–Kendall test with its variants for series that remember their past.
 *
 * A series is plain arrays: years (or any times) in ascending order without repetition,
 * and a finite value for each, in whatever unit; a year without a figure is left out, not
 * set to 0. All functions leave the arrays alone, own no memory afterwards, and fail with
 * DOMAIN "undefined on this data: …" where the statistic has no meaning there, LIMIT for
 * more than ARMS_TREND_MOST values, SYSTEM where memory is short. */
#ifndef ARMSTRADE_TREND_H
#define ARMSTRADE_TREND_H

#include <armstrade/error.h>

enum { ARMS_TREND_MOST = 20000 }; /* values; n of them have n(n − 1)/2 pairs */

typedef struct arms_series {
    const double *years, *values;
    size_t n;
} arms_series;

/* The median of the slopes (y_j − y_i)/(x_j − x_i) of all pairs (Theil 1950, Sen 1968),
 * in units a year. Where the number of pairs is even, the mean of the middle two.
 *
 * Two intercepts are in use; both are values at year 0:
 *   intercept            median(y) − slope × median(x), as Conover (1980) has it and
 *                        pymannkendall prints it
 *   intercept_residual   median(y − slope × x), half of the residuals on each side
 *
 * The interval is Sen's (1968), as R's trend::sens.slope has it: of the N slopes in
 * order, number round((N − C)/2) and number round((N + C)/2 + 1), halves rounded to even,
 * where C is the normal quantile times the square root of the Mann–Kendall variance.
 * Where there are too few pairs for such numbers (fewer than five values or so), or all
 * values are equal, `has_interval` is false, and low and high mean nothing. (R prints 0
 * to 0 for equal values.) */
typedef struct arms_slope {
    double slope, intercept, intercept_residual;
    bool has_interval;
    double low, high, level;
    size_t n, pairs;
} arms_slope;

/* level: of the interval, between 0 and 1, as 0.95. At least two values. Takes
 * 4n² bytes for a while. */
bool arms_theil_sen(arms_slope *out, arms_series series, double level, arms_error *err);

typedef enum arms_trend_method {
    ARMS_MANN_KENDALL,
    ARMS_HAMED_RAO,
    ARMS_YUE_WANG,
    ARMS_PREWHITENED,
    ARMS_TREND_FREE_PREWHITENED
} arms_trend_method;

typedef struct arms_trend_options {
    bool plain_z; /* no continuity correction */
    size_t lag;   /* Hamed–Rao, Yue–Wang: how many lags count; 0 = all there are */
    double level; /* Hamed–Rao: a lag counts if significant at this; 0 = 0.05 */
} arms_trend_options;

/* S is the number of pairs that rise less the number that fall (Mann 1945, Kendall 1975).
 *
 *   variance   of S where order is chance: (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18
 *              over groups of t equal values; times `correction` in Hamed–Rao, Yue–Wang
 *   tau_a      S / (n(n − 1)/2), as pymannkendall prints
 *   tau_b      S / √((n(n − 1)/2)(n(n − 1)/2 − Σ t(t − 1)/2)), as R's mk.test prints
 *   z          (S − sign S)/√variance; S/√variance with plain_z
 *   p_normal   two-sided, from the normal distribution of z, as both programs print
 *   p          two-sided. Mann–Kendall of n ≤ 10: exact, the part of all orders of these
 *              values (ties and all) whose |S| is as large (`exact`); else p_normal
 *
 * n is the number of values tested: one fewer than given after pre-whitening. */
typedef struct arms_trend_test {
    arms_trend_method method;
    size_t n;
    double s, variance, tau_a, tau_b, z, p_normal, p;
    bool exact;
    size_t lag;             /* Hamed–Rao, Yue–Wang: lags looked at; else 0 */
    double correction;      /* what the variance was multiplied by; else 1 */
    double autocorrelation; /* at lag 1, taken out by pre-whitening; else 0 */
} arms_trend_test;

/* `options` may be NULL in all of these, for the defaults. Undefined for fewer than two
 * values (three for the variants) and for equal values. */
bool arms_mann_kendall(arms_trend_test *out, arms_series series,
                       const arms_trend_options *options, arms_error *err);

/* The variants. All but plain pre-whitening take the Theil–Sen slope over the years, and
 * remove slope × step × (1, 2, …, n) from the values, a step being the smallest gap
 * between years. With yearly figures this is what pymannkendall does: a missing year
 * counts in the slope and not in the lags. Autocorrelations divide by n. Undefined on a
 * straight line, which leaves nothing to correlate.
 *
 * Hamed–Rao (1998): the variance times 1 + 2/(n(n − 1)(n − 2)) |Σ (n − k)(n − k − 1)
 * (n − k − 2) r_k|, r_k the autocorrelation at lag k of the ranks of what is left, summed
 * over lags where |r_k| exceeds the normal quantile over √n. The | | are pymannkendall's
 * since 1.4: memory only ever makes the test more careful. The article and its earlier
 * releases leave them out.
 *
 * Yue–Wang (2004): the variance times 1 + 2 Σ (1 − k/n) r_k, r_k of what is left, all
 * lags. Undefined where that is not above 0. With all lags it is apt to be too small; a
 * lag of 1 is the usual choice. */
bool arms_mann_kendall_hamed_rao(arms_trend_test *out, arms_series series,
                                 const arms_trend_options *options, arms_error *err);
bool arms_mann_kendall_yue_wang(arms_trend_test *out, arms_series series,
                                const arms_trend_options *options, arms_error *err);

/* Mann–Kendall of y_t − r_1 y_{t−1} (von Storch 1995), which weakens a real trend too. */
bool arms_mann_kendall_prewhitened(arms_trend_test *out, arms_series series,
                                   const arms_trend_options *options, arms_error *err);

/* The same after the slope is removed, and with the slope put back (Yue, Pilon, Phinney
 * and Cavadias 2002). */
bool arms_mann_kendall_trend_free(arms_trend_test *out, arms_series series,
                                  const arms_trend_options *options, arms_error *err);

#endif
