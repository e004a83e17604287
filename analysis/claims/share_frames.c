/* The frame of a part in a whole. A share has a whole (a flow with its owner, or the
 * world's) and a part (a party, and the role in which it takes part). */
#include "analysis/claims/share.h"

bool names_empty(const names *n)
{
    return n->count == 0;
}

/* A part of a region's flow: "Algeria had 40 per cent of African imports". */
static void inside(frame *f, const names *owner, const share_part *p)
{
    f->subject = p->who;
    f->counterpart = (names){.count = 0};
    f->denominator = *owner;
    f->varying = SLOT_SUBJECT;
}

static void partner(frame *f, const names *owner, const share_part *p)
{
    f->subject = *owner;
    f->counterpart = p->who;
    f->varying = SLOT_COUNTERPART;
}

/* Several parts together are a sum. */
void share_sum(frame *f)
{
    names *part = frame_varying(f);
    if (part->count < 2)
        return;
    f->kind = ARMS_CLAIM_TOP_N_SUM;
    if (f->varying == SLOT_COUNTERPART) {
        names owner = f->subject;
        f->subject = f->counterpart;
        f->counterpart = owner;
    }
    f->varying = SLOT_SUBJECT;
}

void share_of_world(frame *f, const share_part *p, bool import)
{
    f->flow = import ? ARMS_IMPORT : ARMS_EXPORT;
    f->subject = p->who;
    f->counterpart = (names){.count = 0};
    f->world = true;
    f->varying = SLOT_SUBJECT;
}

/* "half of these imports", "18 per cent of deliveries": the owner is that of the
 * claim before, or the document's. */
static bool owner_known(frame *f, const grammar *g, const stream *whole,
                        const share_part *p)
{
    const frame *last = &g->frame;
    if (g->has_frame && !names_empty(&last->denominator)) {
        f->subject = last->denominator;
        f->flow = last->flow;
        return true;
    }
    bool own_total = whole->way == WAY_SAME && last->world && g->has_frame &&
                     last->subject.count == 1 && !is_world(&last->subject);
    if (own_total && !names_same(&last->subject, &p->who)) {
        f->subject =
            last->subject; /* "with the Middle East accounting for 60 % of the total" */
        return true;
    }
    if (g->has_frame && is_world(&last->subject))
        return false;
    if (whole->way == WAY_TRANSFER && g->has_frame)
        f->flow = last->flow; /* "80 per cent of the deliveries" */
    if (g->has_frame && !last->world && last->flow == f->flow &&
        !names_same(&last->subject, &p->who)) {
        f->subject = last->subject;
        return true;
    }
    for (size_t i = 0; i < g->streams.count;
         i++) { /* "suppliers of India were Russia (…" */
        const stream *st = &g->streams.items[i];
        bool import = st->way == WAY_IMPORT;
        if (st->kind == STREAM_AGENT && st->owned && st->head < whole->head &&
            import == (f->flow == ARMS_IMPORT) &&
            names_of(&f->subject, g, import ? st->importer : st->exporter) &&
            !names_same(&f->subject, &p->who))
            return true;
    }
    f->subject = (names){.count = 0};
    if (names_empty(&g->memory->topic) || !g->memory->has_flow ||
        names_same(&g->memory->topic, &p->who))
        return false;
    f->subject = g->memory->topic;
    return true;
}

/* "Italy was the largest seller to Peru, accounting for 30 per cent of its imports":
 * the pronoun means the other party of the claim before. False where there is none. */
static bool names_differ(frame *f, const grammar *g, const stream *whole,
                         const share_part *p)
{
    int owner = f->flow == ARMS_IMPORT ? whole->importer : whole->exporter;
    bool pronoun = owner != NOWHERE && g->scene->items[owner].pronoun;
    bool one_of =
        false; /* "its clients Chad and Mali together took 72 % of its exports" */
    for (size_t i = 0; i < p->who.count && f->subject.count == 1; i++)
        one_of = one_of || p->who.list[i].entity == f->subject.list[0].entity;
    if (!pronoun || (!one_of && !names_same(&f->subject, &p->who)))
        return true;
    if (!g->has_frame) {
        f->subject = g->memory->topic; /* "Poland had 27 % of the country's deliveries" */
        return !names_empty(&f->subject);
    }
    if (!names_same(&g->frame.subject, &p->who))
        f->subject = g->frame.subject;
    else if (!names_empty(&g->frame.counterpart))
        f->subject = g->frame.counterpart;
    return true;
}

/* "Imports by the Gulf states rose …, accounting for 54 per cent of imports to the Middle
 * East": the importer of before, in the whole of a region. */
static bool is_importer_inside(const grammar *g, const frame *f, const share_part *p)
{
    return p->role == ROLE_ANY && g->has_frame && g->frame.flow == f->flow &&
           is_region(&f->subject) && !g->frame.world && is_region(&p->who) &&
           names_same(&g->frame.subject, &p->who) && !names_same(&f->subject, &p->who);
}

/* "Imports by South American states …, 31 per cent of the regional total": that of the
 * noun before. */
static void total_of_noun(frame *f, const grammar *g, const stream *whole)
{
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        frame n;
        bool before = st->kind == STREAM_NOUN && st->head < whole->head &&
                      (st->way == WAY_IMPORT || st->way == WAY_EXPORT);
        if (before && frame_of_stream(&n, g, st) && is_region(&n.subject)) {
            f->subject = n.subject;
            f->flow = n.flow;
        }
    }
}

/* The frame of a part in a whole. False where either is not known. */
bool share_combine(frame *f, const grammar *g, const stream *whole, const share_part *p)
{
    frame w;
    bool owned = frame_of_stream(&w, g, whole);
    if (names_empty(&p->who))
        return false;
    *f = w;
    f->kind = ARMS_CLAIM_SHARE;
    if (!owned && !whole->world && whole->way != WAY_ARMS)
        owned = owner_known(f, g, whole, p);
    if (!names_differ(f, g, whole, p))
        return false;
    if (names_empty(&f->subject) && whole->way == WAY_SAME && !whole->world)
        total_of_noun(f, g, whole);
    if (names_empty(&f->subject) && is_nameless(g, whole))
        return false;
    bool import = f->flow == ARMS_IMPORT;
    bool own_role = p->role == (import ? ROLE_IMPORTER : ROLE_EXPORTER);
    if (names_empty(&f->subject)) {
        bool transfer = whole->way == WAY_TRANSFER || whole->way == WAY_ARMS;
        bool nested = transfer && !names_empty(&f->counterpart);
        if (nested) { /* "global sales to the Middle East" */
            names owner = f->counterpart;
            f->flow = import ? ARMS_EXPORT : ARMS_IMPORT;
            f->world = false;
            partner(f, &owner, p);
        } else
            share_of_world(f, p, transfer ? p->role == ROLE_IMPORTER : import);
    } else if (own_role || is_importer_inside(g, f, p) ||
               (p->role == ROLE_ANY && is_region(&f->subject) &&
                region_has(&f->subject.list[0], &p->who.list[0]))) {
        names owner = f->subject;
        if (names_same(&owner, &p->who))
            return !names_empty(&f->counterpart);
        inside(f, &owner, p);
    } else {
        names owner = f->subject;
        partner(f, &owner, p);
    }
    share_sum(f);
    return true;
}
