/* Shares with their whole behind or before them: "supplied 38 per cent of Egypt's arms
 * imports", "of which 12 per cent came from …", "a third of its exports went to
 * India". */
#include "analysis/claims/share.h"

bool goes_on_share(const grammar *g, int at)
{
    int before = before_number(g->scene, at);
    before -= is_word(g->scene, before, "for") && is(g->scene, before - 1, LEX_AND);
    return g->has_frame && g->frame.kind == ARMS_CLAIM_SHARE &&
           !says_respectively(g->scene) && before > g->frame_anchor &&
           (is(g->scene, before, LEX_AND) || is(g->scene, before, LEX_OR) ||
            is_sign(g->scene, before, ',')) &&
           quantities_between(g->scene, g->frame_anchor, at) == 1;
}

/* "… and 82 per cent of Chile's": the part of before in another's flow. */
static bool share_of_other(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    names owner;
    int party = at + 2 + is(s, at + 2, LEX_ARTICLE);
    bool owned = is(s, at + 1, LEX_OF) && is_kind(s, party, ITEM_PARTY) &&
                 s->items[party].possessive && !s->items[party].pronoun &&
                 !stream_at(&g->streams, party);
    if (!owned || !goes_on_share(g, at) || g->frame.world || !names_of(&owner, g, party))
        return true;
    draft d = draft_again(g, at, "share-of", ARMS_CLAIM_SHARE);
    *(d.frame.denominator.count > 0 ? &d.frame.denominator : &d.frame.subject) = owner;
    *made = true;
    return put_claim(g, &d, err);
}

/* "its weapons to India": the owner of goods sold is the exporter; "20 per cent of the
 * arms from Italy": of those bought, the buyer. */
stream owned_by_seller(const grammar *g, const stream *whole, int at)
{
    stream st = *whole;
    int verb = share_verb(g->scene, at);
    if (verb != NOWHERE && is(g->scene, verb, LEX_BUY) && st.way == WAY_ARMS &&
        st.importer == NOWHERE && st.exporter > st.head) {
        st.importer = subject_before(g->scene, verb);
        return st;
    }
    bool sold = verb != NOWHERE && is(g->scene, verb, LEX_SUPPLY) && st.way == WAY_ARMS &&
                st.exporter == NOWHERE;
    for (int i = st.head + 1; sold && i <= st.end; i++)
        if (is(g->scene, i, LEX_TO) && party_after(g->scene, i) != NOWHERE) {
            st.exporter = st.importer;
            st.importer = party_after(g->scene, i);
            return st;
        }
    return st;
}

/* "of which 72 per cent came from …", "of these, 64 per cent", "Of the arms that Peru
 * bought, 12 per cent …": the whole stands in front. */
static bool is_fronted(const grammar *g, int at)
{
    const scene *s = g->scene;
    int i = at - 1;
    if (is(s, at + 1, LEX_OF))
        return false;
    while (is(s, i, LEX_HEDGE) || is_sign(s, i, ',') || is_kind(s, i, ITEM_PERIOD) ||
           is(s, i, LEX_IN))
        i--;
    bool taken = is(s, i, LEX_ACCOUNT) || is(s, i, LEX_TAKE) || is(s, i, LEX_BUY);
    if (taken && is_kind(s, i - 1, ITEM_PARTY)) { /* "Of all …, Ukraine took 31 %" */
        i -= 2;
        while (is(s, i, LEX_ARTICLE) || is_sign(s, i, ',') ||
               is_kind(s, i, ITEM_PERIOD) || is(s, i, LEX_IN))
            i--;
    }
    if (is(s, i, LEX_ARTICLE) && is(s, i - 1, LEX_OF))
        return true; /* "of these" */
    if (is_kind(s, i, ITEM_PARTY) && s->items[i].pronoun && is(s, i - 1, LEX_OF))
        return true;
    const stream *st = NULL;
    for (int k = i; !st && k > i - 4 && k > 0; k--)
        st = noun_at(&g->streams, k);
    int begin = st ? st->begin - 1 : NOWHERE;
    while (is(s, begin, LEX_ARTICLE) || is_unknown(s, begin) || is(s, begin, LEX_ALL))
        begin--;
    return st && begin == 0 && is(s, begin, LEX_OF);
}

/* The noun before: what "which", "these" and "them" mean. */
static const stream *whole_referred(const grammar *g, int at, int of)
{
    const scene *s = g->scene;
    bool pronoun = (is_kind(s, of + 1, ITEM_PARTY) && s->items[of + 1].pronoun &&
                    !s->items[of + 1].possessive) ||
                   is(s, of + 1, LEX_THIS) || is_fronted(g, at);
    int verb = share_verb(s, at); /* "buying 89 per cent of them": no noun */
    return pronoun ? last_before(g, 0, verb == NOWHERE ? at : verb, STREAM_NOUN) : NULL;
}

/* "48 per cent went to Asia, and half of that to Peru": of the part before. */
static bool is_of_part(const scene *s, int at)
{
    bool that =
        is(s, at + 1, LEX_OF) && is_word(s, at + 2, "that") &&
        (is(s, at + 3, LEX_GO) || is(s, at + 3, LEX_COME) || is(s, at + 3, LEX_TO));
    bool part = false;
    for (int i = 0; i < at && that; i++)
        part = part || (is_kind(s, i, ITEM_QUANTITY) &&
                        has_unit(&s->items[i].quantity, "percent"));
    return part;
}

/* "the second-largest buyer of arms, two-thirds of which came from Russia": of the
 * flow of the one who was ranked. */
static bool share_of_ranked(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    share_part p = {.role = ROLE_ANY};
    bool which = is(s, at + 1, LEX_OF) && is_kind(s, at + 2, ITEM_PARTY) &&
                 s->items[at + 2].pronoun && !s->items[at + 2].possessive;
    bool fronted = is_relative(s, at - 1) && is(s, at - 2, LEX_OF);
    int from = which ? at + 3 : at + 1;
    bool whole = g->frame.kind == ARMS_CLAIM_COUNT ||
                 (g->frame.varying == SLOT_SUBJECT && g->frame.denominator.count == 0 &&
                  (g->frame.kind == ARMS_CLAIM_RANK ||
                   (g->frame.kind == ARMS_CLAIM_SHARE && g->frame.world)));
    if ((!which && !fronted) || !g->has_frame || !whole || !part_after(&p, g, at, from))
        return true;
    draft d = draft_again(g, at, "share-of", ARMS_CLAIM_SHARE);
    d.frame.counterpart = p.who;
    d.frame.denominator = (names){.count = 0};
    d.frame.world = false;
    d.frame.varying = SLOT_COUNTERPART;
    share_sum(&d.frame);
    *made = true;
    return put_claim(g, &d, err);
}

/* "Peru's imports were the largest. Spain supplied 66 per cent of them": of the flow that
 * the text is about. */
static bool share_of_topic(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const memory *m = g->memory;
    share_part p = {.role = ROLE_ANY};
    bool them = is(s, at + 1, LEX_OF) &&
                (is_word(s, at + 2, "them") || is_word(s, at + 2, "these")) &&
                !is(s, at + 3, LEX_ARMS) && !is_kind(s, at + 2 + 1, ITEM_WORD);
    if (!them || g->has_frame || !m->has_flow || m->topic.count != 1 ||
        !find_part(&p, g, at, at + 3) || names_same(&p.who, &m->topic))
        return true;
    draft d = {
        .number = s->items[at].quantity, .anchor = at, .rule = "share-of", .sign = 1};
    d.frame = (frame){.kind = ARMS_CLAIM_SHARE,
                      .flow = m->flow,
                      .subject = m->topic,
                      .counterpart = p.who,
                      .varying = SLOT_COUNTERPART};
    share_sum(&d.frame);
    *made = true;
    return put_claim(g, &d, err);
}

/* "Both Peru and Chile account for". */
static bool says_both(const scene *s, int at)
{
    for (int i = clause_begin(s, at); i < at; i++)
        if (is_word(s, i, "both") && is_kind(s, i + 1, ITEM_PARTY))
            return true;
    return false;
}

/* "Italy and Spain each accounted for 8 per cent": no sum. */
static bool put_parts(grammar *g, draft *d, arms_error *err)
{
    names parts = d->frame.subject, owner = d->frame.counterpart;
    if (d->frame.kind == ARMS_CLAIM_SHARE && d->frame.varying == SLOT_COUNTERPART &&
        d->frame.subject.count > 1)
        return put_apart(g, d, err); /* "of the imports of Norway and Sweden": of each */
    if ((!says_each(g->scene, d->anchor) && !says_both(g->scene, d->anchor)) ||
        d->frame.kind != ARMS_CLAIM_TOP_N_SUM)
        return put_claim(g, d, err);
    d->frame.kind = ARMS_CLAIM_SHARE;
    for (size_t i = 0; i < parts.count; i++) {
        names one = {.list = {parts.list[i]}, .count = 1};
        d->frame.subject = owner.count > 0 ? owner : one;
        d->frame.counterpart = owner.count > 0 ? one : owner;
        if (!put_claim(g, d, err))
            return false;
    }
    return true;
}

/* The part, by the words around the number. */
bool find_part(share_part *p, const grammar *g, int at, int behind)
{
    return part_after(p, g, at, behind) || part_relative(p, g, at) ||
           part_adjective(p, g, at) || part_adjective(p, g, behind - 1) ||
           part_behind(p, g, at, behind) || part_before(p, g, at) ||
           part_bracketed(p, g, at) || part_of_arms(p, g, at);
}

/* "half the world's exports", "half of its imports" without the "of". */
static bool is_bare_whole(const grammar *g, int at)
{
    const scene *s = g->scene;
    const stream *st = noun_at(&g->streams, at + 2);
    bool the = is(s, at + 1, LEX_ARTICLE) &&
               (is(s, at + 2, LEX_WORLD) || (st && st->way == WAY_TRANSFER));
    bool its = is_kind(s, at + 1, ITEM_PARTY) && s->items[at + 1].possessive;
    return (the || its) && share_whole(g, at + 1) != NULL;
}

bool rule_share_of(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    bool all = is(s, at, LEX_ALL) && (is(s, at - 1, LEX_TO) || is(s, at - 1, LEX_FROM) ||
                                      is(s, at - 1, LEX_IN));
    if (!has_unit(q, "percent") || all || is_of_part(s, at))
        return true; /* "exports to all of Africa" */
    if (!share_of_other(made, g, at, err) || *made || !share_each(made, g, at, err) ||
        *made)
        return *made;
    bool skip = is_sign(s, at + 1, ')') || is_word(s, at + 1, "each");
    bool measured = (is_word(s, at + 1, "in") || is_word(s, at + 1, "by")) &&
                    (is_word(s, at + 2, "volume") || is_word(s, at + 2, "value"));
    int of = skip && is(s, at + 2, LEX_OF) ? at + 2 : measured ? at + 3 : at + 1;
    if (q->fraction && is_bare_whole(g, at)) /* "half the world's exports" */
        of = at;
    if (!is(s, of, LEX_OF) && !is_fronted(g, at) && of != at)
        return true;
    const stream *found = share_whole(g, of + 1);
    bool referred = !found;
    if (referred)
        found = whole_referred(g, at, of);
    bool unowned = !found || (referred && found->way == WAY_ARMS);
    if (!found && (!share_of_topic(made, g, at, err) || *made))
        return *made;
    if (unowned && (!share_of_ranked(made, g, at, err) || *made || !found))
        return !found || *made;
    draft d = {.number = *q, .anchor = at, .rule = "share-of", .sign = 1};
    d.hidden = q->fraction && is_glossed(s, at);
    if (!share_of_found(&d.frame, g, at, of, found))
        return true;
    *made = true;
    return put_parts(g, &d, err);
}
