/* Random numbers for the property tests: xorshift64* (Vigna 2016). */
#include "tests/property/random.h"

#include <stdio.h>
#include <stdlib.h>

static const uint64_t fixed_seed = 20260309;
static uint64_t state;

void random_start(void)
{
    const char *given = getenv("ARMSTRADE_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : fixed_seed;
    printf("ARMSTRADE_SEED=%llu\n", (unsigned long long)seed);
    state = seed ? seed : fixed_seed;
    for (int i = 0; i < 16; i++)
        (void)random_bits();
}

uint64_t random_bits(void)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * 2685821657736338717u;
}

size_t random_below(size_t n)
{
    return (size_t)(random_bits() >> 16) % n;
}

double random_unit(void)
{
    return (double)(random_bits() >> 11) / 9007199254740992.0;
}

double random_inside(double a, double b)
{
    return a + (0.001 + 0.998 * random_unit()) * (b - a);
}
