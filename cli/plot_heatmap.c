/* plot heatmap: the largest partners by year, as coloured cells. */
#include <armstrade/chart.h>
#include <armstrade/report.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/plotting.h"
#include "cli/titles.h"

enum { ROWS = 40 };

static bool fill_row(double *row, const plotting *p, arms_party party, arms_error *err)
{
    arms_years years = p->session->settings->years;
    for (int year = years.first; year <= years.last; year++) {
        arms_figure level;
        if (!arms_tally_level(&level, p->tally, party, (arms_years){year, year}, err) ||
            !plotting_certain(&level, err))
            return false;
        *row++ = level.reason == ARMS_REASON_NONE ? level.amount.value : NAN;
    }
    return true;
}

static bool fill_text(arms_chart_text *out, const plotting *p, const arms_ranking *r,
                      arms_error *err)
{
    const arms_place *largest = &r->places[0];
    const char *measure = plotting_measure(p, err);
    out->title = plotting_largest(p, largest->party, 100 * largest->share.amount.value,
                                  p->session->settings->years, err);
    out->source = plotting_source(p, err);
    out->subtitle =
        measure ? arms_print(&p->session->arena, err,
                             "%s, year by year, the largest of the period first", measure)
                : NULL;
    return out->title && out->subtitle && out->source;
}

static bool draw(const plotting *p, const arms_ranking *r, arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    arms_years years = p->session->settings->years;
    size_t width = (size_t)(years.last - years.first) + 1;
    size_t rows = plotting_rows(p, r->count, ROWS);
    int *list = arms_alloc(arena, width, sizeof *list, err);
    double *values = arms_alloc(arena, rows * width, sizeof *values, err);
    const char *labels[ROWS];
    arms_chart_text text;
    if (!list || !values || !fill_text(&text, p, r, err))
        return false;
    for (size_t i = 0; i < width; i++)
        list[i] = years.first + (int)i;
    for (size_t i = 0; i < rows; i++) {
        arms_party party = r->places[i].party;
        labels[i] = arms_dataset_party_name(arms_tally_dataset(p->tally), party);
        if (!fill_row(values + i * width, p, party, err))
            return false;
    }
    const arms_heat_chart chart = {.years = list,
                                   .year_count = width,
                                   .labels = labels,
                                   .row_count = rows,
                                   .value = values,
                                   .by_root = true,
                                   .highlight = -1};
    return arms_chart_heat(p->session->settings->output, &chart, &text, err);
}

bool plot_heatmap(const plotting *p, arms_error *err)
{
    arms_ranking ranking;
    return plotting_rank(&ranking, p, err) && draw(p, &ranking, err);
}
