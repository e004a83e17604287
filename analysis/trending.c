/* What a series supports. See the header. */
#include <armstrade/trending.h>

#include <math.h>

static const double level = 0.95;

static bool check(const arms_yearly *data, arms_error *err)
{
    if (data->n < ARMS_TRENDING_LEAST)
        return arms_fail(err, ARMS_DOMAIN,
                         "%zu year%s with a figure %s too few for a trend: of fewer than "
                         "%d nothing can be told from chance",
                         data->n, data->n == 1 ? "" : "s", data->n == 1 ? "is" : "are",
                         ARMS_TRENDING_LEAST);
    return !data->allocated ||
           arms_fail(err, ARMS_DOMAIN,
                     "the file has totals of deals that are spread evenly over years, "
                     "which would make a trend of their own; use the register of "
                     "deliveries or a TIV table");
}

/* Undefined where nothing is left beside the slope; then there is no memory either. */
static bool test_memory(arms_trending *out, arms_series series, arms_error *err)
{
    arms_error found = {0};
    if (series.n < ARMS_TRENDING_MEMORY)
        return true;
    out->has_memory = arms_mann_kendall_hamed_rao(&out->memory, series, NULL, &found);
    if (out->has_memory || found.code == ARMS_DOMAIN)
        return true;
    *err = found;
    return false;
}

bool arms_trending_find(arms_trending *out, const arms_yearly *data, arms_error *err)
{
    const arms_series series = {data->years, data->values, data->n};
    *out = (arms_trending){0};
    if (!check(data, err) || !arms_theil_sen(&out->slope, series, level, err) ||
        !arms_mann_kendall(&out->test, series, NULL, err) ||
        !test_memory(out, series, err))
        return false;
    out->p = out->has_memory ? fmax(out->test.p, out->memory.p) : out->test.p;
    if (out->p < 1 - level)
        out->supported = out->test.s > 0 ? ARMS_SUPPORTS_RISE : ARMS_SUPPORTS_FALL;
    return true;
}
