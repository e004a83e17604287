/* Sentences: a block is cut behind . ! ? and … where a capital, a digit, a quotation or a
 * bracket follows a blank.
 *
 * A single dot is doubtful: it may end an abbreviation, a title, an initial, or both an
 * abbreviation and its sentence ("in the U.S. The report"). What stands before it is
 * looked up in a table, and what follows in a list of words that often open a sentence
 * and are seldom a part of a name. Sentences never leave their block, and very long ones
 * are cut, so that whatever reads them takes linear time. */
#include "analysis/claims/document_abbreviations.h"
#include "analysis/claims/document_text.h"

#include <string.h>

enum { LONGEST = 20000, LONGEST_RUN = 64 };

typedef struct splitter {
    arms_document *out;
    arms_arena *arena;
    arms_text text; /* up to the end of the block */
    size_t block, begin;
    size_t blank; /* the last one of the sentence, or `begin` */
    arms_error *err;
} splitter;

static bool starts_at(const splitter *s, size_t at, const char *word)
{
    return arms_text_starts((arms_text){s->text.ptr + at, s->text.len - at}, word);
}

/* Bytes of the first of some words that stands at `at`; 0 where none does. */
static size_t any_at(const splitter *s, size_t at, const char *const *words)
{
    for (; *words; words++)
        if (starts_at(s, at, *words))
            return strlen(*words);
    return 0;
}

static size_t mark_at(const splitter *s, size_t at)
{
    static const char *const marks[] = {".", "!", "?", "…", NULL};
    return any_at(s, at, marks);
}

/* "[1]" or "[12]" behind a sentence: the mark of a note. */
static size_t note_at(const splitter *s, size_t at)
{
    enum { MOST_DIGITS = 4 };
    size_t end = at + 1;
    if (!starts_at(s, at, "["))
        return 0;
    while (end < s->text.len && end - at <= MOST_DIGITS &&
           document_is_digit(s->text.ptr[end]))
        end++;
    return end > at + 1 && starts_at(s, end, "]") ? end + 1 - at : 0;
}

/* What may stand between the end of a sentence and the blank: closing quotes and
 * brackets, and the marks of notes. */
static size_t closer_at(const splitter *s, size_t at)
{
    static const char *const closers[] = {"\"", "'", ")", "]", "”", "’", "»",
                                          "›",  "“", "¹", "²", "³", "⁰", "⁴",
                                          "⁵",  "⁶", "⁷", "⁸", "⁹", NULL};
    size_t length = any_at(s, at, closers);
    return length > 0 ? length : note_at(s, at);
}

/* Where a run of things at `at` ends; no further than a run's greatest length. */
static size_t run_end(const splitter *s, size_t at,
                      size_t (*length_at)(const splitter *, size_t))
{
    size_t begin = at;
    for (size_t n; at - begin < LONGEST_RUN && (n = length_at(s, at)) > 0;)
        at += n;
    return at;
}

static size_t opener_at(const splitter *s, size_t at)
{
    static const char *const openers[] = {"\"", "'", "(", "[", "“", "‘",
                                          "„",  "«", "‹", "”", "’", NULL};
    return any_at(s, at, openers);
}

static bool is_start(const splitter *s, size_t at)
{
    static const char *const money[] = {"$", "€", "£", "₹", "¥", NULL};
    arms_text rest = {s->text.ptr + at, s->text.len - at};
    return rest.len > 0 && (document_is_digit(rest.ptr[0]) || opener_at(s, at) > 0 ||
                            any_at(s, at, money) > 0 || arms_text_is_capital(rest));
}

/* Whether a word that begins at `at` is the end of a longer one: "Él", "5m", "F-35A". */
static bool is_torn(const splitter *s, size_t at)
{
    char before = at > s->begin ? s->text.ptr[at - 1] : ' ';
    bool typographic =
        at >= s->begin + 3 && memcmp(s->text.ptr + at - 3, "\xE2\x80", 2) == 0;
    return document_is_digit(before) || ((unsigned char)before >= 0x80 && !typographic);
}

/* The word that ends at `dot`, with dots inside of it; "" for one with other signs. */
static arms_text word_before(const splitter *s, size_t dot)
{
    enum { LONGEST_WORD = 12 };
    size_t begin = dot;
    while (begin > s->begin && dot - begin < LONGEST_WORD &&
           (document_is_letter(s->text.ptr[begin - 1]) || s->text.ptr[begin - 1] == '.'))
        begin--;
    return (arms_text){s->text.ptr + begin, is_torn(s, begin) ? 0 : dot - begin};
}

/* The word that begins behind quotes and brackets; "" before a dot, as in "A. Smith". */
static arms_text word_behind(const splitter *s, size_t at)
{
    enum { LONGEST_WORD = 16 };
    size_t begin = run_end(s, at, opener_at), end = begin;
    while (end < s->text.len && end - begin < LONGEST_WORD &&
           document_is_letter(s->text.ptr[end]))
        end++;
    return (arms_text){s->text.ptr + begin, starts_at(s, end, ".") ? 0 : end - begin};
}

/* A number alone before the dot counts a list's items: "1. The first". */
static bool is_counter(const splitter *s, size_t dot)
{
    enum { MOST_DIGITS = 3 };
    size_t at = s->begin;
    while (at < dot && at - s->begin <= MOST_DIGITS && document_is_digit(s->text.ptr[at]))
        at++;
    return at == dot && dot - s->begin <= MOST_DIGITS;
}

/* Whether a single dot ends a sentence, when the next word begins at `next`. */
static bool dot_ends(const splitter *s, size_t dot, size_t next)
{
    arms_text rest = {s->text.ptr + next, s->text.len - next};
    switch (abbreviation_kind(word_before(s, dot))) {
    case ABBREVIATION_NEVER_LAST: return false;
    case ABBREVIATION_OF_NUMBER: return !document_is_digit(rest.ptr[0]);
    case ABBREVIATION_BEFORE_LOW: return arms_text_is_capital(rest);
    case ABBREVIATION_ANYWHERE: return abbreviation_opens(word_behind(s, next));
    default: return !is_counter(s, dot);
    }
}

static bool add(splitter *s, size_t end)
{
    arms_document *out = s->out;
    arms_sentence *more =
        arms_extend(s->arena, out->sentences, out->sentence_count, sizeof *more, s->err);
    if (!more)
        return false;
    out->sentences = more;
    more[out->sentence_count++] = (arms_sentence){s->block, s->begin, end};
    return true;
}

/* Ends a sentence that is too long, at a blank or else between two characters. */
static bool cut(splitter *s, size_t *at)
{
    size_t end = s->blank, next = s->blank + 1;
    if (s->blank == s->begin) {
        end = s->begin + LONGEST;
        while (((unsigned char)s->text.ptr[end] & 0xC0) == 0x80)
            end--;
        next = end;
    }
    bool done = add(s, end);
    *at = s->begin = s->blank = next;
    return done;
}

/* Goes on behind `at`, and ends a sentence there if one ends. */
static bool step(splitter *s, size_t *at)
{
    size_t dot = *at, marks = run_end(s, dot, mark_at);
    if (marks == dot) {
        s->blank = s->text.ptr[dot] == ' ' ? dot : s->blank;
        ++*at;
        return true;
    }
    size_t end = run_end(s, marks, closer_at);
    bool single = marks == dot + 1 && s->text.ptr[dot] == '.';
    *at = end;
    if (!starts_at(s, end, " ") || !is_start(s, end + 1) ||
        (single && !dot_ends(s, dot, end + 1)))
        return true;
    bool done = add(s, end);
    *at = s->begin = s->blank = end + 1;
    return done;
}

static bool split(splitter *s, const arms_block *block)
{
    s->text.len = block->end;
    s->begin = s->blank = block->begin;
    for (size_t at = block->begin; at < block->end; s->out->work++)
        if (!(at - s->begin >= LONGEST ? cut(s, &at) : step(s, &at)))
            return false;
    return s->begin == block->end || add(s, block->end);
}

bool document_sentences(arms_document *out, arms_arena *arena, arms_error *err)
{
    splitter s = {.out = out, .arena = arena, .text = out->text, .err = err};
    for (; s.block < out->block_count; s.block++)
        if (!split(&s, &out->blocks[s.block]))
            return false;
    return true;
}
