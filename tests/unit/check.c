/* Checks, tables of tests, and a folder for their files. */
#define _POSIX_C_SOURCE 200809L

#include "tests/unit/check.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_SIZE = 1024, PATHS = 8 };

static char folder[PATH_SIZE];
static int failures; /* of the running test */

static void say(check_place place)
{
    const char *slash = strrchr(place.file, '/');
    printf("%s:%d: ", slash ? slash + 1 : place.file, place.line);
    failures++;
}

bool check_true(bool held, const char *what, check_place place)
{
    if (!held) {
        say(place);
        printf("not so: %s\n", what);
    }
    return held;
}

bool check_row(bool held, const char *what, const char *row, check_place place)
{
    if (!held) {
        say(place);
        printf("not so: %s, for \"%s\"\n", what, row);
    }
    return held;
}

bool check_near(double got, double want, double within, check_place place)
{
    bool held = fabs(got - want) <= within;
    if (!held) {
        say(place);
        printf("%.17g, where %.17g was expected\n", got, want);
    }
    return held;
}

bool check_string(const char *got, const char *want, check_place place)
{
    bool held = got && want ? strcmp(got, want) == 0 : got == want;
    if (!held) {
        say(place);
        printf("\"%s\", where \"%s\" was expected\n", got ? got : "(none)",
               want ? want : "(none)");
    }
    return held;
}

bool check_count(long got, long want, check_place place)
{
    if (got != want) {
        say(place);
        printf("%ld, where %ld was expected\n", got, want);
    }
    return got == want;
}

bool check_has(const char *text, const char *part, check_place place)
{
    bool held = text && strstr(text, part);
    if (!held) {
        say(place);
        printf("\"%s\" does not contain \"%s\"\n", text ? text : "(none)", part);
    }
    return held;
}

bool check_same(double a, double b)
{
    return !(a < b) && !(a > b) && isnan(a) == isnan(b);
}

const char *check_path(const char *name)
{
    static char paths[PATHS][PATH_SIZE];
    static int next;
    char *path = paths[next];
    next = (next + 1) % PATHS;
    int n = snprintf(path, PATH_SIZE, "%s/%s", folder, name);
    if (n < 0 || n >= PATH_SIZE)
        abort();
    return path;
}

const char *check_write(const char *name, arms_text bytes)
{
    const char *path = check_path(name);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes.ptr, 1, bytes.len, file) != bytes.len || fclose(file) != 0)
        abort();
    return path;
}

char *check_read(const char *path, size_t *length)
{
    enum { MOST = 1 << 20 };
    FILE *file = fopen(path, "rb");
    char *bytes = file ? malloc(MOST + 1) : NULL;
    *length = bytes ? fread(bytes, 1, MOST, file) : 0;
    if (bytes)
        bytes[*length] = '\0';
    if (file)
        (void)fclose(file);
    return bytes;
}

/* Counts the files of the folder, and removes each if `clear`. */
static size_t walk(bool clear)
{
    size_t count = 0;
    DIR *open = opendir(folder);
    /* The stream is ours alone. NOLINTNEXTLINE(concurrency-mt-unsafe) */
    for (struct dirent *entry; open && (entry = readdir(open));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        count++;
        if (clear)
            (void)remove(check_path(entry->d_name));
    }
    if (open)
        (void)closedir(open);
    return count;
}

size_t check_files(void)
{
    return walk(false);
}

static bool run_test(const char *topic, const check_test *test)
{
    failures = 0;
    test->run();
    if (failures > 0)
        printf("failed: %s: %s\n", topic, test->name);
    return failures == 0;
}

int check_main(const check_table *tables, size_t count, int argc, char **argv)
{
    size_t passed = 0, failed = 0;
    const char *wanted = argc > 1 ? argv[1] : "";
    (void)setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    (void)snprintf(folder, sizeof folder, "%s", "test-files-XXXXXX");
    if (!mkdtemp(folder)) {
        printf("no folder for the tests' files can be made here\n");
        return 1;
    }
    for (size_t i = 0; i < count; i++) {
        for (const check_test *test = tables[i].tests; test->name; test++) {
            if (!strstr(test->name, wanted))
                continue;
            bool held = run_test(tables[i].topic, test);
            passed += held;
            failed += !held;
        }
    }
    (void)walk(true);
    (void)rmdir(folder);
    printf("%zu passed, %zu failed\n", passed, failed);
    return failed > 0;
}
