/* Any other CSV, read as a person's mapping says: where its header is. */
#ifndef ARMSTRADE_DATA_LAYOUTS_MAPPED_H
#define ARMSTRADE_DATA_LAYOUTS_MAPPED_H

#include <armstrade/mapping.h>

#include "data/layout.h"

/* Tried when no other layout knows the file; it recognises nothing by itself. */
extern const layout mapped_layout;

/* Finds the first of `lines` that holds all columns of the mapping, and fills in
 * run->header_line and run->delimiter. The delimiter is the mapping's, else that of a
 * first line "sep=;", else each usual one is tried. LAYOUT, with the columns of the line
 * that is most like a header, where there is no such line. */
bool mapped_find(layout_run *run, const arms_text *lines, size_t count, arms_error *err);

/* How many columns of the header have a name. */
size_t mapped_matches(const csv_record *header, const char *name);

#endif
