/* The greatest concentration over a box, which some corner has. Concentration ratios are
 * exact: the best k are those with the greatest high − ratio × (high − low), for the
 * ratio they reach (Dinkelbach 1967). The others are exact where low and high limits
 * come in one order; else HHI and entropy are bounded by chords, Gini by its Lorenz
 * curve. */
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

#include "analysis/box.h"
#include "analysis/guard.h"
#include "analysis/shares.h"

const size_t box_ratio_sizes[BOX_RATIOS] = {1, 3, 5};

/* An index as a function of the amounts' sum and the sum of a convex term of each. */
typedef struct convex {
    double (*term)(double amount);
    double (*index)(double terms, double sum);
    /* how far up a chord the index is greatest, from where terms and sum are */
    double (*turn)(double terms, double sum, double slope);
    double greatest; /* of the index, anywhere */
} convex;

static double square(double x)
{
    return x * x;
}

static double hhi_index(double terms, double sum)
{
    return terms / (sum * sum);
}

static double hhi_turn(double terms, double sum, double slope)
{
    return sum - 2 * terms / slope;
}

/* Entropy with its sign turned: Σ s ln s. */
static double log_index(double terms, double sum)
{
    return terms / sum - log(sum);
}

static double log_turn(double terms, double sum, double slope)
{
    return slope * sum - terms - sum;
}

static const convex hhi = {square, hhi_index, hhi_turn, 1};
static const convex entropy = {shares_log_term, log_index, log_turn, 0};

static double slope_of(const convex *how, span in)
{
    return (how->term(in.high) - how->term(in.low)) / (in.high - in.low);
}

static int compare(double a, double b)
{
    return (a > b) - (a < b);
}

static int by_limits(const void *a, const void *b)
{
    const span *x = a, *y = b;
    int low = compare(x->low, y->low);
    return low ? low : compare(x->high, y->high);
}

static int by_square_slope(const void *a, const void *b)
{
    const span *x = a, *y = b;
    return compare(x->low + x->high, y->low + y->high);
}

static int by_log_slope(const void *a, const void *b)
{
    return compare(slope_of(&entropy, *(const span *)a),
                   slope_of(&entropy, *(const span *)b));
}

/* All intervals, those that are no points in front; the number of these. */
static size_t wide_ones(span *out, const box *of)
{
    size_t wide = 0, point = of->n;
    for (size_t i = 0; i < of->n; i++) {
        bool is_wide = of->spans[i].low < of->spans[i].high;
        out[is_wide ? wide++ : --point] = of->spans[i];
    }
    return wide;
}

static bool in_one_order(span *wide, size_t n)
{
    qsort(wide, n, sizeof *wide, by_limits);
    for (size_t i = 1; i < n; i++)
        if (wide[i].high < wide[i - 1].high)
            return false;
    return true;
}

static double best_on_chord(const convex *how, double terms, double sum, span in)
{
    double slope = slope_of(how, in);
    double up = how->turn(terms, sum, slope);
    bool turns = up > 0 && up < in.high - in.low;
    return turns ? how->index(terms + slope * up, sum + up) : -HUGE_VAL;
}

/* From all low, one after the other is made high, the last of `wide` first. */
static double fill_up(const convex *how, const box *of, const span *wide, size_t n,
                      bool exact)
{
    double terms = 0, sum = 0;
    for (size_t i = 0; i < of->n; i++) {
        terms += how->term(of->spans[i].low);
        sum += of->spans[i].low;
    }
    if (!(sum > 0)) /* one may have all */
        return how->greatest;
    double best = how->index(terms, sum);
    for (size_t i = n; i-- > 0;) {
        if (!exact)
            best = fmax(best, best_on_chord(how, terms, sum, wide[i]));
        terms += how->term(wide[i].high) - how->term(wide[i].low);
        sum += wide[i].high - wide[i].low;
        best = fmax(best, how->index(terms, sum));
    }
    return fmin(best, how->greatest);
}

typedef struct search {
    const box *of;
    double *keys;
    size_t *order; /* scratch, both */
} search;

/* CRk with the k amounts high that a ratio asks for, the others low. */
static bool ratio_at(double *out, const search *in, double ratio, size_t k,
                     arms_error *err)
{
    const span *spans = in->of->spans;
    double high = 0, low = 0;
    for (size_t i = 0; i < in->of->n; i++)
        in->keys[i] = spans[i].high * (1 - ratio) + spans[i].low * ratio;
    if (!guard_order(in->order, in->keys, in->of->n, err))
        return false;
    for (size_t i = 0; i < k; i++)
        high += spans[in->order[i]].high;
    for (size_t i = k; i < in->of->n; i++)
        low += spans[in->order[i]].low;
    *out = high / (high + low);
    return true;
}

/* Raises *ratio, which must not be above the greatest CRk, to it. */
static bool raise_ratio(double *ratio, const search *in, size_t k, arms_error *err)
{
    for (double reached = *ratio;; *ratio = reached) {
        if (!ratio_at(&reached, in, *ratio, k, err))
            return false;
        if (!(reached > *ratio))
            return true;
    }
}

static bool all_ratios(box_limits *out, const box *of, arms_error *err)
{
    search in = {of, arms_alloc(of->arena, of->n, sizeof(double), err),
                 arms_alloc(of->arena, of->n, sizeof(size_t), err)};
    double ratio = 0, sum = 0, n = (double)of->n;
    if (!in.keys || !in.order)
        return false;
    for (size_t k = 1; k <= of->n; k++) {
        if (!raise_ratio(&ratio, &in, k, err))
            return false;
        for (size_t j = 0; j < BOX_RATIOS; j++)
            if (k == box_ratio_sizes[j])
                out->ratios[j] = ratio;
        sum += ratio;
    }
    out->gini = fmin(fmax((2 * sum - (n + 1)) / n, 0), 1 - 1 / n);
    return true;
}

/* The Gini index with the spans from `first` to `wide` high, the others low. */
static double gini_at(const box *of, const span *spans, size_t first, size_t wide,
                      double *amounts)
{
    for (size_t i = 0; i < of->n; i++)
        amounts[i] = i >= first && i < wide ? spans[i].high : spans[i].low;
    double sum = shares_sum(amounts, of->n);
    if (!(sum > 0))
        return 0;
    for (size_t i = 0; i < of->n; i++)
        amounts[i] /= sum;
    gsl_sort(amounts, 1, of->n);
    return shares_gini(amounts, of->n);
}

static bool best_gini(double *out, const box *of, const span *spans, size_t wide,
                      arms_error *err)
{
    double *amounts = arms_alloc(of->arena, of->n, sizeof *amounts, err);
    *out = 0;
    for (size_t first = 0; amounts && first <= wide; first++)
        *out = fmax(*out, gini_at(of, spans, first, wide, amounts));
    return amounts;
}

bool box_most(box_limits *out, bool *exact, const box *of, arms_error *err)
{
    span *spans = arms_alloc(of->arena, of->n, sizeof *spans, err);
    if (!spans)
        return false;
    *out = (box_limits){.ratios = {1, 1, 1}};
    size_t wide = wide_ones(spans, of);
    *exact = in_one_order(spans, wide);
    if (!all_ratios(out, of, err) ||
        (*exact && !best_gini(&out->gini, of, spans, wide, err)))
        return false;
    if (!*exact)
        qsort(spans, wide, sizeof *spans, by_square_slope);
    out->hhi = fill_up(&hhi, of, spans, wide, *exact);
    if (!*exact)
        qsort(spans, wide, sizeof *spans, by_log_slope);
    out->entropy = 0 - fill_up(&entropy, of, spans, wide, *exact);
    return true;
}
