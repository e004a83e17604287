/* The trend of Hodrick and Prescott (1997), in the unit of the values: the solution τ of
 * (I + λ D'D) τ = x with D the second differences, a system of bandwidth two. Undefined
 * below three values, which have no second difference. */
#include <gsl/gsl_linalg.h>
#include <math.h>

#include "analysis/guard.h"
#include "analysis/smoothing.h"

enum { BAND = 3 };

static const double largest_lambda = 1e7;

static bool lambda_good(double lambda, arms_error *err)
{
    if (lambda > 0 && lambda <= largest_lambda)
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: a Hodrick–Prescott trend needs a lambda "
                     "above 0 and up to 10000000 (6.25 for annual data), not %g",
                     lambda);
}

/* Row i holds the diagonal of I + λ D'D at i and the entries below it. */
static void fill_band(double *band, size_t n, double lambda)
{
    static const double difference[BAND] = {1, -2, 1};
    for (size_t i = 0; i < n; i++)
        band[i * BAND] = 1;
    for (size_t row = 0; row + 2 < n; row++)
        for (size_t k = 0; k < BAND * BAND; k++) {
            size_t a = k / BAND, b = k % BAND;
            if (b <= a)
                band[(row + b) * BAND + a - b] += lambda * difference[a] * difference[b];
        }
}

static bool solve(double *trend, double *band, const double *values, size_t n,
                  arms_error *err)
{
    gsl_matrix_view matrix = gsl_matrix_view_array(band, n, BAND);
    gsl_vector_const_view right = gsl_vector_const_view_array(values, n);
    gsl_vector_view left = gsl_vector_view_array(trend, n);
    const char *what = "a Hodrick–Prescott trend";
    return guard_status(gsl_linalg_cholesky_band_decomp(&matrix.matrix), what, err) &&
           guard_status(gsl_linalg_cholesky_band_solve(&matrix.matrix, &right.vector,
                                                       &left.vector),
                        what, err);
}

bool arms_smooth_hodrick_prescott(double *trend, const double *values, size_t n,
                                  double lambda, arms_error *err)
{
    arms_arena scratch = {0};
    if (!guard_sample(values, n, 3, "a Hodrick–Prescott trend", err) ||
        !lambda_good(lambda, err))
        return false;
    double *band = arms_alloc(&scratch, n, BAND * sizeof *band, err);
    if (band)
        fill_band(band, n, lambda);
    bool done = band && solve(trend, band, values, n, err);
    arms_arena_free(&scratch);
    return done;
}
