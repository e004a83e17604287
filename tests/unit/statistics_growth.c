/* Growth in per cent a year. */
#include <armstrade/growth.h>
#include <math.h>

#include "tests/unit/check.h"

static void test_compound(void)
{
    static const double years[] = {2000, 2001, 2002}, values[] = {100, 5, 121};
    static const double decade[] = {1990, 2000}, halved[] = {1024, 1};
    double rate = 0;
    CHECK(arms_growth_compound(&rate, years, values, 3, NULL));
    CHECK_NEAR(rate, 10, 1e-12);
    CHECK(arms_growth_compound(&rate, decade, halved, 2, NULL));
    CHECK_NEAR(rate, -50, 1e-12);
}

static void test_exact_growth(void)
{
    double years[12], values[12];
    arms_growth got = {0};
    for (int i = 0; i < 12; i++) {
        years[i] = 2010 + i;
        values[i] = 3 * pow(1.07, i);
    }
    CHECK(arms_growth_fit(&got, &(arms_line_sample){years, values, 12, 0.95}, NULL));
    CHECK_NEAR(got.rate, 7, 1e-11);
    CHECK_NEAR(got.line.slope, log(1.07), 1e-13);
    CHECK_NEAR(got.low, 7, 1e-11);
    CHECK_NEAR(got.high, 7, 1e-11);
}

/* Logarithms 4, 1, 3, 2: R's lm has slope −0.4, its error 0.64807406984078597; Student's
 * 97.5 % quantile for 2 degrees of freedom is 4.3026527297494639 (mpmath). */
static void test_interval(void)
{
    static const double years[] = {1, 2, 3, 4}, logs[] = {4, 1, 3, 2};
    double values[4], half = 4.3026527297494639 * 0.64807406984078597;
    arms_growth got = {0};
    for (int i = 0; i < 4; i++)
        values[i] = exp(logs[i]);
    CHECK(arms_growth_fit(&got, &(arms_line_sample){years, values, 4, 0.95}, NULL));
    CHECK_COUNT(got.n, 4);
    CHECK_NEAR(got.rate, 100 * (exp(-0.4) - 1), 1e-11);
    CHECK_NEAR(got.low, 100 * (exp(-0.4 - half) - 1), 1e-11);
    CHECK_NEAR(got.high, 100 * (exp(-0.4 + half) - 1), 1e-9);
    CHECK_NEAR(got.level, 0.95, 0);
}

static void test_refusals(void)
{
    static const double years[] = {1, 2, 3}, zero[] = {4, 0, 3}, start[] = {0, 1, 3};
    static const double good[] = {1, 2, 3}, back[] = {3, 2, 1};
    static const double days[] = {0, 0.001}, steep[] = {1, 1000};
    arms_growth got = {0};
    arms_error err = {0};
    double rate = 0;
    CHECK(!arms_growth_fit(&got, &(arms_line_sample){years, zero, 3, 0.95}, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "above 0");
    CHECK(!arms_growth_fit(&got, &(arms_line_sample){years, good, 2, 0.95}, &err));
    CHECK_HAS(err.text, "at least 3");
    CHECK(!arms_growth_compound(&rate, years, start, 3, &err));
    CHECK(!arms_growth_compound(&rate, back, good, 3, &err));
    CHECK_HAS(err.text, "later");
    CHECK(!arms_growth_compound(&rate, years, good, 1, &err));
    CHECK(!arms_growth_compound(&rate, days, steep, 2, &err));
    CHECK_HAS(err.text, "beyond");
    CHECK(arms_growth_compound(&rate, years, zero, 3, NULL)); /* takes the ends alone */
}

const check_test statistics_growth_tests[] = {
    {"compound growth", test_compound},
    {"growth without noise", test_exact_growth},
    {"an interval of growth", test_interval},
    {"refusals of growth", test_refusals},
    {NULL, NULL},
};
