/* Bootstrap intervals: the quantiles of the replicates at (1 − level)/2 and (1 + level)/2
 * (Efron 1979), or, for BCa, at Φ(z0 + (z0 + z)/(1 − a(z0 + z))) for the normal quantiles
 * z of the same, with z0 from the part of the replicates below the value and a from the
 * statistics that leave one item out (Efron 1987), as R's boot counts them. In the unit
 * of the statistic. Undefined where the statistic is, on the data or on more than one
 * replicate in twenty. */
#include "analysis/bootstrap.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>
#include <string.h>

enum { UNDEFINED_ONE_IN = 20 };

typedef struct replicates {
    double *sorted; /* those that are defined */
    size_t count;
} replicates;

static bool check_counts(const arms_resampled *sample,
                         const arms_bootstrap_options *options, arms_error *err)
{
    if (options->replicates < ARMS_BOOTSTRAP_LEAST ||
        options->replicates > ARMS_BOOTSTRAP_MOST)
        return arms_fail(err, ARMS_USAGE,
                         "a bootstrap takes %d to %d replicates, not %zu",
                         ARMS_BOOTSTRAP_LEAST, ARMS_BOOTSTRAP_MOST, options->replicates);
    if (options->threads > ARMS_BOOTSTRAP_THREADS)
        return arms_fail(err, ARMS_USAGE, "a bootstrap takes at most %d threads, not %zu",
                         ARMS_BOOTSTRAP_THREADS, options->threads);
    if (options->block > sample->n)
        return arms_fail(err, ARMS_USAGE, "a block of %zu does not fit into %zu items",
                         options->block, sample->n);
    return true;
}

static bool check(const arms_resampled *sample, const arms_bootstrap_options *options,
                  arms_error *err)
{
    if (sample->n < 2)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a bootstrap needs at least 2 items, "
                         "there are %zu",
                         sample->n);
    if (sample->n > ARMS_BOOTSTRAP_DATA)
        return arms_fail(err, ARMS_LIMIT, "a bootstrap takes at most %d items, not %zu",
                         ARMS_BOOTSTRAP_DATA, sample->n);
    if (!(options->level > 0 && options->level < 1))
        return arms_fail(err, ARMS_USAGE,
                         "an interval's level is between 0 and 1, not %g",
                         options->level);
    if (options->method == ARMS_BCA && options->block > 1)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: BCa leaves out one item at a time, and "
                         "blocks hang together; use percentiles");
    return check_counts(sample, options, err);
}

/* Where the statistic is computed outside the replicates. */
typedef struct desk {
    const arms_resampled *sample;
    size_t *at;
    void *scratch;
} desk;

/* The statistic of all items but number `gap`; of all, where there is no such number. */
static bool without(double *out, desk at, size_t gap, arms_error *err)
{
    arms_picks picks = {at.at, 0, at.scratch};
    for (size_t i = 0; i < at.sample->n; i++)
        if (i != gap)
            at.at[picks.n++] = i;
    if (!at.sample->statistic(out, &picks, at.sample->data, err))
        return false;
    if (isfinite(*out))
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: the statistic is no finite number");
}

static bool find_skewness(arms_bootstrap *out, desk at, arms_arena *arena,
                          arms_error *err)
{
    double *left = arms_alloc(arena, out->n, sizeof *left, err), squares = 0, cubes = 0;
    if (!left)
        return false;
    for (size_t i = 0; i < out->n; i++)
        if (!without(&left[i], at, i, err))
            return false;
    double mean = gsl_stats_mean(left, 1, out->n);
    for (size_t i = 0; i < out->n; i++) {
        double apart = mean - left[i];
        squares += apart * apart;
        cubes += apart * apart * apart;
    }
    if (!(gsl_stats_max(left, 1, out->n) > gsl_stats_min(left, 1, out->n)))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: leaving an item out changes nothing, "
                         "so BCa has no skewness to correct for");
    out->skewness = cubes / (6 * pow(squares, 1.5));
    return true;
}

static bool find_bias(arms_bootstrap *out, const replicates *drawn, arms_error *err)
{
    size_t below = 0;
    while (below < drawn->count && drawn->sorted[below] < out->value)
        below++;
    if (below == 0 || below == drawn->count)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: all replicates lie on one side of the "
                         "value, so BCa has no bias to correct for");
    out->bias = gsl_cdf_ugaussian_Pinv((double)below / (double)drawn->count);
    return true;
}

/* The part of the replicates that lies below a limit. */
static bool find_part(double *out, const arms_bootstrap *found, double part,
                      arms_error *err)
{
    double moved = found->bias + gsl_cdf_ugaussian_Pinv(part);
    double shrunk = 1 - found->skewness * moved;
    if (!(shrunk > 0))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: the statistic is too skewed for BCa");
    *out = gsl_cdf_ugaussian_P(found->bias + moved / shrunk);
    return true;
}

static bool find_limits(arms_bootstrap *out, const replicates *drawn, arms_error *err)
{
    double low = (1 - out->level) / 2, high = (1 + out->level) / 2;
    if (out->method == ARMS_BCA &&
        !(find_part(&low, out, low, err) && find_part(&high, out, high, err)))
        return false;
    out->low = gsl_stats_quantile_from_sorted_data(drawn->sorted, 1, drawn->count, low);
    out->high = gsl_stats_quantile_from_sorted_data(drawn->sorted, 1, drawn->count, high);
    return true;
}

/* Sorts the replicates that are defined, and counts the others. */
static bool sort(replicates *drawn, arms_bootstrap *out, arms_error *err)
{
    for (size_t i = 0; i < out->replicates; i++)
        if (isfinite(drawn->sorted[i]))
            drawn->sorted[drawn->count++] = drawn->sorted[i];
    out->undefined = out->replicates - drawn->count;
    if (out->undefined > out->replicates / UNDEFINED_ONE_IN)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: the statistic is undefined on %zu of "
                         "%zu resamples",
                         out->undefined, out->replicates);
    gsl_sort(drawn->sorted, 1, drawn->count);
    out->error = gsl_stats_sd(drawn->sorted, 1, drawn->count);
    return true;
}

static bool fill(arms_bootstrap *out, const arms_resampled *sample,
                 const arms_bootstrap_options *options, arms_arena *arena,
                 arms_error *err)
{
    replicates drawn = {arms_alloc(arena, out->replicates, sizeof(double), err), 0};
    desk at = {sample, arms_alloc(arena, out->n, sizeof(size_t), err),
               arms_alloc(arena, 1, sample->scratch, err)};
    if (!drawn.sorted || !at.at || !at.scratch ||
        !without(&out->value, at, out->n, err) ||
        !bootstrap_draw(drawn.sorted, sample, options, arena, err))
        return false;
    if (options->keep)
        memcpy(options->keep, drawn.sorted, out->replicates * sizeof(double));
    if (!sort(&drawn, out, err))
        return false;
    if (out->method == ARMS_BCA &&
        !(find_bias(out, &drawn, err) && find_skewness(out, at, arena, err)))
        return false;
    return find_limits(out, &drawn, err);
}

bool arms_bootstrap_interval(arms_bootstrap *out, const arms_resampled *sample,
                             const arms_bootstrap_options *options, arms_error *err)
{
    *out = (arms_bootstrap){.method = options->method,
                            .seed = options->seed,
                            .n = sample->n,
                            .block = options->block > 1 ? options->block : 1,
                            .replicates = options->replicates,
                            .level = options->level};
    if (!check(sample, options, err))
        return false;
    arms_arena arena = {0};
    bool done = fill(out, sample, options, &arena, err);
    arms_arena_free(&arena);
    return done;
}
