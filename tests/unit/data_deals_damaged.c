/* SIPRI's register of deals, damaged: saved by a spreadsheet, broken by line breaks, rows
 * and headers that cannot be. All figures are invented. */
#include "tests/unit/deals.h"

/* A copy that a spreadsheet saved: no lines above the header, semicolons at the ends of
 * lines, and years without the blanks between them. */
static void test_spreadsheet(void)
{
    static const char *const rows[] = {
        DEALS_ONE_YEAR,
        "Pakistan,Turkiye,2021,?,9,?,X-2,armed UAV,9,,2022;2023; 2024,Second hand but "
        "modernized,,2.4,21.6,21.6",
        DEALS_ORDER, DEALS_GROUP, NULL};
    const deals_file m = {NULL, DEALS_DELIVERED, ";;;;\r\n"};
    fixture f = deals_load(&m, rows, NULL);
    CHECK_STRING(f.err.text, "");
    deals_check_clean(f.data, 2);
    if (f.data) {
        const arms_box *boxes;
        CHECK(fixture_noted(f.data, "spreadsheet"));
        CHECK(fixture_noted(f.data, "covers nothing for certain"));
        CHECK_COUNT(arms_dataset_boxes(f.data, &boxes), 0);
        CHECK_STRING(arms_dataset_about(f.data)->generated, "");
    }
    fixture_free(&f);
}

#define HEAD "Pakistan,China,1999,?,4,,X-1,frigate,2,?,2001,New,Aid"

/* `order` is the line of the order that follows. */
static void check_broken(const char *join, const char *order)
{
    arms_buffer second = {0};
    arms_buffer_print(&second, "%s%s,150,600,300.25", HEAD, join);
    const char *const rows[] = {DEALS_NINE, second.data, DEALS_ORDER, NULL};
    fixture f = deals_load(&deals_plain, rows, NULL);
    CHECK_ROW(f.done, f.err.text);
    if (f.data && CHECK_COUNT(arms_dataset_count(f.data), 4)) {
        const deals_flow want = {2001, 300.25, 300.25, 300.25, 1, ARMS_FLAG_ESTIMATED, 9};
        deals_check_flow(f.data, 3, &want);
        CHECK(fixture_noted(f.data, "1 record that a line break had cut in two was "
                                    "joined (line 9)"));
        CHECK(fixture_noted(f.data, order));
        CHECK(!fixture_noted(f.data, "number of fields"));
    }
    arms_buffer_free(&second);
    fixture_free(&f);
}

static void test_broken(void)
{
    static const char *const twice[] = {HEAD, ",150,600,300.25", DEALS_NINE,
                                        HEAD, ",1,4,2",          NULL};
    check_broken("\n", "yet (line 11)");
    check_broken("\r\n", "yet (line 11)");
    check_broken("\n\n", "yet (line 12)"); /* blank lines are no records */
    fixture f = deals_load(&deals_plain, twice, NULL);
    if (CHECK(f.data != NULL))
        CHECK(fixture_noted(f.data, "2 records that a line break had cut in two were "
                                    "joined (lines 8, 11)"));
    fixture_free(&f);
}

/* A bad row in line 9. */
static void check_bad(const char *row, const char *word)
{
    const char *const rows[] = {DEALS_ONE_YEAR, row, DEALS_NINE, NULL};
    fixture f = deals_load(&deals_plain, rows, NULL);
    CHECK_ROW(!f.done, row);
    CHECK_COUNT(f.err.code, ARMS_PARSE);
    CHECK_COUNT(f.err.line, 9);
    CHECK_HAS(f.err.text, word);
    CHECK_HAS(f.err.file, "deals.csv");
    CHECK_COUNT(f.loaded.count, 0);
    fixture_free(&f);
}

static void test_bad_rows(void)
{
    check_bad(HEAD, "not the rest of the record");
    check_bad(HEAD "\ntext,150,600,300.25", "not the rest of the record");
    check_bad(HEAD "\n,600,300.25", "not the rest of the record");
    check_bad(",150,600,300.25", "4 fields");
    check_bad(DEALS_ONE_YEAR ",x", "17 fields");
    check_bad(DEAL("2", "22", "5"), "Year(s) of delivery");
    check_bad(DEAL("2", "2022;; 2023", "5"), "Year(s) of delivery");
    check_bad(DEAL("2", "2023; 2022", "5"), "earliest first");
    check_bad(DEAL("2", "2022; 2022", "5"), "earliest first");
    check_bad(DEAL("2", "2022", "5m"), "TIV of delivered weapons");
    check_bad(DEAL("2", "2022", "-5"), "negative");
    check_bad(DEAL("2", "2022", "12345678901"), "larger than any deal");
    check_bad(DEAL("2", "", "5"), "no year under");
    check_bad(DEAL("two", "2022", "5"), "Number delivered");
    check_bad(DEAL("2.5", "2022", "5"), "whole number");
    check_bad("Pakistan,China,2019,,9,,X-1,gun,2,new,2022,New,,,0,5", "comma was lost");
    check_bad("Pakistan,,2019,,9,,X-1,gun,2,,2022,New,,,0,5", "upplier");
    check_bad(",China,2019,,9,,X-1,gun,2,,2022,New,,,0,5", "ecipient");
}

static void test_headless_end(void)
{
    static const char *const rows[] = {DEALS_ONE_YEAR, HEAD, NULL};
    static const char *const none[] = {DEALS_ORDER, NULL};
    fixture f = deals_load(&deals_plain, rows, NULL);
    CHECK(!f.done);
    CHECK_COUNT(f.err.line, 9);
    fixture_free(&f);
    f = deals_load(&deals_plain, none, NULL);
    CHECK(!f.done);
    CHECK_HAS(f.err.text, "no deliveries");
    fixture_free(&f);
}

static void test_bad_headers(void)
{
    static const char *const rows[] = {DEALS_ONE_YEAR, NULL};
    const deals_file other = {DEALS_WORLD, "Number", "\n"},
                     wide = {DEALS_WORLD, DEALS_DELIVERED ",x", "\n"};
    fixture f = deals_load(&other, rows, NULL);
    CHECK_COUNT(f.err.code, ARMS_PARSE);
    CHECK_COUNT(f.err.line, 7);
    CHECK_HAS(f.err.text, "column 9 must be \"Number delivered\"");
    fixture_free(&f);
    f = deals_load(&wide, rows, NULL);
    CHECK_HAS(f.err.text, "column 10 must be without a name");
    fixture_free(&f);
    f = fixture_load("Recipient,Supplier,Year of order\nPakistan,China,2001\n");
    CHECK_HAS(f.err.text, "column 4");
    fixture_free(&f);
}

/* Latin-1 bytes, and a name that the table does not have. */
static void test_latin1(void)
{
    static const char *const rows[] = {
        "Atlantis,China,1999,?,4,,W\xE4rtsil\xE4,engine,2,?,2001,New,,1,4,2", NULL};
    const arms_load_options options = {.deals = true};
    fixture f = deals_load(&deals_plain, rows, &options);
    if (CHECK(f.data != NULL)) {
        CHECK(fixture_noted(f.data, "ISO-8859-1"));
        CHECK(fixture_noted(f.data, "Atlantis"));
        CHECK_STRING(arms_dataset_deal(f.data, arms_dataset_flow(f.data, 0).deal),
                     "W\xC3\xA4rtsil\xC3\xA4|engine||1999");
    }
    fixture_free(&f);
}

const check_test data_deals_damaged_tests[] = {
    {"a register saved by a spreadsheet", test_spreadsheet},
    {"broken records", test_broken},
    {"bad rows", test_bad_rows},
    {"a register that ends too early", test_headless_end},
    {"bad headers", test_bad_headers},
    {"Latin-1 and unlisted names", test_latin1},
    {NULL, NULL},
};
