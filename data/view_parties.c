/* The parties that a question names, and which others count as them: members of a group,
 * and former states by the rule of succession that was asked for. */
#include "data/view_build.h"

#include <armstrade/group.h>
#include <stdlib.h>
#include <string.h>

enum { ALWAYS = 9999 };

/* A name on one side of the question. */
typedef struct named {
    view_side side;
    const char *name; /* NULL = all */
    arms_party party;
    arms_group_id group; /* what it means instead, or 0 */
} named;

static bool add_rule(view_builder *b, view_side side, view_rule rule, arms_error *err)
{
    view_rules *rules = &b->view->sides[side];
    rules->items = arms_extend(b->own, rules->items, rules->count, sizeof rule, err);
    if (!rules->items)
        return false;
    rules->items[rules->count++] = rule;
    return true;
}

/* ---- what a name means ---- */

/* Whether the dataset itself has a row for what `name` stands for: a table of regions has
 * its publisher's "Europe". */
static bool has_row(const view_builder *b, arms_party party)
{
    return arms_dataset_has(b->view->base, party);
}

/* A group named by its code is the file's own row where the file is its publisher's. */
static bool own_row(arms_party *out, const view_builder *b, arms_group_id id)
{
    const arms_group *group = arms_group_get(id);
    arms_error ignored;
    return strcmp(group->publisher, b->view->base->about.publisher) == 0 &&
           arms_dataset_find(out, b->view->base, arms_text_of(group->name), &ignored) &&
           arms_dataset_party_kind(b->view->base, *out) == ARMS_ENTITY_AGGREGATE &&
           has_row(b, *out);
}

/* A name that is none of a single party may be a group's. */
static bool find_group(view_builder *b, named *n, arms_error *err)
{
    arms_error why = {0};
    const char *publisher = b->view->base->about.publisher;
    if (!arms_group_find(&n->group, arms_text_of(n->name), publisher, &why)) {
        if (why.code != ARMS_USAGE)
            return arms_fail_memory(err);
        return view_gap(b, ARMS_VIEW_NO_GROUP, arms_print(b->arena, err, "%s", why.text));
    }
    if (n->group > 0 && own_row(&n->party, b, n->group))
        n->group = 0;
    return true;
}

/* Whether the file was exported for the party by name. */
static bool is_selected(const view_builder *b, arms_party party)
{
    const arms_box *boxes;
    size_t count = arms_dataset_boxes(b->view->base, &boxes);
    for (size_t i = 0; i < count; i++) {
        const arms_side *from = &boxes[i].exporters, *to = &boxes[i].importers;
        if ((from->count == 1 && from->parties[0] == party) ||
            (to->count == 1 && to->parties[0] == party))
            return true;
    }
    return false;
}

/* Organisations buy arms themselves, but their names mean their members as a rule: only
 * the publisher's own spelling ("NATO**"), or a file exported for it, means the
 * organisation. */
static bool may_be_group(const view_builder *b, const named *n)
{
    arms_entity_kind kind = arms_dataset_party_kind(b->view->base, n->party);
    size_t length = strlen(n->name);
    bool spelt = length > 0 && n->name[length - 1] == '*';
    return (kind == ARMS_ENTITY_ORGANISATION && !spelt && !is_selected(b, n->party)) ||
           (kind == ARMS_ENTITY_AGGREGATE && !has_row(b, n->party));
}

static bool no_group(view_builder *b, const named *n, arms_error *err)
{
    if (arms_dataset_party_kind(b->view->base, n->party) != ARMS_ENTITY_AGGREGATE)
        return true;
    return view_gap(b, ARMS_VIEW_NO_GROUP,
                    arms_print(b->arena, err,
                               "%s is a group, and which members are meant is not known",
                               arms_dataset_party_name(b->view->base, n->party)));
}

static bool find_named(view_builder *b, named *n, arms_error *err)
{
    arms_error why = {0};
    if (!n->name)
        return true;
    if (arms_dataset_find(&n->party, b->view->base, arms_text_of(n->name), &why)) {
        if (n->party == arms_entity_world() || !may_be_group(b, n))
            return true;
        return find_group(b, n, err) &&
               (n->group > 0 || b->out->gap != ARMS_VIEW_COMPLETE || no_group(b, n, err));
    }
    if (why.code != ARMS_USAGE)
        return arms_fail_memory(err);
    n->party = ARMS_ALL;
    if (!find_group(b, n, err))
        return false;
    if (n->group > 0 || n->party > 0 || b->out->gap != ARMS_VIEW_COMPLETE)
        return true;
    return view_gap(b, ARMS_VIEW_NO_NAME, arms_print(b->arena, err, "%s", why.text));
}

/* ---- groups ---- */

/* A former state was a member as long as it was there. */
static bool ended_with_state(const arms_member *member)
{
    const arms_entity *entity = arms_entity_get(member->entity);
    return entity->kind == ARMS_ENTITY_FORMER &&
           strtol(entity->to, NULL, 10) <= (member->to > 0 ? member->to : ALWAYS);
}

/* The years in which a member counts; false where it never does. */
static bool years_of(view_rule *rule, const view_builder *b, const arms_member *member)
{
    int end = b->wanted->years.last;
    bool began = member->from <= end, lasts = member->to == 0 || member->to >= end;
    *rule = (view_rule){.from = member->entity, .first = 0, .last = ALWAYS};
    if (b->wanted->terms.membership == ARMS_MEMBERS_FIXED)
        return began && (lasts || ended_with_state(member));
    rule->first = member->from;
    rule->last = member->to > 0 ? member->to : ALWAYS;
    return true;
}

static bool add_members(size_t *members, view_builder *b, const named *n, arms_error *err)
{
    arms_member *list;
    size_t count;
    *members = 0;
    if (!arms_group_members(&list, &count, b->own, n->group, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        view_rule rule;
        arms_entity_kind kind = arms_entity_get(list[i].entity)->kind;
        if (!arms_policy_keeps(b->wanted->terms.policy, kind) ||
            !years_of(&rule, b, &list[i]))
            continue;
        rule.to = n->party;
        *members += kind == ARMS_ENTITY_STATE;
        if (!add_rule(b, n->side, rule, err))
            return false;
    }
    return true;
}

/* "Europe" on data of the publisher who defines it, else "Europe (SIPRI)"; but "NATO",
 * whose name says whose it is. */
static const char *bloc_name(const view_builder *b, const arms_group *group,
                             arms_error *err)
{
    const char *publisher = b->view->base->about.publisher;
    if (strstr(group->code, group->publisher) || !strcmp(group->publisher, publisher))
        return group->name;
    return arms_print(b->own, err, "%s (%s)", group->name, group->publisher);
}

/* The number of a group's party, the same on both sides. */
static bool make_bloc(arms_party *out, view_builder *b, arms_group_id id, arms_error *err)
{
    const char *name = bloc_name(b, arms_group_get(id), err);
    size_t i = 0;
    if (!name)
        return false;
    while (i < b->bloc_count && strcmp(b->blocs[i].name, name) != 0)
        i++;
    if (i == b->bloc_count) {
        unlisted_party *bloc = &b->blocs[b->bloc_count++];
        *bloc = (unlisted_party){.name = name, .kind = ARMS_ENTITY_BLOC};
        if (!arms_text_key(&bloc->key, b->own, arms_text_of(name), err))
            return false;
    }
    *out = (arms_party)(arms_entity_count() + b->view->base->unlisted_count + 1 + i);
    return true;
}

static bool note_group(view_builder *b, const named *n, size_t members, arms_error *err)
{
    bool fixed = b->wanted->terms.membership == ARMS_MEMBERS_FIXED;
    const char *code = arms_group_get(n->group)->code;
    const char *when = fixed ? arms_print(b->arena, err, "as of %d (%zu states)",
                                          b->wanted->years.last, members)
                             : "of each year";
    return when && view_note(b,
                             arms_print(b->arena, err,
                                        "%s is the sum of its members %s; trade among "
                                        "them is counted",
                                        code, when),
                             err);
}

/* What the organisation of that name has itself is not among its members'. */
static bool note_organisation(view_builder *b, arms_party party, arms_error *err)
{
    if (arms_dataset_party_kind(b->view->base, party) != ARMS_ENTITY_ORGANISATION ||
        !has_row(b, party))
        return true;
    return view_note(b,
                     arms_print(b->arena, err, "what %s has itself is not in it",
                                arms_dataset_party_name(b->view->base, party)),
                     err);
}

static bool expand_group(view_builder *b, named *n, arms_error *err)
{
    size_t members;
    arms_party before = n->party;
    return n->group == 0 ||
           (make_bloc(&n->party, b, n->group, err) && add_members(&members, b, n, err) &&
            note_group(b, n, members, err) && note_organisation(b, before, err));
}

/* ---- former states ---- */

/* The state that a former one counts as, or 0. */
static arms_party heir(const view_builder *b, arms_entity_id former)
{
    arms_entity_id state = 0;
    if (b->wanted->terms.succession == ARMS_SUCCESSION_CONTINUATOR)
        return arms_entity_continuator(former);
    for (arms_entity_id id = 1; id <= arms_entity_count() && state == 0; id++)
        if (arms_entity_absorbed_by(former, id))
            state = id;
    return state;
}

/* What is named is said; of the others, how many there are. */
static bool note_heir(view_builder *b, const named names[VIEW_SIDES], view_rule rule,
                      arms_error *err)
{
    if (rule.to != names[0].party && rule.to != names[1].party) {
        b->heirs++;
        return true;
    }
    return view_note(b,
                     arms_print(b->arena, err, "%s counts as %s",
                                arms_entity_get(rule.from)->name,
                                arms_entity_get(rule.to)->name),
                     err);
}

static bool note_heirs(view_builder *b, arms_error *err)
{
    static const char *const words[] = {
        [ARMS_SUCCESSION_CONTINUATOR] = "continued it",
        [ARMS_SUCCESSION_TERRITORY] = "has its land today",
    };
    bool pair = b->wanted->exporter && b->wanted->importer;
    return b->heirs == 0 || pair ||
           view_note(b,
                     arms_print(b->arena, err,
                                "former states besides, each counted as the state that "
                                "%s: %zu",
                                words[b->wanted->terms.succession], b->heirs),
                     err);
}

static bool add_heir(view_builder *b, view_rule rule, arms_error *err)
{
    return add_rule(b, VIEW_EXPORTERS, rule, err) &&
           add_rule(b, VIEW_IMPORTERS, rule, err);
}

/* A former state by its land: after its end, its successors. */
static bool add_successors(view_builder *b, const named *n, arms_error *err)
{
    const arms_entity *former = arms_entity_get(n->party);
    if (n->group > 0 || !former || former->kind != ARMS_ENTITY_FORMER)
        return true;
    arms_text list = arms_text_of(former->successor), code;
    int first = (int)strtol(former->to, NULL, 10) + 1;
    while (arms_text_split(&code, &list, ';')) {
        const char *copy = arms_copy(b->own, code.ptr, code.len, err);
        if (!copy)
            return false;
        view_rule rule = {arms_entity_by_code(copy), n->party, first, ALWAYS};
        if (!add_rule(b, n->side, rule, err))
            return false;
    }
    return view_note(
        b,
        arms_print(b->arena, err, "%s is its successors from %d on", former->name, first),
        err);
}

/* Former states that occur count as their heirs, except those that are asked for. */
static bool add_former(view_builder *b, const named names[VIEW_SIDES], arms_error *err)
{
    if (b->wanted->terms.succession == ARMS_SUCCESSION_NONE)
        return true;
    for (arms_entity_id id = 1; id <= arms_entity_count(); id++) {
        bool asked = names[0].party == id || names[1].party == id;
        if (asked || arms_entity_get(id)->kind != ARMS_ENTITY_FORMER || !has_row(b, id))
            continue;
        const view_rule rule = {id, heir(b, id), 0, ALWAYS};
        if (rule.to > 0 && (!add_heir(b, rule, err) || !note_heir(b, names, rule, err)))
            return false;
    }
    if (!note_heirs(b, err))
        return false;
    if (b->wanted->terms.succession != ARMS_SUCCESSION_TERRITORY)
        return true;
    return add_successors(b, &names[0], err) && add_successors(b, &names[1], err);
}

bool view_find_parties(view_builder *b, arms_error *err)
{
    named names[VIEW_SIDES] = {
        {.side = VIEW_EXPORTERS, .name = b->wanted->exporter},
        {.side = VIEW_IMPORTERS, .name = b->wanted->importer},
    };
    for (int i = 0; i < VIEW_SIDES; i++) {
        if (b->out->gap == ARMS_VIEW_COMPLETE &&
            (!find_named(b, &names[i], err) || !expand_group(b, &names[i], err)))
            return false;
    }
    b->out->exporter = names[VIEW_EXPORTERS].party;
    b->out->importer = names[VIEW_IMPORTERS].party;
    return b->out->gap != ARMS_VIEW_COMPLETE ||
           (add_former(b, names, err) &&
            view_find_apart(b, names[VIEW_EXPORTERS].party, err) &&
            view_find_apart(b, names[VIEW_IMPORTERS].party, err));
}
