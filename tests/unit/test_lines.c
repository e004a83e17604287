/* Line charts: rounded axes against rows worked by hand, what is refused, what the table
 * and the description hold, and the drawing itself, where gnuplot is installed: a gap is
 * a break of the line, and hostile text runs nothing. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <armstrade/setup.h>

#include "plots/lines_chart.h"
#include "plots/lines_page.h"
#include "tests/unit/chart_scene.h"
#include "tests/unit/check.h"

typedef struct axis_row {
    const char *what;
    double low, high;
    axis want;
    int ticks, decimals;
} axis_row;

static void test_axis(void)
{
    static const axis_row rows[] = {
        {"0 to 150,000", 0, 150000, {0, 150000, 25000}, 7, 0},
        {"0 to 150,001", 0, 150001, {0, 200000, 50000}, 5, 0},
        {"0 to 0.0001", 0, 0.0001, {0, 0.0001, 0.00002}, 6, 5},
        {"0 to 1", 0, 1, {0, 1, 0.2}, 6, 1},
        {"0 to 0.3", 0, 0.3, {0, 0.3, 0.05}, 7, 2},
        {"0 to 14", 0, 14, {0, 15, 2.5}, 7, 1},
        {"-40 to 100", -40, 100, {-50, 100, 25}, 7, 0},
        {"-7 to -3", -7, -3, {-7, -3, 1}, 5, 0},
        {"0 to 0", 0, 0, {0, 1, 0.2}, 6, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const axis_row *row = &rows[i];
        axis got = axis_around(row->low, row->high, 6);
        double within = 1e-9 * row->want.step;
        CHECK_ROW(fabs(got.low - row->want.low) <= within, row->what);
        CHECK_ROW(fabs(got.high - row->want.high) <= within, row->what);
        CHECK_ROW(fabs(got.step - row->want.step) <= within, row->what);
        CHECK_ROW(axis_ticks(&got) == row->ticks, row->what);
        CHECK_ROW(axis_decimals(&got) == row->decimals, row->what);
    }
    axis told = axis_between(130000, 152000, 6);
    CHECK_COUNT(axis_ticks(&told), 5);
    CHECK_NEAR(axis_tick(&told, 4), 150000, 1e-6);
}

static void test_numbers(void)
{
    char number[AXIS_NUMBER];
    const axis tenths = {0, 1, 0.2}, thousands = {0, 6000, 1000};
    CHECK_STRING(axis_print(number, 1234567.25, 1), "1,234,567.2");
    CHECK_STRING(axis_print(number, 999, 0), "999");
    CHECK_STRING(axis_print(number, -1000, 0), "\xE2\x88\x92"
                                               "1,000");
    CHECK_STRING(axis_print(number, -0.001, 2), "0");
    CHECK_STRING(axis_print(number, 1e15, 0), "1,000,000,000,000,000");
    CHECK_STRING(axis_say(number, 0.34567, &tenths), "0.346");
    CHECK_STRING(axis_say(number, 0.5, &tenths), "0.5");
    CHECK_STRING(axis_say(number, 2, &tenths), "2");
    CHECK_STRING(axis_say(number, 1500, &thousands), "1,500");
}

/* Years 2013 and 2014 are gaps for different reasons; 2014 is not listed. */
static const int years[] = {2010, 2011, 2012, 2013, 2015, 2016, 2017};
static const double values[] = {10, 20, 30, NAN, 50, 60, 40};
static const double lows[] = {8, 18, 28, NAN, 48, 58, 38};
static const double highs[] = {12, 22, 32, NAN, 52, 62, 42};
static const double trend[] = {11, 17, 23, 29, 41, 47, 53};
static const double least[] = {8, 15, 22, 28, 39, 44, 49};
static const double most[] = {14, 19, 24, 30, 43, 50, 57};
static const double smooth[] = {NAN, NAN, 20, 25, 45, 55, 50};
static const arms_line_series plain = {
    "T\xC3\xBCrkiye", {values, NULL, NULL}, {NULL, NULL, NULL}, NULL};
static const arms_line_series full = {
    "T\xC3\xBCrkiye", {values, lows, highs}, {trend, least, most}, smooth};
static const arms_chart_text plain_text = {"A finding", "What is shown", "Source: none"};

static arms_line_chart chart_of(const arms_line_series *series, size_t count)
{
    return (arms_line_chart){.years = years,
                             .year_count = sizeof years / sizeof *years,
                             .series = series,
                             .series_count = count,
                             .highlight = -1};
}

static void check_refused(const arms_line_chart *chart, arms_code code, const char *says)
{
    arms_error err = {0};
    CHECK_ROW(!lines_check(chart, &err), says);
    CHECK_ROW(err.code == code, says);
    CHECK_HAS(err.text, says);
}

static void test_refused_sizes(void)
{
    static const int falling[] = {2015, 2014}, far[] = {1000, 2000};
    arms_line_chart chart = chart_of(&plain, 1);
    CHECK(lines_check(&chart, NULL));
    chart.year_count = 0;
    check_refused(&chart, ARMS_DOMAIN, "nothing to draw");
    chart.year_count = 201;
    check_refused(&chart, ARMS_LIMIT, "at most 200 years");
    chart = chart_of(&plain, 7);
    check_refused(&chart, ARMS_LIMIT, "6 series");
    chart = chart_of(&plain, 1);
    chart.year_count = 2;
    chart.years = falling;
    check_refused(&chart, ARMS_DOMAIN, "2014 follows 2015");
    chart.years = far;
    check_refused(&chart, ARMS_LIMIT, "at most 500 years");
}

static void test_refused_figures(void)
{
    static const double none[] = {NAN, NAN, NAN, NAN, NAN, NAN, NAN};
    static const double endless[] = {1, 2, 3, 4, 5, INFINITY, 7};
    static const double tiny[] = {1e-12, 0, 0, 0, 0, 0, 0};
    arms_line_series series = plain;
    arms_line_chart chart = chart_of(&series, 1);
    series.figures.value = none;
    check_refused(&chart, ARMS_DOMAIN, "no year has data");
    series.figures.value = endless;
    check_refused(&chart, ARMS_DOMAIN, "inf in 2016 cannot be drawn");
    series.figures.value = tiny;
    check_refused(&chart, ARMS_DOMAIN, "choose another unit");
    series = (arms_line_series){"x", {values, highs, highs}, {NULL, NULL, NULL}, NULL};
    check_refused(&chart, ARMS_DOMAIN, "10 in 2010 is outside its bounds");
    series = (arms_line_series){"x", {values, NULL, NULL}, {NULL, NULL, NULL}, endless};
    check_refused(&chart, ARMS_DOMAIN, "inf in 2016");
}

static void test_refused_axis_and_marks(void)
{
    static const arms_line_mark late[] = {{2017, "x"}},
                                falling[] = {{2012, "x"}, {2012, "y"}};
    arms_line_chart chart = chart_of(&plain, 1);
    chart.bottom = 20;
    chart.top = 80;
    check_refused(&chart, ARMS_DOMAIN, "10 in 2010 is outside the axis");
    chart.bottom = NAN;
    check_refused(&chart, ARMS_DOMAIN, "no axis can reach");
    chart = chart_of(&plain, 1);
    chart.marks = late;
    chart.mark_count = 1;
    check_refused(&chart, ARMS_DOMAIN, "a mark after 2017");
    chart.marks = falling;
    chart.mark_count = 2;
    check_refused(&chart, ARMS_DOMAIN, "2012 follows 2012");
    chart.mark_count = 7;
    check_refused(&chart, ARMS_LIMIT, "6 marks");
}

/* The page of a chart, and its table and description in *out; to be freed. */
static void lay_out(lines_page *page, arms_arena *arena, arms_buffer *out,
                    const arms_line_chart *chart)
{
    arms_error err = {0};
    CHECK_ROW(lines_page_make(page, arena, chart, &plain_text, &err), err.text);
    lines_page_table(out, page);
    lines_page_describe(out, page);
    CHECK(arms_buffer_check(out, &err));
}

static void test_table(void)
{
    static const arms_line_mark mark = {2012, "break after 2012"};
    arms_line_chart chart = chart_of(&full, 1);
    arms_arena arena = {0};
    arms_buffer out = {0};
    lines_page page;
    chart.marks = &mark;
    chart.mark_count = 1;
    lay_out(&page, &arena, &out, &chart);
    CHECK_HAS(out.data, "\n2012\t30\n2013\t\n2014\t\n2015\t50\n");
    CHECK_HAS(out.data, "\n\n2\t1\t2010\t10\t8\t12\n2\t1\t2011\t20\t18\t22\n"
                        "2\t1\t2012\t30\t28\t32\n\n2\t1\t2015\t50\t48\t52\n");
    CHECK_HAS(out.data, "\n3\t1\t2013\t29\t\t\n3\t1\t2015\t41\t\t\n");
    CHECK_HAS(out.data, "\n4\t1\t2013\t29\t28\t30\n4\t1\t2015\t41\t39\t43\n");
    CHECK_HAS(out.data, "\n\n5\t1\t2012\t20\t\t\n5\t1\t2013\t25\t\t\n\n5\t1\t2015\t45");
    CHECK_HAS(out.data,
              "T\xC3\xBCrkiye: 10 in 2010, 40 in 2017, most 60 in 2016; no data "
              "for 2013 and 2014; trend from 11 in 2010 to 53 in 2017.");
    CHECK_HAS(out.data, "A line between 2012 and 2013: break after 2012.");
    CHECK_HAS(out.data, "Also drawn: range, trend, range of the trend, smoothed.");
    CHECK_NEAR(page.y.low, 0, 0);
    CHECK_NEAR(page.mark[0].x, lines_page_x(&page, 2012.5), 1e-9);
    arms_buffer_free(&out);
    arms_arena_free(&arena);
}

/* A year without bounds is a gap of the band alone; a band of one year has some width. */
static void test_band_gap(void)
{
    static const double some[] = {8, NAN, 28, NAN, 48, 58, 38};
    arms_line_series series = plain;
    arms_line_chart chart = chart_of(&series, 1);
    arms_arena arena = {0};
    arms_buffer out = {0};
    lines_page page;
    series.figures.low = some;
    series.figures.high = highs;
    lay_out(&page, &arena, &out, &chart);
    CHECK_HAS(out.data, "\n\n2\t1\t2009.88\t10\t8\t12\n2\t1\t2010.12\t10\t8\t12\n"
                        "\n2\t1\t2011.88\t30\t28\t32\n2\t1\t2012.12\t30\t28\t32\n"
                        "\n2\t1\t2015\t50\t48\t52\n2\t1\t2016");
    arms_buffer_free(&out);
    arms_arena_free(&arena);
}

/* A trend below 0 does not pull the axis there; a figure below 0 does. */
static void test_axis_of_chart(void)
{
    static const double below[] = {-30, -10, 10, 30, 50, 60, 70};
    arms_line_series series = plain;
    arms_line_chart chart = chart_of(&series, 1);
    series.trend.value = below;
    CHECK_NEAR(lines_axis(&chart).low, 0, 0);
    CHECK_NEAR(lines_axis(&chart).high, 80, 0);
    series.figures.value = below;
    CHECK_NEAR(lines_axis(&chart).low, -40, 0);
    chart.bottom = -50;
    chart.top = 90;
    CHECK_NEAR(lines_axis(&chart).high, 90, 0);
}

/* An axis without 0 is told in the picture. */
static void test_axis_told(void)
{
    arms_line_chart chart = chart_of(&plain, 1);
    arms_arena arena = {0};
    arms_buffer out = {0};
    lines_page page;
    chart.bottom = 5;
    chart.top = 70;
    lay_out(&page, &arena, &out, &chart);
    CHECK_HAS(out.data, "\t2\tWhat is shown. The axis runs from 5 to 70, without 0.\n");
    arms_buffer_free(&out);
    arms_arena_free(&arena);
}

/* Series that end at one height keep their labels apart; one without data has no line. */
static void test_labels(void)
{
    static const double none[] = {NAN, NAN, NAN, NAN, NAN, NAN, NAN};
    static const double early[] = {1, 2, 3, NAN, NAN, NAN, NAN};
    arms_line_series series[6] = {plain, plain, plain, plain, plain, plain};
    arms_line_chart chart = chart_of(series, 6);
    arms_arena arena = {0};
    arms_buffer out = {0};
    lines_page page;
    series[1].figures.value = none;
    series[2].figures.value = early;
    lay_out(&page, &arena, &out, &chart);
    for (size_t b = 1; b < 6; b++)
        CHECK(page.box[b].middle - page.box[b - 1].middle >= PAGE_LABEL_LINE);
    CHECK_HAS(out.data, "T\xC3\xBCrkiye (no data)\n");
    CHECK_HAS(out.data, "T\xC3\xBCrkiye (to 2012)\n");
    CHECK_COUNT(page.boxed[0], 0);
    CHECK_COUNT(page.boxed[5], 1);
    arms_buffer_free(&out);
    arms_arena_free(&arena);
}

/* Words of marks in neighbouring years stand in rows of their own. */
static void test_marks(void)
{
    static const arms_line_mark marks[] = {
        {2010, "break after 2010"}, {2011, "break after 2011"}, {2016, "after 2016"}};
    arms_line_chart chart = chart_of(&plain, 1);
    arms_arena arena = {0};
    arms_buffer out = {0};
    lines_page page;
    chart.marks = marks;
    chart.mark_count = 3;
    lay_out(&page, &arena, &out, &chart);
    CHECK_COUNT(page.mark_rows, 2);
    CHECK(page.mark[0].y < page.mark[1].y - 10);
    CHECK_NEAR(page.mark[1].y, page.mark[2].y, 1e-9);
    CHECK(page.mark[2].x + page.mark[2].words.width < page.width);
    arms_buffer_free(&out);
    arms_arena_free(&arena);
}

/* The SVG of a chart, to be freed; its files are removed. */
static char *drawn(const arms_line_chart *chart, const arms_chart_text *text)
{
    scene s;
    arms_error err = {0};
    if (!CHECK(scene_set(&s)))
        return NULL;
    CHECK_ROW(arms_chart_lines(s.chart, chart, text, &err), err.text);
    char *svg = scene_read(s.folder, "chart.svg");
    CHECK_COUNT(scene_count(s.folder, true), 4); /* three files, and "bin" */
    CHECK(scene_strike(&s));
    return svg;
}

static size_t count_of(const char *text, const char *end, char letter)
{
    size_t count = 0;
    for (; text < end; text++)
        count += *text == letter;
    return count;
}

/* Seven years with a gap: two strokes, of three points each. */
static void test_gap_is_drawn(void)
{
    arms_line_chart chart = chart_of(&plain, 1);
    char *svg = scene_no_gnuplot() ? NULL : drawn(&chart, &plain_text);
    const char *line = svg ? strstr(svg, "<path stroke='rgb(  0, 114, 178)'") : NULL;
    if (svg && CHECK(line != NULL)) {
        const char *end = strchr(line, '>');
        CHECK_COUNT(count_of(line, end, 'M'), 2);
        CHECK_COUNT(count_of(line, end, 'L'), 4);
        CHECK_HAS(svg, "role=\"img\"");
        CHECK_HAS(svg, ">A finding</text>");
        CHECK_HAS(svg, ">T\xC3\xBCrkiye</text>");
    }
    free(svg);
}

static void test_same_bytes(void)
{
    arms_line_chart chart = chart_of(&full, 1);
    char *first = scene_no_gnuplot() ? NULL : drawn(&chart, &plain_text);
    char *second = first ? drawn(&chart, &plain_text) : NULL;
    if (first)
        CHECK(second && strcmp(first, second) == 0);
    free(first);
    free(second);
}

static void test_hostile(void)
{
    for (size_t i = 0; i < SCENE_HOSTILE && !scene_no_gnuplot(); i++) {
        const char *word = scene_hostile[i];
        arms_chart_text text = {word, word, word};
        arms_line_mark mark = {2011, word};
        arms_line_series series = full;
        arms_line_chart chart = chart_of(&series, 1);
        series.label = word;
        chart.marks = &mark;
        chart.mark_count = 1;
        chart.words = (arms_line_words){word, word, word, word, word};
        char *svg = drawn(&chart, &text);
        CHECK_ROW(svg && !strstr(svg, "<script") && !strstr(svg, "]]>"), word);
        CHECK_HAS(svg, scene_harmless[i]);
        free(svg);
    }
}

static const check_test tests[] = {
    {"axis", test_axis},
    {"numbers", test_numbers},
    {"refused sizes", test_refused_sizes},
    {"refused figures", test_refused_figures},
    {"refused axis and marks", test_refused_axis_and_marks},
    {"table", test_table},
    {"gap of a band", test_band_gap},
    {"axis of a chart", test_axis_of_chart},
    {"axis told", test_axis_told},
    {"labels", test_labels},
    {"marks", test_marks},
    {"gap is drawn", test_gap_is_drawn},
    {"same bytes", test_same_bytes},
    {"hostile", test_hostile},
    {NULL, NULL},
};

int main(int argc, char **argv)
{
    static const check_table table = {"lines", tests};
    arms_setup();
    return check_main(&table, 1, argc, argv);
}
