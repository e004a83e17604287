/* The rules in their order, over all anchors of a sentence, and what a sentence leaves
 * for those after it. */
#include "analysis/claims/grammar.h"

/* For quantities; the first rule that makes a claim of a number has it. */
static const rule_function number_rules[] = {
    rule_ratio,      rule_multiple,   rule_change, rule_pair,  rule_share_of,
    rule_share_list, rule_share_noun, rule_rank,   rule_level, rule_count,
};

/* For words. */
static const rule_function word_rules[] = {rule_multiple, rule_rank, rule_rank_other,
                                           rule_trend};

static bool has_company(const grammar *g)
{
    for (int i = 0; i < (int)g->scene->count; i++)
        if (is(g->scene, i, LEX_SAY) && is_sign(g->scene, i - 1, ','))
            return false; /* "…, said the company's director" */
        else if (is(g->scene, i, LEX_COMPANY) && is_kind(g->scene, i, ITEM_WORD) &&
                 !is_national(g->scene, i))
            return true;
    return false;
}

/* Whether a sentence has imports, exports or who makes them. */
static bool trades(const grammar *g)
{
    for (size_t i = 0; i < g->streams.count; i++)
        if (stream_tells(&g->streams.items[i]))
            return true;
    return false;
}

/* "Atlantis's arms imports": of somebody whom no table knows, so that nobody else may be
 * taken for the owner. */
static bool is_strangers(const grammar *g)
{
    static const int far = 5;
    const scene *s = g->scene;
    for (size_t k = 0; k < g->streams.count; k++) {
        const stream *st = &g->streams.items[k];
        int i = st->head - 1;
        if (st->kind != STREAM_NOUN || st->importer != NOWHERE || st->exporter != NOWHERE)
            continue;
        for (int n = 0; n < far && (is_unknown(s, i) || is(s, i, LEX_ARMS)); n++, i--) {
            bool s_of =
                is_sign(s, i - 1, '\'') && is_unknown(s, i - 2) && is_word(s, i, "s");
            if (s_of && s->tokens.items[s->items[i - 2].first].capital)
                return true;
        }
    }
    return false;
}

/* Whether a sentence speaks of arms flows at all, or goes on speaking of them. */
static bool is_about_flows(const grammar *g)
{
    static const lexicon_class others[] = {LEX_BUDGET, LEX_TRADE, LEX_COMPANY,
                                           LEX_PRODUCT};
    static const char *const rely[] = {"depends", "depended", "depend",    "relies",
                                       "relied",  "rely",     "dependent", "reliant"};
    bool flow = false, other = false, arms = false, depends = false;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        flow = flow || st->kind != STREAM_NOUN ||
               (st->way != WAY_ARMS && st->way != WAY_SAME);
    }
    for (int i = 0; i < (int)g->scene->count; i++) {
        flow = flow || ((is(g->scene, i, LEX_COME) || is(g->scene, i, LEX_GO)) &&
                        g->streams.count > 0);
        for (size_t k = 0; k < sizeof others / sizeof *others; k++)
            other =
                other || (is(g->scene, i, others[k]) && is_kind(g->scene, i, ITEM_WORD));
        arms = arms || is(g->scene, i, LEX_ARMS) || is(g->scene, i, LEX_SOURCE);
        depends = depends || is_word_of(g->scene, i, rely, sizeof rely / sizeof *rely);
    }
    flow = flow || (arms && depends); /* "depends on Peru for 7 per cent of its arms" */
    if (is_strangers(g))
        return false;
    if (has_company(g) && !trades(g))
        return false; /* "arms sales of the ten largest firms" */
    if (other)
        return flow && arms;
    return flow || g->memory->has_flow;
}

/* An anchor at the first number or word of the sentence and so on. */
static bool read_anchors(grammar *g, arms_error *err)
{
    for (int i = 0; i < (int)g->scene->count; i++) {
        bool number = is_kind(g->scene, i, ITEM_QUANTITY);
        bool word = is_kind(g->scene, i, ITEM_WORD);
        const rule_function *rules = number ? number_rules : word_rules;
        size_t count = number ? sizeof number_rules / sizeof *number_rules
                       : word ? sizeof word_rules / sizeof *word_rules
                              : 0;
        bool made = count > 0 && (is_denied(g->scene, i) || is_planned(g->scene, i));
        for (size_t k = 0; k < count && !made; k++)
            if (!rules[k](&made, g, i, err))
                return false;
    }
    return true;
}

/* "Global arms exports: …": about nobody's flow. */
static bool is_of_world(const grammar *g)
{
    for (size_t i = 0; i < g->streams.count; i++)
        if (g->streams.items[i].world)
            return true;
    return false;
}

/* Whom a pronoun at the head of the next sentence means: whom this one begins with, or,
 * if it begins with a pronoun, still the same. */
static void remember_subject(grammar *g)
{
    const scene *s = g->scene;
    int first = is(s, 0, LEX_ARTICLE) && is_kind(s, 1, ITEM_PARTY) ? 1 : 0;
    names n;
    if (!is_kind(s, first, ITEM_PARTY)) {
        g->memory->about.count = 0;
        return;
    }
    const item *t = &s->items[first];
    if (t->pronoun)
        return;
    bool state = !t->aside && !t->compound && !t->adjective && names_of(&n, g, first) &&
                 n.count == 1 && n.list[0].entity != 0;
    if (state && g->has_frame && names_same(&g->frame.subject, &g->memory->topic) &&
        !names_same(&n, &g->memory->topic))
        state = false; /* "Spain supplied 7 per cent of Peru's imports. It": Peru */
    g->memory->about = state ? n : (names){.count = 0};
}

/* What the sentence leaves for those after it. */
static void remember(grammar *g)
{
    remember_subject(g);
    memory *m = g->memory;
    const scene *s = g->scene;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        frame f;
        if (st->kind == STREAM_NOUN && st->way == WAY_ARMS)
            continue;
        bool owned = frame_of_stream(&f, g, st);
        if (!owned && st->kind == STREAM_VERB)
            continue;
        m->has_flow = true;
        m->flow = f.flow;
        if (f.subject.count > 0 &&
            (!is_region(&f.subject) || m->topic.count == 0 || is_region(&m->topic))) {
            m->topic = f.subject;
            m->partner = f.counterpart;
        } else if (st->world && g->out->count == g->first)
            m->topic = (names){.count = 0};
        break;
    }
    for (int i = 0; i < (int)s->count; i++) {
        names n;
        if (!is_kind(s, i, ITEM_PARTY) || s->items[i].pronoun || !names_of(&n, g, i))
            continue;
        if (m->topic.count == 0 && !s->items[i].aside && !is_of_world(g))
            m->topic = n; /* a heading that names no flow */
        if (n.count > 1 || m->last.count < 2)
            m->last = n;
        if (n.list[0].entity == 0)
            m->region = n.list[0];
        if (m->pair.count == 2)
            m->pair.list[0] = m->pair.list[1];
        m->pair.count = m->pair.count < 2 ? m->pair.count : 1;
        m->pair.list[m->pair.count++] = n.list[0];
    }
    if (g->period.period.first > 0)
        m->period = g->period;
    if (g->base.period.first > 0)
        m->base = g->base;
    if (g->has_frame && g->frame.subject.count == 1 && !is_region(&g->frame.subject) &&
        !is_world(&g->frame.subject)) {
        if (!names_same(&m->topic, &g->frame.subject))
            m->partner = (names){.count = 0};
        m->topic = g->frame.subject;
        m->flow = g->frame.flow;
        m->has_flow = true;
    }
    m->has_frame = m->has_frame || g->has_frame;
    if (g->has_frame)
        m->frame = g->frame;
}

/* A printed period of a sentence without claims, as of a heading. */
static void note_period(grammar *g)
{
    for (int i = 0; i < (int)g->scene->count; i++) {
        const item *t = &g->scene->items[i];
        bool printed = t->kind == ITEM_PERIOD && !t->period.date && t->period.first > 0 &&
                       t->period.relation == RELATION_NONE;
        if (!printed)
            continue;
        const settled told = {.period = t->period, .source = ARMS_PERIOD_EXPLICIT};
        if (g->period.period.first > t->period.last) {
            g->base = told; /* "2019–23 compared with 2014–18" */
            continue;
        }
        if (g->period.period.first > 0 && g->period.period.last < t->period.first)
            g->base = g->period; /* "2004–08 and 2009–13" */
        g->period = (settled){.period = t->period, .source = ARMS_PERIOD_EXPLICIT};
    }
}

/* Sentences that are longer, or have more numbers, than anybody writes are tables or
 * worse, and rules that look at a whole sentence for each of its words would take
 * long. */
static bool is_prose(const scene *s)
{
    enum { ITEMS_MOST = 400, NUMBERS_MOST = 60 };
    size_t numbers = 0;
    for (size_t i = 0; i < s->count; i++)
        numbers += s->items[i].kind == ITEM_QUANTITY;
    return s->count <= ITEMS_MOST && numbers <= NUMBERS_MOST;
}

bool read_sentence(grammar *g, arms_arena *scratch, arms_error *err)
{
    g->first = g->out->count;
    if (!is_prose(g->scene))
        return true;
    if (!streams_find(&g->streams, scratch, g->scene, err))
        return false;
    if (is_about_flows(g) && !read_anchors(g, err))
        return false;
    if (g->out->count == g->first)
        note_period(g);
    remember(g);
    return true;
}
