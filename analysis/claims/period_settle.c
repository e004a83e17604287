/* Which period a number is for, and from which a change is measured.
 *
 * A number has the period that follows it before the next number, else one of its clause,
 * its sentence, or the document's. Told periods count from the document's date ("the past
 * five years" of a report of March 2024 are 2019–23) or from the period beside them. */
#include "analysis/claims/period_base.h"

static int length_of(const period *p)
{
    return p->last - p->first + 1;
}

/* Five years that end the year before the document, as reports on arms transfers have
 * it. */
static settled headline(const grammar *g)
{
    int year = g->memory->year;
    settled out = {.source = ARMS_PERIOD_NONE};
    if (year > 0) {
        out.period = (period){.first = year - 5, .last = year - 1};
        out.source = ARMS_PERIOD_ASSUMED;
    }
    return out;
}

/* "is currently", "now ranks": of today, whatever years stand elsewhere. */
static bool is_today(const scene *s)
{
    bool today = false;
    for (int i = 0; i < (int)s->count; i++) {
        today = today || is(s, i, LEX_CURRENT);
        if (is_kind(s, i, ITEM_PERIOD))
            return false;
    }
    return today;
}

/* "…; it is now fifteenth": of today, whatever years the clause before tells. */
static bool is_now(const scene *s, int at)
{
    bool now = false;
    int begin = clause_begin(s, at), end = clause_end(s, at);
    for (int i = begin; i < end; i++) {
        now = now || is(s, i, LEX_CURRENT);
        if (is_kind(s, i, ITEM_PERIOD))
            return false;
    }
    return now && begin > 0 && is_sign(s, begin - 1, ';');
}

/* "the first quarter of 2024-25": what else is told counts from months not known. */
static bool is_unclear(const scene *s)
{
    for (int i = 0; i < (int)s->count; i++)
        if (is_kind(s, i, ITEM_PERIOD) && s->items[i].period.unclear)
            return true;
    return false;
}

static settled current(const grammar *g)
{
    if (is_unclear(g->scene))
        return (settled){.source = ARMS_PERIOD_NONE};
    if (g->period.period.first == 0 && is_today(g->scene))
        return (settled){.source = ARMS_PERIOD_NONE};
    if (g->period.period.first > 0)
        return g->period;
    if (g->memory->period.period.first > 0) {
        settled out = g->memory->period;
        out.source = ARMS_PERIOD_CONTEXT;
        return out;
    }
    return headline(g);
}

/* The period of `count` years (0 = as long as `of`) right before another. */
static period before_period(const period *of, int count)
{
    period out = *of;
    int n = count > 0 ? count : length_of(of);
    out.last = of->first - 1;
    out.first = of->first - n;
    return out;
}

static period ago(const period *of, const period *told)
{
    period out = *of;
    int length = length_of(of);
    out.first = told->first > 0 ? told->first : of->first - told->count;
    out.last = out.first + length - 1;
    return out;
}

static period latest(const grammar *g, const period *told)
{
    const memory *m = g->memory;
    period out = {.first = m->year - told->count, .last = m->year - 1};
    if (told->kind == PERIOD_MONTHS) {
        out = (period){.kind = PERIOD_MONTHS, .first = m->year, .last = m->year};
        out.part_end = m->month > 1 ? m->month - 1 : 12;
        out.part = out.part_end - told->count + 1;
        if (m->month <= 1 || out.part < 1)
            out.first = 0;
    }
    return out;
}

/* A printed month or half without a year is the last one before the document's date. */
static period dated(const grammar *g, const period *told)
{
    period out = *told;
    if (out.first == 0 && g->memory->year > 0) {
        int months = out.kind == PERIOD_HALF ? 6 : out.kind == PERIOD_QUARTER ? 3 : 1;
        bool later = g->memory->month > 0 && out.part * months > g->memory->month;
        out.first = out.last = g->memory->year - later;
    }
    return out;
}

/* The years of a told period, where `of` is the one it counts from. */
static period count_from(const grammar *g, const period *told, const settled *of)
{
    const memory *m = g->memory;
    bool guessed = of->source == ARMS_PERIOD_ASSUMED && told->count > 0 &&
                   told->count != length_of(&of->period);
    bool known = of->period.first > 0 && !guessed;
    period none = {.first = 0};
    if (told->unclear)
        return none;
    switch (told->relation) {
    case RELATION_NONE: return dated(g, told);
    case RELATION_LAST: return m->year > 0 ? latest(g, told) : none;
    case RELATION_THIS: return (period){.first = m->year, .last = m->year};
    case RELATION_PREVIOUS: return known ? before_period(&of->period, told->count) : none;
    case RELATION_SAME:
    case RELATION_BOTH:
    case RELATION_LATTER: return of->period;
    case RELATION_FORMER: return m->base.period.first > 0 ? m->base.period : of->period;
    case RELATION_FOLLOWING:
        return known ? (period){.first = of->period.last + 1, .last = of->period.last + 1}
                     : none;
    case RELATION_AGO: return known ? ago(&of->period, told) : none;
    case RELATION_SINCE:
        return m->year > 0 ? (period){.first = told->first, .last = m->year} : none;
    case RELATION_YEAR_START:
        return m->month > 1 ? (period){.kind = PERIOD_MONTHS,
                                       .first = m->year,
                                       .last = m->year,
                                       .part = 1,
                                       .part_end = m->month - 1}
                            : none;
    }
    return none;
}

static settled settle(const grammar *g, int at, const settled *of)
{
    const period *told = &g->scene->items[at].period;
    settled out = {.period = count_from(g, told, of),
                   .begin = scene_begin(g->scene, (size_t)at),
                   .end = scene_end(g->scene, (size_t)at)};
    out.source = told->relation == RELATION_NONE && told->first > 0
                     ? ARMS_PERIOD_EXPLICIT
                     : ARMS_PERIOD_RELATIVE;
    if (out.period.first == 0)
        out.source = ARMS_PERIOD_NONE;
    return out;
}

/* The first period in [from, to) that is one of a base or not; NOWHERE for none. */
static int first_period(const scene *s, int from, int to, bool base)
{
    for (int i = from; i < to && i < (int)s->count; i++)
        if (is_period(s, i) && is_base(s, i) == base && !is_record(s, i) &&
            !is_of_gloss(s, i))
            return i;
    return NOWHERE;
}

/* The last such period in [from, to), nearest to a number behind it. */
static int last_period(const scene *s, int from, int to, bool base)
{
    for (int i = to - 1; i >= from && i >= 0; i--)
        if (is_period(s, i) && is_base(s, i) == base && !is_record(s, i) &&
            !is_of_gloss(s, i))
            return i;
    return NOWHERE;
}

static int next_quantity(const scene *s, int at)
{
    for (int i = at + 1; i < (int)s->count; i++)
        if (is_kind(s, i, ITEM_QUANTITY))
            return i;
    return (int)s->count;
}

/* "Between 2009 and 2013, Swedish exports were": words in front of a clause that are none
 * themselves. */
static int in_adverbial(const scene *s, int begin, bool base)
{
    int from = begin > 0 ? clause_begin(s, begin - 1) : 0;
    for (int i = from; i < begin; i++)
        if (is_verb(s, i) || is_kind(s, i, ITEM_QUANTITY))
            return NOWHERE;
    return last_period(s, from, begin, base);
}

/* Looks in the clause behind the number, before it, then in the sentence. */
static int find_period(const scene *s, int at, bool base)
{
    int begin = clause_begin(s, at), end = clause_end(s, at), n = (int)s->count;
    int found = first_period(s, at + 1, end, base);
    int fronted = last_period(s, begin, at, base);
    if (fronted == NOWHERE)
        fronted = in_adverbial(s, begin, base);
    bool next = found != NOWHERE && (is_kind(s, found + 1, ITEM_QUANTITY) ||
                                     (!base && next_quantity(s, at) < found));
    if (found == NOWHERE || (next && fronted != NOWHERE)) /* "In 2021 3 and in 2022 5" */
        found = fronted;
    if (found == NOWHERE)
        found = first_period(s, at, n, base);
    return found == NOWHERE ? last_period(s, 0, at, base) : found;
}

static bool changes(arms_claim_kind kind)
{
    return kind == ARMS_CLAIM_CHANGE || kind == ARMS_CLAIM_MULTIPLE ||
           kind == ARMS_CLAIM_TREND;
}

/* "the past decade" of a change compares two windows of five years. */
static bool compares_windows(const grammar *g, const draft *d, int at)
{
    const period *p = &g->scene->items[at].period;
    bool told = p->relation == RELATION_LAST && p->count == 10;
    bool ended = p->decade && p->relation == RELATION_NONE && length_of(p) == 10;
    return d->frame.kind != ARMS_CLAIM_TREND && p->kind == PERIOD_YEARS &&
           (told || ended);
}

/* "rose by 40 per cent since 2015": from that year to the last whole one before the
 * document, which the text does not say. False where no "since" tells the period. */
static bool settle_since(settled *main, settled *base, const grammar *g, int at)
{
    const period *told = at == NOWHERE ? NULL : &g->scene->items[at].period;
    int last = g->memory->year - 1;
    if (!told || told->relation != RELATION_SINCE || last <= told->first)
        return false;
    *base = settle(g, at, main);
    *main = *base;
    base->period.last = told->first;
    base->source = ARMS_PERIOD_EXPLICIT;
    main->period.first = main->period.last = last;
    main->source = ARMS_PERIOD_ASSUMED;
    return true;
}

static void settle_change(settled *main, settled *base, const grammar *g, const draft *d)
{
    const scene *s = g->scene;
    int at = d->anchor;
    int m = find_period(s, at, false), b = find_period(s, at, true);
    settled of = current(g);
    if (d->frame.kind != ARMS_CLAIM_TREND && b == NOWHERE &&
        settle_since(main, base, g, m))
        return;
    *main = m == NOWHERE ? of : settle(g, m, &of);
    if (m != NOWHERE && compares_windows(g, d, m) && g->memory->year > 0) {
        if (s->items[m].period.relation == RELATION_NONE)
            main->period.first = main->period.last - 4; /* "in the decade to 2020" */
        else
            main->period = headline(g).period;
        b = NOWHERE;
    }
    *base = b == NOWHERE ? (settled){.source = ARMS_PERIOD_NONE} : settle(g, b, main);
    bool window = main->period.first > 0 && length_of(&main->period) > 2;
    bool since = m != NOWHERE && s->items[m].period.relation == RELATION_SINCE;
    if (base->period.first == 0 && window && !since) {
        base->period = before_period(&main->period, 0);
        base->source = ARMS_PERIOD_ASSUMED;
    }
    int length = length_of(&main->period);
    bool ends = length == 2 || (main->period.worded && length != 5 && length != 10);
    bool pair = main->period.first > 0 && main->period.kind == PERIOD_YEARS && ends &&
                length > 1 && base->source != ARMS_PERIOD_EXPLICIT &&
                base->source != ARMS_PERIOD_RELATIVE;
    if (pair) { /* "between 2022 and 2023": from one year to another */
        *base = *main;
        base->period.last = base->period.first;
        main->period.first = main->period.last;
    }
}

/* "from 56th to 24th": the second of two numbers. */
static bool is_to_of_pair(const scene *s, int at)
{
    int to = before_number(s, at), from = at - 1;
    while (from > 0 && !is_kind(s, from, ITEM_QUANTITY))
        from--;
    return is(s, to, LEX_TO) && is_kind(s, from, ITEM_QUANTITY) &&
           is(s, before_number(s, from), LEX_FROM);
}

/* "from 56th to 24th between 1998 and 2007": each number is of one of the years. False
 * where there is no such pair, and for windows of five years. */
static bool keep_end(settled *main, const scene *s, const draft *d)
{
    period *p = &main->period;
    if (!p->worded || length_of(p) == 5 ||
        (!d->base_value && !is_to_of_pair(s, d->anchor)))
        return false;
    p->first = p->last = d->base_value ? p->first : p->last;
    return true;
}

/* ", in 2017 to $97 million", "and FY14 totalled": of the next number. */
static bool is_next(const scene *s, int at)
{
    int i = at - 1 - (is(s, at - 1, LEX_IN) && !is(s, at - 1, LEX_AND));
    return is(s, i, LEX_AND) || is_sign(s, i, ',');
}

/* Of two numbers without periods of their own, "from 26 to 41 per cent between A and B",
 * the first is for A. */
static void settle_pair(settled *main, const grammar *g, const draft *d)
{
    const scene *s = g->scene;
    settled of = current(g);
    int b = find_period(s, d->anchor, true), m = find_period(s, d->anchor, false);
    settled later = m == NOWHERE ? of : settle(g, m, &of);
    *main = later;
    if ((b == NOWHERE && keep_end(main, s, d)) || !d->base_value)
        return;
    if (b != NOWHERE)
        *main = settle(g, b, &later);
    else if (later.period.first > 0) {
        main->period = before_period(&later.period, 0);
        main->source = ARMS_PERIOD_ASSUMED;
    }
}

void settle_periods(settled *main, settled *base, const grammar *g, const draft *d)
{
    const scene *s = g->scene;
    *base = (settled){.source = ARMS_PERIOD_NONE};
    if (d->period > 0) {
        settled now = current(g);
        *main = settle(g, d->period, &now);
        return;
    }
    if (changes(d->frame.kind)) {
        settle_change(main, base, g, d);
        return;
    }
    if (is_now(s, d->anchor)) {
        *main = (settled){.source = ARMS_PERIOD_NONE};
        return;
    }
    int end = next_quantity(s, d->anchor), clause = clause_end(s, d->anchor);
    settled of = current(g);
    bool beside = is_sign(s, d->anchor - 1, ':') || is_sign(s, d->anchor - 1, '(');
    if (is_word(s, d->anchor - 1, "s") && is_period(s, d->anchor - 3)) {
        *main = settle(g, d->anchor - 3, &of); /* "2023's $238 million" */
        return;
    }
    if (beside && is_period(s, d->anchor - 2)) {
        *main = settle(g, d->anchor - 2, &of); /* "2019: 8.02 billion", "2019 (7 %)" */
        return;
    }
    for (int i = 0; d->base_value && i < (int)s->count; i++)
        if (is_period(s, i) && is_first_of_two(s, i))
            end = 0; /* "from third to ninth between A and B" */
    bool fronted =
        last_period(s, clause_begin(s, d->anchor), d->anchor, false) != NOWHERE;
    for (int i = d->anchor + 1; i < end && i < clause; i++)
        if (is_period(s, i) && !is_first_of_two(s, i) && !is_of_gloss(s, i) &&
            !s->items[i].period.annual && (!fronted || (i + 1 < end && !is_next(s, i)))) {
            *main = settle(g, i, &of);
            (void)keep_end(main, s, d);
            return;
        }
    settle_pair(main, g, d);
    if (d->number.money && !has_unit(&d->number, "TIV") &&
        main->source == ARMS_PERIOD_ASSUMED)
        *main =
            (settled){.source = ARMS_PERIOD_NONE}; /* money is not told by five years */
}
