/* The one condition that all moving windows share: that some window is full. */
#include "analysis/smoothing.h"

bool smoothing_window(size_t n, size_t width, const char *what, arms_error *err)
{
    if (width >= 1 && width <= n)
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: %s over %zu values needs a window of 1 to "
                     "%zu, not %zu",
                     what, n, n, width);
}
