/* armstrade extract: any files as one canonical CSV file, with a Data Package descriptor.
 *
 * One dataset goes into a file: two measures, two reporting sides or two releases are
 * never put together. A part of it is chosen by --importer, --exporter, --years and
 * --category, and covers only what it holds. */
#define _POSIX_C_SOURCE 200809L

#include <armstrade/canonical_csv.h>
#include <armstrade/group.h>
#include <armstrade/report.h>

#include <string.h>
#include <sys/stat.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/session.h"
#include "data/atomic_file.h"

/* Where the two files go. */
typedef struct targets {
    const char *csv;        /* NULL: standard output */
    const char *descriptor; /* NULL: none */
    const char *from_there; /* the CSV file, as the descriptor names it */
} targets;

/* ---- which dataset ---- */

static bool fail_several(session *s, const arms_dataset *a, const arms_dataset *b,
                         arms_error *err)
{
    bool measures = !arms_measure_same(arms_dataset_measure(a), arms_dataset_measure(b));
    const char *one = arms_measure_words(&s->arena, a, err);
    const char *two = arms_measure_words(&s->arena, b, err);
    if (!one || !two)
        return false;
    if (measures)
        return arms_fail(err, ARMS_USAGE,
                         "d1 counts %s, d2 %s: two measures are never put together; "
                         "choose one with --dataset d1 or --dataset d2",
                         one, two);
    one = arms_dataset_words(&s->arena, a, err);
    two = arms_dataset_words(&s->arena, b, err);
    return one && two &&
           arms_fail(err, ARMS_USAGE,
                     "d1 is %s; d2 is %s: different releases, reporting sides or files "
                     "that overlap are never put together; choose one with --dataset d1 "
                     "or --dataset d2",
                     one, two);
}

static bool choose(const arms_dataset **out, session *s, arms_error *err)
{
    size_t number = s->settings->dataset_number;
    if (number > s->count)
        return arms_fail(
            err, ARMS_USAGE, "--dataset %s: the files hold %zu dataset%s, d1 to d%zu",
            s->settings->dataset, s->count, s->count == 1 ? "" : "s", s->count);
    if (number == 0 && s->count > 1)
        return fail_several(s, s->datasets[0], s->datasets[1], err);
    *out = s->datasets[number > 0 ? number - 1 : 0];
    return true;
}

/* ---- which part of it ---- */

/* A party that the file never names may be spelt otherwise there, or be a group: that
 * nothing is recorded of it says nothing. */
static bool find_party(arms_party *out, const arms_dataset *dataset, const char *name,
                       arms_error *err)
{
    arms_error why;
    arms_group_id group = 0;
    bool found = !name || arms_dataset_find(out, dataset, arms_text_of(name), &why);
    if (!name || (found && arms_dataset_has(dataset, *out)))
        return true;
    if (!arms_group_find(&group, arms_text_of(name), "", err))
        return false;
    if (group > 0)
        return arms_fail(err, ARMS_USAGE,
                         "%s is a group of parties; extract takes one party, or all",
                         name);
    if (!found)
        return arms_fail(err, ARMS_DOMAIN, "not enough information: %s", why.text);
    return arms_fail(err, ARMS_DOMAIN,
                     "not enough information: %s occurs nowhere in the file, which may "
                     "leave it out or spell it otherwise",
                     arms_dataset_party_name(dataset, *out));
}

static bool select_part(arms_selection *out, const session *s,
                        const arms_dataset *dataset, arms_error *err)
{
    const cli_settings *settings = s->settings;
    *out = (arms_selection){.years = settings->years};
    if (!session_check_name(s, settings->importer, err) ||
        !session_check_name(s, settings->exporter, err) ||
        !find_party(&out->importer, dataset, settings->importer, err) ||
        !find_party(&out->exporter, dataset, settings->exporter, err))
        return false;
    if (!settings->category)
        return true;
    out->category = arms_dataset_find_category(dataset, arms_text_of(settings->category));
    return out->category > 0 ||
           arms_fail(err, ARMS_DOMAIN,
                     "not enough information: the file has no category \"%s\"",
                     settings->category);
}

/* ---- where to ---- */

static bool is_folder(const char *path)
{
    struct stat status;
    size_t length = strlen(path);
    return path[length - 1] == '/' ||
           (stat(path, &status) == 0 && S_ISDIR(status.st_mode));
}

static const char *inside(arms_arena *arena, const char *folder, const char *name,
                          arms_error *err)
{
    bool slash = folder[strlen(folder) - 1] == '/';
    return arms_print(arena, err, "%s%s%s", folder, slash ? "" : "/", name);
}

/* "imports.csv" has its descriptor in "imports.datapackage.json". */
static const char *beside(arms_arena *arena, const char *csv, arms_error *err)
{
    size_t length = strlen(csv);
    if (length > 4 && strcmp(csv + length - 4, ".csv") == 0)
        length -= 4;
    return arms_print(arena, err, "%.*s.datapackage.json", (int)length, csv);
}

/* The CSV file's path from the descriptor's folder: it must lie there or below, so that
 * both can be moved together. */
static bool path_from(targets *t, arms_error *err)
{
    const char *slash = strrchr(t->descriptor, '/');
    size_t folder = slash ? (size_t)(slash - t->descriptor) + 1 : 0;
    t->from_there = t->csv + folder;
    bool below = strncmp(t->csv, t->descriptor, folder) == 0 && t->from_there[0] &&
                 t->from_there[0] != '/' && !strstr(t->from_there, "..");
    return below || arms_fail_at(err, ARMS_USAGE, t->descriptor, 0,
                                 "the descriptor must lie in the folder of %s or above "
                                 "it; name another file after --package",
                                 t->csv);
}

static bool name_targets(targets *t, session *s, arms_error *err)
{
    const cli_settings *settings = s->settings;
    const char *package = settings->package;
    bool file = settings->output && strcmp(settings->output, "-") != 0;
    bool folder = package && is_folder(package);
    *t = (targets){.csv = file ? settings->output : NULL, .descriptor = package};
    if (folder) {
        t->descriptor = inside(&s->arena, package, "datapackage.json", err);
        t->csv = file ? t->csv : inside(&s->arena, package, "data.csv", err);
    } else if (file && !package) {
        t->descriptor = beside(&s->arena, t->csv, err);
    } else if (package && !file) {
        return arms_fail(err, ARMS_USAGE,
                         "a descriptor names the file that it describes; add -o FILE.csv "
                         "or give --package a folder");
    }
    if (!t->csv && !t->descriptor)
        return true;
    return t->csv && t->descriptor && path_from(t, err) &&
           output_check_path(t->csv, "--output", settings, err) &&
           output_check_path(t->descriptor, "--package", settings, err);
}

/* ---- writing ---- */

static bool write_both(const targets *t, const arms_package *package, arms_error *err)
{
    arms_buffer descriptor = {0};
    bool done = arms_package_json(&descriptor, package, err);
    if (done) {
        const arms_file_bytes files[] = {
            {t->csv, package->csv},
            {t->descriptor, {descriptor.data, descriptor.len}},
        };
        done = arms_files_replace(files, 2, err);
    }
    arms_buffer_free(&descriptor);
    return done;
}

/* What the part that was written lacks. */
static void tell(const session *s, const arms_dataset *dataset,
                 const arms_canonical *written)
{
    arms_buffer text = {0};
    const arms_source *source;
    arms_dataset_sources(dataset, &source);
    if (written->open_years == 0 || s->settings->quiet)
        return;
    arms_buffer_print(&text, "%zu of the years asked for %s not covered",
                      written->open_years, written->open_years > 1 ? "are" : "is");
    if (text.data)
        output_note(source->path, text.data);
    arms_buffer_free(&text);
}

static bool fail_nothing(session *s, const arms_dataset *dataset, arms_error *err)
{
    arms_error why = *err;
    const char *words = arms_dataset_words(&s->arena, dataset, err);
    return words && arms_fail(err, ARMS_DOMAIN, "not enough information: %s (%s)",
                              why.text, words);
}

static bool extract(session *s, const arms_dataset *dataset, const targets *t,
                    arms_error *err)
{
    const cli_settings *settings = s->settings;
    arms_canonical_options options = {.raw = settings->raw_csv,
                                      .origins = settings->origins};
    arms_canonical written;
    arms_buffer csv = {0};
    if (!select_part(&options.selection, s, dataset, err))
        return false;
    bool done = arms_canonical_csv(&csv, &written, dataset, &options, err);
    if (!done && err->code == ARMS_DOMAIN)
        fail_nothing(s, dataset, err);
    if (done)
        tell(s, dataset, &written);
    arms_package package = {t->from_there, {csv.data, csv.len}, &written, dataset};
    if (done && t->descriptor)
        done = write_both(t, &package, err);
    else if (done)
        done = output_bytes(package.csv, settings, err);
    arms_buffer_free(&csv);
    return done;
}

static bool run(session *s, int *status, arms_error *err)
{
    const arms_dataset *dataset = NULL;
    targets t;
    *status = 0;
    return name_targets(&t, s, err) && choose(&dataset, s, err) &&
           extract(s, dataset, &t, err);
}

static const char *const takes[] = {
    DATA_OPTIONS, "--importer", "--exporter", "--year",    "--category", "--dataset",
    "--output",   "--package",  "--origins",  "--raw-csv", NULL,
};

const cli_command cmd_extract = {
    .name = "extract",
    .summary = "any file, or a part of it, as canonical CSV",
    .usage = "[--importer NAME] [--exporter NAME] [--years Y1-Y2] [--category NAME] "
             "--data FILE … [-o FILE.csv] [--package FILE|DIR]",
    .examples = "  armstrade extract --data register.csv -o register.canonical.csv\n"
                "  armstrade extract --importer Pakistan --years 2014-2024 \\\n"
                "      --data register.csv -o pakistan.csv\n",
    .options = takes,
    .schema = "armstrade/extract/1",
    .needs_data = true,
    .digest = true,
    .run = run,
};
