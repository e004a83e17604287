/* Documents made of strings, shown as lines that a test can be read by, and the laws that
 * hold for every document. */
#ifndef ARMSTRADE_TESTS_DOCUMENT_SCENE_H
#define ARMSTRADE_TESTS_DOCUMENT_SCENE_H

#include <armstrade/document.h>

#include "tests/unit/check.h"

/* A row of a table of texts: what a text becomes, in the form of document_shown. */
typedef struct document_row {
    const char *text, *shown;
} document_row;

/* Checks each row up to one whose text is NULL, and the laws for it. */
void document_check(const document_row *rows, arms_document_format format);

/* A line for each block: its kind (H, P, I or C), and each sentence in braces. */
void document_shown(arms_buffer *out, const arms_document *document);

/* Parses a text; fails the running test where that fails. */
bool document_made(arms_document *out, arms_arena *arena, arms_text text,
                   arms_document_format format);

/* The law that a document of these bytes breaks; NULL where it keeps them all. */
const char *document_broken_law(const arms_document *document, arms_text bytes);

#endif
