/* Former states that a question may mean without naming them: who writes "Russia" of the
 * year 1989 means the Soviet Union, which a file has apart.
 *
 * A party is told apart from a former state whose successor it is if, in the years of the
 * question in which that state was there, the file has flows of the state and none of the
 * party. West Germany stands in all files as Germany, which has flows beside East
 * Germany's. */
#include "data/view_build.h"

#include <stdlib.h>

static bool succeeds(const arms_entity *former, const arms_entity *party)
{
    arms_text list = arms_text_of(former->successor), code;
    while (arms_text_split(&code, &list, ';'))
        if (arms_text_is(code, party->code))
            return true;
    return false;
}

static bool has_flows(const arms_dataset *dataset, arms_party party, arms_years years)
{
    for (size_t i = 0; i < arms_dataset_count(dataset); i++) {
        arms_flow flow = arms_dataset_flow(dataset, i);
        if ((flow.exporter == party || flow.importer == party) &&
            flow.year >= years.first && flow.year <= years.last)
            return true;
    }
    return false;
}

static bool counts_as(const view_builder *b, arms_party former, arms_party party)
{
    const view_rules *rules = &b->view->sides[VIEW_EXPORTERS];
    return view_apply(rules, former, b->wanted->years.first) == party;
}

/* Whether the file has the former state where the question means `party`. */
static bool is_apart(const view_builder *b, arms_entity_id former, arms_party party)
{
    const arms_entity *state = arms_entity_get(former), *heir = arms_entity_get(party);
    const arms_dataset *base = b->view->base;
    arms_years years = b->wanted->years;
    int end = (int)strtol(state->to, NULL, 10);
    if (state->kind != ARMS_ENTITY_FORMER || end < years.first ||
        !arms_dataset_has(base, former) || !succeeds(state, heir) ||
        counts_as(b, former, party))
        return false;
    years.last = end < years.last ? end : years.last;
    return has_flows(base, former, years) && !has_flows(base, party, years);
}

bool view_find_apart(view_builder *b, arms_party party, arms_error *err)
{
    if (party == ARMS_ALL || party > arms_entity_count() || b->out->apart)
        return true;
    for (arms_entity_id id = 1; id <= arms_entity_count(); id++) {
        if (!is_apart(b, id, party))
            continue;
        b->out->apart = arms_print(
            b->arena, err, "up to %s the file has \"%s\" apart, and nothing of %s",
            arms_entity_get(id)->to, arms_entity_get(id)->name,
            arms_entity_get(party)->name);
        return b->out->apart != NULL;
    }
    return true;
}
