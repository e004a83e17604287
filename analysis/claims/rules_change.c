/* Changes: "fell by 12 per cent", "a 30 per cent rise", "12 per cent higher than in
 * 2010–14". */
#include <math.h>
#include <string.h>

#include "analysis/claims/change.h"
#include "analysis/claims/level.h"

/* +1, −1 or 0 for a word of rising or falling. */
int change_way(const scene *s, int at)
{
    if (is_kind(s, at, ITEM_QUANTITY))
        return 0;
    return is(s, at, LEX_RISE) ? 1 : is(s, at, LEX_FALL) ? -1 : 0;
}

/* "racked up $7 million", "a rise over the $7 million", "fell short of $7 million",
 * "buying up 8 per cent": words of rising and falling that tell no change. */
static bool is_no_change(const scene *s, int at)
{
    int i = before_number(s, at);
    bool money = s->items[at].quantity.money;
    bool verb =
        is(s, i - 1, LEX_BUY) || is(s, i - 1, LEX_ACCOUNT) || is_unknown(s, i - 1);
    bool below = is_word(s, at - 1, "below") || is_word(s, at - 1, "under");
    return below || (is_word(s, i, "up") && is_unknown(s, i - 1) && money) ||
           (money && is_word(s, i + 1, "over")) || is_word(s, i - 1, "short") ||
           (is_word(s, i, "up") && change_way(s, i) == 0 && verb);
}

/* "tripled by 206 per cent", "were lower by 7", "to increase purchases, at 39 %": words
 * that the item `i` in front of a number joins to it; the sign, and the word's item. */
static int joined_sign(const scene *s, int i, int *change)
{
    bool by = is(s, i, LEX_BY), of = is(s, i, LEX_OF) || is(s, i, LEX_ON);
    int word = i - 1 - (is_sign(s, i - 1, '(') || is_sign(s, i - 1, ','));
    const lexicon_row *multiple =
        by && word >= 0 ? scene_row(s, (size_t)word, LEX_MULTIPLY) : NULL;
    if (multiple) {
        *change = word;
        return multiple->number < 1 ? -1 : 1;
    }
    if (by && (is(s, i - 1, LEX_LOWER) || is(s, i - 1, LEX_HIGHER))) {
        *change = i - 1;
        return is(s, i - 1, LEX_LOWER) ? -1 : 1;
    }
    if (of && is_sign(s, i - 1, ',') &&
        (is(s, i - 2, LEX_IMPORTS) || is(s, i - 2, LEX_EXPORTS)) &&
        change_way(s, i - 3) != 0) {
        *change = i - 3;
        return change_way(s, i - 3);
    }
    return 0;
}

/* "increased its arms exports 14 per cent": the verb whose object stands at `i`. */
static int object_sign(const scene *s, int i, int *change)
{
    int verb = i - 1;
    while (is(s, verb, LEX_ARMS) || is(s, verb, LEX_POSSESSIVE))
        verb--;
    if ((!is(s, i, LEX_IMPORTS) && !is(s, i, LEX_EXPORTS)) || verb == i - 1)
        return 0;
    *change = verb;
    return change_way(s, verb);
}

/* "The growth of imports over these years reached 7 per cent": the noun of the verb at
 * `reach`; NOWHERE for none. */
static int growth_reaching(const scene *s, int reach)
{
    int begin = clause_begin(s, reach);
    for (int i = begin; i < begin + 4 && is(s, reach, LEX_REACH); i++)
        if (change_way(s, i) != 0 && (is(s, i + 1, LEX_OF) || is(s, i + 1, LEX_IN)))
            return i;
    return NOWHERE;
}

/* A word of rising or falling in front, with "by" or "of" or nothing between: "rose
 * sharply by 7", "an increase of 7", "up 7". */
static int before_sign(const scene *s, int at, int *change)
{
    static const int far = 12;
    int i = before_number(s, at), begin = clause_begin(s, at);
    if (is_no_change(s, at))
        return 0;
    bool is_noun = is(s, i, LEX_BE) && change_way(s, i - 1) != 0;
    if (change_way(s, i) != 0 || is_noun) { /* "Peru's decline is 7 per cent" */
        *change = i - is_noun;
        return change_way(s, *change);
    }
    if (i == at - 1 && object_sign(s, i, change) != 0)
        return object_sign(s, i, change);
    if (growth_reaching(s, i) != NOWHERE && !s->items[at].quantity.money) {
        *change = growth_reaching(s, i);
        return change_way(s, *change);
    }
    bool by = is(s, i, LEX_BY), of = is(s, i, LEX_OF) || is(s, i, LEX_ON);
    if (!by && !of && !is_sign(s, i, ','))
        return 0;
    if (joined_sign(s, i, change) != 0)
        return joined_sign(s, i, change);
    for (int k = i - 1, n = 0; k >= begin && n < far; k--, n++) {
        if (is_kind(s, k, ITEM_QUANTITY))
            return 0;
        if (change_way(s, k) != 0 && (by || k >= i - 2)) {
            *change = k;
            return change_way(s, k);
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
        bool noun = change_way(s, i) != 0 && !is(s, i, LEX_BY);
        if (is(s, i, LEX_HIGHER) || is(s, i, LEX_LOWER) || noun) {
            *change = i;
            return is(s, i, LEX_LOWER) ? -1 : is(s, i, LEX_HIGHER) ? 1 : change_way(s, i);
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
int change_printed(const scene *s, int at)
{
    if (is_sign(s, at - 1, '+'))
        return 1;
    bool minus =
        is_sign(s, at - 1, '-') && (is_sign(s, at - 2, '(') || is_sign(s, at - 2, ',') ||
                                    is(s, at - 2, LEX_BY) || is(s, at - 2, LEX_TO));
    return minus ? -1 : 0;
}

/* +1 or −1 where the number is by how much something changed, else 0; *change is the item
 * of the word that says so. */
static int change_sign(const scene *s, int at, int *change)
{
    *change = at;
    if (change_printed(s, at) != 0)
        return change_printed(s, at);
    int sign = before_sign(s, at, change);
    if (sign != 0)
        return sign;
    int before = before_number(s, at);
    bool from = is(s, before, LEX_FROM) || is(s, before, LEX_TO);
    for (int i = before + 1; i < at; i++)
        from = from && !is_word(s, i, "a") &&
               !is_word(s, i, "an"); /* "pointed to a 7 per cent decline" */
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

static bool has_same_unit(const scene *s, int a, int b)
{
    return strcmp(s->items[a].quantity.unit, s->items[b].quantity.unit) == 0;
}

/* Which number of a "respectively" this is, and the parties it goes to: the subject keeps
 * that party alone. False where there are more numbers than parties. */
static bool distribute(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    int first = at, last = at;
    names own;
    (void)continues(s, at, &first);
    while (is_kind(s, last + 2, ITEM_QUANTITY) &&
           (is_sign(s, last + 1, ',') || is(s, last + 1, LEX_AND)) &&
           has_same_unit(s, at, last + 2))
        last += 2;
    size_t many = quantities_between(s, first, last + 1);
    bool all_named =
        many > 1 && many == f->subject.count; /* "leapt by 84, 146 and 722" */
    if (!says_respectively(s) && !all_named)
        return true;
    if (f->subject.count < 2 && names_of(&own, g, own_subject(s, at)) && own.count > 1)
        f->subject = own;
    names *all = f->subject.count > 1 ? &f->subject : &f->counterpart;
    if (all->count < 2)
        return true;
    if (many > all->count)
        return false;
    names_keep(all, quantities_between(s, first, at));
    return true;
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

/* "Kuwait and Qatar tripled their imports": each did, unless they did together. */
bool change_put_apart(grammar *g, draft *d, arms_error *err)
{
    int end = clause_end(g->scene, d->anchor);
    for (int i = clause_begin(g->scene, d->anchor); i < end; i++)
        if (is(g->scene, i, LEX_TOGETHER))
            return put_claim(g, d, err);
    return put_apart(g, d, err);
}

/* "…, compared to falls of 43 and 27 per cent in Peru and Chile": of somebody else. */
static bool is_of_others(const grammar *g, int at, int change)
{
    const scene *s = g->scene;
    int before = change - 1 - is(s, change - 1, LEX_ARTICLE);
    return change < at && is(s, before, LEX_COMPARE) && !is(s, before, LEX_FROM) &&
           (is(s, at + 1, LEX_AND) || is(s, at - 1, LEX_AND)) && g->has_frame &&
           !says_respectively(s);
}

/* Who of them the number is for: "in Peru and Chile" behind as many numbers. */
static bool one_of_others(names *out, const grammar *g, int at)
{
    const scene *s = g->scene;
    int first = at, last = at;
    (void)continues(s, at, &first);
    while (is(s, last + 1, LEX_AND) && is_kind(s, last + 2, ITEM_QUANTITY))
        last += 2;
    int list = last + 2 + is(s, last + 2, LEX_ARTICLE);
    bool in = is_word(s, last + 1, "in") || is_word(s, last + 1, "for");
    if (!in || !names_of(out, g, list) ||
        out->count != quantities_between(s, first, last + 1))
        return false;
    names_keep(out, quantities_between(s, first, at));
    return true;
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
    for (int i = change + 1; i < at && sign != 0; i++)
        if (is(s, i, LEX_BUDGET))
            return true; /* "slashed its spending by half" */
    bool others = is_of_others(g, at, change);
    names other;
    if ((others && !one_of_others(&other, g, at)) || is_follower(g, at) || sign == 0 ||
        compared_party(s, change + 1) != NOWHERE || is_of_count(s, change))
        return true;
    draft d = {.number = *q, .anchor = at, .rule = "change", .sign = sign};
    if (others || names_of(&other, g, listed_change(g, at)) ||
        names_of(&other, g, party_for(g, at))) {
        d.frame = g->frame;
        d.frame.subject = other;
    } else if (!bracketed_flow(&d.frame, g, at) &&
               !find_flow(&d.frame, g, first, change) && !worldwide(&d.frame, g, at))
        return true;
    bool own_noun = is(s, change + 1, LEX_IN) && noun_at(&g->streams, change + 2);
    if (is_apposition(g, at, change) && !own_noun)
        d.frame =
            g->frame; /* "81 per cent of Peru's imports, an increase of 7 per cent" */
    d.frame.kind = ARMS_CLAIM_CHANGE;
    if (!distribute(&d.frame, g, at))
        return true;
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
        if (is_world(&d.frame.subject))
            return true; /* "the country's share", but which? */
    }
    const frame *whole = &d.frame;
    if (has_unit(q, "percentage_point") && !whole->world &&
        whole->counterpart.count + whole->denominator.count == 0)
        return true; /* points of a share, but of which? */
    *made = true;
    return change_put_apart(g, &d, err);
}
