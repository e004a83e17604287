/* What is tried in the search for sums, and how well it fits. */
#ifndef ARMSTRADE_DATA_SUM_TRIAL_H
#define ARMSTRADE_DATA_SUM_TRIAL_H

#include "data/sum_table.h"

enum { SUM_PARTS = 64 };

/* What is tried: that `row` is the sum of the rows from `from` to `to`, itself and sums
 * that are known excepted. */
typedef struct sum_trial {
    size_t row, from, to;
    bool all; /* they are all others */
} sum_trial;

/* How well it fits. */
typedef struct sum_evidence {
    double bits;             /* so many that it is no chance */
    size_t two, three, five; /* columns that say something: needing two or three terms at
                                least, having five different ones */
    int first, last;         /* years */
    size_t terms;            /* rows */
    double parts[SUM_PARTS]; /* of the largest term in the columns that counted */
    size_t part_count;
} sum_evidence;

/* One that is not printed is nil. */
const sum_cell *sum_cell_at(const sum_table *table, size_t row, size_t column);

void sum_cell_add(sum_cell *sum, const sum_cell *term);

/* Whether two cells may be one number. */
bool sum_cells_meet(const sum_cell *a, const sum_cell *b);

/* Whether all of a cell lies above all of another. */
bool sum_cell_exceeds(const sum_cell *a, const sum_cell *b);

/* Whether the trial holds in every column; *out tells how much that says. */
bool sum_trial_holds(sum_evidence *out, const sum_table *table, const sum_trial *trial);

/* The sum of the terms in a column; less where it exceeds the row's value by then. */
sum_cell sum_trial_add(const sum_table *table, const sum_trial *trial, size_t column);

/* Whether a row is one of the terms. */
bool sum_trial_has(const sum_table *table, const sum_trial *trial, size_t row);

#endif
