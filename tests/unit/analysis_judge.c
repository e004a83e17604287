/* One claim against one dataset: verdicts, fits, reasons. All figures are invented. */
#include <stdio.h>

#include "tests/unit/trial.h"

#define HEAD "year,exporter,importer,category,measure,value,low,high,flags\n"

static const char plain[] = "# covers: exporters=*; importers=*; years=2019-2023\n" HEAD
                            "2022,China,Pakistan,,million TIV,50,,,\n"
                            "2023,China,Pakistan,Ships,million TIV,80,,,\n"
                            "2023,Türkiye,Pakistan,Ships,million TIV,9.345,,,\n"
                            "2023,Iran,Pakistan,Missiles,million TIV,10.655,,,\n"
                            "2023,China,India,Ships,million TIV,300,,,\n";

static void check_claim(const char *claim, arms_verdict verdict, arms_fit fit)
{
    trial t;
    if (trial_open(&t, plain, claim)) {
        CHECK_ROW(t.finding->verdict == verdict, claim);
        CHECK_ROW(t.finding->fit == fit, claim);
        CHECK_ROW(t.verdicts.items[0].verdict == verdict, claim);
        CHECK_ROW(t.finding->computed, claim);
    }
    trial_close(&t);
}

/* Türkiye's share is 9.345 %. */
static void test_shares(void)
{
    check_claim("share,Pakistan,Türkiye,2023,9 %", ARMS_SUPPORTED, ARMS_FIT_EXACT);
    check_claim("share,Pakistan,Turkey,2023,9.3 %", ARMS_SUPPORTED, ARMS_FIT_EXACT);
    check_claim("share,Pakistan,Ankara,2023,9.35 %", ARMS_SUPPORTED, ARMS_FIT_EXACT);
    check_claim("share,Pakistan,Türkiye,2023,9.345 %", ARMS_SUPPORTED, ARMS_FIT_EXACT);
    check_claim("share,Pakistan,Türkiye,2023,9.34 %", ARMS_REFUTED, ARMS_FIT_TRUNCATION);
    check_claim("share,Pakistan,Türkiye,2023,9.4 %", ARMS_REFUTED, ARMS_FIT_NONE);
    check_claim("share,Pakistan,Türkiye,2023,11 %", ARMS_REFUTED, ARMS_FIT_NONE);
    check_claim("share,Pakistan,Türkiye,2023,101 %", ARMS_REFUTED, ARMS_FIT_NONE);
}

static void test_hedged_shares(void)
{
    check_claim("share,Pakistan,Türkiye,2023,about 9.7 %", ARMS_SUPPORTED,
                ARMS_FIT_HEDGE);
    check_claim("share,Pakistan,Türkiye,2023,nearly 10 %", ARMS_SUPPORTED,
                ARMS_FIT_HEDGE);
    check_claim("share,Pakistan,Türkiye,2023,over 9 %", ARMS_SUPPORTED, ARMS_FIT_EXACT);
    check_claim("share,Pakistan,Türkiye,2023,over 10 %", ARMS_REFUTED, ARMS_FIT_NONE);
    check_claim("share,Pakistan,China,2023,80 %", ARMS_SUPPORTED, ARMS_FIT_EXACT);
    check_claim("share,Pakistan,China,2023,over 80 %", ARMS_REFUTED, ARMS_FIT_NONE);
    check_claim("share,Pakistan,China,2023,at least 80 %", ARMS_SUPPORTED,
                ARMS_FIT_EXACT);
    check_claim("share,Pakistan,World,2023,25 %", ARMS_SUPPORTED, ARMS_FIT_EXACT);
    check_claim("share,Pakistan,,2023,25 %", ARMS_SUPPORTED, ARMS_FIT_EXACT);
}

static void test_levels_and_ranks(void)
{
    check_claim("level,Pakistan,China,2023,80 million TIV", ARMS_SUPPORTED,
                ARMS_FIT_EXACT);
    check_claim("level,Pakistan,World,2023,100 million TIV", ARMS_SUPPORTED,
                ARMS_FIT_EXACT);
    check_claim("level,Pakistan,,2022-2023,150 million TIV", ARMS_SUPPORTED,
                ARMS_FIT_EXACT);
    check_claim("level,Pakistan,China,2023,0.08 billion TIV", ARMS_SUPPORTED,
                ARMS_FIT_EXACT);
    check_claim("level,Pakistan,China,2023,81 million TIV", ARMS_REFUTED, ARMS_FIT_NONE);
}

static void test_ranks(void)
{
    check_claim("rank,Pakistan,China,2023,first", ARMS_SUPPORTED, ARMS_FIT_EXACT);
    check_claim("rank,Pakistan,Türkiye,2023,3rd", ARMS_SUPPORTED, ARMS_FIT_EXACT);
    check_claim("rank,Pakistan,Türkiye,2023,2nd", ARMS_REFUTED, ARMS_FIT_NONE);
    check_claim("rank,Pakistan,World,2023,2", ARMS_SUPPORTED, ARMS_FIT_EXACT);
}

/* A claim that `data` does not decide, and why. */
static void check_open(const char *data, const char *claim, arms_reason reason,
                       const char *word)
{
    trial t;
    if (trial_open(&t, data, claim)) {
        CHECK_ROW(t.finding->verdict == ARMS_NOT_ENOUGH_INFO, claim);
        CHECK_ROW(t.finding->reason == reason, claim);
        CHECK_HAS(t.finding->why, word);
    }
    trial_close(&t);
}

static void check_reason(const char *claim, arms_reason reason, const char *word)
{
    check_open(plain, claim, reason, word);
}

static void test_reasons(void)
{
    check_reason("level,Pakistan,China,2023,$80 million", ARMS_REASON_OTHER_MEASURE,
                 "not money");
    check_reason("level,Pakistan,China,2023,80 items", ARMS_REASON_OTHER_MEASURE,
                 "million TIV");
    check_reason("share,Pakistan,China,2024,80 %", ARMS_REASON_NOT_COVERED, "2019");
    check_reason("share,Pakistan,China,2023H1,80 %", ARMS_REASON_PARTIAL_YEAR, "whole");
    check_reason("share,Pakistan,China,,80 %", ARMS_REASON_PERIOD_AMBIGUOUS, "year");
}

static void test_names(void)
{
    check_reason("share,Pakistan,Atlantis,2023,80 %", ARMS_REASON_UNKNOWN_NAME,
                 "Atlantis");
    check_reason("share,Pakistan,Congo,2023,80 %", ARMS_REASON_UNKNOWN_NAME, "may mean");
    check_reason("share,Lemuria,China,2023,80 %", ARMS_REASON_UNKNOWN_NAME, "Lemuria");
    check_reason("share,Pakistan,Europe,2023,5 %", ARMS_REASON_GROUP_UNDEFINED,
                 "sipri:Europe");
    check_reason("share,Pakistan,High income,2023,5 %", ARMS_REASON_GROUP_UNDEFINED,
                 "High income");
}

/* TIV are counted in millions, and whoever leaves the word out means them. */
static void test_bare_tiv(void)
{
    check_reason("level,Pakistan,China,2023,80 TIV", ARMS_REASON_OTHER_MEASURE,
                 "in millions the claim would agree");
    check_claim("level,Pakistan,China,2023,81 TIV", ARMS_REFUTED, ARMS_FIT_NONE);
}

/* The world as a party: its imports from China are China's exports. */
static void test_world_as_subject(void)
{
    check_reason("share,World,World,2023,80 %", ARMS_REASON_UNDEFINED, "all of itself");
    check_reason("rank,World,,2023,1", ARMS_REASON_UNDEFINED, "all of itself");
}

/* What was cut can be wrong in any place. */
static void test_altered_file(void)
{
    static const char cut[] =
        "# publisher: SIPRI\n# release: 2024-03\n"
        "# covers: exporters=*; importers=*; years=2022-2023; categories=*\n"
        "year,exporter,importer,category,measure,value\n"
        "2022,China,Pakistan,,million TIV,80\n2023,China,Pakistan,,million TIV,80\n";
    trial t;
    if (trial_open(&t, cut, "share,Pakistan,China,2023,90 %")) {
        CHECK_COUNT(t.finding->verdict, ARMS_NOT_ENOUGH_INFO);
        CHECK_COUNT(t.finding->reason, ARMS_REASON_NOT_COVERED);
        CHECK_HAS(t.finding->why, "not as it was released");
    }
    trial_close(&t);
}

static void test_nothing_recorded(void)
{
    check_reason("share,Pakistan,Brazil,2023,5 %", ARMS_REASON_NO_DATA, "Brazil");
    check_reason("share,Pakistan,China,2020,80 %", ARMS_REASON_UNDEFINED, "nothing");
    check_reason("rank,Pakistan,India,2023,2", ARMS_REASON_NO_DATA, "India");
}

/* Whole millions: 9.5 to 10.5 beside 89.5 to 90.5, so a share from 9.5/(9.5 + 90.5) to
 * below 10.5/(10.5 + 89.5): [9.5 %, 10.5 %). */
static const char rounded[] = "# covers: exporters=*; importers=*; years=2023\n" HEAD
                              "2023,China,Pakistan,,million TIV,90,89.5,90.5,\n"
                              "2023,Iran,Pakistan,,million TIV,10,9.5,10.5,\n";

static void check_rounded(const char *claim, arms_verdict verdict, arms_reason reason)
{
    trial t;
    if (trial_open(&t, rounded, claim)) {
        CHECK_ROW(t.finding->verdict == verdict, claim);
        CHECK_ROW(t.finding->reason == reason, claim);
    }
    trial_close(&t);
}

static void test_rounding(void)
{
    check_rounded("share,Pakistan,Iran,2023,10 %", ARMS_SUPPORTED, ARMS_REASON_NONE);
    check_rounded("share,Pakistan,Iran,2023,10.0 %", ARMS_NOT_ENOUGH_INFO,
                  ARMS_REASON_ROUNDING);
    check_rounded("share,Pakistan,Iran,2023,10.4 %", ARMS_NOT_ENOUGH_INFO,
                  ARMS_REASON_ROUNDING);
    check_rounded("share,Pakistan,Iran,2023,10.9 %", ARMS_REFUTED, ARMS_REASON_NONE);
    check_rounded("share,Pakistan,Iran,2023,11 %", ARMS_REFUTED,
                  ARMS_REASON_NONE); /* which begins at 10.5 */
    check_rounded("share,Pakistan,Iran,2023,12 %", ARMS_REFUTED, ARMS_REASON_NONE);
    check_rounded("share,Pakistan,Iran,2023,over 9 %", ARMS_SUPPORTED, ARMS_REASON_NONE);
    check_rounded("share,Pakistan,Iran,2023,over 10 %", ARMS_NOT_ENOUGH_INFO,
                  ARMS_REASON_ROUNDING);
    check_rounded("level,Pakistan,Iran,2023,10 million TIV", ARMS_SUPPORTED,
                  ARMS_REASON_NONE);
    check_rounded("level,Pakistan,Iran,2023,11 million TIV", ARMS_REFUTED,
                  ARMS_REASON_NONE); /* 10.5 is not reached */
    check_rounded("rank,Pakistan,Iran,2023,2", ARMS_SUPPORTED, ARMS_REASON_NONE);
}

static void test_open_rank(void)
{
    check_open("# covers: exporters=*; importers=*; years=2023\n" HEAD
               "2023,China,Pakistan,,million TIV,10,9.5,10.5,\n"
               "2023,Iran,Pakistan,,million TIV,10,9.5,10.5,\n",
               "rank,Pakistan,Iran,2023,2nd", ARMS_REASON_ROUNDING, "1st or 2nd");
}

/* An exact tie supports every rank that it spans. */
static void test_tied_rank(void)
{
    static const char tied[] = "# covers: exporters=*; importers=*; years=2023\n" HEAD
                               "2023,China,Pakistan,,million TIV,10,,,\n"
                               "2023,Iran,Pakistan,,million TIV,10,,,\n"
                               "2023,France,Pakistan,,million TIV,5,,,\n";
    static const char *const claims[] = {
        "rank,Pakistan,Iran,2023,1", "rank,Pakistan,Iran,2023,2",
        "rank,Pakistan,Iran,2023,3", "rank,Pakistan,France,2023,2"};
    for (size_t i = 0; i < 4; i++) {
        trial t;
        if (trial_open(&t, tied, claims[i]))
            CHECK_ROW(t.finding->verdict == (i < 2 ? ARMS_SUPPORTED : ARMS_REFUTED),
                      claims[i]);
        trial_close(&t);
    }
}

static void test_allocated(void)
{
    check_open("# covers: exporters=*; importers=*; years=2023\n" HEAD
               "2023,China,Pakistan,,million TIV,50,20,80,allocated\n"
               "2023,Iran,Pakistan,,million TIV,50,,,\n",
               "share,Pakistan,China,2023,50 %", ARMS_REASON_ALLOCATED, "");
}

/* Customs print billions to the dollar, and a claim may do so too. */
static void test_to_the_dollar(void)
{
    static const struct {
        const char *value;
        arms_verdict verdict;
    } claims[] = {{"6721286763 USD", ARMS_SUPPORTED},
                  {"6721286764 USD", ARMS_REFUTED},
                  {"6721286762 USD", ARMS_REFUTED},
                  {"6.721 billion USD", ARMS_SUPPORTED},
                  {"6.722 billion USD", ARMS_REFUTED}};
    for (size_t i = 0; i < sizeof claims / sizeof *claims; i++) {
        trial t;
        char line[80];
        (void)snprintf(line, sizeof line, "level,Pakistan,China,2023,%s",
                       claims[i].value);
        if (trial_open(&t,
                       "# covers: exporters=*; importers=*; years=2023\n" HEAD
                       "2023,China,Pakistan,,USD,6721286763,,,\n",
                       line))
            CHECK_ROW(t.finding->verdict == claims[i].verdict, line);
        trial_close(&t);
    }
}

const check_test analysis_judge_tests[] = {
    {"shares", test_shares},
    {"hedged shares", test_hedged_shares},
    {"levels and ranks", test_levels_and_ranks},
    {"ranks", test_ranks},
    {"reasons", test_reasons},
    {"bare TIV", test_bare_tiv},
    {"the world as a subject", test_world_as_subject},
    {"a file that was cut", test_altered_file},
    {"names that do not tell", test_names},
    {"nothing recorded", test_nothing_recorded},
    {"rounding decides nothing", test_rounding},
    {"a rank that is open", test_open_rank},
    {"a rank that is tied", test_tied_rank},
    {"allocated figures", test_allocated},
    {"to the dollar", test_to_the_dollar},
    {NULL, NULL},
};
