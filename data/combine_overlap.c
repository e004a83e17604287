/* What two datasets of one release both hold.
 *
 * They overlap where a box of one meets a box of the other: an exporter, an importer, a
 * year and a category in common ("all parties" holds every one but World, which is a
 * sum); where a flow of one lies in a box of the other, which says that it is complete
 * without it; and where both print a figure for the same year, parties and category. */
#include "data/combining.h"

#include <stdlib.h>
#include <string.h>

/* The second dataset's parties and categories in the numbers of the first; names that
 * only the second one has get numbers beyond them. */
typedef struct comparison {
    const arms_dataset *a, *b;
    arms_party *parties; /* of names that are not in the reference table */
    uint32_t *categories;
    combine_overlap *out;
    const char *exporter, *importer; /* the first that both have; NULL = all */
    size_t exporters, importers;     /* how many; 0 = all */
} comparison;

static arms_party party_in_a(const arms_dataset *a, const unlisted_party *party)
{
    for (size_t i = 0; i < a->unlisted_count; i++)
        if (arms_text_equal(a->unlisted[i].key, party->key))
            return (arms_party)(arms_entity_count() + 1 + i);
    return 0;
}

static uint32_t category_in_a(const arms_dataset *a, const char *name)
{
    for (size_t i = 0; i < a->category_count; i++)
        if (strcmp(a->categories[i], name) == 0)
            return (uint32_t)i + 1;
    return 0;
}

static bool number_names(comparison *c, arms_arena *arena, arms_error *err)
{
    const arms_dataset *a = c->a, *b = c->b;
    size_t parties = arms_entity_count() + a->unlisted_count;
    c->parties = arms_alloc(arena, b->unlisted_count, sizeof *c->parties, err);
    c->categories = arms_alloc(arena, b->category_count + 1, sizeof *c->categories, err);
    if (!c->parties || !c->categories)
        return false;
    for (size_t i = 0; i < b->unlisted_count; i++) {
        arms_party found = party_in_a(a, &b->unlisted[i]);
        c->parties[i] = found > 0 ? found : (arms_party)(parties + 1 + i);
    }
    for (size_t i = 0; i < b->category_count; i++) {
        uint32_t found = category_in_a(a, b->categories[i]);
        c->categories[i + 1] = found > 0 ? found : (uint32_t)(a->category_count + 1 + i);
    }
    return true;
}

static arms_party number_party(const comparison *c, arms_party party)
{
    size_t listed = arms_entity_count();
    return party > listed ? c->parties[party - listed - 1] : party;
}

static bool lists(const arms_side *side, arms_party party)
{
    for (size_t i = 0; i < side->count; i++)
        if (side->parties[i] == party)
            return true;
    return side->all && party != arms_entity_world();
}

/* Parties on both sides; `theirs` is in the numbers of the second dataset. */
typedef struct meeting {
    size_t count;
    arms_party first; /* in the numbers of the second dataset where it lists it */
    bool all;
} meeting;

static meeting meet(const comparison *c, const arms_side *mine, const arms_side *theirs)
{
    meeting m = {.all = mine->all && theirs->all};
    m.count = m.all;
    for (size_t i = 0; !theirs->all && i < theirs->count; i++) {
        bool both = lists(mine, number_party(c, theirs->parties[i]));
        m.first = both && m.count == 0 ? theirs->parties[i] : m.first;
        m.count += both;
    }
    for (size_t i = 0; theirs->all && !mine->all && i < mine->count; i++) {
        bool both = lists(theirs, mine->parties[i]);
        m.first = both && m.count == 0 ? mine->parties[i] : m.first;
        m.count += both;
    }
    return m;
}

static void widen(arms_years *years, arms_years more)
{
    bool none = years->first == 0;
    years->first = none || more.first < years->first ? more.first : years->first;
    years->last = none || more.last > years->last ? more.last : years->last;
}

static const char *party_name(const comparison *c, const arms_side *theirs,
                              const meeting *m)
{
    return arms_dataset_party_name(theirs->all ? c->a : c->b, m->first);
}

/* The first place where boxes meet gives the names, all of them the years. */
static void meet_boxes(comparison *c, const arms_box *mine, const arms_box *theirs)
{
    uint32_t category = c->categories[theirs->category];
    arms_years years = {
        mine->years.first > theirs->years.first ? mine->years.first : theirs->years.first,
        mine->years.last < theirs->years.last ? mine->years.last : theirs->years.last};
    meeting exporters = meet(c, &mine->exporters, &theirs->exporters);
    meeting importers = meet(c, &mine->importers, &theirs->importers);
    bool kind = mine->category == 0 || category == 0 || mine->category == category;
    if (!kind || years.first > years.last || exporters.count == 0 || importers.count == 0)
        return;
    widen(&c->out->years, years);
    if (c->out->found)
        return;
    c->out->found = true;
    c->exporters = exporters.all ? 0 : exporters.count;
    c->importers = importers.all ? 0 : importers.count;
    c->exporter = exporters.all ? NULL : party_name(c, &theirs->exporters, &exporters);
    c->importer = importers.all ? NULL : party_name(c, &theirs->importers, &importers);
}

static void compare_boxes(comparison *c)
{
    for (size_t i = 0; i < c->a->box_count; i++)
        for (size_t j = 0; j < c->b->box_count; j++)
            meet_boxes(c, &c->a->boxes[i], &c->b->boxes[j]);
}

/* ---- flows ---- */

/* A flow of the second dataset in the numbers of the first. */
static arms_flow renumber(const comparison *c, arms_flow flow)
{
    flow.exporter = number_party(c, flow.exporter);
    flow.importer = number_party(c, flow.importer);
    flow.category = c->categories[flow.category];
    return flow;
}

static void meet_flow(comparison *c, const arms_dataset *of, const arms_flow *flow)
{
    widen(&c->out->years, (arms_years){flow->year, flow->year});
    if (c->out->found)
        return;
    c->out->found = true;
    c->exporters = c->importers = 1;
    c->exporter = arms_dataset_party_name(of, flow->exporter);
    c->importer = arms_dataset_party_name(of, flow->importer);
}

static bool in_box(const arms_box *box, const arms_flow *flow)
{
    return flow->year >= box->years.first && flow->year <= box->years.last &&
           (box->category == 0 || box->category == flow->category) &&
           lists(&box->exporters, flow->exporter) &&
           lists(&box->importers, flow->importer);
}

static bool in_boxes(const arms_dataset *dataset, const arms_flow *flow)
{
    for (size_t i = 0; i < dataset->box_count; i++)
        if (in_box(&dataset->boxes[i], flow))
            return true;
    return false;
}

/* Boxes of the second dataset, in the numbers of the first. */
static bool renumber_boxes(arms_dataset *out, const comparison *c, arms_arena *arena,
                           arms_error *err)
{
    size_t count = c->b->box_count;
    arms_box *boxes = arms_alloc(arena, count, sizeof *boxes, err);
    for (size_t i = 0; boxes && i < count; i++) {
        boxes[i] = c->b->boxes[i];
        boxes[i].category = c->categories[boxes[i].category];
        arms_side *sides[] = {&boxes[i].exporters, &boxes[i].importers};
        for (size_t k = 0; k < 2; k++) {
            size_t parties = sides[k]->count;
            arms_party *list = arms_alloc(arena, parties, sizeof *list, err);
            if (!list)
                return false;
            for (size_t j = 0; j < parties; j++)
                list[j] = number_party(c, sides[k]->parties[j]);
            sides[k]->parties = list;
        }
    }
    *out = (arms_dataset){.boxes = boxes, .box_count = count};
    return boxes != NULL;
}

static bool compare_flows_with_boxes(comparison *c, arms_arena *arena, arms_error *err)
{
    arms_dataset theirs;
    if (!renumber_boxes(&theirs, c, arena, err))
        return false;
    for (size_t i = 0; i < c->a->count; i++) {
        arms_flow flow = arms_dataset_flow(c->a, i);
        if (in_boxes(&theirs, &flow))
            meet_flow(c, c->a, &flow);
    }
    for (size_t i = 0; i < c->b->count; i++) {
        arms_flow own = arms_dataset_flow(c->b, i), flow = renumber(c, own);
        if (in_boxes(c->a, &flow))
            meet_flow(c, c->b, &own);
    }
    return true;
}

typedef struct flow_key {
    int year;
    uint32_t exporter, importer, category;
} flow_key;

static flow_key key_of(const arms_flow *flow)
{
    return (flow_key){flow->year, flow->exporter, flow->importer, flow->category};
}

static int order(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_keys(const void *left, const void *right)
{
    const flow_key *a = left, *b = right;
    int by_year = (a->year > b->year) - (a->year < b->year);
    int by_exporter = order(a->exporter, b->exporter);
    int by_importer = order(a->importer, b->importer);
    return by_year       ? by_year
           : by_exporter ? by_exporter
           : by_importer ? by_importer
                         : order(a->category, b->category);
}

static bool compare_flows(comparison *c, arms_arena *arena, arms_error *err)
{
    size_t count = c->a->count;
    flow_key *keys = arms_alloc(arena, count, sizeof *keys, err);
    if (!keys)
        return false;
    for (size_t i = 0; i < count; i++) {
        arms_flow flow = arms_dataset_flow(c->a, i);
        keys[i] = key_of(&flow);
    }
    qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 0; i < c->b->count; i++) {
        arms_flow own = arms_dataset_flow(c->b, i), flow = renumber(c, own);
        flow_key key = key_of(&flow);
        if (bsearch(&key, keys, count, sizeof *keys, compare_keys))
            meet_flow(c, c->b, &own);
    }
    return true;
}

/* "all exporters", "China", "China and 3 others". */
static const char *side_words(arms_arena *arena, const char *first, size_t count,
                              const char *all, arms_error *err)
{
    if (count == 0)
        return all;
    if (count == 1)
        return arms_copy(arena, first, strlen(first), err);
    return arms_print(arena, err, "%s and %zu other%s", first, count - 1,
                      count > 2 ? "s" : "");
}

static bool compare(comparison *c, arms_arena *scratch, arms_arena *arena,
                    arms_error *err)
{
    if (!number_names(c, scratch, err))
        return false;
    compare_boxes(c);
    if (!c->out->found && !compare_flows_with_boxes(c, scratch, err))
        return false;
    if (!c->out->found && !compare_flows(c, scratch, err))
        return false;
    c->out->exporters =
        side_words(arena, c->exporter, c->exporters, "all exporters", err);
    c->out->importers =
        side_words(arena, c->importer, c->importers, "all importers", err);
    return c->out->exporters && c->out->importers;
}

bool combine_find_overlap(combine_overlap *out, arms_arena *arena, const arms_dataset *a,
                          const arms_dataset *b, arms_error *err)
{
    arms_arena scratch = {0};
    comparison c = {.a = a, .b = b, .out = out};
    *out = (combine_overlap){0};
    bool done = compare(&c, &scratch, arena, err);
    arms_arena_free(&scratch);
    return done;
}
