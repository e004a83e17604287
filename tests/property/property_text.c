/* Text: UTF-8, keys and distances against plain second versions. */
#include <string.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { ROUNDS = 20000 };

/* Code points are decoded by arithmetic, then held against the ranges that hold for
 * them. */
static bool is_utf8(const unsigned char *bytes, size_t n)
{
    static const unsigned long least[] = {0, 0, 0x80, 0x800, 0x10000};
    for (size_t i = 0; i < n;) {
        unsigned char lead = bytes[i];
        size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        unsigned long point = length == 1 ? lead : lead & (0x7Fu >> length);
        if ((lead >= 0x80 && lead < 0xC0) || lead > 0xF7 || i + length > n)
            return false;
        for (size_t j = 1; j < length; j++) {
            if ((bytes[i + j] & 0xC0) != 0x80)
                return false;
            point = point << 6 | (bytes[i + j] & 0x3Fu);
        }
        if (point < least[length] || point > 0x10FFFF ||
            (point >= 0xD800 && point < 0xE000))
            return false;
        i += length;
    }
    return true;
}

static void test_utf8(void)
{
    static const unsigned char leads[] = {'a', 0xC2, 0xC1, 0xE0, 0xE2, 0xED, 0xF0, 0xF4};
    unsigned char bytes[12];
    size_t good = 0;
    for (int i = 0; i < 10 * ROUNDS; i++) {
        size_t n = random_below(6);
        for (size_t j = 0; j < n; j++)
            bytes[j] = random_below(2) ? leads[random_below(8)]
                                       : (unsigned char)(0x7F + random_below(0x42));
        bool want = is_utf8(bytes, n);
        good += want && n > 1;
        if (!CHECK(arms_text_is_utf8((arms_text){(char *)bytes, n}) == want))
            return;
    }
    CHECK(good > 0);
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Edits between the first i and j letters, from the definition, by a full table. */
static size_t plain_distance(const char *a, const char *b)
{
    static size_t t[24][24];
    size_t n = strlen(a), m = strlen(b);
    for (size_t i = 0; i <= n; i++) {
        for (size_t j = 0; j <= m; j++) {
            size_t best = i + j;
            if (i > 0)
                best = smaller(best, t[i - 1][j] + 1);
            if (j > 0)
                best = smaller(best, t[i][j - 1] + 1);
            if (i > 0 && j > 0)
                best = smaller(best, t[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = smaller(best, t[i - 2][j - 2] + 1);
            t[i][j] = best;
        }
    }
    return t[n][m];
}

static void random_word(char *word, size_t most)
{
    size_t n = random_below(most + 1);
    for (size_t i = 0; i < n; i++)
        word[i] = (char)('a' + random_below(4));
    word[n] = '\0';
}

static void test_distance(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        char a[24], b[24];
        random_word(a, 20);
        random_word(b, 20);
        size_t most = random_below(25), want = smaller(plain_distance(a, b), most + 1);
        arms_text x = arms_text_of(a), y = arms_text_of(b);
        if (!CHECK_COUNT(arms_text_distance(x, y, most), want) ||
            !CHECK_COUNT(arms_text_distance(y, x, most), want))
            return;
    }
}

/* A key is UTF-8, with single spaces between words and none around them. */
static bool is_tidy(arms_text key)
{
    bool tidy = arms_text_is_utf8(key) && key.ptr[key.len] == '\0';
    for (size_t i = 0; i < key.len; i++) {
        bool space = key.ptr[i] == ' ';
        bool edge = i == 0 || i + 1 == key.len || key.ptr[i + 1] == ' ';
        tidy = tidy && !(space && edge);
    }
    return tidy;
}

static void test_keys_of_any_bytes(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        arms_arena arena = {0};
        char name[40];
        size_t n = random_below(sizeof name);
        for (size_t j = 0; j < n; j++)
            name[j] = random_below(2) ? (char)random_bits() : "aZ .-'"[random_below(6)];
        arms_text key;
        bool done = arms_text_key(&key, &arena, (arms_text){name, n}, NULL);
        bool good = CHECK(done) && CHECK(is_tidy(key));
        arms_arena_free(&arena);
        if (!good)
            return;
    }
}

/* The key of a key is the key, and neither case nor spacing shows. */
static void test_keys_are_final(void)
{
    static const char *const low[] = {"a", "ü", "i", "ç", "é", "o", " ", "-", "z", "ø"};
    static const char *const up[] = {"A", "Ü", "İ", "Ç", "É", "O", "  ", ",", "Z", "Ø"};
    for (int i = 0; i < ROUNDS; i++) {
        arms_arena arena = {0};
        arms_buffer a = {0}, b = {0};
        arms_text one, two, again;
        arms_buffer_string(&a, "x");
        arms_buffer_string(&b, " X");
        for (size_t n = random_below(12); n > 0; n--) {
            size_t pick = random_below(10);
            arms_buffer_string(&a, low[pick]);
            arms_buffer_string(&b, up[pick]);
        }
        bool done = arms_text_key(&one, &arena, arms_text_of(a.data), NULL) &&
                    arms_text_key(&two, &arena, arms_text_of(b.data), NULL) &&
                    arms_text_key(&again, &arena, one, NULL);
        bool good = CHECK(done) && CHECK_STRING(two.ptr, one.ptr) &&
                    CHECK_STRING(again.ptr, one.ptr);
        arms_buffer_free(&a);
        arms_buffer_free(&b);
        arms_arena_free(&arena);
        if (!good)
            return;
    }
}

/* Whatever the bytes, a terminal is shown well-formed text without control characters. */
static void test_shown(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        char bytes[30];
        arms_buffer out = {0};
        size_t n = 1 + random_below(sizeof bytes - 1);
        for (size_t j = 0; j < n; j++)
            bytes[j] = random_below(4) ? (char)random_bits() : '\xE2';
        arms_buffer_shown(&out, (arms_text){bytes, n});
        bool clean = arms_text_is_utf8((arms_text){out.data, out.len});
        for (size_t j = 0; j < out.len; j++) {
            unsigned char c = (unsigned char)out.data[j];
            unsigned char next = (unsigned char)out.data[j + 1];
            clean = clean && c >= 0x20 && c != 0x7F && !(c == 0xC2 && next < 0xA0);
        }
        arms_buffer_free(&out);
        if (!CHECK(clean))
            return;
    }
}

const check_test property_text_tests[] = {
    {"well-formed UTF-8", test_utf8},
    {"distance", test_distance},
    {"keys of any bytes", test_keys_of_any_bytes},
    {"keys are final", test_keys_are_final},
    {"shown text is harmless", test_shown},
    {NULL, NULL},
};
