/* Regression that outliers cannot lead. */
#include <armstrade/regression.h>
#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

static const double twelve[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

/* Ten figures near 2x, and two far off. The expected values are of an independent program
 * in plain Python: weighted means, weights and scale as the header says, iterated 500
 * times; GSL stops where two rounds agree to 1.5e−8. */
static void test_outliers(void)
{
    static const double y[] = {2.1,  3.9,  6.2,  7.8,  10.1, 30,
                               14.2, 15.9, 18.1, 19.8, 2,    24.1};
    static const double weights[] = {0.992801487789,
                                     0.97356438413,
                                     0.958974835485,
                                     0.93134204869,
                                     0.99250717004,
                                     0,
                                     0.958228095675,
                                     0.982114692642,
                                     0.990081183448,
                                     0.93703819449,
                                     0,
                                     0.985481398933};
    arms_arena arena = {0};
    arms_robust got = {0};
    arms_design design = {twelve, y, 12, 1, true, 1};
    CHECK(arms_robust_fit(&got, &arena, &design, NULL));
    CHECK_NEAR(got.coefficients[0], 0.03698710892699, 1e-7);
    CHECK_NEAR(got.coefficients[1], 1.99748935875024, 1e-8);
    for (int i = 0; i < 12; i++)
        CHECK_NEAR(got.weights[i], weights[i], 1e-6);
    CHECK_NEAR(got.tuning, 4.685, 0);
    CHECK(got.iterations > 1 && got.errors[1] > 0 && got.scale > 0);
    arms_arena_free(&arena);
}

/* Errors are scale · √diag((X'X)⁻¹): for x = 1 … 12, Σ(x − mean)² = 143. */
static void test_errors_rest_on_scale(void)
{
    static const double y[] = {1, 3, 2, 5, 4, 6, 8, 7, 9, 12, 10, 11};
    arms_arena arena = {0};
    arms_robust got = {0};
    arms_design design = {twelve, y, 12, 1, true, 1};
    CHECK(arms_robust_fit(&got, &arena, &design, NULL));
    CHECK_NEAR(got.errors[1], got.scale / sqrt(143), 1e-12);
    CHECK_NEAR(got.errors[0], got.scale * sqrt(1.0 / 12 + 6.5 * 6.5 / 143), 1e-12);
    arms_arena_free(&arena);
}

/* A fifth of the figures, far off, do not move a line that the others lie near. */
static void test_resists(void)
{
    random_start();
    for (int round = 0; round < 20; round++) {
        double x[30], y[30];
        arms_arena arena = {0};
        arms_robust got = {0};
        for (int i = 0; i < 30; i++) {
            x[i] = i;
            y[i] = 5 + 3 * i + random_inside(-0.1, 0.1);
            if (i % 5 == 2)
                y[i] += random_inside(500, 900);
        }
        arms_design design = {x, y, 30, 1, true, 1};
        CHECK(arms_robust_fit(&got, &arena, &design, NULL));
        CHECK_NEAR(got.coefficients[1], 3, 0.01);
        CHECK_NEAR(got.weights[7], 0, 0);
        arms_arena_free(&arena);
    }
}

/* GSL answers the spike with a scale that is no number. */
static void test_perfect(void)
{
    static const double y[] = {1, 3, 5, 7, 9}, same[] = {4, 4, 4, 4, 4};
    static const double spike[] = {0, 0, 0, 0, 5, 0, 0, 0, 0};
    arms_arena arena = {0};
    arms_robust got = {0};
    arms_error err = {0};
    CHECK(arms_robust_fit(&got, &arena, &(arms_design){twelve, y, 5, 1, true, 1}, NULL));
    CHECK_NEAR(got.coefficients[0], -1, 1e-14);
    CHECK_NEAR(got.coefficients[1], 2, 1e-15);
    CHECK_NEAR(got.weights[3], 1, 0);
    CHECK_NEAR(got.scale, 0, 0);
    CHECK(!arms_robust_fit(&got, &arena, &(arms_design){twelve, same, 5, 1, true, 1},
                           &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK(!arms_robust_fit(&got, &arena, &(arms_design){twelve, spike, 9, 1, true, 1},
                           &err));
    CHECK_HAS(err.text, "most of these are 0");
    CHECK(!arms_robust_fit(&got, &arena, &(arms_design){same, y, 5, 1, true, 1}, &err));
    arms_arena_free(&arena);
}

const check_test statistics_robust_tests[] = {
    {"two outliers", test_outliers},
    {"errors from the scale", test_errors_rest_on_scale},
    {"a fifth of outliers", test_resists},
    {"a robust fit without noise", test_perfect},
    {NULL, NULL},
};
