/* Totals of deals that are spread over years: what their rows leave open together.
 *
 * A record of k rows that are alike but for the year has one total T, and each row lies
 * in [low, high]. They are not free of each other: m of them lie in
 *
 *     [max(m × low, T − (k − m) × high), min(m × high, T − (k − m) × low)]
 *
 * because the others have at least low and at most high; all k together are T. As high
 * is T − (k − 1) × low where a layout spread the total, T is high + (k − 1) × low: the
 * values are rounded, and k of them may miss it by some millionths. Where that sum and k
 * values differ by more, T lies between them: a printed 0 that stands for something up to
 * half a million has values of 0. */
#include <math.h>

#include "analysis/tally_cells.h"

static const double millionths = 1e6; /* of one */

/* How many flows from `first` on are one record's: at most `parts` neighbours from one
 * line of one file. A part of a register may hold fewer. */
static size_t record_length(const arms_dataset *dataset, size_t first)
{
    arms_flow flow = arms_dataset_flow(dataset, first);
    size_t flows = arms_dataset_count(dataset), n = 1;
    for (; n < flow.parts && first + n < flows; n++) {
        arms_flow next = arms_dataset_flow(dataset, first + n);
        if (next.parts != flow.parts || next.line != flow.line ||
            next.source != flow.source)
            break;
    }
    return n;
}

/* Numbers the records by their first flow. */
static void find_records(arms_tally *tally)
{
    size_t flows = arms_dataset_count(tally->dataset), j = 0, n;
    for (size_t i = 0; i < flows; i += n) {
        bool shared = arms_dataset_flow(tally->dataset, i).parts > 1;
        n = record_length(tally->dataset, i);
        for (; j < tally->match_count && tally->matches[j].flow < i + n; j++)
            tally->matches[j].record = shared ? (uint32_t)i + 1 : 0;
    }
}

bool allocation_link(arms_tally *tally, arms_error *err)
{
    tally->spreads =
        arms_alloc(tally->arena, tally->slot_count, sizeof *tally->spreads, err);
    if (!tally->spreads)
        return false;
    find_records(tally);
    for (size_t i = tally->match_count; i > 0; i--) {
        match *m = &tally->matches[i - 1];
        if (m->record == 0 || m->other != DETAIL)
            continue;
        m->next = tally->spreads[m->slot].first;
        tally->spreads[m->slot].first = (uint32_t)i;
    }
    return true;
}

/* Differences of decimals are decimals: so sums do not lose their last digit. */
static double tidy(double difference)
{
    double rounded = round(difference * millionths) / millionths;
    return arms_near(rounded, difference) ? rounded : difference;
}

/* What `held` rows of a record like `row` change in a sum to which they were added as if
 * they were free of each other. */
static arms_interval narrowed(const arms_flow *row, size_t held)
{
    double k = row->parts, m = (double)held, rest = k - m;
    double total = row->high + (k - 1) * row->low, values = k * row->value;
    bool one = fabs(total - values) <= k / millionths;
    double least = one ? total : fmin(total, values);
    double most = one ? total : fmax(total, values);
    double low = fmax(m * row->low, least - rest * row->high);
    double high = fmin(m * row->high, most - rest * row->low);
    double value = one && held == row->parts ? total : m * row->value;
    return (arms_interval){tidy(value - m * row->value), tidy(low - m * row->low),
                           tidy(high - m * row->high), false};
}

/* How many rows of the record at *at lie in the years; *at moves on to the next one. */
static size_t rows_held(uint32_t *at, const arms_tally *tally, arms_years years)
{
    uint32_t record = tally->matches[*at - 1].record;
    size_t held = 0;
    while (*at > 0 && tally->matches[*at - 1].record == record) {
        const match *m = &tally->matches[*at - 1];
        held += m->year >= years.first && m->year <= years.last;
        *at = m->next;
    }
    return held;
}

/* A ranking asks for each partner of the same years many times. */
static void narrow_slot(spread *out, const arms_tally *tally, arms_years years)
{
    arms_sum change = {0};
    out->years = years;
    out->partial = false;
    for (uint32_t at = out->first; at > 0;) {
        size_t first = tally->matches[at - 1].record - 1;
        arms_flow row = arms_dataset_flow(tally->dataset, first);
        size_t held = rows_held(&at, tally, years);
        out->partial = out->partial || (held > 0 && held < row.parts);
        if (held > 0)
            arms_sum_add(&change, narrowed(&row, held));
    }
    out->change = arms_sum_total(&change);
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
