/* Heatmaps: what is refused, where colours and numbers go, what the table and the
 * description hold, and the drawing itself, where gnuplot is installed: nil is white, no
 * data is hatched, and hostile text runs nothing. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <armstrade/setup.h>

#include "plots/heat_chart.h"
#include "plots/heat_page.h"
#include "tests/unit/chart_scene.h"
#include "tests/unit/check.h"

/* 2013 is not listed. */
static const int years[] = {2011, 2012, 2014};
static const char *const labels[] = {"T\xC3\xBCrkiye", "\xC4\xB0ran", "None"};
static const double values[] = {100, 0, 25, 0.2, NAN, 1234, NAN, NAN, NAN};
static const arms_chart_text plain_text = {"A finding", "What is shown", "Source: none"};

static arms_heat_chart plain_chart(void)
{
    return (arms_heat_chart){.years = years,
                             .year_count = 3,
                             .labels = labels,
                             .row_count = 3,
                             .value = values,
                             .highlight = 1};
}

/* The page of a chart, and its table and description in *out; to be freed. */
static bool lay_out(heat_page *page, arms_arena *arena, arms_buffer *out,
                    const arms_heat_chart *chart)
{
    arms_error err = {0};
    if (!CHECK_ROW(heat_page_make(page, arena, chart, &plain_text, &err), err.text))
        return false;
    heat_page_table(out, page);
    heat_page_describe(out, page);
    return CHECK(arms_buffer_check(out, &err));
}

static void check_refused(const arms_heat_chart *chart, arms_code code, const char *says)
{
    arms_error err = {0};
    arms_arena arena = {0};
    heat_page page;
    CHECK_ROW(!heat_page_make(&page, &arena, chart, &plain_text, &err), says);
    CHECK_ROW(err.code == code, says);
    CHECK_HAS(err.text, says);
    arms_arena_free(&arena);
}

static void test_refused_sizes(void)
{
    static const int falling[] = {2012, 2011, 2014}, far[] = {1950, 1951, 2030};
    arms_heat_chart chart = plain_chart();
    chart.row_count = 0;
    check_refused(&chart, ARMS_DOMAIN, "no year or no party");
    chart.row_count = 41;
    check_refused(&chart, ARMS_LIMIT, "80 years and 40 rows, not 3 and 41");
    chart = plain_chart();
    chart.year_count = 81;
    check_refused(&chart, ARMS_LIMIT, "not 81 and 3");
    chart = plain_chart();
    chart.years = falling;
    check_refused(&chart, ARMS_DOMAIN, "2011 follows 2012");
    chart.years = far;
    check_refused(&chart, ARMS_LIMIT, "spans at most 80 years");
}

static void test_refused_figures(void)
{
    static const double negative[] = {1, 2, -3}, endless[] = {1, INFINITY, 3},
                        tiny[] = {1, 2, 1e-12}, none[] = {NAN, NAN, NAN};
    arms_heat_chart chart = plain_chart();
    chart.row_count = 1;
    chart.value = negative;
    check_refused(&chart, ARMS_DOMAIN, "-3 in 2014 cannot be drawn");
    chart.value = endless;
    check_refused(&chart, ARMS_DOMAIN, "inf in 2012 cannot be drawn");
    chart.value = tiny;
    check_refused(&chart, ARMS_DOMAIN, "choose another unit");
    chart.value = none;
    check_refused(&chart, ARMS_DOMAIN, "no cell has data");
}

/* How many areas of a kind the table has. */
static size_t count_areas(const char *table, const char *start)
{
    size_t count = 0;
    const char *block = strstr(table, "# kind\tleft");
    for (; block && (block = strstr(block, start)); block++)
        count++;
    return count;
}

static void test_table(void)
{
    arms_heat_chart chart = plain_chart();
    arms_arena arena = {0};
    arms_buffer out = {0};
    heat_page page;
    if (lay_out(&page, &arena, &out, &chart)) {
        CHECK_HAS(out.data,
                  "\n2011\t100\t0.2\t\n2012\t0\t\t\n2013\t\t\t\n2014\t25\t1234\t");
        CHECK_COUNT(page.nil, 1);
        CHECK_COUNT(page.missing, 7);
        CHECK_COUNT(count_areas(out.data, "\n2\t"), 4); /* one per figure above 0 */
        CHECK_COUNT(count_areas(out.data, "\n3\t"), 4); /* runs, and the key */
        CHECK_COUNT(count_areas(out.data, "\n4\t"), 1);
        CHECK_HAS(out.data, "\t7\t<1\n");
        CHECK_HAS(out.data, "\t8\t1,234\n");
        CHECK_HAS(out.data, "\t10\tnil (0)\n");
        CHECK_HAS(out.data, "\t10\tno data\n");
        CHECK_HAS(out.data, "\t5\t\xC4\xB0ran\n");
    }
    arms_buffer_free(&out);
    arms_arena_free(&arena);
}

static void test_description(void)
{
    arms_heat_chart chart = plain_chart();
    arms_arena arena = {0};
    arms_buffer out = {0};
    heat_page page;
    if (lay_out(&page, &arena, &out, &chart)) {
        CHECK_HAS(out.data,
                  "Heatmap of 3 parties over 4 years, 2011 to 2014; darker is "
                  "more, from 0 to 1,500. 12 cells: 4 above 0, 1 nil, 7 without "
                  "data.");
        CHECK_HAS(out.data, "row: T\xC3\xBCrkiye 100 in 2011; \xC4\xB0ran 1,234 in 2014; "
                            "None no data. What is shown. Source: none.");
    }
    arms_buffer_free(&out);
    arms_arena_free(&arena);
}

/* The shade of the largest tick is 1; by the root, a quarter of it has half the shade. */
static void test_shades(void)
{
    arms_heat_chart chart = plain_chart();
    arms_arena arena = {0};
    heat_page page;
    CHECK(heat_page_make(&page, &arena, &chart, &plain_text, NULL));
    CHECK_NEAR(page.scale.high, 1500, 1e-9);
    CHECK_NEAR(heat_page_shade(&page, 1500), 1, 1e-12);
    CHECK_NEAR(heat_page_shade(&page, 375), 0.25, 1e-12);
    chart.by_root = true;
    CHECK_NEAR(heat_page_shade(&page, 375), 0.5, 1e-12);
    arms_arena_free(&arena);
}

typedef struct number_row {
    const char *what;
    double value[2];
    const char *first, *second;
} number_row;

static void test_numbers(void)
{
    static const number_row rows[] = {
        {"whole", {12345, 7}, "12,345", "7"},
        {"small beside large", {1234, 0.4}, "1,234", "<1"},
        {"an index", {0.456, 0.001}, "0.456", "0.001"},
        {"less than its digits", {9.5, 0.001}, "9.50", "<0.01"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char number[AXIS_NUMBER];
        arms_heat_chart chart = plain_chart();
        arms_arena arena = {0};
        heat_page page;
        chart.row_count = 1;
        chart.year_count = 2;
        chart.value = rows[i].value;
        CHECK(heat_page_make(&page, &arena, &chart, &plain_text, NULL));
        CHECK_STRING(heat_page_number(number, &page, rows[i].value[0]), rows[i].first);
        CHECK_STRING(heat_page_number(number, &page, rows[i].value[1]), rows[i].second);
        arms_arena_free(&arena);
    }
}

/* A table of forty rows and seventy-five years, as large as a page takes: no numbers,
 * and all within the page. */
static void test_large(void)
{
    enum { ROWS = 40, YEARS = 75 };
    static int many[YEARS];
    static double figures[ROWS * YEARS];
    static const char *names[ROWS];
    arms_arena arena = {0};
    heat_page page;
    for (int i = 0; i < YEARS; i++)
        many[i] = 1950 + i;
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        figures[i] = (double)(i % 3000);
    for (size_t r = 0; r < ROWS; r++)
        names[r] = "United Kingdom of Great Britain and Northern Ireland";
    arms_heat_chart chart = {many, YEARS, names, ROWS, figures, false, -1};
    CHECK(heat_page_make(&page, &arena, &chart, &plain_text, NULL));
    CHECK_NEAR(page.number_size, 0, 0);
    CHECK(page.width <= 900 && page.right <= page.width - PAGE_MARGIN);
    CHECK(page.left - PAGE_LABEL_GAP - page.label[0].width >= PAGE_MARGIN - 1);
    CHECK_COUNT(page.label[0].count, 1);
    arms_arena_free(&arena);
}

/* The SVG of a chart, to be freed; its files are removed. */
static char *drawn(const arms_heat_chart *chart, const arms_chart_text *text)
{
    scene s;
    arms_error err = {0};
    if (!CHECK(scene_set(&s)))
        return NULL;
    CHECK_ROW(arms_chart_heat(s.chart, chart, text, &err), err.text);
    char *svg = scene_read(s.folder, "chart.svg");
    CHECK_COUNT(scene_count(s.folder, true), 4); /* three files, and "bin" */
    CHECK(scene_strike(&s));
    return svg;
}

static void test_drawing(void)
{
    arms_heat_chart chart = plain_chart();
    char *first = scene_no_gnuplot() ? NULL : drawn(&chart, &plain_text);
    char *second = first ? drawn(&chart, &plain_text) : NULL;
    if (first) {
        CHECK(second && strcmp(first, second) == 0);
        CHECK_COUNT(scene_times(first, "<polygon  fill = 'url(#chart-chart-gpPat"), 4);
        CHECK_HAS(first, "role=\"img\"");
        CHECK_HAS(first, ">T\xC3\xBCrkiye</text>");
        CHECK_HAS(first, ">1,234</text>");
    }
    free(first);
    free(second);
}

/* Nil alone: a frame and its key, and no colours. */
static void test_all_nil(void)
{
    static const double nil[] = {0, 0, 0};
    arms_heat_chart chart = plain_chart();
    chart.row_count = 1;
    chart.year_count = 2;
    chart.value = nil;
    char *svg = scene_no_gnuplot() ? NULL : drawn(&chart, &plain_text);
    if (svg) {
        CHECK_COUNT(scene_times(svg, "<polygon"), 0);
        CHECK_HAS(svg, "2 cells: 0 above 0, 2 nil, 0 without data.");
        CHECK_HAS(svg, ">nil (0)</text>");
    }
    free(svg);
}

static void test_hostile(void)
{
    for (size_t i = 0; i < SCENE_HOSTILE && !scene_no_gnuplot(); i++) {
        const char *word = scene_hostile[i];
        arms_chart_text text = {word, word, word};
        arms_heat_chart chart = plain_chart();
        chart.labels = scene_hostile;
        char *svg = drawn(&chart, &text);
        CHECK_ROW(svg && !strstr(svg, "<script") && !strstr(svg, "]]>"), word);
        for (size_t row = 0; row < chart.row_count; row++)
            CHECK_HAS(svg, scene_harmless[row]);
        free(svg);
    }
}

static const check_test tests[] = {
    {"refused sizes", test_refused_sizes},
    {"refused figures", test_refused_figures},
    {"table", test_table},
    {"description", test_description},
    {"shades", test_shades},
    {"numbers", test_numbers},
    {"large", test_large},
    {"drawing", test_drawing},
    {"all nil", test_all_nil},
    {"hostile", test_hostile},
    {NULL, NULL},
};

int main(int argc, char **argv)
{
    static const check_table table = {"heat", tests};
    arms_setup();
    return check_main(&table, 1, argc, argv);
}
