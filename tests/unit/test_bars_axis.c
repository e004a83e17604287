/* The axis of charts of bars: how numbers are printed, where ticks may stand, what is
 * cut. All expected values are reasoned from the rules in plots/bars_scale.c. On random
 * charts no word leaves the page or lies on another. */
#include <math.h>

#include <gsl/gsl_test.h>

#include "plots/bars_page.h"
#include "tests/property/random.h"

enum { CHARTS = 3000 };

static const char *const labels[BARS_ROWS];

typedef struct printed {
    double number;
    bars_format format;
    const char *want;
} printed;

#define MINUS "\xE2\x88\x92"

static const printed numbers[] = {
    {0, {0, false, false}, "0"},
    {999, {0, false, false}, "999"},
    {1000, {0, false, false}, "1,000"},
    {1234567.891, {2, false, false}, "1,234,567.89"},
    {9627, {0, true, true}, "+9,627%"},
    {-12.5, {1, true, true}, MINUS "12.5%"},
    {-123456, {0, false, false}, MINUS "123,456"},
    {-0.04, {1, true, true}, "0.0%"},
    {0.04, {1, true, false}, "0.0"},
    {999.96, {1, true, false}, "+1,000.0"},
    {-999999999999999.0, {6, true, true}, MINUS "999,999,999,999,999.000000%"},
};

static void test_numbers(void)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char digits[BARS_NUMBER_SIZE];
        bars_number(digits, numbers[i].number, &numbers[i].format);
        gsl_test_str(digits, numbers[i].want, "printed: %g", numbers[i].number);
    }
}

static void test_steps(void)
{
    static const double steps[][2] = {{1, 1},    {1.01, 2},    {2.5, 5},   {5.1, 10},
                                      {70, 100}, {0.03, 0.05}, {0.2, 0.2}, {1e14, 1e14}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        gsl_test_rel(bars_step(steps[i][0]), steps[i][1], 1e-12, "a step from %g",
                     steps[i][0]);
}

typedef struct axis {
    const char *what;
    bool changes;
    size_t count;
    double values[8];
    bars_scale want;
} axis;

/* By hand: the axis is true up to the longest whole bar, its edge a quarter on. */
static const axis axes[] = {
    {"a ranking is never cut", false, 3, {1000, 10, 1}, {0, 1000, 0, 1000, false}},
    {"one far beyond", true, 3, {9627, 100, -50}, {-50, 125, -50, 100, false}},
    {"six times is not far", true, 3, {600, 100, -50}, {-50, 600, -50, 600, false}},
    {"one alone", true, 1, {9627}, {0, 9627, 0, 9627, false}},
    {"the others nothing", true, 3, {9627, 0, NAN}, {0, 9627, 0, 9627, false}},
    {"downwards", true, 3, {-9000, 100, 50}, {-125, 100, -100, 100, false}},
    {"two of eight",
     true,
     8,
     {9000, -8000, 100, 1, 2, 3, 4, 5},
     {-125, 125, -100, 100, false}},
    {"three of eight are not cut",
     true,
     8,
     {9000, -8000, 7000, 1, 2, 3, 4, 5},
     {-8000, 9000, -8000, 9000, false}},
    {"nothing but zero", false, 2, {0, 0}, {0, 1, 0, 1, true}},
    {"no data", true, 2, {NAN, NAN}, {0, 1, 0, 1, true}},
};

static void check_scale(const bars_scale *got, const bars_scale *want, const char *what)
{
    gsl_test_abs(got->low, want->low, 1e-9, "%s: left edge", what);
    gsl_test_abs(got->high, want->high, 1e-9, "%s: right edge", what);
    gsl_test_abs(got->least, want->least, 1e-9, "%s: cut below", what);
    gsl_test_abs(got->most, want->most, 1e-9, "%s: cut above", what);
    gsl_test_int(got->flat, want->flat, "%s: whether flat", what);
}

static void test_scales(void)
{
    for (size_t i = 0; i < sizeof axes / sizeof *axes; i++) {
        arms_bar_chart chart = {.labels = labels,
                                .count = axes[i].count,
                                .values = axes[i].values,
                                .changes = axes[i].changes};
        bars_scale scale;
        bars_scale_make(&scale, &chart);
        check_scale(&scale, &axes[i].want, axes[i].what);
    }
}

/* Wide bounds do not flatten bars either, and narrow ones get their room. */
static void test_bounds_on_scale(void)
{
    static const double values[] = {100, -20}, low[] = {90, -30}, high[] = {5000, -10},
                        near[] = {150, -10};
    arms_bar_chart chart = {.labels = labels,
                            .count = 2,
                            .values = values,
                            .low = low,
                            .high = high,
                            .changes = true};
    bars_scale scale;
    bars_scale_make(&scale, &chart);
    check_scale(&scale, &(bars_scale){-30, 250, -30, 200, false}, "bounds run on");
    chart.high = near;
    bars_scale_make(&scale, &chart);
    check_scale(&scale, &(bars_scale){-30, 150, -30, 150, false}, "bounds fit");
}

static double random_figure(double size)
{
    double sign = random_below(3) == 0 ? -1 : 1;
    return random_below(6) == 0 ? NAN : sign * size * pow(10, -3 * random_unit());
}

typedef struct lot {
    double values[BARS_ROWS], before[BARS_ROWS], low[BARS_ROWS], high[BARS_ROWS];
    const char *labels[BARS_ROWS], *notes[BARS_ROWS];
} lot;

static void fill_lot(lot *l, double size)
{
    static const char *const words[] = {
        "Chad", "nothing before", "Democratic Republic of the Congo, with a long name"};
    for (size_t i = 0; i < BARS_ROWS; i++) {
        l->values[i] = random_figure(size);
        l->before[i] = random_figure(size);
        l->low[i] = l->values[i] - fabs(random_figure(size / 9));
        l->high[i] = l->values[i] + fabs(random_figure(size));
        l->labels[i] = words[random_below(3)];
        l->notes[i] = words[random_below(3)];
    }
}

static arms_bar_chart chart_of_lot(const lot *l)
{
    arms_bar_chart chart = {.labels = l->labels,
                            .count = 1 + random_below(BARS_ROWS),
                            .values = l->values,
                            .notes = l->notes,
                            .unit = random_below(2) == 0 ? "%" : "million TIV",
                            .decimals = (int)random_below(4),
                            .changes = random_below(2) == 0,
                            .highlight = (int)random_below(BARS_ROWS)};
    bool bounds = random_below(2) == 0;
    chart.low = bounds ? l->low : NULL;
    chart.high = bounds ? l->high : NULL;
    chart.before = chart.changes ? NULL : l->before;
    return chart;
}

static bool row_fits(const bars_page *page, size_t i)
{
    const bars_row *row = &page->row[i];
    double width = text_width(row->shown, 12,
                              i + 1 == page->highlight && !isnan(page->chart->values[i]));
    return row->leftward ? row->at - width >= page->labels
                         : row->at >= page->labels && row->at + width <= page->width;
}

static double tick_width(const bars_page *page, double tick)
{
    char digits[BARS_NUMBER_SIZE];
    bars_format format = page->format;
    format.decimals = page->tick_decimals;
    return text_width(arms_text_of(bars_number(digits, tick, &format)), 12, false);
}

static bool ticks_fit(const bars_page *page)
{
    for (size_t i = 0; i < page->ticks; i++) {
        double place = bars_page_place(page, page->tick[i]);
        if (place < page->left - 0.01 || place > page->right + 0.01 ||
            (i > 0 && place - bars_page_place(page, page->tick[i - 1]) <
                          tick_width(page, page->tick[i])))
            return false;
    }
    return page->ticks > 0;
}

static void check_page(const arms_bar_chart *chart, size_t number)
{
    static const arms_chart_text text = {"A finding", "", NULL};
    arms_arena arena = {0};
    arms_error err = {0};
    bars_page page;
    if (!bars_check(chart, &err) || !bars_page_make(&page, &arena, chart, &text, &err)) {
        gsl_test(1, "chart %zu has a page: %s", number, err.text);
    } else {
        size_t fit = 0;
        for (size_t i = 0; i < chart->count; i++)
            fit += row_fits(&page, i);
        gsl_test(fit != chart->count, "chart %zu: words have room", number);
        gsl_test(!ticks_fit(&page), "chart %zu: ticks have room", number);
    }
    arms_arena_free(&arena);
}

static void test_room(void)
{
    random_start();
    for (size_t i = 0; i < CHARTS; i++) {
        lot l;
        fill_lot(&l, pow(10, 14 * random_unit() - 3));
        arms_bar_chart chart = chart_of_lot(&l);
        check_page(&chart, i);
    }
}

int main(void)
{
    test_numbers();
    test_steps();
    test_scales();
    test_bounds_on_scale();
    test_room();
    return gsl_test_summary();
}
