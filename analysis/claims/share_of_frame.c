/* The frame of a share whose whole was found: of the part that the words around tell, of
 * the subject of a change or an amount, of the flow that "which" means. */
#include "analysis/claims/share.h"

/* A whole whose arms are "its": of the one who buys or sells them. */
static bool part_of_own(frame *f, const grammar *g, const stream *whole, int at)
{
    const scene *s = g->scene;
    int verb = share_verb(s, at);
    names exporter, importer;
    bool both = names_of(&exporter, g, whole->exporter);
    bool list =
        is_sign(s, whole->importer + 1, '('); /* "to Peru (15 %) and Chile (13 %)" */
    both = (list ? listed_names : names_of)(&importer, g, whole->importer) && both;
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
    bool named = names_of(&by, g, subject);
    bool subject_owns = named && names_same(&by, &f->subject);
    bool other = named && !subject_owns && !names_same(&by, &f->counterpart) &&
                 is_region(&importer) && by.count == 1 &&
                 region_has(&importer.list[0], &by.list[0]);
    if (other) { /* "Peru bought 78 per cent of Russia's exports to South America" */
        f->subject.count = 0;
        return true;
    }
    f->varying = f->counterpart.count > 1 ? SLOT_COUNTERPART : SLOT_SUBJECT;
    share_sum(f);
    f->varying =
        subject_owns || f->kind != ARMS_CLAIM_SHARE ? SLOT_SUBJECT : SLOT_COUNTERPART;
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
    bool same = is(s, joint, LEX_OR) || is_sign(s, joint, ',') ||
                is_sign(s, joint, '(') || is_sign(s, joint, '_') ||
                (is(s, joint, LEX_BE) && is(s, joint - 1, LEX_THAT) &&
                 is_sign(s, joint - 2, '_')); /* "– that is 6 per cent of" */
    frame w;
    bool sold = same && g->frame.counterpart.count > 0 && frame_of_stream(&w, g, whole) &&
                w.flow == g->frame.flow && names_same(&w.subject, &g->frame.subject);
    if (((same && whole->way == WAY_TRANSFER) || sold ||
         ((!subject || same) && whole->world)) &&
        g->has_frame && g->frame.kind == ARMS_CLAIM_LEVEL)
        *f = g->frame;
    else if (same && whole->way == WAY_SAME && g->has_frame &&
             g->frame.kind == ARMS_CLAIM_LEVEL && g->frame.counterpart.count > 0) {
        *f = g->frame; /* "$7 million to Peru, or 3 % of the total" */
        f->kind = ARMS_CLAIM_SHARE;
        f->varying = SLOT_COUNTERPART;
        return true;
    } else if (!subject || !frame_of_stream(f, g, subject))
        return false;
    if (whole->world && !names_empty(&f->subject)) {
        bool turned = whole->way == (f->flow == ARMS_IMPORT ? WAY_EXPORT : WAY_IMPORT);
        if (turned)
            return false; /* "imports by Peru …, responsible for 3 % of exports": who? */
        share_part p = {.who = f->subject}; /* "exports fell to 2 % of the total" */
        share_of_world(f, &p, f->flow == ARMS_IMPORT);
    } else if (names_empty(&f->counterpart))
        return false;
    else
        f->varying = SLOT_COUNTERPART;
    turn_to_whole(f, g, whole);
    f->kind = ARMS_CLAIM_SHARE;
    share_sum(f);
    return true;
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
    bool reached =
        is(g->scene, before, LEX_REACH) || is(g->scene, before, LEX_TO) ||
        (is(g->scene, before, LEX_ACCOUNT) && is_sign(g->scene, before - 1, ','));
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
bool share_of_found(frame *f, const grammar *g, int at, int of, const stream *found)
{
    const scene *s = g->scene;
    stream whole = owned_by_seller(g, found, at);
    share_part p = {.role = ROLE_ANY};
    if (whole.way != WAY_TRANSFER && part_of_own(f, g, &whole, at))
        return f->subject.count > 0;
    int behind = whole.end > at ? whole.end : at + 1;
    if (found->end <= of && is(s, of, LEX_OF)) /* "of them", "of these" */
        behind = of + 2;
    bool part = part_of_noun(&p, g, &whole, at) ||
                find_part(&p, g, number_of_gloss(s, at), behind);
    if (!part && goes_on_share(g, at)) { /* "… and 82 per cent of Chile's imports" */
        frame last = g->frame;
        p = (share_part){.who = *frame_varying(&last), .role = ROLE_ANY};
        bool own = last.world && is(s, before_number(s, at), LEX_OR);
        if (own) /* "of the world's exports, or 90 per cent of Africa's": as exporter */
            p.role = last.flow == ARMS_IMPORT ? ROLE_IMPORTER : ROLE_EXPORTER;
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
