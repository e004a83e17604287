/* Keys of names in the compiled reference tables, sorted by their bytes. */
#ifndef ARMSTRADE_DATA_NAME_KEY_H
#define ARMSTRADE_DATA_NAME_KEY_H

#include <stdint.h>

#include <armstrade/text.h>

typedef struct name_key {
    const char *key;
    uint16_t id; /* of the row that has the name, from 1 on */
} name_key;

/* The index of the first row whose key is not before `key`; `count` where all are. Rows
 * with the same key stand side by side. */
size_t name_key_find(const name_key *rows, size_t count, arms_text key);

#endif
