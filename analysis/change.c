/* The change between two periods: 100 (new/old − 1) per cent, or for shares
 * 100 (new − old) points, by interval arithmetic on independent figures (Moore 1966).
 * Written as (new − old)/old, which keeps the digits of figures that differ little.
 * Undefined for an old figure that is nil or may be nil, and for periods that overlap. */
#include <armstrade/change.h>

#include "analysis/guard.h"

static bool figure_good(const arms_change_side *side, arms_error *err)
{
    double parts[] = {side->figure.low, side->figure.value, side->figure.high};
    if (!guard_sample(parts, 3, 3, "a change", err))
        return false;
    if (parts[0] >= 0 && parts[1] >= 0)
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: a change needs figures that are not "
                     "negative, but %d–%d has %g",
                     side->years.first, side->years.last,
                     parts[0] < 0 ? parts[0] : parts[1]);
}

static bool years_good(arms_years from, arms_years to, arms_error *err)
{
    if (from.first > from.last || to.first > to.last)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a change needs periods that end after "
                         "they begin, not %d–%d and %d–%d",
                         from.first, from.last, to.first, to.last);
    if (from.first <= to.last && to.first <= from.last)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: %d–%d and %d–%d overlap, and a change "
                         "needs periods that do not",
                         from.first, from.last, to.first, to.last);
    if (to.first < from.first)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a change goes from the earlier period "
                         "to the later one, but %d–%d comes before %d–%d",
                         to.first, to.last, from.first, from.last);
    return true;
}

static bool start(arms_changed *out, const arms_change_side *old_side,
                  const arms_change_side *new_side, arms_error *err)
{
    arms_years from = old_side->years, to = new_side->years;
    if (!years_good(from, to, err) || !figure_good(old_side, err) ||
        !figure_good(new_side, err))
        return false;
    *out = (arms_changed){.from = from, .to = to};
    out->same_length = from.last - from.first == to.last - to.first;
    return true;
}

static bool not_nil(const arms_change_side *side, arms_error *err)
{
    arms_interval figure = side->figure;
    if (figure.low > 0 && figure.value > 0)
        return true;
    if (figure.high > 0)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: %d–%d may be nil (it lies between %g "
                         "and %g), and a change in per cent of nothing has no value",
                         side->years.first, side->years.last, figure.low, figure.high);
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: %d–%d is nil, and a change in per cent of "
                     "nothing has no value",
                     side->years.first, side->years.last);
}

static double per_cent(double later, double earlier)
{
    return 100 * ((later - earlier) / earlier);
}

bool arms_change_relative(arms_changed *out, const arms_change_side *old_side,
                          const arms_change_side *new_side, arms_error *err)
{
    arms_interval was = old_side->figure, is = new_side->figure;
    if (!start(out, old_side, new_side, err) || !not_nil(old_side, err))
        return false;
    out->unit = ARMS_CHANGE_PER_CENT;
    out->change =
        (arms_interval){per_cent(is.value, was.value), per_cent(is.low, was.high),
                        per_cent(is.high, was.low), is.open};
    return guard_sample(&out->change.high, 1, 1, "a change too large for a number", err);
}

static bool is_share(const arms_change_side *side, arms_error *err)
{
    if (side->figure.high <= 1 || arms_near(side->figure.high, 1))
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: a change in points needs shares of 0 to 1, "
                     "but %d–%d has %g",
                     side->years.first, side->years.last, side->figure.high);
}

bool arms_change_points(arms_changed *out, const arms_change_side *old_side,
                        const arms_change_side *new_side, arms_error *err)
{
    arms_interval was = old_side->figure, is = new_side->figure;
    if (!start(out, old_side, new_side, err) || !is_share(old_side, err) ||
        !is_share(new_side, err))
        return false;
    out->unit = ARMS_CHANGE_POINTS;
    out->change = (arms_interval){100 * (is.value - was.value), 100 * (is.low - was.high),
                                  100 * (is.high - was.low), is.open};
    return true;
}
