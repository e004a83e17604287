/* Levels: "imported arms worth €3 billion", "exports reached $7 billion". */
#include "analysis/claims/level.h"
#include "analysis/claims/rank.h"
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
    bool of = is(s, i - 1, LEX_OF) || is(s, i - 1, LEX_IN);
    bool made = named && s->items[i].adjective && /* "Canadian-made equipment" */
                s->items[i].end > s->items[i].first + 1;
    return named && of && (is(s, i + 1, LEX_ARMS) || made) ? i : NOWHERE;
}

/* "bought Norwegian equipment for $2 million": who made it; NOWHERE where that is not
 * said. */
static int maker_bought(const grammar *g, int at)
{
    const scene *s = g->scene;
    for (size_t k = 0; k < g->streams.count; k++) {
        const stream *st = &g->streams.items[k];
        int verb = st->begin - 1;
        while (is(s, verb, LEX_ARTICLE) || is_unknown(s, verb))
            verb--;
        if (st->kind == STREAM_NOUN && st->way == WAY_ARMS && st->end <= at &&
            st->exporter != NOWHERE && s->items[st->exporter].adjective &&
            is(s, verb, LEX_BUY))
            return st->exporter;
    }
    return NOWHERE;
}

/* "… and $21 million worth from Italy": the partner that stands right behind. */
static void nearest_partner(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    names partner;
    int i = at + 1, end;
    bool made;
    while (is(s, i, LEX_REACH) || is(s, i, LEX_OF) || is(s, i, LEX_ARMS) ||
           is_unknown(s, i) || is_sign(s, i, '\'') ||
           (is_sign(s, i, '-') && is(s, i - 1, LEX_ARMS)) || is_word(s, i, "trade"))
        i++;
    bool approved = is_word(s, i + 1, "approved") && is_word(s, i + 2, "for");
    if (is(s, i, LEX_BE) && (approved || is(s, i + 1, LEX_SUPPLY)))
        i += 2; /* "arms worth $7 million were approved for Peru" */
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
    if (maker == NOWHERE && f->flow == ARMS_IMPORT && f->counterpart.count == 0)
        maker = maker_bought(g, at);
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

/* "… – is intended for Peru": for whom an amount is; NOWHERE for none. */
static int destined_for(const scene *s, int at)
{
    int i = at + 1;
    while (is_sign(s, i, '_') || is_sign(s, i, ')') || is(s, i, LEX_BE) ||
           is(s, i, LEX_TARGET) || is_unknown(s, i))
        i++;
    return is(s, i, LEX_TO) ? party_after(s, i) : NOWHERE;
}

/* "…, of which $3 million": `which` is the item of the pronoun. */
static bool is_part_of_level(const grammar *g, int at, int which)
{
    return g->has_frame && g->frame.kind == ARMS_CLAIM_LEVEL && which > g->frame_anchor &&
           which < at + 3 && is(g->scene, which - 1, LEX_OF);
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
    else if (destined_for(s, at) != NOWHERE)
        party = destined_for(s, at);
    if (is(s, at + 1, LEX_OF) && is_relative(s, at + 2)) { /* "2 million of which for" */
        which = at + 2;
        party = is(s, at + 3, LEX_TO) ? party_after(s, at + 3) : NOWHERE;
    }
    if (!is_part_of_level(g, at, which) || !names_of(&partner, g, party) ||
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

/* "$3 million, out of a global total of $70 million": what it is a part of. */
static bool is_out_of(const scene *s, int at)
{
    static const int far = 7;
    for (int i = at - 1; i > at - far; i--)
        if (is_word(s, i, "out") && is(s, i + 1, LEX_OF))
            return true;
    return false;
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

/* "travels to Peru to buy $2 billion in arms", "seeks to buy boats worth $2 billion": no
 * figure yet. */
static bool is_intended(const scene *s, int at)
{
    static const char *const verbs[] = {"buy", "purchase", "acquire", "procure"};
    for (int i = clause_begin(s, at) + 1; i < at; i++)
        if (is_word_of(s, i, verbs, sizeof verbs / sizeof *verbs) &&
            is_word(s, i - 1, "to"))
            return true;
    return false;
}

/* "exports to Peru and Chile each totalled $3 million": an amount for each. */
static bool put_partners(grammar *g, draft *d, arms_error *err)
{
    names all = d->frame.counterpart;
    for (size_t i = 0; i < all.count; i++) {
        d->frame.counterpart = (names){.list = {all.list[i]}, .count = 1};
        if (!put_claim(g, d, err))
            return false;
    }
    return true;
}

bool rule_level(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    if (!q->money || !level_of_customer(made, g, at, err) || *made)
        return !q->money || *made;
    if (is_intended(s, at))
        return true;
    bool same_change = is(s, before_number(s, at), LEX_OR) && g->has_frame &&
                       g->frame.kind == ARMS_CLAIM_CHANGE; /* "7 %, or $8 million" */
    if (same_change || is_other_amount(s, at) || is_price(s, at) || !speaks_of_arms(g) ||
        is_out_of(s, at))
        return true;
    if (!level_of_ratio(made, g, at, err) || *made || !level_of_share(made, g, at, err) ||
        *made || !level_of_list(made, g, at, err) || *made ||
        !level_of_agent(made, g, at, err) || *made)
        return *made;
    draft d = {.number = *q, .anchor = at, .rule = "level", .sign = 1};
    bool of_which = part_of_level(&d.frame, g, at);
    if (!of_which && (!level_list(made, g, at, err) || *made))
        return *made;
    if (!of_which && is_follower(g, at))
        return true; /* "It was followed by Peru with exports worth": to it, or by it? */
    if (!of_which && (is_other_trade(g) || !find_flow(&d.frame, g, at, at)))
        return true;
    if (!of_which)
        own_part_of_world(&d.frame, g, at);
    bool part = g->has_frame && g->frame.kind == ARMS_CLAIM_SHARE &&
                g->frame.counterpart.count > 0 && is(s, at + 1, LEX_OF) &&
                is(s, before_number(s, at), LEX_ACCOUNT) &&
                d.frame.counterpart.count == 0;
    if (part && names_same(&d.frame.subject, &g->frame.subject))
        d.frame = g->frame; /* "…, accounting for $8 million of the country's imports" */
    bool pair = g->frame.kind == ARMS_CLAIM_RANK ||
                (g->frame.kind == ARMS_CLAIM_SHARE && d.frame.counterpart.count == 0);
    if (pair && g->frame.kind == ARMS_CLAIM_RANK && ranks_list(g) &&
        g->frame.counterpart.count > 0)
        return true; /* "Peru and Chile were the biggest buyers, … $8 million": whose? */
    if (g->has_frame && pair && g->frame.counterpart.count > 0 &&
        (g->frame.flow == d.frame.flow || d.frame.counterpart.count == 0) &&
        names_same(&d.frame.subject, &g->frame.counterpart))
        d.frame =
            g->frame; /* "the main recipient was Egypt, with exports of $7 million" */
    d.frame.kind = ARMS_CLAIM_LEVEL;
    nearest_partner(&d.frame, g, at);
    d.base_value = is(s, before_number(s, at), LEX_FROM);
    *made = true;
    /* "…, which each bought for more than $3 billion" */
    if (says_each(s, at) && d.frame.counterpart.count > 1)
        return put_partners(g, &d, err);
    return says_each(s, at) ? put_apart(g, &d, err) : put_claim(g, &d, err);
}
