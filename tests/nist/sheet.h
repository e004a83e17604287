/* A small reader of tables for the reference files, which are plain: no quotes, no empty
 * lines that mean anything. */
#ifndef ARMSTRADE_TESTS_SHEET_H
#define ARMSTRADE_TESTS_SHEET_H

#include <stdbool.h>
#include <stddef.h>

typedef struct sheet {
    char *bytes;
    char **cells;
    size_t *starts; /* of each row in `cells`, and one more */
    size_t rows;
} sheet;

/* Reads folder/name, cells parted by `comma`. False where there is no such file. */
bool sheet_read(sheet *out, const char *folder, const char *name, char comma);
void sheet_free(sheet *s);

size_t sheet_width(const sheet *s, size_t row);
const char *sheet_text(const sheet *s, size_t row, size_t column); /* "" beyond the end */

/* NaN where the cell is no number: NA, NaN, nothing. */
double sheet_number(const sheet *s, size_t row, size_t column);

/* The cell after the one that reads `name` in a row; NaN or "" where there is none. */
double sheet_after(const sheet *s, size_t row, const char *name);
const char *sheet_text_after(const sheet *s, size_t row, const char *name);

/* The first row whose first cell reads `name`; s->rows where there is none. */
size_t sheet_row(const sheet *s, const char *name);

/* At most `most` numbers of a row, from its second cell on; how many there are. */
size_t sheet_numbers(double *out, const sheet *s, size_t row, size_t most);

#endif
