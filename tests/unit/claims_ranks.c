/* Sentences about ranks and what they claim, rule by rule. */
#include "tests/unit/claims_scene.h"

static const claims_row ordinals[] = {
    {"Ukraine was the world's fourth-largest arms importer in 2019\u201323.",
     "rank import Ukraine/World, 4 rank 2019-2023"},
    {"T\u00FCrkiye ranks as Peru's fourth-largest arms supplier.",
     "rank import Peru/T\u00FCrkiye, 4 rank"},
    {"Germany ranked fifth among the world's arms exporters.",
     "rank export Germany/World, 5 rank"},
    {"Israel came eighth in the list of arms exporters.",
     "rank export Israel/World, 8 rank"},
    {"Sudan is the second-largest importer of arms in East Africa.",
     "rank import Sudan in East Africa, 2 rank"},
    {"Sweden was the world's 13th-largest arms exporter.",
     "rank export Sweden/World, 13 rank"},
    {NULL, NULL},
};

static void test_ordinals(void)
{
    claims_check(ordinals, "rank-ordinal");
}

static const claims_row superlatives[] = {
    {"India was the largest arms importer in 2019\u201323.",
     "rank import India/World, 1 rank 2019-2023"},
    {"China is Pakistan's main arms supplier.", "rank import Pakistan/China, 1 rank"},
    {"The biggest customer of Italian arms was Egypt.",
     "rank export Italy/Egypt, 1 rank"},
    {"Algeria is Africa's largest arms importer.",
     "rank import Algeria in Africa, 1 rank"},
    {NULL, NULL},
};

static void test_superlatives(void)
{
    claims_check(superlatives, "rank-superlative");
}

/* A list gives its members ranks in their order. */
static const claims_row lists[] = {
    {"The largest arms exporters were the USA, Russia and France.",
     "rank export United States/World, 1 rank | rank export Russia/World, 2 rank | "
     "rank export France/World, 3 rank"},
    {"The biggest buyers of Spanish arms were Australia and Canada.",
     "rank export Spain/Australia, 1 rank | rank export Spain/Canada, 2 rank"},
    {"The top two recipients of Dutch arms exports were Jordan and Indonesia.",
     "rank export Netherlands/Jordan, 1 rank | rank export Netherlands/Indonesia, 2 "
     "rank"},
    {NULL, NULL},
};

static void test_lists(void)
{
    claims_check(lists, "rank-superlative");
}

static const claims_row pairs[] = {
    {"Egypt rose from ninth to third among arms importers between 2010\u201314 and "
     "2015\u201319.",
     "rank import Egypt/World, 9 rank 2010-2014 | "
     "rank import Egypt/World, 3 rank 2015-2019"},
    {NULL, NULL},
};

static void test_pairs(void)
{
    claims_check(pairs, "rank-pair");
}

static const claims_row beside[] = {
    {"Egypt, the world's third-largest arms importer, bought 26 per cent of its arms "
     "from Italy.",
     "rank import Egypt/World, 3 rank | share import Egypt/Italy, 26 percent"},
    {"Kuwait's largest supplier was Italy, which delivered 70 per cent of its arms "
     "imports.",
     "rank import Kuwait/Italy, 1 rank | share import Kuwait/Italy, 70 percent"},
    {NULL, NULL},
};

static void test_beside(void)
{
    claims_check(beside, NULL);
}

/* One of several, and what is no rank of flows. */
static void test_none(void)
{
    static const claims_row rows[] = {
        {"Peru is one of the largest arms importers.", ""},
        {"Peru is among the largest arms importers.", ""},
        {"Peru is the largest country in the region.", ""},
        {"Peru was the first to sign the treaty on the arms trade.", ""},
        {"Peru remains Chile's second-largest trading partner.", ""},
        {NULL, NULL}};
    claims_check(rows, NULL);
}

const check_test claims_ranks_tests[] = {
    {"ordinals", test_ordinals},
    {"superlatives", test_superlatives},
    {"lists", test_lists},
    {"from one rank to another", test_pairs},
    {"ranks beside shares", test_beside},
    {"what is no rank", test_none},
    {NULL, NULL},
};
