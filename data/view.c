/* A view: a copy of a dataset whose parties and categories are named anew by rules.
 *
 * The copy has its flows at the same places, so that a flow found in it is a flow of the
 * base, and it keeps its base to ask what is covered. */
#include "data/view_build.h"

#include <string.h>

bool view_gap(view_builder *b, arms_view_gap gap, const char *why)
{
    b->out->gap = gap;
    b->out->why = why;
    return why != NULL;
}

bool view_note(view_builder *b, const char *clause, arms_error *err)
{
    const char *before = b->out->note;
    if (before && clause && strstr(before, clause))
        return true; /* a group on both sides is said once */
    b->out->note =
        before && clause ? arms_print(b->arena, err, "%s; %s", before, clause) : clause;
    return b->out->note != NULL;
}

arms_party view_apply(const view_rules *rules, arms_party party, int year)
{
    for (size_t i = 0; i < rules->count; i++) {
        const view_rule *rule = &rules->items[i];
        if (rule->from == party && year >= rule->first && year <= rule->last)
            return rule->to;
    }
    return party;
}

/* A walk over the parties of the base that make up one party of the view in a year. */
typedef struct walk {
    const view_rules *rules;
    arms_party party;
    int year;
    bool base; /* the party is one of the base itself */
    size_t next;
} walk;

static walk walk_parts(const struct dataset_view *view, view_side side, arms_party party,
                       int year)
{
    bool base = party <= arms_entity_count() + view->base->unlisted_count;
    return (walk){&view->sides[side], party, year, base, 0};
}

static bool next_part(arms_party *out, walk *w)
{
    while (w->next < w->rules->count) {
        const view_rule *rule = &w->rules->items[w->next++];
        *out = rule->from;
        if (rule->to == w->party && w->year >= rule->first && w->year <= rule->last &&
            view_apply(w->rules, rule->from, w->year) == w->party)
            return true;
    }
    *out = w->party;
    return w->next++ == w->rules->count && w->base;
}

static bool base_covers(const struct dataset_view *view, arms_party exporter,
                        arms_party importer, int year, uint32_t category)
{
    if (view->code_count == 0 || category != view->code_set)
        return arms_dataset_covers(view->base, exporter, importer, year, category);
    for (size_t i = 0; i < view->code_count; i++)
        if (!arms_dataset_covers(view->base, exporter, importer, year, view->codes[i]))
            return false;
    return true;
}

/* A group that has no member in a year covers nothing. */
bool view_covers(const struct dataset_view *view, arms_party exporter,
                 arms_party importer, int year, uint32_t category)
{
    arms_party from, to;
    size_t pairs = 0;
    walk i = walk_parts(view, VIEW_EXPORTERS, exporter, year);
    while (next_part(&from, &i)) {
        walk j = walk_parts(view, VIEW_IMPORTERS, importer, year);
        while (next_part(&to, &j)) {
            if (!base_covers(view, from, to, year, category))
                return false;
            pairs++;
        }
    }
    return pairs > 0;
}

static bool is_code(const struct dataset_view *view, uint32_t category)
{
    for (size_t i = 0; i < view->code_count; i++)
        if (view->codes[i] == category)
            return true;
    return false;
}

static void name_anew(arms_flow *flow, const struct dataset_view *view)
{
    flow->exporter = view_apply(&view->sides[VIEW_EXPORTERS], flow->exporter, flow->year);
    flow->importer = view_apply(&view->sides[VIEW_IMPORTERS], flow->importer, flow->year);
    if (is_code(view, flow->category))
        flow->category = view->code_set;
}

static bool copy_flows(arms_dataset *copy, const view_builder *b, arms_error *err)
{
    const arms_dataset *base = b->view->base;
    for (size_t i = 0; i < base->count; i++) {
        arms_flow flow = arms_dataset_flow(base, i);
        name_anew(&flow, b->view);
        if (!dataset_add(copy, &flow, err))
            return false;
    }
    return true;
}

/* The base's own parties and those that only the view has. */
static bool copy_parties(arms_dataset *copy, const view_builder *b, arms_error *err)
{
    size_t before = b->view->base->unlisted_count, count = before + b->bloc_count;
    unlisted_party *parties = arms_alloc(&copy->arena, count, sizeof *parties, err);
    if (!parties)
        return false;
    for (size_t i = 0; i < count; i++)
        parties[i] = i < before ? b->view->base->unlisted[i] : b->blocs[i - before];
    copy->unlisted = parties;
    copy->unlisted_count = count;
    return true;
}

static bool copy_categories(arms_dataset *copy, const view_builder *b, arms_error *err)
{
    size_t count = b->view->base->category_count;
    const char **names =
        arms_alloc(&copy->arena, count + 1, sizeof *copy->categories, err);
    if (!names)
        return false;
    for (size_t i = 0; i < count; i++)
        names[i] = b->view->base->categories[i];
    names[count] = b->code_name;
    copy->categories = names;
    copy->category_count = count + (b->code_name != NULL);
    return true;
}

/* What is said in the base's words is kept in the base's arena, which lives longer. */
static bool fill_copy(arms_dataset *copy, const view_builder *b, arms_error *err)
{
    const arms_dataset *base = b->view->base;
    copy->about = base->about;
    copy->measure = base->measure;
    copy->sources = base->sources;
    copy->source_count = base->source_count;
    copy->boxes = base->boxes;
    copy->box_count = base->box_count;
    copy->names = base->names;
    copy->view = b->view;
    return copy_parties(copy, b, err) && copy_categories(copy, b, err) &&
           copy_flows(copy, b, err) && dataset_finish(copy, err);
}

static bool is_changed(const view_builder *b)
{
    return b->view->sides[VIEW_EXPORTERS].count > 0 ||
           b->view->sides[VIEW_IMPORTERS].count > 0 || b->code_name;
}

static bool make_copy(view_builder *b, arms_dataset *copy, arms_error *err)
{
    b->view->base = b->out->dataset;
    if (!view_find_parties(b, err))
        return false;
    if (b->out->gap == ARMS_VIEW_COMPLETE && !view_find_category(b, err))
        return false;
    if (b->out->gap != ARMS_VIEW_COMPLETE || !is_changed(b))
        return true;
    b->out->copy = copy;
    b->out->dataset = copy;
    return fill_copy(copy, b, err);
}

bool arms_view_make(arms_view *out, arms_arena *arena, const arms_dataset *dataset,
                    const arms_wanted *wanted, arms_error *err)
{
    *out = (arms_view){.dataset = dataset};
    arms_dataset *copy = dataset_new(err);
    if (!copy)
        return false;
    struct dataset_view *view = arms_alloc(&copy->arena, 1, sizeof *view, err);
    view_builder b = {
        .arena = arena, .own = &copy->arena, .wanted = wanted, .view = view, .out = out};
    bool done = view && make_copy(&b, copy, err);
    if (!done || !out->copy) {
        out->copy = NULL;
        arms_dataset_free(copy);
    }
    return done;
}

void arms_view_free(arms_view *view)
{
    arms_dataset_free(view->copy);
    view->copy = NULL;
}
