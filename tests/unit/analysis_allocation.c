/* Totals of deals that are spread over years: what levels, shares and ranks make of them.
 * All figures are invented; bounds are worked out beside them. */
#include "tests/unit/ask.h"
#include "tests/unit/deals.h"
#include "tests/unit/trial.h"

#define ROW(supplier, number, years, value) \
    "Pakistan," supplier ",2019,,,,X,gun," number ",," years ",New,,,0," value "\n"

/* Nine units of 2.4 each over three years; a deal of which the number is not known; and
 * ten in each year from China. */
static const char register_text[] = DEALS_HEAD ROW("China", "1", "2020", "10")
    ROW("China", "1", "2022", "10") ROW("China", "1", "2023", "10")
        ROW("China", "1", "2024", "10") ROW("Turkiye", "9", "2022; 2023; 2024", "21.6")
            ROW("Sweden", "", "2023; 2024", "12");

static bool open_pakistan(ask *a, int first, int last)
{
    return ask_open(a, register_text,
                    (ask_question){.subject = "Pakistan", .first = first, .last = last});
}

/* One level as it must be. */
typedef struct level_row {
    const char *partner; /* NULL: all */
    int first, last;
    double low, value, high;
    bool allocated;
} level_row;

static const level_row levels[] = {
    {"Türkiye", 2022, 2022, 2.4, 7.2, 16.8, true},
    {"Türkiye", 2022, 2023, 4.8, 14.4, 19.2, true}, /* 2024 has 2.4 at least */
    {"Türkiye", 2023, 2024, 4.8, 14.4, 19.2, true},
    {"Türkiye", 2022, 2024, 21.6, 21.6, 21.6, false},
    {"Türkiye", 2020, 2024, 21.6, 21.6, 21.6, false},
    {"Türkiye", 2020, 2021, 0, 0, 0, false},
    {"Sweden", 2023, 2023, 0, 6, 12, true},
    {"Sweden", 2020, 2023, 0, 6, 12, true},
    {"Sweden", 2023, 2024, 12, 12, 12, false},
    {"China", 2022, 2023, 20, 20, 20, false},
    {NULL, 2022, 2022, 12.4, 17.2, 26.8, true},
    {NULL, 2022, 2023, 24.8, 40.4, 51.2, true}, /* 20 + 4.8…19.2 + 0…12 */
    {NULL, 2022, 2024, 63.6, 63.6, 63.6, false},
    {NULL, 2020, 2024, 73.6, 73.6, 73.6, false},
};

static void check_level(const level_row *row, bool whole_period)
{
    ask a;
    arms_figure level = {0};
    if (!open_pakistan(&a, whole_period ? 2020 : row->first,
                       whole_period ? 2024 : row->last))
        return;
    arms_party party = row->partner ? fixture_party(a.f.data, row->partner) : ARMS_ALL;
    CHECK(arms_tally_level(&level, a.tally, party, (arms_years){row->first, row->last},
                           NULL));
    CHECK_FIGURE(level, row->low, row->value, row->high);
    CHECK_COUNT(level.allocated, row->allocated);
    CHECK(!level.amount.open);
    CHECK(!row->allocated == !level.note);
    if (level.note)
        CHECK_HAS(level.note, "allocated");
    ask_close(&a);
}

/* Whether the question asks for the years alone, or for more than them. */
static void test_levels(void)
{
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        check_level(&levels[i], false);
        check_level(&levels[i], true);
    }
}

/* All years of all deals: the sum is that of the totals as printed, to the last digit. */
static void see_exact_to_the_digit(ask *a)
{
    arms_figure all = ask_level(a, NULL);
    CHECK(check_same(all.amount.low, 2000.65));
    CHECK(check_same(all.amount.value, 2000.65));
    CHECK(check_same(all.amount.high, 2000.65));
}

static void test_exact_to_the_digit(void)
{
    ask_see(DEALS_HEAD ROW("China", "7", "2021; 2022; 2024", "0.1")
                ROW("China", "7", "2021; 2022; 2024", "0.2")
                    ROW("China", "", "2021; 2022; 2023; 2024", "2000.35"),
            (ask_question){.subject = "Pakistan", .first = 2021, .last = 2024},
            see_exact_to_the_digit);
}

static void test_shares(void)
{
    ask a;
    if (!open_pakistan(&a, 2022, 2023))
        return;
    arms_figure china = ask_share(&a, "China");
    CHECK_FIGURE(ask_share(&a, "Türkiye"), 4.8 / 36.8, 14.4 / 40.4, 19.2 / 39.2);
    CHECK_FIGURE(china, 20 / 51.2, 20 / 40.4, 20 / 24.8);
    CHECK(china.allocated); /* through the whole */
    CHECK_HAS(china.note, "allocated");
    ask_close(&a);
    if (!open_pakistan(&a, 2022, 2024))
        return;
    arms_figure turkiye = ask_share(&a, "Türkiye");
    CHECK_FIGURE(turkiye, 21.6 / 63.6, 21.6 / 63.6, 21.6 / 63.6);
    CHECK(!turkiye.allocated && !turkiye.note);
    ask_close(&a);
}

/* In 2022 and 2023 Türkiye has 19.2 at most, so China's 20 are more; two years added up
 * as if they were free of each other could be 33.6. */
static void test_ranks(void)
{
    ask a;
    if (!open_pakistan(&a, 2022, 2023))
        return;
    arms_rank china = ask_rank(&a, "China").rank, turkiye = ask_rank(&a, "Türkiye").rank;
    CHECK_COUNT(china.low, 1);
    CHECK_COUNT(china.high, 1);
    CHECK(!china.allocated);
    CHECK_COUNT(turkiye.rank, 2);
    CHECK_COUNT(turkiye.low, 2);
    CHECK_COUNT(turkiye.high, 3);
    CHECK(turkiye.allocated);
    ask_close(&a);
    if (!open_pakistan(&a, 2022, 2024))
        return;
    turkiye = ask_rank(&a, "Türkiye").rank;
    CHECK_COUNT(turkiye.low, 2);
    CHECK_COUNT(turkiye.high, 2);
    CHECK(!turkiye.allocated);
    ask_close(&a);
}

/* The world's importers: what is spread belongs to other pairs too. */
static void see_world(ask *a)
{
    /* 4 units of 2 over three years: 4 to 6 in two of them, and 8 / 3 is rounded to a
     * millionth; India has 3 in 2021. */
    CHECK_FIGURE(ask_level(a, "China"), 7, 2 * 2.666667 + 3, 9);
    CHECK_FIGURE(ask_share(a, "China"), 1, 1, 1);
}

static void test_world(void)
{
    ask_see(DEALS_HEAD ROW("China", "4", "2021; 2022; 2023",
                           "8") "India,China,2019,,,,X,gun,2,,2021; 2023,New,,,0,6\n",
            (ask_question){.flow = ARMS_EXPORT, .first = 2021, .last = 2022}, see_world);
}

#define CANONICAL                                           \
    "# covers: exporters=*; importers=*; years=2020-2026\n" \
    "year,exporter,importer,category,measure,value,low,high,flags,parts\n"
#define PART(year, value, low, high, parts) \
    year ",China,Pakistan,,million TIV," value "," low "," high ",allocated," parts "\n"

static void check_china(const char *text, int first, int last, const double want[3])
{
    ask a;
    if (!ask_open(&a, text,
                  (ask_question){.subject = "Pakistan", .first = first, .last = last}))
        return;
    CHECK_FIGURE(ask_level(&a, "China"), want[0], want[1], want[2]);
    ask_close(&a);
}

/* Where each row has a line of its own, records are told apart by their places: two years
 * of one and one of the next are no whole record. */
static void test_neighbours(void)
{
    static const char text[] =
        CANONICAL PART("2020", "3", "1", "7", "3") PART("2021", "3", "1", "7", "3")
            PART("2022", "3", "1", "7", "3") PART("2023", "3", "1", "7", "3")
                PART("2024", "3", "1", "7", "3") PART("2025", "3", "1", "7", "3");
    check_china(text, 2020, 2022, (const double[]){9, 9, 9});
    check_china(text, 2021, 2023, (const double[]){3, 9, 15}); /* 2…8 and 1…7 */
    check_china(text, 2020, 2025, (const double[]){18, 18, 18});
    check_china(text, 2022, 2023, (const double[]){2, 6, 14});
}

/* Narrower bounds than a layout gives, and a total that is itself an interval. */
static void test_other_bounds(void)
{
    static const char caps[] = CANONICAL PART("2020", "60", "50", "65", "3")
        PART("2021", "60", "50", "65", "3") PART("2022", "60", "50", "65", "3");
    static const char zeros[] = DEALS_HEAD ROW("China", "5", "2021; 2022; 2023", "0");
    check_china(caps, 2020, 2020, (const double[]){50, 60, 65});
    /* Two are 130 at most. That three are 180 or 165, as its bounds say, is not known. */
    check_china(caps, 2020, 2021, (const double[]){100, 120, 130});
    check_china(caps, 2020, 2022, (const double[]){165, 180, 180});
    check_china(zeros, 2021, 2021, (const double[]){0, 0, 0.5});
    check_china(zeros, 2021, 2022, (const double[]){0, 0, 0.5});
    check_china(zeros, 2021, 2023, (const double[]){0, 0, 0.5});
}

/* One claim and what is said of it. */
typedef struct verdict_row {
    const char *claim;
    arms_verdict verdict;
    arms_reason reason;
} verdict_row;

static const verdict_row verdicts[] = {
    {"share,Pakistan,Türkiye,2022,42 %", ARMS_NOT_ENOUGH_INFO, ARMS_REASON_ALLOCATED},
    {"share,Pakistan,China,2022,58 %", ARMS_NOT_ENOUGH_INFO, ARMS_REASON_ALLOCATED},
    {"share,Pakistan,Türkiye,2022,70 %", ARMS_REFUTED, ARMS_REASON_NONE},
    {"share,Pakistan,Türkiye,2022,under 70 %", ARMS_SUPPORTED, ARMS_REASON_NONE},
    {"share,Pakistan,Türkiye,2022-2024,34 %", ARMS_SUPPORTED, ARMS_REASON_NONE},
    {"level,Pakistan,Türkiye,2022-2023,14.4 million TIV", ARMS_NOT_ENOUGH_INFO,
     ARMS_REASON_ALLOCATED},
    {"level,Pakistan,Türkiye,2022-2023,19.4 million TIV", ARMS_REFUTED, ARMS_REASON_NONE},
    {"level,Pakistan,Türkiye,2022-2024,21.6 million TIV", ARMS_SUPPORTED,
     ARMS_REASON_NONE},
    {"rank,Pakistan,Türkiye,2022-2023,2", ARMS_NOT_ENOUGH_INFO, ARMS_REASON_ALLOCATED},
    {"rank,Pakistan,Türkiye,2022-2024,2", ARMS_SUPPORTED, ARMS_REASON_NONE},
};

static void test_verdicts(void)
{
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
        trial t;
        const verdict_row *row = &verdicts[i];
        if (trial_open(&t, register_text, row->claim)) {
            CHECK_ROW(t.finding->verdict == row->verdict, row->claim);
            CHECK_ROW(t.finding->reason == row->reason, row->claim);
        }
        trial_close(&t);
    }
}

const check_test analysis_allocation_tests[] = {
    {"levels of some of a deal's years", test_levels},
    {"all years, to the digit", test_exact_to_the_digit},
    {"shares", test_shares},
    {"ranks", test_ranks},
    {"the world", test_world},
    {"records by their places", test_neighbours},
    {"other bounds", test_other_bounds},
    {"verdicts", test_verdicts},
    {NULL, NULL},
};
