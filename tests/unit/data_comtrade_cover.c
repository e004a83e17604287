/* UN Comtrade's downloads since 2022: valuation, and what a file covers. All figures are
 * invented. */
#include <math.h>
#include <stdio.h>

#include "tests/unit/trade.h"

/* ---- valuation ---- */

static const struct {
    const char *flow, *value, *cif, *fob, *valuation;
} valuations[] = {
    {"M", "5", "5", "", "CIF"},        {"M", "5", "5", "4", "CIF"},
    {"M", "4", "5", "4", "FOB"},       {"M", "4", "", "4", "FOB"},
    {"M", "5", "", "", "as reported"}, {"M", "5", "6", "4", "as reported"},
    {"M", "5", "5.00", "", "CIF"},     {"M", "5", "5", "5", "CIF"},
    {"X", "5", "", "5", "FOB"},        {"X", "5", "5", "5", "FOB"},
    {"X", "5", "5", "", "CIF"},        {"X", "5", "", "", "as reported"},
    {"M", "0", "0", "", "CIF"},        {"M", "0", "", "", "as reported"},
};

static void test_valuation(void)
{
    for (size_t i = 0; i < sizeof valuations / sizeof *valuations; i++) {
        const trade_row rows[] = {{ROW(valuations[i].flow, "792", valuations[i].value),
                                   .cif = valuations[i].cif, .fob = valuations[i].fob},
                                  {0}};
        fixture f = trade_load(rows);
        if (CHECK(f.data != NULL))
            CHECK_STRING(arms_dataset_measure(f.data)->valuation,
                         valuations[i].valuation);
        fixture_free(&f);
    }
}

/* Two valuations are never one dataset; a row that leaves it open follows the others. */
static void test_valuations_apart(void)
{
    const trade_row rows[] = {{ROW("M", "0", "9"), .cif = "", .fob = "9"},
                              {ROW("M", "792", "4"), .cif = "4", .fob = "4"},
                              {ROW("M", "156", "5"), .cif = "", .fob = ""},
                              {ROW("M", "842", "0"), .cif = "", .fob = ""},
                              {0}};
    fixture f = trade_load(rows);
    if (!CHECK(f.data != NULL) || !CHECK_COUNT(f.loaded.count, 2))
        return;
    CHECK_STRING(arms_dataset_measure(f.data)->valuation, "FOB");
    CHECK_COUNT(arms_dataset_count(f.data), 2);
    CHECK_STRING(arms_dataset_measure(f.loaded.items[1])->valuation, "as reported");
    CHECK_COUNT(arms_dataset_count(f.loaded.items[1]), 2);
    CHECK(fixture_noted(f.data, "1 reporter, the first Pakistan, prints some values"));
    CHECK(!trade_covers(&f, NULL, "PAK", 2023));
    CHECK(trade_covers(&f, "TUR", "PAK", 2023));
    CHECK(!trade_covers(&f, "CHN", "PAK", 2023));
    fixture_free(&f);
}

/* ---- coverage ---- */

static void test_whole(void)
{
    const trade_row rows[] = {
        {ROW("M", "0", "30"), .year = "2021"},
        {ROW("M", "792", "30"), .year = "2021"},
        {ROW("M", "0", "30"), .year = "2022"},
        {ROW("M", "792", "20.4"), .year = "2022"},
        {ROW("M", "156", "9.6"), .year = "2022"},
        {ROW("M", "0", "7"), .year = "2024"},
        {ROW("M", "792", "7"), .year = "2024"},
        {ROW("M", "0", "2"), .year = "2022", .code = "9301"},
        {ROW("X", "0", "5"), .year = "2022"},
        {0},
    };
    fixture f = trade_load(rows);
    const arms_box *boxes;
    if (!CHECK(f.data != NULL) || !CHECK_COUNT(f.loaded.count, 2))
        return;
    CHECK_COUNT(arms_dataset_boxes(f.data, &boxes), 5);
    CHECK(trade_covers(&f, NULL, "PAK", 2021) && trade_covers(&f, NULL, "PAK", 2022) &&
          trade_covers(&f, NULL, "PAK", 2024));
    CHECK(!trade_covers(&f, NULL, "PAK", 2023));
    CHECK(trade_covers(&f, "world", "PAK", 2022) && trade_covers(&f, "FRA", "PAK", 2021));
    CHECK(!trade_covers(&f, NULL, "IND", 2022) && !trade_covers(&f, "PAK", NULL, 2022));
    CHECK(!arms_dataset_covers(f.data, ARMS_ALL, trade_party("PAK"), 2022,
                               trade_category(&f, "9301")));
    CHECK(arms_dataset_covers(f.data, arms_entity_world(), trade_party("PAK"), 2022,
                              trade_category(&f, "9301")));
    CHECK(!arms_dataset_covers(f.data, ARMS_ALL, trade_party("PAK"), 2022, 0));
    const arms_dataset *exports = f.loaded.items[1];
    CHECK_COUNT(arms_dataset_boxes(exports, &boxes), 1);
    CHECK(arms_dataset_covers(exports, trade_party("PAK"), arms_entity_world(), 2022, 1));
    CHECK(!arms_dataset_covers(exports, trade_party("PAK"), trade_party("TUR"), 2022, 1));
    fixture_free(&f);
}

/* What partners add up to decides, to half a dollar for each printed value. */
static const struct {
    const char *world, *first, *second;
    bool whole;
} sums[] = {
    {"30", "20", "10", true},
    {"31", "20", "10", true},
    {"31.5", "20", "10", true},
    {"32", "20", "10", false},
    {"28.4", "20", "10", false},
    {"29", "20", "10", true},
    {"1000000", "600000", "399998.6", true},
    {"1000000", "600000", "399997", false},
    {"1000000", "600000", "", false},
};

static void test_sums(void)
{
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        const trade_row rows[] = {{ROW("M", "792", sums[i].first)},
                                  {ROW("M", "0", sums[i].world)},
                                  {ROW("M", "156", sums[i].second)},
                                  {0}};
        fixture f = trade_load(rows);
        if (!CHECK_ROW(f.data != NULL, sums[i].world))
            continue;
        CHECK_ROW(trade_covers(&f, NULL, "PAK", 2023) == sums[i].whole, sums[i].world);
        CHECK_ROW(trade_covers(&f, "FRA", "PAK", 2023) == sums[i].whole, sums[i].world);
        CHECK(trade_covers(&f, "world", "PAK", 2023) &&
              trade_covers(&f, "TUR", "PAK", 2023));
        fixture_free(&f);
    }
}

static void test_gaps(void)
{
    const trade_row rows[] = {{ROW("M", "0", "1000"), .year = "2022"},
                              {ROW("M", "792", "900"), .year = "2022"},
                              {ROW("M", "0", "2000"), .year = "2023"},
                              {ROW("M", "792", "1500"), .year = "2023"},
                              {ROW("M", "0", "500"), .code = "9301"},
                              {ROW("M", "792", "510"), .code = "9301"},
                              {ROW("M", "0", "10"), .year = "2021"},
                              {0}};
    fixture f = trade_load(rows);
    if (!CHECK(f.data != NULL))
        return;
    CHECK(
        fixture_noted(f.data, "of 4 totals of a reporter, code and year, 2 exceed what"));
    CHECK(fixture_noted(f.data,
                        "most in the imports of Pakistan, code 93, 2023: by 500 of "
                        "2000 US$, 25.0 %"));
    CHECK(fixture_noted(f.data, "in 1 of 4 totals"));
    CHECK(!fixture_noted(f.data, "no World row"));
    fixture_free(&f);
}

/* Without the World row nothing tells whether these are all. */
static void test_pair(void)
{
    const trade_row rows[] = {
        {ROW("M", "792", "5"), .year = "2022"}, {ROW("M", "792", "6")}, {0}};
    fixture f = trade_load(rows);
    const arms_box *boxes;
    if (!CHECK(f.data != NULL))
        return;
    CHECK_COUNT(arms_dataset_boxes(f.data, &boxes), 1);
    CHECK(trade_covers(&f, "TUR", "PAK", 2022) && trade_covers(&f, "TUR", "PAK", 2023));
    CHECK(!trade_covers(&f, NULL, "PAK", 2023) && !trade_covers(&f, "CHN", "PAK", 2023) &&
          !trade_covers(&f, "world", "PAK", 2023));
    CHECK(fixture_noted(f.data,
                        "for 2 of 2 combinations of reporter, code and year there "
                        "is no World row"));
    fixture_free(&f);
}

/* Years in which the list is whole, and years in which it is not, or another one. */
static void test_runs(void)
{
    const trade_row rows[] = {
        {ROW("M", "0", "90"), .year = "2020"},   {ROW("M", "792", "90"), .year = "2020"},
        {ROW("M", "0", "90"), .year = "2021"},   {ROW("M", "792", "50"), .year = "2021"},
        {ROW("M", "0", "90"), .year = "2022"},   {ROW("M", "156", "50"), .year = "2022"},
        {ROW("M", "0", "90"), .year = "2023"},   {ROW("M", "156", "90"), .year = "2023"},
        {ROW("M", "156", "50"), .year = "2024"}, {0}};
    fixture f = trade_load(rows);
    const arms_box *boxes;
    if (!CHECK(f.data != NULL))
        return;
    CHECK_COUNT(arms_dataset_boxes(f.data, &boxes), 6);
    for (int year = 2020; year <= 2024; year++) {
        bool whole = year == 2020 || year == 2023;
        CHECK(trade_covers(&f, NULL, "PAK", year) == whole);
        CHECK(trade_covers(&f, "TUR", "PAK", year) == (whole || year == 2021));
        CHECK(trade_covers(&f, "CHN", "PAK", year) == (whole || year != 2021));
        CHECK(trade_covers(&f, "world", "PAK", year) == (year < 2024));
    }
    fixture_free(&f);
}

/* A partner of whom only parts are there is not known, whatever the others add up to. */
static void test_split_partner(void)
{
    const trade_row rows[] = {{ROW("M", "0", "30")},
                              {ROW("M", "792", "30")},
                              {ROW("M", "156", "1"), .transport = "1000"},
                              {ROW("M", "792", "12"), .transport = "1000"},
                              {0}};
    fixture f = trade_load(rows);
    if (!CHECK(f.data != NULL))
        return;
    CHECK_COUNT(arms_dataset_count(f.data), 2);
    CHECK(trade_covers(&f, "TUR", "PAK", 2023) && trade_covers(&f, "world", "PAK", 2023));
    CHECK(!trade_covers(&f, "CHN", "PAK", 2023) && !trade_covers(&f, NULL, "PAK", 2023));
    fixture_free(&f);
}

/* An empty cell is not zero. */
static void test_missing(void)
{
    const trade_row rows[] = {
        {ROW("M", "0", "30")}, {ROW("M", "792", "30")}, {ROW("M", "156", "")}, {0}};
    fixture f = trade_load(rows);
    if (CHECK(f.data != NULL) && CHECK_COUNT(arms_dataset_count(f.data), 3)) {
        CHECK(isnan(arms_dataset_flow(f.data, 2).value));
        CHECK(!trade_covers(&f, NULL, "PAK", 2023));
    }
    fixture_free(&f);
}

static void test_editions(void)
{
    const trade_row rows[] = {{ROW("M", "792", "5"), .year = "2021", .scheme = "H5"},
                              {ROW("M", "792", "6")},
                              {0}};
    fixture f = trade_load(rows);
    if (CHECK(f.data != NULL))
        CHECK(fixture_noted(f.data, "several editions of HS (H5 and H6)"));
    fixture_free(&f);
    const trade_row sitc[] = {{ROW("M", "792", "5"), .scheme = "S4", .code = "891"}, {0}};
    f = trade_load(sitc);
    if (CHECK(f.data != NULL))
        CHECK_STRING(arms_dataset_about(f.data)->classification, "SITC");
    fixture_free(&f);
}

/* Hundreds of partners, thousands of codes: none is lost and none is mixed up. */
static void test_many(void)
{
    enum { PARTNERS = 300, CODES = 40 };
    arms_buffer text = {0};
    arms_buffer_print(&text, "%s\n", trade_header);
    for (int c = 0; c < CODES; c++) {
        char code[16], partner[16], value[16];
        (void)snprintf(code, sizeof code, "93%02d", c);
        for (int p = 0; p <= PARTNERS; p++) {
            (void)snprintf(partner, sizeof partner, "%d", p == 0 ? 0 : 1000 + p);
            (void)snprintf(value, sizeof value, "%d",
                           p == 0 ? PARTNERS * (c + 1) : c + 1);
            trade_put(&text,
                      &(trade_row){"M", partner, value, .code = code, .name = partner},
                      ",");
        }
    }
    fixture f = fixture_load_bytes((arms_text){text.data, text.len});
    arms_buffer_free(&text);
    CHECK_STRING(f.err.text, "");
    if (CHECK(f.data != NULL) &&
        CHECK_COUNT(arms_dataset_count(f.data), CODES * (PARTNERS + 1))) {
        arms_flow flow = arms_dataset_flow(f.data, 301 * 7 + 299);
        CHECK_STRING(arms_dataset_category(f.data, flow.category), "9307");
        CHECK_STRING(arms_dataset_party_name(f.data, flow.exporter), "1299");
        CHECK(check_same(flow.value, 8));
        for (uint32_t c = 1; c <= CODES; c++)
            CHECK(arms_dataset_covers(f.data, ARMS_ALL, trade_party("PAK"), 2023, c));
    }
    fixture_free(&f);
}

const check_test data_comtrade_cover_tests[] = {
    {"valuation", test_valuation},
    {"valuations apart", test_valuations_apart},
    {"whole lists", test_whole},
    {"sums", test_sums},
    {"gaps", test_gaps},
    {"a pair", test_pair},
    {"runs of years", test_runs},
    {"partners in parts", test_split_partner},
    {"missing values", test_missing},
    {"editions", test_editions},
    {"many", test_many},
    {NULL, NULL},
};
