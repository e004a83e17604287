/* The canonical layout: lines above the header, guarded names, totals spread over rows.
 * All figures are invented. */
#include <string.h>

#include "tests/unit/fixture.h"

#define HEAD  "year,exporter,importer,category,measure,value,low,high,flags,parts\n"
#define SHORT "year,exporter,importer,category,measure,value\n"

static void test_lines_above(void)
{
    fixture f = fixture_load("# publisher: SIPRI\n# reported-by: exporters\n"
                             "# classification: HS\n# layout: anything\n"
                             "# sha256: 00 file.csv\n" SHORT
                             "2020,Congo,Freedonia*,9301,USD,1\n");
    CHECK_STRING(f.err.text, "");
    if (f.data) {
        const arms_about *about = arms_dataset_about(f.data);
        arms_flow flow = arms_dataset_flow(f.data, 0);
        CHECK_STRING(about->publisher, "SIPRI");
        CHECK_STRING(about->classification, "HS");
        CHECK_COUNT(about->reported_by, ARMS_REPORTED_BY_EXPORTERS);
        CHECK_COUNT(flow.exporter, arms_entity_by_code("COG"));
        CHECK_COUNT(arms_dataset_party_kind(f.data, flow.importer), ARMS_ENTITY_GROUP);
    }
    fixture_free(&f);
}

/* A publisher's own codes: 842 is the United States in UN Comtrade's, not M49's 840. */
static void test_codes_of_a_publisher(void)
{
    fixture f = fixture_load("# publisher: UN Comtrade\n# reported-by: importers\n" SHORT
                             "2020,842,Pakistan,,USD,1\n");
    CHECK_STRING(f.err.text, "");
    if (f.data) {
        CHECK_COUNT(arms_dataset_flow(f.data, 0).exporter, arms_entity_by_code("USA"));
        CHECK_COUNT(arms_dataset_about(f.data)->reported_by, ARMS_REPORTED_BY_IMPORTERS);
    }
    fixture_free(&f);
}

static void check_bad(const char *text, size_t line, const char *word)
{
    fixture_refused(fixture_load(text), ARMS_PARSE, line, word);
}

static void test_no_rows(void)
{
    fixture f = fixture_load("# measure: thousand USD\n# kind: order\n"
                             "# covers: exporters=*; importers=Chad; years=2020\n" SHORT);
    CHECK_STRING(f.err.text, "");
    if (f.data) {
        CHECK_COUNT(arms_dataset_count(f.data), 0);
        CHECK(check_same(arms_dataset_measure(f.data)->scale, 1e3));
        CHECK_COUNT(arms_dataset_measure(f.data)->kind, ARMS_KIND_ORDER);
        CHECK(arms_dataset_covers(f.data, ARMS_ALL, arms_entity_by_code("TCD"), 2020, 0));
    }
    fixture_free(&f);
    check_bad(SHORT, 1, "no rows");
    check_bad("# measure: carats\n" SHORT, 0, "carats");
}

static void test_bad_lines(void)
{
    check_bad("# reported-by: nobody\n" SHORT "2020,China,Chad,,TIV,1\n", 0, "nobody");
}

/* Only the apostrophe that guards a formula is taken off. */
static void test_guarded_names(void)
{
    static const char *const rows[][2] = {
        {"'=1+1", "=1+1"},      {"''=1+1", "'=1+1"}, {"'-a", "-a"},   {"' +a", " +a"},
        {"'n Dour", "'n Dour"}, {"'", "'"},          {"'＝a", "＝a"}, {"=a", "=a"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_buffer text = {0};
        arms_buffer_print(&text, SHORT "2020,%s,Chad,\"%s\",TIV,1\n", rows[i][0],
                          rows[i][0]);
        fixture f = fixture_load(text.data);
        CHECK_STRING(f.err.text, "");
        arms_flow flow = f.data ? arms_dataset_flow(f.data, 0) : (arms_flow){0};
        if (f.data) {
            CHECK_STRING(arms_dataset_party_name(f.data, flow.exporter), rows[i][1]);
            CHECK_STRING(arms_dataset_category(f.data, flow.category), rows[i][1]);
        }
        fixture_free(&f);
        arms_buffer_free(&text);
    }
}

#define PART(year) year ",China,India,Ships,TIV,10,5,20,allocated,3\n"

static void test_parts(void)
{
    fixture f =
        fixture_load(HEAD PART("2020") PART("2021")
                         PART("2023") "2023,China,India,Ships,TIV,10,5,20,allocated,\n"
                                      "2023,China,India,Ships,TIV,10,5,20,allocated,1\n");
    CHECK_STRING(f.err.text, "");
    for (size_t i = 0; f.data && i < 5; i++)
        CHECK_COUNT(arms_dataset_flow(f.data, i).parts, i < 3 ? 3 : 1);
    for (size_t i = 0; f.data && i < 5; i++) /* the record's rows have one line */
        CHECK_COUNT(arms_dataset_flow(f.data, i).line, i < 3 ? 2 : i + 2);
    fixture_free(&f);
}

/* A record of which a row was taken out or changed is refused, and told where. */
static void test_bad_parts(void)
{
    check_bad(HEAD PART("2020") PART("2021"), 2, "1 more rows");
    check_bad(HEAD PART("2020") PART("2021") "2022,China,Chad,Ships,TIV,10,5,20,"
                                             "allocated,3\n",
              4, "line 2");
    check_bad(HEAD PART("2020") "2021,China,India,Ships,TIV,9,5,20,allocated,3\n", 3,
              "alike");
    check_bad(HEAD PART("2020") "2021,China,India,Ships,TIV,10,4,20,allocated,3\n", 3,
              "alike");
    check_bad(HEAD PART("2020") "2021,China,India,Ships,TIV,10,5,20,allocated,\n", 3,
              "alike");
    check_bad(HEAD PART("2020") "2021,China,India,Ships,kg,10,5,20,allocated,3\n", 3,
              "alike");
    check_bad(HEAD "2020,China,India,Ships,TIV,10,5,20,,3\n", 2, "allocated");
    check_bad(HEAD "2020,China,India,Ships,TIV,10,5,20,allocated,x\n", 2, "parts");
    check_bad(HEAD "2020,China,India,Ships,TIV,10,5,20,allocated,0\n", 2, "parts");
    check_bad(HEAD "2020,China,India,Ships,TIV,10,5,20,allocated,2.0\n", 2, "parts");
    check_bad(HEAD "2020,China,India,Ships,TIV,10,5,20,allocated,70000\n", 2, "parts");
}

#define NUMBERED HEAD_OF("parts,record")
#define HEAD_OF(last) \
    "year,exporter,importer,category,measure,value,low,high,flags," last "\n"
#define OF(year, value, record) \
    year ",China,India,Ships,TIV," value ",5,20,allocated,3," record "\n"

/* Numbers tell which rows are one record's, so that some may be left out. */
static void test_numbered_parts(void)
{
    static const uint32_t lines[] = {2, 2, 4, 5, 5, 5, 8};
    fixture f =
        fixture_load(NUMBERED OF("2020", "10.000001", "1") OF("2021", "10", "1")
                         OF("2020", "10", "2") OF("2020", "10", "3") OF("2021", "10", "3")
                             OF("2022", "10", "3") OF("2022", "10", "1"));
    CHECK_STRING(f.err.text, "");
    for (size_t i = 0; f.data && i < sizeof lines / sizeof *lines; i++) {
        CHECK_COUNT(arms_dataset_flow(f.data, i).line, lines[i]);
        CHECK_COUNT(arms_dataset_flow(f.data, i).parts, 3);
    }
    fixture_free(&f);
    check_bad(NUMBERED OF("2020", "10", "1") OF("2021", "10", "1") OF("2022", "10", "1")
                  OF("2023", "10", "1"),
              5, "more rows");
    check_bad(NUMBERED OF("2020", "10", "1") OF("2021", "10.00001", "1"), 3, "alike");
    check_bad(NUMBERED OF("2020", "10", "") OF("2021", "10", "1"), 3, "alike");
    check_bad(NUMBERED OF("2020", "10", "") OF("2021", "10", ""), 2, "1 more rows");
}

/* The header is looked for among a hundred lines; comments do not count. */
static void test_far_header(void)
{
    arms_buffer text = {0};
    for (int i = 0; i < 500; i++)
        arms_buffer_print(&text, "# line %d\n", i);
    arms_buffer_string(&text, SHORT "2020,China,Chad,,TIV,1\n");
    fixture f = fixture_load(text.data);
    CHECK_STRING(f.err.text, "");
    if (f.data)
        CHECK_COUNT(arms_dataset_flow(f.data, 0).line, 502);
    fixture_free(&f);
    arms_buffer_free(&text);
    for (int i = 0; i < 100; i++)
        arms_buffer_print(&text, "line %d\n", i);
    arms_buffer_string(&text, SHORT "2020,China,Chad,,TIV,1\n");
    f = fixture_load(text.data);
    CHECK(!f.done);
    CHECK_COUNT(f.err.code, ARMS_LAYOUT);
    fixture_free(&f);
    arms_buffer_free(&text);
}

const check_test data_canonical_lines_tests[] = {
    {"publisher, reporter, classification", test_lines_above},
    {"a publisher's own codes", test_codes_of_a_publisher},
    {"a file that says that there is nothing", test_no_rows},
    {"lines that are not understood", test_bad_lines},
    {"names with an apostrophe before them", test_guarded_names},
    {"parts of a total", test_parts},
    {"parts that are not whole", test_bad_parts},
    {"parts of numbered records", test_numbered_parts},
    {"a header below many comments", test_far_header},
    {NULL, NULL},
};
