/* Numbers in words: "twenty-one", "a third", "nine in ten", "twice", "most of". */
#include "analysis/claims/quantity_reader.h"

bool quantity_and_half(const quantity_reader *r)
{
    const token_row *all = &r->scene->tokens;
    return token_is_word(all, r->at, "and") && token_is_word(all, r->at + 1, "a") &&
           token_is_word(all, r->at + 2, "half");
}

/* "three", "twenty-one", "two and a half". */
bool quantity_words(quantity_reader *r)
{
    const lexicon_row *tens = quantity_take(r, LEX_NUMBER);
    if (!tens)
        return false;
    r->q.value = tens->number;
    r->q.step = 1;
    r->q.word = true;
    size_t tokens = 0, dash = token_is_sign(&r->scene->tokens, r->at, '-');
    const lexicon_row *units = quantity_row(r, r->at + dash, LEX_NUMBER, &tokens);
    if (tens->number >= 20 && units && units->number > 0 && units->number < 10) {
        r->q.value += units->number;
        r->at += dash + tokens;
    }
    bool half = quantity_and_half(r);
    r->q.value += half ? 0.5 : 0;
    r->at += half ? 3 : 0;
    return true;
}

/* "by half", "over half", "to about half". */
static bool is_halved(const quantity_reader *r, size_t at)
{
    return at > 0 && (scene_token_row(r->scene, at - 1, LEX_BY) ||
                      scene_token_row(r->scene, at - 1, LEX_ON) ||
                      scene_token_row(r->scene, at - 1, LEX_THAN) ||
                      scene_token_row(r->scene, at - 1, LEX_HEDGE) ||
                      token_is_word(&r->scene->tokens, at - 1, "to"));
}

/* "a third", "one-third", "two-thirds", "half", "three quarters". */
bool quantity_fraction(quantity_reader *r)
{
    size_t start = r->at;
    const lexicon_row *count = quantity_take(r, LEX_NUMBER);
    bool one = !count && (token_is_word(&r->scene->tokens, r->at, "a") ||
                          token_is_word(&r->scene->tokens, r->at, "an"));
    r->at += one;
    r->at +=
        one && token_is_word(&r->scene->tokens, r->at, "full"); /* "a full quarter" */
    if (count && token_is_sign(&r->scene->tokens, r->at, '-'))
        r->at++;
    const lexicon_row *part = quantity_take(r, LEX_FRACTION);
    bool half = part && part->number == 50;
    size_t tokens;
    bool of = quantity_row(r, r->at, LEX_OF, &tokens) != NULL;
    bool went = quantity_row(r, r->at, LEX_GO, &tokens) != NULL;
    /* "third" alone is an ordinal, "half" is not; "first half" and "half a year" are
     * periods. */
    if (!part || !(count || one || of || (half && (went || is_halved(r, start))))) {
        r->at = start;
        return false;
    }
    r->q.value = part->number * (count ? count->number : 1);
    r->q.fraction = r->q.word = true;
    quantity_unit(&r->q, "percent", false);
    if (r->q.value < 100)
        return true;
    r->at = start;
    return false;
}

/* "half a" in front of a magnitude: 0.5 million, to one digit. Other parts have no
 * digit to be rounded to. */
bool quantity_part(quantity_reader *r)
{
    size_t start = r->at, tokens;
    const lexicon_row *part = quantity_take(r, LEX_FRACTION);
    bool half = part && part->number == 50 &&
                token_is_word(&r->scene->tokens, r->at, "a") &&
                quantity_row(r, r->at + 1, LEX_MAGNITUDE, &tokens);
    r->at = half ? r->at + 1 : start;
    if (!half)
        return false;
    r->q.value = 0.5;
    r->q.step = 0.1;
    r->q.word = true;
    return true;
}

/* "nine in ten", "one in four", "two out of three". */
bool quantity_odds(quantity_reader *r)
{
    size_t start = r->at, length = 0;
    const lexicon_row *part = quantity_take(r, LEX_NUMBER);
    bool out = part && token_is_word(&r->scene->tokens, r->at, "out") &&
               token_is_word(&r->scene->tokens, r->at + 1, "of");
    bool in = part && token_is_word(&r->scene->tokens, r->at, "in");
    r->at += out ? 2 : in ? 1 : 0;
    const lexicon_row *whole =
        out || in ? quantity_row(r, r->at, LEX_NUMBER, &length) : NULL;
    if (!whole || whole->number <= part->number || part->number < 1) {
        r->at = start;
        return false;
    }
    r->at += length;
    r->q.value = 100 * part->number / whole->number;
    r->q.fraction = r->q.word = true;
    quantity_unit(&r->q, "percent", false);
    return true;
}

/* "twice", "all of", "most of". */
bool quantity_word(quantity_reader *r)
{
    const lexicon_row *twice = quantity_take(r, LEX_TWICE);
    if (twice) {
        r->q.value = twice->number;
        r->q.word = true;
        quantity_unit(&r->q, "times", false);
        return true;
    }
    size_t start = r->at, tokens;
    const lexicon_row *most = quantity_take(r, LEX_MOST),
                      *all = most ? NULL : quantity_take(r, LEX_ALL);
    if ((most || all) && quantity_row(r, r->at, LEX_OF, &tokens)) {
        r->q.value = most ? most->number : all->number;
        r->q.fraction = r->q.word = true;
        r->q.bound = most ? ARMS_BOUND_OVER : ARMS_BOUND_EXACT;
        quantity_unit(&r->q, "percent", false);
        return true;
    }
    r->at = start;
    return false;
}
