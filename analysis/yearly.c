/* A tally's years as plain arrays. See the header. */
#include <armstrade/yearly.h>

#include "analysis/tally_cells.h"

static bool make_room(arms_yearly *out, arms_arena *arena, size_t count, arms_error *err)
{
    double **const arrays[] = {&out->years, &out->values, &out->low, &out->high};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        *arrays[i] = arms_alloc(arena, count, sizeof **arrays[i], err);
        if (!*arrays[i])
            return false;
    }
    return true;
}

static void take(arms_yearly *out, int year, const arms_figure *level)
{
    if (level->reason != ARMS_REASON_NONE) {
        out->why = out->why ? out->why : level->why;
        out->gaps++;
        return;
    }
    out->years[out->n] = year;
    out->values[out->n] = level->amount.value;
    out->low[out->n] = level->amount.low;
    out->high[out->n] = level->amount.high;
    out->allocated =
        out->allocated || (level->allocated && !arms_interval_is_point(level->amount));
    out->n++;
}

bool arms_yearly_levels(arms_yearly *out, const arms_tally *tally, arms_party partner,
                        arms_error *err)
{
    arms_years years = tally->question.years;
    *out = (arms_yearly){0};
    if (!make_room(out, tally->arena, (size_t)(years.last - years.first) + 1, err))
        return false;
    for (int year = years.first; year <= years.last; year++) {
        arms_figure level;
        if (!arms_tally_level(&level, tally, partner, (arms_years){year, year}, err))
            return false;
        take(out, year, &level);
    }
    return true;
}
