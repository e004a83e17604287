/* The Mann–Kendall test of a trend (Mann 1945, Kendall 1975): S, its variance with ties,
 * both taus, z, and two-sided p: exact for n ≤ 10, from the normal distribution above.
 * Undefined for fewer than two values and where all are equal.
 *
 * The exact distribution: over all orders of a sample with groups of t equal values, the
 * number of falling pairs has the generating function Π_{i=1..n} (1 − q^i) /
 * Π_groups Π_{j=1..t} (1 − q^j) (MacMahon 1915), and S = M − 2 × that number, where M is
 * the number of pairs that are not ties. Without ties this is Kendall's recursion. */
#include <armstrade/trend.h>

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdint.h>

#include "analysis/trend.h"

enum { EXACT_MOST = 10, EXACT_PAIRS = EXACT_MOST * (EXACT_MOST - 1) / 2 };

static double score(const double *values, size_t n)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            sum += (values[j] > values[i]) - (values[j] < values[i]);
    return (double)sum;
}

/* Times 1 − q^power, up to q^last. */
static void multiply(int64_t *count, size_t last, size_t power)
{
    for (size_t k = last; k + 1 > power; k--)
        count[k] -= count[k - power];
}

static void divide(int64_t *count, size_t last, size_t power)
{
    for (size_t k = power; k <= last; k++)
        count[k] += count[k - power];
}

static size_t untied_pairs(const trend_ties *ties, size_t n)
{
    size_t pairs = n * (n - 1) / 2;
    for (size_t i = 0; i < ties->count; i++)
        pairs -= ties->sizes[i] * (ties->sizes[i] - 1) / 2;
    return pairs;
}

/* The part of all orders whose |S| is at least `s`. */
static double exact_p(const trend_ties *ties, size_t n, double s)
{
    int64_t count[EXACT_PAIRS + 1] = {1}, all = 0, beyond = 0;
    size_t last = untied_pairs(ties, n);
    for (size_t i = 1; i <= n; i++)
        multiply(count, last, i);
    for (size_t i = 0; i < ties->count; i++)
        for (size_t j = 1; j <= ties->sizes[i]; j++)
            divide(count, last, j);
    for (size_t k = 0; k <= last; k++) {
        all += count[k];
        beyond += fabs((double)last - 2 * (double)k) >= fabs(s) ? count[k] : 0;
    }
    return (double)beyond / (double)all;
}

static void find_taus(arms_trend_test *out, const trend_ties *ties)
{
    double pairs = (double)out->n * (double)(out->n - 1) / 2;
    out->tau_a = out->s / pairs;
    out->tau_b = out->s / sqrt(pairs * (double)untied_pairs(ties, out->n));
}

bool trend_score(arms_trend_test *out, const double *values, arms_arena *arena,
                 arms_error *err)
{
    trend_ties ties;
    if (!trend_find_ties(&ties, values, out->n, arena, err))
        return false;
    if (ties.count == 1)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: all %zu values are equal, which is no "
                         "order to test for a trend",
                         out->n);
    out->s = score(values, out->n);
    out->variance = trend_variance(&ties, out->n);
    find_taus(out, &ties);
    out->exact = out->n <= EXACT_MOST;
    out->p = out->exact ? exact_p(&ties, out->n, out->s) : 1;
    return true;
}

bool arms_mann_kendall(arms_trend_test *out, arms_series series,
                       const arms_trend_options *options, arms_error *err)
{
    *out = (arms_trend_test){.n = series.n, .correction = 1};
    if (!trend_check(series, 2, "the Mann–Kendall test", err))
        return false;
    arms_arena arena = {0};
    bool done = trend_score(out, series.values, &arena, err);
    double exact = out->p;
    arms_arena_free(&arena);
    if (!done || !trend_normal_test(out, options && options->plain_z, err))
        return false;
    out->p = out->exact ? exact : out->p_normal;
    return true;
}
