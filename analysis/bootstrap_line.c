/* Where the Theil–Sen line may run, point by point: percentiles of the lines through
 * resamples, in the unit of the values. Replicate k of one seed draws the same points for
 * every statistic (see the header), so that three bootstraps, of the slope and of the
 * medians of years and values, give three parts of the same lines. Undefined where the
 * slope is. */
#include <armstrade/arena.h>
#include <armstrade/bootstrap.h>

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>

/* Of each replicate. */
typedef struct lines {
    double *slopes, *years, *values; /* the last two are medians */
    double *here;                    /* room for the values of all lines at one time */
    size_t count;
} lines;

static bool median_of(double *out, const arms_picks *picks, const void *data,
                      arms_error *err)
{
    const double *numbers = data;
    double *picked = picks->scratch;
    (void)err;
    for (size_t k = 0; k < picks->n; k++)
        picked[k] = numbers[picks->at[k]];
    gsl_sort(picked, 1, picks->n);
    *out = gsl_stats_median_from_sorted_data(picked, 1, picks->n);
    return true;
}

/* Too many are refused by the bootstrap. */
static bool make_room(lines *all, size_t replicates, arms_arena *arena, arms_error *err)
{
    size_t count = replicates < ARMS_BOOTSTRAP_MOST ? replicates : ARMS_BOOTSTRAP_MOST;
    double **const arrays[] = {&all->slopes, &all->years, &all->values, &all->here};
    all->count = count;
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        *arrays[i] = arms_alloc(arena, count, sizeof **arrays[i], err);
        if (!*arrays[i])
            return false;
    }
    return true;
}

static bool draw_medians(double *out, const double *numbers, size_t n,
                         arms_bootstrap_options options, arms_error *err)
{
    arms_bootstrap ignored;
    const arms_resampled sample = {median_of, numbers, n, n * sizeof *numbers};
    options.keep = out;
    return arms_bootstrap_interval(&ignored, &sample, &options, err);
}

static bool draw_lines(lines *all, arms_series series, arms_bootstrap_options options,
                       arms_error *err)
{
    arms_bootstrap ignored;
    options.keep = all->slopes;
    return arms_theil_sen_bootstrap(&ignored, series, &options, err) &&
           draw_medians(all->years, series.years, series.n, options, err) &&
           draw_medians(all->values, series.values, series.n, options, err);
}

/* A resample of one point alone has no line. */
static void find_limits(arms_line_limits *limits, size_t i, const lines *all,
                        double level)
{
    size_t defined = 0;
    for (size_t k = 0; k < all->count; k++)
        if (isfinite(all->slopes[k]))
            all->here[defined++] =
                all->values[k] + all->slopes[k] * (limits->at[i] - all->years[k]);
    gsl_sort(all->here, 1, defined);
    limits->low[i] =
        gsl_stats_quantile_from_sorted_data(all->here, 1, defined, (1 - level) / 2);
    limits->high[i] =
        gsl_stats_quantile_from_sorted_data(all->here, 1, defined, (1 + level) / 2);
}

bool arms_theil_sen_limits(arms_line_limits *limits, arms_series series,
                           const arms_bootstrap_options *options, arms_error *err)
{
    if (options->method != ARMS_PERCENTILE)
        return arms_fail(err, ARMS_USAGE, "limits of a line are percentiles, not BCa");
    arms_arena arena = {0};
    lines all;
    bool done = make_room(&all, options->replicates, &arena, err) &&
                draw_lines(&all, series, *options, err);
    for (size_t i = 0; done && i < limits->count; i++)
        find_limits(limits, i, &all, options->level);
    arms_arena_free(&arena);
    return done;
}
