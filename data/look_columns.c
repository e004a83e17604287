/* What stands in the columns of a CSV text, and which records are of another width.
 *
 * A value is a year (1800 to 2199), another number, a number with a decimal comma, or a
 * text. A column is what at least nine tenths of its values are; a column of texts is one
 * of countries where the reference table knows four fifths of the different ones. */
#include <math.h>
#include <string.h>

#include <armstrade/number.h>

#include "data/intern.h"
#include "data/look_scan.h"

typedef enum value_kind { YEAR, NUMBER, COMMA, TEXT, VALUE_KINDS } value_kind;

enum { NAMES_TRIED = 200, LONGEST_NAME = 100, KEPT = 200 };

/* Values of one kind in one column. */
typedef struct tally {
    size_t count, line;
    const char *first;
    double least, most; /* of numbers */
} tally;

typedef struct column {
    tally kinds[VALUE_KINDS];
    intern_table values;
    size_t tried, known; /* different texts that were looked up, and found */
} column;

typedef struct scan {
    arms_look *look;
    const look_shape *shape;
    arms_arena scratch;
    column *columns;
    arms_look_width *others; /* by their number of fields */
    bool begun;
} scan;

static char other_mark(char c)
{
    if (c == ',')
        return '.';
    return c == '.' ? ',' : c;
}

/* "1.234,5" as "1,234.5"; false where it does not fit. */
static bool swapped(char out[ARMS_NUMBER_SIZE], arms_text text)
{
    if (text.len >= ARMS_NUMBER_SIZE)
        return false;
    for (size_t i = 0; i < text.len; i++)
        out[i] = other_mark(text.ptr[i]);
    out[text.len] = '\0';
    return true;
}

static value_kind kind_of(double *value, arms_text text)
{
    char other[ARMS_NUMBER_SIZE];
    arms_decimal number;
    arms_error ignored;
    int year;
    value_kind kind = TEXT;
    *value = NAN;
    if (arms_year_parse(&year, text, &ignored))
        kind = YEAR;
    else if (arms_decimal_parse(&number, text, &ignored))
        kind = NUMBER;
    else if (swapped(other, text) &&
             arms_decimal_parse(&number, arms_text_of(other), &ignored))
        kind = COMMA;
    if (kind == YEAR)
        *value = year;
    else if (kind != TEXT)
        *value = arms_decimal_value(number);
    return kind;
}

/* The beginning of a value, in the look's own memory. */
static const char *keep(scan *s, arms_text text, arms_error *err)
{
    size_t len = text.len < KEPT ? text.len : KEPT;
    while (len < text.len && len > 0 && ((unsigned char)text.ptr[len] & 0xC0) == 0x80)
        len--;
    return arms_copy(&s->look->arena, text.ptr, len, err);
}

static bool look_up(column *c, arms_text text, arms_error *err)
{
    arms_entity_id found[ARMS_CANDIDATES];
    size_t count;
    if (c->tried == NAMES_TRIED || text.len > LONGEST_NAME)
        return true;
    c->tried++;
    if (!arms_entity_lookup(found, &count, text, err))
        return false;
    c->known += count > 0;
    return true;
}

/* Counts different values. */
static bool count_value(scan *s, arms_look_column *out, column *c, arms_text text,
                        arms_error *err)
{
    if (out->distinct == ARMS_LOOK_DISTINCT)
        return true;
    uint32_t *seen = intern_value(&c->values, &s->scratch, text, err);
    if (!seen)
        return false;
    out->distinct += *seen == 0;
    bool fresh = *seen == 0;
    *seen = 1;
    double ignored;
    return !fresh || kind_of(&ignored, text) != TEXT || look_up(c, text, err);
}

static bool add_value(scan *s, size_t at, arms_text text, size_t line, arms_error *err)
{
    arms_look_column *out = &s->look->columns[at];
    column *c = &s->columns[at];
    double value;
    tally *kind = &c->kinds[kind_of(&value, text)];
    if (kind->count++ == 0) {
        kind->line = line;
        kind->first = keep(s, text, err);
        kind->least = kind->most = value;
    }
    if (out->filled++ == 0)
        out->first = kind->first;
    kind->least = value < kind->least ? value : kind->least;
    kind->most = value > kind->most ? value : kind->most;
    return kind->first && count_value(s, out, c, text, err);
}

/* Fields without the empty ones beyond the width. */
static size_t fields_of(const csv_record *record, size_t width)
{
    size_t count = record->count;
    while (count > width && record->fields[count - 1].len == 0)
        count--;
    return count;
}

static void count_width(scan *s, size_t fields, size_t line)
{
    arms_look_width *width = &s->others[fields];
    width->fields = fields;
    if (width->count < ARMS_SKIP_LINES)
        width->lines[width->count] = line;
    width->count++;
    s->look->uneven++;
}

static bool on_header(scan *s, const csv_record *record, arms_error *err)
{
    arms_look *look = s->look;
    look->named = fields_of(record, 1);
    for (size_t i = 0; i < record->count && i < look->column_count; i++) {
        look->columns[i].name = keep(s, record->fields[i], err);
        if (!look->columns[i].name)
            return false;
    }
    return true;
}

static bool on_record(void *context, const csv_record *record, arms_error *err)
{
    scan *s = context;
    arms_look *look = s->look;
    bool header = s->shape->header && !s->begun;
    s->begun = true;
    if (header)
        return on_header(s, record, err);
    size_t fields = fields_of(record, look->column_count);
    look->reading.records++;
    if (fields != look->column_count)
        count_width(s, fields, record->line);
    for (size_t i = 0; i < fields && i < look->column_count; i++) {
        look->columns[i].empty += record->fields[i].len == 0;
        if (record->fields[i].len > 0 &&
            !add_value(s, i, record->fields[i], record->line, err))
            return false;
    }
    return true;
}

static bool most(size_t part, size_t whole)
{
    return 10 * part >= 9 * whole;
}

static arms_look_kind column_kind(const column *c, size_t filled)
{
    size_t years = c->kinds[YEAR].count;
    size_t numbers = years + c->kinds[NUMBER].count + c->kinds[COMMA].count;
    if (filled == 0)
        return ARMS_LOOK_EMPTY;
    if (most(years, filled))
        return ARMS_LOOK_YEAR;
    if (most(numbers, filled))
        return ARMS_LOOK_NUMBER;
    bool texts = most(c->kinds[TEXT].count, filled);
    bool names = texts && c->tried > 0 && 5 * c->known >= 4 * c->tried;
    return names ? ARMS_LOOK_PARTY : ARMS_LOOK_TEXT;
}

/* Whether values of `value` are what the column is. */
static bool belongs(arms_look_kind kind, value_kind value)
{
    if (kind == ARMS_LOOK_YEAR)
        return value == YEAR;
    if (kind == ARMS_LOOK_NUMBER)
        return value != TEXT;
    return kind != ARMS_LOOK_PARTY || value == TEXT;
}

/* Texts have NaN, which is never less or more. */
static void widen(arms_look_column *out, const tally *kind)
{
    out->least = kind->least >= out->least ? out->least : kind->least;
    out->most = kind->most <= out->most ? out->most : kind->most;
}

/* Values of another kind than the column's. */
static void count_odd(arms_look_column *out, const tally *kind)
{
    if (out->odd == 0 || kind->line < out->odd_line) {
        out->odd_line = kind->line;
        out->odd_value = kind->first;
    }
    out->odd += kind->count;
}

static void finish_column(arms_look_column *out, const column *c)
{
    out->kind = column_kind(c, out->filled);
    out->commas = c->kinds[COMMA].count;
    for (int k = 0; k < VALUE_KINDS; k++) {
        const tally *kind = &c->kinds[k];
        if (kind->count > 0 && belongs(out->kind, (value_kind)k))
            widen(out, kind);
        else if (kind->count > 0)
            count_odd(out, kind);
    }
}

/* Takes the commonest of the other widths, the smallest of equals. */
static arms_look_width take_commonest(scan *s)
{
    size_t best = 0;
    for (size_t i = 1; i <= CSV_MAX_FIELDS; i++)
        if (s->others[i].count > s->others[best].count)
            best = i;
    arms_look_width taken = s->others[best];
    s->others[best].count = 0;
    return taken;
}

static bool keep_widths(scan *s, arms_error *err)
{
    arms_look *look = s->look;
    look->widths = arms_alloc(&look->arena, ARMS_LOOK_WIDTHS, sizeof *look->widths, err);
    if (!look->widths)
        return false;
    arms_look_width one;
    while (look->width_count < ARMS_LOOK_WIDTHS && (one = take_commonest(s)).count > 0)
        look->widths[look->width_count++] = one;
    return true;
}

static bool prepare(scan *s, arms_error *err)
{
    arms_look *look = s->look;
    size_t n = s->shape->width;
    look->column_count = n;
    look->columns = arms_alloc(&look->arena, n, sizeof *look->columns, err);
    s->columns = arms_alloc(&s->scratch, n, sizeof *s->columns, err);
    s->others = arms_alloc(&s->scratch, CSV_MAX_FIELDS + 1, sizeof *s->others, err);
    for (size_t i = 0; look->columns && i < n; i++)
        look->columns[i] = (arms_look_column){
            .name = "", .first = "", .odd_value = "", .least = NAN, .most = NAN};
    return look->columns && s->columns && s->others;
}

bool look_columns(arms_look *look, const csv_source *source, const look_shape *shape,
                  arms_error *err)
{
    scan s = {.look = look, .shape = shape};
    bool done = prepare(&s, err);
    if (done && !csv_read(source, on_record, &s, &look->broken))
        done = look->broken.code != ARMS_SYSTEM ||
               arms_fail(err, ARMS_SYSTEM, "%s", look->broken.text);
    for (size_t i = 0; done && i < look->column_count; i++)
        finish_column(&look->columns[i], &s.columns[i]);
    done = done && keep_widths(&s, err);
    arms_arena_free(&s.scratch);
    return done;
}
