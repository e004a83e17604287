/* Rows that stand in a file twice. In a table each key (year, exporter, importer,
 * category) belongs to one cell, so a second one is an error; in a register of deals many
 * deals share a key, and only a row that is alike in deal and figure too is suspect. */
#include <armstrade/audit.h>

#include <math.h>
#include <string.h>

#include "analysis/audit_keys.h"

static audit_key key_of(const arms_flow *flow, bool deals)
{
    const double figure[] = {flow->value, flow->low, flow->high};
    audit_key key = {.exporter = flow->exporter,
                     .importer = flow->importer,
                     .category = flow->category,
                     .year = flow->year};
    if (deals) {
        key.deal = flow->deal;
        memcpy(key.figure, figure, sizeof key.figure);
    }
    return key;
}

static bool deals_were_read(const arms_dataset *dataset)
{
    bool read = false;
    for (size_t i = 0; i < arms_dataset_count(dataset) && !read; i++)
        read = arms_dataset_flow(dataset, i).deal != 0;
    return read;
}

/* Missing figures are the same too. */
static bool same(double a, double b)
{
    return isnan(a) ? isnan(b) : a >= b && a <= b;
}

static bool same_figures(const arms_flow *a, const arms_flow *b)
{
    return same(a->value, b->value) && same(a->low, b->low) && same(a->high, b->high);
}

/* One more repeated flow: of the pair of lines that was met last, or of a new one. */
static bool add_repeat(arms_audit_repeats *out, arms_arena *arena, const arms_flow *first,
                       const arms_flow *again, arms_error *err)
{
    bool alike = same_figures(first, again);
    arms_audit_repeat *last = out->count > 0 ? &out->items[out->count - 1] : NULL;
    out->flows++;
    if (last && last->line == first->line && last->again == again->line) {
        last->flows++;
        last->years.last = again->year;
        last->same = last->same && alike;
        return true;
    }
    out->items = arms_extend(arena, out->items, out->count, sizeof *out->items, err);
    if (!out->items)
        return false;
    out->items[out->count++] = (arms_audit_repeat){again->exporter,
                                                   again->importer,
                                                   {again->year, again->year},
                                                   first->line,
                                                   again->line,
                                                   1,
                                                   alike};
    return true;
}

/* Finds each flow that has the key of one before it. */
static bool find_repeats(arms_audit_repeats *out, arms_arena *arena, audit_keys *keys,
                         const arms_dataset *dataset, arms_error *err)
{
    for (size_t i = 0; i < arms_dataset_count(dataset); i++) {
        arms_flow flow = arms_dataset_flow(dataset, i);
        audit_key key = key_of(&flow, out->deals);
        size_t *number = audit_keys_find(keys, &key);
        if (*number == 0) {
            *number = i + 1;
            continue;
        }
        arms_flow first = arms_dataset_flow(dataset, *number - 1);
        if (!add_repeat(out, arena, &first, &flow, err))
            return false;
    }
    return true;
}

bool arms_audit_repeated(arms_audit_repeats *out, arms_arena *arena,
                         const arms_dataset *dataset, arms_error *err)
{
    arms_arena scratch = {0};
    audit_keys keys;
    size_t count = arms_dataset_count(dataset);
    const arms_reading *reading = &arms_dataset_about(dataset)->reading;
    bool read = deals_were_read(dataset);
    *out = (arms_audit_repeats){.deals = read || reading->deals || reading->loose,
                                .told = read || !reading->deals};
    if (!out->told)
        return true;
    bool done = audit_keys_make(&keys, &scratch, count, err) &&
                find_repeats(out, arena, &keys, dataset, err);
    arms_arena_free(&scratch);
    return done;
}
