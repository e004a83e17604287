/* Tokens of sentences: what is a word, a number and a sign, and where each stands. */
#include <string.h>

#include "tests/unit/claims_scene.h"

static bool tokens_of(token_row *out, arms_arena *arena, const char *text)
{
    arms_error err = {0};
    return CHECK(tokens_make(out, arena, arms_text_of(text), 0, &err));
}

static void show_token(arms_buffer *out, const char *text, const token *t)
{
    if (t->kind == TOKEN_WORD)
        arms_buffer_string(out, t->key);
    else if (t->kind == TOKEN_NUMBER)
        arms_buffer_print(out, "%.*s", (int)(t->end - t->begin), text + t->begin);
    else
        arms_buffer_fill(out, t->sign ? t->sign : '?', 1);
}

/* Words as they are looked up, numbers as printed, signs as what they mean. */
static void check_tokens(const claims_row *rows)
{
    for (; rows->text; rows++) {
        arms_arena arena = {0};
        arms_buffer shown = {0};
        token_row row = {0};
        arms_buffer_string(&shown, "");
        (void)tokens_of(&row, &arena, rows->text);
        for (size_t i = 0; i < row.count; i++) {
            arms_buffer_string(&shown, i > 0 ? " " : "");
            show_token(&shown, rows->text, &row.items[i]);
        }
        (void)CHECK_STRING(shown.data, rows->shown);
        arms_buffer_free(&shown);
        arms_arena_free(&arena);
    }
}

static const claims_row initials[] = {
    {"the U.S. sold", "the us sold"},
    {"U.K. arms", "uk arms"},
    {"the U.A.E.'s", "the uae ' s"},
    {"the U.S.A", "the usa"},
    {"Plan B. Then", "plan b . then"},
    {"e.g. tanks", "eg tanks"},
    {"U.N.", "un"},
    {NULL, NULL},
};

static void test_initials(void)
{
    check_tokens(initials);
}

static const claims_row hyphens[] = {
    {"second-largest", "second - largest"},
    {"Guinea-Bissau", "guinea - bissau"},
    {"non\u2011breaking", "non - breaking"},
    {"2019\u20132023", "2019 - 2023"},
    {"arms - and", "arms _ and"},
    {"arms \u2013 and", "arms _ and"},
    {"arms\u2014and", "arms _ and"},
    {"\u22125.3 %", "- 5.3 %"},
    {NULL, NULL},
};

static void test_hyphens(void)
{
    check_tokens(hyphens);
}

static const claims_row apostrophes[] = {
    {"Peru's arms", "peru ' s arms"},
    {"Peru\u2019s arms", "peru ' s arms"},
    {"Peru\u02BCs arms", "peru ' s arms"},
    {"Cyprus' arms", "cyprus ' arms"},
    {"'13\u2013'17", "' 13 - ' 17"},
    {"\u201CArms\u201D \u00AB", "\" arms \" \""},
    {NULL, NULL},
};

static void test_apostrophes(void)
{
    check_tokens(apostrophes);
}

static const claims_row numbers[] = {
    {"1,234.5", "1,234.5"}, {"1.5.", "1.5 ."},        {"11,", "11 ,"},
    {"F-35", "f - 35"},     {"7.2bn", "7.2 bn"},      {"T72", "t 72"},
    {"3rd", "3 rd"},        {"1.2.3", "1.2.3"},       {"5%", "5 %"},
    {"%5", "% 5"},          {"5\uFF05", "5 %"},       {"(12)", "( 12 )"},
    {"1990s", "1990 s"},    {"2019/20", "2019 / 20"}, {NULL, NULL},
};

static void test_numbers(void)
{
    check_tokens(numbers);
}

static const claims_row money[] = {
    {"US$21", "us $ 21"}, {"\u20AC3", "E 3"},  {"\u00A34", "P 4"}, {"\u20B95", "R 5"},
    {"A$ 6", "a $ 6"},    {"Rs. 7", "rs . 7"}, {NULL, NULL},
};

static void test_money(void)
{
    check_tokens(money);
}

static const claims_row beyond[] = {
    {"T\u00FCrkiye", "turkiye"},
    {"C\u00F4te d'Ivoire", "cote d ' ivoire"},
    {"\u0130srail", "israil"},
    {"S\u00E3o Tom\u00E9", "sao tome"},
    {"one\u2026two", "one ? two"},
    {"\u00BD", "?"},
    {"\u4E2D\u56FD 5", "\u4E2D\u56FD 5"},
    {NULL, NULL},
};

static void test_beyond_ascii(void)
{
    check_tokens(beyond);
}

static void test_nothing(void)
{
    static const claims_row rows[] = {
        {"", ""}, {" \t\r\n", ""}, {".", "."}, {NULL, NULL}};
    check_tokens(rows);
}

/* Capitals tell names from words: "US" and "us", "Turkey" and "turkey". */
static void test_capitals(void)
{
    arms_arena arena = {0};
    token_row row = {0};
    (void)tokens_of(&row, &arena, "US us Peru \u00C9ire");
    if (CHECK_COUNT(row.count, 4)) {
        CHECK(row.items[0].capitals && row.items[0].capital);
        CHECK(!row.items[1].capitals && !row.items[1].capital);
        CHECK(row.items[2].capital && !row.items[2].capitals);
        CHECK(row.items[3].capital);
    }
    arms_arena_free(&arena);
}

static void test_glued(void)
{
    arms_arena arena = {0};
    token_row row = {0};
    (void)tokens_of(&row, &arena, "$5 m,a");
    static const bool want[] = {false, true, false, true, true};
    if (CHECK_COUNT(row.count, 5))
        for (size_t i = 0; i < row.count; i++)
            CHECK(row.items[i].glued == want[i]);
    arms_arena_free(&arena);
}

/* Offsets are those of the text, wherever reading begins. */
static void test_offsets(void)
{
    static const char text[] = "Skip this. T\u00FCrkiye's 1,5 %";
    static const size_t ends[] = {19, 20, 21, 25, 27};
    arms_arena arena = {0};
    token_row row = {0};
    CHECK(tokens_make(&row, &arena, arms_text_of(text), 11, NULL));
    if (CHECK_COUNT(row.count, 5) && CHECK_COUNT(row.items[0].begin, 11))
        for (size_t i = 0; i < row.count; i++)
            CHECK_COUNT(row.items[i].end, ends[i]);
    arms_arena_free(&arena);
}

static void test_asked(void)
{
    arms_arena arena = {0};
    token_row row = {0};
    (void)tokens_of(&row, &arena, "arms, 5");
    CHECK(token_is_word(&row, 0, "arms") && !token_is_word(&row, 0, "arm"));
    CHECK(token_is_sign(&row, 1, ',') && !token_is_word(&row, 1, ","));
    CHECK(!token_is_word(&row, 2, "5") && !token_is_sign(&row, 2, '5'));
    CHECK(!token_is_word(&row, 3, "") && !token_is_sign(&row, 3, '\0'));
    arms_arena_free(&arena);
}

const check_test claims_tokens_tests[] = {
    {"initials", test_initials},
    {"hyphens and dashes", test_hyphens},
    {"apostrophes and quotes", test_apostrophes},
    {"numbers", test_numbers},
    {"signs of money", test_money},
    {"beyond ASCII", test_beyond_ascii},
    {"nothing", test_nothing},
    {"capitals", test_capitals},
    {"glued tokens", test_glued},
    {"offsets", test_offsets},
    {"words and signs asked for", test_asked},
    {NULL, NULL},
};
