/* How a figure changed from one period to another, with what both leave open. */
#ifndef ARMSTRADE_CHANGE_H
#define ARMSTRADE_CHANGE_H

#include <armstrade/error.h>
#include <armstrade/interval.h>

/* after / before − 1, a part: 0.25 is a quarter more. Bounds: after.low / before.high − 1
 * to after.high / before.low − 1, as if both were free of each other. Both are ≥ 0.
 * DOMAIN where the figure before is nil, or may be. */
bool arms_change_ratio(arms_interval *out, arms_interval before, arms_interval after,
                       arms_error *err);

/* after − before of two shares, as parts: 0.05 is five points more. Bounds: after.low −
 * before.high to after.high − before.low. */
arms_interval arms_change_points(arms_interval before, arms_interval after);

#endif
