/* Concentration against figures computed to 40 digits, from a JSON file named by the
 * first argument; prints what was compared and the digits reached. Nil ones are counted
 * there. Ends with 77 where the file is absent. */
#include <armstrade/concentration.h>
#include <armstrade/setup.h>

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const double bar = 1e-10;
static int failures, compared;

static double number_of(const json_t *text)
{
    return strtod(json_string_value(text), NULL);
}

static void report(const char *set, const char *what, double got, double want)
{
    double wrong = fabs(got - want) / (fabs(want) > 0 ? fabs(want) : 1);
    bool held = wrong <= bar; /* false for NaN */
    compared++;
    failures += !held;
    printf("%-24s %-16s %22.17g %22.17g %5.1f%s\n", set, what, got, want,
           wrong > 1e-16 ? -log10(wrong) : 16, held ? "" : "  wrong");
}

static void compare(const char *set, json_t *wanted)
{
    double values[64];
    json_t *x = json_object_get(wanted, "x");
    size_t n = json_array_size(x);
    arms_concentration got = {0};
    for (size_t i = 0; i < n && i < 64; i++)
        values[i] = number_of(json_array_get(x, i));
    if (n > 64 || !arms_concentration_measure(&got, values, n, ARMS_NIL_COUNTED, NULL)) {
        failures++;
        return;
    }
    double corrected = NAN;
    json_t *want = json_object_get(wanted, "gini_corrected");
    bool defined = arms_concentration_correct_gini(&corrected, &got, NULL);
    failures += defined != json_is_string(want);
    if (defined)
        report(set, "gini corrected", corrected, number_of(want));
    report(set, "gini", got.gini, number_of(json_object_get(wanted, "gini")));
    report(set, "hhi", got.hhi, number_of(json_object_get(wanted, "hhi")));
    report(set, "theil", got.theil, number_of(json_object_get(wanted, "theil")));
    report(set, "entropy", got.entropy, number_of(json_object_get(wanted, "entropy")));
}

int main(int argc, char **argv)
{
    json_error_t error;
    const char *set;
    json_t *wanted, *all = argc > 1 ? json_load_file(argv[1], 0, &error) : NULL;
    if (!all)
        return 77;
    arms_setup();
    json_object_foreach(all, set, wanted) compare(set, wanted);
    printf("%d compared, %d wrong\n", compared, failures);
    json_decref(all);
    return failures > 0 || compared == 0;
}
