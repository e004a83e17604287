/* The header of a file that a person's mapping describes: the first line that holds all
 * columns of the mapping. Where none does, the line that comes nearest is shown, with
 * the column that may have been meant. */
#include <string.h>

#include "data/layouts/mapped.h"

static arms_text column_name(arms_text field)
{
    return arms_text_trim(field);
}

size_t mapped_matches(const csv_record *header, const char *name)
{
    size_t count = 0;
    for (size_t i = 0; i < header->count; i++)
        count += arms_text_is(column_name(header->fields[i]), name);
    return count;
}

/* How many columns of the mapping a line holds; the first one that it lacks. */
static size_t count_held(const arms_mapping *mapping, const csv_record *record,
                         const char **lacking)
{
    size_t held = 0;
    *lacking = NULL;
    for (int i = 0; i < ARMS_MAP_COLUMNS; i++) {
        const arms_map_column *column = &mapping->columns[i];
        if (!column->text || column->constant)
            continue;
        bool holds = mapped_matches(record, column->text) > 0;
        held += holds;
        if (!holds && !*lacking)
            *lacking = column->text;
    }
    return held;
}

/* The line that is most like a header: most of the columns, then most fields. */
typedef struct search {
    const arms_mapping *mapping;
    arms_arena arena;
    size_t line;
    char delimiter;
    bool found;
    size_t held, width, best_line; /* of the best line so far */
    const char *lacking;
    arms_text *names;
} search;

static bool keep_best(search *s, const csv_record *record, size_t held,
                      const char *lacking, arms_error *err)
{
    s->held = held;
    s->width = record->count;
    s->best_line = s->line;
    s->lacking = lacking;
    s->names = arms_alloc(&s->arena, record->count, sizeof *s->names, err);
    for (size_t i = 0; s->names && i < record->count; i++) {
        arms_text name = column_name(record->fields[i]);
        s->names[i] =
            (arms_text){arms_copy(&s->arena, name.ptr, name.len, err), name.len};
        if (!s->names[i].ptr)
            return false;
    }
    return s->names != NULL;
}

static bool try_line(void *context, const csv_record *record, arms_error *err)
{
    search *s = context;
    const char *lacking;
    size_t held = count_held(s->mapping, record, &lacking);
    s->found = !lacking;
    if (s->found || held < s->held || (held == s->held && record->count <= s->width))
        return true;
    return keep_best(s, record, held, lacking, err);
}

/* The columns whose names are nearest to the one that is lacking: the same but for case
 * and marks, or a letter or two apart. */
static bool nearest(arms_text *out, search *s, arms_error *err)
{
    arms_text wanted, key;
    *out = (arms_text){0};
    if (!arms_text_key(&wanted, &s->arena, arms_text_of(s->lacking), err))
        return false;
    size_t least = wanted.len > 4 ? 3 : 2;
    for (size_t i = 0; i < s->width; i++) {
        if (!arms_text_key(&key, &s->arena, s->names[i], err))
            return false;
        size_t distance = arms_text_distance(wanted, key, least);
        if (key.len == 0 || distance >= least)
            continue;
        least = distance;
        *out = s->names[i];
    }
    return true;
}

static bool fail_header(search *s, const char *file, arms_error *err)
{
    enum { SHOWN = 30 };
    arms_text near;
    arms_buffer names = {0};
    if (!nearest(&near, s, err))
        return false;
    for (size_t i = 0; i < s->width && i < SHOWN; i++) {
        arms_buffer_string(&names, i > 0 ? ", \"" : "\"");
        arms_buffer_shown(&names, s->names[i]);
        arms_buffer_string(&names, "\"");
    }
    arms_buffer_string(&names, s->width > SHOWN ? ", …" : "");
    arms_fail_at(err, ARMS_LAYOUT, file, s->best_line,
                 "no column is called \"%s\"; the line most like a header has %s%s%.*s%s",
                 s->lacking, names.data ? names.data : "nothing",
                 near.len > 0 ? "; did you mean \"" : "", (int)near.len,
                 near.len > 0 ? near.ptr : "", near.len > 0 ? "\"?" : "");
    arms_buffer_free(&names);
    return false;
}

/* Excel's own first line tells the delimiter of the rest. */
static char said_by_file(const arms_text *lines, size_t count)
{
    bool said = count > 0 && lines[0].len >= 5 && arms_text_starts(lines[0], "sep=");
    return said ? lines[0].ptr[4] : '\0';
}

static bool try_lines(search *s, layout_run *run, const arms_text *lines, size_t count)
{
    arms_error ignored;
    for (size_t i = 0; i < count && !s->found; i++) {
        csv_source source = {lines[i], run->file, i + 1, s->delimiter, CSV_LANE_ANY};
        s->line = i + 1;
        (void)csv_read(&source, try_line, s, &ignored);
    }
    if (s->found) {
        run->header_line = s->line;
        run->delimiter = s->delimiter;
    }
    return s->found;
}

bool mapped_find(layout_run *run, const arms_text *lines, size_t count, arms_error *err)
{
    search s = {.mapping = run->options->mapping};
    char one[] = {s.mapping->delimiter, '\0'};
    if (!one[0])
        one[0] = said_by_file(lines, count);
    for (const char *d = one[0] ? one : ",;\t|"; *d && !s.found; d++) {
        s.delimiter = *d;
        (void)try_lines(&s, run, lines, count);
    }
    if (!s.found && !s.lacking)
        arms_fail_at(err, ARMS_LAYOUT, run->file, 0,
                     "has no line with columns in its first %zu lines", count);
    bool done = s.found || (s.lacking && fail_header(&s, run->file, err));
    arms_arena_free(&s.arena);
    return done;
}
