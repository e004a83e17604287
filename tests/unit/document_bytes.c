/* From the bytes of a file to the text, and back to where each byte stood. */
#include <string.h>

#include "tests/unit/document_scene.h"

typedef struct byte_row {
    const char *bytes;
    size_t length;
    const char *text;
    const char *mark; /* a part of the text … */
    size_t place;     /* … and where that begins in the bytes */
} byte_row;

#define BYTES(literal) literal, sizeof(literal) - 1

static void check_bytes(const byte_row *row)
{
    arms_arena arena = {0};
    arms_document d;
    arms_text bytes = {row->bytes, row->length};
    if (document_made(&d, &arena, bytes, ARMS_DOCUMENT_GUESS)) {
        const char *text = arms_copy(&arena, d.text.ptr, d.text.len, NULL);
        const char *mark = strstr(text, row->mark);
        const char *law = document_broken_law(&d, bytes);
        (void)CHECK_STRING(law ? law : "", "");
        if (CHECK_STRING(text, row->text) && CHECK_ROW(mark != NULL, row->mark))
            (void)CHECK_COUNT(arms_document_place_of(&d, (size_t)(mark - text)),
                              row->place);
    }
    arms_arena_free(&arena);
}

static void test_encodings(void)
{
    static const byte_row rows[] = {
        {BYTES("Türkiye rose"), "Türkiye rose", "rose", 9},
        {BYTES("\xEF\xBB\xBFTürkiye rose"), "Türkiye rose", "T", 3},
        {BYTES("T\xFCrkiye \x96 5 \x80 rose"), "Türkiye – 5 € rose", "rose", 14},
        {BYTES("caf\xE9\x94\x97 \xE9t\xE9"), "café”— été", "été", 7},
        /* one stray byte among good ones */
        {BYTES("Ä ö \xFC x"), "Ä ö ü x", "x", 8},
        {BYTES("\xFF\xFE"
               "A\0\xFC\0 \0\x3D\xD8\x00\xDE"
               "5\0"),
         "Aü 😀5", "5", 12},
        {BYTES("\xFE\xFF\0A\0\xFC\0 \xD8\x3D\xDE\0\0b"), "Aü 😀b", "b", 12},
        {BYTES("\xFF\xFE"
               "A\0\x00\xD8"
               "b\0\x00\xDC"),
         "A\uFFFDb\uFFFD", "b", 6},
        {BYTES("\xFF\xFE"
               "A\0b"),
         "A", "A", 2},
        {BYTES("\xFF\xFE"), "", "", 2},
        {BYTES("a\0b"), "a b", "b", 2},
        {BYTES(""), "", "", 0},
        {BYTES("\xFF"), "ÿ", "ÿ", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_bytes(&rows[i]);
}

static void test_invisible(void)
{
    static const byte_row rows[] = {
        {BYTES("1\u200B2\u200E3\u202E4\u2066\u206956\u00AD7\uFEFF8"), "12345678", "8",
         27},
        {BYTES("1\u00A0000\u2009000\u202F5\u20036"), "1 000 000 5 6", "5", 15},
        {BYTES("a\u2028b\u3000\xC2\x85 c"), "a b c", "c", 11},
        {BYTES("Russia, \u0420ussia, \u202Eaissur"), "Russia, \u0420ussia, aissur", "ai",
         20},
        {BYTES("\u200B\u200B\n\n\u202E"), "", "", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_bytes(&rows[i]);
}

static void test_places(void)
{
    static const byte_row rows[] = {
        {BYTES("<p>It&nbsp;is &#49;1 &percnt; now</p>"), "It is 11 % now", "%", 21},
        {BYTES("<p>It&nbsp;is &#49;1 &percnt; now</p>"), "It is 11 % now", " is", 5},
        {BYTES("<p>It&nbsp;is &#49;1 &percnt; now</p>"), "It is 11 % now", "11", 14},
        {BYTES("<p>It&nbsp;is &#49;1 &percnt; now</p>"), "It is 11 % now", "now", 30},
        {BYTES("# A *b*\n\n[c](d) 5\n 6"), "A b\nc 5 6", "\nc", 6},
        {BYTES("# A *b*\n\n[c](d) 5\n 6"), "A b\nc 5 6", "c", 10},
        {BYTES("# A *b*\n\n[c](d) 5\n 6"), "A b\nc 5 6", " 6", 17},
        {BYTES("# A *b*\n\n[c](d) 5\n 6"), "A b\nc 5 6", "6", 19},
        {BYTES("a \r\n  b"), "a b", " b", 1},
        {BYTES("<p>a</p><p>&uuml;</p>"), "a\nü", "", 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_bytes(&rows[i]);
}

/* The end of the text is the end of what its last character was made of. */
static void test_last_place(void)
{
    static const byte_row rows[] = {
        {BYTES("<p>a &uuml;</p>  "), NULL, NULL, 11},
        {BYTES("ab  \n"), NULL, NULL, 2},
        {BYTES("\xFF\xFE"
               "a\0b\0"),
         NULL, NULL, 6},
        {BYTES("a\xFC"), NULL, NULL, 2},
        {BYTES("   "), NULL, NULL, 0},
        {BYTES(""), NULL, NULL, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_arena arena = {0};
        arms_document d;
        arms_text bytes = {rows[i].bytes, rows[i].length};
        if (document_made(&d, &arena, bytes, ARMS_DOCUMENT_GUESS)) {
            (void)CHECK_COUNT(arms_document_place_of(&d, d.text.len), rows[i].place);
            (void)CHECK_COUNT(arms_document_place_of(&d, d.text.len + 9), rows[i].place);
        }
        arms_arena_free(&arena);
    }
}

/* "Arms rose.\n" packed by gzip. */
static const char packed[] =
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\x73\x2C\xCA\x2D\x56\x28"
    "\xCA\x2F\x4E\xD5\xE3\x02\x00\xA7\x41\x7F\x4F\x0B\x00\x00\x00";

/* Digests by sha256sum(1). */
static void test_files(void)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *text, *sha256;
    } rows[] = {
        {BYTES("Arms rose.\n"), "Arms rose.",
         "634a7c35566152fdc5ea0495ab62c48edbee99b661921eaf2704d9f360019b21"},
        {packed, sizeof packed - 1, "Arms rose.",
         "7e26e5e4817040557647ebf273b99c32ed4c28e8ec1e0b271763e818c7baf409"},
        {BYTES(""), "",
         "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {BYTES("[1] {2} <3"), "[1] {2} <3", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_arena arena = {0};
        arms_document d;
        arms_error err = {0};
        const char *path =
            check_write("article.txt", (arms_text){rows[i].bytes, rows[i].length});
        if (CHECK(arms_document_read(&d, &arena, path, ARMS_DOCUMENT_GUESS, &err))) {
            (void)CHECK(arms_text_is(d.text, rows[i].text));
            (void)CHECK_STRING(d.path, path);
            if (rows[i].sha256)
                (void)CHECK_STRING(d.sha256, rows[i].sha256);
        }
        (void)CHECK_STRING(err.text, "");
        arms_arena_free(&arena);
    }
}

static void check_refused(const char *path, arms_code code, const char *word)
{
    arms_arena arena = {0};
    arms_document d;
    arms_error err = {0};
    (void)CHECK(!arms_document_read(&d, &arena, path, ARMS_DOCUMENT_GUESS, &err));
    (void)CHECK_COUNT(err.code, code);
    (void)CHECK_HAS(err.text, word);
    (void)CHECK_HAS(err.file, path);
    arms_arena_free(&arena);
}

static void test_refused(void)
{
    check_refused("no/such/file", ARMS_INPUT, "no such file");
    check_refused(check_path("."), ARMS_INPUT, "is a folder; name a file in it");
    check_refused(check_write("a.txt", arms_text_of("%PDF-1.7")), ARMS_INPUT,
                  "is a PDF document, not text: save its text");
    check_refused(check_write("a.txt", (arms_text){"PK\3\4abc", 7}), ARMS_INPUT,
                  "save the document as plain text");
    check_refused(check_write("a.txt", (arms_text){packed, 20}), ARMS_INPUT,
                  "cannot be unpacked");
}

static void test_limit(void)
{
    arms_arena arena = {0};
    arms_document d;
    arms_error err = {0};
    arms_text large = {"", ((size_t)1 << 26) + 1};
    (void)CHECK(!arms_document_parse(&d, &arena, large, ARMS_DOCUMENT_PLAIN, &err));
    (void)CHECK_COUNT(err.code, ARMS_LIMIT);
    arms_arena_free(&arena);
}

const check_test document_bytes_tests[] = {
    {"encodings", test_encodings}, {"invisible characters", test_invisible},
    {"places", test_places},       {"the last place", test_last_place},
    {"files", test_files},         {"refused", test_refused},
    {"limit", test_limit},         {NULL, NULL},
};
