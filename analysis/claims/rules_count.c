/* Counts of partners: "delivered arms to 48 countries", "the number of its recipients
 * fell from 31 to 12". */
#include "analysis/claims/level.h"

/* There are no more states to trade with. */
enum { MOST_PARTNERS = 250 };

/* "…, and the number of weapon systems rose from 6 to 12": something else is counted. */
static bool counts_others(const scene *s, int from, int at)
{
    for (int i = from + 1; i < at; i++)
        if (is_word(s, i, "number") && is(s, i + 1, LEX_OF))
            return true;
    return false;
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
        q->word || q->value > MOST_PARTNERS || (!to && !other) ||
        is(s, at + 1, LEX_ARTICLES) || counts_others(s, g->frame_anchor, at))
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
    if (!has_unit(q, "") || q->word || q->value > MOST_PARTNERS ||
        !is(s, noun, LEX_COUNTRIES) ||
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

/* "98 countries bought US weapons": partners of the exporter. */
static bool count_buyers(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    int verb = at + 2 + is(s, at + 2, LEX_WORLD), region = NOWHERE;
    if (is(s, verb, LEX_IN) && is_kind(s, verb + 1, ITEM_PARTY)) {
        region = verb + 1; /* "21 states in Africa received Chinese arms" */
        verb += 2;
    }
    verb += is(s, verb, LEX_HAVE);
    if (!has_unit(q, "") || q->value > MOST_PARTNERS || !is(s, at + 1, LEX_COUNTRIES) ||
        !is(s, verb, LEX_BUY) || is_other_amount(s, at))
        return true;
    draft d = {.number = *q, .anchor = at, .rule = "count-buyers", .sign = 1};
    d.number.unit = "partners";
    const stream *arms = noun_at(&g->streams, verb + 1);
    for (int i = verb + 2; i < verb + 5 && !arms; i++)
        arms = noun_at(&g->streams, i); /* "large deliveries of Chinese arms" */
    if (!arms || !names_of(&d.frame.subject, g, arms->exporter))
        return true;
    d.frame.kind = ARMS_CLAIM_COUNT;
    d.frame.flow = ARMS_EXPORT;
    d.frame.world = !names_of(&d.frame.counterpart, g, region);
    *made = true;
    return put_claim(g, &d, err);
}

/* "the number of countries that bought its arms rose from 31 to 45": which item tells
 * whom the number counts; NOWHERE for none. */
static int counted_before(const scene *s, int at)
{
    for (int i = at - 3; i >= clause_begin(s, at); i--) {
        int noun = i + 2;
        bool counts = is_word(s, i, "number") || is_word(s, i, "list");
        while (is_unknown(s, noun) || is(s, noun, LEX_POSSESSIVE) ||
               is(s, noun, LEX_EXPORTS) || is(s, noun, LEX_IMPORTS) ||
               is(s, noun, LEX_ARMS) || is(s, noun, LEX_COMPANY))
            noun++;
        bool partners = is(s, noun, LEX_COUNTRIES) || is(s, noun, LEX_RECIPIENT);
        if (counts && is(s, i + 1, LEX_OF))
            return partners && noun < at ? noun : NOWHERE;
    }
    return NOWHERE;
}

/* "Russia's weapons were sold to 31 countries": the owner of arms that went somewhere. */
static bool sold_by(frame *f, const grammar *g, int at)
{
    const stream *arms = NULL;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        bool went = is(g->scene, st->end, LEX_GO) || is(g->scene, st->end, LEX_BE);
        if (st->kind == STREAM_NOUN && st->way == WAY_ARMS && st->head < at && went)
            arms = st;
    }
    return arms && names_of(&f->subject, g,
                            arms->exporter != NOWHERE ? arms->exporter : arms->importer);
}

static bool count_told(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    int before = before_number(s, at), noun = counted_before(s, at);
    bool linked = is(s, before, LEX_FROM) || is(s, before, LEX_TO) ||
                  is(s, before, LEX_BE) || is(s, before, LEX_REACH) ||
                  is(s, before, LEX_COMPARE);
    if (noun == NOWHERE || !linked || !has_unit(q, "") || q->value > MOST_PARTNERS)
        return true;
    draft d = {.number = *q, .anchor = at, .rule = "count-told", .sign = 1};
    d.number.unit = "partners";
    d.frame = g->frame;
    bool again = g->has_frame && g->frame.kind == ARMS_CLAIM_COUNT;
    const stream *whose = NULL;
    for (size_t i = 0; i < g->streams.count && !whose; i++)
        if (g->streams.items[i].head < at && g->streams.items[i].exporter != NOWHERE)
            whose = &g->streams.items[i];
    bool sold = !again && ((whose && names_of(&d.frame.subject, g, whose->exporter)) ||
                           sold_by(&d.frame, g, at));
    if (sold)
        d.frame.flow = ARMS_EXPORT;
    else if (!again && (!find_flow(&d.frame, g, at, at) || is_world(&d.frame.subject)))
        return true;
    d.frame.kind = ARMS_CLAIM_COUNT;
    d.frame.counterpart = (names){.count = 0};
    d.frame.world = true;
    d.base_value = is(s, before, LEX_FROM);
    *made = true;
    return put_claim(g, &d, err);
}

/* Whose partners are counted: the verb's or the noun's owner, or the document's, where
 * arms "were exported to 60 countries". */
static bool count_frame(frame *f, const grammar *g, int at)
{
    const scene *s = g->scene;
    int before = before_number(s, at);
    const stream *st = last_before(g, 0, at, STREAM_VERB);
    for (size_t i = 0; i < g->streams.count && !st; i++)
        if (g->streams.items[i].head < at && g->streams.items[i].exporter != NOWHERE)
            st = &g->streams.items[i]; /* "deliveries rose, to 98 states" */
    if (st && frame_of_stream(f, g, st))
        return true;
    st = last_before(g, 0, at, STREAM_NOUN);
    if (st && st->exporter != NOWHERE && frame_of_stream(f, g, st))
        return true;
    bool to = is(s, before, LEX_TO);
    bool went = is(s, before, LEX_GO) || (to && is(s, before - 1, LEX_GO)) ||
                (to && st && st->way == WAY_EXPORT);
    *f = (frame){.flow = ARMS_EXPORT, .subject = g->memory->topic};
    if (went && g->memory->has_flow && g->memory->flow == ARMS_EXPORT &&
        f->subject.count > 0)
        return true;
    return sold_by(f, g, at);
}

static bool count_plain(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    static const lexicon_class links[] = {LEX_TO,   LEX_FROM,   LEX_THAN,   LEX_BY,
                                          LEX_HAVE, LEX_SUPPLY, LEX_COMPARE};
    int noun = at + 1;
    while (is_unknown(s, noun))
        noun++;
    bool linked = is(s, at - 1, LEX_HEDGE) ||
                  is_any(s, before_number(s, at), links, sizeof links / sizeof *links);
    if (!has_unit(q, "") || q->word || !is(s, noun, LEX_COUNTRIES) || !linked ||
        q->value > MOST_PARTNERS || is_other_amount(s, at))
        return true;
    draft d = {.number = *q, .anchor = at, .rule = "count", .sign = 1};
    d.number.unit = "partners";
    names own;
    bool again = g->has_frame && g->frame.kind == ARMS_CLAIM_COUNT;
    if (again)
        d.frame = g->frame;
    if (again && clause_begin(s, at) > g->frame_anchor &&
        names_of(&own, g, own_subject(s, at)))
        d.frame.subject = own; /* "…, whereas Paris had 69 recipients" */
    if (!again && !count_frame(&d.frame, g, at))
        return true;
    d.frame.kind = ARMS_CLAIM_COUNT;
    d.frame.counterpart = (names){.count = 0};
    d.frame.world = true;
    *made = true;
    return put_claim(g, &d, err);
}

bool rule_count(bool *made, grammar *g, int at, arms_error *err)
{
    bool noun = is(g->scene, at + 1, LEX_COUNTRIES);
    return count_told(made, g, at, err) && (*made || count_suppliers(made, g, at, err)) &&
           (*made || count_buyers(made, g, at, err)) &&
           (*made || noun || count_again(made, g, at, err)) &&
           (*made || count_plain(made, g, at, err));
}
