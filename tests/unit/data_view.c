/* Views: groups and former states as one party. Expected sums are made by hand from the
 * rows. */
#include <math.h>
#include <string.h>

#include "tests/unit/scene.h"

/* Poland joined NATO in 1999, Finland in 2023; Sweden is no member in 2022. */
static const char allies[] =
    "# covers: exporters=*; importers=*; years=1985-2023; categories=*\n"
    "year,exporter,importer,category,measure,value\n"
    "1998,United States,Poland,,million TIV,1\n"
    "1998,United States,Germany,,million TIV,10\n"
    "1998,Germany,Italy,,million TIV,100\n"
    "2022,United States,Poland,,million TIV,1000\n"
    "2022,United States,Finland,,million TIV,10000\n"
    "2022,Sweden,Italy,,million TIV,100000\n";

static const char former[] =
    "# covers: exporters=*; importers=*; years=1985-2005; categories=*\n"
    "year,exporter,importer,category,measure,value\n"
    "1989,Soviet Union,East Germany,,million TIV,1\n"
    "1989,Soviet Union,India,,million TIV,10\n"
    "1989,United States,Germany,,million TIV,100\n"
    "1995,Russia,India,,million TIV,1000\n"
    "1995,Ukraine,India,,million TIV,10000\n";

/* The sum of what the view's exporter (0 = any) sent to its importer in `year`. */
static double sum_of(const scene *s, int year)
{
    double sum = 0;
    for (size_t i = 0; i < arms_dataset_count(s->view.dataset); i++) {
        arms_flow flow = arms_dataset_flow(s->view.dataset, i);
        bool from = s->view.exporter == 0 || flow.exporter == s->view.exporter;
        bool to = s->view.importer == 0 || flow.importer == s->view.importer;
        sum += from && to && flow.year == year ? flow.value : 0;
    }
    return sum;
}

static void see_plain_question(const scene *s)
{
    CHECK(s->view.dataset == s->f.data);
    CHECK(!s->view.copy && !s->view.note && !s->view.why);
    CHECK_NEAR(sum_of(s, 2022), 1000, 0);
}

static void test_plain_question(void)
{
    const arms_wanted wanted = {.importer = "Poland", .years = {1998, 2022}};
    scene_see(allies, &wanted, see_plain_question);
}

static void check_sums(const char *text, const arms_wanted *wanted, double early,
                       double late)
{
    scene s;
    if (scene_open(&s, text, wanted)) {
        CHECK_COUNT(s.view.gap, ARMS_VIEW_COMPLETE);
        CHECK_NEAR(sum_of(&s, wanted->years.first), early, 0);
        CHECK_NEAR(sum_of(&s, wanted->years.last), late, 0);
        CHECK(scene_covers(&s, wanted->years.first));
        CHECK(!scene_covers(&s, 1950));
    }
    scene_close(&s);
}

static void test_group_members(void)
{
    arms_wanted wanted = {.importer = "nato:NATO", .years = {1998, 2022}};
    check_sums(allies, &wanted, 111, 101000); /* Poland counts in 1998, too */
    wanted.terms.membership = ARMS_MEMBERS_DATED;
    check_sums(allies, &wanted, 110, 101000);
    wanted.exporter = "nato:NATO";
    check_sums(allies, &wanted, 110, 1000); /* trade among members is counted */
    wanted.exporter = "Germany";
    check_sums(allies, &wanted, 100, 0);
}

static void see_bare_name(const scene *s)
{
    CHECK_STRING(arms_dataset_party_name(s->view.dataset, s->view.importer), "NATO");
    CHECK_COUNT(arms_dataset_party_kind(s->view.dataset, s->view.importer),
                ARMS_ENTITY_BLOC);
    CHECK_HAS(s->view.note, "as of 2022 (30 states)");
    CHECK_HAS(s->view.note, "among them is counted");
}

static void see_name_of_region(const scene *s)
{
    CHECK_STRING(arms_dataset_party_name(s->view.dataset, s->view.importer),
                 "Europe (SIPRI)");
}

static void test_group_name(void)
{
    const arms_wanted bare = {.importer = "NATO", .years = {2022, 2022}};
    const arms_wanted region = {.importer = "sipri:Europe", .years = {2022, 2022}};
    scene_see(allies, &bare, see_bare_name);
    scene_see(allies, &region, see_name_of_region);
}

static void check_gap(const arms_wanted *wanted, arms_view_gap gap, const char *part)
{
    scene s;
    if (scene_open(&s, allies, wanted)) {
        CHECK_COUNT(s.view.gap, gap);
        CHECK_HAS(s.view.why, part);
    }
    scene_close(&s);
}

static void test_gaps(void)
{
    check_gap(&(arms_wanted){.importer = "Atlantis"}, ARMS_VIEW_NO_NAME, "Atlantis");
    check_gap(&(arms_wanted){.importer = "Congo"}, ARMS_VIEW_NO_NAME, "may mean");
    check_gap(&(arms_wanted){.importer = "Europe"}, ARMS_VIEW_NO_GROUP, "un:Europe");
    check_gap(&(arms_wanted){.importer = "High income"}, ARMS_VIEW_NO_GROUP, "group");
    check_gap(&(arms_wanted){.category = "Ships"}, ARMS_VIEW_NO_CATEGORY, "Ships");
}

static void check_apart(const arms_wanted *wanted, const char *former_name)
{
    scene s;
    if (scene_open(&s, former, wanted)) {
        CHECK(!s.view.apart == !former_name);
        CHECK(!former_name || strstr(s.view.apart, former_name));
    }
    scene_close(&s);
}

/* Who writes "Russia" of 1989 may mean the Soviet Union; Germany was there itself. */
static void test_apart(void)
{
    arms_wanted wanted = {
        .exporter = "Russia", .importer = "India", .years = {1989, 1995}};
    check_apart(&wanted, "Soviet Union");
    wanted.exporter = "Ukraine";
    check_apart(&wanted, "Soviet Union");
    wanted.years.first = 1992;
    check_apart(&wanted, NULL);
    wanted = (arms_wanted){.importer = "Germany", .years = {1989, 1989}};
    check_apart(&wanted, NULL);
    wanted = (arms_wanted){.exporter = "Russia", .years = {1989, 1995}};
    wanted.terms.succession = ARMS_SUCCESSION_CONTINUATOR;
    check_apart(&wanted, NULL);
    wanted.exporter = "Ukraine";
    check_apart(&wanted, "Soviet Union");
}

/* A file exported for an organisation means the organisation, and what it has itself is
 * no part of its members'. */
static void test_organisation(void)
{
    scene s;
    static const char own[] =
        "# covers: exporters=European Union; importers=*; years=2019; categories=*\n"
        "year,exporter,importer,category,measure,value\n"
        "2019,European Union,Ukraine,,million TIV,1\n";
    static const char both[] =
        "# covers: exporters=*; importers=*; years=2019; categories=*\n"
        "year,exporter,importer,category,measure,value\n"
        "2019,European Union,Ukraine,,million TIV,1\n"
        "2019,France,Ukraine,,million TIV,10\n";
    const arms_wanted wanted = {.exporter = "European Union", .years = {2019, 2019}};
    if (scene_open(&s, own, &wanted))
        CHECK_NEAR(sum_of(&s, 2019), 1, 0);
    scene_close(&s);
    if (scene_open(&s, both, &wanted)) {
        CHECK_NEAR(sum_of(&s, 2019), 10, 0);
        CHECK_HAS(s.view.note, "what European Union has itself is not in it");
    }
    scene_close(&s);
}

/* Parties that the policy drops are no part of a group either. */
static void test_policy(void)
{
    static const char rebels[] =
        "# covers: exporters=*; importers=*; years=2020; categories=*\n"
        "year,exporter,importer,category,measure,value\n"
        "2020,Iran,Houthi rebels (Yemen)*,,million TIV,1\n"
        "2020,Iran,Syria,,million TIV,10\n";
    arms_wanted wanted = {.importer = "sipri:Middle East", .years = {2020, 2020}};
    check_sums(rebels, &wanted, 11, 11);
    wanted.terms.policy = ARMS_POLICY_STATES;
    check_sums(rebels, &wanted, 10, 10);
}

static void test_succession(void)
{
    arms_wanted wanted = {
        .exporter = "Russia", .importer = "India", .years = {1989, 1995}};
    check_sums(former, &wanted, 0, 1000);
    wanted.terms.succession = ARMS_SUCCESSION_CONTINUATOR;
    check_sums(former, &wanted, 10, 1000);
    wanted.terms.succession = ARMS_SUCCESSION_TERRITORY;
    check_sums(former, &wanted, 0, 1000); /* its land has fifteen states */
    wanted.exporter = "Soviet Union";
    check_sums(former, &wanted, 10, 11000);
}

static void test_absorbed(void)
{
    arms_wanted wanted = {.importer = "Germany", .years = {1989, 1995}};
    wanted.terms.succession = ARMS_SUCCESSION_CONTINUATOR;
    check_sums(former, &wanted, 100, 0);
    wanted.terms.succession = ARMS_SUCCESSION_TERRITORY;
    check_sums(former, &wanted, 101, 0);
    wanted.importer = "East Germany"; /* asked for by name, it is itself */
    check_sums(former, &wanted, 1, 0);
}

/* A group is covered where each member is. */
static void test_partly_covered(void)
{
    scene s;
    static const char some[] =
        "# covers: exporters=*; importers=Germany|Italy; years=1998; categories=*\n"
        "year,exporter,importer,category,measure,value\n"
        "1998,United States,Germany,,million TIV,10\n";
    const arms_wanted wanted = {.importer = "nato:NATO", .years = {1998, 1998}};
    if (scene_open(&s, some, &wanted))
        CHECK(!scene_covers(&s, 1998));
    scene_close(&s);
}

/* A table of regions has its publisher's Europe as a row of its own. */
static void see_own_row(const scene *s)
{
    CHECK(s->view.dataset == s->f.data);
    CHECK_NEAR(sum_of(s, 2020), 20, 0);
}

static void test_own_row(void)
{
    arms_buffer text = {0};
    fixture_table(&text, "2 Nov 2024 1:00:00 PM");
    arms_buffer_string(&text, "Imports by Regions,2019,2020\nAfrica,1,2\nEurope,10,20\n"
                              "World total,11,22\n");
    const arms_wanted wanted = {.importer = "sipri:Europe", .years = {2019, 2020}};
    scene_see(text.data, &wanted, see_own_row);
    arms_buffer_free(&text);
}

/* Flows of a view are those of its base, at the same places. */
static void see_same_places(const scene *s)
{
    CHECK_COUNT(arms_dataset_count(s->view.dataset), arms_dataset_count(s->f.data));
    for (size_t i = 0; i < arms_dataset_count(s->f.data); i++) {
        arms_flow a = arms_dataset_flow(s->f.data, i);
        arms_flow b = arms_dataset_flow(s->view.dataset, i);
        CHECK(check_same(a.value, b.value) && a.line == b.line && a.year == b.year);
        CHECK(a.exporter == b.exporter);
    }
}

static void test_same_places(void)
{
    const arms_wanted wanted = {.importer = "nato:NATO", .years = {1998, 2022}};
    scene_see(allies, &wanted, see_same_places);
}

const check_test data_view_tests[] = {
    {"a plain question needs no copy", test_plain_question},
    {"members of a group", test_group_members},
    {"names of groups", test_group_name},
    {"what is not known", test_gaps},
    {"a group under a policy", test_policy},
    {"former states and their continuators", test_succession},
    {"former states by their land", test_absorbed},
    {"former states that may be meant", test_apart},
    {"an organisation and its members", test_organisation},
    {"a group that is partly covered", test_partly_covered},
    {"a group that the file has as a row", test_own_row},
    {"flows stay in their places", test_same_places},
    {NULL, NULL},
};
