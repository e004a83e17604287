/* What the pages of all charts share: headline, subtitle and source, and how the table
 * that a script reads writes numbers, places and words. All places are pixels from the
 * upper left corner. */
#ifndef ARMSTRADE_PLOTS_CHART_PAGE_H
#define ARMSTRADE_PLOTS_CHART_PAGE_H

#include <armstrade/buffer.h>
#include <armstrade/chart.h>

#include "plots/gnuplot.h"
#include "plots/text_lines.h"

enum {
    PAGE_MARGIN = 24,
    PAGE_TITLE_GAP = 3,   /* between headline and subtitle */
    PAGE_TITLE_LINE = 25, /* line heights */
    PAGE_SUBTITLE_LINE = 18,
    PAGE_SOURCE_LINE = 15,
    PAGE_LABEL_LINE = 15
};

/* What scripts call the kinds of words; a chart's own kinds follow. */
enum {
    PAGE_HEADLINE = 1,
    PAGE_SUBTITLE,
    PAGE_SOURCE,
    PAGE_LABEL,
    PAGE_STRONG_LABEL,
    PAGE_OWN_KINDS
};

typedef struct page_words {
    text_lines headline, subtitle, source;
    arms_text whole[3]; /* the same three, cleaned and unbroken */
} page_words;

/* Cleans the words and breaks them for a page of `width` pixels. */
bool page_words_make(page_words *out, arms_arena *arena, const arms_chart_text *text,
                     double width, arms_error *err);

/* Where the subtitle ends, and how much the source and the margins below it take. */
double page_words_top(const page_words *words);
double page_words_foot(const page_words *words);

/* Comments at the head of a table. */
void page_put_preamble(arms_buffer *out);

void page_put_number(arms_buffer *out, double number);

/* A tab and a place, to a hundredth of a pixel. */
void page_put_place(arms_buffer *out, double place);

/* Text as gnuplot reads it back. It must be the last cell of its line, since gnuplot
 * takes a quotation mark for the beginning of a longer cell. */
void page_put_text(arms_buffer *out, arms_text text);

/* A line of the block of words. */
void page_put_word(arms_buffer *out, double x, double y, int kind, arms_text text);

/* The lines of headline, subtitle and source, on a page of `height` pixels. */
void page_put_words(arms_buffer *out, const page_words *words, double height);

/* A sentence of a description: a blank before it, and a full stop where it has none. */
void page_say(arms_buffer *out, arms_text words);

/* A chart that is ready to be drawn. */
typedef struct page_sheet {
    arms_text script;
    arms_buffer table, describe;
} page_sheet;

/* Draws the sheet into `path` and frees its buffers. */
bool page_draw(const char *path, page_sheet *sheet, arms_text title,
               const gnuplot_setup *setup, arms_error *err);

#endif
