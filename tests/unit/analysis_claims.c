/* Claims from a CSV file: all columns, and each error with its line. */
#include <armstrade/claim.h>

#include <math.h>
#include <string.h>

#include "tests/unit/check.h"

typedef struct sheet {
    arms_claims claims;
    arms_arena arena;
    arms_error err;
    bool done;
} sheet;

static sheet read_sheet(const char *text)
{
    sheet s = {0};
    const char *path = check_write("claims.csv", arms_text_of(text));
    s.done = arms_claims_read(&s.claims, &s.arena, path, &s.err);
    return s;
}

static void test_all_columns(void)
{
    sheet s = read_sheet(
        "id,text,kind,flow,subject,counterpart,period,value,unit,low,high,bound,category,"
        "denominator,base_period,period_source,printed,rule,sentence,begin,end\n"
        "c7,\"A, B\",share,import,Pakistan,Türkiye,2019-2023,11 per cent,percent,10,12,"
        "about,Ships,,,relative,some 11 per cent,share-of,8,210,221\n");
    CHECK_STRING(s.err.text, "");
    if (!CHECK_COUNT(s.claims.count, 1))
        return;
    const arms_claim *c = &s.claims.items[0];
    CHECK_STRING(c->id, "c7");
    CHECK_STRING(c->text, "A, B");
    CHECK_COUNT(c->kind, ARMS_CLAIM_SHARE);
    CHECK_COUNT(c->flow, ARMS_IMPORT);
    CHECK_STRING(c->subject, "Pakistan");
    CHECK_STRING(c->counterpart, "Türkiye");
    CHECK_STRING(c->category, "Ships");
    CHECK_STRING(c->period, "2019-2023");
    CHECK(c->years.first == 2019 && c->years.last == 2023);
    CHECK_STRING(c->printed, "some 11 per cent");
    CHECK_COUNT(c->period_source, ARMS_PERIOD_RELATIVE);
    CHECK(c->sentence == 8 && c->begin == 210 && c->end == 221);
    CHECK(!c->denominator && !c->base_period && !c->unjudged);
    CHECK_COUNT(c->number.bound, ARMS_BOUND_ABOUT);
    CHECK(check_same(c->number.range.low, 10) && check_same(c->number.range.high, 12));
    CHECK_COUNT(c->line, 2);
    CHECK_HAS(c->file, "claims.csv");
    arms_arena_free(&s.arena);
}

static void test_least_columns(void)
{
    sheet s = read_sheet("VALUE,Subject,kind\n11 %,Pakistan,share\n\n"
                         "2nd,China,rank\n$21 million,India,level\n");
    CHECK_STRING(s.err.text, "");
    if (!CHECK_COUNT(s.claims.count, 3))
        return;
    const arms_claim *c = s.claims.items;
    CHECK_STRING(c[0].id, "1");
    CHECK_STRING(c[2].id, "3");
    CHECK_COUNT(c[0].flow, ARMS_IMPORT);
    CHECK(!c[0].counterpart && !c[0].category && !c[0].period && !c[0].text);
    CHECK_COUNT(c[0].years.first, 0);
    CHECK_COUNT(c[1].line, 4);
    CHECK_COUNT(c[1].number.unit, ARMS_UNIT_RANK);
    CHECK_COUNT(c[2].number.unit, ARMS_UNIT_USD);
    arms_arena_free(&s.arena);
}

/* An apostrophe that keeps spreadsheets from running a cell is no part of it. */
static void test_apostrophe(void)
{
    sheet s = read_sheet("kind,subject,counterpart,value,text\n"
                         "share,\"'=Pakistan\",\"'-China\",11 %,'tis so\n");
    CHECK_STRING(s.err.text, "");
    if (!CHECK_COUNT(s.claims.count, 1))
        return;
    CHECK_STRING(s.claims.items[0].subject, "=Pakistan");
    CHECK_STRING(s.claims.items[0].counterpart, "-China");
    CHECK_STRING(s.claims.items[0].text, "'tis so");
    arms_arena_free(&s.arena);
}

static void test_many_claims(void)
{
    arms_buffer text = {0};
    arms_buffer_string(&text, "kind,subject,value\n");
    for (int i = 0; i < 1000; i++)
        arms_buffer_print(&text, "share,Pakistan,%d %%\n", i % 100);
    sheet s = read_sheet(text.data);
    CHECK_STRING(s.err.text, "");
    CHECK_COUNT(s.claims.count, 1000);
    bool same = s.claims.count == 1000;
    for (size_t i = 0; i < s.claims.count; i++)
        same = same && check_same(s.claims.items[i].number.value, (double)(i % 100)) &&
               s.claims.items[i].line == i + 2;
    CHECK(same);
    arms_buffer_free(&text);
    arms_arena_free(&s.arena);
}

/* The value's unit may stand in a column of its own. */
static void test_units_apart(void)
{
    sheet s = read_sheet("kind,subject,value,unit\nlevel,Pakistan,21000000,USD\n"
                         "level,Pakistan,223.6 million,TIV\nshare,Pakistan,11,percent\n");
    CHECK_STRING(s.err.text, "");
    if (CHECK_COUNT(s.claims.count, 3)) {
        const arms_claim *c = s.claims.items;
        CHECK_COUNT(c[0].number.unit, ARMS_UNIT_USD);
        CHECK(check_same(c[0].number.range.low, 20.5e6));
        CHECK_COUNT(c[1].number.unit, ARMS_UNIT_TIV);
        CHECK(check_same(c[1].number.range.high, 223.65e6));
        CHECK_COUNT(c[2].number.unit, ARMS_UNIT_PERCENT);
    }
    arms_arena_free(&s.arena);
}

/* Periods that are no whole calendar years are kept as written, to be told apart from
 * years when they are judged. */
static void test_partial_periods(void)
{
    static const char *const periods[] = {
        "2023H1",  "2023Q1",           "2023Q1..Q3", "2025-11",   "2003-11",
        "2001-12", "2025-01..2025-11", "FY2023",     "FY2023-24", "FY2014-15..FY2023-24"};
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        arms_buffer text = {0};
        arms_buffer_print(&text, "kind,subject,value,period\nshare,Pakistan,5,%s\n",
                          periods[i]);
        sheet s = read_sheet(text.data);
        CHECK_ROW(s.done, periods[i]);
        if (s.done) {
            CHECK_ROW(s.claims.items[0].years.first == 0, periods[i]);
            CHECK_STRING(s.claims.items[0].period, periods[i]);
        }
        arms_arena_free(&s.arena);
        arms_buffer_free(&text);
    }
}

/* A sheet whose line 3 is bad. */
static void check_bad(const char *row, const char *word)
{
    arms_buffer text = {0};
    arms_buffer_print(&text,
                      "kind,subject,value,flow,period,unit,low,high,bound,denominator,"
                      "base_period\nshare,Pakistan,11,,,,,,,,\n%s\n",
                      row);
    sheet s = read_sheet(text.data);
    CHECK_ROW(!s.done, row);
    CHECK_ROW(s.done || s.err.code == ARMS_PARSE, row);
    CHECK_ROW(s.done || s.err.line == 3, row);
    CHECK_ROW(s.done || strstr(s.err.file, "claims.csv"), row);
    CHECK_ROW(s.done || strstr(s.err.text, word), row);
    arms_arena_free(&s.arena);
    arms_buffer_free(&text);
}

static void test_bad_claims(void)
{
    check_bad("growth,Pakistan,11,,,,,,,,", "growth");
    check_bad(",Pakistan,11,,,,,,,,", "no kind of claim");
    check_bad("share,,11,,,,,,,,", "subject");
    check_bad("share,Pakistan,,,,,,,,,", "number");
    check_bad("share,Pakistan,eleven,,,,,,,,", "eleven");
    check_bad("share,Pakistan,$5,,,,,,,,", "unit");
}

static void test_bad_amounts(void)
{
    check_bad("level,Pakistan,21,,,,,,,,", "unit");
    check_bad("level,Pakistan,5 %,,,,,,,,", "amount");
    check_bad("level,Pakistan,-$5,,,,,,,,", "");
    check_bad("rank,Pakistan,0,,,,,,,,", "rank");
}

static void test_bad_slots(void)
{
    check_bad("share,Pakistan,11,sideways,,,,,,,", "import");
    check_bad("share,Pakistan,11,,twenty,,,,,,", "twenty");
    check_bad("share,Pakistan,11,,,,,,maybe,,", "maybe");
    check_bad("share,Pakistan,11,,,,12,13,,,", "outside");
    check_bad("share,Pakistan,11,,,,9,10,,,", "outside");
    check_bad("share,Pakistan,11,,,,x,12,,,", "\"x\"");
}

static void test_widths(void)
{
    check_bad("share,Pakistan,11", "3 fields");
    check_bad("share,Pakistan,\"11\"x,,,,,,,,", "quote");
}

/* Kinds and slots that are not judged are read, and told apart. */
static void test_not_judged(void)
{
    static const struct {
        const char *row, *why;
        double value;
        arms_unit unit;
    } rows[] = {
        {"change,Pakistan,-20 %,,2019-2023,,,,,,2014-2018", "change", -20,
         ARMS_UNIT_PERCENT},
        {"change,Pakistan,3.5,,2023,percentage_point,,,,,2022", "change", 3.5,
         ARMS_UNIT_PERCENTAGE_POINT},
        {"change,Pakistan,$2 billion,,2023,,,,,,2022", "change", 2e9, ARMS_UNIT_USD},
        {"multiple,Pakistan,2,,2023,,,,,,2022", "a multiple", 2, ARMS_UNIT_TIMES},
        {"ratio,Pakistan,20 %,,2023,percent_higher,,,,,", "comparison", 20,
         ARMS_UNIT_PERCENT_HIGHER},
        {"ratio,Pakistan,1.5 times,,2023,,,,,,", "comparison", 1.5, ARMS_UNIT_TIMES},
        {"top-n-sum,China;Italy,82 %,,2023,,,,,,", "sum", 82, ARMS_UNIT_PERCENT},
        {"trend,Pakistan,+,,2023,,,,,,", "trend", 1, ARMS_UNIT_DIRECTION},
        {"trend,Pakistan,-,,2023,direction,-1,-1,exact,,2014-2018", "trend", -1,
         ARMS_UNIT_DIRECTION},
        {"count,Pakistan,48,,2023,partners,,,over,,", "number of partners", 48,
         ARMS_UNIT_PARTNERS},
        {"share,Pakistan,11,,,,,,,Africa,", "another whole", 11, ARMS_UNIT_PERCENT},
        {"share,Pakistan,11,,,,,,,,2019", "base period", 11, ARMS_UNIT_PERCENT},
        {"level,China;Italy,$5 million,,,,,,,,", "several parties", 5e6, ARMS_UNIT_USD},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_buffer text = {0};
        arms_buffer_print(
            &text,
            "kind,subject,value,flow,period,unit,low,high,bound,denominator,"
            "base_period\n%s\n",
            rows[i].row);
        sheet s = read_sheet(text.data);
        CHECK_STRING(s.err.text, "");
        if (CHECK_ROW(s.done, rows[i].row)) {
            const arms_claim *c = s.claims.items;
            CHECK_HAS(c->unjudged ? c->unjudged : "", rows[i].why);
            CHECK_ROW(check_same(c->number.value, rows[i].value), rows[i].row);
            CHECK_ROW(c->number.unit == rows[i].unit, rows[i].row);
        }
        arms_arena_free(&s.arena);
        arms_buffer_free(&text);
    }
}

/* Limits of a number without a hedge tell of its last digit what the plain number does
 * not; those of a hedged one do not. */
static void test_last_digit(void)
{
    sheet s =
        read_sheet("kind,subject,value,low,high,bound\nshare,Pakistan,4,3.95,4.05,\n"
                   "share,Pakistan,80,79,81,\nshare,Pakistan,40,37.2,40.5,nearly\n"
                   "share,Pakistan,33.333333333333336,32.3,34.3,\n");
    CHECK_STRING(s.err.text, "");
    if (CHECK_COUNT(s.claims.count, 4)) {
        const arms_claim *c = s.claims.items;
        CHECK_NEAR(c[0].number.unit_value, 0.1, 1e-12);
        CHECK(check_same(c[1].number.unit_value, 1));
        CHECK(check_same(c[2].number.rounding.low, 39.5));
        CHECK(check_same(c[2].number.range.low, 37.2));
        CHECK(check_same(c[3].number.unit_value, 1));
    }
    arms_arena_free(&s.arena);
}

/* A year range written backwards is a slip, not a partial year. */
static void test_bad_periods(void)
{
    check_bad("share,Pakistan,11,,2023-2019,,,,,,", "2023-2019");
    check_bad("share,Pakistan,11,,2023-13,,,,,,", "2023-13");
    check_bad("share,Pakistan,11,,20233,,,,,,", "20233");
    check_bad("share,Pakistan,11,,FY,,,,,,", "FY");
    check_bad("change,Pakistan,11 %,,2023,,,,,,before", "before");
}

static void check_bad_place(const char *column, const char *cell, const char *word)
{
    arms_buffer text = {0};
    arms_buffer_print(&text, "kind,subject,value,%s\nshare,Pakistan,11,%s\n", column,
                      cell);
    sheet s = read_sheet(text.data);
    CHECK_ROW(!s.done && s.err.line == 2, cell);
    CHECK_HAS(s.err.text, word);
    arms_arena_free(&s.arena);
    arms_buffer_free(&text);
}

static void test_bad_places(void)
{
    check_bad_place("sentence", "eighth", "whole number");
    check_bad_place("begin", "-1", "whole number");
    check_bad_place("end", "2.5", "whole number");
    check_bad_place("period_source", "guessed", "guessed");
}

/* Units that are not known, or do not go with the kind of the claim. */
static void test_bad_units(void)
{
    check_bad("share,Pakistan,11,,,TIV,,,,,", "");
    check_bad("share,Pakistan,11,,,percentage_point,,,,,", "");
    check_bad("share,Pakistan,11,,,parsecs,,,,,", "");
    check_bad("rank,Pakistan,2,,,percent,,,,,", "");
    check_bad("level,Pakistan,$21,,,TIV,,,,,", "unit");
    check_bad("level,Pakistan,21,,,percent,,,,,", "currency");
    check_bad("change,Pakistan,11,,,,,,,,", "percentage_point");
    check_bad("change,Pakistan,11,,,times,,,,,", "percentage_point");
    check_bad("multiple,Pakistan,11 %,,,,,,,,", "another unit");
    check_bad("ratio,Pakistan,11,,,percent,,,,,", "percent_higher");
    check_bad("trend,Pakistan,upward,,,,,,,,", "write + or -");
    check_bad("count,Pakistan,11,,,items,,,,,", "partners");
}

static void check_file(const char *text, arms_code code, const char *word)
{
    sheet s = read_sheet(text);
    CHECK_ROW(!s.done, text);
    CHECK_ROW(s.err.code == code, text);
    CHECK_HAS(s.err.text, word);
    CHECK_HAS(s.err.file, "claims.csv");
    arms_arena_free(&s.arena);
}

static void test_bad_files(void)
{
    check_file("", ARMS_INPUT, "empty");
    check_file("kind,subject\nshare,Pakistan\n", ARMS_LAYOUT, "value");
    check_file("a,b,c\n1,2,3\n", ARMS_LAYOUT, "kind");
    check_file("kind,subject,value\n", ARMS_PARSE, "no claims");
    check_file("{\"claims\": []}", ARMS_INPUT, "JSON");
}

static void test_no_file(void)
{
    arms_claims claims;
    arms_arena arena = {0};
    arms_error err = {0};
    CHECK(!arms_claims_read(&claims, &arena, check_path("none.csv"), &err));
    CHECK_COUNT(err.code, ARMS_INPUT);
    arms_arena_free(&arena);
}

/* Claims that are made by hand are checked in the same way. */
static void test_check(void)
{
    arms_claim claim = {.subject = "Pakistan", .kind = ARMS_CLAIM_SHARE};
    arms_error err = {0};
    claim.number.value = 11;
    claim.number.unit = ARMS_UNIT_PERCENT;
    CHECK(arms_claim_check(&claim, NULL));
    claim.number.value = 101; /* typed wrongly, but a text may say it */
    CHECK(!arms_claim_check(&claim, &err));
    claim.file = "text.csv";
    CHECK(arms_claim_check(&claim, NULL));
    claim.file = NULL;
    claim.subject = "";
    CHECK(!arms_claim_check(&claim, &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
    claim.subject = NULL;
    CHECK(!arms_claim_check(&claim, &err));
}

const check_test analysis_claims_tests[] = {
    {"all columns", test_all_columns},
    {"the least columns", test_least_columns},
    {"an apostrophe before a formula", test_apostrophe},
    {"many claims", test_many_claims},
    {"units in their own column", test_units_apart},
    {"periods that are no years", test_partial_periods},
    {"bad claims", test_bad_claims},
    {"bad amounts and ranks", test_bad_amounts},
    {"bad slots", test_bad_slots},
    {"widths of rows", test_widths},
    {"claims that are not judged", test_not_judged},
    {"the last digit of a plain number", test_last_digit},
    {"bad periods", test_bad_periods},
    {"bad places in a text", test_bad_places},
    {"bad units", test_bad_units},
    {"bad files", test_bad_files},
    {"no file", test_no_file},
    {"claims made by hand", test_check},
    {NULL, NULL},
};
