/* Shares with their whole behind or before them: "supplied 38 per cent of Egypt's arms
 * imports", "of which 12 per cent came from …", "a third of its exports went to
 * India". */
#include "analysis/claims/share.h"

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
static stream owned_by_seller(const grammar *g, const stream *whole, int at)
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
    return pronoun ? last_before(g, 0, at, STREAM_NOUN) : NULL;
}

/* "Italy and Spain each accounted for 8 per cent": no sum. */
static bool put_parts(grammar *g, draft *d, arms_error *err)
{
    names parts = d->frame.subject, owner = d->frame.counterpart;
    if (!says_each(g->scene, d->anchor) || d->frame.kind != ARMS_CLAIM_TOP_N_SUM)
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
static bool find_part(share_part *p, const grammar *g, int at, int behind)
{
    return part_after(p, g, at, behind) || part_relative(p, g, at) ||
           part_adjective(p, g, at) || part_adjective(p, g, behind - 1) ||
           part_behind(p, g, at, behind) || part_before(p, g, at) ||
           part_bracketed(p, g, at);
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

/* The number that is joined in front, "23 and" or "41,"; NOWHERE for none. */
static int number_before(const scene *s, int at)
{
    int i = at - 1;
    while (is_sign(s, i, ',') || is(s, i, LEX_AND))
        i--;
    bool joined = i < at - 1 && is_kind(s, i, ITEM_QUANTITY) &&
                  has_unit(&s->items[i].quantity, "percent");
    return joined && has_unit(&s->items[at].quantity, "percent") ? i : NOWHERE;
}

/* "23 and 9 per cent of", "41, 21 and 15 per cent, respectively, of": the first of
 * numbers that have one whole, and the "of" behind them; how many there are. */
static int numbers_of(const scene *s, int at, int *first, int *of)
{
    int n = 1;
    *first = at;
    while (number_before(s, *first) != NOWHERE) {
        *first = number_before(s, *first);
        n++;
    }
    int i = at + 1;
    while (is(s, i, LEX_AND) || is_sign(s, i, ',') || is(s, i, LEX_RESPECTIVELY) ||
           (is_kind(s, i, ITEM_QUANTITY) && number_before(s, i) != NOWHERE)) {
        n += is_kind(s, i, ITEM_QUANTITY);
        i++;
    }
    *of = i;
    return n;
}

/* "Chile and Peru absorbed 23 and 9 per cent of Spanish exports": a share for each of
 * them in their order. */
static bool share_each(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    int first, of, n = numbers_of(s, at, &first, &of);
    const stream *found = n > 1 && is(s, of, LEX_OF) ? share_whole(g, of + 1) : NULL;
    share_part p = {.role = ROLE_ANY};
    if (!found || !find_part(&p, g, first, found->end) || (int)p.who.count != n)
        return true;
    names_keep(&p.who, quantities_between(s, first, at));
    draft d = {
        .number = s->items[at].quantity, .anchor = at, .rule = "share-each", .sign = 1};
    stream whole = owned_by_seller(g, found, first);
    if (!share_combine(&d.frame, g, &whole, &p))
        return true;
    *made = true;
    return put_claim(g, &d, err);
}

bool rule_share_of(bool *made, grammar *g, int at, arms_error *err)
{
    const quantity *q = &g->scene->items[at].quantity;
    int of =
        is_sign(g->scene, at + 1, ')') && is(g->scene, at + 2, LEX_OF) ? at + 2 : at + 1;
    bool fronted = is_fronted(g, at);
    if (has_unit(q, "percent") && (!share_each(made, g, at, err) || *made))
        return *made;
    if (!has_unit(q, "percent") || (!is(g->scene, of, LEX_OF) && !fronted))
        return true;
    const stream *found = share_whole(g, of + 1);
    bool referred = !found;
    if (!found)
        found = whole_referred(g, at, of);
    if (!found)
        return true;
    stream whole = owned_by_seller(g, found, at);
    share_part p = {.role = ROLE_ANY};
    draft d = {.number = *q, .anchor = at, .rule = "share-of", .sign = 1};
    d.hidden = q->fraction && is_glossed(g->scene, at);
    bool own = whole.way != WAY_TRANSFER && part_of_own(&d.frame, g, &whole, at);
    int behind = whole.end > at ? whole.end : at + 1;
    if (found->end <= of && is(g->scene, of, LEX_OF)) /* "of them", "of these" */
        behind = of + 2;
    bool known =
        own || (find_part(&p, g, at, behind) && share_combine(&d.frame, g, &whole, &p));
    if (known && referred && d.frame.world && g->has_frame &&
        !names_same(&g->frame.subject,
                    &p.who)) { /* "with 3 % of imports, a third of it from" */
        d.frame.counterpart = d.frame.subject;
        d.frame.subject = g->frame.subject;
        d.frame.flow = g->frame.flow;
        d.frame.world = false;
        d.frame.varying = SLOT_COUNTERPART;
    }
    if (!known && !share_of_subject(&d.frame, g, &whole, at))
        return true;
    *made = true;
    return put_parts(g, &d, err);
}
