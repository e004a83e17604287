/* Groups of parties: the compiled table and the look-up in it. */
#include <armstrade/buffer.h>
#include <armstrade/group.h>

#include <string.h>

#include "data/name_key.h"

typedef struct group_row {
    arms_group group;
    size_t start, end; /* of its members */
} group_row;

#include "groups_table.h"

enum {
    GROUPS = sizeof groups / sizeof *groups,
    KEYS = sizeof group_keys / sizeof *group_keys
};

size_t arms_group_count(void)
{
    return GROUPS;
}

const arms_group *arms_group_get(arms_group_id id)
{
    return id >= 1 && id <= GROUPS ? &groups[id - 1].group : NULL;
}

/* Whether a group is of the publisher of some data: the UN's are of "UN Comtrade". */
static bool published_by(arms_group_id id, const char *publisher)
{
    const char *own = groups[id - 1].group.publisher;
    size_t len = strlen(own);
    return strncmp(own, publisher, len) == 0 &&
           (publisher[len] == '\0' || publisher[len] == ' ');
}

static bool fail_several(arms_text name, const name_key *rows, size_t count,
                         arms_error *err)
{
    arms_buffer list = {0};
    for (size_t i = 0; i < count; i++)
        arms_buffer_print(&list, "%s%s",
                          i == 0          ? ""
                          : i + 1 < count ? ", "
                                          : " or ",
                          groups[rows[i].id - 1].group.code);
    if (arms_buffer_check(&list, err))
        arms_fail(err, ARMS_USAGE, "\"%.*s\" is a group of several publishers; write %s",
                  arms_text_shown(name, 100), name.ptr, list.data);
    arms_buffer_free(&list);
    return false;
}

/* Of the groups that have a name, the one that is meant; 0 where that is open. */
static arms_group_id choose(const char *publisher, const name_key *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (published_by(rows[i].id, publisher))
            return rows[i].id;
    return count == 1 ? rows[0].id : 0;
}

bool arms_group_find(arms_group_id *out, arms_text name, const char *publisher,
                     arms_error *err)
{
    arms_arena scratch = {0};
    arms_text key;
    size_t count = 0;
    *out = 0;
    bool done = arms_text_key(&key, &scratch, name, err);
    size_t at = done ? name_key_find(group_keys, KEYS, key) : KEYS;
    while (at + count < KEYS && arms_text_is(key, group_keys[at + count].key))
        count++;
    *out = choose(publisher, group_keys + at, count);
    done = done &&
           (*out > 0 || count == 0 || fail_several(name, group_keys + at, count, err));
    arms_arena_free(&scratch);
    return done;
}

bool arms_group_members(arms_member **out, size_t *count, arms_arena *arena,
                        arms_group_id id, arms_error *err)
{
    const group_row *row = &groups[id - 1];
    *count = row->end - row->start;
    *out = arms_alloc(arena, *count, sizeof **out, err);
    if (!*out)
        return false;
    memcpy(*out, members + row->start, *count * sizeof **out);
    return true;
}

bool arms_group_has(arms_group_id id, arms_entity_id entity, int year)
{
    for (size_t i = groups[id - 1].start; i < groups[id - 1].end; i++)
        if (members[i].entity == entity && members[i].from <= year &&
            (members[i].to == 0 || year <= members[i].to))
            return true;
    return false;
}
