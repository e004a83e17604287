/* Rows of the canonical layout that share one record's total. */
#ifndef ARMSTRADE_DATA_CANONICAL_PARTS_H
#define ARMSTRADE_DATA_CANONICAL_PARTS_H

#include "data/layout.h"

/* The record whose rows are being read; a zeroed one is none. */
typedef struct canonical_parts {
    size_t left; /* rows that must still follow */
    layout_row first;
    size_t measure;
} canonical_parts;

/* The number in a cell of the column. */
bool canonical_parts_read(uint16_t *out, const layout_run *run, const layout_cell *cell,
                          arms_error *err);

/* Takes the next row of the file: a total that is spread over rows counts exactly only
 * where all of them stand together and are alike but for the year. PARSE otherwise. */
bool canonical_parts_add(canonical_parts *parts, const layout_run *run,
                         const layout_row *row, size_t measure, arms_error *err);

/* After the last row. */
bool canonical_parts_end(const canonical_parts *parts, const layout_run *run,
                         arms_error *err);

#endif
