/* The eleven linear sets of NIST's Statistical Reference Datasets: coefficients, their
 * errors, residual standard deviation, R² and F against certified.csv. Given the folder
 * that holds it and NAME.csv; 77 where it is absent. */
#include <armstrade/regression.h>
#include <armstrade/setup.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/nist/score.h"
#include "tests/nist/sheet.h"

/* What is short of 15 digits is short of them in the data: the figures of Norris, Pontius
 * and Wampler2 are no doubles, and their rounding moves the solution in the 14th digit.
 * Filip's powers, the last of which differs in the 8th digit from a sum of the others,
 * hold 19 digits in long double, which leaves 11; powers rounded to doubles would leave
 * 7.6, whatever the method, and exact powers of the same x 14 (rational arithmetic). */
typedef struct set {
    const char *name;
    bool intercept;
    size_t degree; /* 0: all columns; else powers of the first */
    double bar;
} set;

static const set sets[] = {
    {"norris", true, 1, 13},   {"pontius", true, 2, 13},  {"noint1", false, 1, 14},
    {"noint2", false, 1, 14},  {"filip", true, 10, 11},   {"longley", true, 0, 14},
    {"wampler1", true, 5, 14}, {"wampler2", true, 5, 13}, {"wampler3", true, 5, 14},
    {"wampler4", true, 5, 14}, {"wampler5", true, 5, 14},
};

static double *numbers(size_t n)
{
    double *room = calloc(n, sizeof *room);
    if (!room)
        exit(1);
    return room;
}

/* The design of a set; x and y are to be freed. */
static arms_design design_of(const set *which, const sheet *s, double **x, double **y)
{
    size_t n = s->rows - 1, k = which->degree ? 1 : sheet_width(s, 0) - 1;
    *x = numbers(n * k);
    *y = numbers(n);
    for (size_t i = 0; i < n * k; i++)
        (*x)[i] = sheet_number(s, i / k + 1, i % k + 1);
    for (size_t i = 0; i < n; i++)
        (*y)[i] = sheet_number(s, i + 1, 0);
    return (arms_design){*x, *y, n, k, which->intercept, which->degree};
}

static size_t first_row(const sheet *certified, const char *name)
{
    size_t row = 0;
    while (row < certified->rows && strcmp(sheet_text(certified, row, 0), name) != 0)
        row++;
    return row;
}

static void compare(const set *which, const arms_regression *fit, const sheet *certified)
{
    size_t row = first_row(certified, which->name);
    double b = 15, errors = 15;
    for (size_t i = 0; i < fit->count; i++) {
        b = fmin(b,
                 score_digits(fit->coefficients[i], sheet_number(certified, row + i, 3)));
        errors = fmin(errors,
                      score_digits(fit->errors[i], sheet_number(certified, row + i, 4)));
    }
    score(which->name, "coefficients", b, which->bar);
    score(which->name, "errors", errors, which->bar);
    score(which->name, "residual deviation",
          score_digits(fit->residual_sd, sheet_number(certified, row, 5)), which->bar);
    score(which->name, "R squared",
          score_digits(fit->r_squared, sheet_number(certified, row, 6)), which->bar);
    score(which->name, "F", score_digits(fit->f, sheet_number(certified, row, 7)),
          which->bar);
    score_that(which->name, "degrees of freedom",
               fit->df == (size_t)sheet_number(certified, row, 8));
}

static void run(const set *which, const sheet *s, const sheet *certified)
{
    arms_arena arena = {0};
    arms_regression fit = {0};
    arms_error err = {0};
    double *x = NULL, *y = NULL;
    arms_design design = design_of(which, s, &x, &y);
    bool done = arms_regression_fit(&fit, &arena, &design, &err);
    score_that(which->name, "is fitted", done);
    if (done)
        compare(which, &fit, certified);
    else
        printf("%s\n", err.text);
    arms_arena_free(&arena);
    free(x);
    free(y);
}

int main(int argc, char **argv)
{
    sheet certified = {0};
    arms_setup();
    if (argc < 2 || !sheet_read(&certified, argv[1], "certified.csv", ','))
        return 77;
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        char name[64];
        sheet s = {0};
        snprintf(name, sizeof name, "%s.csv", sets[i].name);
        if (!sheet_read(&s, argv[1], name, ','))
            return 77;
        run(sets + i, &s, &certified);
        sheet_free(&s);
    }
    sheet_free(&certified);
    return score_end();
}
