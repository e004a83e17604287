/* How concentrated a question's partners are. See the header. */
#include <armstrade/concentrated.h>

#include <math.h>
#include <string.h>

#include "analysis/tally_cells.h"

static bool is_unknown(const arms_tally *tally, arms_party party)
{
    return arms_dataset_party_kind(tally->dataset, party) == ARMS_ENTITY_UNKNOWN_PARTY;
}

/* The amounts of all places, those of known partners first. */
typedef struct amounts {
    arms_interval *items;
    size_t n, known;
    arms_interval unknown; /* the sum of the others */
} amounts;

static void put_kind(amounts *out, const arms_tally *tally, const arms_ranking *ranking,
                     bool unknown)
{
    for (size_t i = 0; i < ranking->count; i++) {
        const arms_place *place = &ranking->places[i];
        if (is_unknown(tally, place->party) != unknown)
            continue;
        out->items[out->n++] = place->level.amount;
    }
}

static bool take_places(amounts *out, const arms_tally *tally,
                        const arms_ranking *ranking, arms_error *err)
{
    arms_sum unknown = {0};
    *out = (amounts){
        .items = arms_alloc(tally->arena, ranking->count, sizeof *out->items, err)};
    if (!out->items)
        return false;
    put_kind(out, tally, ranking, false);
    out->known = out->n;
    put_kind(out, tally, ranking, true);
    for (size_t i = out->known; i < out->n; i++)
        arms_sum_add(&unknown, out->items[i]);
    out->unknown = arms_sum_total(&unknown);
    return true;
}

static void hold(arms_limits *limits, arms_interval range)
{
    limits->low = fmin(limits->low, range.low);
    limits->high = fmax(limits->high, range.high);
}

/* Both kinds of limits may be outer, each in its own way: the wider ones hold. */
static void hold_range(arms_concentration_unknown *limits,
                       const arms_concentration_range *range)
{
    hold(&limits->hhi, range->hhi);
    hold(&limits->effective, range->effective);
    hold(&limits->cr1, range->cr1);
    hold(&limits->cr3, range->cr3);
    hold(&limits->cr5, range->cr5);
}

static bool bound_both(arms_concentrated *out, const amounts *of, arms_error *err)
{
    if (!arms_concentration_bound(&out->range, of->items, of->n, ARMS_NIL_LEFT_OUT, err))
        return false;
    out->has_unknown = of->unknown.high > 0;
    if (!out->has_unknown)
        return true;
    if (!arms_concentration_bound_unknown(&out->unknown, of->items, of->known,
                                          of->unknown, err))
        return false;
    hold_range(&out->unknown, &out->range);
    return true;
}

/* What is undefined is no failure, but a reason. */
static bool bound(arms_concentrated *out, const arms_tally *tally, const amounts *of,
                  arms_error *err)
{
    arms_error found = {0};
    if (bound_both(out, of, &found))
        return true;
    if (found.code != ARMS_DOMAIN) {
        *err = found;
        return false;
    }
    out->why = arms_copy(tally->arena, found.text, strlen(found.text), err);
    return out->why != NULL;
}

bool arms_concentrated_find(arms_concentrated *out, const arms_tally *tally,
                            arms_years years, arms_error *err)
{
    arms_ranking ranking;
    *out = (arms_concentrated){.years = years};
    if (!arms_tally_ranking(&ranking, tally, years, err))
        return false;
    if (ranking.whole.reason != ARMS_REASON_NONE)
        out->why = ranking.whole.why;
    else if (ranking.count == 0)
        out->why = "nothing is recorded";
    if (out->why)
        return true;
    out->largest = ranking.places[0];
    for (size_t i = 0; i < ranking.count; i++)
        out->allocated = out->allocated || ranking.places[i].level.allocated;
    amounts all;
    return take_places(&all, tally, &ranking, err) && bound(out, tally, &all, err);
}
