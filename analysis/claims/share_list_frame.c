/* What a list of shares is about, where no claim before it tells: an agent, a flow, or
 * what the document said. */
#include "analysis/claims/share.h"

/* The agent behind a list that the list is of: "France (35 %) and Russia (34 %) were its
 * main suppliers". */
const stream *agent_behind(const grammar *g, int at)
{
    const scene *s = g->scene;
    for (int i = at + 1; i < (int)s->count; i++) {
        const stream *st = stream_at(&g->streams, i);
        if (is_sign(s, i, ',') && is(s, i + 1, LEX_ARTICLE) &&
            !is_kind(s, i + 2, ITEM_PARTY))
            return NULL; /* "Peru (4 per cent), the largest exporter" */
        if (st && st->kind == STREAM_AGENT)
            return st;
        bool passes = is_kind(s, i, ITEM_PARTY) || is_kind(s, i, ITEM_QUANTITY) ||
                      is_sign(s, i, '(') || is_sign(s, i, ')') || is_sign(s, i, ',') ||
                      is(s, i, LEX_AND) || is(s, i, LEX_BE) || is(s, i, LEX_ARTICLE) ||
                      is(s, i, LEX_SUPERLATIVE) || is(s, i, LEX_TOPPER) ||
                      is(s, i, LEX_ORDINAL) || is_unknown(s, i) || is_word(s, i, "as");
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
    bool shared = is_sign(s, at - 1, '(') || is(s, at + 1, LEX_AND);
    if (is(s, at + 1, LEX_AND) || at < companions_end(s))
        end = (int)s->count; /* "31 % and the USA 30 % of" */
    for (int i = at + 1; i < end && shared; i++) {
        bool verb = is(s, i - 1, LEX_ACCOUNT) || is_word(s, i - 1, "for");
        bool next = is_sign(s, at - 1, '(') || is_kind(s, i - 1 - verb, ITEM_PARTY);
        const stream *whole = next && is_kind(s, i, ITEM_QUANTITY) && is(s, i + 1, LEX_OF)
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
        bool dashes = ((is_sign(s, verb, '_') && is_sign(s, at + 1, '_')) ||
                       (is_sign(s, verb, ',') && is_sign(s, at + 1, ','))) &&
                      before_number(s, at) == verb;
        verb = dashes ? at + 2 : verb; /* "– nearly 70 per cent – went to" */
        bool flow = st->kind == STREAM_NOUN && (dashes || verb < at) &&
                    (st->way != WAY_ARMS || (dashes && st->importer != NOWHERE));
        bool were =
            is(s, verb, LEX_BE) && (is(s, at + 1, LEX_TO) || is(s, at + 1, LEX_FROM));
        if (!flow || (!is(s, verb, LEX_GO) && !is(s, verb, LEX_COME) && !were) ||
            !frame_of_stream(f, g, st) || f->world || f->counterpart.count > 0)
            continue;
        f->kind = ARMS_CLAIM_SHARE;
        f->varying = SLOT_COUNTERPART;
        return f->subject.count > 0;
    }
    return false;
}

/* "an increase in imports … Peru (7 per cent)", "French (43 per cent) exports grew". */
static bool tells_change(const scene *s, int at)
{
    for (int i = 0; i < (int)s->count; i++) {
        bool way =
            (is(s, i, LEX_RISE) || is(s, i, LEX_FALL)) && !is_kind(s, i, ITEM_QUANTITY);
        bool noun = is(s, i + 1, LEX_IN) || is(s, i + 1, LEX_OF);
        bool flow = is(s, i - 1, LEX_EXPORTS) || is(s, i - 1, LEX_IMPORTS);
        if (way && ((i < at && noun) || (i > at && flow)))
            return true;
    }
    return false;
}

/* "imports its weapons from the USA (69 %) and Italy (30 %)", "sells arms abroad, with 33
 * per cent going to": of the verb's flow. */
static bool verb_frame(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    bool bracket = is_sign(s, at - 1, '(');
    const stream *verb = g->has_frame ? NULL : last_before(g, 0, at, STREAM_VERB);
    if (!verb)
        return false;
    bool bought = bracket && verb->way == WAY_IMPORT &&
                  (governor(s, at - 2) == LEX_FROM || is(s, at - 3, LEX_AND));
    bool sold = verb->way == WAY_EXPORT && is(s, at + 1, LEX_GO);
    if ((!bought && !sold) || !frame_of_stream(f, g, verb) || f->subject.count == 0 ||
        (sold && f->counterpart.count > 0))
        return false;
    f->kind = ARMS_CLAIM_SHARE;
    f->varying = SLOT_COUNTERPART;
    f->world = false;
    return true;
}

/* The agent or flow of the sentence that a list is about: "Italy (30 %) and Spain
 * (20 %) were the main suppliers of Peru". */
bool list_frame(frame *f, const grammar *g, int at)
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
    if (verb_frame(f, g, at))
        return true;
    bool before = is_word(g->scene, 0, "that") && is(g->scene, 1, LEX_COMPARE) &&
                  m->has_frame; /* "That compared with 7 per cent for Peru" */
    if (!g->has_frame && !before &&
        (is(g->scene, before_number(g->scene, at), LEX_COMPARE) ||
         tells_change(g->scene, at)))
        return false; /* with what was not understood; "increases in exports: …" */
    bool gloss = is_kind(g->scene, at + 1, ITEM_SIGN) &&
                 (is(g->scene, at + 2, LEX_GO) || is(g->scene, at + 2, LEX_COME));
    bool to = gloss || is(g->scene, at + 1, LEX_TO) || is(g->scene, at + 1, LEX_FROM);
    if (sum_behind(f, g, at) || ((bracket || to) && went_or_came(f, g, at)))
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
