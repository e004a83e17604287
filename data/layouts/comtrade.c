/* UN Comtrade, as its site has let it be downloaded since 2022 ("TradeData….csv"), and as
 * its service returns it.
 *
 * A header of 47 names, typeCode to isAggregate; records have one more field, which is
 * empty, so that columns are found by name. Amounts are US dollars, "primaryValue" with
 * or without freight as "cifvalue" and "fobvalue" tell. refMonth is 52 in annual records.
 * Partner 0 is the World. A record of a second partner, a customs procedure other than
 * C00 or a mode of transport other than 0 is a part of a total that stands beside it.
 * Estimates are marked for quantities only, which are not read. */
#include "data/layouts/comtrade_rows.h"

typedef enum column {
    TYPE = COMTRADE_SHARED,
    FREQUENCY,
    MONTH,
    PARTNER2,
    CUSTOMS,
    SUPPLY,
    TRANSPORT,
    COLUMNS
} column;

_Static_assert((int)COLUMNS <= (int)COMTRADE_COLUMNS,
               "the rows have room for all columns");

static const comtrade_column columns[COLUMNS] = {
    [COMTRADE_SCHEME] = {"classificationCode", false},
    [COMTRADE_YEAR] = {"refYear", false},
    [COMTRADE_FLOW] = {"flowCode", false},
    [COMTRADE_REPORTER] = {"reporterCode", false},
    [COMTRADE_REPORTER_NAME] = {"reporterDesc", true},
    [COMTRADE_PARTNER] = {"partnerCode", false},
    [COMTRADE_PARTNER_NAME] = {"partnerDesc", true},
    [COMTRADE_COMMODITY] = {"cmdCode", false},
    [COMTRADE_VALUE] = {"primaryValue", false},
    [COMTRADE_CIF_VALUE] = {"cifvalue", false},
    [COMTRADE_FOB_VALUE] = {"fobvalue", false},
    [TYPE] = {"typeCode", false},
    [FREQUENCY] = {"freqCode", false},
    [MONTH] = {"refMonth", true},
    [PARTNER2] = {"partner2Code", false},
    [CUSTOMS] = {"customsCode", false},
    [SUPPLY] = {"mosCode", true},
    [TRANSPORT] = {"motCode", false},
};

/* What is left out, by its code. */
static const struct {
    const char *code, *why;
} other_flows[] = {
    {"RX", "re-exports, which the exports hold already"},
    {"RM", "re-imports, which the imports hold already"},
    {"DX", "domestic exports, which the exports hold already"},
    {"FM", "imports of foreign goods, which the imports hold already"},
    {"MIP", "imports for inward processing, which the imports hold already"},
    {"MOP", "imports after outward processing, which the imports hold already"},
    {"XIP", "exports after inward processing, which the exports hold already"},
    {"XOP", "exports for outward processing, which the exports hold already"},
};

static bool recognise(const csv_record *header)
{
    static const comtrade_column telling[] = {
        {"reporterCode", false}, {"partnerCode", false},  {"flowCode", false},
        {"cmdCode", false},      {"primaryValue", false},
    };
    return comtrade_has_columns(
        (comtrade_columns){telling, sizeof telling / sizeof *telling}, header);
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    return comtrade_begin(run, (comtrade_columns){columns, COLUMNS}, header, err);
}

/* Where a column is shifted against its name, this one tells. */
static bool check_frequency(const layout_run *run, const csv_record *record,
                            arms_text frequency, arms_error *err)
{
    if (frequency.len == 1 && frequency.ptr[0] >= 'A' && frequency.ptr[0] <= 'Z')
        return true;
    return layout_fail(run, err, record->line,
                       "\"%.*s\" stands under freqCode, where A (annual), M or Q "
                       "belongs; if a program shifted the columns, download the file "
                       "again",
                       arms_text_shown(frequency, 60), frequency.ptr);
}

/* *why is set for a flow that is left out. */
static bool read_flow(comtrade_record *out, const char **why, const layout_run *run,
                      arms_text code, arms_error *err)
{
    *why = NULL;
    out->flow = arms_text_is(code, "X") ? COMTRADE_EXPORTS : COMTRADE_IMPORTS;
    if (arms_text_is(code, "X") || arms_text_is(code, "M"))
        return true;
    for (size_t i = 0; i < sizeof other_flows / sizeof *other_flows && !*why; i++)
        if (arms_text_is(code, other_flows[i].code))
            *why = other_flows[i].why;
    if (!*why && (code.len == 0 || code.ptr[0] < 'A' || code.ptr[0] > 'Z'))
        return layout_fail(run, err, out->line,
                           "\"%.*s\" stands under flowCode, where M (imports) or X "
                           "(exports) belongs",
                           arms_text_shown(code, 60), code.ptr);
    *why = *why ? *why : "flows other than imports and exports";
    return true;
}

static bool is_one_of(arms_text code, const char *first, const char *second)
{
    return code.len == 0 || arms_text_is(code, first) || arms_text_is(code, second);
}

static bool is_split(const csv_record *record, const size_t *at)
{
    return !is_one_of(comtrade_cell(record, at[PARTNER2]), "0", "000") ||
           !is_one_of(comtrade_cell(record, at[CUSTOMS]), "C00", "0") ||
           !is_one_of(comtrade_cell(record, at[TRANSPORT]), "0", "00") ||
           !is_one_of(comtrade_cell(record, at[SUPPLY]), "0", "00");
}

static const char *not_annual(const csv_record *record, const size_t *at)
{
    arms_text month = comtrade_cell(record, at[MONTH]);
    if (!arms_text_is(comtrade_cell(record, at[TYPE]), "C"))
        return "trade in services, which is not of goods";
    if (!arms_text_is(comtrade_cell(record, at[FREQUENCY]), "A") ||
        !is_one_of(month, "52", "0"))
        return "monthly or quarterly figures; annual ones alone are read";
    return NULL;
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    const size_t *at = ((comtrade_rows *)run->state)->at;
    const char *flow = NULL;
    comtrade_record out = {.line = record->line};
    if (!comtrade_check_width(run, record, err) ||
        !check_frequency(run, record, comtrade_cell(record, at[FREQUENCY]), err) ||
        !read_flow(&out, &flow, run, comtrade_cell(record, at[COMTRADE_FLOW]), err))
        return false;
    const char *why = not_annual(record, at);
    if (why || flow)
        return layout_skip(run, why ? why : flow, record->line, err);
    comtrade_read(&out, record, at);
    out.split = is_split(record, at);
    return comtrade_take(run, &out, err);
}

const layout comtrade_layout = {
    .id = "comtrade",
    .title = "UN Comtrade's downloads",
    .publisher = COMTRADE_PUBLISHER,
    .origin = COMTRADE_ORIGIN,
    .credit = COMTRADE_CREDIT,
    .numbered = true,
    .state_size = sizeof(comtrade_rows),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = comtrade_end,
};
