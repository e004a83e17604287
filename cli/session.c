/* The files of one run, and names and questions put to them. */
#include "cli/session.h"

#include <armstrade/report.h>
#include <string.h>

#include "cli/output.h"

static void tell_notes(const arms_dataset *dataset)
{
    const arms_about *about = arms_dataset_about(dataset);
    const arms_source *source;
    arms_dataset_sources(dataset, &source);
    for (size_t i = 0; i < about->note_count; i++)
        output_note(source->path, about->notes[i]);
}

static bool open_file(session *s, const char *path, const cli_settings *settings,
                      arms_error *err)
{
    const char *format = settings->format ? settings->format : "";
    arms_load_options options = settings->load;
    options.digest = options.digest || strcmp(format, "json") == 0;
    options.no_allocate = settings->no_allocate;
    arms_loaded loaded;
    if (!arms_load(&loaded, path, &options, err))
        return false;
    memcpy(s->datasets + s->count, loaded.items, loaded.count * sizeof *loaded.items);
    s->count += loaded.count;
    if (!settings->quiet && loaded.count > 0)
        tell_notes(loaded.items[0]);
    loaded.count = 0; /* the session frees them */
    arms_loaded_free(&loaded);
    return true;
}

bool session_open(session *out, const cli_settings *settings, bool needed,
                  arms_error *err)
{
    *out = (session){.settings = settings};
    if (!output_check(settings, err))
        return false;
    if (needed && settings->data_count == 0)
        return arms_fail(err, ARMS_USAGE,
                         "no file is named; add --data FILE, a CSV file "
                         "as its publisher releases it");
    for (size_t i = 0; i < settings->data_count; i++)
        if (!open_file(out, settings->data[i], settings, err))
            return false;
    out->page.arena = &out->arena;
    out->page.datasets = out->datasets;
    out->page.dataset_count = out->count;
    return true;
}

void session_close(session *s)
{
    for (size_t i = 0; i < s->count; i++)
        arms_dataset_free(s->datasets[i]);
    arms_arena_free(&s->arena);
}

bool session_check_name(const session *s, const char *name, arms_error *err)
{
    arms_party party;
    arms_entity_id id;
    arms_error ignored;
    for (size_t i = 0; name && i < s->count; i++)
        if (arms_dataset_find(&party, s->datasets[i], arms_text_of(name), &ignored))
            return true;
    return !name || arms_entity_resolve(&id, arms_text_of(name), err);
}

bool session_check(const session *s, arms_error *err)
{
    if (s->settings->years.first == 0)
        return arms_fail(err, ARMS_USAGE,
                         "which years? add --year 2023 or --years 2019-2023");
    return session_check_name(s, s->settings->importer, err) &&
           session_check_name(s, s->settings->exporter, err);
}

bool session_finish(session *s, arms_error *err)
{
    return arms_page_say(&s->page, arms_policy_words(s->settings->policy), err) &&
           arms_page_sources(&s->page, err) && output_page(&s->page, s->settings, err);
}

session_asked session_ask(const cli_settings *settings)
{
    const char *importer = settings->importer, *exporter = settings->exporter;
    bool imports = importer && exporter ? settings->direction == ARMS_IMPORT
                   : importer           ? true
                   : exporter           ? false
                                        : settings->direction == ARMS_IMPORT;
    return (session_asked){.subject = imports ? importer : exporter,
                           .partner = imports ? exporter : importer,
                           .flow = imports ? ARMS_IMPORT : ARMS_EXPORT};
}

static bool find_party(arms_party *out, session_terms *terms, session *s,
                       const arms_dataset *dataset, const char *name)
{
    arms_error why;
    *out = ARMS_ALL;
    if (!name || terms->why || arms_dataset_find(out, dataset, arms_text_of(name), &why))
        return true;
    terms->why = arms_copy(&s->arena, why.text, strlen(why.text), NULL);
    return terms->why != NULL;
}

bool session_terms_of(session_terms *out, session *s, const arms_dataset *dataset,
                      const session_asked *asked, arms_error *err)
{
    const cli_settings *settings = s->settings;
    arms_question *q = &out->question;
    *out = (session_terms){0};
    *q = (arms_question){
        .flow = asked->flow, .years = settings->years, .policy = settings->policy};
    if (!find_party(&q->subject, out, s, dataset, asked->subject) ||
        !find_party(&out->partner, out, s, dataset, asked->partner))
        return arms_fail_memory(err);
    if (!settings->category || out->why)
        return true;
    q->category = arms_dataset_find_category(dataset, arms_text_of(settings->category));
    if (q->category == 0)
        out->why = arms_print(&s->arena, err, "the file has no category \"%s\"",
                              settings->category);
    return q->category > 0 || out->why;
}
