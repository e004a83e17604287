/* Interval arithmetic on figures, and sums that printed decimals survive.
 *
 * A double cannot hold 2106.2, and three such figures may miss their decimal sum by a bit
 * of the last place. Publishers print at most a few decimals, so sums are kept in
 * millionths, which are whole numbers; anything finer goes through a compensated sum. */
#include <armstrade/interval.h>

#include <math.h>

static const double millionth = 1e6;

/* Whether a term is a whole number of millionths, as near as a double can say it. */
static bool to_millionths(int64_t *out, double term)
{
    double scaled = term * millionth;
    if (!(fabs(scaled) < 9e15))
        return false;
    *out = llround(scaled);
    double back = (double)*out / millionth;
    return !(back < term) && !(back > term);
}

static void add(arms_adder *adder, double term)
{
    double total = adder->sum + term;
    bool larger = fabs(adder->sum) >= fabs(term);
    int64_t part = 0;
    adder->lost += larger ? (adder->sum - total) + term : (term - total) + adder->sum;
    adder->sum = total;
    adder->rough = adder->rough || !to_millionths(&part, term) ||
                   __builtin_add_overflow(adder->millionths, part, &adder->millionths);
}

static double total_of(const arms_adder *adder)
{
    return adder->rough ? adder->sum + adder->lost
                        : (double)adder->millionths / millionth;
}

void arms_sum_add(arms_sum *sum, arms_interval term)
{
    add(&sum->value, term.value);
    add(&sum->low, term.low);
    add(&sum->high, term.high);
    sum->open = sum->open || term.open;
}

arms_interval arms_sum_total(const arms_sum *sum)
{
    return (arms_interval){total_of(&sum->value), total_of(&sum->low),
                           total_of(&sum->high), sum->open};
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

/* Whether all of `a` lies below all of `b`. */
static bool below(arms_interval a, arms_interval b)
{
    return arms_near(a.high, b.low) ? a.open : a.high < b.low;
}

bool arms_interval_meet(arms_interval *out, arms_interval a, arms_interval b)
{
    if (below(a, b) || below(b, a))
        return false;
    bool same = arms_near(a.high, b.high), first = a.high < b.high;
    *out = (arms_interval){.low = fmax(a.low, b.low), .high = fmin(a.high, b.high)};
    out->open = same ? a.open || b.open : first ? a.open : b.open;
    if (out->high < out->low) /* they differ by rounding of the last bit only */
        out->low = out->high;
    out->value = fmin(fmax(a.value, out->low), out->high);
    return true;
}
