/* A dataset: parties and flows. All figures are invented. */
#include <stdio.h>
#include <string.h>

#include "tests/unit/fixture.h"

#define HEAD "year,exporter,importer,category,measure,value\n"

static void check_not_found(const arms_dataset *data, const char *name)
{
    arms_party party;
    arms_error err = {0};
    CHECK_ROW(!arms_dataset_find(&party, data, arms_text_of(name), &err), name);
    CHECK_COUNT(err.code, ARMS_USAGE);
}

static void see_find(const fixture *f)
{
    arms_party atlantis = fixture_party(f->data, " atlantis ");
    CHECK_COUNT(atlantis, arms_entity_count() + 1);
    CHECK_COUNT(fixture_party(f->data, "Ankara"), arms_entity_by_code("TUR"));
    CHECK_COUNT(fixture_party(f->data, "Iran"), arms_entity_by_code("IRN"));
    CHECK_STRING(arms_dataset_party_name(f->data, atlantis), "Atlantis");
    CHECK_COUNT(arms_dataset_flow(f->data, 2).importer, atlantis);
    CHECK_COUNT(arms_dataset_flow(f->data, 1).exporter,
                arms_dataset_flow(f->data, 2).exporter);
    CHECK_COUNT(arms_dataset_unlisted(f->data), 1);
    check_not_found(f->data, "Lemuria");
    check_not_found(f->data, "Congo"); /* there are two */
}

static void test_find(void)
{
    fixture_see(fixture_load(HEAD "2020,Atlantis,Pakistan,,TIV,1\n"
                                  "2020,Turkey,India,,TIV,2\n"
                                  "2021,Türkiye,ATLANTIS,,TIV,3\n"),
                see_find);
}

static void see_has(const fixture *f)
{
    CHECK(arms_dataset_has(f->data, fixture_party(f->data, "Atlantis")));
    CHECK(arms_dataset_has(f->data, arms_entity_by_code("PAK")));
    CHECK(arms_dataset_has(f->data, arms_entity_by_code("CHN")));
    CHECK(!arms_dataset_has(f->data, arms_entity_by_code("TUR")));
    CHECK(
        !arms_dataset_has(f->data, arms_entity_by_code("IRN"))); /* named, not flowing */
    CHECK(!arms_dataset_has(f->data, arms_entity_world()));
    CHECK(!arms_dataset_has(f->data, ARMS_ALL));
    CHECK(!arms_dataset_has(f->data, 1000000));
}

static void test_has(void)
{
    fixture_see(fixture_load("# covers: exporters=*; importers=Iran; years=2020\n" HEAD
                             "2020,Atlantis,Pakistan,,TIV,1\n2020,China,India,,TIV,2\n"),
                see_has);
}

/* Many more flows than fit into one block. */
static void test_many_flows(void)
{
    enum { MANY = 5000 };
    arms_buffer text = {0};
    arms_buffer_string(&text, HEAD);
    for (int i = 0; i < MANY; i++)
        arms_buffer_print(&text, "%d,Land %d,Pakistan,Kind %d,TIV,%d.5\n", 1900 + i % 100,
                          i % 300, i % 7, i);
    fixture f = fixture_load(text.data);
    arms_buffer_free(&text);
    if (!CHECK(f.data != NULL) || !CHECK_COUNT(arms_dataset_count(f.data), MANY))
        return;
    bool same = true;
    for (size_t i = 0; i < MANY; i++) {
        char name[32];
        arms_flow flow = arms_dataset_flow(f.data, i);
        (void)snprintf(name, sizeof name, "Land %zu", i % 300);
        same = same && check_same(flow.value, (double)i + 0.5) &&
               flow.year == 1900 + (int)(i % 100) && flow.line == i + 2 &&
               strcmp(arms_dataset_party_name(f.data, flow.exporter), name) == 0;
    }
    CHECK(same);
    CHECK_COUNT(arms_dataset_unlisted(f.data), 300);
    fixture_free(&f);
}

/* The line of a record is where it begins, below quoted line breaks too. */
static void test_lines(void)
{
    fixture f = fixture_load(HEAD "2020,China,Pakistan,\"two\nlines\",TIV,1\r\n"
                                  "\r\n"
                                  "2021,China,Pakistan,,TIV,2\r\n");
    if (CHECK(f.data != NULL) && CHECK_COUNT(arms_dataset_count(f.data), 2)) {
        CHECK_COUNT(arms_dataset_flow(f.data, 0).line, 2);
        CHECK_COUNT(arms_dataset_flow(f.data, 1).line, 5);
    }
    fixture_free(&f);
}

const check_test data_dataset_tests[] = {
    {"finding parties", test_find},
    {"parties that occur", test_has},
    {"many flows", test_many_flows},
    {"lines of records", test_lines},
    {NULL, NULL},
};
