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

bool comtrade_has_columns(comtrade_columns columns, const csv_record *header)
{
    for (size_t i = 0; i < columns.count; i++)
        if (!columns.items[i].optional &&
            find_column(header, columns.items[i].name) == header->count)
            return false;
    return true;
}

bool comtrade_begin(layout_run *run, comtrade_columns columns, const csv_record *header,
                    arms_error *err)
{
    size_t *at = ((comtrade_rows *)run->state)->at;
    for (size_t i = 0; i < columns.count; i++) {
        const comtrade_column *column = &columns.items[i];
        at[i] = find_column(header, column->name);
        if (at[i] == header->count && !column->optional)
            return arms_fail_at(err, ARMS_LAYOUT, run->file, header->line,
                                "the column \"%s\" is missing; download the file again "
                                "with all columns",
                                column->name);
    }
    return true;
}

arms_text comtrade_cell(const csv_record *record, size_t at)
{
    return at < record->count ? arms_text_trim(record->fields[at]) : (arms_text){"", 0};
}

void comtrade_read(comtrade_record *out, const csv_record *record, const size_t *at)
{
    out->scheme = comtrade_cell(record, at[COMTRADE_SCHEME]);
    out->year = comtrade_cell(record, at[COMTRADE_YEAR]);
    out->commodity = comtrade_cell(record, at[COMTRADE_COMMODITY]);
    out->reporter = comtrade_cell(record, at[COMTRADE_REPORTER]);
    out->partner = comtrade_cell(record, at[COMTRADE_PARTNER]);
    out->reporter_name = comtrade_cell(record, at[COMTRADE_REPORTER_NAME]);
    out->partner_name = comtrade_cell(record, at[COMTRADE_PARTNER_NAME]);
    out->value = comtrade_cell(record, at[COMTRADE_VALUE]);
    out->cif = comtrade_cell(record, at[COMTRADE_CIF_VALUE]);
    out->fob = comtrade_cell(record, at[COMTRADE_FOB_VALUE]);
}

bool comtrade_check_width(const layout_run *run, const csv_record *record,
                          arms_error *err)
{
    return record->count == run->width ||
           layout_fail_width(run, record, run->width,
                             "download the file again, or mend the line", err);
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

static bool new_scheme(const comtrade_job *job, arms_error *err)
{
    layout_run *run = job->run;
    comtrade_rows *rows = job->rows;
    arms_text scheme = job->record->scheme;
    const char *classification = classification_of(scheme);
    if (!classification || rows->scheme_count == COMTRADE_SCHEMES)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, job->record->line,
                            "\"%.*s\" is no classification that is known; HS, SITC and "
                            "BEC are read",
                            arms_text_shown(scheme, 60), scheme.ptr);
    if (run->classification && strcmp(run->classification, classification) != 0)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, job->record->line,
                            "codes of %s stand here beside those of %s, and the same "
                            "digits mean other goods; make a file of each",
                            classification, run->classification);
    const char *copy = arms_copy(run->arena, scheme.ptr, scheme.len, err);
    run->classification = classification;
    rows->schemes[rows->scheme_count++] = (arms_text){copy, scheme.len};
    return copy != NULL;
}

static bool check_scheme(const comtrade_job *job, arms_error *err)
{
    for (size_t i = 0; i < job->rows->scheme_count; i++)
        if (arms_text_equal(job->rows->schemes[i], job->record->scheme))
            return true;
    return new_scheme(job, err);
}

static bool new_commodity(uint32_t *id, const comtrade_job *job, arms_error *err)
{
    enum { MOST = (1 << 20) - 1 };
    layout_run *run = job->run;
    comtrade_rows *rows = job->rows;
    arms_text code = job->record->commodity;
    if (rows->commodity_count == MOST)
        return arms_fail_at(err, ARMS_LIMIT, run->file, job->record->line,
                            "more than %d commodity codes", MOST);
    rows->commodities = arms_extend(run->arena, rows->commodities, rows->commodity_count,
                                    sizeof code, err);
    const char *copy = arms_copy(run->arena, code.ptr, code.len, err);
    if (!rows->commodities || !copy)
        return false;
    rows->commodities[rows->commodity_count++] = (arms_text){copy, code.len};
    *id = (uint32_t)rows->commodity_count;
    return true;
}

static bool find_commodity(unsigned *out, const comtrade_job *job, arms_error *err)
{
    arms_text code = job->record->commodity;
    if (code.len == 0)
        return layout_fail(job->run, err, job->record->line,
                           "no commodity code stands here; download the file again");
    uint32_t *id = intern_value(&job->rows->commodity_ids, job->run->arena, code, err);
    if (!id || (*id == 0 && !new_commodity(id, job, err)))
        return false;
    *out = *id;
    return true;
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

/* What the record's own cells say. */
static comtrade_valuation printed_valuation(const comtrade_record *record, double value)
{
    bool cif = prints(record->cif, record, value);
    bool fob = prints(record->fob, record, value);
    if (cif == fob)
        return cif || !(value > 0) ? COMTRADE_EITHER : COMTRADE_AS_REPORTED;
    return cif ? COMTRADE_CIF : COMTRADE_FOB;
}

/* A record that leaves it open follows its reporter's last row; where that is none, the
 * flow: imports are CIF and exports FOB as a rule, unless the cells are not used. */
static comtrade_valuation valuation_of(const comtrade_record *record, double value,
                                       comtrade_party *reporter)
{
    uint8_t *last = &reporter->valuation[record->flow];
    comtrade_valuation found = printed_valuation(record, value);
    if (found == COMTRADE_EITHER && *last > 0)
        return (comtrade_valuation)(*last - 1);
    if (found == COMTRADE_EITHER && record->cif.len == 0 && record->fob.len == 0)
        return COMTRADE_AS_REPORTED;
    if (found == COMTRADE_EITHER)
        return record->flow == COMTRADE_IMPORTS ? COMTRADE_CIF : COMTRADE_FOB;
    reporter->mixed[record->flow] |= *last > 0 && *last != found + 1;
    *last = (uint8_t)(found + 1);
    return found;
}

static bool read_value(layout_row *out, const comtrade_job *job, arms_error *err)
{
    layout_cell cell = {job->record->value, job->record->line, "the value"};
    arms_decimal number;
    out->value = NAN;
    if (cell.text.len > 0) {
        if (!layout_number(&number, job->run, &cell, err))
            return false;
        out->value = arms_decimal_value(number);
    }
    out->low = out->high = out->value;
    return true;
}

/* ---- rows ---- */

static bool announce(const comtrade_job *job, unsigned measure, arms_error *err)
{
    static const char *const valuations[] = {"CIF", "FOB", "as reported"};
    static const arms_reporter reporters[] = {
        [COMTRADE_IMPORTS] = ARMS_REPORTED_BY_IMPORTERS,
        [COMTRADE_EXPORTS] = ARMS_REPORTED_BY_EXPORTERS,
    };
    comtrade_rows *rows = job->rows;
    arms_measure usd = {ARMS_UNIT_USD, 1, ARMS_KIND_DELIVERY, ""};
    const char *valuation = valuations[measure % COMTRADE_VALUATIONS];
    if (rows->measures[measure] > 0)
        return true;
    memcpy(usd.valuation, valuation, strlen(valuation) + 1);
    rows->measures[measure] = ++rows->measure_count;
    return layout_announce(job->run, &usd, reporters[measure / COMTRADE_VALUATIONS], err);
}

/* What a record is about, in numbers. */
typedef struct place {
    comtrade_key key;
    unsigned partner;
    comtrade_group *group;
} place;

static const comtrade_party *party_of(const comtrade_job *job, unsigned number)
{
    return &job->rows->parties[number - 1];
}

static bool fail_twice(const comtrade_job *job, const place *at, arms_error *err)
{
    const comtrade_record *record = job->record;
    return layout_fail(
        job->run, err, record->line,
        "a second row of %s with %s for %d and code %.*s (edition %.*s); take one of "
        "them out, or download one edition of the codes only",
        party_of(job, at->key.reporter)->shown, party_of(job, at->partner)->shown,
        at->key.year, (int)record->commodity.len, record->commodity.ptr,
        (int)record->scheme.len, record->scheme.ptr);
}

static void add_up(const place *at, bool world, double value)
{
    if (isnan(value)) {
        at->group->open = true;
        return;
    }
    at->group->total = at->group->total || world;
    *(world ? &at->group->world : &at->group->parts) += value;
}

static bool put(const comtrade_job *job, const place *at, layout_row *row,
                arms_error *err)
{
    const comtrade_party *reporter = party_of(job, at->key.reporter);
    const comtrade_party *partner = party_of(job, at->partner);
    unsigned measure = at->key.measure;
    bool exports = job->record->flow == COMTRADE_EXPORTS;
    if (comtrade_group_has(at->group, at->partner))
        return fail_twice(job, at, err);
    row->exporter = exports ? reporter->name : partner->name;
    row->importer = exports ? partner->name : reporter->name;
    row->category = job->record->commodity;
    row->year = at->key.year;
    add_up(at, partner->world, row->value);
    return comtrade_group_mark(at->group, job->run->arena, at->partner, err) &&
           announce(job, measure, err) &&
           layout_put(job->run, job->rows->measures[measure] - 1, row, err);
}

/* Whether the total of a split row is here is known at the end only. */
static bool keep_split(const comtrade_job *job, const place *at, arms_error *err)
{
    comtrade_rows *rows = job->rows;
    rows->splits = arms_extend(job->run->arena, rows->splits, rows->split_count,
                               sizeof *rows->splits, err);
    if (!rows->splits)
        return false;
    rows->splits[rows->split_count++] =
        (comtrade_split){at->group, at->partner, (uint32_t)job->record->line};
    return true;
}

static bool find_place(place *out, const comtrade_job *job, arms_error *err)
{
    layout_cell year = {job->record->year, job->record->line, "the year"};
    *out = (place){0};
    return check_scheme(job, err) &&
           comtrade_find_party(&out->key.reporter, job, true, err) &&
           comtrade_find_party(&out->partner, job, false, err) &&
           find_commodity(&out->key.commodity, job, err) &&
           layout_year(&out->key.year, job->run, &year, err);
}

static const char *sums_others(const comtrade_job *job, const place *at)
{
    if (party_of(job, at->partner)->group)
        return "sums over groups of partners, beside the partners";
    return party_of(job, at->key.reporter)->world ? "sums over all reporters" : NULL;
}

bool comtrade_take(layout_run *run, const comtrade_record *record, arms_error *err)
{
    place at;
    const comtrade_job job = {run, run->state, record};
    layout_row row = {.line = record->line};
    if (!find_place(&at, &job, err) || !read_value(&row, &job, err))
        return false;
    const char *why = sums_others(&job, &at);
    if (why)
        return layout_skip(run, why, row.line, err);
    comtrade_party *reporter = &job.rows->parties[at.key.reporter - 1];
    at.key.measure = (unsigned)record->flow * COMTRADE_VALUATIONS +
                     (unsigned)valuation_of(record, row.value, reporter);
    at.group = comtrade_group_of(&job.rows->groups, run->arena, &at.key, err);
    if (!at.group)
        return false;
    return record->split ? keep_split(&job, &at, err) : put(&job, &at, &row, err);
}
