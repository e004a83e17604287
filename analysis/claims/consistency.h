/* What claims say of each other. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_CONSISTENCY_H
#define ARMSTRADE_ANALYSIS_CLAIMS_CONSISTENCY_H

#include <armstrade/judge.h>

typedef struct consistency_job {
    arms_arena *arena;
    arms_dataset *const *datasets; /* may be none */
    size_t dataset_count;
    arms_terms terms;
} consistency_job;

/* Fills in out->consistency. */
bool consistency_make(arms_verdicts *out, const consistency_job *job,
                      const arms_claims *claims, arms_error *err);

#endif
