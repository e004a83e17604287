/* Any file can be looked at, and what is counted adds up. */
#include <armstrade/audit.h>
#include <armstrade/look.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/property/world.h"

enum { FILES = 400, BYTES = 400 };

static void make_register(arms_buffer *out)
{
    static const char *const parties[] = {"China", "Pakistan", "Turkiye", "Freedonia"};
    fixture_register(out,
                     "from All countries  to All countries . Deals with deliveries made "
                     "for the year range '2001' to '2025'",
                     "\n");
    fixture_register_header(out, "\n");
    for (size_t n = 1 + random_below(30); n > 0; n--)
        arms_buffer_print(out,
                          "%zu,%s,%s,X,gun,Ships,1999,Yes,2,No,%zu,Yes,New,1,1,%zu.5,"
                          "No%s\n",
                          n, parties[random_below(4)], parties[random_below(4)],
                          2001 + random_below(20), random_below(100),
                          random_below(9) ? "" : "\n");
}

static bool look_at(arms_look *out, const arms_buffer *text)
{
    arms_error err = {0};
    arms_load_options options = {.deals = true, .digest = true};
    arms_text bytes = {text->data, text->len};
    return arms_look_at(out, check_write("look.csv", bytes), &options, &err);
}

static size_t skipped(const arms_reading *reading)
{
    size_t count = 0;
    for (size_t i = 0; i < reading->skip_count; i++)
        count += reading->skips[i].count;
    return count;
}

/* In layouts that give one flow per record, each record gave one or was left out. */
static void check_records(const arms_look *look)
{
    arms_error err = {0};
    size_t taken;
    const arms_dataset *data = look->loaded.items[0];
    const arms_reading *reading = &arms_dataset_about(data)->reading;
    if (!CHECK(arms_audit_records(&taken, look->loaded.items, look->loaded.count, &err)))
        return;
    CHECK_COUNT(reading->records, look->reading.records);
    CHECK_COUNT(taken + skipped(reading), reading->records);
}

/* Each flow is in one state, in one year, and of two parties. */
static void check_flows(const arms_dataset *data)
{
    arms_arena arena = {0};
    arms_error err = {0};
    arms_audit_cells cells = arms_audit_count(data);
    arms_audit_year *years;
    arms_audit_party *parties;
    size_t flows = arms_dataset_count(data), count, sum = 0, exports = 0, imports = 0;
    CHECK_COUNT(cells.values + cells.nil + cells.rounded + cells.missing, flows);
    if (CHECK(arms_audit_years(&years, &count, &arena, data, &err)))
        for (size_t i = 0; i < count; i++)
            sum += years[i].flows;
    CHECK_COUNT(sum, flows);
    if (CHECK(arms_audit_parties(&parties, &count, &arena, data, &err)))
        for (size_t i = 0; i < count; i++) {
            exports += parties[i].exports;
            imports += parties[i].imports;
        }
    CHECK_COUNT(exports, flows);
    CHECK_COUNT(imports, flows);
    arms_arena_free(&arena);
}

static void test_counts(void)
{
    for (int i = 0; i < FILES; i++) {
        arms_buffer text = {0};
        arms_look look;
        make_register(&text);
        if (CHECK(look_at(&look, &text)) && CHECK_COUNT(look.loaded.count, 1)) {
            check_records(&look);
            check_flows(look.loaded.items[0]);
        }
        arms_look_free(&look);
        arms_buffer_free(&text);
    }
}

static void test_world(void)
{
    for (int i = 0; i < FILES / 4; i++) {
        world w;
        world_make(&w);
        fixture f = world_load(&w);
        if (CHECK(f.data != NULL))
            check_flows(f.data);
        fixture_free(&f);
    }
}

/* Values of a column are filled or empty, in each record that reaches it. */
static void check_columns(const arms_look *look)
{
    for (size_t i = 0; i < look->column_count; i++) {
        const arms_look_column *column = &look->columns[i];
        CHECK(column->filled + column->empty <= look->reading.records);
        CHECK(column->distinct <= column->filled);
        CHECK(column->odd <= column->filled);
    }
}

static void test_any_bytes(void)
{
    static const char bytes[] = "\",;\n\r\t|=0123abc\xC3\xA9\xFF 2020";
    for (int i = 0; i < 4 * FILES; i++) {
        arms_buffer text = {0};
        arms_look look;
        for (size_t n = random_below(BYTES); n > 0; n--)
            arms_buffer_fill(&text, bytes[random_below(sizeof bytes - 1)], 1);
        if (text.len > 0 && look_at(&look, &text)) {
            check_columns(&look);
            CHECK(look.column_count > 0);
            arms_look_free(&look);
        }
        arms_buffer_free(&text);
    }
}

const check_test property_look_tests[] = {
    {"look: records and flows add up", test_counts},
    {"look: flows of a random world add up", test_world},
    {"look: any bytes", test_any_bytes},
    {NULL, NULL},
};
