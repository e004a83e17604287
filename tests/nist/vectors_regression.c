/* Lines y on 1 … n, their errors, and moments of eleven series, against values computed
 * by R (stats::lm, sandwich::NeweyWest, sandwich::vcovHC, stats::mad). Given the folder
 * that holds series.tsv and vectors.tsv; 77 where it is absent. */
#include <armstrade/regression.h>
#include <armstrade/setup.h>
#include <armstrade/summary.h>
#include <stdio.h>
#include <string.h>

#include "tests/nist/score.h"
#include "tests/nist/sheet.h"

enum { MOST = 512 };
static const double bar = 10;

typedef struct series {
    char name[64];
    double x[MOST], y[MOST];
    size_t n;
} series;

static void check(const series *s, const char *what, double got, double want)
{
    score(s->name, what, score_digits(got, want), bar);
}

static void check_line(const series *s, const sheet *want, size_t row)
{
    arms_line line = {0};
    arms_line_sample sample = {s->x, s->y, s->n, 0.95};
    score_that(s->name, "line is fitted", arms_line_fit(&line, &sample, NULL));
    check(s, "intercept", line.intercept, sheet_after(want, row, "b0"));
    check(s, "slope", line.slope, sheet_after(want, row, "b1"));
    check(s, "intercept's error", line.intercept_error, sheet_after(want, row, "se0"));
    check(s, "slope's error", line.slope_error, sheet_after(want, row, "se1"));
    check(s, "R squared", line.r_squared, sheet_after(want, row, "r2"));
    check(s, "residual deviation", line.residual_sd, sheet_after(want, row, "sigma"));
    check(s, "p of the slope", line.p, sheet_after(want, row, "p1"));
}

static void check_moments(const series *s, const sheet *want, size_t row)
{
    arms_summary got = {0};
    score_that(s->name, "summary is computed",
               arms_summary_compute(&got, s->y, s->n, NULL));
    check(s, "mean", got.mean, sheet_after(want, row, "mean"));
    check(s, "standard deviation", got.sd, sheet_after(want, row, "sd"));
    check(s, "median", got.median, sheet_after(want, row, "median"));
    check(s, "MAD", got.mad_scaled, sheet_after(want, row, "mad"));
}

typedef struct kind {
    const char *title;
    arms_errors_options options;
} kind;

static const kind kinds[] = {
    {"NeweyWest lag3 noprewhite noadjust", {ARMS_ERRORS_NEWEY_WEST, 3}},
    {"vcovHC HC0", {ARMS_ERRORS_HC0, 0}},
    {"vcovHC HC1", {ARMS_ERRORS_HC1, 0}},
    {"vcovHC HC3", {ARMS_ERRORS_HC3, 0}},
};

static void check_errors(const series *s, const kind *k, const sheet *want, size_t row)
{
    arms_arena arena = {0};
    arms_regression fit = {0};
    arms_errors got = {0};
    arms_design design = {s->x, s->y, s->n, 1, true, 1};
    bool done = arms_regression_fit(&fit, &arena, &design, NULL) &&
                arms_regression_errors(&got, &arena, &fit, k->options, NULL);
    score_that(s->name, k->title, done);
    if (done) {
        check(s, "  of the intercept", got.errors[0], sheet_after(want, row, "se0"));
        check(s, "  of the slope", got.errors[1], sheet_after(want, row, "se1"));
    }
    arms_arena_free(&arena);
}

/* R fits the rounding errors of a constant series (R² 0.5168); here it is refused. */
static void check_constant(const series *s)
{
    arms_line line = {0};
    double correlation = 0;
    arms_line_sample sample = {s->x, s->y, s->n, 0.95};
    score_that(s->name, "line is refused", !arms_line_fit(&line, &sample, NULL));
    score_that(s->name, "correlation is refused",
               !arms_autocorrelation_compute(&correlation, s->y, s->n, NULL));
}

static void compare_row(const series *s, const sheet *want, size_t row)
{
    const char *title = sheet_text(want, row, 1);
    if (strcmp(title, "moments") == 0)
        check_moments(s, want, row);
    if (strcmp(s->name, "const") == 0)
        return;
    if (strcmp(title, "lm(x~t)") == 0)
        check_line(s, want, row);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (strcmp(title, kinds[k].title) == 0)
            check_errors(s, kinds + k, want, row);
}

static void take(series *s, const sheet *all, size_t row)
{
    snprintf(s->name, sizeof s->name, "%s", sheet_text(all, row, 0));
    s->n = sheet_width(all, row) - 1;
    for (size_t i = 0; i < s->n && i < MOST; i++) {
        s->x[i] = (double)(i + 1);
        s->y[i] = sheet_number(all, row, i + 1);
    }
}

static void check_series(const series *s, const sheet *want)
{
    if (strcmp(s->name, "const") == 0)
        check_constant(s);
    for (size_t row = 0; row < want->rows; row++)
        if (strcmp(sheet_text(want, row, 0), s->name) == 0)
            compare_row(s, want, row);
}

int main(int argc, char **argv)
{
    static series s;
    sheet all = {0}, want = {0};
    arms_setup();
    if (argc < 2 || !sheet_read(&all, argv[1], "series.tsv", '\t') ||
        !sheet_read(&want, argv[1], "vectors.tsv", '\t'))
        return 77;
    for (size_t row = 0; row < all.rows; row++) {
        take(&s, &all, row);
        check_series(&s, &want);
    }
    sheet_free(&all);
    sheet_free(&want);
    return score_end();
}
