/* A hash table from keys to numbers: open addressing, never more than half full. */
#include "analysis/audit_keys.h"

struct audit_slot {
    audit_key key;
    size_t number; /* 0 = free */
    bool used;
};

static uint64_t mix(uint64_t hash, uint64_t part)
{
    hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 29);
}

static size_t hash_of(const audit_key *key)
{
    uint64_t hash = mix(key->exporter, key->importer);
    hash = mix(mix(hash, key->category), key->deal);
    return (size_t)mix(mix(hash, (uint32_t)key->year), key->figure);
}

static bool same_key(const audit_key *a, const audit_key *b)
{
    return a->exporter == b->exporter && a->importer == b->importer &&
           a->category == b->category && a->deal == b->deal && a->year == b->year &&
           a->figure == b->figure;
}

bool audit_keys_make(audit_keys *out, arms_arena *arena, size_t most, arms_error *err)
{
    out->capacity = 16;
    while (out->capacity < 2 * most)
        out->capacity *= 2;
    out->slots = arms_alloc(arena, out->capacity, sizeof *out->slots, err);
    return out->slots != NULL;
}

size_t *audit_keys_find(const audit_keys *keys, const audit_key *key)
{
    size_t mask = keys->capacity - 1, i = hash_of(key) & mask;
    while (keys->slots[i].used && !same_key(&keys->slots[i].key, key))
        i = (i + 1) & mask;
    keys->slots[i].key = *key;
    keys->slots[i].used = true;
    return &keys->slots[i].number;
}
