/* Who is meant by "its", "the country", "the former", "which" and their like. */
#include "tests/unit/claims_scene.h"

static const claims_row its[] = {
    {"Norway's arms exports rose by 12 per cent, while its arms imports fell by 9 per "
     "cent.",
     "change export Norway, 12 percent | change import Norway, -9 percent"},
    {"Norway sold Oman arms, which made up 12 per cent of its arms exports.",
     "share export Norway/Oman, 12 percent"},
    {"Kenya imports arms from Serbia. It bought 12 per cent of its arms from Turkey.",
     "share import Kenya/T\u00FCrkiye, 12 percent"},
    {"Arms imports of Chile\n\nIts main supplier was Peru.",
     "rank import Chile/Peru, 1 rank"},
    {NULL, NULL},
};

static void test_its(void)
{
    claims_check(its, NULL);
}

static const claims_row they[] = {
    {"Arms imports by Kenya are small. They were worth $2 million in 2019.",
     "level import Kenya, 2000000 USD 2019"},
    {"Kenya and Ghana import arms. They accounted for 7 per cent of African arms "
     "imports.",
     "top-n-sum import Kenya;Ghana in Africa, 7 percent"},
    {NULL, NULL},
};

static void test_they(void)
{
    claims_check(they, NULL);
}

static const claims_row those[] = {
    {"Norway's arms exports rose by 12 per cent and those of Sweden by 9 per cent.",
     "change export Norway, 12 percent | change export Sweden, 9 percent"},
    {"Spain's arms exports were four times those of Portugal.",
     "ratio export Spain/Portugal, 4 times"},
    {NULL, NULL},
};

static void test_those(void)
{
    claims_check(those, NULL);
}

static const claims_row which[] = {
    {"Serbia, which supplied 40 per cent of Kenya's arms imports, is small.",
     "share import Kenya/Serbia, 40 percent"},
    {"Kenya, whose arms imports doubled, is a client of Serbia.",
     "multiple import Kenya, 2 times"},
    {"Kuwait's largest supplier was Italy, which delivered 70 per cent of its arms "
     "imports.",
     "rank import Kuwait/Italy, 1 rank | share import Kuwait/Italy, 70 percent"},
    {NULL, NULL},
};

static void test_which(void)
{
    claims_check(which, NULL);
}

static const claims_row country[] = {
    {"Kenya bought arms worth $2 million in 2019. The country's arms exports were worth "
     "$1 million.",
     "level import Kenya, 2000000 USD 2019 | level export Kenya, 1000000 USD ^2019"},
    {"Bahrain is a small importer of arms. The island bought 40 per cent of its arms "
     "from Germany.",
     "share import Bahrain/Germany, 40 percent"},
    {NULL, NULL},
};

static void test_country(void)
{
    claims_check(country, NULL);
}

/* The kingdom is the one that was spoken of, and Saudi Arabia where none was. */
static const claims_row kingdom[] = {
    {"Saudi Arabia imports many arms. The kingdom bought 74 per cent of its arms from "
     "the USA.",
     "share import Saudi Arabia/United States, 74 percent"},
    {"Arms imports by the Netherlands rose. The kingdom bought 40 per cent of its arms "
     "from Germany.",
     "trend import Netherlands, up | share import Netherlands/Germany, 40 percent"},
    {"The kingdom's arms imports fell by 9 per cent.",
     "change import Saudi Arabia, -9 percent"},
    {NULL, NULL},
};

static void test_kingdom(void)
{
    claims_check(kingdom, NULL);
}

static const claims_row several[] = {
    {"Italy and Spain export arms. These countries accounted for 7 per cent of global "
     "arms exports.",
     "top-n-sum export Italy;Spain/World, 7 percent"},
    {"Italy and Spain export arms. Both countries increased their arms exports by 7 per "
     "cent.",
     "change export Italy, 7 percent | change export Spain, 7 percent"},
    {"Oman and Jordan import arms. The two countries bought 3 per cent of Spain's arms "
     "exports.",
     "top-n-sum export Oman;Jordan/Spain, 3 percent"},
    {NULL, NULL},
};

static void test_several(void)
{
    claims_check(several, NULL);
}

static const claims_row ordered[] = {
    {"Of Italy and Spain, the former accounted for 4 per cent of global arms exports and "
     "the latter for 3 per cent.",
     "share export Italy/World, 4 percent | share export Spain/World, 3 percent"},
    {NULL, NULL},
};

static void test_ordered(void)
{
    claims_check(ordered, NULL);
}

static const claims_row region[] = {
    {"Arms imports into East Africa are small. The region accounted for 2 per cent of "
     "global arms imports.",
     "share import East Africa/World, 2 percent"},
    {NULL, NULL},
};

static void test_region(void)
{
    claims_check(region, NULL);
}

/* Whom a statement is by is nobody's "it". */
static const claims_row speakers[] = {
    {"Moscow said that India's arms imports from Russia fell by 9 per cent.",
     "change import India/Russia, -9 percent"},
    {"According to Kyiv, Russia's arms exports fell by 9 per cent.",
     "change export Russia, -9 percent"},
    {"WASHINGTON \u2014 Arms exports by Japan rose by 9 per cent.",
     "change export Japan, 9 percent"},
    {NULL, NULL},
};

static void test_speakers(void)
{
    claims_check(speakers, NULL);
}

/* "us" is nobody, "US" a country. */
static void test_us(void)
{
    static const claims_row rows[] = {
        {"They sold us arms worth $12 billion in 2022.", ""},
        {"US arms exports were worth $12 billion in 2022.",
         "level export United States, 12000000000 USD 2022"},
        {NULL, NULL}};
    claims_check(rows, NULL);
}

/* Where nobody was named, nobody is guessed. */
static void test_nobody(void)
{
    static const claims_row rows[] = {{"Its arms imports doubled.", ""},
                                      {"They exported arms worth $2 million.", ""},
                                      {"The country exported arms worth $2 million.", ""},
                                      {"The former sold arms worth $2 million.", ""},
                                      {NULL, NULL}};
    claims_check(rows, NULL);
}

const check_test claims_pronouns_tests[] = {
    {"its", test_its},
    {"they", test_they},
    {"those", test_those},
    {"which and whose", test_which},
    {"the country", test_country},
    {"the kingdom", test_kingdom},
    {"several countries", test_several},
    {"the former and the latter", test_ordered},
    {"the region", test_region},
    {"whom a statement is by", test_speakers},
    {"us and US", test_us},
    {"nobody", test_nobody},
    {NULL, NULL},
};
