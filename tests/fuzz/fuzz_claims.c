/* Any bytes as a text whose claims are read: the first of them chooses the format and the
 * date. A broken law stops the program, as a fault of memory does. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/unit/claims_scene.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const dates[] = {NULL, "2024", "2024-03", "2025-01-31"};

enum { FORMATS = ARMS_DOCUMENT_HTML + 1, DATES = sizeof dates / sizeof *dates };

/* The law that the reading of these bytes breaks; NULL where it keeps them all. */
static const char *broken(arms_arena *arena, arms_text bytes, uint8_t choice)
{
    arms_document document;
    arms_text_reading reading;
    const arms_document_format format = (arms_document_format)(choice % FORMATS);
    const char *date = dates[choice / FORMATS % DATES];
    if (!arms_document_parse(&document, arena, bytes, format, NULL) ||
        !arms_read_document(&reading, arena, &document, date, NULL))
        return "it is read";
    return claims_broken_law(&document, &reading, bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arms_arena arena = {0};
    uint8_t choice = size > 0 ? *data : 0;
    arms_text bytes = {(const char *)data + (size > 0), size - (size > 0)};
    const char *law = broken(&arena, bytes, choice);
    if (law) {
        (void)fprintf(stderr, "broken: %s\n", law);
        abort();
    }
    arms_arena_free(&arena);
    return 0;
}
