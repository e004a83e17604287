/* Two datasets compared of which one covers one party's flows alone, or sums one side up:
 * each kind of file against each other kind, in both orders. All figures are invented.
 *
 * The world of 2020 and 2021, in either year:
 *     China to India 3, China to Japan 4, Italy to India 5, Italy to Japan 6
 * China's exports are 7, Italy's 11; India's imports 8, Japan's 10; the world's 18. */
#include <math.h>

#include "tests/unit/versus.h"

#define HEAD  "year,exporter,importer,category,measure,value,low,high,flags\n"
#define NAMES "# source: S\n"
#define NONE  NAN

typedef enum kind {
    REGISTER,
    FROM_CHINA,
    TO_INDIA,
    FROM_ITALY,
    IMPORTERS,
    EXPORTERS,
    REGIONS,
    WORLD,
    KINDS
} kind;

#define ROW(year, from, to, value) #year "," from "," to ",,TIV," #value ",,,\n"
#define ROWS(from, to, value)      ROW(2020, from, to, value) ROW(2021, from, to, value)
#define FILE_OF(from, to) \
    NAMES "# covers: exporters=" from "; importers=" to "; years=2020-2021\n" HEAD

/* Matrices print the party's own total, tables the world's, as SIPRI's do. */
static const char *const texts[KINDS] = {
    [REGISTER] = FILE_OF("*", "*") ROWS("China", "India", 3) ROWS("China", "Japan", 4)
        ROWS("Italy", "India", 5) ROWS("Italy", "Japan", 6),
    [FROM_CHINA] = FILE_OF("China", "*") ROWS("China", "India", 3)
        ROWS("China", "Japan", 4) ROWS("China", "World", 7),
    [TO_INDIA] = FILE_OF("*", "India") ROWS("China", "India", 3) ROWS("Italy", "India", 5)
        ROWS("World", "India", 8),
    [FROM_ITALY] = FILE_OF("Italy", "*") ROWS("Italy", "India", 5)
        ROWS("Italy", "Japan", 6) ROWS("Italy", "World", 11),
    [IMPORTERS] = FILE_OF("World", "*") ROWS("World", "India", 8)
        ROWS("World", "Japan", 10) ROWS("World", "World", 18),
    [EXPORTERS] = FILE_OF("*", "World") ROWS("China", "World", 7)
        ROWS("Italy", "World", 11) ROWS("World", "World", 18),
    [REGIONS] = FILE_OF("World", "Europe|Africa") ROWS("World", "Africa", 18)
        ROWS("World", "World", 18),
    [WORLD] = FILE_OF("World", "World") ROWS("World", "World", 18),
};

/* A year's total of the comparison; NONE: nothing can be compared. */
static const double want[KINDS][KINDS] = {
    [REGISTER] = {18, 7, 8, 11, 18, 18, 18, 18},
    [FROM_CHINA] = {7, 7, 3, NONE, NONE, 7, NONE, NONE},
    [TO_INDIA] = {8, 3, 8, 5, 8, NONE, NONE, NONE},
    [FROM_ITALY] = {11, NONE, 5, 11, NONE, 11, NONE, NONE},
    [IMPORTERS] = {18, NONE, 8, NONE, 18, 18, 18, 18},
    [EXPORTERS] = {18, 7, NONE, 11, 18, 18, 18, 18},
    [REGIONS] = {18, NONE, NONE, NONE, 18, 18, 18, 18},
    [WORLD] = {18, NONE, NONE, NONE, 18, 18, 18, 18},
};

static void check_total(const arms_compared_row *total, double value)
{
    for (size_t side = 0; side < 2; side++)
        CHECK_NEAR(total->sides[side].amount.value, value, 0);
    CHECK_COUNT(total->change, ARMS_CHANGE_EQUAL);
    CHECK(!total->of_rows);
}

static void check_pair(size_t a, size_t b, arms_grain grain)
{
    versus v;
    const arms_compare_question question = {.grain = grain};
    bool none = isnan(want[a][b]);
    if (!versus_open(&v, texts[a], texts[b], &question))
        return;
    CHECK_COUNT(v.err.code, none ? ARMS_DOMAIN : ARMS_OK);
    CHECK(none == !v.c);
    if (v.c && CHECK_COUNT(v.c->total_count, 2)) {
        check_total(&v.c->total, 2 * want[a][b]);
        check_total(&v.c->totals[0], want[a][b]);
        check_total(&v.c->totals[1], want[a][b]);
    }
    versus_close(&v);
}

static void test_each_kind(void)
{
    for (size_t a = 0; a < KINDS; a++)
        for (size_t b = 0; b < KINDS; b++)
            check_pair(a, b, ARMS_GRAIN_FINEST);
}

static void test_each_grain(void)
{
    static const size_t pairs[][2] = {
        {REGISTER, FROM_CHINA}, {FROM_CHINA, REGISTER}, {REGISTER, TO_INDIA},
        {TO_INDIA, REGISTER},   {FROM_CHINA, TO_INDIA},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        for (int grain = ARMS_GRAIN_PAIRS; grain <= ARMS_GRAIN_TOTAL; grain++)
            check_pair(pairs[i][0], pairs[i][1], (arms_grain)grain);
}

/* Whose flows they are is told, and by which file. */
static void test_named(void)
{
    static const struct {
        kind files[2];
        const char *exporter, *importer, *note;
    } rows[] = {
        {{REGISTER, FROM_CHINA}, "China", NULL, "d2 covers only China's exports"},
        {{TO_INDIA, IMPORTERS}, NULL, "India", "d1 covers only India's imports"},
        {{FROM_CHINA, TO_INDIA}, "China", "India", "d1 covers only China's exports"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        versus v;
        if (!versus_compare(&v, texts[rows[i].files[0]], texts[rows[i].files[1]],
                            &(arms_compare_question){0}))
            return;
        bool found = false;
        for (size_t j = 0; j < v.c->note_count; j++)
            found |= arms_text_starts(arms_text_of(v.c->notes[j]), rows[i].note);
        CHECK_STRING(v.c->exporter, rows[i].exporter);
        CHECK_STRING(v.c->importer, rows[i].importer);
        CHECK_ROW(found, rows[i].note);
        versus_close(&v);
    }
}

/* China, Italy and Spain are not the world, and no one party either: each total is the
 * sum of the rows that can be compared, 3 + 4 + 5 + 6, not 18 + 9 against 18. */
static void test_several(void)
{
    static const char some[] = FILE_OF("China|Italy", "*") ROWS("China", "India", 3)
        ROWS("China", "Japan", 4) ROWS("China", "World", 7) ROWS("Italy", "India", 5)
            ROWS("Italy", "Japan", 6) ROWS("Italy", "World", 11);
    static const char all[] =
        FILE_OF("*", "*") ROWS("China", "India", 3) ROWS("China", "Japan", 4)
            ROWS("Italy", "India", 5) ROWS("Italy", "Japan", 6) ROWS("Spain", "India", 9);
    versus v;
    if (!versus_compare(&v, all, some, &(arms_compare_question){0}))
        return;
    CHECK(v.c->total.of_rows && v.c->totals[0].of_rows && v.c->totals[1].of_rows);
    CHECK_NEAR(v.c->total.sides[0].amount.value, 36, 0);
    CHECK_NEAR(v.c->total.sides[1].amount.value, 36, 0);
    CHECK_NEAR(v.c->totals[1].sides[0].amount.value, 18, 0);
    CHECK_NEAR(v.c->totals[1].sides[1].amount.value, 18, 0);
    versus_close(&v);
}

/* The whole is known on both sides in 2021 only, where Spain's 9 are in it; the rows are
 * in both years. Sums of rows stand in both years, and add up to that of the period. */
static void test_one_whole(void)
{
    static const char first[] =
        FILE_OF("*", "*") ROWS("China", "India", 3) ROW(2021, "Spain", "India", 9);
    static const char second[] =
        NAMES "# covers: exporters=China|Italy; importers=*; years=2020-2021\n"
              "# covers: exporters=World; importers=World; years=2021\n" HEAD ROWS(
                  "China", "India", 3) ROW(2021, "World", "World", 12);
    versus v;
    if (!versus_compare(&v, first, second, &(arms_compare_question){0}))
        return;
    CHECK_NEAR(v.c->total.sides[0].amount.value, 6, 0);
    CHECK_NEAR(v.c->totals[0].sides[0].amount.value, 3, 0);
    CHECK_NEAR(v.c->totals[1].sides[0].amount.value, 3, 0);
    CHECK_NEAR(v.c->totals[1].sides[1].amount.value, 3, 0);
    CHECK(v.c->totals[1].of_rows);
    versus_close(&v);
}

/* One party's totals of 2020 and 2022: the whole is known wherever rows are, in two of
 * three years. */
static void test_gap(void)
{
    static const char first[] =
        NAMES "# covers: exporters=*; importers=*; years=2020-2022\n" HEAD ROWS(
            "China", "India", 3) ROW(2022, "China", "India", 4);
    static const char second[] =
        NAMES "# covers: exporters=China; importers=*; years=2020\n"
              "# covers: exporters=China; importers=*; years=2022\n" HEAD ROW(
                  2020, "China", "India", 3) ROW(2020, "China", "World", 3)
                  ROW(2022, "China", "India", 4) ROW(2022, "China", "World", 4);
    versus v;
    if (!versus_compare(&v, first, second, &(arms_compare_question){0}))
        return;
    CHECK(!v.c->total.of_rows);
    CHECK_COUNT(v.c->total.compared, 2);
    CHECK_NEAR(v.c->total.sides[0].amount.value, 7, 0);
    CHECK_NEAR(v.c->total.sides[1].amount.value, 7, 0);
    CHECK_COUNT(v.c->totals[1].change, ARMS_CHANGE_NOT_COMPARABLE);
    versus_close(&v);
}

/* What a table of regions leaves over is not gone from a register. */
static void test_remainder(void)
{
    static const char regions[] =
        FILE_OF("World", "Africa|Unknown/not applicable") ROWS("World", "Africa", 17)
            ROWS("World", "Unknown/not applicable", 1) ROWS("World", "World", 18);
    versus v;
    if (!versus_compare(&v, regions, texts[REGISTER], &(arms_compare_question){0}))
        return;
    CHECK_COUNT(v.c->grain, ARMS_GRAIN_TOTAL);
    CHECK_COUNT(v.c->changes[ARMS_CHANGE_VANISHED], 0);
    check_total(&v.c->total, 36);
    versus_close(&v);
}

/* What India imports and what it exports are not the same trade. */
static void test_both_ways(void)
{
    versus v;
    if (versus_open(&v, texts[TO_INDIA], FILE_OF("India", "*") ROWS("India", "Nepal", 2),
                    &(arms_compare_question){0})) {
        CHECK_COUNT(v.err.code, ARMS_DOMAIN);
        CHECK_HAS(v.err.text, "only what India imports");
    }
    versus_close(&v);
}

const check_test analysis_compare_only_tests[] = {
    {"each kind of file", test_each_kind},
    {"each grain", test_each_grain},
    {"named", test_named},
    {"several parties", test_several},
    {"one whole", test_one_whole},
    {"a gap", test_gap},
    {"what regions leave over", test_remainder},
    {"imports and exports", test_both_ways},
    {NULL, NULL},
};
