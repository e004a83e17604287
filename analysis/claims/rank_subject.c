/* Who has a rank that no agent stands beside: "ranks 11th", "in second place is
 * Israel". */
#include "analysis/claims/rank.h"

/* The item in front of "third and second". */
int rank_fronts(const scene *s, int at)
{
    int front = rank_front(s, at);
    while (is(s, front, LEX_AND) && rank_at(s, front - 1) > 0)
        front = rank_front(s, front - 1);
    return front;
}

/* "In second place is Israel": who stands behind the verb; NOWHERE for nobody. */
static int behind_place(const scene *s, int at)
{
    int party = at + 3 + is(s, at + 3, LEX_ARTICLE);
    if (is(s, at + 1, LEX_PLACE) && is_kind(s, at + 2, ITEM_PARTY) &&
        !s->items[at + 2].possessive && !s->items[at + 2].adjective)
        return at + 2; /* "beating second place India" */
    bool stands = is(s, at + 1, LEX_PLACE) &&
                  (is(s, at + 2, LEX_BE) || is(s, at + 2, LEX_COME)) &&
                  is_kind(s, party, ITEM_PARTY) && !s->items[party].possessive;
    return stands ? party : NOWHERE;
}

/* "with Peru – its old rival – coming in at 11th": who stands before the dashes in
 * front of the verb at `verb`; NOWHERE for none. */
static int party_before_aside(const scene *s, int verb)
{
    verb -= is(s, verb, LEX_IN);
    int open = verb - 2;
    if (!is(s, verb, LEX_COME) || !is_sign(s, verb - 1, '_'))
        return NOWHERE;
    while (open > 0 && !is_sign(s, open, '_'))
        open--;
    return is_kind(s, open - 1, ITEM_PARTY) && !s->items[open - 1].possessive ? open - 1
                                                                              : NOWHERE;
}

/* "Peru, of which Chile is the main supplier, ranks", "Peruvian exports are ranked":
 * whose the verb is, where a clause or the noun of a flow stands before it; NOWHERE
 * else. */
static int main_subject(const grammar *g, int verb)
{
    const scene *s = g->scene;
    while (is(s, verb - 1, LEX_BE) || is(s, verb - 1, LEX_HAVE) ||
           is_word(s, verb - 1, "ranking") || is(s, verb - 1, LEX_RISE) ||
           is(s, verb - 1, LEX_FALL))
        verb--; /* "its export ranking rose from" */
    const stream *st = noun_at(&g->streams, verb - 1);
    int owner = st ? stream_holder(st) : NOWHERE;
    if (st && st->end == verb && st->way != WAY_ARMS && owner != NOWHERE)
        return owner;
    for (int i = 2; i < verb && is_sign(s, verb - 1, ','); i++) {
        int comma = i - 1 - is(s, i - 1, LEX_OF);
        if (is_relative(s, i) && is_sign(s, comma, ',') &&
            is_kind(s, comma - 1, ITEM_PARTY))
            return comma - 1;
    }
    return NOWHERE;
}

/* "Peru's imports fell and it dropped to 71st": it is whose the imports are. */
static bool subject_of_flow(names *out, const grammar *g, int subject, int at)
{
    const scene *s = g->scene;
    const stream *st = last_before(g, 0, at, STREAM_NOUN);
    int owner = st ? stream_party(st) : NOWHERE;
    bool beside = st && (is(s, subject - 1, LEX_AND) || is_sign(s, subject - 1, ',')) &&
                  st->end < subject;
    for (int i = st ? st->end : 0; beside && i < subject; i++)
        beside = !is_kind(s, i, ITEM_PARTY);
    return is_word(s, subject, "it") && beside && owner != NOWHERE &&
           !s->items[owner].pronoun && names_of(out, g, owner);
}

/* The item of who has the rank, by the words in front of it: "with China ranked fourth",
 * "France, ranked third,", "ahead of Peru, which has held fourth place". */
static int bare_subject(const grammar *g, int at)
{
    const scene *s = g->scene;
    int near = rank_fronts(s, at) - 1, who_has = near;
    if (is_kind(s, near + 1, ITEM_PARTY) && is_word(s, near, "with"))
        return near + 1;
    while (is(s, who_has, LEX_HAVE))
        who_has--;
    if (is_relative(s, who_has) && is_sign(s, who_has - 1, ','))
        return who_has;
    int before_aside = party_before_aside(s, near);
    if (before_aside != NOWHERE)
        return before_aside;
    bool aside = is(s, near + 1, LEX_RANKVERB) && is_sign(s, near, ',');
    if (aside && is_kind(s, near - 1, ITEM_PARTY) && !s->items[near - 1].possessive &&
        is_sign(s, at + 1, ','))
        return near - 1;
    int subject = main_subject(g, near + 1);
    if (subject != NOWHERE)
        return subject;
    int behind = is_word(s, near + 1, "as") ? NOWHERE : behind_place(s, at);
    if (behind != NOWHERE)
        return behind;
    bool confirmed = is(s, near + 1, LEX_SAY) && is(s, near - 1, LEX_AND);
    bool verb = is(s, near + 1, LEX_RANKVERB) || is(s, near + 1, LEX_BE) || confirmed;
    if (verb && is_kind(s, near, ITEM_PARTY) && !s->items[near].possessive &&
        !s->items[near].aside)
        return near; /* "and France confirmed a distant second place" */
    return subject_before(s, at);
}

bool rank_bare_party(names *out, const grammar *g, int at)
{
    int subject = bare_subject(g, at);
    if (!g->has_frame && is_word(g->scene, subject - 1, "with") &&
        subject == rank_fronts(g->scene, at))
        return false; /* ", with Peru first": of what? */
    return subject_of_flow(out, g, subject, at) || names_of(out, g, subject);
}
