/* Audits: cells, years, parties, repetitions, printed totals. All figures are
 * invented. */
#include <armstrade/audit.h>

#include "tests/unit/fixture.h"

#define HEAD   "year,exporter,importer,category,measure,value,low,high,flags\n"
#define COVERS "# covers: exporters=*; importers=Iran; years=2019-2022\n"

static void see_cells(const fixture *f)
{
    arms_audit_cells cells = arms_audit_count(f->data);
    CHECK_COUNT(cells.values, 2);
    CHECK_COUNT(cells.nil, 1);
    CHECK_COUNT(cells.rounded, 1);
    CHECK_COUNT(cells.missing, 1);
    CHECK_COUNT(cells.estimated, 3);
    CHECK_COUNT(cells.allocated, 1);
}

static void test_cells(void)
{
    fixture_see(fixture_load(HEAD "2020,China,Iran,,USD,5,,,estimated\n"
                                  "2020,India,Iran,,USD,0,0,0,\n"
                                  "2021,China,Iran,,USD,0,0,0.5,\n"
                                  "2021,India,Iran,,USD,,,,year-estimated\n"
                                  "2022,India,Iran,,USD,4,1,6,allocated;estimated\n"),
                see_cells);
}

/* The years of a text. */
typedef struct yearly {
    fixture f;
    arms_arena arena;
    arms_audit_year *items;
} yearly;

static bool find_years(yearly *y, const char *text, size_t want)
{
    arms_error err = {0};
    size_t count = 0;
    *y = (yearly){.f = fixture_load(text)};
    return CHECK(y->f.data != NULL) &&
           CHECK(arms_audit_years(&y->items, &count, &y->arena, y->f.data, &err)) &&
           CHECK_COUNT(count, want);
}

static void free_years(yearly *y)
{
    arms_arena_free(&y->arena);
    fixture_free(&y->f);
}

static void test_years(void)
{
    static const char text[] = HEAD "2022,China,Iran,,USD,5,4.5,5.5,\n"
                                    "2022,India,Iran,,USD,3,,,\n"
                                    "2022,World,Iran,,USD,9,,,\n"
                                    "2020,Iran,World,,USD,2,,,\n"
                                    "2020,World,World,,USD,7,,,\n"
                                    "2020,China,Iran,,USD,,,,\n";
    yearly y;
    if (find_years(&y, text, 2)) {
        const arms_audit_year *years = y.items;
        CHECK_COUNT(years[0].year, 2020);
        CHECK_COUNT(years[0].flows, 3);
        CHECK_COUNT(years[0].missing, 1);
        CHECK_COUNT(years[0].counts[ARMS_AUDIT_PAIRS], 0);
        CHECK_NEAR(years[0].sums[ARMS_AUDIT_EXPORTS].value, 2, 0);
        CHECK_NEAR(years[0].sums[ARMS_AUDIT_WORLD].value, 7, 0);
        CHECK_NEAR(years[1].sums[ARMS_AUDIT_PAIRS].value, 8, 0);
        CHECK_NEAR(years[1].sums[ARMS_AUDIT_PAIRS].low, 7.5, 0);
        CHECK_NEAR(years[1].sums[ARMS_AUDIT_IMPORTS].value, 9, 0);
    }
    free_years(&y);
}

/* Rows with and without a category, and groups, cannot be added up. */
static void test_mixed_years(void)
{
    static const char text[] = HEAD "2020,China,Iran,Ships,USD,5,,,\n"
                                    "2020,India,Iran,,USD,3,,,\n"
                                    "2020,World,Iran,,USD,9,,,\n"
                                    "2020,World,Africa,,USD,9,,,\n"
                                    "2020,Iran,World,,USD,9,,,\n";
    yearly y;
    if (find_years(&y, text, 1)) {
        CHECK(y.items[0].mixed[ARMS_AUDIT_PAIRS]);
        CHECK(y.items[0].mixed[ARMS_AUDIT_IMPORTS]);
        CHECK(!y.items[0].mixed[ARMS_AUDIT_EXPORTS]);
    }
    free_years(&y);
}

static void test_parties(void)
{
    fixture f = fixture_load(HEAD "2020,China,Iran,,USD,5,,,\n"
                                  "2020,Freedonia,China,,USD,3,,,\n"
                                  "2020,World,Iran,,USD,8,,,\n");
    arms_arena arena = {0};
    arms_audit_party *parties = NULL;
    size_t count = 0;
    arms_error err = {0};
    if (CHECK(f.data != NULL) &&
        CHECK(arms_audit_parties(&parties, &count, &arena, f.data, &err)) &&
        CHECK_COUNT(count, 4)) {
        CHECK_COUNT(parties[0].party, arms_entity_by_code("CHN"));
        CHECK_COUNT(parties[0].exports, 1);
        CHECK_COUNT(parties[0].imports, 1);
        CHECK_COUNT(parties[1].imports, 2);
        CHECK(parties[1].listed && !parties[2].listed);
        CHECK_COUNT(parties[2].line, 3);
        CHECK_COUNT(parties[3].kind, ARMS_ENTITY_AGGREGATE);
    }
    arms_arena_free(&arena);
    fixture_free(&f);
}

/* ---- repetitions ---- */

typedef struct repeats {
    arms_loaded loaded;
    arms_arena arena;
    arms_audit_repeats found;
} repeats;

static bool find_repeats(repeats *r, const char *text, bool deals)
{
    arms_error err = {0};
    arms_load_options options = {.deals = deals};
    const char *path = check_write("audit.csv", arms_text_of(text));
    *r = (repeats){0};
    return CHECK(arms_load(&r->loaded, path, &options, &err)) &&
           CHECK(arms_audit_repeated(&r->found, &r->arena, r->loaded.items[0], &err));
}

static void free_repeats(repeats *r)
{
    arms_loaded_free(&r->loaded);
    arms_arena_free(&r->arena);
}

/* Rows of the canonical layout may be deals: only what is alike in all is suspect. */
static void test_repeated_rows(void)
{
    repeats r;
    if (find_repeats(&r,
                     HEAD "2020,China,Iran,,USD,5,,,\n2021,China,Iran,,USD,5,,,\n"
                          "2020,China,Iran,Ships,USD,5,,,\n2020,China,Iran,,USD,6,,,\n"
                          "2021,China,Iran,,USD,5,,,\n2020,China,Iran,,USD,5,4,6,\n",
                     true) &&
        CHECK_COUNT(r.found.count, 1)) {
        CHECK(r.found.told && r.found.deals);
        CHECK_COUNT(r.found.items[0].line, 3);
        CHECK_COUNT(r.found.items[0].again, 6);
        CHECK(r.found.items[0].same);
    }
    free_repeats(&r);
}

/* A line of a table that stands there twice is one item. */
static void test_repeated_line(void)
{
    arms_buffer text = {0};
    repeats r;
    fixture_table(&text, "13 Oct 2024 12:33:29 PM");
    arms_buffer_string(&text, "Recipient,2020,2021,2022\nPakistan,1,2,3\nIndia,4,,6\n"
                              "India,4,,7\nTotal world import,9,2,16\n");
    if (find_repeats(&r, text.data, false) && CHECK_COUNT(r.found.count, 1)) {
        CHECK(r.found.told && !r.found.deals && !r.found.items[0].same);
        CHECK_COUNT(r.found.flows, 2);
        CHECK_COUNT(r.found.items[0].line, 10);
        CHECK_COUNT(r.found.items[0].again, 11);
        CHECK_COUNT(r.found.items[0].years.first, 2020);
        CHECK_COUNT(r.found.items[0].years.last, 2022);
    }
    free_repeats(&r);
    arms_buffer_free(&text);
}

static void make_register(arms_buffer *out, const char *rows)
{
    fixture_register(out,
                     "from All countries  to All countries . Deals with deliveries made "
                     "for the year range '2001' to '2025'",
                     "\n");
    fixture_register_header(out, "\n");
    arms_buffer_string(out, rows);
}

/* Two deals of one kind, and one that stands there twice. */
static const char deals[] =
    "1,China,Pakistan,X,gun,Ships,1999,Yes,2,No,2001,Yes,New,1,1,3.2,No\n"
    "2,China,Pakistan,Y,gun,Ships,1999,Yes,2,No,2001,Yes,New,1,1,3.2,No\n"
    "1,China,Pakistan,X,gun,Ships,1999,Yes,2,No,2001,Yes,New,1,1,3.2,No\n"
    "1,China,Pakistan,X,gun,Ships,1999,Yes,1,No,2002,Yes,New,1,1,3.2,No\n";

static void test_repeated_deals(void)
{
    arms_buffer text = {0};
    repeats r;
    make_register(&text, deals);
    if (find_repeats(&r, text.data, true) && CHECK_COUNT(r.found.count, 1)) {
        CHECK(r.found.told && r.found.deals);
        CHECK_COUNT(r.found.items[0].line, 8);
        CHECK_COUNT(r.found.items[0].again, 10);
    }
    free_repeats(&r);
    if (find_repeats(&r, text.data, false)) {
        CHECK(!r.found.told);
        CHECK_COUNT(r.found.count, 0);
    }
    free_repeats(&r);
    arms_buffer_free(&text);
}

/* ---- totals ---- */

typedef struct total_case {
    const char *what, *rows;
    bool covered;
    size_t count, misfits;
    double miss; /* of the first */
} total_case;

/* The parts add up to 8, from 7 to 9. */
#define PARTS "2020,China,Iran,,USD,5,4.5,5.5,\n2020,India,Iran,,USD,3,2.5,3.5,\n"

static const total_case total_cases[] = {
    {"exact", PARTS "2020,World,Iran,,USD,8,7.5,8.5,\n", true, 1, 0, 0},
    {"rounded", PARTS "2020,World,Iran,,USD,9,8.5,9.5,\n", true, 1, 0, 1},
    {"touching", PARTS "2020,World,Iran,,USD,9.5,9,10,\n", true, 1, 0, 1.5},
    {"above", PARTS "2020,World,Iran,,USD,11,10.5,11.5,\n", true, 1, 1, 3},
    {"below", PARTS "2020,World,Iran,,USD,5,4.5,5.5,\n", true, 1, 1, -3},
    {"parts may be missing", PARTS "2020,World,Iran,,USD,11,10.5,11.5,\n", false, 0, 0,
     0},
    {"parts exceed it even so", PARTS "2020,World,Iran,,USD,5,4.5,5.5,\n", false, 1, 1,
     -3},
    {"a part is missing",
     PARTS "2020,World,Iran,,USD,11,10.5,11.5,\n2020,Iraq,Iran,,USD,,,,\n", true, 0, 0,
     0},
    {"groups are no parts",
     PARTS "2020,World,Iran,,USD,8,7.5,8.5,\n2020,Africa,Iran,,USD,8,,,\n", true, 1, 0,
     0},
    {"another year", PARTS "2021,World,Iran,,USD,8,7.5,8.5,\n", true, 0, 0, 0},
    {"another category", PARTS "2020,World,Iran,Ships,USD,8,7.5,8.5,\n", true, 0, 0, 0},
};

/* The totals of a text, which is freed. */
typedef struct sums {
    fixture f;
    arms_arena arena;
    arms_audit_totals found;
} sums;

static bool find_sums(sums *s, arms_buffer *text)
{
    arms_error err = {0};
    *s = (sums){.f = fixture_load_buffer(text)};
    return CHECK_STRING(s->f.err.text, "") && CHECK(s->f.data != NULL) &&
           CHECK(arms_audit_sums(&s->found, &s->arena, s->f.data, &err));
}

static void free_sums(sums *s)
{
    fixture_free(&s->f);
    arms_arena_free(&s->arena);
}

static void check_totals(const total_case *c)
{
    arms_buffer text = {0};
    sums s;
    arms_buffer_print(&text, "%s" HEAD "%s", c->covered ? COVERS : "# source: x\n",
                      c->rows);
    if (find_sums(&s, &text)) {
        CHECK_ROW(s.found.count == c->count, c->what);
        CHECK_ROW(s.found.misfits == c->misfits, c->what);
        if (c->count > 0 && s.found.count > 0)
            CHECK_NEAR(s.found.items[0].miss, c->miss, 1e-9);
    }
    free_sums(&s);
}

static void test_totals(void)
{
    for (size_t i = 0; i < sizeof total_cases / sizeof *total_cases; i++)
        check_totals(&total_cases[i]);
}

/* In 2021 two cells of 10 lie in [19, 21), and the total of 22 begins at 21.5; in 2020
 * the total misses by one, as rounding may. */
static void test_table_totals(void)
{
    arms_buffer text = {0};
    sums s;
    fixture_table(&text, "13 Oct 2024 12:33:29 PM");
    arms_buffer_string(&text, "Recipient,2020,2021\nPakistan,10,10\nIndia,10,10\n"
                              "Total world import,21,22\n");
    if (find_sums(&s, &text) && CHECK_COUNT(s.found.count, 2)) {
        CHECK_COUNT(s.found.off, 2);
        CHECK_COUNT(s.found.misfits, 1);
        CHECK_COUNT(s.found.far->year, 2021);
        CHECK_COUNT(s.found.far->line, 11);
        CHECK(!s.found.far->of_imports && s.found.items[0].fits);
    }
    free_sums(&s);
}

const check_test analysis_audit_tests[] = {
    {"audit: cells", test_cells},
    {"audit: years", test_years},
    {"audit: years that cannot be added up", test_mixed_years},
    {"audit: parties", test_parties},
    {"audit: repeated rows", test_repeated_rows},
    {"audit: a repeated line", test_repeated_line},
    {"audit: repeated deals", test_repeated_deals},
    {"audit: totals", test_totals},
    {"audit: totals of a table", test_table_totals},
    {NULL, NULL},
};
