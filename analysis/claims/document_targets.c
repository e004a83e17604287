/* Where links of Markdown lead: "(address "title")" and "[label]" (CommonMark 0.31, 6.3).
 *
 * An address has a greatest depth of parentheses and no blank, a title ends at the next
 * quote of its kind, and a label is short, so that however many brackets open such
 * things, each byte is looked at a bounded number of times. */
#include "analysis/claims/document_text.h"

enum { MOST_PARENTHESES = 8, LONGEST_LABEL = 200 };

static size_t skip_blanks(arms_text text, size_t at)
{
    while (at < text.len && document_is_blank(text.ptr[at]))
        at++;
    return at;
}

static char char_at(arms_text text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\n';
}

/* The end of a link's address, whose parentheses are in pairs; 0 where it is none. */
static size_t address_end(arms_text text, size_t at, size_t *work)
{
    int depth = 0;
    size_t begin = at;
    bool angled = char_at(text, at) == '<';
    bool whole = false, torn = false;
    for (at += angled; at < text.len && depth <= MOST_PARENTHESES; at++) {
        char now = text.ptr[at];
        whole =
            angled ? now == '>' : (now == ')' && depth == 0) || document_is_blank(now);
        torn = angled && (now == '<' || now == '\n');
        if (whole || torn)
            break;
        depth += now == '(' ? 1 : now == ')' ? -1 : 0;
    }
    *work += at - begin;
    return whole ? at + angled : 0;
}

/* The end of a title in quotes or parentheses and of blanks behind it; `at` itself where
 * none begins there or it is not closed. */
static size_t title_end(arms_text text, size_t at, size_t *work)
{
    char quote = char_at(text, at), close = quote == '(' ? ')' : quote;
    size_t end = at + 1;
    if (quote != '"' && quote != '\'' && quote != '(')
        return at;
    while (end < text.len && text.ptr[end] != close &&
           !(quote == '(' && text.ptr[end] == '('))
        end++;
    *work += end - at;
    return char_at(text, end) == close ? skip_blanks(text, end + 1) : at;
}

size_t document_target_end(arms_text text, size_t at, size_t *work)
{
    size_t begin = skip_blanks(text, at + 1), end = address_end(text, begin, work);
    *work += begin - at;
    if (end == 0)
        return 0;
    end = title_end(text, skip_blanks(text, end), work);
    return char_at(text, end) == ')' ? end + 1 : 0;
}

size_t document_bracket_end(arms_text text, size_t at)
{
    size_t begin = at;
    while (at < text.len && at - begin < LONGEST_LABEL && text.ptr[at] != ']' &&
           text.ptr[at] != '[')
        at++;
    return char_at(text, at) == ']' ? at : 0;
}
