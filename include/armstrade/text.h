/* Text as UTF-8: views, folding for names, display width.
 *
 * Names are compared by their key: compatibility decomposition, marks removed, case
 * folded without any locale (the Turkish I does not matter), every other run of
 * characters that are no letters or digits a single space, a leading "the" dropped.
 * "Türkiye", "TÜRKİYE" and "turkiye" have one key. */
#ifndef ARMSTRADE_TEXT_H
#define ARMSTRADE_TEXT_H

#include <armstrade/arena.h>

typedef struct arms_text {
    const char *ptr; /* not NUL-terminated */
    size_t len;
} arms_text;

/* A view of a NUL-terminated string; NULL gives the empty view. */
arms_text arms_text_of(const char *string);

bool arms_text_equal(arms_text a, arms_text b);
bool arms_text_is(arms_text a, const char *string);
bool arms_text_starts(arms_text a, const char *prefix);

/* The precision for a "%.*s" that shows no more than `most` bytes. */
int arms_text_shown(arms_text a, int most);

/* Without blanks (space, tab, CR, LF, no-break space) at either end. */
arms_text arms_text_trim(arms_text a);

/* Whether the text is the word, whatever the case of its ASCII letters. */
bool arms_text_is_word(arms_text a, const char *word);

/* The next part of a list, trimmed; *list shrinks by it. False at the list's end. */
bool arms_text_split(arms_text *part, arms_text *list, char separator);

/* Whether the bytes are well-formed UTF-8 (no overlong forms, no surrogates). */
bool arms_text_is_utf8(arms_text a);

/* Whether the text begins with a capital: an upper-case or title-case letter of any
 * script. */
bool arms_text_is_capital(arms_text a);

/* ISO-8859-1 bytes as UTF-8. Out of memory is the only error. */
bool arms_text_from_latin1(arms_text *out, arms_arena *arena, arms_text bytes,
                           arms_error *err);

/* The key of a name, as above, NUL-terminated in `arena`. Malformed UTF-8 is folded as
 * if each stray byte were a space. */
bool arms_text_key(arms_text *out, arms_arena *arena, arms_text name, arms_error *err);

/* Columns that the text takes on a terminal: wide characters count two, marks none. */
size_t arms_text_width(arms_text a);

/* Edits (insert, delete, replace, swap of neighbours) between two keys, at most `most`
 * + 1. Both are compared byte by byte and cut at 64 bytes. */
size_t arms_text_distance(arms_text a, arms_text b, size_t most);

#endif
