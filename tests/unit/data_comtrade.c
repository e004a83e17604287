/* UN Comtrade's downloads since 2022: rows, names, and what is left out or refused. All
 * figures are invented. */
#include <stdio.h>

#include "tests/unit/trade.h"

static const trade_row both[] = {
    {ROW("M", "0", "30")},
    {ROW("M", "792", "21.25")},
    {ROW("M", "156", "8.75"), .code = "93"},
    {ROW("X", "0", "7"), .reporter = "792"},
    {ROW("X", "586", "7"), .reporter = "792", .code = "0930"},
    {0},
};

/* Two sides, two datasets. */
static void test_sides(void)
{
    fixture f = trade_load(both);
    CHECK_STRING(f.err.text, "");
    if (!CHECK(f.data != NULL) || !CHECK_COUNT(f.loaded.count, 2) ||
        !CHECK_COUNT(arms_dataset_count(f.data), 3))
        return;
    const arms_dataset *exports = f.loaded.items[1];
    arms_flow flow = arms_dataset_flow(f.data, 1);
    CHECK_COUNT(flow.exporter, trade_party("TUR"));
    CHECK_COUNT(flow.importer, trade_party("PAK"));
    CHECK_COUNT(flow.year, 2023);
    CHECK_COUNT(flow.line, 3);
    CHECK_COUNT(flow.flags, 0);
    CHECK(check_same(flow.value, 21.25) && check_same(flow.low, 21.25) &&
          check_same(flow.high, 21.25));
    CHECK_COUNT(arms_dataset_flow(f.data, 0).exporter, arms_entity_world());
    CHECK_COUNT(arms_dataset_count(exports), 2);
    flow = arms_dataset_flow(exports, 1);
    CHECK_COUNT(flow.exporter, trade_party("TUR"));
    CHECK_COUNT(flow.importer, trade_party("PAK"));
    CHECK_STRING(arms_dataset_category(exports, flow.category), "0930");
    fixture_free(&f);
}

static void test_about(void)
{
    fixture f = trade_load(both);
    if (!CHECK(f.data != NULL) || !CHECK_COUNT(f.loaded.count, 2))
        return;
    const arms_about *about = arms_dataset_about(f.data);
    const arms_measure *measure = arms_dataset_measure(f.data);
    CHECK_STRING(about->layout, "comtrade");
    CHECK_STRING(about->publisher, "UN Comtrade");
    CHECK_STRING(about->classification, "HS");
    CHECK_STRING(about->generated, "");
    CHECK_STRING(about->release, "");
    CHECK_COUNT(about->reported_by, ARMS_REPORTED_BY_IMPORTERS);
    CHECK_COUNT(measure->unit, ARMS_UNIT_USD);
    CHECK(check_same(measure->scale, 1));
    CHECK_COUNT(measure->kind, ARMS_KIND_DELIVERY);
    CHECK_STRING(measure->valuation, "CIF");
    CHECK(fixture_noted(f.data, "does not say when it was downloaded"));
    CHECK(!fixture_noted(f.data, "another number of fields"));
    CHECK(!fixture_noted(f.data, "editions"));
    CHECK(!fixture_noted(f.data, "exceed"));
    const arms_dataset *exports = f.loaded.items[1];
    CHECK_COUNT(arms_dataset_about(exports)->reported_by, ARMS_REPORTED_BY_EXPORTERS);
    CHECK_STRING(arms_dataset_measure(exports)->valuation, "FOB");
    fixture_free(&f);
}

/* The publisher's comma too many may be at the header, at the rows, at both or none. */
static void test_widths(void)
{
    char comma[2000];
    (void)snprintf(comma, sizeof comma, "%s,", trade_header);
    const struct {
        const char *head, *end;
    } ways[] = {{trade_header, ","}, {trade_header, ""}, {comma, ","}, {comma, ""}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        fixture f = trade_load_with(ways[i].head, both, ways[i].end);
        CHECK_STRING(f.err.text, "");
        if (CHECK(f.data != NULL))
            CHECK(check_same(arms_dataset_flow(f.data, 1).value, 21.25));
        fixture_free(&f);
    }
    fixture f = trade_load_with(trade_header, both, ",\"more\"");
    CHECK_HAS(f.err.text, "48 fields stand here where the header has 47");
    fixture_free(&f);
}

/* Columns are found by name, in any order and case, without those that are not read. */
static void test_columns(void)
{
    fixture f = fixture_load("PrimaryValue,FobValue,CifValue,CmdCode,ClassificationCode,"
                             "PartnerCode,Partner2Code,CustomsCode,MotCode,FlowCode,"
                             "ReporterCode,RefYear,FreqCode,TypeCode\n"
                             "5,,5,93,H6,792,0,C00,0,M,586,2023,A,C\n");
    CHECK_STRING(f.err.text, "");
    if (CHECK(f.data != NULL) && CHECK_COUNT(arms_dataset_count(f.data), 1)) {
        CHECK_COUNT(arms_dataset_flow(f.data, 0).exporter, trade_party("TUR"));
        CHECK(check_same(arms_dataset_flow(f.data, 0).value, 5));
    }
    fixture_free(&f);
    f = fixture_load(
        "reporterCode,partnerCode,flowCode,cmdCode,primaryValue\n586,792,M,93,5\n");
    CHECK(!f.done);
    CHECK_COUNT(f.err.code, ARMS_LAYOUT);
    CHECK_HAS(f.err.text, "the column \"classificationCode\" is missing");
    fixture_free(&f);
}

/* ---- what is left out ---- */

typedef struct left_out {
    trade_row row;
    const char *why;
} left_out;

static const left_out others[] = {
    {{ROW("RX", "792", "1")}, "re-exports, which the exports hold already"},
    {{ROW("RM", "792", "1")}, "re-imports, which the imports hold already"},
    {{ROW("DX", "792", "1")}, "domestic exports, which the exports hold already"},
    {{ROW("MIP", "792", "1")}, "imports for inward processing"},
    {{ROW("ZZ", "792", "1")}, "flows other than imports and exports"},
    {{ROW("M", "792", "1"), .freq = "M", .month = "1"}, "monthly or quarterly figures"},
    {{ROW("M", "792", "1"), .freq = "Q", .month = "3"}, "monthly or quarterly figures"},
    {{ROW("M", "792", "1"), .month = "12"}, "monthly or quarterly figures"},
    {{ROW("M", "792", "1"), .type = "S"}, "trade in services"},
    {{ROW("M", "97", "1")}, "sums over groups of partners"},
    {{ROW("M", "975", "1"), .name = "ASEAN"}, "sums over groups of partners"},
    {{ROW("M", "2", "1")}, "sums over groups of partners"},
    {{ROW("M", "792", "1"), .reporter = "0"}, "sums over all reporters"},
    {{ROW("M", "792", "1"), .partner2 = "156"}, "whose total is not in the file"},
    {{ROW("M", "792", "1"), .customs = "C01"}, "whose total is not in the file"},
    {{ROW("M", "792", "1"), .supply = "2"}, "whose total is not in the file"},
    {{ROW("M", "792", "1"), .transport = "2100"}, "whose total is not in the file"},
    {{ROW("M", "156", "1"), .transport = "2100"}, "of rows that are here as well"},
    {{ROW("M", "0", "1"), .partner2 = "156"}, "of rows that are here as well"},
};

static void test_left_out(void)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const trade_row rows[] = {
            others[i].row, {ROW("M", "0", "8")}, {ROW("M", "156", "8")}, {0}};
        fixture f = trade_load(rows);
        CHECK_STRING(f.err.text, "");
        if (CHECK_ROW(f.data != NULL, others[i].why)) {
            const arms_reading *reading = &arms_dataset_about(f.data)->reading;
            CHECK_COUNT(f.loaded.count, 1);
            CHECK_COUNT(arms_dataset_count(f.data), 2);
            if (CHECK_COUNT(reading->skip_count, 1)) {
                CHECK_HAS(reading->skips[0].why, others[i].why);
                CHECK_COUNT(reading->skips[0].lines[0], 2);
            }
        }
        fixture_free(&f);
    }
}

static void test_nothing_left(void)
{
    const trade_row rows[] = {{ROW("M", "792", "1"), .freq = "M", .month = "1"},
                              {ROW("M", "792", "1"), .freq = "M", .month = "2"},
                              {0}};
    fixture f = trade_load(rows);
    CHECK(!f.done);
    CHECK_COUNT(f.err.code, ARMS_PARSE);
    CHECK_HAS(f.err.text, "monthly or quarterly figures");
    fixture_free(&f);
}

/* The blank that the publisher prints behind some zeros is none of a code. */
static void test_blanks(void)
{
    const trade_row rows[] = {{ROW("M", "0", "8"), .supply = "0 "},
                              {ROW("M", "792 ", "8"), .supply = "0 "},
                              {0}};
    fixture f = trade_load(rows);
    if (CHECK(f.data != NULL) && CHECK_COUNT(arms_dataset_count(f.data), 2))
        CHECK_COUNT(arms_dataset_flow(f.data, 1).exporter, trade_party("TUR"));
    fixture_free(&f);
}

/* ---- who is who ---- */

static const struct {
    const char *code, *entity;
} codes[] = {
    {"4", "AFG"},
    {"020", "AND"},
    {"842", "USA"},
    {"841", "USA"},
    {"251", "FRA"},
    {"579", "NOR"},
    {"757", "CHE"},
    {"699", "IND"},
    {"356", "IND"},
    {"381", "ITA"},
    {"280", "DEU"},
    {"230", "ETH"},
    {"736", "SDN"},
    {"588", "PAK"},
    {"866", "VNM"},
    {"868", "south-vietnam"},
    {"412", "kosovo"},
    {"490", "other-asia-nes"},
    {"899", "areas-nes"},
    {"568", "other-europe-nes"},
    {"577", "other-africa-nes"},
    {"527", "oceania-nes"},
    {"636", "rest-of-america-nes"},
    {"837", "bunkers"},
    {"838", "free-zones"},
    {"839", "special-categories"},
    {"58", "belgium-luxembourg"},
    {"711", "southern-african-customs-union"},
    {"810", "soviet-union"},
    {"200", "czechoslovakia"},
    {"278", "east-germany"},
    {"530", "netherlands-antilles"},
    {"532", "netherlands-antilles"},
    {"720", "south-yemen"},
    {"886", "north-yemen"},
    {"890", "yugoslavia"},
    {"891", "serbia-and-montenegro"},
    {"0", "world"},
};

/* Previews of the service print codes alone, and those do. */
static void test_codes(void)
{
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        const trade_row rows[] = {{ROW("M", codes[i].code, "8")}, {0}};
        fixture f = trade_load(rows);
        if (CHECK_ROW(f.data != NULL, codes[i].code) &&
            CHECK_COUNT(arms_dataset_count(f.data), 1)) {
            arms_party party = arms_dataset_flow(f.data, 0).exporter;
            CHECK_ROW(party == trade_party(codes[i].entity), codes[i].code);
            CHECK_COUNT(arms_dataset_unlisted(f.data), 0);
        }
        fixture_free(&f);
    }
}

/* Residuals are parts of the whole, and no states. */
static void test_residuals(void)
{
    static const char *const residuals[] = {"areas-nes", "other-asia-nes", "bunkers",
                                            "free-zones", "special-categories"};
    for (size_t i = 0; i < sizeof residuals / sizeof *residuals; i++)
        CHECK_ROW(arms_entity_get(trade_party(residuals[i]))->kind ==
                      ARMS_ENTITY_UNKNOWN_PARTY,
                  residuals[i]);
}

/* A code that nobody knows goes by its description; "Congo" alone would be two. */
static void test_unknown_codes(void)
{
    const trade_row rows[] = {{ROW("M", "961", "1"), .name = "Ruritania"},
                              {ROW("M", "962", "2"), .name = "Norway"},
                              {ROW("M", "963", "3"), .name = "Korea"},
                              {ROW("M", "964", "4")},
                              {ROW("M", "965", "5"), .name = "A|B"},
                              {0}};
    fixture f = trade_load(rows);
    CHECK_STRING(f.err.text, "");
    if (CHECK(f.data != NULL) && CHECK_COUNT(arms_dataset_count(f.data), 5)) {
        const char *names[] = {"Ruritania", "Norway", "Korea (963)", "964", "965"};
        for (size_t i = 0; i < 5; i++)
            CHECK_STRING(
                arms_dataset_party_name(f.data, arms_dataset_flow(f.data, i).exporter),
                names[i]);
        CHECK_COUNT(arms_dataset_flow(f.data, 1).exporter, trade_party("NOR"));
        CHECK(fixture_noted(f.data, "4 names are not in the reference table"));
    }
    fixture_free(&f);
}

static void test_latin1(void)
{
    const trade_row rows[] = {{ROW("M", "961", "1"), .name = "R\xFC"
                                                             "ritania"},
                              {0}};
    fixture f = trade_load(rows);
    if (CHECK(f.data != NULL))
        CHECK_STRING(
            arms_dataset_party_name(f.data, arms_dataset_flow(f.data, 0).exporter),
            "Rüritania");
    fixture_free(&f);
}

/* ---- what is refused ---- */

static const struct {
    trade_row rows[3];
    arms_code code;
    size_t line;
    const char *word;
} refusals[] = {
    {{{ROW("M", "792", "5")}, {ROW("M", "792", "5")}},
     ARMS_PARSE,
     3,
     "a second row of Pakistan with Türkiye for 2023 and code 93"},
    {{{ROW("M", "792", "5")}, {ROW("M", "792", "5"), .scheme = "H0"}},
     ARMS_PARSE,
     3,
     "(edition H0)"},
    {{{ROW("M", "0", "5")}, {ROW("M", "0", "5")}},
     ARMS_PARSE,
     3,
     "a second row of Pakistan with World"},
    {{{ROW("M", "792", "5")}, {ROW("M", "156", "5"), .scheme = "S4"}},
     ARMS_LAYOUT,
     3,
     "codes of SITC stand here beside those of HS"},
    {{{ROW("M", "792", "5"), .scheme = "XX"}},
     ARMS_LAYOUT,
     2,
     "\"XX\" is no classification"},
    {{{ROW("M", "TUR", "5")}},
     ARMS_PARSE,
     2,
     "\"TUR\" stands where the code of the partner"},
    {{{ROW("M", "", "5")}}, ARMS_PARSE, 2, "the code of the partner belongs"},
    {{{ROW("M", "792", "5"), .reporter = "-1"}},
     ARMS_PARSE,
     2,
     "the code of the reporter"},
    {{{ROW("M", "79200", "5")}}, ARMS_PARSE, 2, "up to four digits"},
    {{{ROW("M", "792", "5"), .year = "23"}},
     ARMS_PARSE,
     2,
     "\"23\" stands under the year"},
    {{{ROW("M", "792", "n/a")}}, ARMS_PARSE, 2, "\"n/a\" stands under the value"},
    {{{ROW("M", "792", "-5")}}, ARMS_PARSE, 2, "negative"},
    {{{ROW("M", "792", "5"), .code = ""}}, ARMS_PARSE, 2, "no commodity code"},
    {{{ROW("1", "792", "5")}}, ARMS_PARSE, 2, "\"1\" stands under flowCode"},
    {{{ROW("", "792", "5")}}, ARMS_PARSE, 2, "stands under flowCode"},
    {{{ROW("M", "792", "5"), .freq = "20230101"}},
     ARMS_PARSE,
     2,
     "a program shifted the columns"},
};

static void test_refused(void)
{
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        fixture_refused(trade_load(refusals[i].rows), refusals[i].code, refusals[i].line,
                        refusals[i].word);
    }
}

const check_test data_comtrade_tests[] = {
    {"both sides", test_sides},
    {"what the file says of itself", test_about},
    {"widths", test_widths},
    {"columns", test_columns},
    {"what is left out", test_left_out},
    {"nothing left", test_nothing_left},
    {"blanks", test_blanks},
    {"codes", test_codes},
    {"residuals", test_residuals},
    {"unknown codes", test_unknown_codes},
    {"ISO-8859-1", test_latin1},
    {"files that are refused", test_refused},
    {NULL, NULL},
};
