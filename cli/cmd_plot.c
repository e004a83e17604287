/* armstrade plot: charts, one kind each in a file of its own. */
#include <armstrade/report.h>
#include <string.h>

#include "analysis/claims/wording.h"
#include "cli/commands.h"
#include "cli/plotting.h"
#include "cli/titles.h"

const char *plotting_source(const plotting *p, arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    const arms_dataset *dataset = arms_tally_dataset(p->tally);
    const char *source = arms_source_words(arena, dataset, err);
    const char *generated = arms_dataset_about(dataset)->generated;
    if (!source)
        return NULL;
    return arms_print(arena, err,
                      "Source: calculated from the %s%s%s; not a statement by the "
                      "publisher.",
                      source, generated[0] ? ", file generated " : "", generated);
}

const char *plotting_largest(const plotting *p, arms_party party, double share,
                             arms_years years, arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    const arms_question *q = arms_tally_question(p->tally);
    const char *name = arms_dataset_party_name(arms_tally_dataset(p->tally), party);
    const char *period = title_period(arena, years, err);
    const char *of = q->subject == ARMS_ALL ? title_ranking(arena, p->tally, err)
                                            : title_flow(arena, p->tally, err);
    if (!period || !of)
        return NULL;
    const char *one = q->subject == ARMS_ALL ? "" : arms_partner_words(q)->one;
    char digits[ARMS_ROUNDING_SIZE];
    (void)arms_rounding_print(digits, (arms_rounding){0}, ARMS_ROUNDED_SHARE, share);
    return title_sentence(
        arena,
        arms_print(arena, err, "%s%s was the largest%s%s of %s in %s, with %s %%",
                   arms_article(name), name, one[0] ? " " : "", one, of, period, digits),
        err);
}

const char *plotting_measure(const plotting *p, arms_error *err)
{
    arms_arena *arena = &p->session->arena;
    return title_sentence(
        arena, arms_measure_words(arena, arms_tally_dataset(p->tally), err), err);
}

const char *plotting_whole(const plotting *p)
{
    static const char *const wholes[] = {
        [ARMS_POLICY_ALL] = "everything",
        [ARMS_POLICY_STATES] = "what goes between states",
        [ARMS_POLICY_KNOWN] = "what goes between known parties",
    };
    return wholes[p->session->settings->terms.policy];
}

bool plotting_rank(arms_ranking *out, const plotting *p, arms_error *err)
{
    if (!arms_tally_ranking(out, p->tally, p->session->settings->years, err))
        return false;
    if (out->whole.reason != ARMS_REASON_NONE)
        return arms_fail(err, ARMS_DOMAIN, "not enough information: %s", out->whole.why);
    return out->count > 0 ||
           arms_fail(err, ARMS_DOMAIN,
                     "nothing is recorded in these years, so there is nothing to draw");
}

bool plotting_certain(const arms_figure *figure, arms_error *err)
{
    bool open = figure->reason == ARMS_REASON_NONE && figure->allocated &&
                !arms_interval_is_point(figure->amount);
    return !open ||
           arms_fail(err, ARMS_DOMAIN,
                     "the file has totals of deals that are spread over years, so that "
                     "only bounds are certain, and a chart would show them as exact; use "
                     "the register of deliveries or a TIV table, or 'armstrade share' "
                     "for the bounds");
}

size_t plotting_rows(const plotting *p, size_t count, size_t most)
{
    size_t asked = p->session->settings->most;
    size_t rows = asked > 0 && asked < count ? asked : count;
    return rows < most ? rows : most;
}

typedef struct chart_kind {
    const char *name;
    bool (*draw)(const plotting *p, arms_error *err);
    bool periods;  /* --years is the later of two periods */
    bool partners; /* of one party: not for a pair */
} chart_kind;

static const chart_kind charts[] = {
    {"share", plot_share, false, false},
    {"top", plot_top, false, true},
    {"change", plot_change, true, true},
    {"trend", plot_trend, false, false},
    {"concentration", plot_concentration, false, true},
    {"heatmap", plot_heatmap, false, true},
};

static const chart_kind *find_chart(const cli_settings *settings)
{
    for (size_t i = 0; i < sizeof charts / sizeof *charts; i++)
        if (settings->name_count == 1 && strcmp(settings->names[0], charts[i].name) == 0)
            return &charts[i];
    return NULL;
}

static bool check(const session *s, const chart_kind *chart, arms_error *err)
{
    const cli_settings *settings = s->settings;
    if (!chart)
        return arms_fail(err, ARMS_USAGE,
                         "which chart? write 'armstrade plot' and share, top, change, "
                         "trend, concentration or heatmap");
    if (!settings->output)
        return arms_fail(err, ARMS_USAGE, "where to? add -o FILE.svg");
    if (s->count != 1)
        return arms_fail(err, ARMS_USAGE,
                         "a chart is drawn from one file; name one with --data");
    if (chart->partners && settings->importer && settings->exporter)
        return arms_fail(err, ARMS_USAGE,
                         "plot %s is of one party's partners: give --importer or "
                         "--exporter, not both",
                         chart->name);
    if (settings->seed_word && chart->draw != plot_trend)
        return arms_fail(err, ARMS_USAGE,
                         "--seed is for plot trend: nothing is drawn at random in a "
                         "chart of another kind");
    return !chart->periods || settings->two_periods ||
           arms_fail(err, ARMS_USAGE,
                     "which periods? add --periods 2015-2019,2020-2024, or the later one "
                     "alone");
}

static bool draw(session *s, const chart_kind *chart, arms_error *err)
{
    const session_asked asked = session_ask(s->settings);
    session_query query = {.number = 1};
    const session_terms *terms = &query.terms;
    if (!session_ask_dataset(&query, s, &asked, err))
        return false;
    if (terms->why)
        return arms_fail(err, ARMS_DOMAIN, "not enough information: %s", terms->why);
    plotting p = {.session = s, .tally = query.tally, .partner = terms->partner};
    return chart->draw(&p, err);
}

static bool run(session *s, int *status, arms_error *err)
{
    const chart_kind *chart = find_chart(s->settings);
    *status = 0;
    return check(s, chart, err) && session_check(s, err) && draw(s, chart, err);
}

static const char *const takes[] = {
    DATA_OPTIONS, TERMS_OPTIONS, "--importer", "--exporter", "--year", "--periods",
    "--flow",     "--category",  "--limit",    "--output",   "--seed", NULL,
};

const cli_command cmd_plot = {
    .name = "plot",
    .summary = "charts: share, top, change, trend, concentration, heatmap",
    .usage = "share|top|change|trend|concentration|heatmap [--importer NAME | --exporter "
             "NAME] --years Y1-Y2 --data FILE -o FILE.svg",
    .examples = "  armstrade plot share --importer Pakistan --years 2014-2024 \\\n"
                "      --data register.csv -o pakistan.svg\n"
                "  armstrade plot change --flow export --periods 2015-2019,2020-2024 \\\n"
                "      --data register.csv -o change.svg\n",
    .options = takes,
    .most_names = 1,
    .schema = "armstrade/plot/1",
    .needs_data = true,
    .run = run,
};
