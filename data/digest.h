/* SHA-256, as lower-case hexadecimal digits. */
#ifndef ARMSTRADE_DATA_DIGEST_H
#define ARMSTRADE_DATA_DIGEST_H

#include <armstrade/text.h>

void arms_digest(char out[65], arms_text bytes);

#endif
