/* What a canonical file has above its rows that nothing reads. */
#ifndef ARMSTRADE_DATA_LAYOUTS_CANONICAL_CHECK_H
#define ARMSTRADE_DATA_LAYOUTS_CANONICAL_CHECK_H

#include "data/layout.h"

/* Notes the columns that are not among `known`, which ends with NULL. */
bool canonical_check_columns(layout_run *run, const csv_record *header,
                             const char *const *known, arms_error *err);

/* Notes the lines that are neither "# key: value" with a known key nor a remark. */
bool canonical_check_lines(layout_run *run, arms_error *err);

#endif
