/* The page of a heatmap: where cells, words and the legend stand, and the table that
 * tells heat.gp so. All places are pixels from the upper left corner. */
#ifndef ARMSTRADE_PLOTS_HEAT_PAGE_H
#define ARMSTRADE_PLOTS_HEAT_PAGE_H

#include <armstrade/buffer.h>
#include <armstrade/chart.h>

#include "plots/axis.h"
#include "plots/chart_page.h"
#include "plots/text_lines.h"

enum { HEAT_ROWS = 40, HEAT_YEARS = 80 };

enum {
    PAGE_LABEL_GAP = 8, /* between labels and cells */
    PAGE_YEARS = 24,    /* room for the years under the cells */
    PAGE_LEGEND = 54,   /* for the legend under the years */
    PAGE_RAMP = 220,    /* width of its colours */
    PAGE_SWATCH = 18,   /* of a key */
    PAGE_WORD_GAP = 6   /* between a key and its word */
};

typedef struct heat_page {
    const arms_heat_chart *chart;
    size_t highlight;          /* number of the row in question from 1, or 0 */
    arms_text name[HEAT_ROWS]; /* labels, cleaned */
    text_lines label[HEAT_ROWS];
    page_words words;
    size_t nil, missing;  /* cells of each kind */
    size_t peak;          /* index of the largest figure */
    axis scale;           /* of the colours, from 0 */
    int decimals;         /* of numbers in cells */
    double number_size;   /* of their type; 0 where they do not fit */
    double width, height; /* of the page */
    double left, right;   /* of the cells */
    double top, bottom;
    int first, last; /* years from the left to the right edge */
} heat_page;

/* Checks the chart and lays out its page; DOMAIN and LIMIT as for arms_chart_heat. */
bool heat_page_make(heat_page *out, arms_arena *arena, const arms_heat_chart *chart,
                    const arms_chart_text *text, arms_error *err);

/* The figure of a row and year; NaN where there is none. */
double heat_page_figure(const heat_page *page, size_t row, int year);

/* Width of a year and height of a row, which the number of rows alone decides. */
double heat_page_slot(const heat_page *page);
double heat_page_row(const heat_page *page);

/* Where the colour of a figure stands between the palest, 0, and the darkest, 1. */
double heat_page_shade(const heat_page *page, double figure);

/* The figure as it stands in a cell. Returns `out`. */
const char *heat_page_number(char out[AXIS_NUMBER], const heat_page *page, double figure);

/* The table for heat.gp, and what the picture shows in words. */
void heat_page_table(arms_buffer *out, const heat_page *page);
void heat_page_describe(arms_buffer *out, const heat_page *page);

#endif
