/* Errors that hold under uneven spread and under dependence in time. */
#include <armstrade/regression.h>
#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

static const double one_to[] = {1,  2,  3,  4,  5,  6,  7,  8,  9,  10,
                                11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
                                21, 22, 23, 24, 25, 26, 27, 28, 29, 30};

/* A fit of y on 1 … n and its errors; true where both are done. */
static bool errors_of(double *out, const double *y, size_t n, arms_errors_options options)
{
    arms_arena arena = {0};
    arms_regression fit = {0};
    arms_errors got = {0};
    bool done = arms_regression_fit(&fit, &arena,
                                    &(arms_design){one_to, y, n, 1, true, 1}, NULL) &&
                arms_regression_errors(&got, &arena, &fit, options, NULL);
    for (int i = 0; done && i < 2; i++)
        out[i] = got.errors[i];
    arms_arena_free(&arena);
    return done;
}

typedef struct known {
    arms_errors_options options;
    double intercept, slope;
} known;

/* R (sandwich), y = 4, 1, 3, 2. A lag of 3 reaches as far as there are values. */
static void test_against_r(void)
{
    static const double y[] = {4, 1, 3, 2};
    static const known rows[] = {
        {{ARMS_ERRORS_PLAIN, 0}, 1.7748239349298849, 0.64807406984078597},
        {{ARMS_ERRORS_HC0, 0}, 1.2389511693363875, 0.32802438933713485},
        {{ARMS_ERRORS_HC1, 0}, 1.7521415467935242, 0.46389654018972853},
        {{ARMS_ERRORS_HC3, 0}, 3.2407202245328346, 0.94285714285714273},
        {{ARMS_ERRORS_NEWEY_WEST, 3}, 0.63835726674018634, 0.20469489490458756},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double got[2] = {0};
        CHECK(errors_of(got, y, 4, rows[i].options));
        CHECK_ROW(fabs(got[0] - rows[i].intercept) < 1e-13,
                  arms_errors_name(rows[i].options.method));
        CHECK_ROW(fabs(got[1] - rows[i].slope) < 1e-13,
                  arms_errors_name(rows[i].options.method));
    }
}

/* R (sandwich), a series with ties: lag 3 of 15. */
static void test_newey_west(void)
{
    static const double y[] = {1, 1, 2, 2, 2, 3, 5, 5, 4, 4, 4, 4, 9, 7, 7};
    double got[2] = {0};
    CHECK(errors_of(got, y, 15, (arms_errors_options){ARMS_ERRORS_NEWEY_WEST, 3}));
    CHECK_NEAR(got[0], 0.22189370877179668, 1e-14);
    CHECK_NEAR(got[1], 0.040158344438878897, 1e-15);
}

static size_t lag_for(size_t n)
{
    double x[101], y[101];
    arms_arena arena = {0};
    arms_regression fit = {0};
    arms_errors got = {0};
    for (size_t i = 0; i < n; i++) {
        x[i] = (double)i;
        y[i] = (double)(i % 3);
    }
    arms_errors_options options = {ARMS_ERRORS_NEWEY_WEST, ARMS_LAG_DEFAULT};
    CHECK(arms_regression_fit(&fit, &arena, &(arms_design){x, y, n, 1, true, 1}, NULL));
    CHECK(arms_regression_errors(&got, &arena, &fit, options, NULL));
    arms_arena_free(&arena);
    return got.lag;
}

/* 4(27/100)^(2/9) = 2.9902, 4(28/100)^(2/9) = 3.0144, 4(99/100)^(2/9) = 3.991. */
static void test_default_lag(void)
{
    CHECK_COUNT(lag_for(27), 2);
    CHECK_COUNT(lag_for(28), 3);
    CHECK_COUNT(lag_for(99), 3);
    CHECK_COUNT(lag_for(100), 4);
}

/* The textbook's way for the slope of a line: Σ over pairs of rows of weight · (x_i −
 * mean)e_i · (x_j − mean)e_j, divided by Σ(x − mean)² twice. */
static double by_pairs(const double *e, size_t n, size_t lag)
{
    double mean = ((double)n + 1) / 2, sum = 0, squares = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            double apart = fabs((double)i - (double)j);
            double weight = fmax(0, 1 - apart / ((double)lag + 1));
            sum += weight * (one_to[i] - mean) * e[i] * (one_to[j] - mean) * e[j];
        }
    for (size_t i = 0; i < n; i++)
        squares += (one_to[i] - mean) * (one_to[i] - mean);
    return sqrt(sum) / squares;
}

static void test_against_pairs(void)
{
    random_start();
    for (size_t n = 5; n <= 30; n++) {
        double y[30], got[2] = {0};
        arms_arena arena = {0};
        arms_regression fit = {0};
        arms_errors_options options = {ARMS_ERRORS_NEWEY_WEST, (int)random_below(n)};
        for (size_t i = 0; i < n; i++)
            y[i] = random_inside(0, 100);
        CHECK(arms_regression_fit(&fit, &arena, &(arms_design){one_to, y, n, 1, true, 1},
                                  NULL));
        CHECK(errors_of(got, y, n, options));
        CHECK_NEAR(got[1], by_pairs(fit.residuals, n, (size_t)options.lag), 1e-11);
        CHECK(errors_of(got, y, n, (arms_errors_options){ARMS_ERRORS_HC0, 0}));
        CHECK_NEAR(got[1], by_pairs(fit.residuals, n, 0), 1e-11);
        arms_arena_free(&arena);
    }
}

/* The last row alone has a 1 in its column, and so decides its own fit. */
static void test_refusals(void)
{
    static const double x[] = {0, 0, 0, 1}, y[] = {1, 2, 4, 9};
    arms_arena arena = {0};
    arms_regression fit = {0};
    arms_errors got = {0};
    arms_error err = {0};
    CHECK(arms_regression_fit(&fit, &arena, &(arms_design){x, y, 4, 1, true, 1}, NULL));
    CHECK(!arms_regression_errors(&got, &arena, &fit,
                                  (arms_errors_options){ARMS_ERRORS_HC3, 0}, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "row 4");
    CHECK(arms_regression_errors(&got, &arena, &fit,
                                 (arms_errors_options){ARMS_ERRORS_HC1, 0}, NULL));
    CHECK(!arms_regression_errors(
        &got, &arena, &fit, (arms_errors_options){ARMS_ERRORS_NEWEY_WEST, -2}, &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
    arms_arena_free(&arena);
}

const check_test statistics_regression_errors_tests[] = {
    {"errors by R", test_against_r},        {"Newey and West's errors", test_newey_west},
    {"a lag by default", test_default_lag}, {"errors pair by pair", test_against_pairs},
    {"refusals of errors", test_refusals},  {NULL, NULL},
};
