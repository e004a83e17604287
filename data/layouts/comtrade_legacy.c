/* UN Comtrade, as its older site let it be downloaded until 2022.
 *
 * A header of 35 names, Classification to Flag (bulk files had fewer). Flows are numbers:
 * 1 imports, 2 exports, 3 re-exports, 4 re-imports. Records whose period is no year are
 * monthly. Values are US dollars; which of them hold freight is rarely printed, so that
 * most are "as reported". The flag marks estimated quantities, which are not read. */
#include "data/layouts/comtrade_rows.h"

typedef enum column {
    PERIOD = COMTRADE_SHARED,
    PARTNER2,
    CUSTOMS,
    TRANSPORT,
    COLUMNS
} column;

_Static_assert((int)COLUMNS <= (int)COMTRADE_COLUMNS,
               "the rows have room for all columns");

static const comtrade_column columns[COLUMNS] = {
    [COMTRADE_SCHEME] = {"Classification", false},
    [COMTRADE_YEAR] = {"Year", false},
    [COMTRADE_FLOW] = {"Trade Flow Code", false},
    [COMTRADE_REPORTER] = {"Reporter Code", false},
    [COMTRADE_REPORTER_NAME] = {"Reporter", true},
    [COMTRADE_PARTNER] = {"Partner Code", false},
    [COMTRADE_PARTNER_NAME] = {"Partner", true},
    [COMTRADE_COMMODITY] = {"Commodity Code", false},
    [COMTRADE_VALUE] = {"Trade Value (US$)", false},
    [COMTRADE_CIF_VALUE] = {"CIF Trade Value (US$)", true},
    [COMTRADE_FOB_VALUE] = {"FOB Trade Value (US$)", true},
    [PERIOD] = {"Period", false},
    [PARTNER2] = {"2nd Partner Code", true},
    [CUSTOMS] = {"Customs Proc. Code", true},
    [TRANSPORT] = {"Mode of Transport Code", true},
};

static bool recognise(const csv_record *header)
{
    static const comtrade_column telling[] = {
        {"Trade Flow Code", false}, {"Reporter Code", false},  {"Partner Code", false},
        {"Commodity Code", false},  {"Classification", false},
    };
    return comtrade_has_columns(
        (comtrade_columns){telling, sizeof telling / sizeof *telling}, header);
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    return comtrade_begin(run, (comtrade_columns){columns, COLUMNS}, header, err);
}

/* *why is set for a flow that is left out. */
static bool read_flow(comtrade_record *out, const char **why, const layout_run *run,
                      arms_text code, arms_error *err)
{
    static const char *const left_out[] = {
        NULL,
        NULL,
        "re-exports, which the exports hold already",
        "re-imports, which the imports hold already",
    };
    int number = code.len == 1 ? code.ptr[0] - '1' : -1;
    if (number < 0 || number > 3)
        return layout_fail(run, err, out->line,
                           "\"%.*s\" stands under Trade Flow Code, where 1 (imports), 2 "
                           "(exports), 3 or 4 belongs",
                           arms_text_shown(code, 60), code.ptr);
    out->flow = number == 0 ? COMTRADE_IMPORTS : COMTRADE_EXPORTS;
    *why = left_out[number];
    return true;
}

static bool is_split(const csv_record *record, const size_t *at)
{
    static const struct {
        column which;
        const char *total;
    } splits[] = {{PARTNER2, "0"}, {CUSTOMS, "C00"}, {TRANSPORT, "0"}};
    for (size_t i = 0; i < sizeof splits / sizeof *splits; i++) {
        arms_text code = comtrade_cell(record, at[splits[i].which]);
        if (code.len > 0 && !arms_text_is(code, splits[i].total))
            return true;
    }
    return false;
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    const size_t *at = ((comtrade_rows *)run->state)->at;
    const char *why = NULL;
    comtrade_record out = {.line = record->line};
    if (!comtrade_check_width(run, record, err) ||
        !read_flow(&out, &why, run, comtrade_cell(record, at[COMTRADE_FLOW]), err))
        return false;
    comtrade_read(&out, record, at);
    if (!arms_text_equal(out.year, comtrade_cell(record, at[PERIOD])))
        why = "monthly figures; annual ones alone are read";
    if (why)
        return layout_skip(run, why, record->line, err);
    out.split = is_split(record, at);
    return comtrade_take(run, &out, err);
}

const layout comtrade_legacy_layout = {
    .id = "comtrade-legacy",
    .title = "UN Comtrade's downloads until 2022",
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
