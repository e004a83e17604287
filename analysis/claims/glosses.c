/* Numbers that say more precisely what was said before them. */
#include "analysis/claims/grammar.h"

/* "(+187 per cent)", "– 24 per cent –", ", 48 per cent, came": a number between two signs
 * of a kind, the first at `open`. */
static bool is_gloss_at(const scene *s, int open)
{
    int number = open + 1 + (is_sign(s, open + 1, '+') || is_sign(s, open + 1, '-'));
    while (is(s, number, LEX_HEDGE))
        number++;
    bool closed = is_sign(s, open, '(') ? is_sign(s, number + 1, ')')
                  : is_sign(s, open, '_')
                      ? is_sign(s, number + 1, '_')
                      : is_sign(s, number + 1, ',') &&
                            (is(s, number + 2, LEX_COME) || is(s, number + 2, LEX_GO));
    return closed && is_kind(s, number, ITEM_QUANTITY) &&
           has_unit(&s->items[number].quantity, "percent");
}

/* Whether a number in brackets behind says the same more precisely: "nearly tripled
 * (+187 per cent)", "a quarter (24 per cent)". */
bool is_glossed(const scene *s, int at)
{
    static const int far = 5;
    for (int i = at + 1; i <= at + far && i < (int)s->count; i++) {
        if (is_sign(s, i, '(') || is_sign(s, i, '_') || is_sign(s, i, ','))
            return is_gloss_at(s, i);
        if (is_kind(s, i, ITEM_QUANTITY) || is_sign(s, i, ';'))
            return false;
    }
    return false;
}
