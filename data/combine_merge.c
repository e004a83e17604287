/* Two datasets become one: flows, parties, categories, deals, boxes, sources, notes. */
#include "data/combining.h"

#include <string.h>

/* From numbers of one dataset to those of the other. */
typedef struct merge {
    arms_dataset *to;
    const arms_dataset *from;
    arms_arena scratch;
    arms_party *parties; /* of names that are not in the reference table */
    uint32_t *categories, *deals;
    size_t first_source;
} merge;

static bool map_parties(merge *m, arms_error *err)
{
    size_t count = m->from->unlisted_count;
    m->parties = arms_alloc(&m->scratch, count, sizeof *m->parties, err);
    for (size_t i = 0; m->parties && i < count; i++)
        if (!dataset_party(&m->parties[i], m->to, arms_text_of(m->from->unlisted[i].name),
                           err))
            return false;
    return m->parties != NULL;
}

typedef bool number_name(uint32_t *out, arms_dataset *dataset, arms_text name,
                         arms_error *err);

/* Names whose numbers begin at 1, and how the other dataset numbers them. */
typedef struct numbered_names {
    const char *const *names;
    size_t count;
    number_name *number;
} numbered_names;

static bool map_names(uint32_t **out, merge *m, numbered_names list, arms_error *err)
{
    *out = arms_alloc(&m->scratch, list.count + 1, sizeof **out, err);
    for (size_t i = 0; *out && i < list.count; i++)
        if (!list.number(&(*out)[i + 1], m->to, arms_text_of(list.names[i]), err))
            return false;
    return *out != NULL;
}

static arms_party map_party(const merge *m, arms_party party)
{
    size_t listed = arms_entity_count();
    return party > listed ? m->parties[party - listed - 1] : party;
}

static bool add_flows(const merge *m, arms_error *err)
{
    for (size_t i = 0; i < m->from->count; i++) {
        arms_flow flow = arms_dataset_flow(m->from, i);
        flow.exporter = map_party(m, flow.exporter);
        flow.importer = map_party(m, flow.importer);
        flow.category = m->categories[flow.category];
        flow.deal = m->deals[flow.deal];
        flow.source = (uint16_t)(flow.source + m->first_source);
        if (!dataset_add(m->to, &flow, err))
            return false;
    }
    return true;
}

static bool map_side(arms_side *side, const merge *m, arms_error *err)
{
    arms_party *parties = arms_alloc(&m->to->arena, side->count, sizeof *parties, err);
    for (size_t i = 0; parties && i < side->count; i++)
        parties[i] = map_party(m, side->parties[i]);
    side->parties = parties;
    return parties != NULL;
}

static bool add_boxes(const merge *m, arms_error *err)
{
    for (size_t i = 0; i < m->from->box_count; i++) {
        arms_box box = m->from->boxes[i];
        box.category = m->categories[box.category];
        if (!map_side(&box.exporters, m, err) || !map_side(&box.importers, m, err) ||
            !dataset_add_box(m->to, &box, err))
            return false;
    }
    return true;
}

static bool add_sources(const merge *m, arms_error *err)
{
    for (size_t i = 0; i < m->from->source_count; i++)
        if (!dataset_add_source(m->to, &m->from->sources[i], err))
            return false;
    return true;
}

static bool has_note(const arms_about *about, const char *note)
{
    for (size_t i = 0; i < about->note_count; i++)
        if (strcmp(about->notes[i], note) == 0)
            return true;
    return false;
}

/* Notes that both files gave are one. */
static bool add_notes(const merge *m, arms_error *err)
{
    arms_about *to = &m->to->about;
    const arms_about *from = &m->from->about;
    size_t most = to->note_count + from->note_count;
    const char **notes = arms_alloc(&m->to->arena, most, sizeof *notes, err);
    if (!notes)
        return false;
    for (size_t i = 0; i < to->note_count; i++)
        notes[i] = to->notes[i];
    to->notes = notes;
    for (size_t i = 0; i < from->note_count; i++) {
        if (has_note(to, from->notes[i]))
            continue;
        size_t length = strlen(from->notes[i]);
        notes[to->note_count] = arms_copy(&m->to->arena, from->notes[i], length, err);
        if (!notes[to->note_count++])
            return false;
    }
    return true;
}

/* One file that was changed spoils the whole. */
static bool keep_altered(const merge *m, arms_error *err)
{
    arms_about *to = &m->to->about;
    const char *from = m->from->about.altered;
    if (!to->altered[0])
        to->altered = arms_copy(&m->to->arena, from, strlen(from), err);
    return to->altered != NULL;
}

/* The later date, as dataset.h says. */
static bool keep_date(const merge *m, arms_error *err)
{
    const char *theirs = m->from->about.generated;
    if (strcmp(theirs, m->to->about.generated) <= 0)
        return true;
    m->to->about.generated = arms_copy(&m->to->arena, theirs, strlen(theirs), err);
    return m->to->about.generated != NULL;
}

static bool merge_all(merge *m, arms_error *err)
{
    const arms_dataset *from = m->from;
    const numbered_names categories = {from->categories, from->category_count,
                                       dataset_category},
                         deals = {from->deal_names, from->deal_count, dataset_deal};
    return map_parties(m, err) && map_names(&m->categories, m, categories, err) &&
           map_names(&m->deals, m, deals, err) && add_flows(m, err) &&
           add_boxes(m, err) && add_sources(m, err) && add_notes(m, err) &&
           keep_altered(m, err) && keep_date(m, err) && dataset_finish(m->to, err);
}

bool combine_merge(arms_dataset *to, const arms_dataset *from, arms_error *err)
{
    merge m = {.to = to, .from = from, .first_source = to->source_count};
    bool done = merge_all(&m, err);
    arms_arena_free(&m.scratch);
    return done;
}
