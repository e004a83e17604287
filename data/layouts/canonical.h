/* Words of the canonical layout that its reader and its writer share. */
#ifndef ARMSTRADE_DATA_CANONICAL_H
#define ARMSTRADE_DATA_CANONICAL_H

enum { CANONICAL_FLAGS = 5 };

typedef struct canonical_flag {
    const char *word;
    int flag; /* ARMS_FLAG_… */
} canonical_flag;

extern const canonical_flag canonical_flags[CANONICAL_FLAGS];

#endif
