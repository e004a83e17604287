/* Breaks in the mean of a series (Bai and Perron 1998, 2003).
 * For m = 0, 1, … breaks the cuts with the smallest residual sum of squares R about the
 * means of the segments, none shorter than `least`, by dynamic programming; m is chosen
 * by the smallest BIC = n (ln R + 1 − ln n + ln 2π) + 2 (m + 1) ln n. R is in the square
 * of the values' unit. Undefined where a segment cannot have two values, and where R is
 * 0. */
#include <gsl/gsl_math.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "analysis/breaks.h"
#include "analysis/guard.h"

static const double trimming = 0.15;

/* For each number of breaks m and each end: the smallest R over the values before the
 * end, and where its last segment starts. */
typedef struct table {
    const double *values;
    size_t n, least, most;
    double *best;
    size_t *start;
} table;

static size_t cell(const table *t, size_t m, size_t end)
{
    return m * (t->n + 1) + end;
}

/* One more cut that ends here; starts come in ascending order, so that the first of equal
 * ones stays. */
static void consider(table *t, size_t at, size_t start, double sum)
{
    if (!(sum < t->best[at]))
        return;
    t->best[at] = sum;
    t->start[at] = start;
}

/* The segment start … end − 1 as the last one, behind every number of breaks. */
static void try_segment(table *t, size_t start, size_t end, double rss)
{
    if (start == 0)
        consider(t, cell(t, 0, end), start, rss);
    for (size_t m = 1; start > 0 && m <= t->most; m++)
        consider(t, cell(t, m, end), start, t->best[cell(t, m - 1, start)] + rss);
}

/* All segments from one start; R grows value by value (Welford 1962). */
static void try_segments_from(table *t, size_t start)
{
    double mean = 0, rss = 0;
    for (size_t end = start + 1; end <= t->n; end++) {
        double apart = t->values[end - 1] - mean;
        mean += apart / (double)(end - start);
        rss += apart * (t->values[end - 1] - mean);
        if (end - start >= t->least)
            try_segment(t, start, end, rss);
    }
}

static bool fill(table *t, arms_arena *scratch, arms_error *err)
{
    size_t cells = cell(t, t->most + 1, 0);
    t->best = arms_alloc(scratch, cells, sizeof *t->best, err);
    t->start = arms_alloc(scratch, cells, sizeof *t->start, err);
    if (!t->best || !t->start)
        return false;
    for (size_t i = 0; i < cells; i++)
        t->best[i] = HUGE_VAL;
    for (size_t start = 0; start + t->least <= t->n; start++)
        try_segments_from(t, start);
    return true;
}

static double bic(double rss, size_t n, size_t breaks)
{
    double count = (double)n, parameters = 2 * ((double)breaks + 1);
    return count * (log(rss) + 1 - log(count) + log(2 * M_PI)) + parameters * log(count);
}

static bool choose(arms_mean_breaks *out, const table *t, arms_arena *arena,
                   arms_error *err)
{
    double *rss = arms_alloc(arena, t->most + 1, sizeof *rss, err);
    double *criterion = arms_alloc(arena, t->most + 1, sizeof *criterion, err);
    if (!rss || !criterion)
        return false;
    for (size_t m = 0; m <= t->most; m++) {
        rss[m] = t->best[cell(t, m, t->n)];
        if (!breaks_inexact(rss[m], t->values, t->n, "a search for breaks", err))
            return false;
        criterion[m] = bic(rss[m], t->n, m);
        out->count = criterion[m] < criterion[out->count] ? m : out->count;
    }
    out->rss = rss;
    out->bic = criterion;
    return true;
}

/* Walks back from the end of the series, segment by segment. */
static bool cut(arms_mean_breaks *out, const table *t, arms_arena *arena, arms_error *err)
{
    size_t *before = arms_alloc(arena, out->count, sizeof *before, err);
    double *means = arms_alloc(arena, out->count + 1, sizeof *means, err);
    if (!before || !means)
        return false;
    size_t end = t->n;
    for (size_t m = out->count + 1; m-- > 0;) {
        size_t start = t->start[cell(t, m, end)];
        means[m] = gsl_stats_mean(t->values + start, 1, end - start);
        if (m > 0)
            before[m - 1] = start;
        end = start;
    }
    out->before = before;
    out->means = means;
    return true;
}

static bool set_least(arms_mean_breaks *out, const arms_break_sample *sample,
                      arms_error *err)
{
    size_t n = sample->n, least = sample->least;
    if (least == 0)
        least = (size_t)floor(trimming * (double)n);
    if (least < 2 || least > n / 2)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a search for breaks in %zu values "
                         "needs segments of 2 to %zu values, not %zu",
                         n, n / 2, least);
    size_t segments = (n + least - 1) / least;
    *out = (arms_mean_breaks){.n = n, .least = least};
    out->most = segments > 3 ? segments - 2 : 1;
    return true;
}

bool arms_bai_perron(arms_mean_breaks *out, const arms_break_sample *sample,
                     arms_arena *arena, arms_error *err)
{
    if (!guard_sample(sample->values, sample->n, 4, "a search for breaks", err) ||
        !set_least(out, sample, err))
        return false;
    arms_arena scratch = {0};
    table t = {.values = sample->values, .n = out->n};
    t.least = out->least;
    t.most = out->most;
    bool done = fill(&t, &scratch, err) && choose(out, &t, arena, err) &&
                cut(out, &t, arena, err);
    arms_arena_free(&scratch);
    return done;
}
