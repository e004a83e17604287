/* Names that read back as the same party. */
#ifndef ARMSTRADE_REPORT_CANONICAL_NAMES_H
#define ARMSTRADE_REPORT_CANONICAL_NAMES_H

#include <armstrade/dataset.h>

/* How `party` is written so that a file of the dataset's publisher means it: the
 * reference table's name, else its code, else another of its names; a name that only the
 * dataset knows as it is spelt. The string lives in `arena` or longer; NULL on failure:
 * DOMAIN where there is no such name. */
const char *canonical_name(arms_arena *arena, const arms_dataset *dataset,
                           arms_party party, arms_error *err);

/* Whether a line "# covers:" can carry the name or category. */
bool canonical_covers_carry(arms_text name);

#endif
