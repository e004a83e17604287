/* What Hamed–Rao and Yue–Wang share: Mann–Kendall's S, and its variance times a factor
 * from the autocorrelation of the detrended values, counted up to a lag. */
#include "analysis/trend.h"

static const double usual_level = 0.05;

static size_t lag_of(size_t n, const arms_trend_options *options)
{
    bool all = !options || options->lag == 0 || options->lag > n - 1;
    return all ? n - 1 : options->lag;
}

static double level_of(const arms_trend_options *options)
{
    return options && options->level > 0 ? options->level : usual_level;
}

static bool find_left(trend_left *left, arms_trend_test *out, arms_series series,
                      arms_arena *arena, arms_error *err)
{
    double slope = 0;
    return trend_score(out, series.values, arena, err) &&
           trend_slope_per_step(&slope, series, err) &&
           trend_detrend(&left->values, series, slope, arena, err);
}

bool trend_corrected_test(arms_trend_test *out, arms_series series,
                          const arms_trend_options *options, trend_correction by,
                          arms_error *err)
{
    *out = (arms_trend_test){.method = out->method, .n = series.n, .correction = 1};
    if (!trend_check(series, 3, "a corrected Mann–Kendall test", err))
        return false;
    out->lag = lag_of(series.n, options);
    trend_left left = {NULL, series.n, level_of(options)};
    if (!(left.level > 0 && left.level < 1))
        return arms_fail(err, ARMS_USAGE, "a level is between 0 and 1, not %g",
                         left.level);
    arms_arena arena = {0};
    bool done = find_left(&left, out, series, &arena, err) && by(out, &left, &arena, err);
    arms_arena_free(&arena);
    out->variance *= out->correction;
    out->exact = false;
    return done && trend_normal_test(out, options && options->plain_z, err);
}
