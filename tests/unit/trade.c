/* Rows of UN Comtrade's downloads since 2022: what is alike in all, and the fields
 * that are not read. */
#include "tests/unit/trade.h"

#include <string.h>

const char trade_header[] =
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,"
    "reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,"
    "partner2ISO,partner2Desc,classificationCode,classificationSearchCode,"
    "isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,"
    "mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,"
    "altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,"
    "isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,"
    "isAggregate";

static const char *or_usual(const char *given, const char *usual)
{
    return given ? given : usual;
}

void trade_put(arms_buffer *out, const trade_row *r, const char *end)
{
    const char *flow = or_usual(r->flow, "M"), *value = or_usual(r->value, "");
    bool exports = strcmp(flow, "X") == 0;
    arms_buffer_print(out, "\"%s\",\"%s\",\"20230101\",\"%s\",\"%s\",\"2023\",\"%s\",,,",
                      or_usual(r->type, "C"), or_usual(r->freq, "A"),
                      or_usual(r->year, "2023"), or_usual(r->month, "52"),
                      or_usual(r->reporter, "586"));
    arms_buffer_print(
        out, "\"%s\",\"flow\",\"%s\",\"_X \",\"%s\",\"%s\",\"W00\",\"World\",", flow,
        or_usual(r->partner, "792"), or_usual(r->name, ""), or_usual(r->partner2, "0"));
    arms_buffer_print(out,
                      "\"%s\",\"HS\",\"true\",\"%s\",\"goods, all\",\"2\",\"false\",",
                      or_usual(r->scheme, "H6"), or_usual(r->code, "93"));
    arms_buffer_print(out, "\"%s\",\"TOTAL CPC\",\"%s\",\"%s\",\"TOTAL MOT\",",
                      or_usual(r->customs, "C00"), or_usual(r->supply, "0"),
                      or_usual(r->transport, "0"));
    arms_buffer_print(out, "\"8\",\"kg\",\"7\",\"true\",\"-1\",\"N/A\",,\"false\",\"7\","
                           "\"true\",\"0\",\"false\",");
    arms_buffer_print(out, "\"%s\",\"%s\",\"%s\",\"6\",\"false\",\"true\"%s\n",
                      or_usual(r->cif, exports ? "" : value),
                      or_usual(r->fob, exports ? value : ""), value, end);
}

/* Rows up to one without a partner; `end` follows the last field of each. */
fixture trade_load_with(const char *head, const trade_row *rows, const char *end)
{
    arms_buffer text = {0};
    arms_buffer_string(&text, head);
    arms_buffer_string(&text, "\n");
    for (; rows->partner; rows++)
        trade_put(&text, rows, end);
    return fixture_load_buffer(&text);
}

/* Line 1 is the header. */
fixture trade_load(const trade_row *rows)
{
    return trade_load_with(trade_header, rows, ",");
}

arms_party trade_party(const char *code)
{
    arms_party party = arms_entity_by_code(code);
    CHECK_ROW(party > 0, code);
    return party;
}

uint32_t trade_category(const fixture *f, const char *name)
{
    return arms_dataset_find_category(f->data, arms_text_of(name));
}

bool trade_covers(const fixture *f, const char *exporter, const char *importer, int year)
{
    arms_party from = exporter ? trade_party(exporter) : ARMS_ALL;
    arms_party to = importer ? trade_party(importer) : ARMS_ALL;
    return arms_dataset_covers(f->data, from, to, year, trade_category(f, "93"));
}
