/* Two periods side by side. All figures are invented, and the changes made by hand. */
#include <armstrade/change.h>
#include <armstrade/periods.h>

#include "tests/unit/ask.h"

#define HEAD "year,exporter,importer,category,measure,value,low,high,flags\n"
#define ALL  "# covers: exporters=*; importers=*; years=2018-2020\n"

static const arms_years one_each[ARMS_PERIODS] = {{2019, 2019}, {2020, 2020}};

static const char trade[] = ALL HEAD "2019,China,Pakistan,,TIV,40,,,\n"
                                     "2019,France,Pakistan,,TIV,10,,,\n"
                                     "2019,Türkiye,Pakistan,,TIV,0,0,0.5,\n"
                                     "2020,China,Pakistan,,TIV,60,50,70,\n"
                                     "2020,Iran,Pakistan,,TIV,20,,,\n"
                                     "2020,Türkiye,Pakistan,,TIV,5,,,\n";

static void is_between(const arms_derived *d, double value, double low, double high)
{
    if (!CHECK(!d->why))
        return;
    CHECK_NEAR(d->amount.value, 100 * value, 1e-10);
    CHECK_NEAR(d->amount.low, 100 * low, 1e-10);
    CHECK_NEAR(d->amount.high, 100 * high, 1e-10);
}

static bool is_party(const ask *a, const arms_period_row *row, const char *name)
{
    return CHECK_STRING(arms_dataset_party_name(a->f.data, row->party), name);
}

static void see_rows(ask *a)
{
    arms_periods p;
    if (!CHECK(arms_periods_make(&p, a->tally, one_each, &a->f.err)) ||
        !CHECK_COUNT(p.count, 4))
        return;
    is_between(&p.whole.change, 85.0 / 50 - 1, 75 / 50.5 - 1, 95.0 / 50 - 1);
    is_party(a, &p.rows[0], "China");
    is_between(&p.rows[0].change, 0.5, 0.25, 0.75);
    CHECK_COUNT(p.rows[0].places[ARMS_BEFORE].rank.rank, 1);
    is_party(a, &p.rows[1], "Iran");
    CHECK_HAS(p.rows[1].change.why, "there was nothing before");
    CHECK_COUNT(p.rows[1].places[ARMS_BEFORE].rank.rank, 0);
    is_party(a, &p.rows[2], "Türkiye");
    CHECK_HAS(p.rows[2].change.why, "there may have been nothing before");
    is_party(a, &p.rows[3], "France"); /* it went */
    is_between(&p.rows[3].change, -1, -1, -1);
}

/* Shares: before 40 of 50 to 50.5, after 60 of 85, 50 of 75, 70 of 95. */
static void see_points(ask *a)
{
    arms_period_row row;
    arms_party china = fixture_party(a->f.data, "China");
    if (!CHECK(arms_period_row_make(&row, a->tally, china, one_each, &a->f.err)))
        return;
    is_between(&row.points, 60.0 / 85 - 0.8, 50.0 / 75 - 0.8, 70.0 / 95 - 40 / 50.5);
}

static void see_refusals(ask *a)
{
    arms_period_row row;
    const arms_years same[ARMS_PERIODS] = {{2019, 2020}, {2020, 2020}};
    const arms_years outside[ARMS_PERIODS] = {{2018, 2018}, {2020, 2020}};
    CHECK(!arms_period_row_make(&row, a->tally, ARMS_ALL, same, &a->f.err));
    CHECK_COUNT(a->f.err.code, ARMS_DOMAIN);
    CHECK_HAS(a->f.err.text, "must end before the second begins");
    CHECK(arms_period_row_make(&row, a->tally, ARMS_ALL, outside, &a->f.err));
    CHECK_HAS(row.change.why, "there was nothing before");
}

static const ask_question question = {.subject = "Pakistan", .first = 2018, .last = 2020};

static void test_rows(void)
{
    ask_see(trade, question, see_rows);
}

static void test_points(void)
{
    ask_see(trade, question, see_points);
}

static void test_refusals(void)
{
    ask_see(trade, question, see_refusals);
}

/* A year outside the file's coverage is no zero. */
static void see_not_covered(ask *a)
{
    arms_period_row row;
    const arms_years years[ARMS_PERIODS] = {{2017, 2017}, {2020, 2020}};
    CHECK(arms_period_row_make(&row, a->tally, ARMS_ALL, years, &a->f.err));
    CHECK_HAS(row.change.why, "2018");
    CHECK_HAS(row.points.why, "2018");
}

static void test_not_covered(void)
{
    ask_see(trade, (ask_question){.subject = "Pakistan", .first = 2017, .last = 2020},
            see_not_covered);
}

const check_test analysis_periods_tests[] = {
    {"rows of two periods", test_rows},
    {"points", test_points},
    {"what is refused", test_refusals},
    {"years that are not covered", test_not_covered},
    {NULL, NULL},
};
