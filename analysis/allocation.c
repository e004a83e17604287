/* Totals of deals that are spread over years: what their rows leave open together.
 *
 * A record of k rows has one total T, and each row its bounds [l, T − (k − 1) × l]. They
 * are not free of each other. Of m rows that a sum holds,
 *
 *     the upper limit is T − (k − m) × l: one is as large as can be, the others are l;
 *     the lower limit is m × l, and for m = k it is T: with all of them nothing is open.
 *
 * So from a sum of plain bounds, high − l is taken away for each row beyond a record's
 * first, and where a record is complete its values replace its lower limits. */
#include "analysis/tally_cells.h"

bool allocation_link(arms_tally *tally, arms_error *err)
{
    tally->spreads =
        arms_alloc(tally->arena, tally->slot_count, sizeof *tally->spreads, err);
    if (!tally->spreads)
        return false;
    for (size_t i = tally->match_count; i > 0; i--) {
        match *m = &tally->matches[i - 1];
        if (arms_dataset_flow(tally->dataset, m->flow).parts < 2 || m->other != DETAIL)
            continue;
        m->next = tally->spreads[m->slot].first;
        tally->spreads[m->slot].first = (uint32_t)i;
    }
    return true;
}

/* What is being narrowed. */
typedef struct narrowing {
    const arms_tally *tally;
    arms_years years;
    arms_sum change; /* of the plain sum */
    bool partial;    /* some record is not held as a whole */
} narrowing;

static arms_flow flow_at(const narrowing *n, uint32_t at)
{
    return arms_dataset_flow(n->tally->dataset, n->tally->matches[at - 1].flow);
}

static bool same_record(const arms_flow *a, const arms_flow *b)
{
    return a->line == b->line && a->source == b->source && a->parts == b->parts;
}

static void change(narrowing *n, double low, double high)
{
    arms_sum_add(&n->change, (arms_interval){0, low, high, false});
}

/* All rows of a record from `at` up to `end` are held. */
static void complete(narrowing *n, uint32_t at, uint32_t end)
{
    for (; at != end; at = n->tally->matches[at - 1].next) {
        arms_flow flow = flow_at(n, at);
        change(n, flow.value, 0);
        change(n, -flow.low, 0);
    }
}

/* The rows of one record stand one after the other, from `at` on; returns what follows
 * them. */
static uint32_t narrow_record(narrowing *n, uint32_t at)
{
    uint32_t begin = at;
    size_t held = 0;
    arms_flow first = flow_at(n, begin), flow = first;
    while (at > 0 && same_record(&first, &flow)) {
        bool inside = flow.year >= n->years.first && flow.year <= n->years.last;
        if (inside && held++ > 0) {
            change(n, 0, flow.low);
            change(n, 0, -flow.high);
        }
        at = n->tally->matches[at - 1].next;
        flow = at > 0 ? flow_at(n, at) : flow;
    }
    n->partial = n->partial || (held > 0 && held < first.parts);
    if (held == first.parts)
        complete(n, begin, at);
    return at;
}

/* A ranking asks for each partner of the same years many times. */
static void narrow_slot(spread *out, const arms_tally *tally, arms_years years)
{
    narrowing n = {.tally = tally, .years = years};
    for (uint32_t at = out->first; at > 0;)
        at = narrow_record(&n, at);
    out->years = years;
    out->change = arms_sum_total(&n.change);
    out->partial = n.partial;
}

bool allocation_narrow(arms_sum *sum, const arms_tally *tally, size_t slot,
                       arms_years years)
{
    if (slot >= tally->slot_count || tally->spreads[slot].first == 0)
        return false;
    spread *known = &tally->spreads[slot];
    if (known->years.first != years.first || known->years.last != years.last)
        narrow_slot(known, tally, years);
    arms_sum_add(sum, known->change);
    return known->partial;
}

bool allocation_narrow_others(arms_sum *sum, const arms_tally *tally, size_t except,
                              arms_years years)
{
    bool partial = false;
    for (size_t slot = 1; slot < tally->slot_count; slot++)
        if (slot != except && tally->counted[slot])
            partial |= allocation_narrow(sum, tally, slot, years);
    return partial;
}
