/* The bootstrap: how far a statistic would move on other data like these, by computing it
 * again on resamples, each drawn with replacement from the data (Efron 1979).
 *
 * The statistic is a callback on indexes, so that it may read any number of columns.
 * Series whose neighbours hang together are drawn in blocks of neighbours (moving blocks,
 * Künsch 1989).
 *
 * Every replicate has a random stream of its own, so that the replicates, and with them
 * every figure, are the same bytes on any number of threads, and the first 1000 of 2000
 * are those of 1000. Replicate k (from 0) draws from gsl_rng_taus2 (L'Ecuyer 1999) seeded
 * with f(h + k) modulo 2^32, where h is the upper half of SplitMix64's first number for
 * the seed (Steele, Lea and Flood 2014) and f the last step of MurmurHash3 (Appleby
 * 2011), which maps no two numbers to one. Picks come from gsl_rng_uniform_int. */
#ifndef ARMSTRADE_BOOTSTRAP_H
#define ARMSTRADE_BOOTSTRAP_H

#include <armstrade/trend.h>

#include <stdint.h>

enum {
    ARMS_BOOTSTRAP_LEAST = 100,      /* replicates; fewer say nothing about a tail */
    ARMS_BOOTSTRAP_MOST = 10000000,  /* replicates, of 8 bytes each */
    ARMS_BOOTSTRAP_THREADS = 64,     /* at most */
    ARMS_BOOTSTRAP_DATA = 1000000000 /* items in the data at most */
};

/* Which items a statistic is of: `n` indexes, in the order drawn, and room of its own. */
typedef struct arms_picks {
    const size_t *at;
    size_t n;
    void *scratch; /* arms_resampled.scratch bytes, aligned for any type; zeroed before
                      the first call of a thread, then left as the last call left it */
} arms_picks;

/* The statistic of the items picked. It may fail: with DOMAIN, where it is undefined on
 * these, which is counted; with anything else the bootstrap fails. Several threads may
 * call it at once, so it must change nothing but *out, *err and the scratch. */
typedef bool (*arms_statistic)(double *out, const arms_picks *picks, const void *data,
                               arms_error *err);

typedef struct arms_resampled {
    arms_statistic statistic;
    const void *data; /* handed to it */
    size_t n;         /* items in the data, at least 2 */
    size_t scratch;   /* bytes; 0 for none */
} arms_resampled;

typedef enum arms_bootstrap_method {
    ARMS_PERCENTILE, /* quantiles of the replicates (Efron 1979) */
    ARMS_BCA         /* those, corrected for bias and skewness (Efron 1987) */
} arms_bootstrap_method;

typedef struct arms_bootstrap_options {
    arms_bootstrap_method method;
    uint64_t seed;
    size_t replicates; /* ARMS_BOOTSTRAP_LEAST to ARMS_BOOTSTRAP_MOST */
    size_t threads; /* to ARMS_BOOTSTRAP_THREADS; 0 = 1; changes nothing but the time */
    size_t block;   /* neighbours drawn together; 0 and 1 = each item alone */
    double level;   /* of the interval, between 0 and 1, as 0.95 */
    double *keep;   /* room for the replicates in order, those undefined NaN; or NULL */
} arms_bootstrap_options;

typedef struct arms_bootstrap {
    double value;     /* the statistic of the data */
    double low, high; /* the interval, with quantiles by R's type 7 */
    double error;     /* standard deviation of the replicates, divided by one fewer */
    double bias;     /* BCa: z0 = Φ⁻¹(part of the replicates below `value`); else 0 */
    double skewness; /* BCa: the acceleration, Σ d³ / 6(Σ d²)^(3/2), d the mean of the
                         statistics that leave one item out less each of them; else 0 */
    arms_bootstrap_method method;
    uint64_t seed;
    size_t n, block, replicates;
    size_t undefined; /* replicates on which the statistic is undefined, left out */
    double level;
} arms_bootstrap;

/* An interval by resampling `sample`. BCa takes the quantiles at Φ(z0 + (z0 + z)/(1 −
 * a(z0 + z))), z the normal quantiles at (1 ∓ level)/2. USAGE where an option is out of
 * its range; DOMAIN where the statistic is undefined on the data or on more than one
 * replicate in twenty; for BCa also where all replicates lie on one side of the value,
 * where leaving an item out is undefined or changes nothing, and for blocks, of which
 * none can be left out; LIMIT for too many items; SYSTEM where memory is short. */
bool arms_bootstrap_interval(arms_bootstrap *out, const arms_resampled *sample,
                             const arms_bootstrap_options *options, arms_error *err);

/* The same for the Theil–Sen slope, drawing points (year and value together); pairs of
 * one year have no slope and are left out. All slopes are sorted once, and each replicate
 * is a weighted median in one pass. Takes 14n² bytes for a while. */
bool arms_theil_sen_bootstrap(arms_bootstrap *out, arms_series series,
                              const arms_bootstrap_options *options, arms_error *err);

/* Where the Theil–Sen line may run at some times, each looked at by itself. */
typedef struct arms_line_limits {
    const double *at; /* times, in the unit of the series' years */
    size_t count;
    double *low, *high; /* room for `count` each, in the unit of the values */
} arms_line_limits;

/* Percentiles of the lines through the resamples, whose value at x is median(y) + slope ×
 * (x − median(x)), as with the intercept of arms_slope. `limits` says where. BCa is
 * refused (USAGE): it has no skewness of a whole line; `keep` is not used. Else as
 * above; takes 32 bytes a replicate for a while. */
bool arms_theil_sen_limits(arms_line_limits *limits, arms_series series,
                           const arms_bootstrap_options *options, arms_error *err);

#endif
