/* The flows behind a figure: those that its level was added up from, so that every number
 * can be traced to file and line. */
#include "analysis/tally_cells.h"

static bool behind(const arms_tally *tally, const match *m, arms_party partner)
{
    if (partner != ARMS_ALL)
        return m->slot == tally_slot(tally, partner);
    return m->slot == PRINTED || tally->counted[m->slot];
}

/* Of a printed total and its parts, only what the figure was taken from is behind it. */
static bool used(const arms_tally *tally, const match *m, arms_party partner)
{
    year_figure figure = tally_year(tally, partner, m->year);
    bool printed = m->slot == PRINTED;
    return figure.known && m->other == figure.other &&
           (partner != ARMS_ALL || printed == figure.printed);
}

bool arms_tally_rows(arms_flow_list *out, const arms_tally *tally, arms_party partner,
                     arms_years years, arms_error *err)
{
    size_t *rows = arms_alloc(tally->arena, tally->match_count, sizeof *rows, err);
    *out = (arms_flow_list){.dataset = tally->dataset, .flows = rows};
    if (!rows)
        return false;
    for (size_t i = 0; i < tally->match_count; i++) {
        const match *m = &tally->matches[i];
        if (m->year >= years.first && m->year <= years.last &&
            behind(tally, m, partner) && used(tally, m, partner))
            rows[out->count++] = m->flow;
    }
    return true;
}
