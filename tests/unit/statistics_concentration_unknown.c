/* What unknown partners can hide from a concentration: every way to hand out a few units,
 * random owners of random amounts, and figures by hand. */
#include <armstrade/concentration_unknown.h>

#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { KNOWN = 5, NEW = 6, MOST = KNOWN + NEW };

static const double rounding = 1e-12;

static arms_concentration_unknown bound(const arms_interval *known, size_t n,
                                        arms_interval unknown)
{
    arms_concentration_unknown out = {.hhi = {NAN, NAN}};
    CHECK(arms_concentration_bound_unknown(&out, known, n, unknown, NULL));
    return out;
}

static bool holds(arms_limits in, double x)
{
    double slack = rounding * fmax(1, x);
    return x >= in.low - slack && x <= in.high + slack;
}

static bool holds_all(const arms_concentration_unknown *in, const arms_concentration *x)
{
    return holds(in->hhi, x->hhi) && holds(in->effective, x->effective) &&
           holds(in->cr1, x->cr1) && holds(in->cr3, x->cr3) && holds(in->cr5, x->cr5);
}

static arms_concentration of(const double *values, size_t n)
{
    arms_concentration out = {0};
    CHECK(arms_concentration_measure(&out, values, n, ARMS_NIL_LEFT_OUT, NULL));
    return out;
}

/* Points, rounded figures, "0 to x", and wide intervals. */
static arms_interval draw(void)
{
    double value = exp(random_inside(-3, 3)), width = value * random_unit();
    switch (random_below(4)) {
    case 0: return arms_interval_point(value);
    case 1: return (arms_interval){value, fmax(value - 0.5, 0), value + 0.5, true};
    case 2: return (arms_interval){random_below(2) ? 0 : value, 0, value, false};
    default: return (arms_interval){value, value - width, value + width, false};
    }
}

static double choose(arms_interval in)
{
    size_t where = random_below(4);
    return where == 0   ? in.low
           : where == 1 ? in.high
                        : in.low + random_unit() * (in.high - in.low);
}

/* Hands u out: piece by piece to whoever comes up, known or new; or all to one. */
static void hand_out(double *values, size_t n, double u)
{
    size_t pieces = 1 + random_below(6);
    for (size_t i = 0; i < pieces; i++)
        values[random_below(n)] += u / (double)pieces;
}

static void test_random_owners(void)
{
    random_start();
    for (int round = 0; round < 4000; round++) {
        arms_interval known[KNOWN], unknown = draw();
        size_t n = random_below(KNOWN + 1);
        for (size_t i = 0; i < n; i++)
            known[i] = draw();
        unknown.value = fmax(unknown.value, unknown.high / 2);
        arms_concentration_unknown got = bound(known, n, unknown);
        for (int trial = 0; trial < 20; trial++) {
            double values[MOST] = {0}, u = choose(unknown), sum = u;
            for (size_t i = 0; i < n; i++)
                sum += values[i] = choose(known[i]);
            hand_out(values, n + NEW, u);
            if (!(sum > 0))
                continue;
            arms_concentration at = of(values, n + NEW);
            CHECK(holds_all(&got, &at));
            CHECK(u / sum >= got.part.low - rounding &&
                  u / sum <= got.part.high + rounding);
        }
    }
}

/* The greatest of each index over all ways to hand out `left` units, one by one, from
 * owner `from` on, so that each way comes up once. */
static void visit(arms_concentration *most, double *values, size_t from, size_t left)
{
    if (left == 0) {
        arms_concentration at = of(values, MOST);
        most->hhi = fmax(most->hhi, at.hhi);
        most->cr1 = fmax(most->cr1, at.cr1);
        most->cr3 = fmax(most->cr3, at.cr3);
        most->cr5 = fmax(most->cr5, at.cr5);
        return;
    }
    for (size_t owner = from; owner < MOST; owner++) {
        values[owner] += 1;
        visit(most, values, owner, left - 1);
        values[owner] -= 1;
    }
}

/* Whole units: the upper limits are reached. */
static void test_every_owner(void)
{
    for (int round = 0; round < 60; round++) {
        arms_interval known[KNOWN];
        double values[MOST] = {0};
        size_t n = 1 + random_below(KNOWN), u = 1 + random_below(4);
        arms_concentration most = {0};
        for (size_t i = 0; i < n; i++) {
            values[i] = 1 + (double)random_below(6);
            known[i] = arms_interval_point(values[i]);
        }
        arms_concentration_unknown got = bound(known, n, arms_interval_point((double)u));
        visit(&most, values, 0, u);
        CHECK_NEAR(got.hhi.high, most.hhi, rounding);
        CHECK_NEAR(got.effective.low, 1 / most.hhi, rounding);
        CHECK_NEAR(got.cr1.high, most.cr1, rounding);
        CHECK_NEAR(got.cr3.high, most.cr3, rounding);
        CHECK_NEAR(got.cr5.high, most.cr5, rounding);
    }
}

/* The lower limits are approached: m new partners of u/m add u²/m to the squares. */
static void test_many_new(void)
{
    enum { CROWD = 2000 };
    static const arms_interval known[] = {{6, 6, 6, false}, {3, 3, 3, false}};
    double values[2 + CROWD] = {6, 3};
    for (size_t i = 0; i < CROWD; i++)
        values[2 + i] = 1.0 / CROWD;
    arms_concentration at = of(values, 2 + CROWD);
    arms_concentration_unknown got = bound(known, 2, arms_interval_point(1));
    CHECK_NEAR(at.hhi - got.hhi.low, 1.0 / CROWD / 100, rounding);
    CHECK_NEAR(at.cr1 - got.cr1.low, 0, rounding);
    CHECK_NEAR(at.cr3 - got.cr3.low, 1.0 / CROWD / 10, rounding);
}

/* 6 and 3, and 1 unknown: squares of 45 at least; 49 + 9 at most. */
static void test_by_hand(void)
{
    static const arms_interval known[] = {{6, 6, 6, false}, {3, 3, 3, false}};
    arms_concentration_unknown got = bound(known, 2, arms_interval_point(1));
    CHECK_NEAR(got.part.value, 0.1, 1e-15);
    CHECK_NEAR(got.hhi.low, 0.45, 1e-15);
    CHECK_NEAR(got.hhi.high, 0.58, 1e-15);
    CHECK_NEAR(got.effective.low, 1 / 0.58, 1e-14);
    CHECK_NEAR(got.effective.high, 1 / 0.45, 1e-14);
    CHECK_NEAR(got.cr1.low, 0.6, 1e-15);
    CHECK_NEAR(got.cr1.high, 0.7, 1e-15);
    CHECK_NEAR(got.cr3.low, 0.9, 1e-15);
    CHECK_NEAR(got.cr3.high, 1, 1e-15);
    got = bound(known, 2, arms_interval_point(0)); /* nothing is hidden */
    CHECK_NEAR(got.hhi.low, 45.0 / 81, 1e-15);
    CHECK_NEAR(got.hhi.high, 45.0 / 81, 1e-15);
}

/* 0 to 1 of 9 to 10 is unknown: nothing, or a tenth. */
static void test_uncertain_part(void)
{
    static const arms_interval known[] = {{6, 6, 6, false}, {3, 3, 3, false}};
    arms_concentration_unknown got = bound(known, 2, (arms_interval){0.5, 0, 1, false});
    CHECK_NEAR(got.part.low, 0, 0);
    CHECK_NEAR(got.part.high, 0.1, 1e-15);
    CHECK_NEAR(got.hhi.low, 0.45, 1e-15);
    CHECK_NEAR(got.hhi.high, 0.58, 1e-15);
}

static void test_nothing_known(void)
{
    static const arms_interval small = {0, 0, 0.5, true};
    arms_concentration_unknown got = bound(NULL, 0, arms_interval_point(7));
    CHECK_NEAR(got.part.low, 1, 0);
    CHECK_NEAR(got.hhi.low, 0, 0);
    CHECK_NEAR(got.hhi.high, 1, 0);
    CHECK_NEAR(got.effective.low, 1, 0);
    CHECK(isinf(got.effective.high));
    CHECK_NEAR(got.cr5.low, 0, 0);
    got = bound(&small, 1, arms_interval_point(7));
    CHECK_NEAR(got.hhi.high, 1, 0);
    CHECK_NEAR(got.part.low, 7 / 7.5, 1e-15);
}

static void test_sizes(void)
{
    static const double units[] = {1e-300, 1, 1e300};
    for (size_t u = 0; u < 3; u++) {
        arms_interval known[] = {arms_interval_point(6 * units[u]),
                                 arms_interval_point(3 * units[u])};
        arms_concentration_unknown got = bound(known, 2, arms_interval_point(units[u]));
        CHECK_NEAR(got.hhi.low, 0.45, 1e-15);
        CHECK_NEAR(got.hhi.high, 0.58, 1e-15);
    }
}

static void refuse(arms_interval known, arms_interval unknown, const char *reason)
{
    arms_concentration_unknown out = {.part = {77, 77, 77, false}};
    arms_error err = {0};
    CHECK(!arms_concentration_bound_unknown(&out, &known, 1, unknown, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, reason);
    CHECK_NEAR(out.part.value, 77, 0);
}

static void test_refused(void)
{
    static const arms_interval one = {1, 1, 1, false}, none = {0, 0, 0, false};
    refuse((arms_interval){1, 2, 3, false}, one, "do not hold its value");
    refuse(one, (arms_interval){1, -1, 3, false}, "below 0");
    refuse(one, (arms_interval){NAN, 0, 3, false}, "do not hold");
    refuse(none, none, "all values are 0");
    refuse(arms_interval_point(1e308), arms_interval_point(1e308), "concentration");
}

const check_test statistics_concentration_unknown_tests[] = {
    {"random owners", test_random_owners},
    {"every owner of a few units", test_every_owner},
    {"many new partners", test_many_new},
    {"unknown by hand", test_by_hand},
    {"an uncertain part", test_uncertain_part},
    {"nothing known", test_nothing_known},
    {"tiny and huge unknown amounts", test_sizes},
    {"unknown refused", test_refused},
    {NULL, NULL},
};
