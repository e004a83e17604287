/* One series in a few figures. */
#include <armstrade/summary.h>
#include <math.h>
#include <stdlib.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

static double correlation(const double *x, size_t n)
{
    double r = 0;
    CHECK(arms_autocorrelation_compute(&r, x, n, NULL));
    return r;
}

/* By hand: mean 15/4, Σ(x − mean)² = 28.75, products of neighbours 5.4375. */
static void test_by_hand(void)
{
    static const double x[] = {1, 2, 4, 8};
    arms_summary got = {0};
    CHECK(arms_summary_compute(&got, x, 4, NULL));
    CHECK_COUNT(got.n, 4);
    CHECK_NEAR(got.mean, 3.75, 1e-15);
    CHECK_NEAR(got.sd, sqrt(28.75 / 3), 1e-14);
    CHECK_NEAR(correlation(x, 4), 5.4375 / 28.75, 1e-15);
    CHECK_NEAR(got.median, 3, 1e-15);
    CHECK_NEAR(got.mad, 1.5, 1e-15); /* of 2, 1, 1, 5 */
    CHECK_NEAR(got.mad_scaled, 1.5 * 1.4826, 1e-15);
}

/* R: mad(c(4, 1, 3, 2)) = 1.4825999999999999; with GSL's factor, 1.482602218505602. */
static void test_mad_factor(void)
{
    static const double x[] = {4, 1, 3, 2};
    arms_summary got = {0};
    CHECK(arms_summary_compute(&got, x, 4, NULL));
    CHECK_NEAR(got.mad_scaled, 1.4826, 1e-15);
    CHECK_NEAR(got.sd, 1.2909944487358056, 1e-15);
}

/* NIST StRD NumAcc1–4: 1, 1001, 1001 and 1001 figures around a large mean. */
static void test_large_means(void)
{
    static const double one[] = {10000001, 10000003, 10000002};
    static const double means[] = {1.2, 1000000.2, 10000000.2};
    static const double within[] = {1e-15, 1e-10, 1e-9};
    arms_summary got = {0};
    CHECK(arms_summary_compute(&got, one, 3, NULL));
    CHECK(check_same(got.mean, 10000002) && check_same(got.sd, 1));
    CHECK_NEAR(correlation(one, 3), -0.5, 1e-15);
    for (int k = 0; k < 3; k++) {
        double x[1001] = {means[k]};
        for (int i = 1; i < 1001; i++)
            x[i] = means[k] + (i % 2 ? -0.1 : 0.1);
        CHECK(arms_summary_compute(&got, x, 1001, NULL));
        CHECK_NEAR(got.mean, means[k], 1e-15 * means[k]);
        CHECK_NEAR(got.sd, 0.1, within[k]);
        CHECK_NEAR(correlation(x, 1001), -0.999, within[k]);
    }
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double sorted_median(double *x, size_t n)
{
    qsort(x, n, sizeof *x, ascending);
    return (x[(n - 1) / 2] + x[n / 2]) / 2;
}

/* Against sorting, and the laws of moving and stretching a series. */
static void test_laws(void)
{
    random_start();
    for (size_t n = 2; n < 60; n++) {
        double x[60], y[60], copy[60];
        arms_summary a = {0}, b = {0};
        for (size_t i = 0; i < n; i++) {
            x[i] = copy[i] = random_inside(-50, 50);
            y[i] = 7 - 3 * x[i];
        }
        CHECK(arms_summary_compute(&a, x, n, NULL));
        CHECK(arms_summary_compute(&b, y, n, NULL));
        CHECK_NEAR(b.mean, 7 - 3 * a.mean, 1e-11);
        CHECK_NEAR(b.sd, 3 * a.sd, 1e-11);
        CHECK_NEAR(correlation(y, n), correlation(x, n), 1e-11);
        CHECK_NEAR(b.median, 7 - 3 * a.median, 1e-11);
        CHECK_NEAR(b.mad, 3 * a.mad, 1e-11);
        CHECK_NEAR(a.median, sorted_median(copy, n), 1e-12);
        for (size_t i = 0; i < n; i++)
            copy[i] = fabs(x[i] - a.median);
        CHECK_NEAR(a.mad, sorted_median(copy, n), 1e-12);
    }
}

static void test_refusals(void)
{
    static const double same[] = {3, 3, 3}, gap[] = {1, NAN, 2}, one[] = {5};
    static const double huge[] = {1e300, -1e300, 1};
    arms_summary got = {0};
    arms_error err = {0};
    double median = 0;
    CHECK(!arms_autocorrelation_compute(&median, same, 3, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "all equal");
    CHECK(!arms_autocorrelation_compute(&median, one, 1, &err));
    CHECK(!arms_autocorrelation_compute(&median, huge, 3, &err));
    CHECK(arms_summary_compute(&got, same, 3, NULL) && check_same(got.sd, 0));
    CHECK(!arms_summary_compute(&got, one, 1, &err));
    CHECK_HAS(err.text, "at least 2 values");
    CHECK(!arms_summary_compute(&got, gap, 3, &err));
    CHECK_HAS(err.text, "missing");
    CHECK(!arms_summary_compute(&got, huge, 3, &err));
    CHECK_HAS(err.text, "beyond");
    CHECK(!arms_median_compute(&median, one, 0, &err));
    CHECK(arms_median_compute(&median, one, 1, NULL) && check_same(median, 5));
    CHECK(arms_mad_compute(&median, same, 3, NULL) && check_same(median, 0));
    CHECK(!arms_mad_compute(&median, gap, 3, &err));
}

const check_test statistics_summary_tests[] = {
    {"figures by hand", test_by_hand},
    {"the factor of the MAD", test_mad_factor},
    {"spread about large means", test_large_means},
    {"moved and stretched series", test_laws},
    {"refusals of a summary", test_refusals},
    {NULL, NULL},
};
