/* The targets that links of Markdown name: "[label]: https://…", a line each (CommonMark
 * 0.31, 4.7). They are gathered first, since a link may stand before its target; what is
 * in brackets without a target is text ("[sic]"). */
#include "analysis/claims/document_text.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_LABEL = 200 };

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static int folded(char c)
{
    return c >= 'A' && c <= 'Z' ? c | 32 : (unsigned char)c;
}

static int compare(const void *x, const void *y)
{
    const arms_text *a = x, *b = y;
    for (size_t i = 0; i < a->len && i < b->len; i++)
        if (folded(a->ptr[i]) != folded(b->ptr[i]))
            return folded(a->ptr[i]) - folded(b->ptr[i]);
    return (a->len > b->len) - (a->len < b->len);
}

/* Whether what follows "[label]:" is one target, with at most a title in quotes. Words
 * with a colon ("[Interviewer]: Yes") are no addresses. */
static bool is_target(arms_text rest)
{
    bool address = false;
    size_t n = 0;
    rest = arms_text_trim(rest);
    for (; n < rest.len && !document_is_blank(rest.ptr[n]); n++)
        address = address || memchr("/#@", rest.ptr[n], 3);
    arms_text title = arms_text_trim((arms_text){rest.ptr + n, rest.len - n});
    bool titled = title.len > 1 && memchr("\"'(", title.ptr[0], 3);
    return address && (title.len == 0 || titled);
}

bool document_label(arms_text *label, arms_text text, size_t at, size_t end)
{
    size_t close = at + 1;
    if (at >= end || text.ptr[at] != '[')
        return false;
    while (close < end && close - at <= LONGEST_LABEL &&
           !memchr("[]\n\r", text.ptr[close], 4))
        close++;
    if (close + 1 >= end || text.ptr[close] != ']' || text.ptr[close + 1] != ':')
        return false;
    *label = arms_text_trim((arms_text){text.ptr + at + 1, close - at - 1});
    return label->len > 0 && label->ptr[0] != '^' &&
           is_target((arms_text){text.ptr + close + 2, end - close - 2});
}

bool document_labels_read(document_labels *out, arms_arena *scratch, arms_text text,
                          arms_error *err)
{
    *out = (document_labels){0};
    for (size_t at = 0, end; at < text.len; at = end + 1) {
        arms_text label;
        for (end = at; end < text.len && !is_line_end(text.ptr[end]);)
            end++;
        while (at < end && text.ptr[at] == ' ')
            at++;
        if (!document_label(&label, text, at, end))
            continue;
        arms_text *more = arms_extend(scratch, out->items, out->count, sizeof *more, err);
        if (!more)
            return false;
        out->items = more;
        more[out->count++] = label;
    }
    if (out->count > 0)
        qsort(out->items, out->count, sizeof *out->items, compare);
    return true;
}

bool document_has_label(const document_labels *labels, arms_text label)
{
    if (label.len > LONGEST_LABEL)
        return false;
    label = arms_text_trim(label);
    return label.len > 0 && labels->count > 0 &&
           bsearch(&label, labels->items, labels->count, sizeof label, compare);
}
