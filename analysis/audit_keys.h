/* A hash table from keys to numbers, for the audit alone. */
#ifndef ARMSTRADE_ANALYSIS_AUDIT_KEYS_H
#define ARMSTRADE_ANALYSIS_AUDIT_KEYS_H

#include <armstrade/arena.h>
#include <stdint.h>

/* What tells rows apart; members that do not matter are 0. */
typedef struct audit_key {
    uint32_t exporter, importer, category, deal;
    int32_t year;
    uint64_t figure; /* the bytes of a value */
} audit_key;

typedef struct audit_keys {
    struct audit_slot *slots;
    size_t capacity;
} audit_keys;

/* Room for `most` keys. */
bool audit_keys_make(audit_keys *out, arms_arena *arena, size_t most, arms_error *err);

/* The number of a key: 0 where it is new, and may then be set. */
size_t *audit_keys_find(const audit_keys *keys, const audit_key *key);

#endif
