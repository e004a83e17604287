/* The party of a list that a number stands beside. */
#include "analysis/claims/share.h"

/* "Spain (27 per cent) and France (3) supplying most of its arms": the role by the verb
 * that a list of brackets is the subject of. */
static part_role role_by_verb(const scene *s, int at)
{
    int i = at + 1;
    while (is_kind(s, i, ITEM_PARTY) || is_kind(s, i, ITEM_QUANTITY) ||
           is_sign(s, i, '(') || is_sign(s, i, ')') || is_sign(s, i, ',') ||
           is(s, i, LEX_AND) || is(s, i, LEX_ARTICLE))
        i++;
    bool list = is_sign(s, at - 1, '(') && is_sign(s, i - 1, ')');
    return list && is(s, i, LEX_SUPPLY) ? ROLE_EXPORTER
           : list && is(s, i, LEX_BUY)  ? ROLE_IMPORTER
                                        : ROLE_ANY;
}

/* "Peru and Chile were the largest importers, accounting for 27 and 35 per cent
 * respectively": the list that has as many names as there are numbers joined here. */
static int listed_several(const scene *s, int at)
{
    int first, last;
    joined_numbers(s, at, &first, &last);
    size_t many = (size_t)(last - first) / 2 + 1;
    for (int i = first - 1; i >= 0 && many > 1; i--)
        if (is_kind(s, i, ITEM_PARTY) && !s->items[i].pronoun &&
            s->items[i].count == many)
            return i;
    return NOWHERE;
}

/* "the biggest exporter of arms to Peru accounting for": Peru's supplier does. */
static bool is_supplied(const scene *s, int party)
{
    int i = party - 1 - is(s, party - 1, LEX_ARTICLE);
    bool to = is(s, i, LEX_TO);
    while (to && (is(s, i, LEX_TO) || is(s, i, LEX_OF) || is(s, i, LEX_ARMS)))
        i--;
    return to && (is(s, i, LEX_EXPORTER) || is(s, i, LEX_SUPPLIER));
}

/* "Peru supplying 7 per cent", "Peru contributing 7": the role by the verb behind. */
static part_role role_of_verb(const scene *s, int at)
{
    bool sells = is(s, at, LEX_SUPPLY) || is_word(s, at, "contributing");
    return sells ? ROLE_EXPORTER : is(s, at, LEX_BUY) ? ROLE_IMPORTER : ROLE_ANY;
}

/* "with most supplies coming from Peru (13 %)". */
static bool comes_from(const scene *s, int party)
{
    int from = party - 1 - is(s, party - 1, LEX_ARTICLE);
    if (from < 1 || !token_is_word(&s->tokens, s->items[from].end - 1, "from"))
        return false;
    return is(s, from, LEX_COME) || is(s, from - 1, LEX_COME);
}

/* Words that may stand between a number and the party of a list; `list` where all of a
 * "respectively" is. */
static bool passes(const scene *s, int at, bool list)
{
    static const lexicon_class words[] = {
        LEX_ON,        LEX_TO,       LEX_BE,   LEX_HEDGE, LEX_ACCOUNT,
        LEX_HAVE,      LEX_ARTICLE,  LEX_RISE, LEX_FALL,  LEX_ORDINAL,
        LEX_FOLLOWING, LEX_TOGETHER, LEX_COME};
    static const char signs[] = "(:,_-";
    bool sign = false;
    for (size_t i = 0; i + 1 < sizeof signs; i++)
        sign = sign || is_sign(s, at, signs[i]);
    return sign || is_any(s, at, words, sizeof words / sizeof *words) ||
           is_unknown(s, at) || is_word(s, at, "followed") ||
           ((is(s, at, LEX_SUPPLY) || is(s, at, LEX_BUY)) && !is_flow_noun(s, at)) ||
           (is(s, at, LEX_SUPERLATIVE) && is(s, at + 1, LEX_HAVE)) ||
           (is(s, at, LEX_IN) && is(s, at + 1, LEX_ORDINAL)) ||
           (list && !is_kind(s, at, ITEM_PERIOD));
}

/* The party of a list that a number stands beside: "Qatar (13 %)", "Qatar at 13 %",
 * "Peru's was 16 %", "16 % to Peru". */
int listed_party(const scene *s, int at, part_role *role)
{
    const bool list = says_respectively(s);
    const int far = list ? 14 : 5;
    int several = list ? listed_several(s, at) : NOWHERE;
    *role = ROLE_ANY;
    int each = is_word(s, at + 1, "each");
    int next = at + 1 + each + is_sign(s, at + 1, ')');
    if (is_kind(s, next, ITEM_PARTY) && s->items[next].adjective && next == at + 1) {
        *role = ROLE_EXPORTER; /* "78 per cent Russian" */
        return next;
    }
    if (is(s, next, LEX_FROM) ||
        (next == at + 1 + each && (is(s, next, LEX_TO) || is(s, next, LEX_BY)))) {
        int party = party_after(s, next);
        bool any = is_word(s, next, "for");
        *role = any ? ROLE_ANY : is(s, next, LEX_TO) ? ROLE_IMPORTER : ROLE_EXPORTER;
        if (party != NOWHERE)
            return party;
    }
    bool made = is(s, at - 1, LEX_ARMS) && is_kind(s, at - 2, ITEM_PARTY) &&
                (s->items[at - 2].adjective || s->items[at - 2].possessive);
    if (made) { /* "and British weapons 23 per cent" */
        *role = ROLE_EXPORTER;
        return at - 2;
    }
    *role = role_by_verb(s, at);
    if (several != NOWHERE)
        return several;
    for (int i = at - 1, n = 0; i >= 0 && n < far; i--, n++) {
        bool party = is_kind(s, i, ITEM_PARTY);
        if ((party && list && s->items[i].pronoun) || is_word(s, i, "both") ||
            is_word(s, i, "each"))
            continue; /* "Peru and Chile (both 1 %)" */
        if (!party && !passes(s, i, list))
            return NOWHERE;
        if (!party)
            continue;
        if ((is(s, i + 1, LEX_ACCOUNT) && is_supplied(s, i)) || s->items[i].compound ||
            s->items[i].aside)
            return NOWHERE;
        if (*role == ROLE_ANY && !is_flow_noun(s, i + 1))
            *role = role_of_verb(s, i + 1);
        if (comes_from(s, i) && is_sign(s, at - 1, '('))
            *role = ROLE_EXPORTER;
        return i;
    }
    return NOWHERE;
}
