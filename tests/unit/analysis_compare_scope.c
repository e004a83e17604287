/* Two datasets compared: over which years, in which measure, how fine, and what is
 * refused. All figures are invented. */
#include <math.h>

#include "tests/unit/versus.h"

#define HEAD    "year,exporter,importer,category,measure,value,low,high,flags\n"
#define OLD     "# source: S\n# release: 2024-03\n"
#define NEW     "# source: S\n# release: 2025-03\n"
#define ALL     "# covers: exporters=*; importers=*; years=2020-2021\n"
#define NOTHING (&(arms_compare_question){0})

static void test_years(void)
{
    versus v;
    static const char first[] =
        OLD "# covers: exporters=*; importers=*; years=2018-2021\n" HEAD
            "2018,China,India,,TIV,5,,,\n2021,China,India,,TIV,5,,,\n";
    static const char second[] =
        NEW "# covers: exporters=*; importers=*; years=2020-2023\n" HEAD
            "2021,China,India,,TIV,6,,,\n2022,China,India,,TIV,5,,,\n";
    if (!versus_compare(&v, first, second, NOTHING))
        return;
    CHECK_COUNT(v.c->years.first, 2020);
    CHECK_COUNT(v.c->years.last, 2021);
    CHECK_NEAR(v.c->total.difference.value, 1, 0);
    bool found[2] = {false, false};
    for (size_t i = 0; i < v.c->note_count; i++) {
        arms_text note = arms_text_of(v.c->notes[i]);
        found[0] |= arms_text_starts(note, "2018–2019: covered by d1 only");
        found[1] |= arms_text_starts(note, "2022–2023: covered by d2 only");
    }
    CHECK(found[0] && found[1]);
    versus_close(&v);
    const arms_compare_question early = {.years = {2018, 2019}};
    if (versus_open(&v, first, second, &early)) {
        CHECK(!v.c);
        CHECK_COUNT(v.err.code, ARMS_DOMAIN);
        CHECK_HAS(v.err.text, "no year that was asked for is covered by both");
    }
    versus_close(&v);
}

static void refused(const char *first, const char *second,
                    const arms_compare_question *question, const char *part)
{
    versus v;
    if (!versus_open(&v, first, second, question))
        return;
    CHECK(!v.c);
    CHECK_COUNT(v.err.code, ARMS_DOMAIN);
    CHECK_HAS(v.err.text, part);
    versus_close(&v);
}

#define IN(measure) ALL HEAD "2020,China,India,Ships," measure ",5,,,\n"

static void test_refusals(void)
{
    refused(IN("million TIV"), IN("USD"), NOTHING,
            "d1 has deliveries in million TIV and d2 has deliveries in USD, which cannot "
            "be compared: a TIV is a volume of military capability");
    refused(IN("EUR"), IN("USD"), NOTHING, "no rate of exchange");
    refused(IN("items"), IN("kg"), NOTHING, "these count different things");
    refused("# kind: licence\n" IN("EUR"), IN("EUR"), NOTHING,
            "d1 has licences in EUR and d2 has deliveries in EUR");
    refused("# kind: order\n" IN("EUR"), IN("EUR"), NOTHING, "is delivered later");
    refused("# valuation: current\n" IN("USD"), "# valuation: 2015\n" IN("USD"), NOTHING,
            "(current)");
    refused(IN("USD"), HEAD "2020,China,India,Ships,USD,5,,,\n", NOTHING,
            "d2 does not say that it covers anything");
    refused(IN("USD"), IN("USD"), &(arms_compare_question){.category = "Aircraft"},
            "d1 has no category \"Aircraft\"");
    refused(IN("USD"), ALL HEAD "2020,China,Freedonia,Ships,USD,5,,,\n",
            &(arms_compare_question){.importer = "Freedonia"},
            "d1 does not have the name");
}

/* 2129 million and 2129000000 are one figure. */
static void test_scale(void)
{
    versus v;
    if (!versus_compare(&v, OLD ALL HEAD "2020,China,India,,TIV,2129400000,,,\n",
                        NEW ALL HEAD "2020,China,India,,million TIV,2129.4,,,\n",
                        NOTHING))
        return;
    CHECK_COUNT(v.c->measure_of, 1);
    CHECK(check_same(v.c->total.sides[0].amount.value, 2129.4));
    CHECK_COUNT(v.c->total.change, ARMS_CHANGE_EQUAL);
    CHECK_COUNT(v.c->changes[ARMS_CHANGE_EQUAL], 1);
    versus_close(&v);
}

static void check_mirror(const char *first, const char *second, size_t imports)
{
    versus v;
    if (!versus_compare(&v, first, second, NOTHING))
        return;
    const arms_compared_row *row = versus_row(&v, "France", "India");
    CHECK_COUNT(v.c->relation, ARMS_RELATION_MIRROR);
    CHECK_COUNT(v.c->imports, imports);
    CHECK_NEAR(row->ratio.value, 1.1, 1e-12);
    CHECK_STRING(arms_change_name(row->change, v.c->relation), "differ");
    CHECK_HAS(v.c->notes[0], "imports usually exceed the exports");
    versus_close(&v);
}

/* 110 with freight and insurance, 100 without. */
static void test_mirror(void)
{
    static const char cif[] =
        "# valuation: CIF\n" ALL HEAD "2020,France,India,,USD,110,,,\n";
    static const char fob[] =
        "# valuation: FOB\n" ALL HEAD "2020,France,India,,USD,100,,,\n";
    check_mirror(cif, fob, 0);
    check_mirror(fob, cif, 1);
}

/* A table of importers against single flows: 3 + 4 is within rounding of 7. */
static void test_printed_sums(void)
{
    versus v;
    if (!versus_compare(&v,
                        OLD "# covers: exporters=World; importers=*; years=2020\n" HEAD
                            "2020,World,India,,TIV,7,6.5,7.5,\n"
                            "2020,World,Japan,,TIV,2,1.5,2.5,\n"
                            "2020,World,World,,TIV,9,8.5,9.5,\n",
                        NEW ALL HEAD
                        "2020,China,India,,TIV,3,,,\n2020,Italy,India,,TIV,4,,,"
                        "\n2020,Italy,Japan,,TIV,3,,,\n",
                        NOTHING))
        return;
    CHECK_COUNT(v.c->grain, ARMS_GRAIN_IMPORTERS);
    CHECK_COUNT(versus_row(&v, NULL, "India")->change, ARMS_CHANGE_EQUAL);
    CHECK_COUNT(versus_row(&v, NULL, "India")->sides[1].rows, 2);
    CHECK_COUNT(versus_row(&v, NULL, "Japan")->change, ARMS_CHANGE_REVISED);
    CHECK_NEAR(v.c->total.sides[0].amount.value, 9, 0);
    CHECK_NEAR(v.c->total.sides[1].amount.value, 10, 0);
    CHECK_COUNT(v.c->total.change, ARMS_CHANGE_REVISED);
    versus_close(&v);
}

static void test_selection(void)
{
    static const char text[] = OLD ALL HEAD "2020,China,India,,TIV,3,,,\n"
                                            "2020,Italy,India,,TIV,4,,,\n"
                                            "2020,Italy,Japan,,TIV,3,,,\n";
    static const struct {
        const char *exporter, *importer;
        arms_grain grain;
        size_t count;
        double total;
    } rows[] = {
        {NULL, NULL, ARMS_GRAIN_FINEST, 3, 10},
        {NULL, "India", ARMS_GRAIN_FINEST, 2, 7},
        {"Italy", NULL, ARMS_GRAIN_FINEST, 2, 7},
        {"Italy", "India", ARMS_GRAIN_FINEST, 1, 4},
        {NULL, "India", ARMS_GRAIN_IMPORTERS, 1, 7},
        {NULL, NULL, ARMS_GRAIN_EXPORTERS, 2, 10},
        {NULL, NULL, ARMS_GRAIN_TOTAL, 1, 10},
        {"Spain", NULL, ARMS_GRAIN_FINEST, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        versus v;
        const arms_compare_question question = {.exporter = rows[i].exporter,
                                                .importer = rows[i].importer,
                                                .grain = rows[i].grain};
        if (!versus_open(&v, text, text, &question) || !CHECK_COUNT(v.err.code, ARMS_OK))
            return;
        CHECK_COUNT(v.c->count, rows[i].count);
        CHECK_COUNT(v.c->changes[ARMS_CHANGE_EQUAL], rows[i].count);
        CHECK_NEAR(v.c->total.sides[1].amount.value, rows[i].total, 0);
        CHECK_COUNT(v.c->relation, ARMS_RELATION_SAME);
        CHECK(v.c->one_file);
        versus_close(&v);
    }
}

static void test_relations(void)
{
    static const struct {
        const char *second;
        arms_relation relation;
    } rows[] = {
        {NEW, ARMS_RELATION_RELEASES},
        {OLD "# generated: 2025-01-02\n", ARMS_RELATION_SAME},
        {"# source: S\n", ARMS_RELATION_RELEASES},
        {"# source: T\n# release: 2024-03\n", ARMS_RELATION_SOURCES},
        {"", ARMS_RELATION_SOURCES},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        versus v;
        arms_buffer text = {0};
        arms_buffer_print(&text, "%s%s", rows[i].second, IN("TIV"));
        if (versus_open(&v, OLD IN("TIV"), text.data, NOTHING) && CHECK(v.c))
            CHECK_COUNT(v.c->relation, rows[i].relation);
        versus_close(&v);
        arms_buffer_free(&text);
    }
    CHECK_STRING(arms_change_name(ARMS_CHANGE_APPEARED, ARMS_RELATION_RELEASES),
                 "appeared");
    CHECK_STRING(arms_change_name(ARMS_CHANGE_APPEARED, ARMS_RELATION_MIRROR),
                 "only in d2");
}

const check_test analysis_compare_scope_tests[] = {
    {"years", test_years},
    {"refusals", test_refusals},
    {"scale", test_scale},
    {"mirror data", test_mirror},
    {"printed sums", test_printed_sums},
    {"selection", test_selection},
    {"relations", test_relations},
    {NULL, NULL},
};
