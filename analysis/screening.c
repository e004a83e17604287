/* Adjusted p-values for many tests (Holm 1979; Benjamini and Hochberg 1995), as R's
 * p.adjust. With p ascending:  Holm max_{j ≤ i} (n + 1 − j) p_j,
 * Benjamini–Hochberg min_{j ≥ i} n p_j / j,  both at most 1. Without unit; undefined for
 * no tests and where a p-value is missing or none. */
#include <armstrade/screening.h>

#include <math.h>

#include "analysis/guard.h"

static bool check(const double *p, size_t n, arms_error *err)
{
    if (!guard_sample(p, n, 1, "a screening", err))
        return false;
    for (size_t i = 0; i < n; i++)
        if (p[i] < 0 || p[i] > 1)
            return arms_fail(err, ARMS_DOMAIN,
                             "undefined on this data: a screening meets %g, which is no "
                             "p-value",
                             p[i]);
    return true;
}

/* `order` puts p in descending order. */
static bool start(arms_screening *out, size_t **order, arms_arena *arena, size_t n,
                  arms_error *err)
{
    out->adjusted = arms_alloc(arena, n, sizeof *out->adjusted, err);
    *order = arms_alloc(arena, n, sizeof **order, err);
    out->n = n;
    return out->adjusted && *order;
}

bool arms_screening_holm(arms_screening *out, arms_arena *arena, const double *p,
                         size_t n, arms_error *err)
{
    arms_screening made = {.method = "Holm"};
    size_t *order;
    double reached = 0;
    if (!check(p, n, err) || !start(&made, &order, arena, n, err) ||
        !guard_order(order, p, n, err))
        return false;
    for (size_t left = n; left > 0; left--) { /* from the smallest p */
        reached = fmax(reached, (double)left * p[order[left - 1]]);
        made.adjusted[order[left - 1]] = fmin(reached, 1);
    }
    *out = made;
    return true;
}

bool arms_screening_benjamini_hochberg(arms_screening *out, arms_arena *arena,
                                       const double *p, size_t n, arms_error *err)
{
    arms_screening made = {.method = "Benjamini–Hochberg"};
    size_t *order;
    double reached = 1;
    if (!check(p, n, err) || !start(&made, &order, arena, n, err) ||
        !guard_order(order, p, n, err))
        return false;
    for (size_t i = 0; i < n; i++) { /* from the largest p */
        reached = fmin(reached, (double)n / (double)(n - i) * p[order[i]]);
        made.adjusted[order[i]] = reached;
    }
    *out = made;
    return true;
}
