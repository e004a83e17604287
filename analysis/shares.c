/* Amounts as shares, and the indices that are sums over shares. See the header, and
 * include/armstrade/concentration.h for the formulas. */
#include "analysis/shares.h"

#include <gsl/gsl_sort.h>
#include <math.h>

#include "analysis/guard.h"

double shares_largest(const double *values, size_t n)
{
    double largest = 0;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, values[i]);
    return largest;
}

bool shares_check_signs(const double *values, size_t n, const char *what, arms_error *err)
{
    if (!guard_sample(values, n, 1, what, err))
        return false;
    for (size_t i = 0; i < n; i++)
        if (values[i] < 0)
            return arms_fail(err, ARMS_DOMAIN,
                             "undefined on this data: %s meets a value below 0", what);
    return true;
}

bool shares_check(const double *values, size_t n, const char *what, arms_error *err)
{
    if (!shares_check_signs(values, n, what, err))
        return false;
    if (shares_largest(values, n) > 0)
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: %s of nothing, as all values are 0", what);
}

double shares_sum(const double *terms, size_t n)
{
    double sum = 0, lost = 0;
    for (size_t i = 0; i < n; i++) {
        double total = sum + terms[i];
        bool larger = fabs(sum) >= fabs(terms[i]);
        lost += larger ? (sum - total) + terms[i] : (terms[i] - total) + sum;
        sum = total;
    }
    return sum + lost;
}

double shares_log_term(double x)
{
    return x > 0 ? x * log(x) : 0;
}

bool shares_check_limits(const arms_interval *amounts, size_t n, arms_error *err)
{
    for (size_t i = 0; i < n; i++) {
        arms_interval x = amounts[i];
        if (!(x.low >= 0 && x.low <= x.value && x.value <= x.high && isfinite(x.high)))
            return arms_fail(err, ARMS_DOMAIN,
                             "undefined on this data: the limits %g and %g of amount %zu "
                             "do not hold its value %g, or are below 0",
                             x.low, x.high, i, x.value);
    }
    return true;
}

static size_t count_positive(const double *values, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += values[i] > 0;
    return count;
}

/* The values that count, each divided by the largest, and the sum of them. */
static double scale(shares *out, const arms_grouped *sample)
{
    double largest = shares_largest(sample->values, sample->n);
    size_t kept = 0;
    for (size_t i = 0; i < sample->n; i++)
        if (sample->nil == ARMS_NIL_COUNTED || sample->values[i] > 0)
            out->share[kept++] = sample->values[i] / largest;
    return shares_sum(out->share, kept);
}

bool shares_make(shares *out, arms_arena *arena, const arms_grouped *sample,
                 arms_error *err)
{
    if (!shares_check(sample->values, sample->n, "a concentration", err))
        return false;
    out->positive = count_positive(sample->values, sample->n);
    out->n = sample->nil == ARMS_NIL_COUNTED ? sample->n : out->positive;
    out->share = arms_alloc(arena, out->n, sizeof *out->share, err);
    if (!out->share)
        return false;
    double whole = scale(out, sample);
    for (size_t i = 0; i < out->n; i++)
        out->share[i] /= whole;
    gsl_sort(out->share, 1, out->n);
    return true;
}

double shares_hhi(const double *share, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += share[i] * share[i];
    return fmin(sum, 1);
}

double shares_entropy(const double *share, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum -= shares_log_term(share[i]);
    return fmax(sum, 0);
}

/* In pairs from both ends, so that equal shares give 0 to the last bit. */
double shares_gini(const double *share, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n / 2; i++)
        sum += (double)(n - 1 - 2 * i) * (share[n - 1 - i] - share[i]);
    return sum / (double)n;
}

double shares_theil(const double *share, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += share[i] > 0 ? share[i] * log((double)n * share[i]) : 0;
    return fmax(sum, 0);
}

double shares_largest_k(const double *share, size_t n, size_t k)
{
    if (k >= n)
        return 1;
    return fmin(shares_sum(share + (n - k), k), 1);
}
