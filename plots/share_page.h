/* The page of a share chart: where columns, words and keys stand, and the table that
 * tells share.gp so. All places are pixels from the upper left corner. */
#ifndef ARMSTRADE_PLOTS_SHARE_PAGE_H
#define ARMSTRADE_PLOTS_SHARE_PAGE_H

#include "plots/chart_page.h"
#include "plots/label_layout.h"

enum { SHARE_SERIES = 8, SHARE_YEARS = 200, SHARE_SPAN = 500 };

enum {
    PAGE_HEIGHT = 560,
    PAGE_KEYS = 34 /* between columns and labels: leader and key */
};

typedef struct share_page {
    const arms_share_chart *chart;
    size_t highlight;             /* number of the series in question from 1, or 0 */
    arms_text name[SHARE_SERIES]; /* labels, cleaned */
    text_lines label[SHARE_SERIES];
    label_box box[SHARE_SERIES]; /* from the top: the last series first */
    page_words words;
    double width;                    /* of the page; its height is PAGE_HEIGHT */
    double left, right, top, bottom; /* of the columns */
    int first, last;                 /* years from the left to the right edge */
    int anchor; /* last year with data: labels stand at its segments' heights */
} share_page;

/* Checks the chart and lays out its page. DOMAIN where there is no data to draw or shares
 * are none; LIMIT where there are too many years or series. */
bool share_page_make(share_page *out, arms_arena *arena, const arms_share_chart *chart,
                     const arms_chart_text *text, arms_error *err);

/* The figures of a year, one per series; NULL where it has none. */
const double *share_page_year(const share_page *page, int year);

/* Where the middle of a series' segment of the anchor year is, from the top. */
double share_page_middle(const share_page *page, size_t series);

/* The table for share.gp, and what the picture shows in words. */
void share_page_table(arms_buffer *out, const share_page *page);
void share_page_describe(arms_buffer *out, const share_page *page);

#endif
