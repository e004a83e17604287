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
    bool flow = is(s, at, LEX_OF) && (is(s, i, LEX_IMPORTS) || is(s, i, LEX_EXPORTS));
    return flow && (is(s, i + 1, LEX_OF) || is(s, i + 1, LEX_BY)) ? i + 1 : at;
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
        i = behind_flow(s, i);
        bool in = is(s, i, LEX_IN), from = is(s, i, LEX_FROM);
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
                   (from || (is(s, i, LEX_OF) && made))) {
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
    int verb = at + 1, i = at + 2, end;
    bool made, buy = is(s, verb, LEX_BUY) && !is(s, verb, LEX_IMPORTS);
    bool supply = is(s, verb, LEX_SUPPLY) && !is(s, verb, LEX_EXPORTS);
    bool ranked = is(s, at - 1, LEX_SUPERLATIVE) || is(s, at - 2, LEX_SUPERLATIVE);
    bool countries = is(s, at, LEX_COUNTRIES) || is(s, at, LEX_REFERENT);
    if (!countries || (!buy && !supply) || !ranked || !is(s, i, LEX_ARMS))
        return false;
    while (is(s, i, LEX_ARMS))
        i++;
    *out = stream_new(STREAM_AGENT, buy ? WAY_IMPORT : WAY_EXPORT, at, i);
    settle_agent(s, out, stream_owner(s, out, at - 1), false);
    int party =
        is(s, i, buy ? LEX_FROM : LEX_TO) ? stream_governed(s, i, &end, &made) : NOWHERE;
    if (party == NOWHERE)
        return true;
    out->way = buy ? WAY_EXPORT : WAY_IMPORT; /* whom it sells to, who supplies it */
    out->end = end;
    settle_agent(s, out, party, true);
    return true;
}

bool stream_agent(stream *out, const scene *s, int at)
{
    if (agent_of_countries(out, s, at))
        return true;
    stream_way way;
    bool partner;
    bool market = is(s, at, LEX_ARMSONLY) || is(s, at, LEX_EXPORTS);
    if (!agent_way(&way, &partner, s, at) || is_kind(s, at, ITEM_QUANTITY) ||
        (market && !is(s, at - 1, LEX_SUPERLATIVE) && !is(s, at - 1, LEX_ORDINAL) &&
         !is(s, at - 2, LEX_SUPERLATIVE)))
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
    if (is_word(s, out->end, "region") || is_word(s, out->end, "country") ||
        is_word(s, out->end, "regions") || is_word(s, out->end, "countries"))
        out->end++; /* "the main recipient region" */
    read_agent_right(s, out, partner);
    if (partner && !out->owned) /* "the world's fourth-largest recipient": an importer */
        out->way = is(s, at, LEX_RECIPIENT) ? WAY_IMPORT : WAY_EXPORT;
    return true;
}
