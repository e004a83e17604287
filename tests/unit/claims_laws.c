/* Laws that hold for what is read in any text: for unit tests and fuzzing. */
#include <math.h>
#include <string.h>

#include "tests/unit/claims_scene.h"

static bool is_alphanumeric(char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
           (unsigned char)c >= 0x80;
}

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* The place of a number lies in its sentence, and letters or digits in it. */
static bool is_placed(const arms_document *d, size_t sentence, arms_extent number,
                      arms_text bytes)
{
    if (sentence == 0 || sentence > d->sentence_count || number.begin >= number.end)
        return false;
    const arms_sentence *in = &d->sentences[sentence - 1];
    size_t end = arms_document_place_of(d, in->end);
    if (number.begin < arms_document_place_of(d, in->begin) || number.end > end ||
        end > bytes.len)
        return false;
    for (size_t i = number.begin; i < number.end; i++)
        if (is_alphanumeric(bytes.ptr[i]))
            return true;
    return false;
}

/* Slots rest on bytes of the text, or on none. */
static bool is_grounded(const arms_document *d, arms_extent words)
{
    return words.begin <= words.end && words.end <= d->text.len;
}

static bool are_words(const arms_document *d, const arms_read_claim *c)
{
    return is_grounded(d, c->flow_words) && is_grounded(d, c->subject_words) &&
           is_grounded(d, c->counterpart_words) && is_grounded(d, c->period_words);
}

/* A limit may be open, never no number. */
static bool is_ordered(const arms_read_claim *c)
{
    if (strcmp(c->unit, "direction") == 0)
        return fabs(fabs(c->value) - 1) <= 0;
    double slack = 1e-9 * fabs(c->value);
    return isfinite(c->value) && c->range.low <= c->value + slack &&
           c->value <= c->range.high + slack;
}

/* Alone or with the same others. Not told apart: lists that share a member, and the
 * world's part of the world. */
static bool is_own_partner(const arms_read_claim *c)
{
    bool world = strcmp(c->subject, "World") == 0;
    return (c->counterpart && !world && strcmp(c->counterpart, c->subject) == 0) ||
           (c->denominator && strcmp(c->denominator, c->subject) == 0);
}

/* As periods are written in claims files. */
static bool is_period(const char *text)
{
    static const char allowed[] = "0123456789-.FYHQ";
    return !text || (has_digit(text) && text[strspn(text, allowed)] == '\0');
}

static const char *claim_law(const arms_document *d, const arms_read_claim *c,
                             arms_text bytes)
{
    if (!is_placed(d, c->sentence, c->number, bytes))
        return "a claim's number stands in its sentence";
    if (!are_words(d, c))
        return "slots rest on bytes of the text";
    if (!c->subject || c->subject[0] == '\0')
        return "a claim has a subject";
    if (is_own_partner(c))
        return "nobody is their own partner";
    if (!is_ordered(c))
        return "low <= value <= high";
    if (!is_period(c->period) || !is_period(c->base_period))
        return "periods are as claims files write them";
    return c->unit[0] && c->printed[0] && c->text[0] && c->rule[0]
               ? NULL
               : "a claim has a unit, a number as printed, a sentence and a rule";
}

static const char *number_law(const arms_document *d, const arms_unchecked *u,
                              arms_text bytes)
{
    if (!is_placed(d, u->sentence, u->number, bytes))
        return "a number that is no claim stands in its sentence";
    return has_digit(u->text) && u->reason[0] ? NULL
                                              : "such a number has digits and a reason";
}

/* Claims and numbers come in the order of their sentences. */
static bool are_sorted(const arms_text_reading *r)
{
    for (size_t i = 1; i < r->count; i++)
        if (r->claims[i].sentence < r->claims[i - 1].sentence)
            return false;
    for (size_t i = 1; i < r->unchecked_count; i++)
        if (r->unchecked[i].number.begin < r->unchecked[i - 1].number.end)
            return false;
    return true;
}

/* No number is both a claim and none; both lists are in the order of sentences. */
static bool are_apart(const arms_text_reading *r)
{
    size_t next = 0;
    for (size_t i = 0; i < r->count; i++) {
        const arms_read_claim *c = &r->claims[i];
        while (next < r->unchecked_count && r->unchecked[next].sentence < c->sentence)
            next++;
        for (size_t k = next; k < r->unchecked_count; k++) {
            const arms_unchecked *u = &r->unchecked[k];
            if (u->sentence > c->sentence)
                break;
            if (u->number.begin < c->number.end && c->number.begin < u->number.end)
                return false;
        }
    }
    return true;
}

/* Each claim can be handed on to be judged. */
static bool are_handed_on(const arms_document *d, const arms_text_reading *r)
{
    arms_arena arena = {0};
    arms_claims claims;
    bool done =
        arms_claims_from_reading(&claims, &arena, d, r, NULL) && claims.count == r->count;
    arms_arena_free(&arena);
    return done;
}

const char *claims_broken_law(const arms_document *d, const arms_text_reading *r,
                              arms_text bytes)
{
    const char *law = NULL;
    for (size_t i = 0; i < r->count && !law; i++)
        law = claim_law(d, &r->claims[i], bytes);
    for (size_t i = 0; i < r->unchecked_count && !law; i++)
        law = number_law(d, &r->unchecked[i], bytes);
    if (!law && !are_sorted(r))
        law = "claims and numbers come in the order of the text";
    if (!law && !are_apart(r))
        law = "a number is a claim or none, never both";
    if (!law && !are_handed_on(d, r))
        law = "claims can be handed on";
    return law;
}
