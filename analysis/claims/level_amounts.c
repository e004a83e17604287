/* Amounts of money that are those of no flow: deals, budgets, plans, prices. */
#include "analysis/claims/level.h"

/* "approved arms exports worth", "approved the export of arms": licensed exports. */
static bool approves_exports(const scene *s, int at)
{
    static const int far = 9;
    bool approves = is_word(s, at, "approved") || is_word(s, at, "approves") ||
                    is_word(s, at, "approve") || is_word(s, at, "approving");
    int party = at + 2 + is(s, at + 2, LEX_ARTICLE);
    if (approves && is(s, at + 1, LEX_SUPPLY) && is(s, at + 2, LEX_ARMS))
        return true; /* "approved sending arms to Peru valued at" */
    if (approves && is_word(s, at + 1, "for") && is_kind(s, party, ITEM_PARTY))
        return true; /* "arms worth $7 million were approved for Peru" */
    for (int i = clause_begin(s, at); approves && is(s, at - 1, LEX_BE) && i < at; i++)
        if (is(s, i, LEX_EXPORTS) || is(s, i, LEX_TRANSFERS))
            return true; /* "deliveries worth $7 million have been approved" */
    for (int i = at + 1; approves && i <= at + far; i++) {
        if (is(s, i, LEX_EXPORTS) || is(s, i, LEX_TRANSFERS) || is_word(s, i, "sales"))
            return true;
        if (is_sign(s, i, ',') || is_sign(s, i, ';'))
            return false;
    }
    return false;
}

/* "such agreements", in a sentence on transfer agreements. */
static bool is_transfer(const scene *s, int at)
{
    bool agreements = is_word(s, at, "agreements"), transfers = false;
    if (agreements && (is(s, at - 1, LEX_EXPORTS) || is_word(s, at - 1, "these") ||
                       is_word(s, at - 1, "such")))
        return true;
    for (int i = 0; i < (int)s->count && agreements; i++)
        transfers = transfers || is(s, i, LEX_TRANSFERS);
    return transfers;
}

/* "the purchase of", "the sale of": of some goods. */
static bool is_bargain(const scene *s, int at)
{
    return is_word(s, at, "purchase") || is_word(s, at, "sale");
}

/* "58 fighters bought for $12 million": the price of some arms, no flow. */
bool is_price(const scene *s, int at)
{
    double value = s->items[at].quantity.value;
    if (value >= 1900 && value < 2100 &&
        (is_word(s, at - 1, "constant") || is_word(s, at - 1, "current") ||
         is_word(s, at - 1, "in")))
        return true; /* "in constant 2009 dollars" */
    if (is_bargain(s, at + 1))
        return true; /* "the $7 million purchase of 36 fighters" */
    for (int i = clause_begin(s, at); i < at; i++)
        if (is_bargain(s, i) && is(s, i + 1, LEX_OF) && is_kind(s, i + 2, ITEM_QUANTITY))
            return true; /* "the sale of 24 jets, worth $6 million" */
    if (!is_word(s, before_number(s, at), "for"))
        return false;
    for (int i = clause_begin(s, at); i < at; i++)
        if (is_bargain(s, i))
            return true;
    for (int i = clause_begin(s, at); i < at; i++)
        for (int k = i + 1; is_kind(s, i, ITEM_QUANTITY) && k <= i + 6 && k < at; k++)
            if (has_unit(&s->items[i].quantity, "") && is(s, k, LEX_ARTICLES))
                return true;
    return false;
}

/* "spent $7 million on imports of arms". */
static bool spends_on_imports(const scene *s, int at)
{
    static const int far = 8;
    bool spends = is_word(s, at, "spent") || is_word(s, at, "spends") ||
                  is_word(s, at, "spending") || is_word(s, at, "expended");
    for (int i = at + 1; spends && i <= at + far; i++)
        if (is_word(s, i, "on"))
            return is(s, i + 1 + is(s, i + 1, LEX_ARTICLE), LEX_IMPORTS);
    return false;
}

/* Words of a clause that make an amount another than that of a flow; of spending and of
 * plans only up to the next comma: "bought arms worth $7 million, with $3 million spent
 * on …". */
bool is_other_amount(const scene *s, int at)
{
    static const lexicon_class others[] = {LEX_DEAL,   LEX_BUDGET, LEX_COMPANY, LEX_TRADE,
                                           LEX_TARGET, LEX_AID,    LEX_PRODUCT};
    int begin = clause_begin(s, at), end = clause_end(s, at), begin_near = begin;
    bool comma = false, with = false;
    for (int i = begin; i < at; i++)
        if (is_sign(s, i, ','))
            begin_near = i;
    for (int i = begin; i < end; i++) {
        comma = comma || (i > at && (is_sign(s, i, ',') ||
                                     (is(s, i, LEX_AND) && is(s, i + 1, LEX_BE))));
        with = with || (i > at && is_sign(s, i, ',') && is_word(s, i + 1, "with"));
        if (i > at && (is_word(s, i, "according") || is_word(s, i, "despite")))
            break;
        bool listed = is_sign(s, at - 1, '(') && i < at; /* "buyers of …: Peru ($7 m)" */
        if ((i < begin_near || listed || !s->items[at].quantity.money) &&
            is(s, i, LEX_PRODUCT))
            continue; /* "at production price, the value of deliveries …" */
        if (is_kind(s, i, ITEM_WORD) &&
            is_any(s, i, others, sizeof others / sizeof *others) &&
            !approves_exports(s, i) && !is_transfer(s, i) && !spends_on_imports(s, i) &&
            !is_national(s, i) && !(with && is(s, i, LEX_DEAL)) &&
            !(comma &&
              (is(s, i, LEX_BUDGET) || is(s, i, LEX_TARGET) || is(s, i, LEX_COMPANY))))
            return true;
    }
    return false;
}
