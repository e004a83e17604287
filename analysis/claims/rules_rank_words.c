/* Ranks told beside the one who has them: "second-placed Italy", "of the 60 importers,
 * Chile is the largest", "sold more arms to Peru than to any other country". */
#include <math.h>

#include "analysis/claims/rank.h"

static bool rank_placed(bool *made, grammar *g, int at, arms_error *err)
{
    static const char *const words[] = {"placed", "ranked", "ranking", "place"};
    const scene *s = g->scene;
    int rank = rank_at(s, at), word = at + 1 + is_sign(s, at + 1, '-'), party = word + 1;
    bool placed = is_word_of(s, word, words, sizeof words / sizeof *words);
    bool number = is_word(s, at, "number") ||
                  (is_kind(s, at, ITEM_QUANTITY) && is(s, at - 1, LEX_NUMBERWORD));
    if (number && !placed) /* "the number two, Italy" */
        party = at + 1 + is_sign(s, at + 1, ',');
    int largest =
        at + 1 + is_sign(s, at + 1, '-'); /* "ahead of the second largest, Peru," */
    bool next = is(s, rank_front(s, at), LEX_FOLLOWED) && rank_superlative(s, largest) &&
                is_sign(s, largest + 1, ',') && is_sign(s, largest + 3, ',');
    party = next ? largest + 2 : party;
    names ranked;
    draft d = {.anchor = at, .rule = "rank-placed", .sign = 1};
    if (rank == 0 || !(placed || number || next) || !is_kind(s, party, ITEM_PARTY) ||
        s->items[party].pronoun || s->items[party].adjective ||
        !names_of(&ranked, g, party) || ranked.count != 1 ||
        !rank_bare_frame(&d.frame, g, at, &ranked))
        return true;
    if (g->has_frame && g->frame.kind == ARMS_CLAIM_RATIO)
        d.frame = (frame){.kind = ARMS_CLAIM_RANK, .flow = g->frame.flow, .world = true};
    frame before = g->frame; /* "twice as much as second-placed Italy": as the other */
    bool had = g->has_frame;
    *made = true;
    if (!rank_put(g, &d, rank, &ranked, err))
        return false;
    if (had)
        g->frame = before; /* what follows goes on with what was said */
    return true;
}

static bool rank_of_those(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    int front = rank_front(s, at), party = front - 1, next = at + 1;
    const stream *agent = last_before(g, 0, at, STREAM_AGENT);
    bool ends = next == (int)s->count || is_kind(s, next, ITEM_SIGN) ||
                is(s, next, LEX_HAVE) || is_kind(s, next, ITEM_PERIOD);
    names ranked;
    if (!rank_superlative(s, at) || !is(s, front, LEX_BE) || !ends || !agent ||
        agent->end > party || !is_sign(s, party - 1, ',') ||
        !is_kind(s, party, ITEM_PARTY) || s->items[party].possessive ||
        !names_of(&ranked, g, party))
        return true;
    draft d = {.anchor = at, .rule = "rank-superlative", .sign = 1};
    agent_frame(&d.frame, g, agent);
    *made = true;
    return rank_put(g, &d, 1, &ranked, err);
}

/* "than any other country", "than to any other": the item behind "other", NOWHERE
 * where it is not said; *side is set where a preposition stands between. */
static int any_other(const scene *s, int at, bool *side)
{
    int i = at + 1;
    *side = is(s, i, LEX_TO) || is(s, i, LEX_FROM);
    i += *side || is(s, i, LEX_BY);
    bool other = is_word(s, i, "any") && is_word(s, i + 1, "other");
    return is(s, at, LEX_THAN) && other ? i + 2 : NOWHERE;
}

/* "more arms", "a larger share" in front: how much was sold. */
static bool says_more(const scene *s, int at)
{
    for (int i = clause_begin(s, at); i < at; i++)
        if (is_word(s, i, "more"))
            return true;
    return false;
}

/* Whom a verb's flow ranks: the partner of "to any other", the seller among all, or, with
 * a partner, among the partner's suppliers. False where it is not told. */
static bool ranks_of_verb(names *ranked, frame *f, bool side)
{
    bool pair = f->counterpart.count > 0;
    if (f->subject.count != 1 || (side && !pair))
        return false;
    *ranked = side ? f->counterpart : f->subject;
    f->world = !pair;
    f->varying = pair ? SLOT_COUNTERPART : SLOT_SUBJECT;
    if (pair && !side) {
        f->flow = f->flow == ARMS_IMPORT ? ARMS_EXPORT : ARMS_IMPORT;
        f->subject = f->counterpart;
    }
    return ranked->count == 1;
}

bool rule_rank_other(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    bool side;
    int behind = any_other(s, at, &side), begin = clause_begin(s, at), region = NOWHERE;
    if (is_kind(s, behind, ITEM_PARTY) && s->items[behind].adjective)
        region = behind++; /* "than any other Southeast Asian country" */
    behind += is(s, behind, LEX_COUNTRIES) || is(s, behind, LEX_REFERENT);
    const stream *verb = last_before(g, begin, at, STREAM_VERB);
    bool plain = behind == (int)s->count || is_kind(s, behind, ITEM_SIGN) ||
                 is_kind(s, behind, ITEM_PERIOD) || is(s, behind, LEX_IN) ||
                 is(s, behind, LEX_FROM) || is(s, behind, LEX_BETWEEN);
    names ranked;
    if (behind < at || !plain || !verb || !says_more(s, at) ||
        is_kind(s, behind + 1, ITEM_PARTY) || quantities_between(s, begin, at) > 0)
        return true;
    draft d = {.anchor = at, .rule = "rank-other", .sign = 1};
    if (!frame_of_stream(&d.frame, g, verb) || !ranks_of_verb(&ranked, &d.frame, side) ||
        (region != NOWHERE && !d.frame.world))
        return true;
    if (names_of(&d.frame.denominator, g, region))
        d.frame.world = false;
    d.frame.kind = ARMS_CLAIM_RANK;
    *made = true;
    return rank_put(g, &d, 1, &ranked, err);
}

/* "ranking 36th and 55th for Peru and Chile", "36th and 55th" in any number: each for one
 * of as many parties behind. */
static bool rank_for(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    int first = at, last = at;
    while (first > 1 && (is(s, first - 1, LEX_AND) || is_sign(s, first - 1, ',')) &&
           rank_at(s, first - 2) > 0)
        first -= 2;
    while ((is(s, last + 1, LEX_AND) || is_sign(s, last + 1, ',')) &&
           rank_at(s, last + 2) > 0)
        last += 2;
    names all;
    draft d = {.anchor = at, .rule = "rank-for", .sign = 1};
    if (first == last || !is_word(s, last + 1, "for") || !names_of(&all, g, last + 2) ||
        (int)all.count != (last - first) / 2 + 1)
        return true;
    names_keep(&all, (size_t)(at - first) / 2);
    if (!rank_bare_frame(&d.frame, g, at, &all))
        return true;
    *made = true;
    return rank_put(g, &d, rank_at(s, at), &all, err);
}

/* "with Peru, Chile and Cuba taking the top three places": `at` is "top". */
static bool rank_top_places(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    int verb = rank_front(s, at), list = verb - 1;
    bool many = is_kind(s, at + 1, ITEM_QUANTITY) &&
                has_unit(&s->items[at + 1].quantity, "") && is(s, at + 2, LEX_PLACE);
    bool takes = is(s, verb, LEX_ACCOUNT) || is(s, verb, LEX_RANKVERB) ||
                 is(s, verb, LEX_BECOME) || is(s, verb, LEX_TAKE);
    names all;
    draft d = {.anchor = at, .rule = "rank-top", .sign = 1};
    if (!many || !takes || !rank_superlative(s, at) || !names_of(&all, g, list) ||
        fabs(s->items[at + 1].quantity.value - (double)all.count) > 0 ||
        !rank_bare_frame(&d.frame, g, at, &all))
        return true;
    *made = true;
    return rank_put_list(g, &d, 1, &all, err);
}

/* "The top three countries were Peru, Chile and Cuba", in a text on whose exports; `at`
 * is "top". */
static bool rank_top_countries(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const memory *m = g->memory;
    bool counted = is_kind(s, at + 1, ITEM_QUANTITY) && is(s, at + 2, LEX_COUNTRIES);
    int noun = at + 1 + counted, list = party_behind(s, noun + 2);
    bool many =
        (counted || is(s, noun, LEX_REFERENT)) && is(s, noun + 1, LEX_BE); /* "three
                                                                   countries" is one */
    names all;
    draft d = {.anchor = at, .rule = "rank-top", .sign = 1};
    if (!many || at > 1 || !rank_superlative(s, at) || g->has_frame || !m->has_flow ||
        m->topic.count != 1 || is_region(&m->topic) || !names_of(&all, g, list) ||
        all.count < 2)
        return true;
    d.frame = (frame){.kind = ARMS_CLAIM_RANK,
                      .flow = m->flow,
                      .subject = m->topic,
                      .varying = SLOT_COUNTERPART};
    *made = true;
    return rank_put_list(g, &d, 1, &all, err);
}

/* "Peru's arms imports were the largest in South America". */
static bool rank_of_flow(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    int front = rank_front(s, at), in = at + 2 + is(s, at + 2, LEX_ARTICLE);
    const stream *st = noun_at(&g->streams, front - 1);
    bool flow = st && stream_tells(st) && st->end == front;
    names owner, region;
    draft d = {.anchor = at, .rule = "rank-flow", .sign = 1};
    if (!flow || !is(s, front, LEX_BE) || !rank_superlative(s, at) ||
        rank_at(s, at) > 0 || !names_of(&owner, g, stream_holder(st)))
        return true;
    d.frame = (frame){.kind = ARMS_CLAIM_RANK,
                      .flow = stream_flow(st),
                      .world = is(s, at + 1, LEX_WORLD)};
    bool within = !d.frame.world && is(s, at + 1, LEX_IN) && names_of(&region, g, in) &&
                  is_region(&region);
    if (within)
        d.frame.denominator = region;
    if (!d.frame.world && !within)
        return true;
    *made = true;
    return rank_put(g, &d, 1, &owner, err);
}

bool rank_by_words(bool *made, grammar *g, int at, arms_error *err)
{
    static const rule_function rules[] = {rank_placed,        rank_of_those,
                                          rank_for,           rank_top_places,
                                          rank_top_countries, rank_of_flow};
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !*made; i++)
        if (!rules[i](made, g, at, err))
            return false;
    return true;
}
