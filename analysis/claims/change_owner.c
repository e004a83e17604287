/* Changes that leave out what was said before: whose they are, and that they are
 * changes at all. */
#include "analysis/claims/change.h"

/* "…, compared with 61 per cent for Egypt", "…, 21 per cent in the Americas": whose
 * change it is; NOWHERE for none. */
int party_for(const grammar *g, int at)
{
    const scene *s = g->scene;
    int before = before_number(s, at), party = at + 2 + is(s, at + 2, LEX_ARTICLE);
    bool change = g->has_frame && g->frame.kind == ARMS_CLAIM_CHANGE;
    before -= is(s, before, LEX_BY) && before == at - 1; /* "and by 7 per cent in Asia" */
    bool joined =
        is(s, before, LEX_COMPARE) || is(s, before, LEX_AND) || is_sign(s, before, ',');
    bool word = is_word(s, at + 1, "for") || is_word(s, at + 1, "in");
    return change && joined && word && is_kind(s, party, ITEM_PARTY) ? party : NOWHERE;
}

/* "…, followed by Australia (98 per cent)": whose change it is; NOWHERE for none. */
int listed_change(const grammar *g, int at)
{
    const scene *s = g->scene;
    bool change = g->has_frame && g->frame.kind == ARMS_CLAIM_CHANGE && g->out->count > 0;
    bool listed = false;
    int with = before_number(s, at);
    while (is(s, with, LEX_OF) || is(s, with, LEX_RISE) || is(s, with, LEX_FALL) ||
           is(s, with, LEX_ARTICLE))
        with--;
    if (change && is(s, with, LEX_HAVE) && is_kind(s, with - 1, ITEM_PARTY) &&
        is_word(s, with - 2 - is(s, with - 2, LEX_ARTICLE), "followed"))
        return with - 1; /* ", followed by Peru with an increase of 7 per cent" */
    if (change && is_sign(s, at - 1, ',') && is_kind(s, at - 2, ITEM_PARTY) &&
        is_sign(s, at - 3, ';') && !s->items[at - 2].possessive)
        return at - 2;                          /* "; Peru, 7 per cent" */
    int joint = at - 3 - is(s, at - 3, LEX_BY); /* ", by Peru (7 per cent)" */
    for (int i = g->frame_anchor; i < at; i++)
        listed =
            listed || (is_word(s, i, "followed") || (is(s, i, LEX_AND) && i == joint) ||
                       (is_sign(s, i, ',') && i == joint));
    return change && listed && is_sign(s, at - 1, '(') &&
                   is_kind(s, at - 2, ITEM_PARTY) && !s->items[at - 2].possessive &&
                   !is(s, at + 1, LEX_OF)
               ? at - 2
               : NOWHERE;
}

/* Whether the claim before fell or rose: −1 or +1. */
static int sign_before(const grammar *g)
{
    return g->out->claims[g->out->count - 1].value < 0 ? -1 : 1;
}

/* "…, Chile's by two-fifths": as the change before. */
int same_change(const grammar *g, int at)
{
    const scene *s = g->scene;
    int by = before_number(s, at);
    bool follows =
        g->has_frame && g->frame.kind == ARMS_CLAIM_CHANGE && g->out->count > 0;
    bool beside = is_kind(s, at - 1, ITEM_PARTY) && !s->items[at - 1].pronoun &&
                  !s->items[at - 1].possessive && !s->items[at - 1].adjective &&
                  !is_sign(s, at + 1, ')');
    if (follows && is_sign(s, at - 1, '(') && g->frame_anchor == at - 2)
        return sign_before(g); /* "$7 million (6 %)" */
    if (follows && (party_for(g, at) != NOWHERE || listed_change(g, at) != NOWHERE))
        return sign_before(g);
    if (follows && is(s, at - 1, LEX_AND) && is(s, at + 1, LEX_COMPARE) &&
        !is(s, at + 1, LEX_FROM) && g->frame_anchor > at - 8)
        return sign_before(g); /* "and 26 % compared to" */
    bool owned = is_kind(s, at - 1, ITEM_PARTY) && s->items[at - 1].possessive &&
                 !s->items[at - 1].pronoun;
    if (follows && owned && (is(s, at - 2, LEX_AND) || is_sign(s, at - 2, ',')))
        return sign_before(g); /* "… and Peru's 7" */
    int party =
        is_sign(s, by - 1, '(') || is_sign(s, by - 1, '-') || is_sign(s, by - 1, '_')
            ? by - 2
            : by - 1; /* "and Peru (by 7 %)" */
    if (!follows || (!beside && (!is(s, by, LEX_BY) || !is_kind(s, party, ITEM_PARTY))))
        return 0; /* "Egypt 136 per cent", "Chile's by two-fifths" */
    return sign_before(g);
}

/* "exports to Peru (+7 per cent) and Chile (+5 per cent)": the party is the partner. */
static void partner_in_front(frame *f, const grammar *g, const stream *told, int party)
{
    names seller;
    bool to = governor(g->scene, party) == LEX_TO;
    bool again = is(g->scene, party - 1, LEX_AND) && g->has_frame &&
                 g->frame.kind == ARMS_CLAIM_CHANGE && g->frame.counterpart.count > 0;
    if (f->flow != ARMS_EXPORT || (!to && !again) || !told ||
        !names_of(&seller, g, told->exporter))
        return;
    f->counterpart = f->subject;
    f->subject = seller;
}

/* "decreases for two importers: Algeria (–77 per cent)": the party in front owns the flow
 * of the claim before, or of a noun or agent of the sentence. */
bool bracketed_flow(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    names owner;
    int open = at - 1; /* "(down 7 %)", "(an increase of 7 %)" */
    while (is(s, open, LEX_OF) || is(s, open, LEX_ARTICLE) || change_way(s, open) != 0)
        open--;
    if (change_printed(s, at) != 0)
        open = at - 2;
    bool printed = change_printed(s, at) != 0 && is_sign(s, open, ',');
    bool worded = open < at - 1 && is_sign(s, open, '(');
    if ((!printed && !worded) || !is_kind(s, open - 1, ITEM_PARTY) ||
        !names_of(&owner, g, open - 1))
        return false;
    const stream *told = NULL;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        if (st->head < at && stream_tells(st))
            told = st;
    }
    if (!told && !g->has_frame && !g->memory->has_flow)
        return false;
    *f = (frame){.flow = flow_so_far(g), .subject = owner};
    if (told)
        f->flow = stream_flow(told);
    partner_in_front(f, g, told, open - 1);
    return true;
}

/* "exports rose 5 per cent worldwide". */
bool worldwide(frame *f, const grammar *g, int at)
{
    const stream *st = last_before(g, 0, at, STREAM_NOUN);
    if (!st || !is(g->scene, at + 1, LEX_WORLD))
        return false;
    *f = (frame){.flow = stream_flow(st), .subject = names_world()};
    return true;
}

/* Whether a change is told of the share right before: ", an increase of 7 per cent",
 * ", which is 20 per cent more". */
bool is_apposition(const grammar *g, int at, int change)
{
    const scene *s = g->scene;
    int i = (change < at ? change : at) - 1;
    while (is(s, i, LEX_ARTICLE) || is_unknown(s, i) || is(s, i, LEX_BE) ||
           is(s, i, LEX_HEDGE))
        i--;
    bool which = is_kind(s, i, ITEM_PARTY) && is_relative(s, i);
    return g->has_frame && g->frame.kind == ARMS_CLAIM_SHARE && i > g->frame_anchor &&
           quantities_between(s, g->frame_anchor, at) == 1 &&
           (which ? is_sign(s, i - 1, ',') : is_sign(s, i, ',') || is_sign(s, i, '_'));
}
