/* A text that people publish, taken out of its file: plain text, Markdown or saved HTML.
 *
 * The text is UTF-8, one line a block (heading, paragraph, list item, table cell),
 * blanks within a block single spaces. Each byte of it knows where in the file it stood,
 * so that a number can be found there again. All takes time in proportion to the file.
 *
 * HTML: scripts, styles, navigation, asides, footers, forms, dialogs, comments and
 * hidden parts are dropped, unless their end tag is missing; where there is an article or
 * a main part, only that is read. Without a heading of the first level the page's title
 * is one. Character references are decoded; marks of notes are dropped, other raised
 * numbers become raised digits ("2023¹", "m²").
 *
 * Markdown: marks of emphasis, links' targets, fenced code, front matter and tags are
 * dropped. Plain text: lines of a paragraph are joined; a short line on its own that is
 * no sentence is a heading.
 *
 * Characters that are not seen (zero-width, bidirectional, soft hyphens) are dropped,
 * no-break and thin spaces become spaces, others stay as they are: look-alikes too. */
#ifndef ARMSTRADE_DOCUMENT_H
#define ARMSTRADE_DOCUMENT_H

#include <armstrade/text.h>

typedef enum arms_block_kind {
    ARMS_BLOCK_HEADING,
    ARMS_BLOCK_PARAGRAPH,
    ARMS_BLOCK_ITEM, /* of a list */
    ARMS_BLOCK_CELL  /* of a table */
} arms_block_kind;

typedef struct arms_block {
    arms_block_kind kind;
    size_t begin, end; /* bytes of the text, without the line's end */
} arms_block;

typedef struct arms_sentence {
    size_t block;      /* index */
    size_t begin, end; /* bytes of the text, without blanks at either end; some 20,000 at
                          most, after which a sentence is cut */
} arms_sentence;

typedef struct arms_document_place arms_document_place; /* opaque */

typedef struct arms_document {
    const char *path;   /* as given; "-" for standard input, "" for bytes at hand */
    const char *sha256; /* of the file as it is, packed or not, in hexadecimal digits */
    arms_text text;
    arms_block *blocks;
    size_t block_count;
    arms_sentence *sentences; /* in the order of the text; a block has at least one */
    size_t sentence_count;
    const arms_document_place *places;
    size_t place_count;
    size_t work; /* bytes looked at, in all passes together: grows as the file does */
} arms_document;

typedef enum arms_document_format {
    ARMS_DOCUMENT_GUESS, /* by content: HTML, else Markdown, of which plain text is a
                            kind: without marked headings it may have those of one */
    ARMS_DOCUMENT_PLAIN,
    ARMS_DOCUMENT_MARKDOWN,
    ARMS_DOCUMENT_HTML
} arms_document_format;

/* Reads a file ("-": standard input; gzip data are unpacked, and places are then in what
 * was packed). A byte-order mark of UTF-16 is honoured. Bytes that are no UTF-8 are read
 * as Windows-1252: they alone where well-formed characters beyond ASCII are more, else
 * all. A zero byte is a blank. All in `arena`. INPUT where the file cannot be read or is
 * plainly no text (a PDF document, a spreadsheet); LIMIT for more than 64 MiB. An empty
 * file has no blocks. */
bool arms_document_read(arms_document *out, arms_arena *arena, const char *path,
                        arms_document_format format, arms_error *err);

/* The same of bytes at hand, which are not needed afterwards; they are not unpacked. */
bool arms_document_parse(arms_document *out, arms_arena *arena, arms_text bytes,
                         arms_document_format format, arms_error *err);

/* Where in the file the byte `at` of the text stood (at most the text's length, which
 * gives the end of the last character's source). Never falls as `at` grows. What is
 * decoded or joined (a character reference, a line's end) stands where its source
 * begins. */
size_t arms_document_place_of(const arms_document *document, size_t at);

#endif
