/* What a share would be among others. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_POLICIES_H
#define ARMSTRADE_ANALYSIS_CLAIMS_POLICIES_H

#include "analysis/claims/finding.h"

/* Adds to out->note every denominator policy under which the verdict on a share would be
 * another one; the verdict itself stays. */
bool policies_note(arms_finding *out, const finding_job *job, arms_error *err);

#endif
