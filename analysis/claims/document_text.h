/* What the readers of documents share: the file's bytes as UTF-8, and the writer that
 * puts the text together, block by block, and remembers where each byte of it stood. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_DOCUMENT_TEXT_H
#define ARMSTRADE_ANALYSIS_CLAIMS_DOCUMENT_TEXT_H

#include <armstrade/document.h>
#include <stdint.h>

/* From here on to the next place, both texts go on byte by byte. */
struct arms_document_place {
    uint32_t text, file;
};

typedef struct place_map {
    arms_document_place *items;
    size_t count;
} place_map;

/* Notes that byte `text` stood at `file`; `text` grows from call to call. Memory is the
 * only error. */
bool place_put(place_map *map, arms_arena *arena, size_t text, size_t file,
               arms_error *err);

/* Where byte `text` stood; 0 in an empty map. */
size_t place_find(const arms_document_place *items, size_t count, size_t text);

/* The bytes of a file as UTF-8, without a byte-order mark. */
typedef struct document_source {
    arms_text text;
    place_map places; /* in the file, at least one */
} document_source;

/* UTF-16 with a byte-order mark, UTF-8, or Windows-1252. Where bytes that are no UTF-8
 * are fewer than the well-formed characters beyond ASCII, they alone are read as
 * Windows-1252, else all are. Memory is the only error. */
bool document_source_read(document_source *out, arms_arena *scratch, arms_text bytes,
                          arms_error *err);

/* The code point at the front of well-formed UTF-8, and its length. */
unsigned document_front(const char *at, size_t *length);

/* The bytes of a code point in UTF-8; returns their count. */
size_t document_encode(char out[4], unsigned point);

typedef struct document_writer {
    arms_document *out;
    arms_arena *arena;
    const document_source *source;
    place_map places;
    size_t run; /* of the source's places, where the last byte was */
    char *bytes;
    size_t len, room;
    arms_block_kind kind; /* of the block that is open, or else comes next */
    bool open;
    bool gap; /* a blank is due before the next character … */
    size_t gap_at;
    size_t last; /* the end of the last character, in the source */
    arms_error *err;
    bool failed; /* *err says why; everything after that does nothing */
} document_writer;

/* Memory is the only error of all of these. */
bool document_open(document_writer *w, arms_document *out, arms_arena *arena,
                   const document_source *source, arms_error *err);
bool document_close(document_writer *w);

/* Ends the block; the next character begins one of this kind. */
void document_block(document_writer *w, arms_block_kind kind);

/* A blank that stands at `at`: one space, unless at either end of a block. */
void document_blank(document_writer *w, size_t at);

/* A character that is written as source[at … end): blanks of all kinds become a space,
 * invisible characters vanish. */
void document_decoded(document_writer *w, unsigned point, size_t at, size_t end);

/* Source[begin … end) as it stands, or with HTML's character references decoded. */
void document_copy(document_writer *w, size_t begin, size_t end);
void document_copy_decoded(document_writer *w, size_t begin, size_t end);

/* The character reference at text[at], an ampersand, as browsers read it outside of
 * attributes: its length, 0 where there is none. */
size_t document_reference(unsigned *point, arms_text text, size_t at);

/* The code point of a name of HTML, without & and ;, 0 for none. `bare` asks for those
 * alone that need no ;. */
unsigned document_reference_name(arms_text name, bool bare);

/* The readers: from the source to blocks. */
bool document_html_read(document_writer *w);

/* `mode` is PLAIN, MARKDOWN, or GUESS for either: a Markdown that may have a plain text's
 * headings. */
bool document_lines_read(document_writer *w, arms_document_format mode);

/* What stands in a paragraph, a heading, an item or a cell of Markdown. */
typedef struct document_span {
    size_t begin, end; /* of the source */
    unsigned quotes;   /* the marks of quotation before each further line of it */
} document_span;

typedef struct document_labels { /* of the targets of links, in order */
    arms_text *items;
    size_t count;
} document_labels;

bool document_inline(document_writer *w, document_span span,
                     const document_labels *labels);

/* The end of a link's target, "(address "title")", whose parenthesis is at `at`; 0 where
 * it is none. Adds the bytes looked at to *work. */
size_t document_target_end(arms_text text, size_t at, size_t *work);

/* The ']' that ends a label which begins at `at`; 0 where it is none. */
size_t document_bracket_end(arms_text text, size_t at);

/* The label that source[at … end) defines, "[label]: target"; false where it is none. */
bool document_label(arms_text *label, arms_text text, size_t at, size_t end);
bool document_labels_read(document_labels *out, arms_arena *scratch, arms_text text,
                          arms_error *err);
bool document_has_label(const document_labels *labels, arms_text label);

/* Whether the source looks like a web page or a part of one. */
bool document_is_html(arms_text text);

/* Fills out->sentences from its blocks. Memory is the only error. */
bool document_sentences(arms_document *out, arms_arena *arena, arms_error *err);

static inline bool document_is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

static inline bool document_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool document_is_letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

#endif
