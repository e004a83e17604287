/* SIPRI's register of deliveries, clean and damaged. All figures are invented. */
#include <math.h>
#include <string.h>

#include "tests/unit/fixture.h"

#define WORLD                                                                    \
    "from All countries  to All countries . Deals with deliveries made for the " \
    "year range '2001' to '2025'"

#define ROW_A                                                                  \
    "101,China,Pakistan,X-1,frigate,Ships,1999,Yes,2,No,2001,Yes,New,150,150," \
    "300.25,No"
#define ROW_B                                                       \
    "102,Turkiye,Pakistan,X-2,gun,Artillery,2020,No,6,Yes,2023,No," \
    "Second hand but modernized,1,0.66,3.96,Yes"
#define ROW_C                                                                  \
    "103,unknown supplier(s),PKK (Turkiye)*,X-3,gun,Artillery,2020,,6,,2024,," \
    "Second hand,1,0.4,2.4,"

/* A register of the rows given, each ending in `end`. */
static fixture load_register(const char *selection, const char *end,
                             const char *const rows[])
{
    arms_buffer text = {0};
    fixture_register(&text, selection, end);
    fixture_register_header(&text, end);
    for (size_t i = 0; rows[i]; i++)
        arms_buffer_print(&text, "%s%s", rows[i], end);
    return fixture_load_buffer(&text);
}

static const char *const clean_rows[] = {ROW_A, ROW_B, ROW_C, NULL};

static void check_rows(const arms_dataset *data)
{
    if (!CHECK(data != NULL) || !CHECK_COUNT(arms_dataset_count(data), 3))
        return;
    arms_flow a = arms_dataset_flow(data, 0), b = arms_dataset_flow(data, 1),
              c = arms_dataset_flow(data, 2);
    CHECK(check_same(a.value, 300.25) && check_same(a.low, a.value) &&
          check_same(a.high, a.value)); /* taken as printed */
    CHECK_COUNT(a.exporter, arms_entity_by_code("CHN"));
    CHECK_COUNT(a.importer, arms_entity_by_code("PAK"));
    CHECK_COUNT(a.year, 2001);
    CHECK_COUNT(a.line, 8);
    CHECK_COUNT(a.parts, 1);
    CHECK_COUNT(a.flags, ARMS_FLAG_YEAR_ESTIMATED);
    CHECK_STRING(arms_dataset_category(data, a.category), "Ships");
    CHECK_COUNT(b.exporter, arms_entity_by_code("TUR"));
    CHECK_COUNT(b.flags,
                ARMS_FLAG_ESTIMATED | ARMS_FLAG_SECOND_HAND | ARMS_FLAG_LICENSED);
    CHECK(check_same(b.value, 3.96));
    CHECK_COUNT(c.exporter, arms_entity_by_code("unknown-supplier"));
    CHECK_COUNT(c.importer, arms_entity_by_code("pkk"));
    CHECK_COUNT(c.flags, ARMS_FLAG_SECOND_HAND); /* empty marks mean unknown */
    CHECK_COUNT(c.category, b.category);
}

static void test_clean(void)
{
    fixture f = load_register(WORLD, "\n", clean_rows);
    CHECK_STRING(f.err.text, "");
    check_rows(f.data);
    if (f.data) {
        const arms_about *about = arms_dataset_about(f.data);
        const arms_measure *measure = arms_dataset_measure(f.data);
        CHECK_STRING(about->layout, "sipri-deliveries");
        CHECK_STRING(about->publisher, "SIPRI");
        CHECK_STRING(about->generated, "2026-02-12");
        CHECK_STRING(about->release, "2025-03");
        CHECK_COUNT(about->preamble_count, 6);
        CHECK_COUNT(about->note_count, 1); /* invented figures are no release */
        CHECK(fixture_noted(f.data, "not that of the release of 2025-03"));
        CHECK_COUNT(measure->unit, ARMS_UNIT_TIV);
        CHECK(check_same(measure->scale, 1e6));
        CHECK_COUNT(measure->kind, ARMS_KIND_DELIVERY);
        CHECK_COUNT(arms_dataset_unlisted(f.data), 0);
    }
    fixture_free(&f);
}

static void test_spreadsheet(void)
{
    fixture f = load_register(WORLD, ";\r\n", clean_rows);
    CHECK_STRING(f.err.text, "");
    check_rows(f.data);
    if (f.data) {
        CHECK_STRING(arms_dataset_about(f.data)->generated, "2026-02-12");
        CHECK(fixture_noted(f.data, "spreadsheet"));
        CHECK(arms_dataset_covers(f.data, ARMS_ALL, ARMS_ALL, 2023, 0));
    }
    fixture_free(&f);
}

/* A register that was asked for 2001 to 2025 from the release of March 2025 ends with
 * 2024, and says nothing of what came before or after. */
static void see_coverage_of_the_world(const fixture *f)
{
    arms_party pakistan = arms_entity_by_code("PAK"), world = arms_entity_world();
    CHECK(arms_dataset_covers(f->data, ARMS_ALL, ARMS_ALL, 2001, 0));
    CHECK(arms_dataset_covers(f->data, ARMS_ALL, pakistan, 2024, 0));
    CHECK(!arms_dataset_covers(f->data, ARMS_ALL, pakistan, 2025, 0));
    CHECK(!arms_dataset_covers(f->data, ARMS_ALL, pakistan, 2000, 0));
    CHECK(!arms_dataset_covers(f->data, world, pakistan, 2023, 0));
}

static void test_coverage_of_the_world(void)
{
    fixture_see(load_register(WORLD, "\n", clean_rows), see_coverage_of_the_world);
}

static void test_one_supplier(void)
{
    static const char *const rows[] = {ROW_A, NULL};
    fixture f = load_register("from China   to All countries  . Deals with deliveries "
                              "made for the year range '1995' to '2010'",
                              "\n", rows);
    arms_party china = arms_entity_by_code("CHN"), pakistan = arms_entity_by_code("PAK");
    if (CHECK(f.data != NULL)) {
        CHECK(arms_dataset_covers(f.data, china, pakistan, 1995, 0));
        CHECK(arms_dataset_covers(f.data, china, ARMS_ALL, 2010, 0));
        CHECK(!arms_dataset_covers(f.data, china, ARMS_ALL, 2011, 0));
        CHECK(!arms_dataset_covers(f.data, ARMS_ALL, pakistan, 2001, 0));
        CHECK(
            !arms_dataset_covers(f.data, arms_entity_by_code("TUR"), pakistan, 2001, 0));
    }
    fixture_free(&f);
}

/* 'Not specified' reaches from the first year with data to the release's last. */
static void see_years_not_specified(const fixture *f)
{
    arms_party pakistan = arms_entity_by_code("PAK");
    CHECK(arms_dataset_covers(f->data, ARMS_ALL, pakistan, 2001, 0));
    CHECK(arms_dataset_covers(f->data, ARMS_ALL, pakistan, 2024, 0));
    CHECK(!arms_dataset_covers(f->data, ARMS_ALL, pakistan, 2000, 0));
    CHECK(!arms_dataset_covers(f->data, ARMS_ALL, pakistan, 2025, 0));
    CHECK(!arms_dataset_covers(f->data, ARMS_ALL, ARMS_ALL, 2023, 0));
}

static void test_years_not_specified(void)
{
    fixture_see(load_register("from All countries  to Pakistan . Deals with deliveries "
                              "made for the year range 'Not specified' to "
                              "'Not specified'",
                              "\n", clean_rows),
                see_years_not_specified);
}

static void test_selection_not_understood(void)
{
    fixture f = load_register("of some kind", "\n", clean_rows);
    if (CHECK(f.data != NULL)) {
        const arms_box *boxes;
        CHECK_COUNT(arms_dataset_boxes(f.data, &boxes), 0);
        CHECK(fixture_noted(f.data, "covers nothing for certain"));
        CHECK_COUNT(arms_dataset_count(f.data), 3);
    }
    fixture_free(&f);
}

/* A header and the lines around one bad row; the row is line 9. */
static void check_bad(const char *row, const char *word)
{
    const char *const rows[] = {ROW_A, row, ROW_B, NULL};
    fixture f = load_register(WORLD, "\n", rows);
    CHECK_ROW(!f.done, row);
    CHECK_COUNT(f.err.code, ARMS_PARSE);
    CHECK_COUNT(f.err.line, 9);
    CHECK_HAS(f.err.text, word);
    CHECK_HAS(f.err.file, "fixture.csv");
    CHECK_COUNT(f.loaded.count, 0);
    fixture_free(&f);
}

static void test_bad_rows(void)
{
    check_bad("103,Turkiye,Pakistan,X-2,gun,Artillery,2020,No,6,Yes,2023,No,New,1,1,6",
              "16 fields");
    check_bad(
        "103,Turkiye,Pakistan,X-2,gun,Artillery,2020,No,6,Yes,2023,No,New,1,1,6,No,x",
        "18 fields");
    check_bad("103,Turkiye,Pakistan,X-2,gun,Artillery,2020,No,6,Yes,23,No,New,1,1,6,No",
              "Delivery year");
    check_bad("103,Turkiye,Pakistan,X-2,gun,Artillery,2020,No,6,Yes,,No,New,1,1,6,No",
              "Delivery year");
    check_bad(
        "103,Turkiye,Pakistan,X-2,gun,Artillery,2020,No,6,Yes,2023,No,New,1,1,6m,No",
        "TIV delivery values");
    check_bad(
        "103,Turkiye,Pakistan,X-2,gun,Artillery,2020,No,6,Yes,2023,No,New,1,1,-6,No",
        "negative");
    check_bad("103,Turkiye,Pakistan,X-2,gun,Artillery,2020,No,6,Yes,2023,No,New,1,1,nan,"
              "No",
              "number");
    check_bad("103,,Pakistan,X-2,gun,Artillery,2020,No,6,Yes,2023,No,New,1,1,6,No",
              "upplier");
    check_bad("103,Turkiye,,X-2,gun,Artillery,2020,No,6,Yes,2023,No,New,1,1,6,No",
              "ecipient");
}

static void test_missing_value(void)
{
    static const char *const rows[] = {
        ROW_A, "103,Turkiye,Pakistan,X-2,gun,Artillery,2020,No,6,Yes,2023,No,New,1,1,,No",
        NULL};
    fixture f = load_register(WORLD, "\n", rows);
    if (CHECK(f.data != NULL) && CHECK_COUNT(arms_dataset_count(f.data), 2))
        CHECK(isnan(arms_dataset_flow(f.data, 1).value));
    fixture_free(&f);
}

static void test_header_only(void)
{
    static const char *const none[] = {NULL};
    fixture f = load_register(WORLD, "\n", none);
    CHECK(!f.done);
    CHECK_COUNT(f.err.code, ARMS_PARSE);
    CHECK_COUNT(f.err.line, 7);
    fixture_free(&f);
}

static void test_missing_column(void)
{
    fixture_refused(fixture_load("SIPRI AT Database ID,Supplier,Recipient,Delivery year\n"
                                 "1,China,Pakistan,2001\n"),
                    ARMS_PARSE, 1, "Armament category");
}

/* A name that the table does not have, and Latin-1 bytes. */
static void test_unlisted_names(void)
{
    static const char *const rows[] = {
        "1,Atlantis,Pakistan,W\xE4rt,gun,Artillery,2020,No,6,Yes,2023,No,New,1,1,6,No",
        "2,Atlantis rebels*,Pakistan,x,gun,Artillery,2020,No,6,Yes,2023,No,New,1,1,6,No",
        NULL};
    fixture f = load_register(WORLD, "\n", rows);
    if (CHECK(f.data != NULL)) {
        arms_party state = arms_dataset_flow(f.data, 0).exporter;
        arms_party group = arms_dataset_flow(f.data, 1).exporter;
        CHECK_COUNT(arms_dataset_unlisted(f.data), 2);
        CHECK_STRING(arms_dataset_party_name(f.data, state), "Atlantis");
        CHECK_COUNT(arms_dataset_party_kind(f.data, state), ARMS_ENTITY_STATE);
        CHECK_COUNT(arms_dataset_party_kind(f.data, group), ARMS_ENTITY_GROUP);
        CHECK(fixture_noted(f.data, "Atlantis"));
        CHECK(fixture_noted(f.data, "ISO-8859-1"));
    }
    fixture_free(&f);
}

const check_test data_deliveries_tests[] = {
    {"a clean register", test_clean},
    {"a register saved by a spreadsheet", test_spreadsheet},
    {"coverage of the world", test_coverage_of_the_world},
    {"one supplier", test_one_supplier},
    {"years that are not specified", test_years_not_specified},
    {"a selection that is not understood", test_selection_not_understood},
    {"bad rows", test_bad_rows},
    {"a missing value", test_missing_value},
    {"a register without deliveries", test_header_only},
    {"a missing column", test_missing_column},
    {"names that are not listed", test_unlisted_names},
    {NULL, NULL},
};
