/* A verdict that was given never flips for any figure inside the computed interval. */
#include <armstrade/judge.h>

#include <math.h>

#include "analysis/claims/verdict.h"
#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { CLAIMS = 20000, POINTS = 20 };

static arms_printed random_claim(void)
{
    static const char *const hedges[] = {"",       "about ",    "nearly ", "over ",
                                         "under ", "at least ", "at most "};
    arms_printed number = {0};
    arms_buffer text = {0};
    arms_buffer_print(&text, "%s%zu", hedges[random_below(7)], random_below(60));
    if (random_below(2))
        arms_buffer_print(&text, ".%zu", random_below(10));
    arms_buffer_string(&text, " %");
    CHECK_ROW(
        arms_printed_parse(&number, arms_text_of(text.data), ARMS_UNIT_PERCENT, NULL),
        text.data);
    arms_buffer_free(&text);
    return number;
}

/* Limits on a grid of halves of tenths, so that many of them meet those of the claim. */
static arms_interval random_figure(const arms_printed *number)
{
    double low = (double)random_below(1200) / 20, width = (double)random_below(30) / 20;
    if (random_below(2))
        low = fmax(0, number->value + ((double)random_below(41) - 20) / 20);
    bool point = random_below(4) == 0;
    double high = point ? low : low + width;
    return (arms_interval){low + (high - low) * random_unit(), low, high,
                           high > low && random_below(2)};
}

static arms_finding judge(const arms_printed *number, arms_interval value)
{
    arms_finding finding = {.unit = ARMS_UNIT_PERCENT, .computed = true, .value = value};
    verdict_of_value(&finding, number);
    return finding;
}

/* A figure inside the interval: its lower limit, its upper one if that belongs to it, or
 * any between. */
static double inner_point(arms_interval value)
{
    size_t pick = random_below(6);
    if (pick == 0 || !(value.low < value.high))
        return value.low;
    return pick == 1 && !value.open ? value.high : random_inside(value.low, value.high);
}

static bool stays(const arms_printed *number, arms_interval value, arms_verdict verdict)
{
    for (int i = 0; i < POINTS; i++) {
        double x = inner_point(value);
        arms_finding at = judge(number, arms_interval_point(x));
        if (!CHECK_COUNT(at.verdict, verdict)) {
            CHECK_NEAR(x, number->value, 0);
            return false;
        }
    }
    return true;
}

static void test_verdicts_never_flip(void)
{
    size_t supported = 0, refuted = 0, open = 0;
    for (int i = 0; i < CLAIMS; i++) {
        arms_printed number = random_claim();
        arms_interval value = random_figure(&number);
        arms_finding finding = judge(&number, value);
        supported += finding.verdict == ARMS_SUPPORTED;
        refuted += finding.verdict == ARMS_REFUTED;
        open += finding.verdict == ARMS_NOT_ENOUGH_INFO;
        if (finding.verdict != ARMS_NOT_ENOUGH_INFO &&
            !stays(&number, value, finding.verdict))
            return;
    }
    CHECK(supported > 0 && refuted > 0 && open > 0); /* all three were tried */
}

/* An exact figure always decides, and by the definition of the range. */
static void test_points_decide(void)
{
    for (int i = 0; i < CLAIMS; i++) {
        arms_printed number = random_claim();
        const arms_range *r = &number.range;
        double x = fmax(0, number.value + ((double)random_below(81) - 40) / 20);
        bool above = r->low_open ? x > r->low + 1e-9 : x >= r->low - 1e-9;
        bool below = r->high_open ? x < r->high - 1e-9 : x <= r->high + 1e-9;
        arms_verdict want = above && below ? ARMS_SUPPORTED : ARMS_REFUTED;
        if (!CHECK_COUNT(judge(&number, arms_interval_point(x)).verdict, want)) {
            CHECK_NEAR(x, number.value, 0);
            return;
        }
    }
}

/* Where nothing was decided, some figures of the interval agree with the claim and some
 * do not. */
static void test_open_verdicts_are_open(void)
{
    size_t tried = 0;
    for (int i = 0; i < CLAIMS; i++) {
        arms_printed number = random_claim();
        arms_interval value = random_figure(&number);
        if (judge(&number, value).verdict != ARMS_NOT_ENOUGH_INFO)
            continue;
        bool low =
            judge(&number, arms_interval_point(value.low)).verdict == ARMS_SUPPORTED;
        double near = value.open ? value.high - 1e-7 : value.high;
        bool high = judge(&number, arms_interval_point(near)).verdict == ARMS_SUPPORTED;
        bool around = value.low <= number.range.low + 1e-9 &&
                      value.high >= number.range.high - 1e-9;
        tried++;
        if (!CHECK(low != high || around)) {
            CHECK_NEAR(value.low, number.range.low, 0);
            CHECK_NEAR(value.high, number.range.high, 0);
            return;
        }
    }
    CHECK(tried > 0);
}

const check_test property_verdict_tests[] = {
    {"verdicts never flip", test_verdicts_never_flip},
    {"points decide", test_points_decide},
    {"open verdicts are open", test_open_verdicts_are_open},
    {NULL, NULL},
};
