/* Groups proved by arithmetic. All figures are invented. */
#include <armstrade/membership.h>

#include "tests/unit/fixture.h"

#define HEAD    "year,exporter,importer,category,measure,value,low,high,flags\n"
#define STATES  "# covers: exporters=World; importers=*; years=1980-2003\n" HEAD
#define REGIONS "# covers: exporters=World; importers=Gulf States; years=1980-2003\n" HEAD

typedef struct proof {
    fixture states, regions;
    arms_arena arena;
    arms_membership_proof m;
    arms_error err;
    bool done;
} proof;

static proof prove(const char *group, const char *states, const char *regions)
{
    proof p = {.states = fixture_load(states), .regions = fixture_load(regions)};
    arms_membership_case c = {.members = p.states.data, .region = p.regions.data};
    if (CHECK(c.members && c.region) &&
        CHECK(arms_group_find(&c.group, arms_text_of(group), "", NULL)) &&
        CHECK(c.group > 0))
        p.done = arms_membership_prove(&p.m, &p.arena, &c, &p.err);
    return p;
}

static void close_proof(proof *p)
{
    fixture_free(&p->states);
    fixture_free(&p->regions);
    arms_arena_free(&p->arena);
}

static const arms_residual *year_of(const proof *p, int year)
{
    static const arms_residual none = {0};
    for (size_t i = 0; p->done && i < p->m.count; i++)
        if (p->m.years[i].year == year)
            return &p->m.years[i];
    return &none;
}

/* 1980 is before the Council and cannot be compared. Iraq is no member.
 * 2000: members [97, 99), region [99.5, 100.5): between 0.5 and 3.5. 2001: region
 * [98.5, 99.5): between −0.5 and 2.5. 2002: 3 against 5.25, to the point. */
static const char states[] =
    STATES "1980,World,Saudi Arabia,,million TIV,7,7,7,\n"
           "2000,World,Saudi Arabia,,million TIV,60,59.5,60.5,\n"
           "2000,World,United Arab Emirates,,million TIV,38,37.5,38.5,\n"
           "2000,World,Iraq,,million TIV,500,,,\n"
           "2001,World,Saudi Arabia,,million TIV,60,59.5,60.5,\n"
           "2001,World,United Arab Emirates,,million TIV,38,37.5,38.5,\n"
           "2002,World,Kuwait,,million TIV,5.25,,,\n";
static const char regions[] =
    REGIONS "1980,World,Gulf States,,million TIV,7,7,7,\n"
            "2000,World,Gulf States,,million TIV,100,99.5,100.5,\n"
            "2001,World,Gulf States,,million TIV,99,98.5,99.5,\n"
            "2002,World,Gulf States,,million TIV,3,,,\n";

static void test_residuals(void)
{
    static const struct {
        int year;
        double low, value, high;
        bool rounding;
        size_t cells;
    } rows[] = {
        {2000, 0.5, 2, 3.5, false, 3},
        {2001, -0.5, 1, 2.5, true, 3},
        {2002, -2.25, -2.25, -2.25, false, 2},
        {1990, 0, 0, 0, true, 0}, /* covered by both, and nothing in either */
    };
    proof p = prove("gcc:GCC", states, regions);
    CHECK(p.done);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const arms_residual *r = year_of(&p, rows[i].year);
        CHECK_COUNT(r->year, rows[i].year);
        CHECK_NEAR(r->difference.low, rows[i].low, 1e-12);
        CHECK_NEAR(r->difference.value, rows[i].value, 1e-12);
        CHECK_NEAR(r->difference.high, rows[i].high, 1e-12);
        CHECK_COUNT(r->rounding, rows[i].rounding);
        CHECK_COUNT(r->cells, rows[i].cells);
    }
    CHECK_COUNT(p.m.flow, ARMS_IMPORT);
    CHECK_COUNT(p.m.count, 22); /* 1981 to 2002, the last year of the region's file */
    CHECK_COUNT(p.m.outside, 2);
    CHECK_COUNT(p.m.cells, 8);
    CHECK_COUNT(p.m.gaps, 1);
    CHECK(p.done && p.m.years[p.m.largest].year == 2002);
    close_proof(&p);
}

/* A year that is missing in one row, or not covered, is a gap and no difference. */
static void test_gaps(void)
{
    proof p = prove("gcc:GCC",
                    "# covers: exporters=World; importers=*; years=2000-2001\n" HEAD
                    "2000,World,Oman,,million TIV,4,,,\n"
                    "2001,World,Oman,,million TIV,,,,\n",
                    REGIONS "2000,World,Gulf States,,million TIV,4,,,\n"
                            "2001,World,Gulf States,,million TIV,9,,,\n"
                            "2002,World,Gulf States,,million TIV,9,,,\n");
    CHECK(p.done);
    CHECK_COUNT(p.m.count, 1);
    CHECK_COUNT(p.m.gaps, 2);
    CHECK_COUNT(p.m.outside, 0);
    close_proof(&p);
}

/* TIV against millions of them. */
static void test_scales(void)
{
    proof p = prove("gcc:GCC", STATES "2000,World,Oman,,TIV,4000000,,,\n",
                    REGIONS "2000,World,Gulf States,,million TIV,4,,,\n");
    CHECK(p.done);
    CHECK_NEAR(year_of(&p, 2000)->members.value, 4, 1e-12);
    CHECK_COUNT(p.m.outside, 0);
    close_proof(&p);
}

static void test_exports(void)
{
    proof p = prove("gcc:GCC",
                    "# covers: exporters=*; importers=World; years=2000\n" HEAD
                    "2000,Oman,World,,million TIV,4,,,\n",
                    "# covers: exporters=Gulf States; importers=World; years=2000\n" HEAD
                    "2000,Gulf States,World,,million TIV,5,,,\n");
    CHECK(p.done);
    CHECK_COUNT(p.m.flow, ARMS_EXPORT);
    CHECK_NEAR(year_of(&p, 2000)->difference.value, 1, 1e-12);
    close_proof(&p);
}

static void test_refused(void)
{
    static const struct {
        const char *group, *states, *regions, *why;
    } rows[] = {
        {"sipri:Europe", states, regions, "no row for sipri:Europe"},
        {"gcc:GCC", regions, regions, "no member of gcc:GCC occurs"},
        {"gcc:GCC", STATES "2000,World,Oman,,USD,4,,,\n", regions, "two measures"},
        {"gcc:GCC",
         "# covers: exporters=World; importers=*; years=2010\n" HEAD
         "2010,World,Oman,,million TIV,4,,,\n",
         regions, "no year"},
        /* NATO as a recipient is not its members together. */
        {"nato:NATO", STATES "2000,World,Italy,,million TIV,4,,,\n",
         STATES "2000,World,NATO**,,million TIV,4,,,\n", "no row for nato:NATO"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        proof p = prove(rows[i].group, rows[i].states, rows[i].regions);
        CHECK_ROW(!p.done, rows[i].why);
        CHECK_COUNT(p.err.code, ARMS_DOMAIN);
        CHECK_HAS(p.err.text, rows[i].why);
        close_proof(&p);
    }
}

const check_test analysis_membership_tests[] = {
    {"what lies between a group and its members", test_residuals},
    {"years that cannot be compared", test_gaps},
    {"two scales", test_scales},
    {"exports", test_exports},
    {"groups that cannot be proved", test_refused},
    {NULL, NULL},
};
