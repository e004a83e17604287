/* Tab-separated reference figures, and a table of comparisons. See the header. */
#include "tests/nist/tsv.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 1 << 16 };

static char *trimmed(char *text)
{
    while (isspace((unsigned char)*text))
        text++;
    size_t length = strlen(text);
    while (length > 0 && isspace((unsigned char)text[length - 1]))
        text[--length] = '\0';
    return text;
}

bool tsv_next(tsv_row *row, void *file)
{
    static char line[LINE];
    if (!fgets(line, sizeof line, file))
        return false;
    row->count = 0;
    for (char *at = line; at && row->count < TSV_CELLS;) {
        char *tab = strchr(at, '\t');
        if (tab)
            *tab = '\0';
        row->cells[row->count++] = trimmed(at);
        at = tab ? tab + 1 : NULL;
    }
    return true;
}

static double number(const char *text)
{
    char *end = NULL;
    double value = strtod(text, &end);
    return end == text || *end ? NAN : value;
}

size_t tsv_numbers(double *out, const tsv_row *row, size_t first)
{
    for (size_t i = first; i < row->count; i++)
        out[i - first] = number(row->cells[i]);
    return row->count > first ? row->count - first : 0;
}

double tsv_named(const tsv_row *row, const char *name)
{
    for (size_t i = 0; i + 1 < row->count; i++)
        if (strcmp(row->cells[i], name) == 0)
            return number(row->cells[i + 1]);
    return NAN;
}

static double digits_of(double got, double want)
{
    if ((isnan(got) && isnan(want)) || (got <= want && got >= want))
        return 16;
    double apart = fabs(got - want) / (want > 0 || want < 0 ? fabs(want) : 1);
    return isnan(apart) ? 0 : fmin(16, fmax(0, -log10(apart)));
}

void tsv_compare(tsv_table *table, const char *what, double got, double want,
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

int tsv_end(const tsv_table *table)
{
    printf("%zu compared, %zu failed, at least %.1f digits\n", table->compared,
           table->failed, table->fewest);
    return table->failed > 0 || table->compared == 0;
}
