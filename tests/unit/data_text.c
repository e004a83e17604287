/* Text: UTF-8, Latin-1, keys of names, width, distance. */
#include <string.h>

#include "tests/unit/check.h"

static void test_views(void)
{
    CHECK_COUNT(arms_text_of(NULL).len, 0);
    CHECK(arms_text_equal((arms_text){0}, arms_text_of("")));
    CHECK(arms_text_equal((arms_text){"abc", 2}, arms_text_of("ab")));
    CHECK(!arms_text_equal(arms_text_of("ab"), arms_text_of("abc")));
}

static void test_comparing(void)
{
    CHECK(arms_text_is(arms_text_of("ab"), "ab"));
    CHECK(!arms_text_is(arms_text_of("ab"), "a"));
    CHECK(arms_text_starts(arms_text_of("abc"), "ab"));
    CHECK(arms_text_starts(arms_text_of("abc"), ""));
    CHECK(!arms_text_starts(arms_text_of("a"), "ab"));
}

static void test_trim(void)
{
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"", ""},
        {"   ", ""},
        {"\xC2\xA0", ""},
        {" \t\r\n a b \n", "a b"},
        {"\xC2\xA0 237\xC2\xA0", "237"},
        {"\xC2\xB7x", "\xC2\xB7x"}, /* half of a no-break space is none */
        {"x\xE2\x82\xAC", "x\xE2\x82\xAC"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_ROW(arms_text_is(arms_text_trim(arms_text_of(rows[i].text)), rows[i].want),
                  rows[i].text);
}

/* Table 3-7 of the Unicode standard: what is well-formed, and its neighbours that are
 * not. */
static void test_utf8(void)
{
    static const struct {
        const char *bytes;
        bool good;
    } rows[] = {
        {"", true},
        {"plain \x7F", true},
        {"\xC2\x80", true},         /* U+0080 */
        {"\xDF\xBF", true},         /* U+07FF */
        {"\xE0\xA0\x80", true},     /* U+0800 */
        {"\xED\x9F\xBF", true},     /* U+D7FF */
        {"\xEE\x80\x80", true},     /* U+E000 */
        {"\xEF\xBF\xBD", true},     /* U+FFFD */
        {"\xF0\x90\x80\x80", true}, /* U+10000 */
        {"\xF4\x8F\xBF\xBF", true}, /* U+10FFFF */
        {"\x80", false},            /* a continuation alone */
        {"a\xBFz", false},
        {"\xC0\x80", false},         /* overlong U+0000 */
        {"\xC1\xBF", false},         /* overlong U+007F */
        {"\xE0\x9F\xBF", false},     /* overlong U+07FF */
        {"\xF0\x8F\xBF\xBF", false}, /* overlong U+FFFF */
        {"\xED\xA0\x80", false},     /* surrogate U+D800 */
        {"\xED\xBF\xBF", false},     /* surrogate U+DFFF */
        {"\xF4\x90\x80\x80", false}, /* above U+10FFFF */
        {"\xF5\x80\x80\x80", false},
        {"\xFF", false},
        {"\xFE\xFF", false},
        {"\xC3", false}, /* cut off */
        {"\xE2\x82", false},
        {"\xF0\x9F\x98", false},
        {"\xC3(", false},
        {"T\xFCrkiye", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_ROW(arms_text_is_utf8(arms_text_of(rows[i].bytes)) == rows[i].good,
                  rows[i].bytes);
    CHECK(arms_text_is_utf8((arms_text){"\xC3\xA9", 2}));
    CHECK(!arms_text_is_utf8((arms_text){"\xC3\xA9", 1})); /* never looks beyond */
}

static void test_capital(void)
{
    static const char *const capitals[] = {"A", "Zx", "É", "İ", "Ω", "Я", "ǅ"};
    static const char *const others[] = {"", "a", "é", "ı", "1", "“A", "ß", "\xC3", "中"};
    for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++)
        CHECK_ROW(arms_text_is_capital(arms_text_of(capitals[i])), capitals[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        CHECK_ROW(!arms_text_is_capital(arms_text_of(others[i])), others[i]);
}

static void test_latin1(void)
{
    arms_arena arena = {0};
    arms_text out = {0};
    CHECK(arms_text_from_latin1(&out, &arena, arms_text_of("T\xFCrkiye \xA9\xFF"), NULL));
    CHECK(arms_text_is(out, "Türkiye ©ÿ"));
    CHECK(arms_text_from_latin1(&out, &arena, (arms_text){"a\0\x80", 3}, NULL));
    CHECK(arms_text_equal(out, (arms_text){"a\0\xC2\x80", 4}));
    CHECK(arms_text_from_latin1(&out, &arena, arms_text_of(""), NULL));
    CHECK_COUNT(out.len, 0);
    arms_arena_free(&arena);
}

static void check_key(const char *name, const char *want)
{
    arms_arena arena = {0};
    arms_text key = {"(none)", 6};
    CHECK(arms_text_key(&key, &arena, arms_text_of(name), NULL));
    CHECK_STRING(key.ptr, want);
    CHECK_COUNT(strlen(key.ptr), key.len);
    arms_arena_free(&arena);
}

static void test_keys(void)
{
    check_key("Türkiye", "turkiye");
    check_key("TÜRKİYE", "turkiye");
    check_key("TURKIYE", "turkiye");
    check_key("turkiye", "turkiye");
    check_key("Tu\xCC\x88rkiye", "turkiye");       /* u and a combining diaeresis */
    check_key("t\xC3\xBCrk\xC4\xB1ye", "turkiye"); /* the dotless i */
}

static void test_keys_of_words(void)
{
    check_key("Côte d'Ivoire", "cote divoire");
    check_key("Cote d\xE2\x80\x99Ivoire", "cote divoire");
    check_key("The Gambia", "gambia");
    check_key("THE  GAMBIA", "gambia");
    check_key("the", "the");
    check_key("Theland", "theland");
    check_key("U.S.A.", "usa");
    check_key("United\xC2\xA0States", "united states");
    check_key("  Bosnia-Herzegovina ", "bosnia herzegovina");
    check_key("Congo (Dem. Rep.)", "congo dem rep");
}

static void test_keys_of_letters(void)
{
    check_key("Åland", "aland");
    check_key("Łódź", "lodz");
    check_key("\xEF\xBC\xB5\xEF\xBC\xB3", "us"); /* full-width U and S */
    check_key("Straße", "strasse");
}

static void test_keys_of_nothing(void)
{
    check_key("", "");
    check_key(" - ", "");
    check_key("*** (**)", "");
}

static void test_keys_of_damaged_names(void)
{
    check_key("T\xFCrkiye", "t rkiye"); /* a stray byte parts like a space */
    check_key("\xFF\xFE\xFFIran", "iran");
    check_key("Iran\xC3", "iran");
    check_key("\xCC\x88\xCC\x88", ""); /* marks alone */
}

/* U+FDFA unfolds to 18 letters and spaces, 33 bytes for 3: whether it is kept or left
 * out, it neither overruns the key nor hides what stands around it. */
static void test_keys_of_long_foldings(void)
{
    arms_arena arena = {0};
    arms_buffer name = {0};
    arms_text key = {0};
    arms_buffer_string(&name, "Iran ");
    for (int i = 0; i < 50; i++)
        arms_buffer_string(&name, "\xEF\xB7\xBA");
    arms_buffer_string(&name, " Libya");
    CHECK(arms_text_key(&key, &arena, (arms_text){name.data, name.len}, NULL));
    CHECK(arms_text_starts(key, "iran"));
    CHECK(key.len > 5 && memcmp(key.ptr + key.len - 5, "libya", 5) == 0);
    CHECK(arms_text_key(&key, &arena, arms_text_of("\xEF\xB7\xBA"), NULL));
    CHECK_COUNT(strlen(key.ptr), key.len);
    arms_buffer_free(&name);
    arms_arena_free(&arena);
}

static void test_width(void)
{
    CHECK_COUNT(arms_text_width(arms_text_of("")), 0);
    CHECK_COUNT(arms_text_width(arms_text_of("Türkiye")), 7);
    CHECK_COUNT(arms_text_width(arms_text_of("Tu\xCC\x88rkiye")), 7);
    CHECK_COUNT(arms_text_width(arms_text_of("日本")), 4);
    CHECK_COUNT(arms_text_width(arms_text_of("a\xFF")), 2);
}

static size_t distance(const char *a, const char *b, size_t most)
{
    return arms_text_distance(arms_text_of(a), arms_text_of(b), most);
}

static void test_distance(void)
{
    CHECK_COUNT(distance("", "", 5), 0);
    CHECK_COUNT(distance("turky", "turkey", 5), 1);
    CHECK_COUNT(distance("", "abc", 5), 3);
    CHECK_COUNT(distance("abc", "", 5), 3);
    CHECK_COUNT(distance("iran", "iarn", 5), 1); /* neighbours swapped */
    CHECK_COUNT(distance("kitten", "sitting", 5), 3);
}

static void test_distance_at_most(void)
{
    CHECK_COUNT(distance("kitten", "sitting", 2), 3); /* most + 1 */
    CHECK_COUNT(distance("abcdef", "uvwxyz", 1), 2);
    CHECK_COUNT(distance("a", "b", 0), 1);
    CHECK_COUNT(distance("ca", "abc", 9), 3); /* no letter is edited twice */
}

static void test_distance_of_long_texts(void)
{
    static char many_a[101], many_b[101];
    memset(many_a, 'a', 100);
    memset(many_b, 'a', 100);
    many_b[80] = 'b';
    CHECK_COUNT(distance(many_a, many_b, 9), 0); /* cut at 64 bytes */
}

const check_test data_text_tests[] = {
    {"views", test_views},
    {"comparing", test_comparing},
    {"trimming", test_trim},
    {"well-formed UTF-8", test_utf8},
    {"capitals", test_capital},
    {"Latin-1", test_latin1},
    {"keys of names", test_keys},
    {"keys drop articles and signs", test_keys_of_words},
    {"keys of other letters", test_keys_of_letters},
    {"keys of nothing", test_keys_of_nothing},
    {"keys of damaged names", test_keys_of_damaged_names},
    {"keys of long foldings", test_keys_of_long_foldings},
    {"width", test_width},
    {"distance", test_distance},
    {"distance has a limit", test_distance_at_most},
    {"distance of long texts", test_distance_of_long_texts},
    {NULL, NULL},
};
