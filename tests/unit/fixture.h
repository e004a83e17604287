/* Small files in the known layouts, with invented figures, and loading them. */
#ifndef ARMSTRADE_TESTS_FIXTURE_H
#define ARMSTRADE_TESTS_FIXTURE_H

#include <armstrade/load.h>

#include "tests/unit/check.h"

/* What was loaded from a text, or why it was not. */
typedef struct fixture {
    arms_loaded loaded;
    arms_dataset *data; /* the first dataset, NULL where there is none */
    arms_error err;
    bool done;
} fixture;

/* Writes `text` to a file and loads it. */
fixture fixture_load(const char *text);
fixture fixture_load_bytes(arms_text bytes);

/* The same for a text that was made up, which is freed. */
fixture fixture_load_buffer(arms_buffer *text);

void fixture_free(fixture *f);

/* Looks at what was loaded, which must not have failed, and frees it. */
void fixture_see(fixture f, void (*see)(const fixture *f));

/* Checks that the file was refused, why and for which line, and frees it. */
void fixture_refused(fixture f, arms_code code, size_t line, const char *word);

/* A party by name; fails the running test where there is none. */
arms_party fixture_party(const arms_dataset *data, const char *name);

/* Whether some note of the dataset contains `part`. */
bool fixture_noted(const arms_dataset *data, const char *part);

/* The lines above the header of SIPRI's register of deliveries, for a selection; each
 * line ends in `end`. To be freed with arms_buffer_free. */
void fixture_register(arms_buffer *out, const char *selection, const char *end);

/* The header of the register, ending in `end`. */
void fixture_register_header(arms_buffer *out, const char *end);

/* The lines above the header of a TIV table. */
void fixture_table(arms_buffer *out, const char *generated);

#endif
