/* What the rules for lines of Markdown and plain text share. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_DOCUMENT_LINES_H
#define ARMSTRADE_ANALYSIS_CLAIMS_DOCUMENT_LINES_H

#include "analysis/claims/document_tags.h"
#include "analysis/claims/document_text.h"

typedef struct source_line {
    size_t begin, end; /* without blanks at either end, nor marks of quotation */
    size_t next;       /* where the next line begins */
    unsigned quotes;   /* marks of quotation in front of it */
} source_line;

typedef struct line_reader {
    document_writer *w;
    arms_text text;
    document_labels labels;
    size_t at;               /* where the next line begins */
    source_line last;        /* the one that was looked at last, from its beginning on */
    size_t last_ink;         /* the end of the text without blanks */
    bool marks;              /* Markdown's marks count */
    bool short_headings;     /* a short line on its own is a heading */
    document_span paragraph; /* that is open, if any line of it was read */
    size_t count;            /* lines of it */
    arms_block_kind kind;    /* of it */
    bool table;              /* the line before was one of a table */
    bool no_fence[2];        /* no line in the rest of the text closes "```", "~~~" */
    html_reader pages;       /* for comments and scripts */
} line_reader;

source_line lines_take(line_reader *l, size_t at);

/* A character of a line; '\n' at its end. */
char lines_char(const line_reader *l, const source_line *line, size_t at);

/* How often the character at `at` stands there in a row. */
size_t lines_run(const line_reader *l, const source_line *line, size_t at);

/* Writes a block; false where memory ran out. */
bool lines_write(line_reader *l, document_span span, arms_block_kind kind);

/* Writes the open paragraph, if there is one. */
bool lines_flush(line_reader *l);

/* Takes a row of a table; false for other lines. */
bool lines_on_table(line_reader *l, const source_line *line);

/* Whether a line on its own reads like a heading: short, with no end of a sentence, and
 * not going on from something before it. */
bool lines_is_title(arms_text line);

#endif
