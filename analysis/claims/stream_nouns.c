/* Nouns of flows: "arms imports", "deliveries", "of total sales", with whose they are. */
#include <string.h>

#include "analysis/claims/stream_parts.h"

static bool is_agreements(const scene *s, int head)
{
    const token *last = &s->tokens.items[s->items[head].end - 1];
    return strcmp(last->key, "agreements") == 0;
}

/* The roles that prepositions behind a noun give: "from" is the exporter, "to" the
 * importer, "of", "by" and "in" whoever the noun belongs to. */
static void read_right(const scene *s, stream *out)
{
    for (int i = out->end; i < (int)s->count;) {
        int end = i, goods = stream_goods(s, i);
        bool made;
        if (goods > i) {
            i = out->end = goods;
            continue;
        }
        bool of = is(s, i, LEX_OF), by = is(s, i, LEX_BY), in = is(s, i, LEX_IN);
        bool to = is(s, i, LEX_TO), from = is(s, i, LEX_FROM);
        if (is_word(s, i, "for") && is_agreements(s, out->head))
            return; /* "agreements for Peru": as buyer, or as seller? */
        if (in && (is(s, i, LEX_WORLD)))
            out->world = true;
        if (is(s, i, LEX_WORLD)) {
            out->world = true;
            out->end = ++i;
            continue;
        }
        if ((in || is(s, i, LEX_ON) || is(s, i, LEX_BETWEEN)) &&
            is_kind(s, i + 1, ITEM_PERIOD)) {
            i += 2;
            continue;
        }
        if (!(of || by || in || to || from))
            return;
        int party = stream_governed(s, i, &end, &made);
        if (party == NOWHERE) {
            int name = i + 1 + is(s, i + 1, LEX_ARTICLE);
            out->stranger = (to || from) && is_unknown(s, name) &&
                            s->tokens.items[s->items[name].first].capital;
            return;
        }
        bool import = out->way == WAY_IMPORT;
        bool turned = to && import && out->importer != NOWHERE &&
                      out->exporter == NOWHERE && !s->items[out->importer].pronoun;
        if (turned) { /* "US arms imports to Peru": Peru's, from the USA */
            out->exporter = out->importer;
            out->importer = NOWHERE;
        }
        if ((of && made && import) || from || ((of || by) && !import))
            stream_set_role(out, &out->exporter, party, end);
        else if (to || import || (in && out->way == WAY_TRANSFER))
            stream_set_role(out, &out->importer, party, end);
        else
            return;
        i = out->end;
    }
}

/* "Pakistan imports 85 per cent …": a verb and no noun. */
bool is_flow_verb(const scene *s, int at)
{
    int by = is(s, at - 1, LEX_CURRENT) || is(s, at - 1, LEX_ANNUAL) ? at - 2 : at - 1;
    bool subject =
        is_kind(s, by, ITEM_PARTY) && !s->items[by].possessive && !s->items[by].adjective;
    bool object = is_kind(s, at + 1, ITEM_QUANTITY) || is(s, at + 1, LEX_HEDGE) ||
                  is(s, at + 1, LEX_ARMS) || is(s, at + 1, LEX_ALL) ||
                  is(s, at + 1, LEX_MOST) || is(s, at + 1, LEX_POSSESSIVE) ||
                  is_word(s, at + 1, "more") ||
                  (is(s, at + 1, LEX_ARTICLE) && is_kind(s, at + 2, ITEM_QUANTITY));
    return subject && object;
}

/* "of US arms", "of major weapons". */
static bool of_arms(const scene *s, int at)
{
    static const int far = 4;
    if (!is(s, at, LEX_OF))
        return false;
    for (int i = at + 1; i <= at + far; i++)
        if (is(s, i, LEX_ARMS))
            return true;
    return false;
}

static bool near_arms(const scene *s, int at)
{
    bool worlds = is_word(s, at - 1, "s") && is(s, at - 3, LEX_WORLD);
    return is(s, at - 1, LEX_ARMS) || is(s, at - 1, LEX_WORLD) || worlds ||
           of_arms(s, at + 1) ||
           (is_word(s, at + 1, "for") && is(s, at + 2, LEX_ARMS) &&
            !is_word(s, at, "market")) ||
           (is(s, at + 1, LEX_TO) && is_kind(s, at + 2, ITEM_PARTY)) ||
           (is_kind(s, at - 1, ITEM_PARTY) && s->items[at - 1].possessive &&
            is(s, at + 1, LEX_TO));
}

/* "of the total", "of the sales": of what was spoken of. */
static bool of_the(const scene *s, int at)
{
    if ((is_word(s, at, "market") || is_word(s, at, "sales")) && is(s, at - 1, LEX_OF) &&
        is_kind(s, at - 2, ITEM_QUANTITY))
        return true;                                       /* "30 per cent of market" */
    int article = is_unknown(s, at - 1) ? at - 2 : at - 1; /* "of the regional total" */
    return is(s, article, LEX_ARTICLE) && is(s, article - 1, LEX_OF);
}

/* "of its sales". */
static bool of_its(const scene *s, int at)
{
    bool owned = is(s, at - 1, LEX_POSSESSIVE) ||
                 (is_kind(s, at - 1, ITEM_PARTY) &&
                  (s->items[at - 1].adjective || s->items[at - 1].possessive));
    bool named = is_kind(s, at - 1, ITEM_PARTY) && !s->items[at - 1].pronoun;
    int of = at - 2 - (named && is(s, at - 2, LEX_ARTICLE)); /* "of the US sales" */
    return (owned || named) && is(s, of, LEX_OF) && is_word(s, at, "sales");
}

/* "of the Saudi market". */
static bool of_market(const scene *s, int at)
{
    int of = at - 2 - is(s, at - 2, LEX_ARTICLE);
    return is_word(s, at, "market") && is_kind(s, at - 1, ITEM_PARTY) &&
           (s->items[at - 1].adjective || s->items[at - 1].possessive) &&
           is(s, of, LEX_OF) && is_kind(s, of - 1, ITEM_QUANTITY);
}

/* "of total sales", "of total US business". */
static bool of_total(const scene *s, int at)
{
    int total = at - 1;
    if (is_kind(s, total, ITEM_PARTY) && s->items[total].adjective)
        total--;
    return (is(s, total, LEX_TOTAL) || is(s, total, LEX_ALL)) && is(s, total - 1, LEX_OF);
}

/* "total arms imports": the noun is still to come. */
static bool goes_on(const scene *s, int at)
{
    return is_unknown(s, at + 1) || is(s, at + 1, LEX_ARMS) || is(s, at + 1, LEX_OF) ||
           is(s, at + 1, LEX_IMPORTS) || is(s, at + 1, LEX_EXPORTS) ||
           is(s, at + 1, LEX_TOTAL) || is(s, at + 1, LEX_TRANSFERS) ||
           is(s, at + 1, LEX_CATEGORY) ||
           (is_kind(s, at + 1, ITEM_PARTY) && s->items[at + 1].adjective);
}

/* "global total", "the world's total", "Peru's total", "of the total". */
static bool is_total(const scene *s, int at)
{
    bool world =
        is(s, at - 1, LEX_WORLD) ||
        (is_word(s, at - 1, "s") && is_sign(s, at - 2, '\'') && is(s, at - 3, LEX_WORLD));
    bool total = is(s, at, LEX_TOTAL) || (world && is_word(s, at, "figure")) ||
                 (world && is_word(s, at, "share") && of_the(s, at - 1));
    return total && !goes_on(s, at) &&
           (world || of_the(s, at) ||
            (is_kind(s, at - 1, ITEM_PARTY) && s->items[at - 1].possessive));
}

/* "of the sales", "of total deals", "of its sales": of the flow that was spoken of. */
static bool is_sales(const scene *s, int at)
{
    bool sales = is(s, at, LEX_ARMSONLY) &&
                 (of_the(s, at) || of_total(s, at) || of_its(s, at)) && !goes_on(s, at);
    return sales || (is_word(s, at, "deals") && of_total(s, at));
}

static bool noun_way(stream_way *way, const scene *s, int at)
{
    bool verb = is_flow_verb(s, at);
    if (is_word(s, at - 1, "goods") && !is(s, at - 1, LEX_ARMS) &&
        !is(s, at - 2, LEX_ARMS))
        return false; /* "Swiss goods exports" */
    int overall = at - 1 - is(s, at - 1, LEX_TOTAL);
    if (is_word(s, overall, "overall") && is(s, at, LEX_EXPORTS))
        return false; /* "Peru's overall exports": of all goods */
    if (is(s, at, LEX_IMPORTS) && !verb)
        *way = WAY_IMPORT;
    else if (is(s, at, LEX_EXPORTS) && !verb)
        *way = WAY_EXPORT;
    else if (is(s, at, LEX_TRANSFERS) || of_market(s, at) ||
             (is(s, at, LEX_ARMSONLY) && near_arms(s, at)))
        *way = WAY_TRANSFER;
    else if (is(s, at, LEX_ARMS))
        *way = WAY_ARMS;
    else if (is_total(s, at) || is_sales(s, at))
        *way = WAY_SAME;
    else
        return false;
    return true;
}

/* "arms" before "imports" is part of that noun. */
static bool is_part(const scene *s, int at)
{
    for (int i = at + 1; i < (int)s->count && i <= at + 3; i++) {
        stream_way way;
        if (noun_way(&way, s, i) && (way != WAY_ARMS || is(s, i, LEX_ARMS)))
            return true;
        bool agent = is(s, i, LEX_SUPPLIER) || is(s, i, LEX_EXPORTER) ||
                     is(s, i, LEX_IMPORTER) || is(s, i, LEX_BUYER) ||
                     is(s, i, LEX_RECIPIENT);
        if (agent)
            return true;
        if (!is_unknown(s, i) && !is(s, i, LEX_AND) && !is_sign(s, i, '-'))
            return false;
    }
    return false;
}

/* "developing-world arms-transfer agreements": with its states as the buyers. */
static bool is_regions_agreement(const scene *s, int at, int owner)
{
    const item *t = &s->items[owner];
    return t->count == 1 && !t->pronoun && s->whos[t->who].entity == 0 &&
           is_agreements(s, at);
}

bool stream_noun(stream *out, const scene *s, int at)
{
    stream_way way;
    if (!noun_way(&way, s, at) || (way == WAY_ARMS && is_part(s, at)))
        return false;
    *out = stream_new(STREAM_NOUN, way, at, at + 1);
    int owner = stream_owner(s, out, at - 1), of = out->begin - 1;
    while (is(s, of, LEX_THIS) || is_word(s, of, "such"))
        of--;                                    /* "the global volume of such imports" */
    out->world = out->world && owner == NOWHERE; /* "US global arms sales" are its own */
    if (owner == NOWHERE && is(s, of, LEX_OF) && is(s, of - 1, LEX_TOTAL) &&
        is(s, of - 2, LEX_WORLD))
        out->world = true; /* "the global volume of arms trade" */
    bool made_by = way == WAY_IMPORT && owner > 0 && s->items[owner].adjective &&
                   is_kind(s, owner - 1, ITEM_PARTY) && s->items[owner - 1].possessive;
    if (made_by) { /* "its Turkish imports" */
        out->importer = owner - 1;
        out->exporter = owner;
        out->begin = owner - 1;
    } else if (owner != NOWHERE && way == WAY_TRANSFER &&
               (is_word(s, at, "market") || is_regions_agreement(s, at, owner))) {
        out->importer = owner; /* "the African arms market" */
        out->way = WAY_IMPORT;
    } else {
        bool made = way == WAY_ARMS && owner != NOWHERE && !s->items[owner].possessive;
        bool bought = way == WAY_IMPORT || (way == WAY_ARMS && !made);
        *(bought ? &out->importer : &out->exporter) = owner; /* whose "its arms" are, the
                                                                verb tells */
    }
    read_right(s, out);
    if (way == WAY_ARMS)
        stream_participle(s, out);
    return true;
}
