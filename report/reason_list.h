/* Reasons in the order in which they first come up, and how often each does. */
#ifndef ARMSTRADE_REPORT_REASON_LIST_H
#define ARMSTRADE_REPORT_REASON_LIST_H

#include <armstrade/reading.h>

typedef struct reason_count {
    const char *reason;
    size_t count;
} reason_count;

/* Zeroed, it is empty and ready; the arena holds it. */
typedef struct reason_list {
    reason_count *items;
    size_t count;
} reason_list;

/* Counts a reason once more; the words are not copied. */
bool reason_list_add(reason_list *list, arms_arena *arena, const char *reason,
                     arms_error *err);

/* Those of a text's numbers that are no claims. */
bool reason_list_unchecked(reason_list *list, arms_arena *arena,
                           const arms_text_reading *reading, arms_error *err);

#endif
