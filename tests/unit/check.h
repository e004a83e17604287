/* What the tests are written with: checks that say where they failed, tables of tests,
 * and small files in a folder that goes away at the end. */
#ifndef ARMSTRADE_TESTS_CHECK_H
#define ARMSTRADE_TESTS_CHECK_H

#include <armstrade/buffer.h>

typedef struct check_test {
    const char *name;
    void (*run)(void);
} check_test;

/* A table of tests, ended by a row whose name is NULL. */
typedef struct check_table {
    const char *topic;
    const check_test *tests;
} check_table;

typedef struct check_place {
    const char *file;
    int line;
} check_place;

#define CHECK_HERE ((check_place){__FILE__, __LINE__})

/* Each counts a failure of the running test, prints it, and returns whether it held. */
#define CHECK(condition)              check_true((condition), #condition, CHECK_HERE)
#define CHECK_NEAR(got, want, within) check_near((got), (want), (within), CHECK_HERE)
#define CHECK_STRING(got, want)       check_string((got), (want), CHECK_HERE)
#define CHECK_COUNT(got, want)        check_count((long)(got), (long)(want), CHECK_HERE)
#define CHECK_HAS(text, part)         check_has((text), (part), CHECK_HERE)
/* For rows of a table: says which row it was. */
#define CHECK_ROW(condition, row) check_row((condition), #condition, (row), CHECK_HERE)

bool check_true(bool held, const char *what, check_place place);
bool check_near(double got, double want, double within, check_place place);
bool check_string(const char *got, const char *want, check_place place);
bool check_count(long got, long want, check_place place);
bool check_has(const char *text, const char *part, check_place place);
bool check_row(bool held, const char *what, const char *row, check_place place);

/* Runs all tables, or the tests whose name contains argv[1]; prints a last line
 * "N passed, N failed" and returns the exit status. */
int check_main(const check_table *tables, size_t count, int argc, char **argv);

/* The path of `name` in the tests' folder; good for the next seven calls. */
const char *check_path(const char *name);

/* The same, after writing `bytes` to it. */
const char *check_write(const char *name, arms_text bytes);

/* What a file holds, NUL-terminated; to be freed. NULL where it cannot be read. */
char *check_read(const char *path, size_t *length);

/* Files in the tests' folder. */
size_t check_files(void);

/* Whether two doubles are the same number. */
bool check_same(double a, double b);

#endif
