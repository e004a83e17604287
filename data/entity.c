/* Names: the compiled reference table and the look-up in it. */
#include <armstrade/entity.h>

#include <stdio.h>
#include <string.h>

#include "data/name_key.h"

typedef struct spelling_row {
    const char *publisher, *spelling, *code;
} spelling_row;

#include "entities_table.h"
#include "spellings_table.h"

enum {
    ENTITIES = sizeof entities / sizeof *entities,
    KEYS = sizeof entity_keys / sizeof *entity_keys,
    SPELLINGS = sizeof sipri_spellings / sizeof *sipri_spellings
};

static const char *const kind_names[] = {
    [ARMS_ENTITY_UNKNOWN_PARTY] = "unknown",
    [ARMS_ENTITY_STATE] = "state",
    [ARMS_ENTITY_TERRITORY] = "territory",
    [ARMS_ENTITY_FORMER] = "former state",
    [ARMS_ENTITY_GROUP] = "armed group",
    [ARMS_ENTITY_ORGANISATION] = "organisation",
    [ARMS_ENTITY_AGGREGATE] = "aggregate",
    [ARMS_ENTITY_UNLISTED] = "not in the reference table",
    [ARMS_ENTITY_BLOC] = "group of states",
};

size_t arms_entity_count(void)
{
    return ENTITIES;
}

const arms_entity *arms_entity_get(arms_entity_id id)
{
    return id >= 1 && id <= ENTITIES ? &entities[id - 1] : NULL;
}

arms_entity_id arms_entity_by_code(const char *code)
{
    for (arms_entity_id id = 1; id <= ENTITIES; id++)
        if (strcmp(entities[id - 1].code, code) == 0)
            return id;
    return 0;
}

arms_entity_id arms_entity_world(void)
{
    return WORLD;
}

const char *arms_entity_kind_name(arms_entity_kind kind)
{
    return kind_names[kind];
}

bool arms_entity_is_state(arms_entity_kind kind)
{
    return kind == ARMS_ENTITY_STATE || kind == ARMS_ENTITY_TERRITORY ||
           kind == ARMS_ENTITY_FORMER;
}

static const arms_entity *former_state(arms_entity_id id)
{
    const arms_entity *entity = arms_entity_get(id);
    return entity && entity->kind == ARMS_ENTITY_FORMER ? entity : NULL;
}

arms_entity_id arms_entity_continuator(arms_entity_id former)
{
    const arms_entity *entity = former_state(former);
    return entity && entity->continuator[0] ? arms_entity_by_code(entity->continuator)
                                            : 0;
}

bool arms_entity_absorbed_by(arms_entity_id former, arms_entity_id state)
{
    const arms_entity *entity = former_state(former), *now = arms_entity_get(state);
    return entity && now && strcmp(entity->successor, now->code) == 0;
}

bool arms_entity_lookup(arms_entity_id out[ARMS_CANDIDATES], size_t *count,
                        arms_text name, arms_error *err)
{
    arms_arena scratch = {0};
    arms_text key;
    *count = 0;
    bool done = arms_text_key(&key, &scratch, name, err);
    size_t at = done ? name_key_find(entity_keys, KEYS, key) : KEYS;
    for (; at < KEYS && arms_text_is(key, entity_keys[at].key); at++)
        if (*count < ARMS_CANDIDATES)
            out[(*count)++] = entity_keys[at].id;
    arms_arena_free(&scratch);
    return done;
}

/* Publishers other than SIPRI, whose spellings stand in the table of entities. */
static arms_entity_id other_spelling(const char *publisher, arms_text spelling)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (strcmp(publisher, spellings[i].publisher) == 0 &&
            arms_text_is(spelling, spellings[i].spelling))
            return arms_entity_by_code(spellings[i].code);
    return 0;
}

arms_entity_id arms_entity_by_spelling(const char *publisher, arms_text spelling)
{
    if (strcmp(publisher, "SIPRI") != 0)
        return other_spelling(publisher, spelling);
    size_t at = name_key_find(sipri_spellings, SPELLINGS, spelling);
    bool found = at < SPELLINGS && arms_text_is(spelling, sipri_spellings[at].key);
    return found ? sipri_spellings[at].id : 0;
}

/* The nearest entities found so far, nearest first. */
typedef struct nearest {
    arms_entity_id ids[ARMS_CANDIDATES];
    size_t distances[ARMS_CANDIDATES];
    size_t count, most;
} nearest;

static void take_out(nearest *n, size_t at)
{
    n->count--;
    memmove(n->ids + at, n->ids + at + 1, (n->count - at) * sizeof *n->ids);
    memmove(n->distances + at, n->distances + at + 1,
            (n->count - at) * sizeof *n->distances);
}

static void put_in(nearest *n, size_t at, arms_entity_id id, size_t distance)
{
    memmove(n->ids + at + 1, n->ids + at, (n->count - at) * sizeof *n->ids);
    memmove(n->distances + at + 1, n->distances + at,
            (n->count - at) * sizeof *n->distances);
    n->ids[at] = id;
    n->distances[at] = distance;
    n->count++;
}

/* An entity is listed once, by its nearest name. */
static void consider(nearest *n, arms_entity_id id, size_t distance)
{
    size_t old = 0, at = 0;
    while (old < n->count && n->ids[old] != id)
        old++;
    if (old < n->count && n->distances[old] <= distance)
        return;
    if (old < n->count)
        take_out(n, old);
    while (at < n->count && n->distances[at] <= distance)
        at++;
    if (at == n->most)
        return;
    if (n->count == n->most)
        n->count--;
    put_in(n, at, id, distance);
}

bool arms_entity_suggest(arms_entity_id *out, size_t *count, size_t most, arms_text name,
                         arms_error *err)
{
    nearest found = {.most = most < ARMS_CANDIDATES ? most : ARMS_CANDIDATES};
    arms_arena scratch = {0};
    arms_text key;
    bool done = arms_text_key(&key, &scratch, name, err);
    size_t near = done && key.len > 4 ? 2 : 1;
    for (size_t i = 0; done && key.len >= 3 && i < KEYS; i++) {
        arms_text other = arms_text_of(entity_keys[i].key);
        bool begins = key.len >= 4 && arms_text_starts(other, key.ptr);
        size_t distance = begins ? near : arms_text_distance(key, other, near);
        if (distance <= near && other.len > 3)
            consider(&found, entity_keys[i].id, distance);
    }
    arms_arena_free(&scratch);
    memcpy(out, found.ids, found.count * sizeof *out);
    *count = found.count;
    return done;
}

/* "A, B or C" from the names of entities. */
static void join_names(char *buffer, size_t size, const arms_entity_id *ids, size_t count)
{
    size_t used = 0;
    buffer[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        const char *link = i == 0 ? "" : i + 1 < count ? ", " : " or ";
        int n =
            snprintf(buffer + used, size - used, "%s%s", link, entities[ids[i] - 1].name);
        if (n < 0 || (size_t)n >= size - used)
            return;
        used += (size_t)n;
    }
}

static bool fail_unknown(arms_text name, arms_error *err)
{
    enum { SHOWN = 3 };
    arms_entity_id near[SHOWN];
    size_t count;
    char names[300];
    if (!arms_entity_suggest(near, &count, SHOWN, name, err))
        return false;
    join_names(names, sizeof names, near, count);
    int len = arms_text_shown(name, 100);
    if (count > 0)
        return arms_fail(err, ARMS_USAGE,
                         "no state or party is known as \"%.*s\"; did you "
                         "mean %s?",
                         len, name.ptr, names);
    return arms_fail(err, ARMS_USAGE,
                     "no state or party is known as \"%.*s\"; "
                     "'armstrade entities NAME' looks names up",
                     len, name.ptr);
}

bool arms_entity_resolve(arms_entity_id *out, arms_text name, arms_error *err)
{
    arms_entity_id found[ARMS_CANDIDATES];
    size_t count;
    char names[400];
    if (!arms_entity_lookup(found, &count, name, err))
        return false;
    if (count == 0)
        return fail_unknown(name, err);
    *out = found[0];
    if (count == 1)
        return true;
    join_names(names, sizeof names, found, count);
    return arms_fail(err, ARMS_USAGE, "\"%.*s\" may mean %s; write which",
                     arms_text_shown(name, 100), name.ptr, names);
}
