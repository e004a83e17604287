/* Reasons are told by the words around a number: the nearest of a class in its clause, or
 * else in its sentence. */
#include "analysis/claims/unchecked.h"

#include <stdlib.h>

static const struct {
    lexicon_class class;
    const char *reason;
} reasons[] = {
    {LEX_ARTICLES, "count of items"}, {LEX_PEOPLE, "people"},
    {LEX_MEASURE, "specification"},   {LEX_DEAL, "deal value"},
    {LEX_BUDGET, "budget"},           {LEX_COMPANY, "company"},
    {LEX_TARGET, "target"},           {LEX_AID, "aid"},
    {LEX_PRODUCT, "production"},      {LEX_TRADE, "general trade"},
};

/* "260 combat aircraft", "1,975 km/h", "500 troops": what is counted follows soon. */
static const char *counted(const scene *s, int at)
{
    static const int far = 4;
    for (int i = at + 1; i <= at + far && i < (int)s->count; i++) {
        if (is_kind(s, i, ITEM_QUANTITY) || is_sign(s, i, ','))
            return NULL;
        for (size_t k = 0; k < 3; k++)
            if (is(s, i, reasons[k].class))
                return reasons[k].reason;
    }
    return NULL;
}

static const char *nearest(const scene *s, int at)
{
    static const int far = 30;
    const char *found = NULL;
    int best = far + 1, end = at + far < (int)s->count ? at + far : (int)s->count;
    for (int i = at > far ? at - far : 0; i < end; i++)
        for (size_t k = 3; k < sizeof reasons / sizeof *reasons; k++)
            if (is(s, i, reasons[k].class) && abs(i - at) < best) {
                best = abs(i - at);
                found = reasons[k].reason;
            }
    return found;
}

static const char *reason_of(const scene *s, int at)
{
    if (is_kind(s, at, ITEM_PERIOD))
        return "date";
    if (is_denied(s, at))
        return "denied";
    bool bare = has_unit(&s->items[at].quantity, "");
    const char *found = bare ? counted(s, at) : NULL;
    found = found ? found : nearest(s, at);
    return found ? found : "not understood";
}

/* Numbers in digits; words such as "one" and "half" are listed only where they became
 * claims. */
static bool has_digit(const scene *s, int at)
{
    for (size_t i = s->items[at].first; i < s->items[at].end; i++)
        if (s->tokens.items[i].kind == TOKEN_NUMBER)
            return true;
    return false;
}

bool unchecked_find(grammar *g, arms_error *err)
{
    const scene *s = g->scene;
    arms_text_reading *out = g->out;
    for (int i = 0; i < (int)s->count; i++) {
        const item *t = &s->items[i];
        bool number =
            t->kind == ITEM_QUANTITY || t->kind == ITEM_PERIOD || t->kind == ITEM_SIGN;
        if (!number || t->taken || !has_digit(s, i))
            continue;
        out->unchecked = arms_extend(g->arena, out->unchecked, out->unchecked_count,
                                     sizeof *out->unchecked, err);
        size_t begin = scene_begin(s, (size_t)i), end = scene_end(s, (size_t)i);
        const char *text = arms_copy(g->arena, s->text.ptr + begin, end - begin, err);
        if (!out->unchecked || !text)
            return false;
        out->unchecked[out->unchecked_count++] =
            (arms_unchecked){text, g->sentence + 1, {begin, end}, reason_of(s, i)};
    }
    return true;
}
