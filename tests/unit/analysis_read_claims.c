/* From what was read in a text to claims that can be judged: slot by slot. */
#include <armstrade/reading.h>

#include "tests/unit/check.h"

typedef struct turned {
    arms_claims claims;
    arms_arena arena;
} turned;

static turned turn(arms_read_claim *claims, size_t count)
{
    turned t = {0};
    const arms_document document = {.path = "article.txt"};
    const arms_text_reading reading = {.claims = claims, .count = count};
    arms_error err = {0};
    CHECK(arms_claims_from_reading(&t.claims, &t.arena, &document, &reading, &err));
    CHECK_COUNT(t.claims.count, count);
    return t;
}

static const arms_read_claim share = {
    .kind = ARMS_CLAIM_SHARE,
    .flow = ARMS_IMPORT,
    .subject = "Pakistan",
    .counterpart = "Türkiye",
    .period = "2019-2023",
    .period_source = ARMS_PERIOD_RELATIVE,
    .value = 11,
    .step = 1,
    .rounding = {10.5, 11.5, false, true},
    .range = {10.45, 11.55, false, true},
    .unit = "percent",
    .bound = ARMS_BOUND_ABOUT,
    .printed = "11 per cent",
    .category = "Ships",
    .text = "Ankara accounted for about 11 per cent.",
    .sentence = 3,
    .number = {210, 221},
    .rule = "share-of",
};

static void test_slots(void)
{
    arms_read_claim read = share;
    turned t = turn(&read, 1);
    const arms_claim *c = t.claims.items;
    CHECK_STRING(c->id, "1");
    CHECK_STRING(c->text, share.text);
    CHECK(c->kind == ARMS_CLAIM_SHARE && c->flow == ARMS_IMPORT);
    CHECK_STRING(c->subject, "Pakistan");
    CHECK_STRING(c->counterpart, "Türkiye");
    CHECK_STRING(c->category, "Ships");
    CHECK(c->years.first == 2019 && c->years.last == 2023);
    CHECK_STRING(c->period, "2019-2023");
    CHECK(c->period_source == ARMS_PERIOD_RELATIVE);
    CHECK_STRING(c->printed, "11 per cent");
    CHECK(c->sentence == 3 && c->begin == 210 && c->end == 221);
    CHECK_STRING(c->file, "article.txt");
    CHECK(!c->denominator && !c->base_period && !c->unjudged && c->line == 0);
    arms_arena_free(&t.arena);
}

/* The number means what the reading says it means. */
static void test_number(void)
{
    arms_read_claim read = share;
    turned t = turn(&read, 1);
    const arms_printed *n = &t.claims.items[0].number;
    CHECK(check_same(n->value, 11) && check_same(n->unit_value, 1));
    CHECK(n->unit == ARMS_UNIT_PERCENT && n->bound == ARMS_BOUND_ABOUT);
    CHECK(check_same(n->rounding.low, 10.5) && check_same(n->rounding.high, 11.5));
    CHECK(check_same(n->range.low, 10.45) && check_same(n->range.high, 11.55));
    CHECK(!n->range.low_open && n->range.high_open);
    arms_arena_free(&t.arena);
}

/* A part of a year is no year, and is told as such when it is judged. */
static void test_periods(void)
{
    arms_read_claim reads[] = {share, share, share};
    reads[0].period = "2023H1";
    reads[1].period = NULL;
    reads[2].period = "2023";
    turned t = turn(reads, 3);
    CHECK_COUNT(t.claims.items[0].years.first, 0);
    CHECK_STRING(t.claims.items[0].period, "2023H1");
    CHECK(t.claims.items[1].years.first == 0 && !t.claims.items[1].period);
    CHECK_COUNT(t.claims.items[2].years.last, 2023);
    CHECK_STRING(t.claims.items[2].id, "3");
    arms_arena_free(&t.arena);
}

static void test_unjudged(void)
{
    arms_read_claim reads[] = {share, share, share, share, share, share};
    static const char *const why[] = {"a change",        "another whole", "base period",
                                      "several parties", "the direction", "the unit"};
    reads[0].kind = ARMS_CLAIM_CHANGE;
    reads[1].denominator = "Africa";
    reads[2].base_period = "2014-2018";
    reads[3].counterpart = "China;Italy";
    reads[4].kind = ARMS_CLAIM_TREND;
    reads[4].unit = "direction";
    reads[5].unit = "bushels";
    turned t = turn(reads, 6);
    for (size_t i = 0; i < t.claims.count; i++)
        CHECK_HAS(t.claims.items[i].unjudged ? t.claims.items[i].unjudged : "", why[i]);
    CHECK(t.claims.items[4].number.unit == ARMS_UNIT_DIRECTION);
    CHECK(t.claims.items[5].number.unit == ARMS_UNIT_NONE);
    arms_arena_free(&t.arena);
}

/* Fractions and ranks have no last digit, but a unit all the same. */
static void test_no_digit(void)
{
    arms_read_claim reads[] = {share, share};
    reads[0].step = 0;
    reads[1].kind = ARMS_CLAIM_RANK;
    reads[1].unit = "rank";
    reads[1].step = 0;
    turned t = turn(reads, 2);
    CHECK(check_same(t.claims.items[0].number.unit_value, 1));
    CHECK(check_same(t.claims.items[1].number.unit_value, 1));
    CHECK(!t.claims.items[1].unjudged);
    arms_arena_free(&t.arena);
}

/* "$21,000,000" is good to its millions, "5–7 %" to its per cent. */
static void test_zeros(void)
{
    arms_read_claim reads[] = {share, share};
    reads[0].rounding = (arms_range){20.5e6, 21.5e6, false, true};
    reads[1].rounding = (arms_range){5, 7, false, false};
    turned t = turn(reads, 2);
    CHECK(check_same(t.claims.items[0].number.unit_value, 1e6));
    CHECK(check_same(t.claims.items[1].number.unit_value, 1));
    arms_arena_free(&t.arena);
}

static void test_none(void)
{
    turned t = turn(NULL, 0);
    CHECK_COUNT(t.claims.count, 0);
    arms_arena_free(&t.arena);
}

const check_test analysis_read_claims_tests[] = {
    {"slots", test_slots},
    {"number", test_number},
    {"periods", test_periods},
    {"claims that are not judged", test_unjudged},
    {"numbers without a last digit", test_no_digit},
    {"zeros at the end", test_zeros},
    {"no claims", test_none},
    {NULL, NULL},
};
