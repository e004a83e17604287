/* Sentences about shares and what they claim, rule by rule. */
#include "tests/unit/claims_scene.h"

static const claims_row before[] = {
    {"Italy supplied 38 per cent of Egypt's arms imports in 2019\u201323.",
     "share import Egypt/Italy, 38 percent 2019-2023"},
    {"China accounted for 82 per cent of Pakistan's arms imports.",
     "share import Pakistan/China, 82 percent"},
    {"India received 61 per cent of Russia's arms exports.",
     "share export Russia/India, 61 percent"},
    {"Kuwait (14 per cent of Italy's arms exports) was ahead of Turkey.",
     "share export Italy/Kuwait, 14 percent"},
    {"Italy provided almost a third of Egypt's arms imports.",
     "share import Egypt/Italy, nearly 33.3333333333 percent"},
    {NULL, NULL},
};

static void test_part_before(void)
{
    claims_check(before, "share-of");
}

static const claims_row behind[] = {
    {"A quarter of Spain's arms exports went to Qatar.",
     "share export Spain/Qatar, 25 percent"},
    {"Some 38 per cent of Egypt's arms imports came from Italy.",
     "share import Egypt/Italy, about 38 percent"},
    {"Of Peru's arms imports, 45 per cent came from South Korea.",
     "share import Peru/South Korea, 45 percent"},
    {"Most of Finland's arms imports came from Germany.",
     "share import Finland/Germany, over 50 percent"},
    {"Almost all of Armenia's arms imports came from Russia.",
     "share import Armenia/Russia, nearly 100 percent"},
    {"Less than 5 per cent of Armenia's arms imports came from India.",
     "share import Armenia/India, under 5 percent"},
    {NULL, NULL},
};

static void test_part_behind(void)
{
    claims_check(behind, "share-of");
}

static const claims_row own[] = {
    {"Chile bought 12 per cent of its arms from Israel.",
     "share import Chile/Israel, 12 percent"},
    {"Greece relied on France for 57 per cent of its arms imports.",
     "share import Greece/France, 57 percent"},
    {"Morocco, which bought 69 per cent of its arms from the USA, is small.",
     "share import Morocco/United States, 69 percent"},
    {NULL, NULL},
};

static void test_own(void)
{
    claims_check(own, "share-of");
}

static const claims_row world[] = {
    {"The USA accounted for 42 per cent of global arms exports.",
     "share export United States/World, 42 percent"},
    {"India accounted for 9.8 per cent of world arms imports.",
     "share import India/World, 9.8 percent"},
    {"Italy had 4.3 per cent of the world's arms exports.",
     "share export Italy/World, 4.3 percent"},
    {NULL, NULL},
};

static void test_world(void)
{
    claims_check(world, "share-of");
}

/* The whole is a region's flow. */
static const claims_row regions[] = {
    {"Algeria took 40 per cent of African arms imports.",
     "share import Algeria in Africa, 40 percent"},
    {"Kenya accounted for 12 per cent of arms imports in East Africa.",
     "share import Kenya in East Africa, 12 percent"},
    {"Spain accounted for 12 per cent of arms imports by NATO members.",
     "share import Spain in NATO, 12 percent"},
    {"Israel accounted for 12 per cent of arms imports in East Africa.",
     "share import East Africa/Israel, 12 percent"},
    {NULL, NULL},
};

static void test_regions(void)
{
    claims_check(regions, "share-of");
}

static const claims_row sums[] = {
    {"Brazil, Peru and Chile together accounted for 61 per cent of South American arms "
     "imports.",
     "top-n-sum import Brazil;Peru;Chile in South America, 61 percent"},
    {"Sweden and Norway accounted for 3 per cent of global arms exports.",
     "top-n-sum export Sweden;Norway/World, 3 percent"},
    {"Qatar and Oman received 19 per cent of Italy's arms exports.",
     "top-n-sum export Qatar;Oman/Italy, 19 percent"},
    {NULL, NULL},
};

static void test_sums(void)
{
    claims_check(sums, "share-of");
}

static const claims_row nouns[] = {
    {"Italy's share of global arms exports was 4.3 per cent.",
     "share export Italy/World, 4.3 percent"},
    {"Russia's share of India's arms imports was 36 per cent.",
     "share import India/Russia, 36 percent"},
    {"The share of Russia in India's arms imports fell to 36 per cent.",
     "share import India/Russia, 36 percent"},
    {NULL, NULL},
};

static void test_nouns(void)
{
    claims_check(nouns, "share-noun");
}

static const claims_row pairs[] = {
    {"Russia's share of India's arms imports fell from 58 per cent in 2014\u201318 to 36 "
     "per cent in 2019\u201323.",
     "share import India/Russia, 58 percent 2014-2018 | "
     "share import India/Russia, 36 percent 2019-2023"},
    {"In 2019\u201323 Italy supplied 38 per cent of Egypt's arms imports, compared with "
     "12 per cent in 2014\u201318.",
     "share import Egypt/Italy, 38 percent 2019-2023 | "
     "share import Egypt/Italy, 12 percent 2014-2018"},
    {NULL, NULL},
};

static void test_pairs(void)
{
    claims_check(pairs, "pair");
}

static const claims_row lists[] = {
    {"Germany supplied 12 per cent of Israel's arms imports, Italy 5 per cent and Spain "
     "2 per cent.",
     "share import Israel/Germany, 12 percent | share import Israel/Italy, 5 percent | "
     "share import Israel/Spain, 2 percent"},
    {"Morocco received 70 per cent of its arms imports from the United States and 15 per "
     "cent from France.",
     "share import Morocco/United States, 70 percent | "
     "share import Morocco/France, 15 percent"},
    {"The largest suppliers of Angola were Russia (66 per cent), Belarus (12 per cent) "
     "and China (9 per cent).",
     "share import Angola/Russia, 66 percent | share import Angola/Belarus, 12 percent | "
     "share import Angola/China, 9 percent"},
    {NULL, NULL},
};

static void test_lists(void)
{
    claims_check(lists, "share-list");
}

/* A number of what was said before. */
static const claims_row referred[] = {
    {"Vietnam's arms imports were worth $400 million, of which 72 per cent came from "
     "Russia.",
     "level import Vietnam, 400000000 USD | share import Vietnam/Russia, 72 percent"},
    {"Vietnam's arms imports were worth $400 million. Of these, 72 per cent came from "
     "Russia.",
     "level import Vietnam, 400000000 USD | share import Vietnam/Russia, 72 percent"},
    {NULL, NULL},
};

static void test_referred(void)
{
    claims_check(referred, NULL);
}

static const claims_row ranges[] = {
    {"Between 30 and 40 per cent of Armenia's arms imports came from India.",
     "share import Armenia/India, 35 percent"},
    {"30\u201340 per cent of Armenia's arms imports came from India.",
     "share import Armenia/India, 35 percent"},
    {NULL, NULL},
};

static void test_ranges(void)
{
    claims_check(ranges, "share-of");
}

/* Names that say the same give the same claim. */
static const claims_row names[] = {
    {"The U.S. supplied 12 per cent of the U.A.E.'s arms imports.",
     "share import United Arab Emirates/United States, 12 percent"},
    {"Washington supplied 12 per cent of Emirati arms imports.",
     "share import United Arab Emirates/United States, 12 percent"},
    {"America supplied 12 per cent of the United Arab Emirates\u2019 arms imports.",
     "share import United Arab Emirates/United States, 12 percent"},
    {"The United States supplied %12 of the UAE's arms imports.",
     "share import United Arab Emirates/United States, 12 percent"},
    {NULL, NULL},
};

static void test_names(void)
{
    claims_check(names, NULL);
}

const check_test claims_shares_tests[] = {
    {"the part before the whole", test_part_before},
    {"the part behind the whole", test_part_behind},
    {"parts of what is one's own", test_own},
    {"parts of the world total", test_world},
    {"parts of a region's", test_regions},
    {"sums", test_sums},
    {"shares that are called so", test_nouns},
    {"pairs", test_pairs},
    {"lists", test_lists},
    {"of what was said before", test_referred},
    {"ranges", test_ranges},
    {"the same party by other names", test_names},
    {NULL, NULL},
};
