/* Ranks without the word for what is ranked: "ranks 11th", "in second and third place",
 * "rose from 22nd to sixth", "Egypt in eighth", "second only to India". */
#include "analysis/claims/rank.h"

/* Whether words beside a bare ordinal make it a rank: "ranks 11th", "came first",
 * "rose to tenth", "in third place", "second in the world". */
static bool is_ranking(const scene *s, int at)
{
    int front = rank_front(s, at), i = at + 1;
    while (rank_superlative(s, i) || is(s, i, LEX_AND) || rank_at(s, i) > 0 ||
           is_sign(s, i, '-'))
        i++;
    bool moved = is(s, front, LEX_TO) &&
                 (is(s, front - 1, LEX_RISE) || is(s, front - 1, LEX_FALL) ||
                  is(s, front - 1, LEX_BECOME) || is(s, front - 1, LEX_GO));
    bool stands = is(s, front, LEX_BE) &&
                  (is(s, i, LEX_IN) || is(s, i, LEX_WORLD) || is(s, i, LEX_HEDGE) ||
                   is(s, i, LEX_ON) || is(s, i, LEX_HAVE) || is_sign(s, i, ',') ||
                   is_sign(s, i, '.'));
    bool from = is(s, front, LEX_FROM) &&
                (is(s, front - 1, LEX_RISE) || is(s, front - 1, LEX_FALL) ||
                 is(s, front - 1, LEX_BECOME));
    bool only = is(s, i, LEX_HEDGE) && is(s, i + 1, LEX_TO); /* "second only to" */
    return moved || stands || only || from || is(s, front, LEX_COME) ||
           is(s, front, LEX_RANKVERB) || is(s, front, LEX_BECOME) ||
           is(s, at, LEX_TOPPER) || is(s, i, LEX_PLACE) || is(s, i, LEX_WORLD) ||
           is_word(s, front, "as");
}

/* Whether the clause goes on with "in the world". */
static bool in_world(const scene *s, int at)
{
    for (int k = at; k < clause_end(s, at); k++)
        if (is(s, k, LEX_WORLD))
            return true;
    return false;
}

/* "came in eighth …; its main customers were …": an agent further on tells the flow. */
static bool agent_behind_tells(frame *f, const grammar *g)
{
    for (size_t k = 0; k < g->streams.count; k++)
        if (g->streams.items[k].kind == STREAM_AGENT && g->streams.items[k].owned) {
            bool import = g->streams.items[k].way == WAY_IMPORT;
            *f = (frame){.kind = ARMS_CLAIM_RANK,
                         .flow = import ? ARMS_IMPORT : ARMS_EXPORT,
                         .world = true,
                         .varying = SLOT_SUBJECT};
            return true;
        }
    return false;
}

/* What a bare rank is of: the agent or the flow that the sentence names, the ranking
 * before, or the document's topic. False where nothing tells. */
static bool bare_frame(frame *f, const grammar *g, int at, const names *who_ranks)
{
    const scene *s = g->scene;
    const stream *flow = NULL;
    for (size_t k = 0; k < g->streams.count; k++) {
        const stream *st = &g->streams.items[k];
        if (st->kind == STREAM_AGENT && st->head < at) {
            agent_frame(f, g, st);
            if (in_world(s,
                         at)) { /* "largest in Europe and fourth largest in the world" */
                f->denominator = (names){.count = 0};
                f->world = f->varying == SLOT_SUBJECT;
            }
            return true;
        }
        if (st->kind == STREAM_NOUN && st->way != WAY_ARMS && (!flow || st->head < at))
            flow = st;
    }
    bool again = g->has_frame && g->frame.kind == ARMS_CLAIM_RANK;
    if (again && g->frame.varying == SLOT_SUBJECT) {
        *f = g->frame;
        f->world = f->world || in_world(s, at);
        if (in_world(
                s, at)) /* "the largest in Europe and the fourth largest in the world" */
            f->denominator = (names){.count = 0};
        return true;
    }
    if (!flow && !again && !g->memory->has_flow)
        return agent_behind_tells(f, g);
    *f = (frame){.flow = g->memory->flow, .subject = g->memory->topic};
    if (flow)
        frame_of_stream(f, g, flow);
    bool world = in_world(s, at);
    bool apart = flow && flow->head < clause_begin(s, at); /* as of a headline */
    bool owned =
        f->subject.count > 0 && !world && !apart && !names_same(&f->subject, who_ranks);
    f->kind = ARMS_CLAIM_RANK;
    f->world = !owned;
    f->varying = owned ? SLOT_COUNTERPART : SLOT_SUBJECT;
    f->counterpart = (names){.count = 0};
    return true;
}

/* "in second and third place": which of the parties the rank is for. */
void rank_keep_one(names *n, const scene *s, int at)
{
    size_t which = 0;
    for (int k = rank_front(s, at); k >= 0 && (rank_at(s, k) > 0 || is(s, k, LEX_AND));
         k--)
        which += rank_at(s, k) > 0;
    names_keep(n, which);
}

/* "ranks 11th", "in second and third place", "the No. 3 spot": no agent beside it. */
bool rank_bare(bool *made, grammar *g, int at, arms_error *err)
{
    draft d = {.anchor = at, .rule = "rank-place", .sign = 1};
    names party_names;
    int rank = rank_at(g->scene, at);
    if (rank == 0 || !is_ranking(g->scene, at) ||
        !names_of(&party_names, g, subject_before(g->scene, at)) ||
        !bare_frame(&d.frame, g, at, &party_names))
        return true;
    rank_keep_one(&party_names, g->scene, at);
    d.base_value = is(g->scene, rank_front(g->scene, at), LEX_FROM);
    *made = true;
    return rank_put(g, &d, rank, &party_names, err);
}

/* "to the ninth largest": the second of two ranks of the same. */
bool rank_again(bool *made, grammar *g, int at, arms_error *err)
{
    int rank = rank_at(g->scene, at);
    int front = rank_front(g->scene, at);
    bool in = is(g->scene, front, LEX_IN) && is_kind(g->scene, front - 1, ITEM_PARTY);
    bool direct = front >= 0 && is_kind(g->scene, front, ITEM_PARTY) &&
                  !g->scene->items[front].possessive && front > g->frame_anchor &&
                  !stream_at(&g->streams, at); /* "and Saudi Arabia the fifth" */
    bool same = g->frame_anchor >= clause_begin(g->scene, at);
    bool bracket = is_sign(g->scene, front, '(') &&
                   is_kind(g->scene, front - 1, ITEM_PARTY); /* "Venezuela (18th)" */
    bool base = is(g->scene, front, LEX_FROM) &&
                (is(g->scene, front - 1, LEX_RISE) || is(g->scene, front - 1, LEX_FALL));
    if (rank == 0 || !g->has_frame || g->frame.kind != ARMS_CLAIM_RANK ||
        (!(is(g->scene, front, LEX_TO) && same) && !in && !direct && !base && !bracket))
        return true;
    draft d = {.frame = g->frame, .anchor = at, .rule = "rank-pair", .sign = 1};
    names party_names = *frame_varying(&d.frame);
    if (in || direct || bracket) /* "Egypt in eighth" */
        names_of(&party_names, g, direct ? front : front - 1);
    d.base_value = base;
    *made = true;
    return rank_put(g, &d, rank, &party_names, err);
}
