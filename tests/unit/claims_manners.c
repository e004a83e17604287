/* Manners of speech of press reports, each with sentences of our own. */
#include "tests/unit/claims_scene.h"

/* Whose flow it is: "US imports to Peru", kin, shared names of a pair. */
static const claims_row owners[] = {
    {"Spanish arms imports to Peru fell by 9 per cent, and to Chile by 5 per cent.",
     "change import Peru/Spain, -9 percent | change import Chile/Spain, -5 percent"},
    {"Arms imports of Peru's neighbour, Chile, rose by 6 per cent.",
     "change import Chile, 6 percent"},
    {"Peru's neighbour bought 12 per cent of its arms from Spain.", ""},
    {"Chile raised its Spanish arms imports by 4 per cent.",
     "change import Chile/Spain, 4 percent"},
    {"Spain accounted for 30 per cent of arms exports to Africa and Italy for 9 per "
     "cent.",
     "share import Africa/Spain, 30 percent | share import Africa/Italy, 9 percent"},
    {"In the case of Peru, Spain supplied 30 per cent of the country's arms.",
     "share import Peru/Spain, 30 percent"},
    {"Peru's arms exports to Atlantis countries amounted to $9 million.", ""},
    {"Two-fifths of our arms exports go to Chile.", ""},
    {"Spanish arms were 62 per cent of Peru's imports.",
     "share import Peru/Spain, 62 percent"},
    {"Half of Spain's weapons were supplied to Peru.",
     "share export Spain/Peru, 50 percent"},
    {"Almost 9 per cent of all global arms exports ended up in Peru.",
     "share import Peru/World, nearly 9 percent"},
    {"Over 90 per cent of the arms imports of Peru and Chile came from Spain.",
     "share import Peru/Spain, over 90 percent | share import Chile/Spain, over 90 "
     "percent"},
    {"In the Middle East, 23 per cent of all arms transfers went to Qatar.",
     "share import Qatar in Middle East, 23 percent"},
    {"For Peru, the leading suppliers of arms are Spain (64 per cent) and Italy (6 per "
     "cent).",
     "share import Peru/Spain, 64 percent | share import Peru/Italy, 6 percent"},
    {"Peru got 43 per cent of the arms it bought from Spain.",
     "share import Peru/Spain, 43 percent"},
    {"The main supplier of Peru was Spain, which supplied 75 per cent of the armament.",
     "rank import Peru/Spain, 1 rank | share import Peru/Spain, 75 percent"},
    {"Peru's arms imports rose by 5 per cent even though the global figure fell by 4 per "
     "cent.",
     "change import Peru, 5 percent | change import World, -4 percent"},
    {"Chile's arms exports rose by 5 per cent and fifth-placed Peru's exports fell by 9 "
     "per cent.",
     "change export Chile, 5 percent | rank export Peru/World, 5 rank | change export "
     "Peru, -9 percent"},
    {"Half of Spain's arms exports have gone to the war-stricken Middle East.",
     "share export Spain/Middle East, 50 percent"},
    {NULL, NULL},
};

static void test_owners(void)
{
    claims_check(owners, NULL);
}

/* Numbers that leave out what was said before. */
static const claims_row ellipses[] = {
    {"Spain supplied 60 per cent of Peru's arms imports and 20 per cent of Chile's.",
     "share import Peru/Spain, 60 percent | share import Chile/Spain, 20 percent"},
    {"Spain accounted for 60 per cent of Peru's arms imports in 2019, and 20 per cent "
     "for "
     "Chile.",
     "share import Peru/Spain, 60 percent 2019 | share import Chile/Spain, 20 percent "
     "2019"},
    {"Spain sells 27 per cent of its weapons to Peru, 14 to Chile and 9 to Mali.",
     "share export Spain/Peru, 27 percent | share export Spain/Chile, 14 percent | share "
     "export Spain/Mali, 9 percent"},
    {"Peru ranked third in arms imports with 7 per cent of the total, Chile fourth with "
     "5 "
     "per cent.",
     "rank import Peru/World, 3 rank | share import Peru/World, 7 percent | rank import "
     "Chile/World, 4 rank | share import Chile/World, 5 percent"},
    {"Peru received 60 per cent of its arms imports from Spain, with Italy (7 per cent) "
     "and France (6 per cent) second and third.",
     "share import Peru/Spain, 60 percent | share import Peru/Italy, 7 percent | share "
     "import Peru/France, 6 percent | rank import Peru/Italy, 2 rank | rank import "
     "Peru/France, 3 rank"},
    {"Spain's arms exports were worth $3 million (7 per cent) in 2019.",
     "level export Spain, 3000000 USD 2019 | share export Spain/World, 7 percent 2019"},
    {"Peru is the largest arms importer, two thirds of which are supplied by Spain.",
     "rank import Peru/World, 1 rank | share import Peru/Spain, 66.6666666667 "
     "percent"},
    {"Peru was the top arms importer from Spain and Italy, accounting for 28 and 34 per "
     "cent "
     "of their exports.",
     "rank export Spain/Peru, 1 rank | rank export Italy/Peru, 1 rank | share export "
     "Spain/Peru, 28 percent | share export Italy/Peru, 34 percent"},
    {"Spain and Italy remain Peru's main arms suppliers, accounting for 40 per cent and "
     "29 "
     "per cent of its imports respectively.",
     "rank import Peru/Spain, 1 rank | rank import Peru/Italy, 2 rank | share import "
     "Peru/Spain, 40 percent | share import Peru/Italy, 29 percent"},
    {"Spain took 9 per cent of Peru's arms exports, followed by Chile and Italy (both 5 "
     "per "
     "cent).",
     "share export Peru/Spain, 9 percent | share export Peru/Chile, 5 percent | share "
     "export Peru/Italy, 5 percent"},
    {"Peru accounted for almost half (47 per cent) of global arms imports.",
     "share import Peru/World, 47 percent"},
    {"Peru bought 91 per cent of its arms in Spain in 2019 and Chile 60 per cent.",
     "share import Peru/Spain, 91 percent 2019 | share import Chile/Spain, 60 percent "
     "2019"},
    {"Peru bought 91 per cent of its arms from Spain, and Chile 60 per cent.",
     "share import Peru/Spain, 91 percent | share import Chile/Spain, 60 percent"},
    {"Peru received 91 per cent of its arms from Spain, followed by Italy (6 per cent).",
     "share import Peru/Spain, 91 percent | share import Peru/Italy, 6 percent"},
    {"Peru received 70 per cent of its arms from Spain. Italy supplied 20 per cent.",
     "share import Peru/Spain, 70 percent | share import Peru/Italy, 20 percent"},
    {NULL, NULL},
};

static void test_ellipses(void)
{
    claims_check(ellipses, NULL);
}

/* Ranks of several, and those that are none. */
static const claims_row ranks[] = {
    {"Spain remains the main arms supplier to both Peru and Chile.",
     "rank import Peru/Spain, 1 rank | rank import Chile/Spain, 1 rank"},
    {"Spain was the largest arms supplier of Peru in both 2014 and 2015.",
     "rank import Peru/Spain, 1 rank 2014 | rank import Peru/Spain, 1 rank 2015"},
    {"Spain is now a top-tier arms supplier.", ""},
    {"Peru and Chile were the only two top arms importers to join.", ""},
    {"Peru is in the list of the ten largest arms importers.", ""},
    {"The biggest supplier of arms to Peru was not Spain but Italy.",
     "rank import Peru/Italy, 1 rank"},
    {"Peru's imports of arms from Spain rose, making it Peru's second largest arms "
     "supplier.",
     "trend import Peru/Spain, up | rank import Peru/Spain, 2 rank"},
    {"Peru was the biggest arms importer, with Mali, Chile and Italy ranking 2nd to 4th.",
     "rank import Peru/World, 1 rank | rank import Mali/World, 2 rank | rank import "
     "Chile/World, 3 rank | rank import Italy/World, 4 rank"},
    {"Peru ranked second in arms imports while it was ranked 23rd in arms exports.",
     "rank import Peru/World, 2 rank | rank export Peru/World, 23 rank"},
    {"Peru was the third-largest arms exporter (6 per cent) after Chile (33 per cent).",
     "rank export Peru/World, 3 rank | share export Peru/World, 6 percent | share export "
     "Chile/World, 33 percent"},
    {"Spain ranks first in arms exports for the first time.",
     "rank export Spain/World, 1 rank"},
    {"In second place among arms importers is Peru.", "rank import Peru/World, 2 rank"},
    {"Peru was well behind the No. 4 arms exporter, Chile.",
     "rank export Chile/World, 4 rank"},
    {"Peru is the second-largest arms importer but dropped to 25th in the export "
     "rankings.",
     "rank import Peru/World, 2 rank | rank export Peru/World, 25 rank"},
    {"The biggest arms importers, according to the report, were Peru and Chile.",
     "rank import Peru/World, 1 rank | rank import Chile/World, 2 rank"},
    {"In Africa, Algeria is the largest importer of arms.",
     "rank import Algeria in Africa, 1 rank"},
    {"In Africa, Algeria is the world's fifth-largest importer of arms.",
     "rank import Algeria/World, 5 rank"},
    {NULL, NULL},
};

static void test_ranks(void)
{
    claims_check(ranks, NULL);
}

/* Changes: of whom, of what, and numbers that are none. */
static const claims_row moves[] = {
    {"Peru imported 37 per cent fewer arms from Spain in 2019 than in 2018.",
     "change import Peru/Spain, -37 percent 2019<2018"},
    {"Spain's arms exports rose 5 per cent and Italy's 7 per cent.",
     "change export Spain, 5 percent | change export Italy, 7 percent"},
    {"Arms imports by Peru (down 6 per cent) and Chile (down 9 per cent) decreased.",
     "change import Peru, -6 percent | change import Chile, -9 percent"},
    {"The number of arms export licences of Spain doubled in 2019.", ""},
    {"Spain's arms exports would more than double by 2030.", ""},
    {"Peru supplied arms and bought up 8 per cent of Italy's arms exports.",
     "share export Italy/Peru, 8 percent"},
    {"Peru's arms imports rose by more than a third in 2019.",
     "change import Peru, over 33.3333333333 percent 2019"},
    {"Arms imports by Peru, Chile and Mali leapt by 84, 146 and 722 per cent.",
     "change import Peru, 84 percent | change import Chile, 146 percent | change import "
     "Mali, 722 percent"},
    {"Peru's arms imports tripled by 206 per cent in 2019.",
     "change import Peru, 206 percent 2019"},
    {"Spain's arms exports halved, by 53 per cent.", "change export Spain, -53 percent"},
    {"Peru racked up $9 million in arms exports.", "level export Peru, 9000000 USD"},
    {"Spanish (43 per cent) and Italian (13 per cent) arms exports grew by double "
     "digits.",
     ""},
    {"Peru's arms exports fell by 3 per cent between 2010 to 2014 and 2015 to 2019.",
     "change export Peru, -3 percent 2015-2019<2010-2014"},
    {"The largest arms importers in Europe were Italy (an increase of 74 per cent) and "
     "Spain (an increase of 34 per cent).",
     "change import Italy, 74 percent | change import Spain, 34 percent"},
    {"Spain doubled the amount of its arms it sold in 2019.",
     "multiple export Spain, 2 times 2019"},
    {"Peru's arms imports rose by 171 per cent, followed by Chile with an increase of 61 "
     "per cent.",
     "change import Peru, 171 percent | change import Chile, 61 percent"},
    {"Spain's arms exports rose by 9 per cent, compared to falls of 4 per cent and 2 per "
     "cent in Peru and Chile.",
     "change export Spain, 9 percent | change export Peru, -4 percent | change export "
     "Chile, -2 percent"},
    {"The report found that arms imports rose by 47 per cent in Europe.",
     "change import Europe, 47 percent"},
    {NULL, NULL},
};

static void test_moves(void)
{
    claims_check(moves, NULL);
}

/* Amounts and counts. */
static const claims_row amounts[] = {
    {"Swiss firms exported war materiel worth CHF 9 million to 62 countries in 2019.",
     "level export Switzerland, 9000000 CHF 2019 | count export Switzerland/World, 62 "
     "partners 2019"},
    {"Spain approved arms exports worth $9 million in 2019.",
     "level export Spain, 9000000 USD 2019"},
    {"Peru bought 12 fighter jets from Spain for $9 million.", ""},
    {"Spain exported arms worth 1 billion 341 million 848 thousand dollars in 2019.",
     "level export Spain, 1341848000 USD 2019"},
    {"Spain accounted for 60 per cent of Peru's arms imports, amounting to $9 million.",
     "share import Peru/Spain, 60 percent | level import Peru/Spain, 9000000 USD"},
    {"Peru received $9 million of Spanish weapons in 2019.",
     "level import Peru/Spain, 9000000 USD 2019"},
    {"Spanish arms are sold to 66 countries.", "count export Spain/World, 66 partners"},
    {"The number of countries that received Spanish arms fell from 31 in 2014 to 12 in "
     "2019.",
     "count export Spain/World, 31 partners 2014 | count export Spain/World, 12 partners "
     "2019"},
    {"98 countries bought Spanish weapons in 2019.",
     "count export Spain/World, 98 partners 2019"},
    {"Peru allowed the sale of arms to Chile valued at $9 million.", ""},
    {"Peru's exports were worth $9 million in 2019.", ""},
    {"Spain exported arms worth $9 million in constant 2015 dollars in 2019.",
     "level export Spain, 9000000 USD 2019"},
    {"In 2019, Spanish firms exported arms worth $4 million, down from the $8 million "
     "recorded for 2018.",
     "level export Spain, 4000000 USD 2019 | level export Spain, 8000000 USD 2018"},
    {"Peru won arms export orders worth $9 million in 2019.", ""},
    {"Spanish arms exports rose to $12 million in 2019, including $4 million for Peru.",
     "level export Spain, 12000000 USD 2019 | level export Spain/Peru, 4000000 USD 2019"},
    {"It was followed by Peru (€9 million) and Chile (€4 million).", ""},
    {NULL, NULL},
};

static void test_amounts(void)
{
    claims_check(amounts, NULL);
}

/* When: both ends of a pair, parts of this year, and periods that are not known. */
static const claims_row times[] = {
    {"Peru rose from 56th to 24th place among arms importers between 1998 and 2007.",
     "rank import Peru/World, 56 rank 1998 | rank import Peru/World, 24 rank 2007"},
    {"Peru's arms imports rose by 40 per cent since 2015.",
     "change import Peru, 40 percent ?2023<2015"},
    {"Peru imported arms worth $9 million in the first nine months of this year.",
     "level import Peru, 9000000 USD ~2024-01..2024-09"},
    {"In the first quarter of 2023-24, India exported arms worth $9 million.",
     "level export India, 9000000 USD"},
    {"Its March 2024 report shows that Peru imported arms worth $9 million in 2019.",
     "level import Peru, 9000000 USD 2019"},
    {"Between 2009 and 2013, Spanish arms exports made up 2 per cent of the total, but "
     "between 2014 and 2018, that figure fell to 1 per cent.",
     "share export Spain/World, 2 percent 2009-2013 | share export Spain/World, 1 "
     "percent "
     "2014-2018"},
    {NULL, NULL},
};

static void test_times(void)
{
    claims_check_dated(times, "2024-11");
}

const check_test claims_manners_tests[] = {
    {"owners", test_owners},
    {"ellipses", test_ellipses},
    {"ranks", test_ranks},
    {"changes", test_moves},
    {"amounts", test_amounts},
    {"times", test_times},
    {NULL, NULL},
};
