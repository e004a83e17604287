/* Shares: a partner's part of the whole.
 *
 *     share = part / whole,    bounds [pl/(pl+oh), ph/(ph+ol)]
 *
 * where o are all others: part and whole vary together, so the bounds are tighter than
 * those of a plain division. Where the source prints the whole, the whole is that figure,
 * and the tighter of both bounds holds. A share of nothing is undefined. */
#include <math.h>

#include "analysis/tally_cells.h"

/* The parts beside `partner` in the years, read in the same way as the part
 * itself; false where they are not all known. */
static bool others_of(arms_interval *out, const arms_tally *tally, arms_party partner,
                      arms_years years)
{
    arms_sum sum = {0};
    bool details = true;
    size_t slot = tally_slot(tally, partner);
    for (int year = years.first; year <= years.last; year++) {
        year_figure part = tally_year(tally, partner, year);
        cell rest = tally_others(tally, slot, year, part.other);
        if (rest.missing > 0 || !tally_covers(tally, ARMS_ALL, year, part.other))
            return false;
        details = details && part.other == DETAIL;
        arms_sum_add(&sum, arms_sum_total(&rest.sum));
    }
    if (details)
        (void)allocation_narrow_others(&sum, tally, slot, years);
    *out = arms_sum_total(&sum);
    return true;
}

static bool whole_is_printed(const arms_tally *tally, arms_years years)
{
    for (int year = years.first; year <= years.last; year++)
        if (!tally_year(tally, ARMS_ALL, year).printed)
            return false;
    return true;
}

static bool is_counted(const arms_tally *tally, arms_party partner)
{
    size_t slot = tally_slot(tally, partner);
    return slot != PRINTED && (slot == tally->slot_count || tally->counted[slot]);
}

/* Both ways of bounding the share, as far as they are there. */
static arms_interval bounded(const arms_tally *tally, arms_party partner,
                             const arms_figure *part, const arms_figure *whole,
                             arms_years years)
{
    arms_interval others, ratio = arms_interval_divide(part->amount, whole->amount);
    bool printed = whole_is_printed(tally, years);
    if (partner == ARMS_ALL)
        return arms_interval_point(1);
    if (ratio.high > 1) { /* no part is more than the whole */
        ratio.high = 1;
        ratio.open = false;
    }
    if (!is_counted(tally, partner) || !others_of(&others, tally, partner, years))
        return ratio;
    arms_interval share = arms_interval_share(part->amount, others);
    share.value = ratio.value;
    if (!printed)
        return share;
    arms_interval both = ratio;
    (void)arms_interval_meet(&both, ratio, share); /* a conflict is told by the whole */
    return both;
}

static bool dropped_by_policy(const arms_tally *tally, arms_party partner)
{
    size_t slot = tally_slot(tally, partner);
    return tally->question.policy != ARMS_POLICY_ALL && slot < tally->slot_count &&
           slot != PRINTED && !tally->counted[slot];
}

bool arms_tally_share(arms_figure *out, const arms_tally *tally, arms_party partner,
                      arms_years years, arms_error *err)
{
    arms_figure part, whole;
    if (!arms_tally_level(&part, tally, partner, years, err) ||
        !arms_tally_level(&whole, tally, ARMS_ALL, years, err))
        return false;
    *out = part.reason != ARMS_REASON_NONE ? part : whole;
    if (out->reason != ARMS_REASON_NONE)
        return true;
    if (dropped_by_policy(tally, partner))
        return tally_gap(out, ARMS_REASON_UNDEFINED,
                         "the party is not among those that make up the whole");
    if (!(whole.amount.low > 0))
        return tally_gap(
            out, ARMS_REASON_UNDEFINED,
            whole.amount.high > 0
                ? "the whole may be nothing, so a share of it is undefined"
                : "nothing is recorded, and a share of nothing is undefined");
    *out = part;
    out->amount = bounded(tally, partner, &part, &whole, years);
    out->estimated = part.amount.value > 0 ? part.estimated / part.amount.value : 0;
    out->allocated = part.allocated || whole.allocated;
    out->note = whole.note ? whole.note : part.note;
    return true;
}
