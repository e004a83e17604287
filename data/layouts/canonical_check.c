/* What a canonical file has above its rows that nothing reads: told, because a word that
 * was mistyped or damaged would be passed over otherwise. */
#include "data/layouts/canonical_check.h"

#include <armstrade/buffer.h>
#include <string.h>

static const char *const keys[] = {
    "source",    "publisher",   "generated",      "release", "kind",
    "valuation", "measure",     "credit",         "covers",  "layout",
    "sha256",    "reported-by", "classification",
};

enum { KEYS = sizeof keys / sizeof *keys };

static bool note_text(layout_run *run, const char *format, arms_text what, size_t line,
                      arms_error *err)
{
    arms_buffer shown = {0};
    arms_buffer_shown(&shown, what);
    bool done = arms_buffer_check(&shown, err);
    const char *text = shown.data ? shown.data : "";
    if (done)
        done = layout_note(
            run,
            arms_print(run->arena, err, "%s \"%.60s\" (line %zu)", format, text, line),
            err);
    arms_buffer_free(&shown);
    return done;
}

bool canonical_check_columns(layout_run *run, const csv_record *header,
                             const char *const *known, arms_error *err)
{
    for (size_t i = 0; i < header->count; i++) {
        size_t k = 0;
        while (known[k] && !arms_text_is(header->fields[i], known[k]))
            k++;
        if (!known[k] &&
            !note_text(run, "a column of canonical files is not known and not read:",
                       header->fields[i], header->line, err))
            return false;
    }
    return true;
}

/* The word behind "# ", up to a colon or a blank. */
static arms_text first_word(arms_text line)
{
    arms_text word = arms_text_trim((arms_text){line.ptr + 1, line.len - 1});
    size_t n = 0;
    while (n < word.len && word.ptr[n] != ':' && word.ptr[n] != ' ')
        n++;
    return (arms_text){word.ptr, n};
}

/* Whether a word is nearly a key: then the line was meant to be read. */
static bool is_near_key(arms_text word)
{
    for (size_t i = 0; i < KEYS; i++)
        if (arms_text_distance(word, arms_text_of(keys[i]), 1) <= 1)
            return true;
    return false;
}

static bool is_key(arms_text line)
{
    for (size_t i = 0; i < KEYS; i++) {
        size_t length = strlen(keys[i]);
        if (line.len > length + 2 && memcmp(line.ptr, "# ", 2) == 0 &&
            memcmp(line.ptr + 2, keys[i], length) == 0 && line.ptr[length + 2] == ':')
            return true;
    }
    return false;
}

/* Lines are "# key: value", or a remark for people. A second '#' in a value would be
 * another line that lost its beginning. */
static bool is_understood(arms_text line)
{
    if (line.len == 0)
        return true;
    if (is_key(line))
        return !memchr(line.ptr + 1, '#', line.len - 1);
    return line.ptr[0] == '#' && !is_near_key(first_word(line));
}

bool canonical_check_lines(layout_run *run, arms_error *err)
{
    for (size_t i = 0; i < run->preamble_count; i++) {
        arms_text line = layout_unpadded(run->preamble[i]);
        if (!is_understood(line) &&
            !note_text(run, "a line above the header is not understood:", line, i + 1,
                       err))
            return false;
    }
    return true;
}
