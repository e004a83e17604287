/* Several numbers of one whole: "Chile and Peru absorbed 23 and 9 per cent of Spanish
 * exports", "accounting for 28 and 34 per cent of their exports". */
#include "analysis/claims/share.h"

/* The number that is joined in front, "23 and" or "41,"; NOWHERE for none. */
static int number_before(const scene *s, int at)
{
    int i = at - 1;
    while (is_sign(s, i, ',') || is(s, i, LEX_AND))
        i--;
    bool joined = i < at - 1 && is_kind(s, i, ITEM_QUANTITY) &&
                  has_unit(&s->items[i].quantity, "percent");
    return joined && has_unit(&s->items[at].quantity, "percent") ? i : NOWHERE;
}

/* "23 and 9 per cent of", "41, 21 and 15 per cent, respectively, of": the first of
 * numbers that have one whole, and the "of" behind them; how many there are. */
static int numbers_of(const scene *s, int at, int *first, int *of)
{
    int n = 1;
    *first = at;
    while (number_before(s, *first) != NOWHERE) {
        *first = number_before(s, *first);
        n++;
    }
    int i = at + 1;
    while (is(s, i, LEX_AND) || is_sign(s, i, ',') || is(s, i, LEX_RESPECTIVELY) ||
           (is_kind(s, i, ITEM_QUANTITY) && number_before(s, i) != NOWHERE)) {
        n += is_kind(s, i, ITEM_QUANTITY);
        i++;
    }
    *of = i;
    return n;
}

/* Whose the shares are: as the words around the first of the numbers tell, or, where they
 * name another number of parties than `n`, the list that they are told of. */
static bool part_of_each(share_part *p, const grammar *g, int first, const stream *whole,
                         int n)
{
    names listed;
    bool part = find_part(p, g, first, whole->end);
    part_role role;
    if ((part && (int)p->who.count == n) || n == 1 || !says_respectively(g->scene) ||
        !names_of(&listed, g, listed_party(g->scene, first, &role)) ||
        (int)listed.count != n)
        return part;
    const stream *agent = last_before(g, 0, first, STREAM_AGENT);
    bool sells = agent && is(g->scene, agent->head, LEX_SUPPLIER);
    *p = (share_part){.who = listed, .role = sells ? ROLE_EXPORTER : role};
    return true;
}

/* "Chile and Peru absorbed 23 and 9 per cent of Spanish exports": a share for each of
 * them in their order. */
bool share_each(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    int first, of, n = numbers_of(s, at, &first, &of);
    const stream *found = n > 1 && is(s, of, LEX_OF) ? share_whole(g, of + 1) : NULL;
    share_part p = {.role = ROLE_ANY};
    names owners;
    int owner = found ? stream_holder(found) : NOWHERE;
    bool owners_known = names_of(&owners, g, owner) && (int)owners.count == n;
    if (!found || !part_of_each(&p, g, first, found, owners_known ? 1 : n))
        return true;
    draft d = {
        .number = s->items[at].quantity, .anchor = at, .rule = "share-each", .sign = 1};
    bool owned = owners_known && p.who.count == 1;
    if (owned) { /* "accounting for 28 and 34 per cent of their exports" */
        names_keep(&owners, quantities_between(s, first, at));
        d.frame = (frame){.kind = ARMS_CLAIM_SHARE,
                          .flow = stream_flow(found),
                          .subject = owners,
                          .counterpart = p.who,
                          .varying = SLOT_SUBJECT};
        *made = true;
        return put_claim(g, &d, err);
    }
    if ((int)p.who.count != n)
        return true;
    names_keep(&p.who, quantities_between(s, first, at));
    stream whole = owned_by_seller(g, found, first);
    if (!share_combine(&d.frame, g, &whole, &p))
        return true;
    *made = true;
    return put_claim(g, &d, err);
}

bool is_second_range(const scene *s, int at)
{
    int ranges = 0;
    for (int i = clause_begin(s, at); i < at; i++)
        ranges += is(s, i, LEX_FROM) &&
                  is_kind(s, i + 1 + is(s, i + 1, LEX_HEDGE), ITEM_QUANTITY);
    return ranges > 1 && says_respectively(s);
}
