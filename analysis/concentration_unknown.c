/* What a part without a known owner can hide from HHI, effective number and CRk: the
 * limits of the part and of the concentration of what is known, put together. Shares,
 * without unit; undefined where all is 0. The header has the formulas and why they
 * hold. */
#include <armstrade/concentration_unknown.h>

#include <math.h>

#include "analysis/guard.h"
#include "analysis/shares.h"

/* The concentration of what is known. */
typedef struct known {
    arms_limits hhi, cr1, cr3, cr5;
} known;

static arms_limits limits_of(arms_interval x)
{
    return (arms_limits){x.low, x.high};
}

static bool some_above(const arms_interval *amounts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (amounts[i].value > 0)
            return true;
    return false;
}

static bool bound_known(known *out, const arms_interval *amounts, size_t n,
                        arms_error *err)
{
    static const arms_limits anything = {0, 1};
    arms_concentration_range range;
    *out = (known){anything, anything, anything, anything};
    if (!some_above(amounts, n))
        return true;
    if (!arms_concentration_bound(&range, amounts, n, ARMS_NIL_LEFT_OUT, err))
        return false;
    *out = (known){limits_of(range.hhi), limits_of(range.cr1), limits_of(range.cr3),
                   limits_of(range.cr5)};
    return true;
}

static bool find_part(arms_interval *out, const arms_interval *amounts, size_t n,
                      arms_interval unknown, arms_error *err)
{
    arms_sum sum = {0};
    for (size_t i = 0; i < n; i++)
        arms_sum_add(&sum, amounts[i]);
    arms_interval rest = arms_sum_total(&sum);
    const double whole = unknown.high + rest.high;
    *out = arms_interval_share(unknown, rest);
    return guard_result(&whole, 1, "a concentration", err);
}

/* HHI is at most CR1, and where its limit is an outer one, CR1's may be the better. */
static arms_limits limits_of_hhi(const known *of, arms_interval part)
{
    double rest = 1 - part.high;
    double most = rest * rest * fmin(of->hhi.high, of->cr1.high) +
                  2 * part.high * rest * of->cr1.high + part.high * part.high;
    return (arms_limits){rest * rest * of->hhi.low, fmin(most, 1)};
}

static arms_limits limits_of_ratio(arms_limits of, arms_interval part)
{
    double rest = 1 - part.high;
    return (arms_limits){rest * of.low, fmin(rest * of.high + part.high, 1)};
}

bool arms_concentration_bound_unknown(arms_concentration_unknown *out,
                                      const arms_interval *amounts, size_t n,
                                      arms_interval unknown, arms_error *err)
{
    known of;
    arms_concentration_unknown made;
    if (!shares_check_limits(amounts, n, err) || !shares_check_limits(&unknown, 1, err))
        return false;
    if (!some_above(amounts, n) && !some_above(&unknown, 1))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a concentration of nothing, as all "
                         "values are 0");
    if (!find_part(&made.part, amounts, n, unknown, err) ||
        !bound_known(&of, amounts, n, err))
        return false;
    made.hhi = limits_of_hhi(&of, made.part);
    made.effective = (arms_limits){1 / made.hhi.high, 1 / made.hhi.low};
    made.cr1 = limits_of_ratio(of.cr1, made.part);
    made.cr3 = limits_of_ratio(of.cr3, made.part);
    made.cr5 = limits_of_ratio(of.cr5, made.part);
    *out = made;
    return true;
}
