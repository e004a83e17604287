/* Two datasets against each other, pair by pair: two releases of one source, two sources,
 * or what importers and exporters report of the same trade (mirror data).
 *
 * d1 is the first dataset, d2 the second; a difference is d2 − d1. Figures are compared
 * as intervals, over years that both datasets cover: what only one of them covers is not
 * comparable, and never "vanished". Figures are in the measure of the dataset with the
 * larger unit ("million TIV" where the other counts single ones). */
#ifndef ARMSTRADE_COMPARE_H
#define ARMSTRADE_COMPARE_H

#include <armstrade/mirror.h>
#include <armstrade/tally.h>

/* What a row is about; the finest that both datasets have is taken by itself. */
typedef enum arms_grain {
    ARMS_GRAIN_FINEST,
    ARMS_GRAIN_PAIRS,     /* one exporter, one importer */
    ARMS_GRAIN_IMPORTERS, /* all imports of one importer */
    ARMS_GRAIN_EXPORTERS, /* all exports of one exporter */
    ARMS_GRAIN_TOTAL      /* all trade */
} arms_grain;

typedef struct arms_compare_question {
    const char *exporter, *importer; /* NULL: all */
    const char *category;            /* NULL: all */
    arms_years years;                /* first = 0: all that both cover */
    arms_grain grain;
    bool each_year; /* a row per year instead of one for the whole period */
    bool deals;     /* compare deals even where no party is named */
    bool flows;     /* keep the flows behind each figure */
} arms_compare_question;

/* How the two datasets belong together. */
typedef enum arms_relation {
    ARMS_RELATION_RELEASES, /* of one source: differences are revisions */
    ARMS_RELATION_SAME,     /* one release of one source */
    ARMS_RELATION_MIRROR, /* imports as importers report them, exports as exporters do */
    ARMS_RELATION_SOURCES /* two sources */
} arms_relation;

/* What one side holds. */
typedef enum arms_held {
    ARMS_HELD_VALUE,
    ARMS_HELD_ROUNDS_TO_ZERO, /* 0 is printed for something small */
    ARMS_HELD_NIL,            /* none recorded, where that side covers it */
    ARMS_HELD_MISSING,
    ARMS_HELD_NOT_COVERED,
    ARMS_HELD_NO_NAME /* a party that the reference table does not have, and that side
                         does not know: it may be spelt otherwise there */
} arms_held;

typedef struct arms_compared_side {
    arms_held held;
    arms_interval amount; /* of VALUE, ROUNDS_TO_ZERO and NIL */
    size_t rows;          /* flows added up */
    bool allocated;       /* some of it is a total spread over years */
    const char *why;      /* of the others: a sentence */
    const size_t *flows;  /* their indexes, as many as there are rows, in the order of the
                             file; NULL unless they were asked for, and for sums */
} arms_compared_side;

/* The outcome of a row; the words depend on the relation, see arms_change_name. */
typedef enum arms_change {
    ARMS_CHANGE_EQUAL,     /* the same, or within rounding in each year */
    ARMS_CHANGE_REVISED,   /* the intervals exclude each other */
    ARMS_CHANGE_APPEARED,  /* none recorded in d1, something in d2 */
    ARMS_CHANGE_VANISHED,  /* something in d1, none recorded in d2 */
    ARMS_CHANGE_UNDECIDED, /* the intervals overlap, but more than rounding is open */
    ARMS_CHANGE_NOT_COMPARABLE,
    ARMS_CHANGES
} arms_change;

typedef struct arms_compared_row {
    const char *exporter, *importer; /* NULL: all together */
    arms_years years;
    int compared; /* years of these that both sides have */
    int changed;  /* of those, years that changed, whatever their sum did */
    arms_compared_side sides[2];
    arms_change change;
    arms_interval difference; /* d2 − d1; means nothing where not comparable */
    arms_interval ratio; /* d2 / d1, in mirror data imports / exports; value NaN: none */
    bool of_rows;        /* of totals: the sum of the rows that can be compared */
} arms_compared_row;

/* One deal: a supplier, a recipient, a designation, a year of order. Records that agree
 * in these are added up. */
typedef struct arms_compared_deal {
    arms_compared_row row;
    const char *designation[2]; /* as printed; NULL where that side has no such deal */
    const char *ordered;
    bool probable; /* the designations differ by a few letters: probably one deal */
    arms_years elsewhere; /* of one that a side lacks: from the first to the last of other
                             years in which that side has it; first = 0: none */
} arms_compared_deal;

typedef struct arms_compared_deals {
    arms_compared_deal *items; /* largest difference first */
    size_t count;
    size_t changes[ARMS_CHANGES];
    arms_interval difference; /* of all deals together */
    double unexplained; /* of the whole difference, what no deal explains; NaN where the
                           whole difference is not known */
    size_t left_out;    /* flows that only one side covers, or whose party it lacks */
    bool lists[2];      /* which datasets tell their deals apart */
    bool compared;
} arms_compared_deals;

/* Mirror data measured over all rows, imports against exports. Reporters in `found` are
 * importers, by their place in `names`. */
typedef struct arms_compared_mirror {
    arms_mirror found;
    const char **names;
    size_t name_count;
} arms_compared_mirror;

typedef struct arms_comparison {
    const arms_dataset *datasets[2];
    arms_relation relation;
    bool one_file;     /* both were read from the same bytes */
    size_t imports;    /* in mirror data: which side reports imports */
    bool allocated;    /* some figure is a part of a total that was spread over years */
    size_t measure_of; /* whose measure the figures are in */
    arms_grain grain;
    bool each_year;                  /* rows are for single years */
    bool pairs[2];                   /* which of them tell who trades with whom */
    const char *exporter, *importer; /* as their table names them; NULL: all */
    const char *category;
    arms_years years;        /* compared: from the first to the last that both cover */
    arms_compared_row *rows; /* largest difference first, then by name, then by year */
    size_t count;
    size_t changes[ARMS_CHANGES];
    arms_compared_row sum;     /* of the rows that can be compared */
    arms_compared_row *totals; /* year by year */
    size_t total_count;
    arms_compared_row total; /* of the whole period */
    arms_compared_deals deals;
    const arms_compared_mirror
        *mirror;        /* NULL where the data are no mirror, or no row has
                                           both sides */
    const char **notes; /* sentences on what was compared, and what cannot be */
    size_t note_count;
} arms_comparison;

/* Compares; everything lives in `arena` and refers to the datasets. USAGE for a name that
 * nobody knows. DOMAIN where nothing can be compared: two measures, no year in common,
 * nothing that both cover. */
bool arms_compare(arms_comparison **out, arms_arena *arena,
                  const arms_dataset *const datasets[2],
                  const arms_compare_question *question, arms_error *err);

/* "revised", or "differ" where no release follows another; "appeared" or "only in d2". */
const char *arms_change_name(arms_change change, arms_relation relation);
const char *arms_held_name(arms_held held);             /* "rounds to zero" */
const char *arms_grain_name(arms_grain grain);          /* "pair", "importer" … */
const char *arms_relation_name(arms_relation relation); /* "releases", "mirror" … */

/* "pair", "importer", "exporter" or "total"; USAGE for anything else. */
bool arms_grain_parse(arms_grain *out, arms_text text, arms_error *err);

#endif
