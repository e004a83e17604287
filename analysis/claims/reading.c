/* Reads a document sentence by sentence. See the header. */
#include <armstrade/reading.h>

#include "analysis/claims/grammar.h"
#include "analysis/claims/unchecked.h"

/* "2025", "2025-07", "2025-07-08". */
static bool read_date(memory *m, const char *date, arms_error *err)
{
    arms_text rest = arms_text_of(date), part;
    int values[3] = {0}, n = 0;
    bool good = true;
    while (good && arms_text_split(&part, &rest, '-')) {
        good = n < 3 && part.len == (n == 0 ? 4 : 2);
        for (size_t i = 0; good && i < part.len; i++) {
            good = part.ptr[i] >= '0' && part.ptr[i] <= '9';
            values[n] = values[n] * 10 + (part.ptr[i] - '0');
        }
        n++;
    }
    m->year = values[0];
    m->month = values[1];
    bool sane = good && n > 0 && m->year >= 1900 && m->year < 2200 && m->month <= 12 &&
                values[2] <= 31 && !(n > 1 && m->month == 0);
    return sane || arms_fail(err, ARMS_USAGE,
                             "\"%.60s\" is no date of a document; write 2025, 2025-07 or "
                             "2025-07-08",
                             date);
}

/* Spans in the document's file for what was found in its text. */
static void place(arms_text_reading *r, const arms_document *d, size_t claim,
                  size_t number)
{
    for (size_t i = claim; i < r->count; i++) {
        arms_extent *s = &r->claims[i].number;
        *s = (arms_extent){arms_document_place_of(d, s->begin),
                           arms_document_place_of(d, s->end)};
    }
    for (size_t i = number; i < r->unchecked_count; i++) {
        arms_extent *s = &r->unchecked[i].number;
        *s = (arms_extent){arms_document_place_of(d, s->begin),
                           arms_document_place_of(d, s->end)};
    }
}

/* What is read of a sentence is dropped with `scratch`; its claims stay. */
static bool read_one(grammar *g, const arms_document *d, arms_arena *scratch,
                     arms_error *err)
{
    const arms_sentence *at = &d->sentences[g->sentence];
    arms_text_reading *out = g->out;
    size_t claims = out->count, numbers = out->unchecked_count;
    scene s;
    g->scene = &s;
    if (!scene_make(&s, scratch, (arms_text){d->text.ptr, at->end}, at->begin, err) ||
        !read_sentence(g, scratch, err) || !unchecked_find(g, err))
        return false;
    const char *text = NULL;
    if (out->count > claims)
        text = arms_copy(g->arena, d->text.ptr + at->begin, at->end - at->begin, err);
    for (size_t i = claims; i < out->count && text; i++)
        out->claims[i].text = text;
    place(out, d, claims, numbers);
    return text || out->count == claims;
}

bool arms_read_document(arms_text_reading *out, arms_arena *arena,
                        const arms_document *document, const char *date, arms_error *err)
{
    memory m = {.year = 0};
    *out = (arms_text_reading){0};
    if (date && !read_date(&m, date, err))
        return false;
    for (size_t i = 0; i < document->sentence_count; i++) {
        arms_arena scratch = {0};
        grammar g = {.arena = arena, .memory = &m, .out = out, .sentence = i};
        bool done = read_one(&g, document, &scratch, err);
        arms_arena_free(&scratch);
        if (!done)
            return false;
    }
    return true;
}
