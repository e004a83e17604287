/* Which years a claim is about: periods of the sentence, of what was said before, and of
 * the document's date, which is 11 March 2024 here. */
#include "tests/unit/claims_scene.h"

static const char date[] = "2024-03-11";

static const claims_row recent[] = {
    {"Chile's arms imports rose by 12 per cent last year.",
     "change import Chile, 12 percent ~2023"},
    {"Chile's arms imports rose by 12 per cent over the past five years.",
     "change import Chile, 12 percent ~2019-2023<?2014-2018"},
    {"Peru supplied 12 per cent of Chile's arms imports over the past five years.",
     "share import Chile/Peru, 12 percent ~2019-2023"},
    {"Chile's arms imports were worth $2 billion this year.",
     "level import Chile, 2000000000 USD ~2024"},
    {"Chile's arms imports were worth $2 billion since the start of the year.",
     "level import Chile, 2000000000 USD ~2024-01..2024-02"},
    {NULL, NULL},
};

static void test_recent(void)
{
    claims_check_dated(recent, date);
}

/* The past decade of a change is two windows of five years, of a level ten years. */
static const claims_row decades[] = {
    {"Over the past decade Chile's arms imports rose by 12 per cent.",
     "change import Chile, 12 percent ~2019-2023<?2014-2018"},
    {"Over the past decade Chile's arms imports were worth $2 billion.",
     "level import Chile, 2000000000 USD ~2014-2023"},
    {NULL, NULL},
};

static void test_decades(void)
{
    claims_check_dated(decades, date);
}

/* Without a year, the last such month that was over. */
static const claims_row months[] = {
    {"Chile's arms imports were worth $2 billion in January.",
     "level import Chile, 2000000000 USD ~2024-01"},
    {"Chile's arms imports were worth $2 billion in November.",
     "level import Chile, 2000000000 USD ~2023-11"},
    {"Chile's arms imports were worth $2 billion in November 2021.",
     "level import Chile, 2000000000 USD 2021-11"},
    {"Chile's arms imports were worth $2 billion from January to September 2023.",
     "level import Chile, 2000000000 USD 2023-01..2023-09"},
    {NULL, NULL},
};

static void test_months(void)
{
    claims_check_dated(months, date);
}

static const claims_row windows[] = {
    {"Chile's arms imports rose by 12 per cent between 2014\u201318 and 2019\u201323.",
     "change import Chile, 12 percent 2019-2023<2014-2018"},
    {"Chile's arms imports rose by 12 per cent from 2013\u201317 to 2018\u201322.",
     "change import Chile, 12 percent 2018-2022<2013-2017"},
    {"In 2019\u201323 Chile's arms imports were 12 per cent higher than in 2014\u201318.",
     "change import Chile, 12 percent 2019-2023<2014-2018"},
    {"Chile's arms imports rose by 12 per cent in 2019\u201323 compared with the "
     "previous five years.",
     "change import Chile, 12 percent 2019-2023<~2014-2018"},
    {"Chile's arms imports in 2018\u201322 were 12 per cent higher than in the "
     "previous five years.",
     "change import Chile, 12 percent 2018-2022<~2013-2017"},
    {NULL, NULL},
};

static void test_windows(void)
{
    claims_check_dated(windows, date);
}

/* Between two years a change compares them; between the ends of a window of five years
 * it compares windows. */
static const claims_row ends[] = {
    {"Chile's arms imports rose by 12 per cent between 2021 and 2022.",
     "change import Chile, 12 percent 2022<2021"},
    {"Chile's arms imports rose by 12 per cent from 2021 to 2022.",
     "change import Chile, 12 percent 2022<2021"},
    {"Chile's arms imports halved between 2010 and 2015.",
     "multiple import Chile, 0.5 times 2015<2010"},
    {"Chile's arms imports rose by 12 per cent between 2019 and 2023.",
     "change import Chile, 12 percent 2019-2023<?2014-2018"},
    {NULL, NULL},
};

static void test_ends(void)
{
    claims_check_dated(ends, date);
}

static const claims_row bases[] = {
    {"Chile's arms imports rose by 12 per cent in 2022 compared with 2021.",
     "change import Chile, 12 percent 2022<2021"},
    {"Chile's arms imports rose by 12 per cent in the first half of 2023 compared with "
     "the same period a year earlier.",
     "change import Chile, 12 percent 2023H1<~2022H1"},
    {"Chile's arms imports rose by 12 per cent in the first half of 2023 compared with "
     "the same period of 2022.",
     "change import Chile, 12 percent 2023H1<~2022H1"},
    {"Chile's arms imports rose by 12 per cent in FY2022-23 over the previous fiscal "
     "year.",
     "change import Chile, 12 percent FY2022-23<~FY2021-22"},
    {NULL, NULL},
};

static void test_bases(void)
{
    claims_check_dated(bases, date);
}

/* Two numbers, each of its own years. */
static const claims_row pairs[] = {
    {"Chile's arms imports were worth $2 billion in 2022, up from $1 billion in 2021.",
     "level import Chile, 2000000000 USD 2022 | "
     "level import Chile, 1000000000 USD 2021"},
    {"Chile's arms imports were worth $2 billion in 2022, up from $1 billion a year "
     "earlier.",
     "level import Chile, 2000000000 USD 2022 | "
     "level import Chile, 1000000000 USD ~2021"},
    {"Chile's arms imports were worth $2 billion in 2022 and $1 billion the previous "
     "year.",
     "level import Chile, 2000000000 USD 2022 | "
     "level import Chile, 1000000000 USD ~2021"},
    {"Chile's arms imports were worth $2 billion in 2022 (2021: $1.5 billion).",
     "level import Chile, 2000000000 USD 2022 | "
     "level import Chile, 1500000000 USD 2021"},
    {"Peru's share of Chile's arms imports rose from 4 to 12 per cent between "
     "2014\u201318 and 2019\u201323.",
     "share import Chile/Peru, 4 percent 2014-2018 | "
     "share import Chile/Peru, 12 percent 2019-2023"},
    {NULL, NULL},
};

static void test_pairs(void)
{
    claims_check_dated(pairs, date);
}

/* What a heading or a sentence before says. */
static const claims_row context[] = {
    {"Arms imports, 2018\u201322\n\nPeru supplied 12 per cent of Chile's arms imports.",
     "share import Chile/Peru, 12 percent ^2018-2022"},
    {"Peru supplied 12 per cent of Chile's arms imports in 2018\u201322. Spain supplied "
     "9 "
     "per cent in the same period.",
     "share import Chile/Peru, 12 percent 2018-2022 | "
     "share import Chile/Spain, 9 percent ~2018-2022"},
    {"Chile's arms imports rose by 12 per cent in 2021. They fell by 9 per cent the "
     "following year.",
     "change import Chile, 12 percent 2021 | change import Chile, -9 percent ~2022"},
    {"Chile bought arms from Peru in 2019. The country received 12 per cent of its arms "
     "imports from Spain.",
     "share import Chile/Spain, 12 percent ^2019"},
    {NULL, NULL},
};

static void test_context(void)
{
    claims_check_dated(context, date);
}

/* Where nothing is said, the window that a report of that day is about. */
static const claims_row assumed[] = {
    {"Peru was Chile's largest arms supplier.",
     "rank import Chile/Peru, 1 rank ?2019-2023"},
    {"Peru supplied 12 per cent of Chile's arms imports.",
     "share import Chile/Peru, 12 percent ?2019-2023"},
    {"Peru's share of Chile's arms imports fell from 12 per cent to 4 per cent.",
     "share import Chile/Peru, 12 percent ?2014-2018 | "
     "share import Chile/Peru, 4 percent ?2019-2023"},
    {NULL, NULL},
};

static void test_assumed(void)
{
    claims_check_dated(assumed, date);
}

/* Without a date, nothing is assumed and nothing told by it is known. */
static const claims_row undated[] = {
    {"Peru was Chile's largest arms supplier.", "rank import Chile/Peru, 1 rank"},
    {"Chile's arms imports rose by 12 per cent last year.",
     "change import Chile, 12 percent"},
    {"Chile's arms imports were worth $2 billion in the past five years.",
     "level import Chile, 2000000000 USD"},
    {"Chile's arms imports were worth $2 billion in the five years to 2022.",
     "level import Chile, 2000000000 USD 2018-2022"},
    {NULL, NULL},
};

static void test_undated(void)
{
    claims_check_dated(undated, NULL);
}

/* What lies ahead of the document's date is no figure yet. */
static void test_ahead(void)
{
    static const claims_row rows[] = {
        {"Chile's arms imports reached $2 billion in 2027.", ""}, {NULL, NULL}};
    claims_check_dated(rows, date);
    claims_check_dated(rows, "2026-12");
}

static void test_years_alone(void)
{
    static const claims_row rows[] = {
        {"Chile's arms imports rose by 12 per cent last year.",
         "change import Chile, 12 percent ~1998"},
        {NULL, NULL}};
    claims_check_dated(rows, "1999");
    claims_check_dated(rows, "1999-12");
    claims_check_dated(rows, "1999-01-31");
}

/* Dates that are none are refused, each with what to write instead. */
static void test_bad_dates(void)
{
    static const char *const dates[] = {
        "",     "24",   "2024-3", "2024-13", "2024-00", "2024-01-32", "2024-01-01-01",
        "1899", "2200", "today",  "2O24"};
    const arms_document none = {.path = ""};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        arms_text_reading reading;
        arms_error err = {0};
        arms_arena arena = {0};
        CHECK_ROW(!arms_read_document(&reading, &arena, &none, dates[i], &err), dates[i]);
        CHECK_ROW(err.code == ARMS_USAGE, dates[i]);
        CHECK_HAS(err.text, "2025-07-08");
        arms_arena_free(&arena);
    }
}

const check_test claims_settling_tests[] = {
    {"told by the date", test_recent},
    {"decades", test_decades},
    {"months", test_months},
    {"windows", test_windows},
    {"from one year to another", test_ends},
    {"base periods", test_bases},
    {"pairs of numbers", test_pairs},
    {"what was said before", test_context},
    {"assumed periods", test_assumed},
    {"without a date", test_undated},
    {"years that lie ahead", test_ahead},
    {"dates of years and months", test_years_alone},
    {"bad dates", test_bad_dates},
    {NULL, NULL},
};
