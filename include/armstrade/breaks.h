/* Breaks in a series: where its level or its trend changes, and how sure that is.
 *
 * `values` are n evenly spaced figures in the order of time (a value for each year). A
 * place is named by `before`, the number of values before the break: before = 28 in a
 * series from 1871 on means that 1898 is the last year of the old regime. All functions
 * fail with DOMAIN, "undefined on this data: …", on a missing (not finite) value and on
 * too few values. A part "fits without error" where its residuals are smaller than 10⁻¹³
 * of the largest value. */
#ifndef ARMSTRADE_BREAKS_H
#define ARMSTRADE_BREAKS_H

#include <armstrade/arena.h>
#include <stdint.h>

typedef enum arms_break_model {
    ARMS_BREAK_MEAN, /* a level on each side */
    ARMS_BREAK_TREND /* a straight line in time on each side */
} arms_break_model;

/* What Chow's test is asked: is there a break at this place, named beforehand? */
typedef struct arms_chow_question {
    const double *values;
    size_t n, before;
    arms_break_model model;
} arms_chow_question;

typedef struct arms_chow_test {
    double f, p;                /* F(parameters, n − 2 parameters) and its upper tail */
    size_t n, before;           /* as asked */
    size_t parameters, freedom; /* of the numerator: 1 (mean), 2 (trend); of the other */
    arms_break_model model;
} arms_chow_test;

/* Chow's first test (Chow 1960): F = ((R − R₁ − R₂)/k) / ((R₁ + R₂)/(n − 2k)) with R, R₁,
 * R₂ the residual sums of squares of the whole series and of its two parts and k the
 * parameters of the model. Each part must have at least k values, and n > 2k. DOMAIN also
 * where both parts fit without error, as F has no value then. The p value holds only for
 * a place that was not chosen by looking at the series: else take arms_sup_f or
 * arms_pettitt. */
bool arms_chow(arms_chow_test *out, const arms_chow_question *question, arms_error *err);

typedef struct arms_pettitt_test {
    int64_t u;     /* the largest |U| */
    double p;      /* min(1, 2 exp(−6 U² / (n³ + n²))), good below one half */
    size_t before; /* the first place where |U| is largest */
    size_t places; /* how many places share it */
    bool upward;   /* the later values are the higher ones */
    size_t n;
} arms_pettitt_test;

/* Pettitt's test for one change of level at an unknown place (Pettitt 1979):
 * U at k is Σ sgn(x_i − x_j) over i ≤ k and all j, which equals 2 Σ rank(x_i) − k(n + 1)
 * with mean ranks for ties. n ≥ 2. Of equal |U| the first place is given, and how many
 * there are, as R's trend::pettitt.test lists them all; in a series of one value all n
 * places share U = 0, and p is 1. */
bool arms_pettitt(arms_pettitt_test *out, const double *values, size_t n,
                  arms_error *err);

typedef struct arms_sup_f_test {
    double f;           /* the largest F of a change in the mean */
    bool has_p;         /* n ≥ 14 */
    double p;           /* of a largest F this large where the mean does not change */
    size_t before;      /* the first place where it is reached */
    size_t from, to, n; /* places tried, both included */
} arms_sup_f_test;

/* The largest of Chow's F for a change in the mean over all places that leave at least
 * max(2, ⌊0.15 n⌋) values on each side (Andrews 1993), as R's strucchange::Fstats with
 * y ~ 1 and from = 0.15. n ≥ 4. DOMAIN where some place fits without error.
 *
 * p is Hansen's approximation (1997, Journal of Business & Economic Statistics 15,
 * 60–67) to the limiting law for one parameter: the upper tail of χ² with η degrees of
 * freedom at θ0 + θ1 F, η and θ from his response surfaces at trimmings of 9, 11, 13 and
 * 15 per cent, in between by a straight line, as R's strucchange::sctest has it. It holds
 * for long series of independent noise: where nothing changed, p < 0.05 came up in 8.5
 * per cent of normal series of 14 values, 7.1 of 20, 6.1 of 30, 5.3 of 50. Below 14
 * values there is no p; that of a named place would be far too small. */
bool arms_sup_f(arms_sup_f_test *out, const double *values, size_t n, arms_error *err);

typedef struct arms_cusum_test {
    double s0, p;  /* the largest |S| and its limiting p value */
    size_t before; /* the first place where it is reached */
    size_t n;
} arms_cusum_test;

/* The cumulated residuals from the mean, S at k = Σ_{i ≤ k} (x_i − mean) / (s √n) with s
 * the standard deviation by n − 1 (Ploberger and Krämer 1992), as R's strucchange::efp
 * with y ~ 1, type OLS-CUSUM. p is the tail of the largest |Brownian bridge|,
 * 2 Σ (−1)^{j+1} exp(−2 j² S²). n ≥ 2; DOMAIN where all values are equal. */
bool arms_cusum(arms_cusum_test *out, const double *values, size_t n, arms_error *err);

typedef struct arms_break_sample {
    const double *values;
    size_t n;
    size_t least; /* values in a segment, 2 … n/2; 0 stands for ⌊0.15 n⌋ */
} arms_break_sample;

typedef struct arms_mean_breaks {
    size_t count;         /* breaks, chosen by the smallest BIC; may be none */
    const size_t *before; /* their places, ascending */
    const double *means;  /* of the count + 1 segments */
    size_t most;          /* breaks tried: 0 … most */
    const double *rss;    /* residual sum of squares with 0 … most breaks */
    const double *bic;    /* BIC with 0 … most breaks */
    size_t n, least;
} arms_mean_breaks;

/* Breaks in the mean (Bai and Perron 1998, 2003): for each number of breaks the places
 * with the smallest residual sum of squares R, found by dynamic programming, where no
 * segment is shorter than `least`. The number is that of the smallest
 * BIC = n (ln R + 1 − ln n + ln 2π) + 2 (m + 1) ln n; at most max(1, ⌈n/least⌉ − 2) are
 * tried. Conventions, ties (the first) and BIC as in R's strucchange::breakpoints with
 * y ~ 1 and h = 0.15. The arrays live in `arena`. DOMAIN where `least` leaves no room
 * (⌊0.15 n⌋ needs n ≥ 14), and where some number of breaks fits without error, as BIC
 * has no value then. Takes time in proportion to n² (most + 1). */
bool arms_bai_perron(arms_mean_breaks *out, const arms_break_sample *sample,
                     arms_arena *arena, arms_error *err);

#endif
