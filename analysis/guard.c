/* GSL, guarded. See the header. */
#include "analysis/guard.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_sort.h>
#include <math.h>

bool guard_sample(const double *values, size_t n, size_t least, const char *what,
                  arms_error *err)
{
    if (n < least)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: %s needs at least %zu values, there "
                         "are %zu",
                         what, least, n);
    for (size_t i = 0; i < n; i++)
        if (!isfinite(values[i]))
            return arms_fail(err, ARMS_DOMAIN,
                             "undefined on this data: %s meets a missing value", what);
    return true;
}

bool guard_spread(const double *values, size_t n, const char *what, arms_error *err)
{
    for (size_t i = 1; i < n; i++)
        if (values[i] < values[0] || values[i] > values[0])
            return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: %s needs values that differ, these are all "
                     "equal",
                     what);
}

bool guard_result(const double *results, size_t n, const char *what, arms_error *err)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(results[i]))
            return arms_fail(
                err, ARMS_DOMAIN,
                "undefined on this data: %s is beyond what numbers hold here", what);
    return true;
}

bool guard_status(int status, const char *what, arms_error *err)
{
    if (status == GSL_SUCCESS)
        return true;
    return arms_fail(err, ARMS_DOMAIN, "undefined on this data: %s (%s)", what,
                     gsl_strerror(status));
}

bool guard_optional(bool *has, bool done, const arms_error *found, arms_error *err)
{
    *has = done;
    if (done || found->code == ARMS_DOMAIN)
        return true;
    *err = *found;
    return false;
}

bool guard_order(size_t *order, const double *values, size_t n, arms_error *err)
{
    if (!guard_sample(values, n, 0, "a ranking", err))
        return false;
    if (n > 0)
        gsl_sort_index(order, values, 1, n);
    for (size_t i = 0; i < n / 2; i++) {
        size_t swap = order[i];
        order[i] = order[n - 1 - i];
        order[n - 1 - i] = swap;
    }
    return true;
}
