/* The one place where gnuplot is run. */
#ifndef ARMSTRADE_PLOTS_GNUPLOT_H
#define ARMSTRADE_PLOTS_GNUPLOT_H

#include <armstrade/buffer.h>

enum { GNUPLOT_SECONDS = 30, GNUPLOT_PATH = 1024 };

typedef struct gnuplot_setup {
    const char *search; /* folders as in PATH; NULL for PATH itself */
    int seconds;        /* that a drawing may take; 0 for GNUPLOT_SECONDS */
} gnuplot_setup;

/* A drawing: `script` and what it reads lie in `folder`, and it writes `output` there. */
typedef struct gnuplot_job {
    const char *folder;
    const char *script;
    const char *output;
} gnuplot_job;

/* Finds gnuplot in the absolute folders of `setup->search`, never in the current one.
 * SYSTEM, with what to install, where there is none. */
bool gnuplot_find(char program[GNUPLOT_PATH], const gnuplot_setup *setup,
                  arms_error *err);

/* Draws, and reads the SVG that was drawn into *svg, which the caller frees. SYSTEM, with
 * gnuplot's own words, where it fails, takes too long, or leaves no whole SVG behind,
 * whatever its exit status says. */
bool gnuplot_draw(arms_buffer *svg, const gnuplot_job *job, const gnuplot_setup *setup,
                  arms_error *err);

#endif
