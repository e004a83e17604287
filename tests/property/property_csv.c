/* The CSV reader against a second reader, written here without libcsv, on texts of the
 * few characters that matter. */
#include <string.h>

#include "data/csv_reader.h"
#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { TEXTS = 20000, LONGEST = 60 };

/* What a reader made of a text: records as "line:[a|b]", then "!line" for a fault. */
static void put_field(arms_buffer *out, arms_text field, bool first)
{
    arms_buffer_string(out, first ? "" : "|");
    arms_buffer_text(out, field);
}

/* The second reader. */
typedef struct plain {
    const char *at, *end;
    size_t line;
    arms_buffer record;
    size_t fields;
    bool blank; /* nothing but blanks so far */
} plain;

static bool at_line_end(const plain *p)
{
    return p->at == p->end || *p->at == '\n' || *p->at == '\r';
}

static void take_line_end(plain *p)
{
    if (p->at < p->end && *p->at == '\r' && p->end - p->at > 1 && p->at[1] == '\n')
        p->at++;
    p->line += p->at < p->end;
    p->at += p->at < p->end;
}

static void take_blanks(plain *p)
{
    while (p->at < p->end && (*p->at == ' ' || *p->at == '\t'))
        p->at++;
}

static void take_plain(plain *p)
{
    const char *begin = p->at;
    while (!at_line_end(p) && *p->at != ',')
        p->at++;
    const char *stop = p->at;
    while (stop > begin && (stop[-1] == ' ' || stop[-1] == '\t'))
        stop--;
    p->blank = p->blank && stop == begin && (at_line_end(p) || *p->at != ',');
    put_field(&p->record, (arms_text){begin, (size_t)(stop - begin)}, p->fields == 0);
}

/* Returns the line of a fault, or 0. */
static size_t take_quoted(plain *p)
{
    size_t opened = p->line;
    arms_buffer field = {0};
    bool closed = false;
    p->blank = false;
    for (p->at++; p->at < p->end && !closed;) {
        const char *from = p->at;
        if (*p->at == '"' && p->end - p->at > 1 && p->at[1] == '"')
            from = ++p->at, p->at++;
        else if (*p->at == '\n' || *p->at == '\r')
            take_line_end(p);
        else
            closed = *p->at++ == '"';
        if (!closed)
            arms_buffer_text(&field, (arms_text){from, (size_t)(p->at - from)});
    }
    put_field(&p->record, (arms_text){field.data ? field.data : "", field.len},
              p->fields == 0);
    arms_buffer_free(&field);
    if (!closed)
        return opened;
    take_blanks(p);
    return at_line_end(p) || *p->at == ',' ? 0 : p->line;
}

/* One record; returns the line of a fault, or 0. */
static size_t take_record(plain *p, arms_buffer *out)
{
    size_t begin = p->line, fault = 0;
    bool more = true;
    p->record.len = p->fields = 0;
    for (p->blank = true; more && !fault; p->fields++) {
        take_blanks(p);
        if (p->at < p->end && *p->at == '"')
            fault = take_quoted(p);
        else
            take_plain(p);
        more = !fault && !at_line_end(p);
        p->at += more;
    }
    if (!fault && !p->blank)
        arms_buffer_print(out, "%zu:[%s]", begin, p->record.data);
    take_line_end(p);
    return fault;
}

static void read_plainly(arms_buffer *out, arms_text text)
{
    plain p = {.at = text.ptr, .end = text.ptr + text.len, .line = 1};
    size_t fault = 0;
    while (p.at < p.end && !fault)
        fault = take_record(&p, out);
    if (fault)
        arms_buffer_print(out, "!%zu", fault);
    arms_buffer_free(&p.record);
}

static bool list_record(void *context, const csv_record *record, arms_error *err)
{
    arms_buffer *out = context;
    (void)err;
    arms_buffer_print(out, "%zu:[", record->line);
    for (size_t i = 0; i < record->count; i++)
        put_field(out, record->fields[i], i == 0);
    arms_buffer_string(out, "]");
    return true;
}

static void read_by(arms_buffer *out, arms_text text, csv_lane lane)
{
    csv_source source = {text, "random.csv", 1, ',', lane};
    arms_error err = {0};
    if (!csv_read(&source, list_record, out, &err))
        arms_buffer_print(out, "!%zu", err.line);
}

static csv_lane random_lane(void)
{
    return random_below(2) ? CSV_LANE_REFERENCE : CSV_LANE_FAST;
}

static const char *read_text(const arms_buffer *read)
{
    return read->data ? read->data : "";
}

/* libcsv and the fast lane, each as the second reader. */
static bool same_reading(arms_text text)
{
    arms_buffer mine = {0}, theirs = {0}, fast = {0};
    read_plainly(&mine, text);
    read_by(&theirs, text, CSV_LANE_REFERENCE);
    read_by(&fast, text, CSV_LANE_FAST);
    bool same = CHECK_STRING(read_text(&theirs), read_text(&mine)) &&
                CHECK_STRING(read_text(&fast), read_text(&mine));
    if (!same)
        CHECK_STRING(text.ptr, "");
    arms_buffer_free(&fast);
    arms_buffer_free(&mine);
    arms_buffer_free(&theirs);
    return same;
}

static void test_against_a_second_reader(void)
{
    static const char alphabet[] = "aab,,\"\"\n\r \t";
    char text[LONGEST + 1];
    bool same = true;
    for (int i = 0; i < TEXTS && same; i++) {
        size_t length = random_below(LONGEST);
        for (size_t j = 0; j < length; j++)
            text[j] = alphabet[random_below(sizeof alphabet - 1)];
        text[length] = '\0';
        same = same_reading((arms_text){text, length});
    }
}

/* A field as a writer would write it: quoted where it must be, or for no reason. */
static void write_field(arms_buffer *text, const char *field)
{
    bool quotes =
        field[0] == '\0' || strpbrk(field, ",\"\r\n \t") || random_below(4) == 0;
    arms_buffer_string(text, quotes ? "\"" : "");
    for (const char *c = field; *c; c++)
        arms_buffer_print(text, *c == '"' ? "\"\"" : "%c", *c);
    arms_buffer_string(text, quotes ? "\"" : "");
}

/* One record of random fields, as text and as it must come back. */
static void write_record(arms_buffer *text, arms_buffer *want, size_t *line)
{
    static const char *const fields[] = {"",  "a",    "b,c",  "say \"x\"", " blank ",
                                         "é", "x\ny", "\r\n", "\"",        "1,234.5"};
    static const char *const ends[] = {"\n", "\r\n", "\r", "\n\n", "\r\n \t\r\n"};
    static const size_t lines[] = {1, 1, 1, 2, 2};
    size_t count = 1 + random_below(5), end = random_below(5);
    arms_buffer_print(want, "%zu:[", *line);
    for (size_t i = 0; i < count; i++) {
        const char *field = fields[random_below(sizeof fields / sizeof *fields)];
        arms_buffer_string(text, i > 0 ? "," : "");
        write_field(text, field);
        put_field(want, arms_text_of(field), i == 0);
        *line += strchr(field, '\n') != NULL;
    }
    arms_buffer_string(text, ends[end]);
    arms_buffer_string(want, "]");
    *line += lines[end];
}

/* What was written comes back, field by field, with its line. */
static void test_written_fields_come_back(void)
{
    bool same = true;
    for (int i = 0; i < TEXTS / 10 && same; i++) {
        arms_buffer text = {0}, want = {0}, got = {0};
        size_t line = 1, records = 1 + random_below(6);
        for (size_t j = 0; j < records; j++)
            write_record(&text, &want, &line);
        read_by(&got, (arms_text){text.data, text.len}, random_lane());
        same = CHECK_STRING(got.data, want.data);
        arms_buffer_free(&text);
        arms_buffer_free(&want);
        arms_buffer_free(&got);
    }
}

/* Any bytes at all are read or refused. */
static void test_random_bytes(void)
{
    char bytes[200];
    size_t faults = 0;
    for (int i = 0; i < TEXTS; i++) {
        arms_buffer out = {0};
        size_t length = random_below(sizeof bytes);
        for (size_t j = 0; j < length; j++)
            bytes[j] = random_below(3) ? (char)random_bits() : "\",\n\r"[random_below(4)];
        read_by(&out, (arms_text){bytes, length}, random_lane());
        faults += out.data && memchr(out.data, '!', out.len) != NULL;
        arms_buffer_free(&out);
    }
    CHECK(faults > 0 && faults < TEXTS);
}

const check_test property_csv_tests[] = {
    {"as a second reader", test_against_a_second_reader},
    {"what was written comes back", test_written_fields_come_back},
    {"random bytes", test_random_bytes},
    {NULL, NULL},
};
