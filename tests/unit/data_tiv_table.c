/* SIPRI's TIV table of all recipients or suppliers. All figures are invented. */
#include <string.h>

#include "tests/unit/fixture.h"

static fixture load_table(const char *rows)
{
    arms_buffer text = {0};
    fixture_table(&text, "13 Oct 2024 12:33:29 PM");
    arms_buffer_string(&text, rows);
    return fixture_load_buffer(&text);
}

/* Line 8 is the header. In 2023 the rows miss the total by 1, as rounding may. */
static const char recipients[] =
    "Recipient,2021,2022,2023,2024,2021-2024,Percentage,Sum total years,Percentage of "
    "total\n"
    "Pakistan,69,0 ,237,,306,60%,306,60%\n"
    "Tanzania,,5,46,,51,10%,51,10%\n"
    "NATO**,1,,0 ,,1,0.2%,1,0.2%\n"
    "Total world import,70,5,284,,359,100%,359,\n"
    "\n"
    "\n";

static void see_cells(const fixture *f)
{
    if (!CHECK_COUNT(arms_dataset_count(f->data), 10))
        return;
    arms_flow first = arms_dataset_flow(f->data, 0), zero = arms_dataset_flow(f->data, 1),
              total = arms_dataset_flow(f->data, 9);
    CHECK_COUNT(first.importer, arms_entity_by_code("PAK"));
    CHECK_COUNT(first.exporter, arms_entity_world());
    CHECK_COUNT(first.year, 2021);
    CHECK_COUNT(first.line, 9);
    CHECK(check_same(first.low, 68.5) && check_same(first.value, 69) &&
          check_same(first.high, 69.5));
    CHECK_COUNT(zero.year, 2022);
    CHECK(check_same(zero.low, 0) && check_same(zero.value, 0) &&
          check_same(zero.high, 0.5)); /* rounds to zero */
    CHECK_COUNT(total.importer, arms_entity_world());
    CHECK_COUNT(total.exporter, arms_entity_world());
    CHECK(check_same(total.value, 284));
}

static void test_cells(void)
{
    fixture_see(load_table(recipients), see_cells);
}

static void see_about(const fixture *f)
{
    CHECK_STRING(arms_dataset_about(f->data)->layout, "sipri-tiv-table");
    CHECK_STRING(arms_dataset_about(f->data)->generated, "2024-10-13");
    CHECK_STRING(arms_dataset_about(f->data)->release, "2024-03");
    CHECK_COUNT(arms_dataset_measure(f->data)->unit, ARMS_UNIT_TIV);
    CHECK_COUNT(arms_dataset_party_kind(f->data, fixture_party(f->data, "NATO")),
                ARMS_ENTITY_ORGANISATION);
    CHECK(fixture_noted(f->data, "within rounding"));
    CHECK(!fixture_noted(f->data, "cut or changed"));
}

static void test_about(void)
{
    fixture_see(load_table(recipients), see_about);
}

/* The year whose total is empty is missing, whatever the request was. */
static void see_coverage(const fixture *f)
{
    arms_party world = arms_entity_world(), pakistan = arms_entity_by_code("PAK");
    CHECK(arms_dataset_covers(f->data, world, pakistan, 2021, 0));
    CHECK(arms_dataset_covers(f->data, world, ARMS_ALL, 2023, 0));
    CHECK(!arms_dataset_covers(f->data, world, ARMS_ALL, 2024, 0));
    CHECK(!arms_dataset_covers(f->data, world, ARMS_ALL, 2020, 0));
    CHECK(!arms_dataset_covers(f->data, ARMS_ALL, pakistan, 2023, 0));
    CHECK(!arms_dataset_covers(f->data, arms_entity_by_code("CHN"), pakistan, 2023, 0));
    CHECK(!arms_dataset_covers(f->data, pakistan, world, 2023, 0));
}

static void test_coverage(void)
{
    fixture_see(load_table(recipients), see_coverage);
}

/* A gap between years with totals parts the coverage. */
static void see_gap_in_totals(const fixture *f)
{
    arms_party world = arms_entity_world(), china = arms_entity_by_code("CHN");
    CHECK(arms_dataset_covers(f->data, china, world, 2019, 0));
    CHECK(!arms_dataset_covers(f->data, china, world, 2020, 0));
    CHECK(arms_dataset_covers(f->data, china, world, 2021, 0));
    CHECK(!arms_dataset_covers(f->data, world, china, 2019, 0));
    CHECK_COUNT(arms_dataset_flow(f->data, 0).exporter, china);
    CHECK_COUNT(arms_dataset_flow(f->data, 0).importer, world);
}

static void test_gap_in_totals(void)
{
    fixture_see(load_table("Exports by,2019,2020,2021,2019-2021\n"
                           "China,5,6,7,18\n"
                           "Total world export,5,,7,12\n"),
                see_gap_in_totals);
}

/* Two cells of 10 lie in [19, 21); a total of 22 begins at 21.5. */
static void test_totals_beyond_rounding(void)
{
    fixture f = load_table("Recipient,2020,2021\nPakistan,10,10\nIndia,10,10\n"
                           "Total world import,20,22\n");
    if (CHECK(f.data != NULL)) {
        CHECK(fixture_noted(f.data, "more than rounding explains"));
        CHECK(fixture_noted(f.data, "in 1 year"));
    }
    fixture_free(&f);
}

/* The label of the last row tells whose trade the table shows. */
static void see_one_supplier(const fixture *f)
{
    arms_party china = arms_entity_by_code("CHN"), world = arms_entity_world();
    arms_party pakistan = arms_entity_by_code("PAK");
    if (!CHECK_COUNT(arms_dataset_count(f->data), 5))
        return;
    CHECK_COUNT(arms_dataset_flow(f->data, 0).exporter, china);
    CHECK_COUNT(arms_dataset_flow(f->data, 0).importer, pakistan);
    CHECK_COUNT(arms_dataset_flow(f->data, 4).importer, world);
    CHECK(arms_dataset_covers(f->data, china, ARMS_ALL, 2021, 0));
    CHECK(!arms_dataset_covers(f->data, ARMS_ALL, pakistan, 2021, 0));
    CHECK(!arms_dataset_covers(f->data, world, pakistan, 2021, 0));
}

static void test_one_supplier(void)
{
    fixture_see(load_table("Recipient,2020,2021\nPakistan,10,11\nIndia,5,\n"
                           "Total imports from China,15,11\n"),
                see_one_supplier);
}

/* Regions add up to the world, but the states in them are not told. */
static void see_regions(const fixture *f)
{
    arms_party world = arms_entity_world();
    if (!CHECK_COUNT(arms_dataset_count(f->data), 6))
        return;
    arms_party africa = arms_dataset_flow(f->data, 0).importer;
    CHECK_STRING(arms_dataset_party_name(f->data, africa), "Africa");
    CHECK_COUNT(arms_dataset_party_kind(f->data, africa), ARMS_ENTITY_AGGREGATE);
    CHECK(arms_dataset_covers(f->data, world, africa, 2021, 0));
    CHECK(!arms_dataset_covers(f->data, world, ARMS_ALL, 2021, 0));
}

static void test_regions(void)
{
    fixture_see(load_table("Imports by Regions,2020,2021,,\nAfrica,10,11,,\n"
                           "Asia and Oceania,20,22,,\n,,,,\nWorld total,30,33,,\n"),
                see_regions);
}

static void check_refused(const char *rows, arms_code code, size_t line, const char *word)
{
    fixture_refused(load_table(rows), code, line, word);
}

static void test_refused(void)
{
    check_refused("Recipient,2020\nPakistan,10\nTotal world export,10\n", ARMS_LAYOUT, 0,
                  "no row of totals");
    check_refused("Recipient,2020\nPakistan,10\n", ARMS_LAYOUT, 0, "no row of totals");
    check_refused("Recipient,2020\nPakistan,10\nTotal world import,10\n\nIndia,3\n",
                  ARMS_PARSE, 12, "below the total");
}

static void test_bad_rows(void)
{
    check_refused("Recipient,2020,2021\nPakistan,10\nTotal world import,10,1\n",
                  ARMS_PARSE, 9, "2 fields");
    check_refused("Recipient,2020\nPakistan,10,3\nTotal world import,10\n", ARMS_PARSE, 9,
                  "3 fields");
}

static void test_bad_cells(void)
{
    check_refused("Recipient,2020\nPakistan,ten\nTotal world import,10\n", ARMS_PARSE, 9,
                  "2020");
    check_refused("Recipient,2020\nPakistan,-1\nTotal world import,10\n", ARMS_PARSE, 9,
                  "negative");
    check_refused("Recipient,2020\n,10\nTotal world import,10\n", ARMS_PARSE, 9, "");
}

static void test_without_preamble(void)
{
    fixture f = fixture_load("Recipient,2020\nPakistan,10\nTotal world import,10\n");
    CHECK(!f.done);
    CHECK_COUNT(f.err.code, ARMS_LAYOUT);
    CHECK_HAS(f.err.text, "lost the lines above");
    fixture_free(&f);
}

/* "2000-2001" and percentages are no years; between the years they would move figures. */
static void test_derived_columns(void)
{
    check_refused("Recipient,2000,2000-2001,2001\nPakistan,1,999,2\n"
                  "Total world import,1,999,2\n",
                  ARMS_LAYOUT, 8, "\"2000-2001\" stands between the years");
    fixture f = load_table("Recipient,2000,2001,2000-2001,Percentage,2O02\n"
                           "Pakistan,1,2,999,44%,3\n"
                           "Total world import,1,2,999,100%,3\n");
    if (CHECK(f.data != NULL) && CHECK_COUNT(arms_dataset_count(f.data), 4)) {
        CHECK_COUNT(arms_dataset_flow(f.data, 1).year, 2001);
        CHECK(check_same(arms_dataset_flow(f.data, 1).value, 2));
        CHECK(fixture_noted(f.data, "\"2O02\" is no year"));
    }
    fixture_free(&f);
}

/* A layout's own spelling is tried before any other name. */
static void test_own_spelling(void)
{
    fixture f = load_table("Recipient,2020\nCongo,10\nTotal world import,10\n");
    CHECK_STRING(f.err.text, "");
    if (f.data)
        CHECK_COUNT(arms_dataset_flow(f.data, 0).importer, arms_entity_by_code("COG"));
    fixture_free(&f);
}

/* A day that no month has is no date; the release is then unknown too. */
static void test_no_date(void)
{
    static const char *const dates[] = {"99 Mar 2025 10:02:49 AM", "0 Mar 2025",
                                        "13 Xyz 2025", "soon", "13 Mar 25"};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        arms_buffer text = {0};
        fixture_table(&text, dates[i]);
        arms_buffer_string(&text, recipients);
        fixture f = fixture_load(text.data);
        if (CHECK_ROW(f.data != NULL, dates[i]))
            CHECK_STRING(arms_dataset_about(f.data)->generated, "");
        fixture_free(&f);
        arms_buffer_free(&text);
    }
}

const check_test data_tiv_table_tests[] = {
    {"cells", test_cells},
    {"what the table says of itself", test_about},
    {"coverage", test_coverage},
    {"a gap in the totals", test_gap_in_totals},
    {"totals beyond rounding", test_totals_beyond_rounding},
    {"tables that are refused", test_refused},
    {"TIV table: one supplier", test_one_supplier},
    {"TIV table: regions", test_regions},
    {"bad rows", test_bad_rows},
    {"bad cells", test_bad_cells},
    {"a table without the lines above", test_without_preamble},
    {"derived columns", test_derived_columns},
    {"what is no date", test_no_date},
    {"the publisher's own spelling", test_own_spelling},
    {NULL, NULL},
};
