/* Least squares: figures explained by others, with what is uncertain about it.
 *
 * The model is y = Xb + e. Formulas: b = (X'X)⁻¹X'y; residual standard deviation
 * s = √(Σe²/df), df = n − coefficients; errors s√diag((X'X)⁻¹) (Draper and Smith 1998).
 * R² = explained / (explained + Σe²), where sums are about the mean with an intercept and
 * about 0 without one, as NIST and R have it; F = (explained/df_model) / s².
 *
 * A fit whose Σe² is at most ε²Σy² (ε the precision of a double, 2.2e−16) cannot be told
 * from a perfect one: then Σe², s, errors and p are 0 and F is infinite. Any other result
 * that a double cannot hold is refused (DOMAIN). */
#ifndef ARMSTRADE_REGRESSION_H
#define ARMSTRADE_REGRESSION_H

#include <armstrade/arena.h>

typedef struct arms_design {
    const double *x; /* rows × columns, row after row */
    const double *y; /* rows */
    size_t rows, columns;
    bool intercept; /* a column of ones goes before the others */
    size_t degree;  /* above 1, for a single column: its powers up to this one follow it;
                       they are computed in long double, which a matrix of powers in
                       double would spoil (NIST's Filip keeps 7 digits of 14) */
} arms_design;

/* `count` coefficients, the intercept first, then the columns (or powers) in order. */
typedef struct arms_regression {
    size_t n, count, columns, degree;
    size_t df_model, df;
    bool intercept, perfect;
    const double *coefficients, *errors; /* count each */
    const double *p_values;              /* of coefficient = 0, two-sided, Student's t */
    const double *fitted, *residuals;    /* n each */
    double residual_sd, r_squared, f, p; /* p: of F, whose degrees are df_model and df */
    const struct arms_factor *factor;    /* for the functions below */
} arms_regression;

/* Fits; all lives in `arena`. DOMAIN where a value is missing, where there are not more
 * rows than coefficients, where y has no spread (about 0 without an intercept), or where
 * a column is a combination of others; USAGE for a degree with several columns, or a
 * model without a column. */
bool arms_regression_fit(arms_regression *out, arms_arena *arena,
                         const arms_design *design, arms_error *err);

/* A value of the model with both its bands, of one level. */
typedef struct arms_band {
    double value, error; /* error: of the mean */
    double level;
    double mean_low, mean_high;     /* confidence: where the model's mean lies */
    double single_low, single_high; /* prediction: where one new figure lies */
} arms_band;

/* At `row`, as long as design->columns; 0 < level < 1, else USAGE. Half widths are
 * t·s√h and t·s√(1 + h), h = x'(X'X)⁻¹x, t Student's quantile for df. */
bool arms_regression_predict(arms_band *out, const arms_regression *fit,
                             const double *row, double level, arms_error *err);

/* How errors are computed. All but the first hold where the spread of e varies (White
 * 1980, as R's sandwich::vcovHC has it): HC0 e²; HC1 times n/df; HC3 e²/(1 − h)². The
 * last holds also where neighbours depend on each other (Newey and West 1987): Bartlett
 * weights 1 − j/(lag + 1), no prewhitening, no small-sample adjustment, which is
 * sandwich::NeweyWest(lag, prewhite = FALSE, adjust = FALSE). */
typedef enum arms_errors_method {
    ARMS_ERRORS_PLAIN,
    ARMS_ERRORS_HC0,
    ARMS_ERRORS_HC1,
    ARMS_ERRORS_HC3,
    ARMS_ERRORS_NEWEY_WEST
} arms_errors_method;

#define ARMS_LAG_DEFAULT (-1) /* ⌊4(n/100)^(2/9)⌋ (Newey and West 1994) */

typedef struct arms_errors_options {
    arms_errors_method method;
    int lag; /* for NEWEY_WEST alone; ≥ 0, or ARMS_LAG_DEFAULT */
} arms_errors_options;

typedef struct arms_errors {
    arms_errors_method method;
    size_t n, count, lag;
    const double *errors;     /* count */
    const double *covariance; /* count × count */
} arms_errors;

/* Rows must stand in the order of time for NEWEY_WEST. DOMAIN for HC3 where a row is
 * fitted exactly whatever its y (h = 1); USAGE for a negative lag. */
bool arms_regression_errors(arms_errors *out, arms_arena *arena,
                            const arms_regression *fit, arms_errors_options options,
                            arms_error *err);

/* "plain", "HC0", "HC1", "HC3", "Newey-West". */
const char *arms_errors_name(arms_errors_method method);

/* ---- a straight line, y on x ---- */

typedef struct arms_line_sample {
    const double *x, *y; /* n each */
    size_t n;
    double level; /* of the interval, 0 < level < 1 */
} arms_line_sample;

typedef struct arms_line {
    size_t n, df;
    bool perfect;
    double intercept, slope;
    double intercept_error, slope_error;
    double level, slope_low, slope_high; /* slope ± t · slope_error */
    double residual_sd, r_squared, p;    /* p: of slope = 0 */
    double x_mean, x_spread;             /* √Σ(x − x_mean)² */
} arms_line;

/* DOMAIN for n < 3, where all x or all y are equal, or a value is missing; USAGE for a
 * level that is none. */
bool arms_line_fit(arms_line *out, const arms_line_sample *sample, arms_error *err);

/* The line at `x`, inside or outside the sample, with both bands at the line's level. */
bool arms_line_predict(arms_band *out, const arms_line *line, double x, arms_error *err);

/* ---- regression that outliers cannot lead ---- */

typedef struct arms_robust {
    size_t n, count, iterations;
    double tuning;                       /* 4.685: 95 % efficient on normal errors */
    double scale;                        /* the estimate of σ that the errors rest on */
    const double *coefficients, *errors; /* count each */
    const double *weights;               /* n, 0 (left out) to 1 */
} arms_robust;

/* Tukey's bisquare (Beaton and Tukey 1974) by iterated weighted least squares, residuals
 * divided by √(1 − h), h ≤ 0.9999 (Holland and Welsch 1977), as GSL's
 * gsl_multifit_robust and MATLAB's robustfit have it. In each round the residuals' scale
 * is the median of their sizes over 0.6745, where the p − 1 smallest are left out, p the
 * coefficients (Street, Carroll and Ruppert 1988); the rounds end where two agree to
 * 1.5e−8, so that coefficients have some eight digits. `scale` is that paper's estimate
 * of σ, or, where that is more, the root of the mean of its square and the plain fit's,
 * with weights n and p² (DuMouchel and O'Brien 1989). R's MASS::rlm neither divides by
 * √(1 − h) nor leaves any out; its figures are others, the more so the fewer rows there
 * are.
 *
 * Refusals are those of arms_regression_fit; also DOMAIN where the iteration does not
 * settle, or where most residuals are 0, which leaves no scale. A perfect fit is its own
 * answer, with weights 1 and scale 0. */
bool arms_robust_fit(arms_robust *out, arms_arena *arena, const arms_design *design,
                     arms_error *err);

#endif
