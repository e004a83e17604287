/* Numbers spread evenly over 64 bits, for places in tables. */
#ifndef ARMSTRADE_DATA_HASH_H
#define ARMSTRADE_DATA_HASH_H

#include <stdint.h>

/* One round: every bit of `h` reaches the upper half, and that the lower one. */
uint64_t hash_mix(uint64_t h);

/* Every bit of the key reaches every bit. */
uint64_t hash_key(uint64_t key);

#endif
