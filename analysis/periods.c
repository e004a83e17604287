/* Two periods side by side. See the header. */
#include <armstrade/periods.h>

#include "analysis/tally_cells.h"
#include <armstrade/change.h>

/* Why a figure of one of the periods is not there; NULL where both are. */
static const char *why_none(const arms_figure *before, const arms_figure *after)
{
    return before->reason != ARMS_REASON_NONE  ? before->why
           : after->reason != ARMS_REASON_NONE ? after->why
                                               : NULL;
}

/* Why there is no change in per cent of a figure, in few words. */
static const char *why_undefined(const arms_figure *before)
{
    return !(before->amount.high > 0)  ? "there was nothing before"
           : !(before->amount.low > 0) ? "there may have been nothing before"
                                       : NULL;
}

typedef bool change_function(arms_changed *out, const arms_change_side *old_side,
                             const arms_change_side *new_side, arms_error *err);

/* Two figures of the periods, changed as `compute` says. */
static bool derive(arms_derived *out, change_function *compute,
                   const arms_figure *const figures[ARMS_PERIODS],
                   const arms_years years[ARMS_PERIODS], arms_error *err)
{
    arms_changed change;
    const arms_change_side before = {figures[ARMS_BEFORE]->amount, years[ARMS_BEFORE]};
    const arms_change_side after = {figures[ARMS_AFTER]->amount, years[ARMS_AFTER]};
    if (!compute(&change, &before, &after, err))
        return false;
    out->amount = change.change;
    return true;
}

static bool compare_levels(arms_period_row *row, const arms_years years[ARMS_PERIODS],
                           arms_error *err)
{
    const arms_figure *const figures[] = {&row->places[ARMS_BEFORE].level,
                                          &row->places[ARMS_AFTER].level};
    arms_derived *out = &row->change;
    out->why = why_none(figures[ARMS_BEFORE], figures[ARMS_AFTER]);
    if (!out->why)
        out->why = why_undefined(figures[ARMS_BEFORE]);
    return out->why || derive(out, arms_change_relative, figures, years, err);
}

static bool compare_shares(arms_period_row *row, const arms_years years[ARMS_PERIODS],
                           arms_error *err)
{
    const arms_figure *const figures[] = {&row->places[ARMS_BEFORE].share,
                                          &row->places[ARMS_AFTER].share};
    arms_derived *out = &row->points;
    out->why = why_none(figures[ARMS_BEFORE], figures[ARMS_AFTER]);
    return out->why || derive(out, arms_change_points, figures, years, err);
}

static bool check_periods(const arms_years years[ARMS_PERIODS], arms_error *err)
{
    if (years[ARMS_BEFORE].last < years[ARMS_AFTER].first)
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: a change between %d–%d and %d–%d, of which "
                     "the first must end before the second begins",
                     years[ARMS_BEFORE].first, years[ARMS_BEFORE].last,
                     years[ARMS_AFTER].first, years[ARMS_AFTER].last);
}

bool arms_period_row_make(arms_period_row *out, const arms_tally *tally, arms_party party,
                          const arms_years years[ARMS_PERIODS], arms_error *err)
{
    *out = (arms_period_row){.party = party};
    if (!check_periods(years, err))
        return false;
    for (size_t i = 0; i < ARMS_PERIODS; i++) {
        arms_place *place = &out->places[i];
        place->party = party;
        if (!arms_tally_level(&place->level, tally, party, years[i], err) ||
            !arms_tally_share(&place->share, tally, party, years[i], err))
            return false;
    }
    return compare_shares(out, years, err) && compare_levels(out, years, err);
}

static const arms_place *find_place(const arms_ranking *ranking, arms_party party)
{
    for (size_t i = 0; i < ranking->count; i++)
        if (ranking->places[i].party == party)
            return &ranking->places[i];
    return NULL;
}

/* The rankings of both periods. */
typedef struct rankings {
    arms_ranking of[ARMS_PERIODS];
} rankings;

static bool add_row(arms_periods *out, const arms_tally *tally, const rankings *r,
                    arms_party party, arms_error *err)
{
    arms_period_row *row = &out->rows[out->count++];
    if (!arms_period_row_make(row, tally, party, out->years, err))
        return false;
    for (size_t i = 0; i < ARMS_PERIODS; i++) {
        const arms_place *place = find_place(&r->of[i], party);
        row->places[i].rank = place ? place->rank : (arms_rank){0};
    }
    return true;
}

/* Those of the second period, then those that only the first has. */
static bool add_rows(arms_periods *out, const arms_tally *tally, const rankings *r,
                     arms_error *err)
{
    const arms_ranking *before = &r->of[ARMS_BEFORE], *after = &r->of[ARMS_AFTER];
    for (size_t i = 0; i < after->count; i++)
        if (!add_row(out, tally, r, after->places[i].party, err))
            return false;
    for (size_t i = 0; i < before->count; i++)
        if (!find_place(after, before->places[i].party) &&
            !add_row(out, tally, r, before->places[i].party, err))
            return false;
    return true;
}

bool arms_periods_make(arms_periods *out, const arms_tally *tally,
                       const arms_years years[ARMS_PERIODS], arms_error *err)
{
    rankings r;
    *out = (arms_periods){.years = {years[ARMS_BEFORE], years[ARMS_AFTER]}};
    if (!arms_period_row_make(&out->whole, tally, ARMS_ALL, years, err))
        return false;
    for (size_t i = 0; i < ARMS_PERIODS; i++)
        if (!arms_tally_ranking(&r.of[i], tally, years[i], err))
            return false;
    size_t most = r.of[ARMS_BEFORE].count + r.of[ARMS_AFTER].count;
    out->rows = arms_alloc(tally->arena, most, sizeof *out->rows, err);
    return out->rows && add_rows(out, tally, &r, err);
}
