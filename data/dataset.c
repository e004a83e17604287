/* Reading a dataset: its flows, parties, categories and what it covers. */
#include <armstrade/names.h>
#include <stdlib.h>
#include <string.h>

#include "data/dataset_build.h"

const arms_about *arms_dataset_about(const arms_dataset *dataset)
{
    return &dataset->about;
}

const arms_measure *arms_dataset_measure(const arms_dataset *dataset)
{
    return &dataset->measure;
}

size_t arms_dataset_count(const arms_dataset *dataset)
{
    return dataset->count;
}

arms_flow arms_dataset_flow(const arms_dataset *dataset, size_t index)
{
    const flow_block *block = dataset->blocks[index / FLOW_BLOCK];
    size_t i = index % FLOW_BLOCK;
    const flow_bounds *bounds = block->bounds;
    return (arms_flow){.value = block->value[i],
                       .low = bounds ? bounds->low[i] : block->value[i],
                       .high = bounds ? bounds->high[i] : block->value[i],
                       .year = block->year[i],
                       .exporter = block->exporter[i],
                       .importer = block->importer[i],
                       .category = block->category[i],
                       .line = block->line[i],
                       .parts = block->parts[i],
                       .flags = block->flags[i],
                       .source = block->source[i],
                       .deal = block->deal ? block->deal[i] : 0};
}

size_t arms_dataset_sources(const arms_dataset *dataset, const arms_source **out)
{
    *out = dataset->sources;
    return dataset->source_count;
}

size_t arms_dataset_boxes(const arms_dataset *dataset, const arms_box **out)
{
    *out = dataset->boxes;
    return dataset->box_count;
}

const struct arms_names *arms_dataset_names(const arms_dataset *dataset)
{
    return dataset->names;
}

/* The dataset's own party, or NULL for one of the reference table. */
static const unlisted_party *own_party(const arms_dataset *dataset, arms_party party)
{
    size_t first = arms_entity_count() + 1;
    bool own = party >= first && party - first < dataset->unlisted_count;
    return own ? &dataset->unlisted[party - first] : NULL;
}

const char *arms_dataset_party_name(const arms_dataset *dataset, arms_party party)
{
    const unlisted_party *own = own_party(dataset, party);
    const arms_entity *entity = arms_entity_get(party);
    return own ? own->name : entity ? entity->name : "all parties";
}

arms_entity_kind arms_dataset_party_kind(const arms_dataset *dataset, arms_party party)
{
    const unlisted_party *own = own_party(dataset, party);
    const arms_entity *entity = arms_entity_get(party);
    size_t parties = arms_entity_count() + dataset->unlisted_count;
    if (dataset->party_sums && party <= parties && dataset->party_sums[party])
        return ARMS_ENTITY_AGGREGATE;
    return own ? own->kind : entity ? entity->kind : ARMS_ENTITY_AGGREGATE;
}

size_t arms_dataset_unlisted(const arms_dataset *dataset)
{
    return dataset->unlisted_count;
}

/* The dataset's own party with the key of `name`; 0 if there is none. */
static bool find_own(arms_party *out, const arms_dataset *dataset, arms_text name,
                     arms_error *err)
{
    arms_arena scratch = {0};
    arms_text key;
    *out = 0;
    bool done = arms_text_key(&key, &scratch, name, err);
    for (size_t i = 0; done && i < dataset->unlisted_count; i++)
        if (arms_text_equal(dataset->unlisted[i].key, key))
            *out = (arms_party)(arms_entity_count() + 1 + i);
    arms_arena_free(&scratch);
    return done;
}

/* A party that a person's own names bring in may occur nowhere in the file. */
static bool find_meant(arms_party *out, const arms_dataset *dataset,
                       const arms_meant *meant, arms_error *err)
{
    *out = meant->entity;
    if (*out == 0 && !find_own(out, dataset, arms_text_of(meant->name), err))
        return false;
    return *out > 0 ||
           arms_fail(err, ARMS_USAGE, "%s occurs nowhere in the file", meant->name);
}

bool arms_dataset_find(arms_party *out, const arms_dataset *dataset, arms_text name,
                       arms_error *err)
{
    arms_entity_id found[ARMS_CANDIDATES];
    const arms_meant *meant;
    size_t count;
    if (!arms_names_find(&meant, dataset->names, name, err))
        return false;
    if (meant)
        return find_meant(out, dataset, meant, err);
    if (!arms_entity_lookup(found, &count, name, err))
        return false;
    if (count == 0 && !find_own(out, dataset, name, err))
        return false;
    return (count == 0 && *out > 0) || arms_entity_resolve(out, name, err);
}

bool arms_dataset_has(const arms_dataset *dataset, arms_party party)
{
    size_t parties = arms_entity_count() + dataset->unlisted_count;
    return party <= parties && dataset->present[party];
}

const char *arms_dataset_category(const arms_dataset *dataset, uint32_t category)
{
    bool known = category >= 1 && category <= dataset->category_count;
    return known ? dataset->categories[category - 1] : "all categories";
}

bool arms_dataset_category_is_sum(const arms_dataset *dataset, uint32_t category)
{
    return dataset->category_sums && category <= dataset->category_count &&
           dataset->category_sums[category];
}

uint32_t arms_dataset_find_category(const arms_dataset *dataset, arms_text name)
{
    arms_arena scratch = {0};
    arms_text key, other;
    uint32_t found = 0;
    bool done = arms_text_key(&key, &scratch, name, NULL);
    for (uint32_t i = 0; done && !found && i < dataset->category_count; i++) {
        arms_text category = arms_text_of(dataset->categories[i]);
        done = arms_text_key(&other, &scratch, category, NULL);
        found = done && arms_text_equal(key, other) ? i + 1 : 0;
    }
    arms_arena_free(&scratch);
    return found;
}

const char *arms_dataset_deal(const arms_dataset *dataset, uint32_t deal)
{
    bool known = deal >= 1 && deal <= dataset->deal_count;
    return known ? dataset->deal_names[deal - 1] : "";
}

void arms_dataset_free(arms_dataset *dataset)
{
    if (!dataset)
        return;
    for (size_t i = 0; i < dataset->block_count; i++)
        free(dataset->blocks[i]);
    free(dataset->blocks);
    arms_arena_free(&dataset->arena);
    free(dataset);
}
