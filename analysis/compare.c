/* A comparison, step by step; and the words for its outcomes. */
#include <armstrade/compare.h>

#include "analysis/compare_parts.h"

/* Nothing is compared where no row and no total has two sides. */
static bool check_any(const arms_comparison *c, arms_error *err)
{
    const arms_compared_side *sides = c->total.sides;
    if (c->total.change != ARMS_CHANGE_NOT_COMPARABLE)
        return true;
    size_t side = compare_known(&sides[0]);
    return arms_fail(err, ARMS_DOMAIN, "nothing can be compared: in d%zu, %s", side + 1,
                     sides[side].why);
}

bool arms_compare(arms_comparison **out, arms_arena *arena,
                  const arms_dataset *const datasets[2],
                  const arms_compare_question *question, arms_error *err)
{
    arms_comparison *c = arms_alloc(arena, 1, sizeof *c, err);
    compare_job *job = arms_alloc(arena, 1, sizeof *job, err);
    if (!c || !job)
        return false;
    c->datasets[0] = datasets[0];
    c->datasets[1] = datasets[1];
    *job = (compare_job){.arena = arena, .out = c, .question = question};
    *out = c;
    return compare_scope(job, err) && compare_pairs(job, err) && check_any(c, err) &&
           compare_deals(job, err) && compare_mirror(job, err) && compare_notes(job, err);
}

const char *arms_change_name(arms_change change, arms_relation relation)
{
    static const char *const revisions[ARMS_CHANGES] = {
        "equal", "revised", "appeared", "vanished", "undecided", "not comparable",
    };
    static const char *const others[ARMS_CHANGES] = {
        "agree", "differ", "only in d2", "only in d1", "undecided", "not comparable",
    };
    return (relation == ARMS_RELATION_RELEASES ? revisions : others)[change];
}

const char *arms_held_name(arms_held held)
{
    static const char *const names[] = {
        [ARMS_HELD_VALUE] = "value",
        [ARMS_HELD_ROUNDS_TO_ZERO] = "rounds to zero",
        [ARMS_HELD_NIL] = "nil",
        [ARMS_HELD_MISSING] = "missing",
        [ARMS_HELD_NOT_COVERED] = "not covered",
        [ARMS_HELD_NO_NAME] = "name unknown",
    };
    return names[held];
}

static const char *const grain_names[] = {
    [ARMS_GRAIN_FINEST] = "finest",      [ARMS_GRAIN_PAIRS] = "pair",
    [ARMS_GRAIN_IMPORTERS] = "importer", [ARMS_GRAIN_EXPORTERS] = "exporter",
    [ARMS_GRAIN_TOTAL] = "total",
};

const char *arms_grain_name(arms_grain grain)
{
    return grain_names[grain];
}

bool arms_grain_parse(arms_grain *out, arms_text text, arms_error *err)
{
    for (int i = ARMS_GRAIN_PAIRS; i <= ARMS_GRAIN_TOTAL; i++) {
        if (arms_text_is(text, grain_names[i])) {
            *out = (arms_grain)i;
            return true;
        }
    }
    return arms_fail(err, ARMS_USAGE,
                     "--by %.*s: write pair, importer, exporter or total",
                     arms_text_shown(text, 60), text.ptr);
}

const char *arms_relation_name(arms_relation relation)
{
    static const char *const names[] = {
        [ARMS_RELATION_RELEASES] = "releases",
        [ARMS_RELATION_SAME] = "same release",
        [ARMS_RELATION_MIRROR] = "mirror",
        [ARMS_RELATION_SOURCES] = "sources",
    };
    return names[relation];
}
