/* Bounds of totals that are spread over years: every way in which the units of two deals
 * can be spread is tried, and the smallest and largest results are the bounds. */
#include <armstrade/tally.h>

#include <math.h>

#include "tests/unit/deals.h"

enum { UNITS = 6, YEARS = 4, FIRST = 2020 };

/* Bounds are rounded outwards to a millionth per row. */
static const double slack = 1e-5;

/* n units of `unit` million TIV each, over the first k years from FIRST on. */
typedef struct spread_deal {
    const char *supplier;
    int units, years;
    double unit;
} spread_deal;

static void put_deal(arms_buffer *text, const spread_deal *deal)
{
    arms_buffer_print(text, "Pakistan,%s,2019,,,,X,gun,%d,,", deal->supplier,
                      deal->units);
    for (int i = 0; i < deal->years; i++)
        arms_buffer_print(text, "%s%d", i > 0 ? "; " : "", FIRST + i);
    arms_buffer_print(text, ",New,,,0,%.2f\n", deal->unit * deal->units);
}

/* A way to spread a deal: units by year, each at least 1. */
typedef struct split {
    int units[YEARS];
} split;

/* The next way in lexicographic order, from all in the last year on; false after the
 * last. */
static bool next_split(split *s, const spread_deal *deal)
{
    for (int i = deal->years - 2; i >= 0; i--) {
        int rest = 0;
        s->units[i]++;
        for (int j = i + 1; j < deal->years; j++)
            s->units[j] = 1;
        for (int j = 0; j + 1 < deal->years; j++)
            rest += s->units[j];
        s->units[deal->years - 1] = deal->units - rest;
        if (s->units[deal->years - 1] >= 1)
            return true;
        s->units[i] = 1;
    }
    return false;
}

static split first_split(const spread_deal *deal)
{
    split s = {{0}};
    for (int i = 0; i + 1 < deal->years; i++)
        s.units[i] = 1;
    s.units[deal->years - 1] = deal->units - (deal->years - 1);
    return s;
}

static double amount(const split *s, const spread_deal *deal, arms_years years)
{
    int units = 0;
    for (int i = 0; i < deal->years; i++)
        if (FIRST + i >= years.first && FIRST + i <= years.last)
            units += s->units[i];
    return units * deal->unit;
}

/* The smallest and the largest of what was seen. */
typedef struct extent {
    double low, high;
} extent;

static void see(extent *seen, double value)
{
    seen->low = fmin(seen->low, value);
    seen->high = fmax(seen->high, value);
}

/* Levels of both deals and their sum, and the share of the first. */
enum { MINE, OTHER, BOTH, SHARE, RESULTS };

static void see_all(extent seen[RESULTS], const spread_deal deals[2], arms_years years)
{
    split a = first_split(&deals[0]);
    for (int i = 0; i < RESULTS; i++)
        seen[i] = (extent){HUGE_VAL, -HUGE_VAL};
    do {
        split b = first_split(&deals[1]);
        do {
            double mine = amount(&a, &deals[0], years);
            double other = amount(&b, &deals[1], years);
            see(&seen[MINE], mine);
            see(&seen[OTHER], other);
            see(&seen[BOTH], mine + other);
            see(&seen[SHARE], mine + other > 0 ? mine / (mine + other) : 0);
        } while (next_split(&b, &deals[1]));
    } while (next_split(&a, &deals[0]));
}

static bool check_extent(const arms_figure *figure, const extent *seen)
{
    const arms_interval got = figure->amount;
    return CHECK_COUNT(figure->reason, ARMS_REASON_NONE) &&
           CHECK_NEAR(got.low, seen->low, slack) &&
           CHECK_NEAR(got.high, seen->high, slack) && CHECK(got.value >= got.low) &&
           CHECK(got.value <= got.high);
}

/* Bounds for the period against all ways to spread both deals. */
static bool check_period(const arms_tally *tally, const arms_dataset *data,
                         const spread_deal deals[2], arms_years years)
{
    extent seen[RESULTS];
    arms_figure found[RESULTS];
    arms_party mine = fixture_party(data, deals[0].supplier);
    arms_party other = fixture_party(data, deals[1].supplier);
    see_all(seen, deals, years);
    bool good = CHECK(arms_tally_level(&found[MINE], tally, mine, years, NULL)) &&
                CHECK(arms_tally_level(&found[OTHER], tally, other, years, NULL)) &&
                CHECK(arms_tally_level(&found[BOTH], tally, ARMS_ALL, years, NULL)) &&
                CHECK(arms_tally_share(&found[SHARE], tally, mine, years, NULL));
    if (good && !(seen[BOTH].low > 0))
        return CHECK_COUNT(found[SHARE].reason, ARMS_REASON_UNDEFINED);
    for (int i = 0; i < RESULTS && good; i++)
        good = check_extent(&found[i], &seen[i]);
    return good;
}

static bool check_deals(const spread_deal deals[2])
{
    arms_buffer text = {0};
    arms_arena arena = {0};
    arms_tally *tally = NULL;
    arms_buffer_string(&text, DEALS_HEAD);
    put_deal(&text, &deals[0]);
    put_deal(&text, &deals[1]);
    fixture f = fixture_load(text.data);
    bool good = CHECK_STRING(f.err.text, "") && f.data;
    const arms_question question = {.subject = arms_entity_by_code("PAK"),
                                    .years = {FIRST, FIRST + YEARS - 1}};
    good = good && CHECK(arms_tally_make(&tally, &arena, f.data, &question, NULL));
    for (int first = FIRST; first < FIRST + YEARS; first++)
        for (int last = first; last < FIRST + YEARS && good; last++)
            good = check_period(tally, f.data, deals, (arms_years){first, last});
    arms_arena_free(&arena);
    fixture_free(&f);
    arms_buffer_free(&text);
    return good;
}

/* One deal beside several others. */
static bool check_beside_others(int units, int years)
{
    static const spread_deal others[] = {
        {"China", 1, 1, 2.5}, {"China", 3, 2, 0.4}, {"China", 5, 4, 1.15}};
    bool good = true;
    for (size_t i = 0; i < sizeof others / sizeof *others && good; i++) {
        const spread_deal deals[] = {{"Sweden", units, years, 0.85}, others[i]};
        good = check_deals(deals);
    }
    return good;
}

static void test_every_split(void)
{
    for (int units = 1; units <= UNITS; units++)
        for (int years = 1; years <= YEARS && years <= units; years++)
            if (!check_beside_others(units, years))
                return;
}

const check_test property_allocation_tests[] = {
    {"every way to spread two deals", test_every_split},
    {NULL, NULL},
};
