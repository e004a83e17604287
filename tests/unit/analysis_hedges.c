/* The table of hedges and forms of numbers, against ranges worked out by hand, and its
 * words as they are typed. */
#include <armstrade/hedges.h>

#include <math.h>
#include <string.h>

#include "analysis/claims/precision.h"
#include "tests/unit/check.h"

#define INF HUGE_VAL

static bool same_range(arms_range got, arms_range want)
{
    return check_same(got.low, want.low) && check_same(got.high, want.high) &&
           got.low_open == want.low_open && got.high_open == want.high_open;
}

/* Half a unit, a point, 5 %, 0.93: by hand, of the printed examples. */
static void test_rules(void)
{
    static const struct {
        const char *name, *example;
        arms_range range;
    } rows[] = {
        {"digits", "40 %", {39.5, 40.5, false, true}},
        {"magnitude", "$4.0 billion", {3.95e9, 4.05e9, false, true}},
        {"zeros", "$21,000,000", {20.5e6, 21.5e6, false, true}},
        {"range", "35–40 %", {35, 40, false, false}},
        {"fraction", "two-fifths", {39, 41, false, true}},
        {"times", "doubled", {1.9, 2.1, false, true}},
        {"rank", "second-largest", {2, 2, false, false}},
        {"exact", "only 40 %", {39.5, 40.5, false, true}},
        {"about", "about 40 %", {38, 42, false, true}},
        {"nearly", "nearly 40 %", {37.2, 40.5, false, true}},
        {"over", "over 40 %", {40, INF, true, true}},
        {"at_least", "no less than 40 %", {40, INF, false, true}},
        {"under", "below 40 %", {-INF, 40, true, true}},
        {"at_most", "up to 40 %", {-INF, 40, true, false}},
    };
    arms_hedge_rule rule;
    size_t count = sizeof rows / sizeof *rows;
    for (size_t i = 0; i < count; i++) {
        if (!CHECK_ROW(arms_hedge_rule_get(&rule, i), rows[i].name))
            return;
        CHECK_STRING(rule.name, rows[i].name);
        CHECK_STRING(rule.example, rows[i].example);
        CHECK_ROW(same_range(rule.range, rows[i].range), rows[i].name);
        CHECK_ROW(rule.meaning[0] != '\0', rows[i].name);
    }
    CHECK(!arms_hedge_rule_get(&rule, count));
}

/* An example that can be typed means the same when it is. */
static void test_examples(void)
{
    arms_hedge_rule rule;
    size_t typed = 0;
    for (size_t i = 0; arms_hedge_rule_get(&rule, i); i++) {
        arms_printed number;
        arms_error err;
        if (!arms_printed_parse(&number, arms_text_of(rule.example), ARMS_UNIT_NONE,
                                &err))
            continue;
        CHECK_ROW(same_range(number.range, rule.range), rule.example);
        CHECK_ROW(number.bound == rule.bound, rule.example);
        typed++;
    }
    CHECK_COUNT(typed, 10); /* all but a range, a fraction, a multiple and a rank */
}

/* Each word of the table hedges a typed number, and alone names the bound. */
static void test_words(void)
{
    arms_arena arena = {0};
    arms_error err = {0};
    arms_text words, word;
    size_t count = 0;
    for (int b = ARMS_BOUND_EXACT; b <= ARMS_BOUND_AT_MOST; b++) {
        words = arms_text_of(arms_hedge_words(&arena, (arms_bound)b, &err));
        while (arms_text_split(&word, &words, ';')) {
            const char *typed =
                arms_print(&arena, &err, "%.*s 40 %%", (int)word.len, word.ptr);
            arms_printed number = {0};
            arms_bound bound = ARMS_BOUND_EXACT;
            CHECK_ROW(
                arms_printed_parse(&number, arms_text_of(typed), ARMS_UNIT_PERCENT, &err),
                typed);
            CHECK_ROW((int)number.bound == b, typed);
            CHECK_ROW(arms_bound_parse(&bound, word, &err) && (int)bound == b, typed);
            count++;
        }
    }
    CHECK(count > 60);
    arms_arena_free(&arena);
}

/* Hedges that contain another, and what only looks like one. */
static void test_longest(void)
{
    static const struct {
        const char *text;
        size_t length;
        arms_bound bound;
    } rows[] = {
        {"just under 40", 10, ARMS_BOUND_NEARLY},
        {"just 40", 4, ARMS_BOUND_EXACT},
        {"JUST OVER 40", 9, ARMS_BOUND_OVER},
        {"at_least 40", 8, ARMS_BOUND_AT_LEAST},
        {"nearly40", 6, ARMS_BOUND_NEARLY},
        {"near 40", 4, ARMS_BOUND_ABOUT},
        {"no more than 40", 12, ARMS_BOUND_AT_MOST},
    };
    static const char *const none[] = {"",         "overly 40", "40",
                                       " over 40", "at 40",     "aboutx"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_bound bound = ARMS_BOUND_UNDER;
        CHECK_ROW(precision_hedge(&bound, arms_text_of(rows[i].text)) == rows[i].length,
                  rows[i].text);
        CHECK_ROW(bound == rows[i].bound, rows[i].text);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        arms_bound bound;
        CHECK_ROW(precision_hedge(&bound, arms_text_of(none[i])) == 0, none[i]);
    }
    arms_bound bound;
    CHECK(precision_hedge(&bound, (arms_text){"over\0 the", 9}) == 4);
    CHECK(precision_hedge(&bound, (arms_text){"at\0least", 8}) == 0);
}

/* A hedge is of the magnitude: a fall by more than 20 is (−∞, −20). */
static void test_falls(void)
{
    static const struct {
        arms_bound bound;
        arms_range range;
    } rows[] = {
        {ARMS_BOUND_EXACT, {-20.5, -19.5, true, false}},
        {ARMS_BOUND_ABOUT, {-21, -19, true, false}},
        {ARMS_BOUND_NEARLY, {-20.5, -18.6, true, false}},
        {ARMS_BOUND_OVER, {-INF, -20, true, true}},
        {ARMS_BOUND_AT_LEAST, {-INF, -20, true, false}},
        {ARMS_BOUND_UNDER, {-20, INF, true, true}},
        {ARMS_BOUND_AT_MOST, {-20, INF, false, true}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_printed number = {.value = -20, .rounding = {-20.5, -19.5, true, false}};
        arms_printed_hedge(&number, rows[i].bound);
        CHECK_ROW(same_range(number.range, rows[i].range),
                  arms_bound_name(rows[i].bound));
    }
}

/* Digits by decimal arithmetic: 9.3 is 9.25 to 9.35, and what is too long for that is
 * still near. */
static void test_digits(void)
{
    static const struct {
        double value, step, low, high;
    } rows[] = {
        {9.3, 0.1, 9.25, 9.35},       {0, 1, 0, 0.5},
        {1.2e9, 1e8, 1.15e9, 1.25e9}, {3, 1, 2.5, 3.5},
        {1200, 1, 1150, 1250},        {1.05e12, 1e10, 1.045e12, 1.055e12},
        {999, 1, 998.5, 999.5},       {1201, 1, 1200.5, 1201.5},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        precision_number n = {PRECISION_DIGITS, rows[i].value, rows[i].step, 0, 0};
        arms_range got = precision_rounding(&n);
        CHECK(check_same(got.low, rows[i].low) && check_same(got.high, rows[i].high));
    }
    precision_number huge = {PRECISION_DIGITS, 1e17, 1, 0, 0};
    CHECK_NEAR(precision_rounding(&huge).high, 1e17, 100);
}

const check_test analysis_hedges_tests[] = {
    {"each rule by hand", test_rules},
    {"examples that can be typed", test_examples},
    {"every word of the table", test_words},
    {"the longest hedge", test_longest},
    {"hedges of falls", test_falls},
    {"digits", test_digits},
    {NULL, NULL},
};
