/* Several datasets, several claims: which dataset decides, what claims imply of each
 * other. All figures are invented. */
#include <math.h>
#include <string.h>

#include "tests/unit/trial.h"

#define HEAD   "year,exporter,importer,category,measure,value,low,high,flags\n"
#define COVERS "# covers: exporters=*; importers=*; years=2023\n"

/* Türkiye's share of Pakistan's imports: 10 %, 20 %, 20 %. */
static const char march_2024[] =
    "# release: 2024-03\n" COVERS HEAD "2023,China,Pakistan,,million TIV,90,,,\n"
    "2023,Türkiye,Pakistan,,million TIV,10,,,\n";
static const char march_2025[] =
    "# release: 2025-03\n" COVERS HEAD "2023,China,Pakistan,,million TIV,80,,,\n"
    "2023,Türkiye,Pakistan,,million TIV,20,,,\n";
static const char other_2025[] =
    "# release: 2025-03\n" COVERS HEAD "2023,China,Pakistan,,million TIV,90,,,\n"
    "2023,Türkiye,Pakistan,,million TIV,10,,,\n";
static const char one_supplier[] =
    "# release: 2026-03\n# covers: exporters=Türkiye; importers=*; years=2023\n" HEAD
    "2023,Türkiye,Pakistan,,million TIV,10,,,\n";
static const char no_release[] = COVERS HEAD "2023,China,Pakistan,,million TIV,50,,,\n"
                                             "2023,Türkiye,Pakistan,,million TIV,50,,,\n";

static const char claim[] = "share,Pakistan,Türkiye,2023,20 %";

/* The verdict, and the number of the dataset that decides. */
static void check_decides(const char *const data[], arms_verdict verdict, size_t decides)
{
    trial t;
    if (trial_open_all(&t, data, claim)) {
        const arms_judgement *judged = &t.verdicts.items[0];
        CHECK_COUNT(judged->verdict, verdict);
        CHECK_COUNT(judged->deciding - judged->findings, decides);
    }
    trial_close(&t);
}

static void test_newest_release_decides(void)
{
    check_decides((const char *const[]){march_2024, march_2025, NULL}, ARMS_SUPPORTED, 1);
    check_decides((const char *const[]){march_2025, march_2024, NULL}, ARMS_SUPPORTED, 0);
    check_decides((const char *const[]){march_2024, NULL}, ARMS_REFUTED, 0);
    check_decides((const char *const[]){no_release, march_2025, NULL}, ARMS_SUPPORTED, 1);
}

/* A file that cannot answer takes nothing away. */
static void test_no_answer_never_softens(void)
{
    check_decides((const char *const[]){one_supplier, march_2025, NULL}, ARMS_SUPPORTED,
                  1);
    check_decides((const char *const[]){march_2025, one_supplier, NULL}, ARMS_SUPPORTED,
                  0);
    check_decides((const char *const[]){one_supplier, NULL}, ARMS_NOT_ENOUGH_INFO, 0);
}

static void test_mixed(void)
{
    trial t;
    static const char *const data[] = {march_2025, other_2025, march_2024, NULL};
    if (trial_open_all(&t, data, claim)) {
        CHECK_COUNT(t.verdicts.items[0].verdict, ARMS_MIXED);
        CHECK_COUNT(t.verdicts.items[0].count, 3);
    }
    trial_close(&t);
    static const char *const agree[] = {march_2025, march_2025, NULL};
    if (trial_open_all(&t, agree, claim))
        CHECK_COUNT(t.verdicts.items[0].verdict, ARMS_SUPPORTED);
    trial_close(&t);
}

static void test_no_dataset(void)
{
    trial t;
    static const char *const none[] = {NULL};
    if (trial_open_all(&t, none, claim)) {
        CHECK_COUNT(t.verdicts.count, 1);
        CHECK_COUNT(t.verdicts.items[0].verdict, ARMS_NOT_ENOUGH_INFO);
        CHECK(!t.verdicts.items[0].deciding);
    }
    trial_close(&t);
}

static void test_words(void)
{
    CHECK_STRING(arms_verdict_name(ARMS_SUPPORTED), "supported");
    CHECK_STRING(arms_verdict_name(ARMS_NOT_ENOUGH_INFO), "not-enough-info");
    CHECK_STRING(arms_verdict_word(ARMS_SUPPORTED), "AGREES");
    CHECK_STRING(arms_verdict_word(ARMS_REFUTED), "DISAGREES");
    CHECK_STRING(arms_verdict_word(ARMS_MIXED), "DEPENDS");
    CHECK_STRING(arms_verdict_word(ARMS_NOT_ENOUGH_INFO), "CANNOT SAY");
    CHECK_STRING(arms_fit_name(ARMS_FIT_TRUNCATION), "truncation");
}

static void test_other_words(void)
{
    CHECK_STRING(arms_reason_name(ARMS_REASON_NOT_COVERED), "not-covered");
    CHECK_STRING(arms_reason_name(ARMS_REASON_NONE), NULL);
    CHECK_STRING(arms_policy_name(ARMS_POLICY_KNOWN), "known");
    CHECK_STRING(arms_direction_name(ARMS_EXPORT), "export");
}

/* "Among the top five": a hedge of a rank is not left out of account. */
static void test_hedged_rank(void)
{
    trial t;
    if (trial_open(&t, march_2025, "rank,Pakistan,Türkiye,2023,5,import,at_most"))
        CHECK(t.finding->verdict != ARMS_REFUTED);
    trial_close(&t);
    if (trial_open(&t, march_2025, "rank,Pakistan,Türkiye,2023,1,import,at_least"))
        CHECK(t.finding->verdict != ARMS_REFUTED);
    trial_close(&t);
}

#define PAIR                              \
    "share,Pakistan,Türkiye,2023,11 %\n" \
    "level,Pakistan,TURKIYE,2023,$21 million"

/* 20.5/0.115 = 178.26 and 21.5/0.105 = 204.76. */
static void test_implied_total(void)
{
    trial t;
    static const char *const none[] = {NULL};
    if (trial_open_all(&t, none, PAIR) && CHECK_COUNT(t.verdicts.consistency_count, 1)) {
        const arms_consistency *c = &t.verdicts.consistency[0];
        CHECK_STRING(c->rule, "implied-total");
        CHECK_NEAR(c->range.low, 178260869.565, 0.001);
        CHECK_NEAR(c->range.high, 204761904.762, 0.001);
        CHECK_COUNT(c->unit, ARMS_UNIT_USD);
        CHECK_COUNT(c->verdict, ARMS_NOT_ENOUGH_INFO);
        CHECK(c->claims[0] == &t.claims.items[0] && c->claims[1] == &t.claims.items[1]);
        CHECK_HAS(c->explanation, "$178.3–204.8 million");
    }
    trial_close(&t);
}

/* The same partner under another of its names. */
static void test_implied_total_by_other_names(void)
{
    trial t;
    static const char *const none[] = {NULL};
    if (trial_open_all(&t, none,
                       "share,Pakistan,Turkey,2023,11 %\n"
                       "level,Islamabad,Ankara,2023,$21 million"))
        CHECK_COUNT(t.verdicts.consistency_count, 1);
    trial_close(&t);
}

/* What a partner exports to a country is part of that country's imports: 178 to 205
 * million against 170 + 21 recorded, and not against the partner's exports. */
static void test_implied_total_of_exports(void)
{
    trial t;
    if (trial_open(&t,
                   COVERS HEAD "2023,China,Pakistan,,million USD,170,,,\n"
                               "2023,Türkiye,Pakistan,,million USD,21,,,\n",
                   "share,Pakistan,Türkiye,2023,11 %,import\n"
                   "level,Türkiye,Pakistan,2023,$21 million,export") &&
        CHECK_COUNT(t.verdicts.consistency_count, 1))
        CHECK_COUNT(t.verdicts.consistency[0].verdict, ARMS_SUPPORTED);
    trial_close(&t);
}

/* Parts of years are compared as they are written. */
static void test_implied_total_of_half_years(void)
{
    trial t;
    static const char *const none[] = {NULL};
    if (trial_open_all(&t, none,
                       "share,Pakistan,Türkiye,2023H1,11 %\n"
                       "level,Pakistan,Türkiye,2022H2,$21 million\n"
                       "level,Pakistan,Türkiye,2023H1,$22 million") &&
        CHECK_COUNT(t.verdicts.consistency_count, 1))
        CHECK(t.verdicts.consistency[0].claims[1] == &t.claims.items[2]);
    trial_close(&t);
}

/* A share of another whole implies nothing of the subject's own. */
static void test_implied_total_of_another_whole(void)
{
    trial t;
    static const char *const none[] = {NULL};
    if (trial_open_all(&t, none, PAIR)) {
        CHECK(!t.claims.items[0].unjudged);
        t.claims.items[0].unjudged = "a part of another whole";
        const arms_judge_input input = {NULL, 0, {0}};
        arms_error err = {0};
        CHECK(arms_judge(&t.verdicts, &t.arena, &t.claims, &input, &err));
        CHECK_COUNT(t.verdicts.consistency_count, 0);
        CHECK_COUNT(t.verdicts.items[0].verdict, ARMS_NOT_ENOUGH_INFO);
    }
    trial_close(&t);
}

static void check_total(const char *value, arms_verdict verdict)
{
    trial t;
    arms_buffer data = {0};
    arms_buffer_print(&data,
                      COVERS HEAD "2023,China,Pakistan,,million USD,%s,,,\n"
                                  "2023,Türkiye,Pakistan,,million USD,21,,,\n",
                      value);
    if (trial_open(&t, data.data, PAIR) && CHECK_COUNT(t.verdicts.consistency_count, 1))
        CHECK_ROW(t.verdicts.consistency[0].verdict == verdict, value);
    trial_close(&t);
    arms_buffer_free(&data);
}

/* The recorded total is 21 million more than China's part. */
static void test_recorded_total(void)
{
    check_total("170", ARMS_SUPPORTED);
    check_total("157.5", ARMS_SUPPORTED);
    check_total("157", ARMS_REFUTED);
    check_total("184", ARMS_REFUTED);
    check_total("2000", ARMS_REFUTED);
}

/* A TIV total is no money: nothing is compared, and the explanation says so. */
static void test_two_measures(void)
{
    trial t;
    if (trial_open(&t, march_2025, PAIR) &&
        CHECK_COUNT(t.verdicts.consistency_count, 1)) {
        CHECK_COUNT(t.verdicts.consistency[0].verdict, ARMS_NOT_ENOUGH_INFO);
        CHECK_HAS(t.verdicts.consistency[0].explanation, "two measures");
    }
    trial_close(&t);
}

static void test_claims_that_do_not_belong_together(void)
{
    static const char *const pairs[] = {
        "share,Pakistan,Türkiye,2023,11 %\nlevel,Pakistan,China,2023,$21 million",
        "share,Pakistan,Türkiye,2023,11 %\nlevel,India,Türkiye,2023,$21 million",
        "share,Pakistan,Türkiye,2023,11 %\nlevel,Pakistan,Türkiye,2022,$21 million",
        "share,Pakistan,Türkiye,2023,over 11 %\nlevel,Pakistan,Türkiye,2023,$21 million",
        "share,Pakistan,World,2023,11 %\nlevel,Pakistan,Türkiye,2023,$21 million",
        "rank,Pakistan,Türkiye,2023,2\nlevel,Pakistan,Türkiye,2023,$21 million",
    };
    static const char *const none[] = {NULL};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        trial t;
        if (trial_open_all(&t, none, pairs[i]))
            CHECK_ROW(t.verdicts.consistency_count == 0, pairs[i]);
        trial_close(&t);
    }
}

const check_test analysis_decide_tests[] = {
    {"the newest release decides", test_newest_release_decides},
    {"no answer never softens", test_no_answer_never_softens},
    {"mixed", test_mixed},
    {"no dataset", test_no_dataset},
    {"words", test_words},
    {"words of reasons", test_other_words},
    {"a hedged rank", test_hedged_rank},
    {"an implied total", test_implied_total},
    {"an implied total, by other names", test_implied_total_by_other_names},
    {"an implied total, of exports", test_implied_total_of_exports},
    {"an implied total, of half years", test_implied_total_of_half_years},
    {"an implied total, of another whole", test_implied_total_of_another_whole},
    {"the recorded total", test_recorded_total},
    {"two measures", test_two_measures},
    {"claims that do not belong together", test_claims_that_do_not_belong_together},
    {NULL, NULL},
};
