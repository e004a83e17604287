/* Concentration of amounts that are known within limits: the box of amounts is made, its
 * least and greatest concentration found, and Gini and Theil widened where it is open
 * how many suppliers there are. k suppliers and n − k nil ones have
 *
 *     1 − Gini(n) = (k/n) (1 − Gini(k)),    Theil = ln k − entropy
 *
 * Shares and nats; undefined as concentration.h says. The header has the arguments. */
#include <armstrade/concentration_range.h>

#include <math.h>

#include "analysis/box.h"
#include "analysis/shares.h"

typedef struct amounts {
    const arms_interval *items;
    size_t n;
    arms_nil nil;
    arms_arena *arena;
} amounts;

static bool measure_values(arms_concentration *out, const amounts *of, arms_error *err)
{
    double *values = arms_alloc(of->arena, of->n, sizeof *values, err);
    if (!values)
        return false;
    for (size_t i = 0; i < of->n; i++)
        values[i] = of->items[i].value;
    return arms_concentration_measure(out, values, of->n, of->nil, err);
}

static void count(arms_concentration_range *out, const amounts *of)
{
    bool all = of->nil == ARMS_NIL_COUNTED;
    *out = (arms_concentration_range){.nil = of->nil};
    for (size_t i = 0; i < of->n; i++) {
        out->n += all || of->items[i].high > 0;
        out->certain += all || of->items[i].low > 0;
    }
}

static bool make_box(box *out, const amounts *of, size_t n, arms_error *err)
{
    double largest = 0;
    size_t kept = 0;
    *out = (box){arms_alloc(of->arena, n, sizeof *out->spans, err), n, of->arena};
    for (size_t i = 0; i < of->n; i++)
        largest = fmax(largest, of->items[i].high);
    for (size_t i = 0; out->spans && i < of->n; i++) {
        arms_interval x = of->items[i];
        if (of->nil == ARMS_NIL_COUNTED || x.high > 0)
            out->spans[kept++] = (span){x.low / largest, x.high / largest};
    }
    return out->spans;
}

/* The last bits of three ways to compute one figure may differ. */
static arms_interval around(double value, double low, double high)
{
    return (arms_interval){value, fmin(low, value), fmax(high, value), false};
}

static void fill(arms_concentration_range *out, const arms_concentration *value,
                 const box_limits *least, const box_limits *most)
{
    double n = (double)out->n, fewest = fmax((double)out->certain, 1);
    out->hhi = around(value->hhi, least->hhi, most->hhi);
    out->effective = around(value->effective, 1 / most->hhi, 1 / least->hhi);
    out->cr1 = around(value->cr1, least->ratios[0], most->ratios[0]);
    out->cr3 = around(value->cr3, least->ratios[1], most->ratios[1]);
    out->cr5 = around(value->cr5, least->ratios[2], most->ratios[2]);
    out->entropy = around(value->entropy, fmax(most->entropy, 0), least->entropy);
    out->gini =
        around(value->gini, fmax(1 - n / fewest * (1 - least->gini), 0), most->gini);
    out->theil = around(value->theil, fmax(log(fewest) - least->entropy, 0),
                        fmin(log(n) - most->entropy, log(n)));
}

static bool bound(arms_concentration_range *out, const amounts *of, arms_error *err)
{
    arms_concentration value = {0};
    arms_concentration_range made;
    box in = {0};
    box_limits least, most;
    if (!shares_check_limits(of->items, of->n, err) || !measure_values(&value, of, err))
        return false;
    count(&made, of);
    if (!make_box(&in, of, made.n, err) || !box_least(&least, &in, err) ||
        !box_most(&most, &made.exact, &in, err))
        return false;
    fill(&made, &value, &least, &most);
    *out = made;
    return true;
}

bool arms_concentration_bound(arms_concentration_range *out, const arms_interval *items,
                              size_t n, arms_nil nil, arms_error *err)
{
    arms_arena arena = {0};
    amounts of = {items, n, nil, &arena};
    bool done = bound(out, &of, err);
    arms_arena_free(&arena);
    return done;
}
