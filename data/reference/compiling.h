/* What the parts of the compiler of the reference tables share. */
#ifndef ARMSTRADE_DATA_REFERENCE_COMPILING_H
#define ARMSTRADE_DATA_REFERENCE_COMPILING_H

#include <armstrade/buffer.h>

#include "data/csv_reader.h"

/* Columns of entities.csv. */
enum {
    CODE,
    NAME,
    KIND,
    ISO3,
    ISO2,
    M49,
    COW,
    FROM,
    TO,
    SUCCESSOR,
    CONTINUATOR,
    SIPRI,
    ALIASES,
    DEMONYMS,
    PLACES,
    ENTITY_FIELDS
};

typedef struct key_row {
    arms_text key;
    unsigned id;
} key_row;

typedef struct compiler {
    arms_arena arena;
    arms_buffer out, members;
    const char *folder, *file;
    size_t fields;  /* that each record must have */
    unsigned id;    /* of the record at hand; 0 = header */
    unsigned world; /* id of the sum of all parties */
    key_row *keys, *spellings;
    size_t key_count, spelling_count, member_count;
    const char **codes, **names; /* of entities, in the order of their ids */
    size_t code_count;
    void *phrases; /* of compile_phrases */
    size_t phrase_count;
    bool (*row)(struct compiler *, const csv_record *, arms_error *);
} compiler;

/* Text as a string of C. */
void compile_string(arms_buffer *out, arms_text text);

/* Hands each record of FOLDER/TABLE.csv to `row`. */
bool compile_file(compiler *c, const char *table, size_t fields,
                  bool (*row)(compiler *, const csv_record *, arms_error *),
                  arms_error *err);

/* The table of phrases that articles are read by, from lexicon.csv, regions.csv and the
 * names, demonyms and places of entities.csv. */
bool compile_phrases(compiler *c, arms_error *err);

#endif
