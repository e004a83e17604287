/* Printed totals against the sum of their parts.
 *
 * The total of an importer is the flow to it from World, its parts are the flows to it
 * from each party; of an exporter likewise. A flow from World to World is the total of
 * both: of what all exporters sent to World, and of what all importers got from it.
 *
 * Bounds are added with the values: rows of whole numbers that lie in [low, high) each
 * can add up to anything within the sum of these bounds, and a total whose own bounds do
 * not meet that sum was not made from these rows. */
#include <armstrade/audit.h>

#include <math.h>

#include "analysis/audit_keys.h"

typedef struct sums {
    arms_sum parts;
    size_t missing; /* parts without a figure */
} sums;

typedef struct work {
    arms_audit_totals *out;
    const arms_dataset *dataset;
    arms_arena *arena;
    arms_arena scratch;
    audit_keys keys;
    sums *sums; /* of each total */
} work;

static arms_interval interval_of(const arms_flow *flow)
{
    bool open = flow->low < flow->high && !(flow->flags & ARMS_FLAG_ALLOCATED);
    return (arms_interval){flow->value, flow->low, flow->high, open};
}

/* Where the total stands that a flow is, or is a part of. The two kinds of totals are
 * told apart by the side that is summed up, which is 0. */
static size_t *total_of(const work *w, const arms_flow *flow, bool of_imports)
{
    audit_key key = {.exporter = of_imports ? 0 : flow->exporter,
                     .importer = of_imports ? flow->importer : 0,
                     .category = flow->category,
                     .year = flow->year};
    return audit_keys_find(&w->keys, &key);
}

static bool add_total(work *w, const arms_flow *flow, bool of_imports, arms_error *err)
{
    size_t *number = total_of(w, flow, of_imports);
    arms_audit_totals *out = w->out;
    if (*number > 0)
        return true; /* a second one is a repetition, and told as such */
    out->items = arms_extend(w->arena, out->items, out->count, sizeof *out->items, err);
    w->sums = arms_extend(&w->scratch, w->sums, out->count, sizeof *w->sums, err);
    if (!out->items || !w->sums)
        return false;
    out->items[out->count++] = (arms_audit_total){.exporter = flow->exporter,
                                                  .importer = flow->importer,
                                                  .of_imports = of_imports,
                                                  .year = flow->year,
                                                  .category = flow->category,
                                                  .line = flow->line,
                                                  .printed = interval_of(flow)};
    *number = out->count;
    return true;
}

static bool find_totals(work *w, arms_error *err)
{
    arms_party world = arms_entity_world();
    for (size_t i = 0; i < arms_dataset_count(w->dataset); i++) {
        arms_flow flow = arms_dataset_flow(w->dataset, i);
        if (isnan(flow.value))
            continue;
        if ((flow.exporter == world && !add_total(w, &flow, true, err)) ||
            (flow.importer == world && !add_total(w, &flow, false, err)))
            return false;
    }
    return true;
}

static void add_part(work *w, const arms_flow *flow, bool of_imports)
{
    arms_party part = of_imports ? flow->exporter : flow->importer;
    if (arms_dataset_party_kind(w->dataset, part) == ARMS_ENTITY_AGGREGATE)
        return;
    size_t number = *total_of(w, flow, of_imports);
    if (number == 0)
        return;
    sums *to = &w->sums[number - 1];
    w->out->items[number - 1].count++;
    if (isnan(flow->value))
        to->missing++;
    else
        arms_sum_add(&to->parts, interval_of(flow));
}

/* Whether the dataset says that it has all parts of a total. */
static bool is_complete(const work *w, const arms_audit_total *total)
{
    arms_party exporter = total->of_imports ? ARMS_ALL : total->exporter;
    arms_party importer = total->of_imports ? total->importer : ARMS_ALL;
    return arms_dataset_covers(w->dataset, exporter, importer, total->year,
                               total->category);
}

/* Whether the total can be compared with its parts, and how it compares. */
static bool judge(const work *w, arms_audit_total *total, const sums *from)
{
    arms_interval parts = arms_sum_total(&from->parts), printed = total->printed;
    bool above = parts.low > printed.high && !arms_near(parts.low, printed.high);
    bool below = parts.high < printed.low && !arms_near(parts.high, printed.low);
    total->parts = parts;
    total->miss = printed.value - parts.value;
    total->fits = !above && !below;
    return total->count > 0 && (above || (from->missing == 0 && is_complete(w, total)));
}

static bool is_farther(const arms_audit_total *a, const arms_audit_total *b)
{
    if (a->fits != b->fits)
        return !a->fits;
    return fabs(a->miss) > fabs(b->miss);
}

/* Keeps the totals that can be compared. */
static void keep_comparable(work *w)
{
    arms_audit_totals *out = w->out;
    size_t kept = 0;
    for (size_t i = 0; i < out->count; i++) {
        arms_audit_total total = out->items[i];
        if (judge(w, &total, &w->sums[i]))
            out->items[kept++] = total;
    }
    out->count = kept;
}

static void finish(arms_audit_totals *out)
{
    for (size_t i = 0; i < out->count; i++) {
        const arms_audit_total *total = &out->items[i];
        bool off = !arms_near(total->miss, 0);
        out->off += off;
        out->misfits += !total->fits;
        if (off && (!out->far || is_farther(total, out->far)))
            out->far = total;
    }
}

static bool add_up(work *w, arms_error *err)
{
    if (!find_totals(w, err))
        return false;
    for (size_t i = 0; w->out->count > 0 && i < arms_dataset_count(w->dataset); i++) {
        arms_flow flow = arms_dataset_flow(w->dataset, i);
        add_part(w, &flow, true);
        add_part(w, &flow, false);
    }
    keep_comparable(w);
    finish(w->out);
    return true;
}

bool arms_audit_sums(arms_audit_totals *out, arms_arena *arena,
                     const arms_dataset *dataset, arms_error *err)
{
    work w = {.out = out, .dataset = dataset, .arena = arena};
    *out = (arms_audit_totals){0};
    if (!arms_dataset_has(dataset, arms_entity_world()))
        return true;
    size_t most = 4 * arms_dataset_count(dataset); /* two for each total and part */
    bool done = audit_keys_make(&w.keys, &w.scratch, most, err) && add_up(&w, err);
    arms_arena_free(&w.scratch);
    return done;
}
