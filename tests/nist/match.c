/* A table of figures and references. See the header. */
#include "tests/nist/match.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

static double digits_of(double got, double want)
{
    if ((isnan(got) && isnan(want)) || (got <= want && got >= want))
        return 16;
    double apart = fabs(got - want) / (want > 0 || want < 0 ? fabs(want) : 1);
    return isnan(apart) ? 0 : fmin(16, fmax(0, -log10(apart)));
}

void match_figures(match_table *table, const char *what, double got, double want,
                   double floor)
{
    double digits = digits_of(got, want);
    bool rounded = fabs(got - want) <= floor;
    bool passed = rounded || digits >= -log10(table->bar);
    if (table->compared++ == 0 || digits < table->fewest)
        table->fewest = rounded && table->compared > 1 ? table->fewest : digits;
    table->failed += !passed;
    printf("%-52s %24.16g %24.16g %5.1f%s\n", what, got, want, digits,
           passed ? "" : "  FAILED");
}

int match_end(const match_table *table)
{
    printf("%zu compared, %zu failed, at least %.1f digits\n", table->compared,
           table->failed, table->fewest);
    return table->failed > 0 || table->compared == 0;
}
