/* Texts that try to break the reader: whatever the bytes, the laws hold, and twice the
 * text takes no more than twice the memory. Texts of 10 MB, and how instructions grow,
 * are for bench/hostile.py. */
#include <string.h>

#include "tests/unit/claims_scene.h"

enum { SMALL = 20000 };

/* Repeated until the text is as long as wanted. */
static const char *const patterns[] = {
    "7",
    "7 ",
    "7.",
    "1% ",
    "1 % of 2 % of ",
    "rise fall ",
    "arms imports ",
    "largest second-largest ",
    "Peru ",
    "Peru, ",
    "Peru and Chile, ",
    "Peru's Chile's ",
    "its ",
    "which ",
    "in 2019 ",
    "2019-",
    "the same period ",
    "five-",
    "between 1 and ",
    "from 1 to ",
    "$1-",
    "a third ",
    "(",
    ")",
    "'",
    "\"",
    "%",
    "-",
    "U.",
    "\u202E1\u2066",
    "\u200F12 % ",
    "P\u0430kistan ",
    "\xE9",
    "\xF0\x9F\x9A\x80",
    "a\u0301",
    "\xC3",
    "respectively ",
    "South ",
    "the Democratic Republic of the ",
};

/* The same as sentences, of which each may make a claim or a number that is none. */
static const char *const sentences[] = {
    "Peru's arms imports rose by 12 per cent in 2019. ",
    "Peru's arms imports rose. ",
    "Egypt supplied 5 per cent of Egypt's arms imports. ",
    "Its share was 5 per cent. ",
    "Peru is the largest arms importer.\n\n",
    "1% of arms imports. ",
    "In 2019, 5 and 6.\n",
    "- Peru (5 %)\n",
    "| Peru | 5 % |\n",
    "# Arms of Peru\n\nIt bought 5 % of Chile's arms exports.\n\n",
};

/* What reading a text takes from its arena; 0 where a law is broken. */
static size_t memory_of(arms_text text, const char *name)
{
    claims_read made;
    bool good = claims_make(&made, text, "2024-03-11");
    size_t used = CHECK_ROW(good, name) ? made.arena.used : 0;
    claims_free(&made);
    return used;
}

static arms_text filled(char *text, size_t length, const char *pattern)
{
    size_t n = strlen(pattern);
    for (size_t i = 0; i < length; i++)
        text[i] = pattern[i % n];
    return (arms_text){text, length};
}

/* Tables that double may be half empty: twice the text is at most four times as much. */
static void check_growth(const char *pattern)
{
    static char text[2 * SMALL];
    size_t half = memory_of(filled(text, SMALL, pattern), pattern);
    size_t whole = memory_of(filled(text, 2 * SMALL, pattern), pattern);
    (void)CHECK_ROW(whole <= 4 * half, pattern);
    (void)CHECK_ROW(whole <= (size_t)400 * SMALL, pattern);
}

static void test_patterns(void)
{
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        check_growth(patterns[i]);
}

static void test_sentences(void)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        check_growth(sentences[i]);
}

/* A claim that is dropped again takes no room, however many there are before it. */
static void test_dropped(void)
{
    enum { CLAIMS = 64, DROPPED = 200 };
    arms_buffer text = {0};
    for (int i = 0; i < CLAIMS; i++)
        arms_buffer_print(&text, "Peru's arms imports were worth $%d million.\n\n",
                          i + 1);
    size_t before = memory_of((arms_text){text.data, text.len}, "claims that stay");
    for (int i = 0; i < DROPPED; i++)
        arms_buffer_string(&text,
                           "Egypt supplied 5 per cent of Egypt's arms imports.\n\n");
    size_t after = memory_of((arms_text){text.data, text.len}, "claims that go");
    CHECK(after - before < (size_t)DROPPED * 4096);
    arms_buffer_free(&text);
}

static void test_nested(void)
{
    enum { DEEP = 10000 };
    static char text[2 * DEEP];
    (void)filled(text, DEEP, "(");
    (void)filled(text + DEEP, DEEP, ")");
    (void)memory_of((arms_text){text, sizeof text}, "nested brackets");
    memcpy(text + DEEP - 24, "Peru's arms imports (9 %)", 25);
    (void)memory_of((arms_text){text, sizeof text}, "a claim in nested brackets");
}

static void test_every_byte(void)
{
    char text[2 * 256];
    for (int i = 0; i < 256; i++) {
        text[i] = (char)i;
        text[511 - i] = (char)i;
    }
    for (size_t from = 0; from < sizeof text; from++)
        (void)memory_of((arms_text){text + from, sizeof text - from}, "every byte");
}

/* Each byte in the midst of a sentence. */
static void test_any_byte(void)
{
    char text[] = "Italy supplied 38 per cent of Egypt's arms imports in 2019.";
    for (size_t at = 0; at < sizeof text; at++) {
        char was = text[at];
        for (int byte = 0; byte < 256; byte += 1 + 7 * (at % 3 != 0)) {
            text[at] = (char)byte;
            (void)memory_of((arms_text){text, sizeof text - 1}, "any byte");
        }
        text[at] = was;
    }
}

/* A sentence cut anywhere, with nothing behind it. */
static void test_cut(void)
{
    static const char text[] =
        "From the first half of 2019 to the same period of 2020\u201324, 'the former' "
        "(U.S. $5.5-$6 bn) more than doubled Peru's second-largest arms imports' share, "
        "up from between 5 and 6 per cent five years before 16 March 2015, respectively";
    for (size_t n = 0; n < sizeof text; n++)
        for (size_t from = 0; from < n; from += 5)
            (void)memory_of((arms_text){text + from, n - from}, "a cut sentence");
}

static void test_empty(void)
{
    static const char *const texts[] = {"", " ", "\n", "\n\n\n", ".", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        claims_read made;
        if (claims_make(&made, arms_text_of(texts[i]), NULL))
            CHECK(made.reading.count == 0 && made.reading.unchecked_count == 0);
        claims_free(&made);
    }
}

/* One sentence without an end, and the same without a blank. */
static void test_endless(void)
{
    static char text[8 * SMALL];
    (void)memory_of(filled(text, sizeof text, "Peru's arms imports rose by 1%, "),
                    "an endless sentence");
    (void)memory_of(filled(text, sizeof text, "Peru'sarmsimportsroseby1%,"), "no blanks");
    (void)memory_of(filled(text, sizeof text, "armsimportsofPeru"), "one word");
}

/* Marks that turn the order of letters round are not seen: what is read is what a reader
 * sees. */
static void test_directions(void)
{
    static const claims_row rows[] = {
        {"Italy supplied \u202A38\u202C per cent of Egypt's arms imports.",
         "share import Egypt/Italy, 38 percent"},
        {"Italy supplied 3\u200B8 per cent of E\u00ADgypt's arms imports.",
         "share import Egypt/Italy, 38 percent"},
        {NULL, NULL},
    };
    claims_check(rows, NULL);
}

/* A name with a letter of another script is not the name that it looks like. */
static void test_homoglyphs(void)
{
    static const char *const texts[] = {
        "China supplied 80 per cent of P\u0430kistan's arms imports.",
        "P\u0430kistan's arms imports fell by 9 per cent.",
        "P\u0430kistan was the world's largest arms importer.",
        "\u0420akistan imported arms worth $5 million.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        claims_read made;
        arms_buffer shown = {0};
        if (claims_make(&made, arms_text_of(texts[i]), NULL))
            claims_shown(&shown, &made.reading);
        CHECK_ROW(shown.data && !strstr(shown.data, "Pakistan"), texts[i]);
        arms_buffer_free(&shown);
        claims_free(&made);
    }
}

const check_test claims_hostile_tests[] = {
    {"patterns", test_patterns},
    {"repeated sentences", test_sentences},
    {"claims that are dropped", test_dropped},
    {"nested brackets", test_nested},
    {"every byte", test_every_byte},
    {"any byte in a sentence", test_any_byte},
    {"cut sentences", test_cut},
    {"empty texts", test_empty},
    {"endless sentences", test_endless},
    {"marks of direction", test_directions},
    {"letters that look alike", test_homoglyphs},
    {NULL, NULL},
};
