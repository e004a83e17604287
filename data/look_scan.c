/* How a text is built as CSV, guessed from its records: the delimiter, the number of
 * fields, and where the header stands.
 *
 * Among the delimiters that are in use, the one is taken with which the records fit best:
 * the part of the records that have the commonest number of fields (two or more), times
 * the part of these fields that say something. So commas win over the semicolons that a
 * spreadsheet hung onto every line, and semicolons over the commas in decimals. */
#include "data/look_scan.h"

#include <stdint.h>
#include <string.h>

#include <armstrade/number.h>

enum { SAMPLE = 300, WIDTHS = CSV_MAX_FIELDS + 1, RARE = 5 };

/* Records by their number of fields. */
typedef struct survey {
    size_t counts[WIDTHS];
    size_t filled[WIDTHS]; /* fields that say something */
    size_t reach[WIDTHS];  /* the last one of them, counted from 1 */
    size_t records, most;
} survey;

static bool count_record(void *context, const csv_record *record, arms_error *err)
{
    survey *s = context;
    (void)err;
    size_t reach = 0;
    for (size_t i = 0; i < record->count; i++) {
        bool filled = record->fields[i].len > 0;
        s->filled[record->count] += filled;
        reach = filled ? i + 1 : reach;
    }
    s->counts[record->count]++;
    if (reach > s->reach[record->count])
        s->reach[record->count] = reach;
    return ++s->records < s->most;
}

/* The commonest number of fields, the larger of equals; 1 where others are rare. */
static size_t commonest(const survey *s)
{
    size_t best = 1;
    for (size_t i = 2; i < WIDTHS; i++)
        if (s->counts[i] > 0 && (best == 1 || s->counts[i] >= s->counts[best]))
            best = i;
    return s->counts[best] * RARE >= s->records ? best : 1;
}

static double fit(const survey *s)
{
    size_t width = commonest(s);
    return width > 1 ? (double)s->filled[width] / (double)(s->records * width) : 0;
}

/* A spreadsheet's line "sep=;" tells. */
static char told(arms_text text)
{
    bool line =
        arms_text_starts(text, "sep=") && text.len > 5 && memchr("\r\n", text.ptr[5], 2);
    return line ? text.ptr[4] : '\0';
}

static double try_delimiter(survey *s, arms_text text, char delimiter)
{
    csv_source source = {text, "", 1, delimiter, CSV_LANE_ANY};
    arms_error ignored;
    memset(s, 0, sizeof *s);
    s->most = SAMPLE;
    (void)csv_read(&source, count_record, s, &ignored);
    return fit(s);
}

static char best_delimiter(survey *s, arms_text text)
{
    static const char delimiters[] = "\t;|,";
    double best = 0.01;
    char found = ',';
    for (const char *d = delimiters; *d; d++) {
        double score = try_delimiter(s, text, *d);
        if (score > best + 1e-9) {
            best = score;
            found = *d;
        }
    }
    return found;
}

bool look_delimiter(char *out, arms_text text, arms_error *err)
{
    arms_arena scratch = {0};
    survey *s = arms_alloc(&scratch, 1, sizeof *s, err);
    *out = told(text);
    if (s && (*out == '\0' || *out == '"'))
        *out = best_delimiter(s, text);
    arms_arena_free(&scratch);
    return s != NULL;
}

/* Names of columns are words, or years that ascend; data hold other numbers. */
static bool is_header(const csv_record *record)
{
    arms_decimal number;
    arms_error ignored;
    int last = 0, years = 0, year;
    for (size_t i = 0; i < record->count; i++) {
        arms_text cell = record->fields[i];
        bool dated = arms_year_parse(&year, cell, &ignored);
        if (dated && year <= last)
            return false;
        if (!dated && arms_decimal_parse(&number, cell, &ignored))
            return false;
        years += dated;
        last = dated ? year : last;
    }
    return years != 1;
}

typedef struct search {
    look_shape *shape;
    size_t fields, needed; /* of all fields, and of those that say something */
} search;

static bool find_first(void *context, const csv_record *record, arms_error *err)
{
    search *s = context;
    (void)err;
    size_t filled = 0;
    for (size_t i = 0; i < record->count; i++)
        filled += record->fields[i].len > 0;
    /* R writes the numbers of rows without a name above them. */
    bool nameless = record->count > 2 && record->count + 1 == s->fields &&
                    filled == record->count && is_header(record);
    if (!nameless && (record->count < s->fields || filled < s->needed))
        return true;
    s->shape->line = record->line;
    s->shape->header = is_header(record);
    return false;
}

static void find_line(look_shape *shape, const csv_source *source)
{
    arms_error ignored;
    search s = {shape, shape->width, (shape->width + 1) / 2};
    if (shape->width > 1 && s.needed < 2)
        s.needed = 2;
    (void)csv_read(source, find_first, &s, &ignored);
    s.fields = s.needed = 1;
    if (shape->line == 0)
        (void)csv_read(source, find_first, &s, &ignored);
}

/* Where the CSV breaks off, what stands before it counts. */
static bool survey_all(survey *s, const csv_source *source, arms_error *err)
{
    arms_error why;
    s->most = SIZE_MAX;
    return csv_read(source, count_record, s, &why) || s->records > 0 ||
           arms_fail_at(err, why.code, source->file, why.line, "%s", why.text);
}

bool look_shape_of(look_shape *out, const csv_source *source, arms_error *err)
{
    arms_arena scratch = {0};
    survey *s = arms_alloc(&scratch, 1, sizeof *s, err);
    *out = (look_shape){0};
    bool done = s != NULL && survey_all(s, source, err);
    if (done) {
        size_t width = commonest(s);
        out->width = s->reach[width] > 0 ? s->reach[width] : 1;
        find_line(out, source);
    }
    arms_arena_free(&scratch);
    return done;
}
