/* Shares that are called so: "Italy's share of global exports was 4.3 per cent", "the
 * largest share of its exports (35 per cent) went to Europe"; and second numbers: "up
 * from 21 per cent". */
#include <string.h>

#include "analysis/claims/flow.h"
#include "analysis/claims/rank.h"
#include "analysis/claims/share.h"

/* The word "share" that a number belongs to: before it in the clause, or right behind. */
static int share_word(const scene *s, int at)
{
    static const int far = 16;
    int begin = clause_begin(s, at);
    for (int i = at + 1; i <= at + 3; i++)
        if (is(s, i, LEX_SHARE) && !is_kind(s, i, ITEM_QUANTITY))
            return i;
    for (int i = at - 1, n = 0; i >= begin && n < far; i--, n++)
        if (is(s, i, LEX_SHARE) && !is_kind(s, i, ITEM_QUANTITY))
            return is_kind(s, i - 1, ITEM_QUANTITY) ? NOWHERE : i; /* "a 5 % share" */
    return NOWHERE;
}

/* Whose share it is: "Italy's share", "the share of Italy", "saw its global share". */
static bool share_owner(share_part *p, const grammar *g, int word)
{
    static const int far = 5;
    const scene *s = g->scene;
    for (int i = word - 1, n = 0; i >= 0 && n < far; i--, n++) {
        if (is_kind(s, i, ITEM_PARTY) &&
            (s->items[i].possessive || s->items[i].adjective))
            return names_of(&p->who, g, i);
        if (!is_unknown(s, i) && !is(s, i, LEX_WORLD) && !is(s, i, LEX_ARMS) &&
            !is(s, i, LEX_HEDGE) && !is(s, i, LEX_ARTICLE) &&
            !is_kind(s, i, ITEM_QUANTITY) && !is(s, i, LEX_ARMSONLY) &&
            !is(s, i, LEX_EXPORTS) && !is(s, i, LEX_IMPORTS))
            break;
    }
    int given = p->number > 0 ? before_number(s, p->number) : NOWHERE;
    if (is_kind(s, given, ITEM_PARTY) && !s->items[given].possessive && given < word)
        return names_of(&p->who, g, given); /* "giving Peru a 7 per cent share" */
    int subject = subject_before(s, word);
    return subject != NOWHERE && names_of(&p->who, g, subject);
}

/* The flow that a share is in, where the words do not say: that of the claim before, of a
 * noun next to "share", or of the document. */
static bool share_flow(frame *f, const grammar *g, const share_part *p)
{
    const memory *m = g->memory;
    *f = (frame){.kind = ARMS_CLAIM_SHARE, .varying = SLOT_SUBJECT};
    if (g->has_frame) {
        *f = g->frame;
        f->kind = ARMS_CLAIM_SHARE;
        if (f->counterpart.count > 0 && names_same(&f->counterpart, &p->who))
            return true; /* "so that Washington's share came down to 12" */
        if (f->varying == SLOT_COUNTERPART && !f->world)
            f->counterpart = p->who;
        else
            f->subject = p->who;
        if (f->counterpart.count == 0 && f->denominator.count == 0)
            f->world = true;
        return true;
    }
    const stream *st = m->has_flow ? NULL : last_before(g, 0, p->number, STREAM_NOUN);
    if (st && stream_tells(st) && st->world) {
        share_of_world(f, p, st->way == WAY_IMPORT);
        return true; /* "dominates global exports, expanding its share from 35" */
    }
    if (!m->has_flow)
        return false;
    f->flow = m->flow;
    bool partner = m->topic.count == 1 && !names_same(&m->topic, &p->who) &&
                   !region_has(&m->topic.list[0], &p->who.list[0]);
    f->subject = partner ? m->topic : p->who;
    if (partner)
        f->counterpart =
            p->who; /* in a text on Africa's imports: "China saw its share" */
    f->world = !partner;
    f->varying = partner ? SLOT_COUNTERPART : SLOT_SUBJECT;
    return true;
}

bool share_frame(frame *out, const grammar *g, int word)
{
    share_part p = {.role = ROLE_ANY};
    bool linked = is(g->scene, word + 1, LEX_OF) || is(g->scene, word + 1, LEX_IN);
    const stream *whole = linked ? share_whole(g, word + 2) : NULL;
    return whole && share_owner(&p, g, word) && share_combine(out, g, whole, &p);
}

/* "With a 25 per cent market share, China is the leading supplier to Peru": the frame of
 * the agent, for who leads. False for others. */
static bool share_of_leader(frame *f, const grammar *g, int at, int word)
{
    const scene *s = g->scene;
    int before = before_number(s, at), party = word + 2 + is(s, word + 2, LEX_ARTICLE);
    bool fronted = is(s, before, LEX_HAVE) && before == clause_begin(s, at) &&
                   is_sign(s, word + 1, ',');
    const stream *agent = NULL;
    for (size_t i = 0; i < g->streams.count && !agent; i++)
        if (g->streams.items[i].kind == STREAM_AGENT && g->streams.items[i].head > party)
            agent = &g->streams.items[i];
    names leader;
    if (!fronted || !agent || !names_of(&leader, g, party) ||
        ranked_party(g, agent, agent->begin) != party)
        return false;
    agent_frame(f, g, agent);
    f->kind = ARMS_CLAIM_SHARE;
    *frame_varying(f) = leader;
    return true;
}

/* Whether the share is that of a party, and of whom: as the words around it tell. */
static bool holder_of_share(share_part *p, const stream **whole, const grammar *g, int at,
                            int word)
{
    const scene *s = g->scene;
    bool largest = is(s, word - 1, LEX_SUPERLATIVE) || is(s, word - 1, LEX_ARTICLE);
    part_role listed_role;
    int listed = listed_party(s, at, &listed_role);
    int of = word + 2; /* "the share of Russia in India's imports" */
    while (is(s, of, LEX_ARTICLE))
        of++;
    bool held = is(s, word + 1, LEX_OF) && is_kind(s, of, ITEM_PARTY) &&
                !s->items[of].possessive && !s->items[of].adjective;
    bool in = held && is(s, of + 1, LEX_IN);
    bool named = held && (in || is_verb(s, of + 1)) && names_of(&p->who, g, of);
    if (named)
        *whole = in ? share_whole(g, of + 2) : NULL;
    return named || (largest && *whole && part_after(p, g, at, at + 1)) ||
           (largest && *whole && listed != NOWHERE && !s->items[listed].pronoun &&
            listed >= (*whole)->end && names_of(&p->who, g, listed)) ||
           (*whole && part_behind(p, g, at, (*whole)->end)) || share_owner(p, g, word);
}

/* The frame of the share that the number at `at` is of. False where it is not clear. */
static bool share_noun_frame(frame *f, const grammar *g, int at, int word)
{
    const scene *s = g->scene;
    share_part p = {.role = ROLE_ANY, .number = at};
    int link = word + 1;
    if (is(s, link, LEX_OF) && link + 1 == at) /* "a share of 6 per cent of/in …" */
        link = at + 1;
    bool linked = is(s, link, LEX_OF) || is(s, link, LEX_IN);
    const stream *whole = linked ? share_whole(g, link + 1) : NULL;
    const stream *beside = stream_at(&g->streams, word - 1);
    bool owner = holder_of_share(&p, &whole, g, at, word);
    if (!whole && beside && beside->kind == STREAM_NOUN)
        whole = beside;
    frame own;
    if (whole && linked && !owner && whole->way == WAY_EXPORT &&
        whole->importer != NOWHERE && whole->exporter == NOWHERE &&
        flow_of_stream(&own, g, whole) && own.flow == ARMS_EXPORT &&
        own.counterpart.count > 0) {
        *f = own; /* "the share of exports to Europe grew from 9 per cent" */
        f->kind = ARMS_CLAIM_SHARE;
        f->varying = SLOT_COUNTERPART;
        return true;
    }
    if (whole && whole == beside && owner && frame_of_stream(&own, g, whole) &&
        names_same(&own.subject, &p.who) && own.counterpart.count == 0) {
        share_of_world(f, &p, own.flow == ARMS_IMPORT);
        f->kind = ARMS_CLAIM_SHARE; /* "Peru's export share fell from 5 per cent" */
        return true;
    }
    if (!whole && share_of_leader(f, g, at, word))
        return true;
    bool ranks = g->has_frame && g->frame.kind == ARMS_CLAIM_RANK;
    bool ranked = ranks && word > at && !whole; /* "the third-biggest exporter, with an 11
                                                   per cent market share" */
    bool sales = ranks && g->frame.world && whole && whole->world && owner &&
                 whole->way == WAY_TRANSFER && names_same(&p.who, &g->frame.subject);
    ranked = ranked || sales; /* "the second importer, with a 7 % share of arms sales" */
    if (whole && owner && !ranked)
        return share_combine(f, g, whole, &p);
    if (ranked || (whole && g->has_frame) || (ranks && !owner)) {
        *f = g->frame; /* "with a share of 8 per cent of imports" */
        f->kind = ARMS_CLAIM_SHARE;
        return true;
    }
    return owner && share_flow(f, g, &p);
}

bool rule_share_noun(bool *made, grammar *g, int at, arms_error *err)
{
    const quantity *q = &g->scene->items[at].quantity;
    int word = has_unit(q, "percent") ? share_word(g->scene, at) : NOWHERE;
    draft d = {.number = *q, .anchor = at, .rule = "share-noun", .sign = 1};
    if (word == NOWHERE || !share_noun_frame(&d.frame, g, at, word))
        return true;
    d.base_value = is(g->scene, before_number(g->scene, at), LEX_FROM);
    *made = true;
    return put_claim(g, &d, err);
}

/* "than in 2016–20 (51 per cent)": the number of that period. */
static bool glosses(const scene *s, int at)
{
    int when = at + 1 + is(s, at + 1, LEX_IN); /* "(62 per cent in 2020)" */
    if (is_sign(s, at - 1, '(') && is_kind(s, when, ITEM_PERIOD) &&
        is_sign(s, when + 1, ')') && !is_kind(s, at - 2, ITEM_PARTY))
        return true;
    return is_sign(s, at - 1, '(') && is_kind(s, at - 2, ITEM_PERIOD) &&
           is_sign(s, at + 1, ')');
}

/* Words that put a second number beside the first: "from 33 per cent to 18", "up from 30
 * per cent", "compared with 52 per cent in 2006–10". */
static bool pairs(const scene *s, int at, bool *base)
{
    int before = before_number(s, at);
    *base =
        is(s, before, LEX_FROM) || is(s, before, LEX_COMPARE) || is(s, before, LEX_THAN);
    bool own_period = false;
    for (int i = at + 1; i < at + 4 && !is_kind(s, i, ITEM_QUANTITY); i++)
        own_period = own_period || is_kind(s, i, ITEM_PERIOD);
    bool repeats = is(s, before, LEX_ACCOUNT) && is_kind(s, before - 1, ITEM_PARTY) &&
                   s->items[before - 1].pronoun; /* "while in 2019 it accounted for 4" */
    for (int i = clause_begin(s, at); repeats && i < before; i++)
        own_period = own_period || is_kind(s, i, ITEM_PERIOD);
    bool copula = is(s, before, LEX_BE) && is_kind(s, before - 1, ITEM_PARTY) &&
                  s->items[before - 1].pronoun;
    int begin = clause_begin(s, at), behind = at + 2 + is(s, at + 2, LEX_ARTICLE);
    if (is(s, at + 1, LEX_COME) || is(s, at + 1, LEX_GO) ||
        (is(s, before, LEX_HAVE) && is_relative(s, before - 1)))
        return false; /* "compared with 16 per cent coming from Peru", ", which had 47" */
    if (is(s, at + 1, LEX_TO) && is_kind(s, behind, ITEM_PARTY))
        return false; /* "against 40 per cent for the USA" */
    for (int i = before; i >= begin && !is_kind(s, i, ITEM_QUANTITY); i--) {
        if (is_sign(s, i, ',') || is(s, i, LEX_AND))
            break;
        if (is_kind(s, i, ITEM_PARTY) && !s->items[i].pronoun)
            return false; /* a number for another party */
    }
    bool to = is(s, before, LEX_TO) && !is_word(s, before, "for");
    bool and_for = is_word(s, before, "for") && is(s, before - 1, LEX_AND);
    bool joint = is(s, before, LEX_AND) || and_for ||
                 (is(s, before, LEX_WHILE) && !is_sign(s, before, ','));
    bool again = is(s, before, LEX_SUPPLY) || is(s, before, LEX_BUY) ||
                 is(s, before, LEX_ACCOUNT) || is(s, before, LEX_HAVE);
    return *base || to || ((joint || again) && own_period) || copula || glosses(s, at);
}

/* "…, while Moscow's slipped from 22 to 16 per cent": whose share it is, as the one
 * before; NOWHERE for none. */
static int other_holder(const grammar *g, int at)
{
    const scene *s = g->scene;
    int i = clause_begin(s, at), before = before_number(s, at);
    bool linked = is(s, before, LEX_FROM) || is(s, before, LEX_TO) ||
                  is(s, before, LEX_BE) || is(s, before, LEX_REACH);
    while (is(s, i, LEX_ARTICLE) || is(s, i, LEX_WHILE))
        i++;
    bool verb = is(s, i + 1, LEX_RISE) || is(s, i + 1, LEX_FALL) ||
                is(s, i + 1, LEX_BE) || is(s, i + 1, LEX_REACH);
    bool holds = is_kind(s, i, ITEM_PARTY) && s->items[i].possessive &&
                 !s->items[i].pronoun && verb && linked;
    return holds && g->frame.kind == ARMS_CLAIM_SHARE ? i : NOWHERE;
}

/* "overtook Chile, with 7 per cent against 5": the second number is that of the one who
 * was overtaken; NOWHERE for none. */
static int overtaken(const scene *s, int at)
{
    int before = before_number(s, at);
    if (!is(s, before, LEX_COMPARE) || is(s, before, LEX_FROM))
        return NOWHERE;
    for (int i = at - 1; i >= 0; i--)
        if (is(s, i, LEX_OVERTAKE) && is_kind(s, i + 1, ITEM_PARTY) &&
            !s->items[i + 1].possessive)
            return i + 1;
    return NOWHERE;
}

static bool is_of_other_flow(const grammar *g, int at)
{
    static const int far = 4;
    lexicon_class other = g->frame.flow == ARMS_IMPORT ? LEX_EXPORTS : LEX_IMPORTS;
    for (int i = at + 1; i <= at + far && is(g->scene, at + 1, LEX_IN); i++)
        if (is(g->scene, i, other))
            return true;
    return false;
}

bool rule_pair(bool *made, grammar *g, int at, arms_error *err)
{
    const quantity *q = &g->scene->items[at].quantity;
    bool base = false;
    bool ratio = g->frame.kind == ARMS_CLAIM_RATIO && q->money;
    if (!g->has_frame || g->frame.kind == ARMS_CLAIM_CHANGE || ratio ||
        g->out->count == 0)
        return true;
    if ((q->fraction && is_kind(g->scene, at + 1, ITEM_PARTY)) ||
        is_second_range(g->scene, at))
        return true; /* "almost half that in 2011–15" */
    const arms_read_claim *last = &g->out->claims[g->out->count - 1];
    int holder = other_holder(g, at);
    bool own_period =
        is_kind(g->scene, at + 1 + is(g->scene, at + 1, LEX_IN), ITEM_PERIOD);
    int loser = own_period || holder != NOWHERE ? NOWHERE : overtaken(g->scene, at);
    bool joined = pairs(g->scene, at, &base) || holder != NOWHERE;
    if (strcmp(last->unit, q->unit) != 0 || !joined || is(g->scene, at + 1, LEX_OF))
        return true;
    if (g->frame.kind == ARMS_CLAIM_RANK && is_of_other_flow(g, at))
        return true; /* "second importer, but 25th in the export rankings" */
    draft d = {.frame = g->frame,
               .number = *q,
               .anchor = at,
               .rule = "pair",
               .sign = 1,
               .base_value = base && loser == NOWHERE};
    names who_holds;
    if (names_of(&who_holds, g, loser != NOWHERE ? loser : holder))
        *frame_varying(&d.frame) = who_holds;
    *made = true;
    return put_claim(g, &d, err);
}
