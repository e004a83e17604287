/* Phrases: the longest is found, spelt as its table asks, in every spelling of a name. */
#include <string.h>

#include "tests/unit/claims_scene.h"

/* What the first phrase of a text is: a name or word, and the tokens it takes. */
typedef struct phrase_row {
    const char *text;
    lexicon_class class;
    const char *word;
    size_t tokens;
} phrase_row;

static const lexicon_row *row_of(const lexicon_match *m, lexicon_class class)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->rows[i].class == class)
            return &m->rows[i];
    return NULL;
}

static lexicon_match found_in(arms_arena *arena, const char *text)
{
    token_row row = {0};
    arms_error err = {0};
    CHECK(tokens_make(&row, arena, arms_text_of(text), 0, &err));
    return lexicon_find(&row, 0);
}

static void check_phrases(const phrase_row *rows)
{
    for (; rows->text; rows++) {
        arms_arena arena = {0};
        lexicon_match m = found_in(&arena, rows->text);
        const lexicon_row *row = row_of(&m, rows->class);
        if (CHECK_ROW(row != NULL, rows->text)) {
            (void)CHECK_STRING(row->word, rows->word);
            (void)CHECK_ROW(m.tokens == rows->tokens, rows->text);
        }
        arms_arena_free(&arena);
    }
}

/* That a text does not begin with a phrase of the class. */
static void check_none(const char *const *texts, lexicon_class class)
{
    for (; *texts; texts++) {
        arms_arena arena = {0};
        lexicon_match m = found_in(&arena, *texts);
        (void)CHECK_ROW(!row_of(&m, class), *texts);
        arms_arena_free(&arena);
    }
}

static const phrase_row names[] = {
    {"Peru", LEX_NAME, "Peru", 1},
    {"South Korea and", LEX_NAME, "South Korea", 2},
    {"South Africa's", LEX_NAME, "South Africa", 2},
    {"Papua New Guinea", LEX_NAME, "Papua New Guinea", 3},
    {"Guinea-Bissau", LEX_NAME, "Guinea-Bissau", 3},
    {"Guinea, Bissau", LEX_NAME, "Guinea", 1},
    {"C\u00F4te d\u2019Ivoire", LEX_NAME, "C\u00F4te d'Ivoire", 4},
    {"Turkey", LEX_NAME, "T\u00FCrkiye", 1},
    {"T\u00FCrkiye", LEX_NAME, "T\u00FCrkiye", 1},
    {"United Arab Emirates", LEX_NAME, "United Arab Emirates", 3},
    {"UAE", LEX_NAME, "United Arab Emirates", 1},
    {"U.A.E. arms", LEX_NAME, "United Arab Emirates", 1},
    {"Trinidad and Tobago", LEX_NAME, "Trinidad and Tobago", 3},
    {NULL, LEX_NONE, NULL, 0},
};

static void test_names(void)
{
    check_phrases(names);
}

static const phrase_row adjectives[] = {
    {"Turkish arms", LEX_DEMONYM, "T\u00FCrkiye", 1},
    {"South Korean arms", LEX_DEMONYM, "South Korea", 2},
    {"Dutch", LEX_DEMONYM, "Netherlands", 1},
    {"Ankara", LEX_CAPITAL, "T\u00FCrkiye", 1},
    {"New Delhi", LEX_CAPITAL, "India", 2},
    {NULL, LEX_NONE, NULL, 0},
};

static void test_adjectives(void)
{
    check_phrases(adjectives);
}

static const phrase_row regions[] = {
    {"sub-Saharan Africa", LEX_REGION, "Sub-Saharan Africa", 4},
    {"Sub-Saharan Africa", LEX_REGION, "Sub-Saharan Africa", 4},
    {"sub-Saharan African states", LEX_REGION, "Sub-Saharan Africa", 5},
    {"sub-Saharan African imports", LEX_REGIONAL, "Sub-Saharan Africa", 4},
    {"East Africa", LEX_REGION, "East Africa", 2},
    {"Asia and Oceania", LEX_REGION, "Asia and Oceania", 3},
    {"Asia and Peru", LEX_REGION, "Asia", 1},
    {"South-East Asia", LEX_REGION, "Southeast Asia", 4},
    {"Middle East", LEX_REGION, "Middle East", 2},
    {"European Union", LEX_REGION, "European Union", 2},
    {NULL, LEX_NONE, NULL, 0},
};

static void test_regions(void)
{
    check_phrases(regions);
}

/* Longer phrases win, and what does not go on falls back. */
static const phrase_row longest[] = {
    {"per cent of", LEX_PERCENT, "", 2},
    {"percentage points", LEX_POINT, "", 2},
    {"percentage of", LEX_SHARE, "", 1},
    {"just under 5", LEX_HEDGE, "nearly", 2},
    {"just 5", LEX_HEDGE, "exact", 1},
    {"no more than 5", LEX_HEDGE, "at_most", 3},
    {"more than 5", LEX_HEDGE, "over", 2},
    {"small arms and light weapons", LEX_CATEGORY, "Small arms", 5},
    {"small arms and ships", LEX_CATEGORY, "Small arms", 2},
    {"accounted for 5", LEX_ACCOUNT, "", 2},
    {NULL, LEX_NONE, NULL, 0},
};

static void test_longest(void)
{
    check_phrases(longest);
}

/* "us" is no country, "turkey" a bird, "May" a month and "may" a verb. */
static void test_spelling(void)
{
    static const char *const lower[] = {"us arms", "peru", "turkey", "chad",
                                        "usa",     "uae",  NULL};
    static const char *const months[] = {"may rise", "march on", NULL};
    static const char *const words[] = {"Us", "Uae", NULL};
    check_none(lower, LEX_NAME);
    check_none(months, LEX_MONTH);
    check_none(words, LEX_NAME);
}

static const phrase_row capitals[] = {
    {"US arms", LEX_NAME, "United States", 1},
    {"U.S. arms", LEX_NAME, "United States", 1},
    {"USA", LEX_NAME, "United States", 1},
    {"UK", LEX_NAME, "United Kingdom", 1},
    {"May 2019", LEX_MONTH, "5", 1},
    {NULL, LEX_NONE, NULL, 0},
};

static void test_capitals(void)
{
    check_phrases(capitals);
}

/* Signs that part words part phrases: nothing is named across them. */
static void test_parted(void)
{
    static const char *const texts[] = {"South, Korea",  "South (Korea",
                                        "South 5 Korea", "South \u2013 Korea",
                                        "South; Korea",  NULL};
    check_none(texts, LEX_NAME);
}

/* Letters of other scripts that look alike are other letters. */
static void test_homoglyphs(void)
{
    static const char *const texts[] = {"P\u0430kistan", "\u0420akistan", "Ch\u0456na",
                                        "\u0399ran",     "Per\u03C5",     NULL};
    check_none(texts, LEX_NAME);
}

static void test_next(void)
{
    const lexicon_row *first = lexicon_next(LEX_OF, NULL);
    if (CHECK(first != NULL)) {
        CHECK_STRING(first->key, "of");
        CHECK(lexicon_next(LEX_OF, first) == NULL);
    }
}

/* Every key is found in a text of itself, with the spelling that it asks for. */
static void check_key(const lexicon_row *row)
{
    char text[160] = "";
    arms_arena arena = {0};
    size_t n = strlen(row->key);
    for (size_t i = 0; i < n && n < sizeof text; i++) {
        bool front = i == 0 || row->key[i - 1] == ' ';
        bool up = row->spelling == 2 || (row->spelling == 1 && front);
        bool letter = row->key[i] >= 'a' && row->key[i] <= 'z';
        text[i] = (char)(up && letter ? row->key[i] - 32 : row->key[i]);
    }
    lexicon_match m = found_in(&arena, text);
    (void)CHECK_ROW(row_of(&m, row->class) != NULL, text);
    arms_arena_free(&arena);
}

static void test_every_key(void)
{
    size_t count = 0;
    for (int class = LEX_NAME; class <= LEX_STARTOFYEAR; class ++)
        for (const lexicon_row *row = lexicon_next((lexicon_class) class, NULL); row;
             row = lexicon_next((lexicon_class) class, row), count++)
            if (!strpbrk(row->key, "0123456789")) /* digits are tokens of their own */
                check_key(row);
    CHECK(count > 1000);
}

static void test_begins(void)
{
    const lexicon_row *row = NULL;
    CHECK_COUNT(lexicon_begins(&row, arms_text_of("JUST UNDER 5"), LEX_HEDGE), 10);
    CHECK_STRING(row ? row->word : NULL, "nearly");
    CHECK_COUNT(lexicon_begins(&row, arms_text_of("justly"), LEX_HEDGE), 0);
    CHECK_COUNT(lexicon_begins(&row, arms_text_of(""), LEX_HEDGE), 0);
    CHECK_COUNT(lexicon_begins(&row, (arms_text){"about\0", 6}, LEX_HEDGE), 5);
}

const check_test claims_lexicon_tests[] = {
    {"names", test_names},
    {"adjectives and capitals", test_adjectives},
    {"regions", test_regions},
    {"the longest phrase", test_longest},
    {"what lower case names", test_spelling},
    {"what capitals name", test_capitals},
    {"phrases parted by signs", test_parted},
    {"letters that look alike", test_homoglyphs},
    {"rows of a class", test_next},
    {"every key finds itself", test_every_key},
    {"the phrase at a text's front", test_begins},
    {NULL, NULL},
};
