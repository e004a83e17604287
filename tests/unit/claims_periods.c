/* Periods as they stand in sentences: printed, told, and what is none. */
#include <string.h>

#include "analysis/claims/grammar.h"
#include "tests/unit/claims_scene.h"

static bool period_of(period *out, scene *s, arms_arena *arena, const char *text)
{
    const item *found = claims_scene(s, arena, text) ? claims_item(s, ITEM_PERIOD) : NULL;
    if (found)
        *out = found->period;
    return found != NULL;
}

/* What a printed period is in a claims file. */
static void check_printed(const claims_row *rows)
{
    for (; rows->text; rows++) {
        arms_arena arena = {0};
        scene s;
        settled when = {.source = ARMS_PERIOD_EXPLICIT};
        if (CHECK_ROW(period_of(&when.period, &s, &arena, rows->text), rows->text)) {
            (void)CHECK_STRING(period_print(&arena, &when, NULL), rows->shown);
            (void)CHECK_ROW(when.period.relation == RELATION_NONE, rows->text);
            (void)CHECK_ROW(!when.period.date, rows->text);
        }
        arms_arena_free(&arena);
    }
}

static const claims_row years[] = {
    {"in 2023", "2023"},
    {"2019\u201323", "2019-2023"},
    {"2019-2023", "2019-2023"},
    {"2019/2023", "2019-2023"},
    {"1998\u20132003", "1998-2003"},
    {"1999\u201303", "1999-2003"},
    {"'13\u2013'17", "2013-2017"},
    {"2013-'17", "2013-2017"},
    {"1990s", "1990-1999"},
    {"the 2010s", "2010-2019"},
    {"between 2013 and 2017", "2013-2017"},
    {"from 2012 to 2016", "2012-2016"},
    {"from 2012 until 2016", "2012-2016"},
    {"2012 through 2016", "2012-2016"},
    {"the period 2004\u201308", "2004-2008"},
    {"the 2004\u201308 period", "2004-2008"},
    {"the five years to 2024", "2020-2024"},
    {NULL, NULL},
};

static void test_years(void)
{
    check_printed(years);
}

static const claims_row fiscal[] = {
    {"FY2023-24", "FY2023-24"},
    {"FY 2023-24", "FY2023-24"},
    {"FY2023", "FY2023"},
    {"FY24", "FY2023-24"},
    {"2023-24", "FY2023-24"},
    {"2023/24", "FY2023-24"},
    {"fiscal year 2022", "FY2022"},
    {"financial year 2022-23", "FY2022-23"},
    {"1999-00", "FY1999-00"},
    {"2006-07 to 2011-12", "FY2006-07..FY2011-12"},
    {NULL, NULL},
};

static void test_fiscal(void)
{
    check_printed(fiscal);
}

static const claims_row parts[] = {
    {"the first half of 2024", "2024H1"},
    {"the second half of 2024", "2024H2"},
    {"H1 2024", "2024H1"},
    {"the third quarter of 2023", "2023Q3"},
    {"Q3 2023", "2023Q3"},
    {"November 2025", "2025-11"},
    {"Nov 2025", "2025-11"},
    {"January to November 2025", "2025-01..2025-11"},
    {"Jan\u2013Nov 2025", "2025-01..2025-11"},
    {"January-March 2025", "2025-01..2025-03"},
    {"the first nine months of 2023", "2023-01..2023-09"},
    {NULL, NULL},
};

static void test_parts(void)
{
    check_printed(parts);
}

/* How a period is told, and how many years it counts. */
typedef struct told_row {
    const char *text;
    period_relation relation;
    int count;
} told_row;

static void check_told(const told_row *rows)
{
    for (; rows->text; rows++) {
        arms_arena arena = {0};
        scene s;
        period told;
        if (CHECK_ROW(period_of(&told, &s, &arena, rows->text), rows->text)) {
            (void)CHECK_ROW(told.relation == rows->relation, rows->text);
            (void)CHECK_ROW(told.count == rows->count, rows->text);
        }
        arms_arena_free(&arena);
    }
}

static const told_row recent[] = {
    {"last year", RELATION_LAST, 1},
    {"the past five years", RELATION_LAST, 5},
    {"the last five years", RELATION_LAST, 5},
    {"the past decade", RELATION_LAST, 10},
    {"the past two decades", RELATION_LAST, 20},
    {"the past 9 months", RELATION_LAST, 9},
    {"this year", RELATION_THIS, 1},
    {NULL, RELATION_NONE, 0},
};

static void test_recent(void)
{
    check_told(recent);
}

static const told_row before[] = {
    {"the previous year", RELATION_PREVIOUS, 1},
    {"the previous five years", RELATION_PREVIOUS, 5},
    {"the preceding five-year period", RELATION_PREVIOUS, 5},
    {"the previous period", RELATION_PREVIOUS, 0},
    {"a year earlier", RELATION_AGO, 1},
    {"a year ago", RELATION_AGO, 1},
    {"five years earlier", RELATION_AGO, 5},
    {"two decades ago", RELATION_AGO, 20},
    {"the same period last year", RELATION_AGO, 1},
    {"the same period of the previous year", RELATION_AGO, 1},
    {NULL, RELATION_NONE, 0},
};

static void test_before(void)
{
    check_told(before);
}

static const told_row others[] = {
    {"the same period", RELATION_SAME, 0},
    {"the following year", RELATION_FOLLOWING, 1},
    {"the two periods", RELATION_BOTH, 0},
    {"the latter period", RELATION_LATTER, 0},
    {"the former period", RELATION_FORMER, 0},
    {"since 2015", RELATION_SINCE, 0},
    {NULL, RELATION_NONE, 0},
};

static void test_others(void)
{
    check_told(others);
}

/* Days are no periods of figures. */
static void test_dates(void)
{
    static const char *const texts[] = {"16 March 2015", "March 16, 2015", "9 May",
                                        "16th March 2015", "(3 Jun 1999)"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        arms_arena arena = {0};
        scene s;
        period found = {0};
        (void)CHECK_ROW(period_of(&found, &s, &arena, texts[i]), texts[i]);
        (void)CHECK_ROW(found.date, texts[i]);
        arms_arena_free(&arena);
    }
}

/* Numbers that could be years, and words that could tell a period, but do not. */
static void test_none(void)
{
    static const char *const texts[] = {
        "2,000 jets",
        "2000 jets",
        "1850",
        "2101",
        "$2019",
        "#2019",
        "B2000",
        "2010 per cent",
        "2019 troops",
        "may rise",
        "for the first time",
        "may not",
        "12345",
        "second-largest",
        "five",
        "years",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        arms_arena arena = {0};
        scene s;
        period found;
        (void)CHECK_ROW(!period_of(&found, &s, &arena, texts[i]), texts[i]);
        arms_arena_free(&arena);
    }
}

/* A range of numbers whose first could be a year is a count. */
static void test_counted(void)
{
    arms_arena arena = {0};
    scene s;
    const item *found = NULL;
    if (claims_scene(&s, &arena, "2000 tanks in 2015"))
        found = claims_item(&s, ITEM_QUANTITY);
    CHECK(found && found->quantity.value >= 2000 && found->quantity.value <= 2000);
    const item *when = claims_item(&s, ITEM_PERIOD);
    CHECK(when && when->period.first == 2015 && when->period.last == 2015);
    arms_arena_free(&arena);
}

static void test_not_printed(void)
{
    arms_arena arena = {0};
    const settled none = {.period = {.kind = PERIOD_YEARS, .first = 2019, .last = 2019}};
    CHECK_STRING(period_print(&arena, &none, NULL), "2019");
    const settled fiscal_year = {
        .period = {.kind = PERIOD_FISCAL, .first = 2009, .last = 2009, .two = true}};
    CHECK_STRING(period_print(&arena, &fiscal_year, NULL), "FY2009-10");
    arms_arena_free(&arena);
}

const check_test claims_periods_tests[] = {
    {"years", test_years},
    {"fiscal years", test_fiscal},
    {"parts of years", test_parts},
    {"told by the text's date", test_recent},
    {"told by what was before", test_before},
    {"told otherwise", test_others},
    {"dates", test_dates},
    {"what is no period", test_none},
    {"counts beside years", test_counted},
    {"how they are written", test_not_printed},
    {NULL, NULL},
};
