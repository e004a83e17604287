/* Strings to numbers: open addressing, FNV-1a, doubled when half full. */
#include "data/intern.h"

static uint64_t hash(arms_text text)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < text.len; i++)
        h = (h ^ (unsigned char)text.ptr[i]) * 1099511628211u;
    return h;
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
