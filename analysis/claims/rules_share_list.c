/* Shares in lists, which leave out what was said: "…, Qatar 13 and Kuwait 9 per cent",
 * "with China providing 54 per cent", "France (35 per cent) and Russia (34 per cent)". */
#include "analysis/claims/rank.h"
#include "analysis/claims/share.h"

/* "Moscow, Paris and Rome … 41, 21 and 15 per cent respectively": which of the parties
 * the number is for. */
static void share_out(names *n, const scene *s, int at)
{
    size_t which = 0;
    for (int i = at - 1; i > 0; i--) {
        if (is_sign(s, i, ',') || is(s, i, LEX_AND))
            continue;
        if (!is_kind(s, i, ITEM_QUANTITY))
            break;
        which++;
    }
    names_keep(n, which);
}

/* A verb before the number that has no object of its own; "the third-largest exporter
 * (6 per cent)", "the largest importer, on 12 per cent". */
static bool takes_same(const grammar *g, int at)
{
    int verb = before_number(g->scene, at);
    const stream *st =
        is_sign(g->scene, at - 1, '(') ? stream_at(&g->streams, at - 2) : NULL;
    bool ranked = is(g->scene, verb, LEX_HAVE) || is(g->scene, verb, LEX_ON) ||
                  (is_sign(g->scene, at - 1, '(') && is(g->scene, at - 2, LEX_PLACE)) ||
                  (st && st->kind == STREAM_AGENT && st->head > g->frame_anchor);
    ranked = ranked || is(g->scene, verb, LEX_SUPPLY);
    return is(g->scene, verb, LEX_TAKE) || is(g->scene, verb, LEX_ACCOUNT) ||
           (ranked && g->frame.kind == ARMS_CLAIM_RANK);
}

/* "…; importers: China 11 per cent": a new list begins. */
static bool is_headed(const grammar *g, int at)
{
    if (is_sign(g->scene, at - 1, '(') && agent_behind(g, at))
        return true;
    for (size_t i = 0; i < g->streams.count; i++) {
        const stream *st = &g->streams.items[i];
        if (st->kind == STREAM_AGENT && st->head > g->frame_anchor && st->head < at &&
            is_sign(g->scene, st->end, ':'))
            return true;
    }
    return false;
}

/* "Peru and Chile … 5 and 7 per cent": each of the numbers is for one of them. */
static bool is_shared_out(const scene *s, int at)
{
    bool before = (is_sign(s, at - 1, ',') || is(s, at - 1, LEX_AND)) &&
                  is_kind(s, at - 2, ITEM_QUANTITY);
    bool behind = (is_sign(s, at + 1, ',') || is(s, at + 1, LEX_AND)) &&
                  is_kind(s, at + 2, ITEM_QUANTITY);
    return before || behind || says_respectively(s);
}

/* "Peru and Chile (7 per cent)": of the last of them. */
static bool is_bracketed_alone(const scene *s, int at)
{
    return is_sign(s, at - 1, '(') && is_sign(s, at + 1, ')') &&
           is_kind(s, at - 2, ITEM_PARTY);
}

/* "5 per cent of exports; its biggest markets were Peru (3 per cent)": of the agent that
 * stands between. */
static bool is_listed_anew(const grammar *g, int at)
{
    const stream *agent = last_before(g, g->frame_anchor, at, STREAM_AGENT);
    return g->frame.kind == ARMS_CLAIM_SHARE && agent && agent->owned &&
           is_sign(g->scene, at - 1, '(') && is(g->scene, agent->end, LEX_BE);
}

/* Behind a sum of several parts, each part has its own share of the same whole. */
static void owner_of_sum(frame *f)
{
    if (f->kind != ARMS_CLAIM_TOP_N_SUM || f->world || f->counterpart.count == 0)
        return;
    f->subject = f->counterpart;
    f->varying = SLOT_COUNTERPART;
}

/* The frame of what was said before that a list goes on with; false where a new one
 * begins. */
static bool goes_on(frame *f, const grammar *g, int at)
{
    if (!g->has_frame || is_headed(g, at) || is_listed_anew(g, at) ||
        (g->frame.kind != ARMS_CLAIM_SHARE && g->frame.kind != ARMS_CLAIM_RANK &&
         g->frame.kind != ARMS_CLAIM_TOP_N_SUM))
        return false;
    *f = g->frame;
    owner_of_sum(f);
    return true;
}

/* "another 34 per cent went to …": the part stands behind. */
static bool list_behind(bool *made, grammar *g, draft *d, arms_error *err)
{
    const scene *s = g->scene;
    share_part behind = {.role = ROLE_ANY};
    int next = d->anchor + 1 +
               (is_sign(s, d->anchor + 1, ')') || is_sign(s, d->anchor + 1, '_') ||
                is_sign(s, d->anchor + 1, ','));
    bool were =
        is(s, next, LEX_BE) &&
        (is(s, next + 1, LEX_FROM) || is(s, next + 1, LEX_BY) || is(s, next + 1, LEX_TO));
    if ((!is(s, next, LEX_GO) && !is(s, next, LEX_COME) && !were) ||
        !part_after(&behind, g, d->anchor, next) ||
        (!goes_on(&d->frame, g, d->anchor) && !list_frame(&d->frame, g, d->anchor)))
        return true;
    d->frame.kind = ARMS_CLAIM_SHARE;
    d->frame.varying = SLOT_COUNTERPART;
    d->frame.counterpart = behind.who;
    d->frame.world = false;
    share_sum(&d->frame);
    *made = d->frame.subject.count > 0;
    return !*made || put_claim(g, d, err);
}

/* "Russia accounted for 60 per cent of Peru's imports, and 94 per cent for Chile": of the
 * imports of the one named behind. */
static bool is_next_owner(const grammar *g, int at, int party)
{
    const scene *s = g->scene;
    names subject;
    bool joined =
        is(s, before_number(s, at), LEX_AND) && is_word(s, at + 1, "for") && party > at;
    return joined && g->has_frame && g->frame.kind == ARMS_CLAIM_SHARE &&
           !g->frame.world && names_of(&subject, g, subject_before(s, g->frame_anchor)) &&
           names_same(&subject, &g->frame.counterpart);
}

/* "followed by Chile (6 per cent)", "Chile (6)": of the kind that was named last. */
static bool is_of_last(const scene *s, int at, int party)
{
    return (is_sign(s, at - 1, '(') && party < at) || is_word(s, party - 2, "followed");
}

/* Which slot the party of a list is for: the one that varies, or that its role tells. */
static void settle_listed(frame *f, const scene *s, int at, int party, part_role role)
{
    bool partner = role == (f->flow == ARMS_IMPORT ? ROLE_EXPORTER : ROLE_IMPORTER);
    if (f->world && partner && f->subject.count == 1 && f->varying == SLOT_SUBJECT &&
        f->kind == ARMS_CLAIM_SHARE && role == ROLE_EXPORTER)
        f->world = false; /* "…, more than half of it (68 per cent) from the USA" */
    if (role != ROLE_ANY && !f->world && f->denominator.count == 0)
        f->varying = partner ? SLOT_COUNTERPART : SLOT_SUBJECT;
    bool takes = is(s, party + 1, LEX_ACCOUNT) && !f->world && f->counterpart.count > 0;
    bool with = is(s, party - 1 - is(s, party - 1, LEX_ARTICLE), LEX_HAVE) && !f->world &&
                f->counterpart.count > 0 && f->kind == ARMS_CLAIM_SHARE;
    bool last = is_of_last(s, at, party) && !f->world && f->counterpart.count > 0 &&
                f->denominator.count == 0 && f->kind == ARMS_CLAIM_SHARE;
    if (takes || with || last) /* "…, with Qatar taking 17 per cent": the partner */
        f->varying = SLOT_COUNTERPART;
}

/* Of Africa's imports, "North Africa had 7 per cent": a part of it, and no supplier. */
static void within_owner(frame *f)
{
    if (f->flow != ARMS_IMPORT || f->varying != SLOT_COUNTERPART || f->world ||
        !is_region(&f->subject) || !is_region(&f->counterpart) ||
        !region_has(&f->subject.list[0], &f->counterpart.list[0]))
        return;
    f->denominator = f->subject;
    f->subject = f->counterpart;
    f->counterpart = (names){.count = 0};
    f->varying = SLOT_SUBJECT;
}

/* A pronoun is nobody of a list, but for "the latter" and "which". */
static bool is_nobody(const scene *s, int party)
{
    return party == NOWHERE || (s->items[party].pronoun && !is(s, party, LEX_LATTER) &&
                                !is(s, party, LEX_FORMER) && !is_relative(s, party));
}

/* "of the arms to Asia, 48 per cent, came from": of nobody in front. */
static bool is_between_signs(const scene *s, int at)
{
    int open = before_number(s, at);
    bool pair = (is_sign(s, open, ',') && is_sign(s, at + 1, ',')) ||
                (is_sign(s, open, '_') && is_sign(s, at + 1, '_'));
    return pair && (is(s, at + 2, LEX_COME) || is(s, at + 2, LEX_GO));
}

/* "four times as much as Peru (10 per cent)": of what, the text before tells. */
static bool is_of_ratio(const grammar *g, int at)
{
    bool shares = false;
    for (int i = clause_begin(g->scene, at); i < at; i++)
        shares = shares || is(g->scene, i, LEX_SHARE);
    return g->has_frame && g->frame.kind == ARMS_CLAIM_RATIO &&
           is_sign(g->scene, at - 1, '(') && shares && !g->frame.world;
}

/* "the USA and Russia together accounted for". */
static bool is_summed(const scene *s, int at)
{
    for (int i = clause_begin(s, at); i < at; i++)
        if (is(s, i, LEX_TOGETHER))
            return true;
    return false;
}

/* "the second-largest exporter (9.6 per cent of the total)". */
static bool is_of_total(const grammar *g, int at)
{
    const stream *whole = share_whole(g, at + 2);
    bool ranked = g->has_frame && g->frame.kind == ARMS_CLAIM_RANK && g->frame.world &&
                  is_sign(g->scene, at - 1, '(') &&
                  !is_kind(g->scene, at - 2, ITEM_PARTY);
    return ranked && whole && whole->way == WAY_SAME && whole->importer == NOWHERE &&
           whole->exporter == NOWHERE;
}

/* "27 per cent of its weapons to India, 14 to China": a number without its sign. */
static bool goes_to_next(const grammar *g, int at)
{
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    bool joined = is_sign(s, at - 1, ',') || is(s, at - 1, LEX_AND);
    bool party = (is(s, at + 1, LEX_TO) || is(s, at + 1, LEX_FROM)) &&
                 is_kind(s, at + 2 + is(s, at + 2, LEX_ARTICLE), ITEM_PARTY);
    return has_unit(q, "") && !q->word && q->value <= 100 && joined && party &&
           g->has_frame && g->frame.kind == ARMS_CLAIM_SHARE && !g->frame.world;
}

/* "(both 1 per cent)", "5 per cent to both Peru and Chile". */
static bool is_of_both(const scene *s, int at)
{
    bool to = is(s, at + 1, LEX_TO) || is(s, at + 1, LEX_FROM);
    bool pair = is_sign(s, at - 1, '(') && is_kind(s, at - 2, ITEM_PARTY) &&
                s->items[at - 2].count == 2 && is_sign(s, at - 3, ',') &&
                is_sign(s, at - 4, ')') && is_sign(s, at + 2, ',');
    return pair || is_word(s, at - 1, "both") || is_word(s, at - 1, "each") ||
           is_word(s, at + 1, "each") || (to && is_word(s, at + 2, "both"));
}

/* "followed by Peru and Chile, which accounted for 11 per cent": each, or together? */
static bool is_follower_which(const scene *s, int at, int party)
{
    int which = before_number(s, at) - 1, list = which - 2;
    return party < at && is_relative(s, which) && is(s, list - 1, LEX_FOLLOWED);
}

/* "Peru and Chile (both 1 per cent)": a share for each. */
static bool put_each(grammar *g, draft *d, arms_error *err)
{
    names all = *frame_varying(&d->frame);
    if (!is_of_both(g->scene, d->anchor))
        return put_claim(g, d, err);
    for (size_t i = 0; i < all.count; i++) {
        *frame_varying(&d->frame) = (names){.list = {all.list[i]}, .count = 1};
        if (!put_claim(g, d, err))
            return false;
    }
    return true;
}

/* Numbers of other rules: "has a share of 7 per cent", "7 per cent of", of ranges and
 * ratios, of a fraction that a bracket says better. */
static bool is_no_list(const grammar *g, int at)
{
    const scene *s = g->scene;
    int have = before_number(s, at), owner = have - 1;
    while (is_sign(s, owner, '-') || is_sign(s, owner, '_'))
        owner--;
    bool listed = is_kind(s, owner, ITEM_PARTY) &&
                  (owner < have - 1 || is_relative(s, owner)) && g->has_frame &&
                  owner > g->frame_anchor; /* "Russia – with a 26 per cent share" */
    bool share = is(s, at + 1, LEX_SHARE) && is(s, have, LEX_HAVE) && !listed;
    bool share_of = is(s, at + 1, LEX_SHARE) && is(s, at + 2, LEX_OF) && !listed;
    return share || share_of || (is(s, at + 1, LEX_OF) && !is_of_total(g, at)) ||
           is_word(s, at + 1, "consisting") || is_of_ratio(g, at) ||
           is_second_range(s, at) ||
           (s->items[at].quantity.fraction && is_glossed(s, at));
}

/* The party of the list that the number stands beside; nobody for "23 per cent came
 * from", and for "second behind Peru, accounting for 7 per cent". */
static int party_beside(const grammar *g, int at, part_role *role)
{
    const scene *s = g->scene;
    bool moves = is(s, at + 1, LEX_COME) || is(s, at + 1, LEX_GO);
    *role = ROLE_ANY;
    if (moves || is_between_signs(s, at))
        return NOWHERE;
    int party = listed_party(s, at, role);
    bool behind = party != NOWHERE && g->has_frame && g->frame.kind == ARMS_CLAIM_RANK &&
                  governor(s, party) == LEX_FOLLOWED && is_sign(s, party + 1, ',') &&
                  is(s, party + 2, LEX_ACCOUNT);
    return behind ? NOWHERE : party;
}

bool rule_share_list(bool *made, grammar *g, int at, arms_error *err)
{
    if (!share_of_amount(made, g, at, err) || *made ||
        !share_of_gloss(made, g, at, err) || *made)
        return *made;
    const scene *s = g->scene;
    const quantity *q = &s->items[at].quantity;
    part_role role;
    names party_names;
    if ((!has_unit(q, "percent") && !goes_to_next(g, at)) || is_no_list(g, at))
        return true;
    draft d = {.number = *q, .anchor = at, .rule = "share-list", .sign = 1};
    d.number.unit = "percent";
    int party = party_beside(g, at, &role);
    bool nobody = is_nobody(s, party);
    if (nobody && !list_behind(made, g, &d, err))
        return false;
    if (*made)
        return true;
    bool again = goes_on(&d.frame, g, at);
    if (!again && (nobody || !list_frame(&d.frame, g, at)))
        return true;
    d.frame.kind = ARMS_CLAIM_SHARE;
    bool same =
        party == NOWHERE && takes_same(g, at); /* "its biggest customer, taking 46" */
    if ((same || is_of_list(g, at)) && ranks_list(g) && !says_respectively(s))
        return share_of_list(made, g, at, err);
    if (!same && (nobody || !names_of(&party_names, g, party)))
        return true;
    bool both = is_of_both(s, at), shared = is_shared_out(s, at);
    if (!same) {
        if (is_bracketed_alone(s, at) && party < at && !both)
            names_keep(&party_names, party_names.count - 1);
        else if (!both && shared)
            share_out(&party_names, s, at);
        if (is_next_owner(g, at, party))
            d.frame.subject = party_names;
        else {
            settle_listed(&d.frame, s, at, party, role);
            *frame_varying(&d.frame) = party_names;
            within_owner(&d.frame);
        }
    }
    if (!same && party_names.count > 1 && !both && !shared &&
        is_follower_which(s, at, party))
        return true;
    bool joint = !both && !shared && (party < at || role != ROLE_ANY);
    if (party != NOWHERE && !same && (joint || is_summed(s, at)))
        share_sum(&d.frame);
    *made = true;
    return put_each(g, &d, err);
}
