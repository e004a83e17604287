/* Shares that go on with a claim before: of an amount, of a fraction that a bracket says
 * better, of the parties that were ranked. */
#include "analysis/claims/share.h"

/* "$14 million in such deliveries or 41 per cent": whether anything but words of the
 * amount stands between. */
static bool parts_between(const scene *s, int amount, int at)
{
    for (int i = amount + 1; i < at - 1; i++)
        if (!is_unknown(s, i) && !is(s, i, LEX_IN) && !is(s, i, LEX_ARMS) &&
            !is(s, i, LEX_TRANSFERS) && !is(s, i, LEX_EXPORTS) &&
            !is(s, i, LEX_IMPORTS) && !is(s, i, LEX_ARMSONLY) && !is(s, i, LEX_REACH) &&
            !is(s, i, LEX_THIS) && !is(s, i, LEX_OF))
            return true;
    return false;
}

/* "arms worth $10 million (17 per cent)": of the whole flow that the amount is part
 * of. */
bool share_of_amount(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    int amount = at - 2 - (is(s, at - 1, LEX_OR) && is_sign(s, at - 2, ','));
    bool open = is_sign(s, at - 1, '(') && is_sign(s, at + 1, ')');
    bool gloss = (open || is(s, at - 1, LEX_OR)) && !is(s, at + 1, LEX_OF) &&
                 has_unit(&s->items[at].quantity, "percent");
    bool or = is(s, at - 1, LEX_OR) && !parts_between(s, g->frame_anchor, at);
    if (!gloss || !g->has_frame || g->frame.kind != ARMS_CLAIM_LEVEL ||
        (g->frame_anchor != amount && ! or) || is_world(&g->frame.subject))
        return true;
    draft d = draft_again(g, at, "share-amount", ARMS_CLAIM_SHARE);
    d.frame.world = d.frame.counterpart.count == 0;
    *made = true;
    return put_beside(g, &d, err);
}

/* "the majority of Chilean sales (74 per cent)": the number of the share before. */
bool share_of_gloss(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *told = g->has_frame ? &s->items[g->frame_anchor].quantity : NULL;
    bool gloss = told && told->fraction && g->frame.kind == ARMS_CLAIM_SHARE &&
                 is_sign(s, at - 1, '(') && is_sign(s, at + 1, ')') &&
                 is_glossed(s, g->frame_anchor) &&
                 has_unit(&s->items[at].quantity, "percent") &&
                 quantities_between(s, g->frame_anchor, at) == 1;
    if (!gloss)
        return true;
    draft d = draft_again(g, at, "share-gloss", ARMS_CLAIM_SHARE);
    *made = true;
    return put_claim(g, &d, err);
}

void joined_numbers(const scene *s, int at, int *first, int *last)
{
    *first = *last = at;
    while (is_kind(s, *first - 2, ITEM_QUANTITY) &&
           (is_sign(s, *first - 1, ',') || is(s, *first - 1, LEX_AND)))
        *first -= 2;
    while (is_kind(s, *last + 2, ITEM_QUANTITY) &&
           (is_sign(s, *last + 1, ',') || is(s, *last + 1, LEX_AND)))
        *last += 2;
}

/* ", with 30 and 20 per cent": the second of such numbers. */
bool is_of_list(const grammar *g, int at)
{
    int first, last;
    joined_numbers(g->scene, at, &first, &last);
    return first < at && is_word(g->scene, before_number(g->scene, first), "with");
}

/* "Peru and Chile were its main suppliers, with 30 and 20 per cent": of which of them. */
bool share_of_list(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    names all = {.count = 0};
    int first, last;
    joined_numbers(s, at, &first, &last);
    for (int i = first - 1; i >= 0 && all.count == 0; i--)
        if (is_kind(s, i, ITEM_PARTY) && s->items[i].count > 1)
            (void)names_of(&all, g, i);
    draft d = draft_again(g, at, "share-list", ARMS_CLAIM_SHARE);
    if ((int)all.count != (last - first) / 2 + 1)
        return true;
    names_keep(&all, (size_t)(at - first) / 2);
    *frame_varying(&d.frame) = all;
    *made = true;
    return put_beside(g, &d, err);
}
