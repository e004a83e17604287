/* The numbers of a sentence that became no claim, each with its reason. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_UNCHECKED_H
#define ARMSTRADE_ANALYSIS_CLAIMS_UNCHECKED_H

#include "analysis/claims/grammar.h"

bool unchecked_find(grammar *g, arms_error *err);

#endif
