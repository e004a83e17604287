/* armstrade inspect: what a file is, and what is wrong with it. */
#include <armstrade/report.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/mapping_options.h"
#include "cli/output.h"
#include "cli/session.h"

typedef struct looks {
    arms_load_options options;
    arms_look *items;
    size_t count;
} looks;

/* A file that is no CSV is told at once; the others are looked at all the same. */
static bool look_at(looks *out, const char *path, int *status, arms_error *err)
{
    if (arms_look_at(&out->items[out->count], path, &out->options, err)) {
        out->count++;
        return true;
    }
    if (err->code == ARMS_SYSTEM)
        return false;
    output_error(err);
    *status = arms_exit_status(err->code);
    return true;
}

static bool print_json(session *s, const looks *seen, arms_error *err)
{
    arms_buffer out = {0};
    bool done = arms_inspect_json(&out, &s->page, seen->items, seen->count, err) &&
                output_bytes((arms_text){out.data, out.len}, s->settings, err);
    arms_buffer_free(&out);
    return done;
}

static bool print(session *s, const looks *seen, arms_error *err)
{
    const char *format = s->settings->format ? s->settings->format : "table";
    if (seen->count == 0)
        return true;
    if (strcmp(format, "json") == 0)
        return print_json(s, seen, err);
    bool table = strcmp(format, "csv") == 0;
    return (table ? arms_inspect_inventory : arms_inspect_page)(&s->page, seen->items,
                                                                seen->count, err) &&
           output_page(&s->page, s->settings, err);
}

static bool run(session *s, int *status, arms_error *err)
{
    const cli_settings *settings = s->settings;
    looks seen = {.options = {.digest = true,
                              .deals = true,
                              .names = s->names,
                              .mapping = mapping_wanted(settings) ? &s->mapping : NULL},
                  .items = arms_alloc(&s->arena, MAX_DATA, sizeof *seen.items, err)};
    *status = 0;
    if (settings->data_count == 0)
        return arms_fail(err, ARMS_USAGE, "which file? write 'armstrade inspect FILE'");
    bool done = seen.items != NULL;
    for (size_t i = 0; done && i < settings->data_count; i++)
        done = look_at(&seen, settings->data[i], status, err);
    done = done && print(s, &seen, err);
    for (size_t i = 0; i < seen.count; i++)
        arms_look_free(&seen.items[i]);
    return done;
}

static const char *const takes[] = {
    PAGE_OPTIONS,
    MAPPING_OPTIONS,
    "--data",
    NULL,
};

const cli_command cmd_inspect = {
    .name = "inspect",
    .summary = "what a file is, and what is wrong with it",
    .usage = "FILE …",
    .examples = "  armstrade inspect trade-register.csv\n"
                "  armstrade inspect *.csv --format csv\n"
                "  armstrade inspect sales.csv --measure 'million USD' "
                "--measure-kind delivery \\\n"
                "      --columns year=Year,exporter=Seller,importer=Buyer,value=Amount\n",
    .options = takes,
    .schema = "armstrade/inspect/1",
    .takes_files = true,
    .run = run,
};
