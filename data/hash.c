/* Spreading numbers: two rounds of multiplying and folding. */
#include "data/hash.h"

uint64_t hash_mix(uint64_t h)
{
    /* 2^64 / golden ratio, as in Fibonacci hashing (Knuth, vol. 3, 6.4); a product
     * carries bits upwards only, so that its upper half is folded down. */
    h *= UINT64_C(0x9E3779B97F4A7C15);
    return h ^ h >> 32;
}

uint64_t hash_key(uint64_t key)
{
    return hash_mix(hash_mix(key + 1));
}
