/* The bytes of a file: what is read, and what is plainly no CSV. */
#define _POSIX_C_SOURCE 200809L

#include "data/input.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/unit/check.h"

enum { PLENTY = 1 << 20 };

/* Reads `bytes` from a file; the caller checks what came out. */
static bool read_bytes(arms_input *in, arms_text bytes, arms_error *err)
{
    const char *path = check_write("input.csv", bytes);
    return arms_input_read(in, path, PLENTY, err);
}

static void test_plain(void)
{
    arms_input in;
    CHECK(read_bytes(&in, arms_text_of("a,b\n1,Türkiye\n"), NULL));
    CHECK(arms_text_is(in.text, "a,b\n1,Türkiye\n"));
    CHECK(arms_text_equal(in.bytes, in.text));
    CHECK(!in.latin1);
    arms_input_free(&in);
}

static void test_byte_order_mark(void)
{
    arms_input in;
    CHECK(read_bytes(&in, arms_text_of("\xEF\xBB\xBF\"a\",b\n"), NULL));
    CHECK(arms_text_is(in.text, "\"a\",b\n"));
    CHECK_COUNT(in.bytes.len, in.text.len + 3);
    arms_input_free(&in);
}

static void test_latin1(void)
{
    arms_input in;
    CHECK(read_bytes(&in, arms_text_of("a\nT\xFCrkiye\n"), NULL));
    CHECK(in.latin1);
    CHECK(arms_text_is(in.text, "a\nTürkiye\n"));
    CHECK(arms_text_is(in.bytes, "a\nT\xFCrkiye\n"));
    arms_input_free(&in);
}

typedef struct refusal {
    const char *bytes;
    size_t length;
    const char *word; /* in the message */
} refusal;

#define BYTES(text) text, sizeof text - 1

static void test_no_csv_at_all(void)
{
    static const refusal rows[] = {
        {BYTES(""), "empty"},
        {BYTES(" \n\r\n\t"), "empty"},
        {BYTES("\xEF\xBB\xBF"), "empty"},
        {BYTES("\xEF\xBB\xBF\n\n"), "empty"},
        {BYTES("\xFF\xFE"
               "a\0,\0"),
         "UTF-16"},
        {BYTES("\xFE\xFF\0a\0,"), "UTF-16"},
        {BYTES("\x1F\x8B\x08\0\0"), "gzip"},
        {BYTES("PK\x03\x04\x14\0"), "zip"},
        {BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"), "older Excel"},
        {BYTES("{\\rtf1\\ansi Transfers"), "armstransfers.sipri.org"},
        {BYTES("%PDF-1.4\n"), "PDF"},
        {BYTES("<!DOCTYPE html><html></html>"), "web page"},
        {BYTES("\n  <html>"), "web page"},
        {BYTES("\xEF\xBB\xBF<html>"), "web page"},
        {BYTES("{\"error\": 1}"), "JSON"},
        {BYTES("[1,2]"), "JSON"},
        {BYTES("\xEF\xBB\xBF{\"error\": 1}"), "JSON"},
        {BYTES("version https://git-lfs.github.com/spec/v1\n"), "LFS"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_input in;
        arms_error err = {0};
        arms_text bytes = {rows[i].bytes, rows[i].length};
        bool done = read_bytes(&in, bytes, &err);
        CHECK_ROW(!done, rows[i].word);
        CHECK_ROW(err.code == ARMS_INPUT, rows[i].word);
        CHECK_HAS(err.text, rows[i].word);
        CHECK_HAS(err.file, "input.csv");
        if (done)
            arms_input_free(&in);
    }
}

/* "a,b\n" and "1,2\n", each packed by gzip 1.12 without name and time. */
#define PACKED_HEAD \
    "\x1F\x8B\x08\0\0\0\0\0\x02\xFF\x4B\xD4\x49\xE2\x02\0\xC5\x10\x97\x24\x04\0\0"
#define PACKED_ROW \
    "\x1F\x8B\x08\0\0\0\0\0\x02\xFF\x33\xD4\x31\xE2\x02\0\x33\x42\x21\x55\x04\0\0"

static void test_gzip(void)
{
    static const char both[] = PACKED_HEAD "\0" PACKED_ROW "\0";
    static const char damaged[] = PACKED_HEAD "\1";
    arms_input in;
    arms_error err = {0};
    if (CHECK(read_bytes(&in, (arms_text){both, sizeof both - 1}, &err))) {
        CHECK(arms_text_is(in.text, "a,b\n1,2\n"));
        CHECK_COUNT(in.bytes.len, sizeof both - 1); /* what a digest is taken of */
        arms_input_free(&in);
    }
    CHECK(!read_bytes(&in, (arms_text){both, 20}, &err));
    CHECK_HAS(err.text, "cannot be unpacked");
    CHECK(!read_bytes(&in, (arms_text){damaged, sizeof damaged - 1}, &err));
    CHECK_HAS(err.text, "cannot be unpacked");
}

static void test_zero_byte(void)
{
    arms_input in;
    arms_error err = {0};
    CHECK(!read_bytes(&in, (arms_text){"a,b\n1,2\n3,\0\n", 12}, &err));
    CHECK_COUNT(err.code, ARMS_PARSE);
    CHECK_COUNT(err.line, 3);
    CHECK_HAS(err.text, "byte 11 ");
    CHECK(!read_bytes(&in, (arms_text){"a\0,\0b\0\n\0", 8}, &err)); /* UTF-16, no mark */
    CHECK_COUNT(err.line, 1);
}

static void test_no_file(void)
{
    arms_input in;
    arms_error err = {0};
    CHECK(!arms_input_read(&in, check_path("missing.csv"), PLENTY, &err));
    CHECK_COUNT(err.code, ARMS_INPUT);
    CHECK_HAS(err.text, "no such file");
    CHECK_HAS(err.file, "missing.csv");
    CHECK(mkdir(check_path("folder"), 0700) == 0);
    CHECK(!arms_input_read(&in, check_path("folder"), PLENTY, &err));
    CHECK_COUNT(err.code, ARMS_INPUT);
    CHECK_HAS(err.text, "folder");
    (void)rmdir(check_path("folder"));
}

static void test_size_cap(void)
{
    static const size_t caps[] = {9, 10, 11};
    for (size_t i = 0; i < 3; i++) {
        arms_input in;
        arms_error err = {0};
        const char *path = check_write("input.csv", arms_text_of("0123456789"));
        bool done = arms_input_read(&in, path, caps[i], &err);
        CHECK(done == (caps[i] >= 10));
        CHECK(done || (err.code == ARMS_LIMIT && strstr(err.file, "input.csv")));
        if (done)
            arms_input_free(&in);
    }
    arms_input in;
    arms_error err = {0};
    CHECK(!arms_input_read(&in, "/dev/zero", 100000, &err)); /* without end */
    CHECK_COUNT(err.code, ARMS_LIMIT);
}

/* Larger than any block that is read at once. */
static void test_large(void)
{
    enum { SIZE = 3000000 };
    char *bytes = malloc(SIZE);
    if (!CHECK(bytes != NULL))
        return;
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = i % 80 == 79 ? '\n' : (char)('a' + i % 23);
    arms_input in;
    const char *path = check_write("input.csv", (arms_text){bytes, SIZE});
    if (CHECK(arms_input_read(&in, path, SIZE, NULL)))
        CHECK(arms_text_equal(in.text, (arms_text){bytes, SIZE}));
    arms_input_free(&in);
    free(bytes);
}

/* A pipe that nobody writes to must not hang the program. */
static void test_pipe_without_writer(void)
{
    arms_input in;
    arms_error err = {0};
    CHECK(mkfifo(check_path("fifo"), 0600) == 0);
    CHECK(!arms_input_read(&in, check_path("fifo"), PLENTY, &err));
    CHECK_COUNT(err.code, ARMS_INPUT);
    (void)unlink(check_path("fifo"));
}

/* As the shell's <(command): bytes that come a little later are waited for. */
static void test_pipe_with_a_slow_writer(void)
{
    static const struct timespec moment = {0, 100000000};
    arms_input in;
    arms_error err = {0};
    int ends[2];
    char path[64] = "/dev/fd/";
    if (!CHECK(pipe(ends) == 0 && ends[0] < 10))
        return;
    path[8] = (char)('0' + ends[0]);
    pid_t child = fork();
    if (child == 0) {
        (void)nanosleep(&moment, NULL);
        _exit(write(ends[1], "a,b\n", 4) == 4 ? 0 : 1);
    }
    (void)close(ends[1]);
    CHECK(arms_input_read(&in, path, PLENTY, &err));
    CHECK_STRING(err.text, "");
    CHECK(arms_text_is(in.text, "a,b\n"));
    arms_input_free(&in);
    (void)close(ends[0]);
    (void)waitpid(child, NULL, 0);
}

const check_test data_input_tests[] = {
    {"plain text", test_plain},
    {"a byte-order mark", test_byte_order_mark},
    {"Latin-1 bytes", test_latin1},
    {"what is plainly no CSV", test_no_csv_at_all},
    {"gzip data", test_gzip},
    {"a zero byte", test_zero_byte},
    {"no file, or a folder", test_no_file},
    {"the largest size", test_size_cap},
    {"a large file", test_large},
    {"a pipe without a writer", test_pipe_without_writer},
    {"a pipe with a slow writer", test_pipe_with_a_slow_writer},
    {NULL, NULL},
};
