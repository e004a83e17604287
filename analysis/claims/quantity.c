/* Numbers with their units, as newsrooms print them: "11 per cent", "%11", "US$ 21 mn",
 * "Rs 21,083 crore", "4,5 Prozent" aside, "a third", "two-thirds", "2.5 times",
 * "$2.3-$2.6 billion", "twenty-one per cent".
 *
 * A comma before exactly three digits parts thousands (or lakhs, where groups of two
 * follow), any other is a decimal comma; a point is a decimal point unless there are
 * several. */
#include <math.h>
#include <string.h>

#include "analysis/claims/quantity_reader.h"

const lexicon_row *quantity_row(const quantity_reader *r, size_t at, lexicon_class class,
                                size_t *tokens)
{
    const lexicon_row *row = scene_token_row(r->scene, at, class);
    if (row)
        *tokens = r->scene->found[at].tokens;
    return row;
}

const lexicon_row *quantity_take(quantity_reader *r, lexicon_class class)
{
    size_t tokens = 0;
    const lexicon_row *row = quantity_row(r, r->at, class, &tokens);
    r->at += tokens;
    return row;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits_from(arms_text a, size_t at)
{
    size_t n = 0;
    while (at + n < a.len && is_digit(a.ptr[at + n]))
        n++;
    return n;
}

/* Whether the mark at `at` parts groups of digits and no fraction. */
static bool parts_groups(arms_text a, size_t at)
{
    size_t next = digits_from(a, at + 1), points = 0;
    bool last = at + 1 + next == a.len || a.ptr[at + 1 + next] != a.ptr[at];
    if (a.ptr[at] == '.') {
        for (size_t i = 0; i < a.len && points < 2; i++)
            points += a.ptr[i] == '.';
        return points > 1 && next == 3;
    }
    return next == 3 || (!last && next == 2);
}

/* The printed digits as a number, with the value of the last of them. */
static bool parse_digits(arms_text a, double *value, double *step)
{
    int64_t digits = 0;
    int places = 0;
    bool fraction = false;
    for (size_t i = 0; i < a.len; i++) {
        if (is_digit(a.ptr[i])) {
            if (digits > INT64_MAX / 10 - 1)
                return false;
            digits = digits * 10 + (a.ptr[i] - '0');
            places += fraction;
        } else if (!parts_groups(a, i)) {
            if (fraction)
                return false;
            fraction = true;
        }
    }
    arms_decimal number = {.digits = digits, .exponent = -places};
    *value = arms_decimal_value(number);
    *step = arms_decimal_unit(number);
    return true;
}

static const token *token_at(const quantity_reader *r, size_t at)
{
    return at < r->scene->tokens.count ? &r->scene->tokens.items[at] : NULL;
}

static arms_text token_text(const quantity_reader *r, const token *t)
{
    return (arms_text){r->scene->text.ptr + t->begin, t->end - t->begin};
}

/* "F-35", "C130", "PL-15": a name and no number. "FY24" and "top-5" are none. */
static bool is_designator(const quantity_reader *r)
{
    const token *before = r->at > 0 ? token_at(r, r->at - 1) : NULL;
    const token *number = token_at(r, r->at);
    size_t tokens;
    if (!before || !number->glued)
        return false;
    if (before->kind == TOKEN_WORD)
        return !quantity_row(r, r->at - 1, LEX_CURRENCY, &tokens);
    const token *name = before->sign == '-' && before->glued && r->at >= 2
                            ? token_at(r, r->at - 2)
                            : NULL;
    return name && name->kind == TOKEN_WORD && name->capital &&
           !quantity_row(r, r->at - 2, LEX_NUMBERWORD, &tokens);
}

/* "R885 875 277": three further digits behind a blank. */
static bool take_group(quantity_reader *r)
{
    const token *t = token_at(r, r->at);
    double value, step;
    bool group = t && t->kind == TOKEN_NUMBER && !t->glued && t->end - t->begin == 3 &&
                 parse_digits(token_text(r, t), &value, &step) && step >= 1;
    if (!group)
        return false;
    r->q.value = r->q.value * 1000 + value;
    r->at++;
    return true;
}

static bool take_digits(quantity_reader *r, bool before)
{
    const token *t = token_at(r, r->at);
    if (!t || t->kind != TOKEN_NUMBER || is_designator(r))
        return false;
    if (!parse_digits(token_text(r, t), &r->q.value, &r->q.step))
        return false;
    r->at++;
    while (before && r->q.step >= 1 && take_group(r))
        continue;
    return true;
}

/* The unit of a currency's sign in front. */
static const char *take_sign(quantity_reader *r)
{
    static const struct {
        char sign;
        const char *unit;
    } signs[] = {{'$', "USD"}, {'E', "EUR"}, {'P', "GBP"}, {'R', "INR"}};
    const token *t = token_at(r, r->at);
    if (t && t->kind == TOKEN_SIGN)
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (t->sign == signs[i].sign) {
                r->at++;
                return signs[i].unit;
            }
    return NULL;
}

/* "US$", "A$", "Rs.", "USD", "€". */
static const char *take_currency(quantity_reader *r)
{
    static const struct {
        const char *word, *unit;
    } dollars[] = {{"us", "USD"}, {"a", "AUD"},  {"au", "AUD"}, {"c", "CAD"},
                   {"ca", "CAD"}, {"nz", "NZD"}, {"s", "SGD"},  {"hk", "HKD"}};
    for (size_t i = 0; i < sizeof dollars / sizeof *dollars; i++)
        if (token_is_word(&r->scene->tokens, r->at, dollars[i].word) &&
            token_is_sign(&r->scene->tokens, r->at + 1, '$') &&
            (token_at(r, r->at + 1)->glued || /* "(U.S. $8 billion)" */
             (r->at > 0 && token_is_sign(&r->scene->tokens, r->at - 1, '(')))) {
            r->at += 2;
            return dollars[i].unit;
        }
    const char *unit = take_sign(r);
    bool code = r->at < r->scene->tokens.count && r->scene->tokens.items[r->at].capital;
    bool behind = r->q.step > 0; /* "won" in front of a number is a verb */
    const lexicon_row *row =
        unit || (!code && !behind) ? NULL : quantity_take(r, LEX_CURRENCY);
    if (row && !behind && token_is_sign(&r->scene->tokens, r->at, '.'))
        r->at++; /* "Rs. 50 million" */
    return unit ? unit : row ? row->word : NULL;
}

/* "million", "bn", "lakh crore". */
static void take_magnitudes(quantity_reader *r, double *factor)
{
    const lexicon_row *row;
    *factor = 1;
    size_t start = r->at;
    if (token_is_sign(&r->scene->tokens, r->at, '-'))
        r->at++;
    while ((row = quantity_take(r, LEX_MAGNITUDE)))
        *factor *= row->number;
    if (*factor == 1)
        r->at = start;
}

void quantity_unit(quantity *q, const char *unit, bool money)
{
    q->unit = unit;
    q->money = money;
}

/* The sign or word of per cent, of points, or "times". A hyphen may stand before it. */
static bool take_measure(quantity_reader *r)
{
    size_t start = r->at;
    static const struct {
        lexicon_class class;
        const char *unit;
    } words[] = {{LEX_POINT, "percentage_point"},
                 {LEX_PERCENT, "percent"},
                 {LEX_TIMES, "times"},
                 {LEX_FOLD, "times"}};
    if (token_is_sign(&r->scene->tokens, r->at, '%')) {
        size_t tokens;
        r->at++;
        bool point = quantity_row(r, r->at, LEX_POINT, &tokens);
        r->at += point ? tokens : 0;
        quantity_unit(&r->q, point ? "percentage_point" : "percent", false);
        return true;
    }
    if (token_is_sign(&r->scene->tokens, r->at, '-'))
        r->at++;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (quantity_take(r, words[i].class)) {
            quantity_unit(&r->q, words[i].unit, false);
            return true;
        }
    r->at = start;
    return false;
}

/* "million TIV", "€", "dollars", "items". */
static void take_amount_unit(quantity_reader *r, const char *before)
{
    size_t start = r->at;
    bool source = quantity_take(r, LEX_SOURCE); /* "SIPRI" alone is no unit */
    if ((source || !before) && quantity_take(r, LEX_TIV)) {
        quantity_unit(&r->q, "TIV", true);
        return;
    }
    r->at = start;
    const char *after = take_currency(r);
    if (after && (!before || strcmp(before, after) == 0)) {
        quantity_unit(&r->q, after, true);
        return;
    }
    r->at = start;
    if (before)
        quantity_unit(&r->q, before, true);
}

static void scale(quantity *q, double factor)
{
    q->value *= factor;
    q->step *= factor;
    if (factor > 1 && q->step >= 1 && isnan(q->low)) /* 8.3 times a billion is whole */
        q->value = round(q->value / q->step) * q->step;
}

/* The second end of a printed range: "$2.3-$2.6 billion", "10–12 per cent". */
static void take_range(quantity_reader *r, const char *before)
{
    size_t start = r->at;
    double high, step;
    if (!token_is_sign(&r->scene->tokens, r->at, '-') || r->q.word)
        return;
    r->at++;
    const char *again = take_currency(r);
    const token *t = token_at(r, r->at);
    bool same = !again || (before && strcmp(again, before) == 0);
    if (same && t && t->kind == TOKEN_NUMBER &&
        parse_digits(token_text(r, t), &high, &step) && high > r->q.value) {
        r->at++;
        r->q.low = r->q.value;
        r->q.high = high;
        r->q.value = (r->q.low + high) / 2;
    } else
        r->at = start;
}

/* "1 billion 341 million 848 thousand": further numbers with ever smaller magnitudes. */
static void take_smaller(quantity_reader *r, double factor)
{
    for (;;) {
        size_t start = r->at;
        quantity sum = r->q;
        double smaller;
        const token *t = token_at(r, r->at);
        double value, step;
        if (!t || t->kind != TOKEN_NUMBER ||
            !parse_digits(token_text(r, t), &value, &step) || value >= 1000)
            return;
        r->at++;
        take_magnitudes(r, &smaller);
        if (smaller <= 1 || smaller >= factor) {
            r->at = start;
            r->q = sum;
            return;
        }
        r->q.value += value * smaller;
        r->q.step = step * smaller;
        factor = smaller;
    }
}

static bool take_number(quantity_reader *r)
{
    double factor;
    if (token_is_sign(&r->scene->tokens, r->at, '%') && token_at(r, r->at + 1) &&
        token_at(r, r->at + 1)->glued) {
        r->at++;
        quantity_unit(&r->q, "percent", false);
        return take_digits(r, false);
    }
    const char *before = take_currency(r);
    if (!take_digits(r, before != NULL) &&
        (before || !(quantity_part(r) || quantity_words(r))))
        return false;
    bool half = r->q.step >= 1 && quantity_and_half(r);
    if (half && !r->q.word) { /* "2 and a half times" */
        r->q.value += 0.5;
        r->q.step = 0.5;
        r->at += 3;
    }
    take_range(r, before);
    take_magnitudes(r, &factor);
    scale(&r->q, factor);
    if (factor > 1 && isnan(r->q.low))
        take_smaller(r, factor);
    if (!isnan(r->q.low)) {
        r->q.low *= factor;
        r->q.high *= factor;
    }
    if (!before && take_measure(r))
        return true;
    take_amount_unit(r, before);
    return true;
}

/* Whether the number is the first part of an ordinal: "11th". */
static bool is_ordinal(const quantity_reader *r)
{
    size_t tokens;
    const token *t = token_at(r, r->at);
    return t && t->glued && quantity_row(r, r->at, LEX_ORDINALEND, &tokens) != NULL;
}

size_t quantity_read(quantity *out, const scene *s, size_t at)
{
    quantity_reader r = {
        .scene = s, .at = at, .q = {.unit = "", .low = NAN, .high = NAN}};
    bool part = quantity_part(&r); /* "half a billion" is no share */
    r.at = at;
    bool done = (!part && quantity_fraction(&r)) || quantity_odds(&r) ||
                quantity_word(&r) || take_number(&r);
    if (!done || r.at == at)
        return 0;
    bool factor = at > 1 && token_is_word(&s->tokens, at - 1, "of") &&
                  token_is_word(&s->tokens, at - 2, "factor");
    if (factor && r.q.unit[0] == '\0')
        r.q.unit = "times"; /* "by a factor of 2.5" */
    if (r.q.unit[0] == '\0' && is_ordinal(&r)) {
        r.at++;
        r.q.step = 0;
        r.q.unit = "rank";
    }
    *out = r.q;
    return r.at - at;
}
