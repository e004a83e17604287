/* A record of plain fields, split without libcsv. */
#ifndef ARMSTRADE_DATA_FAST_LANE_H
#define ARMSTRADE_DATA_FAST_LANE_H

#include <armstrade/text.h>

enum { FAST_FIELDS = 256 };

/* Splits a line, which has no line end in it, into views of its fields: exactly those
 * that libcsv gives. A line of blanks has none. False where a field is not plain (a quote
 * doubled inside, or open at the line's end, or text behind a quote), longer than
 * `longest`, or there are more than FAST_FIELDS: libcsv must read such a line. */
bool fast_lane_split(arms_text fields[FAST_FIELDS], size_t *count, arms_text line,
                     char delimiter, size_t longest);

#endif
