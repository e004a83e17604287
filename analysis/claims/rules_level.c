/* Levels and counts: "imported arms worth €3 billion", "exports reached $7 billion",
 * "delivered arms to 48 countries". */
#include "analysis/claims/share.h"
#include "analysis/claims/stream_parts.h"

/* Words of a clause that make an amount another than that of a flow. */
static bool is_other_amount(const scene *s, int at)
{
    static const lexicon_class others[] = {LEX_DEAL,   LEX_BUDGET, LEX_COMPANY, LEX_TRADE,
                                           LEX_TARGET, LEX_AID,    LEX_PRODUCT};
    int begin = clause_begin(s, at), end = clause_end(s, at);
    for (int i = begin; i < end; i++)
        if (is_kind(s, i, ITEM_WORD) &&
            is_any(s, i, others, sizeof others / sizeof *others))
            return true;
    return false;
}

/* "… and $21 million worth from Italy": the partner that stands right behind. */
static void nearest_partner(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    names partner;
    int i = at + 1, end;
    bool made;
    while (is(s, i, LEX_REACH) || is(s, i, LEX_OF) || is(s, i, LEX_ARMS) ||
           is_unknown(s, i))
        i++;
    bool joins = f->flow == ARMS_IMPORT ? is(s, i, LEX_FROM) : is(s, i, LEX_TO);
    int party = joins ? stream_governed(s, i, &end, &made) : NOWHERE;
    if (party != NOWHERE && !made && names_of(&partner, g, party) &&
        !names_same(&partner, &f->subject))
        f->counterpart = partner;
}

/* "…, of which China supplied $3 million": a partner's part of the level before. */
static bool part_of_level(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    names partner;
    int which = at - 1;
    while (which > g->frame_anchor && !is_relative(s, which))
        which--;
    int party = which + 1;
    while (is(s, party, LEX_ARTICLE))
        party++;
    if (is(s, at + 1, LEX_GO) ||
        is(s, at + 1, LEX_COME)) /* "of which $2 million went to" */
        party =
            party_after(s, at + 1 + (is(s, at + 2, LEX_TO) || is(s, at + 2, LEX_FROM)));
    if (!g->has_frame || g->frame.kind != ARMS_CLAIM_LEVEL || which <= g->frame_anchor ||
        !is(s, which - 1, LEX_OF) || !names_of(&partner, g, party) ||
        g->frame.counterpart.count > 0)
        return false;
    *f = g->frame;
    f->counterpart = partner;
    f->varying = SLOT_COUNTERPART;
    return true;
}

/* "Italy was second, with $3.7 billion in worldwide sales": Italy's, not the world's. */
static void own_part_of_world(frame *f, const grammar *g, int at)
{
    names own;
    int before = before_number(g->scene, at);
    bool own_amount = is(g->scene, before, LEX_HAVE) || is(g->scene, before, LEX_ON) ||
                      is(g->scene, at + 1, LEX_IN);
    if (is_world(&f->subject) && own_amount &&
        names_of(&own, g, subject_before(g->scene, at)))
        f->subject = own;
}

/* "The region's trade with China": a sentence of trade that names no flow of arms. */
static bool is_other_trade(const grammar *g)
{
    bool trade = false;
    for (int i = 0; i < (int)g->scene->count; i++)
        trade = trade || is(g->scene, i, LEX_ARMSONLY);
    return trade && g->streams.count == 0;
}

/* "…, China $267 million", "followed by France at $4.1 billion", "ahead of Germany
 * (CHF 120 million)": the amount of another party. */
static bool level_list(bool *made, grammar *g, int at, arms_error *err)
{
    part_role role;
    names party_names;
    int party = listed_party(g->scene, at, &role);
    bool follows = g->has_frame && (g->frame.kind == ARMS_CLAIM_LEVEL ||
                                    g->frame.kind == ARMS_CLAIM_RANK);
    bool free = party != NOWHERE && party > g->frame_anchor &&
                !g->scene->items[party].pronoun && !g->scene->items[party].possessive &&
                !stream_at(&g->streams, party) && names_of(&party_names, g, party);
    if (!follows || !free || role != ROLE_ANY)
        return true;
    draft d = {.frame = g->frame,
               .number = g->scene->items[at].quantity,
               .anchor = at,
               .rule = "level-list",
               .sign = 1};
    d.frame.kind = ARMS_CLAIM_LEVEL;
    d.frame.world = false;
    d.frame.denominator = (names){.count = 0};
    *frame_varying(&d.frame) = party_names;
    *made = true;
    return put_claim(g, &d, err);
}

/* "… were twice as large as Russia's, $12 billion against $5 billion": of the one, and of
 * the other. */
static bool level_of_ratio(bool *made, grammar *g, int at, arms_error *err)
{
    frame before = g->frame;
    if (!g->has_frame || before.kind != ARMS_CLAIM_RATIO || at < g->frame_anchor)
        return true;
    draft d = {.frame = before,
               .number = g->scene->items[at].quantity,
               .anchor = at,
               .rule = "level-ratio",
               .sign = 1};
    d.frame.kind = ARMS_CLAIM_LEVEL;
    if (is(g->scene, before_number(g->scene, at), LEX_COMPARE))
        d.frame.subject = d.frame.counterpart;
    d.frame.counterpart = (names){.count = 0};
    *made = true;
    if (!put_claim(g, &d, err))
        return false;
    g->frame = before;
    return true;
}

bool rule_level(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    if (!q->money || is_other_amount(s, at))
        return true;
    if (!level_of_ratio(made, g, at, err) || *made)
        return *made;
    draft d = {.number = *q, .anchor = at, .rule = "level", .sign = 1};
    bool part = part_of_level(&d.frame, g, at);
    if (!part && (!level_list(made, g, at, err) || *made))
        return *made;
    if (!part && (is_other_trade(g) || !find_flow(&d.frame, g, at, at)))
        return true;
    if (!part)
        own_part_of_world(&d.frame, g, at);
    d.frame.kind = ARMS_CLAIM_LEVEL;
    nearest_partner(&d.frame, g, at);
    d.base_value = is(s, before_number(s, at), LEX_FROM);
    *made = true;
    /* "…, which each bought for more than $3 billion" */
    return says_each(s, at) ? put_apart(g, &d, err) : put_claim(g, &d, err);
}

/* "compared with 65 for Paris", "it exported to only 12 in 2023": a number of partners as
 * the one before. */
static bool count_again(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    int before = before_number(s, at);
    bool to = is(s, at + 1, LEX_TO) && is_kind(s, at + 2, ITEM_PARTY);
    bool then = is(s, before, LEX_AND) && is(s, at + 1, LEX_IN) &&
                is_kind(s, at + 2, ITEM_PERIOD); /* "41 in 2009–13 and 32 in 2004–08" */
    bool other = is(s, before, LEX_TO) || is(s, before, LEX_COMPARE) || then;
    if (!g->has_frame || g->frame.kind != ARMS_CLAIM_COUNT || !has_unit(q, "") ||
        q->word || q->value > 250 || (!to && !other) || is(s, at + 1, LEX_ARTICLES))
        return true;
    draft d = {
        .frame = g->frame, .number = *q, .anchor = at, .rule = "count-again", .sign = 1};
    d.number.unit = "partners";
    bool beside = is(s, before, LEX_TO) && is_kind(s, before - 1, ITEM_PARTY) &&
                  !s->items[before - 1].possessive; /* ", the French to 65" */
    if (to || beside)
        names_of(&d.frame.subject, g, to ? at + 2 : before - 1);
    *made = true;
    return put_claim(g, &d, err);
}

/* "At least 35 states sent weapons to Ukraine": partners of the importer. */
static bool count_suppliers(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    int noun = at + 1;
    while (is_unknown(s, noun))
        noun++;
    if (!has_unit(q, "") || q->word || q->value > 250 || !is(s, noun, LEX_COUNTRIES) ||
        !is(s, noun + 1 + is(s, noun + 1, LEX_HAVE), LEX_SUPPLY))
        return true;
    noun += is(s, noun + 1, LEX_HAVE);
    draft d = {.number = *q, .anchor = at, .rule = "count-suppliers", .sign = 1};
    d.number.unit = "partners";
    int to = NOWHERE;
    for (int i = noun + 2; i < clause_end(s, noun) && to == NOWHERE; i++)
        if (is(s, i, LEX_TO) && is_kind(s, i + 1, ITEM_PARTY))
            to = i + 1;
    if (to == NOWHERE && is_kind(s, noun + 2, ITEM_PARTY)) /* "sent it weapons" */
        to = noun + 2;
    if (!names_of(&d.frame.subject, g, to))
        return true;
    d.frame.kind = ARMS_CLAIM_COUNT;
    d.frame.flow = ARMS_IMPORT;
    d.frame.world = true;
    *made = true;
    return put_claim(g, &d, err);
}

bool rule_count(bool *made, grammar *g, int at, arms_error *err)
{
    if (!count_suppliers(made, g, at, err))
        return false;
    if (!*made && !is(g->scene, at + 1, LEX_COUNTRIES) && !count_again(made, g, at, err))
        return false;
    if (*made)
        return true;
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    int noun = at + 1;
    while (is_unknown(s, noun))
        noun++;
    int before = before_number(s, at);
    bool linked = is(s, before, LEX_TO) || is(s, before, LEX_FROM) ||
                  is(s, before, LEX_THAN) || is(s, before, LEX_BY) ||
                  is(s, before, LEX_HAVE) || is(s, at - 1, LEX_HEDGE) ||
                  is(s, before, LEX_SUPPLY);
    if (!has_unit(q, "") || q->word || !is(s, noun, LEX_COUNTRIES) || !linked ||
        q->value > 250 || is_other_amount(s, at))
        return true;
    draft d = {.number = *q, .anchor = at, .rule = "count", .sign = 1};
    d.number.unit = "partners";
    names own;
    if (g->has_frame && g->frame.kind == ARMS_CLAIM_COUNT) {
        d.frame = g->frame;
        if (clause_begin(s, at) > g->frame_anchor &&
            names_of(&own, g, own_subject(s, at)))
            d.frame.subject = own; /* "…, whereas Paris had 69 recipients" */
    } else {
        const stream *verb = last_before(g, 0, at, STREAM_VERB);
        for (size_t i = 0; i < g->streams.count && !verb; i++)
            if (g->streams.items[i].head < at && g->streams.items[i].exporter != NOWHERE)
                verb = &g->streams.items[i]; /* "deliveries rose, to 98 states" */
        if (!verb || !frame_of_stream(&d.frame, g, verb))
            return true;
    }
    d.frame.kind = ARMS_CLAIM_COUNT;
    d.frame.counterpart = (names){.count = 0};
    d.frame.world = true;
    *made = true;
    return put_claim(g, &d, err);
}
