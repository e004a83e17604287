/* The largest F of a change in the mean over the middle 70 per cent of a series (Andrews
 * 1993): F at k = (R − R₁ − R₂)/((R₁ + R₂)/(n − 2)), places k from max(2, ⌊0.15 n⌋) to n
 * less that. Without unit. Undefined below four values and where some place leaves two
 * parts that are constant. */
#include <math.h>

#include "analysis/breaks.h"
#include "analysis/guard.h"

static const double trimming = 0.15;

bool arms_sup_f(arms_sup_f_test *out, const double *values, size_t n, arms_error *err)
{
    if (!guard_sample(values, n, 4, "the largest F", err))
        return false;
    size_t from = (size_t)fmax(2, floor(trimming * (double)n));
    *out = (arms_sup_f_test){.f = -1, .from = from, .to = n - from, .n = n};
    for (size_t k = from; k <= out->to; k++) {
        arms_chow_test chow;
        arms_chow_question question = {values, n, k, ARMS_BREAK_MEAN};
        if (!arms_chow(&chow, &question, err))
            return false;
        if (chow.f > out->f) {
            out->f = chow.f;
            out->before = k;
        }
    }
    return true;
}
