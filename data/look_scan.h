/* Reading a text as CSV without a layout: for look.c alone. */
#ifndef ARMSTRADE_DATA_LOOK_SCAN_H
#define ARMSTRADE_DATA_LOOK_SCAN_H

#include <armstrade/look.h>

#include "data/csv_reader.h"

/* The delimiter with which the records fit best. */
bool look_delimiter(char *out, arms_text text, arms_error *err);

/* The fields that most records have, without those at the end that are always empty, and
 * the line of the first record that is filled like them: `header` tells whether it looks
 * like the names of columns. */
typedef struct look_shape {
    size_t width;
    size_t line; /* 0: there is no record */
    bool header;
} look_shape;

/* Fails where not even one record can be read. */
bool look_shape_of(look_shape *out, const csv_source *source, arms_error *err);

/* Describes the columns of the records from `source` on; where `header`, the first is the
 * header. Where the CSV breaks off, look->broken tells. Only memory can fail. */
bool look_columns(arms_look *look, const csv_source *source, const look_shape *shape,
                  arms_error *err);

#endif
