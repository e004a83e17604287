/* The nine univariate sets of NIST's Statistical Reference Datasets: mean, standard
 * deviation and lag-1 autocorrelation against the certified values. Given the folder that
 * holds NAME.csv; 77 where it is absent. */
#include <armstrade/setup.h>
#include <armstrade/summary.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/nist/score.h"
#include "tests/nist/sheet.h"

/* Certified values: NIST StRD, univariate summary statistics. The bar is that of the
 * standard deviation and the autocorrelation: a double holds 1000000.1 to 1e−10 and
 * 10000000.1 to 1e−9, which is 1e−9 and 1e−8 of the deviations (0.1) in NumAcc3 and 4. */
typedef struct certified {
    const char *name;
    double mean, sd, autocorrelation, bar;
} certified;

static const certified sets[] = {
    {"lew", -177.435, 277.332168044316, -0.307304800605679, 13},
    {"lottery", 518.95871559633, 291.699727470969, -0.120948622967393, 13},
    {"mavro", 2.001856, 4.29123454003053E-4, 0.937989183438248, 12},
    {"michelso", 299.8524, 0.0790105478190518, 0.535199668621283, 12.5},
    {"numacc1", 10000002, 1, -0.5, 15},
    {"numacc2", 1.2, 0.1, -0.999, 14},
    {"numacc3", 1000000.2, 0.1, -0.999, 9},
    {"numacc4", 10000000.2, 0.1, -0.999, 8},
    {"pidigits", 4.5348, 2.86733906028871, -0.00355099287237972, 12},
};

static void compare(const certified *set, const sheet *s)
{
    arms_summary got = {0};
    double correlation = 0;
    size_t n = s->rows - 1;
    double *values = calloc(n, sizeof *values);
    if (!values)
        exit(1);
    for (size_t i = 0; i < n; i++)
        values[i] = sheet_number(s, i + 1, 0);
    score_that(set->name, "is computed", arms_summary_compute(&got, values, n, NULL));
    score(set->name, "mean", score_digits(got.mean, set->mean), 15);
    score(set->name, "standard deviation", score_digits(got.sd, set->sd), set->bar);
    score_that(set->name, "is correlated",
               arms_autocorrelation_compute(&correlation, values, n, NULL));
    score(set->name, "autocorrelation", score_digits(correlation, set->autocorrelation),
          set->bar);
    free(values);
}

int main(int argc, char **argv)
{
    arms_setup();
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        char name[64];
        sheet s = {0};
        snprintf(name, sizeof name, "%s.csv", sets[i].name);
        if (argc < 2 || !sheet_read(&s, argv[1], name, ','))
            return 77;
        compare(sets + i, &s);
        sheet_free(&s);
    }
    return score_end();
}
