/* Rows that cannot be sums of others, told apart at small cost. */
#ifndef ARMSTRADE_DATA_SUM_SIEVE_H
#define ARMSTRADE_DATA_SUM_SIEVE_H

#include "data/sum_table.h"

typedef struct sum_sieved {
    size_t out, left; /* rows */
} sum_sieved;

/* Clears may[id] of each row for which the others together do not reach its value in some
 * column, and of those without a value. */
bool sum_sieve(sum_sieved *out, unsigned char *may, const arms_dataset *dataset,
               sum_axis axis, arms_error *err);

#endif
