/* Which flow a number is about: the noun that follows it ("a rise in arms imports"), the
 * object or the subject of the verb, the flow of the claim before, or the document's. */
#include "analysis/claims/flow.h"

/* "fell despite deliveries of …", "rose due to": what follows is another flow. */
static bool is_cause(const scene *s, int at)
{
    static const char *const words[] = {"despite", "due",  "thanks",
                                        "owing",   "amid", "driven"};
    return is_word_of(s, at, words, sizeof words / sizeof *words);
}

/* The nearest noun or verb of a flow behind `at` that "of", "in" or nothing joins to it:
 * "$3 billion in arms exports", "a 12 per cent increase in imports". */
static const stream *joined_after(const grammar *g, int at)
{
    static const int far = 9;
    const scene *s = g->scene;
    for (int i = at + 1, n = 0; i < (int)s->count && n < far; i++, n++) {
        const stream *st = noun_at(&g->streams, i);
        if (st)
            return st;
        if (is_sign(s, i, '(') && is_kind(s, i + 1, ITEM_QUANTITY) &&
            is_sign(s, i + 2, ')'))
            i += 3; /* "€1.2 million ($1.4 million) worth of" */
        else if (i == at + 1 && is_sign(s, i, ')'))
            i++;
        bool on = i == at + 1 && is_word(s, i, "on") && is_kind(s, at, ITEM_QUANTITY);
        bool passes = on || is_sign(s, i, '\'') || is(s, i, LEX_REACH) ||
                      is(s, i, LEX_TOTAL) || is(s, i, LEX_OF) || is(s, i, LEX_IN) ||
                      is(s, i, LEX_ARTICLE) || (is_unknown(s, i) && !is_cause(s, i)) ||
                      is_kind(s, i, ITEM_PERIOD) || is(s, i, LEX_RISE) ||
                      is(s, i, LEX_FALL) || is(s, i, LEX_WORLD) ||
                      is(s, i, LEX_TOGETHER) || is(s, i, LEX_ALL) ||
                      (is_kind(s, i, ITEM_PARTY) &&
                       (s->items[i].possessive || s->items[i].adjective));
        if (!passes)
            return NULL;
    }
    return NULL;
}

const stream *last_before(const grammar *g, int begin, int at, stream_kind kind)
{
    const stream *found = NULL;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        bool plain = found && st->way == WAY_ARMS && found->way != WAY_ARMS;
        if (st->kind == kind && st->head >= begin && st->head < at && !plain)
            found = st;
    }
    return found;
}

/* "accounted for 19 per cent of global sales": what a number is a part of, and no "which"
 * goes on with. */
static bool is_whole(const grammar *g, const stream *st)
{
    int of = st->begin - 1;
    while (is(g->scene, of, LEX_ARTICLE) || is_unknown(g->scene, of))
        of--;
    return is(g->scene, of, LEX_OF) && is_kind(g->scene, of - 1, ITEM_QUANTITY) &&
           has_unit(&g->scene->items[of - 1].quantity, "percent") &&
           !is_relative(g->scene, st->end + is_sign(g->scene, st->end, ','));
}

/* The noun that is the clause's subject: the first that tells a flow. */
static const stream *subject_noun(const grammar *g, int begin, int at)
{
    const stream *again = g->has_frame && g->frame_anchor >= begin && g->frame_anchor < at
                              ? last_before(g, g->frame_anchor, at, STREAM_NOUN)
                              : NULL;
    if (again && stream_tells(again) && !is_whole(g, again))
        return again; /* "trade fell by 5 per cent, but imports rose by 7" */
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        bool flow = st->way != WAY_ARMS && st->way != WAY_SAME;
        if (st->kind == STREAM_NOUN && flow && st->head >= begin && st->head < at &&
            !is_whole(g, st))
            return st;
    }
    return NULL;
}

/* The noun of a flow with the words around it that ends at `at`. */
static const stream *noun_ending(const grammar *g, int at)
{
    const stream *st = noun_at(&g->streams, at - 1);
    return st && st->end == at ? st : NULL;
}

/* ", nearly doubling": what stands right before did. */
static bool trails(const scene *s, int at)
{
    static const char *const words[] = {"doubling", "tripling", "trebling", "quadrupling",
                                        "halving"};
    return is_word_of(s, at, words, sizeof words / sizeof *words) &&
           is_sign(s, before_number(s, at), ',');
}

/* "Russia's exports", "arms imports". */
static bool is_flow_owned(const grammar *g, int at)
{
    const scene *s = g->scene;
    const stream *st = noun_at(&g->streams, at + is(s, at, LEX_ARMS));
    bool owner =
        is_kind(s, at, ITEM_PARTY) && (s->items[at].possessive || s->items[at].adjective);
    return st && (owner || stream_tells(st));
}

/* "… so close that Russia's exports fell": the clause behind "that", if a flow with its
 * owner begins it. */
static int that_begin(const grammar *g, int begin, int at)
{
    const scene *s = g->scene;
    for (int i = at - 1; i > begin; i--)
        if (is_word(s, i, "that") && is_flow_owned(g, i + 1))
            return i + 1;
    return begin;
}

/* "apart from Egypt, which saw a drop of 4 per cent": whom the clause of "which" is of;
 * NOWHERE for none, and where a flow is what it has. */
static int who_saw(const grammar *g, int at)
{
    const scene *s = g->scene;
    int has = before_number(s, at), which = has - 1, party = which - 2;
    bool clause = is(s, has, LEX_HAVE) && is_kind(s, which, ITEM_PARTY) &&
                  is_relative(s, which) && is_sign(s, which - 1, ',');
    return clause && is_kind(s, party, ITEM_PARTY) && !s->items[party].possessive &&
                   (g->has_frame || g->memory->has_flow)
               ? party
               : NOWHERE;
}

/* ", with deliveries to Peru up by 7", "compared to the world trade growing by 7": a noun
 * that such a word parts from what was said. */
static bool is_with(const grammar *g, const stream *st)
{
    int i = st ? st->begin - 1 : NOWHERE;
    while (is(g->scene, i, LEX_ARTICLE) || is(g->scene, i, LEX_TOTAL))
        i--;
    return st && ((is_word(g->scene, i, "with") && is_sign(g->scene, i - 1, ',')) ||
                  (is(g->scene, i, LEX_COMPARE) && !is(g->scene, i, LEX_FROM)));
}

/* "global transfers which showed a decrease of 7": the noun that "which" goes on with;
 * NULL for none. */
static const stream *noun_of_relative(const grammar *g, int begin, int word)
{
    const scene *s = g->scene;
    for (int i = word - 1; i > begin && !is_kind(s, i, ITEM_QUANTITY); i--)
        if (is_relative(s, i) || (is(s, i, LEX_THAT) && is_verb(s, i + 1)))
            return noun_ending(g, i);
    return NULL;
}

/* The noun in the clause of a number, or of the word of change at `word`, that its flow
 * is told by; NULL for none. */
static const stream *noun_of_clause(const grammar *g, int begin, int at, int word)
{
    const stream *st = NULL;
    if (word < at) /* "increased its imports by …" */
        st = last_before(g, word + 1, at, STREAM_NOUN);
    if (!st && word < at && is_with(g, noun_ending(g, word)))
        st = noun_ending(g, word);
    if (!st && word < at)
        st = noun_of_relative(g, begin, word);
    if (!st && word < at && is(g->scene, word - 1, LEX_TO))
        st = noun_ending(g, word - 1); /* "causing deliveries to it to fall" */
    return st ? st : subject_noun(g, begin, word < at ? word : at);
}

/* The noun that stands right before or behind the number; NULL for none. */
static const stream *noun_beside(const grammar *g, int begin, int at, int from)
{
    int joint = before_number(g->scene, at);
    const stream *st = is(g->scene, joint, LEX_OF) ? noun_ending(g, joint) : NULL;
    if (!st && trails(g->scene, at)) /* "a rise in imports by Peru, nearly doubling" */
        st = last_before(g, begin, at, STREAM_NOUN);
    return st ? st : joined_after(g, from); /* no "imports of $3 million" */
}

/* The verb, where it tells the flow better than the noun `st`, or arms with whom they go
 * to; NULL where nothing in the clause does. */
static const stream *verb_or_arms(const grammar *g, int begin, int at, int word,
                                  const stream *st)
{
    const stream *verb = last_before(g, begin, at, STREAM_VERB);
    const stream *arms = last_before(g, begin, at, STREAM_NOUN);
    bool nearer = verb && word == at && st && st->head < verb->head && st->end <= at;
    if (verb && (!st || st->way == WAY_ARMS || nearer))
        return verb;
    if (!st && arms && arms->way == WAY_ARMS && arms->importer > arms->head)
        return arms;          /* "the value of weapons to Sweden" */
    if (!st && !g->has_frame) /* "European imports, which rose by …" */
        return last_before(g, 0, begin, STREAM_NOUN);
    return st;
}

/* "to Asia, where its exports rose by 7 per cent": where the clause that begins at
 * `begin` is of; NOWHERE for none. */
static int place_of_clause(const scene *s, int begin)
{
    int party = begin - 2 - is_sign(s, begin - 2, ',');
    bool where = is_word(s, begin - 1, "where") && is_kind(s, party, ITEM_PARTY) &&
                 !s->items[party].pronoun && !s->items[party].possessive;
    return where ? party : NOWHERE;
}

/* "imports into the region", but which? */
static bool is_owner_nameless(const grammar *g, const stream *st)
{
    int owner = st->way == WAY_IMPORT   ? st->importer
                : st->way == WAY_EXPORT ? st->exporter
                                        : NOWHERE;
    return owner != NOWHERE && is(g->scene, owner, LEX_REFERENT) && is_nameless(g, st);
}

/* "Peru's decline is 7 per cent", in a text on a flow: whose change it is; NOWHERE where
 * nobody is told. */
static int owner_of_change(const grammar *g, int at, int word)
{
    const scene *s = g->scene;
    int sales = clause_begin(s, at); /* "China's sales were up 7 per cent" */
    while (sales < word && !is_word(s, sales, "sales"))
        sales++;
    bool sold = is_kind(s, sales - 1, ITEM_PARTY) && s->items[sales - 1].possessive &&
                is_word(s, sales, "sales") && g->memory->has_flow &&
                g->memory->flow == ARMS_EXPORT && !s->items[sales - 1].pronoun;
    if (sold)
        return sales - 1;
    bool own = word < at && is(s, word + 1, LEX_BE) && g->memory->has_flow &&
               is_kind(s, word - 1, ITEM_PARTY) && s->items[word - 1].possessive &&
               !s->items[word - 1].pronoun;
    return own ? word - 1 : NOWHERE;
}

/* "Chile raised its imports by much, Peru by 7 per cent": the next of a list whose first
 * number was not understood; NOWHERE for none. */
static int next_of_list(const grammar *g, int at)
{
    const scene *s = g->scene;
    int by = before_number(s, at), party = by - 1;
    bool joined = is_sign(s, party - 1, ',') || is(s, party - 1, LEX_AND);
    return is(s, by, LEX_BY) && joined && !g->has_frame &&
                   is_kind(s, party, ITEM_PARTY) && !s->items[party].pronoun &&
                   !s->items[party].possessive && !s->items[party].adjective
               ? party
               : NOWHERE;
}

bool find_flow(frame *out, const grammar *g, int at, int word)
{
    const scene *s = g->scene;
    int begin = that_begin(g, clause_begin(s, at), at);
    const stream *st = noun_beside(g, begin, at, word > at ? word : at);
    names owner;
    if (!st && names_of(&owner, g, who_saw(g, at))) {
        *out = (frame){.flow = flow_so_far(g), .subject = owner};
        return true;
    }
    if (!st && flow_of_other_owner(out, g, begin, at))
        return true;
    if (!st && names_of(&owner, g, owner_of_change(g, at, word))) {
        *out = (frame){.flow = flow_so_far(g), .subject = owner};
        return true;
    }
    if (!st)
        st = noun_of_clause(g, begin, at, word);
    const stream *head = st && st->way == WAY_ARMS ? subject_noun(g, begin, at) : NULL;
    stream both; /* "exports of $3 million in small arms from Italy" */
    if (head && head->way != WAY_TRANSFER && head->end == before_number(s, at) &&
        head->exporter == NOWHERE && head->importer == NOWHERE) {
        both = *st;
        both.way = head->way;
        st = &both;
    }
    st = verb_or_arms(g, begin, at, word, st);
    if (st && is_owner_nameless(g, st))
        return false;
    if (!(st && flow_of_stream(out, g, st)) && !flow_so_far_of(out, g, begin, at))
        return false;
    if (names_of(&owner, g, next_of_list(g, at)))
        *out = (frame){.flow = out->flow, .subject = owner};
    if (out->flow == ARMS_EXPORT && out->counterpart.count == 0 &&
        names_of(&owner, g, place_of_clause(g->scene, begin)) &&
        !names_same(&owner, &out->subject) && !is_world(&out->subject))
        out->counterpart = owner;
    return true;
}
