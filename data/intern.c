/* Strings to numbers: open addressing, doubled when half full. */
#include "data/intern.h"

#include <stddef.h>
#include <string.h>

#include "data/hash.h"

/* Eight bytes at a time, and what is left byte by byte. */
static uint64_t hash(arms_text text)
{
    const char *at = text.ptr, *end = text.ptr + text.len;
    uint64_t h = text.len, word;
    for (; end - at >= (ptrdiff_t)sizeof word; at += sizeof word) {
        memcpy(&word, at, sizeof word);
        h = hash_mix(h ^ word);
    }
    for (word = 0; at < end; at++)
        word = word << 8 | (unsigned char)*at;
    return hash_key(h ^ word);
}

/* The slot of `text`, or the free one where it belongs. */
static intern_slot *find(const intern_table *table, arms_text text)
{
    size_t mask = table->capacity - 1;
    for (size_t i = (size_t)hash(text) & mask;; i = (i + 1) & mask) {
        intern_slot *slot = &table->slots[i];
        if (!slot->text.ptr || arms_text_equal(slot->text, text))
            return slot;
    }
}

static bool grow(intern_table *table, arms_arena *arena, arms_error *err)
{
    intern_table bigger = {.capacity = table->capacity ? 2 * table->capacity : 64,
                           .count = table->count};
    bigger.slots = arms_alloc(arena, bigger.capacity, sizeof *bigger.slots, err);
    if (!bigger.slots)
        return false;
    for (size_t i = 0; i < table->capacity; i++)
        if (table->slots[i].text.ptr)
            *find(&bigger, table->slots[i].text) = table->slots[i];
    *table = bigger;
    return true;
}

uint32_t *intern_value(intern_table *table, arms_arena *arena, arms_text text,
                       arms_error *err)
{
    if (2 * table->count >= table->capacity && !grow(table, arena, err))
        return NULL;
    intern_slot *slot = find(table, text);
    if (slot->text.ptr)
        return &slot->value;
    const char *copy = arms_copy(arena, text.ptr, text.len, err);
    if (!copy)
        return NULL;
    table->count++;
    *slot = (intern_slot){{copy, text.len}, 0};
    return &slot->value;
}
