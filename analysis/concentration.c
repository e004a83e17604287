/* Concentration of an array of amounts: HHI (Hirschman 1945, Herfindahl 1950), effective
 * number, concentration ratios, entropy (nats), Gini and Theil (nats), all of shares and
 * so without unit. Undefined where nothing is above 0; what corrects for n is undefined
 * for one supplier. The header has the formulas. */
#include <armstrade/concentration.h>

#include "analysis/shares.h"

static void fill(arms_concentration *out, const shares *of)
{
    out->n = of->n;
    out->positive = of->positive;
    out->hhi = shares_hhi(of->share, of->n);
    out->hhi_points = 10000 * out->hhi;
    out->effective = 1 / out->hhi;
    out->cr1 = shares_largest_k(of->share, of->n, 1);
    out->cr3 = shares_largest_k(of->share, of->n, 3);
    out->cr5 = shares_largest_k(of->share, of->n, 5);
    out->entropy = shares_entropy(of->share, of->n);
    out->gini = shares_gini(of->share, of->n);
    out->theil = shares_theil(of->share, of->n);
}

bool arms_concentration_measure(arms_concentration *out, const double *values, size_t n,
                                arms_nil nil, arms_error *err)
{
    arms_arena arena = {0};
    shares of = {0};
    arms_grouped sample = {.values = values, .n = n, .nil = nil};
    bool made = shares_make(&of, &arena, &sample, err);
    if (made) {
        out->nil = nil;
        fill(out, &of);
    }
    arms_arena_free(&arena);
    return made;
}

static bool has_two(const arms_concentration *of, const char *what, arms_error *err)
{
    return of->n > 1 || arms_fail(err, ARMS_DOMAIN,
                                  "undefined on this data: %s needs at least 2 "
                                  "suppliers, there is %zu",
                                  what, of->n);
}

bool arms_concentration_normalise(double *out, const arms_concentration *of,
                                  arms_error *err)
{
    if (!has_two(of, "a normalised HHI", err))
        return false;
    double least = 1 / (double)of->n;
    double over = (of->hhi - least) / (1 - least);
    *out = over > 0 ? over : 0;
    return true;
}

bool arms_concentration_correct_gini(double *out, const arms_concentration *of,
                                     arms_error *err)
{
    if (!has_two(of, "a corrected Gini index", err))
        return false;
    *out = of->gini * (double)of->n / (double)(of->n - 1);
    return true;
}
