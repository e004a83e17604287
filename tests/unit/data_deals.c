/* SIPRI's register of deals: totals of several years, orders, coverage. All figures are
 * invented; bounds are worked out beside them. */
#include <math.h>

#include "tests/unit/deals.h"

static void test_clean(void)
{
    fixture f = deals_load(&deals_plain, deals_clean, NULL);
    CHECK_STRING(f.err.text, "");
    deals_check_clean(f.data, DEALS_FIRST_ROW);
    if (f.data) {
        const arms_about *about = arms_dataset_about(f.data);
        const arms_measure *measure = arms_dataset_measure(f.data);
        CHECK_STRING(about->layout, "sipri-deals");
        CHECK_STRING(about->publisher, "SIPRI");
        CHECK_STRING(about->generated, "2026-02-12");
        CHECK_STRING(about->release, "2025-03");
        CHECK_COUNT(about->reported_by, ARMS_REPORTED_BY_PUBLISHER);
        CHECK_COUNT(measure->unit, ARMS_UNIT_TIV);
        CHECK(check_same(measure->scale, 1e6));
        CHECK_COUNT(measure->kind, ARMS_KIND_DELIVERY);
        CHECK_COUNT(about->note_count, 1); /* the order, and nothing else */
    }
    fixture_free(&f);
}

/* Orders are no flows, and it is told that they are left out. */
static void test_undelivered(void)
{
    static const char *const rows[] = {
        DEALS_ORDER, DEALS_ONE_YEAR,
        "Pakistan,Turkiye,2023,,6,,X-3,corvette,,,,New,,50,300,0",
        "Pakistan,Turkiye,2023,,6,,X-3,corvette,,,,New,,50,300,", NULL};
    fixture f = deals_load(&deals_plain, rows, NULL);
    if (CHECK(f.data != NULL)) {
        const arms_reading *reading = &arms_dataset_about(f.data)->reading;
        CHECK_COUNT(arms_dataset_count(f.data), 1);
        CHECK(fixture_noted(f.data, "3 rows are left out: orders of which nothing had "
                                    "been delivered yet (lines 8, 10, 11)"));
        if (CHECK_COUNT(reading->skip_count, 1)) {
            CHECK_COUNT(reading->skips[0].count, 3);
            CHECK_COUNT(reading->skips[0].lines[1], 10);
        }
    }
    fixture_free(&f);
}

/* Bounds of totals that are spread, each by hand. */
static void test_bounds(void)
{
    static const char *const rows[] = {
        DEAL("", "2022; 2023", "13.5"),      /* any number of units */
        DEAL("1", "2022; 2023", "13.5"),     /* fewer units than years */
        DEAL("0", "2022; 2023", "13.5"),     /* the same */
        DEAL("2", "2022; 2023", "13.5"),     /* one each year */
        DEAL("4", "2021; 2022; 2024", "10"), /* 2.5 each; thirds do not come out even */
        DEAL("3000", "2021; 2022", "0.01"),  /* 3.33 millionths each, rounded down */
        DEAL("5", "2021; 2022", "0"),        /* rounds to zero */
        DEAL("5", "2021", "0.0"),            /* the same in one year */
        NULL};
    const int marks = ARMS_FLAG_ALLOCATED | ARMS_FLAG_ESTIMATED;
    static const deals_flow flows[] = {{2022, 0, 6.75, 13.5, 2, 0, 8},
                                       {2023, 0, 6.75, 13.5, 2, 0, 8},
                                       {2022, 0, 6.75, 13.5, 2, 0, 9},
                                       {2023, 0, 6.75, 13.5, 2, 0, 9},
                                       {2022, 0, 6.75, 13.5, 2, 0, 10},
                                       {2023, 0, 6.75, 13.5, 2, 0, 10},
                                       {2022, 6.75, 6.75, 6.75, 2, 0, 11},
                                       {2023, 6.75, 6.75, 6.75, 2, 0, 11},
                                       {2021, 2.5, 3.333333, 5, 3, 0, 12},
                                       {2022, 2.5, 3.333333, 5, 3, 0, 12},
                                       {2024, 2.5, 3.333333, 5, 3, 0, 12},
                                       {2021, 3e-6, 0.005, 0.009997, 2, 0, 13},
                                       {2022, 3e-6, 0.005, 0.009997, 2, 0, 13},
                                       {2021, 0, 0, 0.5, 2, 0, 14},
                                       {2022, 0, 0, 0.5, 2, 0, 14},
                                       {2021, 0, 0, 0.5, 1, 0, 15}};
    fixture f = deals_load(&deals_plain, rows, NULL);
    CHECK_STRING(f.err.text, "");
    if (f.data && CHECK_COUNT(arms_dataset_count(f.data), 16)) {
        for (size_t i = 0; i < 16; i++) {
            deals_flow want = flows[i];
            want.flags = want.parts > 1 ? marks : ARMS_FLAG_ESTIMATED;
            deals_check_flow(f.data, i, &want);
        }
    }
    fixture_free(&f);
}

/* A deal whose value is not printed is missing in each of its years. */
static void test_missing_value(void)
{
    static const char *const rows[] = {DEAL("5", "2021; 2022", ""), NULL};
    fixture f = deals_load(&deals_plain, rows, NULL);
    if (CHECK(f.data != NULL) && CHECK_COUNT(arms_dataset_count(f.data), 2))
        for (size_t i = 0; i < 2; i++) {
            CHECK(isnan(arms_dataset_flow(f.data, i).value));
            CHECK_COUNT(arms_dataset_flow(f.data, i).parts, 1);
        }
    fixture_free(&f);
}

static void test_no_allocate(void)
{
    static const char *const single[] = {DEALS_ONE_YEAR, DEALS_ORDER, NULL};
    const arms_load_options options = {.no_allocate = true};
    fixture f = deals_load(&deals_plain, deals_clean, &options);
    CHECK(!f.done);
    CHECK_COUNT(f.err.code, ARMS_PARSE);
    CHECK_COUNT(f.err.line, DEALS_FIRST_ROW + 1);
    CHECK_HAS(f.err.text, "3 years (2022 to 2024)");
    CHECK_HAS(f.err.text, "register of deliveries");
    fixture_free(&f);
    f = deals_load(&deals_plain, single, &options);
    CHECK(f.done);
    fixture_free(&f);
}

/* The header of July 2026, and a selection of one supplier and some years. */
static void test_filtered(void)
{
    const deals_file m = {
        "from China   to All countries . Deals with deliveries made for the "
        "year range '2000' to '2022'",
        DEALS_IN_RANGE, "\n"};
    static const char *const rows[] = {DEALS_ONE_YEAR, NULL};
    fixture f = deals_load(&m, rows, NULL);
    arms_party china = arms_entity_by_code("CHN"), pakistan = arms_entity_by_code("PAK");
    CHECK_STRING(f.err.text, "");
    if (CHECK(f.data != NULL)) {
        CHECK(arms_dataset_covers(f.data, china, pakistan, 2000, 0));
        CHECK(arms_dataset_covers(f.data, china, ARMS_ALL, 2022, 0));
        CHECK(!arms_dataset_covers(f.data, china, ARMS_ALL, 1999, 0));
        CHECK(!arms_dataset_covers(f.data, china, ARMS_ALL, 2023, 0));
        CHECK(!arms_dataset_covers(f.data, ARMS_ALL, pakistan, 2001, 0));
    }
    fixture_free(&f);
}

static bool covers(const char *selection, const char *exporter, int year)
{
    const deals_file m = {selection, DEALS_DELIVERED, "\n"};
    fixture f = deals_load(&m, deals_clean, NULL);
    bool covered =
        CHECK(f.data != NULL) &&
        arms_dataset_covers(f.data, exporter ? arms_entity_by_code(exporter) : ARMS_ALL,
                            arms_entity_by_code("PAK"), year, 0);
    fixture_free(&f);
    return covered;
}

/* Coverage ends with the release of March 2025, which knows 2024; it begins with the
 * first year that has data where none is asked for. */
static void test_coverage(void)
{
    static const char orders[] =
        "from All countries  to All countries . Deals with deliveries or orders made for "
        "year range '1990' to '2025'";
    static const char two[] = "from China; Turkiye  to Pakistan  . Deals with deliveries "
                              "made for the year range '1990' to '2023'";
    CHECK(covers(DEALS_WORLD, NULL, 2001));
    CHECK(covers(DEALS_WORLD, NULL, 2024));
    CHECK(!covers(DEALS_WORLD, NULL, 2000));
    CHECK(!covers(DEALS_WORLD, NULL, 2025));
    CHECK(covers(orders, NULL, 1990));
    CHECK(covers(orders, NULL, 2024));
    CHECK(!covers(orders, NULL, 2025));
    CHECK(covers(two, "CHN", 2023));
    CHECK(covers(two, "TUR", 1990));
    CHECK(!covers(two, "FRA", 2023));
    CHECK(!covers(two, NULL, 2023));
    CHECK(!covers("of some kind", NULL, 2023));
}

/* A deal has one name in both registers, and none where nobody asks. */
static void test_deals(void)
{
    const arms_load_options options = {.deals = true};
    arms_buffer text = {0};
    fixture f = deals_load(&deals_plain, deals_clean, &options), other = {0};
    fixture_register(&text, DEALS_WORLD, "\n");
    fixture_register_header(&text, "\n");
    arms_buffer_string(&text, "9,Turkiye,Pakistan,X-2,armed UAV,Aircraft,2021,Yes,3,No,"
                              "2022,No,New,2.4,2.4,7.2,No\n");
    const char *path = check_write("register.csv", (arms_text){text.data, text.len});
    other.done = arms_load(&other.loaded, path, &options, &other.err);
    if (CHECK(f.data != NULL) && CHECK(other.done)) {
        const arms_dataset *data = other.loaded.items[0];
        arms_flow first = arms_dataset_flow(f.data, 1),
                  last = arms_dataset_flow(f.data, 3);
        CHECK_COUNT(first.deal, last.deal);
        CHECK_STRING(arms_dataset_deal(f.data, first.deal), "X-2|armed UAV||2021");
        CHECK_STRING(arms_dataset_deal(data, arms_dataset_flow(data, 0).deal),
                     "X-2|armed UAV|9|2021");
    }
    fixture_free(&f);
    fixture_free(&other);
    arms_buffer_free(&text);
    f = deals_load(&deals_plain, deals_clean, NULL);
    if (CHECK(f.data != NULL))
        CHECK_COUNT(arms_dataset_flow(f.data, 1).deal, 0);
    fixture_free(&f);
}

const check_test data_deals_tests[] = {
    {"a clean register", test_clean},
    {"orders without deliveries", test_undelivered},
    {"bounds of a year's part", test_bounds},
    {"a missing value", test_missing_value},
    {"allocation that is not allowed", test_no_allocate},
    {"the newer header, filtered", test_filtered},
    {"coverage", test_coverage},
    {"names of deals", test_deals},
    {NULL, NULL},
};
