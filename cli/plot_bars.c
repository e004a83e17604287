/* plot top and plot change: parties as bars. */
#include <armstrade/chart.h>
#include <armstrade/periods.h>
#include <armstrade/report.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/figures.h"
#include "cli/plotting.h"
#include "cli/titles.h"

enum { BARS = 40 };

/* The arrays of a chart while they are filled. */
typedef struct bars {
    arms_party parties[BARS];
    const char *labels[BARS], *notes[BARS];
    double values[BARS], low[BARS], high[BARS], before[BARS];
    size_t count;
} bars;

static void add(bars *b, const plotting *p, arms_party party, const arms_interval *x,
                double factor)
{
    size_t i = b->count++;
    b->parties[i] = party;
    b->labels[i] = arms_dataset_party_name(arms_tally_dataset(p->tally), party);
    b->values[i] = x ? factor * x->value : NAN;
    b->low[i] = x ? factor * x->low : NAN;
    b->high[i] = x ? factor * x->high : NAN;
    b->before[i] = NAN;
}

static arms_bar_chart chart_of(const bars *b)
{
    return (arms_bar_chart){.labels = b->labels,
                            .count = b->count,
                            .values = b->values,
                            .low = b->low,
                            .high = b->high,
                            .notes = b->notes,
                            .unit = "%",
                            .decimals = 1,
                            .highlight = -1};
}

static bool check_any(const bars *b, arms_error *err)
{
    return b->count > 0 ||
           arms_fail(err, ARMS_DOMAIN,
                     "nothing is recorded in these years, so there is nothing to draw");
}

static bool top_text(arms_chart_text *out, const plotting *p, const bars *b,
                     arms_years years, arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    const char *measure = arms_measure_words(arena, arms_tally_dataset(p->tally), err);
    if (!measure)
        return false;
    out->title = plotting_largest(p, b->parties[0], b->values[0], years, err);
    out->subtitle =
        arms_print(arena, err, "Share of %s, per cent of %s", measure, plotting_whole(p));
    out->source = plotting_source(p, err);
    return out->title && out->subtitle && out->source;
}

static bool fill_two(bars *b, const plotting *p, arms_error *err)
{
    const cli_settings *settings = p->session->settings;
    arms_periods periods;
    if (!arms_periods_make(&periods, p->tally, settings->periods, err))
        return false;
    size_t rows = plotting_rows(p, periods.count, BARS);
    for (size_t i = 0; i < rows; i++) {
        const arms_period_row *row = &periods.rows[i];
        const arms_interval *before = figure_interval(&row->places[ARMS_BEFORE].share);
        add(b, p, row->party, figure_interval(&row->places[ARMS_AFTER].share), 100);
        b->before[i] = before ? 100 * before->value : NAN;
    }
    return true;
}

static bool fill_one(bars *b, const plotting *p, arms_error *err)
{
    arms_ranking ranking;
    if (!plotting_rank(&ranking, p, err))
        return false;
    size_t rows = plotting_rows(p, ranking.count, BARS);
    for (size_t i = 0; i < rows; i++)
        add(b, p, ranking.places[i].party, figure_interval(&ranking.places[i].share),
            100);
    return true;
}

bool plot_top(const plotting *p, arms_error *err)
{
    const cli_settings *settings = p->session->settings;
    arms_arena *arena = &p->session->arena;
    bool two = settings->two_periods != NULL;
    arms_years years = two ? settings->periods[ARMS_AFTER] : settings->years;
    bars b = {.count = 0};
    arms_chart_text text;
    if (!(two ? fill_two : fill_one)(&b, p, err) || !check_any(&b, err) ||
        !top_text(&text, p, &b, years, err))
        return false;
    arms_bar_chart chart = chart_of(&b);
    if (two) {
        chart.before = b.before;
        chart.period = title_period(arena, years, err);
        chart.period_before = title_period(arena, settings->periods[ARMS_BEFORE], err);
        if (!chart.period || !chart.period_before)
            return false;
    }
    return arms_chart_bars(settings->output, &chart, &text, err);
}

/* "Pakistan's arms imports changed by +61.4 % from 2015–19 to 2020–24". */
static const char *change_title(const plotting *p, const arms_periods *periods,
                                arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    char digits[ARMS_ROUNDING_SIZE];
    const arms_derived *whole = &periods->whole.change;
    const char *flow = title_sentence(arena, title_flow(arena, p->tally, err), err);
    const char *before = title_period(arena, periods->years[ARMS_BEFORE], err);
    const char *after = title_period(arena, periods->years[ARMS_AFTER], err);
    if (!flow || !before || !after)
        return NULL;
    if (whole->why)
        return arms_print(arena, err, "%s from %s to %s", flow, before, after);
    return arms_print(arena, err, "%s changed by %s %% from %s to %s", flow,
                      arms_rounding_print(digits, (arms_rounding){0}, ARMS_ROUNDED_CHANGE,
                                          whole->amount.value),
                      before, after);
}

bool plot_change(const plotting *p, arms_error *err)
{
    const cli_settings *settings = p->session->settings;
    arms_arena *arena = &p->session->arena;
    arms_periods periods;
    bars b = {.count = 0};
    if (!arms_periods_make(&periods, p->tally, settings->periods, err))
        return false;
    size_t rows = plotting_rows(p, periods.count, BARS);
    for (size_t i = 0; i < rows; i++) {
        const arms_derived *change = &periods.rows[i].change;
        add(&b, p, periods.rows[i].party, change->why ? NULL : &change->amount, 1);
        b.notes[i] = change->why;
    }
    const char *measure = arms_measure_words(arena, arms_tally_dataset(p->tally), err);
    const arms_chart_text text = {
        .title = change_title(p, &periods, err),
        .subtitle = arms_print(arena, err, "Change of %s, per cent, the largest %s first",
                               measure ? measure : "", title_partners(p->tally)),
        .source = plotting_source(p, err)};
    if (!check_any(&b, err) || !measure || !text.title || !text.subtitle || !text.source)
        return false;
    arms_bar_chart chart = chart_of(&b);
    chart.changes = true;
    return arms_chart_bars(settings->output, &chart, &text, err);
}
