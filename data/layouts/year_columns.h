/* Tables with a year per column and a row of totals at the end: reading the cells,
 * comparing the totals with the rows above them, and telling what the table covers.
 *
 * Cells are whole numbers of the unit: 237 means [236.5, 237.5), a printed 0 means
 * [0, 0.5), an empty cell means that nothing is known to have been delivered. A year
 * whose total is empty is missing. Columns that are no single year (a range, percentages,
 * sums) are derived and not read. */
#ifndef ARMSTRADE_DATA_LAYOUTS_YEAR_COLUMNS_H
#define ARMSTRADE_DATA_LAYOUTS_YEAR_COLUMNS_H

#include "data/layout.h"

enum { YEAR_COLUMNS_MAX = 400 };

/* One column of a year. */
typedef struct year_column {
    size_t at;
    int year;
    double value, low, high; /* sums over the rows */
    bool total;              /* the total row has a figure here */
} year_column;

/* A zeroed one is ready for year_columns_find. */
typedef struct year_columns {
    year_column items[YEAR_COLUMNS_MAX];
    size_t count;
    size_t width;     /* fields that each row must have */
    bool sums_apart;  /* totals are compared, but not handed over */
    bool ended;       /* the total row was read */
    double misses;    /* largest difference of a total from its column */
    size_t conflicts; /* totals that rounding cannot explain */
} year_columns;

/* Fields of a header, both counted. */
typedef struct year_run {
    size_t from, to;
} year_run;

/* The fields of a header that are years, from the field `from` on. LAYOUT where a field
 * between the first year and the last is none, or years do not ascend. Years that are
 * left out, and columns behind that are not known, are noted. */
bool year_run_find(year_run *out, layout_run *run, const csv_record *header, size_t from,
                   arms_error *err);

/* The same, as columns. LIMIT where there are more than YEAR_COLUMNS_MAX. */
bool year_columns_find(year_columns *columns, layout_run *run, const csv_record *header,
                       size_t from, arms_error *err);

/* Hands over the cells of a row; `names` has its parties and category. PARSE where the
 * row is of another width than the header or stands below the total. */
bool year_columns_row(year_columns *columns, const layout_run *run,
                      const csv_record *record, const layout_row *names, arms_error *err);

/* The same for the row of totals, which are compared with the rows above it. */
bool year_columns_total(year_columns *columns, const layout_run *run,
                        const csv_record *record, const layout_row *names,
                        arms_error *err);

/* To be called after the last row: covers one box, alike but for its years, per run of
 * years that have a total, and notes how far totals are from the sums of the rows. */
bool year_columns_end(const year_columns *columns, layout_run *run, layout_box box,
                      arms_error *err);

#endif
