/* Multiples and ratios: "more than doubled", "31 times growth", "four times as much as
 * France", "12 per cent higher than those of Italy", "7 per cent of Chile's". */
#include <math.h>
#include <string.h>

#include "analysis/claims/change.h"

/* "as many weapons as". */
static bool is_many(const scene *s, int at)
{
    return is_word(s, at, "many") || is_word(s, at, "much");
}

/* "higher than those of France", "four times Russia's": what it is compared with is a
 * party, at the item that is returned. */
int compared_party(const scene *s, int from)
{
    static const int far = 14;
    if (is_sign(s, from, '(') && is_kind(s, from + 1, ITEM_QUANTITY))
        while (from < (int)s->count && !is_sign(s, from, ')'))
            from++;
    from += is_sign(s, from, ')'); /* "double (108 per cent more) those of Peru" */
    bool than =
        is_word(s, from, "the") && is(s, from + 2, LEX_OF) &&
        (is_word(s, from + 1, "volume") || is_word(s, from + 1, "amount") ||
         is_word(s, from + 1, "value")); /* "twice the volume of arms bought by" */
    for (int i = from, n = 0; i < (int)s->count && n < far; i++, n++) {
        than = than || is(s, i, LEX_THAN) ||
               (is(s, i, LEX_COMPARE) && !is(s, i, LEX_FROM)) ||
               ((is_unknown(s, i - 1) || is_many(s, i + 1)) && is_word(s, i, "as"));
        if (is_kind(s, i, ITEM_PERIOD) || is_kind(s, i, ITEM_QUANTITY) ||
            is_sign(s, i, ';') || is_word(s, i, "before"))
            return NOWHERE;
        bool those = i == from && is_kind(s, i, ITEM_PARTY) && s->items[i].pronoun &&
                     is(s, i + 1, LEX_OF); /* "four times those of Kuwait" */
        const lexicon_row *hedge = scene_row(s, (size_t)i, LEX_HEDGE);
        bool share = is(s, i, LEX_SHARE) && is(s, i + 1, LEX_OF) && i <= from + 1;
        than = than || those || share || /* "three times the share of Morocco" */
               (hedge && strcmp(hedge->word, "at_most") == 0); /* "as much as" */
        if (is_kind(s, i, ITEM_PARTY) && !s->items[i].pronoun)
            return than || (s->items[i].possessive && i == from) ? i : NOWHERE;
    }
    return NOWHERE;
}

/* A word or number that tells how many times: "doubled", "31 times growth",
 * "fourfold". */
static bool is_multiple(const scene *s, int at, double *value)
{
    const lexicon_row *row = at >= 0 ? scene_row(s, (size_t)at, LEX_MULTIPLY) : NULL;
    if (row && !is_sign(s, at + 1, '-') && !is_word(s, at + 1, "digits") &&
        !is_word(s, at + 1, "digit")) {
        *value = row->number;
        return true;
    }
    if (!is_kind(s, at, ITEM_QUANTITY) || !has_unit(&s->items[at].quantity, "times"))
        return false;
    *value = s->items[at].quantity.value;
    return true;
}

/* "three times higher than official records": with neither a party nor a period. */
static bool is_compared_otherwise(const scene *s, int at)
{
    static const int far = 8;
    bool than = false;
    for (int i = at + 1; i <= at + far && i < (int)s->count; i++) {
        if (is_kind(s, i, ITEM_PERIOD))
            return false;
        bool as = is_word(s, i - 1, "as") && is_word(s, i + 1, "as");
        than = than || is(s, i, LEX_THAN) ||
               (as && is(s, i + 2 + is(s, i + 2, LEX_ARTICLE), LEX_WORLD));
    }
    return than;
}

static bool is_signed_behind(const scene *s, int at)
{
    for (int i = at + 1; i < at + 6; i++)
        if (is_sign(s, i, '('))
            return is_sign(s, i + 1, '+') || is_sign(s, i + 1, '-');
    return false;
}

bool rule_multiple(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    double value;
    bool twice = is_word(s, at, "twice") || is_kind(s, at, ITEM_QUANTITY);
    bool of_other = is_word(s, at + 1, "the") &&
                    (is_word(s, at + 2, "volume") ||
                     (twice && is_word(s, at + 2, "amount") && !is(s, at + 4, LEX_ARMS)));
    bool what = is_word(s, at + 1, "what"); /* "double what it sold to Peru" */
    if (!is_multiple(s, at, &value) || of_other || what ||
        compared_party(s, at + 1) != NOWHERE || is_compared_otherwise(s, at) ||
        is_of_count(s, at))
        return true;
    draft d = {.anchor = at, .rule = "multiple", .sign = 1};
    d.number = (quantity){.value = value, .unit = "times", .low = NAN, .high = NAN};
    if (is_kind(s, at, ITEM_QUANTITY))
        d.number = s->items[at].quantity;
    else {
        arms_error ignored;
        const lexicon_row *row = at > 0 ? scene_row(s, (size_t)at - 1, LEX_HEDGE) : NULL;
        if (row)
            arms_bound_parse(&d.number.bound, arms_text_of(row->word), &ignored);
        d.number.word = true;
    }
    if (!find_flow(&d.frame, g, at, at))
        return true;
    int share = change_of_share(g, at);
    frame f;
    if (share != NOWHERE && share_frame(&f, g, share))
        d.frame = f;
    names own;
    if (is_world(&d.frame.subject) && is(s, at + 1, LEX_POSSESSIVE) &&
        names_of(&own, g, at + 1))
        d.frame.subject = own; /* "doubling its total" */
    d.frame.kind = ARMS_CLAIM_MULTIPLE;
    int by = at + 1 + (is_sign(s, at + 1, ',') || is_sign(s, at + 1, '('));
    d.hidden = (is_glossed(s, at) && is_signed_behind(s, at)) ||
               (is(s, by, LEX_BY) && is_kind(s, by + 1, ITEM_QUANTITY) &&
                has_unit(&s->items[by + 1].quantity, "percent")); /* "tripled by 206 %" */
    *made = true;
    return change_put_apart(g, &d, err);
}

/* "7 per cent of Chile's": a part of another party's flow. */
static int possessor_after_of(const grammar *g, int at)
{
    const scene *s = g->scene;
    int i = at + 2;
    if (!is(s, at + 1, LEX_OF))
        return NOWHERE;
    bool those = is_kind(s, i, ITEM_PARTY) && s->items[i].pronoun &&
                 (is(s, i + 1, LEX_OF) || is(s, i + 1, LEX_BY));
    i += those ? 2 : 0;
    while (is(s, i, LEX_ARTICLE))
        i++;
    bool owned = is_kind(s, i, ITEM_PARTY) && (s->items[i].possessive || those) &&
                 !s->items[i].pronoun && !stream_at(&g->streams, i) &&
                 !is(s, i + 1, LEX_SHARE) && !is(s, i + 1, LEX_BUDGET) &&
                 !is(s, i + 2, LEX_BUDGET);
    return owned ? i : NOWHERE;
}

/* "accounted for 46 per cent, three times the share of Morocco", "was four times
 * that of France". */
static bool shares_with(const grammar *g, int at, int party)
{
    int before = before_number(g->scene, at);
    bool share = is_sign(g->scene, before, ',') && before > g->frame_anchor &&
                 quantities_between(g->scene, g->frame_anchor, at) == 1;
    for (int i = at + 1; i < party; i++)
        share = share || is(g->scene, i, LEX_SHARE) ||
                (is_kind(g->scene, i, ITEM_PARTY) && g->scene->items[i].pronoun &&
                 is(g->scene, i + 1, LEX_OF));
    return share && g->has_frame && g->frame.kind == ARMS_CLAIM_SHARE &&
           g->frame.varying == SLOT_SUBJECT;
}

bool rule_ratio(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    bool percent = has_unit(q, "percent");
    if (!percent && !has_unit(q, "times"))
        return true;
    int change = at, of = percent ? possessor_after_of(g, at) : NOWHERE;
    if (of != NOWHERE && goes_on_share(g, at))
        return true; /* "54 per cent of Peru's imports and 82 per cent of Chile's" */
    int sign = percent ? change_behind(s, at, &change) : 1;
    bool compares = is(s, change, LEX_HIGHER) || is(s, change, LEX_LOWER);
    int party = of != NOWHERE           ? of
                : !percent              ? compared_party(s, at + 1)
                : sign != 0 && compares ? compared_party(s, change + 1)
                                        : NOWHERE;
    draft d = {.number = *q, .anchor = at, .rule = "ratio", .sign = 1};
    names other;
    bool again = g->has_frame && g->frame.kind == ARMS_CLAIM_RATIO;
    if (again)
        d.frame = g->frame;
    bool then = is(s, change + 1, LEX_THAN) && (is_kind(s, change + 2, ITEM_PERIOD) ||
                                                is_kind(s, change + 3, ITEM_PERIOD));
    if (again && party == NOWHERE && compares && percent &&
        !then) { /* "compared with 34 % higher" */
        d.number.unit = sign > 0 ? "percent_higher" : "percent_lower";
        *made = true;
        return put_claim(g, &d, err);
    }
    if (party == NOWHERE || !names_of(&other, g, party) ||
        (!again && !find_flow(&d.frame, g, at, at)))
        return true;
    bool of_share = shares_with(g, at, party);
    frame before = g->frame;
    if (of_share)
        d.frame = before;
    if (is_world(&d.frame.subject) &&
        g->has_frame) /* "its share of global exports …, four times Italy's" */
        d.frame.subject = g->frame.subject;
    d.frame.kind = ARMS_CLAIM_RATIO;
    d.frame.counterpart = other;
    d.frame.denominator = (names){.count = 0};
    d.frame.world = false;
    d.frame.varying = SLOT_COUNTERPART;
    if (names_same(&d.frame.subject, &other))
        return true;
    if (percent)
        d.number.unit = of != NOWHERE ? "percent_of"
                        : sign > 0    ? "percent_higher"
                                      : "percent_lower";
    *made = true;
    for (size_t i = 0; i < other.count; i++) { /* "either of China and Pakistan" */
        d.frame.counterpart = (names){.list = {other.list[i]}, .count = 1};
        if (!put_claim(g, &d, err))
            return false;
    }
    if (of_share && is_sign(s, party + 1, '('))
        g->frame = before; /* "(15 per cent)": the other's share of the same */
    return true;
}
