/* Who has a rank: the party in front of the agent, behind it, or the clause's subject. */
#include "analysis/claims/rank.h"

int party_behind(const scene *s, int at)
{
    bool but = is_word(s, at, "not") && is_kind(s, at + 1, ITEM_PARTY) &&
               is_word(s, at + 2, "but");
    at += but ? 3 : 0; /* "was not China but Russia" */
    at += is_word(s, at, "by") && is_word(s, at + 1, "far") ? 2 : 0;
    int group = at + is(s, at, LEX_ALL); /* "were all Asian countries – Peru and Chile" */
    if (is_kind(s, group, ITEM_PARTY)) {
        group += 1 + is(s, group + 1, LEX_COUNTRIES);
        bool list = is_sign(s, group, '_') || is_sign(s, group, ':');
        at = list && is_kind(s, group + 1, ITEM_PARTY) ? group + 1 : at;
    }
    while (is(s, at, LEX_ARTICLE) || is_unknown(s, at) || is_kind(s, at, ITEM_PERIOD) ||
           ((is(s, at, LEX_COUNTRIES) || is(s, at, LEX_REFERENT)) &&
            is(s, at + 1, LEX_OF)) ||
           (is(s, at, LEX_OF) &&
            (is(s, at - 1, LEX_COUNTRIES) || is(s, at - 1, LEX_REFERENT))) ||
           is(s, at, LEX_IN) || is_sign(s, at, ':') || is(s, at, LEX_CURRENT) ||
           (is_sign(s, at, '-') && is_unknown(s, at + 1)))
        at++;
    return is_kind(s, at, ITEM_PARTY) && !s->items[at].possessive && !s->items[at].aside
               ? at
               : NOWHERE;
}

/* "Rosoboronexport, Russia's main exporter": somebody whom no table knows. */
static bool is_of_stranger(const scene *s, int front)
{
    return is_sign(s, front, ',') && is_unknown(s, front - 1) &&
           s->tokens.items[s->items[front - 1].first].capital;
}

/* "which for the first time became": the pronoun in front of the verb at `front`; NOWHERE
 * for none. */
static int relative_in_front(const scene *s, int front)
{
    int which = front - 1;
    while (is_unknown(s, which) || is(s, which, LEX_TO) || is(s, which, LEX_ARTICLE) ||
           is(s, which, LEX_ORDINAL) || is_word(s, which, "time") ||
           is_kind(s, which, ITEM_PERIOD))
        which--;
    bool found = is_kind(s, which, ITEM_PARTY) && is_relative(s, which) &&
                 is_sign(s, which - 1, ',');
    return found ? which : NOWHERE;
}

/* "Moscow's role as", "overtook China as", "with China as": whose the rank is. */
static int party_of_as(const scene *s, int front)
{
    bool role = is_word(s, front - 1, "role") || is_word(s, front - 1, "position") ||
                is_word(s, front - 1, "status");
    if (role && is_kind(s, front - 2, ITEM_PARTY) && s->items[front - 2].possessive)
        return front - 2;
    if (is(s, front - 2, LEX_FOLLOWED) && is_kind(s, front - 3, ITEM_PARTY))
        return front - 3; /* "putting France ahead of Germany as" */
    bool ousted = is(s, front - 2, LEX_BECOME) || is(s, front - 3, LEX_BECOME);
    if (ousted && is_kind(s, front - 3, ITEM_PARTY))
        return front - 3; /* "led to France overtaking them as" */
    return is_kind(s, front - 1, ITEM_PARTY) && !ousted ? front - 1
                                                        : subject_before(s, front);
}

/* "Israeli firms have surpassed the UK, becoming": who did; NOWHERE where nobody was
 * overtaken. */
static int overtaker(const scene *s, int front)
{
    bool overtaken = is(s, front, LEX_BECOME) && is_sign(s, front - 1, ',') &&
                     is_kind(s, front - 2, ITEM_PARTY) &&
                     is(s, front - 3 - is(s, front - 3, LEX_ARTICLE), LEX_OVERTAKE);
    int by = front - 4;
    while (overtaken && by >= 0 && !is_kind(s, by, ITEM_PARTY))
        by--;
    return overtaken && by >= 0 ? by : NOWHERE;
}

/* "For Peru, the main supplier is": whose it is. */
static bool is_for(const scene *s, int party)
{
    return is_word(s, party - 1 - is(s, party - 1, LEX_ARTICLE), "for");
}

/* The party in front of an agent; NOWHERE where none stands there. */
static int party_in_front(const grammar *g, int front)
{
    const scene *s = g->scene;
    int moved = front - 1;
    if (is(s, moved, LEX_RISE) || is(s, moved, LEX_FALL))
        moved--;
    if (is(s, front, LEX_FROM) && is_kind(s, moved, ITEM_PARTY))
        return moved; /* "which took it from 43rd to eighth" */
    bool verb = is(s, front, LEX_BE) || is(s, front, LEX_BECOME) ||
                is(s, front, LEX_RANKVERB) || is(s, front, LEX_ACCOUNT);
    if (verb && relative_in_front(s, front) != NOWHERE)
        return relative_in_front(s, front);
    if (verb && is_kind(s, front - 1, ITEM_PARTY) && !s->items[front - 1].possessive)
        return front - 1;
    if (is_word(s, front, "as"))
        return party_of_as(s, front);
    bool bracket = is_sign(s, front, ',') && is_sign(s, front - 1, ')') &&
                   is_kind(s, front - 2, ITEM_QUANTITY) && is_sign(s, front - 3, '(');
    if (bracket && is_kind(s, front - 4, ITEM_PARTY))
        return front - 4; /* "the USA (44 per cent), the leading exporter" */
    if ((is_sign(s, front, ',') || is_sign(s, front, '_')) &&
        is_kind(s, front - 1, ITEM_PARTY) && !s->items[front - 1].possessive &&
        governor(s, front - 1) != LEX_IN && !is_for(s, front - 1))
        return front - 1;
    if (overtaker(s, front) != NOWHERE)
        return overtaker(s, front);
    if (front >= 0 && is_kind(s, front, ITEM_PARTY) && !s->items[front].possessive)
        return front;
    return verb ? subject_before(s, front) : NOWHERE;
}

/* The item behind an agent's words and periods. */
static int behind_agent(const scene *s, int at)
{
    int i = at;
    while (is_kind(s, i, ITEM_PERIOD) || is(s, i, LEX_IN) || is(s, i, LEX_ON) ||
           ((is(s, i, LEX_FROM) || is(s, i, LEX_BETWEEN)) &&
            is_kind(s, i + 1, ITEM_PERIOD)) ||
           ((is(s, i, LEX_TO) || is(s, i, LEX_ARTICLE)) &&
            (is_kind(s, i + 1, ITEM_PERIOD) || is_kind(s, i + 2, ITEM_PERIOD))))
        i++;
    int behind = i;
    if (is_sign(s, i, ',') &&
        (is_word(s, i + 1, "according") || is_word(s, i + 2, "terms"))) {
        for (i++; i < (int)s->count && !is_sign(s, i, ',');)
            i++; /* ", according to the report, were" */
        i = is(s, i + 1, LEX_BE) ? i + 1 : behind;
    }
    for (int k = i + 2; is_sign(s, i, ',') && is_relative(s, i + 1) && k < (int)s->count;
         k++)
        if (is_sign(s, k, ',') && is(s, k + 1, LEX_BE))
            return k + 1; /* ", which is at war, was" */
    for (int k = i + 1; is_sign(s, i, '_') && k < (int)s->count; k++)
        if (is_sign(s, k, '_') && is(s, k + 1, LEX_BE))
            return k + 1; /* "the biggest exporter – with 9 per cent – is" */
    return i + (is(s, i, LEX_HAVE) && is(s, i + 1, LEX_BE));
}

/* "was well behind last year's No. 4 exporter": whoever was has not that rank. */
static bool stands_behind(const scene *s, int front, int begin)
{
    static const char *const words[] = {"behind", "trails", "trailed", "trailing"};
    for (int i = front + 1; i < begin; i++)
        if (is_word_of(s, i, words, sizeof words / sizeof *words))
            return true;
    return false;
}

int ranked_party(const grammar *g, const stream *agent, int begin)
{
    const scene *s = g->scene;
    int front = rank_front(s, begin), behind = behind_agent(s, agent->end);
    if (agent->owned && is_of_stranger(s, front))
        return NOWHERE;
    if (stands_behind(s, front, begin))
        return is_sign(s, behind, ',') ? party_behind(s, behind + 1) : NOWHERE;
    int party = party_in_front(g, front);
    bool being = is_word(s, front, "being") && party == NOWHERE; /* "While being the" */
    bool verb = (is(s, front, LEX_BE) && !being) || is(s, front, LEX_BECOME) ||
                is(s, front, LEX_RANKVERB) || is(s, front, LEX_ACCOUNT);
    if (party != NOWHERE || verb || is_word(s, front, "as"))
        return party;
    if (is(s, behind, LEX_BE))
        party = party_behind(s, behind + 1);
    if (party != NOWHERE)
        return party;
    bool comma = is_sign(s, behind, ',') || is_sign(s, behind, '_');
    party = party_behind(s, behind + comma);
    if (party != NOWHERE && (comma || party == behind) &&
        governor(s, party) != LEX_FOLLOWED)
        return party;
    return subject_before(s, begin);
}
