/* Ranks: "the world's third-largest exporter", "Poland's second-biggest supplier",
 * "ranked 11th", "in second and third place", "the five largest importers were …". */
#include <math.h>

#include "analysis/claims/rank.h"

/* A number as a rank; 0 for one that is none: there are no more parties than that. */
static int rank_of(const quantity *q)
{
    static const double last = 300;
    return q->value >= 1 && q->value <= last ? (int)q->value : 0;
}

/* The rank that an item says: an ordinal, "11th", "No. 3", a superlative alone (1). 0 for
 * none. */
int rank_at(const scene *s, int at)
{
    const lexicon_row *row = at >= 0 ? scene_row(s, (size_t)at, LEX_ORDINAL) : NULL;
    bool number = is_kind(s, at, ITEM_QUANTITY);
    if (is(s, at, LEX_TOPPER))
        return 1;
    if (row && !number && !is_kind(s, at, ITEM_PERIOD))
        return (int)row->number;
    if (number && has_unit(&s->items[at].quantity, "rank"))
        return rank_of(&s->items[at].quantity);
    if (number && has_unit(&s->items[at].quantity, "")) {
        int word = is_sign(s, at - 1, '.') ? at - 2 : at - 1;
        if (is(s, word, LEX_NUMBERWORD) || is_sign(s, at - 1, '#'))
            return rank_of(&s->items[at].quantity);
        if (is(s, at - 1, LEX_RANKVERB) ||
            (is(s, at - 1, LEX_IN) && is(s, at + 1, LEX_PLACE)))
            return rank_of(&s->items[at].quantity);
    }
    return 0;
}

bool rank_superlative(const scene *s, int at)
{
    return is(s, at, LEX_SUPERLATIVE) && !is_kind(s, at, ITEM_QUANTITY);
}

/* "second-largest", "second largest": the superlative belongs to the ordinal. */
static bool has_ordinal(const scene *s, int at)
{
    int before = is_sign(s, at - 1, '-') ? at - 2 : at - 1;
    return rank_at(s, before) > 0;
}

/* "one of the largest", "among the top": no rank. */
static bool is_vague(const scene *s, int begin)
{
    int i = begin - 1;
    if (is(s, i, LEX_FOLLOWING) || is(s, i - 1, LEX_FOLLOWING))
        return true; /* "the next eight largest" */
    while (is(s, i, LEX_ARTICLE) || is_kind(s, i, ITEM_PARTY) || is(s, i, LEX_WORLD) ||
           is_sign(s, i, '\'') || is_sign(s, i, '-'))
        i--;
    if (is(s, i, LEX_IN))
        return is_word(s, i, "among") || is_word(s, i, "amongst");
    return is(s, i, LEX_OF) && is_kind(s, i - 1, ITEM_QUANTITY);
}

/* The agent that an anchor ranks: it holds the anchor, or follows soon. */
static const stream *agent_of(const grammar *g, int at)
{
    static const int far = 12;
    const scene *s = g->scene;
    for (int i = at, n = 0; i < (int)s->count && n < far; i++, n++) {
        const stream *st = stream_at(&g->streams, i);
        if (st && st->kind == STREAM_AGENT && st->head >= at)
            return st;
        bool passes = i == at || rank_superlative(s, i) || rank_at(s, i) > 0 ||
                      is_sign(s, i, '-') || is(s, i, LEX_TO) || is(s, i, LEX_ARTICLE) ||
                      is(s, i, LEX_ARMS) || is_unknown(s, i) || is(s, i, LEX_SOURCE) ||
                      is(s, i, LEX_WORLD) || is(s, i, LEX_IN) || is(s, i, LEX_OF) ||
                      is(s, i, LEX_ON) || is(s, i, LEX_PLACE) || is_sign(s, i, '\'') ||
                      (is(s, i, LEX_AND) && rank_at(s, i + 1) > 0);
        if (!passes)
            return NULL;
    }
    return NULL;
}

/* How many are ranked together: "the five largest exporters", "top three". 0 for one. */
static int count_of(const scene *s, const stream *agent, int at)
{
    for (int i = at - 2; i <= at + 1; i++)
        if (i >= 0 && i != at && i < agent->head && is_kind(s, i, ITEM_QUANTITY) &&
            has_unit(&s->items[i].quantity, "") && s->items[i].quantity.value <= 20)
            return (int)s->items[i].quantity.value;
    return 0;
}

static bool is_plural(const scene *s, const stream *agent)
{
    const token *t = &s->tokens.items[s->items[agent->head].end - 1];
    return s->text.ptr[t->end - 1] == 's' || s->text.ptr[t->end - 1] == 'S';
}

static int party_behind(const scene *s, int at)
{
    while (is(s, at, LEX_ARTICLE) || is_unknown(s, at) || is_kind(s, at, ITEM_PERIOD) ||
           is(s, at, LEX_IN) || is_sign(s, at, ':'))
        at++;
    return is_kind(s, at, ITEM_PARTY) && !s->items[at].possessive && !s->items[at].aside
               ? at
               : NOWHERE;
}

/* The item in front of an agent's words, articles and asides skipped. */
int rank_front(const scene *s, int begin)
{
    int i = begin - 1;
    while (is(s, i, LEX_ARTICLE) || is_unknown(s, i) || is(s, i, LEX_CURRENT) ||
           is(s, i, LEX_HEDGE))
        i--;
    return i;
}

/* Who has the rank. */
static int ranked_party(const grammar *g, const stream *agent, int begin)
{
    const scene *s = g->scene;
    int front = rank_front(s, begin), behind = agent->end;
    while (is_kind(s, behind, ITEM_PERIOD) || is(s, behind, LEX_IN) ||
           is(s, behind, LEX_ON) ||
           ((is(s, behind, LEX_TO) || is(s, behind, LEX_ARTICLE)) &&
            (is_kind(s, behind + 1, ITEM_PERIOD) || is_kind(s, behind + 2, ITEM_PERIOD))))
        behind++;
    int moved = front - 1;
    if (is(s, moved, LEX_RISE) || is(s, moved, LEX_FALL))
        moved--;
    if (is(s, front, LEX_FROM) && is_kind(s, moved, ITEM_PARTY))
        return moved; /* "which took it from 43rd to eighth" */
    bool verb = is(s, front, LEX_BE) || is(s, front, LEX_BECOME) ||
                is(s, front, LEX_RANKVERB) || is(s, front, LEX_ACCOUNT);
    if (verb && is_kind(s, front - 1, ITEM_PARTY) && !s->items[front - 1].possessive)
        return front - 1;
    bool as = is_word(s, front, "as");
    bool ousted = is(s, front - 2, LEX_BECOME) || is(s, front - 3, LEX_BECOME);
    if (as) /* "Russia overtook China as", "with China as" */
        return is_kind(s, front - 1, ITEM_PARTY) && !ousted ? front - 1
                                                            : subject_before(s, front);
    if (is_sign(s, front, ',') && is_kind(s, front - 1, ITEM_PARTY) &&
        !s->items[front - 1].possessive && governor(s, front - 1) != LEX_IN)
        return front - 1;
    if (is(s, front, LEX_BECOME) ||
        (front >= 0 && is_kind(s, front, ITEM_PARTY) && !s->items[front].possessive))
        return is_kind(s, front, ITEM_PARTY) ? front : subject_before(s, front);
    if (verb)
        return subject_before(s, front);
    if (is(s, behind, LEX_BE)) {
        int party = party_behind(s, behind + 1);
        if (party != NOWHERE)
            return party;
    }
    bool comma = is_sign(s, behind, ',');
    int party = party_behind(s, behind + comma);
    if (party != NOWHERE && (comma || party == behind) &&
        governor(s, party) != LEX_FOLLOWED)
        return party;
    return subject_before(s, begin);
}

/* "the biggest buyers", in a text about an exporter: of its arms. */
static bool is_customer(const grammar *g, const stream *agent)
{
    bool known = g->has_frame || g->memory->has_flow;
    arms_direction flow = flow_so_far(g);
    return is(g->scene, agent->head, LEX_BUYER) && known && flow == ARMS_EXPORT &&
           !(g->has_frame && g->frame.world);
}

/* "Russia was the largest supplier …, while China was the largest recipient": both of
 * all the world. */
static bool ranks_both_sides(const grammar *g, const stream *agent)
{
    const scene *s = g->scene;
    bool recipient = is(s, agent->head, LEX_RECIPIENT);
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        bool other = st->kind == STREAM_AGENT && st->head < agent->head && !st->owned &&
                     is(s, st->head, recipient ? LEX_SUPPLIER : LEX_RECIPIENT);
        if (other)
            return true;
    }
    return false;
}

void agent_frame(frame *f, const grammar *g, const stream *agent)
{
    frame_of_stream(f, g, agent);
    f->kind = ARMS_CLAIM_RANK;
    if (f->subject.count > 0) {
        f->varying = SLOT_COUNTERPART;
        f->world = false;
        return;
    }
    f->varying = SLOT_SUBJECT;
    f->world = true;
    bool partner = is(g->scene, agent->head, LEX_SUPPLIER) ||
                   is(g->scene, agent->head, LEX_RECIPIENT) || is_customer(g, agent);
    const memory *m = g->memory;
    const names *topic = g->has_frame ? &g->frame.subject : &m->topic;
    if (partner && !agent->world && agent->scope == NOWHERE && !is_world(topic) &&
        !ranks_both_sides(g, agent) && (g->has_frame || m->has_flow) &&
        topic->count > 0) { /* "the main recipients", of whom the text is about */
        f->flow = flow_so_far(g);
        f->subject = *topic;
        f->varying = SLOT_COUNTERPART;
        f->world = false;
        return;
    }
    if (agent->scope != NOWHERE)
        f->world = !names_of(&f->denominator, g, agent->scope);
}

bool rank_put(grammar *g, draft *d, int rank, const names *ranked, arms_error *err)
{
    frame *f = &d->frame;
    *frame_varying(f) = *ranked;
    d->number = (quantity){.value = rank, .unit = "rank", .low = NAN, .high = NAN};
    return put_claim(g, d, err);
}

/* One claim for each of those who are listed in their order. */
static bool put_list(grammar *g, draft *d, int first, const names *all, arms_error *err)
{
    for (size_t i = 0; i < all->count; i++) {
        names one = {.list = {all->list[i]}, .count = 1};
        if (!rank_put(g, d, first + (int)i, &one, err))
            return false;
    }
    return true;
}

/* "…, followed by India, Greece and Italy": the next ranks, where no figures stand with
 * them. */
static bool put_followers(grammar *g, draft *d, int rank, arms_error *err)
{
    const scene *s = g->scene;
    names all;
    int by = d->anchor;
    while (by < (int)s->count && !is(s, by, LEX_FOLLOWED))
        by++;
    int list = party_behind(s, by + 1);
    if (by >= (int)s->count || list == NOWHERE || is(s, by, LEX_HAVE) ||
        !names_of(&all, g, list) || all.count < 2)
        return true;
    return put_list(g, d, rank + 1, &all, err);
}

/* "imports by Peru …, with Italy as its top supplier": the pronoun means another
 * party of the sentence. */
static bool other_party(names *out, const grammar *g, const names *than)
{
    const names *known = g->has_frame ? &g->frame.subject : &g->memory->topic;
    if (known->count > 0 && !names_same(known, than)) {
        *out = *known;
        return true;
    }
    for (int i = 0; i < (int)g->scene->count; i++) {
        names n;
        if (is_kind(g->scene, i, ITEM_PARTY) && !g->scene->items[i].pronoun &&
            !g->scene->items[i].aside && names_of(&n, g, i) && !names_same(&n, than)) {
            *out = n;
            return true;
        }
    }
    return false;
}

/* "the second and third largest". */
static bool ranks_several(const scene *s, int at)
{
    bool before = is(s, at - 1, LEX_AND) && rank_at(s, at - 2) > 0;
    bool behind = is(s, at + 1, LEX_AND) && rank_at(s, at + 2) > 0;
    return rank_at(s, at) > 0 && (before || behind);
}

static bool rank_agent(bool *made, grammar *g, int at, const stream *agent,
                       arms_error *err)
{
    const scene *s = g->scene;
    int rank = rank_at(s, at), begin = agent->begin < at ? agent->begin : at;
    names party_names;
    draft d = {
        .anchor = at, .rule = rank > 0 ? "rank-ordinal" : "rank-superlative", .sign = 1};
    agent_frame(&d.frame, g, agent);
    int party = ranked_party(g, agent, begin);
    bool region = party != NOWHERE && party == agent->scope;
    for (int i = agent->head; i < agent->head + 4; i++)
        if (is(s, i, LEX_AID))
            return true; /* "provider of military aid" */
    if (!agent->owned && d.frame.varying == SLOT_COUNTERPART &&
        names_of(&party_names, g, party) && names_same(&party_names, &d.frame.subject)) {
        d.frame =
            (frame){.kind = ARMS_CLAIM_RANK, .world = true}; /* of all, not its own */
        d.frame.flow = is(s, agent->head, LEX_RECIPIENT) ? ARMS_IMPORT : ARMS_EXPORT;
    }
    if (is_vague(s, begin) || region || !names_of(&party_names, g, party))
        return true;
    if (d.frame.varying == SLOT_COUNTERPART &&
        names_same(&party_names, &d.frame.subject) &&
        !other_party(&d.frame.subject, g, &party_names))
        return true;
    bool alone = party_names.count == 1 && is_plural(s, agent) && rank == 0 &&
                 count_of(s, agent, at) == 0 && !is(s, at, LEX_TOPPER);
    if (alone) { /* "the main suppliers were China, which …": no rank, but a frame */
        d.hidden = true;
        return rank_put(g, &d, 1, &party_names, err);
    }
    if (ranks_several(s, at))
        rank_keep_one(&party_names, s, at);
    d.base_value = rank > 0 && is(s, rank_front(s, begin), LEX_FROM);
    *made = true;
    bool several =
        party_names.count > 1 && (is_plural(s, agent) || count_of(s, agent, at) > 0);
    if (several && rank == 0)
        return put_list(g, &d, 1, &party_names, err);
    rank = rank > 0 ? rank : 1;
    return rank_put(g, &d, rank, &party_names, err) && put_followers(g, &d, rank, err);
}

bool rule_rank(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    bool superlative = rank_superlative(s, at) && !has_ordinal(s, at);
    if (rank_at(s, at) == 0 && !superlative)
        return true;
    const stream *agent = agent_of(g, at);
    if (!rank_again(made, g, at, err))
        return false;
    if (!*made && agent && !rank_agent(made, g, at, agent, err))
        return false;
    return *made || agent || rank_bare(made, g, at, err);
}
