/* A record of plain fields, split without libcsv: in a large file nearly every line is
 * one, and most of the time of reading went into libcsv's state machine.
 *
 * The rules are libcsv's: blanks around a field are no part of it, a quote opens a field
 * only at its start, and a quote inside an unquoted field is text. Whatever is not plain
 * is left to libcsv, which is the reference; a property test holds both against each
 * other. */
#include "data/fast_lane.h"

#include <string.h>

typedef struct scan {
    const char *at, *end;
    char delimiter;
} scan;

static bool is_blank(const scan *s, char c)
{
    return (c == ' ' || c == '\t') && c != s->delimiter;
}

static void skip_blanks(scan *s)
{
    while (s->at < s->end && is_blank(s, *s->at))
        s->at++;
}

/* From an opening quote to the delimiter behind the field, or the line's end. */
static bool take_quoted(arms_text *out, scan *s)
{
    const char *from = s->at + 1;
    const char *close = memchr(from, '"', (size_t)(s->end - from));
    if (!close)
        return false;
    *out = (arms_text){from, (size_t)(close - from)};
    s->at = close + 1;
    skip_blanks(s);
    return s->at == s->end || *s->at == s->delimiter;
}

static void take_plain(arms_text *out, scan *s)
{
    const char *from = s->at; /* fields are short: a call of memchr would cost more */
    while (s->at < s->end && *s->at != s->delimiter)
        s->at++;
    size_t length = (size_t)(s->at - from);
    while (length > 0 && is_blank(s, from[length - 1]))
        length--;
    *out = (arms_text){from, length};
}

bool fast_lane_split(arms_text fields[FAST_FIELDS], size_t *count, arms_text line,
                     char delimiter, size_t longest)
{
    scan s = {line.ptr, line.ptr + line.len, delimiter};
    *count = 0;
    skip_blanks(&s);
    while (s.at < s.end || *count > 0) {
        if (*count == FAST_FIELDS)
            return false;
        arms_text *field = &fields[(*count)++];
        skip_blanks(&s);
        bool quoted = s.at < s.end && *s.at == '"';
        if (!quoted)
            take_plain(field, &s);
        else if (!take_quoted(field, &s))
            return false;
        if (field->len > longest)
            return false;
        if (s.at == s.end)
            return true;
        s.at++;
    }
    return true;
}
