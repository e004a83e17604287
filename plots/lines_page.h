/* The page of a line chart: where lines, words and keys stand, and the table that tells
 * lines.gp so. All places are pixels from the upper left corner. */
#ifndef ARMSTRADE_PLOTS_LINES_PAGE_H
#define ARMSTRADE_PLOTS_LINES_PAGE_H

#include <armstrade/buffer.h>
#include <armstrade/chart.h>

#include "plots/axis.h"
#include "plots/chart_page.h"
#include "plots/label_layout.h"
#include "plots/text_lines.h"

enum { LINES_SERIES = 6, LINES_YEARS = 200, LINES_SPAN = 500, LINES_MARKS = 6 };

enum {
    PAGE_HEIGHT = 560,
    PAGE_KEY_LINE = 20,
    PAGE_MARK_LINE = 16,
    PAGE_KEYS = 30,  /* between lines and labels: leader and key */
    PAGE_SAMPLE = 26 /* width of a sample in the key of kinds */
};

/* Kinds of curve, in the order of the key; what lines.gp calls them, from 1. */
typedef enum lines_kind {
    LINES_FIGURES,
    LINES_BAND,
    LINES_TREND,
    LINES_TREND_BAND,
    LINES_SMOOTH,
    LINES_KINDS
} lines_kind;

/* A sample of a kind with its word, or a mark's words. */
typedef struct lines_note {
    bool shown;
    text_lines words;
    double x, y; /* of the sample's left end, or of the mark's line and its upper end */
} lines_note;

typedef struct lines_page {
    const arms_line_chart *chart;
    size_t highlight;             /* number of the series in question from 1, or 0 */
    arms_text name[LINES_SERIES]; /* labels, cleaned */
    text_lines label[LINES_SERIES];
    size_t end[LINES_SERIES];    /* index after that of its last year with data */
    size_t boxed[LINES_SERIES];  /* the series of each box */
    label_box box[LINES_SERIES]; /* from the top */
    lines_note key[LINES_KINDS]; /* of kinds */
    lines_note mark[LINES_MARKS];
    size_t key_rows, mark_rows;
    page_words words;
    axis y;
    int decimals;                    /* of the numbers beside the axis */
    double width;                    /* of the page; its height is PAGE_HEIGHT */
    double left, right, top, bottom; /* of the lines' room */
    int first, last;                 /* years from the left to the right edge */
} lines_page;

/* DOMAIN and LIMIT as for arms_chart_lines. */
bool lines_check(const arms_line_chart *chart, arms_error *err);

/* The y axis that holds all of a chart that was checked. */
axis lines_axis(const arms_line_chart *chart);

/* Whether any series has curves of a kind. */
bool lines_has(const arms_line_chart *chart, lines_kind kind);

bool lines_page_make(lines_page *out, arms_arena *arena, const arms_line_chart *chart,
                     const arms_chart_text *text, arms_error *err);

/* The figure of a year; NaN where there is none. */
double lines_page_figure(const lines_page *page, size_t series, int year);

/* Where the middle of a year is, from the left, and a figure, from the top. */
double lines_page_x(const lines_page *page, double year);
double lines_page_y(const lines_page *page, double figure);

/* The table for lines.gp, and what the picture shows in words. */
void lines_page_table(arms_buffer *out, const lines_page *page);
void lines_page_describe(arms_buffer *out, const lines_page *page);

#endif
