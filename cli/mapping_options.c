/* From options to a mapping. What an option says, the file of --mapping must leave open:
 * neither has the last word, and a key that both give is a mistake. */
#include "cli/mapping_options.h"

#include <stddef.h>
#include <string.h>

#include "data/atomic_file.h"

typedef struct mapping_option {
    const char *name;
    const char *key;
    size_t offset; /* in settings */
} mapping_option;

#define AT(member) offsetof(cli_settings, member)

static const mapping_option options[] = {
    {"--columns", "columns", AT(columns)},
    {"--measure", "measure", AT(measure)},
    {"--measure-kind", "kind", AT(measure_kind)},
    {"--valuation", "valuation", AT(valuation)},
    {"--delimiter", "delimiter", AT(delimiter)},
    {"--decimal", "decimal", AT(decimal)},
    {"--missing", "missing", AT(missing)},
    {"--source", "source", AT(source)},
    {"--release", "release", AT(release)},
};

enum { OPTIONS = sizeof options / sizeof *options };

static const char *value_of(const cli_settings *settings, const mapping_option *option)
{
    return *(const char *const *)((const char *)settings + option->offset);
}

bool mapping_wanted(const cli_settings *settings)
{
    for (size_t i = 0; i < OPTIONS; i++)
        if (value_of(settings, &options[i]))
            return true;
    return settings->mapping || settings->rounded || settings->cover_count > 0 ||
           settings->save_mapping;
}

static bool set(arms_mapping *mapping, const char *option, const char *key,
                const char *value, arms_error *err)
{
    arms_error why;
    if (arms_mapping_set(mapping, arms_text_of(key), arms_text_of(value), &why))
        return true;
    size_t length = strlen(key); /* the option says which key is meant */
    bool named = strncmp(why.text, key, length) == 0 && why.text[length] == ':';
    return arms_fail(err, why.code, "%s: %s", option,
                     why.text + (named ? length + 2 : 0));
}

static bool take_options(arms_mapping *out, const cli_settings *settings, arms_error *err)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        const char *value = value_of(settings, &options[i]);
        if (value && !set(out, options[i].name, options[i].key, value, err))
            return false;
    }
    for (size_t i = 0; i < settings->cover_count; i++)
        if (!set(out, "--covers", "covers", settings->covers[i], err))
            return false;
    return !settings->rounded || set(out, "--rounded", "rounded", "yes", err);
}

bool mapping_make(arms_mapping *out, const cli_settings *settings, arms_error *err)
{
    arms_error why;
    if (!mapping_wanted(settings))
        return true;
    if (settings->mapping && !arms_mapping_read(out, settings->mapping, err))
        return false;
    if (!take_options(out, settings, err))
        return false;
    if (settings->save_mapping && !arms_mapping_has_columns(out))
        return arms_fail(err, ARMS_USAGE,
                         "--save-mapping: there is nothing to save without --columns");
    return arms_mapping_check(out, &why) ||
           arms_fail(err, why.code, "%s: %s",
                     settings->mapping   ? settings->mapping
                     : settings->columns ? "--columns"
                                         : "the mapping",
                     why.text);
}

static bool was_used(const session *s)
{
    bool columns = arms_mapping_has_columns(&s->mapping), used = false;
    for (size_t i = 0; i < s->count; i++) {
        const arms_about *about = arms_dataset_about(s->datasets[i]);
        used = used || (about->reading.mapped &&
                        (!columns || strcmp(about->layout, "mapped") == 0));
    }
    return used;
}

static bool save(const session *s, arms_error *err)
{
    arms_buffer text = {0};
    arms_mapping_write(&text, &s->mapping);
    bool done = arms_buffer_check(&text, err) &&
                arms_file_replace(s->settings->save_mapping,
                                  (arms_text){text.data, text.len}, err);
    arms_buffer_free(&text);
    return done;
}

bool mapping_done(const session *s, arms_error *err)
{
    const cli_settings *settings = s->settings;
    if (!mapping_wanted(settings) || settings->data_count == 0)
        return true;
    if (!was_used(s))
        return arms_fail(
            err, ARMS_USAGE,
            "every file is in a layout that is known and says itself what it "
            "holds, so %s is of no use; leave it out",
            settings->mapping     ? "--mapping"
            : settings->columns   ? "--columns"
            : settings->measure   ? "--measure"
            : settings->delimiter ? "--delimiter"
                                  : "the mapping");
    return !settings->save_mapping || save(s, err);
}
