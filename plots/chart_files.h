/* The files of a chart: NAME.svg, NAME.gp and NAME.tsv, all of them or none. */
#ifndef ARMSTRADE_PLOTS_CHART_FILES_H
#define ARMSTRADE_PLOTS_CHART_FILES_H

#include <armstrade/buffer.h>

#include "plots/gnuplot.h"

typedef struct chart_parts {
    arms_text script; /* a whole .gp file, part of this program */
    arms_text table;
    arms_text title, describe; /* for those who do not see the picture */
} chart_parts;

/* Draws in a private folder beside `path` (so that all stays on one file system), then
 * puts the three files in place, the SVG last. On failure everything is as before. While
 * it works, SIGINT, SIGTERM and SIGHUP wait: the folder never stays behind. */
bool chart_files_make(const char *path, const chart_parts *parts,
                      const gnuplot_setup *setup, arms_error *err);

#endif
