/* Ranks and rankings. All figures are invented. */
#include <string.h>

#include "tests/unit/ask.h"

#define HEAD     "year,exporter,importer,category,measure,value,low,high,flags\n"
#define ALL      "# covers: exporters=*; importers=*; years=2019-2023\n"
#define PAKISTAN ((ask_question){.subject = "Pakistan", .first = 2020, .last = 2020})

static void is(arms_rank rank, int value, int low, int high, int ties)
{
    CHECK_COUNT(rank.rank, value);
    CHECK_COUNT(rank.low, low);
    CHECK_COUNT(rank.high, high);
    CHECK_COUNT(rank.ties, ties);
}

static const char ties[] = ALL HEAD "2020,China,Pakistan,,TIV,50,,,\n"
                                    "2020,Iran,Pakistan,,TIV,20,,,\n"
                                    "2020,Türkiye,Pakistan,,TIV,20,,,\n"
                                    "2020,France,Pakistan,,TIV,5,,,\n"
                                    "2020,PKK (Turkiye)*,Pakistan,,TIV,30,,,\n"
                                    "2020,India,Pakistan,,TIV,0,,,\n";

static void see_ties(ask *a)
{
    is(ask_rank(a, "China").rank, 1, 1, 1, 0);
    is(ask_rank(a, "Iran").rank, 2, 2, 2, 1);
    is(ask_rank(a, "Türkiye").rank, 2, 2, 2, 1);
    is(ask_rank(a, "France").rank, 4, 4, 4, 0); /* two stand before it on place 2 */
    CHECK_COUNT(ask_rank(a, "China").rank.ranked, 4);
    arms_place group = ask_rank(a, "PKK"), none = ask_rank(a, "India");
    CHECK_COUNT(group.rank.rank, 0);
    CHECK_COUNT(group.level.reason, ARMS_REASON_UNDEFINED);
    CHECK_COUNT(none.rank.rank, 0);
    CHECK_COUNT(none.level.reason, ARMS_REASON_NO_DATA);
}

static void test_ties(void)
{
    ask_see(ties, PAKISTAN, see_ties);
}

/* 5 to 7, 6 to 8 and 8 to 9: the first two overlap; the last is always first, as 8 is
 * above all below it. */
static void see_overlaps(ask *a)
{
    is(ask_rank(a, "China").rank, 3, 2, 3, 0);
    is(ask_rank(a, "Iran").rank, 2, 2, 3, 0);
    is(ask_rank(a, "Türkiye").rank, 1, 1, 1, 0);
}

static void test_overlaps(void)
{
    ask_see(ALL HEAD "2020,China,Pakistan,,TIV,6,5,7,\n"
                     "2020,Iran,Pakistan,,TIV,7,6,8,\n"
                     "2020,Türkiye,Pakistan,,TIV,8,8,9,\n",
            PAKISTAN, see_overlaps);
}

/* Exactly 5 may be equalled by what lies in [5, 6), and then nobody is larger. */
static void see_a_point_on_a_limit(ask *a)
{
    CHECK_COUNT(ask_rank(a, "China").rank.low, 1);
    CHECK_COUNT(ask_rank(a, "China").rank.high, 2);
}

static void test_a_point_on_a_limit(void)
{
    ask_see(ALL HEAD "2020,China,Pakistan,,TIV,5,,,\n"
                     "2020,Iran,Pakistan,,TIV,5.5,5,6,\n",
            PAKISTAN, see_a_point_on_a_limit);
}

/* An unknown supplier is no rival, but could belong to one. */
static void see_unknown_mass(ask *a)
{
    arms_rank china = ask_rank(a, "China").rank, iran = ask_rank(a, "Iran").rank,
              turkiye = ask_rank(a, "Türkiye").rank;
    CHECK_COUNT(china.worst, 1); /* 20 and 15 are less than 60 */
    CHECK_COUNT(iran.rank, 2);
    CHECK_NEAR(iran.unknown, 0.15, 1e-12);
    CHECK_COUNT(iran.worst, 2); /* 5 and 15 are no more than 20 */
    CHECK_COUNT(turkiye.rank, 3);
    CHECK_COUNT(turkiye.worst, 4); /* 15 is more than 5 */
    CHECK_COUNT(ask_rank(a, "unknown supplier").rank.rank, 0);
}

static void test_unknown_mass(void)
{
    ask_see(ALL HEAD "2020,China,Pakistan,,TIV,60,,,\n"
                     "2020,Iran,Pakistan,,TIV,20,,,\n"
                     "2020,Türkiye,Pakistan,,TIV,5,,,\n"
                     "2020,unknown supplier,Pakistan,,TIV,15,,,\n",
            PAKISTAN, see_unknown_mass);
}

/* A rival whose value is missing may be the largest, whatever total is printed. */
static void see_missing_rival(ask *a)
{
    arms_place china = ask_rank(a, "China");
    CHECK(china.level.reason != ARMS_REASON_NONE || china.rank.high >= 2);
}

static void test_missing_rival(void)
{
    ask_see(ALL HEAD "2020,China,Pakistan,,TIV,10,,,\n"
                     "2020,Iran,Pakistan,,TIV,,,,\n"
                     "2020,World,Pakistan,,TIV,100,,,\n",
            PAKISTAN, see_missing_rival);
}

/* A printed total beside two suppliers says nothing of the others. */
static void see_rivals_not_covered(ask *a)
{
    arms_ranking ranking;
    CHECK_COUNT(ask_rank(a, "China").level.reason, ARMS_REASON_NOT_COVERED);
    CHECK_FIGURE(ask_share(a, "China"), 0.1, 0.1, 0.1); /* the share is known */
    CHECK(arms_tally_ranking(&ranking, a->tally, a->years, NULL));
    CHECK_COUNT(ranking.whole.reason, ARMS_REASON_NOT_COVERED);
    CHECK_COUNT(ranking.count, 0);
}

static void test_rivals_not_covered(void)
{
    ask_see("# covers: exporters=China|Iran; importers=Pakistan; years=2020\n" HEAD
            "2020,China,Pakistan,,TIV,10,,,\n"
            "2020,Iran,Pakistan,,TIV,5,,,\n"
            "2020,World,Pakistan,,TIV,100,,,\n",
            PAKISTAN, see_rivals_not_covered);
}

static void test_ranking(void)
{
    ask a;
    arms_ranking ranking;
    static const char *const names[] = {"China", "PKK (Türkiye)", "Iran", "Türkiye",
                                        "France"};
    static const int ranks[] = {1, 0, 2, 2, 4};
    if (!ask_open(&a, ties, PAKISTAN))
        return;
    CHECK(arms_tally_ranking(&ranking, a.tally, a.years, NULL));
    CHECK_FIGURE(ranking.whole, 125, 125, 125);
    if (CHECK_COUNT(ranking.count, 5)) {
        for (size_t i = 0; i < 5; i++) {
            CHECK_STRING(arms_dataset_party_name(a.f.data, ranking.places[i].party),
                         names[i]);
            CHECK_COUNT(ranking.places[i].rank.rank, ranks[i]);
        }
        CHECK_FIGURE(ranking.places[0].share, 0.4, 0.4, 0.4);
        CHECK_FIGURE(ranking.places[4].level, 5, 5, 5);
    }
    ask_close(&a);
}

/* Larger numbers of years are ranked by their sum. */
static void see_years(ask *a)
{
    is(ask_rank(a, "Iran").rank, 1, 1, 1, 0);
    is(ask_rank(a, "China").rank, 2, 2, 2, 0);
}

static void test_years(void)
{
    ask_see(ALL HEAD "2019,China,Pakistan,,TIV,10,,,\n"
                     "2020,Iran,Pakistan,,TIV,8,,,\n"
                     "2021,Iran,Pakistan,,TIV,8,,,\n",
            (ask_question){.subject = "Pakistan", .first = 2019, .last = 2021},
            see_years);
}

/* A name that the reference table does not have is not known to be a state. */
static void test_unlisted_names(void)
{
    ask a;
    ask_question states = PAKISTAN;
    states.policy = ARMS_POLICY_STATES;
    if (!ask_open(&a,
                  ALL HEAD "2020,China,Pakistan,,TIV,10,,,\n"
                           "2020,Atlantis Front,Pakistan,,TIV,90,,,\n",
                  states))
        return;
    arms_place china = ask_rank(&a, "China");
    CHECK(china.level.reason != ARMS_REASON_NONE || china.rank.low == 1);
    ask_close(&a);
}

const check_test analysis_rank_tests[] = {
    {"exact ties", test_ties},
    {"bounds that overlap", test_overlaps},
    {"a point on a limit", test_a_point_on_a_limit},
    {"what has no known supplier", test_unknown_mass},
    {"a rival whose value is missing", test_missing_rival},
    {"rivals that are not covered", test_rivals_not_covered},
    {"a ranking", test_ranking},
    {"several years", test_years},
    {"names that are not listed", test_unlisted_names},
    {NULL, NULL},
};
