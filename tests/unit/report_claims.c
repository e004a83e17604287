/* Claims of a text in words: what a number can mean, periods and names. */
#include <math.h>

#include "report/claims_words.h"
#include "tests/unit/check.h"

static void test_meanings(void)
{
    static const struct {
        double value;
        arms_range range;
        const char *unit;
        arms_bound bound;
        const char *words;
    } rows[] = {
        {35, {34.5, 35.5, false, false}, "percent", ARMS_BOUND_EXACT, "34.5–35.5 %"},
        {35, {35, HUGE_VAL, true, false}, "percent", ARMS_BOUND_OVER, "more than 35 %"},
        {35,
         {35, HUGE_VAL, false, false},
         "percent",
         ARMS_BOUND_AT_LEAST,
         "at least 35 %"},
        {-20,
         {-20.5, -19.5, false, false},
         "percent",
         ARMS_BOUND_EXACT,
         "a fall of 19.5–20.5 %"},
        {-20,
         {-HUGE_VAL, -20, false, true},
         "percent",
         ARMS_BOUND_OVER,
         "a fall of more than 20 %"},
        {-20,
         {-20, HUGE_VAL, true, false},
         "percent",
         ARMS_BOUND_UNDER,
         "a fall of less than 20 %"},
        {2, {2, 2, false, false}, "rank", ARMS_BOUND_EXACT, "2nd"},
        {1, {1, 1, false, false}, "direction", ARMS_BOUND_EXACT, "up"},
        {-1, {-1, -1, false, false}, "direction", ARMS_BOUND_EXACT, "down"},
        {21e6,
         {20.5e6, 21.5e6, false, false},
         "USD",
         ARMS_BOUND_EXACT,
         "$20.5–21.5 million"},
    };
    arms_arena arena = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const arms_read_claim claim = {.value = rows[i].value,
                                       .range = rows[i].range,
                                       .unit = rows[i].unit,
                                       .bound = rows[i].bound};
        CHECK_STRING(claims_meaning(&arena, &claim, NULL), rows[i].words);
    }
    arms_arena_free(&arena);
}

/* Units that no file counts in are told in words. */
static void test_units(void)
{
    static const char *const units[][2] = {
        {"times", "1.9–2.1 times"},
        {"partners", "1.9–2.1 partners"},
        {"percentage_point", "1.9–2.1 percentage points"},
        {"percent_higher", "1.9–2.1 % more than the other"},
    };
    arms_arena arena = {0};
    const arms_range range = {1.9, 2.1, false, true};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        CHECK_STRING(claims_range(&arena, range, units[i][0], NULL), units[i][1]);
    arms_arena_free(&arena);
}

static void test_periods(void)
{
    static const char *const rows[][3] = {
        {"2023", NULL, "2023"},
        {"2019-2023", NULL, "2019–23"},
        {"1998-2003", NULL, "1998-2003"},
        {"2019-2023", "2014-2018", "2014–18→2019–23"},
        {"FY2023-24", "FY2022-23", "FY2022-23→FY2023-24"},
        {"2000-2004", NULL, "2000–04"},
        {NULL, NULL, ""},
        {NULL, "2014", "2014→?"},
    };
    arms_arena arena = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const arms_read_claim claim = {.period = rows[i][0], .base_period = rows[i][1]};
        CHECK_STRING(claims_period(&arena, &claim, NULL), rows[i][2]);
    }
    arms_arena_free(&arena);
}

static void test_names(void)
{
    arms_arena arena = {0};
    CHECK_STRING(claims_names(&arena, "Russia;China;France", NULL),
                 "Russia, China, France");
    CHECK_STRING(claims_names(&arena, "World", NULL), "World");
    arms_arena_free(&arena);
}

const check_test report_claims_tests[] = {
    {"what numbers can mean", test_meanings},
    {"units", test_units},
    {"periods", test_periods},
    {"names", test_names},
    {NULL, NULL},
};
