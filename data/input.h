/* The bytes of a file, as UTF-8. */
#ifndef ARMSTRADE_DATA_INPUT_H
#define ARMSTRADE_DATA_INPUT_H

#include <armstrade/text.h>

typedef struct arms_input {
    arms_arena arena;
    const char *path; /* as given, "standard input" for "-" */
    char *buffer;     /* what is freed in the end */
    char *unpacked;   /* likewise, where the bytes are gzip data */
    size_t unpacked_len;
    arms_text bytes; /* as in the file */
    arms_text text;  /* the same as UTF-8 without a byte-order mark */
    bool mark;       /* a byte-order mark stood at the start */
    bool latin1;     /* the bytes were no UTF-8 and were read as ISO-8859-1 */
    bool any;        /* any text will do, not CSV alone */
} arms_input;

/* Reads a file whole. INPUT for a missing file, a folder, no permission, an empty
 * file, or something that is no CSV at all (a spreadsheet, a web page, UTF-16); LIMIT
 * beyond `max_bytes`; SYSTEM where reading fails. */
bool arms_input_read(arms_input *out, const char *path, size_t max_bytes,
                     arms_error *err);

/* The same for a text of any kind: `text` is the bytes as they are in the file, unpacked
 * where that is gzip data, in whatever encoding; it may be empty. INPUT also for what is
 * plainly no text (a PDF document, a spreadsheet, an archive). */
bool arms_input_read_any(arms_input *out, const char *path, size_t max_bytes,
                         arms_error *err);
void arms_input_free(arms_input *input);

#endif
