/* Bootstrap intervals: against all resamples of a few values, against another program's
 * draws, against the formulas written out, and on any number of threads. */
#include <armstrade/bootstrap.h>

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { MANY = 20000 };

static double kept[MANY], other[MANY];

/* A skewed sample, and the years of it. */
static const double sample[] = {1.2, 0.4, 2.9, 2.1, 5.8, 3.3,
                                4.1, 9.7, 6.5, 5.2, 8.8, 14.1};
static const double years[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
enum { N = sizeof sample / sizeof *sample };

static bool mean_of(double *out, const arms_picks *picks, const void *data,
                    arms_error *err)
{
    const double *values = data;
    (void)err;
    *out = 0;
    for (size_t i = 0; i < picks->n; i++)
        *out += values[picks->at[i]] / (double)picks->n;
    return true;
}

static const arms_resampled of_mean = {mean_of, sample, N, 0};

/* The median of the slopes of a resample, listed and sorted. */
static bool slow_slope(double *out, const arms_picks *picks, const void *data,
                       arms_error *err)
{
    const arms_series *series = data;
    double slopes[200];
    size_t count = 0;
    for (size_t a = 0; a < picks->n; a++)
        for (size_t b = a + 1; b < picks->n; b++) {
            size_t i = picks->at[a], j = picks->at[b];
            if (i != j)
                slopes[count++] = (series->values[j] - series->values[i]) /
                                  (series->years[j] - series->years[i]);
        }
    if (count == 0)
        return arms_fail(err, ARMS_DOMAIN, "no slope");
    gsl_sort(slopes, 1, count);
    *out = gsl_stats_median_from_sorted_data(slopes, 1, count);
    return true;
}

static arms_bootstrap_options with(arms_bootstrap_method method, size_t replicates)
{
    return (arms_bootstrap_options){.method = method,
                                    .seed = 20260309,
                                    .replicates = replicates,
                                    .level = 0.95,
                                    .keep = kept};
}

static bool same_bytes(const double *a, const double *b, size_t n)
{
    return memcmp(a, b, n * sizeof *a) == 0;
}

/* The part of the 4^4 resamples of four values whose mean is at most `limit`. */
static double part_below(const double *values, double limit)
{
    size_t below = 0;
    for (size_t k = 0; k < 256; k++) {
        double sum =
            values[k % 4] + values[k / 4 % 4] + values[k / 16 % 4] + values[k / 64];
        below += sum / 4 <= limit + 1e-9;
    }
    return (double)below / 256;
}

/* No gap between what is drawn and what all resamples give is wider than Kolmogorov's
 * bound at one in a thousand. */
static void test_all_resamples(void)
{
    static const double values[] = {1, 2, 4, 8};
    arms_resampled four = {mean_of, values, 4, 0};
    arms_bootstrap_options options = with(ARMS_PERCENTILE, MANY);
    arms_bootstrap got;
    double widest = 0;
    CHECK(arms_bootstrap_interval(&got, &four, &options, NULL));
    gsl_sort(kept, 1, MANY);
    for (size_t k = 0; k < MANY; k++)
        if (k + 1 == MANY || kept[k] + 1e-9 < kept[k + 1])
            widest =
                fmax(widest, fabs((double)(k + 1) / MANY - part_below(values, kept[k])));
    CHECK(widest < 1.95 / sqrt(MANY));
    CHECK_NEAR(got.value, 3.75, 1e-15);
    CHECK_NEAR(got.error, sqrt(7.1875 / 4), 0.02); /* Σ(x − m)²/n over n */
    CHECK_COUNT(got.undefined, 0);
}

/* Limits and errors from 400,000 resamples for the mean and 150,000 for the slope, drawn
 * twice by a program in Python that shares no line with this one. The mean's limits moved
 * by 0.01 between the two, the slope's at 90 % by the same. */
static void test_other_draws(void)
{
    arms_bootstrap_options options = with(ARMS_BCA, MANY);
    arms_bootstrap got;
    CHECK(arms_bootstrap_interval(&got, &of_mean, &options, NULL));
    CHECK_NEAR(got.low, 3.52, 0.06);
    CHECK_NEAR(got.high, 7.91, 0.06);
    CHECK_NEAR(got.error, 1.096, 0.02);
    options.method = ARMS_PERCENTILE;
    CHECK(arms_bootstrap_interval(&got, &of_mean, &options, NULL));
    CHECK_NEAR(got.low, 3.329, 0.06);
    CHECK_NEAR(got.high, 7.608, 0.06);
}

static void test_other_draws_of_slopes(void)
{
    arms_bootstrap_options options = with(ARMS_BCA, MANY);
    arms_series series = {years, sample, N};
    arms_bootstrap got;
    options.level = 0.9;
    CHECK(arms_theil_sen_bootstrap(&got, series, &options, NULL));
    CHECK_NEAR(got.value, 0.8607142857142858, 1e-15);
    CHECK_NEAR(got.skewness, 0.022591145247293262, 1e-12);
    CHECK_NEAR(got.low, 0.505, 0.012);
    CHECK_NEAR(got.high, 1.2107, 0.012);
    CHECK_NEAR(got.error, 0.229, 0.004);
    CHECK_NEAR(got.bias, -0.045, 0.03);
    options.method = ARMS_PERCENTILE;
    CHECK(arms_theil_sen_bootstrap(&got, series, &options, NULL));
    CHECK_NEAR(got.low, 0.5167, 0.012);
    CHECK_NEAR(got.high, 1.2143, 0.012);
}

static double normal(double z)
{
    return erfc(-z / sqrt(2)) / 2;
}

static double normal_quantile(double part)
{
    double low = -10, high = 10;
    for (int i = 0; i < 200; i++) {
        double middle = (low + high) / 2;
        if (normal(middle) < part)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* R's type 7. */
static double quantile(const double *sorted, size_t n, double part)
{
    double at = (double)(n - 1) * part, whole = floor(at);
    size_t k = (size_t)whole;
    return k + 1 < n ? sorted[k] + (at - whole) * (sorted[k + 1] - sorted[k]) : sorted[k];
}

static double bca_part(double bias, double skewness, double part)
{
    double z = bias + normal_quantile(part);
    return normal(bias + z / (1 - skewness * z));
}

/* For a mean, leaving x out moves it by (m − x)/(n − 1). */
static double skewness_of_mean(double mean)
{
    double squares = 0, cubes = 0;
    for (size_t i = 0; i < N; i++) {
        squares += pow(sample[i] - mean, 2);
        cubes += pow(sample[i] - mean, 3);
    }
    return cubes / (6 * pow(squares, 1.5));
}

static void test_bca_written_out(void)
{
    arms_bootstrap_options options = with(ARMS_BCA, MANY);
    arms_bootstrap got;
    CHECK(arms_bootstrap_interval(&got, &of_mean, &options, NULL));
    size_t below = 0;
    for (size_t k = 0; k < MANY; k++)
        below += kept[k] < got.value;
    double a = skewness_of_mean(64.1 / N), bias = normal_quantile((double)below / MANY);
    gsl_sort(kept, 1, MANY);
    CHECK_NEAR(got.skewness, a, 1e-13);
    CHECK_NEAR(got.bias, bias, 1e-12);
    CHECK_NEAR(got.low, quantile(kept, MANY, bca_part(bias, a, 0.025)), 1e-10);
    CHECK_NEAR(got.high, quantile(kept, MANY, bca_part(bias, a, 0.975)), 1e-10);
    options.method = ARMS_PERCENTILE;
    CHECK(arms_bootstrap_interval(&got, &of_mean, &options, NULL));
    gsl_sort(kept, 1, MANY);
    CHECK_NEAR(got.low, quantile(kept, MANY, 0.025), 1e-12);
    CHECK_NEAR(got.high, quantile(kept, MANY, 0.975), 1e-12);
    CHECK(check_same(got.bias, 0) && check_same(got.skewness, 0));
}

/* Any number of threads, and more replicates: the same bytes. */
static void test_threads(void)
{
    arms_bootstrap_options options = with(ARMS_BCA, 2001);
    arms_bootstrap first, got;
    CHECK(arms_bootstrap_interval(&first, &of_mean, &options, NULL));
    options.keep = other;
    for (size_t threads = 1; threads <= 5; threads++) {
        options.threads = threads;
        CHECK(arms_bootstrap_interval(&got, &of_mean, &options, NULL));
        CHECK(same_bytes(kept, other, 2001));
        CHECK(check_same(got.low, first.low) && check_same(got.high, first.high));
        CHECK(check_same(got.error, first.error) && check_same(got.bias, first.bias));
    }
    options.replicates = 500;
    CHECK(arms_bootstrap_interval(&got, &of_mean, &options, NULL));
    CHECK(same_bytes(kept, other, 500));
}

static void test_seeds(void)
{
    arms_bootstrap_options options = with(ARMS_PERCENTILE, 1000);
    arms_bootstrap got;
    CHECK(arms_bootstrap_interval(&got, &of_mean, &options, NULL));
    CHECK(got.seed == 20260309 && got.n == N && got.block == 1);
    CHECK(got.replicates == 1000 && check_same(got.level, 0.95));
    options.keep = other;
    options.seed = 20260309 + ((uint64_t)1 << 32); /* the high half counts */
    CHECK(arms_bootstrap_interval(&got, &of_mean, &options, NULL));
    CHECK(!same_bytes(kept, other, 1000));
}

/* The slopes of a resample, sorted once or each time; drawn alone or in blocks. */
static void test_fast_slope(void)
{
    for (size_t round = 0; round < 40; round++) {
        double x[14], y[14];
        arms_series series = {x, y, 3 + random_below(12)};
        for (size_t i = 0; i < series.n; i++) {
            x[i] = (i > 0 ? x[i - 1] : 0) + 1 + (double)random_below(3);
            y[i] = round % 2 ? (double)random_below(6) : random_inside(0, 9);
        }
        arms_resampled slow = {slow_slope, &series, series.n, 0};
        arms_bootstrap_options options = with(ARMS_PERCENTILE, 300);
        arms_bootstrap fast, want;
        options.seed = random_bits();
        options.block = round % 3;
        bool done = arms_bootstrap_interval(&want, &slow, &options, NULL);
        options.keep = other;
        options.threads = 2;
        CHECK(arms_theil_sen_bootstrap(&fast, series, &options, NULL) == done);
        for (size_t k = 0; k < 300; k++)
            CHECK(check_same(kept[k], other[k]) || (isnan(kept[k]) && isnan(other[k])));
        CHECK(!done ||
              (check_same(fast.low, want.low) && check_same(fast.high, want.high) &&
               fast.undefined == want.undefined));
    }
}

typedef struct tally {
    size_t block;
} tally;

/* How many picks do not follow the one before, but for those that start a block. */
static bool breaks(double *out, const arms_picks *picks, const void *data,
                   arms_error *err)
{
    const tally *given = data;
    (void)err;
    *out = (double)picks->at[0];
    for (size_t i = 1; i < picks->n; i++)
        if (i % given->block != 0 && picks->at[i] != picks->at[i - 1] + 1)
            *out = -1;
    return true;
}

/* Ten items in blocks of four start at 0 … 6, each as often. */
static void test_blocks(void)
{
    tally given = {4};
    arms_resampled runs = {breaks, &given, 10, 0};
    arms_bootstrap_options options = with(ARMS_PERCENTILE, 14000);
    arms_bootstrap got;
    size_t starts[8] = {0};
    options.block = 4;
    CHECK(arms_bootstrap_interval(&got, &runs, &options, NULL));
    CHECK_COUNT(got.block, 4);
    for (size_t k = 0; k < 14000; k++)
        starts[kept[k] >= 0 && kept[k] < 7 ? (size_t)kept[k] : 7]++;
    for (size_t i = 0; i < 7; i++)
        CHECK(starts[i] > 1800 && starts[i] < 2200);
    CHECK_COUNT(starts[7], 0);
    options.block = 10; /* all there is, always */
    CHECK(arms_bootstrap_interval(&got, &runs, &options, NULL));
    CHECK(check_same(got.low, 0) && check_same(got.high, 0) && check_same(got.error, 0));
}

/* Its picks as a number that no other picks have. */
static bool as_number(double *out, const arms_picks *picks, const void *data,
                      arms_error *err)
{
    (void)data;
    (void)err;
    *out = 0;
    for (size_t i = 0; i < picks->n; i++)
        *out = *out * 12 + (double)picks->at[i];
    return true;
}

/* Neighbouring replicates and neighbouring seeds do not repeat each other: of the 12^12
 * resamples, 20,000 hold two alike once in 45,000 times. */
static void test_streams_differ(void)
{
    arms_resampled numbered = {as_number, NULL, 12, 0};
    arms_bootstrap_options options = with(ARMS_PERCENTILE, MANY / 2);
    arms_bootstrap got;
    size_t alike = 0;
    CHECK(arms_bootstrap_interval(&got, &numbered, &options, NULL));
    options.keep = kept + MANY / 2;
    options.seed++;
    CHECK(arms_bootstrap_interval(&got, &numbered, &options, NULL));
    gsl_sort(kept, 1, MANY);
    for (size_t k = 1; k < MANY; k++)
        alike += check_same(kept[k - 1], kept[k]);
    CHECK_COUNT(alike, 0);
}

const check_test statistics_bootstrap_tests[] = {
    {"all resamples of four values", test_all_resamples},
    {"another program's draws", test_other_draws},
    {"another program's draws of slopes", test_other_draws_of_slopes},
    {"BCa written out", test_bca_written_out},
    {"any number of threads", test_threads},
    {"seeds", test_seeds},
    {"slopes sorted once", test_fast_slope},
    {"blocks", test_blocks},
    {"streams that differ", test_streams_differ},
    {NULL, NULL},
};
