/* The rules in their order, over all anchors of a sentence, and the claims they make. */
#include "analysis/claims/grammar.h"

#include <math.h>
#include <string.h>

#include "analysis/claims/precision.h"

/* For quantities; the first rule that makes a claim of a number has it. */
static const rule_function number_rules[] = {
    rule_ratio,      rule_multiple,   rule_change, rule_pair,  rule_share_of,
    rule_share_list, rule_share_noun, rule_rank,   rule_level, rule_count,
};

/* For words. */
static const rule_function word_rules[] = {rule_multiple, rule_rank, rule_trend};

/* The names joined by ';', "World" for the world; NULL for nobody. */
static const char *join(const names *n, bool world, arms_arena *arena, arms_error *err)
{
    const char *out = n->count > 0 ? n->list[0].name : world ? "World" : NULL;
    for (size_t i = 1; i < n->count && out; i++)
        out = arms_print(arena, err, "%s;%s", out, n->list[i].name);
    return out;
}

static arms_extent span_of(const names *n)
{
    return n->count > 0 ? (arms_extent){n->list[0].begin, n->list[n->count - 1].end}
                        : (arms_extent){0, 0};
}

/* How a number is written. */
static precision_number written(const quantity *q)
{
    precision_number n = {
        .value = q->value, .step = q->step, .low = q->low, .high = q->high};
    bool part = q->fraction && q->value < 100;
    bool times = has_unit(q, "times") && q->word;
    n.form = !isnan(q->low) ? PRECISION_ENDS
             : part         ? PRECISION_FRACTION
             : times        ? PRECISION_TIMES
             : q->step > 0  ? PRECISION_DIGITS
                            : PRECISION_EXACT;
    return n;
}

/* What a number may mean: its rounding, its printed range, its hedge. */
static void put_range(arms_read_claim *c, const draft *d)
{
    const quantity *q = &d->number;
    precision_number number = written(q);
    arms_printed p = {.value = q->value, .rounding = precision_rounding(&number)};
    arms_printed_hedge(&p, q->bound);
    c->step = q->step;
    c->rounding = d->sign < 0 ? arms_range_mirrored(p.rounding) : p.rounding;
    c->range = d->sign < 0 ? arms_range_mirrored(p.range) : p.range;
}

/* What the flow is of, where its words name a part of arms. */
static const char *category_of(const grammar *g, const frame *f)
{
    const scene *s = g->scene;
    for (size_t i = 0; i < s->count; i++) {
        const lexicon_row *row = scene_row(s, i, LEX_CATEGORY);
        if (row && scene_begin(s, i) >= f->begin && scene_end(s, i) <= f->end)
            return row->word;
    }
    return NULL;
}

static void put_slots(arms_read_claim *c, const grammar *g, const draft *d)
{
    const frame *f = &d->frame;
    c->kind = f->kind;
    c->flow = f->flow;
    c->value = has_unit(&d->number, "direction") ? d->sign : d->sign * d->number.value;
    c->unit = d->number.unit;
    c->bound = d->number.bound;
    c->sentence = g->sentence + 1;
    c->rule = d->rule;
    c->number = (arms_extent){scene_begin(g->scene, (size_t)d->anchor),
                              scene_end(g->scene, (size_t)d->anchor)};
    c->flow_words = (arms_extent){f->begin, f->end};
    c->subject_words = span_of(&f->subject);
    c->counterpart_words = span_of(&f->counterpart);
    c->category = category_of(g, f);
    put_range(c, d);
}

/* A claim as it stands before this one: same slots, same number. */
static bool is_repeated(const grammar *g, const arms_read_claim *c)
{
    for (size_t i = g->first; i < g->out->count; i++) {
        const arms_read_claim *o = &g->out->claims[i];
        bool same = o->kind == c->kind && o->flow == c->flow &&
                    fabs(o->value - c->value) <= 0 &&
                    strcmp(o->subject, c->subject) == 0 && strcmp(o->unit, c->unit) == 0;
        bool other = o->counterpart && c->counterpart &&
                     strcmp(o->counterpart, c->counterpart) != 0;
        if (same && !other && c->kind == ARMS_CLAIM_RANK)
            return true;
    }
    return false;
}

/* A period of a claim is none of the numbers left over. */
static void take_period(scene *s, const settled *when)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->items[i].kind == ITEM_PERIOD && when->end > when->begin &&
            scene_begin(s, i) == when->begin)
            s->items[i].taken = true;
}

/* Room is made for claims that stay, not for all that are looked at: growing copies. */
static bool keep(arms_text_reading *out, arms_arena *arena, const arms_read_claim *c,
                 arms_error *err)
{
    out->claims = arms_extend(arena, out->claims, out->count, sizeof *out->claims, err);
    if (!out->claims)
        return false;
    out->claims[out->count++] = *c;
    return true;
}

bool put_claim(grammar *g, const draft *d, arms_error *err)
{
    arms_text_reading *out = g->out;
    settled main, base;
    arms_read_claim claim = {.kind = d->frame.kind}, *c = &claim;
    put_slots(c, g, d);
    settle_periods(&main, &base, g, d);
    if (g->memory->year > 0 && main.source == ARMS_PERIOD_EXPLICIT &&
        main.period.last > g->memory->year)
        return true; /* a target, or a forecast */
    if (d->frame.nameless && d->frame.counterpart.count == 0 && !d->frame.world)
        return true; /* "exports to the region rose": to which? */
    c->subject = join(&d->frame.subject, false, g->arena, err);
    c->counterpart = join(&d->frame.counterpart, d->frame.world, g->arena, err);
    c->denominator = join(&d->frame.denominator, false, g->arena, err);
    c->period_source = main.source;
    c->base_source = base.source;
    c->period_words = (arms_extent){main.begin, main.end};
    c->printed = arms_copy(g->arena, g->scene->text.ptr + c->number.begin,
                           c->number.end - c->number.begin, err);
    if (!c->printed)
        return false;
    if (main.period.first > 0 && !(c->period = period_print(g->arena, &main, err)))
        return false;
    if (base.period.first > 0 && !(c->base_period = period_print(g->arena, &base, err)))
        return false;
    if (!c->subject)
        return d->frame.subject.count == 0;
    if (names_same(&d->frame.subject, &d->frame.counterpart) ||
        names_same(&d->frame.subject, &d->frame.denominator))
        return true; /* nobody's partner is oneself */
    g->scene->items[d->anchor].taken = true;
    take_period(g->scene, &main);
    take_period(g->scene, &base);
    g->frame = d->frame;
    g->has_frame = true;
    g->frame_anchor = d->anchor;
    if (!is_repeated(g, c) && !d->hidden && !keep(out, g->arena, c, err))
        return false;
    if (!d->base_value && main.period.first > 0)
        g->period = main;
    if (base.period.first > 0)
        g->base = base;
    return true;
}

bool put_apart(grammar *g, draft *d, arms_error *err)
{
    names all = d->frame.subject;
    for (size_t i = 0; i < all.count; i++) {
        d->frame.subject = (names){.list = {all.list[i]}, .count = 1};
        if (!put_claim(g, d, err))
            return false;
    }
    return all.count > 0 || put_claim(g, d, err);
}

bool says_each(const scene *s, int at)
{
    for (int i = clause_begin(s, at); i < at; i++)
        if (is_word(s, i, "each"))
            return true;
    return false;
}

static bool has_company(const grammar *g)
{
    for (int i = 0; i < (int)g->scene->count; i++)
        if (is(g->scene, i, LEX_COMPANY) && is_kind(g->scene, i, ITEM_WORD))
            return true;
    return false;
}

/* Whether a sentence has imports, exports or who makes them. */
static bool trades(const grammar *g)
{
    for (size_t i = 0; i < g->streams.count; i++)
        if (g->streams.items[i].way == WAY_IMPORT ||
            g->streams.items[i].way == WAY_EXPORT)
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
    bool flow = false, other = false, arms = false;
    bool same = false; /* "of the total" */
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        same = same || st->way == WAY_SAME;
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
    }
    if (is_strangers(g))
        return false;
    if (has_company(g) && !trades(g))
        return false; /* "arms sales of the ten largest firms" */
    if (other)
        return flow && arms;
    return flow || same || g->memory->has_flow;
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
        bool made = count > 0 && is_denied(g->scene, i);
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

/* What the sentence leaves for those after it. */
static void remember(grammar *g)
{
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
            (!is_region(&f.subject) || m->topic.count == 0 || is_region(&m->topic)))
            m->topic = f.subject;
        else if (st->world && g->out->count == g->first)
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
