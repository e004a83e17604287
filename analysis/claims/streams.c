/* Streams: nouns, verbs and agents of flows with the parties in their roles. See the
 * header. */
#include <string.h>

#include "analysis/claims/stream_parts.h"

/* "11th", or the five of "five largest". */
static bool counts_rank(const scene *s, int at)
{
    if (!is_kind(s, at, ITEM_QUANTITY))
        return false;
    const quantity *q = &s->items[at].quantity;
    return has_unit(q, "rank") || (has_unit(q, "") && q->value <= 100);
}

/* "its imported arms". */
static bool is_traded(const scene *s, int at)
{
    return (is(s, at, LEX_BUY) || is(s, at, LEX_SUPPLY)) && is(s, at + 1, LEX_ARMS) &&
           !is(s, at, LEX_IMPORTS) && !is(s, at, LEX_EXPORTS);
}

/* Words that may stand between an owner and a noun: "Egypt's total annual arms
 * imports". */
static bool describes(const scene *s, int at)
{
    static const lexicon_class words[] = {LEX_ARMS,      LEX_SUPERLATIVE, LEX_TOGETHER,
                                          LEX_ALL,       LEX_ORDINAL,     LEX_SOURCE,
                                          LEX_TOTAL,     LEX_CATEGORY,    LEX_COMPANY,
                                          LEX_TRANSFERS, LEX_NUMBERWORD};
    bool joins = is_sign(s, at, '.') || (is_sign(s, at, '-') && at > 0);
    return is_any(s, at, words, sizeof words / sizeof *words) || is_traded(s, at) ||
           is_unknown(s, at) || is_kind(s, at, ITEM_PERIOD) || counts_rank(s, at) ||
           joins;
}

/* The party that a noun belongs to, and whether it is the world's. */
int stream_owner(const scene *s, stream *out, int at)
{
    static const int far = 7;
    bool near = true; /* only words of arms between */
    int n = 0;
    for (int i = at; i >= 0 && n < far; i--, n++) {
        const item *t = &s->items[i];
        if (t->kind == ITEM_PARTY) {
            bool owns = t->possessive || t->adjective || (near && !t->pronoun);
            if (t->compound || !owns)
                return NOWHERE;
            out->begin = i;
            return i;
        }
        if (is(s, i, LEX_WORLD)) {
            out->world = true;
            out->begin = i;
            if (is_sign(s, i + 1, '\''))
                return NOWHERE;
            continue;
        }
        if (!describes(s, i) && !(is_sign(s, i, '\'') || is_word(s, i, "s")))
            return NOWHERE;
        near = near && is(s, i, LEX_ARMS);
        if (!is_unknown(s, i) || is(s, i, LEX_ARMS))
            out->begin = i;
    }
    return NOWHERE;
}

/* The party that a preposition at `at` governs, words between them passed; *end is the
 * item behind it. "of Russian arms": *made is set. */
int stream_governed(const scene *s, int at, int *end, bool *made)
{
    static const int far = 4;
    *made = false;
    for (int i = at + 1, n = 0; i < (int)s->count && n < far; i++, n++) {
        if (is_kind(s, i, ITEM_PARTY)) {
            const item *t = &s->items[i];
            *made = t->adjective || is(s, i + 1, LEX_ARMS);
            *end = i + 1;
            while (*made && is(s, *end, LEX_ARMS))
                ++*end;
            return t->compound ? NOWHERE : i;
        }
        if (is(s, i, LEX_WORLD) || is_kind(s, i, ITEM_SIGN) ||
            is_kind(s, i, ITEM_QUANTITY))
            break;
        if (!is(s, i, LEX_ARTICLE) && !is(s, i, LEX_COUNTRIES) && !is(s, i, LEX_ARMS) &&
            !is_unknown(s, i) && !is(s, i, LEX_ALL) && !is(s, i, LEX_IN) &&
            !is(s, i, LEX_SUPERLATIVE))
            break;
    }
    return NOWHERE;
}

/* "of major arms", "of weapons": what the flow is of. Returns the item behind it. */
int stream_goods(const scene *s, int at)
{
    int i = at + 1;
    if (!is(s, at, LEX_OF))
        return at;
    while (is(s, i, LEX_ARTICLE) || is_unknown(s, i) || is(s, i, LEX_TOTAL))
        i++;
    if (!is(s, i, LEX_ARMS) && !is(s, i, LEX_CATEGORY))
        return at;
    while (is(s, i, LEX_ARMS) || is(s, i, LEX_CATEGORY) || is(s, i, LEX_AND))
        i++;
    return is(s, i - 1, LEX_AND) ? i - 1 : i;
}

void stream_set_role(stream *out, int *role, int party, int end)
{
    if (*role == NOWHERE)
        *role = party;
    out->end = end;
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
        if (party == NOWHERE)
            return;
        bool import = out->way == WAY_IMPORT;
        if (of && made && import)
            stream_set_role(out, &out->exporter, party, end);
        else if (from || ((of || by) && !import))
            stream_set_role(out, &out->exporter, party, end);
        else if (to || import || (in && out->way == WAY_TRANSFER))
            stream_set_role(out, &out->importer, party, end);
        else
            return;
        i = out->end;
    }
}

/* "Pakistan imports 85 per cent …": a verb and no noun. */
static bool is_flow_verb(const scene *s, int at)
{
    int by = is(s, at - 1, LEX_CURRENT) || is(s, at - 1, LEX_ANNUAL) ? at - 2 : at - 1;
    bool subject =
        is_kind(s, by, ITEM_PARTY) && !s->items[by].possessive && !s->items[by].adjective;
    bool object = is_kind(s, at + 1, ITEM_QUANTITY) || is(s, at + 1, LEX_HEDGE) ||
                  is(s, at + 1, LEX_ARMS) || is(s, at + 1, LEX_ALL) ||
                  is(s, at + 1, LEX_MOST) ||
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
    return is(s, at - 1, LEX_ARMS) || is(s, at - 1, LEX_WORLD) || of_arms(s, at + 1) ||
           (is(s, at + 1, LEX_TO) && is_kind(s, at + 2, ITEM_PARTY)) ||
           (is_kind(s, at - 1, ITEM_PARTY) && s->items[at - 1].possessive &&
            is(s, at + 1, LEX_TO));
}

/* "of the total", "of the sales": of what was spoken of. */
static bool of_the(const scene *s, int at)
{
    int article = is_unknown(s, at - 1) ? at - 2 : at - 1; /* "of the regional total" */
    return is(s, article, LEX_ARTICLE) && is(s, article - 1, LEX_OF);
}

/* "total arms imports": the noun is still to come. */
static bool goes_on(const scene *s, int at)
{
    return is_unknown(s, at + 1) || is(s, at + 1, LEX_ARMS) || is(s, at + 1, LEX_OF) ||
           is(s, at + 1, LEX_IMPORTS) || is(s, at + 1, LEX_EXPORTS) ||
           is(s, at + 1, LEX_TOTAL) || is(s, at + 1, LEX_TRANSFERS) ||
           is(s, at + 1, LEX_CATEGORY);
}

static bool noun_way(stream_way *way, const scene *s, int at)
{
    bool verb = is_flow_verb(s, at);
    if (is(s, at, LEX_IMPORTS) && !verb)
        *way = WAY_IMPORT;
    else if (is(s, at, LEX_EXPORTS) && !verb)
        *way = WAY_EXPORT;
    else if (is(s, at, LEX_TRANSFERS) || (is(s, at, LEX_ARMSONLY) && near_arms(s, at)))
        *way = WAY_TRANSFER;
    else if (is(s, at, LEX_ARMS))
        *way = WAY_ARMS;
    else if (is(s, at, LEX_TOTAL) && !goes_on(s, at) &&
             (is(s, at - 1, LEX_WORLD) || of_the(s, at) ||
              (is_kind(s, at - 1, ITEM_PARTY) && s->items[at - 1].possessive)))
        *way = WAY_SAME;
    else if (is(s, at, LEX_ARMSONLY) && of_the(s, at) && !goes_on(s, at))
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

static bool read_noun(stream *out, const scene *s, int at)
{
    stream_way way;
    if (!noun_way(&way, s, at) || (way == WAY_ARMS && is_part(s, at)))
        return false;
    *out = (stream){STREAM_NOUN, way,     at,      at,    at + 1,
                    NOWHERE,     NOWHERE, NOWHERE, false, false};
    int owner = stream_owner(s, out, at - 1);
    if (way == WAY_IMPORT)
        out->importer = owner;
    else if (way != WAY_ARMS || (owner != NOWHERE && !s->items[owner].possessive))
        out->exporter = owner;
    else
        out->importer = owner; /* "its arms": whose they are, the verb tells */
    read_right(s, out);
    if (way == WAY_ARMS)
        stream_participle(s, out);
    return true;
}

/* The party to whom or from whom a verb's object goes: "sold tanks to Hungary". */
static int complement(const scene *s, int at, lexicon_class class)
{
    int end = clause_end(s, at), after;
    bool made;
    for (int i = at + 1; i < end; i++) {
        if (is_relative(s, i))
            return NOWHERE;
        if (!is(s, i, class) || is_kind(s, i, ITEM_QUANTITY))
            continue;
        int party = stream_governed(s, i, &after, &made);
        if (party != NOWHERE)
            return party;
    }
    return NOWHERE;
}

static bool read_verb(stream *out, const scene *s, int at)
{
    bool buy = is(s, at, LEX_BUY), supply = is(s, at, LEX_SUPPLY);
    bool noun = is(s, at, LEX_IMPORTS) || is(s, at, LEX_EXPORTS);
    if ((!buy && !supply) || (noun && !is_flow_verb(s, at)) ||
        (noun && is(s, at - 1, LEX_ARMS)))
        return false;
    *out = (stream){STREAM_VERB, buy ? WAY_IMPORT : WAY_EXPORT,
                    at,          at,
                    at + 1,      NOWHERE,
                    NOWHERE,     NOWHERE,
                    false,       false};
    int near = at - 1; /* "which each imported" */
    while (is_unknown(s, near) || is(s, near, LEX_ARTICLE))
        near--;
    bool relative = is_kind(s, near, ITEM_PARTY) && is_relative(s, near);
    int subject = relative ? near : subject_before(s, at);
    if (buy) {
        out->importer = subject;
        out->exporter = complement(s, at, LEX_FROM);
    } else {
        out->exporter = subject;
        bool object = is_kind(s, at + 1, ITEM_PARTY) && !s->items[at + 1].possessive &&
                      !s->items[at + 1].adjective; /* "sold Sudan weapons" */
        out->importer = object ? at + 1 : complement(s, at, LEX_TO);
    }
    return true;
}

/* "of what Ukraine received", "of all it sold". */
static bool read_free_relative(stream *out, const scene *s, int at)
{
    int party = at + 1;
    bool what =
        is_word(s, at, "what") || is_word(s, at, "everything") || is(s, at, LEX_ALL);
    while (is(s, party, LEX_ARTICLE))
        party++;
    int verb = party + 1 + is(s, party + 1, LEX_HAVE);
    bool buy = is(s, verb, LEX_BUY), supply = is(s, verb, LEX_SUPPLY);
    if (!what || !is(s, at - 1, LEX_OF) || !is_kind(s, party, ITEM_PARTY) ||
        (s->items[party].possessive || s->items[party].adjective) || (!buy && !supply) ||
        is(s, verb + 1, LEX_ARMS))
        return false;
    *out = (stream){STREAM_NOUN, buy ? WAY_IMPORT : WAY_EXPORT,
                    at,          at,
                    verb + 1,    supply ? party : NOWHERE,
                    NOWHERE,     NOWHERE,
                    false,       false};
    if (buy)
        out->importer = party;
    return true;
}

/* Whether the item is part of the stream before. */
static bool is_held(const streams *all, int at)
{
    return all->count > 0 && at < all->items[all->count - 1].end;
}

bool streams_find(streams *out, arms_arena *arena, scene *s, arms_error *err)
{
    static bool (*const readers[])(stream *, const scene *, int) = {
        stream_agent, read_free_relative, read_noun, read_verb};
    *out = (streams){arms_alloc(arena, s->count + 1, sizeof *out->items, err), 0};
    if (!out->items)
        return false;
    mark_asides(s);
    for (int i = 0; i < (int)s->count; i++)
        for (size_t k = 0; k < sizeof readers / sizeof *readers; k++)
            if (s->items[i].kind == ITEM_WORD && !is_held(out, i) &&
                readers[k](&out->items[out->count], s, i)) {
                out->count++;
                break;
            }
    return true;
}

const stream *noun_at(const streams *all, int at)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].kind == STREAM_NOUN && at >= all->items[i].begin &&
            at < all->items[i].end)
            return &all->items[i];
    return NULL;
}

const stream *stream_at(const streams *all, int at)
{
    for (size_t i = 0; i < all->count; i++)
        if (at >= all->items[i].begin && at < all->items[i].end)
            return &all->items[i];
    return NULL;
}
