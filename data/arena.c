/* Memory that is freed whole: a list of blocks, each filled from its start. The first is
 * small, since many arenas hold no more than a name; each next one is twice as large. */
#include <armstrade/arena.h>

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 512, LARGEST_BLOCK = 64 * 1024, ALIGNMENT = _Alignof(max_align_t) };

struct arms_arena_block {
    struct arms_arena_block *next;
    size_t used, size;
    max_align_t bytes[];
};

static struct arms_arena_block *block_new(arms_arena *arena, size_t size)
{
    size_t usual = arena->head ? 2 * arena->head->size : FIRST_BLOCK;
    usual = usual < LARGEST_BLOCK ? usual : LARGEST_BLOCK;
    size_t room = size > usual ? size : usual;
    struct arms_arena_block *block = calloc(1, sizeof *block + room);
    if (!block)
        return NULL;
    block->size = room;
    block->next = arena->head;
    arena->head = block;
    return block;
}

static void *take(arms_arena *arena, size_t size)
{
    struct arms_arena_block *block = arena->head;
    if (!block || block->size - block->used < size)
        block = block_new(arena, size);
    if (!block)
        return NULL;
    void *bytes = (char *)block->bytes + block->used;
    block->used += size;
    arena->used += size;
    return bytes;
}

void *arms_alloc(arms_arena *arena, size_t count, size_t size, arms_error *err)
{
    size_t bytes;
    bool overflow = __builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2;
    size_t rounded = overflow ? 0 : (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    void *memory = overflow ? NULL : take(arena, rounded);
    if (!memory)
        arms_fail_memory(err);
    return memory;
}

enum { FIRST_ITEMS = 16 };

void *arms_extend(arms_arena *arena, void *items, size_t count, size_t size,
                  arms_error *err)
{
    bool full = count == 0 || (count >= FIRST_ITEMS && (count & (count - 1)) == 0);
    if (!full)
        return items;
    void *more = arms_alloc(arena, count ? 2 * count : FIRST_ITEMS, size, err);
    if (more && count > 0)
        memcpy(more, items, count * size);
    return more;
}

char *arms_copy(arms_arena *arena, const char *bytes, size_t length, arms_error *err)
{
    char *copy = arms_alloc(arena, length + 1, 1, err);
    if (copy && length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

char *arms_print(arms_arena *arena, arms_error *err, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    char *string = length < 0 ? NULL : arms_alloc(arena, (size_t)length + 1, 1, err);
    if (string && vsnprintf(string, (size_t)length + 1, format, again) != length)
        string = NULL;
    va_end(again);
    va_end(args);
    if (length < 0)
        arms_fail_memory(err);
    return string;
}

void arms_arena_free(arms_arena *arena)
{
    for (struct arms_arena_block *block = arena->head; block;) {
        struct arms_arena_block *next = block->next;
        free(block);
        block = next;
    }
    *arena = (arms_arena){0};
}
