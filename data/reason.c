/* What errno means, in words, without the shared buffer of strerror. */
#define _POSIX_C_SOURCE 200809L

#include "data/reason.h"

#include <stdio.h>
#include <string.h>

const char *reason_of(int number, char buffer[REASON_SIZE])
{
    if (strerror_r(number, buffer, REASON_SIZE) != 0)
        (void)snprintf(buffer, REASON_SIZE, "error %d", number);
    return buffer;
}
