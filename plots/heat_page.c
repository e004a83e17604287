/* Layout of a heatmap's page.
 *
 *     headline (the finding)
 *     subtitle
 *     party ┌──┬──┬──┐
 *     party ├──┼──┼──┤
 *           └──┴──┴──┘
 *     ▒▒▒▓▓▓███  □ nil  ▨ no data
 *     source
 *
 * The page is as high as its rows need. */
#include "plots/heat_page.h"

#include <math.h>
#include <string.h>

enum {
    CELLS_HIGH = 480, /* of all rows, within these limits of one */
    ROW_LEAST = 15,
    ROW_MOST = 34,
    SLOT_MOST = 80,  /* width of a year */
    NARROWEST = 560, /* pages */
    WIDEST = 900,
    LABEL_WIDTH = 200,
    TWO_LINES = 31, /* height of a row that holds them */
    HEAD_GAP = 16   /* between the words above and the cells */
};

static bool check_size(const arms_heat_chart *chart, arms_error *err)
{
    if (chart->year_count == 0 || chart->row_count == 0)
        return arms_fail(err, ARMS_DOMAIN,
                         "there is nothing to draw: no year or no party");
    if (chart->year_count > HEAT_YEARS || chart->row_count > HEAT_ROWS)
        return arms_fail(err, ARMS_LIMIT,
                         "a heatmap has at most %d years and %d rows, not %zu and %zu",
                         HEAT_YEARS, HEAT_ROWS, chart->year_count, chart->row_count);
    for (size_t i = 1; i < chart->year_count; i++)
        if (chart->years[i] <= chart->years[i - 1])
            return arms_fail(err, ARMS_DOMAIN,
                             "the years of a chart must ascend: %d follows %d",
                             chart->years[i], chart->years[i - 1]);
    if ((long)chart->years[chart->year_count - 1] - chart->years[0] >= HEAT_YEARS)
        return arms_fail(err, ARMS_LIMIT, "a heatmap spans at most %d years", HEAT_YEARS);
    return true;
}

/* Counts what there is; `peak` is the number of cells where none has data. */
static bool take_figures(heat_page *page, arms_error *err)
{
    const arms_heat_chart *chart = page->chart;
    size_t cells = chart->row_count * chart->year_count;
    page->peak = cells;
    for (size_t i = 0; i < cells; i++) {
        double figure = chart->value[i];
        if (isnan(figure))
            continue;
        if (figure < 0 || !axis_takes(figure))
            return arms_fail(err, ARMS_DOMAIN,
                             "%g in %d cannot be drawn: figures are 0, or between 10^-9 "
                             "and 10^15; choose another unit",
                             figure, chart->years[i % chart->year_count]);
        page->nil += !(figure > 0);
        if (page->peak == cells || figure > chart->value[page->peak])
            page->peak = i;
    }
    if (page->peak == cells)
        return arms_fail(err, ARMS_DOMAIN, "there is nothing to draw: no cell has data");
    return true;
}

double heat_page_figure(const heat_page *page, size_t row, int year)
{
    const arms_heat_chart *chart = page->chart;
    for (size_t i = 0; i < chart->year_count; i++)
        if (chart->years[i] == year)
            return chart->value[row * chart->year_count + i];
    return NAN;
}

double heat_page_slot(const heat_page *page)
{
    return (page->right - page->left) / (page->last - page->first + 1);
}

double heat_page_row(const heat_page *page)
{
    double most = floor(CELLS_HIGH / (double)page->chart->row_count);
    return fmin(ROW_MOST, fmax(ROW_LEAST, most));
}

double heat_page_shade(const heat_page *page, double figure)
{
    double part = figure / page->scale.high;
    return page->chart->by_root ? sqrt(part) : part;
}

const char *heat_page_number(char out[AXIS_NUMBER], const heat_page *page, double figure)
{
    axis_print(out, figure, page->decimals);
    if (figure > 0 && strcmp(out, "0") == 0) {
        axis_print(out, pow(10, -page->decimals), page->decimals);
        memmove(out + 1, out, strlen(out) + 1);
        out[0] = '<';
    }
    return out;
}

/* Three digits of the largest figure, or none after the point where all are whole. */
static int decimals_for(const arms_heat_chart *chart, double most)
{
    for (size_t i = 0; i < chart->row_count * chart->year_count; i++)
        if (!isnan(chart->value[i]) && chart->value[i] > floor(chart->value[i]))
            return (int)fmax(0, fmin(12, 2 - floor(log10(most))));
    return 0;
}

/* The width of the widest label in *width. */
static bool break_labels(heat_page *page, double *width, arms_arena *arena,
                         arms_error *err)
{
    const arms_heat_chart *chart = page->chart;
    for (size_t r = 0; r < chart->row_count; r++) {
        text_style style = {12, r + 1 == page->highlight, LABEL_WIDTH,
                            heat_page_row(page) >= TWO_LINES ? 2 : 1};
        if (!text_clean(&page->name[r], arena, chart->labels[r], err) ||
            !text_wrap(&page->label[r], arena, page->name[r], &style, err))
            return false;
        *width = fmax(*width, page->label[r].width);
    }
    return true;
}

/* A page for few years is narrower. */
static void place_sides(heat_page *page, double label_width)
{
    double years = page->last - page->first + 1;
    page->left = PAGE_MARGIN + ceil(label_width) + PAGE_LABEL_GAP;
    double slot = fmin(SLOT_MOST, (WIDEST - PAGE_MARGIN - page->left) / years);
    page->right = page->left + slot * years;
    page->width = fmax(ceil(page->right + PAGE_MARGIN), NARROWEST);
}

static void place_edges(heat_page *page)
{
    double rows = (double)page->chart->row_count;
    page->top = page_words_top(&page->words) + HEAD_GAP;
    page->bottom = page->top + heat_page_row(page) * rows;
    page->height =
        page->bottom + PAGE_YEARS + PAGE_LEGEND + page_words_foot(&page->words);
}

/* The width of the widest number in type of 1 pixel. */
static double number_width(const heat_page *page)
{
    const arms_heat_chart *chart = page->chart;
    double width = 0;
    for (size_t i = 0; i < chart->row_count * chart->year_count; i++) {
        char number[AXIS_NUMBER];
        if (!(chart->value[i] > 0))
            continue;
        heat_page_number(number, page, chart->value[i]);
        width = fmax(width, text_width(arms_text_of(number), 1, false));
    }
    return width;
}

/* All numbers stand in their cells, or none does. */
static void fit_numbers(heat_page *page)
{
    static const double sizes[] = {12, 11, 10, 9};
    double width = number_width(page);
    double slot = heat_page_slot(page) - 4, row = heat_page_row(page) - 4;
    page->number_size = 0;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (width * sizes[i] <= slot && sizes[i] <= row) {
            page->number_size = sizes[i];
            return;
        }
}

static void take_scale(heat_page *page)
{
    double most = page->chart->value[page->peak];
    size_t rows = page->chart->row_count;
    for (size_t r = 0; r < rows; r++)
        for (int year = page->first; year <= page->last; year++)
            page->missing += isnan(heat_page_figure(page, r, year)) != 0;
    page->scale = axis_around(0, most, 4);
    page->decimals = decimals_for(page->chart, most);
}

bool heat_page_make(heat_page *out, arms_arena *arena, const arms_heat_chart *chart,
                    const arms_chart_text *text, arms_error *err)
{
    double width = 0;
    *out = (heat_page){.chart = chart};
    if (chart->highlight >= 0 && (size_t)chart->highlight < chart->row_count)
        out->highlight = (size_t)chart->highlight + 1;
    if (!check_size(chart, err) || !take_figures(out, err) ||
        !break_labels(out, &width, arena, err))
        return false;
    out->first = chart->years[0];
    out->last = chart->years[chart->year_count - 1];
    take_scale(out);
    place_sides(out, width);
    if (!page_words_make(&out->words, arena, text, out->width, err))
        return false;
    place_edges(out);
    fit_numbers(out);
    return true;
}
