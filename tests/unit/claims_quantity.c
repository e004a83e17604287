/* Numbers with their units, from what is printed to what is meant: worked out by hand. */
#include <math.h>
#include <string.h>

#include "tests/unit/claims_scene.h"

/* The first number of a text. A step of 0 is that of words. */
typedef struct quantity_row {
    const char *text;
    double value, step;
    const char *unit;
} quantity_row;

static bool is_near(double got, double want)
{
    return fabs(got - want) <= 1e-9 * fabs(want);
}

static void check_quantity(const quantity *q, const quantity_row *row)
{
    (void)CHECK_STRING(q->unit, row->unit);
    (void)CHECK_ROW(is_near(q->value, row->value), row->text);
    (void)CHECK_ROW(is_near(q->step, row->step), row->text);
}

static void check_quantities(const quantity_row *rows)
{
    for (; rows->text; rows++) {
        arms_arena arena = {0};
        scene s;
        const item *found = NULL;
        if (claims_scene(&s, &arena, rows->text))
            found = claims_item(&s, ITEM_QUANTITY);
        if (CHECK_ROW(found != NULL, rows->text))
            check_quantity(&found->quantity, rows);
        arms_arena_free(&arena);
    }
}

static const quantity_row percent[] = {
    {"11 per cent", 11, 1, "percent"},
    {"11 percent", 11, 1, "percent"},
    {"11%", 11, 1, "percent"},
    {"11 %", 11, 1, "percent"},
    {"%11", 11, 1, "percent"},
    {"11 pc", 11, 1, "percent"},
    {"11\uFF05", 11, 1, "percent"},
    {"11.0 per cent", 11, 0.1, "percent"},
    {"0.03 %", 0.03, 0.01, "percent"},
    {"11,5 %", 11.5, 0.1, "percent"},
    {"a 7-per-cent rise", 7, 1, "percent"},
    {"12 percentage points", 12, 1, "percentage_point"},
    {"1.5 percentage points", 1.5, 0.1, "percentage_point"},
    {"a 3-percentage-point fall", 3, 1, "percentage_point"},
    {NULL, 0, 0, NULL},
};

static void test_percent(void)
{
    check_quantities(percent);
}

static const quantity_row groups[] = {
    {"1,234 people", 1234, 1, ""},
    {"12,345,678 people", 12345678, 1, ""},
    {"1,234.5 people", 1234.5, 0.1, ""},
    {"1.234.567 people", 1234567, 1, ""},
    {"1,23,456 people", 123456, 1, ""},
    {"1.234 people", 1.234, 0.001, ""},
    {"0,75 people", 0.75, 0.01, ""},
    {"007 people", 7, 1, ""},
    {NULL, 0, 0, NULL},
};

static void test_groups(void)
{
    check_quantities(groups);
}

static const quantity_row money[] = {
    {"$21 million", 21e6, 1e6, "USD"},
    {"US$ 21 mn", 21e6, 1e6, "USD"},
    {"US$21m", 21e6, 1e6, "USD"},
    {"$7.2bn", 7.2e9, 1e8, "USD"},
    {"$1.5 trillion", 1.5e12, 1e11, "USD"},
    {"$450,000", 450000, 1, "USD"},
    {"$2.5k", 2500, 100, "USD"},
    {"\u20AC3 billion", 3e9, 1e9, "EUR"},
    {"EUR 3.0 billion", 3e9, 1e8, "EUR"},
    {"3 billion euros", 3e9, 1e9, "EUR"},
    {"\u00A3286m", 286e6, 1e6, "GBP"},
    {"286 million pounds", 286e6, 1e6, "GBP"},
    {"CHF 510 million", 510e6, 1e6, "CHF"},
    {"A$40 million", 40e6, 1e6, "AUD"},
    {"C$40 million", 40e6, 1e6, "CAD"},
    {"3 million dollars", 3e6, 1e6, "USD"},
    {"a $3-billion rise", 3e9, 1e9, "USD"},
    {NULL, 0, 0, NULL},
};

static void test_money(void)
{
    check_quantities(money);
}

/* 1 crore is 10 million, 1 lakh 100,000. */
static const quantity_row rupees[] = {
    {"Rs 21,083 crore", 21083e7, 1e7, "INR"},     {"Rs. 500 crore", 500e7, 1e7, "INR"},
    {"\u20B915,920 crore", 15920e7, 1e7, "INR"},  {"INR 5 lakh", 5e5, 1e5, "INR"},
    {"Rs 1.43 lakh crore", 1.43e12, 1e10, "INR"}, {NULL, 0, 0, NULL},
};

static void test_rupees(void)
{
    check_quantities(rupees);
}

static const quantity_row volumes[] = {
    {"223.6 million TIV", 223.6e6, 1e5, "TIV"},
    {"28 billion TIV", 28e9, 1e9, "TIV"},
    {"12 million SIPRI TIV", 12e6, 1e6, "TIV"},
    {"3.5 million trend-indicator values", 3.5e6, 1e5, "TIV"},
    {NULL, 0, 0, NULL},
};

static void test_volumes(void)
{
    check_quantities(volumes);
}

static const quantity_row words[] = {
    {"twelve countries", 12, 1, ""},          {"twenty-one countries", 21, 1, ""},
    {"ninety nine countries", 99, 1, ""},     {"a dozen countries", 12, 1, ""},
    {"thirty per cent", 30, 1, "percent"},    {"forty-two per cent", 42, 1, "percent"},
    {"two million dollars", 2e6, 1e6, "USD"}, {NULL, 0, 0, NULL},
};

static void test_words(void)
{
    check_quantities(words);
}

static const quantity_row fractions[] = {
    {"a third of", 100.0 / 3, 0, "percent"},
    {"one-third of", 100.0 / 3, 0, "percent"},
    {"two thirds of", 200.0 / 3, 0, "percent"},
    {"two-thirds of", 200.0 / 3, 0, "percent"},
    {"a quarter of", 25, 0, "percent"},
    {"three-quarters of", 75, 0, "percent"},
    {"half of", 50, 0, "percent"},
    {"over half", 50, 0, "percent"},
    {"a fifth of", 20, 0, "percent"},
    {"two-fifths of", 40, 0, "percent"},
    {"three tenths of", 30, 0, "percent"},
    {"most of", 50, 0, "percent"},
    {"all of", 100, 0, "percent"},
    {NULL, 0, 0, NULL},
};

static void test_fractions(void)
{
    check_quantities(fractions);
}

static const quantity_row odds[] = {
    {"nine in ten", 90, 0, "percent"},
    {"one in four", 25, 0, "percent"},
    {"two out of three", 200.0 / 3, 0, "percent"},
    {NULL, 0, 0, NULL},
};

static void test_odds(void)
{
    check_quantities(odds);
}

static const quantity_row times[] = {
    {"three times", 3, 1, "times"},
    {"2.5 times", 2.5, 0.1, "times"},
    {"1.4x", 1.4, 0.1, "times"},
    {"31 times", 31, 1, "times"},
    {"two and a half times", 2.5, 1, "times"},
    {"a 12-fold rise", 12, 1, "times"},
    {"twice", 2, 0, "times"},
    {NULL, 0, 0, NULL},
};

static void test_times(void)
{
    check_quantities(times);
}

static const quantity_row ranks[] = {
    {"11th", 11, 0, "rank"},   {"21st", 21, 0, "rank"}, {"43rd-largest", 43, 0, "rank"},
    {"102nd", 102, 0, "rank"}, {NULL, 0, 0, NULL},
};

static void test_ranks(void)
{
    check_quantities(ranks);
}

/* Names of weapons, dates and words that only look like numbers. */
static void test_none(void)
{
    static const char *const texts[] = {
        "F-35",       "C130",    "PL-15",          "an Su-30MK",
        "T-72 tanks", "in 2019", "16 March 2015",  "2019\u201323",

        "the first",  "halves",  "in half a year", "",
        "per cent",   "$",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        arms_arena arena = {0};
        scene s;
        if (claims_scene(&s, &arena, texts[i]))
            (void)CHECK_ROW(!claims_item(&s, ITEM_QUANTITY), texts[i]);
        arms_arena_free(&arena);
    }
}

/* "2,000 jets" and "2000 jets" are counts, "2000" a year. */
static const quantity_row counts[] = {
    {"2,000 jets", 2000, 1, ""},  {"2000 jets", 2000, 1, ""},
    {"2010 troops", 2010, 1, ""}, {"1999 million TIV", 1999e6, 1e6, "TIV"},
    {"$2019", 2019, 1, "USD"},    {NULL, 0, 0, NULL},
};

static void test_counts(void)
{
    check_quantities(counts);
}

/* Printed ranges: the value is their middle. */
typedef struct range_row {
    const char *text;
    double low, high;
    const char *unit;
} range_row;

static const range_row ranges[] = {
    {"$2.3-$2.6 billion", 2.3e9, 2.6e9, "USD"},
    {"$1.8\u20131.9 billion", 1.8e9, 1.9e9, "USD"},
    {"10\u201312 per cent", 10, 12, "percent"},
    {"between $100 million and $150 million", 100e6, 150e6, "USD"},
    {"between 10 and 15 per cent", 10, 15, "percent"},
    {"between 10 per cent and 15 per cent", 10, 15, "percent"},
    {"between \u20AC2 and \u20AC3 billion", 2e9, 3e9, "EUR"},
    {NULL, 0, 0, NULL},
};

static void check_range(const quantity *q, const range_row *row)
{
    (void)CHECK_STRING(q->unit, row->unit);
    (void)CHECK_ROW(is_near(q->low, row->low), row->text);
    (void)CHECK_ROW(is_near(q->high, row->high), row->text);
    (void)CHECK_ROW(is_near(q->value, (row->low + row->high) / 2), row->text);
}

static void test_ranges(void)
{
    for (const range_row *row = ranges; row->text; row++) {
        arms_arena arena = {0};
        scene s;
        const item *found = NULL;
        if (claims_scene(&s, &arena, row->text))
            found = claims_item(&s, ITEM_QUANTITY);
        if (CHECK_ROW(found != NULL, row->text))
            check_range(&found->quantity, row);
        arms_arena_free(&arena);
    }
}

/* What falls is no range: "12–10 per cent" is two numbers. */
static void test_no_range(void)
{
    arms_arena arena = {0};
    scene s;
    const item *found = NULL;
    if (claims_scene(&s, &arena, "12\u201310 per cent"))
        found = claims_item(&s, ITEM_QUANTITY);
    CHECK(found && isnan(found->quantity.low) && isnan(found->quantity.high));
    CHECK(found && is_near(found->quantity.value, 12));
    arms_arena_free(&arena);
}

typedef struct bound_row {
    const char *text;
    arms_bound bound;
} bound_row;

static const bound_row bounds[] = {
    {"11 per cent", ARMS_BOUND_EXACT},
    {"about 11 per cent", ARMS_BOUND_ABOUT},
    {"some 11 per cent", ARMS_BOUND_ABOUT},
    {"roughly a third of", ARMS_BOUND_ABOUT},
    {"around $3 million", ARMS_BOUND_ABOUT},
    {"nearly 11 per cent", ARMS_BOUND_NEARLY},
    {"just under a third of", ARMS_BOUND_NEARLY},
    {"almost half", ARMS_BOUND_NEARLY},
    {"more than 11 per cent", ARMS_BOUND_OVER},
    {"over $3 million", ARMS_BOUND_OVER},
    {"most of", ARMS_BOUND_OVER},
    {"at least 11 per cent", ARMS_BOUND_AT_LEAST},
    {"less than 11 per cent", ARMS_BOUND_UNDER},
    {"fewer than 12 countries", ARMS_BOUND_UNDER},
    {"up to 11 per cent", ARMS_BOUND_AT_MOST},
    {"only 11 per cent", ARMS_BOUND_EXACT},
    {"more than a quarter of", ARMS_BOUND_OVER},
    {NULL, ARMS_BOUND_EXACT},
};

static void test_bounds(void)
{
    for (const bound_row *row = bounds; row->text; row++) {
        arms_arena arena = {0};
        scene s;
        const item *found = NULL;
        if (claims_scene(&s, &arena, row->text))
            found = claims_item(&s, ITEM_QUANTITY);
        (void)CHECK_ROW(found && found->quantity.bound == row->bound, row->text);
        arms_arena_free(&arena);
    }
}

/* "from 26 to 41 per cent": the first has the unit of the second. */
static const quantity_row shared[] = {
    {"from 26 to 41 per cent", 26, 1, "percent"},
    {"from $2 to $3 billion", 2e9, 1e9, "USD"},
    {"10 or 12 per cent", 10, 1, "percent"},
    {"from 4.5 to 6 percentage points", 4.5, 0.1, "percentage_point"},
    {NULL, 0, 0, NULL},
};

static void test_shared_units(void)
{
    check_quantities(shared);
}

const check_test claims_quantity_tests[] = {
    {"per cent and points", test_percent},
    {"groups of digits", test_groups},
    {"money", test_money},
    {"rupees", test_rupees},
    {"volumes", test_volumes},
    {"words", test_words},
    {"fractions", test_fractions},
    {"odds", test_odds},
    {"times", test_times},
    {"ranks", test_ranks},
    {"what is no number", test_none},
    {"counts that look like years", test_counts},
    {"ranges", test_ranges},
    {"what is no range", test_no_range},
    {"hedges", test_bounds},
    {"units that are shared", test_shared_units},
    {NULL, NULL},
};
