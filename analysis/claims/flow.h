/* The parts of finding the flow that a number is about. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_FLOW_H
#define ARMSTRADE_ANALYSIS_CLAIMS_FLOW_H

#include "analysis/claims/grammar.h"

/* The frame of a stream, its missing owner completed by the clause's subject, by another
 * noun of the sentence or by the document. False where nobody is known. */
bool flow_of_stream(frame *f, const grammar *g, const stream *st);

/* "those by Qatar", "Morocco's fell": the flow of the claim before, with another owner,
 * told in the clause that begins at `begin`. */
bool flow_of_other_owner(frame *f, const grammar *g, int begin, int at);

/* The flow of the claim before in this sentence, or else of the document. */
bool flow_so_far_of(frame *f, const grammar *g, int begin, int at);

#endif
