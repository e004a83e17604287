/* Levels: "imported arms worth €3 billion", "exports reached $7 billion". */
#include "analysis/claims/level.h"
#include "analysis/claims/share.h"
#include "analysis/claims/stream_parts.h"

/* "$2 million of US weapons", "… worth of Russian arms": who made them. */
static int maker_behind(const scene *s, int at)
{
    int i = at + 1;
    if (is_sign(s, i, '(') && is_kind(s, i + 1, ITEM_QUANTITY) && is_sign(s, i + 2, ')'))
        i += 3;
    else if (is_sign(s, i, ')'))
        i++; /* "$3 million (€2 million) of Russian arms" */
    while (is(s, i, LEX_REACH) || is(s, i, LEX_OF) || is(s, i, LEX_IN) ||
           is(s, i, LEX_ARTICLE) || is_unknown(s, i))
        i++;
    bool named =
        is_kind(s, i, ITEM_PARTY) && !s->items[i].compound && !s->items[i].pronoun;
    return named && is(s, i - 1, LEX_OF) && is(s, i + 1, LEX_ARMS) ? i : NOWHERE;
}

/* "… and $21 million worth from Italy": the partner that stands right behind. */
static void nearest_partner(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    names partner;
    int i = at + 1, end;
    bool made;
    while (is(s, i, LEX_REACH) || is(s, i, LEX_OF) || is(s, i, LEX_ARMS) ||
           is_unknown(s, i))
        i++;
    int before = is_sign(s, at - 1, '(') || is_sign(s, at - 1, '_') ? at - 2 : NOWHERE;
    lexicon_class to = f->flow == ARMS_IMPORT ? LEX_FROM : LEX_TO;
    if (f->counterpart.count == 0 && is_kind(s, before, ITEM_PARTY) &&
        governor(s, before) == to && names_of(&partner, g, before) &&
        !names_same(&partner, &f->subject)) {
        f->counterpart = partner; /* "sales going to Peru ($8 million)" */
        return;
    }
    bool joins = f->flow == ARMS_IMPORT ? is(s, i, LEX_FROM) : is(s, i, LEX_TO);
    int maker = f->flow == ARMS_IMPORT ? maker_behind(s, at) : NOWHERE;
    if (maker != NOWHERE && names_of(&partner, g, maker) &&
        !names_same(&partner, &f->subject)) {
        f->counterpart = partner;
        return;
    }
    int party = joins ? stream_governed(s, i, &end, &made) : NOWHERE;
    if (party != NOWHERE && !made && names_of(&partner, g, party) &&
        !names_same(&partner, &f->subject))
        f->counterpart = partner;
}

/* "…, of which China supplied $3 million": a partner's part of the level before. */
static bool part_of_level(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    names partner;
    int which = at - 1;
    while (which > g->frame_anchor && !is_relative(s, which))
        which--;
    int party = which + 1;
    while (is(s, party, LEX_ARTICLE))
        party++;
    if (is(s, at + 1, LEX_GO) ||
        is(s, at + 1, LEX_COME)) /* "of which $2 million went to" */
        party =
            party_after(s, at + 1 + (is(s, at + 2, LEX_TO) || is(s, at + 2, LEX_FROM)));
    if (!g->has_frame || g->frame.kind != ARMS_CLAIM_LEVEL || which <= g->frame_anchor ||
        !is(s, which - 1, LEX_OF) || !names_of(&partner, g, party) ||
        g->frame.counterpart.count > 0)
        return false;
    *f = g->frame;
    f->counterpart = partner;
    f->varying = SLOT_COUNTERPART;
    return true;
}

/* "Italy was second, with $3.7 billion in worldwide sales": Italy's, not the world's. */
static void own_part_of_world(frame *f, const grammar *g, int at)
{
    names own;
    int before = before_number(g->scene, at);
    bool own_amount = is(g->scene, before, LEX_HAVE) || is(g->scene, before, LEX_ON) ||
                      (is(g->scene, at + 1, LEX_IN) && !is(g->scene, before, LEX_OF));
    if (is_world(&f->subject) && is(g->scene, before, LEX_POSSESSIVE) &&
        names_of(&own, g, before)) {
        f->subject = own; /* "doubling its $4 million" */
        return;
    }
    if (is_world(&f->subject) && own_amount &&
        names_of(&own, g, subject_before(g->scene, at)))
        f->subject = own;
}

/* "The region's trade with China": a sentence of trade that names no flow of arms. */
static bool is_other_trade(const grammar *g)
{
    bool trade = false;
    for (int i = 0; i < (int)g->scene->count; i++)
        trade =
            trade || (is(g->scene, i, LEX_ARMSONLY) && !is_word(g->scene, i, "sales"));
    return trade && g->streams.count == 0;
}

/* "Peru's exports were $7 million": of what, if neither the sentence nor the text before
 * speaks of arms? */
static bool speaks_of_arms(const grammar *g)
{
    static const lexicon_class words[] = {LEX_ARMS, LEX_SOURCE, LEX_CATEGORY,
                                          LEX_TRANSFERS};
    bool arms = g->memory->has_flow, plain = false;
    for (int i = 0; i < (int)g->scene->count; i++) {
        arms = arms || is_any(g->scene, i, words, sizeof words / sizeof *words);
        plain =
            plain || is_word(g->scene, i, "exports") || is_word(g->scene, i, "imports");
    }
    return arms || !plain;
}

bool is_follower(const grammar *g, int at)
{
    const scene *s = g->scene;
    bool shares = g->has_frame && g->frame.kind == ARMS_CLAIM_SHARE &&
                  s->items[at].quantity.money && !is_sign(s, at - 1, '(');
    int from = shares ? g->frame_anchor : 0;
    for (int i = from; i < at && (shares || !g->has_frame); i++)
        if (is_word(s, i, "followed") && is_kind(s, i + 1, ITEM_PARTY) &&
            (is(s, i + 2, LEX_HAVE) || is_sign(s, i + 2, '(')))
            return true;
    int party = 1 + is(s, 1, LEX_ARTICLE), begin = at;
    while (begin > 0 && !is_sign(s, begin, ','))
        begin--;
    return is_word(s, 0, "after") && is_kind(s, party, ITEM_PARTY) &&
           begin == party + 1 && is(s, begin + 1, LEX_HAVE);
}

bool rule_level(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    if (!q->money || is_other_amount(s, at) || is_price(s, at) || !speaks_of_arms(g))
        return true;
    if (!level_of_ratio(made, g, at, err) || *made || !level_of_share(made, g, at, err) ||
        *made || !level_of_list(made, g, at, err) || *made ||
        !level_of_agent(made, g, at, err) || *made)
        return *made;
    draft d = {.number = *q, .anchor = at, .rule = "level", .sign = 1};
    bool part = part_of_level(&d.frame, g, at);
    if (!part && (!level_list(made, g, at, err) || *made))
        return *made;
    if (!part && is_follower(g, at))
        return true; /* "It was followed by Peru with exports worth": to it, or by it? */
    if (!part && (is_other_trade(g) || !find_flow(&d.frame, g, at, at)))
        return true;
    if (!part)
        own_part_of_world(&d.frame, g, at);
    if (g->has_frame && g->frame.kind == ARMS_CLAIM_RANK &&
        g->frame.counterpart.count > 0 &&
        (g->frame.flow == d.frame.flow || d.frame.counterpart.count == 0) &&
        names_same(&d.frame.subject, &g->frame.counterpart))
        d.frame =
            g->frame; /* "the main recipient was Egypt, with exports of $7 million" */
    d.frame.kind = ARMS_CLAIM_LEVEL;
    nearest_partner(&d.frame, g, at);
    d.base_value = is(s, before_number(s, at), LEX_FROM);
    *made = true;
    /* "…, which each bought for more than $3 billion" */
    return says_each(s, at) ? put_apart(g, &d, err) : put_claim(g, &d, err);
}
