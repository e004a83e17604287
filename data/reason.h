/* What errno means, in words, without the shared buffer of strerror. */
#ifndef ARMSTRADE_DATA_REASON_H
#define ARMSTRADE_DATA_REASON_H

enum { REASON_SIZE = 128 };

/* Returns `buffer`. */
const char *reason_of(int number, char buffer[REASON_SIZE]);

#endif
