/* The World Bank's download of SIPRI's arms transfers: a country and an indicator per
 * row, a year per column.
 *
 * Above the header stand "Data Source" and "Last Updated Date", each with a blank line
 * below it. Every cell is quoted and every line ends in a comma. The indicator's code
 * tells what a row is: MS.MIL.MPRT.KD what the country imported, MS.MIL.XPRT.KD what it
 * exported; the other side is World. Figures look like dollars and are TIV, rounded to
 * whole millions: 2393000000 means [2392.5, 2393.5) million, 0 means [0, 0.5). An empty
 * cell (or "..", the World Bank's sign for it elsewhere) stands for "none" and "no data"
 * alike, so it is missing and covers nothing.
 * Regions, income groups and the like are sums of other rows and are left out, and so is
 * World: it is the sum of the World Bank's economies, by up to a tenth below SIPRI's
 * total, and a share of it would be no share of the world. The date is the World Bank's,
 * who may take over a release of SIPRI's a year after it appeared: the release is told
 * by the last year that has a figure, which is the year before it. */
#include <string.h>

#include "data/intern.h"
#include "data/layouts/sipri.h"
#include "data/layouts/year_columns.h"
#include "data/release.h"

enum { NAME, CODE, INDICATOR = 3, FIRST_YEAR, MAX_YEARS = 400, DATE_SIZE = 16 };

static const char *const heads[] = {"Country Name", "Country Code", "Indicator Name",
                                    "Indicator Code", NULL};

typedef struct indicator {
    const char *code;
    bool imports;
    uint32_t bit; /* marks the countries that have a row of it */
} indicator;

static const indicator indicators[] = {
    {"MS.MIL.MPRT.KD", true, 1},
    {"MS.MIL.XPRT.KD", false, 2},
};

/* Codes of the World Bank's that are none of an economy. */
static const char aggregates[] =
    "AFE AFW ARB CEB CSS EAP EAR EAS ECA ECS EMU EUU FCS HIC HPC IBD IBT IDA IDB IDX INX "
    "LAC LCN LDC LIC LMC LMY LTE MEA MIC MNA NAC OED OSS PRE PSS PST SAS SSA SSF SST TEA "
    "TEC TLA TMN TSA TSS UMC WLD";

/* One column of a year. */
typedef struct year_cell {
    size_t at;
    int year;
    bool printed; /* the current row has a figure here */
} year_cell;

typedef struct state {
    year_cell years[MAX_YEARS];
    size_t count;
    bool announced;    /* the measure */
    intern_table seen; /* countries, with the bits of their indicators */
    int last;          /* the last year that has a figure; 0 where none has */
} state;

static bool is_year(arms_text cell)
{
    int year;
    arms_error ignored;
    return arms_year_parse(&year, cell, &ignored);
}

static bool recognise(const csv_record *header)
{
    if (header->count <= FIRST_YEAR || !is_year(header->fields[FIRST_YEAR]))
        return false;
    for (size_t i = 0; i < FIRST_YEAR; i++)
        if (!arms_text_is(header->fields[i], heads[i]))
            return false;
    return true;
}

/* A whole number at a place of an ISO date; -1 for anything else. */
static int digits_at(const char *text, size_t at, size_t count)
{
    int number = 0;
    for (size_t i = at; i < at + count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

static bool is_iso_date(arms_text text)
{
    if (text.len != strlen("2026-04-08") || text.ptr[4] != '-' || text.ptr[7] != '-' ||
        !is_year((arms_text){text.ptr, 4}))
        return false;
    int month = digits_at(text.ptr, 5, 2), day = digits_at(text.ptr, 8, 2);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* What follows a name in the preamble, without commas and quotes. */
static arms_text unquoted(arms_text text)
{
    while (text.len > 0 && memchr(",\" ", text.ptr[0], 3))
        text = (arms_text){text.ptr + 1, text.len - 1};
    while (text.len > 0 && memchr(",\" ", text.ptr[text.len - 1], 3))
        text.len--;
    return text;
}

static bool read_date(layout_run *run, arms_error *err)
{
    static const char missing[] = "the lines above the header are missing, so the date "
                                  "of this copy is unknown";
    static const char unread[] = "the lines above the header hold no date after \"Last "
                                 "Updated Date\", so the date of this copy is unknown";
    arms_text date = layout_preamble(run, "\"Last Updated Date\"");
    if (date.len == 0) /* a spreadsheet drops the quotes */
        date = layout_preamble(run, "Last Updated Date");
    date = unquoted(date);
    if (!is_iso_date(date))
        return layout_note(run, run->preamble_count > 0 ? unread : missing, err);
    run->generated = arms_copy(run->arena, date.ptr, date.len, err);
    return run->generated != NULL;
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    state *s = run->state;
    year_run years;
    if (!year_run_find(&years, run, header, FIRST_YEAR, err))
        return false;
    for (size_t i = years.from; i <= years.to && s->count < MAX_YEARS; i++) {
        year_cell *cell = &s->years[s->count++];
        cell->at = i;
        if (!arms_year_parse(&cell->year, header->fields[i], err))
            return false;
    }
    return read_date(run, err);
}

static bool is_aggregate(arms_text code)
{
    for (const char *at = aggregates; *at; at += at[3] ? 4 : 3)
        if (code.len == 3 && memcmp(at, code.ptr, 3) == 0)
            return true;
    return false;
}

static const indicator *indicator_of(arms_text code)
{
    for (size_t i = 0; i < sizeof indicators / sizeof *indicators; i++)
        if (arms_text_is(code, indicators[i].code))
            return &indicators[i];
    return NULL;
}

static bool announce(layout_run *run, arms_error *err)
{
    state *s = run->state;
    arms_measure measure = sipri_measure();
    bool done =
        s->announced || layout_announce(run, &measure, ARMS_REPORTED_BY_PUBLISHER, err);
    s->announced = true;
    return done;
}

/* The country by its code where that is an ISO code, else by the name as it is spelt. */
static bool name_party(arms_text *out, const layout_run *run, const csv_record *record,
                       arms_error *err)
{
    arms_text code = record->fields[CODE], name = record->fields[NAME];
    arms_entity_id found[ARMS_CANDIDATES];
    size_t count;
    if (!arms_entity_lookup(found, &count, code, err))
        return false;
    if (count == 1 && arms_text_is(code, arms_entity_get(found[0])->iso3)) {
        *out = arms_text_of(arms_entity_get(found[0])->iso3);
        return true;
    }
    if (name.len == 0 || arms_text_is(name, "*") || memchr(name.ptr, '|', name.len))
        return layout_fail(run, err, record->line,
                           "\"%.*s\" stands under Country Name, where a country belongs",
                           arms_text_shown(name, 60), name.ptr);
    *out = (arms_text){arms_copy(run->arena, name.ptr, name.len, err), name.len};
    return out->ptr != NULL;
}

/* A second row of one country and indicator would be counted twice. */
static bool check_new(layout_run *run, arms_text party, const indicator *kind,
                      size_t line, arms_error *err)
{
    state *s = run->state;
    uint32_t *bits = intern_value(&s->seen, run->arena, party, err);
    if (bits && *bits & kind->bit)
        return layout_fail(
            run, err, line,
            "a second row of %s for this country; take one of them out, or "
            "download the file again",
            kind->code);
    if (bits)
        *bits |= kind->bit;
    return bits != NULL;
}

/* Reads a cell that is not empty. */
static bool read_cell(layout_row *out, const layout_run *run, arms_text text,
                      arms_error *err)
{
    arms_decimal number;
    if (!layout_year_number(&number, run, out, text, err))
        return false;
    sipri_to_millions(&number);
    layout_take_rounded(out, number);
    return true;
}

static bool emit_cell(layout_run *run, layout_row *row, year_cell *column, arms_text cell,
                      arms_error *err)
{
    state *s = run->state;
    column->printed = cell.len > 0 && !arms_text_is(cell, "..");
    row->year = column->year;
    if (!column->printed)
        return true;
    if (!read_cell(row, run, cell, err))
        return false;
    s->last = column->year > s->last ? column->year : s->last;
    return layout_put(run, 0, row, err);
}

/* One box per run of years that the row has figures for. */
static bool put_boxes(layout_run *run, const layout_row *row, arms_error *err)
{
    const state *s = run->state;
    for (size_t i = 0; i < s->count; i++) {
        size_t first = i;
        while (i + 1 < s->count && s->years[i].printed && s->years[i + 1].printed &&
               s->years[i + 1].year == s->years[i].year + 1)
            i++;
        layout_box box = {row->exporter,
                          row->importer,
                          arms_text_of("*"),
                          {s->years[first].year, s->years[i].year},
                          0};
        if (s->years[i].printed && !layout_cover(run, &box, err))
            return false;
    }
    return true;
}

static bool emit_row(layout_run *run, const csv_record *record, const indicator *kind,
                     arms_error *err)
{
    state *s = run->state;
    arms_text party = {0}, world = arms_text_of("World");
    if (!name_party(&party, run, record, err) ||
        !check_new(run, party, kind, record->line, err))
        return false;
    layout_row out = {.exporter = kind->imports ? world : party,
                      .importer = kind->imports ? party : world,
                      .line = record->line};
    for (size_t i = 0; i < s->count; i++)
        if (!emit_cell(run, &out, &s->years[i], record->fields[s->years[i].at], err))
            return false;
    return put_boxes(run, &out, err);
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    state *s = run->state;
    if (record->count < s->years[s->count - 1].at + 1 || record->count > run->width)
        return layout_fail_width(run, record, run->width,
                                 "download the file again, or mend the line", err);
    arms_text code = record->fields[INDICATOR];
    const indicator *kind = indicator_of(code);
    if (!kind)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, record->line,
                            "\"%.*s\" is not about arms transfers; MS.MIL.MPRT.KD and "
                            "MS.MIL.XPRT.KD are read",
                            arms_text_shown(code, 60), code.ptr);
    if (!announce(run, err))
        return false;
    if (is_aggregate(record->fields[CODE]))
        return layout_skip(run,
                           "sums of other rows (regions, groups of countries, the World: "
                           "the World Bank's World is not SIPRI's)",
                           record->line, err);
    return emit_row(run, record, kind, err);
}

/* SIPRI's release of a spring goes to the end of the year before. */
static void find_release(layout_run *run)
{
    const state *s = run->state;
    char date[DATE_SIZE], year[ARMS_NUMBER_SIZE];
    if (!run->generated || s->last == 0)
        return;
    arms_number_fixed(year, s->last + 1, 0);
    memcpy(date, year, 4);
    memcpy(date + 4, "-12-31", sizeof "-12-31");
    const char *release = release_on("SIPRI", date);
    if (release && memcmp(release, date, 4) == 0 && strcmp(release, run->generated) < 0)
        run->release = release;
}

static bool end(layout_run *run, arms_error *err)
{
    (void)err;
    find_release(run);
    return true;
}

const layout world_bank_wdi_layout = {
    .id = "world-bank-wdi",
    .title = "the World Bank's WDI tables of arms transfers",
    .publisher = "World Bank",
    .origin = "World Development Indicators (" SIPRI_ORIGIN ")",
    .credit = SIPRI_CREDIT ", published by the World Bank in the World Development "
                           "Indicators",
    .vintage = "the one that ends with the last year that has a figure",
    .columns = heads,
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
