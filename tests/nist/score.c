/* How many digits two figures have in common. See the header. */
#include "tests/nist/score.h"

#include <math.h>
#include <stdio.h>

static int lines, failures;

double score_digits(double got, double want)
{
    double away = fabs(got - want);
    if (isinf(want) && isinf(got) && (want > 0) == (got > 0))
        return 15;
    if (!isfinite(got) || !isfinite(want))
        return -1;
    if (fabs(want) > 0)
        away /= fabs(want);
    return away > 1e-15 ? fmax(0, -log10(away)) : 15;
}

static void note(bool held)
{
    lines++;
    failures += !held;
}

void score(const char *set, const char *what, double digits, double bar)
{
    bool held = digits >= bar;
    note(held);
    printf("%-14s %-24s %5.1f digits, bar %4.1f%s\n", set, what, digits, bar,
           held ? "" : "  FAILED");
}

void score_that(const char *set, const char *what, bool held)
{
    note(held);
    printf("%-14s %-24s %s\n", set, what, held ? "yes" : "no  FAILED");
}

int score_end(void)
{
    printf("%d compared, %d failed\n", lines, failures);
    return failures > 0 || lines == 0;
}
