/* armstrade claims: the claims that a text makes about imports and exports of arms. */
#include <armstrade/report.h>

#include <string.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/session.h"

static bool put_json(const cli_settings *settings, const arms_document *document,
                     const arms_text_reading *reading, arms_error *err)
{
    arms_buffer out = {0};
    bool done = arms_claims_json(&out, document, settings->date, reading, err) &&
                output_bytes((arms_text){out.data, out.len}, settings, err);
    arms_buffer_free(&out);
    return done;
}

static bool put(session *s, const arms_document *document,
                const arms_text_reading *reading, arms_error *err)
{
    const cli_settings *settings = s->settings;
    if (settings->format && strcmp(settings->format, "json") == 0)
        return put_json(settings, document, reading, err);
    return arms_claims_page(&s->page, document, reading, settings->explain, err) &&
           output_page(&s->page, settings, err);
}

static bool read_text(session *s, int *status, arms_error *err)
{
    const cli_settings *settings = s->settings;
    arms_document document;
    arms_text_reading reading;
    const char *path = settings->data_count > 0 ? settings->data[0] : "-";
    if (settings->codes && strcmp(settings->codes, "iso3") != 0)
        return arms_fail(err, ARMS_USAGE, "--codes %s is not known; write --codes iso3",
                         settings->codes);
    if (settings->data_count > 1)
        return arms_fail(err, ARMS_USAGE,
                         "\"%s\" is a second text; read one text at a time",
                         settings->data[1]);
    if (!arms_document_read(&document, &s->arena, path, ARMS_DOCUMENT_GUESS, err) ||
        !arms_read_document(&reading, &s->arena, &document, settings->date, err) ||
        (settings->codes && !arms_reading_codes(&reading, &s->arena, err)) ||
        !put(s, &document, &reading, err))
        return false;
    *status = reading.count > 0 ? 0 : 4;
    return true;
}

/* The table is the same whatever text is read. */
static bool show_hedges(session *s, arms_error *err)
{
    const cli_settings *settings = s->settings;
    if (settings->data_count > 0 || settings->date || settings->explain ||
        settings->codes)
        return arms_fail(err, ARMS_USAGE,
                         "--hedges reads no text; leave out the file, --date, --codes "
                         "and --explain");
    s->page.schema = "armstrade/hedges/1";
    return arms_hedges_page(&s->page, err) && output_page(&s->page, settings, err);
}

static bool run(session *s, int *status, arms_error *err)
{
    *status = 0;
    return s->settings->hedges ? show_hedges(s, err) : read_text(s, status, err);
}

static const char *const takes[] = {PAGE_OPTIONS, "--date",   "--explain",
                                    "--codes",    "--hedges", NULL};

const cli_command cmd_claims = {
    .name = "claims",
    .summary = "the claims that a text makes",
    .usage = "[FILE | -] [--date D] | --hedges",
    .examples = "  armstrade claims article.html --date 2025-07-08\n"
                "  armstrade claims article.txt --format csv --output claims.csv\n"
                "  armstrade claims --explain < article.md\n"
                "  armstrade claims --hedges\n",
    .options = takes,
    .takes_files = true,
    .schema = "armstrade/claims/1",
    .run = run,
};
