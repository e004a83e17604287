/* A claim, or several, judged against texts in the canonical layout. */
#ifndef ARMSTRADE_TESTS_TRIAL_H
#define ARMSTRADE_TESTS_TRIAL_H

#include <armstrade/judge.h>

#include "tests/unit/fixture.h"

enum { TRIAL_TEXTS = 4 };

typedef struct trial {
    arms_arena arena;
    arms_loaded loaded[TRIAL_TEXTS];
    arms_claims claims;
    arms_verdicts verdicts;
    const arms_finding *finding; /* of the first claim and the first dataset */
} trial;

/* Claims are lines "kind,subject,counterpart,period,value[,flow[,bound]]", datasets
 * files with one measure each. A failure counts against the running test. */
bool trial_open(trial *t, const char *data, const char *claims);
bool trial_open_all(trial *t, const char *const data[], const char *claims);
void trial_close(trial *t);

#endif
