/* Mann–Kendall and the Theil–Sen slope against R's package trend: argv[1] is the folder
 * that holds vectors.tsv and series.tsv; 77 where it is absent. What R leaves NaN or NA
 * must be refused here, but for the interval of equal values, which R prints as 0 to
 * 0. */
#include <armstrade/setup.h>
#include <armstrade/trend.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tests/nist/match.h"
#include "tests/nist/sheet.h"

enum { MOST = 512 };

static double years[MOST], values[MOST];

/* A row of results. */
typedef struct vector {
    const sheet *results;
    size_t row;
    match_table *table;
} vector;

static const char *method_of(const vector *v)
{
    return sheet_text(v->results, v->row, 1);
}

static void compare(const vector *v, const char *name, double got)
{
    char what[MATCH_NAME];
    (void)snprintf(what, sizeof what, "%s %s %s", sheet_text(v->results, v->row, 0),
                   method_of(v), name);
    match_figures(v->table, what, got, sheet_after(v->results, v->row, name), 0);
}

static void compare_test(const vector *v, arms_series series)
{
    arms_trend_test test;
    arms_trend_options options = {.plain_z = strcmp(method_of(v), "mk.test") != 0};
    bool done = arms_mann_kendall(&test, series, &options, NULL);
    compare(v, "z", done ? test.z : NAN);
    compare(v, "p", done ? test.p_normal : NAN);
    if (options.plain_z)
        return;
    compare(v, "S", test.s);
    compare(v, "varS", test.variance);
    compare(v, "tau", done ? test.tau_b : NAN);
}

static void compare_slope(const vector *v, arms_series series)
{
    arms_slope slope;
    if (!arms_theil_sen(&slope, series, 0.95, NULL))
        slope = (arms_slope){.slope = NAN};
    compare(v, "slope", slope.slope);
    if (!slope.has_interval && fabs(sheet_after(v->results, v->row, "lo95")) <= 0)
        return;
    compare(v, "lo95", slope.has_interval ? slope.low : NAN);
    compare(v, "hi95", slope.has_interval ? slope.high : NAN);
}

static void compare_row(const vector *v, const sheet *all)
{
    bool slope = strcmp(method_of(v), "sens.slope") == 0;
    if (!slope && strncmp(method_of(v), "mk.test", 7) != 0)
        return;
    size_t at = sheet_row(all, sheet_text(v->results, v->row, 0));
    arms_series series = {years, values, sheet_numbers(values, all, at, MOST)};
    for (size_t i = 0; i < series.n; i++)
        years[i] = (double)i + 1;
    (slope ? compare_slope : compare_test)(v, series);
}

int main(int argc, char **argv)
{
    match_table table = {.bar = 1e-10, .fewest = 16};
    sheet results = {0}, all = {0};
    arms_setup();
    if (argc < 2 || !sheet_read(&results, argv[1], "vectors.tsv", '\t') ||
        !sheet_read(&all, argv[1], "series.tsv", '\t'))
        return 77;
    for (size_t row = 0; row < results.rows; row++)
        compare_row(&(vector){&results, row, &table}, &all);
    sheet_free(&results);
    sheet_free(&all);
    return match_end(&table);
}
