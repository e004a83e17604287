/* The whole of a share and its part, as they stand around a number: "38 per cent of
 * Egypt's arms imports came from Italy", "relied on Beijing for 57 per cent of its
 * arms". */
#include "analysis/claims/share.h"

/* The first noun stream that begins behind `at`, with nothing but describing words before
 * it. */
const stream *share_whole(const grammar *g, int at)
{
    static const int far = 8;
    for (int i = at, n = 0; i < (int)g->scene->count && n < far; i++, n++) {
        const stream *st = noun_at(&g->streams, i);
        if (st)
            return st;
        bool share = is(g->scene, i, LEX_SHARE) && is(g->scene, i + 1, LEX_OF) &&
                     (is(g->scene, i - 1, LEX_WORLD) || is(g->scene, i - 3, LEX_WORLD));
        bool s_of = is_sign(g->scene, i - is_word(g->scene, i, "s"), '\'') ||
                    is_sign(g->scene, i, '-') || is(g->scene, i, LEX_MAGNITUDE) ||
                    is(g->scene, i, LEX_CURRENCY); /* "multi-billion dollar" */
        bool allowed = is_word(g->scene, i, "approved") ||
                       is_word(g->scene, i, "authorised") ||
                       is_word(g->scene, i, "licensed");
        bool passes = share || s_of || allowed || is(g->scene, i, LEX_TOTAL) ||
                      is(g->scene, i, LEX_OF) || is(g->scene, i, LEX_ARTICLE) ||
                      is(g->scene, i, LEX_ALL) || is_unknown(g->scene, i) ||
                      is_kind(g->scene, i, ITEM_PARTY) || is(g->scene, i, LEX_WORLD) ||
                      is(g->scene, i, LEX_TOGETHER) || is_kind(g->scene, i, ITEM_PERIOD);
        if (!passes)
            return NULL;
    }
    return NULL;
}

/* The party behind a preposition at `at`. */
int party_after(const scene *s, int at)
{
    static const int far = 6;
    bool nameable = false;
    for (int i = at + 1, n = 0; n < far && i < (int)s->count; i++, n++) {
        bool heads =
            is(s, i, LEX_REFERENT) && /* "three countries:", "two countries, Peru" */
            (is_sign(s, i + 1, ':') || is_sign(s, i + 1, '_') ||
             (is_sign(s, i + 1, ',') && is_kind(s, i + 2, ITEM_PARTY) &&
              s->items[i + 2].count > 1));
        bool owner = is(s, i, LEX_POSSESSIVE) && is_kind(s, i + 1, ITEM_PARTY);
        if (is_kind(s, i, ITEM_PARTY) && !heads && !owner)
            return s->items[i].compound ? NOWHERE : i;
        bool number = is_kind(s, i, ITEM_QUANTITY) && has_unit(&s->items[i].quantity, "");
        bool agent = is(s, i, LEX_RECIPIENT) || is(s, i, LEX_SUPPLIER) ||
                     is(s, i, LEX_BUYER) || is(s, i, LEX_IMPORTER);
        bool named = (is_sign(s, i, ',') || is_sign(s, i, '_')) &&
                     nameable; /* "a single customer, Peru" */
        nameable = agent || number || is(s, i, LEX_COUNTRIES);
        if (!is(s, i, LEX_ARTICLE) && !is_unknown(s, i) && !is(s, i, LEX_COUNTRIES) &&
            !is(s, i, LEX_IN) && !is(s, i, LEX_HEDGE) && !number && !heads && !owner &&
            !is_sign(s, i, ':') &&
            !((is_sign(s, i, '_') || is_sign(s, i, ',')) && is(s, i - 1, LEX_REFERENT)) &&
            !agent && !named)
            return NOWHERE;
    }
    return NOWHERE;
}

/* "…, India, Egypt (5 per cent) and Peru (4 per cent) accounted": a bracket before the
 * list ends. */
static bool has_bracket_behind(const scene *s, int at)
{
    int i = at;
    while (is_kind(s, i, ITEM_PARTY) || is_sign(s, i, ',') || is(s, i, LEX_ARTICLE))
        i++;
    return is_sign(s, i, '(') && is_kind(s, i + 1, ITEM_QUANTITY) &&
           is_sign(s, i + 2, ')') && (is_sign(s, i + 3, ',') || is(s, i + 3, LEX_AND));
}

bool listed_names(names *out, const grammar *g, int at)
{
    const scene *s = g->scene;
    names more;
    if (!names_of(out, g, at))
        return false;
    if (is_sign(s, at + 1, ',') && is_word(s, at + 2, "along") &&
        names_of(&more, g, at + 3 + is(s, at + 3, LEX_ARTICLE)))
        names_join(out, &more); /* "France and Italy, along with the USA," */
    bool list = is_sign(s, at + 1, '(');
    if (is_sign(s, at + 1, ',') && is_kind(s, at + 2, ITEM_PARTY))
        list = has_bracket_behind(s, at + 2);
    for (int i = at + 2; list && is_sign(s, at + 1, '(') && i < at + 14; i++)
        if (is_sign(s, i, ')')) {
            list = is_sign(s, i + 1, ',') || is(s, i + 1, LEX_AND);
            break;
        }
    int depth = 0;
    for (int i = at + 1; list && i < (int)s->count; i++) {
        depth += is_sign(s, i, '(');
        depth -= is_sign(s, i, ')');
        bool inside = depth > 0 || is_sign(s, i, ')');
        if (!inside && is_kind(s, i, ITEM_PARTY) && names_of(&more, g, i))
            names_join(out, &more);
        else if (!inside && !is_sign(s, i, ',') && !is(s, i, LEX_AND) &&
                 !is(s, i, LEX_ARTICLE))
            break;
    }
    return true;
}

/* "was the source of 26 per cent of", "the destination for half of". */
static bool is_end_of_flow(const scene *s, int at)
{
    return (is(s, at, LEX_SUPPLIER) || is(s, at, LEX_RECIPIENT)) &&
           (is(s, at + 1, LEX_OF) || is(s, at + 1, LEX_TO));
}

bool is_flow_noun(const scene *s, int at)
{
    bool owned = is_kind(s, at - 1, ITEM_PARTY) &&
                 (s->items[at - 1].adjective || s->items[at - 1].possessive);
    return (is(s, at, LEX_IMPORTS) || is(s, at, LEX_EXPORTS)) &&
           (owned || is(s, at - 1, LEX_ARMS));
}

/* The verb before a number by which a part has it: "accounted for", "received". */
int share_verb(const scene *s, int at)
{
    static const int far = 6;
    int begin = clause_begin(s, at);
    for (int i = at - 1, n = 0; i >= begin && n < far; i--, n++) {
        if (is_kind(s, i, ITEM_QUANTITY))
            return NOWHERE;
        if (is_flow_noun(s, i))
            return NOWHERE;
        if (is(s, i, LEX_ACCOUNT) || is(s, i, LEX_BUY) || is(s, i, LEX_SUPPLY) ||
            is(s, i, LEX_HAVE) || is(s, i, LEX_FOLLOWED) || is_end_of_flow(s, i) ||
            (is_word(s, i, "made") && i == at - 1) ||
            (is(s, i, LEX_COME) && is_word(s, i + 1, "to") &&
             before_number(s, at) == i + 1))
            return i;
        if (is_kind(s, i, ITEM_PARTY) || is(s, i, LEX_RISE) || is(s, i, LEX_FALL))
            return NOWHERE;
    }
    return NOWHERE;
}

/* "produced by", "supplied by": who did exported them. */
static bool is_maker(const scene *s, int at)
{
    static const char *const words[] = {"produced", "made", "manufactured", "built"};
    return is_word_of(s, at, words, sizeof words / sizeof *words) ||
           is(s, at, LEX_SUPPLY);
}

/* The part that stands behind the whole: "… went to Egypt", "… came from the USA". */
bool part_after(share_part *p, const grammar *g, int at, int from)
{
    const scene *s = g->scene;
    int end = clause_end(s, from - 1), verb = share_verb(s, at);
    bool came = false, bought = verb != NOWHERE && is(s, verb, LEX_BUY);
    bool gloss = is_sign(s, from, '(') && is_kind(s, from + 1, ITEM_QUANTITY) &&
                 is_sign(s, from + 2, ')'); /* "half of exports (52 per cent) went to" */
    for (int i = from + (gloss ? 3 : 0); i < end; i++) {
        if (is_kind(s, i, ITEM_QUANTITY) || is_sign(s, i, ',') || is(s, i, LEX_AND))
            return false;
        bool come = is(s, i, LEX_COME);
        came = came || come;
        bool to = is(s, i, LEX_TO) && !come, from_word = is(s, i, LEX_FROM);
        bool by = is(s, i, LEX_BY), go = is(s, i, LEX_GO);
        came = came || (by && is_maker(s, i - 1)); /* "were produced by" */
        from_word = from_word || (bought && is_word(s, i, "in"));
        int party = to || from_word || by || come || go ? party_after(s, i) : NOWHERE;
        if (party == NOWHERE)
            continue;
        bool held = by && is(s, i - 1, LEX_ACCOUNT) && !is(s, i - 1, LEX_TAKE);
        p->role = held                                   ? ROLE_ANY
                  : to || (go && !come) || (by && !came) ? ROLE_IMPORTER
                                                         : ROLE_EXPORTER;
        return listed_names(&p->who, g, party);
    }
    return false;
}

/* "from which it bought 18 per cent of its weaponry": whom "which" means. */
bool part_relative(share_part *p, const grammar *g, int at)
{
    const scene *s = g->scene;
    for (int i = at - 1; i > 1; i--) {
        if (!is_kind(s, i, ITEM_PARTY) || !is_relative(s, i) ||
            (!is(s, i - 1, LEX_FROM) && !is(s, i - 1, LEX_TO)))
            continue;
        p->role = is(s, i - 1, LEX_FROM) ? ROLE_EXPORTER : ROLE_IMPORTER;
        for (int k = i - 1; k >= 0; k--)
            if (is_kind(s, k, ITEM_PARTY) && !s->items[k].pronoun)
                return names_of(&p->who, g, k);
    }
    return false;
}

/* "78 per cent were Russian". */
bool part_adjective(share_part *p, const grammar *g, int at)
{
    const scene *s = g->scene;
    int i = at + 1;
    while (is(s, i, LEX_BE) || is_unknown(s, i) || is_kind(s, i, ITEM_PERIOD) ||
           is(s, i, LEX_IN) ||
           (is(s, i, LEX_OF) && is(s, i - 1, LEX_BE))) /* "were of Russian make" */
        i++;
    p->role = ROLE_EXPORTER;
    return i > at + 1 && is_kind(s, i, ITEM_PARTY) && s->items[i].adjective &&
           names_of(&p->who, g, i);
}

/* "Russian arms were 62 per cent of India's imports". */
bool part_of_arms(share_part *p, const grammar *g, int at)
{
    const scene *s = g->scene;
    int be = before_number(s, at), i = be - 1;
    while (is_kind(s, i, ITEM_PERIOD) || is(s, i, LEX_IN))
        i--;
    const stream *st = is(s, be, LEX_BE) ? noun_at(&g->streams, i) : NULL;
    p->role = ROLE_EXPORTER;
    return st && st->way == WAY_ARMS && names_of(&p->who, g, st->exporter);
}

/* "With 4 per cent of global exports, Israel overtook", "At 14 per cent of the total,
 * India's imports". */
bool part_behind(share_part *p, const grammar *g, int at, int end)
{
    const scene *s = g->scene;
    int before = before_number(s, at);
    while (is(s, end, LEX_IN) || is_kind(s, end, ITEM_PERIOD))
        end++;
    int party = end + 1;
    while (is(s, party, LEX_ARTICLE))
        party++;
    p->role = ROLE_ANY;
    return (is(s, before, LEX_HAVE) || is(s, before, LEX_ON) ||
            is(s, before, LEX_REACH) || is(s, before, LEX_ACCOUNT)) &&
           (before == clause_begin(s, at) ||
            (is(s, 0, LEX_IN) && is_sign(s, before - 1, ','))) &&
           is_sign(s, end, ',') && is_kind(s, party, ITEM_PARTY) &&
           names_of(&p->who, g, party);
}

/* "Saudi Arabia (12 per cent of US exports)". */
bool part_bracketed(share_part *p, const grammar *g, int at)
{
    const stream *agent = last_before(g, 0, at, STREAM_AGENT);
    bool buys = agent && (is(g->scene, agent->head, LEX_RECIPIENT) ||
                          is(g->scene, agent->head, LEX_IMPORTER) ||
                          is(g->scene, agent->head, LEX_BUYER));
    p->role = buys ? ROLE_IMPORTER : ROLE_ANY;
    return is_sign(g->scene, at - 1, '(') && is_kind(g->scene, at - 2, ITEM_PARTY) &&
           names_of(&p->who, g, at - 2);
}
