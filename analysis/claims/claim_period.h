/* Periods of claims files that are no whole calendar years. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_CLAIM_PERIOD_H
#define ARMSTRADE_ANALYSIS_CLAIMS_CLAIM_PERIOD_H

#include <armstrade/text.h>

/* "2023H1", "2023Q1", "2023Q1..Q3", "2025-11", "2025-01..2025-11", "FY2023", "FY2023-24",
 * "FY2023..FY2024", "FY2014-15..FY2023-24". */
bool period_is_partial(arms_text period);

#endif
