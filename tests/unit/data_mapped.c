/* Any other CSV, read as a mapping says. All figures are invented. */
#include <math.h>

#include <armstrade/load.h>
#include <armstrade/mapping.h>

#include "tests/unit/fixture.h"

typedef struct mapped {
    arms_mapping mapping;
    arms_loaded loaded;
    const arms_dataset *data;
    arms_error err;
} mapped;

/* A mapping of lines "key: value". */
static bool read_mapping(arms_mapping *out, const char *lines, arms_error *err)
{
    *out = (arms_mapping){0};
    return arms_mapping_read(out, check_write("map.txt", arms_text_of(lines)), err) &&
           arms_mapping_check(out, err);
}

static mapped load(const char *lines, const char *text)
{
    mapped m = {0};
    arms_load_options options = {.mapping = &m.mapping};
    if (!CHECK(read_mapping(&m.mapping, lines, &m.err)))
        CHECK_STRING(m.err.text, "");
    else if (arms_load(&m.loaded, check_write("data.csv", arms_text_of(text)), &options,
                       &m.err))
        m.data = m.loaded.items[0];
    return m;
}

/* The same for a text that has `count` rows. */
static bool load_rows(mapped *m, const char *lines, const char *text, size_t count)
{
    *m = load(lines, text);
    return CHECK_STRING(m->err.text, "") && CHECK(m->data != NULL) &&
           CHECK_COUNT(arms_dataset_count(m->data), count);
}

static void unload(mapped *m)
{
    arms_loaded_free(&m->loaded);
    arms_mapping_free(&m->mapping);
}

static arms_flow flow(const mapped *m, size_t index)
{
    return arms_dataset_flow(m->data, index);
}

#define COLUMNS  "year: Jahr\nexporter: =Germany\nimporter: Land\nvalue: Wert\n"
#define LICENCES "measure: thousand EUR\nkind: licence\n"

static const char german[] = "\xEF\xBB\xBFsep=;\n"
                             "Bericht, 2022 und 2023;;;\n"
                             "Art;Land;Jahr;Wert\n"
                             "A;Pakistan;2022;1.234,5\n"
                             "A;\"Turkiye\";2022;12,25\n"
                             "B;Freedonia;2023;0\n"
                             ";;;\n"
                             "B;unknown;2023;..\n";

static void test_load(void)
{
    mapped m;
    if (!load_rows(&m,
                   "# how to read it\n" COLUMNS LICENCES "category: Art\n"
                   "decimal: ,\nvaluation: current\nsource: Ministry of X\n"
                   "release: 2024-05\n"
                   "covers: exporters=Germany; importers=*; years=2022-2023\n",
                   german, 4))
        return;
    const arms_measure *measure = arms_dataset_measure(m.data);
    const arms_about *about = arms_dataset_about(m.data);
    arms_party germany = arms_entity_by_code("DEU");
    CHECK_COUNT(measure->unit, ARMS_UNIT_EUR);
    CHECK(check_same(measure->scale, 1e3));
    CHECK_COUNT(measure->kind, ARMS_KIND_LICENCE);
    CHECK_STRING(measure->valuation, "current");
    CHECK_STRING(about->origin, "Ministry of X");
    CHECK_STRING(about->release, "2024-05");
    CHECK_STRING(about->layout, "mapped");
    CHECK(about->reading.mapped && about->reading.delimiter == ';');
    CHECK_COUNT(about->reading.header_line, 3);
    CHECK(check_same(flow(&m, 0).value, 1234.5) && check_same(flow(&m, 0).low, 1234.5) &&
          check_same(flow(&m, 0).high, 1234.5));
    CHECK_COUNT(flow(&m, 0).line, 4);
    CHECK_COUNT(flow(&m, 0).exporter, germany);
    CHECK_COUNT(flow(&m, 0).importer, arms_entity_by_code("PAK"));
    CHECK_STRING(arms_dataset_category(m.data, flow(&m, 0).category), "A");
    CHECK(check_same(flow(&m, 1).value, 12.25));
    CHECK(check_same(flow(&m, 2).value, 0) && check_same(flow(&m, 2).high, 0));
    CHECK(isnan(flow(&m, 3).value) && isnan(flow(&m, 3).high));
    CHECK_COUNT(flow(&m, 3).importer, arms_entity_by_code("unknown-recipient"));
    CHECK(fixture_noted(m.data, "1 value is missing, the first in line 8"));
    CHECK(fixture_noted(m.data, "\"Freedonia\""));
    CHECK(arms_dataset_covers(m.data, germany, ARMS_ALL, 2022, 0));
    CHECK(!arms_dataset_covers(m.data, germany, ARMS_ALL, 2024, 0));
    unload(&m);
}

/* Excel tells the delimiter in a first line of its own, which may be an unusual one. */
static void test_delimiters(void)
{
    static const char *const files[] = {"sep=:\nJahr:Land:Wert\n2020:Iran:5\n",
                                        "Jahr|Land|Wert\n2020|Iran|5\n",
                                        "Jahr\tLand\tWert\n2020\tIran\t5\n"};
    static const char delimiters[] = ":|\t";
    for (size_t i = 0; i < 3; i++) {
        mapped m = load(COLUMNS LICENCES, files[i]);
        if (CHECK_ROW(m.data != NULL, files[i]))
            CHECK(arms_dataset_about(m.data)->reading.delimiter == delimiters[i] &&
                  check_same(flow(&m, 0).value, 5));
        unload(&m);
    }
}

/* Without a box, nothing is covered; bounds and flags may have columns of their own. */
static void test_bounds(void)
{
    mapped m;
    if (!load_rows(&m,
                   "year: Y\nexporter: \"From, state\"\nimporter: \"=To\"\nvalue: V\n"
                   "low: L\nhigh: H\nflags: F\nmeasure: items\nkind: delivery\n",
                   "Y|From, state|=To|V|L|H|F\n2020|China|Iran|5|4||estimated\n"
                   "2020|China|Iraq|||  |\n2021|China|Iran|7|-|8|\n",
                   3))
        return;
    CHECK(check_same(flow(&m, 0).low, 4) && check_same(flow(&m, 0).high, 5));
    CHECK_COUNT(flow(&m, 0).flags, ARMS_FLAG_ESTIMATED);
    CHECK(isnan(flow(&m, 1).value));
    CHECK(check_same(flow(&m, 2).low, 7) && check_same(flow(&m, 2).high, 8));
    CHECK(fixture_noted(m.data, "nobody said what the file covers"));
    CHECK(!arms_dataset_covers(m.data, flow(&m, 0).exporter, flow(&m, 0).importer, 2020,
                               0));
    unload(&m);
}

static void test_rounded(void)
{
    mapped m;
    if (!load_rows(&m,
                   "year: =2019\nexporter: A\nimporter: B\nvalue: V\nmeasure: USD\n"
                   "kind: order\nrounded: yes\nmissing: none given; ?\ndecimal: .\n",
                   "A,B,V\nChina,Iran,\"1,230\"\nChina,Iraq,0\nChina,India,9.30\n"
                   "China,Egypt,?\nChina,Chad,none given\nChina,Mali,n/a\n",
                   6))
        return;
    CHECK_COUNT(flow(&m, 0).year, 2019);
    CHECK(check_same(flow(&m, 0).low, 1229.5) && check_same(flow(&m, 0).high, 1230.5));
    CHECK(check_same(flow(&m, 1).low, 0) && check_same(flow(&m, 1).high, 0.5));
    CHECK(check_same(flow(&m, 2).low, 9.295) && check_same(flow(&m, 2).high, 9.305));
    for (size_t i = 3; i < 6; i++)
        CHECK(isnan(flow(&m, i).value));
    CHECK(fixture_noted(m.data, "3 values are missing"));
    unload(&m);
}

/* Without a decimal mark the numbers themselves must tell. */
static const struct {
    const char *values; /* of the rows, joined by '|' */
    double first;       /* what the first one is, or NaN: the file is refused */
} marks[] = {
    {"1,234|5", NAN},
    {"1.234|5", NAN},
    {"12.345|1,234", NAN},
    {"1,234|5.5", 1234},
    {"1,234|12.3456", 1234},
    {"1.234|0.5", 1.234},
    {"1.234|1,234,567", 1.234},
    {"1,234|1,234,567", 1234},
    {"1,234|1234.567", 1234},
    {"1,234|0.123", 1234},
    {"1,234.5|1", 1234.5},
    {"1 234|5", 1234},
    {"1'234|5", 1234},
    {"12,5|5", NAN},
    {"1.234,5|5", NAN},
    {"1.234.567|5", NAN},
    {"5|1234", 5},
};

static mapped load_values(const char *more, const char *values)
{
    arms_buffer text = {0}, map = {0};
    arms_text list = arms_text_of(values), value;
    arms_buffer_string(&text, "Y;A;B;V\n");
    while (arms_text_split(&value, &list, '|'))
        arms_buffer_print(&text, "2020;China;Iran;%.*s\n", (int)value.len, value.ptr);
    arms_buffer_print(&map,
                      "year: Y\nexporter: A\nimporter: B\nvalue: V\n"
                      "measure: USD\nkind: order\n%s",
                      more);
    mapped m = load(map.data, text.data);
    arms_buffer_free(&text);
    arms_buffer_free(&map);
    return m;
}

static void test_marks(void)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        mapped m = load_values("", marks[i].values);
        bool refused = isnan(marks[i].first);
        CHECK_ROW((m.data == NULL) == refused, marks[i].values);
        CHECK_ROW(!m.data || check_same(flow(&m, 0).value, marks[i].first),
                  marks[i].values);
        if (refused)
            CHECK_HAS(m.err.text, "--decimal");
        unload(&m);
    }
    mapped m = load_values("", "7|1,234|2.5");
    CHECK(m.data && fixture_noted(m.data, "the first in line 3, as line 4 shows"));
    unload(&m);
}

/* ---- what is refused ---- */

static const struct {
    const char *map, *text;
    arms_code code;
    size_t line;
    const char *part;
} refusals[] = {
    {COLUMNS LICENCES, "Jahr;Land,Wert;x\n2020;Iran;5\n", ARMS_LAYOUT, 1,
     "no column is called \"Land\""},
    {COLUMNS LICENCES, "x\nJahr;land;Wert\n2020;Iran;5\n", ARMS_LAYOUT, 2,
     "\"Jahr\", \"land\", \"Wert\"; did you mean \"land\"?"},
    {COLUMNS LICENCES, "Jahr;Lamd;Wert\n2020;Iran;5\n", ARMS_LAYOUT, 1,
     "did you mean \"Lamd\"?"},
    {COLUMNS LICENCES "delimiter: |\n", "Jahr;Land;Wert\n2020;Iran;5\n", ARMS_LAYOUT, 1,
     "\"Jahr;Land;Wert\""},
    {COLUMNS LICENCES, "Jahr;Land;Wert;Wert\n2020;Iran;5;6\n", ARMS_LAYOUT, 1,
     "two columns are called \"Wert\""},
    {COLUMNS LICENCES, "Jahr;Land;Wert\n2020;Iran\n", ARMS_PARSE, 2, "2 fields"},
    {COLUMNS LICENCES, "Jahr;Land;Wert\n20;Iran;5\n", ARMS_PARSE, 2, "a year"},
    {COLUMNS LICENCES, "Jahr;Land;Wert\n2020;;5\n", ARMS_PARSE, 2, "recipient"},
    {COLUMNS LICENCES, "Jahr;Land;Wert\n2020;Congo;5\n", ARMS_PARSE, 2, "may mean"},
    {COLUMNS LICENCES, "Jahr;Land;Wert\n2020;Iran;-5\n", ARMS_PARSE, 2, "negative"},
    {COLUMNS LICENCES, "Jahr;Land;Wert\n2020;Iran;(5)\n", ARMS_PARSE, 2, "under Wert"},
    {COLUMNS LICENCES,
     "Jahr;Land;Wert\n2020;Iran;\xE2\x82\xAC"
     "5\n",
     ARMS_PARSE, 2, "words for missing values"},
    {COLUMNS LICENCES "decimal: ,\n", "Jahr;Land;Wert\n2020;Iran;5.25\n", ARMS_PARSE, 2,
     "the point (--decimal .)"},
    {COLUMNS LICENCES "low: L\n", "Jahr;Land;Wert;L\n2020;Iran;5;6\n", ARMS_PARSE, 2,
     "between low and high"},
    {COLUMNS LICENCES "low: L\n", "Jahr;Land;Wert;L\n2020;Iran;;6\n", ARMS_PARSE, 2,
     "between low and high"},
    {COLUMNS LICENCES "flags: F\n", "Jahr;Land;Wert;F\n2020;Iran;5;est\n", ARMS_PARSE, 2,
     "\"est\" is no flag"},
};

static void test_refusals(void)
{
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        mapped m = load(refusals[i].map, refusals[i].text);
        CHECK_ROW(!m.data, refusals[i].text);
        CHECK_ROW(m.err.code == refusals[i].code, refusals[i].text);
        CHECK_ROW(m.err.line == refusals[i].line, refusals[i].text);
        CHECK_HAS(m.err.text, refusals[i].part);
        unload(&m);
    }
}

static const char table[] = "Recipient,2021,2022,2021-2022,Percentage\n"
                            "Pakistan,69,0 ,69,58%\nTanzania,,50,50,42%\n"
                            "Total world import,69,50,119,100%\n";

/* A SIPRI table whose first lines are lost is read on a person's word. */
static void test_lost_lines(void)
{
    mapped m = load("measure: million TIV\n", table);
    CHECK_STRING(m.err.text, "");
    if (CHECK(m.data != NULL)) {
        CHECK_STRING(arms_dataset_about(m.data)->layout, "sipri-tiv-table");
        CHECK_STRING(arms_dataset_about(m.data)->release, "");
        CHECK(arms_dataset_about(m.data)->reading.mapped);
        CHECK(check_same(flow(&m, 0).value, 69) && check_same(flow(&m, 0).high, 69.5));
        CHECK(fixture_noted(m.data, "its unit was said by whoever asked"));
    }
    unload(&m);
    static const char *const others[] = {"measure: million USD\n", "delimiter: ,\n",
                                         "measure: million TIV\nkind: order\n",
                                         COLUMNS LICENCES};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        m = load(others[i], table);
        CHECK_ROW(!m.data && m.err.code == ARMS_LAYOUT, others[i]);
        unload(&m);
    }
}

static const char canonical[] = "year;exporter;importer;category;measure;value\n"
                                "2020;China;Iran;;USD;5\n";

/* A mapping makes no other thing of a file that is known; a delimiter alone may open
 * one. */
static void test_known_layouts(void)
{
    mapped m = load("delimiter: ;\n", canonical);
    CHECK(m.data && arms_dataset_about(m.data)->reading.mapped);
    unload(&m);
    m = load("delimiter: ;\n", "year;exporter;importer;category;measure;value\n"
                               "2020;China;Iran;;USD;1,234\n");
    CHECK(!m.data);
    CHECK_HAS(m.err.text, "decimal comma or not");
    unload(&m);
    m = load("measure: USD\n", canonical);
    CHECK(!m.data && m.err.code == ARMS_LAYOUT);
    unload(&m);
    m = load(
        "year: year\nexporter: importer\nimporter: exporter\nvalue: value\n" LICENCES,
        "year,exporter,importer,category,measure,value\n2020,China,Iran,,USD,5\n");
    if (CHECK(m.data != NULL)) {
        CHECK_STRING(arms_dataset_about(m.data)->layout, "canonical");
        CHECK(!arms_dataset_about(m.data)->reading.mapped);
        CHECK_COUNT(flow(&m, 0).exporter, arms_entity_by_code("CHN"));
    }
    unload(&m);
}

const check_test data_mapped_tests[] = {
    {"a mapped file", test_load},
    {"delimiters", test_delimiters},
    {"bounds and flags", test_bounds},
    {"rounded and missing", test_rounded},
    {"decimal marks", test_marks},
    {"mapped files refused", test_refusals},
    {"lost lines", test_lost_lines},
    {"known layouts", test_known_layouts},
    {NULL, NULL},
};
