/* Texts that try to break the reader: whatever the bytes, the laws hold, and twice the
 * text is no more than twice the work. */
#include <string.h>

#include "tests/property/random.h"
#include "tests/unit/document_scene.h"

enum { SMALL = 20000, LARGE = 10 * 1000 * 1000, ROUNDS = 6000, LONGEST = 400 };

/* Repeated until the text is as long as wanted. */
static const char *const patterns[] = {
    "7",
    "Аa",
    "\u202E1\u2066",
    "\u00AD",
    "\xE9",
    "…",
    " ",
    "\n",
    "\\",
    "&",
    "&#",
    "&#x",
    "&abcdefghijklmnopqrstuvwxyz",
    "<",
    "<a ",
    "<a x=\"<a\" ",
    "<a x='\"<b y=\"'",
    "<b>",
    "<div>",
    "<nav>",
    "<p hidden>",
    "<b hidden>x</b>",
    "<li>",
    "<table><td>",
    "<br>",
    "<!--",
    "<!-- x\n",
    "<!a",
    "<!-->",
    "> <!--> ",
    "<!--> <b> ",
    "<![",
    "<script>",
    "<script>\n",
    "<style><textarea>",
    "<title>x</title>",
    "<sup><a href=#x>",
    "<sup>1</sup>",
    "<article>x",
    "<article>x</article>",
    "[",
    "[]",
    "[ ",
    "![",
    "[^",
    "[a][b",
    "[a](x",
    "[a](<x",
    "[a](x \"",
    "[a](x (",
    "[a]: http://x\n",
    "*a",
    "_a _",
    "*a _b ~~c ",
    "**",
    "` `` ``` ",
    "```\n~~~\n",
    "````\n```\n",
    "```x\n",
    "~~~~ x\n~~~ y\n",
    "[a](<",
    "<a x=\"",
    "<a x='>",
    ">",
    "> a\n>> b\n",
    "|a",
    "a|b\n",
    "|a|\n",
    "a\n==\n",
    "# ",
    "- a\n",
    "A b\n\n",
    ".",
    "A. ",
    ".\"))]",
    "[1].",
    "---\na: b\n",
};

static size_t fill(char *out, size_t n, const char *pattern)
{
    size_t length = strlen(pattern);
    for (size_t i = 0; i < n; i++)
        out[i] = pattern[i % length];
    return n;
}

/* The work of reading a text; 0 where a law is broken. */
static size_t work_of(arms_text text, arms_document_format format, const char *name)
{
    arms_arena arena = {0};
    arms_document d;
    size_t work = 0;
    if (document_made(&d, &arena, text, format)) {
        const char *law = document_broken_law(&d, text);
        work = CHECK_ROW(!law, name) ? d.work + 1 : 0;
        (void)CHECK_STRING(law ? law : "", "");
    }
    arms_arena_free(&arena);
    return work;
}

static void check_growth(const char *pattern, arms_document_format format)
{
    static char text[2 * SMALL];
    size_t half = work_of((arms_text){text, fill(text, SMALL, pattern)}, format, pattern);
    size_t whole =
        work_of((arms_text){text, fill(text, 2 * SMALL, pattern)}, format, pattern);
    (void)CHECK_ROW(whole <= 2 * half + half / 20, pattern);
}

static void test_growth(void)
{
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        for (int format = ARMS_DOCUMENT_GUESS; format <= ARMS_DOCUMENT_HTML; format++)
            check_growth(patterns[i], (arms_document_format)format);
}

static void test_large(void)
{
    arms_arena arena = {0};
    char *text = arms_alloc(&arena, LARGE, 1, NULL);
    if (CHECK(text != NULL)) {
        (void)fill(text, LARGE, "1234567890");
        (void)work_of((arms_text){text, LARGE}, ARMS_DOCUMENT_GUESS, "10 MB of digits");
    }
    arms_arena_free(&arena);
}

static void test_nested(void)
{
    enum { DEEP = 10000 };
    static char text[2 * DEEP];
    (void)fill(text, DEEP, "[");
    (void)fill(text + DEEP, DEEP, "]");
    for (int format = ARMS_DOCUMENT_GUESS; format <= ARMS_DOCUMENT_HTML; format++)
        (void)work_of((arms_text){text, sizeof text}, (arms_document_format)format,
                      "nested brackets");
}

static void test_every_byte(void)
{
    char text[2 * 256];
    for (int i = 0; i < 256; i++) {
        text[i] = (char)i;
        text[511 - i] = (char)i;
    }
    for (int format = ARMS_DOCUMENT_GUESS; format <= ARMS_DOCUMENT_HTML; format++)
        for (size_t from = 0; from < sizeof text; from++)
            (void)work_of((arms_text){text + from, sizeof text - from},
                          (arms_document_format)format, "every byte");
}

/* Random bytes, with scraps that mean something among them. */
static void test_random(void)
{
    char text[LONGEST + 16];
    for (int i = 0; i < ROUNDS; i++) {
        size_t n = 0, most = random_below(LONGEST);
        while (n < most) {
            const char *scrap =
                patterns[random_below(sizeof patterns / sizeof *patterns)];
            size_t length = strlen(scrap);
            bool byte = random_below(3) == 0 || length > 16;
            memcpy(text + n, scrap, byte ? 0 : length);
            text[n] = byte ? (char)random_bits() : text[n];
            n += byte ? 1 : length;
        }
        arms_document_format format = (arms_document_format)random_below(4);
        if (work_of((arms_text){text, n}, format, "random bytes") == 0)
            return;
    }
}

const check_test document_hostile_tests[] = {
    {"growth", test_growth},          {"10 MB of digits", test_large},
    {"nested brackets", test_nested}, {"every byte", test_every_byte},
    {"random bytes", test_random},    {NULL, NULL},
};
