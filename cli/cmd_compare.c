/* armstrade compare: two releases, two sources, or two sides of the same trade. */
#include <armstrade/compare.h>
#include <armstrade/report.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/session.h"

/* "d3" as 2; a number that no dataset has, for anything else. */
static size_t index_of(arms_text word)
{
    arms_decimal number;
    arms_error ignored;
    bool good =
        word.len > 1 && word.ptr[0] == 'd' &&
        arms_decimal_parse(&number, (arms_text){word.ptr + 1, word.len - 1}, &ignored) &&
        number.exponent == 0 && !number.negative && number.digits > 0;
    return good ? (size_t)number.digits - 1 : (size_t)-1;
}

/* "d1 is deliveries in USD, FOB; d2 …", one after the other. */
static bool put_list(arms_buffer *out, session *s, arms_error *err)
{
    for (size_t i = 0; i < s->count; i++) {
        const arms_source *source;
        const char *measure = arms_measure_words(&s->arena, s->datasets[i], err);
        if (!measure)
            return false;
        arms_dataset_sources(s->datasets[i], &source);
        arms_buffer_print(out, "%sd%zu is %s of %s", i > 0 ? "; " : "", i + 1, measure,
                          source->path);
    }
    return arms_buffer_check(out, err);
}

static bool fail_count(session *s, arms_error *err)
{
    arms_buffer list = {0};
    if (s->count < 2)
        return arms_fail(err, ARMS_USAGE,
                         "two datasets are compared, and %s was read; name two files: "
                         "armstrade compare OLD.csv NEW.csv",
                         s->count == 1 ? "one" : "none");
    if (put_list(&list, s, err))
        arms_fail(err, ARMS_USAGE,
                  "two datasets are compared, and %zu were read; choose two with "
                  "--datasets d1,d2: %s",
                  s->count, list.data);
    arms_buffer_free(&list);
    return false;
}

/* The two that are compared become d1 and d2. */
static bool choose(session *s, const char *words, arms_error *err)
{
    size_t chosen[3], count = 0;
    arms_text word, list = arms_text_of(words);
    if (!words && s->count != 2)
        return fail_count(s, err);
    while (words && count < 3 && arms_text_split(&word, &list, ','))
        chosen[count++] = index_of(word);
    if (words && (count != 2 || chosen[0] >= s->count || chosen[1] >= s->count))
        return arms_fail(err, ARMS_USAGE,
                         "--datasets %s: write two of d1 to d%zu, as in d1,d2", words,
                         s->count);
    arms_dataset **two = arms_alloc(&s->arena, 2, sizeof *two, err);
    for (size_t i = 0; two && i < 2; i++)
        two[i] = s->datasets[words ? chosen[i] : i];
    s->page.datasets = two;
    s->page.dataset_count = 2;
    return two;
}

static bool show(session *s, const arms_comparison *c, arms_error *err)
{
    const cli_settings *settings = s->settings;
    bool json = settings->format && strcmp(settings->format, "json") == 0;
    if (!json)
        return arms_compare_page(&s->page, c, settings->most, err) &&
               arms_page_sources(&s->page, err) && output_page(&s->page, settings, err);
    arms_buffer out = {0};
    bool done = arms_compare_json(&out, &s->page, c, err) &&
                output_bytes((arms_text){out.data, out.len}, settings, err);
    arms_buffer_free(&out);
    return done;
}

static bool run(session *s, int *status, arms_error *err)
{
    const cli_settings *settings = s->settings;
    arms_comparison *c;
    arms_compare_question question = {
        .exporter = settings->exporter,
        .importer = settings->importer,
        .category = settings->category,
        .years = settings->years,
        .each_year = settings->each_year,
        .deals = settings->deals,
        .flows = settings->explain,
    };
    *status = 0;
    if (settings->by &&
        !arms_grain_parse(&question.grain, arms_text_of(settings->by), err))
        return false;
    if (!choose(s, settings->datasets, err))
        return false;
    const arms_dataset *const two[] = {s->page.datasets[0], s->page.datasets[1]};
    return arms_compare(&c, &s->arena, two, &question, err) && show(s, c, err);
}

static const char *const takes[] = {
    DATA_OPTIONS, PAGE_OPTIONS, "--importer",  "--exporter", "--year",
    "--category", "--by",       "--each-year", "--deals",    "--datasets",
    "--limit",    "--names",    "--explain",   NULL,
};

const cli_command cmd_compare = {
    .name = "compare",
    .summary = "two releases, two sources, or two sides of one trade",
    .usage = "OLD.csv NEW.csv [--importer NAME] [--exporter NAME] [--years Y1-Y2]",
    .examples = "  armstrade compare register-2024.csv register-2025.csv \\\n"
                "      --importer Pakistan --year 2023\n"
                "  armstrade compare table.csv register.csv --by importer --years "
                "2015-2023\n"
                "  armstrade compare comtrade.csv --category 93 --format csv\n",
    .options = takes,
    .schema = "armstrade/compare/1",
    .names_files = true,
    .apart = true,
    .digest = true,
    .deals = true,
    .run = run,
};
