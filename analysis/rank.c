/* Ranks: 1 + the number of identified states that are strictly larger.
 *
 * Where bounds overlap, the rank is a range; an exact tie spans several ranks and is kept
 * apart from that. Unknown parties, armed groups and organisations are no rivals, but
 * what has no known partner could all belong to one rival: `worst` says what that
 * would do. */
#include <string.h>

#include "analysis/guard.h"
#include "analysis/tally_cells.h"

/* Who is in the race. */
typedef struct field {
    arms_place *places; /* partners with something recorded */
    size_t count;
    size_t unseen; /* states with a value that is missing: they could be anywhere */
} field;

static arms_entity_kind kind_of(const arms_tally *tally, arms_party party)
{
    return arms_dataset_party_kind(tally->dataset, party);
}

static bool is_state(const arms_tally *tally, arms_party party)
{
    return arms_entity_is_state(kind_of(tally, party));
}

/* A name that the reference table does not have may be a state's. */
static bool may_be_state(const arms_tally *tally, arms_party party)
{
    return is_state(tally, party) || kind_of(tally, party) == ARMS_ENTITY_UNLISTED;
}

static bool field_of(field *out, const arms_tally *tally, arms_years years,
                     arms_error *err)
{
    const arms_party *partners;
    size_t n = arms_tally_partners(tally, &partners);
    *out = (field){.places = arms_alloc(tally->arena, n, sizeof *out->places, err)};
    if (!out->places)
        return false;
    for (size_t i = 0; i < n; i++) {
        arms_place *place = &out->places[out->count];
        place->party = partners[i];
        if (!arms_tally_level(&place->level, tally, partners[i], years, err))
            return false;
        bool known = place->level.reason == ARMS_REASON_NONE;
        out->unseen += !known && may_be_state(tally, partners[i]);
        out->count += known && place->level.amount.high > 0;
    }
    return true;
}

/* What is known of one rival against the target. */
static void compare(arms_rank *rank, const arms_figure *mine, const arms_figure *other,
                    bool state)
{
    arms_interval target = mine->amount, rival = other->amount;
    bool points = arms_interval_is_point(target) && arms_interval_is_point(rival);
    bool tie = points && arms_near(target.value, rival.value);
    bool touch = arms_near(rival.low, target.high);
    bool surely = touch ? target.open : rival.low > target.high;
    bool possibly = rival.high > target.low && !arms_near(rival.high, target.low);
    rank->high += !tie && possibly;
    rank->allocated = rank->allocated || (!tie && possibly && !surely &&
                                          (mine->allocated || other->allocated));
    if (!state)
        return;
    rank->ties += tie;
    rank->rank += !tie && rival.value > target.value;
    rank->low += !tie && surely;
}

static double unknown_amount(const arms_tally *tally, const field *f)
{
    double unknown = 0;
    for (size_t i = 0; i < f->count; i++)
        if (kind_of(tally, f->places[i].party) == ARMS_ENTITY_UNKNOWN_PARTY)
            unknown += f->places[i].level.amount.high;
    return unknown;
}

/* Whether a rival behind the target could pass it with all that is unknown. */
static bool could_pass(const arms_tally *tally, const field *f, const arms_place *target,
                       double unknown)
{
    double mine = target->level.amount.low;
    bool could = unknown > mine;
    for (size_t i = 0; i < f->count && !could; i++) {
        double rival = f->places[i].level.amount.high;
        could = f->places[i].party != target->party &&
                is_state(tally, f->places[i].party) && rival <= mine &&
                rival + unknown > mine;
    }
    return could && unknown > 0;
}

static arms_rank rank_of(const arms_tally *tally, const field *f,
                         const arms_place *target, const arms_figure *whole)
{
    arms_rank rank = {.rank = 1, .low = 1, .high = 1};
    for (size_t i = 0; i < f->count; i++) {
        arms_party party = f->places[i].party;
        bool state = is_state(tally, party);
        rank.ranked += state;
        if (party != target->party && may_be_state(tally, party))
            compare(&rank, &target->level, &f->places[i].level, state);
    }
    rank.high += (int)f->unseen;
    double unknown = unknown_amount(tally, f);
    rank.unknown = whole->amount.value > 0 ? unknown / whole->amount.value : 0;
    rank.worst = rank.high + could_pass(tally, f, target, unknown);
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
    bool state = is_state(tally, out->party);
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
    field f;
    arms_figure whole;
    out->party = partner;
    out->rank = (arms_rank){0};
    if (!arms_tally_level(&out->level, tally, partner, years, err) ||
        !whole_of(&whole, tally, years, err) || !field_of(&f, tally, years, err))
        return false;
    if (out->level.reason == ARMS_REASON_NONE && whole.reason != ARMS_REASON_NONE)
        out->level = whole;
    if (out->level.reason != ARMS_REASON_NONE)
        return true;
    out->rank = rank_of(tally, &f, out, &whole);
    bool ranked = out->level.amount.high > 0 && is_state(tally, partner);
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
    field f;
    if (!field_of(&f, tally, years, err) || !sort(&f.places, f.count, tally, err))
        return false;
    out->places = f.places;
    out->count = f.count;
    for (size_t i = 0; i < f.count; i++) {
        arms_place *place = &f.places[i];
        if (!arms_tally_share(&place->share, tally, place->party, years, err))
            return false;
        if (is_state(tally, place->party))
            place->rank = rank_of(tally, &f, place, &out->whole);
    }
    return true;
}
