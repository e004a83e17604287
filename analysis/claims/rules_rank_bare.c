/* Ranks without the word for what is ranked: "ranks 11th", "in second and third place",
 * "rose from 22nd to sixth", "Egypt in eighth", "second only to India". */
#include "analysis/claims/rank.h"
#include "analysis/claims/share.h"

/* Whether words beside a bare ordinal make it a rank: "ranks 11th", "came first",
 * "rose to tenth", "in third place", "second in the world". */
static bool is_ranking(const scene *s, int at)
{
    int front = rank_fronts(s, at), i = at + 1;
    while (rank_superlative(s, i) || rank_at(s, i) > 0 || is_sign(s, i, '-') ||
           (is(s, i, LEX_AND) && rank_at(s, i + 1) > 0))
        i++;
    bool moved = is(s, front, LEX_TO) &&
                 (is(s, front - 1, LEX_RISE) || is(s, front - 1, LEX_FALL) ||
                  is(s, front - 1, LEX_BECOME) || is(s, front - 1, LEX_GO));
    bool stands = is(s, front, LEX_BE) &&
                  (is(s, i, LEX_IN) || is(s, i, LEX_WORLD) || is(s, i, LEX_HEDGE) ||
                   is(s, i, LEX_ON) || is(s, i, LEX_HAVE) || is_sign(s, i, ',') ||
                   is(s, i, LEX_AND) || is(s, i, LEX_COME) || is_sign(s, i, '.') ||
                   is_word(s, i, "as"));
    bool from = is(s, front, LEX_FROM) &&
                (is(s, front - 1, LEX_RISE) || is(s, front - 1, LEX_FALL) ||
                 is(s, front - 1, LEX_BECOME));
    bool aside = is_sign(s, front, ',') && is_kind(s, front - 1, ITEM_PARTY) &&
                 is_sign(s, i, ','); /* "Peru, the third biggest, doubled" */
    int verb = front - 1 - is(s, front - 1, LEX_IN); /* "coming in at No. 8" */
    bool came = (is(s, front, LEX_IN) || is(s, front, LEX_ON)) &&
                (is(s, verb, LEX_COME) || (is(s, verb, LEX_BE) && is(s, front, LEX_ON)) ||
                 (is_kind(s, verb, ITEM_PARTY) &&
                  is_word(s, verb - 1 - is(s, verb - 1, LEX_ARTICLE), "follows")));
    bool at_place = is(s, front, LEX_ON) && is_sign(s, front - 1, ',') &&
                    is_kind(s, front - 2, ITEM_PARTY) &&
                    is(s, at + 1, LEX_WORLD); /* "Peru, at number 13 in the world, was" */
    bool with = is_kind(s, front, ITEM_PARTY) && is_word(s, front - 1, "with") &&
                is_sign(s, i, ','); /* ", with Peru first, followed by" */
    bool took = is(s, front, LEX_ACCOUNT) && is(s, i, LEX_IN); /* "took fourth in the" */
    moved = moved || aside || came || at_place || with || took;
    bool only = is(s, i, LEX_HEDGE) && is(s, i + 1, LEX_TO); /* "second only to" */
    return moved || stands || only || from || is(s, front, LEX_COME) ||
           is(s, front, LEX_RANKVERB) || is(s, front, LEX_BECOME) ||
           is(s, at, LEX_TOPPER) || is(s, i, LEX_PLACE) || is(s, i, LEX_WORLD) ||
           is_word(s, front, "as");
}

/* "in second and third place": which of the parties the rank is for. */
void rank_keep_one(names *n, const scene *s, int at)
{
    size_t which = 0;
    for (int k = rank_front(s, at);
         k >= 0 && (rank_at(s, k) > 0 || is(s, k, LEX_AND) ||
                    (is_sign(s, k, '-') && rank_at(s, k - 1) > 0));
         k--)
        which += rank_at(s, k) > 0;
    names_keep(n, which);
}

/* "2nd to 4th". */
static bool ends_run(const scene *s, int at)
{
    return (is(s, at - 1, LEX_TO) || is_sign(s, at - 1, '-')) && rank_at(s, at - 2) > 0 &&
           rank_at(s, at) > rank_at(s, at - 2) + 1 && is(s, at - 3, LEX_RANKVERB);
}

/* "with France, Russia and China ranking 2nd to 4th": a rank for each. */
static bool rank_run(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    names all;
    int first = rank_at(s, at), last = rank_at(s, at + 2), list = at - 2;
    if (!is(s, at - 1, LEX_RANKVERB) || !ends_run(s, at + 2) ||
        !names_of(&all, g, list) || (int)all.count != last - first + 1)
        return true;
    draft d = {.anchor = at, .rule = "rank-run", .sign = 1};
    if (!rank_bare_frame(&d.frame, g, at, &all))
        return true;
    *made = true;
    for (size_t i = 0; i < all.count; i++) {
        names one = {.list = {all.list[i]}, .count = 1};
        if (!rank_put(g, &d, first + (int)i, &one, err))
            return false;
    }
    return true;
}

/* "ranks 11th", "in second and third place", "the No. 3 spot": no agent beside it. */
bool rank_bare(bool *made, grammar *g, int at, arms_error *err)
{
    draft d = {.anchor = at, .rule = "rank-place", .sign = 1};
    names party_names;
    int rank = rank_at(g->scene, at);
    if (rank == 0 || !is_ranking(g->scene, at))
        return true;
    if (!rank_run(made, g, at, err) || *made)
        return *made;
    if (ends_run(g->scene, at))
        return true;
    frame last = g->frame;
    bool told = rank_bare_party(&party_names, g, at);
    if (!told && g->has_frame && last.kind == ARMS_CLAIM_SHARE) {
        d.frame = last; /* "Chile's imports were 1 per cent of …, good for 26th place" */
        d.frame.kind = ARMS_CLAIM_RANK;
        party_names = *frame_varying(&last);
    } else if (!told || !rank_bare_frame(&d.frame, g, at, &party_names))
        return true;
    if (party_names.count == 1 && rank_fronts(g->scene, at) != rank_front(g->scene, at))
        return true; /* "second and third", but only one is named */
    names region;
    int in = at + 2 + is(g->scene, at + 2, LEX_ARTICLE);
    if (is(g->scene, at + 1, LEX_IN) && d.frame.varying == SLOT_SUBJECT &&
        is_kind(g->scene, in, ITEM_PARTY) && names_of(&region, g, in) &&
        is_region(&region)) {
        d.frame.denominator = region; /* "ranks first in Africa" */
        d.frame.world = false;
    }
    rank_keep_one(&party_names, g->scene, at);
    d.base_value = is(g->scene, rank_front(g->scene, at), LEX_FROM);
    *made = true;
    return rank_put(g, &d, rank, &party_names, err) &&
           (!is(g->scene, at, LEX_TOPPER) || party_names.count > 1 ||
            rank_put_followers(g, &d, rank, err));
}

/* "ranked third with 7 per cent, Qatar fourth with 6 per cent": the frame that ranks,
 * also where a share stands between. */
static bool goes_on_ranking(frame *f, const grammar *g)
{
    *f = g->frame;
    f->kind = ARMS_CLAIM_RANK;
    for (size_t i = g->first; i < g->out->count; i++)
        if (g->out->claims[i].kind == ARMS_CLAIM_RANK)
            return g->has_frame && (g->frame.kind == ARMS_CLAIM_RANK ||
                                    g->frame.kind == ARMS_CLAIM_SHARE);
    return false;
}

/* "…, with Russia (7 per cent) and Italy (6 per cent) second and third": of the shares
 * before, in the order of the list. */
static bool rank_list(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    names ranked;
    int i = rank_front(s, at);
    while (is(s, i, LEX_AND) || rank_at(s, i) > 0 || is(s, i, LEX_ARTICLE) ||
           is(s, i, LEX_IN) || is(s, i, LEX_COME) || is(s, i, LEX_RANKVERB))
        i--;
    if (rank_at(s, at) == 0 || !is_sign(s, i, ')') || !g->has_frame ||
        g->frame.kind != ARMS_CLAIM_SHARE || stream_at(&g->streams, at))
        return true;
    int first = NOWHERE;
    for (; is_sign(s, i, ')') && is_kind(s, i - 1, ITEM_QUANTITY); i--) {
        if (!is_sign(s, i - 2, '(') || !is_kind(s, i - 3, ITEM_PARTY))
            break;
        first = i - 3;
        i = first - 1;
        while (is(s, i, LEX_AND) || is_sign(s, i, ',') || is(s, i, LEX_ARTICLE))
            i--;
        i++;
    }
    if (first == NOWHERE || !listed_names(&ranked, g, first))
        return true;
    rank_keep_one(&ranked, s, at);
    if (ranked.count != 1)
        return true;
    draft d = {.frame = g->frame, .anchor = at, .rule = "rank-list", .sign = 1};
    d.frame.kind = ARMS_CLAIM_RANK;
    frame before = g->frame;
    *made = true;
    if (!rank_put(g, &d, rank_at(s, at), &ranked, err))
        return false;
    g->frame = before;
    return true;
}

/* "to the ninth largest": the second of two ranks of the same. */
bool rank_again(bool *made, grammar *g, int at, arms_error *err)
{
    int rank = rank_at(g->scene, at);
    int front = rank_front(g->scene, at);
    bool in = is(g->scene, front, LEX_IN) && is_kind(g->scene, front - 1, ITEM_PARTY);
    bool direct = front >= 0 && is_kind(g->scene, front, ITEM_PARTY) &&
                  !g->scene->items[front].possessive && front > g->frame_anchor &&
                  !stream_at(&g->streams, at); /* "and Saudi Arabia the fifth" */
    bool same = g->frame_anchor >= clause_begin(g->scene, at);
    bool bracket = is_sign(g->scene, front, '(') &&
                   is_kind(g->scene, front - 1, ITEM_PARTY); /* "Venezuela (18th)" */
    bool base = is(g->scene, front, LEX_FROM) &&
                (is(g->scene, front - 1, LEX_RISE) || is(g->scene, front - 1, LEX_FALL));
    frame ranking;
    if (!rank_list(made, g, at, err) || *made)
        return *made;
    if (rank == 0 || !goes_on_ranking(&ranking, g) ||
        (!(is(g->scene, front, LEX_TO) && same) && !in && !direct && !base && !bracket))
        return true;
    draft d = {.frame = ranking, .anchor = at, .rule = "rank-pair", .sign = 1};
    names party_names = *frame_varying(&d.frame);
    int moved = front - 1 -
                (is(g->scene, front - 1, LEX_FALL) || is(g->scene, front - 1, LEX_RISE));
    bool pushed = is(g->scene, front, LEX_TO) && is_kind(g->scene, moved, ITEM_PARTY) &&
                  !g->scene->items[moved].pronoun;
    if (pushed && !names_of(&party_names, g, moved)) /* "pushed India to second" */
        return true;
    if (in || direct || bracket) /* "Egypt in eighth" */
        names_of(&party_names, g, direct ? front : front - 1);
    d.base_value = base;
    *made = true;
    return rank_put(g, &d, rank, &party_names, err);
}
