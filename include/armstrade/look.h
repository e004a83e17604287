/* A look at a file: what it is as CSV, and what a layout makes of it.
 *
 * Every file that is CSV at all can be looked at, whether or not a layout reads it. What
 * is a guess (the delimiter and the header of a file in no known layout, the kinds of its
 * columns) is made from all records and never used to compute a figure. */
#ifndef ARMSTRADE_LOOK_H
#define ARMSTRADE_LOOK_H

#include <armstrade/load.h>

typedef enum arms_look_kind {
    ARMS_LOOK_EMPTY,
    ARMS_LOOK_YEAR,
    ARMS_LOOK_NUMBER,
    ARMS_LOOK_PARTY, /* text, most of which the reference table has as names or codes */
    ARMS_LOOK_TEXT
} arms_look_kind;

enum { ARMS_LOOK_DISTINCT = 10000, ARMS_LOOK_WIDTHS = 32 };

typedef struct arms_look_column {
    const char *name;  /* as the header has it; "" where it has none */
    const char *first; /* the first value; "" where there is none */
    arms_look_kind kind;
    size_t filled, empty;
    size_t distinct; /* different values; counted up to ARMS_LOOK_DISTINCT */
    size_t commas;   /* numbers that are written with a decimal comma */
    /* Values of another kind than the column's, and the first of them. */
    size_t odd, odd_line;
    const char *odd_value;
    double least, most; /* of years or numbers; NaN for other columns */
} arms_look_column;

/* Records with another number of fields than the others. */
typedef struct arms_look_width {
    size_t fields, count;
    size_t lines[ARMS_SKIP_LINES]; /* of the first ones */
} arms_look_width;

/* The layout that a header resembles most. */
typedef struct arms_look_nearest {
    const char *title; /* NULL: none has half of its column names there */
    size_t shared, known;
    const char *const *missing;
    size_t missing_count;
} arms_look_nearest;

typedef struct arms_look {
    arms_arena arena;   /* owns what stands below */
    arms_loaded loaded; /* empty where no layout reads the file */
    arms_error refusal; /* why, then; its code is ARMS_OK where one does */
    const char *layout; /* the layout that knows the header; "" where none does */
    const char *path;   /* as it was given */
    char sha256[65];    /* empty unless it was asked for */
    size_t bytes;       /* of the file as it is */
    arms_reading reading;
    const arms_text *preamble; /* lines above the header */
    size_t preamble_count;
    arms_look_column *columns; /* in the order of the file */
    size_t column_count;
    size_t named;            /* columns that the header has names for */
    arms_look_width *widths; /* other than column_count, the commonest first */
    size_t width_count;
    size_t uneven;     /* records that they are */
    arms_error broken; /* where it cannot be read on as CSV; code ARMS_OK where it can */
    arms_look_nearest nearest;
} arms_look;

/* Looks at `path` ("-" is standard input); `options` are those of arms_load, and may be
 * NULL. Fails, as arms_load does, only where there is no CSV to look at; that a layout
 * refuses the file, or that its CSV breaks off, is part of the look. */
bool arms_look_at(arms_look *out, const char *path, const arms_load_options *options,
                  arms_error *err);
void arms_look_free(arms_look *look);

/* "years", "numbers", "countries", "text", "nothing". */
const char *arms_look_kind_name(arms_look_kind kind);

#endif
