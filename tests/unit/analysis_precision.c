/* What a printed number means: limits and hedges, by the table in CLAIMS. */
#include <armstrade/claim.h>

#include <math.h>

#include "analysis/claims/wording.h"
#include "tests/unit/check.h"

typedef struct row {
    const char *text;
    arms_unit expected, unit;
    arms_bound bound;
    double value, low, high;
    bool low_open, high_open;
} row;

#define INF     HUGE_VAL
#define PERCENT ARMS_UNIT_PERCENT, ARMS_UNIT_PERCENT
#define USD     ARMS_UNIT_NONE, ARMS_UNIT_USD
#define EXACT   ARMS_BOUND_EXACT

static void check_printed(const row *r)
{
    arms_printed got = {0};
    arms_error err = {0};
    if (!CHECK_ROW(arms_printed_parse(&got, arms_text_of(r->text), r->expected, &err),
                   r->text))
        return;
    CHECK_ROW(got.unit == r->unit, r->text);
    CHECK_ROW(got.bound == r->bound, r->text);
    CHECK_ROW(check_same(got.value, r->value), r->text);
    CHECK_ROW(check_same(got.range.low, r->low), r->text);
    CHECK_ROW(check_same(got.range.high, r->high), r->text);
    CHECK_ROW(got.range.low_open == r->low_open, r->text);
    CHECK_ROW(got.range.high_open == r->high_open, r->text);
}

static void test_digits(void)
{
    static const row rows[] = {
        {"11 %", PERCENT, EXACT, 11, 10.5, 11.5, false, true},
        {"11", PERCENT, EXACT, 11, 10.5, 11.5, false, true},
        {"11 per cent", PERCENT, EXACT, 11, 10.5, 11.5, false, true},
        {"9.3 %", PERCENT, EXACT, 9.3, 9.25, 9.35, false, true},
        {"4.0%", PERCENT, EXACT, 4, 3.95, 4.05, false, true},
        {"0 %", PERCENT, EXACT, 0, 0, 0.5, false, true},
        {"$21 million", USD, EXACT, 21e6, 20.5e6, 21.5e6, false, true},
        {"$21m", USD, EXACT, 21e6, 20.5e6, 21.5e6, false, true},
        {"US$21 mn", USD, EXACT, 21e6, 20.5e6, 21.5e6, false, true},
        {"21 million dollars", USD, EXACT, 21e6, 20.5e6, 21.5e6, false, true},
        {"$1.5bn", USD, EXACT, 1.5e9, 1.45e9, 1.55e9, false, true},
        {"$20 million", USD, EXACT, 20e6, 19.5e6, 20.5e6, false, true},
        {"$21000000", USD, EXACT, 21e6, 20.5e6, 21.5e6, false, true},
        {"21,000,000 USD", USD, EXACT, 21e6, 20.5e6, 21.5e6, false, true},
        {"$20,830,000", USD, EXACT, 20.83e6, 20.825e6, 20.835e6, false, true},
        {"$999", USD, EXACT, 999, 998.5, 999.5, false, true},
        {"$100", USD, EXACT, 100, 99.5, 100.5, false, true},
        {"$1000", USD, EXACT, 1000, 500, 1500, false, true},
        {"€3 crore", ARMS_UNIT_NONE, ARMS_UNIT_EUR, EXACT, 3e7, 2.5e7, 3.5e7, false,
         true},
        {"₹21 lakh", ARMS_UNIT_NONE, ARMS_UNIT_INR, EXACT, 21e5, 20.5e5, 21.5e5, false,
         true},
        {"223.6 million TIV", ARMS_UNIT_NONE, ARMS_UNIT_TIV, EXACT, 223.6e6, 223.55e6,
         223.65e6, false, true},
        {"21", ARMS_UNIT_NONE, ARMS_UNIT_NONE, EXACT, 21, 20.5, 21.5, false, true},
        {" 11 % ", PERCENT, EXACT, 11, 10.5, 11.5, false, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_printed(&rows[i]);
}

/* A hedge is of the magnitude: "fell by more than 20 %" is (−∞, −20). */
static void test_negative(void)
{
    static const row rows[] = {
        {"-20 %", PERCENT, EXACT, -20, -20.5, -19.5, true, false},
        {"over -20 %", PERCENT, ARMS_BOUND_OVER, -20, -INF, -20, true, true},
        {"at least -20 %", PERCENT, ARMS_BOUND_AT_LEAST, -20, -INF, -20, true, false},
        {"under -20 %", PERCENT, ARMS_BOUND_UNDER, -20, -20, INF, true, true},
        {"nearly -40 %", PERCENT, ARMS_BOUND_NEARLY, -40, -40.5, -0.93 * 40, true, false},
        {"about -40 %", PERCENT, ARMS_BOUND_ABOUT, -40, -42, -38, true, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_printed(&rows[i]);
}

/* Units of claims that no file counts in, and currencies by their codes. */
static void test_more_units(void)
{
    static const row rows[] = {
        {"SEK 3 billion", ARMS_UNIT_NONE, ARMS_UNIT_SEK, EXACT, 3e9, 2.5e9, 3.5e9, false,
         true},
        {"20 %", ARMS_UNIT_PERCENT_HIGHER, ARMS_UNIT_PERCENT_HIGHER, EXACT, 20, 19.5,
         20.5, false, true},
        {"3.5 percentage points", ARMS_UNIT_NONE, ARMS_UNIT_PERCENTAGE_POINT, EXACT, 3.5,
         3.45, 3.55, false, true},
        {"4 times", ARMS_UNIT_TIMES, ARMS_UNIT_TIMES, EXACT, 4, 3.5, 4.5, false, true},
        {"+", ARMS_UNIT_DIRECTION, ARMS_UNIT_DIRECTION, EXACT, 1, 1, 1, false, false},
        {"\xE2\x88\x92", ARMS_UNIT_DIRECTION, ARMS_UNIT_DIRECTION, EXACT, -1, -1, -1,
         false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_printed(&rows[i]);
    arms_printed got;
    CHECK(!arms_printed_parse(&got, arms_text_of("20 %"), ARMS_UNIT_PERCENTAGE_POINT,
                              NULL));
    CHECK(!arms_printed_parse(&got, arms_text_of("1"), ARMS_UNIT_DIRECTION, NULL));
}

/* nearly x: [0.93 x, …), about x: ± 5 % or the rounding, whichever is wider. */
static void test_hedges(void)
{
    static const row rows[] = {
        {"nearly 40 %", PERCENT, ARMS_BOUND_NEARLY, 40, 0.93 * 40, 40.5, false, true},
        {"almost 40 %", PERCENT, ARMS_BOUND_NEARLY, 40, 0.93 * 40, 40.5, false, true},
        {"about 40 %", PERCENT, ARMS_BOUND_ABOUT, 40, 38, 42, false, true},
        {"About 4 %", PERCENT, ARMS_BOUND_ABOUT, 4, 3.5, 4.5, false, true},
        {"roughly 100 %", PERCENT, ARMS_BOUND_ABOUT, 100, 95, 105, false, true},
        {"some $20 million", USD, ARMS_BOUND_ABOUT, 20e6, 19e6, 21e6, false, true},
        {"more than 40 %", PERCENT, ARMS_BOUND_OVER, 40, 40, INF, true, true},
        {"over 40 %", PERCENT, ARMS_BOUND_OVER, 40, 40, INF, true, true},
        {"at least 40 %", PERCENT, ARMS_BOUND_AT_LEAST, 40, 40, INF, false, true},
        {"less than 40 %", PERCENT, ARMS_BOUND_UNDER, 40, -INF, 40, true, true},
        {"under 40 %", PERCENT, ARMS_BOUND_UNDER, 40, -INF, 40, true, true},
        {"up to 40 %", PERCENT, ARMS_BOUND_AT_MOST, 40, -INF, 40, true, false},
        {"at most 40 %", PERCENT, ARMS_BOUND_AT_MOST, 40, -INF, 40, true, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_printed(&rows[i]);
}

static void test_ranks(void)
{
    static const struct {
        const char *text;
        double value;
    } rows[] = {{"2", 2},     {"2nd", 2},    {"second", 2}, {"First", 1},
                {"11th", 11}, {"tenth", 10}, {"103rd", 103}};
    static const char *const refused[] = {"0",           "-2",   "2.5",  "two",
                                          "2 %",         "",     "nd",   "$2",
                                          "second-best", "1000", "2ndx", "2.0"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        row want = {rows[i].text,  ARMS_UNIT_RANK, ARMS_UNIT_RANK, EXACT, rows[i].value,
                    rows[i].value, rows[i].value,  false,          false};
        check_printed(&want);
    }
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        arms_printed got;
        CHECK_ROW(
            !arms_printed_parse(&got, arms_text_of(refused[i]), ARMS_UNIT_RANK, NULL),
            refused[i]);
    }
}

/* A hedge before a rank changes what is said: it is heeded or refused. */
static void test_hedged_ranks(void)
{
    static const char *const texts[] = {"at most 5th", "under 5", "at least 2nd"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        arms_printed got = {0};
        bool read =
            arms_printed_parse(&got, arms_text_of(texts[i]), ARMS_UNIT_RANK, NULL);
        CHECK_ROW(!read || got.bound != EXACT, texts[i]);
    }
}

static void test_refused(void)
{
    static const char *const rows[] = {"",
                                       " ",
                                       "a %",
                                       "%",
                                       "about",
                                       "eleven %",
                                       "11 %%",
                                       "11 % or",
                                       "$21 euros",
                                       "11 TIV",
                                       "$11",
                                       "11-12 %",
                                       "1.1.1%",
                                       "11 pct",
                                       "11 million x",
                                       "1e3 %",
                                       "11 percent points"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_printed got;
        arms_error err = {0};
        CHECK_ROW(
            !arms_printed_parse(&got, arms_text_of(rows[i]), ARMS_UNIT_PERCENT, &err),
            rows[i]);
        CHECK_ROW(err.code == ARMS_USAGE, rows[i]);
    }
}

static void test_bounds(void)
{
    arms_bound bound;
    arms_error err = {0};
    static const char *const names[] = {"exact",    "about", "nearly", "over",
                                        "at_least", "under", "at_most"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        CHECK_ROW(arms_bound_parse(&bound, arms_text_of(names[i]), NULL), names[i]);
        CHECK_STRING(arms_bound_name(bound), names[i]);
    }
    CHECK(!arms_bound_parse(&bound, arms_text_of("maybe"), &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
}

static void test_hedging_again(void)
{
    arms_printed number = {0};
    CHECK(arms_printed_parse(&number, arms_text_of("40 %"), ARMS_UNIT_PERCENT, NULL));
    arms_printed_hedge(&number, ARMS_BOUND_ABOUT);
    CHECK(check_same(number.range.low, 38) && check_same(number.rounding.low, 39.5));
    arms_printed_hedge(&number, ARMS_BOUND_EXACT);
    CHECK(check_same(number.range.low, 39.5) && check_same(number.range.high, 40.5));
}

static void test_ordinals(void)
{
    static const char *const ordinals[] = {"1st",  "2nd",  "3rd",  "4th", "10th",
                                           "11th", "12th", "13th", "21st"};
    static const int numbers[] = {1, 2, 3, 4, 10, 11, 12, 13, 21};
    arms_arena arena = {0};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        CHECK_STRING(arms_ordinal(&arena, numbers[i], NULL), ordinals[i]);
    CHECK_STRING(arms_ordinal(&arena, 111, NULL), "111th");
    arms_arena_free(&arena);
}

static void test_amounts(void)
{
    arms_arena arena = {0};
    CHECK_STRING(arms_amount_words(&arena, 21e6, ARMS_UNIT_USD, NULL), "$21 million");
    CHECK_STRING(arms_amount_words(&arena, 223.6e6, ARMS_UNIT_TIV, NULL),
                 "223.6 million TIV");
    CHECK_STRING(arms_amount_words(&arena, 1.5e9, ARMS_UNIT_EUR, NULL), "€1.5 billion");
    CHECK_STRING(arms_amount_words(&arena, 0, ARMS_UNIT_TIV, NULL), "0 TIV");
    CHECK_STRING(arms_amount_words(&arena, 2392.65e6, ARMS_UNIT_TIV, NULL),
                 "2392.65 million TIV");
    CHECK_STRING(arms_amount_words(&arena, 0.25e6, ARMS_UNIT_TIV, NULL),
                 "0.25 million TIV");
    arms_arena_free(&arena);
}

static void test_spans(void)
{
    arms_arena arena = {0};
    arms_span span = {{178.26e6, 204.76e6, false, true}, ARMS_UNIT_USD};
    CHECK_STRING(arms_span_words(&arena, span, FEW_DIGITS, NULL), "$178.3–204.8 million");
    span.range.high = INF;
    CHECK_STRING(arms_span_words(&arena, span, FEW_DIGITS, NULL),
                 "at least $178.3 million");
    span.range.low_open = true;
    CHECK_STRING(arms_span_words(&arena, span, FEW_DIGITS, NULL),
                 "more than $178.3 million");
    span = (arms_span){{-INF, 40, true, false}, ARMS_UNIT_PERCENT};
    CHECK_STRING(arms_span_words(&arena, span, FEW_DIGITS, NULL), "at most 40 %");
    span.range.high_open = true;
    CHECK_STRING(arms_span_words(&arena, span, FEW_DIGITS, NULL), "less than 40 %");
    span = (arms_span){{900e6, 2392.65e6, false, false}, ARMS_UNIT_TIV};
    CHECK_STRING(arms_span_words(&arena, span, ALL_DIGITS, NULL),
                 "900–2392.65 million TIV");
    span = (arms_span){{0, 50e6, false, false}, ARMS_UNIT_USD};
    CHECK_STRING(arms_span_words(&arena, span, FEW_DIGITS, NULL), "$0–50 million");
    CHECK_STRING(arms_possessive(&arena, "United States", NULL), "United States'");
    CHECK_STRING(arms_possessive(&arena, "Pakistan", NULL), "Pakistan's");
    arms_arena_free(&arena);
}

static void test_articles(void)
{
    static const char *const with[] = {
        "United States",         "United Kingdom",       "Netherlands",
        "Philippines",           "United Arab Emirates", "Soviet Union",
        "Marshall Islands",      "Czech Republic",       "Republic of the Congo",
        "Houthi rebels (Yemen)", "European Union",
    };
    static const char *const without[] = {
        "North Yemen",
        "Seychelles",
        "NATO",
        "the Netherlands",
        "Ukraine",
        "World",
        "unknown rebel group",
        "Unia",
        "South Georgia and the South Sandwich Islands",
    };
    arms_arena arena = {0};
    for (size_t i = 0; i < sizeof with / sizeof *with; i++)
        CHECK_STRING(arms_article(with[i]), "the ");
    for (size_t i = 0; i < sizeof without / sizeof *without; i++)
        CHECK_STRING(arms_article(without[i]), "");
    CHECK_STRING(arms_the(&arena, "Gambia", NULL), "the Gambia");
    arms_arena_free(&arena);
}

static void test_years(void)
{
    arms_arena arena = {0};
    CHECK_STRING(arms_years_words(&arena, (arms_years){2023, 2023}, NULL), "2023");
    CHECK_STRING(arms_years_words(&arena, (arms_years){2019, 2023}, NULL), "2019–2023");
    arms_arena_free(&arena);
}

const check_test analysis_precision_tests[] = {
    {"digits", test_digits},
    {"hedges", test_hedges},
    {"negative numbers", test_negative},
    {"units that no file has", test_more_units},
    {"ranks", test_ranks},
    {"hedged ranks", test_hedged_ranks},
    {"numbers that are refused", test_refused},
    {"bounds by name", test_bounds},
    {"a hedge given apart", test_hedging_again},
    {"ordinals", test_ordinals},
    {"amounts in words", test_amounts},
    {"spans in words", test_spans},
    {"names that take an article", test_articles},
    {"years in words", test_years},
    {NULL, NULL},
};
