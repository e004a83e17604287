/* Reasons and their counts. See the header. */
#include "report/reason_list.h"

#include <string.h>

bool reason_list_add(reason_list *list, arms_arena *arena, const char *reason,
                     arms_error *err)
{
    size_t at = 0;
    while (at < list->count && strcmp(list->items[at].reason, reason) != 0)
        at++;
    if (at == list->count) {
        list->items =
            arms_extend(arena, list->items, list->count, sizeof *list->items, err);
        if (!list->items)
            return false;
        list->items[list->count++] = (reason_count){reason, 0};
    }
    list->items[at].count++;
    return true;
}

bool reason_list_unchecked(reason_list *list, arms_arena *arena,
                           const arms_text_reading *reading, arms_error *err)
{
    for (size_t i = 0; i < reading->unchecked_count; i++)
        if (!reason_list_add(list, arena, reading->unchecked[i].reason, err))
            return false;
    return true;
}
