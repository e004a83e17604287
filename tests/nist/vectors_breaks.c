/* Breaks against R's packages trend (pettitt.test) and strucchange: argv[1] is the
 * folder that holds vectors.tsv and series.tsv; 77 where it is absent. */
#include <armstrade/breaks.h>
#include <armstrade/setup.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/nist/match.h"
#include "tests/nist/sheet.h"

enum { MOST = 512 };

/* A row of results, and its series. */
typedef struct vector {
    const sheet *results;
    size_t row, n;
    double values[MOST];
    match_table *table;
} vector;

static const char *cell(const vector *v, size_t column)
{
    return sheet_text(v->results, v->row, column);
}

static double want(const vector *v, const char *name)
{
    return sheet_after(v->results, v->row, name);
}

static void compare(const vector *v, const char *name, double got)
{
    char what[MATCH_NAME];
    (void)snprintf(what, sizeof what, "%.20s %.24s %s", cell(v, 0), cell(v, 1), name);
    match_figures(v->table, what, got, want(v, name), 0);
}

static void compare_pettitt(const vector *v)
{
    arms_pettitt_test test = {.p = NAN};
    (void)arms_pettitt(&test, v->values, v->n, NULL);
    compare(v, "U", (double)test.u);
    compare(v, "k", (double)test.before);
    compare(v, "p", test.p);
}

/* R takes p as 1 less a sum, which leaves it right to some 1e-15 and no digits better. */
static void compare_p(const vector *v, double got)
{
    char what[MATCH_NAME];
    (void)snprintf(what, sizeof what, "%.20s %.24s p", cell(v, 0), cell(v, 1));
    match_figures(v->table, what, got, want(v, "p"), 1e-14);
}

static void compare_sup_f(const vector *v)
{
    arms_sup_f_test test = {.f = NAN};
    (void)arms_sup_f(&test, v->values, v->n, NULL);
    compare(v, "supF", test.f);
    compare(v, "at", (double)test.before);
    compare_p(v, test.has_p ? test.p : NAN);
}

static void compare_cusum(const vector *v)
{
    arms_cusum_test test = {.s0 = NAN, .p = NAN};
    (void)arms_cusum(&test, v->values, v->n, NULL);
    compare(v, "S0", test.s0);
    compare_p(v, test.p);
}

/* The numbers of a cell, separated by ";". */
static size_t numbers(double *out, const char *text, size_t most)
{
    size_t count = 0;
    for (char *end = NULL; *text && count < most; text = *end ? end + 1 : end)
        out[count++] = strtod(text, &end);
    return count;
}

static void compare_list(const vector *v, const char *name, const double *got,
                         size_t count)
{
    double wanted[32];
    size_t n = numbers(wanted, sheet_text_after(v->results, v->row, name), 32);
    char what[MATCH_NAME];
    (void)snprintf(what, sizeof what, "%.20s how many in \"%s\"", cell(v, 0), name);
    match_figures(v->table, what, (double)count, (double)n, 0);
    for (size_t i = 0; i < n && i < count; i++) {
        (void)snprintf(what, sizeof what, "%.20s %s [%zu]", cell(v, 0), name, i);
        match_figures(v->table, what, got[i], wanted[i], 0);
    }
}

static void compare_bai_perron(const vector *v)
{
    arms_arena arena = {0};
    arms_mean_breaks breaks = {0};
    arms_break_sample sample = {v->values, v->n, 0};
    double places[32];
    bool done = arms_bai_perron(&breaks, &sample, &arena, NULL);
    for (size_t i = 0; i < breaks.count; i++)
        places[i] = (double)breaks.before[i];
    compare(v, "m", done ? (double)breaks.count : NAN);
    compare_list(v, "at", places, breaks.count);
    compare_list(v, "BIC0..", breaks.bic, done ? breaks.most + 1 : 0);
    arms_arena_free(&arena);
}

static const struct {
    const char *name;
    void (*compare)(const vector *v);
} tests[] = {
    {"pettitt.test", compare_pettitt},
    {"strucchange supF(x~1,.15)", compare_sup_f},
    {"strucchange breakpoints(x~1,h=.15) BIC", compare_bai_perron},
    {"OLS-CUSUM", compare_cusum},
};

static void compare_row(vector *v, const sheet *all)
{
    v->n = sheet_numbers(v->values, all, sheet_row(all, cell(v, 0)), MOST);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        if (strcmp(cell(v, 1), tests[i].name) == 0)
            tests[i].compare(v);
}

int main(int argc, char **argv)
{
    static vector v;
    match_table table = {.bar = 1e-10};
    sheet results = {0}, all = {0};
    arms_setup();
    if (argc < 2 || !sheet_read(&results, argv[1], "vectors.tsv", '\t') ||
        !sheet_read(&all, argv[1], "series.tsv", '\t'))
        return 77;
    v = (vector){.results = &results, .table = &table};
    for (; v.row < results.rows; v.row++)
        compare_row(&v, &all);
    sheet_free(&results);
    sheet_free(&all);
    return match_end(&table);
}
