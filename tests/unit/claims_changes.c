/* Sentences about changes, multiples, ratios and trends and what they claim, rule by
 * rule. */
#include "tests/unit/claims_scene.h"

static const claims_row verbs[] = {
    {"Germany's arms exports fell by 24 per cent between 2004\u201308 and 2009\u201313.",
     "change export Germany, -24 percent 2009-2013<2004-2008"},
    {"Arms imports by Morocco rose by 53 per cent.", "change import Morocco, 53 percent"},
    {"Peru's arms imports grew 12 per cent.", "change import Peru, 12 percent"},
    {"Global arms transfers shrank by 3.3 per cent.",
     "change export World, -3.3 percent"},
    {"Arms transfers to Africa fell by 24 per cent.",
     "change import Africa, -24 percent"},
    {"Hungary's arms imports rose by 11,5 %.", "change import Hungary, 11.5 percent"},
    {"Egypt's arms imports from Italy fell by a quarter.",
     "change import Egypt/Italy, -25 percent"},
    {NULL, NULL},
};

static void test_verbs(void)
{
    claims_check(verbs, NULL);
}

static const claims_row nouns[] = {
    {"A 30 per cent rise in Kenyan arms imports was recorded.",
     "change import Kenya, 30 percent"},
    {"Arms imports by Kenya (+12 per cent) and Ghana (\u20135 per cent) changed little.",
     "change import Kenya, 12 percent | change import Ghana, -5 percent"},
    {NULL, NULL},
};

static void test_nouns(void)
{
    claims_check(nouns, "change");
}

static const claims_row adjectives[] = {
    {"Chile's arms imports were 12 per cent higher in 2015\u201319 than in 2010\u201314.",
     "change import Chile, 12 percent 2015-2019<2010-2014"},
    {"Chile's arms imports were 12 per cent lower in 2015\u201319 than in 2010\u201314.",
     "change import Chile, -12 percent 2015-2019<2010-2014"},
    {NULL, NULL},
};

static void test_adjectives(void)
{
    claims_check(adjectives, "change");
}

/* A hedge is of the magnitude. */
static const claims_row hedged[] = {
    {"Armenia's arms imports fell by more than 20 per cent.",
     "change import Armenia, over -20 percent"},
    {"Armenia's arms imports rose by nearly 20 per cent.",
     "change import Armenia, nearly 20 percent"},
    {"Armenia's arms imports fell by at most 20 per cent.",
     "change import Armenia, at_most -20 percent"},
    {NULL, NULL},
};

static void test_hedged(void)
{
    claims_check(hedged, "change");
}

static const claims_row points[] = {
    {"Poland's share of global arms imports rose by 2 percentage points.",
     "change import Poland/World, 2 percentage_point"},
    {"Italy's share of Egypt's arms imports fell by 5 percentage points.",
     "change import Egypt/Italy, -5 percentage_point"},
    {NULL, NULL},
};

static void test_points(void)
{
    claims_check(points, "change");
}

static const claims_row lists[] = {
    {"Colombia's arms imports fell by 19 per cent, Chile's by a quarter and Peru's by "
     "two-fifths.",
     "change import Colombia, -19 percent | change import Chile, -25 percent | "
     "change import Peru, -40 percent"},
    {"Norway's arms exports rose by 12 per cent and those of Sweden by 9 per cent.",
     "change export Norway, 12 percent | change export Sweden, 9 percent"},
    {"Norway's arms exports rose by 12 per cent; Sweden's fell by 9 per cent.",
     "change export Norway, 12 percent | change export Sweden, -9 percent"},
    {"Norway's arms exports rose by 12 per cent, while its arms imports fell by 9 per "
     "cent.",
     "change export Norway, 12 percent | change import Norway, -9 percent"},
    {NULL, NULL},
};

static void test_lists(void)
{
    claims_check(lists, "change");
}

static const claims_row multiples[] = {
    {"Norway's arms exports more than doubled between 2013\u201317 and 2018\u201322.",
     "multiple export Norway, over 2 times 2018-2022<2013-2017"},
    {"Finland's arms imports halved.", "multiple import Finland, 0.5 times"},
    {"Egypt's arms imports from Italy fell by half.",
     "multiple import Egypt/Italy, 0.5 times"},
    {"Qatar's arms imports rose fourfold.", "multiple import Qatar, 4 times"},
    {"Finland's arms exports rose two and a half times.",
     "multiple export Finland, 2.5 times"},
    {"Kuwait and Bahrain doubled their arms imports.",
     "multiple import Kuwait, 2 times | multiple import Bahrain, 2 times"},
    {"Kuwait and Bahrain together doubled their arms imports.",
     "multiple import Kuwait;Bahrain, 2 times"},
    {NULL, NULL},
};

static void test_multiples(void)
{
    claims_check(multiples, "multiple");
}

static const claims_row ratios[] = {
    {"Spain's arms exports were four times those of Portugal.",
     "ratio export Spain/Portugal, 4 times"},
    {"Spain's arms exports were 20 per cent higher than those of Italy.",
     "ratio export Spain/Italy, 20 percent_higher"},
    {"Spain's arms exports were 20 per cent lower than those of Italy.",
     "ratio export Spain/Italy, 20 percent_lower"},
    {NULL, NULL},
};

static void test_ratios(void)
{
    claims_check(ratios, "ratio");
}

static const claims_row trends[] = {
    {"Algeria's arms imports are declining.", "trend import Algeria, down"},
    {"Global arms exports rose.", "trend export World, up"},
    {"Arms imports by Chile fell.", "trend import Chile, down"},
    {NULL, NULL},
};

static void test_trends(void)
{
    claims_check(trends, "trend");
}

static void test_none(void)
{
    static const claims_row rows[] = {{"Peru's arms imports did not rise.", ""},
                                      {"Peru's arms imports will never fall.", ""},
                                      {"Its arms imports doubled.", ""},
                                      {"Prices rose by 9 per cent.", ""},
                                      {NULL, NULL}};
    claims_check(rows, NULL);
}

const check_test claims_changes_tests[] = {
    {"verbs", test_verbs},
    {"nouns and signs", test_nouns},
    {"adjectives", test_adjectives},
    {"hedges", test_hedged},
    {"changes of shares", test_points},
    {"lists of changes", test_lists},
    {"multiples", test_multiples},
    {"ratios", test_ratios},
    {"trends", test_trends},
    {"what is no change", test_none},
    {NULL, NULL},
};
