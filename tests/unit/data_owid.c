/* Our World in Data's charts of arms transfers. All figures are invented. */
#include <stdio.h>

#include "tests/unit/fixture.h"

#define IMPORTS "Arms imports (SIPRI trend indicator values)"
#define EXPORTS "Arms exports (SIPRI trend indicator values)"

static fixture load_below(const char *head, const char *rows)
{
    arms_buffer text = {0};
    arms_buffer_string(&text, head);
    arms_buffer_string(&text, rows);
    return fixture_load_buffer(&text);
}

static fixture load_owid(const char *rows)
{
    return load_below("Entity,Code,Year," IMPORTS "\n", rows);
}

static const char imports[] = "Africa,,2022,1500000000\n"
                              "Kosovo,OWID_KOS,2022,3000000\n"
                              "Pakistan,PAK,2021,1046000000\n"
                              "Pakistan,PAK,2022,0\n"
                              "Pakistan,PAK,2024,726000000\n"
                              "World,OWID_WRL,2022,28000000000\n";

static void see_rows(const fixture *f)
{
    arms_party world = arms_entity_world(), pakistan = arms_entity_by_code("PAK");
    if (!CHECK_COUNT(arms_dataset_count(f->data), 4))
        return;
    CHECK_COUNT(arms_dataset_flow(f->data, 0).importer, arms_entity_by_code("kosovo"));
    CHECK_COUNT(arms_dataset_flow(f->data, 0).exporter, world);
    arms_flow flow = arms_dataset_flow(f->data, 1);
    CHECK_COUNT(flow.importer, pakistan);
    CHECK_COUNT(flow.line, 4);
    CHECK(check_same(flow.value, 1046) && check_same(flow.low, 1045.5) &&
          check_same(flow.high, 1046.5));
    flow = arms_dataset_flow(f->data, 2); /* rounds to zero */
    CHECK(check_same(flow.value, 0) && check_same(flow.low, 0) &&
          check_same(flow.high, 0.5));
    CHECK_COUNT(arms_dataset_measure(f->data)->unit, ARMS_UNIT_TIV);
    CHECK(check_same(arms_dataset_measure(f->data)->scale, 1e6));
    CHECK(fixture_noted(f->data, "2 rows are left out: regions"));
    CHECK(fixture_noted(f->data, "lines 2, 7"));
    CHECK_STRING(arms_dataset_about(f->data)->publisher, "Our World in Data");
    CHECK_STRING(arms_dataset_about(f->data)->release, "");
}

static void test_rows(void)
{
    fixture_see(load_owid(imports), see_rows);
}

static void see_coverage(const fixture *f)
{
    const arms_box *boxes;
    arms_party world = arms_entity_world(), pakistan = arms_entity_by_code("PAK");
    CHECK_COUNT(arms_dataset_boxes(f->data, &boxes), 3);
    CHECK(arms_dataset_covers(f->data, world, pakistan, 2021, 0));
    CHECK(arms_dataset_covers(f->data, world, pakistan, 2022, 0));
    CHECK(!arms_dataset_covers(f->data, world, pakistan, 2023, 0));
    CHECK(arms_dataset_covers(f->data, world, pakistan, 2024, 0));
    CHECK(!arms_dataset_covers(f->data, pakistan, world, 2022, 0));
    CHECK(!arms_dataset_covers(f->data, world, world, 2022, 0));
    CHECK(!arms_dataset_covers(f->data, world, ARMS_ALL, 2022, 0));
}

static void test_coverage(void)
{
    fixture_see(load_owid(imports), see_coverage);
}

/* Both directions in one file; an empty cell is no figure. */
static void see_both(const fixture *f)
{
    arms_party world = arms_entity_world(), china = arms_entity_by_code("CHN");
    if (!CHECK_COUNT(arms_dataset_count(f->data), 3))
        return;
    CHECK_COUNT(arms_dataset_flow(f->data, 0).exporter, china);
    CHECK_COUNT(arms_dataset_flow(f->data, 2).importer, china);
    CHECK(arms_dataset_covers(f->data, china, world, 2022, 0));
    CHECK(!arms_dataset_covers(f->data, world, china, 2022, 0));
    CHECK(arms_dataset_covers(f->data, world, china, 2023, 0));
    CHECK(fixture_noted(f->data, "the column \"World region\" is not read"));
}

static void test_both(void)
{
    fixture_see(load_below("Entity,Code,Year," EXPORTS "," IMPORTS ",World region\n",
                           "China,CHN,2022,2017000000,,Asia\n"
                           "China,CHN,2023,2432000000,145000000,Asia\n"),
                see_both);
}

/* Without codes, only names that are known as states and parties are kept. */
static void test_without_codes(void)
{
    fixture f = load_below("Entity,Year," IMPORTS "\n",
                           "Africa,2022,1000000\nHigh-income countries,2022,2000000\n"
                           "European Union (27),2022,2000000\nTurkey,2022,3000000\n");
    if (!CHECK(f.data != NULL) || !CHECK_COUNT(arms_dataset_count(f.data), 1))
        return;
    CHECK_COUNT(arms_dataset_flow(f.data, 0).importer, arms_entity_by_code("TUR"));
    CHECK(fixture_noted(f.data, "3 rows are left out"));
    fixture_free(&f);
}

typedef struct spelling {
    const char *cells, *entity; /* "" = a party that the table does not have; NULL = left
                                   out */
} spelling;

static const spelling spellings[] = {
    {"Kosovo,OWID_KOS", "kosovo"},
    {"USSR,OWID_USS", "soviet-union"},
    {"Congo,COG", "COG"}, /* the code decides */
    {"T\xC3\x83\xC2\xBCrkiye,TUR", "TUR"},
    {"Somewhere new,SWN", ""},
    {"Upper-middle-income countries,OWID_UMC", NULL},
    {"Asia (excl. China and India),", NULL},
    {"European Union (27),OWID_EU27", NULL},
};

static void test_names(void)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        const spelling *s = &spellings[i];
        char rows[120];
        (void)snprintf(rows, sizeof rows, "%s,2022,1000000\n", s->cells);
        fixture f = load_owid(rows);
        if (CHECK_ROW(f.data != NULL, s->cells) &&
            CHECK_ROW(arms_dataset_count(f.data) == (s->entity ? 1 : 0), s->cells) &&
            s->entity) {
            arms_party party = arms_dataset_flow(f.data, 0).importer;
            CHECK_ROW(s->entity[0] ? party == arms_entity_by_code(s->entity)
                                   : party > arms_entity_count(),
                      s->cells);
        }
        fixture_free(&f);
    }
}

static void test_repaired(void)
{
    fixture f = load_owid("Pakistan,PAK,2022,1000000\n"
                          "T\xC3\x83\xC2\xBCrkiye,TUR,2022,2000000\n"
                          "T\xC3\x83\xC2\xBCrkiye,TUR,2023,2000000\n");
    if (CHECK(f.data != NULL))
        CHECK(fixture_noted(f.data, "1 name was encoded as UTF-8 twice and was repaired, "
                                    "the first, \"Türkiye\", in line 3"));
    fixture_free(&f);
    f = load_owid("Türkiye,TUR,2022,2000000\n");
    if (CHECK(f.data != NULL))
        CHECK(!fixture_noted(f.data, "repaired"));
    fixture_free(&f);
}

static void see_millions(const fixture *f)
{
    if (CHECK_COUNT(arms_dataset_count(f->data), 2)) {
        CHECK(check_same(arms_dataset_flow(f->data, 0).value, 2017));
        CHECK(check_same(arms_dataset_flow(f->data, 0).high, 2017.5));
        CHECK(check_same(arms_dataset_flow(f->data, 1).low, 0.45));
    }
}

static void test_millions(void)
{
    fixture_see(load_below("Entity,Code,Year,Arms exports (million TIV)\n",
                           "China,CHN,2022,2017\nChina,CHN,2023,0.5\n"),
                see_millions);
}

typedef struct refusal {
    const char *head, *rows;
    arms_code code;
    size_t line;
    const char *word;
} refusal;

static const refusal refusals[] = {
    {"Entity,Code,Year,Military expenditure (% of GDP)\n", "Pakistan,PAK,2022,2.6\n",
     ARMS_LAYOUT, 1, "the unit is not stated"},
    {"Entity,Year,Arms imports\n", "Pakistan,2022,2000000\n", ARMS_LAYOUT, 1,
     "(\"Arms imports\" does not)"},
    {"Entity,Code,Year,Arms imports (constant US$)\n", "Pakistan,PAK,2022,2000000\n",
     ARMS_LAYOUT, 1, "--columns and --measure"},
    {"Entity,Code,Year,Arms imports per capita (TIV)\n", "Pakistan,PAK,2022,2000000\n",
     ARMS_LAYOUT, 1, "the unit is not stated"},
    {"Entity,Code,Year,Share of world arms imports (TIV)\n", "Pakistan,PAK,2022,4\n",
     ARMS_LAYOUT, 1, "the unit is not stated"},
    {"Entity,Code,Year," IMPORTS ",Arms imports in TIV\n", "Pakistan,PAK,2022,1,1\n",
     ARMS_LAYOUT, 1, "both count the same"},
    {"Entity,Code,Year," IMPORTS "\n", "Pakistan,PAK,2022,726\n", ARMS_PARSE, 2,
     "too small for TIV one by one"},
    {"Entity,Code,Year,Arms imports (million TIV)\n", "Pakistan,PAK,2022,726000000\n",
     ARMS_PARSE, 2, "too large for millions of TIV"},
    {"Entity,Code,Year," IMPORTS "\n",
     "Pakistan,PAK,2022,2000000\nIndia,IND,2022,2000000\nPakistan,PAK,2022,2000000\n",
     ARMS_PARSE, 4, "a second row of Pakistan in 2022"},
    {"Entity,Code,Year," IMPORTS "\n", "Pakistan,IND,2022,2000000\n", ARMS_PARSE, 2,
     "is that of India, but \"Pakistan\" stands beside it"},
    {"Entity,Code,Year," IMPORTS "\n", "Pakistan,PAK,22,2000000\n", ARMS_PARSE, 2,
     "where a year of four digits belongs"},
    {"Entity,Code,Year," IMPORTS "\n", "Pakistan,PAK,2022,n/a\n", ARMS_PARSE, 2,
     "\"n/a\" stands under Arms imports"},
    {"Entity,Code,Year," IMPORTS "\n", "Pakistan,PAK,2022\n", ARMS_PARSE, 2,
     "3 fields stand here where the header has 4"},
    {"Entity,Code,Year," IMPORTS "\n", ",PAK,2022,2000000\n", ARMS_PARSE, 2,
     "where the name of a party belongs"},
};

static void test_refusals(void)
{
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const refusal *r = &refusals[i];
        fixture_refused(load_below(r->head, r->rows), r->code, r->line, r->word);
    }
}

const check_test data_owid_tests[] = {
    {"rows", test_rows},
    {"coverage", test_coverage},
    {"imports and exports", test_both},
    {"no codes", test_without_codes},
    {"names", test_names},
    {"repaired names", test_repaired},
    {"millions", test_millions},
    {"refusals", test_refusals},
    {NULL, NULL},
};
