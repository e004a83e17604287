/* Who has a share, where they stand in front of its number: "Peru accounted for", "with
 * Russian deliveries making up", "Together with Norway, they held". */
#include "analysis/claims/share.h"

/* "with Russian deliveries accounting for": the one party of the flow that the verb is
 * of. */
static int trader_of_noun(share_part *p, const grammar *g, int verb)
{
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        bool both = st->exporter != NOWHERE && st->importer != NOWHERE;
        bool none = st->exporter == NOWHERE && st->importer == NOWHERE;
        bool plain = st->way == WAY_TRANSFER || st->way == WAY_ARMS;
        int end = st->end;
        while (is_kind(g->scene, end, ITEM_PERIOD) || is(g->scene, end, LEX_IN) ||
               is(g->scene, end, LEX_HAVE))
            end++;
        if (st->kind != STREAM_NOUN || end != verb || none || (both && plain) ||
            !is(g->scene, verb, LEX_ACCOUNT))
            continue;
        bool exporter = both ? st->way == WAY_IMPORT : st->exporter != NOWHERE;
        p->role = exporter ? ROLE_EXPORTER : ROLE_IMPORTER;
        return exporter ? st->exporter : st->importer;
    }
    return NOWHERE;
}

/* "its 5 per cent of the market", "which gave it 19 per cent of", "relied on Beijing for
 * 57 per cent of": who stands right before a number without a verb of having; "behind
 * Peru, with 31 per cent of". NOWHERE for nobody. */
static int party_given(const scene *s, int at, int verb)
{
    int given = before_number(s, at);
    bool plain = is_kind(s, given, ITEM_PARTY) && !s->items[given].possessive &&
                 !s->items[given].adjective;
    static const char *const less[] = {"trails", "trailed", "lags", "lagged", "follows"};
    for (int i = given + 1; i < at; i++) /* "Peru trails the 58 per cent of" */
        plain = plain && !is_word_of(s, i, less, sizeof less / sizeof *less);
    bool relied = is(s, given, LEX_TO) && is_kind(s, given - 1, ITEM_PARTY) &&
                  !s->items[given - 1].possessive;
    if (is_kind(s, at - 1, ITEM_PARTY) && s->items[at - 1].possessive)
        return at - 1;
    if (verb == NOWHERE && is(s, given, LEX_ON) && is_sign(s, given - 1, ',') &&
        is_kind(s, given - 2, ITEM_PARTY))
        return given - 2; /* "is Peru, at roughly 9 per cent of" */
    if (verb == NOWHERE)
        return plain ? given : relied ? given - 1 : NOWHERE;
    if (is(s, given, LEX_ON) && is_kind(s, given - 1, ITEM_PARTY) &&
        is(s, given - 2 - is(s, given - 2, LEX_ARTICLE), LEX_FOLLOWED))
        return given - 1; /* ", followed by Peru at 27 per cent of" */
    bool overtaker = is(s, verb, LEX_HAVE) && is_sign(s, verb - 1, ',') &&
                     is_kind(s, verb - 2, ITEM_PARTY) &&
                     (governor(s, verb - 2) == LEX_FOLLOWED || is(s, verb - 3, LEX_AND));
    return overtaker ? verb - 2 : NOWHERE;
}

/* "The Norwegian contribution accounted for", "Norway's share came to": whose the noun is
 * that the clause begins with; NOWHERE for none, and where it is a firm's name. */
static int party_of_noun(const scene *s, int verb)
{
    int party = clause_begin(s, verb);
    while (is(s, party, LEX_ARTICLE) || is(s, party, LEX_TOGETHER))
        party++;
    if (is(s, party, LEX_TOTAL) && is(s, party + 1, LEX_OF)) {
        party += 2 + is(s, party + 2, LEX_ARTICLE); /* "The total of the EU's members" */
        return is_kind(s, party, ITEM_PARTY) && !s->items[party].pronoun ? party
                                                                         : NOWHERE;
    }
    bool owns = is_kind(s, party, ITEM_PARTY) && !s->items[party].pronoun &&
                !is_of_region_noun(s, party) && !s->items[party].compound &&
                !s->items[party].aside &&
                (s->items[party].adjective || s->items[party].possessive);
    int noun = party + 1;
    while (owns && is_unknown(s, noun) && !s->tokens.items[s->items[noun].first].capital)
        noun++;
    for (int i = noun; owns && i < verb; i++)
        owns = !is_kind(s, i, ITEM_PARTY) && !is_kind(s, i, ITEM_QUANTITY) &&
               !(is_unknown(s, i) && s->tokens.items[s->items[i].first].capital);
    return owns && noun > party + 1 ? party : NOWHERE;
}

/* "The exports of 2014 represented 4 per cent of": the document's topic, whose they
 * are. */
static bool part_of_topic(share_part *p, const grammar *g, int verb)
{
    int begin = clause_begin(g->scene, verb);
    bool these = is_word(g->scene, begin, "these");
    begin += is(g->scene, begin, LEX_ARTICLE) || these;
    const stream *st = noun_at(&g->streams, begin);
    const memory *m = g->memory;
    bool own = st && !is_word(g->scene, clause_begin(g->scene, verb) - 1, "where") &&
               st->exporter == NOWHERE && st->importer == NOWHERE && !st->world &&
               m->has_flow &&
               ((st->way == WAY_TRANSFER && these) ||
                (st->way == WAY_EXPORT && m->flow == ARMS_EXPORT) ||
                (st->way == WAY_IMPORT && m->flow == ARMS_IMPORT));
    if (own)
        p->who = m->topic;
    return own && m->topic.count > 0;
}

int companions_end(const scene *s)
{
    bool front =
        is_word(s, 0, "together") || is_word(s, 0, "along") || is_word(s, 0, "alongside");
    int list = 1 + is(s, 1, LEX_HAVE), end = list + is(s, list, LEX_ARTICLE);
    if (!front || !is_kind(s, end, ITEM_PARTY))
        return NOWHERE;
    while (is_kind(s, end, ITEM_PARTY) || is_kind(s, end, ITEM_QUANTITY) ||
           is_sign(s, end, '(') || is_sign(s, end, ')') || is(s, end, LEX_AND) ||
           is(s, end, LEX_ARTICLE) ||
           (is_sign(s, end, ',') && !is_word(s, end + 1, "they") &&
            !is_word(s, end + 1, "it")))
        end++;
    return is_sign(s, end, ',') ? end : NOWHERE;
}

/* "Together with Norway (6 per cent) and Peru (5 per cent), they accounted for", "…,
 * followed by Norway and Peru, together accounting for": all of them did. */
static void join_companions(names *who_all, const grammar *g, int verb)
{
    const scene *s = g->scene;
    names more;
    int end = companions_end(s), last = verb - 1;
    for (int i = 0; i < end; i++)
        if (names_of(&more, g, i))
            names_join(who_all, &more);
    bool together = is(s, last, LEX_TOGETHER);
    last -= together;
    int list = last - 1, by = list - 1 - is(s, list - 1, LEX_ARTICLE);
    bool followed = is_sign(s, last, ',') && is_kind(s, list, ITEM_PARTY) &&
                    is(s, by, LEX_FOLLOWED) && !is(s, by, LEX_HAVE);
    if (followed && (together || who_all->count > 1) && names_of(&more, g, list) &&
        !names_same(who_all, &more))
        names_join(who_all, &more);
}

static bool has_verb(const scene *s, int from, int to)
{
    bool verb = false;
    for (int i = from; i < to; i++)
        verb = verb || (is_verb(s, i) && !is(s, i, LEX_HAVE));
    return verb;
}

bool part_before(share_part *p, const grammar *g, int at)
{
    const scene *s = g->scene;
    int verb = share_verb(s, at), given = party_given(s, at, verb);
    p->role = ROLE_ANY;
    if (given != NOWHERE || verb == NOWHERE)
        return names_of(&p->who, g, given);
    int open = is_sign(s, verb - 1, '(') ? verb - 1
               : is_sign(s, at - 1, '(') ? at - 1
                                         : 0;
    if (open > 0 && is_kind(s, open - 1, ITEM_PARTY) &&
        governor(s, open - 1) != LEX_IN) /* "Russia (accounting for 75 %" */
        return names_of(&p->who, g, open - 1);
    p->role = is(s, verb, LEX_BUY) || is(s, verb, LEX_TAKE)          ? ROLE_IMPORTER
              : is(s, verb, LEX_RECIPIENT)                           ? ROLE_IMPORTER
              : is(s, verb, LEX_SUPPLY) || is(s, verb, LEX_SUPPLIER) ? ROLE_EXPORTER
                                                                     : ROLE_ANY;
    p->loose = is(s, verb, LEX_TAKE) && is(s, verb, LEX_ACCOUNT);
    int trader = trader_of_noun(p, g, verb);
    if (trader != NOWHERE)
        return names_of(&p->who, g, trader);
    int subject = subject_before(s, verb);
    if (subject == NOWHERE && verb > 0 && is_kind(s, verb - 1, ITEM_PARTY) &&
        !s->items[verb - 1].compound)
        subject = verb - 1; /* "with Algeria accounting for" */
    int near = verb - 1;    /* "with China and India together accounting for" */
    while (is(s, near, LEX_TOGETHER) || is_unknown(s, near))
        near--;
    if (is_kind(s, near, ITEM_PARTY) && !s->items[near].possessive && near >= verb - 3)
        subject = s->items[near].compound ? NOWHERE : near;
    if (subject == NOWHERE && is(s, verb - 1, LEX_ARMSONLY) &&
        is_kind(s, verb - 2, ITEM_PARTY) && s->items[verb - 2].possessive)
        subject = verb - 2; /* "its sales account for" */
    if (subject == NOWHERE) /* "Europe's exports account for …": the noun's owner */
        for (size_t i = 0; i < g->streams.count; i++) {
            const stream *st = &g->streams.items[i];
            bool first = st->kind == STREAM_NOUN && st->end <= verb &&
                         subject == NOWHERE && !has_verb(s, st->end, verb);
            if (first && st->way == WAY_EXPORT) {
                subject = st->exporter;
                p->role = ROLE_EXPORTER;
            } else if (first && st->way == WAY_IMPORT) {
                subject = st->importer;
                p->role = ROLE_IMPORTER;
            }
        }
    if (subject == NOWHERE)
        subject = party_of_noun(s, verb);
    if (subject == NOWHERE && part_of_topic(p, g, verb))
        return true;
    if (is(s, verb - 1, LEX_THIS) && verb == 1 && g->memory->partner.count > 0) {
        p->who = g->memory->partner; /* of exports to Peru: "This accounted for" */
        return true;
    }
    if (subject == NOWHERE || !listed_names(&p->who, g, subject))
        return false;
    join_companions(&p->who, g, verb);
    return true;
}
