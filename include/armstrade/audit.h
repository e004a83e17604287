/* What a dataset holds, and what in it does not fit together.
 *
 * An audit computes nothing that anybody would quote: it counts cells by their state,
 * parties by their kind, finds rows that stand there twice, and compares printed totals
 * with the rows that they should be the sum of. */
#ifndef ARMSTRADE_AUDIT_H
#define ARMSTRADE_AUDIT_H

#include <armstrade/dataset.h>
#include <armstrade/interval.h>

/* Flows by their state: the first four add up to the whole. */
typedef struct arms_audit_cells {
    size_t values;    /* more than 0 is printed */
    size_t nil;       /* the source says none */
    size_t rounded;   /* 0 is printed for something small */
    size_t missing;   /* no figure */
    size_t estimated; /* marked as resting on an estimate, of the number or the year */
    size_t allocated; /* totals spread over several years: bounds only */
} arms_audit_cells;

arms_audit_cells arms_audit_count(const arms_dataset *dataset);

/* Records of a file that gave figures to its datasets. */
bool arms_audit_records(size_t *out, arms_dataset *const *datasets, size_t count,
                        arms_error *err);

/* How the two sides of a flow are told: both by name, one of them summed up as World, or
 * both, which is a printed total of the world. */
typedef enum arms_audit_form {
    ARMS_AUDIT_PAIRS,
    ARMS_AUDIT_IMPORTS, /* from World */
    ARMS_AUDIT_EXPORTS, /* to World */
    ARMS_AUDIT_WORLD,
    ARMS_AUDIT_FORMS
} arms_audit_form;

/* The rows of one year, added up form by form. */
typedef struct arms_audit_year {
    int year;
    size_t flows, missing;
    size_t counts[ARMS_AUDIT_FORMS]; /* rows with a figure */
    arms_interval sums[ARMS_AUDIT_FORMS];
    /* Sums that mean nothing, because some rows have a category and some have none, or
     * because groups of parties are among them. */
    bool mixed[ARMS_AUDIT_FORMS];
} arms_audit_year;

/* All years that have flows, ascending, in `arena`. */
bool arms_audit_years(arms_audit_year **out, size_t *count, arms_arena *arena,
                      const arms_dataset *dataset, arms_error *err);

/* A party with its flows; `line` is where it first occurs. */
typedef struct arms_audit_party {
    arms_party party;
    arms_entity_kind kind;
    bool listed; /* the reference table has it */
    size_t exports, imports;
    uint32_t line;
} arms_audit_party;

/* All parties that occur, in the order of their first flow, in `arena`. */
bool arms_audit_parties(arms_audit_party **out, size_t *count, arms_arena *arena,
                        const arms_dataset *dataset, arms_error *err);

/* Rows with one key: year, exporter, importer and category, and in a register of deals
 * the deal and the figure too. Repetitions of one line by another are one item. */
typedef struct arms_audit_repeat {
    arms_party exporter, importer; /* of the first of its flows */
    arms_years years;              /* of the first and the last of them */
    uint32_t line, again;
    size_t flows; /* repeated ones */
    bool same;    /* all with the same figures */
} arms_audit_repeat;

typedef struct arms_audit_repeats {
    arms_audit_repeat *items; /* in the order of `again` */
    size_t count;
    size_t flows;
    bool deals; /* deals share keys: a repetition is suspected, not an error */
    bool
        told; /* false: a register whose deals were not read, of which nothing is known */
} arms_audit_repeats;

bool arms_audit_repeated(arms_audit_repeats *out, arms_arena *arena,
                         const arms_dataset *dataset, arms_error *err);

/* A printed total: what one party (or World) exported, or imported, in a year. */
typedef struct arms_audit_total {
    arms_party exporter, importer; /* World on the side that is summed up */
    bool of_imports;               /* the exporters were added up, not the importers */
    int year;
    uint32_t category, line;
    arms_interval printed, parts;
    size_t count; /* of parts */
    double miss;  /* printed − parts */
    bool fits;    /* within what rounding leaves open */
} arms_audit_total;

/* All printed totals that can be compared, in the order of the file: the dataset says
 * that it has all their parts, and none of these is missing; or its parts are more than
 * the total even so. Groups of parties are no parts. */
typedef struct arms_audit_totals {
    arms_audit_total *items;
    size_t count;
    size_t off;                  /* that miss the sum at all */
    size_t misfits;              /* that do not fit */
    const arms_audit_total *far; /* the one that misses by most, of the misfits if there
                                    are any; NULL where none misses */
} arms_audit_totals;

bool arms_audit_sums(arms_audit_totals *out, arms_arena *arena,
                     const arms_dataset *dataset, arms_error *err);

#endif
