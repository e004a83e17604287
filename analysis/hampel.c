/* Values that stand out from their neighbours (Hampel 1974): |x − median| above threshold
 * × 1.4826… × the median absolute deviation, both of the window around x, which is cut at
 * the ends to the values that are there. In the unit of the values. Undefined for an even
 * window and where the window is longer than the series. */
#include <gsl/gsl_filter.h>
#include <math.h>

#include "analysis/guard.h"
#include "analysis/smoothing.h"

/* What GSL writes: one of each for every value. */
typedef struct judged {
    double *cleaned, *median, *scale;
    int *outlier;
    size_t count;
} judged;

static bool allocate(judged *out, size_t n, arms_arena *scratch, arms_error *err)
{
    out->cleaned = arms_alloc(scratch, n, sizeof *out->cleaned, err);
    out->median = arms_alloc(scratch, n, sizeof *out->median, err);
    out->scale = arms_alloc(scratch, n, sizeof *out->scale, err);
    out->outlier = arms_alloc(scratch, n, sizeof *out->outlier, err);
    return out->cleaned && out->median && out->scale && out->outlier;
}

static bool judge(judged *out, const arms_window *window, double threshold,
                  arms_error *err)
{
    size_t n = window->n;
    gsl_vector_const_view values = gsl_vector_const_view_array(window->values, n);
    gsl_vector_view cleaned = gsl_vector_view_array(out->cleaned, n);
    gsl_vector_view median = gsl_vector_view_array(out->median, n);
    gsl_vector_view scale = gsl_vector_view_array(out->scale, n);
    gsl_vector_int_view outlier = gsl_vector_int_view_array(out->outlier, n);
    gsl_filter_impulse_workspace *work = gsl_filter_impulse_alloc(window->width);
    if (!work)
        return arms_fail_memory(err);
    int status =
        gsl_filter_impulse(GSL_FILTER_END_TRUNCATE, GSL_FILTER_SCALE_MAD, threshold,
                           &values.vector, &cleaned.vector, &median.vector, &scale.vector,
                           &out->count, &outlier.vector, work);
    gsl_filter_impulse_free(work);
    return guard_status(status, "a search for outliers", err);
}

static size_t window_at(const arms_window *window, size_t i)
{
    size_t half = window->width / 2, after = window->n - 1 - i;
    return 1 + (i < half ? i : half) + (after < half ? after : half);
}

static bool list(arms_outliers *out, const judged *all, const arms_window *window,
                 arms_arena *arena, arms_error *err)
{
    arms_outlier *found = arms_alloc(arena, all->count, sizeof *found, err);
    if (!found)
        return false;
    for (size_t i = 0; i < window->n; i++) {
        if (!all->outlier[i])
            continue;
        arms_outlier *one = &found[out->count++];
        *one = (arms_outlier){.at = i, .value = window->values[i]};
        one->median = all->median[i];
        one->apart = one->value - one->median;
        one->scale = all->scale[i];
        one->has_scale = one->scale > 0;
        one->window = window_at(window, i);
    }
    out->found = found;
    return true;
}

static bool question_good(const arms_window *window, double threshold, arms_error *err)
{
    if (!guard_sample(window->values, window->n, 3, "a search for outliers", err) ||
        !smoothing_window(window->n, window->width, "a search for outliers", err))
        return false;
    if (window->width < 3 || window->width % 2 == 0)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a search for outliers needs a window "
                         "of an odd number of values from 3 on, not %zu",
                         window->width);
    if (threshold >= 0 && isfinite(threshold))
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: a search for outliers needs a threshold "
                     "from 0 on (3 by custom), not %g",
                     threshold);
}

bool arms_smooth_hampel(arms_outliers *out, const arms_window *window, double threshold,
                        arms_arena *arena, arms_error *err)
{
    arms_arena scratch = {0};
    judged all = {0};
    if (!question_good(window, threshold, err))
        return false;
    *out = (arms_outliers){.n = window->n, .width = window->width};
    out->threshold = threshold;
    bool done = allocate(&all, window->n, &scratch, err) &&
                judge(&all, window, threshold, err) &&
                list(out, &all, window, arena, err);
    arms_arena_free(&scratch);
    return done;
}
