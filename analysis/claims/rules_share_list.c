/* Shares in lists, which leave out what was said: "…, Qatar 13 and Kuwait 9 per cent",
 * "with China providing 54 per cent", "France (35 per cent) and Russia (34 per cent)". */
#include "analysis/claims/share.h"

/* "Spain (27 per cent) and France (3) supplying most of its arms": the role by the verb
 * that a list of brackets is the subject of. */
static part_role role_by_verb(const scene *s, int at)
{
    int i = at + 1;
    while (is_kind(s, i, ITEM_PARTY) || is_kind(s, i, ITEM_QUANTITY) ||
           is_sign(s, i, '(') || is_sign(s, i, ')') || is_sign(s, i, ',') ||
           is(s, i, LEX_AND) || is(s, i, LEX_ARTICLE))
        i++;
    bool list = is_sign(s, at - 1, '(') && is_sign(s, i - 1, ')');
    return list && is(s, i, LEX_SUPPLY) ? ROLE_EXPORTER
           : list && is(s, i, LEX_BUY)  ? ROLE_IMPORTER
                                        : ROLE_ANY;
}

/* The party of a list that a number stands beside: "Qatar (13 %)", "Qatar at 13 %",
 * "Peru's was 16 %", "16 % to Peru". */
int listed_party(const scene *s, int at, part_role *role)
{
    const bool list = says_respectively(s);
    const int far = list ? 14 : 5;
    *role = ROLE_ANY;
    int next = at + 1 + is_sign(s, at + 1, ')');
    if (is_kind(s, next, ITEM_PARTY) && s->items[next].adjective && next == at + 1) {
        *role = ROLE_EXPORTER; /* "78 per cent Russian" */
        return next;
    }
    if (is(s, next, LEX_FROM) ||
        (next == at + 1 && (is(s, next, LEX_TO) || is(s, next, LEX_BY)))) {
        int party = party_after(s, next);
        bool any = is_word(s, next, "for");
        *role = any ? ROLE_ANY : is(s, next, LEX_TO) ? ROLE_IMPORTER : ROLE_EXPORTER;
        if (party != NOWHERE)
            return party;
    }
    *role = role_by_verb(s, at);
    for (int i = at - 1, n = 0; i >= 0 && n < far; i--, n++) {
        if (is_kind(s, i, ITEM_PARTY) && list && s->items[i].pronoun)
            continue;
        if (is_kind(s, i, ITEM_PARTY))
            return s->items[i].compound || s->items[i].aside ? NOWHERE : i;
        bool passes = is_sign(s, i, '(') || is_sign(s, i, ':') || is(s, i, LEX_ON) ||
                      is(s, i, LEX_TO) || is(s, i, LEX_BE) || is(s, i, LEX_HEDGE) ||
                      is(s, i, LEX_ACCOUNT) || is(s, i, LEX_HAVE) || is_unknown(s, i) ||
                      is(s, i, LEX_SUPPLY) || is(s, i, LEX_BUY) ||
                      is(s, i, LEX_ARTICLE) || is(s, i, LEX_RISE) || is(s, i, LEX_FALL) ||
                      is_sign(s, i, ',') || is_sign(s, i, '_') || is_sign(s, i, '-') ||
                      is(s, i, LEX_ORDINAL) || is(s, i, LEX_FOLLOWING) ||
                      (list && !is_kind(s, i, ITEM_PERIOD));
        if (!passes)
            return NOWHERE;
    }
    return NOWHERE;
}

/* The agent behind a list that the list is of: "France (35 %) and Russia (34 %) were its
 * main suppliers". */
static const stream *agent_behind(const grammar *g, int at)
{
    const scene *s = g->scene;
    for (int i = at + 1; i < (int)s->count; i++) {
        const stream *st = stream_at(&g->streams, i);
        if (st && st->kind == STREAM_AGENT)
            return st;
        bool passes = is_kind(s, i, ITEM_PARTY) || is_kind(s, i, ITEM_QUANTITY) ||
                      is_sign(s, i, '(') || is_sign(s, i, ')') || is_sign(s, i, ',') ||
                      is(s, i, LEX_AND) || is(s, i, LEX_BE) || is(s, i, LEX_ARTICLE) ||
                      is(s, i, LEX_SUPERLATIVE) || is(s, i, LEX_TOPPER) ||
                      is_unknown(s, i) || is_word(s, i, "as");
        if (!passes)
            return NULL;
    }
    return NULL;
}

/* "the USA (40 per cent) and Russia (16) supplied 56 per cent of all arms": the whole
 * of the sum behind is that of each. */
static bool sum_behind(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    part_role role;
    share_part p = {.role = ROLE_ANY};
    int party = listed_party(s, at, &role), end = clause_end(s, at);
    for (int i = at + 1; i < end && is_sign(s, at - 1, '('); i++) {
        const stream *whole = is_kind(s, i, ITEM_QUANTITY) && is(s, i + 1, LEX_OF)
                                  ? share_whole(g, i + 2)
                                  : NULL;
        if (whole && party != NOWHERE && names_of(&p.who, g, party))
            return share_combine(f, g, whole, &p);
    }
    return false;
}

/* "exports went chiefly to Poland (46 per cent) and India (7)": of the noun whose arms
 * went. */
static bool went_or_came(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        int verb = st->end;
        while (is_kind(s, verb, ITEM_PERIOD) || is(s, verb, LEX_IN) ||
               is_unknown(s, verb))
            verb++;
        bool flow = st->kind == STREAM_NOUN && st->way != WAY_ARMS && verb < at;
        if (!flow || (!is(s, verb, LEX_GO) && !is(s, verb, LEX_COME)) ||
            !frame_of_stream(f, g, st) || f->world || f->counterpart.count > 0)
            continue;
        f->kind = ARMS_CLAIM_SHARE;
        f->varying = SLOT_COUNTERPART;
        return f->subject.count > 0;
    }
    return false;
}

/* The agent or flow of the sentence that a list is about: "Italy (30 %) and Spain
 * (20 %) were the main suppliers of Peru". */
static bool list_frame(frame *f, const grammar *g, int at)
{
    bool bracket = is_sign(g->scene, at - 1, '(');
    const stream *behind = bracket ? agent_behind(g, at) : NULL;
    const stream *agent = behind ? behind : last_before(g, 0, at, STREAM_AGENT);
    bool older = !behind && agent && g->has_frame && g->frame_anchor > agent->head &&
                 g->frame.kind != ARMS_CLAIM_RANK;
    if (agent && !older) {
        agent_frame(f, g, agent);
        f->kind = ARMS_CLAIM_SHARE;
        return true;
    }
    const memory *m = g->memory;
    if (sum_behind(f, g, at) || (bracket && went_or_came(f, g, at)))
        return true;
    if (g->has_frame && g->frame.subject.count > 0 &&
        (!g->frame.world || g->frame.kind == ARMS_CLAIM_COUNT)) {
        *f = g->frame; /* "imports rose by …, with China providing 54 per cent" */
        f->kind = ARMS_CLAIM_SHARE;
        f->counterpart = (names){.count = 0};
        f->world = false;
        f->varying = SLOT_COUNTERPART;
        return true;
    }
    if (m->has_frame &&
        (m->frame.kind == ARMS_CLAIM_SHARE || m->frame.kind == ARMS_CLAIM_RANK)) {
        *f = m->frame;
        f->kind = ARMS_CLAIM_SHARE;
        return true;
    }
    if (!m->has_flow)
        return false;
    *f = (frame){.kind = ARMS_CLAIM_SHARE, .flow = m->flow, .subject = m->topic};
    f->world = names_empty(&m->topic);
    f->varying = f->world ? SLOT_SUBJECT : SLOT_COUNTERPART;
    return true;
}

/* "Moscow, Paris and Rome … 41, 21 and 15 per cent respectively": which of the parties
 * the number is for. */
static void share_out(names *n, const scene *s, int at)
{
    size_t which = 0;
    for (int i = at - 1; i > 0; i--) {
        if (is_sign(s, i, ',') || is(s, i, LEX_AND))
            continue;
        if (!is_kind(s, i, ITEM_QUANTITY))
            break;
        which++;
    }
    names_keep(n, which);
}

/* A verb before the number that has no object of its own. */
static bool takes_same(const grammar *g, int at)
{
    int verb = before_number(g->scene, at);
    return is(g->scene, verb, LEX_TAKE) || is(g->scene, verb, LEX_ACCOUNT) ||
           (is(g->scene, verb, LEX_HAVE) && g->frame.kind == ARMS_CLAIM_RANK);
}

/* "…; importers: China 11 per cent": a new list begins. */
static bool is_headed(const grammar *g, int at)
{
    if (is_sign(g->scene, at - 1, '(') && agent_behind(g, at))
        return true;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        if (st->kind == STREAM_AGENT && st->head > g->frame_anchor && st->head < at &&
            is_sign(g->scene, st->end, ':'))
            return true;
    }
    return false;
}

/* Behind a sum of several parts, each part has its own share of the same whole. */
static void owner_of_sum(frame *f)
{
    if (f->kind != ARMS_CLAIM_TOP_N_SUM || f->world || f->counterpart.count == 0)
        return;
    f->subject = f->counterpart;
    f->varying = SLOT_COUNTERPART;
}

/* The frame of what was said before that a list goes on with; false where a new one
 * begins. */
static bool goes_on(frame *f, const grammar *g, int at)
{
    if (!g->has_frame || is_headed(g, at) ||
        (g->frame.kind != ARMS_CLAIM_SHARE && g->frame.kind != ARMS_CLAIM_RANK &&
         g->frame.kind != ARMS_CLAIM_TOP_N_SUM))
        return false;
    *f = g->frame;
    owner_of_sum(f);
    return true;
}

/* "another 34 per cent went to …": the part stands behind. */
static bool list_behind(bool *made, grammar *g, draft *d, arms_error *err)
{
    const scene *s = g->scene;
    share_part behind = {.role = ROLE_ANY};
    int next = d->anchor + 1 + is_sign(s, d->anchor + 1, ')');
    if ((!is(s, next, LEX_GO) && !is(s, next, LEX_COME)) ||
        !part_after(&behind, g, d->anchor, next) ||
        (!goes_on(&d->frame, g, d->anchor) && !list_frame(&d->frame, g, d->anchor)))
        return true;
    d->frame.kind = ARMS_CLAIM_SHARE;
    d->frame.varying = SLOT_COUNTERPART;
    d->frame.counterpart = behind.who;
    d->frame.world = false;
    *made = d->frame.subject.count > 0;
    return !*made || put_claim(g, d, err);
}

/* Puts the party of a list into the slot that varies, or that its role tells. */
static void put_listed(frame *f, const scene *s, int party, part_role role,
                       const names *n)
{
    bool partner = role == (f->flow == ARMS_IMPORT ? ROLE_EXPORTER : ROLE_IMPORTER);
    if (f->world && partner && f->subject.count == 1 && f->varying == SLOT_SUBJECT &&
        f->kind == ARMS_CLAIM_SHARE && role == ROLE_EXPORTER)
        f->world = false; /* "…, more than half of it (68 per cent) from the USA" */
    if (role != ROLE_ANY && !f->world && f->denominator.count == 0)
        f->varying = partner ? SLOT_COUNTERPART : SLOT_SUBJECT;
    bool takes = is(s, party + 1, LEX_ACCOUNT) && !f->world && f->counterpart.count > 0;
    bool with = is(s, party - 1 - is(s, party - 1, LEX_ARTICLE), LEX_HAVE) && !f->world &&
                f->counterpart.count > 0 && f->kind == ARMS_CLAIM_SHARE;
    if (takes ||
        with) /* "…, with Qatar taking 17 per cent": the partner, not the owner */
        f->varying = SLOT_COUNTERPART;
    *frame_varying(f) = *n;
}

/* A pronoun is nobody of a list, but for "the latter" and "which". */
static bool is_nobody(const scene *s, int party)
{
    return party == NOWHERE || (s->items[party].pronoun && !is(s, party, LEX_LATTER) &&
                                !is(s, party, LEX_FORMER) && !is_relative(s, party));
}

bool rule_share_list(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    part_role role;
    names party_names;
    bool share = is(s, at + 1, LEX_SHARE) && is(s, before_number(s, at), LEX_HAVE);
    if (!has_unit(q, "percent") || is(s, at + 1, LEX_OF) || share)
        return true;
    draft d = {.number = *q, .anchor = at, .rule = "share-list", .sign = 1};
    int party = listed_party(s, at, &role);
    bool nobody = is_nobody(s, party);
    if (nobody && !list_behind(made, g, &d, err))
        return false;
    if (*made)
        return true;
    bool again = goes_on(&d.frame, g, at);
    if (!again && (nobody || !list_frame(&d.frame, g, at)))
        return true;
    d.frame.kind = ARMS_CLAIM_SHARE;
    bool same =
        party == NOWHERE && takes_same(g, at); /* "its biggest customer, taking 46" */
    if (!same && (nobody || !names_of(&party_names, g, party)))
        return true;
    if (!same) {
        share_out(&party_names, s, at);
        put_listed(&d.frame, s, party, role, &party_names);
    }
    *made = true;
    return put_claim(g, &d, err);
}
