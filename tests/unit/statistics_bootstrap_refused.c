/* Where the bootstrap refuses: options out of range, a statistic that fails, and data on
 * which an interval means nothing. */
#include <armstrade/bootstrap.h>

#include <math.h>

#include "tests/unit/check.h"

static const double sample[] = {1, 0, 3, 2, 6, 3, 4, 10, 7, 5, 9, 14};
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

static arms_bootstrap_options with(arms_bootstrap_method method, size_t replicates)
{
    return (arms_bootstrap_options){
        .method = method, .seed = 7, .replicates = replicates, .level = 0.95};
}

/* Fails on resamples without the first item, with the code it is given. */
static bool picky(double *out, const arms_picks *picks, const void *data, arms_error *err)
{
    const arms_code *code = data;
    bool first = false;
    for (size_t i = 0; i < picks->n; i++)
        first = first || picks->at[i] == 0;
    *out = (double)picks->at[picks->n - 1];
    return first || arms_fail(err, *code, "lacks the first of %zu", picks->n);
}

static bool refuses(const arms_resampled *resampled, arms_bootstrap_options options,
                    arms_code code, const char *why)
{
    arms_error err = {0};
    arms_bootstrap got;
    return CHECK(!arms_bootstrap_interval(&got, resampled, &options, &err)) &&
           CHECK_COUNT(err.code, code) && CHECK_HAS(err.text, why);
}

static void test_failing_statistic(void)
{
    arms_code domain = ARMS_DOMAIN, system = ARMS_SYSTEM;
    arms_resampled often = {picky, &domain, 20, 0}, broken = {picky, &system, 20, 0};
    arms_bootstrap_options options = with(ARMS_PERCENTILE, 1000);
    refuses(&often, options, ARMS_DOMAIN, "resamples"); /* e⁻¹ of them */
    refuses(&broken, options, ARMS_SYSTEM, "lacks the first of 20");
    options.threads = 2;
    refuses(&broken, options, ARMS_SYSTEM, "lacks the first of 20");
}

/* Of five points a resample is one point alone once in 625 times. */
static void test_some_undefined(void)
{
    arms_series series = {years, sample, 5};
    arms_bootstrap_options options = with(ARMS_PERCENTILE, 20000);
    arms_bootstrap got;
    CHECK(arms_theil_sen_bootstrap(&got, series, &options, NULL));
    CHECK(got.undefined > 10 && got.undefined < 60); /* 32 are to be expected */
    series.n = 3;                                    /* once in nine times */
    CHECK(!arms_theil_sen_bootstrap(&got, series, &options, NULL));
}

static bool smallest(double *out, const arms_picks *picks, const void *data,
                     arms_error *err)
{
    const double *values = data;
    (void)err;
    *out = values[picks->at[0]];
    for (size_t i = 1; i < picks->n; i++)
        *out = fmin(*out, values[picks->at[i]]);
    return true;
}

static void test_undefined_bca(void)
{
    static const double equal[] = {2, 2, 2, 2};
    arms_resampled flat = {mean_of, equal, 4, 0};
    arms_bootstrap_options options = with(ARMS_BCA, 200);
    arms_resampled least = {smallest, sample, N, 0};
    refuses(&flat, options, ARMS_DOMAIN, "one side");
    refuses(&least, options, ARMS_DOMAIN, "one side"); /* none below it */
    options.block = 2;
    refuses(&of_mean, options, ARMS_DOMAIN, "blocks");
}

/* Of the first two picks: 0 where they rise, as they do in all the data and in all but
 * any one of them. */
static bool first_step(double *out, const arms_picks *picks, const void *data,
                       arms_error *err)
{
    (void)data;
    (void)err;
    *out = picks->at[0] == picks->at[1] ? 1 : -(double)(picks->at[0] > picks->at[1]);
    return true;
}

static void test_no_skewness(void)
{
    static const double far[] = {NAN, NAN, NAN};
    arms_resampled rising = {first_step, NULL, 12, 0}, missing = {mean_of, far, 3, 0};
    arms_bootstrap_options options = with(ARMS_BCA, 500);
    refuses(&rising, options, ARMS_DOMAIN, "leaving an item out");
    refuses(&missing, options, ARMS_DOMAIN, "finite");
}

static void test_options(void)
{
    arms_bootstrap_options good = with(ARMS_PERCENTILE, 100), bad = good;
    arms_resampled one = {mean_of, sample, 1, 0};
    refuses(&one, good, ARMS_DOMAIN, "at least 2");
    bad.replicates = 99;
    refuses(&of_mean, bad, ARMS_USAGE, "replicates");
    bad = good;
    bad.level = 1;
    refuses(&of_mean, bad, ARMS_USAGE, "between 0 and 1");
    bad = good;
    bad.block = N + 1;
    refuses(&of_mean, bad, ARMS_USAGE, "block");
    bad = good;
    bad.threads = ARMS_BOOTSTRAP_THREADS + 1;
    refuses(&of_mean, bad, ARMS_USAGE, "threads");
}

const check_test statistics_bootstrap_refused_tests[] = {
    {"a statistic that fails", test_failing_statistic},
    {"some resamples undefined", test_some_undefined},
    {"undefined BCa", test_undefined_bca},
    {"no skewness, no finite number", test_no_skewness},
    {"options", test_options},
    {NULL, NULL},
};
