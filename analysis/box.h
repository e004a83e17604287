/* The least and the greatest concentration over a box of amounts. The arguments that
 * make these exact, or bounds, are in include/armstrade/concentration_range.h. */
#ifndef ARMSTRADE_ANALYSIS_BOX_H
#define ARMSTRADE_ANALYSIS_BOX_H

#include <armstrade/arena.h>

typedef struct span {
    double low, high; /* divided by the largest high */
} span;

typedef struct box {
    span *spans;
    size_t n;
    arms_arena *arena; /* for scratch */
} box;

enum { BOX_RATIOS = 3 }; /* CR1, CR3, CR5 */
extern const size_t box_ratio_sizes[BOX_RATIOS];

typedef struct box_limits {
    double hhi, entropy, gini, ratios[BOX_RATIOS];
} box_limits;

/* The least of each, the greatest for entropy. Fails for lack of memory alone. */
bool box_least(box_limits *out, const box *of, arms_error *err);

/* The greatest of each, the least for entropy; `exact` for HHI, entropy and Gini;
 * else these are bounds. */
bool box_most(box_limits *out, bool *exact, const box *of, arms_error *err);

#endif
