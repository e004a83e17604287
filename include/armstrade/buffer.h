/* Output is put together in memory and written once, so that nothing is ever written by
 * halves. A buffer remembers that memory ran out: append without looking, then ask
 * arms_buffer_check once at the end. A zeroed arms_buffer is empty and ready. */
#ifndef ARMSTRADE_BUFFER_H
#define ARMSTRADE_BUFFER_H

#include <armstrade/text.h>

typedef struct arms_buffer {
    char *data; /* NUL-terminated once anything was appended */
    size_t len;
    size_t capacity;
    bool failed;
} arms_buffer;

void arms_buffer_text(arms_buffer *buffer, arms_text text);
void arms_buffer_string(arms_buffer *buffer, const char *string);
void arms_buffer_fill(arms_buffer *buffer, char byte, size_t count);
void arms_buffer_print(arms_buffer *buffer, const char *format, ...) ARMS_PRINTF(2, 3);

/* Text from data as a terminal may show it: control characters, bidirectional marks and
 * malformed bytes appear as \xHH or \u{HHHH} and can do nothing. */
void arms_buffer_shown(arms_buffer *buffer, arms_text text);

/* SYSTEM where memory ran out at any append before. */
bool arms_buffer_check(const arms_buffer *buffer, arms_error *err);
void arms_buffer_free(arms_buffer *buffer);

/* The text as a string of the arena, "" for nothing; the buffer is empty then. NULL with
 * SYSTEM where memory ran out, here or before. */
const char *arms_buffer_keep(arms_buffer *buffer, arms_arena *arena, arms_error *err);

#endif
