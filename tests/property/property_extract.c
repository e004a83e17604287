/* Any dataset, whole or in part, reads back as the same. */
#include <armstrade/canonical_csv.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/unit/fixture.h"
#include "tests/unit/same.h"

enum { FILES = 400, ROWS = 30 };

/* Every field stands in quotes, so that this writer shares nothing with the one that is
 * tested. */
static void put_field(arms_buffer *out, const char *text, const char *after)
{
    arms_buffer_string(out, "\"");
    for (; *text; text++)
        arms_buffer_print(out, *text == '"' ? "\"\"" : "%c", *text);
    arms_buffer_print(out, "\"%s", after);
}

static const char *const parties[] = {
    "China", "842", "Congo, DR",        "World", "Lilliput*", "=1+1", "'-x",  "a \"b\"",
    "c;d|e", " f ", "unknown supplier", "@g\nh", "Türkiye",   "TUR",  "Oz**", "\tTab\t"};
static const char *const categories[] = {"", "Ships", "Guns, \"all\"", "+9301", "*"};
static const char *const flags[] = {"", "estimated", "second-hand;licensed", "allocated"};

#define PICK(list) (list)[random_below(sizeof(list) / sizeof *(list))]

static void put_number(arms_buffer *out, double number)
{
    char digits[ARMS_NUMBER_SIZE];
    arms_buffer_print(out, "%s,", arms_number_print(digits, number));
}

static void put_figure(arms_buffer *out)
{
    double value = random_below(4) ? random_unit() * pow(10, (double)random_below(9)) : 0;
    double low = random_below(2) ? value : value * random_unit();
    double high = random_below(2) ? value : value + random_unit();
    if (random_below(8) == 0) {
        arms_buffer_string(out, ",,,");
        return;
    }
    put_number(out, value < 1e-5 ? 0 : value);
    put_number(out, low < 1e-5 ? 0 : low);
    put_number(out, high < 1e-5 ? 0.5 : high);
}

/* One row, or the rows of one total. */
static void put_record(arms_buffer *out)
{
    const char *exporter = PICK(parties), *importer = PICK(parties);
    const char *category = PICK(categories), *mark = PICK(flags);
    size_t parts = random_below(4) ? 1 : 1 + random_below(4);
    int year = 2010 + (int)random_below(10);
    arms_buffer figure = {0};
    put_figure(&figure);
    for (size_t i = 0; i < parts; i++) {
        arms_buffer_print(out, "%d,", year + (int)i);
        put_field(out, exporter, ",");
        put_field(out, importer, ",");
        put_field(out, category, ",million TIV,");
        arms_buffer_print(out, "%s%s,%zu\n", figure.data, parts > 1 ? "allocated" : mark,
                          parts);
    }
    arms_buffer_free(&figure);
}

static void put_box(arms_buffer *out)
{
    static const char *const sides[] = {"*", "World", "China|Türkiye|Lilliput*", "COG"};
    static const char *const kinds[] = {"*", "Ships", "Guns, \"all\""};
    int first = 2008 + (int)random_below(8);
    arms_buffer_print(out, "# covers: exporters=%s; importers=%s; ", PICK(sides),
                      PICK(sides));
    arms_buffer_print(out, "years=%d-%d; categories=%s\n", first,
                      first + (int)random_below(9), PICK(kinds));
}

static fixture make_file(void)
{
    static const char *const publishers[] = {"", "# publisher: SIPRI\n",
                                             "# publisher: UN Comtrade\n"};
    static const char *const reporters[] = {"", "# reported-by: importers\n",
                                            "# reported-by: exporters\n"};
    arms_buffer text = {0};
    arms_buffer_print(&text, "# source: Invented\n%s%s%s", PICK(publishers),
                      PICK(reporters), random_below(2) ? "# release: 2023-03\n" : "");
    for (size_t i = random_below(4); i > 0; i--)
        put_box(&text);
    arms_buffer_string(
        &text, "year,exporter,importer,category,measure,value,low,high,flags,parts\n");
    for (size_t i = 1 + random_below(ROWS); i > 0; i--)
        put_record(&text);
    fixture f = fixture_load(text.data);
    CHECK_STRING(f.err.text, "");
    arms_buffer_free(&text);
    return f;
}

static fixture extracted(const arms_dataset *data, const arms_canonical_options *options)
{
    arms_buffer text = {0};
    arms_canonical written;
    fixture back = {0};
    if (arms_canonical_csv(&text, &written, data, options, &back.err)) {
        back = fixture_load(text.data);
        CHECK_STRING(back.err.text, "");
    }
    arms_buffer_free(&text);
    return back;
}

static void test_files_read_back(void)
{
    for (int i = 0; i < FILES; i++) {
        arms_canonical_options options = {.raw = random_below(2),
                                          .origins = random_below(2)};
        fixture f = make_file();
        fixture back = {0};
        if (f.data)
            back = extracted(f.data, &options);
        bool good = CHECK(back.data != NULL) && same_datasets(back.data, f.data);
        fixture_free(&back);
        fixture_free(&f);
        if (!good)
            return;
    }
}

static bool selected(const arms_selection *part, const arms_flow *flow)
{
    bool exporter = part->exporter == ARMS_ALL || part->exporter == flow->exporter;
    bool importer = part->importer == ARMS_ALL || part->importer == flow->importer;
    bool category = part->category == 0 || part->category == flow->category;
    bool year = part->years.first == 0 ||
                (flow->year >= part->years.first && flow->year <= part->years.last);
    return exporter && importer && category && year;
}

/* Something that occurs in the file, so that most parts hold something. */
static arms_selection any_part(const arms_dataset *data)
{
    arms_flow flow = arms_dataset_flow(data, random_below(arms_dataset_count(data)));
    arms_selection part = {0};
    if (random_below(2))
        part.importer = flow.importer;
    if (random_below(3) == 0)
        part.exporter = flow.exporter;
    if (random_below(3) == 0)
        part.category = flow.category;
    if (random_below(2))
        part.years = (arms_years){flow.year - (int)random_below(3),
                                  flow.year + (int)random_below(3)};
    return part;
}

/* The same name in both: numbers differ. */
static bool same_name(const arms_dataset *a, const arms_dataset *b, arms_party x,
                      arms_party y)
{
    return CHECK_STRING(arms_dataset_party_name(a, x), arms_dataset_party_name(b, y));
}

/* The rows of a part are the selected ones, in their order. */
static bool same_rows(const arms_dataset *part, const arms_dataset *whole,
                      const arms_selection *selection)
{
    size_t next = 0;
    bool same = true;
    for (size_t i = 0; same && i < arms_dataset_count(whole); i++) {
        arms_flow flow = arms_dataset_flow(whole, i);
        if (!selected(selection, &flow))
            continue;
        if (!CHECK(next < arms_dataset_count(part)))
            return false;
        arms_flow got = arms_dataset_flow(part, next++);
        same = CHECK_COUNT(got.year, flow.year) && CHECK_COUNT(got.flags, flow.flags) &&
               CHECK_COUNT(got.parts, flow.parts) &&
               CHECK(isnan(flow.value) ? isnan(got.value)
                                       : check_same(got.value, flow.value)) &&
               same_name(part, whole, got.exporter, flow.exporter) &&
               same_name(part, whole, got.importer, flow.importer);
    }
    return same && CHECK_COUNT(arms_dataset_count(part), next);
}

/* A party or category of the whole in the numbers of the part; false where it does not
 * occur there. */
static bool in_part(arms_party *out, const arms_dataset *part, const arms_dataset *whole,
                    arms_party party)
{
    *out = party;
    return party <= arms_entity_count() ||
           arms_dataset_find(out, part,
                             arms_text_of(arms_dataset_party_name(whole, party)), NULL);
}

/* A pair and year is covered by the part exactly if it is selected and the whole covers
 * it. */
static bool same_coverage(const arms_dataset *part, const arms_dataset *whole,
                          const arms_selection *selection)
{
    bool same = true;
    for (int n = 0; same && n < 40; n++) {
        size_t count = arms_dataset_count(whole);
        arms_flow flow = arms_dataset_flow(whole, random_below(count));
        arms_flow other = arms_dataset_flow(whole, random_below(count));
        flow.importer = other.importer;
        flow.year = 2005 + (int)random_below(20);
        flow.category = selection->category;
        arms_party exporter, importer;
        if (!in_part(&exporter, part, whole, flow.exporter) ||
            !in_part(&importer, part, whole, flow.importer))
            continue;
        bool want = selected(selection, &flow) &&
                    arms_dataset_covers(whole, flow.exporter, flow.importer, flow.year,
                                        flow.category);
        const char *name = arms_dataset_category(whole, flow.category);
        uint32_t category =
            flow.category ? arms_dataset_find_category(part, arms_text_of(name)) : 0;
        if (flow.category && !category)
            continue;
        same = CHECK(arms_dataset_covers(part, exporter, importer, flow.year, category) ==
                     want);
    }
    return same;
}

static void test_parts_read_back(void)
{
    size_t tried = 0;
    for (int i = 0; i < FILES; i++) {
        fixture f = make_file();
        if (!f.data)
            return;
        arms_canonical_options options = {.selection = any_part(f.data)};
        fixture back = extracted(f.data, &options);
        bool good = true;
        if (back.data)
            good = same_about(back.data, f.data) &&
                   same_rows(back.data, f.data, &options.selection) &&
                   same_coverage(back.data, f.data, &options.selection);
        else /* a name that no "# covers:" line can carry */
            good = CHECK_COUNT(back.err.code, ARMS_DOMAIN) &&
                   CHECK_HAS(back.err.text, "cannot stand");
        tried += back.data != NULL;
        fixture_free(&back);
        fixture_free(&f);
        if (!good)
            return;
    }
    CHECK(tried > FILES / 2);
}

const check_test property_extract_tests[] = {
    {"files read back", test_files_read_back},
    {"parts read back", test_parts_read_back},
    {NULL, NULL},
};
