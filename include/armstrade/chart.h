/* Charts through gnuplot: C writes the data, the .gp script owns the looks.
 *
 * A chart is written as NAME.svg, with NAME.gp and NAME.tsv beside it, so that anyone can
 * redraw it with gnuplot alone (`gnuplot NAME.gp`). The SVG carries a title and a
 * description for those who do not see it; the same data give the same bytes with the
 * same gnuplot. Text may hold anything: it is cleaned of control characters, broken into
 * lines, and never becomes gnuplot code or markup. */
#ifndef ARMSTRADE_CHART_H
#define ARMSTRADE_CHART_H

#include <armstrade/tally.h>

typedef struct arms_chart_text {
    const char *title;    /* the finding, as a sentence: up to 3 lines of 80 letters */
    const char *subtitle; /* what is shown, unit and denominator: up to 2 of 130 */
    const char *source;   /* source, release, credit: up to 3 of 160 */
} arms_chart_text;

/* Shares of a subject's partners, year by year, stacked from the first series upwards;
 * each year adds up to 100 at most (half a per cent more is taken for rounding). A year
 * without any figure, and a year between the first and the last that is not listed, stay
 * empty and are marked "no data". */
typedef struct arms_share_chart {
    const int *years;          /* ascending, within 500 years */
    size_t year_count;         /* 1 … 200 */
    const char *const *labels; /* one per series, largest first; the last may be others */
    size_t series_count;       /* 1 … 8 */
    const double *percent; /* year_count × series_count, year by year; NaN = no data */
    bool others;           /* the last series is the sum of all others: drawn grey */
    int highlight;         /* series in question, from 0: the rest is paler; or -1 */
} arms_share_chart;

/* Draws the chart into `path`, which ends in ".svg" (else USAGE) and whose folder exists.
 * DOMAIN where no year has data or the figures are no shares, LIMIT where there are more
 * years or series than above, SYSTEM where gnuplot is absent, fails or takes longer than
 * 30 seconds, or where writing fails. On failure nothing is left behind, and files that
 * were there are as before. SIGINT, SIGTERM and SIGHUP end the drawing and are delivered
 * to the calling thread after it has tidied up. */
bool arms_chart_share(const char *path, const arms_share_chart *chart,
                      const arms_chart_text *text, arms_error *err);

/* Horizontal bars, a row per party in the order given: the figures of one period, those
 * of two, or changes, which go left and right of zero. A row without a value has words in
 * its place, never a bar. The longest bars of changes are cut, with a mark, where they
 * would flatten the others: no more than a quarter of the rows (but one in any case), and
 * only those over six times as long as what stays; bounds of changes run on in an arrow
 * beyond twice the longest bar. Figures are below 1e15. The page is 760 pixels wide, so
 * that a line of the title has some 60 letters, and as high as its rows. */
typedef struct arms_bar_chart {
    const char *const *labels; /* one per row */
    size_t count;              /* 1 … 40 */
    const double *values;      /* NaN = none */
    const double *low, *high; /* bounds of the values; NaN = none; both or neither NULL */
    const double *before; /* an earlier period's; NaN = none; or NULL, as for changes */
    const char *const *notes; /* words for rows without a value; NULL = "no data" */
    const char *unit;         /* "%" is set behind each number, others stand above */
    const char *period, *period_before; /* names for the key; NULL = "later", "earlier" */
    int decimals;                       /* that are printed, 0 … 6 */
    bool changes;                       /* numbers have + or −, and bars may be cut */
    int highlight; /* row in question, from 0: the rest is paler; or -1 */
} arms_bar_chart;

/* As arms_chart_share. DOMAIN where there is no row, where a figure is infinite or lies
 * outside its bounds; LIMIT where there are more rows or decimals than above. A chart of
 * which no row has a value is drawn, and says so in words. */
bool arms_chart_bars(const char *path, const arms_bar_chart *chart,
                     const arms_chart_text *text, arms_error *err);

#endif
