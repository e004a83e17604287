/* Names that read back as the same party.
 *
 * A reader tries the publisher's own spelling first, then the reference table, where a
 * name may be ambiguous ("Congo" may mean two states, and is one of them in SIPRI's
 * files). So each name is tried before it is written. */
#include "report/canonical_names.h"

#include <string.h>

/* What a reader makes of a name: the one entity, or 0 for none or several. */
static bool read_back(arms_entity_id *out, size_t *count, const char *publisher,
                      arms_text name, arms_error *err)
{
    arms_entity_id found[ARMS_CANDIDATES];
    *out = arms_entity_by_spelling(publisher, name);
    *count = *out > 0;
    if (*out > 0)
        return true;
    if (!arms_entity_lookup(found, count, name, err))
        return false;
    *out = *count == 1 ? found[0] : 0;
    return true;
}

/* The first name of a list joined by ';' that means the entity; empty if none does. */
static bool find_name(arms_text *out, const char *publisher, arms_entity_id id,
                      const char *list, arms_error *err)
{
    arms_text names = arms_text_of(list), name;
    arms_entity_id read;
    size_t count;
    while (arms_text_split(&name, &names, ';')) {
        if (!read_back(&read, &count, publisher, name, err))
            return false;
        if (read != id)
            continue;
        *out = name;
        return true;
    }
    return true;
}

static const char *listed_name(arms_arena *arena, const char *publisher,
                               arms_entity_id id, arms_error *err)
{
    const arms_entity *entity = arms_entity_get(id);
    const char *const lists[] = {entity->name,  entity->iso3,    entity->code,
                                 entity->sipri, entity->aliases, entity->m49};
    arms_text name = {0};
    for (size_t i = 0; name.len == 0 && i < sizeof lists / sizeof *lists; i++)
        if (!find_name(&name, publisher, id, lists[i], err))
            return NULL;
    if (name.len > 0)
        return arms_copy(arena, name.ptr, name.len, err);
    arms_fail(err, ARMS_DOMAIN,
              "\"%s\" has no name that could only mean it in a file of this publisher",
              entity->name);
    return NULL;
}

const char *canonical_name(arms_arena *arena, const arms_dataset *dataset,
                           arms_party party, arms_error *err)
{
    const char *publisher = arms_dataset_about(dataset)->publisher;
    const char *name = arms_dataset_party_name(dataset, party);
    arms_entity_id read;
    size_t count;
    if (arms_entity_get(party))
        return listed_name(arena, publisher, party, err);
    if (!read_back(&read, &count, publisher, arms_text_of(name), err))
        return NULL;
    if (count == 0)
        return name;
    arms_fail(err, ARMS_DOMAIN,
              "the file's own party \"%s\" has the name of another one in the reference "
              "table, and would be read as that",
              name);
    return NULL;
}

bool canonical_covers_carry(arms_text name)
{
    arms_text trimmed = arms_text_trim(name);
    bool marks = false;
    for (size_t i = 0; i < name.len; i++)
        marks = marks || memchr("|;\r\n", name.ptr[i], 4);
    return name.len > 0 && trimmed.len == name.len && !marks &&
           !arms_text_is(name, "*") && name.ptr[name.len - 1] != ',';
}
