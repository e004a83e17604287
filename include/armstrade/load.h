/* From a published CSV file to datasets.
 *
 * The layout is recognised by what the file says, never by its name. */
#ifndef ARMSTRADE_LOAD_H
#define ARMSTRADE_LOAD_H

#include <armstrade/dataset.h>

struct arms_mapping; /* see mapping.h */
struct arms_names;   /* see names.h */

typedef struct arms_load_options {
    bool digest;      /* compute SHA-256 of the input */
    size_t max_bytes; /* 0 = 1 GiB */
    bool deals;       /* keep what distinguishes deals, see arms_dataset_deal */
    bool no_allocate; /* refuse totals of several years instead of allocating them */
    const struct arms_mapping *mapping; /* how to read a file that no layout knows, or
                                           NULL; see arms_about.reading.mapped */
    const struct arms_names *names;     /* a person's own names; or NULL. They must
                                           outlive the datasets */
} arms_load_options;

/* The datasets of one file, one per measure; the caller frees each. */
typedef struct arms_loaded {
    arms_dataset **items;
    size_t count;
} arms_loaded;

/* Reads `path` ("-" is standard input). `options` may be NULL. Errors: INPUT where there
 * is no readable file, PARSE with the line where it cannot be read on, LAYOUT where no
 * layout fits, LIMIT, SYSTEM. */
bool arms_load(arms_loaded *out, const char *path, const arms_load_options *options,
               arms_error *err);

/* Frees the datasets too. */
void arms_loaded_free(arms_loaded *loaded);

#endif
