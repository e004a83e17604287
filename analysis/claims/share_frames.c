/* The frame of a part in a whole. A share has a whole (a flow with its owner, or the
 * world's) and a part (a party, and the role in which it takes part). */
#include <string.h>

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

/* "these weapons". */
static bool is_pointed(const grammar *g, const stream *whole)
{
    return is_word(g->scene, whole->head - 1, "these") ||
           is_word(g->scene, whole->head - 1, "those");
}

/* Whether the parts hold what would be their whole. */
static bool is_one_of(const names *owner, const names *parts)
{
    bool one_of = false;
    for (size_t i = 0; i < parts->count; i++)
        for (size_t k = 0; k < owner->count; k++)
            one_of = one_of || strcmp(parts->list[i].name, owner->list[k].name) == 0;
    return one_of;
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
    if (whole->way == WAY_SAME && g->has_frame && last->kind == ARMS_CLAIM_LEVEL &&
        is_region(&last->counterpart) && last->flow == ARMS_EXPORT) {
        f->subject = last->counterpart; /* "$7 m in sales to Africa, 35 % of the total" */
        f->flow = ARMS_IMPORT;
        return true;
    }
    bool trade = is_word(g->scene, whole->head, "trade") ||
                 is_word(g->scene, whole->head, "market");
    bool own_total = whole->way == WAY_SAME && !trade && last->world && g->has_frame &&
                     last->subject.count == 1 && !is_world(&last->subject);
    for (size_t i = 0; own_total && i < p->who.count; i++)
        own_total = p->who.list[i].entity != last->subject.list[0].entity;
    if (own_total && !names_same(&last->subject, &p->who)) {
        f->subject =
            last->subject; /* "with the Middle East accounting for 60 % of the total" */
        return true;
    }
    if (g->has_frame && is_world(&last->subject))
        return false;
    if (g->has_frame && last->world && last->flow == f->flow && is_pointed(g, whole)) {
        f->subject = last->subject; /* "9 per cent of imports; half of those were …" */
        return true;
    }
    if (whole->way == WAY_TRANSFER && g->has_frame)
        f->flow = last->flow; /* "80 per cent of the deliveries" */
    if (g->has_frame && (!last->world || last->kind == ARMS_CLAIM_COUNT) &&
        last->flow == f->flow && !names_same(&last->subject, &p->who)) {
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
        is_one_of(&g->memory->topic, &p->who))
        return false;
    f->subject = g->memory->topic;
    f->flow = g->memory->flow; /* "4 per cent of acquisitions", of what the topic sells */
    return true;
}

/* "Italy was the largest seller to Peru, accounting for 30 per cent of its imports":
 * the pronoun means the other party of the claim before. False where there is none. */
static bool names_differ(frame *f, const grammar *g, const stream *whole,
                         const share_part *p)
{
    int owner = f->flow == ARMS_IMPORT ? whole->importer : whole->exporter;
    bool pronoun = owner != NOWHERE && g->scene->items[owner].pronoun;
    if (!pronoun || !is_one_of(&f->subject, &p->who))
        return true; /* "its clients Chad and Mali together took 72 % of its exports" */
    if (!g->has_frame) {
        f->subject = g->memory->topic; /* "Poland had 27 % of the country's deliveries" */
        return (f->subject.count == 1 && !names_same(&f->subject, &p->who)) ||
               other_named(&f->subject, g, whole->begin, &p->who);
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

/* "the largest importers in Africa, accounting for 15, 12 and 11 per cent of its
 * imports": of the importers that were ranked in that region. */
static bool is_ranked_inside(const grammar *g, const frame *f)
{
    return g->has_frame && g->frame.flow == f->flow && is_region(&f->subject) &&
           names_same(&g->frame.denominator, &f->subject);
}

/* "Imports by South American states …, 31 per cent of the regional total": that of the
 * noun before. */
static void total_of_noun(frame *f, const grammar *g, const stream *whole,
                          const share_part *p)
{
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        frame n;
        bool before =
            st->kind == STREAM_NOUN && st->head < whole->head && stream_tells(st);
        if (before && frame_of_stream(&n, g, st) && n.subject.count == 1 &&
            !is_world(&n.subject) && !names_same(&n.subject, &p->who)) {
            f->subject = n.subject;
            f->flow = n.flow;
        }
    }
}

/* "7 per cent of the arms": of those that were spoken of. */
static bool is_definite(const grammar *g, const stream *whole)
{
    int article = whole->head - 1;
    bool import = g->frame.kind == ARMS_CLAIM_CHANGE && g->frame.flow == ARMS_IMPORT;
    bool the = is_word(g->scene, article, "the") && g->has_frame &&
               (g->frame.kind == ARMS_CLAIM_SHARE || g->frame.kind == ARMS_CLAIM_RANK ||
                import) &&
               !g->frame.world;
    bool supplied = g->memory->has_flow && g->memory->flow == ARMS_IMPORT &&
                    !g->has_frame && g->memory->topic.count == 1 &&
                    is(g->scene, article, LEX_OF);
    return the || supplied || is_pointed(g, whole);
}

/* "its arms", "the region's imports", where nobody was named that it could mean. */
static bool owner_missing(const grammar *g, const stream *whole)
{
    const int owners[] = {whole->importer, whole->exporter};
    names found;
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        if (owners[i] != NOWHERE && !names_of(&found, g, owners[i]))
            return true;
    return false;
}

/* "its weapons were supplied to Chile": whose they were was the exporter, unless they
 * stay within a region. */
static void turn_to_seller(frame *f, const stream *whole, const share_part *p)
{
    bool within =
        is_region(&f->subject) && region_has(&f->subject.list[0], &p->who.list[0]);
    if (whole->way == WAY_ARMS && p->role == ROLE_IMPORTER && !names_empty(&f->subject) &&
        names_empty(&f->counterpart) && !within && !names_same(&f->subject, &p->who))
        f->flow = ARMS_EXPORT;
}

/* In a text on China's exports to Peru, "it made up 55 per cent of China's exports": the
 * pronoun's part is the other of the two. */
static share_part other_of_pair(const grammar *g, const frame *f, const share_part *p)
{
    const names *pair = &g->memory->pair;
    share_part out = *p;
    bool same = names_same(&f->subject, &p->who) && pair->count == 2 && !g->has_frame &&
                p->who.count == 1 && is_kind(g->scene, 0, ITEM_PARTY) &&
                g->scene->items[0].pronoun && !g->scene->items[0].possessive;
    for (size_t i = 0; same && i < 2; i++)
        if (strcmp(pair->list[i].name, p->who.list[0].name) != 0)
            out.who.list[0] = pair->list[i];
    return out;
}

/* A whole that nobody is said to own is the world's, unless its words tell of somebody:
 * "of the arms imports", "two-fifths of our exports go to Poland". False for those. */
static bool part_of_world(frame *f, const grammar *g, const stream *whole,
                          const share_part *p)
{
    bool import = f->flow == ARMS_IMPORT;
    bool transfer = whole->way == WAY_TRANSFER || whole->way == WAY_ARMS;
    bool market = is(g->scene, whole->head, LEX_RECIPIENT); /* "the export market" */
    bool traded = is_word(g->scene, whole->head + 1, "traded");
    if (whole->way == WAY_ARMS && !whole->world && !traded &&
        is_word(g->scene, whole->head - 1, "the"))
        return false; /* "most of the weapons": of which? */
    bool noun = stream_tells(whole) && !market;
    int the = whole->head - 1 - is(g->scene, whole->head - 1, LEX_ARMS);
    bool ranked = g->has_frame && g->frame.kind == ARMS_CLAIM_RANK && g->frame.world &&
                  g->frame.flow == f->flow; /* "the largest, with 7 % of the imports" */
    bool against = p->role == (import ? ROLE_EXPORTER : ROLE_IMPORTER) && !p->loose;
    if (!whole->world &&
        ((noun && !ranked && is_word(g->scene, the, "the")) || (against && !transfer)))
        return false;
    bool told = transfer || (p->role != ROLE_ANY && !p->loose);
    bool same = whole->way == WAY_ARMS && p->role == ROLE_ANY && g->has_frame;
    bool sold = g->memory->has_flow && g->memory->flow == ARMS_EXPORT;
    bool arms = whole->way == WAY_ARMS && !g->has_frame && !sold;
    bool region =
        (whole->way == WAY_TRANSFER || arms) && p->role == ROLE_ANY && is_region(&p->who);
    if (region) /* of transfers: those to it */
        import = true;
    else if (same)
        import = g->frame.flow == ARMS_IMPORT;
    else if (told)
        import = p->role == ROLE_IMPORTER;
    share_of_world(f, p, import);
    return true;
}

/* Whether a part is one within a region, and no partner of its. */
static bool is_inside(const grammar *g, const frame *f, const stream *whole,
                      const share_part *p)
{
    bool own = p->role == (f->flow == ARMS_IMPORT ? ROLE_IMPORTER : ROLE_EXPORTER);
    bool region = is_region(&f->subject);
    bool total = whole->way == WAY_SAME && region && is_region(&p->who);
    bool member =
        p->role == ROLE_ANY && region && region_has(&f->subject.list[0], &p->who.list[0]);
    return own || total || member || is_importer_inside(g, f, p) ||
           is_ranked_inside(g, f);
}

/* The owner of a whole, as the whole's words, the claim before or the document tell.
 * False where they point at somebody who is not known. */
static bool settle_owner(frame *f, const grammar *g, const stream *whole,
                         const share_part *p)
{
    bool owned = frame_of_stream(f, g, whole);
    bool spoken = whole->way != WAY_ARMS || is_definite(g, whole);
    f->kind = ARMS_CLAIM_SHARE;
    if (!owned && !whole->world && spoken && names_empty(&f->counterpart))
        (void)owner_known(f, g, whole, p);
    share_part part = other_of_pair(g, f, p);
    if (!names_differ(f, g, whole, &part))
        return false;
    if (names_empty(&f->subject) && whole->way == WAY_SAME && !whole->world)
        total_of_noun(f, g, whole, &part);
    if (names_empty(&f->subject) && (owner_missing(g, whole) || is_pointed(g, whole)))
        return false;
    turn_to_seller(f, whole, &part);
    if (names_empty(&f->subject) && !names_empty(&f->counterpart)) {
        f->subject = f->counterpart; /* "of exports to Africa": Africa's imports */
        f->counterpart = (names){.count = 0};
        f->flow = f->flow == ARMS_IMPORT ? ARMS_EXPORT : ARMS_IMPORT;
        f->world = false;
    }
    return true;
}

bool share_combine(frame *f, const grammar *g, const stream *whole, const share_part *p)
{
    if (names_empty(&p->who) || !settle_owner(f, g, whole, p))
        return false;
    share_part part = other_of_pair(g, f, p);
    names owner = f->subject;
    bool same = names_same(&owner, &part.who), done = true;
    if (names_empty(&owner))
        done = part_of_world(f, g, whole, &part);
    else if (is_inside(g, f, whole, &part) && same)
        return !names_empty(&f->counterpart);
    else if (is_inside(g, f, whole, &part))
        inside(f, &owner, &part);
    else if (!same)
        partner(f, &owner, &part);
    else
        return false;
    if (done)
        share_sum(f);
    return done;
}
