/* plot share: the shares of a subject's partners, stacked year by year. */
#include <armstrade/chart.h>
#include <armstrade/report.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/plotting.h"
#include "cli/titles.h"

/* The largest partners get a series of their own; one more is added where the question is
 * about another; the rest is one series of others. */
enum { LARGEST = 5, SERIES = LARGEST + 2 };

typedef struct plot {
    session *session;
    const cli_settings *settings;
    const plotting *base;
    arms_tally *tally;
    arms_ranking ranking;
    arms_party parties[SERIES]; /* ARMS_ALL stands for the others */
    const char *labels[SERIES];
    size_t series;
    int highlight;
    arms_party partner;
} plot;

static void add_series(plot *p, arms_party party, const char *label)
{
    p->parties[p->series] = party;
    p->labels[p->series++] = label;
}

static void add_partner(plot *p, arms_party party)
{
    bool asked = party == p->partner;
    if (asked)
        p->highlight = (int)p->series;
    add_series(p, party, arms_dataset_party_name(arms_tally_dataset(p->tally), party));
}

static void choose_series(plot *p)
{
    p->highlight = -1;
    for (size_t i = 0; i < p->ranking.count && i < LARGEST; i++)
        add_partner(p, p->ranking.places[i].party);
    for (size_t i = LARGEST; i < p->ranking.count; i++)
        if (p->ranking.places[i].party == p->partner)
            add_partner(p, p->partner);
    if (p->ranking.count > p->series)
        add_series(p, ARMS_ALL, "Others");
}

/* The per cent of each series in a year, all NaN where there is no figure. */
static bool fill_year(double *percent, const plot *p, int year, arms_error *err)
{
    double rest = 100;
    for (size_t i = 0; i < p->series; i++) {
        arms_figure share;
        percent[i] = rest > 0 ? rest : 0;
        if (p->parties[i] == ARMS_ALL)
            continue;
        if (!arms_tally_share(&share, p->tally, p->parties[i], (arms_years){year, year},
                              err) ||
            !plotting_certain(&share, err))
            return false;
        bool known = share.reason == ARMS_REASON_NONE;
        percent[i] = known ? 100 * share.amount.value : NAN;
        rest -= percent[i];
    }
    for (size_t i = 0; i < p->series; i++)
        percent[i] = isnan(rest) ? NAN : percent[i];
    return true;
}

static const char *percent_words(arms_arena *arena, double percent, arms_error *err)
{
    char digits[ARMS_ROUNDING_SIZE];
    return arms_print(
        arena, err, "%s %%",
        arms_rounding_print(digits, (arms_rounding){0}, ARMS_ROUNDED_SHARE, percent));
}

/* Whom the headline is about: the partner asked for, or the largest. */
static const arms_place *main_place(const plot *p)
{
    for (size_t i = 0; i < p->ranking.count; i++)
        if (p->ranking.places[i].party == p->partner)
            return &p->ranking.places[i];
    return &p->ranking.places[0];
}

/* Nobody has received yet what was ordered or licensed. */
static const char *verb_of(const plot *p)
{
    const arms_question *q = arms_tally_question(p->tally);
    const arms_dataset *dataset = arms_tally_dataset(p->tally);
    if (q->subject == ARMS_ALL ||
        arms_dataset_measure(dataset)->kind != ARMS_KIND_DELIVERY)
        return "accounted for";
    return q->flow == ARMS_IMPORT ? "supplied" : "received";
}

/* The finding, for the period as a whole. */
static const char *headline(const plot *p, arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    const arms_question *q = arms_tally_question(p->tally);
    const arms_place *place = main_place(p);
    const char *name =
        arms_dataset_party_name(arms_tally_dataset(p->tally), place->party);
    const char *share = percent_words(arena, 100 * place->share.amount.value, err);
    const char *flow = title_flow(arena, p->tally, err);
    const char *period = arms_years_words(arena, q->years, err);
    if (!share || !flow || !period)
        return NULL;
    return arms_print(arena, err, "%s %s %s of %s in %s", name, verb_of(p), share, flow,
                      period);
}

static bool fill_text(arms_chart_text *out, const plot *p, arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    const arms_dataset *dataset = arms_tally_dataset(p->tally);
    const char *measure = arms_measure_words(arena, dataset, err);
    const char *category = title_category(arena, p->tally, err);
    if (!measure || !category)
        return false;
    out->title = headline(p, err);
    out->subtitle =
        arms_print(arena, err, "Shares of %s in each year's %s%s%s, per cent of %s",
                   title_partners(p->tally), measure, category[0] ? ", " : "", category,
                   plotting_whole(p->base));
    out->source = plotting_source(p->base, err);
    return out->title && out->subtitle && out->source;
}

static bool draw(plot *p, arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    arms_years years = p->settings->years;
    size_t count = (size_t)(years.last - years.first) + 1;
    int *list = arms_alloc(arena, count, sizeof *list, err);
    double *percent = arms_alloc(arena, count * p->series, sizeof *percent, err);
    arms_chart_text text;
    if (!list || !percent || !plotting_certain(&main_place(p)->share, err) ||
        !fill_text(&text, p, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        list[i] = years.first + (int)i;
        if (!fill_year(percent + i * p->series, p, list[i], err))
            return false;
    }
    const arms_share_chart chart = {.years = list,
                                    .year_count = count,
                                    .labels = p->labels,
                                    .series_count = p->series,
                                    .percent = percent,
                                    .others = p->parties[p->series - 1] == ARMS_ALL,
                                    .highlight = p->highlight};
    return arms_chart_share(p->settings->output, &chart, &text, err);
}

bool plot_share(const plotting *base, arms_error *err)
{
    plot p = {.session = base->session,
              .settings = base->session->settings,
              .base = base,
              .tally = base->tally,
              .partner = base->partner};
    if (!plotting_rank(&p.ranking, base, err))
        return false;
    choose_series(&p);
    return draw(&p, err);
}
