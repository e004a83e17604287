/* Levels and shares, where partners are listed one by one. All figures are invented. */
#include <string.h>

#include "tests/unit/ask.h"

#define HEAD     "year,exporter,importer,category,measure,value,low,high,flags\n"
#define ALL      "# covers: exporters=*; importers=*; years=2019-2023\n"
#define PAKISTAN ((ask_question){.subject = "Pakistan", .first = 2020, .last = 2020})

static const char plain[] =
    ALL HEAD "2019,China,Pakistan,Ships,million TIV,7,,,\n"
             "2020,China,Pakistan,Ships,million TIV,60,,,\n"
             "2020,China,Pakistan,Missiles,million TIV,10,,,estimated\n"
             "2020,Türkiye,Pakistan,Ships,million TIV,20,19,22,year-estimated\n"
             "2020,unknown supplier,Pakistan,Ships,million TIV,6,,,\n"
             "2020,PKK (Turkiye)*,Pakistan,Ships,million TIV,4,,,\n"
             "2020,China,India,Ships,million TIV,1000,,,\n"
             "2021,Türkiye,Pakistan,Ships,million TIV,30,,,\n";

static void see_levels(ask *a)
{
    arms_figure china = ask_level(a, "China"), all = ask_level(a, NULL);
    CHECK_FIGURE(china, 70, 70, 70);
    CHECK_COUNT(china.rows, 2);
    CHECK_NEAR(china.estimated, 10, 1e-12);
    CHECK(china.marks && !china.allocated && !china.amount.open);
    CHECK_FIGURE(ask_level(a, "Türkiye"), 19, 20, 22);
    CHECK_FIGURE(all, 99, 100, 102);
    CHECK_COUNT(all.rows, 5);
    CHECK_NEAR(all.estimated, 30, 1e-12);
    CHECK_FIGURE(ask_level(a, "India"), 0, 0, 0); /* covered, and none recorded */
}

static void test_levels(void)
{
    ask_see(plain, PAKISTAN, see_levels);
}

static void see_several_years(ask *a)
{
    arms_figure year;
    CHECK_FIGURE(ask_level(a, "China"), 77, 77, 77);
    CHECK_FIGURE(ask_level(a, NULL), 136, 137, 139);
    CHECK(arms_tally_level(&year, a->tally, arms_entity_by_code("TUR"),
                           (arms_years){2021, 2021}, NULL));
    CHECK_FIGURE(year, 30, 30, 30);
    CHECK_FIGURE(ask_share(a, "China"), 77.0 / 139, 77.0 / 137, 77.0 / 136);
}

static void test_several_years(void)
{
    ask_see(plain, (ask_question){.subject = "Pakistan", .first = 2019, .last = 2021},
            see_several_years);
}

static void see_shares(ask *a)
{
    arms_figure turkiye = ask_share(a, "Türkiye");
    CHECK_FIGURE(turkiye, 19.0 / 99, 0.2, 22.0 / 102);
    CHECK_NEAR(turkiye.estimated, 1, 1e-12); /* all of it rests on estimates */
    CHECK_FIGURE(ask_share(a, "China"), 70.0 / 102, 0.7, 70.0 / 99);
    CHECK_NEAR(ask_share(a, "China").estimated, 1.0 / 7, 1e-12);
    CHECK_FIGURE(ask_share(a, "India"), 0, 0, 0);
}

static void test_shares(void)
{
    ask_see(plain, PAKISTAN, see_shares);
}

static void see_exports(ask *a)
{
    CHECK_FIGURE(ask_level(a, "Pakistan"), 70, 70, 70);
    CHECK_FIGURE(ask_share(a, "India"), 1000.0 / 1070, 1000.0 / 1070, 1000.0 / 1070);
}

static void test_exports(void)
{
    ask_see(plain,
            (ask_question){
                .flow = ARMS_EXPORT, .subject = "China", .first = 2020, .last = 2020},
            see_exports);
}

/* Of the world's imports the partners are importers, of its exports the exporters. */
static void see_world_imports(ask *a)
{
    CHECK_FIGURE(ask_level(a, "Pakistan"), 99, 100, 102);
    CHECK_FIGURE(ask_level(a, NULL), 1099, 1100, 1102);
    CHECK_FIGURE(ask_share(a, "India"), 1000.0 / 1102, 1000.0 / 1100, 1000.0 / 1099);
}

static void see_world_exports(ask *a)
{
    CHECK_FIGURE(ask_level(a, "China"), 1070, 1070, 1070);
    CHECK_FIGURE(ask_level(a, "Türkiye"), 19, 20, 22);
}

static void test_world(void)
{
    const ask_question imports = {.first = 2020, .last = 2020};
    ask_question exports = imports;
    exports.flow = ARMS_EXPORT;
    ask_see(plain, imports, see_world_imports);
    ask_see(plain, exports, see_world_exports);
}

static void see_states(ask *a)
{
    CHECK_FIGURE(ask_share(a, "China"), 70.0 / 92, 70.0 / 90, 70.0 / 89);
    CHECK_COUNT(ask_share(a, "unknown supplier").reason, ARMS_REASON_UNDEFINED);
    CHECK_COUNT(ask_share(a, "PKK").reason, ARMS_REASON_UNDEFINED);
}

static void see_known_parties(ask *a)
{
    CHECK_FIGURE(ask_share(a, "China"), 70.0 / 96, 70.0 / 94, 70.0 / 93);
    CHECK_FIGURE(ask_level(a, "PKK"), 4, 4, 4);
    CHECK_COUNT(ask_share(a, "unknown supplier").reason, ARMS_REASON_UNDEFINED);
}

static void test_policies(void)
{
    ask_question states = PAKISTAN, known = PAKISTAN;
    states.policy = ARMS_POLICY_STATES;
    known.policy = ARMS_POLICY_KNOWN;
    ask_see(plain, states, see_states);
    ask_see(plain, known, see_known_parties);
}

static void see_ships(ask *a)
{
    CHECK_FIGURE(ask_level(a, "China"), 60, 60, 60);
    CHECK_FIGURE(ask_share(a, "China"), 60.0 / 92, 60.0 / 90, 60.0 / 89);
}

static void test_categories(void)
{
    ask_question ships = PAKISTAN;
    ships.category = "ships";
    ask_see(plain, ships, see_ships);
}

static void check_gap(arms_figure figure, arms_reason reason, const char *word)
{
    CHECK_COUNT(figure.reason, reason);
    CHECK_HAS(figure.why, word);
}

static void see_years_not_covered(ask *a)
{
    check_gap(ask_level(a, "China"), ARMS_REASON_NOT_COVERED, "2019 to 2023");
    check_gap(ask_level(a, NULL), ARMS_REASON_NOT_COVERED, "2024");
    check_gap(ask_share(a, "China"), ARMS_REASON_NOT_COVERED, "2024");
    check_gap(ask_rank(a, "China").level, ARMS_REASON_NOT_COVERED, "2024");
}

static void see_nothing_covered(ask *a)
{
    check_gap(ask_level(a, "China"), ARMS_REASON_NOT_COVERED, "Pakistan");
}

static void test_not_covered(void)
{
    const ask_question later = {.subject = "Pakistan", .first = 2023, .last = 2024};
    ask_see(plain, later, see_years_not_covered);
    ask_see(HEAD "2020,China,Pakistan,,TIV,5,,,\n", PAKISTAN, see_nothing_covered);
}

/* A file of one supplier answers for it, and for no share of the whole. */
static void see_one_supplier(ask *a)
{
    CHECK_FIGURE(ask_level(a, "China"), 5, 5, 5);
    CHECK_COUNT(ask_level(a, NULL).reason, ARMS_REASON_NOT_COVERED);
    CHECK_COUNT(ask_share(a, "China").reason, ARMS_REASON_NOT_COVERED);
    CHECK_COUNT(ask_rank(a, "China").level.reason, ARMS_REASON_NOT_COVERED);
    CHECK_COUNT(ask_level(a, "India").reason, ARMS_REASON_NOT_COVERED);
}

static void test_one_supplier(void)
{
    ask_see("# covers: exporters=China; importers=*; years=2020\n" HEAD
            "2020,China,Pakistan,,TIV,5,,,\n2020,China,India,,TIV,15,,,\n",
            PAKISTAN, see_one_supplier);
}

/* A party that occurs nowhere is no zero. */
static void see_absent_partner(ask *a)
{
    check_gap(ask_level(a, "Iran"), ARMS_REASON_NO_DATA, "Iran");
    check_gap(ask_share(a, "Iran"), ARMS_REASON_NO_DATA, "Iran");
    check_gap(ask_rank(a, "Iran").level, ARMS_REASON_NO_DATA, "Iran");
}

static void see_absent_subject(ask *a)
{
    check_gap(ask_level(a, NULL), ARMS_REASON_NO_DATA, "Iran");
}

static void test_absent_party(void)
{
    const ask_question iran = {.subject = "Iran", .first = 2020, .last = 2020};
    ask_see(plain, PAKISTAN, see_absent_partner);
    ask_see(plain, iran, see_absent_subject);
}

static void see_missing_cell(ask *a)
{
    CHECK_FIGURE(ask_level(a, "China"), 5, 5, 5);
    CHECK_FIGURE(ask_level(a, "Iran"), 0, 0, 0);
    check_gap(ask_level(a, "Türkiye"), ARMS_REASON_NO_DATA, "line 4");
    check_gap(ask_level(a, NULL), ARMS_REASON_NO_DATA, "missing");
    CHECK_COUNT(ask_share(a, "China").reason, ARMS_REASON_NO_DATA);
    CHECK_COUNT(ask_rank(a, "China").level.reason, ARMS_REASON_NO_DATA);
}

static void test_missing_cell(void)
{
    ask_see(ALL HEAD "2020,China,Pakistan,,TIV,5,,,\n"
                     "2020,Türkiye,Pakistan,,TIV,,,,\n"
                     "2020,Iran,Pakistan,,TIV,0,0,0,\n",
            PAKISTAN, see_missing_cell);
}

/* A share of nothing, and of what may be nothing, is undefined. */
static void see_share_of_little(ask *a)
{
    check_gap(ask_share(a, "China"), ARMS_REASON_UNDEFINED, "may be nothing");
}

static void see_share_of_nothing(ask *a)
{
    check_gap(ask_share(a, "China"), ARMS_REASON_UNDEFINED, "nothing is recorded");
}

static void test_share_of_nothing(void)
{
    const ask_question none = {.subject = "Pakistan", .first = 2022, .last = 2022};
    ask_see(ALL HEAD "2020,China,Pakistan,,TIV,0,0,0.5,\n"
                     "2021,China,Pakistan,,TIV,1,,,\n",
            PAKISTAN, see_share_of_little);
    ask_see(ALL HEAD "2021,China,Pakistan,,TIV,1,,,\n", none, see_share_of_nothing);
}

static void test_periods_that_fail(void)
{
    fixture f = fixture_load(plain);
    arms_arena arena = {0};
    arms_tally *tally;
    arms_error err = {0};
    arms_question q = {.years = {2021, 2020}};
    CHECK(!arms_tally_make(&tally, &arena, f.data, &q, &err));
    q.years = (arms_years){1500, 2020};
    CHECK(!arms_tally_make(&tally, &arena, f.data, &q, &err));
    arms_arena_free(&arena);
    fixture_free(&f);
}

const check_test analysis_tally_tests[] = {
    {"levels", test_levels},
    {"several years", test_several_years},
    {"shares", test_shares},
    {"exports", test_exports},
    {"the world's imports and exports", test_world},
    {"policies", test_policies},
    {"categories", test_categories},
    {"what is not covered", test_not_covered},
    {"a file of one supplier", test_one_supplier},
    {"a party that occurs nowhere", test_absent_party},
    {"a missing cell", test_missing_cell},
    {"a share of nothing", test_share_of_nothing},
    {"periods that fail", test_periods_that_fail},
    {NULL, NULL},
};
