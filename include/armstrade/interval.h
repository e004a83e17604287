/* A computed figure with what its source leaves open.
 *
 * `low` belongs to the interval; `high` belongs to it unless `open`. A figure taken as
 * printed has low = value = high. Limits are compared within 1e-9 (relative above 1). */
#ifndef ARMSTRADE_INTERVAL_H
#define ARMSTRADE_INTERVAL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct arms_interval {
    double value, low, high;
    bool open;
} arms_interval;

/* One running sum: in millionths, where every term is a decimal of at most six places, so
 * that printed figures add up as on paper, in any order; else compensated (Neumaier
 * 1974). */
typedef struct arms_adder {
    double sum, lost;
    int64_t millionths;
    bool rough; /* some term was no such decimal, or there is no room for them */
} arms_adder;

/* The sum of figures with their bounds. Zeroed = empty. */
typedef struct arms_sum {
    arms_adder value, low, high;
    bool open;
} arms_sum;

void arms_sum_add(arms_sum *sum, arms_interval term);
arms_interval arms_sum_total(const arms_sum *sum);

arms_interval arms_interval_point(double value);
arms_interval arms_interval_scale(arms_interval a, double factor); /* factor > 0 */
bool arms_interval_is_point(arms_interval a);

/* a / b for b.low > 0 and a.low ≥ 0, as if both were free of each other. */
arms_interval arms_interval_divide(arms_interval a, arms_interval b);

/* part / (part + others) where both vary: [pl/(pl+oh), ph/(ph+ol)]. The value is
 * undefined (NaN) where the whole is 0. */
arms_interval arms_interval_share(arms_interval part, arms_interval others);

/* The tighter of two intervals for one truth; false where they exclude each other. The
 * value is that of `a`, or the limit next to it. */
bool arms_interval_meet(arms_interval *out, arms_interval a, arms_interval b);

bool arms_near(double a, double b); /* equal within 1e-9 */

#endif
