/* What a dataset covers, in words. Up to six boxes are told one by one; more are taken
 * together by what their sides are: a table of the World Bank's has a box for each run of
 * years of each country. */
#include <string.h>

#include "analysis/claims/wording.h"
#include "report/inspect.h"

enum { FEW_BOXES = 6 };

static inspect_side side_of(const arms_side *side)
{
    if (side->all)
        return INSPECT_ALL;
    bool world = side->count == 1 && side->parties[0] == arms_entity_world();
    return world ? INSPECT_WORLD : INSPECT_NAMED;
}

static inspect_scope scope_of(const arms_box *box)
{
    return (inspect_scope){
        .exporters = side_of(&box->exporters),
        .importers = side_of(&box->importers),
        .names = {box->exporters.parties, box->importers.parties},
        .named = {box->exporters.count, box->importers.count},
        .years = box->years,
        .category = box->category,
    };
}

static bool lists(const arms_party *names, size_t count, arms_party party)
{
    for (size_t i = 0; i < count; i++)
        if (names[i] == party)
            return true;
    return false;
}

/* Adds the names of one side to those of another. */
static bool join_names(inspect_scope *to, const inspect_scope *from, int side,
                       arms_arena *arena, arms_error *err)
{
    size_t most = to->named[side] + from->named[side];
    arms_party *names = arms_alloc(arena, most, sizeof *names, err);
    if (!names)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < to->named[side]; i++)
        names[count++] = to->names[side][i];
    for (size_t i = 0; i < from->named[side]; i++)
        if (!lists(names, count, from->names[side][i]))
            names[count++] = from->names[side][i];
    to->names[side] = names;
    to->named[side] = count;
    return true;
}

/* Names are only copied where there are new ones. */
static bool join(inspect_scope *to, const inspect_scope *from, arms_arena *arena,
                 arms_error *err)
{
    to->gaps = true;
    if (from->years.first < to->years.first)
        to->years.first = from->years.first;
    if (from->years.last > to->years.last)
        to->years.last = from->years.last;
    for (int side = 0; side < 2; side++) {
        bool fresh = false;
        for (size_t i = 0; i < from->named[side] && !fresh; i++)
            fresh = !lists(to->names[side], to->named[side], from->names[side][i]);
        if (fresh && !join_names(to, from, side, arena, err))
            return false;
    }
    return true;
}

static bool alike(const inspect_scope *a, const inspect_scope *b)
{
    return a->exporters == b->exporters && a->importers == b->importers &&
           a->category == b->category;
}

bool inspect_scopes(inspect_dataset *to, arms_arena *arena, arms_error *err)
{
    const arms_box *boxes;
    size_t count = arms_dataset_boxes(to->data, &boxes);
    to->scopes = arms_alloc(arena, count, sizeof *to->scopes, err);
    if (!to->scopes)
        return false;
    for (size_t i = 0; i < count; i++) {
        inspect_scope one = scope_of(&boxes[i]);
        size_t at = count <= FEW_BOXES ? to->scope_count : 0;
        while (at < to->scope_count && !alike(&to->scopes[at], &one))
            at++;
        if (at == to->scope_count)
            to->scopes[to->scope_count++] = one;
        else if (!join(&to->scopes[at], &one, arena, err))
            return false;
    }
    return true;
}

static void put_side(arms_buffer *out, const arms_dataset *dataset,
                     const inspect_scope *scope, int side)
{
    inspect_side kind = side == 0 ? scope->exporters : scope->importers;
    if (kind == INSPECT_NAMED)
        inspect_names(out, dataset, scope->names[side], scope->named[side]);
    else if (kind == INSPECT_WORLD)
        arms_buffer_string(out, "the world as a whole");
    else
        arms_buffer_string(out, side == 0 ? "all exporters" : "all importers");
}

/* The sides, where World is one that was summed up. */
static void put_sides(arms_buffer *out, const arms_dataset *dataset,
                      const inspect_scope *scope)
{
    bool from = scope->exporters == INSPECT_WORLD, to = scope->importers == INSPECT_WORLD;
    if (from && to) {
        arms_buffer_string(out, "the world as a whole");
        return;
    }
    put_side(out, dataset, scope, from ? 1 : 0);
    arms_buffer_string(out, from ? ", each from " : to ? ", each to " : " to ");
    put_side(out, dataset, scope, from ? 0 : 1);
}

const char *inspect_scope_words(arms_arena *arena, const arms_dataset *dataset,
                                const inspect_scope *scope, arms_error *err)
{
    arms_buffer out = {0};
    const char *years = arms_years_words(arena, scope->years, err);
    put_sides(&out, dataset, scope);
    if (scope->category)
        arms_buffer_print(&out, ", only %s",
                          arms_dataset_category(dataset, scope->category));
    arms_buffer_print(&out, "%s%s",
                      scope->gaps ? ", for the years printed within " : ", ",
                      years ? years : "");
    if (out.data && out.data[0] >= 'a' && out.data[0] <= 'z')
        out.data[0] = (char)(out.data[0] - 'a' + 'A');
    return years ? inspect_text(arena, &out, err) : (arms_buffer_free(&out), NULL);
}
