/* A dataset, or a part of it, as one canonical CSV file and a Data Package descriptor.
 *
 * What is written reads back as the same flows in the same order, the same names, boxes,
 * vintage, credit and measure (see data/layouts/canonical.c for the layout). A part
 * covers only what it holds: of `exporters=*; importers=*`, the imports of Pakistan are
 * `exporters=*; importers=Pakistan`. */
#ifndef ARMSTRADE_CANONICAL_CSV_H
#define ARMSTRADE_CANONICAL_CSV_H

#include <armstrade/buffer.h>
#include <armstrade/dataset.h>

/* Which flows are meant; zeroed, all. */
typedef struct arms_selection {
    arms_party exporter, importer; /* ARMS_ALL: any */
    arms_years years;              /* first = 0: any */
    uint32_t category;             /* 0: any */
} arms_selection;

typedef struct arms_canonical_options {
    arms_selection selection;
    bool raw;     /* formulas in names stay what they are, see arms_quote_csv */
    bool origins; /* a column with the file and line of each row */
} arms_canonical_options;

/* What was written. */
typedef struct arms_canonical {
    size_t rows, boxes;
    /* Totals that are spread over years of which some are not selected: their rows keep
     * their bounds, but no longer add up to the exact total. */
    size_t cut;
    size_t open_years;                  /* selected years of which nothing is covered */
    bool bounds, flags, parts, origins; /* columns beside the six that are always there */
} arms_canonical;

/* Appends the file to `out`. DOMAIN where nothing is recorded and nothing covered, or
 * where a name, a number or a measure is one that the layout cannot carry. */
bool arms_canonical_csv(arms_buffer *out, arms_canonical *written,
                        const arms_dataset *dataset,
                        const arms_canonical_options *options, arms_error *err);

/* What a descriptor tells. */
typedef struct arms_package {
    const char *path; /* of the CSV file, as seen from the descriptor */
    arms_text csv;    /* its bytes */
    const arms_canonical *written;
    const arms_dataset *dataset; /* that it was made from */
} arms_package;

/* A Data Package descriptor (datapackage.org, version 2), with the SHA-256 of the CSV
 * file and of each input for which it is known. No clock is read. */
bool arms_package_json(arms_buffer *out, const arms_package *package, arms_error *err);

#endif
