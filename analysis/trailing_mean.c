/* The mean over a trailing window: of each value and the w − 1 before it, in the unit of
 * the values. The first w − 1 have none: GSL would fill them with what it has, so they
 * are left out. GSL's own moving mean carries what one large value rounded off along to
 * all later windows; here each window is summed afresh. Undefined where no window is
 * full. */
#include <gsl/gsl_movstat.h>
#include <gsl/gsl_statistics_double.h>

#include "analysis/guard.h"
#include "analysis/smoothing.h"

static double mean_of(size_t n, double values[], void *unused)
{
    (void)unused;
    return gsl_stats_mean(values, 1, n);
}

static bool moving_mean(double *out, const arms_window *window, arms_error *err)
{
    gsl_movstat_function mean = {mean_of, NULL};
    gsl_movstat_workspace *work = gsl_movstat_alloc2(window->width - 1, 0);
    gsl_vector_const_view from = gsl_vector_const_view_array(window->values, window->n);
    gsl_vector_view to = gsl_vector_view_array(out, window->n);
    if (!work)
        return arms_fail_memory(err);
    int status = gsl_movstat_apply(GSL_MOVSTAT_END_TRUNCATE, &mean, &from.vector,
                                   &to.vector, work);
    gsl_movstat_free(work);
    return guard_status(status, "a trailing mean", err);
}

bool arms_smooth_trailing(arms_trailing_mean *out, const arms_window *window,
                          arms_arena *arena, arms_error *err)
{
    size_t n = window->n, undefined = window->width - 1;
    if (!guard_sample(window->values, n, 1, "a trailing mean", err) ||
        !smoothing_window(n, window->width, "a trailing mean", err))
        return false;
    double *means = arms_alloc(arena, n, sizeof *means, err);
    if (!means || !moving_mean(means, window, err))
        return false;
    *out =
        (arms_trailing_mean){means + undefined, n - undefined, undefined, window->width};
    return true;
}

static bool bounds_known(const arms_interval_window *window, arms_error *err)
{
    for (size_t i = 0; i < window->n; i++) {
        arms_interval figure = window->figures[i];
        double parts[] = {figure.low, figure.value, figure.high};
        if (!guard_sample(parts, 3, 3, "a trailing mean", err))
            return false;
    }
    return true;
}

static arms_interval mean_of_figures(const arms_interval *figures, size_t n)
{
    arms_sum sum = {0};
    for (size_t i = 0; i < n; i++)
        arms_sum_add(&sum, figures[i]);
    arms_interval total = arms_sum_total(&sum);
    double count = (double)n;
    return (arms_interval){total.value / count, total.low / count, total.high / count,
                           total.open};
}

bool arms_smooth_trailing_intervals(arms_trailing_intervals *out,
                                    const arms_interval_window *window, arms_arena *arena,
                                    arms_error *err)
{
    size_t width = window->width;
    if (!smoothing_window(window->n, width, "a trailing mean", err) ||
        !bounds_known(window, err))
        return false;
    size_t count = window->n - width + 1;
    arms_interval *means = arms_alloc(arena, count, sizeof *means, err);
    if (!means)
        return false;
    for (size_t i = 0; i < count; i++)
        means[i] = mean_of_figures(window->figures + i, width);
    *out = (arms_trailing_intervals){means, count, width - 1, width};
    return true;
}
