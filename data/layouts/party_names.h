/* Parties that a publisher names by a code and a spelling, each looked at once however
 * many rows have it. Spellings that were encoded as UTF-8 twice are repaired, which is
 * told. */
#ifndef ARMSTRADE_DATA_LAYOUTS_PARTY_NAMES_H
#define ARMSTRADE_DATA_LAYOUTS_PARTY_NAMES_H

#include "data/intern.h"
#include "data/layout.h"

/* As printed; `code` is empty where the file has none. */
typedef struct party_cells {
    arms_text code, name;
    size_t line;
} party_cells;

typedef struct party_name {
    arms_text code,
        name;        /* as printed, the name repaired; they last as long as the run */
    arms_text given; /* what rows hand over; ptr NULL until the layout knows */
    const char *why; /* or why rows of it are left out; NULL where they are not */
} party_name;

/* A zeroed one is empty. */
typedef struct party_names {
    intern_table numbers; /* code and name → index + 1 */
    party_name *items;
    size_t count;
    size_t repaired, repaired_line; /* names, and where the first of them stands */
    const char *example;
} party_names;

/* What is known of a party; `given`, or `why`, is for the layout to fill in where both
 * are NULL. PARSE for a name that cannot be one. NULL on failure; good until the next
 * call. */
party_name *party_names_find(party_names *names, layout_run *run,
                             const party_cells *cells, arms_error *err);

/* The entity whose ISO 3166-1 or M49 code is exactly `code`; 0 if there is none. */
bool party_of_code(arms_entity_id *out, arms_text code, arms_error *err);

/* The entity that a name alone stands for: the publisher's own spelling first, then the
 * reference table. 0 where it is none, and with *many where it is one of several. */
bool party_of_name(arms_entity_id *out, bool *many, const layout_run *run, arms_text name,
                   arms_error *err);

/* The entity that a party is, by its code, else by its name: the publisher's own spelling
 * first, then the reference table. 0 where neither tells; PARSE where both do, and
 * differ. */
bool party_identify(arms_entity_id *out, const layout_run *run, const party_name *party,
                    size_t line, arms_error *err);

/* What rows hand over for an entity: a name that no other has. One that the reference
 * table has as a sum of others, but the publisher as a party of its own
 * must be counted, and is given as a party that the table does not have. */
bool party_give(arms_text *out, layout_run *run, arms_entity_id id, arms_error *err);

/* Tells how many names were repaired, and where the first of them stands. */
bool party_names_note(const party_names *names, layout_run *run, arms_error *err);

#endif
