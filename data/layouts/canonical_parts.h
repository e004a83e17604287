/* Rows of the canonical layout that share one record's total. */
#ifndef ARMSTRADE_DATA_CANONICAL_PARTS_H
#define ARMSTRADE_DATA_CANONICAL_PARTS_H

#include "data/layout.h"

/* The record whose rows are being read; a zeroed one is none. */
typedef struct canonical_parts {
    size_t left;      /* rows that may still follow; all must, where `record` is empty */
    arms_text record; /* its number as printed */
    layout_row first;
    size_t measure;
} canonical_parts;

/* A row of the file, and what stands beside its figures. */
typedef struct canonical_row {
    layout_row *row;
    size_t measure;
    arms_text record;
} canonical_row;

/* The number in a cell of the column. */
bool canonical_parts_read(uint16_t *out, const layout_run *run, const layout_cell *cell,
                          arms_error *err);

/* Takes the next row of the file. PARSE where it must be one of the record before it and
 * is not like it. The row's line becomes that of the record's first row, by which its
 * rows are known. */
bool canonical_parts_add(canonical_parts *parts, const layout_run *run,
                         const canonical_row *next, arms_error *err);

/* After the last row. */
bool canonical_parts_end(const canonical_parts *parts, const layout_run *run,
                         arms_error *err);

#endif
