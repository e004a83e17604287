/* A computed figure against a claimed range. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_VERDICT_H
#define ARMSTRADE_ANALYSIS_CLAIMS_VERDICT_H

#include <armstrade/judge.h>

/* Inside the range: supported; outside all of it: refuted; else rounding, or allocation,
 * leaves it open. Fills verdict, fit, reason and why of a finding whose value is
 * known. */
void verdict_of_value(arms_finding *finding, const arms_printed *number);

/* The same for a rank, which an exact tie may share. */
bool verdict_of_rank(arms_finding *finding, const arms_printed *number, arms_arena *arena,
                     arms_error *err);

/* Where the interval lies wholly in the range, wholly outside, or neither. */
typedef enum arms_position {
    POSITION_INSIDE,
    POSITION_OUTSIDE,
    POSITION_OPEN
} arms_position;

arms_position position_in(arms_range range, arms_interval value);

#endif
