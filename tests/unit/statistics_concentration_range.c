/* Bounds of concentration, against every corner of the box, points inside it, and a
 * descent of its own. */
#include <armstrade/concentration_range.h>

#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { MOST = 8 };

static const double rounding = 1e-12;

static bool holds(arms_interval in, double x)
{
    return x >= in.low - rounding && x <= in.high + rounding;
}

static arms_concentration of(const double *values, size_t n, arms_nil nil)
{
    arms_concentration out = {0};
    CHECK(arms_concentration_measure(&out, values, n, nil, NULL));
    return out;
}

static arms_concentration_range bound(const arms_interval *amounts, size_t n,
                                      arms_nil nil)
{
    arms_concentration_range out = {0};
    CHECK(arms_concentration_bound(&out, amounts, n, nil, NULL));
    return out;
}

static bool holds_all(const arms_concentration_range *in, const arms_concentration *x)
{
    return holds(in->hhi, x->hhi) && in->effective.low <= x->effective * (1 + rounding) &&
           in->effective.high >= x->effective * (1 - rounding) &&
           holds(in->cr1, x->cr1) && holds(in->cr3, x->cr3) && holds(in->cr5, x->cr5) &&
           holds(in->entropy, x->entropy) && holds(in->gini, x->gini) &&
           holds(in->theil, x->theil);
}

/* Intervals of several kinds: points, rounded figures, "0 to x", wide ones. */
static void draw(arms_interval *amounts, size_t n, int kind)
{
    for (size_t i = 0; i < n; i++) {
        double value = kind == 0 ? random_inside(1, 9) : exp(random_inside(-4, 4));
        double width = kind == 0 ? 0.5 : random_inside(0, value);
        size_t shape = kind == 2 ? random_below(3) : 0;
        amounts[i] = (arms_interval){value, value - width, value + width, true};
        if (shape == 1)
            amounts[i] = arms_interval_point(value);
        if (shape == 2)
            amounts[i].low = 0;
    }
}

static bool some(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    return sum > 0;
}

static void choose_inside(double *values, const arms_interval *amounts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double low = amounts[i].low, high = amounts[i].high;
        size_t where = random_below(4);
        values[i] = where == 0   ? low
                    : where == 1 ? high
                                 : low + random_unit() * (high - low);
    }
}

static void test_points_inside(void)
{
    arms_interval amounts[MOST];
    double values[MOST];
    random_start();
    for (int round = 0; round < 3000; round++) {
        size_t n = 1 + random_below(MOST);
        arms_nil nil = random_below(2) ? ARMS_NIL_COUNTED : ARMS_NIL_LEFT_OUT;
        draw(amounts, n, round % 3);
        arms_concentration_range got = bound(amounts, n, nil);
        for (int point = 0; point < 20; point++) {
            choose_inside(values, amounts, n);
            if (!some(values, n))
                continue;
            arms_concentration at = of(values, n, nil);
            CHECK(holds_all(&got, &at));
        }
    }
}

typedef struct extremes {
    arms_concentration most;
    double least_entropy;
} extremes;

/* The greatest of each index over all corners. */
static extremes visit_corners(const arms_interval *amounts, size_t n)
{
    extremes out = {.least_entropy = HUGE_VAL};
    double values[MOST];
    for (size_t corner = 0; corner < (size_t)1 << n; corner++) {
        for (size_t i = 0; i < n; i++)
            values[i] = corner >> i & 1 ? amounts[i].high : amounts[i].low;
        if (!some(values, n))
            continue;
        arms_concentration at = of(values, n, ARMS_NIL_COUNTED);
        out.most.hhi = fmax(out.most.hhi, at.hhi);
        out.most.cr1 = fmax(out.most.cr1, at.cr1);
        out.most.cr3 = fmax(out.most.cr3, at.cr3);
        out.most.cr5 = fmax(out.most.cr5, at.cr5);
        out.most.gini = fmax(out.most.gini, at.gini);
        out.least_entropy = fmin(out.least_entropy, at.entropy);
    }
    return out;
}

static void compare_corners(const arms_interval *amounts, size_t n)
{
    extremes all = visit_corners(amounts, n);
    arms_concentration_range got = bound(amounts, n, ARMS_NIL_COUNTED);
    double sum = 0, widest = 0;
    for (size_t i = 0; i < n; i++) {
        sum += amounts[i].low;
        widest = fmax(widest, amounts[i].high - amounts[i].low);
    }
    CHECK_NEAR(got.cr1.high, all.most.cr1, rounding);
    CHECK_NEAR(got.cr3.high, all.most.cr3, rounding);
    CHECK_NEAR(got.cr5.high, all.most.cr5, rounding);
    CHECK(got.gini.high >= all.most.gini - rounding);
    CHECK(got.hhi.high >= all.most.hhi - rounding);
    CHECK(got.entropy.low <= all.least_entropy + rounding);
    if (sum > 0)
        CHECK(got.hhi.high <=
              all.most.hhi + widest * widest / (4 * sum * sum) + rounding);
    if (!got.exact)
        return;
    CHECK_NEAR(got.hhi.high, all.most.hhi, rounding);
    CHECK_NEAR(got.effective.low, 1 / all.most.hhi, 1e-10);
    CHECK_NEAR(got.gini.high, all.most.gini, rounding);
    CHECK_NEAR(got.entropy.low, all.least_entropy, rounding);
}

static void test_corners(void)
{
    arms_interval amounts[MOST];
    for (int round = 0; round < 600; round++) {
        size_t n = 1 + random_below(MOST);
        draw(amounts, n, round % 3);
        compare_corners(amounts, n);
    }
}

/* Limits in one order, with gaps, shared ends, zeros and points in between. */
static void test_ordered_corners(void)
{
    for (int round = 0; round < 600; round++) {
        arms_interval amounts[MOST];
        double low = 0, high = random_inside(0, 3);
        for (size_t i = 0; i < MOST; i++) {
            amounts[i] = (arms_interval){high, low, high, false};
            low = random_below(3) ? random_inside(low, high + 1) : low;
            high = fmax(low + 0.1, high + (random_below(3) ? random_inside(0, 2) : 0));
        }
        amounts[2] = arms_interval_point(random_inside(0, 9));
        CHECK(bound(amounts, MOST, ARMS_NIL_COUNTED).exact);
        compare_corners(amounts, MOST);
    }
}

/* The best level of one amount, the others held: where the index turns. */
static double best_level(const double *x, size_t n, size_t i, bool logs)
{
    double terms = 0, sum = 0;
    for (size_t j = 0; j < n; j++) {
        if (j == i)
            continue;
        sum += x[j];
        terms += logs ? x[j] * log(x[j]) : x[j] * x[j];
    }
    return logs ? exp(terms / sum) : terms / sum;
}

/* One amount after the other is set to its best; the index has no other low point than
 * the lowest, so this ends there. */
static void descend(double *x, const arms_interval *amounts, size_t n, bool logs)
{
    for (size_t i = 0; i < n; i++)
        x[i] = amounts[i].high;
    for (size_t step = 0; step < 3000 * n; step++) {
        size_t i = step % n;
        x[i] = fmin(fmax(best_level(x, n, i, logs), amounts[i].low), amounts[i].high);
    }
}

static void test_least_by_descent(void)
{
    arms_interval amounts[MOST];
    double values[MOST];
    for (int round = 0; round < 200; round++) {
        size_t n = 2 + random_below(MOST - 1);
        draw(amounts, n, round % 3);
        arms_concentration_range got = bound(amounts, n, ARMS_NIL_COUNTED);
        descend(values, amounts, n, false);
        arms_concentration at = of(values, n, ARMS_NIL_COUNTED);
        CHECK_NEAR(got.hhi.low, at.hhi, 1e-9);
        CHECK_NEAR(got.effective.high, at.effective, 1e-7);
        descend(values, amounts, n, true);
        at = of(values, n, ARMS_NIL_COUNTED);
        CHECK_NEAR(got.entropy.high, at.entropy, 1e-9);
        CHECK_NEAR(got.theil.low, fmax(at.theil, 0), 1e-9);
    }
}

/* A grid over three intervals: its least Gini and CR1 are not below the limits, and come
 * near them: a point of the grid lies within a step of any point, and moves either index
 * by no more than twice the steps' sum in the total there. */
static void scan(const arms_interval *amounts, const arms_concentration_range *got)
{
    enum { STEPS = 40 };
    double gini = 1, cr1 = 1, steps = 0, gini_total = 1, cr1_total = 1;
    for (int i = 0; i < 3; i++)
        steps += (amounts[i].high - amounts[i].low) / (STEPS - 1);
    for (size_t cell = 0; cell < STEPS * STEPS * STEPS; cell++) {
        size_t at[] = {cell % STEPS, cell / STEPS % STEPS, cell / (STEPS * STEPS)};
        double x[3];
        for (int i = 0; i < 3; i++)
            x[i] = amounts[i].low +
                   (amounts[i].high - amounts[i].low) * (double)at[i] / (STEPS - 1);
        arms_concentration here = of(x, 3, ARMS_NIL_COUNTED);
        gini_total = here.gini < gini ? x[0] + x[1] + x[2] : gini_total;
        cr1_total = here.cr1 < cr1 ? x[0] + x[1] + x[2] : cr1_total;
        gini = fmin(gini, here.gini);
        cr1 = fmin(cr1, here.cr1);
    }
    CHECK(gini >= got->gini.low - rounding);
    CHECK(gini <= got->gini.low + 2 * steps / gini_total);
    CHECK(cr1 >= got->cr1.low - rounding && cr1 <= got->cr1.low + 2 * steps / cr1_total);
}

static void test_least_on_a_grid(void)
{
    for (int round = 0; round < 6; round++) {
        arms_interval amounts[3];
        draw(amounts, 3, 1);
        arms_concentration_range got = bound(amounts, 3, ARMS_NIL_COUNTED);
        scan(amounts, &got);
    }
}

/* [1, 2], [3, 4], [6, 8]: least at (2, 4, 6), level 14/3; greatest at (1, 3, 8). */
static void test_by_hand(void)
{
    static const arms_interval three[] = {
        {1.5, 1, 2, false}, {3.5, 3, 4, true}, {7, 6, 8, false}};
    arms_concentration_range got = bound(three, 3, ARMS_NIL_LEFT_OUT);
    CHECK(got.exact);
    CHECK_COUNT(got.n, 3);
    CHECK_NEAR(got.hhi.value, 63.5 / 144, 1e-15); /* 2.25 + 12.25 + 49 over 12² */
    CHECK_NEAR(got.hhi.low, 56.0 / 144, 1e-15);
    CHECK_NEAR(got.hhi.high, 74.0 / 144, 1e-15);
    CHECK_NEAR(got.effective.high, 144.0 / 56, 1e-14);
    CHECK_NEAR(got.cr1.low, 6.0 / 12, 1e-15);
    CHECK_NEAR(got.cr1.high, 8.0 / 12, 1e-15);
    CHECK_NEAR(got.cr3.low, 1, 1e-15);
    CHECK(!got.hhi.open);
}

/* 1 ± 1/2, 1 ± 2/5, 1 ± 3/10: the best corner has the middle one high alone, 2.7/6.76,
 * which no order by limit or width finds. Along the chords HHI reaches 2.5/6.25. */
static void test_nested(void)
{
    static const arms_interval nested[] = {
        {1, 0.5, 1.5, false}, {1, 0.6, 1.4, false}, {1, 0.7, 1.3, false}};
    arms_concentration_range got = bound(nested, 3, ARMS_NIL_LEFT_OUT);
    CHECK(!got.exact);
    CHECK_NEAR(visit_corners(nested, 3).most.hhi, 2.7 / 6.76, 1e-15);
    CHECK_NEAR(got.hhi.high, 0.4, 1e-15);
    CHECK_NEAR(got.hhi.low, 1.0 / 3, 1e-15);
}

static void test_points(void)
{
    static const double x[] = {43, 9.6, 7.8, 5.9, 5.6};
    arms_interval amounts[5];
    for (size_t i = 0; i < 5; i++)
        amounts[i] = arms_interval_point(x[i]);
    arms_concentration at = of(x, 5, ARMS_NIL_LEFT_OUT);
    arms_concentration_range got = bound(amounts, 5, ARMS_NIL_LEFT_OUT);
    CHECK(got.exact);
    CHECK_NEAR(got.hhi.high - got.hhi.low, 0, 1e-14);
    CHECK_NEAR(got.gini.high - got.gini.low, 0, 1e-14);
    CHECK_NEAR(got.entropy.high - got.entropy.low, 0, 1e-14);
    CHECK_NEAR(got.theil.high, at.theil, 1e-14);
    CHECK_NEAR(got.cr3.low, at.cr3, 1e-14);
}

/* "Rounds to zero" may be nothing at all: one supplier or two. */
static void test_open_number(void)
{
    static const arms_interval two[] = {{4, 3.5, 4.5, true}, {0, 0, 0.5, true}};
    arms_concentration_range got = bound(two, 2, ARMS_NIL_LEFT_OUT);
    CHECK_COUNT(got.n, 2);
    CHECK_COUNT(got.certain, 1);
    CHECK_NEAR(got.hhi.high, 1, 0);
    CHECK_NEAR(got.hhi.low, 12.5 / 16, 1e-15); /* 3.5² + 0.5² over 4² */
    CHECK_NEAR(got.gini.low, 0, 0);
    CHECK_NEAR(got.gini.high, 0.5, 1e-15);
    CHECK_NEAR(got.theil.low, 0, 0);
    CHECK_NEAR(got.theil.high, log(2), 1e-15);
    got = bound(two, 2, ARMS_NIL_COUNTED);
    CHECK_NEAR(got.gini.low, 0.375, 1e-15); /* 7/8 less 1/2 */
}

static void test_all_may_be_nothing(void)
{
    static const arms_interval three[] = {
        {1, 0, 2, false}, {1, 0, 3, false}, {1, 0, 1, false}};
    arms_concentration_range got = bound(three, 3, ARMS_NIL_COUNTED);
    CHECK_NEAR(got.hhi.low, 1.0 / 3, 1e-15);
    CHECK_NEAR(got.hhi.high, 1, 0);
    CHECK_NEAR(got.entropy.low, 0, 0);
    CHECK_NEAR(got.cr1.high, 1, 0);
    CHECK_NEAR(got.gini.high, 2.0 / 3, 1e-15);
}

static void refuse(arms_interval amount, const char *reason)
{
    arms_concentration_range out = {.n = 77};
    arms_error err = {0};
    CHECK(!arms_concentration_bound(&out, &amount, 1, ARMS_NIL_LEFT_OUT, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, reason);
    CHECK_COUNT(out.n, 77);
}

static void test_refused(void)
{
    refuse((arms_interval){1, 2, 3, false}, "do not hold its value");
    refuse((arms_interval){4, 2, 3, false}, "do not hold its value");
    refuse((arms_interval){0, -1, 3, false}, "below 0");
    refuse((arms_interval){NAN, 0, 3, false}, "do not hold");
    refuse((arms_interval){1, 0, HUGE_VAL, false}, "do not hold");
    refuse((arms_interval){0, 0, 3, false}, "all values are 0");
}

static void test_sizes(void)
{
    static const double units[] = {1e-300, 1, 1e300};
    for (size_t u = 0; u < 3; u++) {
        arms_interval two[] = {{2 * units[u], units[u], 3 * units[u], false},
                               {4 * units[u], 4 * units[u], 5 * units[u], false}};
        arms_concentration_range got = bound(two, 2, ARMS_NIL_LEFT_OUT);
        CHECK_NEAR(got.hhi.low, 25.0 / 49, 1e-15);
        CHECK_NEAR(got.hhi.high, 26.0 / 36, 1e-15);
    }
}

const check_test statistics_concentration_range_tests[] = {
    {"points inside", test_points_inside},
    {"every corner", test_corners},
    {"every corner, limits in order", test_ordered_corners},
    {"the least by descent", test_least_by_descent},
    {"the least on a grid", test_least_on_a_grid},
    {"by hand", test_by_hand},
    {"intervals inside others", test_nested},
    {"points", test_points},
    {"an open number of suppliers", test_open_number},
    {"all may be nothing", test_all_may_be_nothing},
    {"refused", test_refused},
    {"tiny and huge amounts", test_sizes},
    {NULL, NULL},
};
