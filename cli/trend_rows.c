/* The statistics of armstrade trend, a row each. See the header. */
#include "cli/trend_rows.h"

#include <math.h>

#include "cli/trend_words.h"

static bool put_slope(const trend_job *j, arms_error *err)
{
    const arms_slope *s = &j->found.slope;
    trend_row row =
        trend_row_of("theil-sen-slope", "Theil–Sen slope, a year", s->slope, s->n);
    row.low = s->has_interval ? s->low : NAN;
    row.high = s->has_interval ? s->high : NAN;
    row.range = &j->found.range.slope;
    row.note = "median of the slopes of all pairs of years";
    row.brief = "median of all pairs of years";
    return trend_put_row(j, &row, err);
}

static bool put_bootstrap(const trend_job *j, arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const arms_bootstrap *b = &j->further.slope;
    const unsigned long long seed = b->seed;
    if (!j->further.has_slope)
        return true;
    trend_row row =
        trend_row_of("theil-sen-bootstrap", "Theil–Sen, bootstrap", b->value, b->n);
    row.low = b->low;
    row.high = b->high;
    row.range = &j->found.range.slope;
    row.repeats = true;
    row.note = arms_print(arena, err,
                          "percentiles of %zu resamples in moving blocks of %zu years, "
                          "seed %llu",
                          b->replicates, b->block, seed);
    row.brief = arms_print(arena, err, "%zu resamples, blocks of %zu, seed %llu",
                           b->replicates, b->block, seed);
    return row.brief && trend_put_row(j, &row, err);
}

/* A test of Mann and Kendall's kind. */
typedef struct test_row {
    const char *what, *head, *note, *brief;
} test_row;

/* Only tau_b of the figures as they are has a known range. */
static bool put_test(const trend_job *j, const arms_trend_test *test, const test_row *as,
                     arms_error *err)
{
    trend_row row = trend_row_of(as->what, as->head, test->tau_b, test->n);
    row.p = test->p;
    row.range = test->n == j->data.n ? &j->found.range.tau : NULL;
    row.repeats = test != &j->found.test;
    row.note = as->note;
    row.brief = as->brief;
    return trend_put_row(j, &row, err);
}

static bool put_whitened(const trend_job *j, arms_error *err)
{
    const arms_trend_test *test = &j->further.whitened;
    arms_arena *arena = &j->session->arena;
    const char *r = trend_number(arena, trend_shown(test->autocorrelation), err);
    if (!r)
        return false;
    const test_row as = {
        "pre-whitened", "Mann–Kendall, pre-whitened",
        arms_print(arena, err,
                   "trend-free; takes out what a year has of the one before, r = %s", r),
        arms_print(arena, err, "takes out the memory of one year, %.2f",
                   test->autocorrelation)};
    return as.brief && put_test(j, test, &as, err);
}

static bool put_tests(const trend_job *j, arms_error *err)
{
    const arms_trending *t = &j->found;
    const test_row plain = {"mann-kendall", "Mann–Kendall, tau",
                            t->test.exact ? "exact" : "normal approximation", NULL};
    const test_row memory = {"hamed-rao", "Mann–Kendall, Hamed–Rao",
                             "allows for years that hang together", NULL};
    const test_row one = {"yue-wang", "Mann–Kendall, Yue–Wang",
                          "allows for the memory of one year", NULL};
    return put_test(j, &t->test, &plain, err) &&
           (!t->has_memory || put_test(j, &t->memory, &memory, err)) &&
           (!j->further.has_yue_wang || put_test(j, &j->further.yue_wang, &one, err)) &&
           (!j->further.has_whitened || put_whitened(j, err));
}

static bool put_line(const trend_job *j, arms_error *err)
{
    const arms_trending *t = &j->found;
    if (!t->has_line)
        return true;
    trend_row row = trend_row_of("least-squares-slope", "Least-squares slope, a year",
                                 t->line.slope, t->line.n);
    row.low = t->line_low;
    row.high = t->line_high;
    row.range = t->range.has_line ? &t->range.line : NULL;
    row.note =
        arms_print(&j->session->arena, err, "Newey–West errors, lag %zu", t->line_lag);
    return trend_put_row(j, &row, err);
}

static bool put_growth(const trend_job *j, arms_error *err)
{
    const arms_trending *t = &j->found;
    trend_row growth = trend_row_of("log-linear-growth", "Growth, % a year",
                                    t->growth.rate, t->growth.n);
    growth.low = t->growth.low;
    growth.high = t->growth.high;
    growth.range = t->range.has_growth ? &t->range.growth : NULL;
    growth.note = "log-linear";
    trend_row compound = trend_row_of("compound-growth", "Compound growth, % a year",
                                      t->compound, t->slope.n);
    compound.range = t->range.has_compound ? &t->range.compound : NULL;
    compound.note = "from the first year to the last alone";
    compound.brief = "first year to last alone";
    return (!t->has_growth || trend_put_row(j, &growth, err)) &&
           (!t->has_compound || trend_put_row(j, &compound, err));
}

/* Where the level broke, if it did. */
static bool put_pettitt(const trend_job *j, arms_error *err)
{
    const arms_pettitt_test *t = &j->found.level;
    if (!j->found.has_level)
        return true;
    double last = j->data.years[t->before - 1];
    trend_row row =
        trend_row_of("pettitt-break", "Pettitt, break of the level", last, t->n);
    row.p = t->p;
    row.note = arms_print(&j->session->arena, err, "%s after %.0f, the likeliest place",
                          t->upward ? "higher" : "lower", last);
    return trend_put_row(j, &row, err);
}

static bool put_break(const trend_job *j, size_t i, arms_error *err)
{
    const arms_mean_breaks *b = &j->further.breaks;
    arms_arena *arena = &j->session->arena;
    double last = j->data.years[b->before[i] - 1];
    const char *from = trend_number(arena, trend_shown(b->means[i]), err);
    const char *to = trend_number(arena, trend_shown(b->means[i + 1]), err);
    trend_row row =
        trend_row_of("bai-perron-break", "Bai–Perron, break of the level", last, b->n);
    if (!from || !to)
        return false;
    row.note = arms_print(arena, err, "level %s until then, %s after", from, to);
    return trend_put_row(j, &row, err);
}

static bool put_breaks(const trend_job *j, arms_error *err)
{
    const arms_mean_breaks *b = &j->further.breaks;
    if (!j->further.has_breaks)
        return true;
    trend_row none =
        trend_row_of("bai-perron-break", "Bai–Perron, break of the level", NAN, b->n);
    none.note = "none: by BIC, one level fits best";
    if (b->count == 0)
        return trend_put_row(j, &none, err);
    for (size_t i = 0; i < b->count; i++)
        if (!put_break(j, i, err))
            return false;
    return true;
}

static bool put_chow(const trend_job *j, arms_error *err)
{
    const arms_chow_test *t = &j->further.chow;
    arms_arena *arena = &j->session->arena;
    if (!j->further.has_chow)
        return true;
    double last = j->data.years[t->before - 1];
    trend_row row = trend_row_of("chow", "Chow, F of two lines for one", t->f, t->n);
    row.p = t->p;
    row.note = arms_print(arena, err,
                          "parted after %.0f; F(%zu, %zu); p holds for a year that was "
                          "not chosen by looking at the figures",
                          last, t->parameters, t->freedom);
    row.brief =
        arms_print(arena, err, "after %.0f, if that was not chosen by looking", last);
    return row.brief && trend_put_row(j, &row, err);
}

bool trend_put_statistics(const trend_job *j, arms_error *err)
{
    static bool (*const parts[])(const trend_job *j, arms_error *err) = {
        put_slope,  put_bootstrap, put_tests,  put_line,
        put_growth, put_pettitt,   put_breaks, put_chow,
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!parts[i](j, err))
            return false;
    return true;
}
