/* What the comparisons with reference figures are written with: files of tab-separated
 * cells, and a table of what was compared and to how many digits. */
#ifndef ARMSTRADE_TESTS_TSV_H
#define ARMSTRADE_TESTS_TSV_H

#include <stdbool.h>
#include <stddef.h>

enum { TSV_CELLS = 512, TSV_NAME = 128 };

typedef struct tsv_row {
    char *cells[TSV_CELLS];
    size_t count;
} tsv_row;

/* The next line of a file, cut at its tabs, blanks around cells removed; false at the
 * end. Good until the next call. `file` is a FILE. */
bool tsv_next(tsv_row *row, void *file);

/* Cells from `first` on as numbers (NA and NaN are NaN); how many there are. */
size_t tsv_numbers(double *out, const tsv_row *row, size_t first);

/* The number in the cell after the one that reads `name`; NaN where there is none. */
double tsv_named(const tsv_row *row, const char *name);

/* A table of comparisons, printed as it grows. */
typedef struct tsv_table {
    double bar; /* relative difference that fails */
    size_t compared, failed;
    double fewest; /* digits, of all rows */
} tsv_table;

/* One row. Two NaN agree. `floor` is an absolute difference that always passes, for
 * references that were printed or rounded off before; else 0. */
void tsv_compare(tsv_table *table, const char *what, double got, double want,
                 double floor);

/* The last line, and the exit status: 1 where a row failed or none was compared. */
int tsv_end(const tsv_table *table);

#endif
