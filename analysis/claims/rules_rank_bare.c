/* Ranks without the word for what is ranked: "ranks 11th", "in second and third place",
 * "rose from 22nd to sixth", "Egypt in eighth", "second only to India". */
#include "analysis/claims/rank.h"
#include "analysis/claims/share.h"

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
                   is(s, i, LEX_AND) || is(s, i, LEX_COME) || is_sign(s, i, '.') ||
                   is_word(s, i, "as"));
    bool from = is(s, front, LEX_FROM) &&
                (is(s, front - 1, LEX_RISE) || is(s, front - 1, LEX_FALL) ||
                 is(s, front - 1, LEX_BECOME));
    bool aside = is_sign(s, front, ',') && is_kind(s, front - 1, ITEM_PARTY) &&
                 is_sign(s, i, ','); /* "Peru, the third biggest, doubled" */
    moved = moved || aside || (is(s, front, LEX_IN) && is(s, front - 1, LEX_COME));
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

/* "ranked 23rd in arms exports", "25th in the export rankings". */
static const stream *flow_behind(const grammar *g, int at)
{
    static const int far = 5;
    const scene *s = g->scene;
    for (int i = at + 2; is(s, at + 1, LEX_IN) && i <= at + far && i < (int)s->count;
         i++) {
        const stream *st = noun_at(&g->streams, i);
        if (st && (st->way == WAY_IMPORT || st->way == WAY_EXPORT))
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

/* What a bare rank is of: the agent or the flow that the sentence names, the ranking
 * before, or the document's topic. False where nothing tells. */
static bool bare_frame(frame *f, const grammar *g, int at, const names *who_ranks)
{
    const scene *s = g->scene;
    const stream *flow = flow_behind(g, at);
    for (size_t k = 0; k < g->streams.count && !flow; k++) {
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
    }
    if (!flow)
        flow = flow_of_rank(g, at);
    bool again = g->has_frame && g->frame.kind == ARMS_CLAIM_RANK && !flow_behind(g, at);
    if (g->has_frame && g->frame.kind == ARMS_CLAIM_SHARE &&
        is(s, rank_front(s, at), LEX_BE) && !in_world(s, at)) {
        *f = g->frame; /* "China's share was 26 per cent, while Italy was second" */
        f->kind = ARMS_CLAIM_RANK;
        return true;
    }
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
    if (owned && is_region(&f->subject) &&
        region_has(&f->subject.list[0], &who_ranks->list[0])) {
        f->denominator = f->subject; /* in a text on the EU's: "Spain ranked eighth" */
        f->varying = SLOT_SUBJECT;
        f->counterpart = (names){.count = 0};
        return true;
    }
    f->world = !owned;
    f->varying = owned ? SLOT_COUNTERPART : SLOT_SUBJECT;
    f->counterpart = (names){.count = 0};
    return true;
}

/* "in second and third place": which of the parties the rank is for. */
void rank_keep_one(names *n, const scene *s, int at)
{
    size_t which = 0;
    for (int k = rank_front(s, at);
         k >= 0 && (rank_at(s, k) > 0 || is(s, k, LEX_AND) ||
                    (is_sign(s, k, '-') && rank_at(s, k - 1) > 0));
         k--)
        which += rank_at(s, k) > 0;
    names_keep(n, which);
}

/* "2nd to 4th". */
static bool ends_run(const scene *s, int at)
{
    return (is(s, at - 1, LEX_TO) || is_sign(s, at - 1, '-')) && rank_at(s, at - 2) > 0 &&
           rank_at(s, at) > rank_at(s, at - 2) + 1 && is(s, at - 3, LEX_RANKVERB);
}

/* "with France, Russia and China ranking 2nd to 4th": a rank for each. */
static bool rank_run(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    names all;
    int first = rank_at(s, at), last = rank_at(s, at + 2), list = at - 2;
    if (!is(s, at - 1, LEX_RANKVERB) || !ends_run(s, at + 2) ||
        !names_of(&all, g, list) || (int)all.count != last - first + 1)
        return true;
    draft d = {.anchor = at, .rule = "rank-run", .sign = 1};
    if (!bare_frame(&d.frame, g, at, &all))
        return true;
    *made = true;
    for (size_t i = 0; i < all.count; i++) {
        names one = {.list = {all.list[i]}, .count = 1};
        if (!rank_put(g, &d, first + (int)i, &one, err))
            return false;
    }
    return true;
}

/* The item in front of "third and second". */
static int front_of_ranks(const scene *s, int at)
{
    int front = rank_front(s, at);
    while (is(s, front, LEX_AND) && rank_at(s, front - 1) > 0)
        front = rank_front(s, front - 1);
    return front;
}

/* "In second place is Israel": who stands behind the verb; NOWHERE for nobody. */
static int behind_place(const scene *s, int at)
{
    int party = at + 3 + is(s, at + 3, LEX_ARTICLE);
    if (is(s, at + 1, LEX_PLACE) && is_kind(s, at + 2, ITEM_PARTY) &&
        !s->items[at + 2].possessive && !s->items[at + 2].adjective)
        return at + 2; /* "beating second place India" */
    bool stands = is(s, at + 1, LEX_PLACE) &&
                  (is(s, at + 2, LEX_BE) || is(s, at + 2, LEX_COME)) &&
                  is_kind(s, party, ITEM_PARTY) && !s->items[party].possessive;
    return stands ? party : NOWHERE;
}

/* "Peru's imports fell and it dropped to 71st": it is whose the imports are. */
static bool subject_of_flow(names *out, const grammar *g, int subject, int at)
{
    const scene *s = g->scene;
    const stream *st = last_before(g, 0, at, STREAM_NOUN);
    int owner = st ? (st->importer != NOWHERE ? st->importer : st->exporter) : NOWHERE;
    bool beside = st && (is(s, subject - 1, LEX_AND) || is_sign(s, subject - 1, ',')) &&
                  st->end < subject;
    for (int i = st ? st->end : 0; beside && i < subject; i++)
        beside = !is_kind(s, i, ITEM_PARTY);
    return is_word(s, subject, "it") && beside && owner != NOWHERE &&
           !s->items[owner].pronoun && names_of(out, g, owner);
}

/* "ranks 11th", "in second and third place", "the No. 3 spot": no agent beside it. */
bool rank_bare(bool *made, grammar *g, int at, arms_error *err)
{
    draft d = {.anchor = at, .rule = "rank-place", .sign = 1};
    names party_names;
    int rank = rank_at(g->scene, at);
    if (rank == 0 || !is_ranking(g->scene, at))
        return true;
    if (!rank_run(made, g, at, err) || *made)
        return *made;
    if (ends_run(g->scene, at))
        return true;
    frame last = g->frame;
    int subject = subject_before(g->scene, at), near = front_of_ranks(g->scene, at) - 1;
    bool verb = is(g->scene, near + 1, LEX_RANKVERB) || is(g->scene, near + 1, LEX_BE);
    if (!verb && is(g->scene, near + 1, LEX_SAY) && is(g->scene, near - 1, LEX_AND))
        verb = true; /* "and France confirmed a distant second place" */
    if (verb && is_kind(g->scene, near, ITEM_PARTY) &&
        !g->scene->items[near].possessive && !g->scene->items[near].aside)
        subject = near; /* "…, with China ranked fourth" */
    if (!is_word(g->scene, near + 1, "as") && behind_place(g->scene, at) != NOWHERE)
        subject = behind_place(g->scene, at);
    bool again = subject == NOWHERE && g->has_frame && last.kind == ARMS_CLAIM_SHARE;
    if (again) { /* "Chile's imports were 1 per cent of …, good for 26th place" */
        d.frame = last;
        d.frame.kind = ARMS_CLAIM_RANK;
        party_names = *frame_varying(&last);
    } else if (!(subject_of_flow(&party_names, g, subject, at) ||
                 names_of(&party_names, g, subject)) ||
               !bare_frame(&d.frame, g, at, &party_names))
        return true;
    if (party_names.count == 1 &&
        front_of_ranks(g->scene, at) != rank_front(g->scene, at))
        return true; /* "second and third", but only one is named */
    names region;
    int in = at + 2 + is(g->scene, at + 2, LEX_ARTICLE);
    if (is(g->scene, at + 1, LEX_IN) && d.frame.varying == SLOT_SUBJECT &&
        is_kind(g->scene, in, ITEM_PARTY) && names_of(&region, g, in) &&
        is_region(&region)) {
        d.frame.denominator = region; /* "ranks first in Africa" */
        d.frame.world = false;
    }
    rank_keep_one(&party_names, g->scene, at);
    d.base_value = is(g->scene, rank_front(g->scene, at), LEX_FROM);
    *made = true;
    return rank_put(g, &d, rank, &party_names, err) &&
           (!is(g->scene, at, LEX_TOPPER) || rank_put_followers(g, &d, rank, err));
}

/* "ranked third with 7 per cent, Qatar fourth with 6 per cent": the frame that ranks,
 * also where a share stands between. */
static bool goes_on_ranking(frame *f, const grammar *g)
{
    *f = g->frame;
    f->kind = ARMS_CLAIM_RANK;
    for (size_t i = g->first; i < g->out->count; i++)
        if (g->out->claims[i].kind == ARMS_CLAIM_RANK)
            return g->has_frame && (g->frame.kind == ARMS_CLAIM_RANK ||
                                    g->frame.kind == ARMS_CLAIM_SHARE);
    return false;
}

/* "…, with Russia (7 per cent) and Italy (6 per cent) second and third": of the shares
 * before, in the order of the list. */
static bool rank_list(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    names ranked;
    int i = rank_front(s, at);
    while (is(s, i, LEX_AND) || rank_at(s, i) > 0 || is(s, i, LEX_ARTICLE) ||
           is(s, i, LEX_IN) || is(s, i, LEX_COME) || is(s, i, LEX_RANKVERB))
        i--;
    if (rank_at(s, at) == 0 || !is_sign(s, i, ')') || !g->has_frame ||
        g->frame.kind != ARMS_CLAIM_SHARE || stream_at(&g->streams, at))
        return true;
    int first = NOWHERE;
    for (; is_sign(s, i, ')') && is_kind(s, i - 1, ITEM_QUANTITY); i--) {
        if (!is_sign(s, i - 2, '(') || !is_kind(s, i - 3, ITEM_PARTY))
            break;
        first = i - 3;
        i = first - 1;
        while (is(s, i, LEX_AND) || is_sign(s, i, ',') || is(s, i, LEX_ARTICLE))
            i--;
        i++;
    }
    if (first == NOWHERE || !listed_names(&ranked, g, first))
        return true;
    rank_keep_one(&ranked, s, at);
    if (ranked.count != 1)
        return true;
    draft d = {.frame = g->frame, .anchor = at, .rule = "rank-list", .sign = 1};
    d.frame.kind = ARMS_CLAIM_RANK;
    frame before = g->frame;
    *made = true;
    if (!rank_put(g, &d, rank_at(s, at), &ranked, err))
        return false;
    g->frame = before;
    return true;
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
    frame ranking;
    if (!rank_list(made, g, at, err) || *made)
        return *made;
    if (rank == 0 || !goes_on_ranking(&ranking, g) ||
        (!(is(g->scene, front, LEX_TO) && same) && !in && !direct && !base && !bracket))
        return true;
    draft d = {.frame = ranking, .anchor = at, .rule = "rank-pair", .sign = 1};
    names party_names = *frame_varying(&d.frame);
    bool pushed = is(g->scene, front, LEX_TO) &&
                  is_kind(g->scene, front - 1, ITEM_PARTY) &&
                  !g->scene->items[front - 1].pronoun;
    if (pushed && !names_of(&party_names, g, front - 1)) /* "pushed India to second" */
        return true;
    if (in || direct || bracket) /* "Egypt in eighth" */
        names_of(&party_names, g, direct ? front : front - 1);
    d.base_value = base;
    *made = true;
    return rank_put(g, &d, rank, &party_names, err);
}
