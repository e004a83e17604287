/* Sentences about amounts and counts of partners and what they claim, rule by rule. */
#include "tests/unit/claims_scene.h"

static const claims_row worth[] = {
    {"Turkey imported arms worth \u20AC3 billion in 2019.",
     "level import T\u00FCrkiye, 3000000000 EUR 2019"},
    {"Finland's arms exports were worth US$ 21 mn.",
     "level export Finland, 21000000 USD"},
    {"India exported defence equipment worth Rs 18,450 crore in FY2023-24.",
     "level export India, 184500000000 INR FY2023-24"},
    {"Arms imported by Iran were worth $12 million in 2022.",
     "level import Iran, 12000000 USD 2022"},
    {"Iran exported 57 million TIV of arms in 2020.",
     "level export Iran, 57000000 TIV 2020"},
    {"Total international arms transfers were worth 28 billion TIV.",
     "level export World, 28000000000 TIV"},
    {NULL, NULL},
};

static void test_worth(void)
{
    claims_check(worth, "level");
}

static const claims_row partners[] = {
    {"Egypt's arms imports from Italy were worth $2 billion.",
     "level import Egypt/Italy, 2000000000 USD"},
    {"Italy's arms exports to Egypt were worth $2 billion.",
     "level export Italy/Egypt, 2000000000 USD"},
    {"Arms deliveries from Italy to Egypt were worth $2 billion.",
     "level export Italy/Egypt, 2000000000 USD"},
    {"Italian arms deliveries to Egypt were worth $2 billion.",
     "level export Italy/Egypt, 2000000000 USD"},
    {"Chile's arms imports from Brazil and Spain were worth $2 million.",
     "level import Chile/Brazil;Spain, 2000000 USD"},
    {NULL, NULL},
};

static void test_partners(void)
{
    claims_check(partners, "level");
}

static const claims_row categories[] = {
    {"Belgium's exports of small arms came to \u20AC400 million.",
     "level export Belgium [Small arms], 400000000 EUR"},
    {"Peru's imports of ammunition were worth $4 million.",
     "level import Peru [Ammunition], 4000000 USD"},
    {NULL, NULL},
};

static void test_categories(void)
{
    claims_check(categories, "level");
}

static const claims_row pairs[] = {
    {"Austrian arms exports reached \u20AC1.2 billion in 2021, up from \u20AC0.9 billion "
     "in 2020.",
     "level export Austria, 1200000000 EUR 2021 | "
     "level export Austria, 900000000 EUR 2020"},
    {"Italy's arms exports increased from $2 billion in 2014 to $3 billion in 2015.",
     "level export Italy, 2000000000 USD 2014 | "
     "level export Italy, 3000000000 USD 2015"},
    {"Italy's arms exports were worth 790 million euros ($864 million).",
     "level export Italy, 790000000 EUR | level export Italy, 864000000 USD"},
    {NULL, NULL},
};

static void test_pairs(void)
{
    claims_check(pairs, "level");
}

static const claims_row ranges[] = {
    {"Finland's arms exports were worth $2.3-$2.6 billion in 2020.",
     "level export Finland, 2450000000 USD 2020"},
    {"Mali's arms imports were worth between $100 million and $150 million.",
     "level import Mali, 125000000 USD"},
    {NULL, NULL},
};

static void test_ranges(void)
{
    claims_check(ranges, "level");
}

static const claims_row counts[] = {
    {"Sweden delivered arms to 48 countries in 2012\u201316.",
     "count export Sweden/World, 48 partners 2012-2016"},
    {"Turkey exported arms to 46 countries, compared with 28 in 2010\u201314.",
     "count export T\u00FCrkiye/World, 46 partners | "
     "count export T\u00FCrkiye/World, 28 partners 2010-2014"},
    {"Norway bought arms from 18 countries.", "count import Norway/World, 18 partners"},
    {NULL, NULL},
};

static void test_counts(void)
{
    claims_check(counts, "count");
}

static const claims_row suppliers[] = {
    {"At least 35 states supplied weapons to Ukraine.",
     "count import Ukraine/World, at_least 35 partners"},
    {NULL, NULL},
};

static void test_suppliers(void)
{
    claims_check(suppliers, "count-suppliers");
}

/* A range is kept with both its ends, a rounded number with what it can mean. */
static void test_limits(void)
{
    static const struct {
        const char *text;
        double low, high;
    } rows[] = {
        {"Mali's arms exports were worth between $1 million and $3 million.", 1e6, 3e6},
        {"Mali's arms exports were worth $2.0 million.", 1.95e6, 2.05e6},
        {"Mali's arms exports rose by 11 per cent.", 10.5, 11.5},
        {"Mali's arms exports fell by 11 per cent.", -11.5, -10.5},
        {"Mali was the world's third-largest arms exporter.", 3, 3},
        {"Mali's arms exports rose by a fifth.", 19, 21},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        claims_read made;
        if (claims_make(&made, arms_text_of(rows[i].text), NULL) &&
            CHECK_ROW(made.reading.count == 1, rows[i].text)) {
            const arms_read_claim *c = made.reading.claims;
            CHECK_NEAR(c->range.low, rows[i].low, 1e-6);
            CHECK_NEAR(c->range.high, rows[i].high, 1e-6);
        }
        claims_free(&made);
    }
}

const check_test claims_levels_tests[] = {
    {"amounts", test_worth},
    {"amounts with a partner", test_partners},
    {"categories", test_categories},
    {"two amounts", test_pairs},
    {"ranges", test_ranges},
    {"counts of partners", test_counts},
    {"counts of suppliers", test_suppliers},
    {"what a number can mean", test_limits},
    {NULL, NULL},
};
