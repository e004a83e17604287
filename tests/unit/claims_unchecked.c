/* Numbers that are no claims, each with its reason, and where all numbers stand in a
 * file. */
#include <string.h>

#include "tests/unit/claims_scene.h"

static const claims_row counted[] = {
    {"Peru sent 500 troops to Mali.", "500: people"},
    {"Peru operates 24 fighter jets.", "24: count of items"},
    {"Peru imported 24 tanks in 2019.", "24: count of items | 2019: date"},
    {"The missile flies 300 km and weighs 1,500 kg.",
     "300: specification | 1,500: specification"},
    {NULL, NULL},
};

static void test_counted(void)
{
    claims_check_unchecked(counted);
}

static const claims_row amounts[] = {
    {"Peru signed a contract for missiles worth $2 billion.", "$2 billion: deal value"},
    {"Peru's military budget rose to $2 billion.", "$2 billion: budget"},
    {"The company's revenue from arms sales was $40 billion.", "$40 billion: company"},
    {"Peru gave $3 million in military aid to Chile.", "$3 million: aid"},
    {"Peru plans to export arms worth $3 billion.", "$3 billion: target"},
    {"Peru's bilateral trade with Chile was worth $2 billion.",
     "$2 billion: general trade"},
    {"Peru never imported arms worth $2 billion.", "$2 billion: denied"},
    {"Peru's factories produced weapons worth $3 billion.", "$3 billion: production"},
    {NULL, NULL},
};

static void test_amounts(void)
{
    claims_check_unchecked(amounts);
}

static const claims_row dates[] = {
    {"Peru's arms imports were announced on 16 March 2015.", "16 March 2015: date"},
    {"Peru joined the treaty in 2014.", "2014: date"},
    {"Arms imports, 2019\u201323", "2019\u201323: date"},
    {NULL, NULL},
};

static void test_dates(void)
{
    claims_check_unchecked(dates);
}

static const claims_row others[] = {
    {"Its arms imports were worth $5 million.", "$5 million: not understood"},
    {"It rained for 12 per cent of the match.", "12 per cent: not understood"},
    {NULL, NULL},
};

static void test_others(void)
{
    claims_check_unchecked(others);
}

/* What became a claim, its period, names of weapons and words are not listed. */
static const claims_row none[] = {
    {"Italy supplied 38 per cent of Egypt's arms imports in 2019\u201323.", ""},
    {"Finland's F-35 purchases were worth $9.4 billion.", ""},
    {"One of the two sold half of its cars.", ""},
    {"", ""},
    {NULL, NULL},
};

static void test_none(void)
{
    claims_check_unchecked(none);
}

/* The bytes of a file where its first claim's number stands. */
static void check_span(const char *file, const char *number)
{
    claims_read made;
    if (claims_make(&made, arms_text_of(file), NULL) &&
        CHECK_ROW(made.reading.count > 0, file)) {
        arms_extent at = made.reading.claims[0].number;
        const char *found =
            arms_copy(&made.arena, file + at.begin, at.end - at.begin, NULL);
        (void)CHECK_STRING(found, number);
    }
    claims_free(&made);
}

static const char *const spans[][2] = {
    {"Peru's arms imports rose by 12 per cent.", "12 per cent"},
    {"Peru's arms imports rose by 11,5 %.", "11,5 %"},
    {"Peru's arms imports rose by a fifth.", "a fifth"},
    {"Peru's arms imports doubled.", "doubled"},
    {"Peru's arms imports were worth US$ 21 mn.", "US$ 21 mn"},
    {"Peru's arms imports were worth \u20B921 crore.", "\u20B921 crore"},
    {"P\u00E9rou, T\u00FCrkiye. Peru's arms imports rose by %12.", "%12"},
    {"Peru was the world's 11th-largest arms importer.", "11th"},
    {"Peru sold arms to 48 countries.", "48"},
    {"Peru's arms imports are rising.", "rising"},
    {"Peru's arms imports were worth between $1 million and $3 million.",
     "$1 million and $3 million"},
    {"Peru's arms\nimports rose by\n12 per cent.", "12 per cent"},
    {NULL, NULL},
};

static void test_spans(void)
{
    for (size_t i = 0; spans[i][0]; i++)
        check_span(spans[i][0], spans[i][1]);
}

/* In what the file has and not the text: tags, marks, references, hidden characters. */
static const char *const marked[][2] = {
    {"# Arms\n\nPeru's *arms imports* rose by **12** per cent.\n", "12** per cent"},
    {"<!DOCTYPE html><p>Peru&rsquo;s arms imports rose by 12&nbsp;%.</p>", "12&nbsp;%"},
    {"<!DOCTYPE html><p>Peru&#39;s arms imports rose by <b>12</b> per cent.</p>",
     "12</b> per cent"},
    {"Peru's arms imports rose by 1\u200B2 per cent.", "1\u200B2 per cent"},
    {"\uFEFFPeru's arms imports rose by 12 per cent.", "12 per cent"},
    {NULL, NULL},
};

static void test_marked(void)
{
    for (size_t i = 0; marked[i][0]; i++)
        check_span(marked[i][0], marked[i][1]);
}

/* The words behind each slot, in the text. */
static void check_words(const arms_document *d, arms_extent words, const char *want)
{
    arms_text text = {d->text.ptr + words.begin, words.end - words.begin};
    (void)CHECK_ROW(arms_text_is(text, want), want);
}

static void test_basis(void)
{
    claims_read made;
    const char *text = "Italy supplied 38 per cent of Egypt's arms imports in 2019.";
    if (claims_make(&made, arms_text_of(text), NULL) && CHECK(made.reading.count == 1)) {
        const arms_read_claim *c = made.reading.claims;
        check_words(&made.document, c->subject_words, "Egypt");
        check_words(&made.document, c->counterpart_words, "Italy");
        check_words(&made.document, c->period_words, "2019");
        check_words(&made.document, c->flow_words, "Egypt's arms imports");
        CHECK_STRING(c->printed, "38 per cent");
        CHECK_STRING(c->text, text);
    }
    claims_free(&made);
}

static void test_sentences(void)
{
    claims_read made;
    static const char text[] = "Arms of Peru\n\nPeru sent 5 troops. Peru's arms imports "
                               "rose by 12 per cent. Its arms exports doubled.";
    if (claims_make(&made, arms_text_of(text), NULL) && CHECK(made.reading.count == 2)) {
        CHECK_COUNT(made.reading.claims[0].sentence, 3);
        CHECK_COUNT(made.reading.claims[1].sentence, 4);
        CHECK_COUNT(made.reading.unchecked_count, 1);
        CHECK_COUNT(made.reading.unchecked[0].sentence, 2);
    }
    claims_free(&made);
}

const check_test claims_unchecked_tests[] = {
    {"what is counted", test_counted},
    {"other amounts", test_amounts},
    {"dates", test_dates},
    {"what is not understood", test_others},
    {"what is not listed", test_none},
    {"where numbers stand", test_spans},
    {"where they stand in marked text", test_marked},
    {"the words behind slots", test_basis},
    {"the numbers of sentences", test_sentences},
    {NULL, NULL},
};
