/* Whose a number is where several could have it, and when it is nobody's. */
#include "tests/unit/claims_scene.h"

/* Claims that are denied, and words that deny nothing. */
static const claims_row denied[] = {
    {"Peru is not the largest arms importer in South America.", ""},
    {"Peru isn\u2019t the largest arms importer in South America.", ""},
    {"China did not supply 5 per cent of Peru's arms imports in 2019.", ""},
    {"Peru never imported 5 per cent of its arms from Spain.", ""},
    {"Peru's arms imports were not $6 million in 2019.", ""},
    {"Peru was No. 3 among arms importers in 2019.",
     "rank import Peru/World, 3 rank 2019"},
    {"India was the largest arms importer in 2019, not China.",
     "rank import India/World, 1 rank 2019"},
    {NULL, NULL},
};

static void test_denied(void)
{
    claims_check(denied, NULL);
}

/* Parties that no table knows, and "its" that can mean nobody else. */
static const claims_row strangers[] = {
    {"Atlantis's arms imports rose by 5 per cent in 2019.", ""},
    {"China supplied 5 per cent of Atlantis's arms imports in 2019.", ""},
    {"P\u0430kistan's arms imports fell by 3 per cent in 2019.", ""},
    {"China, Atlantis and Peru accounted for 40 per cent of global arms exports.", ""},
    {"Russia supplied 40 per cent of its weapons in 2019.", ""},
    {"Russia sold 40 per cent of its weapons to Peru in 2019.",
     "share export Russia/Peru, 40 percent 2019"},
    {"Russia supplied 40 per cent of Peru's weapons in 2019.",
     "share import Peru/Russia, 40 percent 2019"},
    {NULL, NULL},
};

static void test_strangers(void)
{
    claims_check(strangers, NULL);
}

/* A name that two states share is neither, unless texts mean but one of them; whom a text
 * points at without having named anybody is nobody. */
static const claims_row unsure[] = {
    {"Congo's arms imports rose by 5 per cent.", "change import Congo, 5 percent"},
    {"Congolese arms imports rose by 5 per cent.", "change import Congolese, 5 percent"},
    {"Korea's arms exports rose by 5 per cent.", "change export South Korea, 5 percent"},
    {"Chile had 12 per cent of the region's arms imports in 2019.", ""},
    {"Arms imports by South America fell. Chile had 12 per cent of the region's arms "
     "imports in 2019.",
     "trend import South America, down | share import Chile in South America, 12 "
     "percent 2019"},
    {"Peru's arms exports to the region rose by 5 per cent.", ""},
    {NULL, NULL},
};

static void test_unsure(void)
{
    claims_check(unsure, NULL);
}

/* Those that somebody is compared with have no number. */
static const claims_row outranked[] = {
    {"Peru was the largest arms importer in 2019, after Chile and Spain, and received 2 "
     "per cent of global arms imports.",
     "rank import Peru/World, 1 rank 2019 | share import Peru/World, 2 percent 2019"},
    {"Russia was the largest supplier of arms in 2010\u201314, while India was the "
     "largest "
     "recipient.",
     "rank export Russia/World, 1 rank 2010-2014 | rank import India/World, 1 rank "
     "2010-2014"},
    {"Chile and Peru were the second and third largest arms importers in 2019.",
     "rank import Chile/World, 2 rank 2019 | rank import Peru/World, 3 rank 2019"},
    {NULL, NULL},
};

static void test_outranked(void)
{
    claims_check(outranked, NULL);
}

/* A party of its own in a list, or behind the number. */
static const claims_row listed[] = {
    {"Chile raised its arms imports by 15 per cent, Peru by 6 per cent.",
     "change import Chile, 15 percent | change import Peru, 6 percent"},
    {"Chile's arms imports rose by 15 per cent, compared with 6 per cent for Peru.",
     "change import Chile, 15 percent | change import Peru, 6 percent"},
    {"Chile imported arms worth $9 million in 2019, of which Spain supplied $2 million.",
     "level import Chile, 9000000 USD 2019 | level import Chile/Spain, 2000000 USD "
     "2019"},
    {"In 2021 Peru's arms imports were worth $5 million and in 2022 $7 million.",
     "level import Peru, 5000000 USD 2021 | level import Peru, 7000000 USD 2022"},
    {"With 4 per cent of global arms exports in 2019, Spain overtook Italy.",
     "share export Spain/World, 4 percent 2019"},
    {"Russia provided 30 per cent of what Peru bought in 2019.",
     "share import Peru/Russia, 30 percent 2019"},
    {"Spain and Italy took 23 and 9 per cent of Russian arms exports in 2019.",
     "share export Russia/Spain, 23 percent 2019 | share export Russia/Italy, 9 percent "
     "2019"},
    {"America's arms exports rose by 5 per cent.",
     "change export United States, 5 percent"},
    {"Spain overtook Italy as third-largest arms exporter in 2019, with 6 per cent "
     "against 4 per cent.",
     "rank export Spain/World, 3 rank 2019 | share export Spain/World, 6 percent 2019 | "
     "share export Italy/World, 4 percent 2019"},
    {NULL, NULL},
};

static void test_listed(void)
{
    claims_check(listed, NULL);
}

const check_test claims_parties_tests[] = {
    {"what is denied", test_denied},           {"nobody's numbers", test_strangers},
    {"shared and missing names", test_unsure}, {"those compared with", test_outranked},
    {"parties of lists", test_listed},         {NULL, NULL},
};
