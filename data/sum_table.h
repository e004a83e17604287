/* A dataset laid out as a table, to look for rows that are sums of others: one row per
 * exporter, importer or category, one column per whatever else tells cells apart. */
#ifndef ARMSTRADE_DATA_SUM_TABLE_H
#define ARMSTRADE_DATA_SUM_TABLE_H

#include <armstrade/dataset.h>

typedef enum sum_axis { SUM_EXPORTERS, SUM_IMPORTERS, SUM_CATEGORIES } sum_axis;

/* All flows of one cell together; a cell without any is nil. */
typedef struct sum_cell {
    double value, low, high;
    bool printed, missing;
} sum_cell;

typedef struct sum_row {
    uint32_t id;   /* a party or a category */
    uint32_t line; /* of its first flow */
    bool may;      /* it may be the sum of others */
    bool sum;      /* it was found to be one */
} sum_row;

typedef struct sum_table {
    sum_row *rows; /* in the order of the file, without sums known by name */
    size_t height;
    int *years; /* of the columns */
    bool *gaps; /* column → some cell of it is missing */
    size_t width;
    sum_cell *cells; /* column by column */
    double unit;     /* the largest power of ten that all values are multiples of */
    size_t sieved;   /* rows that the first look, see sum_sieve.h, ruled out */
} sum_table;

/* Rows have ids below this: parties, or categories. */
size_t sum_table_ids(const arms_dataset *dataset, sum_axis axis);

/* The row of a flow and the key of its column; false for one that stands in no row. */
bool sum_table_split(uint32_t *row, uint64_t *column, const arms_dataset *dataset,
                     sum_axis axis, const arms_flow *flow);

/* Lays a dataset out: all rows, and the columns in which one that may be a sum has a
 * value. may[id] says whether a row may be one, and is cleared for more. `height` is 0
 * where it is no table: flows of many to many, several of them in one cell, are a
 * register of deals. More than a million cells are not looked at. */
typedef struct sum_source {
    const arms_dataset *dataset;
    sum_axis axis;
    unsigned char *may; /* sum_table_ids of them */
} sum_source;

bool sum_table_make(sum_table *out, arms_arena *arena, const sum_source *from,
                    arms_error *err);

/* Half a unit of rounding more on either side of each printed cell. */
void sum_table_widen(sum_table *table);

/* A power of ten that divides the value, the largest between 1e-6 and 1e12. */
double sum_table_unit(double value);

#endif
