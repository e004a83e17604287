/* Canonical CSV: what is written reads back as the same. All figures are invented. */
#include <armstrade/canonical_csv.h>

#include <stdlib.h>
#include <string.h>

#include "tests/unit/fixture.h"
#include "tests/unit/same.h"

#define HEAD "year,exporter,importer,category,measure,value,low,high,flags,parts\n"
#define ALL  "# covers: exporters=*; importers=*; years=2019-2024; categories=*\n"

/* A file as text; NULL with the error printed where it cannot be written. */
static char *extracted(arms_canonical *written, const arms_dataset *data,
                       const arms_canonical_options *options)
{
    arms_buffer out = {0};
    arms_error err = {0};
    bool done = arms_canonical_csv(&out, written, data, options, &err);
    CHECK_STRING(done ? "" : err.text, "");
    if (!done)
        arms_buffer_free(&out);
    return out.data;
}

/* Writes, reads back and compares. */
static void check_round_trip(const arms_dataset *data, bool raw)
{
    arms_canonical written;
    arms_canonical_options options = {.raw = raw};
    char *text = extracted(&written, data, &options);
    if (!text)
        return;
    fixture back = fixture_load(text);
    CHECK_STRING(back.err.text, "");
    CHECK_COUNT(back.loaded.count, 1);
    CHECK_COUNT(written.rows, arms_dataset_count(data));
    if (back.data)
        CHECK_ROW(same_datasets(back.data, data), text);
    fixture_free(&back);
    free(text);
}

static void check_text(const char *text)
{
    fixture f = fixture_load(text);
    CHECK_STRING(f.err.text, "");
    for (size_t i = 0; f.done && i < f.loaded.count; i++) {
        check_round_trip(f.loaded.items[i], false);
        check_round_trip(f.loaded.items[i], true);
    }
    fixture_free(&f);
}

static void test_all_that_a_file_says(void)
{
    check_text("# source: Invented\n# publisher: UN Comtrade\n# generated: 2026-02-12\n"
               "# release: 2025-03\n# kind: licence\n# valuation: CIF\n"
               "# reported-by: importers\n# classification: HS\n# credit: nobody\n"
               "# covers: exporters=*; importers=Pakistan|World; years=2014-2024; "
               "categories=9301\n"
               "# covers: exporters=World; importers=*; years=2020\n" HEAD
               "2023,842,Pakistan,9301,thousand USD,12.5,12,13,estimated;licensed,\n"
               "2023,World,Pakistan,9302,thousand USD,0,0,0,second-hand,\n");
    check_text("year,exporter,importer,category,measure,value\n"
               "2023,China,Pakistan,,items,7\n");
}

static void test_cell_states(void)
{
    check_text(ALL HEAD "2020,China,Pakistan,,million TIV,,,,,\n"
                        "2021,China,Pakistan,,million TIV,0,0,0,,\n"
                        "2022,China,Pakistan,,million TIV,0,0,0.5,,\n"
                        "2023,China,Pakistan,,million TIV,7,,,,\n"
                        "2024,China,Pakistan,,million TIV,0.000004,0,3.1,,\n"
                        "2024,China,India,,million TIV,12345678901234567,,,,\n"
                        "2024,China,Iran,,million TIV,0.30000000000000004,,,,\n");
}

/* Quotes, commas, line ends, formulas, apostrophes, blanks at the ends. */
static void test_names(void)
{
    check_text(ALL HEAD "2020,\"Foo, \"\"Bar\"\"; Baz|Qux\",Pakistan,\"a\nb\",TIV,1,,,,\n"
                        "2020,=1+1,Pakistan,+x,TIV,1,,,,\n"
                        "2020,\"'=1+1\",Pakistan,'-y,TIV,1,,,,\n"
                        "2020,'''=1+1,Pakistan,\" @z \",TIV,1,,,,\n"
                        "2020,'n Dour,Pakistan,\"\tx\t\",TIV,1,,,,\n"
                        "2020,＝1,Pakistan,,TIV,1,,,,\n"
                        "2020,\"\r\",Pakistan,,TIV,1,,,,\n");
}

static void test_formulas_are_text(void)
{
    fixture f = fixture_load(ALL HEAD "2020,=1+1,Pakistan,,TIV,1,,,,\n");
    arms_canonical written;
    arms_canonical_options plain = {0}, raw = {.raw = true};
    char *guarded = extracted(&written, f.data, &plain);
    char *bare = extracted(&written, f.data, &raw);
    CHECK_HAS(guarded, "\n2020,\"'=1+1\",Pakistan,,TIV,1\n");
    CHECK_HAS(bare, "\n2020,=1+1,Pakistan,,TIV,1\n");
    free(guarded);
    free(bare);
    fixture_free(&f);
}

/* Every entity of the table, in files of every publisher whose spellings are known. */
static void check_entities(const char *publisher)
{
    arms_buffer text = {0};
    if (publisher[0])
        arms_buffer_print(&text, "# publisher: %s\n", publisher);
    arms_buffer_string(&text, "year,exporter,importer,category,measure,value\n");
    for (arms_entity_id id = 1; id <= arms_entity_count(); id++)
        arms_buffer_print(&text, "2020,%s,PAK,,TIV,1\n", arms_entity_get(id)->code);
    fixture f = fixture_load(text.data);
    CHECK_STRING(f.err.text, "");
    for (arms_entity_id id = 1; f.data && id <= arms_entity_count(); id++)
        CHECK_ROW(arms_dataset_flow(f.data, id - 1).exporter == id,
                  arms_entity_get(id)->code);
    if (f.data)
        check_round_trip(f.data, false);
    fixture_free(&f);
    arms_buffer_free(&text);
}

static void test_all_entities(void)
{
    static const char *const publishers[] = {"", "SIPRI", "UN Comtrade", "World Bank"};
    for (size_t i = 0; i < sizeof publishers / sizeof *publishers; i++)
        check_entities(publishers[i]);
}

/* SIPRI's marks tell what an unlisted party is, and "Congo" is one state there. */
static void test_spellings_of_sipri(void)
{
    fixture f =
        fixture_load("# publisher: SIPRI\n" HEAD "2020,Congo,Freedonia,,TIV,1,,,,\n"
                     "2020,Lilliput rebels*,Freedonia League**,,TIV,1,,,,\n");
    CHECK_STRING(f.err.text, "");
    if (f.data) {
        arms_flow first = arms_dataset_flow(f.data, 0),
                  second = arms_dataset_flow(f.data, 1);
        CHECK_COUNT(first.exporter, arms_entity_by_code("COG"));
        CHECK_COUNT(arms_dataset_party_kind(f.data, first.importer), ARMS_ENTITY_STATE);
        CHECK_COUNT(arms_dataset_party_kind(f.data, second.exporter), ARMS_ENTITY_GROUP);
        CHECK_COUNT(arms_dataset_party_kind(f.data, second.importer),
                    ARMS_ENTITY_ORGANISATION);
        check_round_trip(f.data, false);
    }
    fixture_free(&f);
}

/* The part of a text that begins with a line's start; "" where there is none. */
static const char *from_line(const char *text, const char *start)
{
    const char *found = text ? strstr(text, start) : NULL;
    return found ? found : "";
}

static void test_optional_columns(void)
{
    fixture f = fixture_load(ALL HEAD "2020,China,Pakistan,,TIV,1,1,1,,\n"
                                      "2021,China,India,,TIV,2,1.5,2.5,estimated,\n");
    arms_canonical written;
    arms_canonical_options options = {.selection.years = {2020, 2020}};
    char *text = extracted(&written, f.data, &options);
    CHECK_STRING(from_line(text, "year,"),
                 "year,exporter,importer,category,measure,value\n"
                 "2020,China,Pakistan,,TIV,1\n");
    free(text);
    options = (arms_canonical_options){.origins = true};
    text = extracted(&written, f.data, &options);
    CHECK_STRING(from_line(text, "year,"),
                 "year,exporter,importer,category,measure,value,low,high,flags,origin\n"
                 "2020,China,Pakistan,,TIV,1,1,1,,fixture.csv:3\n"
                 "2021,China,India,,TIV,2,1.5,2.5,estimated,fixture.csv:4\n");
    free(text);
    fixture_free(&f);
}

/* ---- parts of a file ---- */

typedef struct cut_row {
    const char *exporter, *importer, *category;
    arms_years years;
    const char *want; /* from the first "# covers:" or the header on */
} cut_row;

static void check_cut(const arms_dataset *data, const cut_row *row)
{
    arms_canonical written;
    arms_canonical_options options = {.selection.years = row->years};
    arms_selection *part = &options.selection;
    part->exporter = row->exporter ? fixture_party(data, row->exporter) : ARMS_ALL;
    part->importer = row->importer ? fixture_party(data, row->importer) : ARMS_ALL;
    part->category =
        row->category ? arms_dataset_find_category(data, arms_text_of(row->category)) : 0;
    char *text = extracted(&written, data, &options);
    CHECK_STRING(from_line(text, "# covers:"), row->want);
    free(text);
}

#define SHORT "year,exporter,importer,category,measure,value\n"

static void test_parts_cover_what_they_hold(void)
{
    static const cut_row rows[] = {
        {NULL,
         "Pakistan",
         NULL,
         {0},
         "# covers: exporters=*; importers=Pakistan; "
         "years=2019-2024; categories=*\n# covers: exporters=World; importers=Pakistan; "
         "years=2022-2023; categories=Ships\n" SHORT "2020,China,Pakistan,Ships,TIV,1\n"
         "2022,World,Pakistan,Ships,TIV,4\n"},
        {"World",
         NULL,
         NULL,
         {0},
         "# covers: exporters=World; importers=Pakistan|India; "
         "years=2022-2023; categories=Ships\n" SHORT "2022,World,Pakistan,Ships,TIV,4\n"},
        {"China",
         "India",
         NULL,
         {2023, 2030},
         "# covers: exporters=China; "
         "importers=India; years=2023-2024; categories=*\n" SHORT
         "2023,China,India,Aircraft,TIV,2\n"},
        {"China",
         NULL,
         "Ships",
         {2018, 2020},
         "# covers: exporters=China; importers=*; "
         "years=2019-2020; categories=Ships\n" SHORT "2020,China,Pakistan,Ships,TIV,1\n"},
        {"Fiji",
         "Chad",
         NULL,
         {2021, 2021},
         "# covers: exporters=Fiji; importers=Chad; "
         "years=2021-2021; categories=*\n" SHORT},
    };
    fixture f = fixture_load(
        ALL "# covers: exporters=World; importers=Pakistan|India; years=2022-2023; "
            "categories=Ships\n" SHORT "2020,China,Pakistan,Ships,TIV,1\n"
            "2022,World,Pakistan,Ships,TIV,4\n2023,China,India,Aircraft,TIV,2\n");
    CHECK_STRING(f.err.text, "");
    for (size_t i = 0; f.data && i < sizeof rows / sizeof *rows; i++)
        check_cut(f.data, &rows[i]);
    fixture_free(&f);
}

/* A part without rows says that there is nothing, and reads back so. */
static void test_nothing_is_an_answer(void)
{
    fixture f = fixture_load(ALL SHORT "2020,China,Pakistan,,million TIV,1\n");
    arms_canonical written;
    arms_canonical_options options = {.selection.importer = arms_entity_by_code("ISL")};
    char *text = extracted(&written, f.data, &options);
    CHECK_COUNT(written.rows, 0);
    fixture back = fixture_load(text);
    CHECK_STRING(back.err.text, "");
    if (back.data) {
        arms_entity_id iceland = arms_entity_by_code("ISL");
        CHECK_COUNT(arms_dataset_count(back.data), 0);
        CHECK(arms_dataset_covers(back.data, ARMS_ALL, iceland, 2020, 0));
        CHECK(!arms_dataset_covers(back.data, ARMS_ALL, ARMS_ALL, 2020, 0));
        CHECK(!arms_dataset_covers(back.data, ARMS_ALL, iceland, 2025, 0));
        same_about(back.data, f.data);
    }
    fixture_free(&back);
    fixture_free(&f);
    free(text);
}

static void check_undone(const char *text, const arms_selection *part, const char *why)
{
    arms_buffer out = {0};
    arms_error err = {0};
    arms_canonical written;
    fixture f = fixture_load(text);
    CHECK_STRING(f.err.text, "");
    arms_canonical_options options = {.selection = *part};
    if (f.data) {
        CHECK_ROW(!arms_canonical_csv(&out, &written, f.data, &options, &err), text);
        CHECK_COUNT(err.code, ARMS_DOMAIN);
        CHECK_HAS(err.text, why);
    }
    arms_buffer_free(&out);
    fixture_free(&f);
}

static void test_what_cannot_be_written(void)
{
    const arms_selection later = {.years = {2025, 2030}};
    arms_selection odd = {.exporter = (arms_party)(arms_entity_count() + 1)};
    check_undone(ALL SHORT "2020,China,Pakistan,,TIV,1\n", &later, "nothing is recorded");
    check_undone(SHORT "2020,China,Pakistan,,TIV,1\n",
                 &(arms_selection){.importer = arms_entity_by_code("IND")},
                 "nothing is recorded");
    check_undone(ALL SHORT "2020,a|b,Pakistan,,TIV,1\n", &odd, "a|b");
    check_undone(ALL SHORT "2020,a;b,Pakistan,,TIV,1\n", &odd, "a;b");
    check_undone(ALL SHORT "2020,\"a,\",Pakistan,,TIV,1\n", &odd, "a,");
    check_undone(ALL SHORT "2020,\"a\nb\",Pakistan,,TIV,1\n", &odd, "a\nb");
    check_undone(ALL SHORT "2020,\" a\",Pakistan,,TIV,1\n", &odd, " a");
    check_undone(ALL SHORT "2020,*,Pakistan,,TIV,1\n", &odd, "*");
}

/* ---- totals that are spread over years ---- */

#define SPREAD                                             \
    ALL HEAD "2020,China,India,,TIV,10,5,20,allocated,3\n" \
             "2021,China,India,,TIV,10,5,20,allocated,3\n" \
             "2023,China,India,,TIV,10,5,20,allocated,3\n" \
             "2021,China,India,,TIV,8,0,16,allocated,2\n"  \
             "2022,China,India,,TIV,8,0,16,allocated,2\n"

static void test_spread_totals(void)
{
    check_text(SPREAD);
}

/* Of the first total years are left out: its other rows know of how many they are a part,
 * and are not taken for rows of the second one. */
static void test_cut_totals(void)
{
    static const struct {
        arms_years years;
        const char *rows;
        uint32_t lines[3]; /* of the records */
    } cuts[] = {
        {{2021, 2022},
         "2021,China,India,,TIV,10,5,20,allocated,3,1\n"
         "2021,China,India,,TIV,8,0,16,allocated,2,2\n"
         "2022,China,India,,TIV,8,0,16,allocated,2,2\n",
         {0, 1, 1}},
        {{2021, 2021},
         "2021,China,India,,TIV,10,5,20,allocated,3,1\n"
         "2021,China,India,,TIV,8,0,16,allocated,2,2\n",
         {0, 1}},
        {{2023, 2024}, "2023,China,India,,TIV,10,5,20,allocated,3,1\n", {0}},
    };
    fixture f = fixture_load(SPREAD);
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        arms_canonical written;
        arms_canonical_options options = {.selection.years = cuts[i].years};
        char *text = extracted(&written, f.data, &options);
        const char *header = "measure,value,low,high,flags,parts,record\n";
        CHECK_STRING(from_line(text, header) + strlen(header), cuts[i].rows);
        fixture back = fixture_load(text);
        CHECK_STRING(back.err.text, "");
        uint32_t first = back.data ? arms_dataset_flow(back.data, 0).line : 0;
        for (size_t j = 0; back.data && j < arms_dataset_count(back.data); j++) {
            arms_flow flow = arms_dataset_flow(back.data, j);
            CHECK_COUNT(flow.line, first + cuts[i].lines[j]);
            CHECK_COUNT(flow.parts, flow.value < 9 ? 2 : 3);
        }
        fixture_free(&back);
        free(text);
    }
    fixture_free(&f);
}

/* More boxes than the lines among which the header is looked for. */
static void test_many_boxes(void)
{
    arms_buffer text = {0};
    for (arms_entity_id id = 1; id <= 200; id++)
        arms_buffer_print(&text,
                          "# covers: exporters=*; importers=%s; years=%u-2024; "
                          "categories=*\n",
                          arms_entity_get(id)->code, 1800u + id);
    arms_buffer_string(&text, SHORT "2020,China,Pakistan,,TIV,1\n");
    check_text(text.data);
    arms_buffer_free(&text);
}

const check_test report_extract_tests[] = {
    {"all that a file says", test_all_that_a_file_says},
    {"missing, nil, rounds to zero", test_cell_states},
    {"names of all kinds", test_names},
    {"formulas are text", test_formulas_are_text},
    {"all entities, by each publisher", test_all_entities},
    {"SIPRI's spellings", test_spellings_of_sipri},
    {"columns that are needed", test_optional_columns},
    {"a part covers what it holds", test_parts_cover_what_they_hold},
    {"nothing is an answer", test_nothing_is_an_answer},
    {"what cannot be written", test_what_cannot_be_written},
    {"totals spread over years", test_spread_totals},
    {"totals cut by years", test_cut_totals},
    {"many boxes", test_many_boxes},
    {NULL, NULL},
};
