/* Errors of coefficients that hold under uneven spread (HC0, HC1, HC3) and under
 * dependence in time (Newey–West): R⁻¹ M R⁻ᵀ, where M = Σ_j w_j Σ_i (s_i s'_{i−j} + its
 * transpose) over scores s_i = q_i e_i, and q_i are the rows of Q in X = QR. This is the
 * sandwich (X'X)⁻¹ X'ΩX (X'X)⁻¹ of White (1980) and Newey and West (1987) without the
 * digits that X'X would lose. In units of the coefficients. Undefined for HC3 where some
 * row decides its own fit. */
#include <armstrade/regression.h>

#include <math.h>

#include "analysis/factor.h"
#include "analysis/guard.h"

static const char *const names[] = {"plain", "HC0", "HC1", "HC3", "Newey-West"};

/* What is needed on the way, all p × p but the scores, which are p columns of n. */
typedef struct sandwich {
    const arms_factor *f;
    long double *scores, *middle, *half;
} sandwich;

static size_t default_lag(size_t n)
{
    return (size_t)floor(4 * pow((double)n / 100, 2.0 / 9));
}

static bool check(arms_errors_options options, arms_error *err)
{
    if (options.method == ARMS_ERRORS_NEWEY_WEST && options.lag < ARMS_LAG_DEFAULT)
        return arms_fail(err, ARMS_USAGE, "a lag is 0 or more, not %d", options.lag);
    return true;
}

static bool prepare(sandwich *s, arms_arena *arena, const arms_regression *fit,
                    arms_error *err)
{
    size_t n = fit->n, p = fit->count;
    s->f = fit->factor;
    s->scores = arms_alloc(arena, n * p + 2 * p * p, sizeof *s->scores, err);
    if (!s->scores)
        return false;
    s->middle = s->scores + n * p;
    s->half = s->middle + p * p;
    return true;
}

/* The part of row i's own y in its fitted value. */
static long double hat(const arms_factor *f, size_t i)
{
    long double sum = 0;
    for (size_t j = 0; j < f->p; j++)
        sum += f->q[j * f->n + i] * f->q[j * f->n + i];
    return sum;
}

static bool weigh(long double *out, const arms_regression *fit, size_t i,
                  arms_errors_method method, arms_error *err)
{
    long double left = 1 - hat(fit->factor, i);
    *out = fit->perfect ? 0 : fit->factor->rest[i];
    if (method != ARMS_ERRORS_HC3)
        return true;
    if (left < 1e-12L)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: HC3 errors need every row's fit to "
                         "rest on other rows too, row %zu decides its own",
                         i + 1);
    *out /= left;
    return true;
}

static bool score(sandwich *s, const arms_regression *fit, arms_errors_method method,
                  arms_error *err)
{
    for (size_t i = 0; i < fit->n; i++) {
        long double e = 0;
        if (!weigh(&e, fit, i, method, err))
            return false;
        for (size_t j = 0; j < fit->count; j++)
            s->scores[j * fit->n + i] = s->f->q[j * fit->n + i] * e;
    }
    return true;
}

/* Σ_i a_i b_{i−lag}. */
static long double lagged(const long double *a, const long double *b, size_t n,
                          size_t lag)
{
    long double sum = 0;
    for (size_t i = lag; i < n; i++)
        sum += a[i] * b[i - lag];
    return sum;
}

static void add_lag(sandwich *s, size_t lag, long double weight)
{
    size_t n = s->f->n, p = s->f->p;
    for (size_t a = 0; a < p; a++)
        for (size_t b = 0; b < p; b++)
            s->middle[a * p + b] +=
                weight * (lagged(s->scores + a * n, s->scores + b * n, n, lag) +
                          lagged(s->scores + b * n, s->scores + a * n, n, lag));
}

/* Bartlett's weights fall to 0 at lag + 1; the pair at lag 0 is counted once. */
static void fill_middle(sandwich *s, size_t lag)
{
    add_lag(s, 0, 0.5L);
    for (size_t j = 1; j <= lag && j < s->f->n; j++)
        add_lag(s, j, 1 - (long double)j / (long double)(lag + 1));
}

static void fill_plain(sandwich *s, const arms_regression *fit)
{
    for (size_t j = 0; j < fit->count; j++)
        s->middle[j * fit->count + j] = (long double)fit->residual_sd * fit->residual_sd;
}

/* out = R⁻¹ a, transposed; twice of it makes R⁻¹ M R⁻ᵀ of a symmetric M. */
static void press(long double *out, const long double *a, const arms_factor *f)
{
    size_t p = f->p;
    for (size_t row = 0; row < p; row++)
        for (size_t column = 0; column < p; column++) {
            long double sum = 0;
            for (size_t k = row; k < p; k++)
                sum += f->inverse[row * p + k] * a[k * p + column];
            out[column * p + row] = sum;
        }
}

static bool put(arms_errors *out, arms_arena *arena, const long double *covariance,
                long double factor, arms_error *err)
{
    size_t p = out->count;
    double *room = arms_alloc(arena, p * p + p, sizeof *room, err);
    if (!room)
        return false;
    for (size_t i = 0; i < p * p; i++)
        room[i] = (double)(factor * covariance[i]);
    for (size_t i = 0; i < p; i++)
        room[p * p + i] = sqrt(fmax(0, room[i * p + i]));
    out->covariance = room;
    out->errors = room + p * p;
    return guard_result(room, p * p + p, "an error", err);
}

static bool measure(sandwich *s, const arms_errors *what, const arms_regression *fit,
                    arms_error *err)
{
    if (what->method == ARMS_ERRORS_PLAIN)
        fill_plain(s, fit);
    else if (score(s, fit, what->method, err))
        fill_middle(s, what->lag);
    else
        return false;
    press(s->half, s->middle, s->f);
    press(s->middle, s->half, s->f);
    return true;
}

bool arms_regression_errors(arms_errors *out, arms_arena *arena,
                            const arms_regression *fit, arms_errors_options options,
                            arms_error *err)
{
    arms_arena scratch = {0};
    sandwich s = {0};
    if (!check(options, err))
        return false;
    *out = (arms_errors){.method = options.method, .n = fit->n, .count = fit->count};
    if (options.method == ARMS_ERRORS_NEWEY_WEST)
        out->lag = options.lag < 0 ? default_lag(fit->n) : (size_t)options.lag;
    bool degrees = options.method == ARMS_ERRORS_HC1;
    long double factor = degrees ? (long double)fit->n / (long double)fit->df : 1;
    bool done = prepare(&s, &scratch, fit, err) && measure(&s, out, fit, err) &&
                put(out, arena, s.middle, factor, err);
    arms_arena_free(&scratch);
    return done;
}

const char *arms_errors_name(arms_errors_method method)
{
    return names[method];
}
