/* SIPRI's TIV matrix from its older site. All figures are invented. */
#include "tests/unit/fixture.h"

/* The lines above the header, ten of them, padded to the table's width as in every copy:
 * the header is line 11. */
static void preamble_2022(arms_buffer *out, const char *title, const char *pad)
{
    static const char *const lines[] = {
        "Figures are SIPRI Trend Indicator Values (TIVs) expressed in millions.",
        "Figures may not add up due to the conventions of rounding.",
        "A '0' indicates that the value of deliveries is less than 0.5m",
        "\"For more information, see http://www.sipri.org/databases/armstransfers/\"",
        "",
        "",
        "Source: SIPRI Arms Transfers Database",
        "Generated: 28 July 2022",
        "",
    };
    arms_buffer_print(out, "%s%s\n", title, pad);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        arms_buffer_print(out, "%s%s\n", lines[i], pad);
}

static void preamble_2016(arms_buffer *out, const char *title)
{
    arms_buffer_print(out, "%s,,,,,,,\n", title);
    arms_buffer_string(out,
                       "Generated: 24 July 2016,,,,,,,\n"
                       "Figures are SIPRI Trend Indicator Values (TIVs) expressed in US$ "
                       "m. at constant (1990) prices.,,,,,,,\n"
                       "Figures may not add up due to the conventions of rounding.,,,,\n"
                       "A '0' indicates that the value of deliveries is less than "
                       "US$0.5m,,,,,,,\n"
                       "\"For more information, see http://www.sipri.org/\",,,,,,,\n"
                       ",,,,,,,\n,,,,,,,\n"
                       "Source: SIPRI Arms Transfers Database,,,,,,,\n"
                       ",,,,,,,\n");
}

static fixture load_matrix(const char *title, const char *rows)
{
    arms_buffer text = {0};
    preamble_2022(&text, title, ",,,,,,");
    arms_buffer_string(&text, rows);
    return fixture_load_buffer(&text);
}

/* Pakistan's exports. */
static fixture load_pakistan(const char *rows)
{
    return load_matrix("\"TIV of arms exports from Pakistan, 2017-2021\"", rows);
}

static fixture load_2016(const char *title, const char *rows)
{
    arms_buffer text = {0};
    preamble_2016(&text, title);
    arms_buffer_string(&text, rows);
    return fixture_load_buffer(&text);
}

#define HEADER ",2017,2018,2019,2020,2021,Total\n"

/* Nothing was delivered to anybody in 2019. */
static const char parties[] = HEADER "China,5,,,,2,7\n"
                                     "Iran,,0,,7,3,10\n"
                                     ",,,,,,\n"
                                     "Total,5,0,,7,5,17\n";

static bool check_flow(const fixture *f, size_t index, const char *exporter,
                       const char *importer)
{
    if (!CHECK(index < arms_dataset_count(f->data)))
        return false;
    arms_flow flow = arms_dataset_flow(f->data, index);
    bool same = CHECK_STRING(arms_dataset_party_name(f->data, flow.exporter), exporter);
    return CHECK_STRING(arms_dataset_party_name(f->data, flow.importer), importer) &&
           same;
}

/* A matrix with `parties` as rows: its first cell, its first total. */
static void check_sides(const char *whose, const char *const row[2],
                        const char *const total[2])
{
    arms_buffer text = {0};
    arms_buffer_print(&text, "\"TIV of arms exports %s, 2017-2021\"", whose);
    fixture f = load_matrix(text.data, parties);
    CHECK_STRING(f.err.text, "");
    if (CHECK_ROW(f.data != NULL, whose) && CHECK_COUNT(arms_dataset_count(f.data), 9)) {
        CHECK_ROW(check_flow(&f, 0, row[0], row[1]), whose);
        CHECK_ROW(check_flow(&f, 5, total[0], total[1]), whose);
    }
    fixture_free(&f);
    arms_buffer_free(&text);
}

#define SIDES(exporter, importer) ((const char *const[2]){exporter, importer})

/* The word "imports" never appears: from and to tell who is listed. */
static void test_directions(void)
{
    check_sides("from Pakistan", SIDES("Pakistan", "China"), SIDES("Pakistan", "World"));
    check_sides("to Pakistan", SIDES("China", "Pakistan"), SIDES("World", "Pakistan"));
    check_sides("from all", SIDES("China", "World"), SIDES("World", "World"));
    check_sides("to all", SIDES("World", "China"), SIDES("World", "World"));
}

static void see_cells(const fixture *f)
{
    arms_flow first = arms_dataset_flow(f->data, 0), zero = arms_dataset_flow(f->data, 2);
    CHECK_COUNT(first.year, 2017);
    CHECK_COUNT(first.line, 12);
    CHECK(check_same(first.low, 4.5) && check_same(first.value, 5) &&
          check_same(first.high, 5.5));
    CHECK_COUNT(zero.year, 2018);
    CHECK(check_same(zero.low, 0) && check_same(zero.value, 0) &&
          check_same(zero.high, 0.5)); /* rounds to zero */
    CHECK_COUNT(arms_dataset_flow(f->data, 8).year, 2021);
    CHECK_COUNT(arms_dataset_flow(f->data, 8).line, 15);
}

static void test_cells(void)
{
    fixture_see(load_pakistan(parties), see_cells);
}

static void see_about(const fixture *f)
{
    const arms_about *about = arms_dataset_about(f->data);
    CHECK_STRING(about->layout, "sipri-legacy-matrix");
    CHECK_STRING(about->publisher, "SIPRI");
    CHECK_STRING(about->generated, "2022-07-28");
    CHECK_STRING(about->release, "2022-03");
    CHECK_COUNT(about->note_count, 0);
    CHECK_COUNT(arms_dataset_measure(f->data)->unit, ARMS_UNIT_TIV);
    CHECK(check_same(arms_dataset_measure(f->data)->scale, 1e6));
    CHECK_COUNT(arms_dataset_measure(f->data)->kind, ARMS_KIND_DELIVERY);
}

static void test_about(void)
{
    fixture_see(load_pakistan(parties), see_about);
}

/* A year whose total is empty is not covered. */
static void see_coverage(const fixture *f)
{
    arms_party china = arms_entity_by_code("CHN"), pakistan = arms_entity_by_code("PAK"),
               india = arms_entity_by_code("IND"), world = arms_entity_world();
    CHECK(arms_dataset_covers(f->data, pakistan, china, 2017, 0));
    CHECK(arms_dataset_covers(f->data, pakistan, india, 2018, 0));
    CHECK(arms_dataset_covers(f->data, pakistan, ARMS_ALL, 2021, 0));
    CHECK(!arms_dataset_covers(f->data, pakistan, china, 2019, 0));
    CHECK(!arms_dataset_covers(f->data, pakistan, china, 2016, 0));
    CHECK(!arms_dataset_covers(f->data, pakistan, china, 2022, 0));
    CHECK(!arms_dataset_covers(f->data, china, pakistan, 2017, 0));
    CHECK(!arms_dataset_covers(f->data, world, china, 2017, 0));
}

static void test_coverage(void)
{
    fixture_see(load_pakistan(parties), see_coverage);
}

static void see_coverage_of_all(const fixture *f)
{
    arms_party china = arms_entity_by_code("CHN"), world = arms_entity_world();
    CHECK(arms_dataset_covers(f->data, world, china, 2017, 0));
    CHECK(arms_dataset_covers(f->data, world, ARMS_ALL, 2017, 0));
    CHECK(!arms_dataset_covers(f->data, ARMS_ALL, china, 2017, 0));
    CHECK(!arms_dataset_covers(f->data, china, world, 2017, 0));
    CHECK(!arms_dataset_covers(f->data, world, china, 2019, 0));
}

static void test_coverage_of_all(void)
{
    fixture_see(load_matrix("\"TIV of arms exports to all, 2017-2021\"", parties),
                see_coverage_of_all);
}

static const char weapons[] = HEADER "Aircraft,5,6,7,8,9,35\n"
                                     "Air defence systems,,0,,2,3,5\n"
                                     ",,,,,,\n"
                                     "Total,5,6,7,10,12,40\n";

/* The row of totals is compared with the others, but not counted beside them. */
static void see_categories(const fixture *f)
{
    arms_party world = arms_entity_world();
    if (!CHECK_COUNT(arms_dataset_count(f->data), 8))
        return;
    uint32_t aircraft = arms_dataset_flow(f->data, 0).category,
             defence = arms_dataset_flow(f->data, 7).category;
    CHECK_STRING(arms_dataset_category(f->data, aircraft), "Aircraft");
    CHECK_STRING(arms_dataset_category(f->data, defence), "Air defence systems");
    CHECK(check_flow(f, 0, "World", "World") && check_flow(f, 7, "World", "World"));
    CHECK(arms_dataset_covers(f->data, world, world, 2020, 0));
    CHECK(arms_dataset_covers(f->data, world, world, 2020, aircraft));
    CHECK(arms_dataset_covers(f->data, world, world, 2017, defence)); /* nil */
    CHECK(!arms_dataset_covers(f->data, world, world, 2022, aircraft));
    CHECK(!arms_dataset_covers(f->data, world, ARMS_ALL, 2020, aircraft));
    CHECK_COUNT(arms_dataset_unlisted(f->data), 0);
}

static void test_categories(void)
{
    fixture_see(load_matrix("\"TIV of arms exports from all, 2017-2021\"", weapons),
                see_categories);
}

static void test_categories_of_a_party(void)
{
    fixture f = load_pakistan(weapons);
    arms_party pakistan = arms_entity_by_code("PAK"), world = arms_entity_world();
    if (CHECK(f.data != NULL)) {
        CHECK(check_flow(&f, 0, "Pakistan", "World"));
        CHECK(check_flow(&f, 7, "Pakistan", "World"));
        CHECK(arms_dataset_covers(f.data, pakistan, world, 2020, 0));
        CHECK(!arms_dataset_covers(f.data, pakistan, ARMS_ALL, 2020, 0));
    }
    fixture_free(&f);
    f = load_matrix("\"TIV of arms exports to Pakistan, 2017-2021\"", weapons);
    if (CHECK(f.data != NULL)) {
        CHECK(check_flow(&f, 0, "World", "Pakistan"));
        CHECK(arms_dataset_covers(f.data, world, pakistan, 2020, 0));
    }
    fixture_free(&f);
}

/* One more empty column, the date on line 2, and a unit that sounds like dollars. */
static void see_2016(const fixture *f)
{
    if (!CHECK_COUNT(arms_dataset_count(f->data), 10))
        return;
    CHECK(check_flow(f, 0, "China", "Pakistan"));
    CHECK(check_flow(f, 3, "unknown supplier", "Pakistan"));
    CHECK(check_flow(f, 5, "World", "Pakistan"));
    CHECK_COUNT(arms_dataset_flow(f->data, 0).line, 12);
    CHECK_STRING(arms_dataset_about(f->data)->generated, "2016-07-24");
    CHECK_STRING(arms_dataset_about(f->data)->release, "2016-02");
    CHECK_COUNT(arms_dataset_measure(f->data)->unit, ARMS_UNIT_TIV);
    CHECK(check_same(arms_dataset_measure(f->data)->scale, 1e6));
    CHECK(fixture_noted(f->data, "which are no dollars"));
}

static void test_2016(void)
{
    fixture_see(load_2016("\"TIV of arms exports to Pakistan, 2011-2015\"",
                          ",,2011,2012,2013,2014,2015,Total\n"
                          ",China,5,,3,4,,12\n"
                          ",Unknown country,,0,,,1,1\n"
                          ",,,,,,,\n"
                          ",Total,5,0,3,4,1,13\n"),
                see_2016);
}

/* Recipients have an unknown party of their own. */
static void test_unknown_recipient(void)
{
    fixture f = load_pakistan(HEADER "Unknown country,1,1,1,1,1,5\n"
                                     "Total,1,1,1,1,1,5\n");
    CHECK_STRING(f.err.text, "");
    if (f.data)
        CHECK(check_flow(&f, 0, "Pakistan", "unknown recipient"));
    fixture_free(&f);
}

/* The title with and without its quotes and its padding; names as the site spelt them. */
static void test_titles(void)
{
    static const char *const titles[][2] = {
        {"\"TIV of arms exports from Libya GNC, 2017-2021\"", "Libya (GNC)"},
        {"TIV of arms exports from UAE, 2017-2021", "United Arab Emirates"},
        {"  TIV of arms exports from Congo, 2017-2021  ", "Republic of the Congo"},
        {"\"TIV of arms exports from East Germany (GDR), 1950-2021\"", "East Germany"},
        {"TIV of arms exports from United States, 2021", "United States"},
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        fixture f = load_matrix(titles[i][0], parties);
        CHECK_STRING(f.err.text, "");
        if (CHECK_ROW(f.data != NULL, titles[i][0]))
            CHECK_ROW(check_flow(&f, 0, titles[i][1], "China"), titles[i][0]);
        fixture_free(&f);
    }
}

static void test_without_padding(void)
{
    arms_buffer text = {0};
    preamble_2022(&text, "\"TIV of arms exports to Pakistan, 2017-2021\"", "");
    arms_buffer_string(&text, parties);
    fixture f = fixture_load_buffer(&text);
    if (CHECK(f.data != NULL)) {
        CHECK(check_flow(&f, 0, "China", "Pakistan"));
        CHECK_STRING(arms_dataset_about(f.data)->release, "2022-03");
    }
    fixture_free(&f);
}

/* Two cells of 10 lie in [19, 21]; a total of 21 meets them, one of 22 does not. */
static void test_totals(void)
{
    static const char rows[] = HEADER "China,10,10,10,10,10,50\n"
                                      "Iran,10,10,10,10,10,50\n";
    for (int total = 20; total <= 22; total++) {
        arms_buffer text = {0};
        arms_buffer_print(&text, "%sTotal,20,20,%d,20,20,100\n", rows, total);
        fixture f = load_matrix("TIV of arms exports from all, 2017-2021", text.data);
        if (CHECK(f.data != NULL)) {
            CHECK(fixture_noted(f.data, "within rounding") == (total == 21));
            CHECK(fixture_noted(f.data, "in 1 year the rows") == (total == 22));
        }
        fixture_free(&f);
        arms_buffer_free(&text);
    }
}

static void test_without_title(void)
{
    fixture_refused(fixture_load(parties), ARMS_LAYOUT, 1, "lost the lines above it");
    fixture_refused(load_matrix("Arms of Pakistan", parties), ARMS_LAYOUT, 11,
                    "lost the lines above it");
}

static void test_odd_titles(void)
{
    static const char *const odd[] = {
        "TIV of arms exports between all, 2017-2021",
        "TIV of arms exports from Pakistan",
        "TIV of arms exports from Pakistan, lately",
        "TIV of arms exports from , 2017-2021",
        "TIV of arms exports to",
        "TIV of arms exports t",
    };
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        fixture_refused(load_matrix(odd[i], parties), ARMS_LAYOUT, 11, "");
    fixture_refused(load_matrix(odd[0], parties), ARMS_LAYOUT, 11, "between all");
}

static void test_bad_rows(void)
{
    fixture_refused(load_pakistan(HEADER "China,5,,,,2,7\n"), ARMS_LAYOUT, 0,
                    "\"Total\"");
    fixture_refused(load_pakistan(HEADER "China,5,,,2,7\nTotal,5,,,,2,7\n"), ARMS_PARSE,
                    12, "6 fields");
    fixture_refused(load_pakistan(HEADER "China,5,,,,,2,7\nTotal,5,,,,2,7\n"), ARMS_PARSE,
                    12, "8 fields");
    fixture_refused(load_pakistan(HEADER "China,5,,,,2,7\nTotal,5,,,2,7\n"), ARMS_PARSE,
                    13, "6 fields");
    fixture_refused(load_pakistan(HEADER ",5,,,,2,7\nTotal,5,,,,2,7\n"), ARMS_PARSE, 12,
                    "no name");
    fixture_refused(
        load_pakistan(HEADER "China,5,,,,2,7\nTotal,5,,,,2,7\nIran,5,,,,2,7\n"),
        ARMS_PARSE, 14, "below the total");
}

static void test_bad_cells(void)
{
    fixture_refused(load_pakistan(HEADER "China,ten,,,,2,7\nTotal,5,,,,2,7\n"),
                    ARMS_PARSE, 12, "2017");
    fixture_refused(load_pakistan(HEADER "China,-5,,,,2,7\nTotal,5,,,,2,7\n"), ARMS_PARSE,
                    12, "negative");
}

static void test_bad_headers(void)
{
    fixture_refused(load_pakistan(",2017,2018,2019,2020,2021,2020,Total\n"), ARMS_LAYOUT,
                    11, "2020 stands behind 2021");
    fixture_refused(load_pakistan(",2017,2018,2019,2020,Total\n"), ARMS_LAYOUT, 1,
                    "no layout that is known");
    fixture_refused(load_pakistan(",,,2017,2018,2019,2020,2021,Total\n"), ARMS_LAYOUT, 1,
                    "no layout that is known");
    fixture_refused(load_pakistan(",2017,2018,2020,2021,2022,Total\n"), ARMS_LAYOUT, 1,
                    "no layout that is known");
}

const check_test data_legacy_matrix_tests[] = {
    {"who is listed", test_directions},
    {"cells", test_cells},
    {"what the matrix says of itself", test_about},
    {"coverage", test_coverage},
    {"coverage of a matrix of all", test_coverage_of_all},
    {"categories", test_categories},
    {"categories of one party", test_categories_of_a_party},
    {"the form of 2016", test_2016},
    {"an unknown recipient", test_unknown_recipient},
    {"titles", test_titles},
    {"lines above without padding", test_without_padding},
    {"totals", test_totals},
    {"a matrix without its title", test_without_title},
    {"titles that say too little", test_odd_titles},
    {"bad rows", test_bad_rows},
    {"bad cells", test_bad_cells},
    {"bad headers", test_bad_headers},
    {NULL, NULL},
};
