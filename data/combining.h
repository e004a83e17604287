/* Putting two datasets together: shared by the files that do it. */
#ifndef ARMSTRADE_DATA_COMBINING_H
#define ARMSTRADE_DATA_COMBINING_H

#include "data/dataset_build.h"

/* What two datasets both hold, or cover. */
typedef struct combine_overlap {
    bool found;
    arms_years years;
    const char *exporters, *importers; /* "all exporters", "China and 3 others" */
} combine_overlap;

/* Looks for what both hold; words live in `arena`. Only memory can fail. */
bool combine_find_overlap(combine_overlap *out, arms_arena *arena, const arms_dataset *a,
                          const arms_dataset *b, arms_error *err);

/* Adds everything of `from` to `to`; names are matched by their spelling. */
bool combine_merge(arms_dataset *to, const arms_dataset *from, arms_error *err);

#endif
