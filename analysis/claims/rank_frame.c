/* What an agent's rank is among: the suppliers of somebody, the customers of somebody,
 * the states of a region, or all of the world. */
#include "analysis/claims/rank.h"

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

/* "sold arms to 35 states, and of those Peru was the second biggest importer": of the
 * exporter's partners. */
static bool is_of_counted(const grammar *g, const stream *agent)
{
    bool buys = is(g->scene, agent->head, LEX_IMPORTER) ||
                is(g->scene, agent->head, LEX_BUYER) ||
                is(g->scene, agent->head, LEX_RECIPIENT);
    return buys && !agent->owned && !agent->world && agent->scope == NOWHERE &&
           g->has_frame && g->frame.kind == ARMS_CLAIM_COUNT &&
           g->frame.flow == ARMS_EXPORT;
}

/* Who buys the arms that the sentence has spoken of; NOWHERE where it has not. */
static int buyer_before(const grammar *g, const stream *agent)
{
    int buyer = NOWHERE;
    names ignored;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        if (st->kind != STREAM_AGENT && st->head < agent->head && st->way == WAY_IMPORT &&
            names_of(&ignored, g, st->importer))
            buyer = st->importer;
    }
    return buyer;
}

/* "For Morocco, the leading suppliers are": whose they are. */
static bool owner_in_front(names *out, const grammar *g, const stream *agent)
{
    int whose = 1 + is(g->scene, 1, LEX_ARTICLE);
    return is_word(g->scene, 0, "for") && is_sign(g->scene, whose + 1, ',') &&
           names_of(out, g, whose) && !agent->world && agent->scope == NOWHERE;
}

/* "the biggest buyer, purchasing Swiss arms": whose; NOWHERE where it is not said. */
static int seller_behind(const grammar *g, const stream *agent)
{
    const scene *s = g->scene;
    int verb = agent->end + 1;
    const stream *arms = noun_at(&g->streams, verb + 1);
    bool buys = is_sign(s, agent->end, ',') && is(s, verb, LEX_BUY);
    return buys && arms ? arms->exporter : NOWHERE;
}

/* The partners of somebody: whom it buys from, or sells to. */
static void frame_of_partners(frame *f, arms_direction flow, const names *owner)
{
    f->flow = flow;
    f->subject = *owner;
    f->varying = SLOT_COUNTERPART;
    f->world = false;
}

/* An agent without an owner in its words: of whom the text or the sentence is about.
 * False where it is one of all. */
static bool frame_of_unowned(frame *f, const grammar *g, const stream *agent)
{
    const memory *m = g->memory;
    const names *topic = g->has_frame ? &g->frame.subject : &m->topic;
    bool buys = is(g->scene, agent->head, LEX_RECIPIENT);
    bool sells = is(g->scene, agent->head, LEX_SUPPLIER);
    bool partner = sells || buys || is_customer(g, agent);
    bool known = g->has_frame || m->has_flow;
    arms_direction so_far = flow_so_far(g);
    names owner;
    if (agent->world)
        return false;
    if (is(g->scene, agent->head, LEX_BUYER) &&
        names_of(&owner, g, seller_behind(g, agent))) {
        frame_of_partners(f, ARMS_EXPORT, &owner);
        return true;
    }
    if (topic->count == 1 && is_region(topic) && known &&
        ((buys && so_far == ARMS_IMPORT) || (sells && so_far == ARMS_EXPORT))) {
        f->flow = so_far; /* "the third recipient", of the imports of a region */
        f->denominator = *topic;
        f->world = false;
        return true;
    }
    if (agent->scope != NOWHERE)
        return false;
    if (partner && !is_world(topic) && !ranks_both_sides(g, agent) && known &&
        topic->count > 0) { /* "the main recipients", of whom the text is about */
        frame_of_partners(f, so_far, topic);
        return true;
    }
    if (sells && !m->has_flow && names_of(&owner, g, buyer_before(g, agent)) &&
        owner.count == 1) { /* "the arms that Peru got …, with Chile the top supplier" */
        frame_of_partners(f, ARMS_IMPORT, &owner);
        return true;
    }
    return false;
}

void agent_frame(frame *out, const grammar *g, const stream *agent)
{
    names owner;
    *out = (frame){.kind = ARMS_CLAIM_RANK};
    if (is_of_counted(g, agent)) {
        frame_of_partners(out, ARMS_EXPORT, &g->frame.subject);
        return;
    }
    frame_of_stream(out, g, agent);
    out->kind = ARMS_CLAIM_RANK;
    out->varying = out->subject.count > 0 ? SLOT_COUNTERPART : SLOT_SUBJECT;
    out->world = out->subject.count == 0;
    if (out->subject.count > 0)
        return;
    if (owner_in_front(&owner, g, agent)) {
        bool sells = is(g->scene, agent->head, LEX_SUPPLIER);
        frame_of_partners(out, sells ? ARMS_IMPORT : ARMS_EXPORT, &owner);
        return;
    }
    if (!frame_of_unowned(out, g, agent) && agent->scope != NOWHERE)
        out->world = !names_of(&out->denominator, g, agent->scope);
}

/* "Peru was the world's eighth-largest seller, and Chile its tenth-largest buyer": the
 * world's. */
static bool is_of_same_world(const grammar *g, const stream *agent)
{
    const scene *s = g->scene;
    int owner = stream_party(agent);
    int party = owner - 1, joint = party - 1;
    return agent->owned && is_word(s, owner, "its") && g->has_frame &&
           g->frame.kind == ARMS_CLAIM_RANK && g->frame.world &&
           is_kind(s, party, ITEM_PARTY) && !s->items[party].possessive &&
           (is(s, joint, LEX_AND) || is_sign(s, joint, ','));
}

/* The frame of an agent as the party that has the rank lets it be understood. */
void rank_frame(frame *f, const grammar *g, const stream *agent, const names *ranked)
{
    agent_frame(f, g, agent);
    if (is_of_same_world(g, agent)) {
        bool sells = is(g->scene, agent->head, LEX_EXPORTER) ||
                     is(g->scene, agent->head, LEX_SUPPLIER);
        *f = (frame){.kind = ARMS_CLAIM_RANK,
                     .world = true,
                     .flow = sells ? ARMS_EXPORT : ARMS_IMPORT};
    }
    bool one = f->denominator.count == 1;
    bool known = one && region_is_known(&f->denominator.list[0]);
    bool sells = one && ((is(g->scene, agent->head, LEX_EXPORTER) && known) ||
                         is(g->scene, agent->head, LEX_SUPPLIER));
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

bool ranks_list(const grammar *g)
{
    for (size_t i = g->first + 1; i < g->out->count; i++) {
        const arms_read_claim *a = &g->out->claims[i - 1], *b = &g->out->claims[i];
        if (a->kind == ARMS_CLAIM_RANK && b->kind == ARMS_CLAIM_RANK &&
            a->number.begin == b->number.begin)
            return true;
    }
    return false;
}
