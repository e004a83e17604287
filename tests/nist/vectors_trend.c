/* Mann–Kendall and the Theil–Sen slope against R's package trend: argv[1] is the file
 * of results, argv[2] the file of series. What R leaves NaN or NA must be refused here,
 * but for the interval of equal values, which R prints as 0 to 0. */
#include <armstrade/setup.h>
#include <armstrade/trend.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tests/nist/tsv.h"

static double years[TSV_CELLS], values[TSV_CELLS];

static bool find_series(arms_series *out, const char *path, const char *name)
{
    FILE *file = fopen(path, "r");
    tsv_row row;
    bool found = false;
    while (file && !found && tsv_next(&row, file))
        found = strcmp(row.cells[0], name) == 0;
    *out = (arms_series){years, values, found ? tsv_numbers(values, &row, 1) : 0};
    for (size_t i = 0; i < out->n; i++)
        years[i] = (double)i + 1;
    if (file)
        (void)fclose(file);
    return found;
}

static void compare(tsv_table *table, const tsv_row *row, const char *name, double got)
{
    char what[TSV_NAME];
    (void)snprintf(what, sizeof what, "%s %s %s", row->cells[0], row->cells[1], name);
    tsv_compare(table, what, got, tsv_named(row, name), 0);
}

static void compare_test(tsv_table *table, const tsv_row *row, arms_series series)
{
    arms_trend_test test;
    arms_trend_options options = {.plain_z = strcmp(row->cells[1], "mk.test") != 0};
    bool done = arms_mann_kendall(&test, series, &options, NULL);
    compare(table, row, "z", done ? test.z : NAN);
    compare(table, row, "p", done ? test.p_normal : NAN);
    if (options.plain_z)
        return;
    compare(table, row, "S", test.s);
    compare(table, row, "varS", test.variance);
    compare(table, row, "tau", done ? test.tau_b : NAN);
}

static void compare_slope(tsv_table *table, const tsv_row *row, arms_series series)
{
    arms_slope slope;
    if (!arms_theil_sen(&slope, series, 0.95, NULL))
        slope = (arms_slope){.slope = NAN};
    compare(table, row, "slope", slope.slope);
    if (!slope.has_interval && fabs(tsv_named(row, "lo95")) <= 0)
        return;
    compare(table, row, "lo95", slope.has_interval ? slope.low : NAN);
    compare(table, row, "hi95", slope.has_interval ? slope.high : NAN);
}

static void compare_row(tsv_table *table, const tsv_row *row, const char *path)
{
    static tsv_row kept;
    char cells[16][TSV_NAME];
    arms_series series;
    bool slope = row->count > 1 && strcmp(row->cells[1], "sens.slope") == 0;
    if (row->count < 2 || row->count > 16 ||
        (!slope && strncmp(row->cells[1], "mk.test", 7) != 0))
        return;
    kept.count = row->count;
    for (size_t i = 0; i < row->count; i++) {
        (void)snprintf(cells[i], sizeof cells[i], "%s", row->cells[i]);
        kept.cells[i] = cells[i];
    }
    if (!find_series(&series, path, cells[0]))
        tsv_compare(table, cells[0], NAN, 0, 0);
    else
        (slope ? compare_slope : compare_test)(table, &kept, series);
}

int main(int argc, char **argv)
{
    FILE *file = argc > 2 ? fopen(argv[1], "r") : NULL;
    tsv_table table = {.bar = 1e-10, .fewest = 16};
    tsv_row row;
    if (!file)
        return 77;
    arms_setup();
    while (tsv_next(&row, file))
        compare_row(&table, &row, argv[2]);
    (void)fclose(file);
    return tsv_end(&table);
}
