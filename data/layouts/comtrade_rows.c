/* UN Comtrade's records, of either layout, as rows.
 *
 * Customs of one country (the reporter) declare what crossed its border: with whom (the
 * partner), in which year, of which commodity code, for how many US dollars. So the rows
 * are deliveries, of goods of all kinds, of which chapter 93 of the Harmonized System is
 * arms and ammunition. What importers reported and what exporters reported are datasets
 * of their own, and so are values with and without freight and insurance (CIF, FOB): a
 * reporter prints which of them its primary value is, or neither. Dollars are printed to
 * fractions and taken as printed; an empty value is missing.
 *
 * Commodity codes are categories, as text and as printed; codes of 2, 4 and 6 digits
 * stand side by side, and nothing is added up across them. */
#include "data/layouts/comtrade_rows.h"

#include <math.h>
#include <string.h>

static size_t find_column(const csv_record *header, const char *name)
{
    for (size_t i = 0; i < header->count; i++)
        if (arms_text_is_word(header->fields[i], name))
            return i;
    return header->count;
}

bool comtrade_has_columns(const comtrade_column *columns, size_t count,
                          const csv_record *header)
{
    for (size_t i = 0; i < count; i++)
        if (!columns[i].optional && find_column(header, columns[i].name) == header->count)
            return false;
    return true;
}

bool comtrade_find_columns(size_t *at, const comtrade_column *columns, size_t count,
                           const layout_run *run, const csv_record *header,
                           arms_error *err)
{
    for (size_t i = 0; i < count; i++) {
        at[i] = find_column(header, columns[i].name);
        if (at[i] == header->count && !columns[i].optional)
            return arms_fail_at(err, ARMS_LAYOUT, run->file, header->line,
                                "the column \"%s\" is missing; download the file again "
                                "with all columns",
                                columns[i].name);
    }
    return true;
}

arms_text comtrade_cell(const csv_record *record, size_t at)
{
    return at < record->count ? arms_text_trim(record->fields[at]) : (arms_text){"", 0};
}

bool comtrade_check_width(const layout_run *run, const csv_record *record,
                          arms_error *err)
{
    if (record->count == run->width)
        return true;
    return layout_fail(run, err, record->line,
                       "%zu fields stand here where the header has %zu; download the "
                       "file again, or mend the line",
                       record->count, run->width);
}

/* ---- codes ---- */

/* "H4" is an edition of the Harmonized System, "S3" of the SITC, "B5" of the BEC. */
static const char *classification_of(arms_text scheme)
{
    static const char *const known[] = {"HS", "SITC", "BEC"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (scheme.len > 0 && scheme.len <= 4 && scheme.ptr[0] == known[i][0])
            return known[i];
    return NULL;
}

static bool new_scheme(layout_run *run, comtrade_rows *rows,
                       const comtrade_record *record, arms_error *err)
{
    arms_text scheme = record->scheme;
    const char *classification = classification_of(scheme);
    if (!classification || rows->scheme_count == COMTRADE_SCHEMES)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, record->line,
                            "\"%.*s\" is no classification that is known; HS, SITC and "
                            "BEC are read",
                            (int)(scheme.len < 60 ? scheme.len : 60), scheme.ptr);
    if (run->classification && strcmp(run->classification, classification) != 0)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, record->line,
                            "codes of %s stand here beside those of %s, and the same "
                            "digits mean other goods; make a file of each",
                            classification, run->classification);
    const char *copy = arms_copy(run->arena, scheme.ptr, scheme.len, err);
    run->classification = classification;
    rows->schemes[rows->scheme_count++] = (arms_text){copy, scheme.len};
    return copy != NULL;
}

static bool check_scheme(layout_run *run, comtrade_rows *rows,
                         const comtrade_record *record, arms_error *err)
{
    for (size_t i = 0; i < rows->scheme_count; i++)
        if (arms_text_equal(rows->schemes[i], record->scheme))
            return true;
    return new_scheme(run, rows, record, err);
}

static bool find_commodity(unsigned *out, comtrade_rows *rows, layout_run *run,
                           const comtrade_record *record, arms_error *err)
{
    enum { MOST = (1 << 20) - 1 };
    arms_text code = record->commodity;
    if (code.len == 0)
        return layout_fail(run, err, record->line,
                           "no commodity code stands here; download the file again");
    uint32_t *id = intern_value(&rows->commodity_ids, run->arena, code, err);
    if (id && *id == 0) {
        if (rows->commodity_count == MOST)
            return arms_fail_at(err, ARMS_LIMIT, run->file, record->line,
                                "more than %d commodity codes", MOST);
        rows->commodities = arms_extend(run->arena, rows->commodities,
                                        rows->commodity_count, sizeof code, err);
        const char *copy = arms_copy(run->arena, code.ptr, code.len, err);
        if (!rows->commodities || !copy)
            return false;
        rows->commodities[rows->commodity_count++] = (arms_text){copy, code.len};
        *id = (uint32_t)rows->commodity_count;
    }
    *out = id ? *id : 0;
    return id != NULL;
}

/* ---- values ---- */

/* Whether a cell prints the same number. */
static bool prints(arms_text cell, const comtrade_record *record, double value)
{
    arms_decimal number;
    arms_error ignored;
    if (cell.len == 0 || arms_text_equal(cell, record->value))
        return cell.len > 0;
    return arms_decimal_parse(&number, cell, &ignored) &&
           !(arms_decimal_value(number) < value) && !(arms_decimal_value(number) > value);
}

/* A record whose own cells leave it open follows its reporter's last row. */
static comtrade_valuation valuation_of(const comtrade_record *record, double value,
                                       comtrade_party *reporter)
{
    bool cif = prints(record->cif, record, value);
    bool fob = prints(record->fob, record, value);
    uint8_t *last = &reporter->valuation[record->flow];
    comtrade_valuation found = cif && fob ? COMTRADE_EITHER
                               : cif      ? COMTRADE_CIF
                               : fob      ? COMTRADE_FOB
                                          : COMTRADE_AS_REPORTED;
    if (isnan(value) || !(value > 0))
        found = COMTRADE_EITHER;
    if (found == COMTRADE_EITHER && *last > 0)
        found = (comtrade_valuation)(*last - 1);
    if (found == COMTRADE_EITHER && !cif && !fob)
        found = COMTRADE_AS_REPORTED;
    if (found == COMTRADE_EITHER)
        return record->flow == COMTRADE_IMPORTS ? COMTRADE_CIF : COMTRADE_FOB;
    reporter->mixed[record->flow] |= *last > 0 && *last != found + 1;
    *last = (uint8_t)(found + 1);
    return found;
}

static bool read_value(layout_row *out, const layout_run *run,
                       const comtrade_record *record, arms_error *err)
{
    layout_cell cell = {record->value, record->line, "the value"};
    arms_decimal number;
    out->value = NAN;
    if (cell.text.len > 0) {
        if (!layout_number(&number, run, &cell, err))
            return false;
        out->value = arms_decimal_value(number);
    }
    out->low = out->high = out->value;
    return true;
}

/* ---- rows ---- */

static bool announce(const layout_run *run, comtrade_rows *rows, unsigned measure,
                     arms_error *err)
{
    static const char *const valuations[] = {"CIF", "FOB", "as reported"};
    static const arms_reporter reporters[] = {
        [COMTRADE_IMPORTS] = ARMS_REPORTED_BY_IMPORTERS,
        [COMTRADE_EXPORTS] = ARMS_REPORTED_BY_EXPORTERS,
    };
    arms_measure usd = {ARMS_UNIT_USD, 1, ARMS_KIND_DELIVERY, ""};
    const char *valuation = valuations[measure % COMTRADE_VALUATIONS];
    if (rows->measures[measure] > 0)
        return true;
    memcpy(usd.valuation, valuation, strlen(valuation) + 1);
    rows->measures[measure] = ++rows->measure_count;
    return layout_announce(run, &usd, reporters[measure / COMTRADE_VALUATIONS], err);
}

/* What a record is about, in numbers. */
typedef struct place {
    comtrade_key key;
    unsigned partner;
    comtrade_group *group;
} place;

static bool fail_twice(const layout_run *run, const comtrade_rows *rows,
                       const comtrade_record *record, const place *at, arms_error *err)
{
    return layout_fail(
        run, err, record->line,
        "a second row of %s with %s for %d and code %.*s (edition %.*s); take one of "
        "them out, or download one edition of the codes only",
        rows->parties[at->key.reporter - 1].shown, rows->parties[at->partner - 1].shown,
        at->key.year, (int)record->commodity.len, record->commodity.ptr,
        (int)record->scheme.len, record->scheme.ptr);
}

static void add_up(place *at, bool world, double value)
{
    if (isnan(value)) {
        at->group->open = true;
        return;
    }
    at->group->total = at->group->total || world;
    *(world ? &at->group->world : &at->group->parts) += value;
}

static bool put(layout_run *run, comtrade_rows *rows, const comtrade_record *record,
                place *at, layout_row *row, arms_error *err)
{
    const comtrade_party *reporter = &rows->parties[at->key.reporter - 1];
    const comtrade_party *partner = &rows->parties[at->partner - 1];
    bool exports = record->flow == COMTRADE_EXPORTS;
    if (comtrade_group_has(at->group, at->partner))
        return fail_twice(run, rows, record, at, err);
    row->exporter = exports ? reporter->name : partner->name;
    row->importer = exports ? partner->name : reporter->name;
    row->category = record->commodity;
    add_up(at, partner->world, row->value);
    return comtrade_group_mark(at->group, run->arena, at->partner, err) &&
           announce(run, rows, at->key.measure, err) &&
           layout_put(run, rows->measures[at->key.measure] - 1, row, err);
}

/* Whether the total of a split row is here is known at the end only. */
static bool keep_split(layout_run *run, comtrade_rows *rows, const place *at, size_t line,
                       arms_error *err)
{
    rows->splits = arms_extend(run->arena, rows->splits, rows->split_count,
                               sizeof *rows->splits, err);
    if (!rows->splits)
        return false;
    rows->splits[rows->split_count++] =
        (comtrade_split){at->group, at->partner, (uint32_t)line};
    return true;
}

static bool find_place(place *out, layout_run *run, comtrade_rows *rows,
                       const comtrade_record *record, arms_error *err)
{
    layout_cell year = {record->year, record->line, "the year"};
    *out = (place){0};
    return check_scheme(run, rows, record, err) &&
           comtrade_find_party(&out->key.reporter, rows, run, record, true, err) &&
           comtrade_find_party(&out->partner, rows, run, record, false, err) &&
           find_commodity(&out->key.commodity, rows, run, record, err) &&
           layout_year(&out->key.year, run, &year, err);
}

bool comtrade_take(layout_run *run, comtrade_rows *rows, const comtrade_record *record,
                   arms_error *err)
{
    place at;
    layout_row row = {.line = record->line};
    if (!find_place(&at, run, rows, record, err) || !read_value(&row, run, record, err))
        return false;
    if (rows->parties[at.partner - 1].group)
        return layout_skip(run, "sums over groups of partners, beside the partners",
                           record->line, err);
    if (rows->parties[at.key.reporter - 1].world)
        return layout_skip(run, "sums over all reporters", record->line, err);
    comtrade_valuation valuation =
        valuation_of(record, row.value, &rows->parties[at.key.reporter - 1]);
    at.key.measure = (unsigned)record->flow * COMTRADE_VALUATIONS + (unsigned)valuation;
    at.group = comtrade_group_of(&rows->groups, run->arena, &at.key, err);
    if (!at.group)
        return false;
    row.year = at.key.year;
    return record->split ? keep_split(run, rows, &at, record->line, err)
                         : put(run, rows, record, &at, &row, err);
}
