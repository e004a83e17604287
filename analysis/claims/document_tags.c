/* HTML as tokens, forgiving as browsers are (WHATWG HTML, 13.2.5), and more so where they
 * would lose the rest of a page: a '<' that is followed by another before any '>' is
 * text; a quote, a comment or a script that is never closed swallows nothing.
 *
 * Each look-ahead either ends in a token or finds that there is nothing of its kind in
 * the rest of the text, which is remembered, so that the whole takes linear time. */
#include "analysis/claims/document_tags.h"

#include <string.h>

#include "analysis/claims/document_text.h"

static bool is_name(char c)
{
    return document_is_letter(c) || document_is_digit(c) || c == '-' || c == ':';
}

static bool starts_at(arms_text text, size_t at, const char *word)
{
    return arms_text_starts((arms_text){text.ptr + at, text.len - at}, word);
}

/* Just behind the next `word` from `at` on; 0, and *none set, where there is none. */
static size_t behind(html_reader *r, size_t at, const char *word, bool *none)
{
    size_t length = strlen(word), begin = at;
    while (!*none && at < r->text.len) {
        const char *found = memchr(r->text.ptr + at, word[0], r->text.len - at);
        at = found ? (size_t)(found - r->text.ptr) : r->text.len;
        r->work += at - begin + 1;
        begin = at;
        if (found && starts_at(r->text, at, word))
            return at + length;
        at++;
    }
    *none = true;
    return 0;
}

/* The quote that closes the one at `at`, or `at` itself. */
static size_t closing_quote(arms_text text, size_t at)
{
    const char *end = memchr(text.ptr + at + 1, text.ptr[at], text.len - at - 1);
    return end ? (size_t)(end - text.ptr) : at;
}

/* The end of the tag whose name ends at `at`; 0 where it is none. After a quoted value it
 * is one, closed or not; so no byte is looked at from more than one '<'. */
static size_t tag_end(html_reader *r, size_t at)
{
    bool quoted = false;
    char before = ' '; /* the last character that is no blank */
    size_t begin = at;
    for (; at < r->text.len; at++) {
        char c = r->text.ptr[at];
        if (c == '>' || c == '<')
            break;
        bool quote = (c == '"' || c == '\'') && before == '=';
        size_t end = quote ? closing_quote(r->text, at) : at;
        r->work += quote && end == at ? r->text.len - at : 0; /* sought in vain */
        quoted = quoted || end > at;
        at = end;
        before = document_is_blank(c) ? before : c;
    }
    r->work += at - begin;
    bool closed = at < r->text.len && r->text.ptr[at] == '>';
    return closed ? at + 1 : quoted ? at : 0;
}

/* "<!…>", "<?…>"; a comment that is not closed ends at the first '>'. */
static size_t declaration_end(html_reader *r, size_t at)
{
    size_t end = 0;
    char next = at + 2 < r->text.len ? r->text.ptr[at + 2] : ' ';
    if (!document_is_letter(next) && next != '-' && next != '[')
        return 0;
    if (starts_at(r->text, at, "<!--"))
        end = behind(r, at + 2, "-->", &r->no_comment_end);
    return end ? end : behind(r, at, ">", &r->no_tag_end);
}

bool html_tag(html_reader *r, html_token *token, size_t at)
{
    arms_text text = r->text;
    char next = at + 1 < text.len ? text.ptr[at + 1] : ' ';
    size_t name = at + 1 + (next == '/'), end = name;
    *token = (html_token){.begin = at, .kind = HTML_DROPPED};
    if (next == '!' || next == '?') {
        token->end = declaration_end(r, at);
        return token->end > 0;
    }
    if (name >= text.len || !document_is_letter(text.ptr[name]))
        return false;
    while (end < text.len && is_name(text.ptr[end]))
        end++;
    token->kind = next == '/' ? HTML_CLOSE : HTML_OPEN;
    token->attributes = end;
    token->element = html_element_find((arms_text){text.ptr + name, end - name});
    token->end = tag_end(r, end);
    token->empty = token->end > end + 1 && text.ptr[token->end - 2] == '/';
    return token->end > 0;
}

/* Where "</name" stands from `at` on; the text's length where it does not. */
static size_t raw_end(html_reader *r, size_t at, const html_element *element)
{
    bool *none = &r->no_close[html_element_index(element)];
    size_t length = strlen(element->name);
    while (!*none) {
        at = behind(r, at, "</", none);
        bool whole = at > 0 && r->text.len - at >= length;
        if (whole &&
            arms_text_is_word((arms_text){r->text.ptr + at, length}, element->name))
            return at - 2;
    }
    return r->text.len;
}

static void note_raw(html_reader *r, const html_token *token)
{
    const html_element *element = token->element;
    bool raw = token->kind == HTML_OPEN && element && element->flags & HTML_RAW;
    if (!raw || token->empty)
        return;
    r->raw_end = raw_end(r, token->end, element);
    r->raw = r->raw_end < r->text.len && r->raw_end > token->end ? element : NULL;
}

/* Up to the next '<' behind `at`. */
static void take_text(html_reader *r, html_token *token)
{
    size_t rest = r->text.len - r->at - 1;
    const char *next = memchr(r->text.ptr + r->at + 1, '<', rest);
    *token = (html_token){.begin = r->at, .kind = HTML_TEXT};
    token->end = next ? (size_t)(next - r->text.ptr) : r->text.len;
}

bool html_next(html_reader *r, html_token *token)
{
    if (r->at >= r->text.len)
        return false;
    if (r->raw) {
        html_kind kind = r->raw->flags & HTML_LEFT ? HTML_DROPPED : HTML_TEXT;
        *token = (html_token){kind, r->at, r->raw_end, r->raw, 0, false};
        r->raw = NULL;
    } else if (r->text.ptr[r->at] != '<' || !html_tag(r, token, r->at)) {
        take_text(r, token);
    } else {
        note_raw(r, token);
    }
    r->work += token->end - token->begin;
    r->at = token->end;
    return true;
}

static bool ends_name(char c)
{
    return document_is_blank(c) || c == '=' || c == '>' || c == '/';
}

static size_t skip_blanks(arms_text text, size_t at, size_t end)
{
    while (at < end && (document_is_blank(text.ptr[at]) || text.ptr[at] == '/'))
        at++;
    return at;
}

static size_t take_value(arms_text *value, arms_text text, size_t at, size_t end)
{
    char c = at < end ? text.ptr[at] : '>';
    size_t close =
        c == '"' || c == '\'' ? closing_quote((arms_text){text.ptr, end}, at) : at;
    if (close > at && close < end) {
        *value = (arms_text){text.ptr + at + 1, close - at - 1};
        return close + 1;
    }
    size_t begin = at;
    while (at < end && !document_is_blank(text.ptr[at]) && text.ptr[at] != '>')
        at++;
    *value = (arms_text){text.ptr + begin, at - begin};
    return at;
}

bool html_attribute(arms_text *name, arms_text *value, arms_text text, html_token *token)
{
    size_t end = token->end, at = skip_blanks(text, token->attributes, end), begin = at;
    while (at < end && !ends_name(text.ptr[at]))
        at++;
    *name = (arms_text){text.ptr + begin, at - begin};
    *value = (arms_text){"", 0};
    size_t equals = at;
    while (equals < end && document_is_blank(text.ptr[equals]))
        equals++;
    if (equals < end && text.ptr[equals] == '=') {
        at = equals + 1;
        while (at < end && document_is_blank(text.ptr[at]))
            at++;
        at = take_value(value, text, at, end);
    }
    token->attributes = at;
    return at > begin;
}
