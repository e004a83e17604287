/* What a file says that it covers, and options of loading. */
#include <string.h>

#include "tests/unit/fixture.h"

#define HEAD "year,exporter,importer,category,measure,value\n"

static bool covers(const arms_dataset *data, const char *exporter, const char *importer,
                   int year, uint32_t category)
{
    arms_party from = exporter ? fixture_party(data, exporter) : ARMS_ALL;
    arms_party to = importer ? fixture_party(data, importer) : ARMS_ALL;
    return arms_dataset_covers(data, from, to, year, category);
}

static void test_boxes(void)
{
    const arms_box *boxes;
    fixture f = fixture_load(
        "# covers: exporters=*; importers=Pakistan|India; years=2014-2016\n"
        "# covers: exporters=China; importers=*; years=2020; categories=*\n" HEAD
        "2014,China,Pakistan,,TIV,1\n2015,Atlantis,India,,TIV,1\n");
    if (!CHECK(f.data != NULL))
        return;
    CHECK_COUNT(arms_dataset_boxes(f.data, &boxes), 2);
    CHECK(covers(f.data, NULL, "Pakistan", 2014, 0));
    CHECK(covers(f.data, "Türkiye", "India", 2016, 0));
    CHECK(covers(f.data, "Atlantis", "India", 2016, 0)); /* all means all */
    CHECK(!covers(f.data, NULL, "Iran", 2014, 0));
    CHECK(!covers(f.data, NULL, "Pakistan", 2013, 0));
    CHECK(!covers(f.data, NULL, "Pakistan", 2017, 0));
    CHECK(!covers(f.data, NULL, NULL, 2014, 0)); /* two importers are not all */
    CHECK(covers(f.data, "China", NULL, 2020, 0));
    CHECK(covers(f.data, "China", "Iran", 2020, 0));
    CHECK(!covers(f.data, "India", "Iran", 2020, 0));
    CHECK(!covers(f.data, NULL, "Pakistan", 2020, 0));
    fixture_free(&f);
}

/* All parties one by one are not their sum, nor the other way round. */
static void see_world(const fixture *f)
{
    CHECK(covers(f->data, "China", "World", 2020, 0));
    CHECK(covers(f->data, NULL, "World", 2020, 0));
    CHECK(!covers(f->data, "China", NULL, 2020, 0));
    CHECK(!covers(f->data, "China", "Pakistan", 2020, 0));
    CHECK(!covers(f->data, "World", "World", 2020, 0));
}

static void test_world(void)
{
    fixture_see(fixture_load("# covers: exporters=*; importers=World; years=2020\n" HEAD
                             "2020,China,World,,TIV,1\n"),
                see_world);
}

static void see_categories(const fixture *f)
{
    uint32_t ships = arms_dataset_find_category(f->data, arms_text_of("ships"));
    uint32_t naval = arms_dataset_find_category(f->data, arms_text_of("NAVAL-weapons"));
    CHECK(ships > 0 && naval > 0 && ships != naval);
    CHECK_COUNT(arms_dataset_find_category(f->data, arms_text_of("Aircraft")), 0);
    CHECK_STRING(arms_dataset_category(f->data, naval), "Naval weapons");
    CHECK_STRING(arms_dataset_category(f->data, 0), "all categories");
    CHECK(covers(f->data, NULL, NULL, 2020, ships));
    CHECK(!covers(f->data, NULL, NULL, 2020, naval));
    CHECK(!covers(f->data, NULL, NULL, 2020, 0)); /* ships are not everything */
    CHECK(covers(f->data, NULL, NULL, 2021, ships));
    CHECK(covers(f->data, NULL, NULL, 2021, 0));
}

static void test_categories(void)
{
    fixture_see(
        fixture_load(
            "# covers: exporters=*; importers=*; years=2020; categories=Ships\n"
            "# covers: exporters=*; importers=*; years=2021\n" HEAD
            "2020,China,Pakistan,Ships,TIV,1\n2021,China,Pakistan,Naval weapons,TIV,1\n"),
        see_categories);
}

/* A spreadsheet pads the lines above the header with commas. */
static void test_padded_lines(void)
{
    fixture f = fixture_load(
        "# source: Padded,,,,,\n"
        "# covers: exporters=*; importers=*; years=2020; categories=*,,,,,\n" HEAD
        "2020,China,Pakistan,,TIV,1\n");
    CHECK_STRING(f.err.text, "");
    if (f.data) {
        CHECK_STRING(arms_dataset_about(f.data)->origin, "Padded");
        CHECK(covers(f.data, NULL, NULL, 2020, 0));
    }
    fixture_free(&f);
}

static void test_digest(void)
{
    const char *path = check_write("abc.csv", arms_text_of(HEAD "2020,CHN,PAK,,TIV,1\n"));
    arms_load_options with = {.digest = true};
    arms_loaded loaded;
    const arms_source *source;
    if (CHECK(arms_load(&loaded, path, NULL, NULL))) {
        CHECK_COUNT(arms_dataset_sources(loaded.items[0], &source), 1);
        CHECK_STRING(source->sha256, "");
        CHECK_HAS(source->path, "abc.csv");
        arms_loaded_free(&loaded);
    }
    if (CHECK(arms_load(&loaded, path, &with, NULL))) {
        (void)arms_dataset_sources(loaded.items[0], &source);
        CHECK_COUNT(strspn(source->sha256, "0123456789abcdef"), 64);
        arms_loaded_free(&loaded);
    }
}

static void test_size_option(void)
{
    const char *path = check_write("abc.csv", arms_text_of(HEAD "2020,CHN,PAK,,TIV,1\n"));
    arms_load_options small = {.max_bytes = 20};
    arms_loaded loaded;
    arms_error err = {0};
    CHECK(!arms_load(&loaded, path, &small, &err));
    CHECK_COUNT(err.code, ARMS_LIMIT);
    CHECK_COUNT(loaded.count, 0);
    arms_loaded_free(&loaded); /* an empty one may be freed too */
    CHECK(!arms_load(&loaded, check_path("missing.csv"), NULL, &err));
    CHECK_COUNT(err.code, ARMS_INPUT);
}

const check_test data_coverage_tests[] = {
    {"boxes", test_boxes},
    {"the world is a sum", test_world},
    {"categories", test_categories},
    {"lines padded by a spreadsheet", test_padded_lines},
    {"the digest of a file", test_digest},
    {"the largest file", test_size_option},
    {NULL, NULL},
};
