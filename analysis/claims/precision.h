/* What a number means by the form in which it is written, before any hedge. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_PRECISION_H
#define ARMSTRADE_ANALYSIS_CLAIMS_PRECISION_H

#include <armstrade/claim.h>

typedef enum precision_form {
    PRECISION_DIGITS,   /* "11 %", "$21 million": half a unit of the last digit */
    PRECISION_ENDS,     /* "10–12 %": from end to end */
    PRECISION_FRACTION, /* "a third": some points either way */
    PRECISION_TIMES,    /* "threefold": a part of it either way */
    PRECISION_EXACT     /* a rank, "all": the number alone */
} precision_form;

/* A number in whole units, not negative. */
typedef struct precision_number {
    precision_form form;
    double value;
    double step;      /* one unit of the last digit; of DIGITS */
    double low, high; /* of ENDS */
} precision_number;

/* What the form leaves open. A whole number of four or more digits without a magnitude
 * (step 1) ends its precision at its last digit that is not 0. */
arms_range precision_rounding(const precision_number *number);

/* The hedge that a text begins with, with a blank or a number behind it, the longest one;
 * its bytes, 0 where there is none. A bound's name in CSV ("at_least") is one, too. */
size_t precision_hedge(arms_bound *out, arms_text text);

#endif
