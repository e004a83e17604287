/* The trends of all partners, corrected for how many were looked at. See the header. */
#include <armstrade/screened.h>

#include <armstrade/screening.h>

#include "analysis/tally_cells.h"

/* A series without a trend to speak of is counted, and no failure. */
static bool try_partner(arms_screened *out, const arms_tally *tally, arms_party party,
                        arms_error *err)
{
    arms_yearly data;
    arms_error found = {0};
    arms_screened_row *row = &out->rows[out->tested];
    if (!arms_yearly_levels(&data, tally, party, err))
        return false;
    if (arms_trending_find(&row->found, tally->arena, &data, &found)) {
        row->party = party;
        out->tested++;
        return true;
    }
    if (found.code != ARMS_DOMAIN) {
        *err = found;
        return false;
    }
    out->refused++;
    out->why = out->why ? out->why : data.why;
    return true;
}

static bool correct(arms_screened *out, arms_arena *arena, arms_error *err)
{
    double *p = arms_alloc(arena, out->tested, sizeof *p, err);
    arms_screening holm, bh;
    for (size_t i = 0; p && i < out->tested; i++)
        p[i] = out->rows[i].found.p;
    if (!p || !arms_screening_holm(&holm, arena, p, out->tested, err) ||
        !arms_screening_benjamini_hochberg(&bh, arena, p, out->tested, err))
        return false;
    for (size_t i = 0; i < out->tested; i++) {
        out->rows[i].holm = holm.adjusted[i];
        out->rows[i].bh = bh.adjusted[i];
    }
    return true;
}

/* By p, and equals in the order of the file. */
static void sort(arms_screened *out)
{
    for (size_t i = 1; i < out->tested; i++) {
        arms_screened_row moving = out->rows[i];
        size_t at = i;
        while (at > 0 && out->rows[at - 1].found.p > moving.found.p) {
            out->rows[at] = out->rows[at - 1];
            at--;
        }
        out->rows[at] = moving;
    }
}

bool arms_screened_make(arms_screened *out, const arms_tally *tally, arms_error *err)
{
    const arms_party *partners;
    size_t count = arms_tally_partners(tally, &partners);
    *out = (arms_screened){0};
    out->rows = arms_alloc(tally->arena, count, sizeof *out->rows, err);
    if (!out->rows)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!try_partner(out, tally, partners[i], err))
            return false;
    if (out->tested == 0)
        return true;
    out->why = NULL;
    sort(out);
    return correct(out, tally->arena, err);
}
