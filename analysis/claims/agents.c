/* Agents: suppliers, exporters, importers and recipients, with whose they are ("Morocco's
 * supplier") or the region that they are ranked in ("Africa's largest importer"). */
#include <string.h>

#include "analysis/claims/stream_parts.h"

/* The class of an agent: who it is, seen from the flow. */
static bool agent_way(stream_way *way, bool *partner, const scene *s, int at)
{
    bool supplier = is(s, at, LEX_SUPPLIER), exporter = is(s, at, LEX_EXPORTER);
    bool importer = is(s, at, LEX_IMPORTER), recipient = is(s, at, LEX_RECIPIENT);
    if (is(s, at, LEX_BUYER))
        importer = true;
    *partner = supplier || recipient;
    *way = supplier || importer ? WAY_IMPORT : WAY_EXPORT;
    if (exporter)
        *way = WAY_EXPORT;
    return supplier || exporter || importer || recipient;
}

/* "Africa's", "the region's". */
static bool is_region_item(const scene *s, int at)
{
    const item *t = &s->items[at];
    const lexicon_row *row = scene_row(s, (size_t)at, LEX_REFERENT);
    bool named = t->count == 1 && !t->pronoun;
    return (named && s->whos[t->who].entity == 0) ||
           (row && strcmp(row->word, "region") == 0);
}

/* Whose supplier or recipient an agent is; of an exporter or importer the region that it
 * is ranked in. */
static void settle_agent(const scene *s, stream *out, int owner, bool partner)
{
    if (owner == NOWHERE)
        return;
    bool region = is_region_item(s, owner);
    if (!partner && region)
        out->scope = owner;
    else {
        *(out->way == WAY_IMPORT ? &out->importer : &out->exporter) = owner;
        out->owned = true;
    }
}

/* "suppliers of the arms imports of Peru": the "of" behind the flow. */
static int behind_flow(const scene *s, int at)
{
    int i = at + 1;
    while (is(s, i, LEX_ARTICLE) || is(s, i, LEX_ARMS))
        i++;
    bool flow = (is(s, at, LEX_OF) || is_word(s, at, "for")) &&
                (is(s, i, LEX_IMPORTS) || is(s, i, LEX_EXPORTS));
    return flow && (is(s, i + 1, LEX_OF) || is(s, i + 1, LEX_BY) ||
                    is(s, i + 1, LEX_FROM))
               ? i + 1
               : at;
}

/* "of arms to Morocco", "of Türkiye's arms exports", "in Europe", "in the world". */
static void read_agent_right(const scene *s, stream *out, bool partner)
{
    int i = stream_goods(s, out->end);
    out->end = i;
    for (;;) {
        bool made;
        int end, party;
        if (is_sign(s, i, '(') && is_kind(s, i + 1, ITEM_QUANTITY) &&
            is_sign(s, i + 2, ')') && is(s, i + 3, LEX_OF))
            i += 3; /* "the second-largest recipient (11 per cent) of" */
        if (is(s, i, LEX_WORLD)) {
            out->world = true;
            out->end = ++i;
            continue;
        }
        if (is_word(s, i, "for") &&
            is_kind(s, i + 1 + is(s, i + 1, LEX_ARTICLE), ITEM_PERIOD))
            i += 2 +
                 is(s, i + 1, LEX_ARTICLE); /* "the largest supplier for five years to" */
        i = behind_flow(s, i);
        bool in = is(s, i, LEX_IN) || is_word(s, i, "on"), from = is(s, i, LEX_FROM);
        if (!is(s, i, LEX_OF) && !is(s, i, LEX_TO) && !in && !from)
            return;
        party = stream_governed(s, i, &end, &made);
        if (party == NOWHERE)
            return;
        bool exporter_word = !partner && out->way == WAY_EXPORT;
        if (exporter_word && is(s, i, LEX_TO)) {
            out->way = WAY_IMPORT; /* "exporter to India": a supplier */
            partner = true;
        } else if (!partner && out->way == WAY_IMPORT &&
                   (from ||
                    (is(s, i, LEX_OF) && (made || (is(s, out->head, LEX_BUYER) &&
                                                   !is_region_item(s, party)))))) {
            out->way = WAY_EXPORT; /* "buyer of French arms": a recipient */
            partner = true;
        }
        settle_agent(s, out, party, partner && !in);
        out->end = end;
        while (is(s, out->end, LEX_ARMS) || is(s, out->end, LEX_IMPORTS) ||
               is(s, out->end, LEX_EXPORTS))
            out->end++;
        i = out->end;
    }
}

/* "the top three countries purchasing weapons from Israel", "nations supplying arms to
 * Peru". */
static bool agent_of_countries(stream *out, const scene *s, int at)
{
    int verb = at + 1 + (is(s, at + 1, LEX_THAT) || is_relative(s, at + 1));
    int i = verb + 1, end;
    bool most = is_word(s, i, "the") && is_word(s, i + 1, "most");
    i += most ? 2 : 0; /* "the countries that buy the most Swedish arms" */
    int maker = most && is_kind(s, i, ITEM_PARTY) && s->items[i].adjective ? i : NOWHERE;
    i += maker != NOWHERE;
    bool made, buy = is(s, verb, LEX_BUY) && !is(s, verb, LEX_IMPORTS);
    bool supply = is(s, verb, LEX_SUPPLY) && !is(s, verb, LEX_EXPORTS);
    bool ranked =
        most || is(s, at - 1, LEX_SUPERLATIVE) || is(s, at - 2, LEX_SUPERLATIVE);
    bool countries = is(s, at, LEX_COUNTRIES) || is(s, at, LEX_REFERENT);
    if (!countries || (!buy && !supply) || !ranked || !is(s, i, LEX_ARMS))
        return false;
    while (is(s, i, LEX_ARMS))
        i++;
    *out = stream_new(STREAM_AGENT, buy ? WAY_IMPORT : WAY_EXPORT, at, i);
    settle_agent(s, out, stream_owner(s, out, at - 1), false);
    int party = maker != NOWHERE                    ? maker
                : is(s, i, buy ? LEX_FROM : LEX_TO) ? stream_governed(s, i, &end, &made)
                                                    : NOWHERE;
    if (party == NOWHERE)
        return true;
    end = maker != NOWHERE ? i : end;
    out->way = buy ? WAY_EXPORT : WAY_IMPORT; /* whom it sells to, who supplies it */
    out->end = end;
    settle_agent(s, out, party, true);
    return true;
}

/* "Morocco, of which the USA is the leading supplier", "to Africa, where it is the fourth
 * largest supplier": whose it is; NOWHERE where no such clause holds it. */
static int relative_owner(const scene *s, int at)
{
    int i = at - 1, begin = clause_begin(s, at);
    while (i > begin && !is_relative(s, i) && !is_word(s, i, "where") &&
           !is_kind(s, i, ITEM_SIGN) && !is_kind(s, i, ITEM_QUANTITY))
        i--;
    bool of_which = is_relative(s, i) && (is(s, i - 1, LEX_OF) || is(s, i - 1, LEX_TO));
    bool where = is_word(s, i, "where") || is_word(s, i - 1, "where");
    int comma = of_which ? i - 2 : is_word(s, i, "where") ? i - 1 : i - 2;
    int party = comma - is_sign(s, comma, ',');
    return (of_which || where) && is_kind(s, party, ITEM_PARTY) &&
                   !s->items[party].pronoun
               ? party
               : NOWHERE;
}

/* "the biggest US arms market". */
static bool is_ranked_market(const scene *s, int at)
{
    static const int far = 3;
    int i = at - 1;
    while (i > at - far && (is(s, i, LEX_ARMS) || is_unknown(s, i) ||
                            (is_kind(s, i, ITEM_PARTY) && !s->items[i].pronoun)))
        i--;
    return is(s, i, LEX_SUPERLATIVE) || is(s, i, LEX_ORDINAL);
}

bool stream_agent(stream *out, const scene *s, int at)
{
    if (agent_of_countries(out, s, at))
        return true;
    stream_way way;
    bool partner;
    bool market = is(s, at, LEX_ARMSONLY) || is(s, at, LEX_EXPORTS);
    if (!agent_way(&way, &partner, s, at) || is_kind(s, at, ITEM_QUANTITY) ||
        (market && !is_ranked_market(s, at)))
        return false;
    *out = stream_new(STREAM_AGENT, way, at, at + 1);
    int owner = stream_owner(s, out, at - 1);
    bool owned = owner != NOWHERE && !is_region_item(s, owner);
    if (owned && (is(s, at, LEX_BUYER) || (!partner && s->items[owner].possessive))) {
        /* "its biggest buyers": whom it sells to; "India's largest exporter": who
         * supplies it */
        out->way = is(s, at, LEX_EXPORTER) ? WAY_IMPORT : WAY_EXPORT;
        partner = true;
    }
    settle_agent(s, out, owner, partner);
    if (partner && owner == NOWHERE)
        settle_agent(s, out, relative_owner(s, out->begin), partner);
    if (is_word(s, out->end, "region") || is_word(s, out->end, "country") ||
        is_word(s, out->end, "regions") || is_word(s, out->end, "countries"))
        out->end++; /* "the main recipient region" */
    read_agent_right(s, out, partner);
    if (partner && !out->owned) /* "the world's fourth-largest recipient": an importer */
        out->way = is(s, at, LEX_RECIPIENT) ? WAY_IMPORT : WAY_EXPORT;
    return true;
}
