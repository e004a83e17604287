/* What series support. All figures are invented; the chances are counted by hand. */
#include <armstrade/trending.h>

#include "tests/unit/ask.h"

#define HEAD "year,exporter,importer,category,measure,value,low,high,flags\n"
#define ALL  "# covers: exporters=*; importers=*; years=2000-2019\n"

static arms_yearly yearly(ask *a)
{
    arms_yearly data;
    CHECK(arms_yearly_levels(&data, a->tally, ARMS_ALL, &a->f.err));
    return data;
}

/* Five years in order: of the 120 orders only two are as straight. */
static void see_rise(ask *a)
{
    arms_trending t;
    arms_yearly data = yearly(a);
    if (!CHECK(arms_trending_find(&t, &a->arena, &data, &a->f.err)))
        return;
    CHECK_COUNT(t.supported, ARMS_SUPPORTS_RISE);
    CHECK_NEAR(t.p, 2.0 / 120, 1e-12);
    CHECK_NEAR(t.slope.slope, 10, 1e-12);
    CHECK(!t.has_memory);
}

static void see_fall(ask *a)
{
    arms_trending t;
    arms_yearly data = yearly(a);
    CHECK(arms_trending_find(&t, &a->arena, &data, &a->f.err));
    CHECK_COUNT(t.supported, ARMS_SUPPORTS_FALL);
}

/* One pair out of order: five pairs fewer than all of ten speak; 10 orders of 120. */
static void see_open(ask *a)
{
    arms_trending t;
    arms_yearly data = yearly(a);
    CHECK(arms_trending_find(&t, &a->arena, &data, &a->f.err));
    CHECK_COUNT(t.supported, ARMS_SUPPORTS_NONE);
    CHECK_NEAR(t.p, 10.0 / 120, 1e-12);
}

/* A year outside the coverage is left out, one without a row is nil. */
static void see_gaps(ask *a)
{
    arms_yearly data = yearly(a);
    CHECK_COUNT(data.n, 2);
    CHECK_COUNT(data.gaps, 2);
    CHECK(data.why != NULL);
    CHECK_NEAR(data.years[0], 2018, 0);
    CHECK_NEAR(data.values[0], 0, 0);
    CHECK_NEAR(data.values[1], 7, 0);
}

static void see_refused(ask *a)
{
    arms_trending t;
    arms_yearly data = yearly(a);
    CHECK(!arms_trending_find(&t, &a->arena, &data, &a->f.err));
    CHECK_COUNT(a->f.err.code, ARMS_DOMAIN);
}

static const ask_question five = {.subject = "Pakistan", .first = 2001, .last = 2005};

static void test_supported(void)
{
    ask_see(ALL HEAD "2001,China,Pakistan,,TIV,10,,,\n2002,China,Pakistan,,TIV,20,,,\n"
                     "2003,China,Pakistan,,TIV,30,,,\n2004,China,Pakistan,,TIV,40,,,\n"
                     "2005,China,Pakistan,,TIV,50,,,\n",
            five, see_rise);
    ask_see(ALL HEAD "2001,China,Pakistan,,TIV,50,,,\n2002,China,Pakistan,,TIV,40,,,\n"
                     "2003,China,Pakistan,,TIV,30,,,\n2004,China,Pakistan,,TIV,20,,,\n",
            five, see_fall);
    ask_see(ALL HEAD "2001,China,Pakistan,,TIV,20,,,\n2002,China,Pakistan,,TIV,10,,,\n"
                     "2003,China,Pakistan,,TIV,30,,,\n2004,China,Pakistan,,TIV,40,,,\n"
                     "2005,China,Pakistan,,TIV,50,,,\n",
            five, see_open);
}

static void test_refused(void)
{
    static const char few[] = ALL HEAD "2001,China,Pakistan,,TIV,10,,,\n"
                                       "2002,China,Pakistan,,TIV,20,,,\n";
    ask_see(few, (ask_question){.subject = "Pakistan", .first = 2001, .last = 2004},
            see_refused); /* too few */
    ask_see(few, (ask_question){.subject = "Pakistan", .first = 2005, .last = 2012},
            see_refused); /* nil all the time */
    ask_see(ALL HEAD "2001,China,Pakistan,,TIV,10,0,30,allocated\n", five, see_refused);
}

static void test_gaps(void)
{
    ask_see(ALL HEAD "2019,China,Pakistan,,TIV,7,,,\n",
            (ask_question){.subject = "Pakistan", .first = 2018, .last = 2021}, see_gaps);
}

/* Nine years from 9 down to 1 are as straight as a fall can be: 2 of 9! orders. Where the
 * source leaves 5 either way open, the first may be below the last. */
static void see_rounded(ask *a)
{
    arms_trending t;
    arms_yearly data = yearly(a);
    CHECK(arms_trending_find(&t, &a->arena, &data, &a->f.err));
    CHECK_NEAR(t.p, 2.0 / 362880, 1e-15);
    CHECK_COUNT(t.supported, ARMS_SUPPORTS_OPEN);
    CHECK(t.range.slope.low < -1 && t.range.slope.high > 0);
    for (size_t i = 0; i < data.n; i++) {
        data.low[i] = data.values[i] - 0.5;
        data.high[i] = data.values[i] + 0.5;
    }
    CHECK(arms_trending_find(&t, &a->arena, &data, &a->f.err));
    CHECK_COUNT(t.supported, ARMS_SUPPORTS_FALL);
    CHECK_NEAR(t.range.s.low, -36, 0);
    CHECK_NEAR(t.range.s.high, -28, 0); /* neighbours may be equal */
}

static void test_rounded(void)
{
    arms_buffer text = {0};
    arms_buffer_string(&text, ALL HEAD);
    for (int i = 0; i < 9; i++)
        arms_buffer_print(&text, "%d,China,Pakistan,,TIV,%d,%d,%d,\n", 2001 + i, 9 - i,
                          i < 4 ? 4 - i : 0, 14 - i);
    ask_see(text.data, (ask_question){.subject = "Pakistan", .first = 2001, .last = 2009},
            see_rounded);
    arms_buffer_free(&text);
}

const check_test analysis_trending_tests[] = {
    {"rises and falls", test_supported},
    {"a fall that rounding leaves open", test_rounded},
    {"series that support nothing", test_refused},
    {"years without a figure", test_gaps},
    {NULL, NULL},
};
