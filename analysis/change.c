/* Changes between two figures that are known within bounds. See the header. */
#include <armstrade/change.h>

bool arms_change_ratio(arms_interval *out, arms_interval before, arms_interval after,
                       arms_error *err)
{
    if (!(before.high > 0))
        return arms_fail(err, ARMS_DOMAIN, "there was nothing before");
    if (!(before.low > 0))
        return arms_fail(err, ARMS_DOMAIN, "there may have been nothing before");
    arms_interval ratio = arms_interval_divide(after, before);
    *out = (arms_interval){ratio.value - 1, ratio.low - 1, ratio.high - 1, ratio.open};
    return true;
}

arms_interval arms_change_points(arms_interval before, arms_interval after)
{
    return (arms_interval){after.value - before.value, after.low - before.high,
                           after.high - before.low, after.open};
}
