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

/* A curve over the years of a chart, one figure per year; NaN = none. Bounds of figures
 * are drawn as a pale band; both are NULL, or NaN in a year, where there are none. */
typedef struct arms_chart_curve {
    const double *value; /* NULL where there is no curve */
    const double *low, *high;
} arms_chart_curve;

typedef struct arms_line_series {
    const char *label;
    arms_chart_curve figures; /* points joined from year to year, never across a gap */
    arms_chart_curve trend;   /* a fitted line, dashed, also across years not listed; a
                                 band about it is paler, with dotted edges */
    const double *smooth;     /* a smoother line, such as a trailing mean, or NULL */
} arms_line_series;

/* A vertical line, between `after` and the year that follows it. */
typedef struct arms_line_mark {
    int after;
    const char *words; /* such as "break after 2009": one line of 40 letters */
} arms_line_mark;

/* What the key says of each kind of line; NULL for a plain word. A key is drawn where
 * there is more than the figures. */
typedef struct arms_line_words {
    const char *figures, *band, *trend, *trend_band, *smooth;
} arms_line_words;

/* Figures over time, one line per series. Years may be left out between the first and
 * the last: they are gaps, as are years whose figure is NaN. The y axis begins at 0 (or
 * below, where a figure is below) and ends at a rounded number, unless it is told; where
 * it leaves out 0, the subtitle says so. Of trends and bands, what is beyond it is cut; a
 * trend below 0 where no figure is does not move it. */
typedef struct arms_line_chart {
    const int *years;               /* ascending, within 500 years */
    size_t year_count;              /* 1 … 200 */
    const arms_line_series *series; /* in the order of their colours */
    size_t series_count;            /* 1 … 6 */
    const arms_line_mark *marks;    /* ascending, within the years; or NULL */
    size_t mark_count;              /* 0 … 6 */
    arms_line_words words;
    double bottom, top; /* of the y axis, where bottom < top: it holds all figures */
    int highlight;      /* series in question, from 0: the rest is paler; or -1 */
} arms_line_chart;

/* As arms_chart_share. DOMAIN where no year has data, years or marks do not ascend, a
 * bound is on the wrong side of its figure, a figure lies outside an axis that was told,
 * or is infinite, or so large or small (above 10^15, below 10^-9) that it wants another
 * unit; LIMIT where there are more years, series or marks than above. */
bool arms_chart_lines(const char *path, const arms_line_chart *chart,
                      const arms_chart_text *text, arms_error *err);

/* Figures of many parties over time, as a table of coloured cells, one row per party, in
 * the order given. 0 is nil and stays white; NaN is no data and is hatched, as are years
 * between the first and the last that are not listed. Darker is more. Numbers stand in
 * the cells where all of them fit; there "<1" is a figure that would be printed as 0. */
typedef struct arms_heat_chart {
    const int *years;          /* ascending, within 80 years */
    size_t year_count;         /* 1 … 80 */
    const char *const *labels; /* one per party */
    size_t row_count;          /* 1 … 40 */
    const double *value;       /* row_count × year_count, row by row, none negative */
    bool by_root;  /* colours follow the square root, so that small figures differ */
    int highlight; /* row in question, from 0: its label is bold; or -1 */
} arms_heat_chart;

/* As arms_chart_share. DOMAIN where no cell has data, years do not ascend, or a figure is
 * negative, infinite, or so large or small (above 10^15, below 10^-9) that it wants
 * another unit; LIMIT where there are more years or rows than above. */
bool arms_chart_heat(const char *path, const arms_heat_chart *chart,
                     const arms_chart_text *text, arms_error *err);

#endif
