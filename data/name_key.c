/* Keys of names: the search by halves that all compiled tables share. */
#include "data/name_key.h"

#include <string.h>

static int compare(arms_text a, const char *b)
{
    int order = strncmp(a.ptr, b, a.len);
    return order ? order : -(b[a.len] != '\0');
}

size_t name_key_find(const name_key *rows, size_t count, arms_text key)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (compare(key, rows[middle].key) > 0)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}
