/* Which flow a number is about: the noun that follows it ("a rise in arms imports"), the
 * object or the subject of the verb, the flow of the claim before, or the document's. */
#include "analysis/claims/grammar.h"

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
        bool passes = is(s, i, LEX_TOTAL) || is(s, i, LEX_OF) || is(s, i, LEX_IN) ||
                      is(s, i, LEX_ARTICLE) || is_unknown(s, i) ||
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

/* The noun that is the clause's subject: the first that tells a flow. */
static const stream *subject_noun(const grammar *g, int begin, int at)
{
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        bool flow = st->way != WAY_ARMS && st->way != WAY_SAME;
        if (st->kind == STREAM_NOUN && flow && st->head >= begin && st->head < at)
            return st;
    }
    return NULL;
}

/* An owner behind its flow: "With a rise of 8 per cent in imports, Egypt became", "the
 * biggest growth in imports was in the Middle East". */
static bool is_owner_behind(const grammar *g, int at)
{
    const scene *s = g->scene;
    names n;
    if (!is_kind(s, at, ITEM_PARTY) || s->items[at].possessive || s->items[at].pronoun ||
        s->items[at].aside)
        return false;
    bool comma = is_sign(s, at - 1 - is(s, at - 1, LEX_ARTICLE), ',');
    if (comma)
        return is_verb(s, at + 1);
    return governor(s, at) == LEX_IN && names_of(&n, g, at) && is_region(&n);
}

/* An owner that the stream lacks: the clause's subject, or the document's topic. */
static bool complete(frame *f, const grammar *g, const stream *st)
{
    const scene *s = g->scene;
    if (f->subject.count > 0)
        return true;
    if (f->world)
        return true;
    int subject = subject_before(s, st->head), near = st->head - 1;
    while (is_unknown(s, near))
        near--;
    if (st->kind == STREAM_VERB && near >= 0 && is_kind(s, near, ITEM_PARTY) &&
        !s->items[near].possessive && !s->items[near].compound)
        subject = near; /* "with Egypt alone buying arms worth" */
    for (int i = clause_begin(s, st->head); i < st->head && subject == NOWHERE; i++)
        if (is_kind(s, i, ITEM_PARTY) && !s->items[i].aside && !s->items[i].compound)
            subject = i; /* "Seoul's customs service recorded exports of …" */
    for (int i = st->end; i < (int)s->count && subject == NOWHERE; i++)
        if (is_owner_behind(g, i))
            subject = i;
    if (subject != NOWHERE && names_of(&f->subject, g, subject))
        return true;
    if (g->has_frame && g->frame.subject.count > 0 && g->frame.flow == f->flow) {
        f->subject = g->frame.subject;
        return true;
    }
    f->subject = g->memory->topic;
    return f->subject.count > 0;
}

/* "exporting equipment worth …" behind a claim on the same pair: the other side is that
 * claim's. */
static void complete_pair(frame *f, const grammar *g)
{
    const frame *last = &g->frame;
    if (!g->has_frame || f->counterpart.count > 0 || f->subject.count == 0)
        return;
    if (last->flow != f->flow && last->kind == ARMS_CLAIM_SHARE && !last->world &&
        names_same(&last->counterpart, &f->subject))
        f->counterpart = last->subject;
}

/* "US arms exports … an increase in deliveries to Egypt": the exporter stands with
 * another noun. */
static void complete_exporter(frame *f, const grammar *g, const stream *st)
{
    if (st->way != WAY_TRANSFER || st->exporter != NOWHERE || st->importer == NOWHERE)
        return;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *other = &g->streams.items[i];
        names exporter;
        if (other == st || other->way != WAY_EXPORT || other->kind != STREAM_NOUN ||
            !names_of(&exporter, g, other->exporter))
            continue;
        f->flow = ARMS_EXPORT;
        f->counterpart = f->subject;
        f->subject = exporter;
        return;
    }
}

static bool from_stream(frame *f, const grammar *g, const stream *st)
{
    frame_of_stream(f, g, st);
    bool done = complete(f, g, st);
    if (names_same(&f->counterpart, &f->subject))
        f->counterpart.count = 0; /* "shipped it arms": not to itself */
    if (st->kind == STREAM_VERB)
        complete_pair(f, g);
    if (done && f->subject.count == 0)
        f->subject = names_world();
    f->world = false;
    f->varying = SLOT_SUBJECT;
    return done;
}

/* "those by Qatar", "Morocco's fell": the flow of the claim before, with another
 * owner. */
static bool other_owner(frame *f, const grammar *g, int begin, int at)
{
    const scene *s = g->scene;
    bool those = is_kind(s, 0, ITEM_PARTY) && s->items[0].pronoun &&
                 (is(s, 1, LEX_OF) || is(s, 1, LEX_TO) || is(s, 1, LEX_FROM));
    if (!g->has_frame && !(those && g->memory->has_flow))
        return false;
    for (int i = at - 1; i >= begin; i--) {
        if (is_kind(s, i, ITEM_QUANTITY))
            return false;
        if (!is_kind(s, i, ITEM_PARTY) || s->items[i].pronoun)
            continue;
        names owner;
        int to =
            is(s, i - 1, LEX_ARTICLE) ? i - 2 : i - 1; /* "those to the Gulf states" */
        if ((is(s, to, LEX_FROM) || is(s, to, LEX_TO)) &&
            is_kind(s, to - 1, ITEM_PARTY) && s->items[to - 1].pronoun &&
            names_of(&owner, g, i)) { /* "those from Russia" */
            *f = g->has_frame
                     ? g->frame
                     : (frame){.flow = g->memory->flow, .subject = g->memory->topic};
            f->counterpart = owner;
            f->world = false;
            return true;
        }
        if (stream_at(&g->streams, i) || is_kind(s, i + 1, ITEM_PERIOD))
            continue;
        bool by = is(s, i + 1, LEX_BY) && i + 1 == before_number(s, at) &&
                  governor(s, i) == LEX_NONE; /* "…, Peru by 6 %" */
        bool bare = i == at - 1 || by || s->items[i].possessive ||
                    s->items[i].adjective || is(s, i - 1, LEX_BY) ||
                    is(s, i - 1, LEX_OF) || is(s, i - 2, LEX_BY) || is(s, i - 2, LEX_OF);
        if (!bare || !names_of(&owner, g, i))
            return false;
        *f = g->has_frame ? g->frame : (frame){.flow = g->memory->flow};
        f->subject = owner;
        return true;
    }
    return false;
}

/* The flow of the document, or of a noun further on, of the clause's subject: "Peru,
 * with a rise of 8 per cent, overtook Chile, whose imports …". */
static bool flow_of_rest(frame *out, const grammar *g, int at)
{
    const scene *s = g->scene;
    const memory *m = g->memory;
    names owner;
    const stream *later = last_before(g, at, (int)s->count, STREAM_NOUN);
    if (!later || later->way == WAY_ARMS)
        later = last_before(g, at, (int)s->count, STREAM_AGENT);
    bool known = m->has_flow || (later && later->way != WAY_ARMS);
    *out = (frame){.flow = m->flow, .subject = m->topic, .varying = SLOT_SUBJECT};
    if (!m->has_flow && known)
        out->flow = later->way == WAY_IMPORT ? ARMS_IMPORT : ARMS_EXPORT;
    int subject = subject_before(s, at);
    if (known && subject != NOWHERE && names_of(&owner, g, subject))
        out->subject = owner;
    return known && out->subject.count > 0;
}

/* The noun of a flow with the words around it that ends at `at`. */
static const stream *noun_ending(const grammar *g, int at)
{
    const stream *st = noun_at(&g->streams, at - 1);
    return st && st->end == at ? st : NULL;
}

bool find_flow(frame *out, const grammar *g, int at, int word)
{
    const scene *s = g->scene;
    int begin = clause_begin(s, at), from = word > at ? word : at;
    int joint = before_number(s, at);
    const stream *st = is(s, joint, LEX_OF) ? noun_ending(g, joint) : NULL;
    if (!st) /* no "imports of $3 million" */
        st = joined_after(g, from);
    if (!st && other_owner(out, g, begin, at))
        return true;
    if (!st && word < at) /* "increased its imports by …" */
        st = last_before(g, word + 1, at, STREAM_NOUN);
    if (!st && word < at &&
        is(s, word - 1, LEX_TO)) /* "causing deliveries to it to fall" */
        st = noun_ending(g, word - 1);
    if (!st)
        st = subject_noun(g, begin, word < at ? word : at);
    const stream *head = st && st->way == WAY_ARMS ? subject_noun(g, begin, at) : NULL;
    stream both; /* "exports of $3 million in small arms from Italy" */
    if (head && head->way != WAY_TRANSFER && head->end == before_number(s, at) &&
        head->exporter == NOWHERE && head->importer == NOWHERE) {
        both = *st;
        both.way = head->way;
        st = &both;
    }
    const stream *verb = last_before(g, begin, at, STREAM_VERB);
    bool nearer = verb && word == at && st && st->head < verb->head && st->end <= at;
    if (verb && (!st || st->way == WAY_ARMS || nearer))
        st = verb;
    if (!st && !g->has_frame) /* "European imports, which rose by …" */
        st = last_before(g, 0, begin, STREAM_NOUN);
    if (st && from_stream(out, g, st)) {
        complete_exporter(out, g, st);
        return true;
    }
    if (g->has_frame) {
        *out = g->frame;
        out->denominator = (names){.count = 0};
        if (out->world)
            out->counterpart = (names){.count = 0};
        out->world = false;
        names own;
        int subject = own_subject(s, at);
        if (subject != NOWHERE && !s->items[subject].pronoun && begin > g->frame_anchor &&
            names_of(&own, g,
                     subject)) { /* "…, but Peru bucked the trend with a rise of 5" */
            out->subject = own;
            out->counterpart = (names){.count = 0};
        }
        return out->subject.count > 0;
    }
    return flow_of_rest(out, g, at);
}
