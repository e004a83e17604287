/* Changes and trends: "fell by 12 per cent", "a 30 per cent rise", "12 per cent higher
 * than in 2010–14", "have risen steadily since 2011". */
#include <math.h>
#include <string.h>

#include "analysis/claims/change.h"

/* +1, −1 or 0 for a word of rising or falling. */
static int way_of(const scene *s, int at)
{
    if (is_kind(s, at, ITEM_QUANTITY))
        return 0;
    return is(s, at, LEX_RISE) ? 1 : is(s, at, LEX_FALL) ? -1 : 0;
}

/* A word of rising or falling in front, with "by" or "of" or nothing between: "rose
 * sharply by 7", "an increase of 7", "up 7". */
static int before_sign(const scene *s, int at, int *change)
{
    static const int far = 9;
    int i = before_number(s, at), begin = clause_begin(s, at);
    if (way_of(s, i) != 0) {
        *change = i;
        return way_of(s, i);
    }
    bool by = is(s, i, LEX_BY), of = is(s, i, LEX_OF) || is(s, i, LEX_ON);
    if (!by && !of && !is_sign(s, i, ','))
        return 0;
    if (by && (is(s, i - 1, LEX_LOWER) || is(s, i - 1, LEX_HIGHER))) {
        *change = i - 1; /* "were lower by 7" */
        return is(s, i - 1, LEX_LOWER) ? -1 : 1;
    }
    for (int k = i - 1, n = 0; k >= begin && n < far; k--, n++) {
        if (is_kind(s, k, ITEM_QUANTITY))
            return 0;
        if (way_of(s, k) != 0 && (by || k >= i - 2)) {
            *change = k;
            return way_of(s, k);
        }
        if (!by && !is_unknown(s, k))
            return 0;
    }
    return 0;
}

/* A word behind: "7 per cent growth", "a 7 per cent year-on-year rise", "7 per cent
 * higher". */
int change_behind(const scene *s, int at, int *change)
{
    static const int far = 3;
    for (int i = at + 1, n = 0; i < (int)s->count && n < far; i++, n++) {
        bool noun = way_of(s, i) != 0 && !is(s, i, LEX_BY);
        if (is(s, i, LEX_HIGHER) || is(s, i, LEX_LOWER) || noun) {
            *change = i;
            return is(s, i, LEX_LOWER) ? -1 : is(s, i, LEX_HIGHER) ? 1 : way_of(s, i);
        }
        if (is_word(s, i, "change")) {
            *change = i;
            return 1;
        }
        if (!is_unknown(s, i) && !is_kind(s, i, ITEM_PERIOD) && !is_sign(s, i, '-'))
            return 0;
    }
    return 0;
}

/* "(+12 per cent)", "(–5.3 per cent)". */
static int printed_sign(const scene *s, int at)
{
    if (is_sign(s, at - 1, '+'))
        return 1;
    bool minus =
        is_sign(s, at - 1, '-') && (is_sign(s, at - 2, '(') || is_sign(s, at - 2, ',') ||
                                    is(s, at - 2, LEX_BY) || is(s, at - 2, LEX_TO));
    return minus ? -1 : 0;
}

int change_sign(const scene *s, int at, int *change)
{
    *change = at;
    if (printed_sign(s, at) != 0)
        return printed_sign(s, at);
    int sign = before_sign(s, at, change);
    if (sign != 0)
        return sign;
    bool from =
        is(s, before_number(s, at), LEX_FROM) || is(s, before_number(s, at), LEX_TO);
    return from ? 0 : change_behind(s, at, change);
}

/* "…, 35 per cent and 140 per cent": a number that continues a list of changes. */
static bool continues(const scene *s, int at, int *first)
{
    int i = at;
    while (i >= 2) {
        int joint = i - 1;
        bool or = is(s, joint, LEX_OR);
        while (joint > 0 &&
               (is_sign(s, joint, ',') || is(s, joint, LEX_AND) || is(s, joint, LEX_OR)))
            joint--;
        if (joint == i - 1 || !is_kind(s, joint, ITEM_QUANTITY) ||
            (! or
             &&strcmp(s->items[joint].quantity.unit, s->items[at].quantity.unit) != 0))
            break;
        i = joint;
    }
    *first = i;
    return i < at;
}

size_t quantities_between(const scene *s, int from, int to)
{
    size_t n = 0;
    for (int i = from; i < to; i++)
        n += is_kind(s, i, ITEM_QUANTITY);
    return n;
}

/* Which number of a "respectively" this is, and the parties it goes to: the subject keeps
 * that party alone. */
static void distribute(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    int first = at;
    names own;
    if (!says_respectively(s))
        return;
    if (f->subject.count < 2 && names_of(&own, g, own_subject(s, at)) && own.count > 1)
        f->subject = own;
    names *all = f->subject.count > 1 ? &f->subject : &f->counterpart;
    if (all->count < 2)
        return;
    continues(s, at, &first);
    names_keep(all, quantities_between(s, first, at));
}

/* "share in global imports fell 29 per cent": of a share, not of the flow. */
int change_of_share(const grammar *g, int change)
{
    const scene *s = g->scene;
    int begin = clause_begin(s, change);
    for (int i = change - 1; i >= begin; i--)
        if (is(s, i, LEX_SHARE) && !is_kind(s, i, ITEM_QUANTITY))
            return i;
    return NOWHERE;
}

/* "…, compared with 61 per cent for Egypt": whose change it is; NOWHERE for none. */
static int party_for(const grammar *g, int at)
{
    const scene *s = g->scene;
    int before = before_number(s, at), party = at + 2 + is(s, at + 2, LEX_ARTICLE);
    bool change = g->has_frame && g->frame.kind == ARMS_CLAIM_CHANGE;
    bool joined =
        is(s, before, LEX_COMPARE) || is(s, before, LEX_AND) || is_sign(s, before, ',');
    return change && joined && is_word(s, at + 1, "for") && is_kind(s, party, ITEM_PARTY)
               ? party
               : NOWHERE;
}

/* "…, Chile's by two-fifths": as the change before. */
static int same_change(const grammar *g, int at)
{
    const scene *s = g->scene;
    int by = before_number(s, at);
    bool follows =
        g->has_frame && g->frame.kind == ARMS_CLAIM_CHANGE && g->out->count > 0;
    bool beside = is_kind(s, at - 1, ITEM_PARTY) && !s->items[at - 1].pronoun &&
                  !s->items[at - 1].possessive && !s->items[at - 1].adjective &&
                  !is_sign(s, at + 1, ')');
    if (follows && party_for(g, at) != NOWHERE)
        return g->out->claims[g->out->count - 1].value < 0 ? -1 : 1;
    if (!follows || (!beside && (!is(s, by, LEX_BY) || !is_kind(s, by - 1, ITEM_PARTY))))
        return 0; /* "Egypt 136 per cent", "Chile's by two-fifths" */
    return g->out->claims[g->out->count - 1].value < 0 ? -1 : 1;
}

/* "decreases for two importers: Algeria (–77 per cent)": the party in front owns the flow
 * of the claim before, or of a noun or agent of the sentence. */
static bool bracketed_flow(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    names owner;
    if (printed_sign(s, at) == 0 ||
        (!is_sign(s, at - 2, '(') && !is_sign(s, at - 2, ',')) ||
        !is_kind(s, at - 3, ITEM_PARTY) || !names_of(&owner, g, at - 3))
        return false;
    const stream *told = NULL;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        if (st->head < at && (st->way == WAY_IMPORT || st->way == WAY_EXPORT))
            told = st;
    }
    if (!told && !g->has_frame && !g->memory->has_flow)
        return false;
    *f = (frame){.flow = flow_so_far(g), .subject = owner};
    if (told)
        f->flow = told->way == WAY_IMPORT ? ARMS_IMPORT : ARMS_EXPORT;
    return true;
}

/* Whether a number in brackets behind says the same more precisely: "nearly tripled
 * (+187 per cent)", "a quarter (24 per cent)". */
bool is_glossed(const scene *s, int at)
{
    static const int far = 5;
    for (int i = at + 1; i <= at + far && i < (int)s->count; i++) {
        if (is_sign(s, i, '(')) {
            int number = i + 1 + (is_sign(s, i + 1, '+') || is_sign(s, i + 1, '-'));
            while (is(s, number, LEX_HEDGE))
                number++;
            return is_kind(s, number, ITEM_QUANTITY) &&
                   has_unit(&s->items[number].quantity, "percent") &&
                   is_sign(s, number + 1, ')');
        }
        if (is_kind(s, i, ITEM_QUANTITY) || is_sign(s, i, ',') || is_sign(s, i, ';'))
            return false;
    }
    return false;
}

/* "Kuwait and Qatar tripled their imports": each did, unless they did together. */
bool change_put_apart(grammar *g, draft *d, arms_error *err)
{
    int end = clause_end(g->scene, d->anchor);
    for (int i = clause_begin(g->scene, d->anchor); i < end; i++)
        if (is(g->scene, i, LEX_TOGETHER))
            return put_claim(g, d, err);
    return put_apart(g, d, err);
}

bool rule_change(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    int change = at, first = at;
    if (has_unit(q, "") || has_unit(q, "times") || has_unit(q, "rank"))
        return true;
    int sign = change_sign(s, at, &change);
    if (sign == 0 && !is(s, at + 1, LEX_OF) && continues(s, at, &first))
        sign = change_sign(s, first, &change);
    if (sign == 0)
        sign = same_change(g, at);
    if (sign == 0 || compared_party(s, change + 1) != NOWHERE)
        return true;
    draft d = {.number = *q, .anchor = at, .rule = "change", .sign = sign};
    names other;
    if (names_of(&other, g, party_for(g, at))) {
        d.frame = g->frame;
        d.frame.subject = other;
    } else if (!bracketed_flow(&d.frame, g, at) && !find_flow(&d.frame, g, first, change))
        return true;
    d.frame.kind = ARMS_CLAIM_CHANGE;
    distribute(&d.frame, g, at);
    int share = change_of_share(g, change);
    frame f;
    if (share != NOWHERE && share_frame(&f, g, share)) {
        d.frame = f;
        d.frame.kind = ARMS_CLAIM_CHANGE;
    } else if (share != NOWHERE) {
        d.frame.world = d.frame.counterpart.count == 0;
        int owner = subject_before(s, change);
        for (int i = change - 1; i >= 0; i--)
            if (is_kind(s, i, ITEM_PARTY) &&
                (is(s, i + 1, LEX_SHARE) || (i > share && governor(s, i) == LEX_BY)))
                owner = i; /* "Italy's share", "the share held by Italy" */
        names party_names;
        if (names_of(&party_names, g, owner))
            d.frame.subject = party_names;
    }
    *made = true;
    return change_put_apart(g, &d, err);
}

bool rule_trend(bool *made, grammar *g, int at, arms_error *err)
{
    static const int near = 4;
    const scene *s = g->scene;
    int sign = way_of(s, at);
    if (sign == 0 || is(s, at + 1, LEX_TO) || is(s, at + 1, LEX_FROM))
        return true;
    int begin = clause_begin(s, at), end = clause_end(s, at);
    for (int i = begin; i < end; i++)
        if (is_kind(s, i, ITEM_QUANTITY) || is(s, i, LEX_SHARE) || is(s, i, LEX_NOT) ||
            is(s, i, LEX_TARGET) || is(s, i, LEX_DEAL) || is(s, i, LEX_PRODUCT) ||
            is(s, i, LEX_MULTIPLY) || is(s, i, LEX_BUDGET))
            return true;
    const stream *subject = NULL;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        if (st->kind == STREAM_NOUN && st->way != WAY_ARMS && st->end <= at &&
            st->end >= at - near && st->begin >= begin)
            subject = st;
    }
    draft d = {.anchor = at, .rule = "trend", .sign = sign};
    if (!subject || !frame_of_stream(&d.frame, g, subject))
        return true;
    if (d.frame.subject.count == 0)
        d.frame.subject = names_world();
    d.frame.world = false;
    d.frame.kind = ARMS_CLAIM_TREND;
    d.number = (quantity){.value = 1, .unit = "direction", .low = NAN, .high = NAN};
    *made = true;
    return put_claim(g, &d, err);
}
