/* Text that was encoded as UTF-8 twice. */
#ifndef ARMSTRADE_DATA_MOJIBAKE_H
#define ARMSTRADE_DATA_MOJIBAKE_H

#include <armstrade/text.h>

/* Where `text` is UTF-8 that was read as Windows-1252 (or ISO-8859-1) and encoded once
 * more, *out is what it was before, in `arena`, and *repaired is true; else *out is
 * `text` itself. Out of memory is the only error. */
bool mojibake_repair(arms_text *out, bool *repaired, arms_arena *arena, arms_text text,
                     arms_error *err);

/* The character that a byte is in Windows-1252, or in ISO-8859-1 where that has none. */
unsigned windows_1252(unsigned char byte);

#endif
