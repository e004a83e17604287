/* Words, numbers and signs. A word is a run of letters, a number a run of digits with
 * points and commas inside, everything else a sign of its own: "US$7.2bn" is four
 * tokens. See the header. */
#include "analysis/claims/tokens.h"

#include <string.h>

/* Signs beyond ASCII that mean something. */
static const struct {
    const char *bytes;
    char sign;
} signs[] = {
    {"\xE2\x80\x90", '-'},
    {"\xE2\x80\x91", '-'},
    {"\xE2\x80\x92", '-'},
    {"\xE2\x80\x93", '-'},
    {"\xE2\x88\x92", '-'},
    {"\xE2\x80\x94", '_'},
    {"\xE2\x80\x95", '_'},
    {"\xE2\x80\x98", '\''},
    {"\xE2\x80\x99", '\''},
    {"\xCA\xBC", '\''},
    {"\xC2\xB4", '\''},
    {"\xE2\x80\x9C", '"'},
    {"\xE2\x80\x9D", '"'},
    {"\xE2\x80\x9E", '"'},
    {"\xC2\xAB", '"'},
    {"\xC2\xBB", '"'},
    {"\xE2\x82\xAC", 'E'},
    {"\xC2\xA3", 'P'},
    {"\xE2\x82\xB9", 'R'},
    {"\xEF\xBC\x85", '%'},
    {"\xC2\xBD", '?'},
    {"[", '('},
    {"]", ')'},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_ascii_letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Bytes of the character at the front of `a`. */
static size_t length_of(arms_text a)
{
    unsigned char first = (unsigned char)a.ptr[0];
    size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return length < a.len ? length : a.len;
}

static char sign_of(arms_text a)
{
    if ((unsigned char)a.ptr[0] < 0x80)
        return a.ptr[0];
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (arms_text_starts(a, signs[i].bytes))
            return signs[i].sign;
    return '\0';
}

/* Letters are ASCII's, and all beyond it that is no sign we know and no punctuation. */
static bool is_letter(arms_text a)
{
    static const char general_punctuation[] = "\xE2\x80";
    if ((unsigned char)a.ptr[0] < 0x80)
        return is_ascii_letter(a.ptr[0]);
    return sign_of(a) == '\0' && !arms_text_starts(a, general_punctuation);
}

/* "U.S.", "U.K", "U.A.E.": single letters with points between, a point at the end
 * included, are one word. */
static size_t initials_length(arms_text a)
{
    size_t n = 0;
    while (n + 1 < a.len && is_ascii_letter(a.ptr[n]) && a.ptr[n + 1] == '.')
        n += 2;
    bool last = n < a.len && is_ascii_letter(a.ptr[n]) &&
                (n + 1 == a.len || !is_letter((arms_text){a.ptr + n + 1, a.len - n - 1}));
    n += n > 0 && last;
    return n >= 3 ? n : 0;
}

static size_t word_length(arms_text a)
{
    size_t initials = initials_length(a);
    if (initials > 0)
        return initials;
    size_t n = 0;
    while (n < a.len && is_letter((arms_text){a.ptr + n, a.len - n}))
        n += length_of((arms_text){a.ptr + n, a.len - n});
    return n;
}

/* Digits, and points, commas or apostrophes between digits. */
static size_t number_length(arms_text a)
{
    size_t n = 0;
    while (n < a.len && (is_digit(a.ptr[n]) ||
                         (n + 1 < a.len && (a.ptr[n] == '.' || a.ptr[n] == ',') &&
                          is_digit(a.ptr[n + 1]))))
        n++;
    return n;
}

static bool fold_ascii(token *t, arms_arena *arena, arms_text word, arms_error *err)
{
    char *key = arms_copy(arena, word.ptr, word.len, err);
    if (!key)
        return false;
    size_t n = 0;
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] != '.')
            key[n++] = (char)(word.ptr[i] | 32);
    key[n] = '\0';
    t->key = key;
    return true;
}

static bool fold(token *t, arms_arena *arena, arms_text word, arms_error *err)
{
    size_t upper = 0, lower = 0, beyond = 0;
    for (size_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.ptr[i];
        upper += c >= 'A' && c <= 'Z';
        lower += c >= 'a' && c <= 'z';
        beyond += c >= 0x80;
    }
    /* Of a letter beyond ASCII in front, the second letter tells as much as is needed. */
    t->capital = (word.ptr[0] & 32) == 0 || (unsigned char)word.ptr[0] >= 0x80;
    t->capitals = lower == 0 && upper + beyond > 0;
    if (beyond == 0)
        return fold_ascii(t, arena, word, err);
    arms_text key;
    bool done = arms_text_key(&key, arena, word, err);
    t->key = done ? key.ptr : "";
    return done;
}

static bool add_token(token_row *out, arms_arena *arena, arms_text rest, size_t at,
                      arms_error *err)
{
    out->items = arms_extend(arena, out->items, out->count, sizeof *out->items, err);
    if (!out->items)
        return false;
    bool stopped = out->count > 0 && rest.ptr[0] == '.' &&
                   out->items[out->count - 1].kind == TOKEN_WORD &&
                   out->items[out->count - 1].end == at; /* "No.22" */
    token *t = &out->items[out->count++];
    size_t word = word_length(rest), number = stopped ? 0 : number_length(rest);
    size_t length = word + number > 0 ? word + number : length_of(rest);
    *t = (token){.kind = word > 0     ? TOKEN_WORD
                         : number > 0 ? TOKEN_NUMBER
                                      : TOKEN_SIGN,
                 .begin = at,
                 .end = at + length,
                 .key = ""};
    if (t->kind == TOKEN_SIGN)
        t->sign = sign_of(rest);
    return t->kind != TOKEN_WORD || fold(t, arena, (arms_text){rest.ptr, word}, err);
}

/* A dash that stands between blanks parts clauses. */
static void settle_dashes(token_row *out, arms_text text)
{
    for (size_t i = 0; i < out->count; i++) {
        token *t = &out->items[i];
        bool after = t->end >= text.len || is_blank(text.ptr[t->end]);
        t->glued = t->begin > 0 && !is_blank(text.ptr[t->begin - 1]);
        bool dash = t->kind == TOKEN_SIGN && t->sign == '-';
        bool doubled = dash && i + 1 < out->count && out->items[i + 1].sign == '-' &&
                       out->items[i + 1].kind == TOKEN_SIGN &&
                       out->items[i + 1].begin == t->end;
        if (dash && ((!t->glued && after) || doubled))
            t->sign = '_';
    }
}

bool tokens_make(token_row *out, arms_arena *arena, arms_text text, size_t begin,
                 arms_error *err)
{
    *out = (token_row){0};
    for (size_t at = begin; at < text.len;) {
        if (is_blank(text.ptr[at])) {
            at++;
            continue;
        }
        if (!add_token(out, arena, (arms_text){text.ptr + at, text.len - at}, at, err))
            return false;
        at = out->items[out->count - 1].end;
    }
    settle_dashes(out, text);
    return true;
}

bool token_is_sign(const token_row *text, size_t at, char sign)
{
    return at < text->count && text->items[at].kind == TOKEN_SIGN &&
           text->items[at].sign == sign;
}

bool token_is_word(const token_row *text, size_t at, const char *key)
{
    return at < text->count && text->items[at].kind == TOKEN_WORD &&
           strcmp(text->items[at].key, key) == 0;
}
