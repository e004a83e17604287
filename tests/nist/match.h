/* A table of figures beside those of another program, and to how many digits they
 * agree. */
#ifndef ARMSTRADE_TESTS_MATCH_H
#define ARMSTRADE_TESTS_MATCH_H

#include <stddef.h>

enum { MATCH_NAME = 128 };

/* Printed as it grows. */
typedef struct match_table {
    double bar; /* relative difference that fails */
    size_t compared, failed;
    double fewest; /* digits, of all rows */
} match_table;

/* One row. Two NaN agree. `floor` is an absolute difference that always passes, for
 * references that were printed or rounded off before; else 0. */
void match_figures(match_table *table, const char *what, double got, double want,
                   double floor);

/* The last line, and the exit status: 1 where a row failed or none was compared. */
int match_end(const match_table *table);

#endif
