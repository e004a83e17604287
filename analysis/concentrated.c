/* How concentrated a question's partners are. See the header. */
#include <armstrade/concentrated.h>

#include <string.h>

#include "analysis/tally_cells.h"

static bool is_unknown(const arms_tally *tally, arms_party party)
{
    return arms_dataset_party_kind(tally->dataset, party) == ARMS_ENTITY_UNKNOWN_PARTY;
}

/* The amounts of all places, and what else they tell. */
static arms_interval *take_places(arms_concentrated *out, const arms_tally *tally,
                                  const arms_ranking *ranking, arms_error *err)
{
    arms_interval *amounts =
        arms_alloc(tally->arena, ranking->count, sizeof *amounts, err);
    for (size_t i = 0; amounts && i < ranking->count; i++) {
        const arms_place *place = &ranking->places[i];
        amounts[i] = place->level.amount;
        out->allocated = out->allocated || place->level.allocated;
        if (is_unknown(tally, place->party) && place->share.reason == ARMS_REASON_NONE)
            out->unknown += place->share.amount.value;
    }
    return amounts;
}

/* What is undefined is no failure, but a reason. */
static bool bound(arms_concentrated *out, const arms_tally *tally,
                  const arms_interval *amounts, size_t n, arms_error *err)
{
    arms_error found = {0};
    if (arms_concentration_bound(&out->range, amounts, n, ARMS_NIL_LEFT_OUT, &found))
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
    const arms_interval *amounts = take_places(out, tally, &ranking, err);
    return amounts && bound(out, tally, amounts, ranking.count, err);
}
