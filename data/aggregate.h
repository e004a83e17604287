/* Rows that are sums of other rows, found by arithmetic. */
#ifndef ARMSTRADE_DATA_AGGREGATE_H
#define ARMSTRADE_DATA_AGGREGATE_H

#include "data/dataset_build.h"
#include "data/layout.h"

/* Finds parties and categories whose rows are the sum of all others, and parties whose
 * rows are the sum of those directly above or below them; marks them in the dataset, so
 * that they are kept out of sums, and notes each. To be called after the last flow. */
bool aggregate_find(arms_dataset *dataset, layout_run *run, arms_error *err);

#endif
