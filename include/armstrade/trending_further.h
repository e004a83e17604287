/* More about a series of years, beside what trending.h concludes from: other tests for
 * series with a memory, breaks of the level, a break that was named beforehand, and how
 * far the slope moves on years drawn again. None of it decides what is supported. */
#ifndef ARMSTRADE_TRENDING_FURTHER_H
#define ARMSTRADE_TRENDING_FURTHER_H

#include <armstrade/bootstrap.h>
#include <armstrade/trending.h>

enum { ARMS_TRENDING_REPLICATES = 10000 };

typedef struct arms_trending_question {
    int break_after; /* a year, the last one before the break; 0: none is named */
    uint64_t seed;   /* of the bootstrap */
} arms_trending_question;

/* What has a flag means nothing where it is not set. All need years without one missing
 * between, and all but `breaks` (n ≥ 14, see breaks.h) and `chow` (n ≥ 5) ten of them.
 *
 *   yue_wang   with one lag, the usual choice
 *   whitened   Mann–Kendall after trend-free pre-whitening
 *   breaks     of the level, as many as BIC chooses (Bai and Perron). A steady trend is
 *              cut into steps, too
 *   chow       one straight line against two, parted after `break_after`
 *   slope      Theil–Sen: percentiles of ARMS_TRENDING_REPLICATES resamples in moving
 *              blocks of ⌈n^(1/3)⌉ years, the order that Hall, Horowitz and Jing (1995)
 *              found best for a variance */
typedef struct arms_trending_further {
    arms_trend_test yue_wang, whitened;
    arms_mean_breaks breaks;
    arms_chow_test chow;
    arms_bootstrap slope;
    bool has_yue_wang, has_whitened, has_breaks, has_chow, has_slope;
} arms_trending_further;

/* DOMAIN where a break is named and Chow's test is undefined: its year is not inside the
 * series, leaves fewer than two years on a side, or a year is missing between, or two
 * lines fit without error. What is found lives in `arena`. */
bool arms_trending_look(arms_trending_further *out, arms_arena *arena,
                        const arms_yearly *data, const arms_trending_question *question,
                        arms_error *err);

/* Years that are drawn together from n: ⌈n^(1/3)⌉. */
size_t arms_trending_block(size_t n);

/* Where the Theil–Sen line may run in each of `limits->at`: percentiles, from the draws
 * of `slope` above and at its level of 95 %. DOMAIN for fewer than ten years, or one
 * missing between, and where the slope is undefined on too many draws.
 *
 * How often the band held the true line, at the first, the middle and the last year, over
 * 1500 simulated series each, a straight line with first-order autoregressive noise:
 *
 *     memory   10 years   20 years   30 years
 *     0        94–97 %    98–99 %    99–100 %
 *     0.4      83–90 %    93 %       94–97 %
 *     0.7      61–79 %    75–80 %    83–84 %
 *
 * A strong memory looks like a trend in so few years: the band is too narrow there. */
bool arms_trending_line(arms_line_limits *limits, const arms_yearly *data, uint64_t seed,
                        arms_error *err);

#endif
