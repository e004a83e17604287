/* How many digits two figures have in common, as a printed table with a bar.
 *
 * LRE = −log10(|got − want| / |want|), the error itself where want is 0, between 0 and 15
 * (McCullough 1998). */
#ifndef ARMSTRADE_TESTS_SCORE_H
#define ARMSTRADE_TESTS_SCORE_H

#include <stdbool.h>

double score_digits(double got, double want);

/* Prints a line; counts a failure where fewer than `bar` digits are reached. */
void score(const char *set, const char *what, double digits, double bar);

/* The same for a condition. */
void score_that(const char *set, const char *what, bool held);

/* Prints the sum and returns the exit status. */
int score_end(void);

#endif
