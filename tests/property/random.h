/* Random numbers that can be had again: the seed is printed, and the environment variable
 * ARMSTRADE_SEED sets it. */
#ifndef ARMSTRADE_TESTS_RANDOM_H
#define ARMSTRADE_TESTS_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* Takes the seed from the environment, or the fixed one, and prints it. */
void random_start(void);

uint64_t random_bits(void);
size_t random_below(size_t n);            /* 0 … n − 1 */
double random_unit(void);                 /* 0 ≤ x < 1 */
double random_inside(double a, double b); /* well between a and b */

#endif
