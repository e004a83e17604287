/* The files of one run, and names and questions put to them. */
#include "cli/session.h"

#include <armstrade/combine.h>
#include <armstrade/group.h>
#include <armstrade/report.h>
#include <string.h>

#include "cli/mapping_options.h"
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
    arms_load_options options = {
        .digest = settings->digest || strcmp(format, "json") == 0,
        .no_allocate = settings->no_allocate,
        .deals = settings->load_deals,
        .names = s->names,
        .mapping = mapping_wanted(settings) ? &s->mapping : NULL,
    };
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

/* Files of one release become one dataset, unless the command looks at each file. */
static bool combine(session *s, arms_error *err)
{
    arms_combine_notes notes = {.arena = &s->arena};
    if (s->settings->apart)
        return true;
    if (!arms_combine(s->datasets, &s->count, &notes, err))
        return false;
    for (size_t i = 0; !s->settings->quiet && i < notes.count; i++)
        output_note(notes.items[i].path, notes.items[i].text);
    return true;
}

bool session_open(session *out, const cli_settings *settings, bool needed,
                  arms_error *err)
{
    *out = (session){.settings = settings};
    if (!output_check(settings, err) || !mapping_make(&out->mapping, settings, err))
        return false;
    if (needed && settings->data_count == 0)
        return arms_fail(err, ARMS_USAGE,
                         "no file is named; add --data FILE, a CSV file "
                         "as its publisher releases it");
    if (settings->names_file && !arms_names_read(&out->names, settings->names_file, err))
        return false;
    for (size_t i = 0; i < settings->data_count && !settings->unread; i++)
        if (!open_file(out, settings->data[i], settings, err))
            return false;
    if (!settings->unread && (!mapping_done(out, err) || !combine(out, err)))
        return false;
    out->page.arena = &out->arena;
    out->page.datasets = out->datasets;
    out->page.dataset_count = out->count;
    return true;
}

void session_close(session *s)
{
    for (session_view *node = s->views; node; node = node->next)
        arms_view_free(&node->view);
    for (size_t i = 0; i < s->count; i++)
        arms_dataset_free(s->datasets[i]);
    arms_names_free(s->names);
    arms_mapping_free(&s->mapping);
    arms_arena_free(&s->arena);
}

bool session_check_name(const session *s, const char *name, arms_error *err)
{
    arms_party party;
    arms_entity_id id;
    arms_group_id group;
    arms_error ignored;
    const arms_meant *meant;
    if (name && !arms_names_find(&meant, s->names, arms_text_of(name), err))
        return false;
    if (name && meant)
        return true;
    for (size_t i = 0; name && i < s->count; i++)
        if (arms_dataset_find(&party, s->datasets[i], arms_text_of(name), &ignored))
            return true;
    if (name && arms_group_find(&group, arms_text_of(name), "", err) && group > 0)
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
    return arms_page_say(&s->page, arms_policy_words(s->settings->terms.policy), err) &&
           arms_page_sources(&s->page, err) && output_page(&s->page, s->settings, err);
}

bool session_is_world(const char *name)
{
    arms_entity_id id;
    arms_error ignored;
    return name && arms_entity_resolve(&id, arms_text_of(name), &ignored) &&
           id == arms_entity_world();
}

/* The world as a party: what it imports from Russia is what Russia exports. */
static session_asked turn_world(session_asked asked)
{
    if (!session_is_world(asked.subject) || session_is_world(asked.partner))
        return asked;
    if (!asked.partner)
        return (session_asked){.flow = asked.flow};
    return (session_asked){.subject = asked.partner,
                           .flow = asked.flow == ARMS_IMPORT ? ARMS_EXPORT : ARMS_IMPORT};
}

session_asked session_ask(const cli_settings *settings)
{
    const char *importer = settings->importer, *exporter = settings->exporter;
    bool imports = importer && exporter ? settings->direction == ARMS_IMPORT
                   : importer           ? true
                   : exporter           ? false
                                        : settings->direction == ARMS_IMPORT;
    return turn_world((session_asked){.subject = imports ? importer : exporter,
                                      .partner = imports ? exporter : importer,
                                      .flow = imports ? ARMS_IMPORT : ARMS_EXPORT});
}

/* Views live as long as the session, since tables and charts refer to them. */
static arms_view *new_view(session *s, arms_error *err)
{
    session_view *node = arms_alloc(&s->arena, 1, sizeof *node, err);
    if (!node)
        return NULL;
    node->next = s->views;
    s->views = node;
    return &node->view;
}

/* Of a subject's imports, the partner is who exports; of the world's, who imports. */
static bool partner_exports(const session_asked *asked)
{
    return (asked->flow == ARMS_IMPORT) == (asked->subject != NULL);
}

static bool find_terms(session_terms *out, session *s, const arms_dataset *dataset,
                       const session_asked *asked, arms_error *err)
{
    const cli_settings *settings = s->settings;
    bool exports = partner_exports(asked);
    const arms_wanted wanted = {
        .exporter = exports ? asked->partner : asked->subject,
        .importer = exports ? asked->subject : asked->partner,
        .category = settings->category,
        .years = settings->years,
        .terms = settings->terms,
    };
    arms_view *view = new_view(s, err);
    if (!view || !arms_view_make(view, &s->arena, dataset, &wanted, err))
        return false;
    *out = (session_terms){
        .dataset = view->dataset,
        .question = {.flow = asked->flow,
                     .subject = exports ? view->importer : view->exporter,
                     .years = settings->years,
                     .category = view->category,
                     .policy = settings->terms.policy},
        .partner = exports ? view->exporter : view->importer,
        .why = view->why,
        .note = view->note,
        .apart = view->apart,
    };
    return true;
}

bool session_ask_dataset(session_query *query, session *s, const session_asked *asked,
                         arms_error *err)
{
    session_terms *terms = &query->terms;
    if (!find_terms(terms, s, s->datasets[query->number - 1], asked, err))
        return false;
    return terms->why || arms_tally_make(&query->tally, &s->arena, terms->dataset,
                                         &terms->question, err);
}

bool session_answer_all(session *s, const session_asked *asked, session_answer *answer,
                        arms_error *err)
{
    size_t answers = 0;
    const char *first = NULL;
    for (size_t i = 1; i <= s->count; i++) {
        session_query query = {.number = i};
        if (!session_ask_dataset(&query, s, asked, err))
            return false;
        const char *why = query.terms.why;
        if (!why && !answer(s, &query, &why, err))
            return false;
        answers += !why;
        first = first ? first : why;
        if (why && s->count > 1 &&
            !arms_page_say_labelled(&s->page, arms_print(&s->arena, err, "d%zu", i),
                                    ARMS_TONE_PLAIN, why, err))
            return false;
    }
    return answers > 0 || arms_fail(err, ARMS_DOMAIN, "not enough information: %s",
                                    first ? first : "no file covers this");
}

bool session_say_note(session *s, const session_terms *terms, arms_error *err)
{
    return (!terms->note || arms_page_add(&s->page, "Together", terms->note, err)) &&
           (!terms->apart || arms_page_add(&s->page, "Apart", terms->apart, err));
}
