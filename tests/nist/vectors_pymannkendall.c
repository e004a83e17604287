/* Mann–Kendall, its variants and the Theil–Sen slope against pymannkendall 1.4: argv[1]
 * is its file of series and results, made with the missing values dropped, years kept.
 * Its p-values are 1 less a probability, so good to 1e-15 absolutely and no further. */
#include <armstrade/setup.h>
#include <armstrade/trend.h>

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "tests/nist/match.h"

enum { MOST = 1024 };

typedef bool (*trend_test)(arms_trend_test *out, arms_series series,
                           const arms_trend_options *options, arms_error *err);

typedef struct case_row {
    const char *name;
    trend_test test;
    size_t lag;
} case_row;

static const case_row cases[] = {
    {"original_test", arms_mann_kendall, 0},
    {"hamed_rao_modification_test", arms_mann_kendall_hamed_rao, 0},
    {"hamed_rao_modification_test{'lag': 3}", arms_mann_kendall_hamed_rao, 3},
    {"yue_wang_modification_test", arms_mann_kendall_yue_wang, 0},
    {"pre_whitening_modification_test", arms_mann_kendall_prewhitened, 0},
    {"trend_free_pre_whitening_modification_test", arms_mann_kendall_trend_free, 0},
};

static double years[MOST], values[MOST];

static arms_series read_series(const json_t *data)
{
    arms_series out = {years, values, 0};
    for (size_t i = 0; i < json_array_size(data) && i < MOST; i++) {
        const json_t *item = json_array_get(data, i);
        years[out.n] = (double)i;
        values[out.n] = json_number_value(item);
        out.n += json_is_number(item);
    }
    return out;
}

typedef struct place {
    const char *series, *test;
    const json_t *result;
    match_table *table;
} place;

static void compare(place at, const char *name, double got, double floor)
{
    char what[MATCH_NAME];
    (void)snprintf(what, sizeof what, "%.12s %.30s %s", at.series, at.test, name);
    match_figures(at.table, what, got,
                  json_number_value(json_object_get(at.result, name)), floor);
}

static void compare_test(place at, const case_row *row, arms_series series)
{
    arms_trend_test test = {0};
    arms_error err = {0};
    if (!row->test(&test, series, &(arms_trend_options){.lag = row->lag}, &err))
        printf("%s\n", err.text);
    compare(at, "s", test.s, 0);
    compare(at, "var_s", test.variance, 0);
    compare(at, "Tau", test.tau_a, 0);
    compare(at, "z", test.z, 0);
    compare(at, "p", test.p_normal, 1e-15);
}

static void compare_slope(place at, arms_series series)
{
    arms_slope slope = {0};
    (void)arms_theil_sen(&slope, series, 0.95, NULL);
    compare(at, "slope", slope.slope, 0);
    compare(at, "intercept", slope.intercept, 0);
}

static void compare_series(match_table *table, const char *name, json_t *object)
{
    json_t *results = json_object_get(object, "results");
    arms_series series = read_series(json_object_get(object, "data"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *test = cases[i].name;
        place at = {name, test, json_object_get(results, test), table};
        compare_test(at, &cases[i], series);
    }
    place at = {name, "sens_slope", json_object_get(results, "sens_slope"), table};
    compare_slope(at, series);
}

int main(int argc, char **argv)
{
    match_table table = {.bar = 1e-10, .fewest = 16};
    json_t *root = argc > 1 ? json_load_file(argv[1], 0, NULL) : NULL, *object;
    const char *name;
    if (!root)
        return 77;
    arms_setup();
    json_object_foreach(root, name, object) compare_series(&table, name, object);
    json_decref(root);
    return match_end(&table);
}
