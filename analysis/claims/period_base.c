/* Which printed periods are those that something is compared with. See the header. */
#include "analysis/claims/period_base.h"

bool is_period(const scene *s, int at)
{
    return is_kind(s, at, ITEM_PERIOD) && !s->items[at].period.date;
}

/* The item before a period, articles and the like skipped. */
static int lead(const scene *s, int at)
{
    static const lexicon_class comparisons[] = {LEX_THAN, LEX_HIGHER, LEX_LOWER};
    int i = at - 1;
    while (!is_kind(s, i, ITEM_QUANTITY) && /* "a third" begins with an article */
           (is(s, i, LEX_ARTICLE) || is_unknown(s, i) || is(s, i, LEX_IN) ||
            is(s, i, LEX_THIS) || (is(s, i, LEX_HEDGE) && !is_any(s, i, comparisons, 3))))
        i--;
    return i;
}

/* Two windows or years that a change lies between: "from A to B", "between A and B". */
bool is_first_of_two(const scene *s, int at)
{
    int i = lead(s, at), next = at + 1;
    while (is(s, next + 1, LEX_ARTICLE))
        next++;
    bool joined = is(s, at + 1, LEX_UNTIL) || is(s, at + 1, LEX_AND);
    if (is_period(s, at) && is_period(s, next + 1) && is(s, at + 1, LEX_AND) &&
        is(s, i + 1, LEX_IN)) { /* "rose by 29 per cent in 2009–13 and 2014–18" */
        const period *a = &s->items[at].period, *b = &s->items[next + 1].period;
        if (a->first > 0 && a->last > a->first && b->first == a->last + 1 &&
            b->last - b->first == a->last - a->first)
            return true;
    }
    return is_period(s, next + 1) && joined &&
           (is(s, i, LEX_FROM) || is(s, i, LEX_BETWEEN));
}

/* "down from 17 per cent in 2006–10": the period of a number that another is compared
 * with. */
static bool is_of_compared(const scene *s, int at)
{
    int i = at - 1;
    while (!is_kind(s, i, ITEM_QUANTITY) &&
           (is(s, i, LEX_IN) || is(s, i, LEX_ON) || is(s, i, LEX_ARTICLE) ||
            is_unknown(s, i) || is_sign(s, i, '(') || is_sign(s, i, ')')))
        i--;
    if (!is_kind(s, i, ITEM_QUANTITY))
        return false;
    int before = before_number(s, i);
    return is(s, before, LEX_MULTIPLY) || is(s, before, LEX_TIMES) ||
           is(s, before, LEX_FROM) || is(s, before, LEX_COMPARE) ||
           is(s, before, LEX_THAN) || is(s, before, LEX_LOWER) ||
           is(s, before, LEX_HIGHER);
}

/* "double the 2021 figure". */
static bool is_figure(const scene *s, int at)
{
    return at + 1 < (int)s->count && is(s, at - 1, LEX_ARTICLE) &&
           (is_word(s, at + 1, "figure") || is_word(s, at + 1, "level"));
}

/* "a 212 per cent rise over 2007–11". */
static bool is_risen_over(const scene *s, int at)
{
    int over = at - 1 - is(s, at - 1, LEX_ARTICLE);
    return is_word(s, over, "over") &&
           (is(s, over - 1, LEX_RISE) || is(s, over - 1, LEX_FALL));
}

/* "from the sector in June", "from January to June": no period that is compared with. */
static bool is_apart(const scene *s, int from, int at)
{
    const period *p = &s->items[at].period;
    for (int i = from + 1; i < at; i++)
        if (is_unknown(s, i))
            return true;
    return p->kind == PERIOD_MONTHS && p->part_end > p->part;
}

/* "From 2010–14 China sold to 40": tells when, at the head of a clause. */
static bool is_fronted_from(const scene *s, int at)
{
    return is(s, at, LEX_FROM) && at == clause_begin(s, at);
}

/* "12 per cent over the export figures of 2023", "above total sales in 2017": the period
 * of what a number is above. */
static bool is_of_figures(const scene *s, int at)
{
    static const int far = 7;
    bool noun = false;
    int i = at - 1;
    for (int n = 0; n < far; i--, n++) {
        bool flow = is(s, i, LEX_EXPORTS) || is(s, i, LEX_IMPORTS) ||
                    is(s, i, LEX_ARMSONLY) || is(s, i, LEX_TRANSFERS);
        noun = noun || flow;
        if (!flow && !is(s, i, LEX_OF) && !is(s, i, LEX_IN) && !is(s, i, LEX_ARTICLE) &&
            !is(s, i, LEX_BUY) && !is(s, i, LEX_SUPPLY) && !is(s, i, LEX_ARMS) &&
            !is(s, i, LEX_TOTAL) && !is_unknown(s, i))
            break;
    }
    bool above =
        is_word(s, i, "over") || is_word(s, i, "above") || is_word(s, i, "below");
    if (noun && is(s, i, LEX_COMPARE) && !is(s, i, LEX_FROM) && !is(s, i, LEX_ON))
        return true; /* "compared to imports bought in 2006–10" */
    return noun && above &&
           (is(s, i - 1, LEX_RISE) || is(s, i - 1, LEX_FALL) ||
            is_kind(s, i - 1, ITEM_QUANTITY));
}

/* "7 per cent above those in 2010–14", "7 per cent below 2010–14 levels". */
static bool is_of_level(const scene *s, int at)
{
    int i = at - 1;
    while (is(s, i, LEX_ARTICLE) || is(s, i, LEX_IN) || is(s, i, LEX_OF) ||
           is_unknown(s, i) || is(s, i, LEX_TOTAL))
        i--;
    return (is_word(s, i, "above") || is_word(s, i, "below")) &&
           is_kind(s, i - 1, ITEM_QUANTITY);
}

/* Whether a period is one that something is compared with. */
bool is_base(const scene *s, int at)
{
    const period *p = &s->items[at].period;
    if (is_of_compared(s, at) || is_figure(s, at))
        return true;
    if (p->relation == RELATION_PREVIOUS || p->relation == RELATION_AGO)
        return true;
    int told = at - 1 -
               (is(s, at - 1, LEX_FROM) || is(s, at - 1, LEX_OF) ||
                is_kind(s, at - 1, ITEM_SIGN)); /* "the previous five years, 2013–17" */
    if (is_period(s, told) && s->items[told].period.relation == RELATION_PREVIOUS)
        return true;
    int i = lead(s, at);
    if (is_of_level(s, at))
        return p->relation == RELATION_NONE;
    bool held = is(s, i, LEX_OF) || is(s, i, LEX_BETWEEN) ||
                (is_kind(s, i, ITEM_PARTY) && s->items[i].pronoun);
    if ((is(s, i, LEX_ON) && !is(s, i, LEX_COMPARE)) || held)
        i = lead(s, i);
    if (held && is_kind(s, i, ITEM_PARTY) && s->items[i].pronoun)
        i = lead(s, i); /* "above those of 2007–11" */
    if (held &&
        (is(s, i, LEX_HIGHER) || is(s, i, LEX_LOWER) ||
         (is_kind(s, i, ITEM_QUANTITY) && has_unit(&s->items[i].quantity, "times"))))
        return p->relation == RELATION_NONE;
    if (is(s, i, LEX_SINCE))
        return true;
    bool over =
        is_word(s, i, "over") && !is(s, i - 1, LEX_RISE) && !is(s, i - 1, LEX_FALL);
    bool compared = !is_kind(s, i, ITEM_QUANTITY) &&
                    (is(s, i, LEX_COMPARE) || is(s, i, LEX_THAN)) &&
                    !is_fronted_from(s, i) && !(is(s, i, LEX_FROM) && is_apart(s, i, at));
    bool source = is(s, i, LEX_FROM) && is(s, i - 1, LEX_SAY); /* "figures from 2015" */
    return is_first_of_two(s, at) || is_risen_over(s, at) || is_of_figures(s, at) ||
           (compared && !source && !over && p->relation == RELATION_NONE &&
            !(p->worded && is(s, i, LEX_FROM)));
}

/* "the highest level since 1990" tells no period of figures, where there is another. */
bool is_record(const scene *s, int at)
{
    static const char *const borders[] = {"before", "until", "after"};
    for (size_t i = 0; at > 0 && i < sizeof borders / sizeof *borders; i++)
        if (token_is_word(&s->tokens, s->items[at - 1].first, borders[i]) &&
            s->items[at].period.relation == RELATION_NONE)
            return true; /* "nothing before 2022" */
    if (s->items[at].period.relation != RELATION_SINCE)
        return false;
    for (int i = 0; i < (int)s->count; i++)
        if (is_period(s, i) && s->items[i].period.relation != RELATION_SINCE)
            return true;
    return false;
}

/* "a smaller share than in 2016–20 (51 per cent)": of the number behind it alone. */
bool is_of_gloss(const scene *s, int at)
{
    bool that = is_kind(s, at - 2, ITEM_PARTY) && s->items[at - 2].pronoun;
    bool compared = is(s, lead(s, at), LEX_THAN) || (is(s, at - 1, LEX_IN) && that);
    return compared && is_sign(s, at + 1, '(') && is_kind(s, at + 2, ITEM_QUANTITY) &&
           is_sign(s, at + 3, ')');
}
