/* The least concentration over a box: amounts are as equal as the box allows when each is
 * as near to a common level t as it may be (Veinott 1971). The levels that can be best
 * are the limits of the intervals and, between two of them, the level where HHI or
 * entropy turns; each is tried. */
#include <math.h>

#include <gsl/gsl_sort.h>

#include "analysis/box.h"
#include "analysis/shares.h"

typedef struct trial {
    const box *of;
    double *amounts; /* scratch */
    box_limits *best;
} trial;

static double nearest(span in, double level)
{
    return fmin(fmax(level, in.low), in.high);
}

static void keep_least(box_limits *best, const double *share, size_t n)
{
    best->hhi = fmin(best->hhi, shares_hhi(share, n));
    best->entropy = fmax(best->entropy, shares_entropy(share, n));
    best->gini = fmin(best->gini, shares_gini(share, n));
    for (size_t k = 0; k < BOX_RATIOS; k++)
        best->ratios[k] =
            fmin(best->ratios[k], shares_largest_k(share, n, box_ratio_sizes[k]));
}

static void try_level(const trial *on, double level)
{
    size_t n = on->of->n;
    for (size_t i = 0; i < n; i++)
        on->amounts[i] = nearest(on->of->spans[i], level);
    double sum = shares_sum(on->amounts, n);
    if (!(sum > 0))
        return;
    for (size_t i = 0; i < n; i++)
        on->amounts[i] /= sum;
    gsl_sort(on->amounts, 1, n);
    keep_least(on->best, on->amounts, n);
}

/* Between neighbouring limits the same amounts are held at an end. */
static void try_between(const trial *on, double from, double to)
{
    double sum = 0, squares = 0, logs = 0, middle = from + (to - from) / 2;
    for (size_t i = 0; i < on->of->n; i++) {
        span in = on->of->spans[i];
        if (in.low < middle && middle < in.high)
            continue;
        double held = nearest(in, middle);
        sum += held;
        squares += held * held;
        logs += shares_log_term(held);
    }
    if (!(sum > 0))
        return;
    try_level(on, fmin(fmax(squares / sum, from), to));
    try_level(on, fmin(fmax(exp(logs / sum), from), to));
}

static void list_limits(double *limits, const box *of)
{
    for (size_t i = 0; i < of->n; i++) {
        limits[2 * i] = of->spans[i].low;
        limits[2 * i + 1] = of->spans[i].high;
    }
    gsl_sort(limits, 1, 2 * of->n);
}

bool box_least(box_limits *out, const box *of, arms_error *err)
{
    trial on = {of, arms_alloc(of->arena, of->n, sizeof(double), err), out};
    double *limits = arms_alloc(of->arena, 2 * of->n, sizeof *limits, err);
    if (!on.amounts || !limits)
        return false;
    *out = (box_limits){1, 0, 1, {1, 1, 1}};
    list_limits(limits, of);
    for (size_t i = 0; i < 2 * of->n; i++) {
        try_level(&on, limits[i]);
        if (i > 0 && limits[i - 1] < limits[i])
            try_between(&on, limits[i - 1], limits[i]);
    }
    return true;
}
