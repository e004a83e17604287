/* More about a series of years. See the header. */
#include <armstrade/trending_further.h>

#include <math.h>

#include "analysis/guard.h"

static const double level = 0.95;

static bool test_memory(arms_trending_further *out, arms_series series, arms_error *err)
{
    const arms_trend_options nearest = {.lag = 1};
    arms_error found = {0};
    if (!guard_optional(
            &out->has_yue_wang,
            arms_mann_kendall_yue_wang(&out->yue_wang, series, &nearest, &found), &found,
            err))
        return false;
    found = (arms_error){0};
    return guard_optional(
        &out->has_whitened,
        arms_mann_kendall_trend_free(&out->whitened, series, NULL, &found), &found, err);
}

size_t arms_trending_block(size_t n)
{
    size_t block = 1;
    while (block * block * block < n)
        block++;
    return block;
}

static arms_bootstrap_options draws(size_t n, uint64_t seed)
{
    return (arms_bootstrap_options){.method = ARMS_PERCENTILE,
                                    .seed = seed,
                                    .replicates = ARMS_TRENDING_REPLICATES,
                                    .block = arms_trending_block(n),
                                    .level = level};
}

static bool draw_slopes(arms_trending_further *out, arms_series series, uint64_t seed,
                        arms_error *err)
{
    const arms_bootstrap_options options = draws(series.n, seed);
    arms_error found = {0};
    return guard_optional(&out->has_slope,
                          arms_theil_sen_bootstrap(&out->slope, series, &options, &found),
                          &found, err);
}

static bool find_breaks(arms_trending_further *out, arms_arena *arena,
                        const arms_yearly *data, arms_error *err)
{
    const arms_break_sample sample = {data->values, data->n, 0};
    arms_error found = {0};
    return guard_optional(&out->has_breaks,
                          arms_bai_perron(&out->breaks, &sample, arena, &found), &found,
                          err);
}

/* Chow's test counts years as neighbours, and a line needs two of them. */
static bool test_break(arms_trending_further *out, const arms_yearly *data, int after,
                       arms_error *err)
{
    int first = (int)data->years[0], last = (int)data->years[data->n - 1];
    if (!arms_trending_unbroken(data))
        return arms_fail(err, ARMS_DOMAIN,
                         "a year is missing between %d and %d, and a test for a break "
                         "needs all of them",
                         first, last);
    if (after < first || after >= last)
        return arms_fail(err, ARMS_DOMAIN,
                         "there is no break after %d inside the figures, which are of "
                         "%d to %d",
                         after, first, last);
    const arms_chow_question question = {data->values, data->n,
                                         (size_t)(after - first) + 1, ARMS_BREAK_TREND};
    if (question.before < 2 || data->n - question.before < 2)
        return arms_fail(err, ARMS_DOMAIN,
                         "a break after %d leaves a single year on one side of %d to %d, "
                         "and a line needs two",
                         after, first, last);
    out->has_chow = arms_chow(&out->chow, &question, err);
    return out->has_chow;
}

bool arms_trending_look(arms_trending_further *out, arms_arena *arena,
                        const arms_yearly *data, const arms_trending_question *question,
                        arms_error *err)
{
    const arms_series series = {data->years, data->values, data->n};
    *out = (arms_trending_further){0};
    if (data->n == 0)
        return arms_fail(err, ARMS_DOMAIN, "no year has a figure");
    if (question->break_after > 0 && !test_break(out, data, question->break_after, err))
        return false;
    if (!arms_trending_unbroken(data) || data->n < ARMS_TRENDING_MEMORY)
        return true;
    return test_memory(out, series, err) && find_breaks(out, arena, data, err) &&
           draw_slopes(out, series, question->seed, err);
}

bool arms_trending_line(arms_line_limits *limits, const arms_yearly *data, uint64_t seed,
                        arms_error *err)
{
    const arms_series series = {data->years, data->values, data->n};
    if (!arms_trending_unbroken(data) || data->n < ARMS_TRENDING_MEMORY)
        return arms_fail(err, ARMS_DOMAIN,
                         "limits of a line need %d years without one missing between",
                         ARMS_TRENDING_MEMORY);
    const arms_bootstrap_options options = draws(data->n, seed);
    return arms_theil_sen_limits(limits, series, &options, err);
}
