/* Any bytes as a document: the first of them chooses the format. A broken law stops the
 * program, as a fault of memory does. */
#include <armstrade/document.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/unit/document_scene.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arms_arena arena = {0};
    arms_document document;
    arms_document_format format = ARMS_DOCUMENT_GUESS;
    if (size > 0) {
        format = (arms_document_format)(data[0] % (ARMS_DOCUMENT_HTML + 1));
        data++;
        size--;
    }
    arms_text bytes = {(const char *)data, size};
    bool done = arms_document_parse(&document, &arena, bytes, format, NULL);
    const char *law = done ? document_broken_law(&document, bytes) : "it is read";
    if (law) {
        (void)fprintf(stderr, "broken: %s\n", law);
        abort();
    }
    arms_arena_free(&arena);
    return 0;
}
