/* Buffers, escaping, and files written whole or not at all. */
#define _POSIX_C_SOURCE 200809L

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/atomic_file.h"
#include "data/escape.h"
#include "tests/unit/check.h"

static void test_buffer_appends(void)
{
    arms_buffer buffer = {0};
    arms_buffer_text(&buffer, (arms_text){0});
    arms_buffer_string(&buffer, "a");
    arms_buffer_fill(&buffer, '-', 3);
    arms_buffer_print(&buffer, "%d:%s", 7, "x");
    CHECK_STRING(buffer.data, "a---7:x");
    for (int i = 0; i < 10000; i++)
        arms_buffer_string(&buffer, "0123456789");
    CHECK_COUNT(buffer.len, 100007);
    CHECK(strncmp(buffer.data, "a---7:x0123", 11) == 0);
    CHECK(arms_buffer_check(&buffer, NULL));
    arms_buffer_free(&buffer);
    CHECK(!buffer.data && buffer.len == 0);
}

static void test_buffer_remembers_failure(void)
{
    arms_buffer buffer = {.failed = true};
    arms_error err = {0};
    arms_buffer_string(&buffer, "lost");
    arms_buffer_print(&buffer, "%d", 1);
    arms_buffer_fill(&buffer, 'x', 9);
    CHECK_COUNT(buffer.len, 0);
    CHECK(!arms_buffer_check(&buffer, &err));
    CHECK_COUNT(err.code, ARMS_SYSTEM);
    arms_buffer_free(&buffer);
}

static void check_shown(arms_text text, const char *want)
{
    arms_buffer buffer = {0};
    arms_buffer_shown(&buffer, text);
    CHECK_STRING(buffer.data ? buffer.data : "", want);
    arms_buffer_free(&buffer);
}

static void test_shown(void)
{
    check_shown(arms_text_of(""), "");
    check_shown(arms_text_of("Türkiye 日本"), "Türkiye 日本");
    check_shown(arms_text_of("a\x1B[31mred"), "a\\x1B[31mred");
    check_shown(arms_text_of("tab\tcr\rlf\n\x7F"), "tab\\x09cr\\x0Dlf\\x0A\\x7F");
    check_shown((arms_text){"\0", 1}, "\\x00");
}

static void test_shown_unicode(void)
{
    check_shown(arms_text_of("\xC2\x9B"
                             "31m"),
                "\\u{009B}31m"); /* C1 as UTF-8 */
    check_shown(arms_text_of("\xC2\x80\xC2\x9F\xC2\xA0"), "\\u{0080}\\u{009F}\xC2\xA0");
    check_shown(arms_text_of("a\xE2\x80\xAE"
                             "b"),
                "a\\u{202E}b");
    check_shown(arms_text_of("\xE2\x80\xAA\xE2\x81\xA6\xE2\x81\xA9\xE2\x80\x8F"),
                "\\u{202A}\\u{2066}\\u{2069}\\u{200F}");
    check_shown(arms_text_of("\xD8\x9C"), "\\u{061C}"); /* the Arabic letter mark */
    check_shown(arms_text_of("\xEF\xBB\xBF"), "\\u{FEFF}");
}

static void test_shown_malformed(void)
{
    check_shown(arms_text_of("T\xFCrk\x9B"), "T\\xFCrk\\x9B");
    check_shown(arms_text_of("\xC0\x9B\xED\xA0\x80"), "\\xC0\\x9B\\xED\\xA0\\x80");
    check_shown((arms_text){"\xE2\x80\xAE", 2}, "\\xE2\\x80"); /* cut off */
}

static void check_escaped(void (*escape)(arms_buffer *, arms_text), arms_text text,
                          const char *want)
{
    arms_buffer buffer = {0};
    escape(&buffer, text);
    CHECK_STRING(buffer.data ? buffer.data : "", want);
    arms_buffer_free(&buffer);
}

static void test_csv_cells(void)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"plain", "plain"},
        {"1,234", "\"1,234\""},
        {"say \"a\"", "\"say \"\"a\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"a\rb", "\"a\rb\""},
        {"a;b", "\"a;b\""},
        {" a", "\" a\""},
        {"a ", "\"a \""},
        {"=1+1", "\"'=1+1\""},
        {"+1", "\"'+1\""},
        {"-1", "\"'-1\""},
        {"@SUM(A1)", "\"'@SUM(A1)\""},
        {"\tx", "\"'\tx\""},
        {"\rx", "\"'\rx\""},
        {"=\"a\"", "\"'=\"\"a\"\"\""},
        {" =1", "\"' =1\""},
        {"'=1", "\"''=1\""},
        {"'a", "'a"},
        {"＝1", "\"'＝1\""},
        {"＠x", "\"'＠x\""},
        {"a\t", "\"a\t\""},
        {"a=b", "a=b"},
        {"Türkiye", "Türkiye"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_escaped(arms_escape_csv, arms_text_of(rows[i][0]), rows[i][1]);
}

/* Without the apostrophe, unless one that is there would be taken off. */
static void test_raw_csv_cells(void)
{
    static const char *const rows[][2] = {
        {"", ""},           {"=1+1", "=1+1"},    {"=1,2", "\"=1,2\""},
        {"\tx", "\"\tx\""}, {"'=1", "\"''=1\""}, {"'a", "'a"},
        {"a;b", "\"a;b\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_escaped(arms_quote_csv, arms_text_of(rows[i][0]), rows[i][1]);
}

static void test_apostrophes_are_taken_off(void)
{
    static const char *const rows[][2] = {
        {"", ""},     {"'", "'"},   {"'=1", "=1"},   {"''=1", "'=1"}, {"' @x", " @x"},
        {"'a", "'a"}, {"=1", "=1"}, {"'\tx", "\tx"}, {"'＋1", "＋1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_ROW(arms_text_is(arms_unescape_csv(arms_text_of(rows[i][0])), rows[i][1]),
                  rows[i][0]);
}

static void test_xml(void)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"<script>alert('x') && \"y\"</script>",
         "&lt;script&gt;alert(&#39;x&#39;) &amp;&amp; &quot;y&quot;&lt;/script&gt;"},
        {"]]>", "]]&gt;"},
        {"Côte d'Ivoire", "Côte d&#39;Ivoire"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_escaped(arms_escape_xml, arms_text_of(rows[i][0]), rows[i][1]);
    arms_buffer buffer = {0};
    arms_escape_xml(&buffer, (arms_text){"a\0\x1B\x0B\x1F"
                                         "b",
                                         6});
    bool control = false;
    for (size_t i = 0; i < buffer.len; i++)
        control = control || (unsigned char)buffer.data[i] < 0x20;
    CHECK(!control && buffer.data[0] == 'a' && buffer.data[buffer.len - 1] == 'b');
    arms_buffer_free(&buffer);
}

static void check_content(const char *path, const char *want)
{
    size_t length;
    char *bytes = check_read(path, &length);
    CHECK_STRING(bytes, want);
    free(bytes);
}

static void test_file_is_replaced(void)
{
    const char *path = check_path("out.txt");
    size_t files = check_files();
    CHECK(arms_file_replace(path, arms_text_of("one"), NULL));
    check_content(path, "one");
    CHECK(arms_file_replace(path, arms_text_of("two two"), NULL));
    check_content(path, "two two");
    CHECK(arms_file_replace(path, arms_text_of(""), NULL));
    check_content(path, "");
    CHECK_COUNT(check_files(), files + 1);
    (void)unlink(path);
}

/* The last of them cannot be written: the first one stays as it was. */
static void test_files_are_replaced_together(void)
{
    const char *one = check_write("one.txt", arms_text_of("old"));
    const char *two = check_path("two.txt"), *bad = check_path("missing/out.txt");
    size_t files = check_files();
    arms_error err = {0};
    const arms_file_bytes broken[] = {{one, arms_text_of("new")},
                                      {bad, arms_text_of("new")}};
    CHECK(!arms_files_replace(broken, 2, &err));
    CHECK_COUNT(err.code, ARMS_SYSTEM);
    CHECK_STRING(err.file, bad);
    check_content(one, "old");
    CHECK_COUNT(check_files(), files);
    const arms_file_bytes good[] = {{one, arms_text_of("new")}, {two, arms_text_of("2")}};
    CHECK(arms_files_replace(good, 2, &err));
    check_content(one, "new");
    check_content(two, "2");
    CHECK_COUNT(check_files(), files + 1);
    (void)unlink(one);
    (void)unlink(two);
}

static void check_refused(const char *path)
{
    arms_error err = {0};
    size_t files = check_files();
    CHECK_ROW(!arms_file_replace(path, arms_text_of("new"), &err), path);
    CHECK_COUNT(err.code, ARMS_SYSTEM);
    CHECK_STRING(err.file, path);
    CHECK_COUNT(check_files(), files);
}

static void test_file_refuses_other_targets(void)
{
    struct stat status;
    const char *target = check_write("target.txt", arms_text_of("old"));
    const char *link_path = check_path("link.txt");
    CHECK(mkdir(check_path("folder"), 0700) == 0);
    CHECK(symlink("target.txt", link_path) == 0);
    CHECK(symlink("nothing.txt", check_path("dangling.txt")) == 0);
    CHECK(mkfifo(check_path("fifo"), 0600) == 0);
    check_refused(check_path("folder"));
    check_refused(link_path);
    check_refused(check_path("dangling.txt"));
    check_refused(check_path("fifo"));
    check_refused("/dev/full");
    check_content(target, "old");
    CHECK(lstat(link_path, &status) == 0 && S_ISLNK(status.st_mode));
    CHECK(stat(check_path("nothing.txt"), &status) != 0);
    static const char *const names[] = {"target.txt", "link.txt", "dangling.txt", "fifo"};
    for (size_t i = 0; i < 4; i++)
        (void)unlink(check_path(names[i]));
    (void)rmdir(check_path("folder"));
}

static void test_file_needs_a_folder(void)
{
    char name[400];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    check_refused(check_path("missing/out.txt"));
    check_refused(check_path(name)); /* longer than any file system allows */
}

static void test_file_needs_a_name(void)
{
    check_refused("");
}

/* A disk that fills up in the middle of the bytes, played by a limit on file size. */
static void test_file_survives_a_full_disk(void)
{
    static char bytes[100000];
    struct rlimit old, small = {4096, 0};
    const char *path = check_write("kept.txt", arms_text_of("old"));
    size_t files = check_files();
    memset(bytes, 'x', sizeof bytes);
    CHECK(getrlimit(RLIMIT_FSIZE, &old) == 0);
    small.rlim_max = old.rlim_max;
    (void)signal(SIGXFSZ, SIG_IGN);
    CHECK(setrlimit(RLIMIT_FSIZE, &small) == 0);
    arms_error err = {0};
    bool done = arms_file_replace(path, (arms_text){bytes, sizeof bytes}, &err);
    CHECK(setrlimit(RLIMIT_FSIZE, &old) == 0);
    (void)signal(SIGXFSZ, SIG_DFL);
    CHECK(!done);
    CHECK_COUNT(err.code, ARMS_SYSTEM);
    check_content(path, "old");
    CHECK_COUNT(check_files(), files);
    (void)unlink(path);
}

const check_test data_output_tests[] = {
    {"a buffer grows", test_buffer_appends},
    {"a buffer remembers failure", test_buffer_remembers_failure},
    {"text as a terminal may show it", test_shown},
    {"controls and marks beyond ASCII", test_shown_unicode},
    {"malformed bytes", test_shown_malformed},
    {"CSV cells", test_csv_cells},
    {"CSV cells without apostrophes", test_raw_csv_cells},
    {"apostrophes are taken off", test_apostrophes_are_taken_off},
    {"XML text", test_xml},
    {"a file is replaced", test_file_is_replaced},
    {"files that belong together", test_files_are_replaced_together},
    {"targets that are no ordinary file", test_file_refuses_other_targets},
    {"a folder that is missing, a name too long", test_file_needs_a_folder},
    {"no name", test_file_needs_a_name},
    {"a full disk changes nothing", test_file_survives_a_full_disk},
    {NULL, NULL},
};
