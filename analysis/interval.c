/* Interval arithmetic on figures; sums after Neumaier (1974).
 *
 * The compensated sum carries about twice the digits of a double, so that two-decimal
 * figures add up to the double nearest to their decimal sum, in any order. */
#include <armstrade/interval.h>

#include <math.h>

static void add(double sum[2], double term)
{
    double total = sum[0] + term;
    bool larger = fabs(sum[0]) >= fabs(term);
    sum[1] += larger ? (sum[0] - total) + term : (term - total) + sum[0];
    sum[0] = total;
}

void arms_sum_add(arms_sum *sum, arms_interval term)
{
    add(sum->value, term.value);
    add(sum->low, term.low);
    add(sum->high, term.high);
    sum->open = sum->open || term.open;
}

arms_interval arms_sum_total(const arms_sum *sum)
{
    return (arms_interval){sum->value[0] + sum->value[1], sum->low[0] + sum->low[1],
                           sum->high[0] + sum->high[1], sum->open};
}

arms_interval arms_interval_point(double value)
{
    return (arms_interval){value, value, value, false};
}

arms_interval arms_interval_scale(arms_interval a, double factor)
{
    return (arms_interval){a.value * factor, a.low * factor, a.high * factor, a.open};
}

bool arms_interval_is_point(arms_interval a)
{
    return !(a.low < a.high);
}

arms_interval arms_interval_divide(arms_interval a, arms_interval b)
{
    return (arms_interval){a.value / b.value, a.low / b.high, a.high / b.low, a.open};
}

/* p / (p + o), where nothing at all is no part of anything. */
static double part_of(double part, double others)
{
    return part > 0 ? part / (part + others) : 0;
}

arms_interval arms_interval_share(arms_interval part, arms_interval others)
{
    double whole = part.value + others.value;
    return (arms_interval){whole > 0 ? part.value / whole : NAN,
                           part_of(part.low, others.high), part_of(part.high, others.low),
                           part.open};
}

bool arms_near(double a, double b)
{
    double scale = fmax(1, fmax(fabs(a), fabs(b)));
    return fabs(a - b) <= 1e-9 * scale;
}

bool arms_interval_meet(arms_interval *out, arms_interval a, arms_interval b)
{
    if ((a.high < b.low && !arms_near(a.high, b.low)) ||
        (b.high < a.low && !arms_near(b.high, a.low)))
        return false;
    bool first = a.high < b.high;
    *out = (arms_interval){a.value, fmax(a.low, b.low), first ? a.high : b.high,
                           first ? a.open : b.open};
    if (out->high < out->low) /* they differ by rounding of the last bit only */
        out->low = out->high;
    return true;
}
