/* The World Bank's download of SIPRI's arms transfers. All figures are invented but
 * Pakistan's of 2023, which is SIPRI's of March 2025 as the World Bank prints it. */
#include <stdio.h>

#include "tests/unit/fixture.h"

#define IMPORTS "\"Arms imports (SIPRI trend indicator values)\",\"MS.MIL.MPRT.KD\","
#define EXPORTS "\"Arms exports (SIPRI trend indicator values)\",\"MS.MIL.XPRT.KD\","

static const char preamble[] = "\xEF\xBB\xBF\"Data Source\",\"World Development "
                               "Indicators\",\n\n"
                               "\"Last Updated Date\",\"2026-04-08\",\n\n";

static const char header[] = "\"Country Name\",\"Country Code\",\"Indicator Name\","
                             "\"Indicator Code\",\"2022\",\"2023\",\"2024\",\"2025\",\n";

static fixture load_below(const char *above, const char *head, const char *rows)
{
    arms_buffer text = {0};
    arms_buffer_string(&text, above);
    arms_buffer_string(&text, head);
    arms_buffer_string(&text, rows);
    return fixture_load_buffer(&text);
}

/* Line 5 is the header. */
static fixture load_wdi(const char *rows)
{
    return load_below(preamble, header, rows);
}

static const char imports[] =
    "\"Aruba\",\"ABW\"," IMPORTS "\"\",\"\",\"\",\"\",\n"
    "\"Africa Eastern and Southern\",\"AFE\"," IMPORTS "\"9000000\",\"\",\"\",\"\",\n"
    "\"Pakistan\",\"PAK\"," IMPORTS "\"0\",\"2393000000\",\"\",\"\",\n"
    "\"Turkiye\",\"TUR\"," IMPORTS "\"7000000\",\"\",\"5000000\",\"\",\n"
    "\"World\",\"WLD\"," IMPORTS "\"28000000000\",\"29000000000\",\"27000000000\",\"\",\n"
    "\"Small states\",\"SST\"," IMPORTS "\"\",\"\",\"1000000\",\"\",\n";

static void check_flow(const fixture *f, size_t index, arms_party importer, int year,
                       double value)
{
    arms_flow flow = arms_dataset_flow(f->data, index);
    CHECK_COUNT(flow.exporter, arms_entity_world());
    CHECK_COUNT(flow.importer, importer);
    CHECK_COUNT(flow.year, year);
    CHECK(check_same(flow.value, value) && check_same(flow.high, value + 0.5) &&
          check_same(flow.low, value > 0 ? value - 0.5 : 0));
}

/* Dollars at first sight, millions of TIV in truth. */
static void test_imports(void)
{
    fixture f = load_wdi(imports);
    arms_party pakistan = arms_entity_by_code("PAK"),
               turkiye = arms_entity_by_code("TUR");
    CHECK_STRING(f.err.text, "");
    if (!CHECK(f.data != NULL) || !CHECK_COUNT(f.loaded.count, 1) ||
        !CHECK_COUNT(arms_dataset_count(f.data), 4))
        return;
    check_flow(&f, 0, pakistan, 2022, 0); /* rounds to zero */
    check_flow(&f, 1, pakistan, 2023, 2393);
    check_flow(&f, 2, turkiye, 2022, 7);
    check_flow(&f, 3, turkiye, 2024, 5);
    CHECK_COUNT(arms_dataset_flow(f.data, 0).line, 8);
    CHECK_COUNT(arms_dataset_flow(f.data, 3).line, 9);
    CHECK_COUNT(arms_dataset_measure(f.data)->unit, ARMS_UNIT_TIV);
    CHECK(check_same(arms_dataset_measure(f.data)->scale, 1e6));
    CHECK_COUNT(arms_dataset_unlisted(f.data), 0);
    fixture_free(&f);
}

static void see_exports(const fixture *f)
{
    arms_party china = arms_entity_by_code("CHN"), world = arms_entity_world();
    if (!CHECK_COUNT(arms_dataset_count(f->data), 2))
        return;
    CHECK_COUNT(arms_dataset_flow(f->data, 1).exporter, china);
    CHECK_COUNT(arms_dataset_flow(f->data, 1).importer, world);
    CHECK(check_same(arms_dataset_flow(f->data, 1).value, 3));
    CHECK(arms_dataset_covers(f->data, china, world, 2024, 0));
    CHECK(!arms_dataset_covers(f->data, china, world, 2023, 0));
    CHECK(!arms_dataset_covers(f->data, world, china, 2024, 0));
    CHECK(!fixture_noted(f->data, "World"));
}

static void test_exports(void)
{
    fixture_see(load_wdi("\"China\",\"CHN\"," EXPORTS "\"1\",\"\",\"3000000\",\"\",\n"),
                see_exports);
}

/* An empty cell is "none" or "no data": nobody knows which. */
static void see_coverage(const fixture *f)
{
    const arms_box *boxes;
    arms_party world = arms_entity_world(), pakistan = arms_entity_by_code("PAK"),
               turkiye = arms_entity_by_code("TUR");
    CHECK_COUNT(arms_dataset_boxes(f->data, &boxes), 3);
    CHECK(arms_dataset_covers(f->data, world, pakistan, 2022, 0));
    CHECK(arms_dataset_covers(f->data, world, pakistan, 2023, 0));
    CHECK(!arms_dataset_covers(f->data, world, pakistan, 2024, 0));
    CHECK(!arms_dataset_covers(f->data, world, turkiye, 2023, 0));
    CHECK(arms_dataset_covers(f->data, world, turkiye, 2024, 0));
    CHECK(!arms_dataset_covers(f->data, world, world, 2024, 0));
    CHECK(!arms_dataset_covers(f->data, world, ARMS_ALL, 2022, 0));
    CHECK(!arms_dataset_covers(f->data, world, arms_entity_by_code("ABW"), 2022, 0));
    CHECK(!arms_dataset_has(f->data, arms_entity_by_code("ABW")));
}

static void test_coverage(void)
{
    fixture_see(load_wdi(imports), see_coverage);
}

/* In April 2026 the World Bank still had SIPRI's release of March 2025: figures end with
 * 2024. */
static void see_about(const fixture *f)
{
    CHECK_STRING(arms_dataset_about(f->data)->layout, "world-bank-wdi");
    CHECK_STRING(arms_dataset_about(f->data)->publisher, "World Bank");
    CHECK_STRING(arms_dataset_about(f->data)->generated, "2026-04-08");
    CHECK_STRING(arms_dataset_about(f->data)->release, "2025-03");
    CHECK_HAS(arms_dataset_about(f->data)->origin, "World Development Indicators");
    CHECK(fixture_noted(f->data, "3 rows are left out: sums of other rows (regions"));
    CHECK(fixture_noted(f->data, "is not SIPRI's"));
    CHECK(!fixture_noted(f->data, "date of this copy"));
}

static void test_about(void)
{
    fixture_see(load_wdi(imports), see_about);
}

typedef struct vintage {
    const char *above, *generated, *release, *note;
} vintage;

static const vintage vintages[] = {
    {"", "", "", "the lines above the header are missing"},
    {"\"Data Source\",\"WDI\",\n\n", "", "", "hold no date"},
    {"\"Last Updated Date\",\"4/8/2026\",\n", "", "", "hold no date"},
    {"\"Last Updated Date\",\"2026-13-08\",\n", "", "", "hold no date"},
    {"\"Last Updated Date\",\"2026-04-00\",\n", "", "", "hold no date"},
    {"\"Last Updated Date\",\"2026-0x-08\",\n", "", "", "hold no date"},
    {"\"Last Updated Date\",\"2026/04/08\",\n", "", "", "hold no date"},
    {"Last Updated Date,2025-07-01,,,,,,\n", "2025-07-01", "2025-03", NULL},
    {"Last Updated Date,2024-07-01\n", "2024-07-01", "", NULL}, /* before its figures */
};

static void test_vintages(void)
{
    for (size_t i = 0; i < sizeof vintages / sizeof *vintages; i++) {
        const vintage *v = &vintages[i];
        fixture f = load_below(v->above, header, imports);
        if (CHECK_ROW(f.data != NULL, v->above)) {
            CHECK_STRING(arms_dataset_about(f.data)->generated, v->generated);
            CHECK_STRING(arms_dataset_about(f.data)->release, v->release);
            CHECK_ROW(fixture_noted(f.data, v->note ? v->note : "date of this copy") ==
                          (v->note != NULL),
                      v->above);
        }
        fixture_free(&f);
    }
}

/* A file without any figure, or one that runs ahead of the releases that are known. */
static void test_no_release(void)
{
    static const char *const rows[] = {
        "\"Aruba\",\"ABW\"," IMPORTS "\"\",\"\",\"\",\"\",\n",
        "\"Aruba\",\"ABW\"," IMPORTS "\"\",\"\",\"\",\"1000000\",\n",
    };
    const char *head = "\"Country Name\",\"Country Code\",\"Indicator Name\","
                       "\"Indicator Code\",\"2022\",\"2023\",\"2024\",\"2198\",\n";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture f = load_below(preamble, head, rows[i]);
        if (CHECK_ROW(f.data != NULL, rows[i]))
            CHECK_STRING(arms_dataset_about(f.data)->release, "");
        fixture_free(&f);
    }
}

typedef struct spelling {
    const char *name, *code;
    const char *entity; /* its code in the reference table; NULL for an unlisted name */
} spelling;

static const spelling spellings[] = {
    {"Turkiye", "TUR", "TUR"},
    {"Turkey", "TUR", "TUR"},
    {"Congo", "COG", "COG"}, /* the code decides */
    {"Korea, Dem. People\xE2\x80\x99s Rep.", "PRK", "PRK"},
    {"Korea, Rep.", "KOR", "KOR"},
    {"Congo, Dem. Rep.", "COD", "COD"},
    {"Congo, Rep.", "COG", "COG"},
    {"Kosovo", "XKX", "kosovo"},
    {"Iran, Islamic Rep.", "", "IRN"}, /* edited: no code */
    {"Somewhere new", "SWN", NULL},
};

static void test_names(void)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        const spelling *s = &spellings[i];
        char rows[200];
        (void)snprintf(rows, sizeof rows, "\"%s\",\"%s\"," IMPORTS "%s", s->name, s->code,
                       "\"1000000\",\"\",\"\",\"\",\n");
        fixture f = load_wdi(rows);
        if (CHECK_ROW(f.data != NULL, s->name)) {
            arms_party party = arms_dataset_flow(f.data, 0).importer;
            CHECK_ROW(s->entity ? party == arms_entity_by_code(s->entity)
                                : party > arms_entity_count(),
                      s->name);
            CHECK_ROW(arms_dataset_covers(f.data, arms_entity_world(), party, 2022, 0),
                      s->name);
        }
        fixture_free(&f);
    }
}

/* One dataset; neither World is a total of SIPRI's. */
static void see_both_indicators(const fixture *f)
{
    if (!CHECK_COUNT(arms_dataset_count(f->data), 2))
        return;
    CHECK_COUNT(arms_dataset_flow(f->data, 0).importer, arms_entity_by_code("CHN"));
    CHECK_COUNT(arms_dataset_flow(f->data, 1).exporter, arms_entity_by_code("CHN"));
    CHECK(fixture_noted(f->data, "2 rows are left out: sums of other rows (regions"));
}

static void test_both_indicators(void)
{
    fixture_see(load_wdi("\"World\",\"WLD\"," IMPORTS "\"28000000000\",\"\",\"\",\"\",\n"
                         "\"World\",\"WLD\"," EXPORTS
                         "\"28001000000\",\"29000000000\",\"\",\"\",\n"
                         "\"China\",\"CHN\"," IMPORTS "\"3000000\",\"\",\"\",\"\",\n"
                         "\"China\",\"CHN\"," EXPORTS "\"4000000\",\"\",\"\",\"\",\n"),
                see_both_indicators);
}

typedef struct printed {
    const char *cell;
    double low, value, high;
} printed;

/* Copies that were edited are taken as precisely as they are printed. */
static const printed cells[] = {
    {"2393000000", 2392.5, 2393, 2393.5},
    {"2393000000.0", 2392.5, 2393, 2393.5},
    {"2400000000", 2399.5, 2400, 2400.5},
    {"2392650000", 2392.645, 2392.65, 2392.655},
    {"2392500000", 2392.45, 2392.5, 2392.55},
    {"0", 0, 0, 0.5},
    {"0.0", 0, 0, 0.5},
    {"1", 0.0000005, 0.000001, 0.0000015},
};

static void test_precision(void)
{
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        char rows[200];
        (void)snprintf(rows, sizeof rows, "\"Pakistan\",\"PAK\"," IMPORTS "\"%s\",%s",
                       cells[i].cell, "\"..\",\"\",\"\",\n");
        fixture f = load_wdi(rows);
        if (CHECK_ROW(f.data != NULL, cells[i].cell) &&
            CHECK_COUNT(arms_dataset_count(f.data), 1)) {
            arms_flow flow = arms_dataset_flow(f.data, 0);
            CHECK_ROW(check_same(flow.value, cells[i].value), cells[i].cell);
            CHECK_ROW(check_same(flow.low, cells[i].low), cells[i].cell);
            CHECK_ROW(check_same(flow.high, cells[i].high), cells[i].cell);
        }
        fixture_free(&f);
    }
}

/* What follows the years is not read. */
static void see_other_columns(const fixture *f)
{
    if (CHECK_COUNT(arms_dataset_count(f->data), 2)) {
        const arms_box *boxes;
        CHECK_COUNT(arms_dataset_flow(f->data, 1).year, 2024);
        CHECK_COUNT(arms_dataset_boxes(f->data, &boxes), 2);
        CHECK(fixture_noted(f->data, "\"Unnamed: 7\" is no year"));
        CHECK(fixture_noted(f->data, "not every year has a column"));
    }
}

static void test_other_columns(void)
{
    fixture_see(load_below("",
                           "Country Name,Country Code,Indicator Name,Indicator Code,"
                           "2022,2024,2022-2024,Unnamed: 7\n",
                           "Pakistan,PAK,x,MS.MIL.MPRT.KD,1000000,2000000,9,9\n"),
                see_other_columns);
}

typedef struct refusal {
    const char *rows;
    arms_code code;
    size_t line;
    const char *word;
} refusal;

static const refusal refusals[] = {
    {"\"Aruba\",\"ABW\",\"Military expenditure (% of GDP)\",\"MS.MIL.XPND.GD.ZS\","
     "\"\",\"\",\"\",\"\",\n",
     ARMS_LAYOUT, 6, "\"MS.MIL.XPND.GD.ZS\" is not about arms transfers"},
    {"\"Aruba\",\"ABW\"," IMPORTS "\"\",\"\",\"\",\"\",\n"
     "\"India\",\"IND\"," IMPORTS "\"\",\"n/a\",\"\",\"\",\n",
     ARMS_PARSE, 7, "\"n/a\" stands under 2023"},
    {"\"India\",\"IND\"," IMPORTS "\"-1000000\",\"\",\"\",\"\",\n", ARMS_PARSE, 6,
     "negative"},
    {"\"India\",\"IND\"," IMPORTS "\"1000000\",\n", ARMS_PARSE, 6, "fields stand here"},
    {"\"India\",\"IND\"," IMPORTS "\"\",\"\",\"\",\"\",\"3\",\n", ARMS_PARSE, 6,
     "9 fields"},
    {"\"India\",\"IND\"," IMPORTS "\"\",\"\",\"\",\"\",\n"
     "\"India\",\"IND\"," IMPORTS "\"\",\"\",\"\",\"\",\n",
     ARMS_PARSE, 7, "second row of MS.MIL.MPRT.KD"},
    {"\"\",\"\"," IMPORTS "\"1\",\"\",\"\",\"\",\n", ARMS_PARSE, 6, "a country belongs"},
    {"\"*\",\"\"," IMPORTS "\"1\",\"\",\"\",\"\",\n", ARMS_PARSE, 6, "a country belongs"},
    {"\"India|World\",\"\"," IMPORTS "\"1\",\"\",\"\",\"\",\n", ARMS_PARSE, 6,
     "a country belongs"},
    {"", ARMS_PARSE, 5, "no rows below the header"},
};

static void test_refused(void)
{
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        fixture_refused(load_wdi(refusals[i].rows), refusals[i].code, refusals[i].line,
                        refusals[i].word);
    }
}

static void check_header(const char *head, const char *word)
{
    fixture f = load_below("", head, "Aruba,ABW,x,MS.MIL.MPRT.KD,1,1\n");
    CHECK_ROW(!f.done, head);
    CHECK_COUNT(f.err.code, ARMS_LAYOUT);
    CHECK_HAS(f.err.text, word);
    fixture_free(&f);
}

/* The two other files of the same download, and headers that somebody changed. */
static void test_headers(void)
{
    check_header("\"Country Code\",\"Region\",\"IncomeGroup\",\"SpecialNotes\","
                 "\"TableName\",\n",
                 "no layout that is known");
    check_header("\"INDICATOR_CODE\",\"INDICATOR_NAME\",\"SOURCE_NOTE\",\n",
                 "no layout that is known");
    check_header("Country Name,Country Code,Indicator Name,Indicator Code\n",
                 "no layout that is known");
    check_header("Country Name,Country Code,Indicator Name,Indicator Code,Year,Value\n",
                 "no layout that is known");
    check_header("Country Name,Country Code,Indicator Name,Indicator Code,2023,2022\n",
                 "2022 stands behind 2023");
}

const check_test data_wdi_tests[] = {
    {"imports", test_imports},
    {"exports", test_exports},
    {"coverage", test_coverage},
    {"what the file says of itself", test_about},
    {"vintages", test_vintages},
    {"no release", test_no_release},
    {"names", test_names},
    {"both indicators", test_both_indicators},
    {"precision", test_precision},
    {"other columns", test_other_columns},
    {"files that are refused", test_refused},
    {"headers", test_headers},
    {NULL, NULL},
};
