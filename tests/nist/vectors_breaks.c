/* Breaks against R's packages trend (pettitt.test) and strucchange: argv[1] is the file
 * of results, argv[2] the file of series. */
#include <armstrade/breaks.h>
#include <armstrade/setup.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/nist/tsv.h"

/* One row of results, kept while the series is looked for. */
typedef struct vector {
    char cells[16][1024];
    size_t count, n;
    double values[TSV_CELLS];
} vector;

static const char *text_after(const vector *v, const char *name)
{
    for (size_t i = 0; i + 1 < v->count; i++)
        if (strcmp(v->cells[i], name) == 0)
            return v->cells[i + 1];
    return "";
}

static double want(const vector *v, const char *name)
{
    const char *text = text_after(v, name);
    return *text ? strtod(text, NULL) : NAN;
}

static void compare(tsv_table *table, const vector *v, const char *name, double got)
{
    char what[TSV_NAME];
    (void)snprintf(what, sizeof what, "%.20s %.24s %s", v->cells[0], v->cells[1], name);
    tsv_compare(table, what, got, want(v, name), 0);
}

static void compare_pettitt(tsv_table *table, const vector *v)
{
    arms_pettitt_test test = {.p = NAN};
    (void)arms_pettitt(&test, v->values, v->n, NULL);
    compare(table, v, "U", (double)test.u);
    compare(table, v, "k", (double)test.before);
    compare(table, v, "p", test.p);
}

/* R takes p as 1 less a sum, which leaves it right to some 1e-15 and no digits better. */
static void compare_p(tsv_table *table, const vector *v, double got)
{
    char what[TSV_NAME];
    (void)snprintf(what, sizeof what, "%.20s %.24s p", v->cells[0], v->cells[1]);
    tsv_compare(table, what, got, want(v, "p"), 1e-14);
}

static void compare_sup_f(tsv_table *table, const vector *v)
{
    arms_sup_f_test test = {.f = NAN};
    (void)arms_sup_f(&test, v->values, v->n, NULL);
    compare(table, v, "supF", test.f);
    compare(table, v, "at", (double)test.before);
    compare_p(table, v, test.has_p ? test.p : NAN);
}

static void compare_cusum(tsv_table *table, const vector *v)
{
    arms_cusum_test test = {.s0 = NAN, .p = NAN};
    (void)arms_cusum(&test, v->values, v->n, NULL);
    compare(table, v, "S0", test.s0);
    compare_p(table, v, test.p);
}

/* The numbers of a cell, separated by ";". */
static size_t numbers(double *out, const char *text, size_t most)
{
    size_t count = 0;
    for (char *end = NULL; *text && count < most; text = *end ? end + 1 : end)
        out[count++] = strtod(text, &end);
    return count;
}

static void compare_list(tsv_table *table, const vector *v, const char *name,
                         const double *got, size_t count)
{
    double wanted[32];
    size_t n = numbers(wanted, text_after(v, name), 32);
    char what[TSV_NAME];
    (void)snprintf(what, sizeof what, "%.20s how many in \"%s\"", v->cells[0], name);
    tsv_compare(table, what, (double)count, (double)n, 0);
    for (size_t i = 0; i < n && i < count; i++) {
        (void)snprintf(what, sizeof what, "%.20s %s [%zu]", v->cells[0], name, i);
        tsv_compare(table, what, got[i], wanted[i], 0);
    }
}

static void compare_bai_perron(tsv_table *table, const vector *v)
{
    arms_arena arena = {0};
    arms_mean_breaks breaks = {0};
    arms_break_sample sample = {v->values, v->n, 0};
    double places[32];
    bool done = arms_bai_perron(&breaks, &sample, &arena, NULL);
    for (size_t i = 0; i < breaks.count; i++)
        places[i] = (double)breaks.before[i];
    compare(table, v, "m", done ? (double)breaks.count : NAN);
    compare_list(table, v, "at", places, breaks.count);
    compare_list(table, v, "BIC0..", breaks.bic, done ? breaks.most + 1 : 0);
    arms_arena_free(&arena);
}

static const struct {
    const char *name;
    void (*compare)(tsv_table *table, const vector *v);
} tests[] = {
    {"pettitt.test", compare_pettitt},
    {"strucchange supF(x~1,.15)", compare_sup_f},
    {"strucchange breakpoints(x~1,h=.15) BIC", compare_bai_perron},
    {"OLS-CUSUM", compare_cusum},
};

static bool find_series(vector *v, const char *path)
{
    FILE *file = fopen(path, "r");
    tsv_row row;
    bool found = false;
    while (file && !found && tsv_next(&row, file))
        found = strcmp(row.cells[0], v->cells[0]) == 0;
    v->n = found ? tsv_numbers(v->values, &row, 1) : 0;
    if (file)
        (void)fclose(file);
    return found;
}

static void keep(vector *v, const tsv_row *row)
{
    v->count = row->count < 16 ? row->count : 16;
    for (size_t i = 0; i < v->count; i++)
        (void)snprintf(v->cells[i], sizeof v->cells[i], "%s", row->cells[i]);
}

static void compare_row(tsv_table *table, const tsv_row *row, const char *path)
{
    static vector v;
    for (size_t i = 0; row->count > 1 && i < sizeof tests / sizeof *tests; i++) {
        if (strcmp(row->cells[1], tests[i].name) != 0)
            continue;
        keep(&v, row);
        if (find_series(&v, path))
            tests[i].compare(table, &v);
        else
            tsv_compare(table, v.cells[0], NAN, 0, 0);
        return;
    }
}

int main(int argc, char **argv)
{
    FILE *file = argc > 2 ? fopen(argv[1], "r") : NULL;
    tsv_table table = {.bar = 1e-10};
    tsv_row row;
    if (!file)
        return 77;
    arms_setup();
    while (tsv_next(&row, file))
        compare_row(&table, &row, argv[2]);
    (void)fclose(file);
    return tsv_end(&table);
}
