/* The statistics of armstrade trend, a row each. */
#ifndef ARMSTRADE_CLI_TREND_ROWS_H
#define ARMSTRADE_CLI_TREND_ROWS_H

#include "cli/trend_table.h"

/* All that were found, in the tables of the job. */
bool trend_put_statistics(const trend_job *j, arms_error *err);

#endif
