/* Makes claims of drafts: their slots, ranges and periods. See the header of the
 * grammar. */
#include <math.h>
#include <string.h>

#include "analysis/claims/grammar.h"
#include "analysis/claims/precision.h"

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
    arms_extent out = {0, 0};
    for (size_t i = 0; i < n->count; i++) { /* companions may stand in front */
        const who *w = &n->list[i];
        out.begin = i == 0 || w->begin < out.begin ? w->begin : out.begin;
        out.end = w->end > out.end ? w->end : out.end;
    }
    return out;
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

static bool is_same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
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
        bool later = o->period && c->period && strcmp(o->period, c->period) != 0;
        if (same && !other && !later && c->kind == ARMS_CLAIM_RANK)
            return true;
    }
    return false;
}

/* "Peru had 5 per cent …, which constitute 60 per cent of all exports": one share has one
 * value, so that one of the two is somebody else's. */
static bool is_contradicted(const grammar *g, const arms_read_claim *c)
{
    for (size_t i = g->first; i < g->out->count; i++) {
        const arms_read_claim *o = &g->out->claims[i];
        bool list =
            is_same_text(c->rule, "share-of") && is_same_text(o->rule, "share-list");
        bool again = list || (is_same_text(c->rule, "share-noun") &&
                              o->kind == ARMS_CLAIM_SHARE); /* "from 5 to 7" is a pair */
        bool same = again && o->flow == c->flow && is_same_text(o->subject, c->subject) &&
                    is_same_text(o->counterpart, c->counterpart) &&
                    is_same_text(o->denominator, c->denominator) &&
                    is_same_text(o->period, c->period);
        if (same && (c->range.low > o->range.high || c->range.high < o->range.low))
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

/* A fiscal year of the United States is called by the year it ends in: FY16 is FY2016. */
static void name_fiscal(settled *p, const frame *f)
{
    if (p->period.kind != PERIOD_FISCAL || !p->period.two || f->subject.count == 0 ||
        f->subject.list[0].entity != arms_entity_by_code("USA"))
        return;
    p->period.two = false;
    p->period.first++;
    p->period.last++;
}

/* "had been the eleventh in 2010–14": no period that the text goes on with. */
static bool is_of_past(const scene *s, int at)
{
    for (int i = clause_begin(s, at); i < at; i++)
        if (is_word(s, i, "had") && is_word(s, i + 1, "been"))
            return true;
    return false;
}

static bool put_one(grammar *g, const draft *d, arms_error *err)
{
    arms_text_reading *out = g->out;
    settled main, base;
    arms_read_claim claim = {.kind = d->frame.kind}, *c = &claim;
    put_slots(c, g, d);
    settle_periods(&main, &base, g, d);
    name_fiscal(&main, &d->frame);
    name_fiscal(&base, &d->frame);
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
        names_same(&d->frame.subject, &d->frame.denominator) || is_contradicted(g, c))
        return true; /* nobody's partner is oneself */
    g->scene->items[d->anchor].taken = true;
    take_period(g->scene, &main);
    take_period(g->scene, &base);
    g->frame = d->frame;
    g->has_frame = true;
    g->frame_anchor = d->anchor;
    if (!is_repeated(g, c) && !d->hidden && !keep(out, g->arena, c, err))
        return false;
    if (!d->base_value && main.period.first > 0 && !is_of_past(g->scene, d->anchor))
        g->period = main;
    if (base.period.first > 0)
        g->base = base;
    return true;
}

/* "in both 2013–17 and 2018–22": the item of the second period, where a claim is made of
 * both; NOWHERE for none. */
static int second_of_both(const grammar *g, const draft *d)
{
    const scene *s = g->scene;
    for (int i = d->anchor + 1; i + 3 < clause_end(s, d->anchor); i++)
        if (is_word(s, i, "both") && is_kind(s, i + 1, ITEM_PERIOD) &&
            is(s, i + 2, LEX_AND) && is_kind(s, i + 3, ITEM_PERIOD))
            return i + 3;
    return NOWHERE;
}

bool put_claim(grammar *g, const draft *d, arms_error *err)
{
    draft again = *d;
    again.period = second_of_both(g, d);
    return put_one(g, d, err) && (again.period == NOWHERE || put_one(g, &again, err));
}

draft draft_again(const grammar *g, int at, const char *rule, arms_claim_kind kind)
{
    draft d = {.frame = g->frame,
               .number = g->scene->items[at].quantity,
               .anchor = at,
               .rule = rule,
               .sign = 1};
    d.frame.kind = kind;
    return d;
}

bool put_beside(grammar *g, const draft *d, arms_error *err)
{
    frame before = g->frame;
    if (!put_claim(g, d, err))
        return false;
    g->frame = before;
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
    return is_word(s, at + 1, "each");
}
