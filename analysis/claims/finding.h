/* What one dataset says of one claim. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_FINDING_H
#define ARMSTRADE_ANALYSIS_CLAIMS_FINDING_H

#include <armstrade/judge.h>

typedef struct finding_job {
    arms_arena *arena;
    const arms_claim *claim;
    const arms_dataset *dataset;
    arms_terms terms;
} finding_job;

/* Computes what the claim is about, and judges it. Only memory can fail: whatever the
 * dataset cannot answer is a finding with a reason. */
bool finding_make(arms_finding *out, const finding_job *job, arms_error *err);

/* The share that the claim is about, 0 to 1, or the bare reason why there is none. */
bool finding_share(arms_figure *out, const finding_job *job, arms_error *err);

/* The subject's whole flow in the claim's period, in whole units, or the bare reason why
 * there is none. */
bool finding_whole(arms_figure *out, const finding_job *job, arms_error *err);

#endif
