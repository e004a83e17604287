/* Strings to numbers: a hash table in which each text is kept once. */
#ifndef ARMSTRADE_DATA_INTERN_H
#define ARMSTRADE_DATA_INTERN_H

#include <stdint.h>

#include <armstrade/text.h>

typedef struct intern_slot {
    arms_text text; /* ptr NULL = free */
    uint32_t value;
} intern_slot;

/* A zeroed table is empty. Slots and texts live in `arena`. */
typedef struct intern_table {
    intern_slot *slots;
    size_t capacity, count;
} intern_table;

/* The value of a text; it is 0 where the text is new, and may then be set. NULL where
 * memory is short. Good until the next call. */
uint32_t *intern_value(intern_table *table, arms_arena *arena, arms_text text,
                       arms_error *err);

#endif
