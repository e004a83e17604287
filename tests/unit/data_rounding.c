/* Numbers as they are printed for people. What is expected follows from the convention of
 * the header by reasoning, and for many decimals from arithmetic in whole numbers. */
#include <armstrade/rounding.h>

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/check.h"

#define MINUS "\xE2\x88\x92"

static const arms_rounding sipri = {ARMS_ROUND_SIPRI, 0}, none = {ARMS_ROUND_NONE, 0};

typedef struct row {
    double number;
    const char *text;
} row;

static void check_rows(arms_rounding rounding, arms_rounded what, const row *rows)
{
    char buffer[ARMS_ROUNDING_SIZE];
    for (; rows->text; rows++)
        CHECK_STRING(arms_rounding_print(buffer, rounding, what, rows->number),
                     rows->text);
}

static void test_shares(void)
{
    static const row rows[] = {
        {43.2, "43"},    {9.94, "9.9"},
        {9.95, "10"},    {9.96, "10"},
        {10, "10"},      {10.04, "10"},
        {10.49, "10"},   {10.5, "11"},
        {99.4, "99"},    {99.5, "100"},
        {100, "100"},    {3, "3.0"},
        {0.25, "0.3"},   {0.05, "0.1"},
        {0.049, "0"},    {0.04, "0"},
        {1e-300, "0"},   {0, "0"},
        {-0.0, "0"},     {9.949999, "9.9"},
        {999.5, "1000"}, {1e14, "100000000000000"},
        {0, NULL},
    };
    check_rows(sipri, ARMS_ROUNDED_SHARE, rows);
}

static void test_changes(void)
{
    static const row rows[] = {
        {9627, "+9,627"},
        {9626.5, "+9,627"},
        {999.5, "+1,000"},
        {999.4, "+999"},
        {-999.5, MINUS "1,000"},
        {1234567, "+1,234,567"},
        {0.25, "+0.3"},
        {-0.25, MINUS "0.3"},
        {-9.95, MINUS "10"},
        {-9.94, MINUS "9.9"},
        {-64.4, MINUS "64"},
        {-0.05, MINUS "0.1"},
        {-0.04, "0"},
        {0.04, "0"},
        {0, "0"},
        {21, "+21"},
        {0, NULL},
    };
    check_rows(sipri, ARMS_ROUNDED_CHANGE, rows);
}

static void test_amounts(void)
{
    static const row rows[] = {
        {29683.4, "29683"}, {2.4, "2"},        {9.96, "10"},    {0.5, "1"},
        {0.49, "0"},        {-2.5, MINUS "3"}, {999.5, "1000"}, {0, NULL},
    };
    check_rows(sipri, ARMS_ROUNDED_AMOUNT, rows);
}

static void test_places(void)
{
    static const row two[] = {{1.005, "1.01"},
                              {9.95, "9.95"},
                              {0.25, "0.25"},
                              {0.05, "0.05"},
                              {0.004, "0.00"},
                              {-0.004, "0.00"},
                              {-1.005, MINUS "1.01"},
                              {999.995, "1000.00"},
                              {12, "12.00"},
                              {1200, "1200.00"},
                              {0, NULL}};
    static const row one[] = {
        {9.95, "10.0"}, {0.05, "0.1"}, {0.25, "0.3"}, {99.5, "99.5"}, {0, NULL}};
    static const row whole[] = {
        {0.5, "1"}, {99.5, "100"}, {2.5, "3"}, {-0.4, "0"}, {0, NULL}};
    static const row most[] = {{0.1, "0.100000000000000"},
                               {999999999999999.0, "999999999999999.000000000000000"},
                               {1e-15, "0.000000000000001"},
                               {4.9e-16, "0.000000000000000"},
                               {0, NULL}};
    check_rows((arms_rounding){ARMS_ROUND_PLACES, 2}, ARMS_ROUNDED_SHARE, two);
    check_rows((arms_rounding){ARMS_ROUND_PLACES, 1}, ARMS_ROUNDED_AMOUNT, one);
    check_rows((arms_rounding){ARMS_ROUND_PLACES, 0}, ARMS_ROUNDED_AMOUNT, whole);
    check_rows((arms_rounding){ARMS_ROUND_PLACES, 15}, ARMS_ROUNDED_AMOUNT, most);
}

static void test_places_of_changes(void)
{
    static const row rows[] = {
        {1234.5, "+1,234.50"}, {-0.005, MINUS "0.01"}, {0.001, "0.00"}, {0, NULL}};
    static const row longest[] = {
        {-999999999999999.0, MINUS "999,999,999,999,999.000000000000000"}, {0, NULL}};
    check_rows((arms_rounding){ARMS_ROUND_PLACES, 2}, ARMS_ROUNDED_CHANGE, rows);
    check_rows((arms_rounding){ARMS_ROUND_PLACES, 15}, ARMS_ROUNDED_CHANGE, longest);
}

static void test_no_rounding(void)
{
    static const row rows[] = {{9.95, "9.95"}, {-12.5, "-12.5"}, {9627, "9627"},
                               {0.04, "0.04"}, {1.005, "1.005"}, {0, NULL}};
    check_rows(none, ARMS_ROUNDED_CHANGE, rows);
}

static void test_extremes(void)
{
    static const row rows[] = {{NAN, ".."},
                               {HUGE_VAL, ".."},
                               {1e15, "1e+15"},
                               {-DBL_MAX, "-1.7976931348623157e+308"},
                               {0, NULL}};
    check_rows(sipri, ARMS_ROUNDED_SHARE, rows);
    check_rows(none, ARMS_ROUNDED_SHARE, rows);
}

/* All thousandths up to 20, rounded to two places as on paper. */
static void test_every_thousandth(void)
{
    const arms_rounding two = {ARMS_ROUND_PLACES, 2};
    char buffer[ARMS_ROUNDING_SIZE], want[ARMS_ROUNDING_SIZE];
    for (int n = 0; n <= 20000; n++) {
        int cents = (n + 5) / 10;
        (void)snprintf(want, sizeof want, "%d.%02d", cents / 100, cents % 100);
        CHECK_STRING(arms_rounding_print(buffer, two, ARMS_ROUNDED_SHARE, n / 1000.0),
                     want);
    }
}

/* All hundredths of a per cent up to 120, under SIPRI's rule in whole numbers. */
static void test_every_hundredth(void)
{
    char buffer[ARMS_ROUNDING_SIZE], want[ARMS_ROUNDING_SIZE];
    for (int n = 5; n <= 12000; n++) {
        int tenths = (n + 5) / 10, ones = (n + 50) / 100;
        if (tenths >= 100)
            (void)snprintf(want, sizeof want, MINUS "%d", ones);
        else
            (void)snprintf(want, sizeof want, MINUS "%d.%d", tenths / 10, tenths % 10);
        CHECK_STRING(arms_rounding_print(buffer, sipri, ARMS_ROUNDED_CHANGE, -n / 100.0),
                     want);
    }
}

typedef struct bounds_row {
    arms_rounding rounding;
    arms_rounded what;
    arms_rounding_range x;
    const char *text;
} bounds_row;

#define SIPRI               \
    {                       \
        ARMS_ROUND_SIPRI, 0 \
    }
#define TO(n)                \
    {                        \
        ARMS_ROUND_PLACES, n \
    }
#define EXACTLY            \
    {                      \
        ARMS_ROUND_NONE, 0 \
    }

static void test_bounds(void)
{
    static const bounds_row rows[] = {
        {SIPRI, ARMS_ROUNDED_SHARE, {24.855, 22.652, 28.144}, "22.6 to 28.2"},
        {SIPRI, ARMS_ROUNDED_SHARE, {5.78, 0, 11.05}, "0.00 to 11.05"},
        {SIPRI, ARMS_ROUNDED_SHARE, {9.96, 9.94, 9.98}, "9.9 to 10.0"},
        {SIPRI, ARMS_ROUNDED_SHARE, {9.94, 9.9, 9.96}, "9.90 to 9.96"},
        {SIPRI, ARMS_ROUNDED_AMOUNT, {237, 236.5, 237.5}, "236.5 to 237.5"},
        {SIPRI, ARMS_ROUNDED_AMOUNT, {0, 0, 0.5}, "0.0 to 0.5"},
        {SIPRI, ARMS_ROUNDED_CHANGE, {-44, -44.41, -40}, MINUS "44.5 to " MINUS "40.0"},
        {SIPRI, ARMS_ROUNDED_CHANGE, {3, -12.34, 4.56}, MINUS "12.34 to +4.56"},
        {SIPRI, ARMS_ROUNDED_CHANGE, {1500, 1400, 1600}, "+1,400.0 to +1,600.0"},
        {TO(3), ARMS_ROUNDED_SHARE, {24.8554, 22.65209, 28.14401}, "22.6520 to 28.1441"},
        {TO(0), ARMS_ROUNDED_SHARE, {5.78, 0, 11.05}, "0.0 to 11.1"},
        {TO(15),
         ARMS_ROUNDED_SHARE,
         {1, 0.5, 1.5},
         "0.500000000000000 to 1.500000000000000"},
        {EXACTLY, ARMS_ROUNDED_SHARE, {24.5, 22.25, 28.125}, "22.25 to 28.125"},
    };
    char buffer[ARMS_ROUNDING_BOUNDS_SIZE];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STRING(
            arms_rounding_bounds(buffer, rows[i].rounding, rows[i].what, rows[i].x),
            rows[i].text);
}

/* Bounds that say no more than the figure, that both lie on one side of what is printed,
 * that carry an error of arithmetic, or that no digits can print. */
static void test_bounds_at_edges(void)
{
    static const bounds_row rows[] = {
        {SIPRI, ARMS_ROUNDED_SHARE, {51.19, 51.16, 51.22}, ""},
        {SIPRI, ARMS_ROUNDED_SHARE, {0, 0, 0}, ""},
        {EXACTLY, ARMS_ROUNDED_SHARE, {51.19, 51.19, 51.19}, ""},
        {EXACTLY, ARMS_ROUNDED_SHARE, {51.19, 51.16, 51.19}, "51.16 to 51.19"},
        {SIPRI, ARMS_ROUNDED_SHARE, {51.4, 51.35, 51.6}, "51.0 to 51.6"},
        {SIPRI, ARMS_ROUNDED_SHARE, {50.6, 50.4, 50.7}, "50.4 to 51.0"},
        {SIPRI, ARMS_ROUNDED_SHARE, {0.03, 0.01, 0.06}, "0.00 to 0.06"},
        {SIPRI, ARMS_ROUNDED_SHARE, {0.2, 0.1, 0.1 + 0.2}, "0.10 to 0.30"},
        {SIPRI, ARMS_ROUNDED_SHARE, {7, 0.06999999999999999 * 100, 8}, "7.00 to 8.00"},
        {SIPRI, ARMS_ROUNDED_SHARE, {5, 1, HUGE_VAL}, "1.0 to .."},
        {SIPRI, ARMS_ROUNDED_AMOUNT, {1e15, 9e14, 2e15}, "900000000000000 to 2e+15"},
    };
    char buffer[ARMS_ROUNDING_BOUNDS_SIZE];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STRING(
            arms_rounding_bounds(buffer, rows[i].rounding, rows[i].what, rows[i].x),
            rows[i].text);
}

/* In hundredths: printed bounds hold, have the printed figure between them, and are left
 * out only where all three print the same. */
static void check_law(arms_rounding rounding, int value, int low, int high)
{
    char figure[ARMS_ROUNDING_SIZE], least[ARMS_ROUNDING_SIZE], most[ARMS_ROUNDING_SIZE];
    char bounds[ARMS_ROUNDING_BOUNDS_SIZE];
    const arms_rounding_range x = {value / 100.0, low / 100.0, high / 100.0};
    (void)arms_rounding_print(figure, rounding, ARMS_ROUNDED_SHARE, x.value);
    (void)arms_rounding_print(least, rounding, ARMS_ROUNDED_SHARE, x.low);
    (void)arms_rounding_print(most, rounding, ARMS_ROUNDED_SHARE, x.high);
    (void)arms_rounding_bounds(bounds, rounding, ARMS_ROUNDED_SHARE, x);
    bool same = strcmp(figure, least) == 0 && strcmp(figure, most) == 0;
    CHECK_ROW(same == (*bounds == '\0'), bounds);
    if (!*bounds)
        return;
    char *to = NULL;
    double shown = strtod(figure, NULL), first = strtod(bounds, &to);
    double second = strtod(to + strlen(" to "), NULL);
    CHECK_ROW(first <= x.low && first <= shown, bounds);
    CHECK_ROW(second >= x.high && second >= shown, bounds);
}

static void check_laws(int value, int below, int above)
{
    static const arms_rounding all[] = {SIPRI, EXACTLY, TO(0), TO(1), TO(2), TO(5)};
    for (size_t r = 0; r < sizeof all / sizeof *all; r++)
        check_law(all[r], value, value - below, value + above);
}

static void test_law_of_bounds(void)
{
    for (int value = 0; value <= 1500; value += 7)
        for (int below = 0; below <= value && below < 160; below += 13)
            for (int above = 0; above < 160; above += 13)
                check_laws(value, below, above);
}

static void test_words(void)
{
    arms_rounding got = {ARMS_ROUND_PLACES, 7};
    CHECK(arms_rounding_parse(&got, arms_text_of("sipri"), NULL));
    CHECK(got.kind == ARMS_ROUND_SIPRI);
    CHECK(arms_rounding_parse(&got, arms_text_of("none"), NULL));
    CHECK(got.kind == ARMS_ROUND_NONE);
    CHECK(arms_rounding_parse(&got, arms_text_of("0"), NULL));
    CHECK(got.kind == ARMS_ROUND_PLACES && got.places == 0);
    CHECK(arms_rounding_parse(&got, arms_text_of("15"), NULL));
    CHECK(got.kind == ARMS_ROUND_PLACES && got.places == 15);
}

static void test_words_refused(void)
{
    static const char *const refused[] = {"",      "16",     "-1",          "1.5",
                                          "SIPRI", "sipri ", "+2",          "003",
                                          "2x",    "siprí",  "999999999999"};
    arms_rounding got;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        arms_error err = {0};
        CHECK_ROW(!arms_rounding_parse(&got, arms_text_of(refused[i]), &err), refused[i]);
        CHECK_ROW(err.code == ARMS_USAGE, refused[i]);
        CHECK_HAS(err.text, "write sipri, none, or a number");
    }
}

const check_test data_rounding_tests[] = {
    {"shares", test_shares},
    {"changes", test_changes},
    {"amounts", test_amounts},
    {"places", test_places},
    {"places of changes", test_places_of_changes},
    {"no rounding", test_no_rounding},
    {"extremes", test_extremes},
    {"every thousandth", test_every_thousandth},
    {"every hundredth", test_every_hundredth},
    {"bounds", test_bounds},
    {"bounds at edges", test_bounds_at_edges},
    {"law of bounds", test_law_of_bounds},
    {"words", test_words},
    {"words that are refused", test_words_refused},
    {NULL, NULL},
};
