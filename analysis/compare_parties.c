/* Parties of two datasets: who is who. Listed parties have one id everywhere; a name that
 * the reference table does not have is looked for by its key among the other dataset's
 * own names. Where it is not there, nothing is concluded: it may be spelt otherwise. */
#include <string.h>

#include "analysis/compare_parts.h"

static const arms_dataset *dataset_of(const compare_job *job, size_t side)
{
    return job->out->datasets[side];
}

/* Of two spellings with one key the smaller one, so that it does not matter which dataset
 * comes first. */
static const char *name_of(const compare_job *job, const arms_party in[2])
{
    const char *names[2] = {NULL, NULL};
    for (size_t i = 0; i < 2; i++)
        if (in[i] != NOWHERE)
            names[i] = arms_dataset_party_name(dataset_of(job, i), in[i]);
    if (!names[0] || !names[1])
        return names[0] ? names[0] : names[1];
    return strcmp(names[0], names[1]) <= 0 ? names[0] : names[1];
}

/* The other dataset's own party by a name; NOWHERE where it has none. */
static bool find_other(arms_party *out, const arms_dataset *other, const char *name,
                       arms_error *err)
{
    arms_error why = {0};
    if (!arms_dataset_find(out, other, arms_text_of(name), &why))
        *out = NOWHERE;
    return why.code != ARMS_SYSTEM || arms_fail_memory(err);
}

bool compare_match(compare_party *out, const compare_job *job, size_t side,
                   arms_party party, arms_error *err)
{
    const char *name = arms_dataset_party_name(dataset_of(job, side), party);
    out->in[0] = out->in[1] = party;
    if (party > arms_entity_count() &&
        !find_other(&out->in[1 - side], dataset_of(job, 1 - side), name, err))
        return false;
    out->name = name_of(job, out->in);
    return true;
}

bool compare_find(compare_party *out, const compare_job *job, const char *name,
                  arms_error *err)
{
    *out = (compare_party){0};
    if (!name)
        return true;
    for (size_t side = 0; side < 2; side++) {
        arms_party party;
        arms_error why;
        if (!arms_dataset_find(&party, dataset_of(job, side), arms_text_of(name), &why))
            continue;
        if (party == arms_entity_world())
            return true;
        return compare_match(out, job, side, party, err);
    }
    arms_entity_id id;
    return arms_entity_resolve(&id, arms_text_of(name), err);
}

static bool has(const compare_parties *list, size_t side, arms_party party)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].in[side] == party)
            return true;
    return false;
}

bool compare_add(compare_parties *list, const compare_job *job, size_t side,
                 arms_party party, arms_error *err)
{
    if (has(list, side, party))
        return true;
    list->items =
        arms_extend(job->arena, list->items, list->count, sizeof *list->items, err);
    return list->items &&
           compare_match(&list->items[list->count++], job, side, party, err);
}

static bool add_side(compare_parties *out, const compare_job *job, size_t side,
                     bool exporters, arms_error *err)
{
    const arms_dataset *dataset = dataset_of(job, side);
    size_t parties = arms_entity_count() + arms_dataset_unlisted(dataset) + 1;
    bool *seen = arms_alloc(job->arena, parties, sizeof *seen, err);
    if (!seen)
        return false;
    for (size_t i = 0; i < arms_dataset_count(dataset); i++) {
        arms_flow flow = arms_dataset_flow(dataset, i);
        arms_party party = exporters ? flow.exporter : flow.importer;
        bool new = !seen[party];
        seen[party] = true;
        if (new &&arms_dataset_party_kind(dataset, party) != ARMS_ENTITY_AGGREGATE &&
            !compare_add(out, job, side, party, err))
            return false;
    }
    return true;
}

bool compare_list(compare_parties *out, const compare_job *job, bool exporters,
                  arms_error *err)
{
    *out = (compare_parties){0};
    return add_side(out, job, 0, exporters, err) && add_side(out, job, 1, exporters, err);
}
