/* Groups: who is a member, and when. Sizes are those that the organisations state. */
#include <armstrade/group.h>

#include "tests/unit/check.h"

static arms_group_id group(const char *name, const char *publisher)
{
    arms_group_id id = 0;
    CHECK_ROW(arms_group_find(&id, arms_text_of(name), publisher, NULL), name);
    return id;
}

static size_t size(const char *code, int year)
{
    arms_group_id id = group(code, "");
    size_t count = 0;
    for (arms_entity_id e = 1; id > 0 && e <= arms_entity_count(); e++)
        count += arms_group_has(id, e, year);
    return count;
}

/* Years and the number of members in each, ended by the year 0. */
typedef struct sizes {
    const char *group;
    struct {
        int year;
        size_t members;
    } years[13];
} sizes;

static const sizes known[] = {
    {"nato:NATO",
     {{1948, 0},
      {1949, 12},
      {1952, 14},
      {1955, 15},
      {1990, 16},
      {1999, 19},
      {2004, 26},
      {2009, 28},
      {2017, 29},
      {2020, 30},
      {2023, 31},
      {2024, 32}}},
    {"eu:EU",
     {{1957, 0},
      {1958, 6},
      {1973, 9},
      {1981, 10},
      {1990, 12},
      {1995, 15},
      {2004, 25},
      {2007, 27},
      {2014, 28},
      {2020, 28},
      {2021, 27}}},
    {"gcc:GCC", {{1980, 0}, {1981, 6}}},
    {"ecowas:ECOWAS", {{1977, 16}, {2024, 15}, {2026, 12}}},
    {"asean:ASEAN", {{1967, 5}, {1999, 10}, {2025, 11}}},
    {"arab-league:Arab League", {{1993, 22}}},
    {"au:African Union", {{2010, 53}, {2012, 54}, {2017, 55}}},
    {"csto:CSTO", {{2010, 7}, {2013, 6}}},
    {"brics:BRICS", {{2009, 4}, {2023, 5}, {2024, 9}, {2025, 10}}},
    {"g7:G7", {{1975, 6}, {2024, 7}}},
    {"oecd:OECD", {{1962, 20}, {1990, 24}, {2010, 34}, {2021, 38}}},
    {"warsaw-pact:Warsaw Pact", {{1955, 8}, {1985, 7}, {1992, 0}}},
};

static void test_sizes(void)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        for (size_t j = 0; known[i].years[j].year > 0; j++)
            CHECK_ROW(size(known[i].group, known[i].years[j].year) ==
                          known[i].years[j].members,
                      known[i].group);
}

static void test_members(void)
{
    static const struct {
        const char *group, *entity;
        int year;
        bool member;
    } rows[] = {
        {"sipri:Middle East", "TUR", 2023, true},
        {"sipri:Europe", "TUR", 2023, false},
        {"un:Western Asia", "TUR", 2023, true},
        {"un:Europe", "TUR", 2023, false},
        {"sipri:Europe", "CYP", 2023, true},
        {"un:Asia", "CYP", 2023, true},
        {"sipri:Middle East", "EGY", 1970, true},
        {"sipri:Africa", "EGY", 1970, false},
        {"un:Northern Africa", "EGY", 1970, true},
        {"sipri:Europe", "soviet-union", 1980, true},
        {"un:Eastern Europe", "soviet-union", 1980, true},
        {"sipri:Asia and Oceania", "AFG", 2000, true},
        {"sipri:Asia and Oceania", "KAZ", 2000, true},
        {"sipri:Europe", "GEO", 2000, true},
        {"sipri:Africa", "african-union", 2010, true},
        {"sipri:Middle East", "pkk", 1995, true},
        {"sipri:International organizations", "nato", 2000, true},
        {"un:Southern Europe", "yugoslavia", 1980, true},
        {"eu:EU", "GBR", 1972, false},
        {"eu:EU", "GBR", 1973, true},
        {"eu:EU", "GBR", 2020, true},
        {"eu:EU", "GBR", 2021, false},
        {"eu:EU", "east-germany", 1980, false},
        {"eu:EU", "HRV", 2012, false},
        {"eu:EU", "HRV", 2013, true},
        {"nato:NATO", "DEU", 1954, false},
        {"nato:NATO", "DEU", 1955, true},
        {"nato:NATO", "FRA", 1970, true},
        {"ecowas:ECOWAS", "MRT", 2000, true},
        {"ecowas:ECOWAS", "MRT", 2001, false},
        {"ecowas:ECOWAS", "MLI", 2025, true},
        {"ecowas:ECOWAS", "MLI", 2026, false},
        {"au:African Union", "MAR", 1984, true},
        {"au:African Union", "MAR", 2000, false},
        {"au:African Union", "MAR", 2017, true},
        {"P5", "TWN", 1970, true},
        {"P5", "CHN", 1970, false},
        {"P5", "CHN", 1972, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_ROW(arms_group_has(group(rows[i].group, ""),
                                 arms_entity_by_code(rows[i].entity),
                                 rows[i].year) == rows[i].member,
                  rows[i].entity);
}

static void test_find(void)
{
    static const struct {
        const char *name, *publisher, *code;
    } rows[] = {
        {"sipri:Europe", "", "sipri:Europe"},
        {"SIPRI:europe", "UN", "sipri:Europe"},
        {"Europe", "SIPRI", "sipri:Europe"},
        {"Europe", "UN Comtrade", "un:Europe"},
        {"Europe", "UN", "un:Europe"},
        {"Middle East", "", "sipri:Middle East"},
        {"Middle East", "UN", "sipri:Middle East"},
        {"Western Asia", "SIPRI", "un:Western Asia"},
        {"European Union", "", "eu:EU"},
        {"EU member states", "SIPRI", "eu:EU"},
        {"Gulf states", "SIPRI", "gcc:GCC"},
        {"the Gulf States", "", "gcc:GCC"},
        {"NATO members", "", "nato:NATO"},
        {"OAU", "", "au:African Union"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const arms_group *found = arms_group_get(group(rows[i].name, rows[i].publisher));
        CHECK_STRING(found ? found->code : "", rows[i].code);
    }
    CHECK_COUNT(group("Atlantis", ""), 0);
    CHECK_COUNT(group("", "SIPRI"), 0);
    CHECK_COUNT(group("sipri:Atlantis", "SIPRI"), 0);
}

static void test_several_publishers(void)
{
    arms_group_id id = 99;
    arms_error err = {0};
    CHECK(!arms_group_find(&id, arms_text_of("Europe"), "", &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
    CHECK_HAS(err.text, "sipri:Europe or un:Europe");
    CHECK(!arms_group_find(&id, arms_text_of("Africa"), "World Bank", &err));
    CHECK(!arms_group_find(&id, arms_text_of("Africa"), "UNROCA", &err));
}

static void test_list(void)
{
    arms_arena arena = {0};
    arms_member *list = NULL;
    size_t count = 0;
    arms_group_id id = group("eu:EU", "");
    CHECK(arms_group_members(&list, &count, &arena, id, NULL));
    CHECK_COUNT(count, 28); /* the 27 and the United Kingdom */
    for (size_t i = 0; i < count; i++)
        if (list[i].entity == arms_entity_by_code("GBR"))
            CHECK(list[i].from == 1973 && list[i].to == 2020);
        else
            CHECK(list[i].from >= 1958 && list[i].to == 0);
    arms_arena_free(&arena);
}

static void test_ids(void)
{
    CHECK(!arms_group_get(0));
    CHECK(!arms_group_get((arms_group_id)arms_group_count() + 1));
    CHECK(arms_group_get((arms_group_id)arms_group_count()) != NULL);
    CHECK_STRING(arms_group_get(group("eu:EU", ""))->publisher, "EU");
    CHECK_HAS(arms_group_get(group("eu:EU", ""))->note, "European Communities");
}

const check_test data_group_tests[] = {
    {"sizes of groups", test_sizes},
    {"members of groups", test_members},
    {"groups by name", test_find},
    {"groups of several publishers", test_several_publishers},
    {"members as a list", test_list},
    {"ids of groups", test_ids},
    {NULL, NULL},
};
