/* What is said of a series beside its trend, against values computed by a program in
 * Python, standard library alone, that shares no line with this one: it tries every set
 * of breaks, takes the tail of F(2, d) as (1 + 2F/d)^(−d/2), keeps fractions exact, and
 * draws its own blocks. */
#include <armstrade/trending_further.h>

#include <math.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { N = 20 };

static double years[N] = {2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010,
                          2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020};
static double values[N] = {31, 28, 35, 24, 30, 33, 27, 36, 29, 32,
                           58, 51, 60, 55, 49, 62, 57, 66, 53, 61};

static arms_yearly yearly_of(double *figures, size_t n)
{
    return (arms_yearly){
        .n = n, .years = years, .values = figures, .low = figures, .high = figures};
}

static bool look(arms_trending_further *out, arms_arena *arena, const arms_yearly *data,
                 int after, arms_error *err)
{
    const arms_trending_question question = {after, 20260309};
    return arms_trending_look(out, arena, data, &question, err);
}

static void test_other_program(void)
{
    arms_arena arena = {0};
    arms_trending_further got;
    const arms_yearly data = yearly_of(values, N);
    if (!CHECK(look(&got, &arena, &data, 2007, NULL)))
        return;
    CHECK(got.has_yue_wang && got.has_whitened && got.has_breaks && got.has_chow);
    CHECK_NEAR(got.yue_wang.correction, 1.2381731766332527, 1e-12);
    CHECK_NEAR(got.yue_wang.p, 0.0009850002625259628, 1e-12);
    CHECK_NEAR(got.whitened.autocorrelation, 0.12535430349118562, 1e-12);
    CHECK_NEAR(got.whitened.tau_b, 0.6374269005847953, 1e-12);
    CHECK_NEAR(got.whitened.p, 0.00015781277797076885, 1e-12);
    CHECK_COUNT(got.breaks.count, 1);
    CHECK_COUNT(got.breaks.before[0], 10);
    CHECK_NEAR(got.breaks.means[0], 30.5, 1e-12);
    CHECK_NEAR(got.breaks.means[1], 57.2, 1e-12);
    CHECK_NEAR(got.chow.f, 1.543947998631543, 1e-12);
    CHECK_NEAR(got.chow.p, 0.24372236349486867, 1e-12);
    CHECK(look(&got, &arena, &data, 2010, NULL));
    CHECK_NEAR(got.chow.f, 15.240705734089477, 1e-11);
    CHECK_NEAR(got.chow.p, 0.00019711759932015748, 1e-14);
    arms_arena_free(&arena);
}

/* 30,000 draws there, twice: the line's limits moved by up to 0.3 between the two. */
static void test_other_draws(void)
{
    arms_arena arena = {0};
    arms_trending_further got;
    const arms_yearly data = yearly_of(values, N);
    const double at[] = {2001, 2010, 2020};
    double low[3], high[3];
    arms_line_limits limits = {at, 3, low, high};
    CHECK(look(&got, &arena, &data, 0, NULL) && got.has_slope && !got.has_chow);
    CHECK_COUNT(got.slope.block, 3);
    CHECK_COUNT(got.slope.replicates, 10000);
    CHECK_NEAR(got.slope.value, 2, 1e-12);
    CHECK_NEAR(got.slope.low, 1.2, 0.05);
    CHECK_NEAR(got.slope.high, 3.1667, 0.08);
    CHECK(arms_trending_line(&limits, &data, 20260309, NULL));
    CHECK_NEAR(low[0], 8.9, 1);
    CHECK_NEAR(high[0], 33.74, 0.6);
    CHECK_NEAR(low[1], 34.1, 0.6);
    CHECK_NEAR(high[1], 50.03, 0.6);
    CHECK_NEAR(low[2], 49.5, 1);
    CHECK_NEAR(high[2], 76.95, 1);
    arms_arena_free(&arena);
}

/* Every resample of a straight line lies on it, but for one point drawn alone. */
static void test_straight(void)
{
    double line[N], at[] = {1990, 2001, 2011.5, 2030}, low[4], high[4];
    arms_line_limits limits = {at, 4, low, high};
    for (size_t i = 0; i < N; i++)
        line[i] = 5 - 0.25 * (years[i] - 2000);
    const arms_yearly data = yearly_of(line, N);
    CHECK(arms_trending_line(&limits, &data, 1, NULL));
    for (size_t i = 0; i < 4; i++) {
        CHECK_NEAR(low[i], 5 - 0.25 * (at[i] - 2000), 1e-9);
        CHECK_NEAR(high[i], 5 - 0.25 * (at[i] - 2000), 1e-9);
    }
}

/* Limits move with the figures, and swap where these are turned over. */
static void test_moved(void)
{
    double moved[N], at[] = {2001, 2020}, low[2], high[2], other_low[2], other_high[2];
    arms_line_limits limits = {at, 2, low, high}, other = {at, 2, other_low, other_high};
    const arms_yearly data = yearly_of(values, N), turned = yearly_of(moved, N);
    for (size_t i = 0; i < N; i++)
        moved[i] = 7 - 2 * values[i];
    CHECK(arms_trending_line(&limits, &data, 3, NULL));
    CHECK(arms_trending_line(&other, &turned, 3, NULL));
    for (size_t i = 0; i < 2; i++) {
        CHECK_NEAR(other_low[i], 7 - 2 * high[i], 1e-9);
        CHECK_NEAR(other_high[i], 7 - 2 * low[i], 1e-9);
    }
}

static void test_few(void)
{
    arms_arena arena = {0};
    arms_trending_further got;
    const arms_yearly nine = yearly_of(values, 9), thirteen = yearly_of(values, 13);
    CHECK(look(&got, &arena, &nine, 2003, NULL));
    CHECK(got.has_chow && !got.has_yue_wang && !got.has_whitened && !got.has_slope);
    CHECK(look(&got, &arena, &thirteen, 0, NULL));
    CHECK(got.has_yue_wang && got.has_whitened && got.has_slope && !got.has_breaks);
    CHECK_COUNT(arms_trending_block(8), 2);
    CHECK_COUNT(arms_trending_block(9), 3);
    CHECK_COUNT(arms_trending_block(27), 3);
    CHECK_COUNT(arms_trending_block(28), 4);
    arms_arena_free(&arena);
}

static void check_refused(const arms_yearly *data, int after, const char *says)
{
    arms_arena arena = {0};
    arms_trending_further got;
    arms_error err = {0};
    CHECK_ROW(!look(&got, &arena, data, after, &err), says);
    CHECK_ROW(err.code == ARMS_DOMAIN, says);
    CHECK_HAS(err.text, says);
    arms_arena_free(&arena);
}

static void test_refused(void)
{
    arms_arena arena = {0};
    arms_trending_further got;
    arms_error err = {0};
    double at = 2001, low, high, gap[N];
    arms_line_limits limits = {&at, 1, &low, &high};
    arms_yearly data = yearly_of(values, N);
    check_refused(&data, 2000, "no break after 2000 inside");
    check_refused(&data, 2020, "which are of 2001 to 2020");
    check_refused(&data, 2001, "leaves a single year on one side");
    check_refused(&data, 2019, "leaves a single year on one side");
    memcpy(gap, years, sizeof gap);
    gap[N - 1] = 2022;
    data.years = gap;
    check_refused(&data, 2010, "a year is missing between 2001 and 2022");
    CHECK(look(&got, &arena, &data, 0, NULL));
    CHECK(!got.has_yue_wang && !got.has_whitened && !got.has_breaks && !got.has_slope);
    CHECK(!arms_trending_line(&limits, &data, 1, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    const arms_bootstrap_options bca = {.method = ARMS_BCA};
    CHECK(!arms_theil_sen_limits(&limits, (arms_series){years, values, N}, &bca, &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
    arms_arena_free(&arena);
}

const check_test statistics_trending_further_tests[] = {
    {"another program", test_other_program},
    {"another program's draws", test_other_draws},
    {"limits of a straight line", test_straight},
    {"limits of figures that are moved", test_moved},
    {"few years", test_few},
    {"breaks and limits that are refused", test_refused},
    {NULL, NULL},
};
