/* Change between two periods: by hand, by sampling inside the bounds, and what is
 * refused. */
#include <armstrade/change.h>

#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

static const arms_years early = {2014, 2018}, late = {2019, 2023};

static arms_change_side side(double low, double value, double high, arms_years years)
{
    return (arms_change_side){{value, low, high, high > low}, years};
}

static void test_per_cent(void)
{
    arms_changed change;
    arms_change_side was = side(80, 100, 125, early), is = side(90, 110, 120, late);
    CHECK(arms_change_relative(&change, &was, &is, NULL));
    CHECK(check_same(change.change.value, 10));
    CHECK_NEAR(change.change.low, -28, 1e-13); /* 90/125 − 1 */
    CHECK_NEAR(change.change.high, 50, 1e-13); /* 120/80 − 1 */
    CHECK(change.change.open && change.same_length);
    CHECK_COUNT(change.unit, ARMS_CHANGE_PER_CENT);
    is = side(0, 0, 0, late);
    CHECK(arms_change_relative(&change, &was, &is, NULL));
    CHECK(check_same(change.change.high, -100) && check_same(change.change.low, -100));
    CHECK(!change.change.open); /* the old side's open end is no end of the change */
}

static void test_points(void)
{
    arms_changed change;
    arms_change_side was = side(0, 0, 0.25, early), is = side(0.25, 0.5, 0.75, late);
    CHECK(arms_change_points(&change, &was, &is, NULL));
    CHECK(check_same(change.change.value, 50));
    CHECK(check_same(change.change.low, 0) && check_same(change.change.high, 75));
    CHECK(change.change.open);
    CHECK_COUNT(change.unit, ARMS_CHANGE_POINTS);
}

/* The bounds hold the change of every pair of figures inside the bounds, and are
 * reached. */
static void test_bounds_enclose(void)
{
    random_start();
    for (int trial = 0; trial < 1000; trial++) {
        double low = random_inside(0.01, 0.4), high = random_inside(low, 0.5);
        double from = random_inside(0, 0.4), to = random_inside(from, 0.5);
        arms_change_side was = side(low, low, high, early);
        arms_change_side is = side(from, to, to, late);
        arms_changed ratio, points;
        double x = random_inside(low, high), y = random_inside(from, to);
        CHECK(arms_change_relative(&ratio, &was, &is, NULL));
        CHECK(arms_change_points(&points, &was, &is, NULL));
        CHECK(ratio.change.low < 100 * (y / x - 1) &&
              100 * (y / x - 1) < ratio.change.high);
        CHECK(points.change.low < 100 * (y - x) && 100 * (y - x) < points.change.high);
        CHECK_NEAR(ratio.change.low, 100 * (from / high - 1), 1e-10);
        CHECK_NEAR(ratio.change.high, 100 * (to / low - 1), 1e-9);
        CHECK_NEAR(points.change.low, 100 * (from - high), 1e-12);
        CHECK_NEAR(points.change.high, 100 * (to - low), 1e-12);
    }
}

static void check_refused(arms_change_side was, arms_change_side is, const char *says)
{
    arms_changed change;
    arms_error err = {0};
    CHECK(!arms_change_relative(&change, &was, &is, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, says);
}

static void test_nil(void)
{
    arms_change_side is = side(1, 1, 1, late);
    check_refused(side(0, 0, 0, early), is, "2014–2018 is nil");
    check_refused(side(0, 0, 0.5, early), is, "2014–2018 may be nil");
    check_refused(side(0, 3, 5, early), is, "between 0 and 5");
}

static void test_periods(void)
{
    arms_change_side was = side(1, 1, 1, early), is = side(1, 1, 1, late);
    arms_changed change;
    check_refused(was, side(1, 1, 1, (arms_years){2018, 2022}), "overlap");
    check_refused(was, side(1, 1, 1, (arms_years){2010, 2014}), "overlap");
    check_refused(was, side(1, 1, 1, (arms_years){2015, 2016}), "overlap");
    check_refused(was, was, "overlap");
    check_refused(is, was, "comes before");
    check_refused(was, side(1, 1, 1, (arms_years){2023, 2019}), "end after");
    is.years.last = 2022;
    CHECK(arms_change_relative(&change, &was, &is, NULL));
    CHECK(!change.same_length);
}

static void test_figures(void)
{
    arms_change_side was = side(1, 1, 1, early);
    arms_changed change;
    arms_error err = {0};
    check_refused(was, side(NAN, NAN, NAN, late), "missing value");
    check_refused(was, side(-1, 1, 1, late), "negative");
    check_refused(side(1e-300, 1, 1, early), side(1, 1, 1e300, late), "too large");
    arms_change_side large = side(1, 2, 3, late);
    CHECK(!arms_change_points(&change, &was, &large, &err));
    CHECK_HAS(err.text, "shares of 0 to 1");
}

const check_test statistics_change_tests[] = {
    {"per cent", test_per_cent},
    {"points", test_points},
    {"bounds enclose", test_bounds_enclose},
    {"nil", test_nil},
    {"periods", test_periods},
    {"figures", test_figures},
    {NULL, NULL},
};
