/* The page of a chart of bars: where rows, words, ticks and keys stand, and the table
 * that tells bars.gp so. All places are pixels from the upper left corner. */
#ifndef ARMSTRADE_PLOTS_BARS_PAGE_H
#define ARMSTRADE_PLOTS_BARS_PAGE_H

#include "plots/bars_number.h"
#include "plots/bars_scale.h"
#include "plots/chart_page.h"

enum {
    BARS_TICKS = 24,
    BARS_KEY_SIGN = 24 /* from a key's left end to its words */
};

/* What bars.gp calls the keys. */
typedef enum bars_key {
    BARS_KEY_UNIT,
    BARS_KEY_LATER,
    BARS_KEY_EARLIER,
    BARS_KEY_BOUNDS,
    BARS_KEY_CUT,
    BARS_KEYS
} bars_key;

typedef struct bars_row {
    arms_text name; /* cleaned */
    text_lines label;
    arms_text words; /* the number, or the note in its place … */
    arms_text shown; /* … as far as there is room for it */
    double width;    /* of the words */
    double middle;   /* of label, bar and words, from the top of the page */
    double at;       /* where the words begin, or end if `leftward` */
    bool leftward;
} bars_row;

typedef struct bars_mark {
    text_lines words; /* none: the key is not shown */
    double x, y;      /* left end and middle */
} bars_mark;

typedef struct bars_page {
    const arms_bar_chart *chart;
    page_words words;
    bars_format format;
    bars_scale scale;
    size_t highlight; /* number of the row in question from 1, or 0 */
    bars_row row[BARS_ROWS];
    bars_mark key[BARS_KEYS];
    double tick[BARS_TICKS]; /* figures */
    size_t ticks;
    int tick_decimals;
    double width, height;
    double labels;                   /* where they end, flush right */
    double left, right, top, bottom; /* of the bars */
} bars_page;

/* DOMAIN or LIMIT where the chart cannot be drawn as arms_chart_bars says. */
bool bars_check(const arms_bar_chart *chart, arms_error *err);

/* Lays out the page of a chart that was checked. */
bool bars_page_make(bars_page *out, arms_arena *arena, const arms_bar_chart *chart,
                    const arms_chart_text *text, arms_error *err);

/* Where a figure stands from the left; at the edge where it is cut. */
double bars_page_place(const bars_page *page, double figure);

/* Whether a row has bounds that say something. */
bool bars_page_bounded(const arms_bar_chart *chart, size_t row);

/* The table for bars.gp, and what the picture shows in words. */
void bars_page_table(arms_buffer *out, const bars_page *page);
void bars_page_describe(arms_buffer *out, const bars_page *page);

#endif
