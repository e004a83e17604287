/* Whether two datasets say the same, whatever files they were read from. */
#ifndef ARMSTRADE_TESTS_SAME_H
#define ARMSTRADE_TESTS_SAME_H

#include <armstrade/dataset.h>

#include "tests/unit/check.h"

/* Each prints the first difference as a failure of the running test and tells whether
 * there is none. */

/* Measure, publisher, origin, dates, credit, reporting side, classification. */
bool same_about(const arms_dataset *a, const arms_dataset *b);

/* All flows in the same order: figures, parties with their kinds, category, flags and
 * parts; not lines. */
bool same_flows(const arms_dataset *a, const arms_dataset *b);

bool same_boxes(const arms_dataset *a, const arms_dataset *b);

/* All of these. */
bool same_datasets(const arms_dataset *a, const arms_dataset *b);

#endif
