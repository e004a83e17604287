/* UN Comtrade's downloads until 2022. All figures are invented. */
#include <stdio.h>

#include "tests/unit/fixture.h"

static const char header[] =
    "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow "
    "Code,"
    "Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd "
    "Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of "
    "Transport "
    "Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty "
    "Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value "
    "(US$),CIF "
    "Trade Value (US$),FOB Trade Value (US$),Flag";

/* What differs from one row to another. */
typedef struct row {
    const char *flow, *partner, *value;
    const char *period; /* NULL: 2013 */
    const char *split;  /* NULL: ",,,,,,": from 2nd Partner Code on */
    const char *code;   /* NULL: 93 */
} row;

#define ROW(f, p, v) .flow = (f), .partner = (p), .value = (v)

static void put(arms_buffer *out, const row *r)
{
    arms_buffer_print(out, "H4,2013,%s,2013,2,0,%s,Flow,586,Pakistan,PAK,%s,",
                      r->period ? r->period : "2013", r->flow, r->partner);
    arms_buffer_print(out,
                      "\"Name, or none\",,%s,%s,\"Arms; all // kinds, of them\",1,No "
                      "Quantity,,,90,,101,,%s,,,4\r\n",
                      r->split ? r->split : ",,,,,,", r->code ? r->code : "93", r->value);
}

static fixture load(const row *rows)
{
    arms_buffer text = {0};
    arms_buffer_print(&text, "%s\r\n", header);
    for (; rows->flow; rows++)
        put(&text, rows);
    return fixture_load_buffer(&text);
}

static void test_rows(void)
{
    const row rows[] = {{ROW("1", "0", "30")},
                        {ROW("1", "842", "30")},
                        {ROW("2", "0", "7"), .code = "0101"},
                        {0}};
    fixture f = load(rows);
    CHECK_STRING(f.err.text, "");
    if (!CHECK(f.data != NULL) || !CHECK_COUNT(f.loaded.count, 2) ||
        !CHECK_COUNT(arms_dataset_count(f.data), 2))
        return;
    arms_party pakistan = arms_entity_by_code("PAK"), world = arms_entity_world();
    arms_flow flow = arms_dataset_flow(f.data, 1);
    CHECK_COUNT(flow.exporter, arms_entity_by_code("USA"));
    CHECK_COUNT(flow.importer, pakistan);
    CHECK_COUNT(flow.year, 2013);
    CHECK_COUNT(flow.line, 3);
    CHECK(check_same(flow.value, 30));
    CHECK(arms_dataset_covers(f.data, ARMS_ALL, pakistan, 2013, flow.category));
    CHECK_STRING(arms_dataset_about(f.data)->layout, "comtrade-legacy");
    CHECK_STRING(arms_dataset_about(f.data)->classification, "HS");
    CHECK_STRING(arms_dataset_measure(f.data)->valuation, "as reported");
    CHECK_COUNT(arms_dataset_about(f.data)->reported_by, ARMS_REPORTED_BY_IMPORTERS);
    const arms_dataset *exports = f.loaded.items[1];
    CHECK_COUNT(arms_dataset_about(exports)->reported_by, ARMS_REPORTED_BY_EXPORTERS);
    CHECK_COUNT(arms_dataset_flow(exports, 0).exporter, pakistan);
    CHECK_COUNT(arms_dataset_flow(exports, 0).importer, world);
    CHECK_STRING(arms_dataset_category(exports, 1), "0101");
    CHECK(arms_dataset_covers(exports, pakistan, world, 2013, 1));
    fixture_free(&f);
}

typedef struct left_out {
    row row;
    const char *why;
} left_out;

static const left_out others[] = {
    {{ROW("3", "792", "1")}, "re-exports, which the exports hold already"},
    {{ROW("4", "792", "1")}, "re-imports, which the imports hold already"},
    {{ROW("1", "792", "1"), .period = "201301"}, "monthly figures"},
    {{ROW("1", "792", "1"), .split = "156,China,CHN,,,,"},
     "whose total is not in the file"},
    {{ROW("1", "792", "1"), .split = ",,,C01,x,,"}, "whose total is not in the file"},
    {{ROW("1", "156", "1"), .split = ",,,,,1000,Air"}, "of rows that are here as well"},
    {{ROW("1", "97", "1")}, "sums over groups of partners"},
};

static void test_left_out(void)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const row rows[] = {others[i].row,
                            {ROW("1", "0", "8"), .split = "0,World,WLD,C00,All,0,All"},
                            {ROW("1", "156", "8")},
                            {0}};
        fixture f = load(rows);
        CHECK_STRING(f.err.text, "");
        if (CHECK_ROW(f.data != NULL, others[i].why)) {
            const arms_reading *reading = &arms_dataset_about(f.data)->reading;
            CHECK_COUNT(arms_dataset_count(f.data), 2);
            if (CHECK_COUNT(reading->skip_count, 1))
                CHECK_HAS(reading->skips[0].why, others[i].why);
        }
        fixture_free(&f);
    }
}

/* Bulk files had no columns for second partners, procedures, transport, CIF and FOB. */
static void see_bulk(const fixture *f)
{
    if (CHECK_COUNT(arms_dataset_count(f->data), 1)) {
        CHECK_COUNT(arms_dataset_flow(f->data, 0).exporter, arms_entity_by_code("TUR"));
        CHECK(check_same(arms_dataset_flow(f->data, 0).value, 12));
    }
}

static void test_bulk(void)
{
    fixture_see(
        fixture_load(
            "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade "
            "Flow "
            "Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner "
            "Code,Partner,Partner "
            "ISO,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Netweight "
            "(kg),Trade "
            "Value "
            "(US$),Flag\n"
            "H4,2013,2013,2013,2,0,1,Imports,586,Pakistan,PAK,792,Turkey,TUR,93,\"Arms, "
            "all\",1,No Quantity,,,12,0\n"),
        see_bulk);
}

static void test_refused(void)
{
    static const struct {
        row row;
        const char *word;
    } refusals[] = {
        {{ROW("5", "792", "1")}, "\"5\" stands under Trade Flow Code"},
        {{ROW("Import", "792", "1")}, "stands under Trade Flow Code"},
        {{ROW("1", "TUR", "1")}, "the code of the partner"},
        {{ROW("1", "792", "1e6")}, "\"1e6\" stands under the value"},
        {{ROW("1", "792", "1,more")}, "36 fields stand here where the header has 35"},
        {{ROW("3", "792", "1")}, "no row is a year's total"},
    };
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const row rows[] = {refusals[i].row, {0}};
        fixture f = load(rows);
        CHECK_ROW(!f.done, refusals[i].word);
        CHECK_COUNT(f.err.code, ARMS_PARSE);
        CHECK_HAS(f.err.text, refusals[i].word);
        fixture_free(&f);
    }
}

const check_test data_comtrade_legacy_tests[] = {
    {"rows", test_rows},
    {"what is left out", test_left_out},
    {"bulk files", test_bulk},
    {"files that are refused", test_refused},
    {NULL, NULL},
};
