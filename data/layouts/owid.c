/* Our World in Data's download of a chart about SIPRI's arms transfers.
 *
 * Header "Entity,Code,Year," or "Entity,Year," and a column per indicator, whose long
 * name is all that tells what it counts: "Arms imports (SIPRI trend indicator values)".
 * A column is read where its name says arms imports or exports and TIV; a file without
 * one is refused, for its unit is not known. The figures are the World Bank's: TIV one
 * by one, rounded to whole millions, or, where the name says so, millions. A figure that
 * is out of scale with that is an error. Regions, groups of countries and the World (no
 * code, or one of Our World in Data's own such as OWID_WRL) are sums of other rows and
 * left out. What is not in the file is not covered: no row may mean none, or no data.
 * The release is not told. */
#include <math.h>
#include <string.h>

#include "data/layouts/party_names.h"
#include "data/layouts/sipri.h"

enum { MAX_COLUMNS = 8, MILLION = 1000000 };

static const char sum[] = "regions, groups of countries and the World, which are sums of "
                          "others";

/* A column of arms transfers. */
typedef struct indicator {
    size_t at;
    const char *name;
    bool imports;
    bool millions; /* the name says so */
    /* The run of years that will be one box. */
    arms_text party;
    arms_years years;
} indicator;

typedef struct state {
    size_t code, year; /* columns; code = 0 where there is none */
    indicator columns[MAX_COLUMNS];
    size_t count;
    party_names names;
    intern_table seen; /* number of the entity, and year */
} state;

static bool recognise(const csv_record *header)
{
    return header->count >= 3 && arms_text_is_word(header->fields[0], "Entity") &&
           (arms_text_is_word(header->fields[1], "Year") ||
            (header->count >= 4 && arms_text_is_word(header->fields[1], "Code") &&
             arms_text_is_word(header->fields[2], "Year")));
}

/* Whether the key of a name holds the words in a row. */
static bool says(arms_text key, const char *words)
{
    size_t len = strlen(words);
    for (size_t i = 0; i + len <= key.len; i++)
        if (memcmp(key.ptr + i, words, len) == 0 && (i == 0 || key.ptr[i - 1] == ' '))
            return true;
    return false;
}

/* Only a name that tells the direction and the unit is one of arms transfers; a share or
 * a figure per person is none. */
static bool is_indicator(indicator *out, arms_text key)
{
    bool imports = says(key, "arms imports"), exports = says(key, "arms exports");
    bool unit = says(key, "sipri trend indicator value") || says(key, "tiv") ||
                says(key, "trend indicator value");
    bool derived = says(key, "share") || says(key, "per ") || says(key, "percent");
    out->imports = imports;
    out->millions = says(key, "million");
    return imports != exports && unit && !derived;
}

static bool take_column(layout_run *run, const csv_record *header, size_t at,
                        arms_error *err)
{
    state *s = run->state;
    arms_text key, name = header->fields[at];
    indicator found = {.at = at};
    if (!arms_text_key(&key, run->arena, name, err))
        return false;
    if (!is_indicator(&found, key))
        return layout_note(run,
                           arms_print(run->arena, err,
                                      "the column \"%.*s\" is not read: its name does "
                                      "not say arms imports or exports in TIV",
                                      arms_text_shown(name, 100), name.ptr),
                           err);
    if (s->count == MAX_COLUMNS)
        return arms_fail_at(err, ARMS_LIMIT, run->file, header->line,
                            "has more than %d columns of arms transfers, the most that "
                            "are read",
                            MAX_COLUMNS);
    found.name = arms_copy(run->arena, name.ptr, name.len, err);
    s->columns[s->count++] = found;
    return found.name != NULL;
}

/* Two columns of one direction would be added up. */
static bool check_apart(const layout_run *run, size_t line, arms_error *err)
{
    const state *s = run->state;
    for (size_t i = 1; i < s->count; i++)
        for (size_t j = 0; j < i; j++)
            if (s->columns[i].imports == s->columns[j].imports)
                return arms_fail_at(err, ARMS_LAYOUT, run->file, line,
                                    "\"%s\" and \"%s\" both count the same; take one of "
                                    "the columns out",
                                    s->columns[j].name, s->columns[i].name);
    return true;
}

static bool check_columns(const layout_run *run, const csv_record *header,
                          arms_error *err)
{
    const state *s = run->state;
    arms_text name = header->fields[header->count - 1];
    if (s->count > 0)
        return check_apart(run, header->line, err);
    return arms_fail_at(err, ARMS_LAYOUT, run->file, header->line,
                        "the unit is not stated: no column's name says arms imports or "
                        "exports in TIV (\"%.*s\" does not); say what they hold with "
                        "--columns and --measure",
                        arms_text_shown(name, 100), name.ptr);
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    state *s = run->state;
    arms_measure measure = sipri_measure();
    s->year = arms_text_is_word(header->fields[1], "Year") ? 1 : 2;
    s->code = s->year - 1;
    for (size_t i = s->year + 1; i < header->count; i++)
        if (!take_column(run, header, i, err))
            return false;
    return check_columns(run, header, err) &&
           layout_announce(run, &measure, ARMS_REPORTED_BY_PUBLISHER, err);
}

/* What has no code is a country only where its name is known as one. */
static bool identify(party_name *name, layout_run *run, size_t line, arms_error *err)
{
    arms_entity_id id;
    if (!party_identify(&id, run, name, line, err))
        return false;
    const arms_entity *entity = arms_entity_get(id);
    bool own = arms_text_starts(name->code, "OWID_") || name->code.len == 0;
    bool party = entity ? entity->kind != ARMS_ENTITY_AGGREGATE &&
                              entity->kind != ARMS_ENTITY_ORGANISATION
                        : !own;
    name->why = party ? NULL : sum;
    name->given = name->name;
    return !entity || party_give(&name->given, run, id, err);
}

static party_name *find_party(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    const party_cells cells = {s->code > 0 ? record->fields[s->code] : (arms_text){"", 0},
                               record->fields[0], record->line};
    party_name *name = party_names_find(&s->names, run, &cells, err);
    if (name && !name->given.ptr && !identify(name, run, record->line, err))
        return NULL;
    return name;
}

/* A second row of one country and year would be counted twice. */
static bool check_new(layout_run *run, const party_name *name, const layout_row *row,
                      arms_error *err)
{
    state *s = run->state;
    const uint32_t key[2] = {(uint32_t)(name - s->names.items), (uint32_t)row->year};
    arms_text text = {(const char *)key, sizeof key};
    uint32_t *seen = intern_value(&s->seen, run->arena, text, err);
    if (!seen)
        return false;
    if (*seen > 0)
        return layout_fail(
            run, err, row->line,
            "a second row of %.*s in %d; take one of them out, or download "
            "the file again",
            (int)name->name.len, name->name.ptr, row->year);
    *seen = 1;
    return true;
}

static bool read_cell(layout_row *out, const layout_run *run, const indicator *column,
                      arms_text text, arms_error *err)
{
    layout_cell cell = {text, out->line, column->name};
    arms_decimal number;
    if (!layout_number(&number, run, &cell, err))
        return false;
    double printed = arms_decimal_value(number);
    bool small = printed > 0 && printed < MILLION, large = printed >= MILLION;
    if (column->millions ? large : small)
        return layout_fail(run, err, out->line,
                           "%.*s under %s is too %s for %s; say what it counts with "
                           "--columns and --measure",
                           arms_text_shown(text, 40), text.ptr, column->name,
                           column->millions ? "large" : "small",
                           column->millions ? "millions of TIV" : "TIV one by one");
    if (!column->millions)
        sipri_to_millions(&number);
    layout_take_rounded(out, number);
    return true;
}

static bool flush(const layout_run *run, const indicator *column, arms_error *err)
{
    arms_text world = arms_text_of("World");
    layout_box box = {column->imports ? world : column->party,
                      column->imports ? column->party : world, arms_text_of("*"),
                      column->years, 0};
    return column->party.len == 0 || layout_cover(run, &box, err);
}

/* Years that follow each other are one box. */
static bool extend(const layout_run *run, indicator *column, arms_text party, int year,
                   arms_error *err)
{
    bool next = arms_text_equal(column->party, party) && year == column->years.last + 1;
    if (!next && !flush(run, column, err))
        return false;
    if (!next)
        column->years.first = year;
    column->years.last = year;
    column->party = party;
    return true;
}

static bool take_cell(layout_run *run, layout_row *row, indicator *column, arms_text text,
                      arms_error *err)
{
    arms_text world = arms_text_of("World"), party = row->exporter;
    layout_row out = *row;
    if (text.len == 0)
        return true;
    out.exporter = column->imports ? world : party;
    out.importer = column->imports ? party : world;
    return read_cell(&out, run, column, text, err) && layout_put(run, 0, &out, err) &&
           extend(run, column, party, row->year, err);
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    if (record->count != run->width)
        return layout_fail_width(run, record, run->width,
                                 "download the file again, or mend the line", err);
    layout_row out = {.line = record->line};
    layout_cell year = {record->fields[s->year], record->line, "Year"};
    const party_name *name = find_party(run, record, err);
    if (!name)
        return false;
    if (name->why)
        return layout_skip(run, name->why, record->line, err);
    if (!layout_year(&out.year, run, &year, err) || !check_new(run, name, &out, err))
        return false;
    out.exporter = name->given;
    for (size_t i = 0; i < s->count; i++)
        if (!take_cell(run, &out, &s->columns[i], record->fields[s->columns[i].at], err))
            return false;
    return true;
}

static bool end(layout_run *run, arms_error *err)
{
    state *s = run->state;
    for (size_t i = 0; i < s->count; i++)
        if (!flush(run, &s->columns[i], err))
            return false;
    return party_names_note(&s->names, run, err);
}

const layout owid_layout = {
    .id = "our-world-in-data",
    .title = "Our World in Data's charts of arms transfers",
    .publisher = "Our World in Data",
    .origin = "Our World in Data (" SIPRI_ORIGIN ")",
    .credit = SIPRI_CREDIT ", published by Our World in Data",
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
