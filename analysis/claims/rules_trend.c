/* Trends: "have risen steadily since 2011", "Peru increased its imports", without a
 * number. */
#include <math.h>

#include "analysis/claims/change.h"

/* "Peru and Chile increased their arms exports": the flow that the verb's subject owns;
 * NULL for none. */
static const stream *object_of_trend(const grammar *g, int at)
{
    const scene *s = g->scene;
    const stream *st =
        is(s, at + 1, LEX_POSSESSIVE) ? noun_at(&g->streams, at + 1) : NULL;
    bool flow = st && stream_tells(st);
    int subject = own_subject(s, at);
    names owner, who_did;
    int owned = flow ? stream_holder(st) : NOWHERE;
    return owned == at + 1 && !is(s, at - 1, LEX_TO) && names_of(&owner, g, owned) &&
                   names_of(&who_did, g, subject) && names_same(&owner, &who_did)
               ? st
               : NULL;
}

bool rule_trend(bool *made, grammar *g, int at, arms_error *err)
{
    static const int near = 4;
    const scene *s = g->scene;
    int sign = change_way(s, at);
    if (sign == 0 || (is(s, at + 1, LEX_TO) && !is_word(s, at + 1, "for")) ||
        is(s, at + 1, LEX_FROM))
        return true;
    int begin = clause_begin(s, at), end = clause_end(s, at);
    bool told = is_sign(s, end, ':') && (is_kind(s, end + 1, ITEM_QUANTITY) ||
                                         is_kind(s, end + 2, ITEM_QUANTITY));
    if (is_word(s, end, "as") || told) /* "rose as a share, from 3 %", "rose: +3 %" */
        end = clause_end(s, end);
    for (int i = at; i < end; i++)
        if (is_sign(s, i, ',') && is_word(s, i + 1, "with"))
            end = i; /* "rose sharply, with Peru taking 30 per cent" */
    for (int i = begin; i < end; i++)
        if (is_kind(s, i, ITEM_QUANTITY) || is(s, i, LEX_SHARE) || is(s, i, LEX_NOT) ||
            is(s, i, LEX_TARGET) || is(s, i, LEX_DEAL) || is(s, i, LEX_PRODUCT) ||
            is(s, i, LEX_MULTIPLY) || is(s, i, LEX_BUDGET))
            return true;
    const stream *subject = NULL, *object = object_of_trend(g, at);
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        if (st->kind == STREAM_NOUN && st->way != WAY_ARMS && st->end <= at &&
            st->end >= at - near && st->begin >= begin)
            subject = st;
    }
    subject = subject ? subject : object;
    draft d = {.anchor = at, .rule = "trend", .sign = sign};
    int of = subject ? subject->begin - 1 : 0;
    while (is(s, of, LEX_ARTICLE))
        of--;
    bool size = is_word(s, of - 1, "value") || is_word(s, of - 1, "volume") ||
                is_word(s, of - 1, "level") || is_word(s, of - 1, "amount");
    if (is_word(s, of, "on") || (is(s, of, LEX_OF) && is_unknown(s, of - 1) && !size))
        return true; /* "the embargo on sales was lifted" */
    if (!subject || !frame_of_stream(&d.frame, g, subject))
        return true;
    if (d.frame.subject.count == 0)
        d.frame.subject = names_world();
    d.frame.world = false;
    d.frame.kind = ARMS_CLAIM_TREND;
    d.number = (quantity){.value = 1, .unit = "direction", .low = NAN, .high = NAN};
    *made = true;
    return change_put_apart(g, &d, err);
}
