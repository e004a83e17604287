/* Names of parties, one or several, and the regions that hold them. */
#include <armstrade/group.h>
#include <armstrade/membership.h>
#include <string.h>

#include "analysis/claims/grammar.h"

void names_join(names *out, const names *more)
{
    for (size_t i = 0; i < more->count && out->count < WHO_MOST; i++)
        out->list[out->count++] = more->list[i];
}

bool names_same(const names *a, const names *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->list[i].name, b->list[i].name) != 0)
            return false;
    return true;
}

bool other_named(names *out, const grammar *g, int at, const names *than)
{
    const scene *s = g->scene;
    names n;
    for (int i = 0; i < at; i++)
        if (is_kind(s, i, ITEM_PARTY) && !s->items[i].pronoun && !s->items[i].aside &&
            names_of(&n, g, i) && !names_same(&n, than)) {
            *out = n;
            return true;
        }
    return false;
}

names names_world(void)
{
    return (names){.list = {{.name = "World", .entity = arms_entity_world()}},
                   .count = 1};
}

bool is_world(const names *n)
{
    return n->count == 1 && n->list[0].entity == arms_entity_world();
}

void names_keep(names *n, size_t which)
{
    if (which >= n->count)
        return;
    n->list[0] = n->list[which];
    n->count = 1;
}

names *frame_varying(frame *f)
{
    return f->varying == SLOT_COUNTERPART ? &f->counterpart : &f->subject;
}

arms_direction flow_so_far(const grammar *g)
{
    return g->has_frame ? g->frame.flow : g->memory->flow;
}

bool region_in_front(names *out, const grammar *g, const names *member)
{
    const scene *s = g->scene;
    int i = 1;
    if (!is(s, 0, LEX_IN) && !is_word(s, 0, "of") && !is_word(s, 0, "among"))
        return false;
    while (is(s, i, LEX_ALL) || is(s, i, LEX_ARTICLE) || is(s, i, LEX_OF))
        i++;
    if (!is_kind(s, i, ITEM_PARTY) || !names_of(out, g, i))
        return false;
    for (i++; is(s, i, LEX_COUNTRIES) || is_unknown(s, i);)
        i++;
    return is_sign(s, i, ',') && is_region(out) && member->count > 0 &&
           region_has(&out->list[0], &member->list[0]);
}

bool is_region(const names *n)
{
    return n->count == 1 && n->list[0].entity == 0;
}

/* The group that a publisher calls so; 0 for none. */
static arms_group_id group_of(const char *name, const char *publisher)
{
    arms_group_id id;
    arms_error ignored;
    return arms_group_find(&id, arms_text_of(name), publisher, &ignored) ? id : 0;
}

/* "North Africa" in "Africa": all of its members are members of the other. */
static bool group_within(arms_group_id part, arms_group_id whole)
{
    enum { YEAR = 2000 };
    bool some = false;
    for (size_t e = 1; e <= arms_entity_count(); e++) {
        if (!arms_group_has(part, (arms_entity_id)e, YEAR))
            continue;
        if (!arms_group_has(whole, (arms_entity_id)e, YEAR))
            return false;
        some = true;
    }
    return some;
}

static const char *const publishers[] = {"SIPRI", "UN Comtrade", ""};

bool region_is_known(const who *region)
{
    bool known = false;
    for (size_t i = 0; i < sizeof publishers / sizeof *publishers; i++)
        known = known || group_of(region->name, publishers[i]) != 0;
    return known;
}

bool region_has(const who *region, const who *party)
{
    enum { YEAR = 2000 };
    if (region->entity != 0)
        return false;
    for (size_t i = 0; i < sizeof publishers / sizeof *publishers; i++) {
        arms_group_id whole = group_of(region->name, publishers[i]);
        arms_group_id part =
            whole != 0 && party->entity == 0 ? group_of(party->name, publishers[i]) : 0;
        if (whole != 0 && party->entity != 0 &&
            arms_group_has(whole, party->entity, YEAR))
            return true;
        if (part != 0 && part != whole && group_within(part, whole))
            return true;
    }
    return false;
}
