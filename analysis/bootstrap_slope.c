/* The bootstrap of the Theil–Sen slope, fast: the slopes of all pairs are sorted once. In
 * a resample that holds point i w_i times, the slope of a pair counts w_i w_j times, so
 * the median is where the running sum of those passes half of (n² − Σ w²)/2, the number
 * of pairs that have a slope. Exactly the median of the slopes of the resample, in units
 * a year; undefined where the resample holds one point alone. */
#include <armstrade/bootstrap.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/guard.h"
#include "analysis/trend.h"

_Static_assert(ARMS_TREND_MOST <= UINT16_MAX, "a point's number has 16 bits");

typedef struct pair {
    double slope;
    uint16_t i, j;
} pair;

/* The same, apart: a pass over the points alone reads a quarter of the memory. */
typedef struct slopes {
    double *slopes; /* ascending */
    struct {
        uint16_t i, j;
    } * points;
    size_t count, n;
} slopes;

static int by_slope(const void *a, const void *b)
{
    double first = ((const pair *)a)->slope, second = ((const pair *)b)->slope;
    return (first > second) - (first < second);
}

static void list_pairs(pair *pairs, arms_series series)
{
    size_t k = 0;
    for (size_t i = 0; i < series.n; i++)
        for (size_t j = i + 1; j < series.n; j++)
            pairs[k++] = (pair){trend_slope(series, i, j), (uint16_t)i, (uint16_t)j};
}

static bool sort_slopes(slopes *out, arms_series series, arms_arena *arena,
                        arms_error *err)
{
    *out = (slopes){.count = series.n * (series.n - 1) / 2, .n = series.n};
    pair *pairs = arms_alloc(arena, out->count, sizeof *pairs, err);
    out->slopes = arms_alloc(arena, out->count, sizeof *out->slopes, err);
    out->points = arms_alloc(arena, out->count, sizeof *out->points, err);
    if (!pairs || !out->slopes || !out->points)
        return false;
    list_pairs(pairs, series);
    qsort(pairs, out->count, sizeof *pairs, by_slope);
    for (size_t k = 0; k < out->count; k++) {
        out->slopes[k] = pairs[k].slope;
        out->points[k].i = pairs[k].i;
        out->points[k].j = pairs[k].j;
    }
    return guard_sample(out->slopes, out->count, 1, "a slope", err);
}

/* Twice the number of pairs of picks that have a slope. */
static uint64_t weigh(uint32_t *weights, const arms_picks *picks, size_t n)
{
    uint64_t pairs = (uint64_t)picks->n * picks->n;
    memset(weights, 0, n * sizeof *weights);
    for (size_t k = 0; k < picks->n; k++)
        pairs -= 2 * (uint64_t)weights[picks->at[k]]++ + 1;
    return pairs;
}

/* Moves *at to the first slope up to which at least `want` pairs count; `sum` of them
 * count before it. */
static uint64_t pass(size_t *at, uint64_t sum, uint64_t want, const slopes *all,
                     const uint32_t *weights)
{
    size_t k = *at;
    for (;; k++) {
        uint64_t next =
            sum + (uint64_t)weights[all->points[k].i] * weights[all->points[k].j];
        if (next >= want)
            break;
        sum = next;
    }
    *at = k;
    return sum;
}

static bool median_slope(double *out, const arms_picks *picks, const void *data,
                         arms_error *err)
{
    const slopes *all = data;
    uint64_t pairs = weigh(picks->scratch, picks, all->n) / 2, sum;
    if (pairs == 0)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a single year has no slope");
    size_t low = 0;
    sum = pass(&low, 0, (pairs + 1) / 2, all, picks->scratch);
    size_t high = low;
    (void)pass(&high, sum, pairs / 2 + 1, all, picks->scratch);
    *out = high > low ? (all->slopes[low] + all->slopes[high]) / 2 : all->slopes[low];
    return true;
}

bool arms_theil_sen_bootstrap(arms_bootstrap *out, arms_series series,
                              const arms_bootstrap_options *options, arms_error *err)
{
    *out = (arms_bootstrap){.n = series.n};
    if (!trend_check(series, 2, "the Theil–Sen slope", err))
        return false;
    arms_arena arena = {0};
    slopes all;
    arms_resampled sample = {median_slope, &all, series.n, series.n * sizeof(uint32_t)};
    bool done = sort_slopes(&all, series, &arena, err) &&
                arms_bootstrap_interval(out, &sample, options, err);
    arms_arena_free(&arena);
    return done;
}
