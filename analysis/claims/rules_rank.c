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
    static const char *const others[] = {"time", "year", "consecutive", "straight"};
    if (is_word_of(s, at + 1, others, sizeof others / sizeof *others))
        return 0; /* "for the first time", "for a second year" */
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
    if (is_word(s, i, "only") || (rank_superlative(s, at) && !has_ordinal(s, at) &&
                                  (is_word(s, i, "a") || is_word(s, i, "an"))))
        return true; /* "the only two top buyers to …", "a top supplier" */
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
        bool passes =
            i == at || rank_superlative(s, i) || rank_at(s, i) > 0 ||
            is_sign(s, i, '-') || is(s, i, LEX_TO) || is(s, i, LEX_ARTICLE) ||
            is(s, i, LEX_ARMS) || is_unknown(s, i) || is(s, i, LEX_SOURCE) ||
            is(s, i, LEX_WORLD) || is(s, i, LEX_IN) || is(s, i, LEX_OF) ||
            is(s, i, LEX_ON) || is(s, i, LEX_PLACE) || is_word(s, i, "ranking") ||
            is_word(s, i, "as") || is_sign(s, i, '\'') ||
            (is(s, i, LEX_AND) && (rank_at(s, i + 1) > 0 || is(s, i + 1, LEX_ARMS)));
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

/* The noun of "exporting nations" is the last word, that of "region for imports" the
 * first. */
static bool is_plural(const scene *s, const stream *agent)
{
    const item *head = &s->items[agent->head];
    bool first = token_is_word(&s->tokens, head->first + 1, "for") ||
                 token_is_word(&s->tokens, head->first + 1, "of");
    const token *t = &s->tokens.items[first ? head->first : head->end - 1];
    return s->text.ptr[t->end - 1] == 's' || s->text.ptr[t->end - 1] == 'S';
}

/* The item in front of an agent's words, articles and asides skipped. */
int rank_front(const scene *s, int begin)
{
    int i = begin - 1;
    while (is(s, i, LEX_ARTICLE) || is_unknown(s, i) || is(s, i, LEX_CURRENT) ||
           is(s, i, LEX_HEDGE) || is(s, i, LEX_NUMBERWORD) ||
           (is_sign(s, i, '.') && is(s, i - 1, LEX_NUMBERWORD)))
        i--;
    return i;
}

/* "the main supplier to both nations": of each. */
bool rank_put(grammar *g, draft *d, int rank, const names *ranked, arms_error *err)
{
    frame *f = &d->frame;
    if (f->varying == SLOT_SUBJECT && ranked->count > 1)
        return true; /* no two parties have one rank */
    *frame_varying(f) = *ranked;
    d->number = (quantity){.value = rank, .unit = "rank", .low = NAN, .high = NAN};
    return f->varying == SLOT_COUNTERPART ? put_apart(g, d, err) : put_claim(g, d, err);
}

bool rank_put_list(grammar *g, draft *d, int first, const names *all, arms_error *err)
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
    while (by < (int)s->count && (!is(s, by, LEX_FOLLOWED) || is(s, by, LEX_HAVE)))
        by++;
    int list = party_behind(s, by + 1);
    for (int i = d->anchor; i < (int)s->count && by >= (int)s->count; i++)
        if (is_kind(s, i, ITEM_PARTY) && is_word(s, i - 1, "with") &&
            is_word(s, i + 1, "following"))
            list = by = i; /* ", with Peru and Chile following closely behind" */
    if (by >= (int)s->count || list == NOWHERE || !names_of(&all, g, list) ||
        all.count < 2)
        return true;
    frame before = g->frame;
    int anchor = g->frame_anchor;
    if (!rank_put_list(g, d, rank + 1, &all, err))
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
    return other_named(out, g, (int)g->scene->count, than);
}

/* "India's supplier", but not "its supplier". */
static bool names_owner(const grammar *g, const stream *agent)
{
    int owner = stream_party(agent);
    return agent->owned && owner != NOWHERE && !g->scene->items[owner].pronoun;
}

/* "the main customers", "the biggest export destinations": whose? */
static bool is_open(const grammar *g, const stream *agent)
{
    static const char *const words[] = {"destination", "destinations", "customer",
                                        "customers",   "client",       "clients",
                                        "export"};
    frame f;
    if (agent->world || !is(g->scene, agent->head, LEX_RECIPIENT) ||
        !is_word_of(g->scene, agent->head, words, sizeof words / sizeof *words))
        return false;
    agent_frame(&f, g, agent);
    return f.world;
}

/* "the main supplier to both", but to whom? "provider of military aid". */
static bool is_no_rank(const grammar *g, const stream *agent)
{
    bool aid = false;
    for (int i = agent->head; i < agent->head + 4; i++)
        aid = aid || is(g->scene, i, LEX_AID);
    int owner = stream_party(agent);
    names who_owns;
    bool regional = owner != NOWHERE && g->scene->items[owner].adjective &&
                    names_of(&who_owns, g, owner) && is_region(&who_owns) &&
                    is(g->scene, owner - 1, LEX_SUPERLATIVE) &&
                    is_kind(g->scene, owner - 2, ITEM_PARTY); /* "Peru's largest European
                                                                 supplier" */
    bool buys = is(g->scene, agent->head, LEX_BUYER) && !agent->owned && !agent->world &&
                g->has_frame && g->frame.flow == ARMS_EXPORT && g->frame.world &&
                g->frame.kind == ARMS_CLAIM_SHARE; /* "a third of exports, with Peru the
                                                      main buyer": its, or of all? */
    for (int i = agent->begin; i < agent->head; i++)
        regional = regional || is_word(g->scene, i, "regional"); /* of which region? */
    bool told = is(g->scene, agent->end, LEX_THAT) && !agent->owned &&
                !is_verb(g->scene, agent->end + 1); /* "the largest destination of arms
                                                       that Peru sold" */
    return aid || regional || buys || told || is_open(g, agent) || is_nameless(g, agent);
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
    if (rank == 0 && count > (int)ranked.count)
        return true; /* "in the list of the ten largest importers" */
    if (ranks_several(s, at))
        rank_keep_one(&ranked, s, at);
    d.base_value = rank > 0 && is(s, rank_front(s, begin), LEX_FROM);
    *made = true;
    if (ranked.count > 1 && rank == 0)
        return rank_put_list(g, &d, 1, &ranked, err);
    rank = rank > 0 ? rank : 1;
    return rank_put(g, &d, rank, &ranked, err) && rank_put_followers(g, &d, rank, err);
}

/* "the countries that buy the most Swedish arms": the agent that "most" is of. */
static const stream *agent_of_most(const grammar *g, int at)
{
    const stream *st = is_word(g->scene, at, "most") ? stream_at(&g->streams, at) : NULL;
    return st && st->kind == STREAM_AGENT && st->head < at ? st : NULL;
}

bool rule_rank(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    bool superlative = rank_superlative(s, at) && !has_ordinal(s, at);
    const stream *most = agent_of_most(g, at);
    if (most)
        return rank_agent(made, g, at, most, err);
    if (rank_at(s, at) == 0 && !superlative)
        return true;
    if (!rank_by_words(made, g, at, err) || *made)
        return *made;
    const stream *agent = agent_of(g, at);
    if (!rank_again(made, g, at, err))
        return false;
    if (!*made && agent && !rank_agent(made, g, at, agent, err))
        return false;
    return *made || agent || rank_bare(made, g, at, err);
}
