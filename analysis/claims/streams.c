/* Streams: nouns, verbs and agents of flows with the parties in their roles. See the
 * header. */
#include <string.h>

#include "analysis/claims/stream_parts.h"

stream stream_new(stream_kind kind, stream_way way, int head, int end)
{
    return (stream){.kind = kind,
                    .way = way,
                    .head = head,
                    .begin = head,
                    .end = end,
                    .exporter = NOWHERE,
                    .importer = NOWHERE,
                    .scope = NOWHERE};
}

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
    bool joins = is_sign(s, at, '.') || is_sign(s, at, '#') ||
                 (is_sign(s, at, '-') && at > 0) ||
                 (is(s, at, LEX_AND) && is(s, at - 1, LEX_ORDINAL) &&
                  is(s, at + 1, LEX_ORDINAL)) || /* "its second and third largest" */
                 (is(s, at, LEX_AND) && is(s, at - 1, LEX_ARMS) &&
                  is(s, at + 1, LEX_ARMS)); /* "arms and weapon systems" */
    return is_any(s, at, words, sizeof words / sizeof *words) || is_traded(s, at) ||
           is_unknown(s, at) || is(s, at, LEX_LAST) || is_kind(s, at, ITEM_PERIOD) ||
           counts_rank(s, at) || joins;
}

/* The party that a noun belongs to, and whether it is the world's. */
int stream_owner(const scene *s, stream *out, int at)
{
    static const int far = 7;
    bool near = true; /* only words of arms between */
    int n = 0;
    for (int i = at; i >= 0 && n < far; i--, n++) {
        const item *t = &s->items[i];
        if (t->kind == ITEM_PARTY && t->compound && is_sign(s, i - 1, '-')) {
            i -= 2; /* "the largest non-US destination" */
            continue;
        }
        if (t->kind == ITEM_PARTY) {
            bool owns = t->possessive || t->adjective ||
                        (near && (!t->pronoun || is(s, i, LEX_REFERENT)));
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

/* "Peru's neighbour Chile", "Japan's neighbor, South Korea,": the item of the one who is
 * named behind; `party` where no such word follows. */
static int named_behind_kin(const scene *s, int party)
{
    int i = party + 1;
    if (!s->items[party].possessive && !s->items[party].adjective)
        return party;
    while (is_unknown(s, i) || is(s, i, LEX_SUPERLATIVE) || is_sign(s, i, '-'))
        i++;
    if (!is(s, i, LEX_KIN))
        return party;
    i += 1 + is_sign(s, i + 1, ',');
    return is_kind(s, i, ITEM_PARTY) && !s->items[i].pronoun ? i : NOWHERE;
}

/* The party that a preposition at `at` governs, words between them passed; *end is the
 * item behind it. "of Russian arms": *made is set. */
int stream_governed(const scene *s, int at, int *end, bool *made)
{
    static const int far = 5;
    *made = false;
    for (int i = at + 1, n = 0; i < (int)s->count && n < far; i++, n++) {
        if (is_kind(s, i, ITEM_PARTY)) {
            i = named_behind_kin(s, i);
            if (i == NOWHERE)
                return NOWHERE;
            const item *t = &s->items[i];
            int of = i + 1 + is(s, i + 1, LEX_REFERENT);
            if (t->compound && is_kind(s, i + 1, ITEM_PARTY) && !t->possessive)
                continue; /* "by the Gulf state of Qatar", all one name */
            if (t->compound && is(s, of, LEX_OF) && is_kind(s, of + 1, ITEM_PARTY)) {
                i = of; /* "by the Gulf state of Qatar" */
                continue;
            }
            *made =
                (t->adjective && !is(s, i + 1, LEX_COUNTRIES)) || is(s, i + 1, LEX_ARMS);
            *end = i + 1;
            while (*made && (is(s, *end, LEX_ARMS) ||
                             (is_unknown(s, *end) && is(s, *end + 1, LEX_ARMS))))
                ++*end;
            return t->compound ? NOWHERE : i;
        }
        bool members = is_kind(s, i, ITEM_QUANTITY) && is_kind(s, i + 1, ITEM_PARTY) &&
                       has_unit(&s->items[i].quantity, ""); /* "the 27 EU states" */
        if (is(s, i, LEX_WORLD) || is_kind(s, i, ITEM_SIGN) ||
            (is_kind(s, i, ITEM_QUANTITY) && !members && !is(s, i, LEX_ALL)))
            break;
        if (members)
            continue;
        if (!is(s, i, LEX_ARTICLE) && !is(s, i, LEX_COUNTRIES) && !is(s, i, LEX_ARMS) &&
            !is_word(s, i, "both") && !is_unknown(s, i) && !is(s, i, LEX_ALL) &&
            !is(s, i, LEX_IN) &&
            !(is(s, i, LEX_OF) &&
              (is(s, i - 1, LEX_ALL) || is(s, i - 1, LEX_COUNTRIES))) &&
            !is(s, i, LEX_SUPERLATIVE))
            break;
    }
    return NOWHERE;
}

/* "of major arms", "of weapons": what the flow is of. Returns the item behind it. */
int stream_goods(const scene *s, int at)
{
    int i = at + 1;
    if (!is(s, at, LEX_OF) && !(is_word(s, at, "for") && is(s, at + 1, LEX_ARMS)))
        return at; /* "its customers for arms" */
    while (is(s, i, LEX_ARTICLE) || is_unknown(s, i) || is(s, i, LEX_TOTAL))
        i++;
    if (is(s, i, LEX_EXPORTS) && is(s, i + 1, LEX_ARMSONLY))
        return i + 2; /* "of export licences" */
    if (!is(s, i, LEX_ARMS) && !is(s, i, LEX_CATEGORY))
        return at;
    while (is(s, i, LEX_ARMS) || is(s, i, LEX_CATEGORY) || is(s, i, LEX_AND))
        i++;
    if (is(s, i, LEX_IMPORTS) || is(s, i, LEX_EXPORTS))
        return at; /* "suppliers of the arms imports of" */
    return is(s, i - 1, LEX_AND) ? i - 1 : i;
}

void stream_set_role(stream *out, int *role, int party, int end)
{
    if (*role == NOWHERE)
        *role = party;
    out->end = end;
}

/* The party to whom or from whom a verb's object goes: "sold tanks to Hungary". */
static int complement(const scene *s, int at, lexicon_class class)
{
    int end = clause_end(s, at), after;
    bool made;
    for (int i = at + 1; i < end; i++) {
        if (is_relative(s, i))
            return NOWHERE;
        if (!is(s, i, class) || is_kind(s, i, ITEM_QUANTITY) || is(s, i - 1, LEX_GO))
            continue; /* "…, with 60 per cent going to Peru" */
        int party = stream_governed(s, i, &after, &made);
        if (party != NOWHERE)
            return party;
    }
    return NOWHERE;
}

/* "Peru imported from Chile arms worth": the verb and "from" are one item. */
static bool read_verb_from(stream *out, const scene *s, int at)
{
    static const char *const verbs[] = {"imported", "bought", "purchased"};
    int end;
    bool made, subject = is_kind(s, at - 1, ITEM_PARTY) && !s->items[at - 1].possessive &&
                         !s->items[at - 1].adjective;
    if (!is(s, at, LEX_COME) || !is_word_of(s, at, verbs, sizeof verbs / sizeof *verbs) ||
        !subject)
        return false;
    *out = stream_new(STREAM_VERB, WAY_IMPORT, at, at + 1);
    out->importer = at - 1;
    out->exporter = stream_governed(s, at, &end, &made);
    return out->exporter != NOWHERE;
}

static bool read_verb(stream *out, const scene *s, int at)
{
    bool buy = is(s, at, LEX_BUY), supply = is(s, at, LEX_SUPPLY);
    bool noun = is(s, at, LEX_IMPORTS) || is(s, at, LEX_EXPORTS);
    if ((!buy && !supply) || (noun && !is_flow_verb(s, at)) ||
        (noun && is(s, at - 1, LEX_ARMS)))
        return false;
    *out = stream_new(STREAM_VERB, buy ? WAY_IMPORT : WAY_EXPORT, at, at + 1);
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
    int verb = party + 1 + (is(s, party + 1, LEX_HAVE) || is_word(s, party + 1, "did"));
    bool buy = is(s, verb, LEX_BUY), supply = is(s, verb, LEX_SUPPLY);
    if (!what || !is(s, at - 1, LEX_OF) || !is_kind(s, party, ITEM_PARTY) ||
        (s->items[party].possessive || s->items[party].adjective) || (!buy && !supply) ||
        is(s, verb + 1, LEX_ARMS))
        return false;
    *out = stream_new(STREAM_NOUN, buy ? WAY_IMPORT : WAY_EXPORT, at, verb + 1);
    out->exporter = supply ? party : NOWHERE;
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
        stream_agent, read_free_relative, stream_noun, read_verb, read_verb_from};
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

bool stream_tells(const stream *st)
{
    return st->way == WAY_IMPORT || st->way == WAY_EXPORT;
}

arms_direction stream_flow(const stream *st)
{
    return st->way == WAY_IMPORT ? ARMS_IMPORT : ARMS_EXPORT;
}

int stream_holder(const stream *st)
{
    return st->way == WAY_IMPORT ? st->importer : st->exporter;
}

int stream_party(const stream *st)
{
    return st->importer != NOWHERE ? st->importer : st->exporter;
}

const stream *stream_at(const streams *all, int at)
{
    for (size_t i = 0; i < all->count; i++)
        if (at >= all->items[i].begin && at < all->items[i].end)
            return &all->items[i];
    return NULL;
}
