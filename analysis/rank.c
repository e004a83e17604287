/* Ranks: 1 + the number of identified states that are strictly larger.
 *
 * Where bounds overlap, the rank is a range; an exact tie spans several ranks and is kept
 * apart from that. Unknown parties, armed groups and organisations are no rivals, but
 * what has no known partner could all belong to one rival: `worst` says what that
 * would do. */
#include <string.h>

#include "analysis/guard.h"
#include "analysis/tally_cells.h"

/* All partners with something recorded. */
static bool levels_of(arms_place **out, size_t *count, const arms_tally *tally,
                      arms_years years, arms_error *err)
{
    const arms_party *partners;
    size_t n = arms_tally_partners(tally, &partners);
    arms_place *places = arms_alloc(tally->arena, n, sizeof *places, err);
    if (!places)
        return false;
    *count = 0;
    for (size_t i = 0; i < n; i++) {
        arms_place *place = &places[*count];
        place->party = partners[i];
        if (!arms_tally_level(&place->level, tally, partners[i], years, err))
            return false;
        *count += place->level.reason == ARMS_REASON_NONE && place->level.amount.high > 0;
    }
    *out = places;
    return true;
}

static arms_entity_kind kind_of(const arms_tally *tally, arms_party party)
{
    return arms_dataset_party_kind(tally->dataset, party);
}

/* What is known of one rival against the target. */
static void compare(arms_rank *rank, arms_interval target, arms_interval rival)
{
    bool points = arms_interval_is_point(target) && arms_interval_is_point(rival);
    bool tie = points && arms_near(target.value, rival.value);
    rank->ties += tie;
    rank->rank += !tie && rival.value > target.value;
    rank->low += !tie && rival.low >= target.high;
    rank->high += !tie && rival.high > target.low;
}

static double unknown_amount(const arms_tally *tally, const arms_place *places,
                             size_t count)
{
    double unknown = 0;
    for (size_t i = 0; i < count; i++)
        if (kind_of(tally, places[i].party) == ARMS_ENTITY_UNKNOWN_PARTY)
            unknown += places[i].level.amount.high;
    return unknown;
}

/* Whether a rival behind the target could pass it with all that is unknown. */
static bool could_pass(const arms_tally *tally, const arms_place *places, size_t count,
                       const arms_place *target, double unknown)
{
    bool could = unknown > target->level.amount.low;
    for (size_t i = 0; i < count && !could; i++) {
        arms_interval rival = places[i].level.amount;
        could = places[i].party != target->party &&
                arms_entity_is_state(kind_of(tally, places[i].party)) &&
                rival.high <= target->level.amount.low &&
                rival.high + unknown > target->level.amount.low;
    }
    return could && unknown > 0;
}

static arms_rank rank_of(const arms_tally *tally, const arms_place *places, size_t count,
                         const arms_place *target, const arms_figure *whole)
{
    arms_rank rank = {.rank = 1, .low = 1, .high = 1};
    for (size_t i = 0; i < count; i++) {
        if (!arms_entity_is_state(kind_of(tally, places[i].party)))
            continue;
        rank.ranked++;
        if (places[i].party != target->party)
            compare(&rank, target->level.amount, places[i].level.amount);
    }
    double unknown = unknown_amount(tally, places, count);
    rank.unknown = whole->amount.value > 0 ? unknown / whole->amount.value : 0;
    rank.worst = rank.high + could_pass(tally, places, count, target, unknown);
    return rank;
}

/* The whole that is ranked. Rivals that the dataset does not list could be anywhere, so a
 * printed total alone is not enough. */
static bool whole_of(arms_figure *out, const arms_tally *tally, arms_years years,
                     arms_error *err)
{
    if (!arms_tally_level(out, tally, ARMS_ALL, years, err))
        return false;
    for (int year = years.first; year <= years.last; year++)
        if (out->reason == ARMS_REASON_NONE &&
            !tally_covers(tally, ARMS_ALL, year, DETAIL) &&
            !tally_covers(tally, ARMS_ALL, year, SUMMED))
            return tally_gap(out, ARMS_REASON_NOT_COVERED,
                             "the file does not list all that would be ranked");
    return true;
}

static bool no_rank(arms_place *out, const arms_tally *tally, arms_error *err)
{
    const char *name = arms_dataset_party_name(tally->dataset, out->party);
    bool state = arms_entity_is_state(kind_of(tally, out->party));
    out->rank.rank = 0;
    if (!state)
        return tally_gap(&out->level, ARMS_REASON_UNDEFINED,
                         arms_print(tally->arena, err,
                                    "ranks are among states, and %s is none", name));
    return tally_gap(
        &out->level, ARMS_REASON_NO_DATA,
        arms_print(tally->arena, err, "none recorded for %s, so it has no rank", name));
}

bool arms_tally_rank(arms_place *out, const arms_tally *tally, arms_party partner,
                     arms_years years, arms_error *err)
{
    arms_place *places;
    size_t count;
    arms_figure whole;
    out->party = partner;
    out->rank = (arms_rank){0};
    if (!arms_tally_level(&out->level, tally, partner, years, err) ||
        !whole_of(&whole, tally, years, err) ||
        !levels_of(&places, &count, tally, years, err))
        return false;
    if (out->level.reason == ARMS_REASON_NONE && whole.reason != ARMS_REASON_NONE)
        out->level = whole;
    if (out->level.reason != ARMS_REASON_NONE)
        return true;
    out->rank = rank_of(tally, places, count, out, &whole);
    bool ranked =
        out->level.amount.high > 0 && arms_entity_is_state(kind_of(tally, partner));
    return ranked || no_rank(out, tally, err);
}

/* GSL's order of equal values is not certain: names decide it. */
static void order_equals(const arms_tally *tally, arms_place *places, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        arms_place moving = places[i];
        const char *name = arms_dataset_party_name(tally->dataset, moving.party);
        size_t at = i;
        while (at > 0 &&
               !(places[at - 1].level.amount.value > moving.level.amount.value) &&
               strcmp(arms_dataset_party_name(tally->dataset, places[at - 1].party),
                      name) > 0) {
            places[at] = places[at - 1];
            at--;
        }
        places[at] = moving;
    }
}

static bool sort(arms_place **places, size_t count, const arms_tally *tally,
                 arms_error *err)
{
    size_t *order = arms_alloc(tally->arena, count, sizeof *order, err);
    double *values = arms_alloc(tally->arena, count, sizeof *values, err);
    arms_place *sorted = arms_alloc(tally->arena, count, sizeof *sorted, err);
    if (!order || !values || !sorted)
        return false;
    for (size_t i = 0; i < count; i++)
        values[i] = (*places)[i].level.amount.value;
    if (!guard_order(order, values, count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        sorted[i] = (*places)[order[i]];
    order_equals(tally, sorted, count);
    *places = sorted;
    return true;
}

bool arms_tally_ranking(arms_ranking *out, const arms_tally *tally, arms_years years,
                        arms_error *err)
{
    *out = (arms_ranking){0};
    if (!whole_of(&out->whole, tally, years, err))
        return false;
    if (out->whole.reason != ARMS_REASON_NONE)
        return true;
    if (!levels_of(&out->places, &out->count, tally, years, err) ||
        !sort(&out->places, out->count, tally, err))
        return false;
    for (size_t i = 0; i < out->count; i++) {
        arms_place *place = &out->places[i];
        if (!arms_tally_share(&place->share, tally, place->party, years, err))
            return false;
        if (arms_entity_is_state(kind_of(tally, place->party)))
            place->rank = rank_of(tally, out->places, out->count, place, &out->whole);
    }
    return true;
}
