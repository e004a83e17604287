/* Charts of bars: what is refused, what the page says, and that the bars of a drawing are
 * as long as their figures say. Parts that need gnuplot are skipped, with a word, where
 * it is absent. */
#define _POSIX_C_SOURCE 200809L

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <gsl/gsl_test.h>

#include <armstrade/chart.h>
#include <armstrade/number.h>

#include "plots/bars_chart.h"
#include "plots/bars_page.h"
#include "tests/unit/chart_scene.h"

enum { ROWS = 5 };

static const char *const labels[ROWS] = {"Ukraine", "Poland", "T\xC3\xBCrkiye", "Kosovo",
                                         "Armenia"};
static const double changes[ROWS] = {9627, 508, -44, NAN, 0};
static const double lows[ROWS] = {9400, 480, NAN, NAN, 0},
                    highs[ROWS] = {9900, 530, -40, NAN, 0};
static const char *const notes[ROWS] = {NULL, NULL, NULL, "nothing before", NULL};
static const arms_chart_text plain_text = {"A finding", "What is shown", "Source: none"};

static arms_bar_chart chart_of_changes(void)
{
    return (arms_bar_chart){.labels = labels,
                            .count = ROWS,
                            .values = changes,
                            .low = lows,
                            .high = highs,
                            .notes = notes,
                            .unit = "%",
                            .changes = true,
                            .highlight = -1};
}

static const double now[3] = {40, 12.5, 0}, earlier[3] = {20, NAN, 50};

static arms_bar_chart chart_of_periods(void)
{
    return (arms_bar_chart){.labels = labels,
                            .count = 3,
                            .values = now,
                            .before = earlier,
                            .unit = "million TIV",
                            .period = "2021\xE2\x80\x93"
                                      "25",
                            .decimals = 1,
                            .highlight = -1};
}

#define MINUS "\xE2\x88\x92"

static bool draw(const scene *s, const arms_bar_chart *chart, arms_error *err)
{
    gnuplot_setup setup = {NULL, 0};
    *err = (arms_error){0};
    return bars_chart_draw(s->chart, chart, &plain_text, &setup, err);
}

static void check_refused(const scene *s, const arms_bar_chart *chart, arms_code code,
                          const char *says)
{
    arms_error err;
    gsl_test(draw(s, chart, &err) || err.code != code || !strstr(err.text, says),
             "refused: %s (%s)", says, err.text);
    gsl_test_int(scene_count(s->folder, false), 1, "nothing is left: %s", says);
}

static void test_refused(const scene *s)
{
    static const double endless[ROWS] = {INFINITY, 1, 2, 3, 4}, huge[ROWS] = {-1e15},
                        above[ROWS] = {9700, 480, -50, 0, 0},
                        below[ROWS] = {9900, 500, -40, 0, 0};
    arms_bar_chart chart = chart_of_changes();
    chart.count = 0;
    check_refused(s, &chart, ARMS_DOMAIN, "no party");
    chart.count = 41;
    check_refused(s, &chart, ARMS_LIMIT, "40 rows, not 41");
    chart = chart_of_changes();
    chart.decimals = 7;
    check_refused(s, &chart, ARMS_LIMIT, "6 decimals");
    chart = chart_of_changes();
    chart.low = above;
    check_refused(s, &chart, ARMS_DOMAIN, "outside its bounds 9700 and 9900");
    chart.low = lows;
    chart.high = below;
    check_refused(s, &chart, ARMS_DOMAIN, "\"Poland\", 508, lies outside its bounds");
    chart.low = NULL;
    check_refused(s, &chart, ARMS_DOMAIN, "or neither");
    chart = chart_of_changes();
    chart.before = lows;
    check_refused(s, &chart, ARMS_DOMAIN, "earlier period");
    chart = chart_of_changes();
    chart.values = endless;
    check_refused(s, &chart, ARMS_DOMAIN, "\"Ukraine\", inf, is too large");
    chart = chart_of_periods();
    chart.before = huge;
    check_refused(s, &chart, ARMS_DOMAIN, "\"Ukraine\", -1e+15, is too large");
}

static void test_absent(const scene *s)
{
    arms_bar_chart chart = chart_of_changes();
    gnuplot_setup setup = {s->folder, 0};
    arms_error err = {0};
    gsl_test(bars_chart_draw(s->chart, &chart, &plain_text, &setup, &err) ||
                 err.code != ARMS_SYSTEM || !strstr(err.text, "not installed"),
             "no gnuplot: %s", err.text);
    gsl_test_int(scene_count(s->folder, false), 1, "nothing is left without gnuplot");
}

/* Lengths of the polygons of a colour in the order drawn, keys and all. */
static size_t bar_lengths(double lengths[ROWS], const char *svg, const char *colour)
{
    size_t count = 0;
    for (const char *at = svg; at && (at = strstr(at, "<polygon fill")) != NULL; at++) {
        const char *points = strstr(at, "points = '"), *fill = strstr(at, colour);
        const char *corner = points ? strchr(points, ' ') : NULL;
        if (!corner || !fill || fill > points || count == ROWS)
            continue;
        double left = 0, right = 0;
        (void)sscanf(points, "points = '%lf,%*f %lf,", &left, &right);
        lengths[count++] = right - left;
    }
    return count;
}

static void check_has(const char *text, const char *part)
{
    gsl_test(!text || !strstr(text, part), "it has: %s", part);
}

static void test_changes(const scene *s)
{
    arms_bar_chart chart = chart_of_changes();
    arms_error err;
    double bars[ROWS] = {0};
    gsl_test(!arms_chart_bars(s->chart, &chart, &plain_text, &err),
             "changes are drawn, through the public door: %s", err.text);
    char *svg = scene_read(s->folder, "chart.svg");
    char *table = scene_read(s->folder, "chart.tsv");
    gsl_test_int((int)bar_lengths(bars, svg, "'rgb(  0, 114, 178)'"), 2, "two rose");
    /* True to 530, the bound of Poland's 508; the cut bar ends a quarter on. */
    gsl_test_rel(bars[0] / bars[1], 530 * 1.25 / 508, 1e-3, "one bar is cut");
    double whole = bars[1];
    gsl_test_int((int)bar_lengths(bars, svg, "'rgb(213,  94,   0)'"), 1, "one fell");
    gsl_test_rel(bars[0] / whole, 44. / 508, 1e-2, "and is as long as it should be");
    check_has(svg, "role=\"img\"");
    check_has(svg, ">+9,627%</text>");
    check_has(svg, ">nothing before</text>");
    check_has(svg, ">bar cut short</text>");
    check_has(svg, "Bars of changes for 5 parties. Ukraine: +9,627%, bounds +9,400% to "
                   "+9,900%, bar cut short; Poland: +508%, bounds +480% to +530%; "
                   "T\xC3\xBCrkiye: " MINUS "44%; Kosovo: nothing before; Armenia: 0%. "
                   "What is shown. Source: none.");
    check_has(table, "\t9627\t9400\t9900\t\tUkraine\n");
    check_has(table, "\t\t\t\t\tKosovo\n");
    check_has(table, "\t0\t0\t0\t\tArmenia\n");
    check_has(table, "\t6\t+508%\n");        /* from the bar's end to the right … */
    check_has(table, "\t8\t" MINUS "44%\n"); /* … and to the left */
    gsl_test(!draw(s, &chart, &err), "they are drawn again: %s", err.text);
    char *again = scene_read(s->folder, "chart.svg");
    gsl_test(!svg || !again || strcmp(svg, again) != 0, "with the same bytes");
    free(svg);
    free(table);
    free(again);
}

static void test_periods(const scene *s)
{
    arms_bar_chart chart = chart_of_periods();
    arms_error err;
    double bars[ROWS] = {0};
    gsl_test(!draw(s, &chart, &err), "two periods are drawn: %s", err.text);
    char *svg = scene_read(s->folder, "chart.svg");
    gsl_test_int((int)bar_lengths(bars, svg, "'rgb(  0, 114, 178)'"), 3,
                 "two bars and their key, none for 0");
    gsl_test_rel(bars[0] / bars[1], 40 / 12.5, 1e-3, "later bars are true");
    double later = bars[0];
    gsl_test_int((int)bar_lengths(bars, svg, "'rgb(138, 138, 138)'"), 3,
                 "two earlier bars and their key, none where there is no data");
    gsl_test_rel(bars[1] / later, 50. / 40, 1e-3, "earlier bars are true");
    check_has(svg, ">million TIV</text>");
    check_has(svg, ">earlier</text>");
    check_has(svg, "Bars for 3 parties, in million TIV, 2021\xE2\x80\x93"
                   "25, before: earlier. Ukraine: 40.0, before 20.0; Poland: 12.5; "
                   "T\xC3\xBCrkiye: 0.0, before 50.0.");
    free(svg);
}

static double height_of(const scene *s)
{
    char *svg = scene_read(s->folder, "chart.svg");
    const char *box = svg ? strstr(svg, "viewBox=\"0 0 760 ") : NULL;
    double height = box ? arms_number_back(box + strlen("viewBox=\"0 0 760 ")) : NAN;
    free(svg);
    return height;
}

static void test_heights(const scene *s)
{
    const char *many[BARS_ROWS];
    double values[BARS_ROWS];
    for (size_t i = 0; i < BARS_ROWS; i++) {
        many[i] = "A party";
        values[i] = (double)i;
    }
    arms_bar_chart chart = {
        .labels = many, .count = 1, .values = values, .unit = "%", .highlight = 0};
    arms_error err;
    gsl_test(!draw(s, &chart, &err), "one row: %s", err.text);
    double one = height_of(s);
    chart.count = BARS_ROWS;
    gsl_test(!draw(s, &chart, &err), "forty rows: %s", err.text);
    gsl_test_rel(height_of(s), one + 39 * 26, 1e-9, "each row takes its height");
    many[0] = "A party whose name is so long that it takes two or even three lines";
    gsl_test(!draw(s, &chart, &err), "a long name: %s", err.text);
    gsl_test(!(height_of(s) > one + 39 * 26), "a long name takes more");
}

/* As a name, as words in the place of a figure, and in the key. */
static void test_hostile(const scene *s)
{
    static const double none[ROWS] = {NAN, NAN, NAN, NAN, NAN},
                        some[ROWS] = {1, 2, 3, 4, 5};
    for (size_t i = 0; i < ROWS; i++) {
        arms_bar_chart chart = {.labels = scene_hostile,
                                .count = ROWS,
                                .values = none,
                                .before = some,
                                .notes = scene_hostile,
                                .unit = scene_hostile[i],
                                .period = scene_hostile[i],
                                .period_before = scene_hostile[i],
                                .highlight = 1};
        arms_error err;
        gsl_test(!draw(s, &chart, &err), "hostile text: %s", err.text);
        char *svg = scene_read(s->folder, "chart.svg");
        for (size_t k = 0; k < ROWS; k++)
            gsl_test_int((int)scene_times(svg, scene_harmless[k]), k == i ? 5 : 2,
                         "drawn as it is: %s", scene_hostile[k]);
        free(svg);
        gsl_test_int(scene_count(s->folder, true), 4, "nothing was run");
    }
}

/* The files that were kept draw the chart on their own. */
static void test_redraw(const scene *s)
{
    gnuplot_job job = {s->folder, "chart.gp", "chart.svg"};
    gnuplot_setup setup = {NULL, 0};
    arms_bar_chart chart = chart_of_changes();
    arms_buffer svg = {0};
    arms_error err = {0};
    gsl_test(!draw(s, &chart, &err) || unlink(s->chart) != 0, "drawn: %s", err.text);
    gsl_test(!gnuplot_draw(&svg, &job, &setup, &err), "and redrawn: %s", err.text);
    check_has(svg.data, ">A finding</text>");
    arms_buffer_free(&svg);
    gsl_test_int(scene_count(s->folder, true), 4, "three files and no more");
}

static void test_drawing(const scene *s)
{
    if (scene_no_gnuplot())
        return;
    test_changes(s);
    test_periods(s);
    test_heights(s);
    test_redraw(s);
    test_hostile(s);
}

int main(void)
{
    scene s;
    if (!scene_set(&s)) {
        gsl_test(1, "a temporary folder can be made");
        return gsl_test_summary();
    }
    test_refused(&s);
    test_absent(&s);
    test_drawing(&s);
    gsl_test(!scene_strike(&s), "the test leaves nothing behind");
    return gsl_test_summary();
}
