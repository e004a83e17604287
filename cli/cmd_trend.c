/* armstrade trend: whether a series of years rises or falls, and how surely. */
#include <armstrade/report.h>

#include "analysis/claims/wording.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/trend_all.h"
#include "cli/trend_rows.h"
#include "cli/trend_words.h"

static bool put_page(trend_job *j, arms_error *err)
{
    session *s = j->session;
    const char *subject = trend_subject(&s->arena, j->tally, j->partner, err);
    if (!subject || !j->period || !trend_make_tables(j, subject, err))
        return false;
    for (size_t i = 0; i < j->data.n; i++)
        if (!trend_put_year(j, i, err))
            return false;
    const char *says = trend_sentence(&s->arena, j->tally, j->partner, &j->found, err);
    if (!says || !trend_put_statistics(j, err) || !arms_page_say(&s->page, says, err))
        return false;
    return j->data.gaps == 0 ||
           arms_page_say(&s->page,
                         arms_print(&s->arena, err, "%zu year%s no figure: %s.",
                                    j->data.gaps, j->data.gaps == 1 ? " has" : "s have",
                                    j->data.why),
                         err);
}

/* Too few years, or equal ones, are no failure, but a reason. */
static bool find(trend_job *j, const char **why, arms_error *err)
{
    const cli_settings *settings = j->session->settings;
    const arms_trending_question more = {settings->break_after, settings->seed};
    arms_arena *arena = &j->session->arena;
    arms_error found = {0};
    if (arms_trending_find(&j->found, arena, &j->data, &found) &&
        arms_trending_look(&j->further, arena, &j->data, &more, &found)) {
        j->period = arms_years_code(arena, j->found.years, err);
        return j->period != NULL;
    }
    if (found.code != ARMS_DOMAIN) {
        *err = found;
        return false;
    }
    *why = arms_print(arena, err, "%s", found.text);
    return *why != NULL;
}

static bool answer(session *s, const session_query *query, const char **why,
                   arms_error *err)
{
    trend_job j = {.session = s, .number = query->number, .tally = query->tally};
    j.partner = query->terms.partner;
    if (!arms_yearly_levels(&j.data, j.tally, query->terms.partner, err))
        return false;
    if (j.data.n == 0)
        *why = j.data.why;
    else if (!find(&j, why, err))
        return false;
    return *why || (put_page(&j, err) && session_say_note(s, &query->terms, err));
}

/* What goes with the trend of one series alone. */
static bool check(const session *s, arms_error *err)
{
    const cli_settings *settings = s->settings;
    int after = settings->break_after;
    if (!session_check(s, err))
        return false;
    if (settings->all && (after > 0 || settings->seed_word))
        return arms_fail(err, ARMS_USAGE,
                         "--all looks at many series: leave out --break and --seed, and "
                         "ask for one series to have them");
    if (after > 0 && (after < settings->years.first || after >= settings->years.last))
        return arms_fail(err, ARMS_USAGE,
                         "--break %d: write a year inside the period, the last one "
                         "before the break: %d to %d",
                         after, settings->years.first, settings->years.last - 1);
    return true;
}

static bool run(session *s, int *status, arms_error *err)
{
    const session_asked asked = session_ask(s->settings);
    *status = 0;
    if (!check(s, err))
        return false;
    if (s->settings->all)
        return trend_all_run(s, err);
    return session_answer_all(s, &asked, answer, err) &&
           arms_page_sources(&s->page, err) && output_page(&s->page, s->settings, err);
}

static const char *const takes[] = {
    DATA_OPTIONS, "--succession", "--membership", PAGE_OPTIONS, "--importer",
    "--exporter", "--year",       "--flow",       "--category", "--round",
    "--all",      "--limit",      "--break",      "--seed",     NULL,
};

const cli_command cmd_trend = {
    .name = "trend",
    .summary = "whether a series rises or falls",
    .usage = "[--importer NAME] [--exporter NAME] [--flow import|export] [--all "
             "importers|exporters] [--break YEAR] [--seed N] --years Y1-Y2 "
             "--data FILE …",
    .examples = "  armstrade trend --importer Pakistan --years 2005-2024 --data "
                "register.csv\n"
                "  armstrade trend --exporter Türkiye --years 2005-2024 --break 2014 "
                "--data register.csv\n"
                "  armstrade trend --all importers --years 2005-2024 --data "
                "register.csv\n",
    .options = takes,
    .schema = "armstrade/trend/1",
    .needs_data = true,
    .run = run,
};
