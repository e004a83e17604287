/* Two datasets compared: each outcome, what is covered, and what is refused. All figures
 * are invented, and what is expected is worked out by hand. */
#include <math.h>

#include "tests/unit/versus.h"

#define HEAD    "year,exporter,importer,category,measure,value,low,high,flags\n"
#define OLD     "# source: S\n# release: 2024-03\n"
#define NEW     "# source: S\n# release: 2025-03\n"
#define ALL     "# covers: exporters=*; importers=*; years=2020-2021\n"
#define NOTHING (&(arms_compare_question){0})

static const char old_text[] =
    OLD ALL HEAD "2020,China,Pakistan,,million TIV,5,,,\n"
                 "2020,France,Pakistan,,million TIV,5,,,\n"
                 "2020,Italy,Pakistan,,million TIV,8,,,\n"
                 "2020,Iran,Pakistan,,million TIV,5,1,9,"
                 "allocated\n"
                 "2020,Spain,Pakistan,,million TIV,2129,"
                 "2128.5,2129.5,\n"
                 "2020,Japan,Pakistan,,million TIV,5,4.5,5.5,\n"
                 "2020,Egypt,Pakistan,,million TIV,0,0,0.5,\n";

static const char new_text[] =
    NEW ALL HEAD "2020,China,Pakistan,,million TIV,5,,,\n"
                 "2020,France,Pakistan,,million TIV,7.25,,,\n"
                 "2020,Sweden,Pakistan,,million TIV,3,,,\n"
                 "2020,Iran,Pakistan,,million TIV,6,2,8,"
                 "allocated\n"
                 "2020,Spain,Pakistan,,million TIV,2129.3,,,\n"
                 "2020,Japan,Pakistan,,million TIV,6,5.5,6.5,\n";

static void check_change(const versus *v, const char *exporter, arms_change change,
                         const double difference[3])
{
    const arms_compared_row *row = versus_row(v, exporter, "Pakistan");
    CHECK_ROW(row->change == change, exporter);
    CHECK_NEAR(row->difference.low, difference[0], 1e-12);
    CHECK_NEAR(row->difference.value, difference[1], 1e-12);
    CHECK_NEAR(row->difference.high, difference[2], 1e-12);
}

#define D(low, value, high) ((const double[]){low, value, high})

/* [4.5, 5.5) and [5.5, 6.5) have no point in common. A printed 0 may be nothing. */
static void test_outcomes(void)
{
    versus v;
    if (!versus_compare(&v, old_text, new_text, NOTHING))
        return;
    CHECK_COUNT(v.c->relation, ARMS_RELATION_RELEASES);
    check_change(&v, "China", ARMS_CHANGE_EQUAL, D(0, 0, 0));
    check_change(&v, "France", ARMS_CHANGE_REVISED, D(2.25, 2.25, 2.25));
    check_change(&v, "Sweden", ARMS_CHANGE_APPEARED, D(3, 3, 3));
    check_change(&v, "Italy", ARMS_CHANGE_VANISHED, D(-8, -8, -8));
    check_change(&v, "Iran", ARMS_CHANGE_UNDECIDED, D(-7, 1, 7));
    check_change(&v, "Spain", ARMS_CHANGE_EQUAL, D(-0.2, 0.3, 0.8));
    check_change(&v, "Japan", ARMS_CHANGE_REVISED, D(0, 1, 2));
    check_change(&v, "Egypt", ARMS_CHANGE_UNDECIDED, D(-0.5, 0, 0));
    static const size_t want[ARMS_CHANGES] = {2, 2, 1, 1, 2, 0};
    for (int i = 0; i < ARMS_CHANGES; i++)
        CHECK_COUNT(v.c->changes[i], want[i]);
    versus_close(&v);
}

/* Old: 5 + 5 + 8 + 5 + 2129 + 5 + 0; new: 5 + 7.25 + 3 + 6 + 2129.3 + 6. */
static void test_totals(void)
{
    versus v;
    if (!versus_compare(&v, old_text, new_text, NOTHING))
        return;
    CHECK_NEAR(v.c->total.sides[0].amount.value, 2157, 1e-12);
    CHECK_NEAR(v.c->total.sides[1].amount.value, 2156.55, 1e-12);
    CHECK_NEAR(v.c->total.difference.value, -0.45, 1e-12);
    CHECK_NEAR(v.c->sum.difference.value, -0.45, 1e-12);
    CHECK(!v.c->total.of_rows);
    CHECK_COUNT(v.c->total_count, 2);
    CHECK_NEAR(v.c->totals[1].difference.value, 0, 0);
    CHECK_COUNT(v.c->totals[1].change, ARMS_CHANGE_EQUAL);
    versus_close(&v);
}

/* Largest first: 8, 3, 2.25, then 1 and 1 by name, then 0.3, then 0 and 0 by name. */
static void test_order(void)
{
    static const char *const want[] = {"Italy", "Sweden", "France", "Iran",
                                       "Japan", "Spain",  "China",  "Egypt"};
    versus v;
    if (!versus_compare(&v, old_text, new_text, NOTHING) || !CHECK(v.c) ||
        !CHECK_COUNT(v.c->count, 8))
        return;
    for (size_t i = 0; i < 8; i++)
        CHECK_STRING(v.c->rows[i].exporter, want[i]);
    versus_close(&v);
}

/* 5 of 5, 7.25 of 5, nothing of nothing; 6 of [1, 9] is 2/9 to 8. */
static void test_ratio(void)
{
    versus v;
    if (!versus_compare(&v, old_text, new_text, NOTHING))
        return;
    CHECK_NEAR(versus_row(&v, "France", "Pakistan")->ratio.value, 1.45, 1e-12);
    CHECK(isnan(versus_row(&v, "Sweden", "Pakistan")->ratio.value));
    CHECK(isnan(versus_row(&v, "Egypt", "Pakistan")->ratio.value));
    arms_interval iran = versus_row(&v, "Iran", "Pakistan")->ratio;
    CHECK_NEAR(iran.low, 2.0 / 9, 1e-12);
    CHECK_NEAR(iran.value, 1.2, 1e-12);
    CHECK_NEAR(iran.high, 8, 1e-12);
    versus_close(&v);
}

/* What the second file does not cover has not vanished, whatever it leaves out. */
static void test_not_covered(void)
{
    versus v;
    if (!versus_compare(
            &v,
            OLD ALL HEAD "2020,China,India,,TIV,5,,,\n"
                         "2020,China,Japan,,TIV,6,,,\n"
                         "2020,Italy,India,,TIV,7,,,\n",
            NEW "# covers: exporters=*; importers=India|Nepal; years=2020-2021\n" HEAD
                "2020,China,India,,TIV,5,,,\n2020,Italy,India,,TIV,,,,\n",
            NOTHING))
        return;
    const arms_compared_row *japan = versus_row(&v, "China", "Japan"),
                            *italy = versus_row(&v, "Italy", "India");
    CHECK_COUNT(japan->change, ARMS_CHANGE_NOT_COMPARABLE);
    CHECK_COUNT(japan->sides[1].held, ARMS_HELD_NOT_COVERED);
    CHECK_NEAR(japan->sides[0].amount.value, 6, 0);
    /* In 2021 neither has anything from Italy, and both cover it. */
    CHECK_COUNT(italy->change, ARMS_CHANGE_EQUAL);
    CHECK_COUNT(italy->compared, 1);
    CHECK_COUNT(v.c->total.of_rows, 1);
    CHECK_NEAR(v.c->total.difference.value, 0, 0);
    versus_close(&v);
}

static void test_missing(void)
{
    versus v;
    const arms_compare_question question = {.years = {2020, 2020}};
    if (!versus_compare(&v,
                        OLD ALL HEAD "2020,China,India,,TIV,5,,,\n2020,Italy,India,,"
                                     "TIV,7,,,\n",
                        NEW ALL HEAD "2020,China,India,,TIV,5,,,\n2020,Italy,India,,"
                                     "TIV,,,,\n",
                        &question))
        return;
    const arms_compared_row *italy = versus_row(&v, "Italy", "India");
    CHECK_COUNT(italy->change, ARMS_CHANGE_NOT_COMPARABLE);
    CHECK_COUNT(italy->sides[1].held, ARMS_HELD_MISSING);
    CHECK_STRING(italy->sides[1].why, "the value for 2020 is missing (line 6)");
    versus_close(&v);
}

/* A name that only one file has may be spelt otherwise in the other; one key is one
 * party. */
static void test_names(void)
{
    versus v;
    if (!versus_compare(&v,
                        OLD ALL HEAD "2020,China,Freedonia,,TIV,5,,,\n"
                                     "2020,China,Sylvania,,TIV,6,,,\n",
                        NEW ALL HEAD "2020,China,FREEDONIA,,TIV,8,,,\n"
                                     "2020,China,Osterlich,,TIV,6,,,\n",
                        NOTHING))
        return;
    CHECK_NEAR(versus_row(&v, "China", "FREEDONIA")->difference.value, 3, 0);
    const arms_compared_row *gone = versus_row(&v, "China", "Sylvania");
    CHECK_COUNT(gone->change, ARMS_CHANGE_NOT_COMPARABLE);
    CHECK_COUNT(gone->sides[1].held, ARMS_HELD_NO_NAME);
    CHECK_COUNT(versus_row(&v, "China", "Osterlich")->change, ARMS_CHANGE_NOT_COMPARABLE);
    CHECK_NEAR(v.c->total.difference.value, 3, 0); /* whoever they are */
    versus_close(&v);
}

/* 5 in 2020 became 5 in 2021: each year changed, the sum did not. */
static void test_moved(void)
{
    static const char first[] = OLD ALL HEAD "2020,China,India,,TIV,5,,,\n";
    static const char second[] = NEW ALL HEAD "2021,China,India,,TIV,5,,,\n";
    versus v;
    if (!versus_compare(&v, first, second, NOTHING))
        return;
    const arms_compared_row *row = versus_row(&v, "China", "India");
    CHECK_COUNT(row->change, ARMS_CHANGE_EQUAL);
    CHECK_COUNT(row->changed, 2);
    versus_close(&v);
    const arms_compare_question yearly = {.each_year = true};
    if (!versus_compare(&v, first, second, &yearly) || !CHECK(v.c) ||
        !CHECK_COUNT(v.c->count, 2))
        return;
    CHECK_COUNT(v.c->rows[0].years.first, 2020);
    CHECK_COUNT(v.c->rows[0].change, ARMS_CHANGE_VANISHED);
    CHECK_COUNT(v.c->rows[1].change, ARMS_CHANGE_APPEARED);
    versus_close(&v);
}

/* Rounded to whole numbers, 10 + 20 and 10 + 21 may have one sum; 2021 was revised. */
static void test_rounded_sums(void)
{
    versus v;
    if (!versus_compare(&v,
                        OLD ALL HEAD "2020,China,India,,TIV,10,9.5,10.5,\n"
                                     "2021,China,India,,TIV,20,19.5,20.5,\n",
                        NEW ALL HEAD "2020,China,India,,TIV,10,9.5,10.5,\n"
                                     "2021,China,India,,TIV,21,20.5,21.5,\n",
                        NOTHING))
        return;
    const arms_compared_row *row = versus_row(&v, "China", "India");
    CHECK_COUNT(row->change, ARMS_CHANGE_UNDECIDED);
    CHECK_COUNT(row->changed, 1);
    CHECK_COUNT(v.c->totals[0].change, ARMS_CHANGE_EQUAL);
    CHECK_COUNT(v.c->totals[1].change, ARMS_CHANGE_REVISED);
    versus_close(&v);
}

/* 12 over two years with at least 3 in each: both years together are certain. */
static void test_allocated(void)
{
    static const char halves[] = OLD ALL HEAD "2020,China,India,,TIV,6,3,9,allocated\n"
                                              "2021,China,India,,TIV,6,3,9,allocated\n";
    versus v;
    if (!versus_compare(&v, halves, NEW ALL HEAD "2020,China,India,,TIV,5,,,\n", NOTHING))
        return;
    const arms_compared_row *row = versus_row(&v, "China", "India");
    CHECK_COUNT(v.c->totals[0].change, ARMS_CHANGE_UNDECIDED);
    CHECK_COUNT(v.c->totals[1].change, ARMS_CHANGE_VANISHED); /* at least 3 */
    CHECK_COUNT(row->change, ARMS_CHANGE_REVISED);            /* 6 to 18 against 5 */
    CHECK_COUNT(row->changed, 1);
    versus_close(&v);
}

const check_test analysis_compare_tests[] = {
    {"outcomes", test_outcomes},
    {"totals", test_totals},
    {"order", test_order},
    {"ratio", test_ratio},
    {"not covered is not vanished", test_not_covered},
    {"missing", test_missing},
    {"names", test_names},
    {"moved between years", test_moved},
    {"rounded sums", test_rounded_sums},
    {"allocated", test_allocated},
    {NULL, NULL},
};
