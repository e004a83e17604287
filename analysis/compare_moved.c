/* A deal that one side lacks in the years compared may stand there in other years: its
 * deliveries were moved, or parted otherwise between years. */
#include <stdlib.h>

#include "analysis/compare_deal.h"

static int by_side(const void *a, const void *b)
{
    const deal_item *x = a, *y = b;
    int order = deal_order(x, y);
    return order ? order : (int)x->side - (int)y->side;
}

static void widen(arms_years *years, int year)
{
    years->first = years->first > 0 && years->first < year ? years->first : year;
    years->last = years->last > year ? years->last : year;
}

/* The years of all items that are the same deal on the same side. */
static arms_years years_of(const deal_list *list, const deal_item *key)
{
    arms_years years = {0, 0};
    const deal_item *found = list->count > 0 ? bsearch(key, list->items, list->count,
                                                       sizeof *list->items, by_side)
                                             : NULL;
    if (!found)
        return years;
    const deal_item *first = found, *end = list->items + list->count;
    while (first > list->items && by_side(first - 1, key) == 0)
        first--;
    for (; first < end && by_side(first, key) == 0; first++)
        widen(&years, first->flow.year);
    return years;
}

static bool look_up(arms_compared_deal *deal, const deal_list *list, arms_error *err)
{
    size_t lacks = deal->designation[0] ? 1 : 0;
    const char *designation = deal->designation[1 - lacks];
    if (deal->designation[lacks])
        return true;
    const deal_item key = {.exporter = deal->row.exporter,
                           .importer = deal->row.importer,
                           .ordered = deal->ordered,
                           .model =
                               deal_model(list->arena, arms_text_of(designation), err),
                           .side = lacks};
    if (!key.model)
        return false;
    deal->elsewhere = years_of(list, &key);
    return true;
}

bool compare_moved(compare_job *job, deal_list *elsewhere, arms_error *err)
{
    arms_compared_deals *deals = &job->out->deals;
    if (elsewhere->count > 0)
        qsort(elsewhere->items, elsewhere->count, sizeof *elsewhere->items, by_side);
    for (size_t i = 0; i < deals->count; i++)
        if (!look_up(&deals->items[i], elsewhere, err))
            return false;
    return true;
}
