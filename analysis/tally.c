/* A question put to a dataset, answered in one pass over its flows.
 *
 * Each flow that the question is about falls into a cell: partner × year × whether the
 * other side is printed party by party or summed up. What a source sums up itself is kept
 * apart from what has to be added, so that nothing is counted twice. */
#include <math.h>

#include "analysis/tally_cells.h"

enum { MAX_YEARS = 500 };

static size_t years_of(const arms_question *q)
{
    return (size_t)(q->years.last - q->years.first) + 1;
}

cell *tally_cell(const arms_tally *tally, size_t slot, int year, other_side other)
{
    size_t y = (size_t)(year - tally->question.years.first);
    return &tally->cells[(slot * years_of(&tally->question) + y) * OTHER_SIDES + other];
}

size_t tally_slot(const arms_tally *tally, arms_party partner)
{
    if (partner == arms_entity_world())
        return PRINTED;
    size_t parties = arms_entity_count() + arms_dataset_unlisted(tally->dataset);
    size_t slot = partner <= parties ? tally->slots[partner] : 0;
    return slot > 0 ? slot : tally->slot_count;
}

/* Of the world's imports the partners are the importers; of Pakistan's, its suppliers. */
static bool partner_exports(const arms_question *q)
{
    return (q->flow == ARMS_EXPORT) == (q->subject == ARMS_ALL);
}

static bool is_aggregate(const arms_dataset *dataset, arms_party party)
{
    return arms_dataset_party_kind(dataset, party) == ARMS_ENTITY_AGGREGATE;
}

static bool policy_keeps(const arms_tally *tally, arms_party party)
{
    return arms_policy_keeps(tally->question.policy,
                             arms_dataset_party_kind(tally->dataset, party));
}

/* Whether the flow's other side is what the question asks for. */
static bool other_matches(other_side *out, const arms_tally *tally, arms_party other)
{
    const arms_question *q = &tally->question;
    bool world = other == arms_entity_world();
    *out = q->subject == ARMS_ALL && world ? SUMMED : DETAIL;
    if (q->subject != ARMS_ALL)
        return other == q->subject;
    return world || (!is_aggregate(tally->dataset, other) && policy_keeps(tally, other));
}

static void assign_slot(arms_tally *tally, arms_party partner)
{
    if (partner == arms_entity_world() || tally->slots[partner] > 0)
        return;
    size_t slot = tally->slot_count++;
    bool counted = !is_aggregate(tally->dataset, partner) && policy_keeps(tally, partner);
    tally->slots[partner] = (uint32_t)slot;
    tally->parties[slot] = partner;
    tally->counted[slot] = counted;
    if (arms_dataset_party_kind(tally->dataset, partner) == ARMS_ENTITY_UNLISTED)
        tally->unlisted = partner;
    if (counted)
        tally->partners[tally->partner_count++] = partner;
}

/* Whether the question is about a flow's category. */
static bool category_matches(const arms_tally *tally, uint32_t category)
{
    uint32_t asked = tally->question.category;
    return asked != 0 ? category == asked
                      : !arms_dataset_category_is_sum(tally->dataset, category);
}

/* Whether the question is about a flow, and where it belongs. */
static bool match_flow(match *out, arms_tally *tally, size_t index)
{
    const arms_question *q = &tally->question;
    arms_flow flow = arms_dataset_flow(tally->dataset, index);
    bool exports = partner_exports(q);
    arms_party partner = exports ? flow.exporter : flow.importer;
    *out = (match){.flow = (uint32_t)index, .year = flow.year};
    if (flow.year < q->years.first || flow.year > q->years.last ||
        !category_matches(tally, flow.category) ||
        !other_matches(&out->other, tally, exports ? flow.importer : flow.exporter))
        return false;
    assign_slot(tally, partner);
    out->slot = (uint32_t)tally_slot(tally, partner);
    return true;
}

/* Counts the flows first, so that no more room is taken than they need. */
static bool match_flows(arms_tally *tally, arms_error *err)
{
    match found;
    size_t count = 0, flows = arms_dataset_count(tally->dataset);
    for (size_t i = 0; i < flows; i++)
        count += match_flow(&found, tally, i);
    tally->matches = arms_alloc(tally->arena, count, sizeof *tally->matches, err);
    if (!tally->matches)
        return false;
    for (size_t i = 0; i < flows; i++)
        if (match_flow(&found, tally, i))
            tally->matches[tally->match_count++] = found;
    return true;
}

static void add_flow(arms_tally *tally, const match *m)
{
    const int estimates = ARMS_FLAG_ESTIMATED | ARMS_FLAG_YEAR_ESTIMATED;
    cell *to = tally_cell(tally, m->slot, m->year, m->other);
    arms_flow flow = arms_dataset_flow(tally->dataset, m->flow);
    bool allocated = flow.flags & ARMS_FLAG_ALLOCATED;
    bool missing = isnan(flow.value);
    to->rows++;
    to->with_category += flow.category != 0;
    to->mixed = to->with_category > 0 && to->with_category < to->rows;
    to->missing += missing;
    to->missing_flow = missing ? m->flow : to->missing_flow;
    tally->marks = tally->marks || (flow.flags & estimates);
    if (missing)
        return;
    to->allocated = to->allocated || (allocated && flow.parts < 2);
    to->estimated += flow.flags & estimates ? flow.value : 0;
    arms_sum_add(&to->sum, (arms_interval){flow.value, flow.low, flow.high,
                                           flow.low < flow.high && !allocated});
}

static bool allocate(arms_tally *tally, arms_error *err)
{
    size_t parties = arms_entity_count() + arms_dataset_unlisted(tally->dataset) + 1;
    arms_arena *arena = tally->arena;
    tally->slots = arms_alloc(arena, parties, sizeof *tally->slots, err);
    tally->parties = arms_alloc(arena, parties + 1, sizeof *tally->parties, err);
    tally->counted = arms_alloc(arena, parties + 1, sizeof *tally->counted, err);
    tally->partners = arms_alloc(arena, parties, sizeof *tally->partners, err);
    return tally->slots && tally->parties && tally->counted && tally->partners;
}

/* The cells of all years and parties, with what the flows that match add up to. */
static bool add_flows(arms_tally *tally, arms_error *err)
{
    size_t years = years_of(&tally->question);
    size_t cells = tally->slot_count * years * OTHER_SIDES;
    tally->cells = arms_alloc(tally->arena, cells, sizeof *tally->cells, err);
    tally->wholes = arms_alloc(tally->arena, years, sizeof *tally->wholes, err);
    if (!tally->cells || !tally->wholes)
        return false;
    for (size_t i = 0; i < tally->match_count; i++)
        add_flow(tally, &tally->matches[i]);
    return true;
}

bool arms_tally_make(arms_tally **out, arms_arena *arena, const arms_dataset *dataset,
                     const arms_question *question, arms_error *err)
{
    if (question->years.last < question->years.first || years_of(question) > MAX_YEARS)
        return arms_fail(err, ARMS_USAGE, "a period must be 1 to %d years long",
                         MAX_YEARS);
    arms_tally *tally = arms_alloc(arena, 1, sizeof *tally, err);
    if (!tally)
        return false;
    *tally = (arms_tally){
        .arena = arena, .dataset = dataset, .question = *question, .slot_count = 1};
    if (!allocate(tally, err))
        return false;
    tally->parties[PRINTED] = arms_entity_world();
    if (!match_flows(tally, err) || !allocation_link(tally, err))
        return false;
    if (!add_flows(tally, err))
        return false;
    *out = tally;
    return true;
}

const arms_dataset *arms_tally_dataset(const arms_tally *tally)
{
    return tally->dataset;
}

const arms_question *arms_tally_question(const arms_tally *tally)
{
    return &tally->question;
}

size_t arms_tally_partners(const arms_tally *tally, const arms_party **out)
{
    *out = tally->partners;
    return tally->partner_count;
}

bool tally_covers(const arms_tally *tally, arms_party partner, int year, other_side other)
{
    const arms_question *q = &tally->question;
    arms_party opposite = q->subject != ARMS_ALL ? q->subject
                          : other == SUMMED      ? arms_entity_world()
                                                 : ARMS_ALL;
    bool exports = partner_exports(q);
    return arms_dataset_covers(tally->dataset, exports ? partner : opposite,
                               exports ? opposite : partner, year, q->category);
}
