/* Views: groups, former states and codes of goods as one party or category. Expected sums
 * are made by hand from the rows. */
#include <armstrade/view.h>
#include <math.h>
#include <string.h>

#include "tests/unit/fixture.h"

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

/* One view of one text. */
typedef struct scene {
    fixture f;
    arms_arena arena;
    arms_view view;
} scene;

static bool open_scene(scene *s, const char *text, const arms_wanted *wanted)
{
    arms_error err = {0};
    *s = (scene){.f = fixture_load(text)};
    return CHECK_STRING(s->f.err.text, "") &&
           CHECK(arms_view_make(&s->view, &s->arena, s->f.data, wanted, &err));
}

static void close_scene(scene *s)
{
    arms_view_free(&s->view);
    fixture_free(&s->f);
    arms_arena_free(&s->arena);
}

/* Looks at a view, and closes it. */
static void see_scene(const char *text, const arms_wanted *wanted,
                      void (*see)(const scene *s))
{
    scene s;
    if (open_scene(&s, text, wanted))
        see(&s);
    close_scene(&s);
}

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

static bool covers(const scene *s, int year)
{
    return arms_dataset_covers(s->view.dataset, s->view.exporter, s->view.importer, year,
                               s->view.category);
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
    see_scene(allies, &wanted, see_plain_question);
}

static void check_sums(const char *text, const arms_wanted *wanted, double early,
                       double late)
{
    scene s;
    if (open_scene(&s, text, wanted)) {
        CHECK_COUNT(s.view.gap, ARMS_VIEW_COMPLETE);
        CHECK_NEAR(sum_of(&s, wanted->years.first), early, 0);
        CHECK_NEAR(sum_of(&s, wanted->years.last), late, 0);
        CHECK(covers(&s, wanted->years.first));
        CHECK(!covers(&s, 1950));
    }
    close_scene(&s);
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
    see_scene(allies, &bare, see_bare_name);
    see_scene(allies, &region, see_name_of_region);
}

static void check_gap(const arms_wanted *wanted, arms_view_gap gap, const char *part)
{
    scene s;
    if (open_scene(&s, allies, wanted)) {
        CHECK_COUNT(s.view.gap, gap);
        CHECK_HAS(s.view.why, part);
    }
    close_scene(&s);
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
    if (open_scene(&s, former, wanted)) {
        CHECK(!s.view.apart == !former_name);
        CHECK(!former_name || strstr(s.view.apart, former_name));
    }
    close_scene(&s);
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
    if (open_scene(&s, own, &wanted))
        CHECK_NEAR(sum_of(&s, 2019), 1, 0);
    close_scene(&s);
    if (open_scene(&s, both, &wanted)) {
        CHECK_NEAR(sum_of(&s, 2019), 10, 0);
        CHECK_HAS(s.view.note, "what European Union has itself is not in it");
    }
    close_scene(&s);
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
    if (open_scene(&s, some, &wanted))
        CHECK(!covers(&s, 1998));
    close_scene(&s);
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
    see_scene(text.data, &wanted, see_own_row);
    arms_buffer_free(&text);
}

/* All goods of two years, some printed by heading and by their parts. */
static const char goods[] =
    "# classification: HS\n"
    "# covers: exporters=*; importers=*; years=2020-2021; categories=*\n"
    "year,exporter,importer,category,measure,value\n"
    "2020,Italy,India,9301,USD,1\n"
    "2020,Italy,India,930190,USD,1\n"
    "2020,Italy,India,930630,USD,10\n"
    "2020,Italy,India,871000,USD,100\n"
    "2020,Italy,India,890610,USD,1000\n"
    "2020,Italy,India,890690,USD,10000\n"
    "2020,Italy,India,880240,USD,100000\n";

/* The sum over the view's category. */
static double sum_of_category(const scene *s)
{
    double sum = 0;
    for (size_t i = 0; i < arms_dataset_count(s->view.dataset); i++) {
        arms_flow flow = arms_dataset_flow(s->view.dataset, i);
        sum += flow.category == s->view.category ? flow.value : 0;
    }
    return sum;
}

static void check_category(const char *category, double sum, const char *note)
{
    scene s;
    const arms_wanted wanted = {.category = category, .years = {2020, 2020}};
    if (open_scene(&s, goods, &wanted)) {
        CHECK_STRING(s.view.why, NULL);
        CHECK_NEAR(sum_of_category(&s), sum, 0);
        CHECK_STRING(arms_dataset_category(s.view.dataset, s.view.category), category);
        CHECK(covers(&s, 2020) && !covers(&s, 2022));
        CHECK(note ? s.view.note && strstr(s.view.note, note) : !s.view.note);
    }
    close_scene(&s);
}

static void test_codes(void)
{
    check_category("9301", 1, NULL);
    check_category("93", 11, NULL); /* 930190 is a part of 9301 */
    check_category("8710", 100, NULL);
    check_category("95", 0, NULL); /* no goods of that chapter, in a file of all */
    check_category("hs:strict", 1111, "leaves out military aircraft");
    check_category("hs:wide", 101111, "airliners");
}

static void test_codes_that_are_none(void)
{
    scene s;
    static const char *const names[] = {"9", "930", "Missiles", "eu:ML", "hs:none"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const arms_wanted wanted = {.category = names[i], .years = {2020, 2020}};
        if (open_scene(&s, goods, &wanted))
            CHECK_ROW(s.view.gap == ARMS_VIEW_NO_CATEGORY, names[i]);
        close_scene(&s);
    }
}

static const char some_codes[] =
    "# classification: HS\n"
    "# covers: exporters=*; importers=*; years=2020; categories=9301\n"
    "# covers: exporters=*; importers=*; years=2020; categories=9306\n"
    "year,exporter,importer,category,measure,value\n"
    "2020,Italy,India,9301,USD,1\n2020,Italy,India,9306,USD,10\n";

static void check_some_codes(const char *category, const char *why)
{
    scene s;
    const arms_wanted wanted = {.category = category, .years = {2020, 2020}};
    if (open_scene(&s, some_codes, &wanted))
        CHECK_HAS(s.view.why, why);
    close_scene(&s);
}

/* What else there may be is not known. */
static void test_some_codes(void)
{
    check_some_codes("93", "not whether these are all");
    check_some_codes("hs:strict", "93 (Arms and ammunition");
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
    see_scene(allies, &wanted, see_same_places);
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
    {"codes of goods and sets of them", test_codes},
    {"codes that are none", test_codes_that_are_none},
    {"some codes of a chapter", test_some_codes},
    {"flows stay in their places", test_same_places},
    {NULL, NULL},
};
