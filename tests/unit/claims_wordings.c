/* More manners of speech of press reports: who is meant, and what a number is of, with
 * sentences of our own. */
#include "tests/unit/claims_scene.h"

/* Groups, companions, and owners that stand somewhere else. */
static const claims_row owners[] = {
    {"The largest arms importers are Peru, Chile and Cuba. These countries received 49 "
     "per "
     "cent of all arms imports.",
     "rank import Peru/World, 1 rank | rank import Chile/World, 2 rank | rank import "
     "Cuba/World, 3 rank | top-n-sum import Peru;Chile;Cuba/World, 49 percent"},
    {"Spain's weapons went to Qatar and Oman. The two Gulf states took half of its arms "
     "exports.",
     "top-n-sum export Qatar;Oman/Spain, 50 percent"},
    {"Spain's weapons went to Qatar and Oman. The three Gulf states took half of its "
     "arms "
     "exports.",
     ""},
    {"The arms exports of Peru and Chile rose. Together with Spain (6 per cent) and "
     "Italy "
     "(5 per cent), they accounted for 15 per cent of global arms exports.",
     "trend export Peru, up | trend export Chile, up | share export Spain/World, 6 "
     "percent "
     "| share export Italy/World, 5 percent | top-n-sum export Peru;Chile;Spain;"
     "Italy/World, 15 percent"},
    {"Peru and Chile led, followed by Spain and Italy, together accounting for 15 per "
     "cent "
     "of global arms exports.",
     "top-n-sum export Peru;Chile;Spain;Italy/World, 15 percent"},
    {"Peru, along with Chile, Spain and Italy, accounted for 15 per cent of global arms "
     "exports.",
     "top-n-sum export Peru;Chile;Spain;Italy/World, 15 percent"},
    {"Imports into the region fell by 4 per cent, and those of Peru's arms by 3.", ""},
    {"Spain's defence ministry said that its arms exports rose by 9 per cent.",
     "change export Spain, 9 percent"},
    {"According to the Serbian trade ministry, arms exports rose by 9 per cent.",
     "change export Serbia, 9 percent"},
    {"When Africa cut its imports, Spain became a major player – raising its arms "
     "exports "
     "to the continent by 9 per cent.",
     "trend import Africa, down | change export Spain/Africa, 9 percent"},
    {"In Asia, where Spanish arms exports rose by 9 per cent, Peru's fell.",
     "change export Spain/Asia, 9 percent"},
    {"European states in the US-led NATO alliance raised their arms imports by 9 per "
     "cent.",
     "change import European NATO members, 9 percent"},
    {"The war in Chad changed the market, with Spanish arms firms raising their share of "
     "global arms exports to 9 per cent.",
     "share export Spain/World, 9 percent"},
    {"Peru sent half its non-Spanish arms exports to Chile.", ""},
    {"Spain accounted for 60 per cent of Peru's arms imports, and the country's arms "
     "imports rose by 9 per cent.",
     "share import Peru/Spain, 60 percent | change import Peru, 9 percent"},
    {"Arms imports by the small Gulf state of Qatar rose by 9 per cent.",
     "change import Qatar, 9 percent"},
    {"Qatar's arms imports rose. The Gulf state accounted for 5 per cent of global arms "
     "imports.",
     "trend import Qatar, up | share import Qatar/World, 5 percent"},
    {"The North American giant raised its arms exports by 9 per cent.", ""},
    {"Peru's overall exports rose by 9 per cent, as did its arms sales.", ""},
    {"Arms deliveries to African states rose by 9 per cent, with deliveries to North "
     "Africa up by 7 per cent.",
     "change import Africa, 9 percent | change import North Africa, 7 percent"},
    {"Peru, despite having 2 per cent of global arms sales, saw its exports rise by 9 "
     "per "
     "cent.",
     "share export Peru/World, 2 percent | change export Peru, 9 percent"},
    {"Spanish arms makers sold goods for $9 million to Peru.",
     "level export Spain/Peru, 9000000 USD"},
    {"Peru imported from Spain arms and parts worth $9 million in 2019.",
     "level import Peru/Spain, 9000000 USD 2019"},
    {"Peru spent $9 million on its navy, as told in a report on the arms trade.", ""},
    {NULL, NULL},
};

static void test_owners(void)
{
    claims_check(owners, NULL);
}

/* Shares: wholes and parts that are told in other words. */
static const claims_row shares[] = {
    {"Most of Peru's arms imports came from Spain, responsible for a third of global "
     "arms "
     "exports.",
     "share import Peru/Spain, over 50 percent"},
    {"Spain accounted for 31 per cent and Italy for 30 per cent of global arms exports.",
     "share export Spain/World, 31 percent | share export Italy/World, 30 percent"},
    {"Spain met 72 per cent of Peru's demand for major arms.",
     "share import Peru/Spain, 72 percent"},
    {"With a 25 per cent market share, Spain is the leading supplier of arms to Peru.",
     "share import Peru/Spain, 25 percent | rank import Peru/Spain, 1 rank"},
    {"Half of Spain's arms exports went to Asia, and half of that went to Peru.",
     "share export Spain/Asia, 50 percent"},
    {"The bulk of Spain's arms deliveries – 70 per cent – went to Peru and Chile.",
     "top-n-sum export Peru;Chile/Spain, 70 percent"},
    {"Asia took the majority of Spanish arms exports (74 per cent).",
     "share export Spain/Asia, 74 percent"},
    {"Peru bought 78 per cent of Spain's arms exports to South America.", ""},
    {"Peru's arms imports rose by 5 per cent, with 60 per cent of the weapons coming "
     "from "
     "Spain.",
     "change import Peru, 5 percent | share import Peru/Spain, 60 percent"},
    {"Almost two-thirds of the arms imported by Peru were produced by Spain.",
     "share import Peru/Spain, nearly 66.6666666667 percent"},
    {"Spain's share of global arms imports declined below 5 per cent.",
     "share import Spain/World, under 5 percent"},
    {"Spain's arms export share fell from 9 per cent to 5 per cent.",
     "share export Spain/World, 9 percent | share export Spain/World, 5 percent"},
    {"Spain holds 16 per cent of global arms exports, behind only Italy, which had 47 "
     "per "
     "cent.",
     "share export Spain/World, 16 percent | share export Italy/World, 47 percent"},
    {"Spanish arms sales account for 16 per cent of Peru's defence budget.", ""},
    {"The share of exports from 32 to 39 per cent and from 6 to 11 per cent, "
     "respectively, "
     "rose for the arms of Spain and Italy.",
     ""},
    {"Spain and Italy are the main suppliers of arms to Peru, which represented 6 and 4 "
     "per cent of imports, respectively.",
     "rank import Peru/Spain, 1 rank | rank import Peru/Italy, 2 rank | share import "
     "Peru/Spain, 6 percent | share import Peru/Italy, 4 percent"},
    {"Spain commands 5 per cent of the multi-billion dollar world arms market.",
     "share export Spain/World, 5 percent"},
    {"Although its 5 per cent share is small, Spain trails the 58 per cent of arms "
     "exports "
     "from Italy and Peru.",
     ""},
    {"Peru received 9 per cent of global arms imports, with most supplies coming from "
     "Spain (45 per cent) and Italy (12 per cent).",
     "share import Peru/World, 9 percent | share import Peru/Spain, 45 percent | share "
     "import Peru/Italy, 12 percent"},
    {"Spain sold one-third of its arms exports to Peru (15 per cent), Chile (13 per "
     "cent) "
     "and Cuba (5 per cent).",
     "top-n-sum export Peru;Chile;Cuba/Spain, 33.3333333333 percent | share export "
     "Spain/Peru, 15 percent | share export Spain/Chile, 13 percent | share export "
     "Spain/Cuba, 5 percent"},
    {"More than half of Spain's arms exports (52 per cent) went to Peru.",
     "share export Spain/Peru, 52 percent"},
    {"61 per cent of Peru's arms imports came from Spain, 23 per cent came from Italy.",
     "share import Peru/Spain, 61 percent | share import Peru/Italy, 23 percent"},
    {"Peru was the second-largest arms importer behind Chile, accounting for 10 per cent "
     "of global arms imports.",
     "rank import Peru/World, 2 rank | share import Peru/World, 10 percent"},
    {"Half of Spain's arms exports went to just two countries, Peru and Chile.",
     "top-n-sum export Peru;Chile/Spain, 50 percent"},
    {"Peru depends on Spain for 60 per cent of its arms.",
     "share import Peru/Spain, 60 percent"},
    {"Spain's arms exports rose by 9 per cent, giving Spain a 7 per cent share of the "
     "world market.",
     "change export Spain, 9 percent | share export Spain/World, 7 percent"},
    {"Spain is an arms exporter, with most of the weapons fuelling wars in Asia.", ""},
    {"Spain held a 6 per cent share of the world arms market, behind Italy, which "
     "dominates with a 53 per cent share.",
     "share export Spain/World, 6 percent"},
    {NULL, NULL},
};

static void test_shares(void)
{
    claims_check(shares, NULL);
}

/* Ranks told beside their holder, and in a clause of their own. */
static const claims_row ranks[] = {
    {"Peru's arms imports were twice as much as those of second-placed Chile.",
     "ratio import Peru/Chile, 2 times | rank import Chile/World, 2 rank"},
    {"Spain sold more arms to Peru than to any other country.",
     "rank export Spain/Peru, 1 rank"},
    {"Peru bought more arms than any other South American country.",
     "rank import Peru in South America, 1 rank"},
    {"Spain sold Peru more arms than any other country.",
     "rank import Peru/Spain, 1 rank"},
    {"Of the 60 arms importers, Peru is the largest.", "rank import Peru/World, 1 rank"},
    {"In arms imports, Peru and Chile did better, ranking 36th and 55th for Cuba and "
     "Peru "
     "respectively.",
     "rank import Cuba/World, 36 rank | rank import Peru/World, 55 rank"},
    {"Arms imports rose, with Peru, Chile and Cuba taking the top three places.",
     "rank import Peru/World, 1 rank | rank import Chile/World, 2 rank | rank import "
     "Cuba/World, 3 rank"},
    {"Peru, of which Spain is the leading arms supplier, ranks 29th.",
     "rank import Peru/Spain, 1 rank | rank import Peru/World, 29 rank"},
    {"Spain exports arms to Chad, where it is the fourth-largest supplier.",
     "rank import Chad/Spain, 4 rank"},
    {"Peruvian arms exports are ranked fifth globally.",
     "rank export Peru/World, 5 rank"},
    {"Spain trails the number three arms exporter, Italy.",
     "rank export Italy/World, 3 rank"},
    {"Spain sold arms to 35 countries, and of those Peru was the second-largest "
     "importer.",
     "count export Spain/World, 35 partners | rank export Spain/Peru, 2 rank"},
    {"Many of the arms bought by Peru were old, with Spain being the top supplier.",
     "rank import Peru/Spain, 1 rank"},
    {"The countries that buy the most Spanish weapons are Peru and Chile.",
     "rank export Spain/Peru, 1 rank | rank export Spain/Chile, 2 rank"},
    {"Peru was the largest arms importer, with Chile – its old rival – coming in at "
     "11th.",
     "rank import Peru/World, 1 rank | rank import Chile/World, 11 rank"},
    {"Spain was the world's eighth-largest arms exporter, and Peru its 30th-largest "
     "buyer.",
     "rank export Spain/World, 8 rank | rank import Peru/World, 30 rank"},
    {"Peru is the largest destination of arms that member states licensed.", ""},
    {"Wakanda, Peru and Chile were the three largest arms importers.", ""},
    {"Peru ranked fourth in the list of importers of Spanish arms.",
     "rank export Spain/Peru, 4 rank"},
    {"Peru and Chile are the world's largest and second-largest arms exporters, "
     "respectively.",
     "rank export Peru/World, 1 rank | rank export Chile/World, 2 rank"},
    {"Spain's arms exports fell for a second year in 2019.",
     "trend export Spain, down 2019"},
    {"Spain delivered arms to 48 countries, with Peru topping the list.",
     "count export Spain/World, 48 partners | rank export Spain/Peru, 1 rank"},
    {"Spain was the largest arms exporter, with Italy and Peru following closely behind.",
     "rank export Spain/World, 1 rank | rank export Italy/World, 2 rank | rank export "
     "Peru/World, 3 rank"},
    {"Peru was ranked at No.22 on the list of arms importers.",
     "rank import Peru/World, 22 rank"},
    {"Spain is a top supplier of arms to Peru.", ""},
    {"Peru and Chile were the most important export destinations for arms.", ""},
    {"Spain is the fifth-largest arms exporter, pushing Italy down to sixth.",
     "rank export Spain/World, 5 rank | rank export Italy/World, 6 rank"},
    {"Peru is the largest buyer of arms from Spain, and Spain is the largest supplier of "
     "arms to Peru.",
     "rank export Spain/Peru, 1 rank | rank import Peru/Spain, 1 rank"},
    {"Arms imports fell, with Peru becoming the largest regional importer.", ""},
    {NULL, NULL},
};

static void test_ranks(void)
{
    claims_check(ranks, NULL);
}

/* Changes, trends and amounts. */
static const claims_row changes[] = {
    {"Peru, Chile and Cuba all increased their arms exports to Spain.",
     "trend export Peru/Spain, up | trend export Chile/Spain, up | trend export "
     "Cuba/Spain, up"},
    {"Peru wants to increase its arms imports.", ""},
    {"Peru raised its arms imports by far, Chile by 9 per cent.",
     "change import Chile, 9 percent"},
    {"Peru increased its arms imports 9 per cent.", "change import Peru, 9 percent"},
    {"9 per cent more weapons were imported by Peru.", "change import Peru, 9 percent"},
    {"There was a 16 per cent increase in the arms trade.",
     "change export World, 16 percent"},
    {"Spain's arms exports were 9 per cent higher than Italy's and 4 per cent higher "
     "than "
     "in 2019.",
     "ratio export Spain/Italy, 9 percent_higher | change export Spain, 4 percent<2019"},
    {"Peru's arms imports were 13 per cent of global arms transfers which showed a "
     "decrease of 4 per cent.",
     "share import Peru/World, 13 percent | change export World, -4 percent"},
    {"Spain was the world's second arms exporter with $7 million, out of a global total "
     "of "
     "$70 million.",
     "rank export Spain/World, 2 rank | level export Spain, 7000000 USD"},
    {"Peru was the main buyer of Spanish arms, spending $7 million.",
     "rank export Spain/Peru, 1 rank | level export Spain/Peru, 7000000 USD"},
    {"Spanish arms exports reached half a billion euros.",
     "level export Spain, 500000000 EUR"},
    {"Spain doubled its arms exports to Peru, supplying weapons worth $7 million.",
     "multiple export Spain/Peru, 2 times | level export Spain/Peru, 7000000 USD"},
    {"Peru spent $7 million on the acquisition of arms from Spain.",
     "level import Peru/Spain, 7000000 USD"},
    {"Spain unveiled $9 million of arms sales to Peru.", ""},
    {"In 2019, 21 states in Africa received Spanish arms.",
     "count export Spain/Africa, 21 partners 2019"},
    {"In 2019 Spain travelled to Peru to buy $9 million in arms.", ""},
    {"Spanish arms exports rose by 9 per cent, or $3 million.",
     "change export Spain, 9 percent | change export Spain, 3000000 USD"},
    {"Peru's arms imports rose by 9 per cent in 2009–13 and 2014–18.",
     "change import Peru, 9 percent 2014-2018<2009-2013"},
    {"Peru's arms imports in 2015–19 were 9 per cent above those in 2010–14.",
     "change import Peru, 9 percent 2015-2019<2010-2014"},
    {"Spanish arms exports to Peru (+9 per cent) and Chile (+5 per cent) rose.",
     "change export Spain/Peru, 9 percent | change export Spain/Chile, 5 percent"},
    {"Arms imports in Asia rose: Japan saw a 9 per cent increase; India, 5 per cent.",
     "trend import Asia, up | change import Japan, 9 percent | change import India, 5 "
     "percent"},
    {"Spanish arms exports were $12 million in 2019, of which 3 million went to Peru.",
     "level export Spain, 12000000 USD 2019 | level export Spain/Peru, 3000000 USD 2019"},
    {"Spanish arms exports reached $12 billion in 2019, of which 3 billion went to Peru.",
     "level export Spain, 12000000000 USD 2019 | level export Spain/Peru, 3000000000 USD "
     "2019"},
    {"Peru and Chile were the biggest buyers of Spanish arms, which netted $9 million.",
     "rank export Spain/Peru, 1 rank | rank export Spain/Chile, 2 rank"},
    {"Arms exports to Peru and Chile from Spain each totalled $9 million.",
     "level export Spain/Peru, 9000000 USD | level export Spain/Chile, 9000000 USD"},
    {NULL, NULL},
};

static void test_changes(void)
{
    claims_check(changes, NULL);
}

const check_test claims_wordings_tests[] = {
    {"owners", test_owners},
    {"shares", test_shares},
    {"ranks", test_ranks},
    {"changes", test_changes},
    {NULL, NULL},
};
