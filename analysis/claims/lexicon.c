/* The search for phrases: token by token the part of the sorted table that begins with
 * what was read grows smaller, until no row is left. See the header. */
#include "analysis/claims/lexicon.h"

#include <string.h>

#include "phrases_table.h"

enum { PHRASES = sizeof phrases / sizeof *phrases, LONGEST = 160 };

/* The rows whose keys begin with a text. */
typedef struct span {
    size_t low, high;
} span;

/* The first row of the span that is not before `key`, or with `past` the first behind all
 * that begin with it. */
static size_t bound(span rows, arms_text key, bool past)
{
    size_t low = rows.low, high = rows.high;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strncmp(phrases[middle].key, key.ptr, key.len);
        if (order < 0 || (past && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static span narrow(span rows, arms_text key)
{
    return (span){bound(rows, key, false), bound(rows, key, true)};
}

/* Whether the tokens from `at` to `end` are spelt as the phrase asks for: a capital
 * may be in any word of it, "sub-Saharan Africa". */
static bool spelt(const lexicon_row *row, const token_row *text, size_t at, size_t end)
{
    if (row->spelling == 0)
        return true;
    size_t capital = 0, capitals = 0, words = 0;
    for (size_t i = at; i < end; i++) {
        words += text->items[i].kind == TOKEN_WORD;
        capital += text->items[i].kind == TOKEN_WORD && text->items[i].capital;
        capitals += text->items[i].kind == TOKEN_WORD && text->items[i].capitals;
    }
    return row->spelling == 1 ? capital > 0 : capitals == words;
}

/* The rows of the span whose key is the whole text and that are spelt right, as far as
 * they stand side by side. */
static lexicon_match whole(span rows, arms_text key, const token_row *text, size_t at,
                           size_t end)
{
    lexicon_match found = {.tokens = end - at};
    for (size_t i = rows.low; i < rows.high && phrases[i].key[key.len] == '\0'; i++) {
        if (!spelt(&phrases[i], text, at, end)) {
            if (found.count > 0)
                break;
            continue;
        }
        if (found.count == 0)
            found.rows = &phrases[i];
        found.count++;
    }
    return found;
}

/* Signs within names that keys do not have: "Guinea-Bissau", "Côte d'Ivoire". */
static bool joins(const token_row *text, size_t at)
{
    const token *t = &text->items[at];
    return t->kind == TOKEN_SIGN && t->glued && at + 1 < text->count &&
           text->items[at + 1].glued && t->sign != '\0' && strchr(".-'&/", t->sign);
}

/* Appends a word; false where the phrase would be longer than any. An apostrophe joins
 * words, as in keys of names. */
static bool append(char *key, size_t *len, arms_text part, bool parted)
{
    size_t blank = *len > 0 && parted;
    if (*len + blank + part.len >= LONGEST)
        return false;
    if (blank)
        key[(*len)++] = ' ';
    memcpy(key + *len, part.ptr, part.len);
    *len += part.len;
    return true;
}

lexicon_match lexicon_find(const token_row *text, size_t at)
{
    char key[LONGEST];
    size_t len = 0;
    span rows = {0, PHRASES};
    lexicon_match best = {0};
    for (size_t i = at; i < text->count && rows.low < rows.high; i++) {
        const token *t = &text->items[i];
        if (t->kind == TOKEN_SIGN) {
            if (len == 0 || !joins(text, i))
                break;
            continue;
        }
        if (t->kind == TOKEN_NUMBER ||
            !append(key, &len, arms_text_of(t->key), !token_is_sign(text, i - 1, '\'')))
            break;
        rows = narrow(rows, (arms_text){key, len});
        lexicon_match found = whole(rows, (arms_text){key, len}, text, at, i + 1);
        bool owner = best.count > 0 && best.tokens + 2 == found.tokens &&
                     token_is_sign(text, i - 1, '\'') && token_is_word(text, i, "s");
        if (found.count > 0 && !owner) /* "America's" is not "Americas" */
            best = found;
    }
    return best;
}

const lexicon_row *lexicon_next(lexicon_class class, const lexicon_row *after)
{
    size_t i = after ? (size_t)(after - phrases) + 1 : 0;
    while (i < PHRASES && phrases[i].class != class)
        i++;
    return i < PHRASES ? &phrases[i] : NULL;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The row of the span whose key is `length` long and that is of the class. */
static const lexicon_row *row_of(span rows, size_t length, lexicon_class class)
{
    for (size_t i = rows.low; i < rows.high && phrases[i].key[length] == '\0'; i++)
        if (phrases[i].class == class)
            return &phrases[i];
    return NULL;
}

size_t lexicon_begins(const lexicon_row **out, arms_text text, lexicon_class class)
{
    char key[LONGEST];
    size_t length = 0;
    span rows = {0, PHRASES};
    for (size_t n = 0; n < text.len && n < LONGEST && rows.low < rows.high; n++) {
        char c = text.ptr[n];
        if (c == '\0')
            break;
        key[n] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        rows = narrow(rows, (arms_text){key, n + 1});
        bool ends = n + 1 == text.len || !is_letter(text.ptr[n + 1]);
        const lexicon_row *row = ends ? row_of(rows, n + 1, class) : NULL;
        if (row) {
            *out = row;
            length = n + 1;
        }
    }
    return length;
}
