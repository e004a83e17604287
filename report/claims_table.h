/* What was read in a text as tables: for CSV, and for a terminal. */
#ifndef ARMSTRADE_REPORT_CLAIMS_TABLE_H
#define ARMSTRADE_REPORT_CLAIMS_TABLE_H

#include <armstrade/page.h>
#include <armstrade/reading.h>

/* A row per claim with all its slots, which a terminal does not show and `check --claims`
 * reads back. */
bool claims_table_data(arms_page *page, const arms_text_reading *reading,
                       arms_error *err);

/* A row per claim for people, at most 100 columns wide: what does not fit is cut. */
bool claims_table_shown(arms_page *page, const arms_document *document,
                        const arms_text_reading *reading, arms_error *err);

#endif
