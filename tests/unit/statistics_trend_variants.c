/* The variants of the Mann–Kendall test for series that remember their past. */
#include <armstrade/trend.h>

#include <math.h>

#include "tests/unit/check.h"

enum { MOST = 40 };

#define SIZE(array)   (sizeof(array) / sizeof *(array))
#define SERIES(array) series_of((array), SIZE(array))

/* A series of the years 1, 2, …; good until the next one. */
static arms_series series_of(const double *values, size_t n)
{
    static double years[MOST];
    for (size_t i = 0; i < n; i++)
        years[i] = (double)i + 1;
    return (arms_series){years, values, n};
}

/* Monthly sales of shampoo (Makridakis, Wheelwright and Hyndman 1998), and what
 * pymannkendall 1.4 prints for them. */
static const double shampoo[] = {
    266.0, 145.9, 183.1, 119.3, 180.3, 168.5, 231.8, 224.5, 192.8, 122.9, 336.5, 185.9,
    194.3, 149.5, 210.1, 273.3, 191.4, 287.0, 226.0, 303.6, 289.9, 421.6, 264.5, 342.3,
    339.7, 440.4, 315.9, 439.3, 401.3, 437.4, 575.5, 407.6, 682.0, 475.3, 581.3, 646.9};

typedef struct variant {
    const char *name;
    bool (*test)(arms_trend_test *out, arms_series series,
                 const arms_trend_options *options, arms_error *err);
    size_t lag;
    double s, variance, tau, z, p;
} variant;

static const variant variants[] = {
    {"original", arms_mann_kendall, 0, 440, 5390.0, 0.6984126984126984, 5.979572523983071,
     2.237239504765398e-09},
    {"Hamed–Rao", arms_mann_kendall_hamed_rao, 0, 440, 7322.011164105283,
     0.6984126984126984, 5.130377554630905, 2.8916160532688195e-07},
    {"Hamed–Rao, three lags", arms_mann_kendall_hamed_rao, 3, 440, 9134.096096096097,
     0.6984126984126984, 4.593373198870619, 4.361380713024943e-06},
    {"Yue–Wang", arms_mann_kendall_yue_wang, 0, 440, 3688.559143751514,
     0.6984126984126984, 7.228299591844882, 4.89164264649844e-13},
    {"pre-whitened", arms_mann_kendall_prewhitened, 0, 211, 4958.333333333333,
     0.3546218487394958, 2.982300730486251, 0.002860908222931835},
    {"trend-free", arms_mann_kendall_trend_free, 0, 429, 4958.333333333333,
     0.7210084033613445, 6.078212917371978, 1.2152931994080518e-09},
};

static bool close_to(double got, double want)
{
    return fabs(got - want) <= 1e-12 * fabs(want) + 1e-15;
}

static void test_variants(void)
{
    for (size_t i = 0; i < SIZE(variants); i++) {
        const variant *row = &variants[i];
        arms_trend_options options = {.lag = row->lag};
        arms_trend_test got = {0};
        CHECK_ROW(row->test(&got, SERIES(shampoo), &options, NULL), row->name);
        CHECK_ROW(close_to(got.s, row->s), row->name);
        CHECK_ROW(close_to(got.variance, row->variance), row->name);
        CHECK_ROW(close_to(got.tau_a, row->tau), row->name);
        CHECK_ROW(close_to(got.z, row->z), row->name);
        CHECK_ROW(close_to(got.p, row->p), row->name);
    }
}

static void test_variants_tell(void)
{
    arms_trend_options options = {.lag = 3};
    arms_trend_test got, plain;
    CHECK(arms_mann_kendall(&plain, SERIES(shampoo), NULL, NULL));
    CHECK(arms_mann_kendall_hamed_rao(&got, SERIES(shampoo), &options, NULL));
    CHECK_COUNT(got.lag, 3);
    CHECK_NEAR(got.variance, plain.variance * got.correction, 1e-9);
    CHECK_COUNT(got.method, ARMS_HAMED_RAO);
    CHECK(arms_mann_kendall_yue_wang(&got, SERIES(shampoo), NULL, NULL));
    CHECK_COUNT(got.lag, 35);
    CHECK(arms_mann_kendall_trend_free(&got, SERIES(shampoo), NULL, NULL));
    CHECK_COUNT(got.n, 35);
    CHECK(got.autocorrelation < 0 && got.lag == 0); /* after the trend is gone */
    CHECK(arms_mann_kendall_prewhitened(&got, SERIES(shampoo), NULL, NULL));
    CHECK(got.autocorrelation > 0); /* with it */
}

/* It is the steps that count: every second year tells the same as every year. */
static void test_variants_mind_steps(void)
{
    double years[SIZE(shampoo)];
    for (size_t i = 0; i < SIZE(shampoo); i++)
        years[i] = 1900 + 2 * (double)i;
    for (size_t i = 0; i < SIZE(variants); i++) {
        const variant *row = &variants[i];
        arms_series series = {years, shampoo, SIZE(shampoo)};
        arms_trend_test got = {0};
        CHECK_ROW(row->test(&got, series, &(arms_trend_options){.lag = row->lag}, NULL),
                  row->name);
        CHECK_ROW(close_to(got.variance, row->variance), row->name);
        CHECK_ROW(close_to(got.s, row->s), row->name);
    }
}

static bool refuses(const variant *row, arms_series series, const char *why)
{
    arms_error err = {0};
    arms_trend_test got = {0};
    bool refused = !row->test(&got, series, NULL, &err);
    return CHECK_ROW(refused, row->name) && CHECK_COUNT(err.code, ARMS_DOMAIN) &&
           CHECK_HAS(err.text, why);
}

/* What every test of a trend refuses; a straight line all but Mann–Kendall itself. */
static void test_undefined(void)
{
    static const double equal[] = {3, 3, 3, 3}, hole[] = {1, NAN, 2, 4};
    static const double line[] = {0.1, 0.4, 0.7, 1.0, 1.3}, years[] = {1, 3, 2, 4};
    for (size_t i = 0; i < SIZE(variants); i++) {
        const variant *row = &variants[i];
        refuses(row, SERIES(equal), "equal");
        refuses(row, SERIES(hole), "missing");
        refuses(row, series_of(line, 1), "at least");
        refuses(row, (arms_series){years, line, 4}, "ascending");
        if (i > 0 && row->test != arms_mann_kendall_prewhitened)
            refuses(row, SERIES(line), "line");
    }
}

/* The ranks hold r_1 = -347/572 (by fractions): the article's variance shrinks, that
 * of pymannkendall grows by as much. */
static void test_hamed_rao_sign(void)
{
    static const double saw[] = {0, 9, 1, 8, 0, 10, 2, 9, 1, 11, 2, 12};
    arms_trend_options options = {.lag = 1};
    arms_trend_test got;
    CHECK(arms_mann_kendall_hamed_rao(&got, SERIES(saw), &options, NULL));
    CHECK_NEAR(got.correction, 1 + 1041 / 1144.0, 1e-13); /* as pymannkendall 1.4 */
    CHECK_NEAR(2 - got.correction, 1 - 1041 / 1144.0,
               1e-13); /* as the article and releases before */
}

/* Equal values share the mean of their ranks; the factor is by fractions. */
static void test_hamed_rao_ties(void)
{
    static const double flat[] = {1, 1, 2, 2, 2, 3, 3, 3, 2, 2, 1, 1, 1, 1, 2, 2};
    arms_trend_options options = {.lag = 1};
    arms_trend_test got;
    CHECK(arms_mann_kendall_hamed_rao(&got, SERIES(flat), &options, NULL));
    CHECK_NEAR(got.correction, 247 / 120.0, 1e-13);
    options.lag = 16; /* one more than there are */
    CHECK(arms_mann_kendall_hamed_rao(&got, SERIES(flat), &options, NULL));
    CHECK_COUNT(got.lag, 15);
}

/* All autocorrelations sum to −1/2, so that with all lags Yue–Wang may have nothing left;
 * a negative first one alone leaves 1 + 2(1 − 1/n) r. */
static void test_no_variance_left(void)
{
    static const double saw[] = {0, 9, 1, 8, 0, 9, 1, 8, 0, 9, 1, 8};
    arms_error err = {0};
    arms_trend_test got;
    arms_trend_options one = {.lag = 1}, wrong = {.level = 5};
    CHECK(!arms_mann_kendall_yue_wang(&got, SERIES(saw), &one, &err));
    CHECK_HAS(err.text, "variance");
    CHECK(!arms_mann_kendall_hamed_rao(&got, SERIES(saw), &wrong, &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
}

const check_test statistics_trend_variants_tests[] = {
    {"the variants pymannkendall prints", test_variants},
    {"the variants tell what they did", test_variants_tell},
    {"every second year", test_variants_mind_steps},
    {"undefined tests", test_undefined},
    {"the sign of Hamed and Rao's sum", test_hamed_rao_sign},
    {"the ranks of equal values", test_hamed_rao_ties},
    {"no variance left", test_no_variance_left},
    {NULL, NULL},
};
