/* Bounds of trend statistics, against points inside the limits, every corner and middle
 * of a small box, a case worked by hand, and a program that shares no line with this
 * one. */
#include <armstrade/trending_range.h>

#include <armstrade/growth.h>
#include <math.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { MOST = 12 };

static const double rounding = 1e-11;

/* A series and its limits. */
typedef struct box {
    double years[MOST], values[MOST], low[MOST], high[MOST];
    size_t n;
} box;

static arms_trending_figures figures_of(const box *b)
{
    return (arms_trending_figures){{b->years, b->values, b->n}, b->low, b->high};
}

static bool bound(arms_trending_range *out, const box *b)
{
    const arms_trending_figures figures = figures_of(b);
    return arms_trending_bound(out, &figures, NULL);
}

static bool holds(arms_interval in, double x)
{
    double room = rounding * fmax(1, fabs(x));
    return x >= in.low - room && x <= in.high + room;
}

/* Whether the statistics of other values in the box lie in its bounds. */
static bool holds_all(const arms_trending_range *in, const box *b, const double *values)
{
    const arms_series series = {b->years, values, b->n};
    const arms_line_sample sample = {b->years, values, b->n, 0.95};
    arms_slope slope;
    arms_trend_test test;
    arms_line line;
    arms_growth growth;
    double compound;
    if (!arms_mann_kendall(&test, series, NULL, NULL))
        return true; /* equal values */
    return arms_theil_sen(&slope, series, 0.95, NULL) &&
           arms_line_fit(&line, &sample, NULL) && holds(in->slope, slope.slope) &&
           holds(in->s, test.s) && holds(in->tau, test.tau_b) &&
           holds(in->line, line.slope) &&
           (!in->has_growth || (arms_growth_fit(&growth, &sample, NULL) &&
                                holds(in->growth, growth.rate))) &&
           (!in->has_compound ||
            (arms_growth_compound(&compound, b->years, values, b->n, NULL) &&
             holds(in->compound, compound)));
}

/* Figures of several kinds: whole millions, points, "0 to x", wide ones; with ties, and
 * with years missing between. */
static void draw(box *b)
{
    double year = 2000, width = random_below(2) ? 0.5 : 3;
    b->n = 3 + random_below(MOST - 2);
    for (size_t i = 0; i < b->n; i++) {
        size_t kind = random_below(4);
        double value = (double)random_below(12);
        b->years[i] = year += 1 + (double)(random_below(5) == 0);
        b->values[i] = value;
        b->low[i] = kind == 0 ? value : kind == 1 ? 0 : fmax(0, value - width);
        b->high[i] = kind == 0 ? value : value + width;
    }
}

static void choose(double *values, const box *b)
{
    for (size_t i = 0; i < b->n; i++) {
        size_t where = random_below(4);
        values[i] = where == 0   ? b->low[i]
                    : where == 1 ? b->high[i]
                                 : b->low[i] + random_unit() * (b->high[i] - b->low[i]);
    }
}

static void test_points_inside(void)
{
    box b;
    arms_trending_range range;
    double values[MOST];
    for (int round = 0; round < 2000; round++) {
        draw(&b);
        if (!bound(&range, &b))
            continue; /* equal values */
        for (int k = 0; k < 20; k++) {
            choose(values, &b);
            if (!CHECK(holds_all(&range, &b, values)))
                return;
        }
    }
}

static bool is_point(arms_interval x)
{
    return check_same(x.low, x.value) && check_same(x.high, x.value);
}

/* Points give points, to the last bit, and the statistics of the values. */
static void test_points(void)
{
    box b;
    arms_trending_range range;
    arms_slope slope;
    for (int round = 0; round < 500; round++) {
        draw(&b);
        memcpy(b.low, b.values, sizeof b.values);
        memcpy(b.high, b.values, sizeof b.values);
        if (!bound(&range, &b))
            continue;
        CHECK(is_point(range.slope) && is_point(range.s) && is_point(range.tau));
        CHECK(range.has_line && is_point(range.line));
        CHECK(!range.has_growth || is_point(range.growth));
        CHECK(!range.has_compound || is_point(range.compound));
        CHECK(arms_theil_sen(&slope, (arms_series){b.years, b.values, b.n}, 0.95, NULL) &&
              check_same(slope.slope, range.slope.value));
    }
}

/* The widest that S and the line's slope get over low, middle and high of each figure. */
static void search(const box *b, arms_interval *s, arms_interval *line)
{
    double values[MOST];
    size_t cells = 1;
    for (size_t i = 0; i < b->n; i++)
        cells *= 3;
    for (size_t cell = 0; cell < cells; cell++) {
        size_t rest = cell;
        for (size_t i = 0; i < b->n; i++, rest /= 3)
            values[i] = rest % 3 == 0   ? b->low[i]
                        : rest % 3 == 1 ? (b->low[i] + b->high[i]) / 2
                                        : b->high[i];
        arms_trend_test test;
        arms_line fit;
        const arms_line_sample sample = {b->years, values, b->n, 0.95};
        /* Of figures that are all equal both are undefined; the line tends to level. */
        if (arms_mann_kendall(&test, (arms_series){b->years, values, b->n}, NULL, NULL)) {
            s->low = fmin(s->low, test.s);
            s->high = fmax(s->high, test.s);
        }
        double slope = arms_line_fit(&fit, &sample, NULL) ? fit.slope : 0;
        line->low = fmin(line->low, slope);
        line->high = fmax(line->high, slope);
    }
}

/* Some corner of the box has the least slope of a line, and some the greatest. S is
 * nowhere outside its bounds. */
static void test_every_corner(void)
{
    box b;
    arms_trending_range range;
    for (int round = 0; round < 60; round++) {
        draw(&b);
        b.n = b.n > 6 ? 6 : b.n;
        arms_interval s = {0, HUGE_VAL, -HUGE_VAL, false}, line = s;
        if (!bound(&range, &b))
            continue;
        search(&b, &s, &line);
        CHECK_NEAR(range.line.low, line.low, 1e-12);
        CHECK_NEAR(range.line.high, line.high, 1e-12);
        CHECK(range.s.low <= s.low && range.s.high >= s.high);
    }
}

/* Worked by hand. 2 to 3, then 0 to 5, then 1 to 1.5: pair by pair S is at most
 * 1 + 1 − 1, but the third cannot be above a second that is above the first. So the bound
 * of 1 is outer: −1 is the most that figures reach. */
static void test_outer(void)
{
    const box b = {{1, 2, 3}, {2.5, 2, 1.25}, {2, 0, 1}, {3, 5, 1.5}, 3};
    arms_trending_range range;
    arms_interval s = {0, HUGE_VAL, -HUGE_VAL, false}, line = s;
    CHECK(bound(&range, &b));
    search(&b, &s, &line);
    CHECK_NEAR(range.s.value, -3, 0);
    CHECK_NEAR(range.s.low, -3, 0);
    CHECK_NEAR(range.s.high, 1, 0);
    CHECK_NEAR(s.high, -1, 0);
    CHECK_NEAR(range.slope.low, -3, 0);   /* the middle one of −3, −1, −4 … */
    CHECK_NEAR(range.slope.high, 1.5, 0); /* … and of 3, −0.25, 1.5 */
}

/* want: value, low, high. */
static void check_interval(arms_interval got, const double want[3])
{
    CHECK_NEAR(got.value, want[0], 1e-12);
    CHECK_NEAR(got.low, want[1], 1e-12);
    CHECK_NEAR(got.high, want[2], 1e-12);
}

/* Ten years in whole millions. Expected values: Python 3, fractions and math alone, with
 * every formula of the header written out. */
static void test_other_program(void)
{
    box b = {{2010, 2011, 2012, 2013, 2015, 2016, 2017, 2018, 2019, 2020},
             {3, 2, 4, 4, 7, 5, 6, 9, 8, 8},
             {0},
             {0},
             10};
    arms_trending_range range;
    for (size_t i = 0; i < b.n; i++) {
        b.low[i] = b.values[i] - 0.5;
        b.high[i] = b.values[i] + 0.5;
    }
    CHECK(bound(&range, &b));
    check_interval(range.slope, (const double[]){0.6, 0.4, 0.8333333333333334});
    check_interval(range.s, (const double[]){33, 24, 39});
    check_interval(range.tau, (const double[]){0.7501937734175208, 0.5333333333333333,
                                               0.9309493362512627});
    check_interval(range.line, (const double[]){0.6189164370982554, 0.48576675849403117,
                                                0.7520661157024793});
    check_interval(range.growth, (const double[]){13.380653768103116, 9.981996424251541,
                                                  17.341376719170015});
    check_interval(range.compound, (const double[]){10.30542524220699, 7.919350247286827,
                                                    13.018071324347936});
}

static void test_refused(void)
{
    box b = {{1, 2, 3}, {1, 2, 3}, {1, 2.5, 3}, {1, 3, 3}, 3};
    arms_trending_range range;
    arms_error err = {0};
    const arms_trending_figures figures = figures_of(&b);
    CHECK(!arms_trending_bound(&range, &figures, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "do not hold its value 2");
    b.low[1] = NAN;
    CHECK(!arms_trending_bound(&range, &figures, NULL));
    b = (box){{1, 2}, {4, 4}, {3, 3}, {5, 5}, 2};
    CHECK(!bound(&range, &b));
    b.values[0] = 3;
    CHECK(bound(&range, &b));
    CHECK(!range.has_line &&
          range.has_compound); /* two figures have leave a line no error */
}

const check_test statistics_trending_range_tests[] = {
    {"points inside the limits", test_points_inside},
    {"limits that are points", test_points},
    {"every corner of a box", test_every_corner},
    {"outer limits of S", test_outer},
    {"another program", test_other_program},
    {"refused limits", test_refused},
    {NULL, NULL},
};
