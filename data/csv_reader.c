/* Records of a CSV text: libcsv, guarded. The only file that includes it. In large texts
 * the fast lane splits the records that are plain, and libcsv the others.
 *
 * A scanner finds where each record ends and checks its quotes by libcsv's own rules
 * (blanks may stand around a quoted field); only then are its bytes given to libcsv, one
 * record at a time. So line numbers are true, and no quote can swallow the file. */
#include "data/csv_reader.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "data/fast_lane.h"

enum { BLOCK = 64 * 1024, LARGE = 64 * 1024 };

typedef struct reader {
    const csv_source *source;
    csv_handler *handler;
    void *context;
    arms_error *err;
    struct csv_parser parser;
    const char *at, *end; /* what has not been read yet */
    size_t line;          /* of `at` */
    bool quotes;          /* there is a quote somewhere */
    bool carriages;       /* there is a carriage return somewhere */
    const char *feed;     /* the next line feed, or the end, as it was last found */
    csv_record record;
    arms_text *fields;
    size_t capacity;   /* of `fields` */
    char *bytes;       /* the record's fields, one after the other */
    size_t used, room; /* of `bytes` */
    bool failed;       /* *err is filled */
    bool large;        /* the fast lane is tried */
    arms_text plain[FAST_FIELDS];
} reader;

static bool fail(reader *r, arms_code code, const char *what)
{
    r->failed = true;
    return arms_fail_at(r->err, code, r->source->file, r->line, "%s", what);
}

/* Past one line end, which may be two bytes. */
static void next_line(reader *r)
{
    bool pair = *r->at == '\r' && r->at + 1 < r->end && r->at[1] == '\n';
    r->at += pair ? 2 : 1;
    r->line++;
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static bool is_blank(const reader *r, char c)
{
    return (c == ' ' || c == '\t') && c != r->source->delimiter;
}

static bool ends_field(const reader *r)
{
    return r->at == r->end || *r->at == r->source->delimiter || is_line_end(*r->at);
}

static void skip_blanks(reader *r)
{
    while (r->at < r->end && is_blank(r, *r->at))
        r->at++;
}

/* From the opening quote to the end of the field. */
static bool scan_quoted(reader *r)
{
    size_t opened = r->line;
    r->at++;
    while (r->at < r->end) {
        bool quote = *r->at == '"';
        bool doubled = quote && r->at + 1 < r->end && r->at[1] == '"';
        if (quote && !doubled)
            break;
        if (is_line_end(*r->at))
            next_line(r);
        else
            r->at += doubled ? 2 : 1;
    }
    if (r->at == r->end) {
        r->line = opened;
        return fail(r, ARMS_PARSE,
                    "the quote that opens here is never closed; close it, "
                    "or double it if it is part of the text");
    }
    r->at++;
    skip_blanks(r);
    return ends_field(r) ||
           fail(r, ARMS_PARSE,
                "text stands after a closing quote; put the whole field in "
                "quotes and double the quotes inside");
}

static bool scan_field(reader *r)
{
    skip_blanks(r);
    if (r->at < r->end && *r->at == '"')
        return scan_quoted(r);
    while (!ends_field(r))
        r->at++;
    return true;
}

/* Without a quote in the whole text, a record is a line. The next line feed is looked for
 * once, not for each line before it: some files have none. */
static void scan_line(reader *r)
{
    if (!r->feed || r->feed < r->at) {
        const char *feed = memchr(r->at, '\n', (size_t)(r->end - r->at));
        r->feed = feed ? feed : r->end;
    }
    const char *stop = r->feed, *carriage = NULL;
    if (r->carriages)
        carriage = memchr(r->at, '\r', (size_t)(stop - r->at));
    r->at = carriage ? carriage : stop;
}

/* Over one record up to its line end. */
static bool scan_record(reader *r)
{
    if (!r->quotes) {
        scan_line(r);
        return true;
    }
    for (;;) {
        if (!scan_field(r))
            return false;
        if (r->at == r->end || is_line_end(*r->at))
            return true;
        r->at++;
    }
}

static bool add_field(reader *r, const void *bytes, size_t length)
{
    if (length > CSV_MAX_FIELD)
        return fail(r, ARMS_LIMIT, "a field is longer than 1 MiB, the most that is read");
    if (r->record.count == CSV_MAX_FIELDS)
        return fail(r, ARMS_LIMIT,
                    "a record has more than 10,000 fields, the most that "
                    "are read");
    if (r->record.count == r->capacity) {
        size_t capacity = r->capacity ? 2 * r->capacity : 64;
        arms_text *fields = realloc(r->fields, capacity * sizeof *fields);
        if (!fields)
            return !(r->failed = !arms_fail_memory(r->err));
        r->fields = fields;
        r->capacity = capacity;
    }
    char *copy = r->bytes + r->used;
    if (length > 0)
        memcpy(copy, bytes, length);
    r->used += length;
    r->fields[r->record.count++] = (arms_text){copy, length};
    return true;
}

static void on_field(void *bytes, size_t length, void *context)
{
    reader *r = context;
    if (!r->failed)
        (void)add_field(r, bytes, length);
}

static void on_row(int end, void *context)
{
    (void)end;
    reader *r = context;
    if (r->failed)
        return;
    r->record.fields = r->fields;
    r->failed = !r->handler(r->context, &r->record, r->err);
}

/* Fields are never longer than the record they stand in. */
static bool make_room(reader *r, size_t length)
{
    r->record.count = 0;
    r->used = 0;
    if (length < r->room)
        return true;
    size_t room = 2 * length + 256;
    char *bytes = realloc(r->bytes, room);
    if (!bytes)
        return !(r->failed = !arms_fail_memory(r->err));
    r->bytes = bytes;
    r->room = room;
    return true;
}

static bool parse_record(reader *r, const char *begin)
{
    size_t length = (size_t)(r->at - begin);
    if (!make_room(r, length))
        return false;
    size_t done = csv_parse(&r->parser, begin, length, on_field, on_row, r);
    if (!r->failed && done != length)
        return fail(r, ARMS_PARSE, csv_strerror(csv_error(&r->parser)));
    if (!r->failed && csv_fini(&r->parser, on_field, on_row, r) != 0)
        return fail(r, ARMS_PARSE, csv_strerror(csv_error(&r->parser)));
    return !r->failed;
}

/* Reads the record by the fast lane; false, at its begin, where libcsv must. */
static bool split_record(reader *r)
{
    const char *begin = r->at;
    csv_record *record = &r->record;
    scan_line(r);
    arms_text line = {begin, (size_t)(r->at - begin)};
    if (!fast_lane_split(r->plain, &record->count, line, r->source->delimiter,
                         CSV_MAX_FIELD)) {
        r->at = begin;
        return false;
    }
    record->fields = r->plain;
    r->failed = record->count > 0 && !r->handler(r->context, record, r->err);
    return true;
}

static bool read_record(reader *r)
{
    const char *begin = r->at;
    if (r->large && split_record(r))
        return !r->failed;
    return scan_record(r) && parse_record(r, begin);
}

static bool read_records(reader *r)
{
    while (r->at < r->end) {
        r->record.line = r->line;
        if (!read_record(r))
            return false;
        if (r->at < r->end)
            next_line(r);
    }
    return true;
}

bool csv_read(const csv_source *source, csv_handler *handler, void *context,
              arms_error *err)
{
    reader r = {.source = source,
                .handler = handler,
                .context = context,
                .err = err,
                .at = source->text.ptr,
                .end = source->text.ptr + source->text.len,
                .line = source->first_line};
    if (csv_init(&r.parser, 0) != 0)
        return arms_fail_memory(err);
    r.large = source->lane == CSV_LANE_FAST ||
              (source->lane == CSV_LANE_ANY && source->text.len >= LARGE);
    r.quotes = memchr(source->text.ptr, '"', source->text.len) != NULL;
    r.carriages = memchr(source->text.ptr, '\r', source->text.len) != NULL;
    csv_set_blk_size(&r.parser, BLOCK);
    csv_set_delim(&r.parser, (unsigned char)source->delimiter);
    bool done = read_records(&r);
    csv_free(&r.parser);
    free(r.fields);
    free(r.bytes);
    return done;
}
