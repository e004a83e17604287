/* Shares with their whole behind or before them: "supplied 38 per cent of Egypt's arms
 * imports", "of which 12 per cent came from …", "a third of its exports went to
 * India". */
#include "analysis/claims/share.h"

bool goes_on_share(const grammar *g, int at)
{
    int before = before_number(g->scene, at);
    return g->has_frame && g->frame.kind == ARMS_CLAIM_SHARE &&
           !says_respectively(g->scene) && before > g->frame_anchor &&
           (is(g->scene, before, LEX_AND) || is_sign(g->scene, before, ',')) &&
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

/* A whole whose arms are "its": of the one who buys or sells them. */
static bool part_of_own(frame *f, const grammar *g, const stream *whole, int at)
{
    const scene *s = g->scene;
    int verb = share_verb(s, at);
    names exporter, importer;
    bool both = names_of(&exporter, g, whole->exporter);
    both = names_of(&importer, g, whole->importer) && both;
    bool supply = verb != NOWHERE && is(s, verb, LEX_SUPPLY);
    if (!both)
        return false;
    *f = (frame){.kind = ARMS_CLAIM_SHARE,
                 .flow = supply || whole->way == WAY_EXPORT ? ARMS_EXPORT : ARMS_IMPORT,
                 .begin = scene_begin(s, (size_t)whole->begin),
                 .end = scene_end(s, (size_t)whole->end - 1)};
    bool import = f->flow == ARMS_IMPORT;
    f->subject = import ? importer : exporter;
    f->counterpart = import ? exporter : importer;
    int subject = verb == NOWHERE ? NOWHERE : subject_before(s, verb);
    names by;
    bool subject_owns = names_of(&by, g, subject) && names_same(&by, &f->subject);
    share_sum(f);
    f->varying =
        subject_owns || f->kind != ARMS_CLAIM_SHARE ? SLOT_SUBJECT : SLOT_COUNTERPART;
    return true;
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

/* "Russian exports to India … were 36 per cent of Indian imports": the whole is the
 * importer's. */
static void turn_to_whole(frame *f, const grammar *g, const stream *whole)
{
    frame w;
    if (!frame_of_stream(&w, g, whole) || w.flow == f->flow || f->world ||
        !names_same(&w.subject, &f->counterpart))
        return;
    f->counterpart = f->subject;
    f->subject = w.subject;
    f->flow = w.flow;
}

/* The part, by the words around the number. */
bool find_part(share_part *p, const grammar *g, int at, int behind)
{
    return part_after(p, g, at, behind) || part_relative(p, g, at) ||
           part_adjective(p, g, at) || part_adjective(p, g, behind - 1) ||
           part_behind(p, g, at, behind) || part_before(p, g, at) ||
           part_bracketed(p, g, at) || part_of_arms(p, g, at);
}

/* "imports from Spain grew to 30 % of its total imports": the subject is a flow with
 * both its parties; "sold arms worth 795 million, 3 % of the world total": the subject of
 * the level. */
static bool share_of_subject(frame *f, const grammar *g, const stream *whole, int at)
{
    const scene *s = g->scene;
    const stream *subject = NULL;
    for (size_t i = 0; i < g->streams.count; i++)
        if (g->streams.items[i].end <= at && g->streams.items[i].kind == STREAM_NOUN)
            subject = &g->streams.items[i];
    int joint = before_number(s, at);
    bool same = is(s, joint, LEX_OR) || is_sign(s, joint, ',') || is_sign(s, joint, '(');
    if ((!subject || same) && whole->world && g->has_frame &&
        g->frame.kind == ARMS_CLAIM_LEVEL)
        *f = g->frame;
    else if (!subject || !frame_of_stream(f, g, subject))
        return false;
    if (whole->world && !names_empty(&f->subject)) {
        share_part p = {.who = f->subject}; /* "exports fell to 2 % of the total" */
        share_of_world(f, &p, f->flow == ARMS_IMPORT);
    } else if (names_empty(&f->counterpart))
        return false;
    else
        f->varying = SLOT_COUNTERPART;
    turn_to_whole(f, g, whole);
    f->kind = ARMS_CLAIM_SHARE;
    return true;
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

/* "its imports, which account for a third of the world total": of the noun that "which"
 * means. */
static bool part_of_noun(share_part *p, const grammar *g, const stream *whole, int at)
{
    int verb = share_verb(g->scene, at), which = verb - 1;
    frame f;
    if (!whole->world || verb == NOWHERE || !is_kind(g->scene, which, ITEM_PARTY) ||
        !is_relative(g->scene, which) || !is_sign(g->scene, which - 1, ','))
        return false;
    const stream *st = noun_at(&g->streams, which - 2);
    if (!st || (st->way != WAY_IMPORT && st->way != WAY_EXPORT) ||
        !frame_of_stream(&f, g, st) || f.subject.count == 0)
        return false;
    *p = (share_part){.who = f.subject,
                      .role = f.flow == ARMS_IMPORT ? ROLE_IMPORTER : ROLE_EXPORTER};
    return true;
}

/* "In the Middle East, 23 per cent of imports": of those of the region in front. */
static void within_region(frame *f, const grammar *g, const names *part)
{
    names region;
    if (!f->world || !region_in_front(&region, g, part))
        return;
    f->denominator = region;
    f->world = false;
}

/* "with 3 per cent of imports, a third of it from": of those of the claim before. */
static void of_claim_before(frame *f, const grammar *g, const names *part)
{
    if (!f->world || !g->has_frame || names_same(&g->frame.subject, part))
        return;
    f->counterpart = f->subject;
    f->subject = g->frame.subject;
    f->flow = g->frame.flow;
    f->world = false;
    f->varying = SLOT_COUNTERPART;
}

/* "rose by 699 per cent to hit 2.9 per cent of global imports": of whoever's rose. */
static bool share_of_risen(frame *f, const grammar *g, const stream *whole, int at)
{
    int before = before_number(g->scene, at);
    bool reached = is(g->scene, before, LEX_REACH) || is(g->scene, before, LEX_TO);
    if (!whole->world || !g->has_frame || g->frame.kind != ARMS_CLAIM_CHANGE ||
        is_world(&g->frame.subject) || !reached)
        return false;
    share_part p = {.who = g->frame.subject};
    share_of_world(f, &p, g->frame.flow == ARMS_IMPORT);
    f->kind = ARMS_CLAIM_SHARE;
    return true;
}

/* The item of the number that the part stands around: "almost half (47 per cent) of". */
static int number_of_gloss(const scene *s, int at)
{
    bool gloss = is_sign(s, at - 1, '(') && is_kind(s, at - 2, ITEM_QUANTITY) &&
                 s->items[at - 2].quantity.fraction;
    return gloss ? at - 2 : at;
}

/* The frame of the share of a whole that was found; `of` is the item of "of". */
static bool share_of_found(frame *f, const grammar *g, int at, int of,
                           const stream *found)
{
    const scene *s = g->scene;
    stream whole = owned_by_seller(g, found, at);
    share_part p = {.role = ROLE_ANY};
    if (whole.way != WAY_TRANSFER && part_of_own(f, g, &whole, at))
        return true;
    int behind = whole.end > at ? whole.end : at + 1;
    if (found->end <= of && is(s, of, LEX_OF)) /* "of them", "of these" */
        behind = of + 2;
    bool part = part_of_noun(&p, g, &whole, at) ||
                find_part(&p, g, number_of_gloss(s, at), behind);
    if (!part && goes_on_share(g, at)) { /* "… and 82 per cent of Chile's imports" */
        frame last = g->frame;
        p = (share_part){.who = *frame_varying(&last), .role = ROLE_ANY};
        part = true;
    }
    if (!part || !share_combine(f, g, &whole, &p))
        return share_of_risen(f, g, &whole, at) || share_of_subject(f, g, &whole, at);
    names by;
    if (f->kind == ARMS_CLAIM_SHARE && f->varying == SLOT_COUNTERPART &&
        names_of(&by, g, subject_before(s, share_verb(s, at))) &&
        names_same(&by, &f->subject))
        f->varying = SLOT_SUBJECT; /* "Peru bought 9 % of its arms in Spain, Chile 6" */
    within_region(f, g, &p.who);
    if (found->head < of) /* what "which" or "it" means */
        of_claim_before(f, g, &p.who);
    return true;
}

bool rule_share_of(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    bool all = is(s, at, LEX_ALL) && (is(s, at - 1, LEX_TO) || is(s, at - 1, LEX_FROM) ||
                                      is(s, at - 1, LEX_IN));
    if (!has_unit(q, "percent") || all) /* "exports to all of Africa" */
        return true;
    if (!share_of_other(made, g, at, err) || *made || !share_each(made, g, at, err) ||
        *made)
        return *made;
    bool skip = is_sign(s, at + 1, ')') || is_word(s, at + 1, "each");
    int of = skip && is(s, at + 2, LEX_OF) ? at + 2 : at + 1;
    if (q->fraction && is_bare_whole(g, at)) /* "half the world's exports" */
        of = at;
    if (!is(s, of, LEX_OF) && !is_fronted(g, at) && of != at)
        return true;
    const stream *found = share_whole(g, of + 1);
    bool referred = !found;
    if (referred)
        found = whole_referred(g, at, of);
    bool unowned = !found || (referred && found->way == WAY_ARMS);
    if (unowned && (!share_of_ranked(made, g, at, err) || *made || !found))
        return !found || *made;
    draft d = {.number = *q, .anchor = at, .rule = "share-of", .sign = 1};
    d.hidden = q->fraction && is_glossed(s, at);
    if (!share_of_found(&d.frame, g, at, of, found))
        return true;
    *made = true;
    return put_parts(g, &d, err);
}
