/* Memory that is freed whole.
 *
 * A dataset and a result own one arena each; nothing in them is freed one by one. Blocks
 * are never moved, so pointers stay good until arms_arena_free. A zeroed arms_arena is
 * ready for use. */
#ifndef ARMSTRADE_ARENA_H
#define ARMSTRADE_ARENA_H

#include <armstrade/error.h>

typedef struct arms_arena {
    struct arms_arena_block *head;
    size_t used; /* bytes handed out, for reports on memory */
} arms_arena;

/* `count` zeroed items of `size` bytes, aligned for any type. NULL, with *err filled,
 * where memory is short or count × size overflows. Zero bytes give a valid pointer. */
void *arms_alloc(arms_arena *arena, size_t count, size_t size, arms_error *err);

/* Room for one more item behind the `count` that are there, zeroed: `items` itself, or a
 * copy twice as large whenever count is 0 or a power of two from 16 on. NULL as for
 * arms_alloc. The caller counts and keeps the result. */
void *arms_extend(arms_arena *arena, void *items, size_t count, size_t size,
                  arms_error *err);

/* A copy of `length` bytes with a NUL after them; NULL as for arms_alloc. */
char *arms_copy(arms_arena *arena, const char *bytes, size_t length, arms_error *err);

/* A formatted string; NULL as for arms_alloc. */
char *arms_print(arms_arena *arena, arms_error *err, const char *format, ...)
    ARMS_PRINTF(3, 4);

/* Frees all blocks and leaves an empty arena. */
void arms_arena_free(arms_arena *arena);

#endif
