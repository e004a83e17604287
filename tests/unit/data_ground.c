/* Errors, memory, interned strings, digests. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "data/digest.h"
#include "data/intern.h"
#include "tests/unit/check.h"

static void test_exit_statuses(void)
{
    CHECK_COUNT(arms_exit_status(ARMS_OK), 0);
    CHECK_COUNT(arms_exit_status(ARMS_USAGE), 2);
    CHECK_COUNT(arms_exit_status(ARMS_INPUT), 3);
    CHECK_COUNT(arms_exit_status(ARMS_PARSE), 3);
    CHECK_COUNT(arms_exit_status(ARMS_LAYOUT), 3);
    CHECK_COUNT(arms_exit_status(ARMS_LIMIT), 3);
    CHECK_COUNT(arms_exit_status(ARMS_DOMAIN), 4);
    CHECK_COUNT(arms_exit_status(ARMS_SYSTEM), 5);
}

static void test_error_forgets_its_place(void)
{
    arms_error err = {0};
    CHECK(!arms_fail_at(&err, ARMS_PARSE, "a.csv", 12, "no %s in %d", "row", 7));
    CHECK_COUNT(err.code, ARMS_PARSE);
    CHECK_COUNT(err.line, 12);
    CHECK_STRING(err.file, "a.csv");
    CHECK_STRING(err.text, "no row in 7");
    CHECK(!arms_fail(&err, ARMS_USAGE, "plain"));
    CHECK_COUNT(err.line, 0);
    CHECK_STRING(err.file, "");
    CHECK_STRING(err.text, "plain");
}

static void test_error_without_file(void)
{
    arms_error err = {0};
    CHECK(!arms_fail_at(&err, ARMS_PARSE, NULL, 3, "no file"));
    CHECK_STRING(err.file, "");
}

static void test_error_is_cut(void)
{
    static char longer[3000];
    arms_error err = {0};
    memset(longer, 'x', sizeof longer - 1);
    CHECK(!arms_fail_at(&err, ARMS_INPUT, longer, 1, "%s", longer));
    CHECK_COUNT(strlen(err.file), sizeof err.file - 1);
    CHECK_COUNT(strlen(err.text), sizeof err.text - 1);
}

static void test_error_may_be_absent(void)
{
    CHECK(!arms_fail(NULL, ARMS_USAGE, "nobody reads this %d", 1));
    CHECK(!arms_fail_at(NULL, ARMS_USAGE, "f", 1, "nobody reads this"));
    CHECK(!arms_fail_memory(NULL));
    arms_error err = {0};
    CHECK(!arms_fail_memory(&err));
    CHECK_COUNT(err.code, ARMS_SYSTEM);
    CHECK(err.text[0] != '\0');
}

static void test_arena_aligns(void)
{
    arms_arena arena = {0};
    for (size_t size = 1; size < 200; size++) {
        char *memory = arms_alloc(&arena, 1, size, NULL);
        bool zero = memory != NULL;
        CHECK((uintptr_t)memory % _Alignof(max_align_t) == 0);
        for (size_t i = 0; memory && i < size; i++)
            zero = zero && memory[i] == 0;
        CHECK(zero);
        if (memory)
            memset(memory, 0xAB, size); /* whoever overlaps sees it */
    }
    arms_arena_free(&arena);
}

static void test_arena_refuses_overflow(void)
{
    arms_arena arena = {0};
    arms_error err = {0};
    CHECK(!arms_alloc(&arena, SIZE_MAX / 4 + 2, 4, &err));
    CHECK_COUNT(err.code, ARMS_SYSTEM);
    CHECK(!arms_alloc(&arena, 2, SIZE_MAX / 2 + 1, NULL));
    CHECK(!arms_alloc(&arena, 1, SIZE_MAX, NULL));
    CHECK(!arms_alloc(&arena, SIZE_MAX, 1, NULL));
    CHECK_COUNT(arena.used, 0);
    CHECK(arms_alloc(&arena, 0, 8, NULL) != NULL);
    CHECK(arms_alloc(&arena, 8, 0, NULL) != NULL);
    arms_arena_free(&arena);
}

/* Blocks never move: what was written first is there after many more. */
static void test_arena_keeps_its_blocks(void)
{
    enum { MANY = 5000 };
    static unsigned *pieces[MANY];
    arms_arena arena = {0};
    bool same = true;
    for (unsigned i = 0; i < MANY; i++) {
        size_t count = i % 97 == 0 ? 40000 : i % 13 + 1;
        pieces[i] = arms_alloc(&arena, count, sizeof **pieces, NULL);
        if (!CHECK(pieces[i] != NULL))
            return;
        pieces[i][0] = i;
        pieces[i][count - 1] = i;
    }
    for (unsigned i = 0; i < MANY; i++)
        same = same && pieces[i][0] == i;
    CHECK(same);
    CHECK(arena.used > (size_t)MANY * sizeof(unsigned));
    arms_arena_free(&arena);
    CHECK_COUNT(arena.used, 0);
    CHECK(!arena.head);
}

static void test_arena_strings(void)
{
    arms_arena arena = {0};
    CHECK_STRING(arms_copy(&arena, "abcdef", 3, NULL), "abc");
    CHECK_STRING(arms_copy(&arena, NULL, 0, NULL), "");
    CHECK_STRING(arms_print(&arena, NULL, "%s-%05d", "x", 42), "x-00042");
    const char *wide = arms_print(&arena, NULL, "%100000d", 1);
    CHECK(wide && strlen(wide) == 100000 && wide[99999] == '1');
    arms_arena_free(&arena);
}

/* Items keep their values while the array grows, and old pointers stay readable. */
static void test_arena_extends(void)
{
    enum { MANY = 5000 };
    arms_arena arena = {0};
    size_t *items = NULL, *first = NULL;
    bool same = true;
    for (size_t i = 0; i < MANY; i++) {
        items = arms_extend(&arena, items, i, sizeof *items, NULL);
        if (!CHECK(items != NULL))
            return;
        items[i] = i * i;
        first = first ? first : items;
    }
    for (size_t i = 0; i < MANY; i++)
        same = same && items[i] == i * i;
    CHECK(same);
    CHECK_COUNT(first[1], 1);
    arms_arena_free(&arena);
}

static void test_intern_numbers_texts(void)
{
    enum { MANY = 3000 };
    intern_table table = {0};
    arms_arena arena = {0};
    char name[32];
    for (uint32_t i = 1; i <= MANY; i++) {
        (void)snprintf(name, sizeof name, "name %u", i * 7919u);
        uint32_t *value = intern_value(&table, &arena, arms_text_of(name), NULL);
        if (!CHECK(value && *value == 0))
            return;
        *value = i;
    }
    bool same = true;
    for (uint32_t i = 1; i <= MANY; i++) {
        (void)snprintf(name, sizeof name, "name %u", i * 7919u);
        uint32_t *value = intern_value(&table, &arena, arms_text_of(name), NULL);
        same = same && value && *value == i;
    }
    CHECK(same);
    CHECK_COUNT(table.count, MANY);
    arms_arena_free(&arena);
}

/* Texts with zero bytes, prefixes of each other, and the empty text are all apart. */
static void test_intern_compares_whole_texts(void)
{
    static const arms_text texts[] = {{"", 0},    {"\0", 1}, {"\0\0", 2}, {"a", 1},
                                      {"a\0", 2}, {"ab", 2}, {"A", 1}};
    enum { TEXTS = sizeof texts / sizeof *texts };
    intern_table table = {0};
    arms_arena arena = {0};
    for (uint32_t i = 0; i < TEXTS; i++) {
        uint32_t *value = intern_value(&table, &arena, texts[i], NULL);
        if (CHECK(value && *value == 0))
            *value = i + 1;
    }
    for (uint32_t i = 0; i < TEXTS; i++) {
        uint32_t *value = intern_value(&table, &arena, texts[i], NULL);
        CHECK(value && *value == i + 1);
    }
    arms_arena_free(&arena);
}

/* The examples of FIPS 180-4: nothing, one block, two blocks, a million letters. */
static void test_digest(void)
{
    static char million[1000000];
    char hex[65];
    memset(million, 'a', sizeof million);
    arms_digest(hex, arms_text_of(""));
    CHECK_STRING(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    arms_digest(hex, arms_text_of("abc"));
    CHECK_STRING(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    arms_digest(hex,
                arms_text_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"));
    CHECK_STRING(hex, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    arms_digest(hex, (arms_text){million, sizeof million});
    CHECK_STRING(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

const check_test data_ground_tests[] = {
    {"exit statuses", test_exit_statuses},
    {"an error forgets its place", test_error_forgets_its_place},
    {"an error without a file", test_error_without_file},
    {"a long error is cut", test_error_is_cut},
    {"the error may be absent", test_error_may_be_absent},
    {"the arena aligns", test_arena_aligns},
    {"the arena refuses overflow", test_arena_refuses_overflow},
    {"the arena keeps its blocks", test_arena_keeps_its_blocks},
    {"strings in the arena", test_arena_strings},
    {"the arena extends arrays", test_arena_extends},
    {"interned texts have numbers", test_intern_numbers_texts},
    {"interned texts are compared whole", test_intern_compares_whole_texts},
    {"SHA-256", test_digest},
    {NULL, NULL},
};
