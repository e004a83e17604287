/* The largest F of a change in the mean over the middle 70 per cent of a series (Andrews
 * 1993): F at k = (R − R₁ − R₂)/((R₁ + R₂)/(n − 2)), places k from max(2, ⌊0.15 n⌋) to n
 * less that. Its p value is Hansen's (1997): χ²'s tail with η degrees of freedom at
 * θ0 + θ1 F. Without unit. Undefined below four values and where some place leaves two
 * parts that are constant; p below 14 values. */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "analysis/breaks.h"
#include "analysis/guard.h"

enum { LEAST_FOR_P = 14, SURFACES = 4 };

static const double trimming = 0.15;

/* Hansen's response surfaces for the largest F of one parameter, as R's strucchange 1.5-3
 * carries them (sc.beta.sup). From 14 values on, ⌊0.15 n⌋/n is between 2/19 and 0.15. */
typedef struct surface {
    double trim, theta0, theta1, freedom;
} surface;

static const surface surfaces[SURFACES] = {
    {0.15, -0.98828874, 1.01604712, 2.96752918},
    {0.13, -1.04892713, 1.02570939, 3.08442682},
    {0.11, -1.11527783, 1.03526033, 3.19770394},
    {0.09, -1.14992644, 1.06643436, 3.44739573},
};

static double tail(const surface *of, double f)
{
    return gsl_cdf_chisq_Q(fmax(of->theta0 + of->theta1 * f, 0), of->freedom);
}

/* Between two surfaces p lies on a straight line. */
static double p_of(double f, double trim)
{
    size_t next = 1;
    while (next + 1 < SURFACES && surfaces[next].trim > trim)
        next++;
    const surface *above = &surfaces[next - 1], *below = &surfaces[next];
    double weight = (trim - below->trim) / (above->trim - below->trim);
    return weight * tail(above, f) + (1 - weight) * tail(below, f);
}

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
    out->has_p = n >= LEAST_FOR_P;
    if (out->has_p)
        out->p = p_of(out->f, (double)from / (double)n);
    return true;
}
