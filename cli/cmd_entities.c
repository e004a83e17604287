/* armstrade entities: looks names up in the reference table. */
#include "cli/commands.h"
#include "cli/goods_page.h"
#include "cli/group_page.h"
#include "cli/output.h"
#include "cli/session.h"

typedef enum column {
    ASKED,
    CODE,
    NAME,
    KIND,
    ISO3,
    ISO2,
    M49,
    COW,
    YEARS,
    SUCCESSOR,
    CONTINUATOR,
    SIPRI,
    ALIASES,
    DEMONYMS,
    PLACES,
    GROUPS,
    WIDTH
} column;

static const arms_column columns[WIDTH] = {
    [ASKED] = {"asked", "Asked", 0},
    [CODE] = {"code", "Code", 0},
    [NAME] = {"name", "Name", 0},
    [KIND] = {"kind", "Kind", 0},
    [ISO3] = {"iso3", NULL, 0},
    [ISO2] = {"iso2", NULL, 0},
    [M49] = {"m49", "M49", 0},
    [COW] = {"cow", "COW", 0},
    [YEARS] = {"years", "Years", 0},
    [SUCCESSOR] = {"successor", "Successor", 0},
    [CONTINUATOR] = {"continuator", NULL, 0},
    [SIPRI] = {"sipri", NULL, 0},
    [ALIASES] = {"aliases", NULL, 0},
    [DEMONYMS] = {"demonyms", NULL, 0},
    [PLACES] = {"places", NULL, 0},
    [GROUPS] = {"groups", NULL, 0},
};

static arms_cell some(const char *text)
{
    return arms_cell_text(text[0] ? text : NULL);
}

static bool add_entity(session *s, arms_table *table, const char *asked,
                       arms_entity_id id, arms_error *err)
{
    const arms_entity *e = arms_entity_get(id);
    arms_cell *cells = arms_table_row(&s->page, table, err);
    const char *groups = group_list(&s->arena, id, err);
    if (!cells || !groups)
        return false;
    bool dated = e->from[0] || e->to[0];
    cells[ASKED] = some(asked);
    cells[CODE] = some(e->code);
    cells[NAME] = some(e->name);
    cells[KIND] = some(arms_entity_kind_name(e->kind));
    cells[ISO3] = some(e->iso3);
    cells[ISO2] = some(e->iso2);
    cells[M49] = some(e->m49);
    cells[COW] = some(e->cow);
    cells[SUCCESSOR] = some(e->successor);
    cells[CONTINUATOR] = some(e->continuator);
    cells[SIPRI] = some(e->sipri);
    cells[ALIASES] = some(e->aliases);
    cells[DEMONYMS] = some(e->demonyms);
    cells[PLACES] = some(e->places);
    cells[GROUPS] = some(groups);
    if (dated)
        cells[YEARS] =
            arms_cell_text(arms_print(&s->arena, err, "%s-%s", e->from, e->to));
    return !dated || cells[YEARS].text;
}

static bool add_names(session *s, const char *label, const char *names, arms_error *err)
{
    return !names[0] || arms_page_add(&s->page, label, names, err);
}

/* A single name is shown with all that it is known by. */
static bool say_more(session *s, arms_entity_id id, arms_error *err)
{
    const arms_entity *e = arms_entity_get(id);
    const char *groups = group_list(&s->arena, id, err);
    return groups &&
           arms_page_say_labelled(&s->page, "Name", ARMS_TONE_PLAIN, e->name, err) &&
           add_names(s, "SIPRI", e->sipri, err) &&
           add_names(s, "Also", e->aliases, err) &&
           add_names(s, "Demonyms", e->demonyms, err) &&
           add_names(s, "Places", e->places, err) && add_names(s, "Groups", groups, err);
}

/* Groups that have the same name as an entity: "European Union", "Europe". */
static bool say_namesakes(session *s, arms_entity_id id, arms_error *err)
{
    arms_text name = arms_text_of(arms_entity_get(id)->name);
    for (arms_group_id g = 1; g <= arms_group_count(); g++) {
        const arms_group *group = arms_group_get(g);
        arms_group_id found;
        if (!arms_group_find(&found, name, group->publisher, NULL) || found != g)
            continue;
        const char *text = arms_print(
            &s->arena, err, "also a group: 'armstrade entities --group \"%s\"' lists it",
            group->code);
        if (!text ||
            !arms_page_say_labelled(&s->page, group->code, ARMS_TONE_PLAIN, text, err))
            return false;
    }
    return true;
}

/* A party that only --names knows. */
static bool add_meant(session *s, arms_table *table, const char *asked,
                      const arms_meant *meant, arms_error *err)
{
    arms_cell *cells = arms_table_row(&s->page, table, err);
    if (!cells)
        return false;
    cells[ASKED] = some(asked);
    cells[NAME] = some(meant->name);
    cells[KIND] = some(arms_entity_kind_name(meant->kind));
    return true;
}

/* *id is 0 for a party that has no code. */
static bool show_name(arms_entity_id *id, session *s, arms_table *table, const char *name,
                      arms_error *err)
{
    const arms_meant *meant;
    if (!arms_names_find(&meant, s->names, arms_text_of(name), err))
        return false;
    *id = meant ? meant->entity : 0;
    if (meant && *id == 0)
        return add_meant(s, table, name, meant, err);
    return (*id > 0 || arms_entity_resolve(id, arms_text_of(name), err)) &&
           add_entity(s, table, name, *id, err);
}

static bool show_entities(session *s, arms_error *err)
{
    const cli_settings *settings = s->settings;
    arms_entity_id id = 0;
    arms_table *table = arms_page_table(&s->page, columns, WIDTH, err);
    for (size_t i = 0; table && i < settings->name_count; i++)
        if (!show_name(&id, s, table, settings->names[i], err))
            return false;
    return table && (settings->name_count > 1 || id == 0 ||
                     (say_more(s, id, err) && say_namesakes(s, id, err)));
}

/* Whether a name means a party, or may mean several. */
static bool is_party(bool *out, const session *s, const char *name, arms_error *err)
{
    arms_entity_id found[ARMS_CANDIDATES];
    const arms_meant *meant;
    size_t count;
    if (!arms_names_find(&meant, s->names, arms_text_of(name), err) ||
        !arms_entity_lookup(found, &count, arms_text_of(name), err))
        return false;
    *out = meant || count > 0;
    return true;
}

/* The group of --group, or of a lone name that no party has; 0 where none is meant. */
static bool find_group(arms_group_id *out, const session *s, arms_error *err)
{
    const cli_settings *settings = s->settings;
    const char *publisher =
        s->count > 0 ? arms_dataset_about(s->datasets[0])->publisher : "";
    const char *name = settings->group ? settings->group : settings->names[0];
    bool party = settings->name_count > 1;
    *out = 0;
    if (!settings->group && !party && !is_party(&party, s, name, err))
        return false;
    if (party)
        return true;
    if (!arms_group_find(out, arms_text_of(name), publisher, err))
        return false;
    return *out > 0 || !settings->group ||
           arms_fail(err, ARMS_USAGE,
                     "no group is known as \"%s\"; write a code as eu:EU, nato:NATO, "
                     "sipri:Europe or un:Europe",
                     name);
}

static bool show(session *s, arms_error *err)
{
    const cli_settings *settings = s->settings;
    arms_group_id group;
    if ((settings->group || settings->arms) &&
        (settings->name_count > 0 || (settings->group && settings->arms)))
        return arms_fail(err, ARMS_USAGE, "%s stands alone, without other names",
                         settings->arms ? "--arms" : "--group");
    if (settings->arms)
        return goods_page(s, err);
    if (!find_group(&group, s, err))
        return false;
    if (settings->data_count > 0 && group == 0)
        return arms_fail(err, ARMS_USAGE,
                         "--data goes with --group: a file with the group's own row and "
                         "one with rows for its members");
    return group == 0                 ? show_entities(s, err)
           : settings->data_count > 0 ? group_page_proof(s, group, err)
                                      : group_page_members(s, group, err);
}

static bool run(session *s, int *status, arms_error *err)
{
    *status = 0;
    if (s->settings->name_count == 0 && !s->settings->group && !s->settings->arms)
        return arms_fail(err, ARMS_USAGE, "which name? write 'armstrade entities NAME'");
    return show(s, err) && output_page(&s->page, s->settings, err);
}

static const char *const takes[] = {
    PAGE_OPTIONS, "--data", "--quiet", "--arms", "--group", "--year", NULL,
};

const cli_command cmd_entities = {
    .name = "entities",
    .summary = "look up names, codes, groups and sets of arms",
    .usage = "NAME … | --group GROUP [--data FILE --data FILE] | --arms SET",
    .examples = "  armstrade entities Turkey\n"
                "  armstrade entities Ankara 'Soviet Union' TWN --format csv\n"
                "  armstrade entities --group eu:EU --year 2014\n"
                "  armstrade entities --arms hs:strict\n"
                "  armstrade entities --group sipri:Europe --data countries.csv \\\n"
                "      --data regions.csv\n",
    .options = takes,
    .most_names = MAX_NAMES,
    .schema = "armstrade/entities/1",
    .run = run,
};
