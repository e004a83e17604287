/* A page: what a command has to say, before it is known in which form.
 *
 * Commands build a page; renderers turn it into text for a terminal, CSV or JSON. Numbers
 * stay numbers until then. Everything lives in the page's arena, and strings handed in
 * must live as long as the page. */
#ifndef ARMSTRADE_PAGE_H
#define ARMSTRADE_PAGE_H

#include <armstrade/buffer.h>
#include <armstrade/dataset.h>
#include <armstrade/rounding.h>

typedef enum arms_cell_kind {
    ARMS_CELL_EMPTY,
    ARMS_CELL_TEXT,
    ARMS_CELL_NUMBER
} arms_cell_kind;

typedef struct arms_cell {
    arms_cell_kind kind;
    bool nil;     /* a 0 that is none at all: a rounded column shows "–" */
    bool missing; /* empty, since the figure is not available: it shows ".." */
    const char *text;
    double number;
} arms_cell;

/* Instead of decimals: figures that a terminal shows as the page is rounded. */
enum {
    ARMS_ROUND_AS_AMOUNT = -2,
    ARMS_ROUND_AS_SHARE = -3,  /* per cent */
    ARMS_ROUND_AS_CHANGE = -4, /* per cent, or points */
    ARMS_ROUND_AS_BOUNDS = -5  /* of the rounded figure three columns before, whose low
                                  and high end stand between; for a cell with text, which
                                  itself goes to CSV and JSON */
};

typedef struct arms_column {
    const char *key;  /* its name in CSV and JSON; NULL: only on a terminal */
    const char *head; /* above the column on a terminal; NULL: only in CSV and JSON */
    int decimals;     /* places shown on a terminal; −1: as many as the figures have; or
                         one of the above */
} arms_column;

typedef struct arms_table {
    const arms_column *columns;
    size_t width;
    arms_cell *cells; /* height × width, row by row */
    size_t height;
    const char *title; /* above the table on a terminal, or NULL */
    bool data_only;    /* not shown on a terminal, which says the same in sentences */
    bool text_only;    /* shown on a terminal alone: data have it in another table */
} arms_table;

typedef enum arms_tone {
    ARMS_TONE_PLAIN,
    ARMS_TONE_GOOD,
    ARMS_TONE_BAD,
    ARMS_TONE_OPEN
} arms_tone;

/* One thing on a page: a table, or a paragraph with a label before it. */
typedef struct arms_node {
    struct arms_node *next;
    arms_table *table; /* or NULL */
    const char *label; /* "AGREES", "2023" or NULL */
    const char *text;
    arms_tone tone; /* of the label */
    bool close;     /* no blank line before it */
    bool verbatim;  /* not wrapped: something to be copied */
} arms_node;

typedef struct arms_page {
    arms_arena *arena;
    const char *schema; /* "armstrade/share/1" */
    arms_node *first, *last;
    arms_dataset *const *datasets;
    size_t dataset_count;
} arms_page;

/* Paragraphs. `label` may be NULL; a `close` one follows without a blank line. */
bool arms_page_say(arms_page *page, const char *text, arms_error *err);
bool arms_page_say_labelled(arms_page *page, const char *label, arms_tone tone,
                            const char *text, arms_error *err);
bool arms_page_add(arms_page *page, const char *label, const char *text, arms_error *err);

/* A new table at the end of the page; NULL where memory is short. */
arms_table *arms_page_table(arms_page *page, const arms_column *columns, size_t width,
                            arms_error *err);

/* A new row of empty cells; NULL where memory is short. Good until the next row. */
arms_cell *arms_table_row(arms_page *page, arms_table *table, arms_error *err);

arms_cell arms_cell_text(const char *text); /* empty for NULL */
arms_cell arms_cell_number(double number);  /* empty for NaN */
arms_cell arms_cell_nil(void);
arms_cell arms_cell_missing(void);

/* Renderers append to `out`. */
typedef struct arms_render_options {
    bool colour;            /* terminal only */
    arms_rounding rounding; /* of figures that are to be rounded; terminal only */
} arms_render_options;

typedef bool arms_renderer(arms_buffer *out, const arms_page *page,
                           const arms_render_options *options, arms_error *err);

arms_renderer arms_render_text, arms_render_csv, arms_render_json;

/* The renderer of a format: "table", "csv" or "json"; NULL for any other. */
arms_renderer *arms_renderer_of(const char *format);

#endif
