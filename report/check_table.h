/* The verdicts as a table, for CSV. */
#ifndef ARMSTRADE_REPORT_CHECK_TABLE_H
#define ARMSTRADE_REPORT_CHECK_TABLE_H

#include <armstrade/judge.h>
#include <armstrade/page.h>

/* Adds a table with a row per claim and dataset, which a terminal does not show. */
bool check_table_add(arms_page *page, const arms_verdicts *verdicts, arms_error *err);

#endif
