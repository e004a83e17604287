/* BACI's year files. All figures are invented; the codes are CEPII's. */
#include <stdio.h>

#include "tests/unit/fixture.h"

static const char header[] = "t,i,j,k,v,q\n";

static fixture load_baci(const char *rows)
{
    arms_buffer text = {0};
    arms_buffer_string(&text, header);
    arms_buffer_string(&text, rows);
    return fixture_load_buffer(&text);
}

static uint32_t category(const fixture *f, const char *name)
{
    return arms_dataset_find_category(f->data, arms_text_of(name));
}

static void see_rows(const fixture *f)
{
    if (!CHECK_COUNT(arms_dataset_count(f->data), 3))
        return;
    arms_flow first = arms_dataset_flow(f->data, 0),
              second = arms_dataset_flow(f->data, 1);
    CHECK_COUNT(first.exporter, arms_entity_by_code("CHN"));
    CHECK_COUNT(first.importer, arms_entity_by_code("PAK"));
    CHECK_COUNT(first.year, 2022);
    CHECK_COUNT(first.line, 2);
    CHECK(check_same(first.value, 1250.5) && check_same(first.low, 1250.5) &&
          check_same(first.high, 1250.5));
    CHECK_STRING(arms_dataset_category(f->data, first.category), "930690");
    CHECK_COUNT(second.exporter, arms_entity_by_code("FRA"));
    CHECK_STRING(arms_dataset_category(f->data, second.category), "010121");
    CHECK(check_same(second.value, 12.125));
    double missing = arms_dataset_flow(f->data, 2).value;
    CHECK(missing != missing);
}

static void test_rows(void)
{
    fixture_see(load_baci("2022,156,586,930690,1250.5,4.2\n"
                          "2022,251,586,10121,   12.125,   NA\n"
                          "2022,792,586,930400,NA,0.01\n"),
                see_rows);
}

static void see_about(const fixture *f)
{
    const arms_measure *measure = arms_dataset_measure(f->data);
    const arms_about *about = arms_dataset_about(f->data);
    CHECK_COUNT(measure->unit, ARMS_UNIT_USD);
    CHECK(check_same(measure->scale, 1000));
    CHECK_COUNT(measure->kind, ARMS_KIND_DELIVERY);
    CHECK_STRING(measure->valuation, "FOB");
    CHECK_STRING(about->layout, "baci");
    CHECK_STRING(about->publisher, "CEPII");
    CHECK_STRING(about->classification, "HS");
    CHECK_STRING(about->release, "");
    CHECK_COUNT(about->reported_by, ARMS_REPORTED_BY_PUBLISHER);
    CHECK(fixture_noted(f->data, "quantities"));
    CHECK(fixture_noted(f->data, "does not say which release"));
    CHECK(!fixture_noted(f->data, "its name says"));
}

static void test_about(void)
{
    fixture_see(load_baci("2022,156,586,930690,1250.5,4.2\n"), see_about);
}

/* The name is told, and nothing is concluded from it. */
static void test_named_release(void)
{
    static const char text[] = "t,i,j,k,v,q\n2022,156,586,930690,1250.5,4.2\n";
    const char *path = check_write("BACI_HS92_Y2023_V202501.csv", arms_text_of(text));
    arms_loaded loaded;
    if (!CHECK(arms_load(&loaded, path, NULL, NULL)))
        return;
    CHECK(fixture_noted(loaded.items[0], "its name says V202501"));
    CHECK_STRING(arms_dataset_about(loaded.items[0])->release, "");
    CHECK_COUNT(arms_dataset_flow(loaded.items[0], 0).year, 2022);
    arms_loaded_free(&loaded);
}

typedef struct country_code {
    const char *printed, *entity; /* NULL: a party of its own */
    const char *name;
} country_code;

/* Codes that are not M49's, or of states that are no more. */
static const country_code codes[] = {
    {"4", "AFG", "Afghanistan"},
    {"58", "belgium-luxembourg", "Belgium-Luxembourg"},
    {"200", "czechoslovakia", "Czechoslovakia"},
    {"251", "FRA", "France"},
    {"278", "east-germany", "East Germany"},
    {"280", "DEU", "Germany"},
    {"490", "other-asia-nes", "Other Asia, nes"},
    {"579", "NOR", "Norway"},
    {"697", "europe-efta-nes", "Europe EFTA, nes"},
    {"699", "IND", "India"},
    {"711", "southern-african-customs-union", "Southern African Customs Union"},
    {"736", "SDN", "Sudan"},
    {"757", "CHE", "Switzerland"},
    {"792", "TUR", "Türkiye"},
    {"810", "soviet-union", "Soviet Union"},
    {"842", "USA", "United States"},
    {"849", "UMI", "United States Minor Outlying Islands"},
    {"999", NULL, "BACI 999"},
    {"891", "serbia-and-montenegro", "Serbia and Montenegro"},
};

static void test_codes(void)
{
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        const country_code *c = &codes[i];
        char rows[80];
        (void)snprintf(rows, sizeof rows, "2022,%s,586,930690,1,1\n", c->printed);
        fixture f = load_baci(rows);
        if (CHECK_ROW(f.data != NULL, c->printed)) {
            arms_party party = arms_dataset_flow(f.data, 0).exporter;
            CHECK_STRING(arms_dataset_party_name(f.data, party), c->name);
            CHECK_ROW(c->entity ? party == arms_entity_by_code(c->entity)
                                : party > arms_entity_count(),
                      c->printed);
            CHECK_ROW(arms_dataset_party_kind(f.data, party) != ARMS_ENTITY_AGGREGATE,
                      c->printed);
        }
        fixture_free(&f);
    }
}

/* A made-up year: `parties` on a ring, of whom each trades one product with the next for
 * every chapter from `chapter` on, at `value`. */
typedef struct made {
    const char *what;
    int parties, chapter, chapters;
    double value;
    bool all, codes; /* what is covered: everything, or the products that occur */
    const char *note;
} made;

static fixture load_made(const made *m)
{
    arms_buffer text = {0};
    for (int i = 1; i <= m->parties; i++)
        for (int k = 0; k < m->chapters; k++)
            arms_buffer_print(&text, "2022,%d,%d,%d,%g,NA\n", i, i % m->parties + 1,
                              (m->chapter + k) * 10000 + 100, m->value);
    fixture f = load_baci(text.data);
    arms_buffer_free(&text);
    return f;
}

static const made years[] = {
    {"a whole year", 220, 1, 96, 0.5, true, true, NULL},
    {"just whole", 150, 1, 90, 9.99, true, true, NULL},
    {"too few chapters", 150, 1, 89, 0.5, false, true, "89 of the 96 chapters"},
    {"too few parties", 149, 1, 96, 0.5, false, true, "only the products that occur"},
    {"chapter 93", 220, 93, 1, 0.5, false, true, "1 of the 96 chapters"},
    {"few parties", 99, 1, 96, 0.5, false, false, "covers nothing for certain"},
    {"one pair", 2, 93, 1, 0.5, false, false, "2022 (exporters: 2, importers: 2)"},
    {"large values", 220, 1, 96, 10, false, false, "no value below 10"},
};

static void test_coverage(void)
{
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        const made *m = &years[i];
        fixture f = load_made(m);
        if (CHECK_ROW(f.data != NULL, m->what)) {
            uint32_t met = category(&f, m->chapter == 93 ? "930100" : "010100");
            arms_party pakistan = arms_entity_by_code("PAK");
            CHECK_ROW(met > 0, m->what);
            CHECK_ROW(arms_dataset_covers(f.data, ARMS_ALL, pakistan, 2022, met) ==
                          m->codes,
                      m->what);
            CHECK_ROW(arms_dataset_covers(f.data, pakistan, ARMS_ALL, 2022, 60000) ==
                          m->all,
                      m->what);
            CHECK_ROW(!arms_dataset_covers(f.data, ARMS_ALL, pakistan, 2022, 0), m->what);
            CHECK_ROW(!arms_dataset_covers(f.data, ARMS_ALL, pakistan, 2021, met),
                      m->what);
            CHECK_ROW(fixture_noted(f.data, m->note ? m->note : "chapters") ==
                          (m->note != NULL),
                      m->what);
        }
        fixture_free(&f);
    }
}

/* Each year is judged by itself. */
static void test_two_years(void)
{
    arms_buffer text = {0};
    for (int i = 1; i <= 150; i++)
        for (int k = 1; k <= 96; k++)
            arms_buffer_print(&text, "2022,%d,%d,%d,1,NA\n", i, i % 150 + 1,
                              k * 10000 + 100);
    arms_buffer_string(&text, "2023,156,586,930690,7,NA\n");
    fixture f = load_baci(text.data);
    arms_buffer_free(&text);
    if (CHECK(f.data != NULL)) {
        uint32_t code = category(&f, "930690");
        arms_party china = arms_entity_by_code("CHN");
        CHECK(arms_dataset_covers(f.data, china, ARMS_ALL, 2022, code));
        CHECK(!arms_dataset_covers(f.data, china, ARMS_ALL, 2023, code));
        CHECK(fixture_noted(f.data, "2023 (exporters: 1, importers: 1)"));
        CHECK(!fixture_noted(f.data, "2022 ("));
    }
    fixture_free(&f);
}

typedef struct refusal {
    const char *rows;
    size_t line;
    const char *word;
} refusal;

static const refusal refusals[] = {
    {"", 1, "no rows below the header"},
    {"2022,156,586,930690,1,1\n2022,156,586,930690,2,1\n", 3, "as in the row above"},
    {"22,156,586,930690,1,1\n", 2, "under t, where a year"},
    {"2022,0,586,930690,1,1\n", 2, "under i, where a country code"},
    {"2022,CHN,586,930690,1,1\n", 2, "\"CHN\" stands under i"},
    {"2022,156,1586,930690,1,1\n", 2, "under j, where a country code"},
    {"2022,156,586,9306,1,1\n", 2, "under k, where a product code"},
    {"2022,156,586,9306901,1,1\n", 2, "under k, where a product code"},
    {"2022,156,586,93069A,1,1\n", 2, "under k, where a product code"},
    {"2022,156,586,930690,1e3,1\n", 2, "\"1e3\" stands under v"},
    {"2022,156,586,930690,-1,1\n", 2, "negative"},
    {"2022,156,586,930690,1\n", 2, "5 fields stand here where the header has 6"},
};

static void test_refusals(void)
{
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        fixture_refused(load_baci(refusals[i].rows), ARMS_PARSE, refusals[i].line,
                        refusals[i].word);
    }
}

/* The lists of codes that come with the year files. */
static void test_lists(void)
{
    static const char *const lists[] = {
        "country_code,country_name,country_iso2,country_iso3\n792,T\xC3\x83\xC2\xBCrkiye,"
        "TR,TUR\n",
        "country_code;country_name_abbreviation;country_name_full;iso_2digit_alpha;"
        "iso_3digit_alpha\r\n4;Afghanistan;Afghanistan;AF;AFG\r\n",
        "country_code,country_name_abbreviation,country_name_full,iso_2digit_alpha,"
        "iso_3digit_alpha\n4,Afghanistan,Afghanistan,AF,AFG\n",
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        fixture f = fixture_load(lists[i]);
        CHECK_COUNT(f.err.code, ARMS_LAYOUT);
        CHECK_HAS(f.err.text, "BACI's list of country codes");
        fixture_free(&f);
    }
    fixture f = fixture_load("\"code\",\"description\"\n\"10121\",\"Horses: live\"\n");
    CHECK_COUNT(f.err.code, ARMS_LAYOUT);
    CHECK_HAS(f.err.text, "list of product codes");
    fixture_free(&f);
}

const check_test data_baci_tests[] = {
    {"rows", test_rows},
    {"about", test_about},
    {"a release in the name", test_named_release},
    {"codes", test_codes},
    {"coverage", test_coverage},
    {"two years", test_two_years},
    {"refusals", test_refusals},
    {"lists of codes", test_lists},
    {NULL, NULL},
};
