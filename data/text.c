/* Text as UTF-8: views, name keys, display width. The only file that includes
 * utf8proc. */
#include <armstrade/text.h>

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

arms_text arms_text_of(const char *string)
{
    return (arms_text){string ? string : "", string ? strlen(string) : 0};
}

bool arms_text_equal(arms_text a, arms_text b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool arms_text_is(arms_text a, const char *string)
{
    return arms_text_equal(a, arms_text_of(string));
}

bool arms_text_starts(arms_text a, const char *prefix)
{
    size_t len = strlen(prefix);
    return a.len >= len && memcmp(a.ptr, prefix, len) == 0;
}

int arms_text_shown(arms_text a, int most)
{
    return a.len < (size_t)most ? (int)a.len : most;
}

static bool is_ascii_letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

bool arms_text_is_word(arms_text a, const char *word)
{
    for (size_t i = 0; i < a.len; i++) {
        char x = a.ptr[i], y = word[i];
        bool same = x == y || (is_ascii_letter(x) && (x | 32) == (y | 32));
        if (y == '\0' || !same)
            return false;
    }
    return word[a.len] == '\0';
}

bool arms_text_split(arms_text *part, arms_text *list, char separator)
{
    if (list->len == 0)
        return false;
    const char *end = memchr(list->ptr, separator, list->len);
    size_t len = end ? (size_t)(end - list->ptr) : list->len;
    size_t used = end ? len + 1 : len;
    *part = arms_text_trim((arms_text){list->ptr, len});
    *list = (arms_text){list->ptr + used, list->len - used};
    return true;
}

/* Bytes of the blank at the front of `a`, or 0. */
static size_t blank_front(arms_text a)
{
    if (a.len >= 2 && memcmp(a.ptr, "\xC2\xA0", 2) == 0)
        return 2;
    return a.len > 0 && memchr(" \t\r\n", a.ptr[0], 4) ? 1 : 0;
}

static size_t blank_back(arms_text a)
{
    if (a.len >= 2 && memcmp(a.ptr + a.len - 2, "\xC2\xA0", 2) == 0)
        return 2;
    return a.len > 0 && memchr(" \t\r\n", a.ptr[a.len - 1], 4) ? 1 : 0;
}

arms_text arms_text_trim(arms_text a)
{
    for (size_t n; (n = blank_front(a)) > 0;)
        a = (arms_text){a.ptr + n, a.len - n};
    for (size_t n; (n = blank_back(a)) > 0;)
        a.len -= n;
    return a;
}

/* The code point at `at` and its length; malformed bytes give -1 and length 1. */
static utf8proc_int32_t decode(arms_text a, size_t at, size_t *length)
{
    utf8proc_int32_t point;
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)a.ptr + at,
                                             (utf8proc_ssize_t)(a.len - at), &point);
    *length = used > 0 ? (size_t)used : 1;
    return used > 0 ? point : -1;
}

/* Eight bytes of plain ASCII at once: most files are little else. */
static bool is_ascii_run(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return (word & UINT64_C(0x8080808080808080)) == 0;
}

bool arms_text_is_utf8(arms_text a)
{
    for (size_t i = 0, length; i < a.len; i += length) {
        length = a.len - i >= 8 && is_ascii_run(a.ptr + i) ? 8 : 1;
        if (length == 1 && (unsigned char)a.ptr[i] >= 0x80 && decode(a, i, &length) < 0)
            return false;
    }
    return true;
}

bool arms_text_is_capital(arms_text a)
{
    size_t length;
    utf8proc_int32_t point = a.len > 0 ? decode(a, 0, &length) : -1;
    utf8proc_category_t category =
        point < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

/* Bytes of plain ASCII at the front of `a`, eight at a time. */
static size_t ascii_front(arms_text a)
{
    size_t n = 0;
    while (a.len - n >= 8 && is_ascii_run(a.ptr + n))
        n += 8;
    return n;
}

bool arms_text_from_latin1(arms_text *out, arms_arena *arena, arms_text bytes,
                           arms_error *err)
{
    size_t high = 0, n = 0;
    for (size_t i = 0; i < bytes.len; i++)
        high += (unsigned char)bytes.ptr[i] >= 0x80;
    char *copy = arms_alloc(arena, bytes.len + high + 1, 1, err);
    if (!copy)
        return false;
    for (size_t i = 0; i < bytes.len; i++) {
        size_t plain = ascii_front((arms_text){bytes.ptr + i, bytes.len - i});
        memcpy(copy + n, bytes.ptr + i, plain);
        n += plain;
        i += plain;
        if (i == bytes.len)
            break;
        unsigned char byte = (unsigned char)bytes.ptr[i];
        if (byte >= 0x80)
            copy[n++] = (char)(0xC0 | byte >> 6);
        copy[n++] = (char)(byte >= 0x80 ? 0x80 | (byte & 0x3F) : byte);
    }
    *out = (arms_text){copy, n};
    return true;
}

/* Letters that have no decomposition but are commonly typed as plain ones. */
static const struct {
    utf8proc_int32_t point;
    const char *plain;
} plain_letters[] = {
    {0x131, "i"}, {0xF8, "o"},   {0x111, "d"}, {0x142, "l"},
    {0xE6, "ae"}, {0x153, "oe"}, {0xF0, "d"},  {0xFE, "th"},
};

/* Room for one folded character, and what is put in it. */
typedef struct folding {
    char *at;
    bool gap; /* a space is due before the next letter */
    bool any; /* something was written */
} folding;

static bool is_word(utf8proc_int32_t point)
{
    utf8proc_category_t category = utf8proc_category(point);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

static void put_plain(folding *fold, utf8proc_int32_t point)
{
    for (size_t i = 0; i < sizeof plain_letters / sizeof *plain_letters; i++) {
        if (plain_letters[i].point != point)
            continue;
        size_t len = strlen(plain_letters[i].plain);
        memcpy(fold->at, plain_letters[i].plain, len);
        fold->at += len;
        return;
    }
    fold->at += utf8proc_encode_char(point, (utf8proc_uint8_t *)fold->at);
}

/* Before a letter or digit: the space that is due. */
static void put_gap(folding *fold)
{
    if (fold->gap)
        *fold->at++ = ' ';
    fold->gap = false;
    fold->any = true;
}

static void put_folded(folding *fold, utf8proc_int32_t point)
{
    utf8proc_category_t category = utf8proc_category(point);
    if (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME)
        return; /* a mark: its letter stands without it */
    if (!is_word(point)) {
        fold->gap = fold->any;
        return;
    }
    put_gap(fold);
    put_plain(fold, point);
}

enum { FOLDED_MAX = 18, FOLDED_BYTES = FOLDED_MAX * 4 + 1 };

/* An apostrophe joins ("d'Ivoire" = "dIvoire" in several sources), others part. */
static bool is_joiner(utf8proc_int32_t point)
{
    return point == '\'' || point == 0x2019 || point == '.' || point == 0xAD;
}

static void fold_point(folding *fold, utf8proc_int32_t point)
{
    utf8proc_int32_t folded[FOLDED_MAX];
    int boundary = 0;
    /* Most letters are plain ones, for which there is nothing to look up. */
    if ((point >= 'a' && point <= 'z') || (point >= '0' && point <= '9')) {
        put_gap(fold);
        *fold->at++ = (char)point;
        return;
    }
    utf8proc_ssize_t n = utf8proc_decompose_char(
        point, folded, FOLDED_MAX,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    for (utf8proc_ssize_t i = 0; i < n && i < FOLDED_MAX; i++)
        put_folded(fold, folded[i]);
}

bool arms_text_key(arms_text *out, arms_arena *arena, arms_text name, arms_error *err)
{
    /* The longest folding of one code point (U+FDFA) is 18 letters. */
    char *key = arms_alloc(arena, name.len + 1, 4, err);
    char *wide = key ? arms_alloc(arena, FOLDED_BYTES, 1, err) : NULL;
    if (!wide)
        return false;
    folding fold = {key, false, false};
    for (size_t i = 0, length; i < name.len; i += length) {
        utf8proc_int32_t point = decode(name, i, &length);
        folding one = {wide, fold.gap, fold.any};
        if (is_joiner(point))
            continue;
        fold_point(&one, point < 0 ? ' ' : point);
        size_t n = (size_t)(one.at - wide);
        if ((size_t)(fold.at - key) + n > name.len * 4)
            n = 0; /* such a character is in no name */
        memcpy(fold.at, wide, n);
        fold = (folding){fold.at + n, one.gap, one.any};
    }
    *fold.at = '\0';
    size_t skip = strncmp(key, "the ", 4) == 0 && fold.at - key > 4 ? 4 : 0;
    *out = (arms_text){key + skip, (size_t)(fold.at - key) - skip};
    return true;
}

size_t arms_text_width(arms_text a)
{
    size_t width = 0;
    for (size_t i = 0, length; i < a.len; i += length) {
        utf8proc_int32_t point = decode(a, i, &length);
        width += point < 0 ? 1 : (size_t)utf8proc_charwidth(point);
    }
    return width;
}

enum { DISTANCE_MAX = 64 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment distance (Damerau 1964), three rows at a time. */
size_t arms_text_distance(arms_text a, arms_text b, size_t most)
{
    size_t rows[3][DISTANCE_MAX + 1];
    size_t alen = least(a.len, DISTANCE_MAX), blen = least(b.len, DISTANCE_MAX);
    if ((alen > blen ? alen - blen : blen - alen) > most)
        return most + 1;
    for (size_t j = 0; j <= blen; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= alen; i++) {
        size_t *now = rows[i % 3], *before = rows[(i + 2) % 3], *two = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= blen; j++) {
            size_t change = before[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
            now[j] = least(change, least(before[j], now[j - 1]) + 1);
            bool swap = i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
                        a.ptr[i - 2] == b.ptr[j - 1];
            now[j] = swap ? least(now[j], two[j - 2] + 1) : now[j];
        }
    }
    return least(rows[alen % 3][blen], most + 1);
}
