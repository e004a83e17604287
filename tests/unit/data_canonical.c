/* The canonical layout. All figures are invented. */
#include <math.h>
#include <string.h>

#include "tests/unit/fixture.h"

#define HEAD "year,exporter,importer,category,measure,value,low,high,flags\n"

static void see_all_columns(const fixture *f)
{
    if (!CHECK_COUNT(arms_dataset_count(f->data), 1))
        return;
    arms_flow flow = arms_dataset_flow(f->data, 0);
    const arms_about *about = arms_dataset_about(f->data);
    const arms_measure *measure = arms_dataset_measure(f->data);
    CHECK(check_same(flow.value, 12.5) && check_same(flow.low, 12) &&
          check_same(flow.high, 13));
    CHECK_COUNT(flow.line, 9);
    CHECK_COUNT(flow.flags, ARMS_FLAG_ESTIMATED | ARMS_FLAG_YEAR_ESTIMATED);
    CHECK_COUNT(flow.exporter, arms_entity_by_code("TUR"));
    CHECK_STRING(arms_dataset_category(f->data, flow.category), "Ships");
    CHECK_STRING(about->origin, "Invented Register");
    CHECK_STRING(about->generated, "2026-02-12");
    CHECK_STRING(about->release, "2025-03");
    CHECK_STRING(about->credit, "nobody");
    CHECK_STRING(about->layout, "canonical");
    CHECK_COUNT(about->note_count, 0);
    CHECK_COUNT(measure->unit, ARMS_UNIT_USD);
    CHECK_COUNT(measure->kind, ARMS_KIND_LICENCE);
    CHECK_STRING(measure->valuation, "CIF");
}

static void test_all_columns(void)
{
    fixture_see(
        fixture_load(
            "# source: Invented Register\n# generated: 2026-02-12\n# release: 2025-03\n"
            "# kind: licence\n# valuation: CIF\n# credit: nobody\n"
            "# covers: exporters=*; importers=Pakistan; years=2014-2024; "
            "categories=*\n" HEAD "2023,Türkiye,Pakistan,Ships,million "
            "USD,12.5,12,13,estimated;year-estimated\n"),
        see_all_columns);
}

/* Empty fields beyond the header's last name say nothing; others do. */
static void test_empty_fields_at_the_end(void)
{
    fixture f = fixture_load("year,exporter,importer,category,measure,value,,\n"
                             "2022,China,Pakistan,,million TIV,5,,,,\n"
                             "2023,China,Pakistan,,million TIV,6\n");
    CHECK_STRING(f.err.text, "");
    if (CHECK(f.data != NULL) && CHECK_COUNT(arms_dataset_count(f.data), 2))
        CHECK(check_same(arms_dataset_flow(f.data, 0).value, 5));
    fixture_free(&f);
    f = fixture_load("year,exporter,importer,category,measure,value\n"
                     "2022,China,Pakistan,,million TIV,5,,x\n");
    CHECK(!f.done);
    CHECK_COUNT(f.err.line, 2);
    fixture_free(&f);
}

/* Missing, nil, rounds to zero and a plain value stay apart. */
static void see_cell_states(const fixture *f)
{
    if (!CHECK_COUNT(arms_dataset_count(f->data), 5))
        return;
    arms_flow missing = arms_dataset_flow(f->data, 0),
              nil = arms_dataset_flow(f->data, 1), rounds = arms_dataset_flow(f->data, 2),
              plain = arms_dataset_flow(f->data, 3);
    CHECK(isnan(missing.value) && isnan(missing.low) && isnan(missing.high));
    CHECK(check_same(nil.value, 0) && check_same(nil.high, 0));
    CHECK(check_same(rounds.value, 0) && check_same(rounds.high, 0.5));
    CHECK(check_same(plain.low, 7) && check_same(plain.high, 7));
    CHECK(check_same(arms_dataset_flow(f->data, 4).high, 0));
    CHECK_COUNT(plain.category, 0);
}

static void test_cell_states(void)
{
    fixture_see(fixture_load(HEAD "2020,China,Pakistan,,million TIV,,,,\n"
                                  "2021,China,Pakistan,,million TIV,0,0,0,\n"
                                  "2022,China,Pakistan,,million TIV,0,0,0.5,\n"
                                  "2023,China,Pakistan,,million TIV,7,,,\n"
                                  "2024,China,Pakistan,,million TIV,0,,,\n"),
                see_cell_states);
}

static void see_all_flags(const fixture *f)
{
    CHECK_COUNT(arms_dataset_flow(f->data, 0).flags, 1 | 2 | 4 | 8 | 16);
    CHECK_COUNT(arms_dataset_flow(f->data, 1).flags, 0);
}

static void test_all_flags(void)
{
    fixture_see(fixture_load(HEAD "2020,China,Pakistan,,TIV,1,1,1,"
                                  "estimated; year-estimated;allocated ;second-hand;"
                                  "licensed\n"
                                  "2021,China,Pakistan,,TIV,1,1,1,\n"),
                see_all_flags);
}

/* Columns are found by name, in any order, among others. */
static void see_column_order(const fixture *f)
{
    arms_flow flow = arms_dataset_flow(f->data, 0);
    CHECK_COUNT(flow.exporter, arms_entity_by_code("CHN"));
    CHECK_COUNT(flow.importer, arms_entity_by_code("PAK"));
    CHECK_COUNT(flow.year, 2020);
    CHECK_COUNT(arms_dataset_measure(f->data)->unit, ARMS_UNIT_ITEMS);
}

static void test_column_order(void)
{
    fixture_see(fixture_load("note,value,measure,category,importer,exporter,year\n"
                             "x,5,items,,PAK,CHN,2020\n"),
                see_column_order);
}

/* Two measures in one file are two datasets, in the order in which they occur. */
static void test_two_measures(void)
{
    fixture f = fixture_load("# covers: exporters=*; importers=*; years=2020\n" HEAD
                             "2020,China,Pakistan,,million TIV,5,,,\n"
                             "2020,China,Pakistan,,USD,70,,,\n"
                             "2020,China,India,,million TIV,6,,,\n");
    if (!CHECK(f.done) || !CHECK_COUNT(f.loaded.count, 2))
        return;
    CHECK_COUNT(arms_dataset_count(f.loaded.items[0]), 2);
    CHECK_COUNT(arms_dataset_count(f.loaded.items[1]), 1);
    CHECK_COUNT(arms_dataset_measure(f.loaded.items[0])->unit, ARMS_UNIT_TIV);
    CHECK_COUNT(arms_dataset_measure(f.loaded.items[1])->unit, ARMS_UNIT_USD);
    CHECK(check_same(arms_dataset_flow(f.loaded.items[0], 1).value, 6));
    CHECK(arms_dataset_covers(f.loaded.items[1], ARMS_ALL, ARMS_ALL, 2020, 0));
    fixture_free(&f);
}

static void check_bad(const char *row, const char *word)
{
    arms_buffer text = {0};
    arms_buffer_string(&text, HEAD "2020,China,Pakistan,,TIV,1,,,\n");
    arms_buffer_print(&text, "%s\n", row);
    fixture_refused(fixture_load(text.data), ARMS_PARSE, 3, word);
    arms_buffer_free(&text);
}

static void test_bad_rows(void)
{
    check_bad("2020,China,Pakistan,,TIV,5,,,rounded", "rounded");
    check_bad("2020,China,Pakistan,,TIV,5,6,7,", "low");
    check_bad("2020,China,Pakistan,,TIV,5,7,6,", "low");
    check_bad("2020,China,Pakistan,,TIV,5,,4,", "low");
    check_bad("2020,China,Pakistan,,TIV,,1,2,", "low");
    check_bad("2020,China,Pakistan,,TIV,5,x,7,", "low");
}

static void test_bad_numbers(void)
{
    check_bad("2020,China,Pakistan,,TIV,five,,,", "value");
    check_bad("2020,China,Pakistan,,TIV,-5,,,", "negative");
    check_bad("20,China,Pakistan,,TIV,5,,,", "year");
}

static void test_bad_names(void)
{
    check_bad("2020,,Pakistan,,TIV,5,,,", "exporter");
    check_bad("2020,China,,,TIV,5,,,", "importer");
    check_bad("2020,Congo,Pakistan,,TIV,5,,,", "may mean");
    check_bad("2020,China,Pakistan,,carats,5,,,", "carats");
    check_bad("2020,China,Pakistan,,TIV,5,,", "8 fields");
    check_bad("2020,China,Pakistan,,TIV,5,,,,x", "10 fields");
}

static void check_bad_head(const char *lines, const char *word)
{
    arms_buffer text = {0};
    arms_buffer_print(&text, "%s\n" HEAD "2020,China,Pakistan,,TIV,1,,,\n", lines);
    fixture f = fixture_load(text.data);
    CHECK_ROW(!f.done, lines);
    CHECK_COUNT(f.err.code, ARMS_PARSE);
    CHECK_HAS(f.err.text, word);
    fixture_free(&f);
    arms_buffer_free(&text);
}

static void test_bad_lines_above(void)
{
    check_bad_head("# kind: gift", "gift");
    check_bad_head("# covers: everything", "covers");
    check_bad_head("# covers: exporters=*; importers=*", "covers");
    check_bad_head("# covers: exporters=*; years=2020", "covers");
    check_bad_head("# covers: exporters=*; importers=*; years=2020-2019", "covers");
    check_bad_head("# covers: exporters=*; importers=*; years=2020; who=me", "covers");
}

static void test_no_coverage_line(void)
{
    const arms_box *boxes;
    fixture f = fixture_load(HEAD "2020,China,Pakistan,,TIV,1,,,\n");
    if (CHECK(f.data != NULL)) {
        CHECK_COUNT(arms_dataset_boxes(f.data, &boxes), 0);
        CHECK(fixture_noted(f.data, "does not say what it covers"));
    }
    fixture_free(&f);
}

static void test_no_rows(void)
{
    fixture_refused(fixture_load("# source: x\n" HEAD), ARMS_PARSE, 2, "no rows");
}

static void test_no_layout(void)
{
    static const char *const texts[] = {
        "a,b\n1,2\n", "year,exporter,importer\n", "just words\n", "\"\n", ",,,\n", "x"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        fixture f = fixture_load(texts[i]);
        CHECK_ROW(!f.done, texts[i]);
        CHECK_COUNT(f.err.code, ARMS_LAYOUT);
        CHECK_HAS(f.err.text, "no layout");
        fixture_free(&f);
    }
}

static void test_no_layout_shows_no_controls(void)
{
    fixture f = fixture_load("\x1B[2Jcolumn,\x07\n");
    CHECK(!strchr(f.err.text, '\x1B') && !strchr(f.err.text, '\x07'));
    fixture_free(&f);
}

const check_test data_canonical_tests[] = {
    {"all columns", test_all_columns},
    {"missing, nil, rounds to zero", test_cell_states},
    {"canonical: empty fields at the end", test_empty_fields_at_the_end},
    {"all flags", test_all_flags},
    {"columns in any order", test_column_order},
    {"two measures", test_two_measures},
    {"bad rows", test_bad_rows},
    {"bad numbers", test_bad_numbers},
    {"bad names", test_bad_names},
    {"bad lines above the header", test_bad_lines_above},
    {"no line that tells the coverage", test_no_coverage_line},
    {"no rows", test_no_rows},
    {"no layout that is known", test_no_layout},
    {"control characters in the message", test_no_layout_shows_no_controls},
    {NULL, NULL},
};
