/* What is said beside a deal that one side lacks, or has by another name. */
#include "report/compare_table.h"

const char *compare_deal_note(const compare_table *table, const arms_compared_deal *deal,
                              arms_error *err)
{
    arms_arena *arena = table->page->arena;
    arms_years other = deal->elsewhere;
    size_t lacks = deal->designation[0] ? 2 : 1;
    if (deal->probable)
        return arms_print(arena, err, "probably \"%s\" of d2", deal->designation[1]);
    if (other.first == 0)
        return "";
    if (other.first == other.last)
        return arms_print(arena, err, "moved? d%zu has the deal in %d", lacks,
                          other.first);
    return arms_print(arena, err, "moved? d%zu has the deal in years from %d to %d",
                      lacks, other.first, other.last);
}
