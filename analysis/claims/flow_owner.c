/* Whose a flow is that a noun or verb tells: the owner that its words lack. */
#include "analysis/claims/flow.h"

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
    if (comma) /* ", the German government has" */
        return is_verb(
            s, at + 1 + (is_word(s, at + 1, "government") && s->items[at].adjective));
    return governor(s, at) == LEX_IN && names_of(&n, g, at) && is_region(&n);
}

/* "According to the Serbian trade ministry, exports fell": whose authorities tell;
 * NOWHERE for none. */
static int reporting_state(const scene *s)
{
    static const char *const words[] = {"ministry",    "government", "agency", "customs",
                                        "authorities", "parliament", "office"};
    static const int far = 4;
    for (int i = 0; i < (int)s->count; i++) {
        bool state = is_kind(s, i, ITEM_PARTY) && s->items[i].aside &&
                     !s->items[i].pronoun && !s->items[i].compound &&
                     (s->items[i].adjective || s->items[i].possessive);
        for (int k = i + 1; state && k <= i + far; k++)
            if (is_word_of(s, k, words, sizeof words / sizeof *words))
                return i;
    }
    return NOWHERE;
}

/* "an increase in the arms trade", "Globally, arms transfers rose": nobody is named whose
 * they could be. */
static bool is_everybodys(const grammar *g, const stream *st)
{
    const scene *s = g->scene;
    if (is(s, 0, LEX_WORLD))
        return true;
    for (int i = 0; i < (int)s->count; i++)
        if (is_kind(s, i, ITEM_PARTY) && !s->items[i].aside)
            return false;
    bool all = is_word(s, st->head, "trade") || is_word(s, st->head, "transfers");
    return all && (is(s, st->head - 1, LEX_ARMS) || is(s, st->head + 2, LEX_ARMS));
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
        if (is_kind(s, i, ITEM_PARTY) && !s->items[i].aside && !s->items[i].compound &&
            !is_of_region_noun(s, i) &&
            (s->items[i].possessive || s->items[i].adjective || is(s, 0, LEX_IN) ||
             governor(s, i) == LEX_NONE))
            subject = i; /* "Seoul's customs service recorded exports of …" */
    if (subject != NOWHERE && !names_of(&f->subject, g, subject))
        subject = NOWHERE; /* "the report found that imports rose in Europe" */
    for (int i = st->end; i < (int)s->count && subject == NOWHERE; i++) {
        if (is_owner_behind(g, i))
            subject = i;
        const stream *next = noun_at(&g->streams, i);
        if (next && stream_tells(next))
            break; /* of that flow, not of this */
    }
    if (subject != NOWHERE && names_of(&f->subject, g, subject)) {
        const memory *m = g->memory;
        bool partner = st->way == WAY_TRANSFER && f->flow == ARMS_IMPORT && m->has_flow &&
                       m->flow == ARMS_IMPORT && m->topic.count == 1 && !g->has_frame &&
                       !names_same(&m->topic, &f->subject);
        if (partner) {
            /* of Peru's imports: "China is responsible for $7 million in transfers" */
            f->flow = ARMS_EXPORT;
            f->counterpart = m->topic;
        }
        return true;
    }
    if (g->has_frame && g->frame.subject.count > 0 && g->frame.flow == f->flow) {
        f->subject = g->frame.subject;
        return true;
    }
    f->subject = g->memory->topic;
    if (f->subject.count == 0 && (st->way == WAY_EXPORT || st->way == WAY_IMPORT))
        (void)names_of(&f->subject, g, reporting_state(s));
    if (f->subject.count == 0 && st->way == WAY_TRANSFER &&
        (g->memory->has_flow || is_everybodys(g, st)))
        f->subject =
            names_world(); /* "international transfers. The volume of transfers" */
    return f->subject.count > 0;
}

/* "exporting equipment worth …" behind a claim on the same pair: the other side is that
 * claim's. */
static void complete_pair(frame *f, const grammar *g, int verb)
{
    const frame *last = &g->frame;
    if (!g->has_frame || f->counterpart.count > 0 || f->subject.count == 0)
        return;
    bool pair = last->kind == ARMS_CLAIM_SHARE || last->kind == ARMS_CLAIM_RANK;
    bool again = (last->kind == ARMS_CLAIM_CHANGE || last->kind == ARMS_CLAIM_MULTIPLE) &&
                 last->flow == f->flow && names_same(&last->subject, &f->subject) &&
                 is_sign(g->scene, verb - 1, ',');
    if (again) /* "doubled its exports to Peru, supplying arms worth $7 million" */
        f->counterpart = last->counterpart;
    if (last->flow != f->flow && pair && !last->world &&
        names_same(&last->counterpart, &f->subject))
        f->counterpart = last->subject;
}

/* "US arms exports … an increase in deliveries to Egypt": the exporter stands with
 * another noun. */
static void complete_exporter(frame *f, const grammar *g, const stream *st)
{
    bool export = st->way == WAY_EXPORT && f->subject.count == 0;
    if ((st->way != WAY_TRANSFER && st->way != WAY_ARMS && !export) ||
        st->exporter != NOWHERE || st->importer == NOWHERE)
        return;
    names seller;
    int subject = own_subject(g->scene, st->head);
    if (!export && subject != NOWHERE && !g->scene->items[subject].pronoun &&
        names_of(&seller, g, subject) && !names_same(&seller, &f->subject)) {
        f->flow = ARMS_EXPORT; /* "The UK approved arms sales to Peru" */
        f->counterpart = f->subject;
        f->subject = seller;
        return;
    }
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *other = &g->streams.items[i];
        names exporter;
        bool apart = other->head > st->head && st->way == WAY_TRANSFER;
        if (other == st || apart || other->way != WAY_EXPORT ||
            other->kind != STREAM_NOUN || !names_of(&exporter, g, other->exporter))
            continue;
        f->flow = ARMS_EXPORT;
        f->counterpart = f->subject;
        f->subject = exporter;
        return;
    }
    const memory *m = g->memory;
    if (g->has_frame && g->frame.flow == ARMS_EXPORT && g->frame.subject.count == 1 &&
        !export && !is_region(&g->frame.subject) && !is_world(&g->frame.subject) &&
        !names_same(&g->frame.subject, &f->subject)) {
        f->flow =
            ARMS_EXPORT; /* "7 % of German exports (…), with $3 m in deliveries to" */
        f->counterpart = f->subject;
        f->subject = g->frame.subject;
        return;
    }
    if (m->has_flow && m->flow == ARMS_EXPORT && m->topic.count == 1 && !g->has_frame &&
        !export && !is_region(&m->topic) && !names_same(&m->topic, &f->subject)) {
        f->flow = ARMS_EXPORT; /* of Norway's exports: "deliveries to Sweden" */
        f->counterpart = f->subject;
        f->subject = m->topic;
    }
}

static bool own_frame(frame *f, const grammar *g, const stream *st)
{
    frame_of_stream(f, g, st);

    bool done = complete(f, g, st);
    if (names_same(&f->counterpart, &f->subject))
        f->counterpart.count = 0; /* "shipped it arms": not to itself */
    if (st->kind == STREAM_VERB)
        complete_pair(f, g, st->head);
    if (!done && f->flow == ARMS_EXPORT && is_region(&f->counterpart)) {
        f->subject = f->counterpart; /* "exports to Africa doubled": Africa's imports */
        f->counterpart.count = 0;
        f->flow = ARMS_IMPORT;
        done = true;
    }
    if (done && f->subject.count == 0)
        f->subject = names_world();
    f->world = false;
    f->varying = SLOT_SUBJECT;
    return done;
}

bool flow_of_stream(frame *f, const grammar *g, const stream *st)
{
    if (!own_frame(f, g, st))
        return false;
    complete_exporter(f, g, st);
    return true;
}
