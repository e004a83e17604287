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

/* "of arms to Morocco", "of Türkiye's arms exports", "in Europe", "in the world". */
static void read_agent_right(const scene *s, stream *out, bool partner)
{
    int i = stream_goods(s, out->end);
    out->end = i;
    for (;;) {
        bool made;
        int end, party;
        if (is(s, i, LEX_WORLD)) {
            out->world = true;
            out->end = ++i;
            continue;
        }
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

bool stream_agent(stream *out, const scene *s, int at)
{
    stream_way way;
    bool partner;
    bool market = is(s, at, LEX_ARMSONLY) || is(s, at, LEX_EXPORTS);
    if (!agent_way(&way, &partner, s, at) || is_kind(s, at, ITEM_QUANTITY) ||
        (market && !is(s, at - 1, LEX_SUPERLATIVE) && !is(s, at - 1, LEX_ORDINAL) &&
         !is(s, at - 2, LEX_SUPERLATIVE)))
        return false;
    *out = (stream){STREAM_AGENT, way,     at,      at,    at + 1,
                    NOWHERE,      NOWHERE, NOWHERE, false, false};
    int owner = stream_owner(s, out, at - 1);
    if (is(s, at, LEX_BUYER) && owner != NOWHERE && !is_region_item(s, owner)) {
        out->way = WAY_EXPORT; /* "its biggest buyers": whom it sells to */
        partner = true;
    }
    settle_agent(s, out, owner, partner);
    read_agent_right(s, out, partner);
    if (partner && !out->owned) /* "the world's fourth-largest recipient": an importer */
        out->way = is(s, at, LEX_RECIPIENT) ? WAY_IMPORT : WAY_EXPORT;
    return true;
}
