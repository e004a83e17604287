/* armstrade check: says what the figures say of claims. */
#include <armstrade/report.h>
#include <stddef.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/session.h"

/* The short forms of --kind and --value. */
typedef struct short_form {
    const char *option;
    size_t offset; /* in settings */
    arms_claim_kind kind;
} short_form;

static const short_form short_forms[] = {
    {"--share", offsetof(cli_settings, share), ARMS_CLAIM_SHARE},
    {"--amount", offsetof(cli_settings, amount), ARMS_CLAIM_LEVEL},
    {"--rank", offsetof(cli_settings, rank), ARMS_CLAIM_RANK},
};

enum { SHORT_FORMS = sizeof short_forms / sizeof *short_forms };

/* What is wrong with a number is said with the option that it was given to. */
static bool name_option(const char *option, const char *value, bool done, arms_error *err)
{
    if (!done && err->code == ARMS_USAGE) {
        arms_error copy = *err;
        arms_fail(err, ARMS_USAGE, "%s %s: %s", option, value, copy.text);
    }
    return done;
}

/* The name as the reference table has it, where it has the name. */
static const char *proper_name(const session *s, const char *name)
{
    arms_entity_id id;
    arms_error ignored;
    const arms_meant *meant;
    if (name && arms_names_find(&meant, s->names, arms_text_of(name), &ignored) && meant)
        return name;
    bool spelt = name && strchr(name, '*'); /* SIPRI's marks tell parties apart */
    if (!name || spelt || !arms_entity_resolve(&id, arms_text_of(name), &ignored))
        return name;
    return arms_entity_get(id)->name;
}

static bool fill_claim(arms_claim *claim, const session *s, const char *value,
                       arms_error *err)
{
    const cli_settings *settings = s->settings;
    session_asked asked = session_ask(settings);
    arms_bound bound;
    claim->flow = asked.flow;
    claim->subject = asked.subject ? proper_name(s, asked.subject) : "World";
    claim->counterpart = proper_name(s, asked.partner);
    claim->category = settings->category;
    claim->years = settings->years;
    claim->period = settings->year;
    claim->printed = value;
    if (!arms_printed_parse(&claim->number, arms_text_of(value),
                            arms_claim_kind_unit(claim->kind), err))
        return false;
    if (settings->bound && !arms_bound_parse(&bound, arms_text_of(settings->bound), err))
        return false;
    if (settings->bound)
        arms_printed_hedge(&claim->number, bound);
    return arms_claim_check(claim, err);
}

static bool add_claim(arms_claims *claims, session *s, const cli_settings *settings,
                      const short_form *form, arms_error *err)
{
    const char *value = *(const char *const *)((const char *)settings + form->offset);
    if (!value)
        return true;
    arms_claim *claim = &claims->items[claims->count++];
    *claim = (arms_claim){.kind = form->kind};
    claim->id = arms_print(&s->arena, err, "%zu", claims->count);
    return claim->id &&
           name_option(form->option, value, fill_claim(claim, s, value, err), err);
}

static bool add_long_form(arms_claims *claims, session *s, const cli_settings *settings,
                          arms_error *err)
{
    short_form form = {"--value", offsetof(cli_settings, value), ARMS_CLAIM_SHARE};
    if (!settings->kind && !settings->value)
        return true;
    if (!settings->kind || !settings->value)
        return arms_fail(err, ARMS_USAGE,
                         "--kind and --value go together, as in --kind "
                         "share --value 11%%");
    bool known = name_option(
        "--kind", settings->kind,
        arms_claim_kind_parse(&form.kind, arms_text_of(settings->kind), err), err);
    if (known && !arms_claim_kind_judged(form.kind))
        return arms_fail(err, ARMS_USAGE,
                         "--kind %s: claims of this kind are not judged yet; share, "
                         "level and rank are",
                         settings->kind);
    return known && add_claim(claims, s, settings, &form, err);
}

static bool claims_from_options(arms_claims *out, session *s,
                                const cli_settings *settings, arms_error *err)
{
    out->items = arms_alloc(&s->arena, SHORT_FORMS + 1, sizeof *out->items, err);
    if (!out->items)
        return false;
    if (!settings->importer && !settings->exporter)
        return arms_fail(err, ARMS_USAGE,
                         "what is claimed, and of whom? add --importer or "
                         "--exporter and a number, or --claims FILE");
    if (!session_check_name(s, settings->importer, err) ||
        !session_check_name(s, settings->exporter, err) ||
        !add_long_form(out, s, settings, err))
        return false;
    for (size_t i = 0; i < SHORT_FORMS; i++)
        if (!add_claim(out, s, settings, &short_forms[i], err))
            return false;
    if (out->count == 0)
        return arms_fail(err, ARMS_USAGE,
                         "no number is claimed; add --share, --amount or "
                         "--rank");
    return true;
}

/* Options that describe a claim make no sense beside claims that are read. */
static bool check_alone(const char *source, const cli_settings *settings, arms_error *err)
{
    const char *const one[] = {settings->importer, settings->exporter, settings->year,
                               settings->kind,     settings->value,    settings->share,
                               settings->amount,   settings->rank,     settings->bound,
                               settings->category, settings->flow};
    for (size_t i = 0; i < sizeof one / sizeof *one; i++)
        if (one[i])
            return arms_fail(err, ARMS_USAGE,
                             "%s brings its own claims; leave out "
                             "the options that describe another (%s)",
                             source, one[i]);
    return true;
}

static bool check_sources(const cli_settings *settings, arms_error *err)
{
    if (settings->claims && settings->text)
        return arms_fail(err, ARMS_USAGE,
                         "--claims and --text are two sources of claims; name one");
    if (settings->date && !settings->text)
        return arms_fail(err, ARMS_USAGE,
                         "--date is the day on which an article was published; it goes "
                         "with --text");
    const char *source = settings->claims ? "--claims" : settings->text ? "--text" : NULL;
    return !source || check_alone(source, settings, err);
}

/* What is to be judged, and the text that it was read in. */
typedef struct check_work {
    arms_claims claims;
    arms_document document;
    arms_text_reading reading;
    arms_checked_text text;
} check_work;

static bool claims_from_text(check_work *out, session *s, arms_error *err)
{
    const cli_settings *settings = s->settings;
    out->text = (arms_checked_text){&out->document, settings->date, &out->reading};
    return arms_document_read(&out->document, &s->arena, settings->text,
                              ARMS_DOCUMENT_GUESS, err) &&
           arms_read_document(&out->reading, &s->arena, &out->document, settings->date,
                              err) &&
           arms_claims_from_reading(&out->claims, &s->arena, &out->document,
                                    &out->reading, err);
}

static bool find_claims(check_work *out, session *s, arms_error *err)
{
    const cli_settings *settings = s->settings;
    if (!check_sources(settings, err))
        return false;
    if (settings->text)
        return claims_from_text(out, s, err);
    return settings->claims
               ? arms_claims_read(&out->claims, &s->arena, settings->claims, err)
               : claims_from_options(&out->claims, s, settings, err);
}

static bool render(session *s, const check_work *work, const arms_verdicts *verdicts,
                   arms_error *err)
{
    const cli_settings *settings = s->settings;
    const arms_check_options options = {settings->terms.policy, settings->explain,
                                        settings->text ? &work->text : NULL};
    bool json = settings->format && strcmp(settings->format, "json") == 0;
    if (!json)
        return arms_check_page(&s->page, verdicts, &options, err) &&
               output_page(&s->page, settings, err);
    arms_buffer out = {0};
    bool done = arms_check_json(&out, &s->page, verdicts, &options, err) &&
                output_bytes((arms_text){out.data, out.len}, settings, err);
    arms_buffer_free(&out);
    return done;
}

/* A refuted claim comes before one that cannot be judged, or none at all. */
static int status_of(const arms_verdicts *verdicts)
{
    size_t bad = arms_verdicts_count(verdicts, ARMS_REFUTED) +
                 arms_verdicts_count(verdicts, ARMS_MIXED);
    for (size_t i = 0; i < verdicts->consistency_count; i++)
        bad += verdicts->consistency[i].verdict == ARMS_REFUTED;
    if (bad > 0)
        return 1;
    bool open = arms_verdicts_count(verdicts, ARMS_NOT_ENOUGH_INFO) > 0;
    return open || verdicts->count == 0 ? 4 : 0;
}

static bool run(session *s, int *status, arms_error *err)
{
    check_work work = {0};
    arms_verdicts verdicts;
    const arms_judge_input input = {s->datasets, s->count, s->settings->terms};
    if (!find_claims(&work, s, err) ||
        !arms_judge(&verdicts, &s->arena, &work.claims, &input, err) ||
        !render(s, &work, &verdicts, err))
        return false;
    *status = status_of(&verdicts);
    return true;
}

static const char *const takes[] = {
    DATA_OPTIONS, TERMS_OPTIONS, PAGE_OPTIONS, "--claims", "--text",
    "--date",     "--importer",  "--exporter", "--year",   "--flow",
    "--kind",     "--value",     "--share",    "--amount", "--rank",
    "--bound",    "--category",  "--explain",  NULL,
};

const cli_command cmd_check = {
    .name = "check",
    .summary = "check claims and say what the figures say",
    .usage = "(--text FILE [--date D] | --claims FILE | --importer NAME --exporter NAME "
             "--year Y NUMBERS) [--data FILE …]",
    .examples =
        "  armstrade check --importer Pakistan --exporter Türkiye --year 2023 "
        "\\\n      --share 11% --amount '$21 million' --rank 2 --data register.csv\n"
        "  armstrade check --text article.html --date 2025-07-08 --data register.csv\n"
        "  armstrade check --claims claims.csv --data register.csv --format json\n",
    .options = takes,
    .schema = "armstrade/check/1",
    .run = run,
};
