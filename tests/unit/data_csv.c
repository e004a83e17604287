/* Records of a CSV text. A record is written down as "line:[a|b]" and compared whole. */
#include "data/csv_reader.h"

#include <stdlib.h>
#include <string.h>

#include "tests/unit/check.h"

typedef struct listing {
    arms_buffer text;
    size_t records, stop_at;
} listing;

static bool list_record(void *context, const csv_record *record, arms_error *err)
{
    listing *out = context;
    if (++out->records == out->stop_at)
        return arms_fail(err, ARMS_DOMAIN, "stopped");
    arms_buffer_print(&out->text, "%zu:[", record->line);
    for (size_t i = 0; i < record->count; i++) {
        arms_buffer_string(&out->text, i > 0 ? "|" : "");
        arms_buffer_text(&out->text, record->fields[i]);
    }
    arms_buffer_string(&out->text, "]");
    return true;
}

static bool list(listing *out, const char *text, char delimiter, arms_error *err)
{
    csv_source source = {arms_text_of(text), "list.csv", 1, delimiter, CSV_LANE_ANY};
    *out = (listing){0};
    return csv_read(&source, list_record, out, err);
}

static void check_records(const char *text, const char *want)
{
    listing out;
    arms_error err = {0};
    CHECK_ROW(list(&out, text, ',', &err), text);
    CHECK_STRING(out.text.data ? out.text.data : "", want);
    arms_buffer_free(&out.text);
}

static void check_fault(const char *text, size_t line, const char *word)
{
    listing out;
    arms_error err = {0};
    CHECK_ROW(!list(&out, text, ',', &err), text);
    CHECK_COUNT(err.code, ARMS_PARSE);
    CHECK_COUNT(err.line, line);
    CHECK_STRING(err.file, "list.csv");
    CHECK_HAS(err.text, word);
    arms_buffer_free(&out.text);
}

static void test_fields(void)
{
    check_records("", "");
    check_records("a", "1:[a]");
    check_records("a,b\n", "1:[a|b]");
    check_records(",", "1:[|]");
    check_records("a,", "1:[a|]");
    check_records("a,b,\n", "1:[a|b|]"); /* a trailing field is there */
    check_records(",,\n", "1:[||]");
}

static void test_quoted_fields(void)
{
    check_records("\"\"", "1:[]");
    check_records("\"\",\"\"\n", "1:[|]");
    check_records("\"a,b\",\"c\"\"d\"\n", "1:[a,b|c\"d]");
    check_records("  a b\t, c \n", "1:[a b|c]"); /* blanks around are dropped */
    check_records(" \" a \" ,b", "1:[ a |b]");   /* but not those inside quotes */
    check_records("a;b\n", "1:[a;b]");
    check_records("\x1A\n", "1:[\x1A]");
    check_records("Türkiye,\xFF\n", "1:[Türkiye|\xFF]");
}

static void test_line_ends(void)
{
    check_records("a\nb\n", "1:[a]2:[b]");
    check_records("a\r\nb\r\n", "1:[a]2:[b]");
    check_records("a\rb\r", "1:[a]2:[b]");
    check_records("a\nb\r\nc\rd", "1:[a]2:[b]3:[c]4:[d]");
    check_records("\n\n  \n\t\na\n\n,\n", "5:[a]7:[|]"); /* blank lines are counted */
    check_records("\r\n\r\na", "3:[a]");
    check_records("a\n\r\nb", "1:[a]3:[b]");
}

/* A record's line is where it begins, whatever its fields contain. */
static void test_lines_inside_quotes(void)
{
    check_records("\"a\nb\",c\nd\n", "1:[a\nb|c]3:[d]");
    check_records("\"a\r\nb\"\r\nd", "1:[a\r\nb]3:[d]");
    check_records("\"a\rb\"\rd", "1:[a\rb]3:[d]");
    check_records("\"\n\n\n\"\nd", "1:[\n\n\n]5:[d]");
    check_records("x,\"a\n\"\"b\"\"\n\"\nd", "1:[x|a\n\"b\"\n]4:[d]");
}

static void test_quotes_in_plain_fields(void)
{
    check_records("5\" gun,a\n", "1:[5\" gun|a]");
    check_records("a \"b\" c\nd\n", "1:[a \"b\" c]2:[d]");
    check_records("a\"\nb\n", "1:[a\"]2:[b]");
    check_records("a\",b\"\n", "1:[a\"|b\"]");
}

static void test_faults(void)
{
    check_fault("\"a\"b,c\n", 1, "after a closing quote");
    check_fault("a\n\"b\" c\nd\n", 2, "after a closing quote");
    check_fault("a\n\"b\nb\"x\nd\n", 3, "after a closing quote");
    check_fault("\"a\" \"b\"\n", 1, "after a closing quote");
}

static void test_unclosed_quotes(void)
{
    check_fault("\"", 1, "never closed");
    check_fault("\"\"\"", 1, "never closed");
    check_fault("a\nb,\"c\nd\ne\n", 2, "never closed");
    check_fault("\n\nx,\"\n\n\n\n", 3, "never closed");
}

/* Records before a fault are handed over; nothing after it is. */
static void test_stops(void)
{
    listing out;
    arms_error err = {0};
    CHECK(!list(&out, "a\nb\n\"c\"d\ne\n", ',', &err));
    CHECK_STRING(out.text.data, "1:[a]2:[b]");
    arms_buffer_free(&out.text);
    csv_source source = {arms_text_of("a\nb\nc\n"), "list.csv", 1, ',', CSV_LANE_ANY};
    out = (listing){.stop_at = 2};
    CHECK(!csv_read(&source, list_record, &out, &err));
    CHECK_COUNT(out.records, 2);
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    arms_buffer_free(&out.text);
}

static void test_first_line_and_delimiters(void)
{
    listing out = {0};
    csv_source source = {arms_text_of("a\nb"), "list.csv", 12, ',', CSV_LANE_ANY};
    CHECK(csv_read(&source, list_record, &out, NULL));
    CHECK_STRING(out.text.data, "12:[a]13:[b]");
    arms_buffer_free(&out.text);
    CHECK(list(&out, "a;b,c;\"d;e\"\n", ';', NULL));
    CHECK_STRING(out.text.data, "1:[a|b,c|d;e]");
    arms_buffer_free(&out.text);
    CHECK(list(&out, "a\t\tb c\t\n", '\t', NULL));
    CHECK_STRING(out.text.data, "1:[a||b c|]");
    arms_buffer_free(&out.text);
}

typedef struct sizes {
    size_t records, fields, longest;
} sizes;

static bool measure(void *context, const csv_record *record, arms_error *err)
{
    sizes *out = context;
    (void)err;
    out->records++;
    out->fields = record->count;
    out->longest = record->fields[0].len;
    return true;
}

/* One field of `length` bytes in line 2, quoted or not. */
static bool read_field(sizes *out, size_t length, bool quoted, arms_error *err)
{
    arms_buffer text = {0};
    arms_buffer_string(&text, quoted ? "head\n\"" : "head\n");
    arms_buffer_fill(&text, 'x', length);
    arms_buffer_string(&text, quoted ? "\"\n" : "\n");
    csv_source source = {{text.data, text.len}, "list.csv", 1, ',', CSV_LANE_ANY};
    *out = (sizes){0};
    bool done = csv_read(&source, measure, out, err);
    arms_buffer_free(&text);
    return done;
}

static void test_longest_field(void)
{
    for (int quoted = 0; quoted < 2; quoted++) {
        sizes out;
        arms_error err = {0};
        CHECK(read_field(&out, CSV_MAX_FIELD - 1, quoted, &err));
        CHECK_COUNT(out.longest, CSV_MAX_FIELD - 1);
        CHECK(read_field(&out, CSV_MAX_FIELD, quoted, &err));
        CHECK_COUNT(out.longest, CSV_MAX_FIELD);
        CHECK(!read_field(&out, CSV_MAX_FIELD + 1, quoted, &err));
        CHECK_COUNT(err.code, ARMS_LIMIT);
        CHECK_COUNT(err.line, 2);
        CHECK_COUNT(out.records, 1);
    }
}

static bool read_columns(sizes *out, size_t fields, arms_error *err)
{
    arms_buffer text = {0};
    arms_buffer_string(&text, "head\n");
    arms_buffer_fill(&text, ',', fields - 1);
    arms_buffer_string(&text, "\n");
    csv_source source = {{text.data, text.len}, "list.csv", 1, ',', CSV_LANE_ANY};
    *out = (sizes){0};
    bool done = csv_read(&source, measure, out, err);
    arms_buffer_free(&text);
    return done;
}

static void test_most_fields(void)
{
    sizes out;
    arms_error err = {0};
    CHECK(read_columns(&out, CSV_MAX_FIELDS - 1, &err));
    CHECK_COUNT(out.fields, CSV_MAX_FIELDS - 1);
    CHECK(read_columns(&out, CSV_MAX_FIELDS, &err));
    CHECK_COUNT(out.fields, CSV_MAX_FIELDS);
    CHECK(!read_columns(&out, CSV_MAX_FIELDS + 1, &err));
    CHECK_COUNT(err.code, ARMS_LIMIT);
    CHECK_COUNT(err.line, 2);
    CHECK_COUNT(out.records, 1);
}

const check_test data_csv_tests[] = {
    {"fields", test_fields},
    {"quoted fields", test_quoted_fields},
    {"line ends", test_line_ends},
    {"lines inside quotes", test_lines_inside_quotes},
    {"quotes in plain fields", test_quotes_in_plain_fields},
    {"faults have their line", test_faults},
    {"unclosed quotes", test_unclosed_quotes},
    {"reading stops at a fault", test_stops},
    {"the first line, other delimiters", test_first_line_and_delimiters},
    {"the longest field", test_longest_field},
    {"the most fields", test_most_fields},
    {NULL, NULL},
};
