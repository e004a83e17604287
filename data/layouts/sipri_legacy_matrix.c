/* SIPRI's TIV matrix, as its older site gave it out until 2023: a party or a category of
 * weapons per row, a year per column.
 *
 *     "TIV of arms exports from Pakistan, 1950-2021",,,
 *     Figures are SIPRI Trend Indicator Values (TIVs) expressed in millions.,,,
 *     …
 *     Generated: 28 July 2022,,,
 *     ,,,
 *     ,1950,1951,…,2021,Total
 *     Azerbaijan,,,…,2
 *     ,,,
 *     Total,,,…,289
 *
 * Imports are called exports too, and only the title tells them apart: "from Pakistan"
 * lists recipients, "to Pakistan" suppliers, "from all" suppliers to the world, "to all"
 * recipients from the world. Whether the rows are parties or categories only their
 * labels tell. In 2016 an empty column stood before all others, and the unit was called
 * "US$ m. at constant (1990) prices": that means TIV, too. Cells are whole millions, as
 * year_columns.h says. */
#include "data/layouts/sipri.h"
#include "data/layouts/year_columns.h"

enum { MIN_YEARS = 5 };

/* Labels of rows that are categories. */
static const char *const categories[] = {
    "Aircraft",
    "Air defence systems",
    "Anti-submarine warfare weapons",
    "Anti-submarine warfare (ASW) weapons",
    "Armoured vehicles",
    "Artillery",
    "Engines",
    "Missiles",
    "Naval weapons",
    "Other",
    "Satellites",
    "Sensors",
    "Ships",
};

typedef struct state {
    year_columns columns;
    size_t name;     /* the column of the rows' names */
    bool from;       /* "from X", not "to X" */
    bool all;        /* X is "all" */
    arms_text party; /* X; World for "all" */
    bool begun;      /* a row was read */
    bool categories; /* rows are categories */
} state;

/* The first field that is not empty, if one or two are empty before it; else 0. */
static size_t first_filled(const csv_record *header)
{
    size_t at = 0;
    while (at < header->count && header->fields[at].len == 0)
        at++;
    return at <= 2 ? at : 0;
}

static bool recognise(const csv_record *header)
{
    size_t first = first_filled(header);
    int year, last = 0;
    arms_error ignored;
    if (first == 0 || header->count < first + MIN_YEARS)
        return false;
    for (size_t i = first; i < first + MIN_YEARS; i++) {
        if (!arms_year_parse(&year, header->fields[i], &ignored) ||
            (i > first && year != last + 1))
            return false;
        last = year;
    }
    return true;
}

/* What the title says behind "TIV of arms exports", without the quotes around it. */
static arms_text title(const layout_run *run)
{
    arms_text text = layout_preamble(run, "TIV of arms exports ");
    if (text.len == 0)
        text = layout_preamble(run, "\"TIV of arms exports ");
    if (text.len > 0 && text.ptr[text.len - 1] == '"')
        text = arms_text_trim((arms_text){text.ptr, text.len - 1});
    return text;
}

/* A party by the name that it has in the reference table: older files call suppliers and
 * recipients alike "Unknown country". */
static arms_text party_of(arms_text name, bool exporter)
{
    if (!arms_text_is(name, "Unknown country"))
        return name;
    return arms_text_of(exporter ? "unknown supplier(s)" : "unknown recipient(s)");
}

/* Takes "from Pakistan, 1950-2021" apart. */
static bool parse_title(state *s, arms_text text)
{
    arms_years years;
    arms_error ignored;
    size_t skip = arms_text_starts(text, "from ") ? 5 : 3, comma = text.len;
    s->from = skip == 5;
    while (comma > skip && text.ptr[comma - 1] != ',')
        comma--;
    if ((!s->from && !arms_text_starts(text, "to ")) || comma == skip)
        return false;
    arms_text party = arms_text_trim((arms_text){text.ptr + skip, comma - 1 - skip});
    arms_text period = arms_text_trim((arms_text){text.ptr + comma, text.len - comma});
    s->all = arms_text_is(party, "all");
    s->party = s->all ? arms_text_of("World") : party_of(party, s->from);
    return party.len > 0 && arms_years_parse(&years, period, &ignored);
}

static bool read_title(layout_run *run, arms_error *err)
{
    arms_text text = title(run);
    if (text.len == 0)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, run->header_line,
                            "this matrix has lost the lines above it, so its unit, "
                            "direction and release are unknown; find a copy that has "
                            "them, or download the table from the publisher's site");
    if (!parse_title(run->state, text))
        return arms_fail_at(err, ARMS_LAYOUT, run->file, run->header_line,
                            "the title \"TIV of arms exports %.*s\" does not end in "
                            "\"from\" or \"to\", a name or \"all\", a comma and the "
                            "years, so whose exports these are is unknown",
                            arms_text_shown(text, 100), text.ptr);
    return true;
}

static bool read_vintage(layout_run *run, arms_error *err)
{
    static const char unit[] =
        "the lines above the table call its unit \"US$ m. at constant (1990) prices\"; "
        "that is an old wording for millions of TIV, which are no dollars";
    static const char old[] = "Figures are SIPRI Trend Indicator Values (TIVs) expressed "
                              "in US$";
    return sipri_vintage(run, "Generated:", err) &&
           (layout_preamble(run, old).len == 0 || layout_note(run, unit, err));
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    state *s = run->state;
    size_t first = first_filled(header);
    s->name = first - 1;
    return read_title(run, err) && read_vintage(run, err) &&
           year_columns_find(&s->columns, run, header, first, err) &&
           sipri_announce(run, err);
}

static bool is_category(arms_text label)
{
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++)
        if (arms_text_is(label, categories[i]))
            return true;
    return false;
}

/* The two sides of a row whose listed party is `listed`: suppliers for "from all" and
 * "to X", else recipients. */
static layout_row sides(const state *s, arms_text listed)
{
    bool exporters = s->from == s->all;
    arms_text party = party_of(listed, exporters);
    return (layout_row){.exporter = exporters ? party : s->party,
                        .importer = exporters ? s->party : party};
}

/* The first label tells whether rows are categories. */
static void begin_rows(state *s, arms_text label)
{
    if (s->begun)
        return;
    s->begun = true;
    s->categories = is_category(label);
    /* A total without a category would be counted beside its categories. */
    s->columns.sums_apart = s->categories;
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    if (layout_is_blank(record))
        return true;
    arms_text label = s->name < record->count ? record->fields[s->name] : (arms_text){0};
    layout_row names = sides(s, arms_text_of("World"));
    if (arms_text_is(label, "Total"))
        return year_columns_total(&s->columns, run, record, &names, err);
    if (label.len == 0)
        return layout_fail(run, err, record->line,
                           "no name stands before these figures; download the table "
                           "again, or mend the line");
    begin_rows(s, label);
    if (s->categories)
        names.category = label;
    else
        names = sides(s, label);
    return year_columns_row(&s->columns, run, record, &names, err);
}

/* A table of categories covers the parties' sum in all of them, one that lists parties
 * each party. */
static bool end(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    layout_row listed = sides(s, arms_text_of(s->categories ? "World" : "*"));
    layout_box box = {listed.exporter, listed.importer, arms_text_of("*"), {0, 0}, 0};
    if (!s->columns.ended)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, 0,
                            "has no row \"Total\", so it was cut off; find a whole copy");
    return year_columns_end(&s->columns, run, box, err);
}

const layout sipri_legacy_matrix_layout = {
    .id = "sipri-legacy-matrix",
    .title = "SIPRI's older TIV matrices, with the lines above them",
    .publisher = "SIPRI",
    .origin = SIPRI_ORIGIN,
    .credit = SIPRI_CREDIT,
    .vintage = SIPRI_VINTAGE,
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
