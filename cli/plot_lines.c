/* plot trend and plot concentration: figures over the years as lines. */
#include <armstrade/chart.h>
#include <armstrade/concentrated.h>
#include <armstrade/report.h>
#include <armstrade/trending_further.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/plotting.h"
#include "cli/titles.h"
#include "cli/trend_words.h"

/* The years of the question and what is drawn in each; NaN = no figure. */
typedef struct lines {
    size_t count;
    int *years;
    double *value, *low, *high, *trend, *trend_low, *trend_high, *smooth;
    bool bounded; /* some figure is no point */
    bool limited; /* the trend has limits */
    bool unknown; /* unknown partners leave some open by more than rounding does */
} lines;

static bool make_room(lines *l, const plotting *p, arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    arms_years years = p->session->settings->years;
    double **const arrays[] = {&l->value,     &l->low,        &l->high,  &l->trend,
                               &l->trend_low, &l->trend_high, &l->smooth};
    l->count = (size_t)(years.last - years.first) + 1;
    l->years = arms_alloc(arena, l->count, sizeof *l->years, err);
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        *arrays[i] = arms_alloc(arena, l->count, sizeof **arrays[i], err);
        if (!*arrays[i] || !l->years)
            return false;
        for (size_t k = 0; k < l->count; k++)
            (*arrays[i])[k] = NAN;
    }
    for (size_t k = 0; k < l->count; k++)
        l->years[k] = years.first + (int)k;
    return true;
}

static void put(lines *l, size_t at, double value, double low, double high)
{
    l->value[at] = value;
    l->low[at] = low;
    l->high[at] = high;
    l->bounded = l->bounded || !arms_near(high, low);
}

static arms_chart_curve curve_of(const lines *l)
{
    return (arms_chart_curve){l->value, l->bounded ? l->low : NULL,
                              l->bounded ? l->high : NULL};
}

/* The line of Theil and Sen through the years, where a trend is supported, and where it
 * may run, where that can be told. */
static bool put_trend(lines *l, const plotting *p, const arms_yearly *data,
                      const arms_trending *found, arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    arms_error why = {0};
    double *at = arms_alloc(arena, l->count, sizeof *at, err);
    if (!at)
        return false;
    for (size_t i = 0; i < l->count; i++) {
        at[i] = l->years[i];
        l->trend[i] = found->slope.intercept + found->slope.slope * at[i];
    }
    arms_line_limits limits = {at, l->count, l->trend_low, l->trend_high};
    l->limited = arms_trending_line(&limits, data, p->session->settings->seed, &why);
    if (!l->limited && why.code != ARMS_DOMAIN) {
        *err = why;
        return false;
    }
    for (size_t i = 0; l->limited && i < l->count; i++) {
        l->trend_low[i] = fmin(l->trend_low[i], l->trend[i]);
        l->trend_high[i] = fmax(l->trend_high[i], l->trend[i]);
    }
    return true;
}

static size_t place_of(const lines *l, double year)
{
    return (size_t)((int)year - l->years[0]);
}

static void put_smooth(lines *l, const arms_yearly *data, const arms_trailing_mean *mean)
{
    for (size_t i = mean->undefined; i < data->n; i++)
        l->smooth[place_of(l, data->years[i])] = mean->means[i - mean->undefined];
}

static void put_years(lines *l, const arms_yearly *data)
{
    for (size_t i = 0; i < data->n; i++)
        put(l, place_of(l, data->years[i]), data->values[i], data->low[i], data->high[i]);
}

static bool is_supported(const arms_trending *found)
{
    return found->supported == ARMS_SUPPORTS_RISE ||
           found->supported == ARMS_SUPPORTS_FALL;
}

static arms_chart_curve trend_of(const lines *l, const arms_trending *found)
{
    if (!is_supported(found))
        return (arms_chart_curve){NULL, NULL, NULL};
    return (arms_chart_curve){l->trend, l->limited ? l->trend_low : NULL,
                              l->limited ? l->trend_high : NULL};
}

static bool draw_trend(const plotting *p, const lines *l, const arms_trending *found,
                       arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    const char *measure = plotting_measure(p, err);
    const char *limits = arms_print(arena, err, "its 95 %% band (bootstrap, seed %llu)",
                                    (unsigned long long)p->session->settings->seed);
    const char *subject = trend_subject(arena, p->tally, p->partner, err);
    const char *below = trend_subtitle(arena, p->tally, p->partner, found, err);
    if (!subject || !below)
        return false;
    const arms_line_series series = {.label = title_sentence(arena, subject, err),
                                     .figures = curve_of(l),
                                     .trend = trend_of(l, found),
                                     .smooth = found->has_trailing ? l->smooth : NULL};
    const arms_chart_text text = {
        .title = trend_title(arena, p->tally, p->partner, found, err),
        .subtitle = arms_print(arena, err, "%s. %s", measure ? measure : "", below),
        .source = plotting_source(p, err)};
    const arms_line_chart chart = {.years = l->years,
                                   .year_count = l->count,
                                   .series = &series,
                                   .series_count = 1,
                                   .words = {.figures = "each year",
                                             .band = "what rounding leaves open",
                                             .trend = "Theil–Sen line",
                                             .trend_band = limits,
                                             .smooth = "five-year mean"},
                                   .highlight = -1};
    return measure && limits && series.label && text.title && text.subtitle &&
           text.source &&
           arms_chart_lines(p->session->settings->output, &chart, &text, err);
}

bool plot_trend(const plotting *p, arms_error *err)
{
    lines l = {.count = 0};
    arms_yearly data;
    arms_trending found;
    if (!make_room(&l, p, err) || !arms_yearly_levels(&data, p->tally, p->partner, err))
        return false;
    if (data.n == 0)
        return arms_fail(err, ARMS_DOMAIN, "not enough information: %s", data.why);
    if (!arms_trending_find(&found, &p->session->arena, &data, err))
        return false;
    put_years(&l, &data);
    if (is_supported(&found) && !put_trend(&l, p, &data, &found, err))
        return false;
    if (found.has_trailing)
        put_smooth(&l, &data, &found.trailing);
    return draw_trend(p, &l, &found, err);
}

/* "Suppliers of Pakistan's arms imports were as concentrated as 1.6 equal ones in
 * 2015–24 (HHI 0.62)". */
static const char *concentration_title(const plotting *p, const arms_concentrated *whole,
                                       arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    const char *who = title_ranking(arena, p->tally, err);
    const char *period = title_period(arena, whole->years, err);
    if (!who || !period)
        return NULL;
    if (whole->why)
        return arms_print(arena, err, "Concentration of %s in %s", who, period);
    return arms_print(arena, err,
                      "In %s, %s were as concentrated as %.1f equal ones (HHI %.2f)",
                      period, who, whole->range.effective.value, whole->range.hhi.value);
}

static bool fill_concentration(lines *l, const plotting *p, arms_error *err)
{
    for (size_t i = 0; i < l->count; i++) {
        arms_concentrated c;
        const arms_years year = {l->years[i], l->years[i]};
        if (!arms_concentrated_find(&c, p->tally, year, err))
            return false;
        if (c.why)
            continue;
        arms_interval hhi = c.range.hhi;
        arms_limits limits = {hhi.low, hhi.high};
        if (c.has_unknown)
            limits = c.unknown.hhi; /* they hold the others */
        l->unknown = l->unknown || hhi.low - limits.low + limits.high - hhi.high > 0.001;
        put(l, i, hhi.value, limits.low, limits.high);
    }
    return true;
}

/* What the band is. */
static const char *band_words(const lines *l, const plotting *p, arms_error *err)
{
    if (!l->unknown)
        return "what the source leaves open";
    return arms_print(&p->session->arena, err, "rounding and unknown %s",
                      title_partners(p->tally));
}

bool plot_concentration(const plotting *p, arms_error *err)
{
    lines l = {.count = 0};
    arms_arena *arena = &p->session->arena;
    arms_concentrated whole;
    if (!make_room(&l, p, err) || !fill_concentration(&l, p, err) ||
        !arms_concentrated_find(&whole, p->tally, p->session->settings->years, err))
        return false;
    const char *measure = arms_measure_words(arena, arms_tally_dataset(p->tally), err);
    const char *band = band_words(&l, p, err);
    const arms_line_series series = {.label = "HHI", .figures = curve_of(&l)};
    const arms_chart_text text = {
        .title = concentration_title(p, &whole, err),
        .subtitle = arms_print(arena, err,
                               "Herfindahl–Hirschman index of %s in each year's %s: 1 is "
                               "one alone",
                               title_partners(p->tally), measure ? measure : ""),
        .source = plotting_source(p, err)};
    const arms_line_chart chart = {.years = l.years,
                                   .year_count = l.count,
                                   .series = &series,
                                   .series_count = 1,
                                   .words = {.figures = "each year", .band = band},
                                   .bottom = 0,
                                   .top = 1,
                                   .highlight = -1};
    return measure && band && text.title && text.subtitle && text.source &&
           arms_chart_lines(p->session->settings->output, &chart, &text, err);
}
