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
    /* Fields are short: a call of memchr would cost more. */
    const char *from = s->at, *at = from, *end = s->end;
    const char delimiter = s->delimiter;
    while (at < end && *at != delimiter)
        at++;
    s->at = at;
    size_t length = (size_t)(at - from);
    while (length > 0 && is_blank(s, from[length - 1]))
        length--;
    *out = (arms_text){from, length};
}

/* The next field; false where it is not plain. */
static bool take_field(arms_text *out, scan *s, size_t longest)
{
    skip_blanks(s);
    if (s->at < s->end && *s->at == '"') {
        if (!take_quoted(out, s))
            return false;
    } else {
        take_plain(out, s);
    }
    return out->len <= longest;
}

bool fast_lane_split(arms_text fields[FAST_FIELDS], size_t *count, arms_text line,
                     char delimiter, size_t longest)
{
    scan s = {line.ptr, line.ptr + line.len, delimiter};
    size_t taken = 0;
    *count = 0;
    skip_blanks(&s);
    if (s.at == s.end)
        return true;
    while (taken < FAST_FIELDS && take_field(&fields[taken], &s, longest)) {
        *count = ++taken;
        if (s.at++ == s.end)
            return true;
    }
    return false;
}
