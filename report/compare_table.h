/* The tables of a comparison. */
#ifndef ARMSTRADE_REPORT_COMPARE_TABLE_H
#define ARMSTRADE_REPORT_COMPARE_TABLE_H

#include <armstrade/report.h>

enum { COMPARE_PLACES = 2 }; /* of allocated figures on a terminal */

/* All tables of one page have the same columns, so that their data are one table. */
typedef struct compare_table {
    arms_page *page;
    const arms_comparison *c;
    const arms_column *columns;
    size_t most; /* rows shown on a terminal; 0 = all */
} compare_table;

bool compare_table_open(compare_table *table, arms_error *err);

/* Year by year, and the whole period; on a terminal only where there are several
 * years. */
bool compare_table_totals(const compare_table *table, arms_error *err);

/* All rows as data; on a terminal those that differ, the largest first. */
bool compare_table_rows(const compare_table *table, arms_error *err);
bool compare_table_deals(const compare_table *table, arms_error *err);

/* What is said beside a deal; "" where there is nothing to say, NULL where memory is
 * short. */
const char *compare_deal_note(const compare_table *table, const arms_compared_deal *deal,
                              arms_error *err);

#endif
