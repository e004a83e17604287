/* What an SVG needs beyond gnuplot's drawing: words for those who do not see it, and
 * names that stay unique where several charts stand in one page. */
#ifndef ARMSTRADE_PLOTS_SVG_FINISH_H
#define ARMSTRADE_PLOTS_SVG_FINISH_H

#include <armstrade/buffer.h>

typedef struct svg_words {
    const char *id;     /* letters, digits, - and _: begins every id in the file */
    arms_text title;    /* the finding */
    arms_text describe; /* what the picture shows, in words and numbers */
} svg_words;

/* Appends the finished SVG to *out. gnuplot's own <title> and <desc> give way to the
 * words, and the titles inside, which quote its script, go; nothing else is removed.
 * SYSTEM where `svg` has no <svg> tag. */
bool svg_finish(arms_buffer *out, arms_text svg, const svg_words *words, arms_error *err);

#endif
