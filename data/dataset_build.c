/* Building a dataset: names become numbers, flows fill blocks. */
#include "data/dataset_build.h"

#include <armstrade/names.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_CATEGORIES = UINT16_MAX };

arms_dataset *dataset_new(arms_error *err)
{
    arms_dataset *dataset = calloc(1, sizeof *dataset);
    if (!dataset)
        arms_fail_memory(err);
    else
        dataset->about.classification = dataset->about.altered = "";
    return dataset;
}

/* SIPRI marks armed groups by one asterisk and organisations by two; all others that it
 * can name are states. */
static arms_entity_kind kind_of_spelling(const char *publisher, arms_text name)
{
    if (strcmp(publisher, "SIPRI") != 0)
        return ARMS_ENTITY_UNLISTED;
    if (name.len >= 2 && memcmp(name.ptr + name.len - 2, "**", 2) == 0)
        return ARMS_ENTITY_ORGANISATION;
    if (name.len >= 1 && name.ptr[name.len - 1] == '*')
        return ARMS_ENTITY_GROUP;
    return arms_text_starts(name, "unknown") ? ARMS_ENTITY_UNKNOWN_PARTY
                                             : ARMS_ENTITY_STATE;
}

/* The id of a party that the reference table does not have; `as` says its name. */
static bool add_unlisted(arms_party *out, arms_dataset *dataset, unlisted_party as,
                         arms_error *err)
{
    arms_text key, name = arms_text_of(as.name);
    if (!arms_text_key(&key, &dataset->arena, name, err))
        return false;
    for (size_t i = 0; i < dataset->unlisted_count; i++) {
        if (arms_text_equal(dataset->unlisted[i].key, key)) {
            *out = (arms_party)(arms_entity_count() + 1 + i);
            return true;
        }
    }
    dataset->unlisted =
        arms_extend(&dataset->arena, dataset->unlisted, dataset->unlisted_count,
                    sizeof *dataset->unlisted, err);
    if (!dataset->unlisted)
        return false;
    as.key = key;
    dataset->unlisted[dataset->unlisted_count++] = as;
    *out = (arms_party)(arms_entity_count() + dataset->unlisted_count);
    return true;
}

static bool add_unknown(arms_party *out, arms_dataset *dataset, arms_text name,
                        arms_error *err)
{
    const char *copy = arms_copy(&dataset->arena, name.ptr, name.len, err);
    unlisted_party as = {.name = copy,
                         .kind = kind_of_spelling(dataset->about.publisher, name)};
    return copy && add_unlisted(out, dataset, as, err);
}

static bool take_meant(arms_party *out, arms_dataset *dataset, const arms_meant *meant,
                       arms_error *err)
{
    unlisted_party as = {.name = meant->name, .kind = meant->kind, .meant = true};
    *out = meant->entity;
    return meant->entity > 0 || add_unlisted(out, dataset, as, err);
}

static bool resolve(arms_party *out, arms_dataset *dataset, arms_text name,
                    arms_error *err)
{
    arms_entity_id found[ARMS_CANDIDATES];
    const arms_meant *meant;
    size_t count;
    if (!arms_names_find(&meant, dataset->names, name, err))
        return false;
    if (meant)
        return take_meant(out, dataset, meant, err);
    *out = arms_entity_by_spelling(dataset->about.publisher, name);
    if (*out > 0)
        return true;
    if (!arms_entity_lookup(found, &count, name, err))
        return false;
    if (count == 0)
        return add_unknown(out, dataset, name, err);
    return arms_entity_resolve(out, name, err);
}

bool dataset_party(arms_party *out, arms_dataset *dataset, arms_text spelling,
                   arms_error *err)
{
    uint32_t *value = intern_value(&dataset->spellings, &dataset->arena, spelling, err);
    if (!value || (*value == 0 && !resolve(value, dataset, spelling, err)))
        return false;
    *out = *value;
    return true;
}

/* Names that are numbered from 1 in the order in which they come. */
typedef struct numbered {
    intern_table *ids;
    const char ***names;
    size_t *count, most;
    const char *what;
} numbered;

static bool number_of(uint32_t *out, arms_arena *arena, const numbered *list,
                      arms_text name, arms_error *err)
{
    uint32_t *value = intern_value(list->ids, arena, name, err);
    if (!value)
        return false;
    if (*value == 0 && *list->count == list->most)
        return arms_fail(err, ARMS_LIMIT, "has more than %zu %s, the most that are read",
                         list->most, list->what);
    if (*value == 0) {
        const char *copy = arms_copy(arena, name.ptr, name.len, err);
        *list->names =
            arms_extend(arena, *list->names, *list->count, sizeof **list->names, err);
        if (!copy || !*list->names)
            return false;
        (*list->names)[(*list->count)++] = copy;
        *value = (uint32_t)*list->count;
    }
    *out = *value;
    return true;
}

bool dataset_category(uint32_t *out, arms_dataset *dataset, arms_text name,
                      arms_error *err)
{
    const numbered list = {&dataset->category_ids, &dataset->categories,
                           &dataset->category_count, MAX_CATEGORIES, "categories"};
    *out = 0;
    return name.len == 0 || arms_text_is(name, "*") ||
           number_of(out, &dataset->arena, &list, name, err);
}

bool dataset_deal(uint32_t *out, arms_dataset *dataset, arms_text name, arms_error *err)
{
    const numbered list = {&dataset->deal_ids, &dataset->deal_names, &dataset->deal_count,
                           UINT32_MAX, "deals"};
    *out = 0;
    return name.len == 0 || !dataset->deals ||
           number_of(out, &dataset->arena, &list, name, err);
}

bool dataset_add_source(arms_dataset *dataset, const arms_source *source, arms_error *err)
{
    dataset->sources = arms_extend(&dataset->arena, dataset->sources,
                                   dataset->source_count, sizeof *source, err);
    const char *path =
        arms_copy(&dataset->arena, source->path, strlen(source->path), err);
    if (!dataset->sources || !path)
        return false;
    arms_source *added = &dataset->sources[dataset->source_count++];
    *added = *source;
    added->path = path;
    return true;
}

static bool make_room(arms_dataset *dataset, arms_error *err)
{
    if (dataset->block_count < dataset->block_capacity)
        return true;
    size_t capacity = dataset->block_capacity ? 2 * dataset->block_capacity : 16;
    flow_block **blocks = realloc(dataset->blocks, capacity * sizeof *blocks);
    if (!blocks)
        return arms_fail_memory(err);
    dataset->blocks = blocks;
    dataset->block_capacity = capacity;
    return true;
}

static bool add_block(arms_dataset *dataset, arms_error *err)
{
    if (!make_room(dataset, err))
        return false;
    flow_block *block = malloc(sizeof *block);
    if (!block)
        return arms_fail_memory(err);
    block->deal = NULL;
    block->bounds = NULL;
    if (dataset->deals) {
        block->deal = arms_alloc(&dataset->arena, FLOW_BLOCK, sizeof *block->deal, err);
        if (!block->deal) {
            free(block);
            return false;
        }
    }
    dataset->blocks[dataset->block_count++] = block;
    return true;
}

/* Equal numbers, or both none: empty cells (NAN) are their own bounds, too. */
static bool same(double a, double b)
{
    return (a <= b && a >= b) || (isnan(a) && isnan(b));
}

static bool is_exact(const arms_flow *flow)
{
    return same(flow->low, flow->value) && same(flow->high, flow->value);
}

/* The flow's bounds, as number `i` of a block. */
static bool add_bounds(arms_arena *arena, flow_block *block, size_t i,
                       const arms_flow *flow, arms_error *err)
{
    if (!block->bounds && is_exact(flow))
        return true;
    if (!block->bounds) {
        block->bounds = arms_alloc(arena, 1, sizeof *block->bounds, err);
        if (!block->bounds)
            return false;
        memcpy(block->bounds->low, block->value, i * sizeof *block->value);
        memcpy(block->bounds->high, block->value, i * sizeof *block->value);
    }
    block->bounds->low[i] = flow->low;
    block->bounds->high[i] = flow->high;
    return true;
}

bool dataset_add(arms_dataset *dataset, const arms_flow *flow, arms_error *err)
{
    size_t i = dataset->count % FLOW_BLOCK;
    if (i == 0 && !add_block(dataset, err))
        return false;
    flow_block *block = dataset->blocks[dataset->block_count - 1];
    if (!add_bounds(&dataset->arena, block, i, flow, err))
        return false;
    block->value[i] = flow->value;
    block->year[i] = (int16_t)flow->year;
    block->exporter[i] = flow->exporter;
    block->importer[i] = flow->importer;
    block->category[i] = (uint16_t)flow->category;
    block->line[i] = flow->line;
    block->parts[i] = flow->parts;
    block->flags[i] = flow->flags;
    block->source[i] = flow->source;
    if (block->deal)
        block->deal[i] = flow->deal;
    dataset->count++;
    return true;
}

bool dataset_add_box(arms_dataset *dataset, const arms_box *box, arms_error *err)
{
    dataset->boxes = arms_extend(&dataset->arena, dataset->boxes, dataset->box_count,
                                 sizeof *box, err);
    if (!dataset->boxes)
        return false;
    dataset->boxes[dataset->box_count++] = *box;
    return true;
}

static bool mark(unsigned char **marks, arms_arena *arena, size_t count, size_t at,
                 arms_error *err)
{
    if (!*marks)
        *marks = arms_alloc(arena, count, 1, err);
    if (*marks)
        (*marks)[at] = 1;
    return *marks != NULL;
}

bool dataset_mark_party(arms_dataset *dataset, arms_party party, arms_error *err)
{
    size_t parties = arms_entity_count() + dataset->unlisted_count + 1;
    return mark(&dataset->party_sums, &dataset->arena, parties, party, err);
}

bool dataset_mark_category(arms_dataset *dataset, uint32_t category, arms_error *err)
{
    size_t categories = dataset->category_count + 1;
    return mark(&dataset->category_sums, &dataset->arena, categories, category, err);
}

bool dataset_finish(arms_dataset *dataset, arms_error *err)
{
    size_t parties = arms_entity_count() + dataset->unlisted_count + 1;
    dataset->present = arms_alloc(&dataset->arena, parties, 1, err);
    if (!dataset->present)
        return false;
    for (size_t i = 0; i < dataset->count; i++) {
        const flow_block *block = dataset->blocks[i / FLOW_BLOCK];
        dataset->present[block->exporter[i % FLOW_BLOCK]] = 1;
        dataset->present[block->importer[i % FLOW_BLOCK]] = 1;
    }
    return coverage_index(dataset, err);
}
