/* How many verdicts of each kind a check came to. */
#include <armstrade/report.h>

size_t arms_verdicts_count(const arms_verdicts *verdicts, arms_verdict verdict)
{
    size_t count = 0;
    for (size_t i = 0; i < verdicts->count; i++)
        count += verdicts->items[i].verdict == verdict;
    return count;
}

size_t arms_verdicts_unjudged(const arms_verdicts *verdicts)
{
    size_t count = 0;
    for (size_t i = 0; i < verdicts->count; i++)
        count += verdicts->items[i].claim->unjudged != NULL;
    return count;
}
