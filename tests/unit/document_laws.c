/* Laws that hold for every document, of whatever bytes: for unit tests and fuzzing. */
#include <string.h>

#include "tests/unit/document_scene.h"

enum { LONGEST_SENTENCE = 20000 + 128, MOST_WORK = 25 };

static bool is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* No blank at either end, none but single spaces inside. */
static bool is_tidy(arms_text text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool edge = i == 0 || i + 1 == text.len || text.ptr[i - 1] == ' ';
        bool blank = text.ptr[i] != '\0' && strchr("\t\n\v\f\r", text.ptr[i]);
        if (blank || text.ptr[i] == '\0' || (text.ptr[i] == ' ' && edge))
            return false;
    }
    return text.len > 0;
}

static bool are_blocks(const arms_document *d)
{
    size_t at = 0;
    for (size_t i = 0; i < d->block_count; i++) {
        const arms_block *block = &d->blocks[i];
        bool apart = i == 0 || d->text.ptr[at++] == '\n';
        arms_text text = {d->text.ptr + block->begin, block->end - block->begin};
        if (!apart || block->begin != at || block->end > d->text.len || !is_tidy(text))
            return false;
        at = block->end;
    }
    return at == d->text.len;
}

/* Sentences fill their block but for a blank between two. */
static bool are_sentences(const arms_document *d)
{
    size_t next = 0;
    for (size_t i = 0; i < d->block_count; i++) {
        size_t at = d->blocks[i].begin;
        for (; next < d->sentence_count && d->sentences[next].block == i; next++) {
            const arms_sentence *one = &d->sentences[next];
            at += at > d->blocks[i].begin && d->text.ptr[at] == ' ';
            if (one->begin != at || one->end <= at || one->end - at > LONGEST_SENTENCE)
                return false;
            at = one->end;
        }
        if (at != d->blocks[i].end)
            return false;
    }
    return next == d->sentence_count;
}

static bool are_places(const arms_document *d, arms_text bytes)
{
    size_t before = 0;
    for (size_t i = 0; i <= d->text.len; i++) {
        size_t place = arms_document_place_of(d, i);
        if (place < before || place > bytes.len)
            return false;
        before = place;
    }
    return true;
}

/* A letter or digit of ASCII stands in the file where its place says, or a character
 * reference does. */
static bool are_letters(const arms_document *d, arms_text bytes)
{
    bool wide =
        arms_text_starts(bytes, "\xFE\xFF") || arms_text_starts(bytes, "\xFF\xFE");
    for (size_t i = 0; i < d->text.len; i++) {
        size_t place = arms_document_place_of(d, i);
        char c = d->text.ptr[i];
        if (!is_word_byte(c))
            continue;
        bool there =
            place < bytes.len && (bytes.ptr[place] == c || bytes.ptr[place] == '&');
        bool second = wide && place + 1 < bytes.len &&
                      (bytes.ptr[place + 1] == c || bytes.ptr[place + 1] == '&');
        if (!there && !second)
            return false;
    }
    return true;
}

const char *document_broken_law(const arms_document *d, arms_text bytes)
{
    if (!arms_text_is_utf8(d->text))
        return "the text is well-formed UTF-8";
    if (!are_blocks(d))
        return "blocks fill the text, a line each, with single spaces";
    if (!are_sentences(d))
        return "sentences fill the blocks";
    if (!are_places(d, bytes))
        return "places go forward and lie in the file";
    if (!are_letters(d, bytes))
        return "a letter stands where its place says";
    /* A byte of Windows-1252 may be three of UTF-8. */
    size_t length = arms_text_is_utf8(bytes) ? bytes.len : 3 * bytes.len;
    if (d->work > MOST_WORK * (length + 1))
        return "the work grows as the text does";
    return NULL;
}
