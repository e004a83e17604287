/* What a rank is among that no agent stands beside: the agent or flow that the sentence
 * names, the ranking before, or the document's topic. */
#include "analysis/claims/rank.h"

/* Whether the clause goes on with "in the world". */
static bool in_world(const scene *s, int at)
{
    for (int k = at; k < clause_end(s, at); k++)
        if (is(s, k, LEX_WORLD))
            return true;
    return false;
}

/* "ranked fourth, in the list of importers of Italian arms": the agent that the list is
 * of; NULL for none. */
static const stream *agent_of_list(const grammar *g, int at)
{
    static const char *const words[] = {"list", "ranking", "rankings", "table", "league"};
    for (size_t k = 0; k < g->streams.count; k++) {
        const stream *st = &g->streams.items[k];
        int of = st->begin - 1;
        while (is(g->scene, of, LEX_ARTICLE) || is_kind(g->scene, of, ITEM_QUANTITY))
            of--;
        if (st->kind == STREAM_AGENT && st->head > at && is(g->scene, of, LEX_OF) &&
            is_word_of(g->scene, of - 1, words, sizeof words / sizeof *words))
            return st;
    }
    return NULL;
}

/* "came in eighth …; its main customers were …": an agent further on tells the flow. */
static bool agent_behind_tells(frame *f, const grammar *g)
{
    for (size_t k = 0; k < g->streams.count; k++)
        if (g->streams.items[k].kind == STREAM_AGENT && g->streams.items[k].owned) {
            *f = (frame){.kind = ARMS_CLAIM_RANK,
                         .flow = stream_flow(&g->streams.items[k]),
                         .world = true,
                         .varying = SLOT_SUBJECT};
            return true;
        }
    return false;
}

/* "ranked 23rd in arms exports", "25th in the export rankings". */
static const stream *flow_behind(const grammar *g, int at)
{
    static const int far = 5;
    const scene *s = g->scene;
    for (int i = at + 2; is(s, at + 1, LEX_IN) && i <= at + far && i < (int)s->count;
         i++) {
        const stream *st = noun_at(&g->streams, i);
        if (st && stream_tells(st))
            return st;
    }
    return NULL;
}

/* The noun that tells the flow of a bare rank: the last before it, or else the first of
 * the sentence; NULL for none. */
static const stream *flow_of_rank(const grammar *g, int at)
{
    const stream *flow = last_before(g, 0, at, STREAM_NOUN);
    if (flow && flow->way == WAY_ARMS)
        flow = NULL;
    for (size_t k = 0; k < g->streams.count && !flow && !g->memory->has_flow; k++)
        if (g->streams.items[k].kind == STREAM_NOUN &&
            g->streams.items[k].way != WAY_ARMS)
            flow = &g->streams.items[k];
    return flow;
}

/* "bumped Peru down to No. 6": whoever stands in front moves among all. */
static bool is_pushed(const scene *s, int front)
{
    int party = front - 1 - (is(s, front - 1, LEX_FALL) || is(s, front - 1, LEX_RISE));
    return is_word(s, front, "to") && is_kind(s, party, ITEM_PARTY) &&
           !s->items[party].pronoun && !s->items[party].possessive;
}

/* The frame of an agent that stands before; "Peru, of which Chile is the main supplier,
 * ranks 29th": among all. */
static void frame_of_agent(frame *f, const grammar *g, const stream *agent,
                           const names *who_ranks)
{
    agent_frame(f, g, agent);
    if (f->varying == SLOT_COUNTERPART && names_same(who_ranks, &f->subject))
        *f = (frame){.kind = ARMS_CLAIM_RANK, .flow = f->flow, .world = true};
}

/* The agent before, the partners that were counted, the claim before: what tells of which
 * a bare rank is. False where none does. */
static bool frame_told(frame *f, const grammar *g, int at, const names *who_ranks)
{
    const scene *s = g->scene;
    bool bare = !flow_behind(g, at), world = in_world(s, at);
    const stream *of_list = agent_of_list(g, at);
    if (of_list) {
        frame_of_agent(f, g, of_list, who_ranks);
        return true;
    }
    for (size_t k = 0; k < g->streams.count && bare; k++) {
        const stream *st = &g->streams.items[k];
        if (st->kind != STREAM_AGENT || st->head >= at)
            continue;
        frame_of_agent(f, g, st, who_ranks);
        if (world) { /* "largest in Europe and fourth in the world" */
            f->denominator = (names){.count = 0};
            f->world = f->varying == SLOT_SUBJECT;
        }
        return true;
    }
    if (g->has_frame && g->frame.kind == ARMS_CLAIM_COUNT &&
        g->frame.flow == ARMS_EXPORT && bare && !world &&
        !names_same(&g->frame.subject, who_ranks)) {
        *f = (frame){.flow = ARMS_EXPORT, .subject = g->frame.subject};
        f->varying = SLOT_COUNTERPART; /* "to 48 states, with Peru topping the list" */
        return true;
    }
    int front = rank_front(s, at);
    bool in_place = is(s, front, LEX_IN) && is(s, front - 1, LEX_BE) && !g->frame.world;
    if (g->has_frame && g->frame.kind == ARMS_CLAIM_SHARE &&
        (is(s, front, LEX_BE) || in_place) && !world) {
        *f = g->frame; /* "China's share was 26 per cent, while Italy was second" */
        return true;
    }
    if (!g->has_frame || g->frame.kind != ARMS_CLAIM_RANK || !bare ||
        g->frame.varying != SLOT_SUBJECT)
        return false;
    *f = g->frame; /* "the largest in Europe and the fourth largest in the world" */
    f->world = f->world || world;
    if (world)
        f->denominator = (names){.count = 0};
    return true;
}

bool rank_bare_frame(frame *f, const grammar *g, int at, const names *who_ranks)
{
    const scene *s = g->scene;
    const stream *flow = flow_behind(g, at);
    if (frame_told(f, g, at, who_ranks)) {
        f->kind = ARMS_CLAIM_RANK;
        return true;
    }
    bool again = g->has_frame && g->frame.kind == ARMS_CLAIM_RANK && !flow;
    if (!flow)
        flow = flow_of_rank(g, at);
    if (!flow && !again && !g->memory->has_flow)
        return agent_behind_tells(f, g);
    *f = (frame){.flow = g->memory->flow, .subject = g->memory->topic};
    if (flow)
        frame_of_stream(f, g, flow);
    bool apart = (flow && flow->head < clause_begin(s, at)) || /* as of a headline */
                 is_pushed(s, rank_front(s, at));
    bool owned = f->subject.count > 0 && !in_world(s, at) && !apart &&
                 !names_same(&f->subject, who_ranks);
    f->kind = ARMS_CLAIM_RANK;
    f->counterpart = (names){.count = 0};
    if (owned && is_region(&f->subject) &&
        region_has(&f->subject.list[0], &who_ranks->list[0])) {
        f->denominator = f->subject; /* in a text on the EU's: "Spain ranked eighth" */
        f->varying = SLOT_SUBJECT;
        return true;
    }
    f->world = !owned;
    f->varying = owned ? SLOT_COUNTERPART : SLOT_SUBJECT;
    return true;
}
