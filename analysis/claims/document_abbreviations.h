/* Words that end in a dot. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_DOCUMENT_ABBREVIATIONS_H
#define ARMSTRADE_ANALYSIS_CLAIMS_DOCUMENT_ABBREVIATIONS_H

#include <armstrade/text.h>

typedef enum abbreviation {
    ABBREVIATION_NONE,
    ABBREVIATION_NEVER_LAST, /* "Gen. Smith", "Rs. 500" */
    ABBREVIATION_OF_NUMBER,  /* "No. 5", but "He said no. The" */
    ABBREVIATION_BEFORE_LOW, /* "tanks, etc. and", but "tanks, etc. India" */
    ABBREVIATION_ANYWHERE    /* "the U.S. Army", but "the U.S. The" */
} abbreviation;

/* What a word without its last dot is. */
abbreviation abbreviation_kind(arms_text word);

/* Whether a word that follows an abbreviation opens a new sentence. */
bool abbreviation_opens(arms_text word);

#endif
