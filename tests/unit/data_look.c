/* Looking at files with and without a layout. All figures are invented. */
#include <armstrade/look.h>
#include <math.h>

#include "tests/unit/fixture.h"

/* A look that must succeed. */
static arms_look look_at(const char *text)
{
    arms_look look;
    arms_error err = {0};
    CHECK(arms_look_at(&look, check_write("look.csv", arms_text_of(text)), NULL, &err));
    CHECK_STRING(err.text, "");
    return look;
}

typedef struct shape {
    const char *text;
    char delimiter;
    size_t columns, header, records;
} shape;

static const shape shapes[] = {
    {"a,b,c\n1,2,3\n", ',', 3, 1, 1},
    {"country;year;value\nUSA;2020;1.234,5\nDE;2020;12,75\n", ';', 3, 1, 2},
    {"a\tb\n1\t2\n", '\t', 2, 1, 1},
    {"a|b\n1|2\n", '|', 2, 1, 1},
    {"sep=;\ncountry;year\nUSA;2020\n", ';', 2, 2, 1},
    {"1998,AT,5\n1999,BE,7\n", ',', 3, 0, 2},
    {"A title\nSource: x, y\n\nyear,name,value\n2020,A,1\n2021,B,2\n", ',', 3, 4, 2},
    {"a,b,c;;;;\n1,2,3;;;;\n4,5,6;;;;\n", ',', 3, 1, 2},
    {"name,2021,2022,2023\nX,1,2,3\n", ',', 4, 1, 1},
    {"X,1,2,3\nname,2021,2022,2023\n", ',', 4, 0, 2},
    {"a,b,,,\n1,2,,,\n", ',', 2, 1, 1},
    {"one\ntwo\nthree\n", ',', 1, 1, 2},
    {"a,b\r1,2\r3,4", ',', 2, 1, 2},
    {"name,size,price\n1,x,2,3\n2,y,4,5\n", ',', 4, 1, 2},
};

static void test_shapes(void)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const shape *s = &shapes[i];
        arms_look look = look_at(s->text);
        CHECK_ROW(look.reading.delimiter == s->delimiter, s->text);
        CHECK_ROW(look.column_count == s->columns, s->text);
        CHECK_ROW(look.reading.header_line == s->header, s->text);
        CHECK_ROW(look.reading.records == s->records, s->text);
        CHECK_ROW(look.uneven == 0, s->text);
        arms_look_free(&look);
    }
}

/* Ten rows; in line 9 no year, in line 5 a decimal comma, in line 11 an empty note. */
static const char sales[] = "seller;year;amount;note\n"
                            "France;2010;1.5;a\nFrance;2011;2.5;a\nIndia;2012;3;a\n"
                            "China;2013;1,5;b\nFrance;2014;-4;b\nIndia;2015;5;b\n"
                            "China;2016;6;c\nFrance;n/a;7;c\nIndia;2018;8;c\n"
                            "China;2019;9;\n";

static void test_columns(void)
{
    arms_look look = look_at(sales);
    if (!CHECK_COUNT(look.column_count, 4))
        return;
    const arms_look_column *seller = &look.columns[0], *year = &look.columns[1],
                           *amount = &look.columns[2], *note = &look.columns[3];
    CHECK_STRING(seller->name, "seller");
    CHECK_STRING(arms_look_kind_name(seller->kind), "countries");
    CHECK_COUNT(seller->distinct, 3);
    CHECK_STRING(arms_look_kind_name(year->kind), "years");
    CHECK_COUNT(year->odd, 1);
    CHECK_COUNT(year->odd_line, 9);
    CHECK_STRING(year->odd_value, "n/a");
    CHECK(check_same(year->least, 2010) && check_same(year->most, 2019));
    CHECK_STRING(arms_look_kind_name(amount->kind), "numbers");
    CHECK_COUNT(amount->commas, 1);
    CHECK(check_same(amount->least, -4) && check_same(amount->most, 9));
    CHECK_STRING(arms_look_kind_name(note->kind), "text");
    CHECK_COUNT(note->empty, 1);
    CHECK_COUNT(note->filled, 9);
    CHECK(isnan(note->least));
    arms_look_free(&look);
}

static void test_uneven(void)
{
    arms_look look = look_at("a,b\n1,2\n1,2,3\n4\n5,6\n7,8,,\n7\n");
    CHECK_COUNT(look.column_count, 2);
    CHECK_COUNT(look.uneven, 3);
    if (CHECK_COUNT(look.width_count, 2)) {
        CHECK_COUNT(look.widths[0].fields, 1);
        CHECK_COUNT(look.widths[0].count, 2);
        CHECK_COUNT(look.widths[0].lines[0], 4);
        CHECK_COUNT(look.widths[0].lines[1], 7);
        CHECK_COUNT(look.widths[1].fields, 3);
        CHECK_COUNT(look.widths[1].lines[0], 3);
    }
    arms_look_free(&look);
}

static void test_distinct(void)
{
    arms_buffer text = {0};
    arms_buffer_string(&text, "id,name\n");
    for (int i = 0; i < ARMS_LOOK_DISTINCT + 500; i++)
        arms_buffer_print(&text, "x%d,y%d\n", i, i % 7);
    arms_look look = look_at(text.data);
    if (CHECK_COUNT(look.column_count, 2)) {
        CHECK_COUNT(look.columns[0].distinct, ARMS_LOOK_DISTINCT);
        CHECK_COUNT(look.columns[1].distinct, 7);
    }
    arms_look_free(&look);
    arms_buffer_free(&text);
}

/* What stands before the break is told. */
static void test_broken(void)
{
    arms_look look = look_at("a,b\n1,2\n\"x,3\n4,5\n");
    CHECK_COUNT(look.broken.code, ARMS_PARSE);
    CHECK_COUNT(look.broken.line, 3);
    CHECK_COUNT(look.reading.records, 1);
    CHECK_COUNT(look.column_count, 2);
    arms_look_free(&look);
}

static void check_no_csv(const char *bytes, arms_code code)
{
    arms_look look;
    arms_error err = {0};
    CHECK_ROW(
        !arms_look_at(&look, check_write("none.csv", arms_text_of(bytes)), NULL, &err),
        bytes);
    CHECK_COUNT(err.code, code);
    CHECK_COUNT(look.column_count, 0);
}

static void test_no_csv(void)
{
    check_no_csv("\"never closed\n1,2\n", ARMS_PARSE);
    check_no_csv("%PDF-1.7\n", ARMS_INPUT);
    check_no_csv("\n\n", ARMS_INPUT);
}

static void test_refused(void)
{
    arms_look look = look_at("Recipient,2020,2021\nPakistan,1,2\nIndia,3,4\n");
    CHECK_STRING(look.layout, "sipri-tiv-table");
    CHECK_COUNT(look.refusal.code, ARMS_LAYOUT);
    CHECK_HAS(look.refusal.text, "lost the lines above");
    CHECK_COUNT(look.loaded.count, 0);
    CHECK_COUNT(look.reading.header_line, 1);
    CHECK_COUNT(look.column_count, 3);
    arms_look_free(&look);
}

static void test_loaded(void)
{
    arms_buffer text = {0};
    fixture_table(&text, "13 Oct 2024 12:33:29 PM");
    arms_buffer_string(&text, "Recipient,2021,2022\nPakistan,69,237\n"
                              "Total world import,69,237\n\n\n");
    arms_look look = look_at(text.data);
    CHECK_COUNT(look.refusal.code, ARMS_OK);
    CHECK_COUNT(look.loaded.count, 1);
    CHECK_COUNT(look.reading.header_line, 8);
    CHECK_COUNT(look.reading.records, 2);
    CHECK_COUNT(look.bytes, text.len);
    CHECK_STRING(look.sha256, "");
    if (CHECK_COUNT(look.preamble_count, 7))
        CHECK(arms_text_is(look.preamble[0], "Volume of transfers of major arms"));
    CHECK_HAS(look.reading.vintage, "before the file was generated");
    arms_look_free(&look);
    arms_buffer_free(&text);
}

static void test_nearest(void)
{
    arms_look near = look_at("Year,exporter,importer,category,measure,amount\n"
                             "2020,China,Iran,,USD,1\n");
    arms_look far = look_at("year,exporter,a,b,c,d\n2020,China,1,2,3,4\n");
    CHECK_HAS(near.nearest.title, "canonical");
    CHECK_COUNT(near.nearest.shared, 5);
    CHECK_COUNT(near.nearest.known, 6);
    if (CHECK_COUNT(near.nearest.missing_count, 1))
        CHECK_STRING(near.nearest.missing[0], "value");
    CHECK(far.nearest.title == NULL);
    arms_look_free(&near);
    arms_look_free(&far);
}

/* The digest of "a,b\n", by sha256sum. */
static void test_digest(void)
{
    arms_look look;
    arms_error err = {0};
    arms_load_options options = {.digest = true};
    if (!CHECK(arms_look_at(&look, check_write("look.csv", arms_text_of("a,b\n")),
                            &options, &err)))
        return;
    CHECK_STRING(look.sha256,
                 "5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313");
    arms_look_free(&look);
}

const check_test data_look_tests[] = {
    {"look: shapes", test_shapes},
    {"look: columns", test_columns},
    {"look: records of other widths", test_uneven},
    {"look: different values", test_distinct},
    {"look: a break", test_broken},
    {"look: what is no CSV", test_no_csv},
    {"look: a refused file", test_refused},
    {"look: a loaded file", test_loaded},
    {"look: the nearest layout", test_nearest},
    {"look: digest", test_digest},
    {NULL, NULL},
};
