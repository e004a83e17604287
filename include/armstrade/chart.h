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

#endif
