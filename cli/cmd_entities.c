/* armstrade entities: looks names up in the reference table. */
#include "cli/commands.h"
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
};

static arms_cell some(const char *text)
{
    return arms_cell_text(text[0] ? text : NULL);
}

static bool add_entity(session *s, arms_table *table, const char *asked,
                       const arms_entity *e, arms_error *err)
{
    arms_cell *cells = arms_table_row(&s->page, table, err);
    if (!cells)
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
static bool say_more(session *s, const arms_entity *e, arms_error *err)
{
    return arms_page_say_labelled(&s->page, "Name", ARMS_TONE_PLAIN, e->name, err) &&
           add_names(s, "SIPRI", e->sipri, err) &&
           add_names(s, "Also", e->aliases, err) &&
           add_names(s, "Demonyms", e->demonyms, err) &&
           add_names(s, "Places", e->places, err);
}

static bool run(session *s, int *status, arms_error *err)
{
    const cli_settings *settings = s->settings;
    *status = 0;
    arms_entity_id id = 0;
    if (settings->name_count == 0)
        return arms_fail(err, ARMS_USAGE, "which name? write 'armstrade entities NAME'");
    arms_table *table = arms_page_table(&s->page, columns, WIDTH, err);
    for (size_t i = 0; table && i < settings->name_count; i++)
        if (!arms_entity_resolve(&id, arms_text_of(settings->names[i]), err) ||
            !add_entity(s, table, settings->names[i], arms_entity_get(id), err))
            return false;
    return table && (settings->name_count > 1 || say_more(s, arms_entity_get(id), err)) &&
           output_page(&s->page, settings, err);
}

static const char *const takes[] = {"--format", "--output", "--no-color", NULL};

const cli_command cmd_entities = {
    .name = "entities",
    .summary = "look up names and codes",
    .usage = "NAME …",
    .examples = "  armstrade entities Turkey\n"
                "  armstrade entities Ankara 'Soviet Union' TWN --format csv\n",
    .options = takes,
    .most_names = MAX_NAMES,
    .schema = "armstrade/entities/1",
    .run = run,
};
