/* Flows that leave out what was said: that of the claim before, of another owner, or of
 * the document. */
#include "analysis/claims/flow.h"

bool flow_of_other_owner(frame *f, const grammar *g, int begin, int at)
{
    const scene *s = g->scene;
    bool those = is_kind(s, 0, ITEM_PARTY) && s->items[0].pronoun &&
                 (is(s, 1, LEX_OF) || is(s, 1, LEX_TO) || is(s, 1, LEX_FROM));
    if (!g->has_frame && !(those && g->memory->has_flow))
        return false;
    for (int i = at - 1; i >= begin; i--) {
        if (is_kind(s, i, ITEM_QUANTITY))
            return false;
        names owner;
        if (!is_kind(s, i, ITEM_PARTY) || s->items[i].pronoun || s->items[i].aside ||
            (g->frame.kind == ARMS_CLAIM_RATIO && names_of(&owner, g, i) &&
             names_same(&owner, &g->frame.counterpart)))
            continue; /* "7 per cent higher than Peru's and 5 per cent higher than in" */
        int to =
            is(s, i - 1, LEX_ARTICLE) ? i - 2 : i - 1; /* "those to the Gulf states" */
        bool again = is_kind(s, to - 1, ITEM_PARTY) && s->items[to - 1].pronoun;
        bool joined = is(s, to - 1, LEX_AND) || is_sign(s, to - 1, ',');
        bool also = g->has_frame && to > g->frame_anchor && joined &&
                    is(s, i + 1 + is_kind(s, i + 1, ITEM_SIGN),
                       LEX_BY); /* "…, and to India by 5 %" */
        if ((is(s, to, LEX_FROM) || is(s, to, LEX_TO)) && (again || also) &&
            names_of(&owner, g, i)) { /* "those from Russia" */
            *f = g->has_frame
                     ? g->frame
                     : (frame){.flow = g->memory->flow, .subject = g->memory->topic};
            bool own = is(s, to, LEX_FROM) == (f->flow == ARMS_EXPORT);
            *(own ? &f->subject : &f->counterpart) = owner;
            f->world = false;
            return true;
        }
        if (stream_at(&g->streams, i) || is_kind(s, i + 1, ITEM_PERIOD))
            continue;
        int by_word = i + 1 + is_sign(s, i + 1, '(');
        bool by = is(s, by_word, LEX_BY) && by_word == before_number(s, at) &&
                  governor(s, i) == LEX_NONE; /* "…, Peru by 6 %" */
        if (by && by_word == i + 2 && g->frame.counterpart.count > 0 &&
            names_of(&owner, g, i)) { /* "exports to Chile (by 7 %) and Peru (by 6 %)" */
            *f = g->frame;
            f->counterpart = owner;
            return true;
        }
        bool bare = i == at - 1 || by || s->items[i].possessive ||
                    s->items[i].adjective || is(s, i - 1, LEX_BY) ||
                    is(s, i - 1, LEX_OF) || is(s, i - 2, LEX_BY) || is(s, i - 2, LEX_OF);
        if (!bare || !names_of(&owner, g, i))
            return false;
        *f = g->has_frame ? g->frame : (frame){.flow = g->memory->flow};
        f->subject = owner;
        return true;
    }
    return false;
}

/* "This rose to $7 million, 5 per cent of the total". */
static bool names_no_flow(const grammar *g)
{
    for (size_t i = 0; i < g->streams.count; i++)
        if (g->streams.items[i].way != WAY_SAME)
            return false;
    return true;
}

/* The first noun behind that tells imports or exports; NULL for none. */
static const stream *flow_noun_after(const grammar *g, int at)
{
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        if (st->kind == STREAM_NOUN && st->head > at && stream_tells(st))
            return st;
    }
    return NULL;
}

/* The flow of the document, or of a noun further on, of the clause's subject: "Peru,
 * with a rise of 8 per cent, overtook Chile, whose imports …". */
static bool flow_of_rest(frame *out, const grammar *g, int at)
{
    const scene *s = g->scene;
    const memory *m = g->memory;
    names owner;
    const stream *later = flow_noun_after(g, at);
    if (!later)
        later = last_before(g, at, (int)s->count, STREAM_AGENT);
    bool tells = later && stream_tells(later);
    bool known = m->has_flow || tells;
    *out = (frame){.flow = m->flow, .subject = m->topic, .varying = SLOT_SUBJECT};
    if (!m->has_flow && known)
        out->flow = stream_flow(later);
    int subject = subject_before(s, at);
    if (names_no_flow(g) && subject == NOWHERE && names_same(&m->topic, &out->subject))
        out->counterpart = m->partner; /* "The figure rose": of the two of the heading */
    if (known && subject != NOWHERE && names_of(&owner, g, subject))
        out->subject = owner;
    return known && out->subject.count > 0;
}

/* The flow of the claim before; "…, but Peru bucked the trend with a rise of 5": the
 * clause's own subject. */
static bool flow_of_claim(frame *out, const grammar *g, int begin, int at)
{
    const scene *s = g->scene;
    names own;
    int subject = own_subject(s, at);
    *out = g->frame;
    out->denominator = (names){.count = 0};
    if (out->world || out->kind == ARMS_CLAIM_RATIO)
        out->counterpart = (names){.count = 0};
    out->world = false;
    bool named = subject != NOWHERE &&
                 (!s->items[subject].pronoun || is_relative(s, subject)) &&
                 begin > g->frame_anchor && names_of(&own, g, subject);
    if (named) {
        out->subject = own;
        out->counterpart = (names){.count = 0};
    }
    return out->subject.count > 0;
}

/* "the global figure fell": the noun of the clause that means the world's flow. */
static bool is_world_total(const grammar *g, int begin, int at)
{
    const scene *s = g->scene;
    const stream *total = last_before(g, begin, at, STREAM_NOUN);
    int of = total ? total->begin - 1 : NOWHERE;
    while (is(s, of, LEX_ARTICLE) || is(s, of, LEX_WORLD))
        of--;
    return total && total->way == WAY_SAME && total->world && !is(s, of, LEX_OF);
}

bool flow_so_far_of(frame *f, const grammar *g, int begin, int at)
{
    if (is_world_total(g, begin, at)) {
        *f = (frame){.flow = flow_so_far(g), .subject = names_world()};
        return g->has_frame || g->memory->has_flow;
    }
    return g->has_frame ? flow_of_claim(f, g, begin, at) : flow_of_rest(f, g, at);
}
