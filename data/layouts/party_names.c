/* Parties that a publisher names by a code and a spelling: a table of those seen. */
#include "data/layouts/party_names.h"

#include <string.h>

#include "data/mojibake.h"

enum { KEY_SIZE = 400 };

/* Code and name in one text that tells them apart. */
static bool make_key(arms_text *out, char key[KEY_SIZE], const layout_run *run,
                     const party_cells *cells, arms_error *err)
{
    size_t code = cells->code.len, name = cells->name.len;
    if (code + name + 1 > KEY_SIZE)
        return layout_fail(run, err, cells->line,
                           "the name of a party is longer than %d bytes here; is a quote "
                           "missing?",
                           KEY_SIZE - 1);
    if (code > 0)
        memcpy(key, cells->code.ptr, code);
    key[code] = '\n';
    if (name > 0)
        memcpy(key + code + 1, cells->name.ptr, name);
    *out = (arms_text){key, code + name + 1};
    return true;
}

static bool keep(arms_text *out, layout_run *run, arms_text text, arms_error *err)
{
    *out = (arms_text){arms_copy(run->arena, text.ptr, text.len, err), text.len};
    return out->ptr != NULL;
}

static bool read_name(party_name *out, party_names *names, layout_run *run,
                      const party_cells *cells, arms_error *err)
{
    bool repaired;
    if (cells->name.len == 0 || arms_text_is(cells->name, "*") ||
        memchr(cells->name.ptr, '|', cells->name.len))
        return layout_fail(run, err, cells->line,
                           "\"%.*s\" stands here where the name of a party belongs",
                           arms_text_shown(cells->name, 60),
                           cells->name.len > 0 ? cells->name.ptr : "");
    if (!keep(&out->code, run, cells->code, err) ||
        !keep(&out->name, run, cells->name, err) ||
        !mojibake_repair(&out->name, &repaired, run->arena, out->name, err))
        return false;
    if (repaired && names->repaired++ == 0) {
        names->repaired_line = cells->line;
        names->example = out->name.ptr;
    }
    return true;
}

party_name *party_names_find(party_names *names, layout_run *run,
                             const party_cells *cells, arms_error *err)
{
    char bytes[KEY_SIZE];
    arms_text key = {0};
    if (!make_key(&key, bytes, run, cells, err))
        return NULL;
    uint32_t *number = intern_value(&names->numbers, run->arena, key, err);
    if (!number || *number > 0)
        return number ? &names->items[*number - 1] : NULL;
    names->items =
        arms_extend(run->arena, names->items, names->count, sizeof *names->items, err);
    party_name *added = names->items ? &names->items[names->count] : NULL;
    if (!added || !read_name(added, names, run, cells, err))
        return NULL;
    *number = (uint32_t)++names->count;
    return added;
}

bool party_of_code(arms_entity_id *out, arms_text code, arms_error *err)
{
    arms_entity_id found[ARMS_CANDIDATES];
    size_t count;
    *out = 0;
    if (code.len == 0)
        return true;
    if (!arms_entity_lookup(found, &count, code, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const arms_entity *entity = arms_entity_get(found[i]);
        if (arms_text_is(code, entity->iso2) || arms_text_is(code, entity->iso3) ||
            arms_text_is(code, entity->m49))
            *out = found[i];
    }
    return true;
}

bool party_of_name(arms_entity_id *out, bool *many, const layout_run *run, arms_text name,
                   arms_error *err)
{
    arms_entity_id found[ARMS_CANDIDATES];
    size_t count;
    *out = arms_entity_by_spelling(run->layout->publisher, name);
    *many = false;
    if (*out > 0)
        return true;
    if (!arms_entity_lookup(found, &count, name, err))
        return false;
    *out = count == 1 ? found[0] : 0;
    *many = count > 1;
    return true;
}

bool party_identify(arms_entity_id *out, const layout_run *run, const party_name *party,
                    size_t line, arms_error *err)
{
    bool many;
    arms_entity_id by_name,
        by_code = arms_entity_by_spelling(run->layout->publisher, party->code);
    if ((by_code == 0 && !party_of_code(&by_code, party->code, err)) ||
        !party_of_name(&by_name, &many, run, party->name, err))
        return false;
    *out = by_code > 0 ? by_code : by_name;
    if (by_code == 0 || by_name == 0 || by_code == by_name)
        return true;
    return layout_fail(run, err, line,
                       "the code \"%.*s\" is that of %s, but \"%.*s\" stands beside it; "
                       "mend the line",
                       (int)party->code.len, party->code.ptr,
                       arms_entity_get(by_code)->name, (int)party->name.len,
                       party->name.ptr);
}

bool party_give(arms_text *out, layout_run *run, arms_entity_id id, arms_error *err)
{
    const arms_entity *entity = arms_entity_get(id);
    *out = arms_text_of(entity->iso3[0] ? entity->iso3 : entity->name);
    if (entity->kind != ARMS_ENTITY_AGGREGATE)
        return true;
    *out = arms_text_of(arms_print(run->arena, err, "%s (one party)", entity->name));
    return out->len > 0;
}

bool party_names_note(const party_names *names, layout_run *run, arms_error *err)
{
    if (names->repaired == 0)
        return true;
    return layout_note(run,
                       arms_print(run->arena, err,
                                  "%zu name%s encoded as UTF-8 twice and %s repaired, "
                                  "the first, \"%s\", in line %zu",
                                  names->repaired,
                                  names->repaired > 1 ? "s were" : " was",
                                  names->repaired > 1 ? "were" : "was", names->example,
                                  names->repaired_line),
                       err);
}
