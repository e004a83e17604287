/* Ranks: "the world's third-largest exporter", "Poland's second-biggest supplier",
 * "ranked 11th", "in second and third place", "the five largest importers were …". */
#include <math.h>

#include "analysis/claims/rank.h"
#include "analysis/claims/share.h"

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
    if (is_word(s, at + 1, "time"))
        return 0; /* "for the first time" */
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

/* "one of the largest", "among the top", "a top-tier supplier": no rank. */
static bool is_vague(const scene *s, int begin, int at)
{
    int i = begin - 1;
    if (is_word(s, i, "only"))
        return true; /* "the only two top buyers to …" */
    if (rank_superlative(s, at) && is_sign(s, at + 1, '-') && is_unknown(s, at + 2))
        return true;
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
                      is(s, i, LEX_ON) || is(s, i, LEX_PLACE) ||
                      is_word(s, i, "ranking") || is_sign(s, i, '\'') ||
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

/* The item in front of an agent's words, articles and asides skipped. */
int rank_front(const scene *s, int begin)
{
    int i = begin - 1;
    while (is(s, i, LEX_ARTICLE) || is_unknown(s, i) || is(s, i, LEX_CURRENT) ||
           is(s, i, LEX_HEDGE))
        i--;
    return i;
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
    int whose = 1 + is(g->scene, 1, LEX_ARTICLE);
    names own;
    bool fronted = is_word(g->scene, 0, "for") && is_sign(g->scene, whose + 1, ',') &&
                   names_of(&own, g, whose);
    if (fronted && !agent->world && agent->scope == NOWHERE) {
        f->flow = is(g->scene, agent->head, LEX_SUPPLIER) ? ARMS_IMPORT : ARMS_EXPORT;
        f->subject = own; /* "For Morocco, the leading suppliers are" */
        f->varying = SLOT_COUNTERPART;
        f->world = false;
        return;
    }
    bool partner = is(g->scene, agent->head, LEX_SUPPLIER) ||
                   is(g->scene, agent->head, LEX_RECIPIENT) || is_customer(g, agent);
    const memory *m = g->memory;
    const names *topic = g->has_frame ? &g->frame.subject : &m->topic;
    bool buys = is(g->scene, agent->head, LEX_RECIPIENT);
    bool sells = is(g->scene, agent->head, LEX_SUPPLIER);
    arms_direction so_far = flow_so_far(g);
    bool within = topic->count == 1 && is_region(topic) &&
                  (g->has_frame || m->has_flow) &&
                  ((buys && so_far == ARMS_IMPORT) || (sells && so_far == ARMS_EXPORT));
    if (within && !agent->world) { /* "the third recipient", of the imports of a region */
        f->flow = so_far;
        f->denominator = *topic;
        f->world = false;
        return;
    }
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

/* "the main supplier to both nations": of each. */
bool rank_put(grammar *g, draft *d, int rank, const names *ranked, arms_error *err)
{
    frame *f = &d->frame;
    *frame_varying(f) = *ranked;
    d->number = (quantity){.value = rank, .unit = "rank", .low = NAN, .high = NAN};
    return f->varying == SLOT_COUNTERPART ? put_apart(g, d, err) : put_claim(g, d, err);
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

/* "the second and third largest". */
static bool ranks_several(const scene *s, int at)
{
    int last = is_sign(s, at - 2, '-') ? at - 3 : at - 2, next = at + 1;
    next += is_sign(s, next, '-'); /* "second- and third-largest" */
    bool before = is(s, at - 1, LEX_AND) && rank_at(s, last) > 0;
    bool behind = is(s, next, LEX_AND) && rank_at(s, next + 1) > 0;
    return rank_at(s, at) > 0 && (before || behind);
}

bool rank_put_followers(grammar *g, draft *d, int rank, arms_error *err)
{
    const scene *s = g->scene;
    names all;
    int by = d->anchor;
    if (ranks_several(s, by) && rank_at(s, by - 2 - is_sign(s, by - 2, '-')) == 0)
        return true; /* the first of "second and third" */
    while (by < (int)s->count && !is(s, by, LEX_FOLLOWED))
        by++;
    int list = party_behind(s, by + 1);
    if (by >= (int)s->count || list == NOWHERE || is(s, by, LEX_HAVE) ||
        !names_of(&all, g, list) || all.count < 2)
        return true;
    frame before = g->frame;
    int anchor = g->frame_anchor;
    if (!put_list(g, d, rank + 1, &all, err))
        return false;
    g->frame = before; /* what follows is of the first */
    g->frame_anchor = anchor;
    return true;
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

/* "India's supplier", but not "its supplier". */
static bool names_owner(const grammar *g, const stream *agent)
{
    int owner = agent->importer != NOWHERE ? agent->importer : agent->exporter;
    return agent->owned && owner != NOWHERE && !g->scene->items[owner].pronoun;
}

/* The frame of an agent as the party that has the rank lets it be understood. */
static void rank_frame(frame *f, const grammar *g, const stream *agent,
                       const names *ranked)
{
    agent_frame(f, g, agent);
    bool sells = is(g->scene, agent->head, LEX_EXPORTER) && f->denominator.count == 1;
    if (sells && !is_region(ranked) &&
        !region_has(&f->denominator.list[0], &ranked->list[0])) {
        f->flow =
            ARMS_IMPORT; /* "Africa's largest seller of weapons, China" supplies it */
        f->subject = f->denominator;
        f->denominator = (names){.count = 0};
        f->varying = SLOT_COUNTERPART;
    }
    if (names_same(ranked, &f->denominator)) {
        f->denominator = (names){.count = 0}; /* "making Europe the biggest recipient" */
        f->world = true;
    }
    names region;
    if (f->world && !agent->world && f->varying == SLOT_SUBJECT &&
        region_in_front(&region, g, ranked)) {
        f->denominator = region; /* "In Africa, Algeria is the largest importer" */
        f->world = false;
    }
    if (!agent->owned && f->varying == SLOT_COUNTERPART &&
        names_same(ranked, &f->subject)) { /* of all, not its own */
        bool buys = is(g->scene, agent->head, LEX_RECIPIENT);
        *f = (frame){.kind = ARMS_CLAIM_RANK,
                     .world = true,
                     .flow = buys ? ARMS_IMPORT : ARMS_EXPORT};
    }
}

/* "the main supplier to both", but to whom? "provider of military aid". */
static bool is_no_rank(const grammar *g, const stream *agent)
{
    bool aid = false;
    for (int i = agent->head; i < agent->head + 4; i++)
        aid = aid || is(g->scene, i, LEX_AID);
    int owner = agent->importer != NOWHERE ? agent->importer : agent->exporter;
    names who_owns;
    bool regional = owner != NOWHERE && g->scene->items[owner].adjective &&
                    names_of(&who_owns, g, owner) && is_region(&who_owns) &&
                    is(g->scene, owner - 1, LEX_SUPERLATIVE) &&
                    is_kind(g->scene, owner - 2, ITEM_PARTY); /* "Peru's largest European
                                                                 supplier" */
    return aid || regional || is_nameless(g, agent);
}

static bool rank_agent(bool *made, grammar *g, int at, const stream *agent,
                       arms_error *err)
{
    const scene *s = g->scene;
    int rank = rank_at(s, at), begin = agent->begin < at ? agent->begin : at;
    int party = ranked_party(g, agent, begin), count = count_of(s, agent, at);
    names ranked;
    draft d = {
        .anchor = at, .rule = rank > 0 ? "rank-ordinal" : "rank-superlative", .sign = 1};
    if (is_no_rank(g, agent) || is_vague(s, begin, at) || party == NOWHERE ||
        party == agent->scope ||
        !(ranks_several(s, at) ? listed_names : names_of)(&ranked, g, party))
        return true;
    rank_frame(&d.frame, g, agent, &ranked);
    if (d.frame.varying == SLOT_COUNTERPART && names_same(&ranked, &d.frame.subject) &&
        !other_party(names_owner(g, agent) ? &ranked : &d.frame.subject, g,
                     &d.frame.subject))
        return true;
    d.hidden = ranked.count == 1 && is_plural(s, agent) && rank == 0 && count == 0 &&
               !is(s, at, LEX_TOPPER);
    if (d.hidden) /* "the main suppliers were China, which …": no rank, but a frame */
        return rank_put(g, &d, 1, &ranked, err);
    if (rank == 0 && ranked.count == 1 && count > 1)
        return true; /* "in the list of the ten largest importers" */
    if (ranks_several(s, at))
        rank_keep_one(&ranked, s, at);
    d.base_value = rank > 0 && is(s, rank_front(s, begin), LEX_FROM);
    *made = true;
    if (ranked.count > 1 && rank == 0)
        return put_list(g, &d, 1, &ranked, err);
    rank = rank > 0 ? rank : 1;
    return rank_put(g, &d, rank, &ranked, err) && rank_put_followers(g, &d, rank, err);
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
