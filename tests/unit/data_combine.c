/* Several files of one release as one dataset. All figures are invented. */
#include <armstrade/combine.h>

#include <string.h>

#include "tests/unit/fixture.h"
#include "tests/unit/same.h"

#define VINTAGE "# source: Invented\n# publisher: Somebody\n# release: 2025-03\n"
#define HEAD    "year,exporter,importer,category,measure,value\n"
#define EARLY   "2019,China,Chad,Ships,TIV,1\n2020,Lilliput,Chad,Artillery,TIV,2\n"
#define LATE    "2021,Blefuscu,Chad,Artillery,TIV,4\n2022,Lilliput,Mali,Ships,TIV,8\n"
#define COVERS(importers, years) \
    "# covers: exporters=*; importers=" importers "; years=" years "\n"

enum { FILES = 4 };

/* Files that were loaded, and what became of them. */
typedef struct pile {
    arms_dataset *items[FILES];
    size_t count;
    arms_arena arena;
    arms_combine_notes notes;
} pile;

static void add(pile *p, const char *text)
{
    static const char *const names[FILES] = {"a.csv", "b.csv", "c.csv", "d.csv"};
    arms_load_options digest = {.digest = true};
    arms_loaded loaded;
    arms_error err = {0};
    const char *path = check_write(names[p->count], arms_text_of(text));
    CHECK(arms_load(&loaded, path, &digest, &err));
    CHECK_STRING(err.text, "");
    CHECK_COUNT(loaded.count, 1);
    p->items[p->count++] = loaded.items[0];
    loaded.count = 0;
    arms_loaded_free(&loaded);
}

static pile loaded_pile(const char *const *texts, size_t count)
{
    pile p = {0};
    for (size_t i = 0; i < count; i++)
        add(&p, texts[i]);
    return p;
}

static void combine(pile *p)
{
    p->notes.arena = &p->arena;
    CHECK(arms_combine(p->items, &p->count, &p->notes, NULL));
}

static void pile_free(pile *p)
{
    for (size_t i = 0; i < p->count; i++)
        arms_dataset_free(p->items[i]);
    arms_arena_free(&p->arena);
}

static bool ends_in(const char *text, const char *end)
{
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* One dataset, whose flows, boxes, parties and sources are those of both files. */
static void test_split_by_years(void)
{
    static const char *const texts[] = {VINTAGE COVERS("*", "2019-2020") HEAD EARLY,
                                        VINTAGE COVERS("*", "2021-2022") HEAD LATE};
    pile p = loaded_pile(texts, 2);
    combine(&p);
    fixture whole = fixture_load(VINTAGE COVERS("*", "2019-2020") COVERS("*", "2021-2022")
                                     HEAD EARLY LATE);
    const arms_source *sources;
    CHECK_COUNT(p.notes.count, 0);
    if (CHECK_COUNT(p.count, 1) && CHECK(whole.data != NULL)) {
        arms_dataset *one = p.items[0];
        same_datasets(one, whole.data);
        CHECK_COUNT(arms_dataset_unlisted(one), 2);
        CHECK(arms_dataset_has(one, fixture_party(one, "Blefuscu")));
        if (CHECK_COUNT(arms_dataset_sources(one, &sources), 2)) {
            CHECK(ends_in(sources[0].path, "a.csv") && ends_in(sources[1].path, "b.csv"));
            CHECK_COUNT(strlen(sources[1].sha256), 64);
            CHECK(strcmp(sources[0].sha256, sources[1].sha256) != 0);
        }
        CHECK_COUNT(arms_dataset_flow(one, 1).source, 0);
        CHECK_COUNT(arms_dataset_flow(one, 2).source, 1);
        CHECK_COUNT(arms_dataset_flow(one, 2).line, 6);
        for (int year = 2018; year <= 2023; year++)
            CHECK(arms_dataset_covers(one, ARMS_ALL, ARMS_ALL, year, 0) ==
                  (year >= 2019 && year <= 2022));
    }
    fixture_free(&whole);
    pile_free(&p);
}

/* Notes that both files gave are told once. */
static void test_notes(void)
{
    static const char *const texts[] = {
        VINTAGE COVERS("*", "2019") HEAD "2019,Lilliput,Chad,,TIV,1\n",
        VINTAGE COVERS("*", "2020") HEAD "2020,Lilliput,Chad,,TIV,1\n",
        VINTAGE COVERS("*", "2021") HEAD "2021,Blefuscu,Chad,,TIV,1\n"};
    pile p = loaded_pile(texts, 3);
    combine(&p);
    if (CHECK_COUNT(p.count, 1)) {
        CHECK_COUNT(arms_dataset_about(p.items[0])->note_count, 2);
        CHECK(fixture_noted(p.items[0], "Lilliput"));
        CHECK(fixture_noted(p.items[0], "Blefuscu"));
    }
    pile_free(&p);
}

/* Two files that must stay apart, and what is told; NULL: nothing. */
typedef struct apart_row {
    const char *one, *other, *note;
} apart_row;

#define ONE          VINTAGE COVERS("*", "2019-2021") HEAD EARLY
#define AGAIN(lines) lines COVERS("*", "2022") HEAD "2022,China,Chad,Ships,TIV,1\n"

static const apart_row overlaps[] = {
    {ONE, ONE, "both hold 2019–2021, all exporters to all importers"},
    {ONE, VINTAGE COVERS("*", "2021-2022") HEAD LATE,
     "both hold 2021, all exporters to all importers"},
    {ONE, VINTAGE COVERS("Chad|Mali", "2020-2022") HEAD LATE,
     "both hold 2020–2021, all exporters to Chad and 1 other"},
    {VINTAGE COVERS("Chad", "2019-2020") HEAD EARLY,
     VINTAGE "# covers: exporters=China|Lilliput; importers=*; years=2020\n" HEAD LATE,
     "both hold 2020, China and 1 other to Chad"},
    {ONE,
     VINTAGE
     "# covers: exporters=*; importers=*; years=2021; categories=Ships\n" HEAD LATE,
     "both hold 2021, "},
    /* A flow beyond its own file's coverage, within the other's. */
    {VINTAGE COVERS("Chad", "2019-2020") HEAD EARLY,
     VINTAGE COVERS("Mali", "2019-2022") HEAD LATE "2020,China,Chad,Ships,TIV,3\n",
     "both hold 2020, China to Chad"},
    {VINTAGE COVERS("Chad", "2019-2020") HEAD EARLY "2022,China,Mali,Ships,TIV,3\n",
     VINTAGE COVERS("Mali", "2021-2022") HEAD LATE, "both hold 2022, China to Mali"},
    /* The same figure beyond the coverage of both. */
    {VINTAGE COVERS("Chad", "2019-2020") HEAD EARLY "2001,Oz,Iran,,TIV,3\n",
     VINTAGE COVERS("Mali", "2022") HEAD LATE "2001,Oz,Iran,,TIV,5\n",
     "both hold 2001, Oz to Iran"},
    /* World is met by World only. */
    {VINTAGE COVERS("World", "2019-2020") HEAD "2019,China,World,,TIV,1\n",
     VINTAGE COVERS("World|Chad", "2020") HEAD "2020,China,Chad,,TIV,1\n",
     "both hold 2020, all exporters to World"},
};

static const apart_row others[] = {
    {ONE, AGAIN("# source: Invented\n# publisher: Somebody\n# release: 2026-03\n"), NULL},
    {ONE, AGAIN("# source: Other\n# publisher: Somebody\n# release: 2025-03\n"), NULL},
    {ONE, AGAIN("# source: Invented\n# release: 2025-03\n"), NULL},
    {ONE, AGAIN(VINTAGE "# kind: order\n"), NULL},
    {ONE, AGAIN(VINTAGE "# valuation: CIF\n"), NULL},
    {ONE, AGAIN(VINTAGE "# reported-by: importers\n"), NULL},
    {ONE, AGAIN(VINTAGE "# classification: HS\n"), NULL},
    {ONE, AGAIN(VINTAGE "# credit: somebody\n"), NULL},
    {ONE, VINTAGE COVERS("*", "2022") HEAD "2022,China,Chad,Ships,kg,1\n", NULL},
    {ONE, VINTAGE COVERS("*", "2022") HEAD "2022,China,Chad,Ships,million TIV,1\n", NULL},
    {ONE, VINTAGE HEAD LATE, NULL},
    {"# source: Invented\n" COVERS("*", "2019-2020") HEAD EARLY,
     "# source: Invented\n" COVERS("*", "2021-2022") HEAD LATE, NULL},
};

static void check_apart(const apart_row *row)
{
    const char *const texts[] = {row->one, row->other};
    pile p = loaded_pile(texts, 2);
    size_t flows[2] = {arms_dataset_count(p.items[0]), arms_dataset_count(p.items[1])};
    combine(&p);
    CHECK_ROW(p.count == 2, row->other);
    CHECK_ROW(p.notes.count == (row->note != NULL), row->other);
    for (size_t i = 0; i < p.count && p.count == 2; i++)
        CHECK_COUNT(arms_dataset_count(p.items[i]), flows[i]);
    if (p.notes.count > 0) {
        CHECK_HAS(p.notes.items[0].text, row->note);
        CHECK_HAS(p.notes.items[0].text, "a.csv");
        CHECK(ends_in(p.notes.items[0].path, "b.csv"));
    }
    pile_free(&p);
}

static void test_overlaps(void)
{
    for (size_t i = 0; i < sizeof overlaps / sizeof *overlaps; i++) {
        check_apart(&overlaps[i]);
        CHECK_ROW(overlaps[i].note != NULL, "a note");
    }
}

static void test_others(void)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        check_apart(&others[i]);
}

/* Sums and what they are sums of do not overlap; nor do categories. */
static void test_disjoint(void)
{
    static const char *const pairs[][2] = {
        {VINTAGE COVERS("World", "2019") HEAD "2019,China,World,,TIV,1\n",
         VINTAGE COVERS("*", "2019") HEAD "2019,China,Chad,,TIV,1\n"},
        {VINTAGE COVERS("Chad", "2019-2022") HEAD EARLY,
         VINTAGE COVERS("Mali|Iran", "2019-2022") HEAD "2022,Oz,Mali,Ships,TIV,8\n"},
        {VINTAGE "# covers: exporters=*; importers=*; years=2019; categories=Ships\n" HEAD
                 "2019,China,Chad,Ships,TIV,1\n",
         VINTAGE "# covers: exporters=*; importers=*; years=2019; categories=Guns\n" HEAD
                 "2019,China,Chad,Guns,TIV,1\n"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        pile p = loaded_pile(pairs[i], 2);
        combine(&p);
        CHECK_ROW(p.count == 1, pairs[i][1]);
        CHECK_COUNT(p.notes.count, 0);
        pile_free(&p);
    }
}

/* The second copy of a half stays apart; the other half joins the first copy. */
static void test_one_twice_and_the_rest(void)
{
    static const char *const texts[] = {VINTAGE COVERS("*", "2019-2020") HEAD EARLY,
                                        VINTAGE COVERS("*", "2019-2020") HEAD EARLY,
                                        VINTAGE COVERS("*", "2021-2022") HEAD LATE};
    pile p = loaded_pile(texts, 3);
    combine(&p);
    if (CHECK_COUNT(p.count, 2)) {
        CHECK_COUNT(arms_dataset_count(p.items[0]), 4);
        CHECK_COUNT(arms_dataset_count(p.items[1]), 2);
    }
    if (CHECK_COUNT(p.notes.count, 1)) {
        CHECK_HAS(p.notes.items[0].text, "a.csv, ");
        CHECK_HAS(p.notes.items[0].text, "both hold 2019–2020");
    }
    pile_free(&p);
}

/* Of different days the latest is kept, whatever the order, and all are told. */
static void test_dates(void)
{
    static const char *const texts[] = {
        VINTAGE "# generated: 2025-04-01\n" COVERS("*", "2019-2020") HEAD EARLY,
        VINTAGE "# generated: 2025-03-13\n" COVERS("*", "2021-2022") HEAD LATE,
        VINTAGE COVERS("*", "2023") HEAD "2023,China,Chad,,TIV,1\n"};
    pile p = loaded_pile(texts, 3);
    combine(&p);
    if (CHECK_COUNT(p.count, 1))
        CHECK_STRING(arms_dataset_about(p.items[0])->generated, "2025-04-01");
    if (CHECK_COUNT(p.notes.count, 2)) {
        CHECK_HAS(p.notes.items[0].text, "on 2025-03-13");
        CHECK_HAS(p.notes.items[0].text, "on 2025-04-01");
        CHECK_HAS(p.notes.items[1].text, "not told");
    }
    pile_free(&p);
    static const char *const turned[] = {
        VINTAGE "# generated: 2025-03-13\n" COVERS("*", "2019-2020") HEAD EARLY,
        VINTAGE "# generated: 2025-04-01\n" COVERS("*", "2021-2022") HEAD LATE};
    p = loaded_pile(turned, 2);
    combine(&p);
    if (CHECK_COUNT(p.count, 1))
        CHECK_STRING(arms_dataset_about(p.items[0])->generated, "2025-04-01");
    pile_free(&p);
}

const check_test data_combine_tests[] = {
    {"a register split by years", test_split_by_years},
    {"notes of both files", test_notes},
    {"files that overlap", test_overlaps},
    {"files of other datasets", test_others},
    {"files that share nothing", test_disjoint},
    {"one half twice, and the other", test_one_twice_and_the_rest},
    {"different days", test_dates},
    {NULL, NULL},
};
