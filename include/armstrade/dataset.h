/* A dataset: the flows of one measure from one source and release, with what the file
 * says about itself. Read-only for everybody but the loader.
 *
 * A flow is one printed value: who exported to whom, in which year, how much, between
 * which bounds, from which line of which file. Four states stay apart:
 *   nil             value 0, high 0: the source says none
 *   rounds to zero  value 0, high > 0: the source prints 0 for something small
 *   missing         value is NaN: not reported; never 0
 *   uncertain       a flag: the source marks an estimate */
#ifndef ARMSTRADE_DATASET_H
#define ARMSTRADE_DATASET_H

#include <armstrade/entity.h>
#include <armstrade/measure.h>
#include <armstrade/number.h>

/* A party within one dataset: an arms_entity_id, or a number above arms_entity_count()
 * for a name that only this dataset knows. 0 stands for all parties. */
typedef uint32_t arms_party;

enum { ARMS_ALL = 0 };

/* Marks of a flow. No mark means unknown, never certain. */
enum {
    ARMS_FLAG_ESTIMATED = 1,      /* the number delivered or the value is estimated */
    ARMS_FLAG_YEAR_ESTIMATED = 2, /* the year of delivery is estimated */
    ARMS_FLAG_ALLOCATED = 4,      /* a total spread over several years: bounds only */
    ARMS_FLAG_SECOND_HAND = 8,
    ARMS_FLAG_LICENSED = 16 /* the deal includes production in the importing country */
};

/* A deal's total T of n units that were delivered over k years, not known how many when,
 * is k neighbouring flows: T / k each, `low` = T / n and `high` = T − (k − 1) × T / n,
 * because each year has at least one unit; 0 and T where n is not known. T / k is rounded
 * to a millionth, and T / n down to one, so that T is high + (k − 1) × low. Each flow has
 * `parts` = k and the flag ALLOCATED; all k together are exactly T, and m of them at
 * least m × low, and at most T − (k − m) × low. */
typedef struct arms_flow {
    double value, low, high; /* in the dataset's measure; NaN where missing */
    int year;
    arms_party exporter, importer;
    uint32_t category; /* see arms_dataset_category; 0 = not split by category */
    uint32_t line;     /* first line of the record */
    uint16_t parts;    /* rows that share one record's total; 1 as a rule */
    uint16_t flags;
    uint16_t source; /* index into the dataset's sources */
    uint32_t deal;   /* see arms_dataset_deal; 0 = not read, or none */
} arms_flow;

/* One side of a box: all parties, or those listed; World = the side is summed away. */
typedef struct arms_side {
    const arms_party *parties;
    uint32_t count;
    bool all;
} arms_side;

/* A part of the world that the file was exported for, complete within itself. */
typedef struct arms_box {
    arms_side exporters, importers;
    arms_years years;
    uint32_t category; /* 0 = all categories */
} arms_box;

typedef struct arms_source {
    const char *path; /* as it was given */
    char sha256[65];  /* lower-case hex; empty unless it was asked for */
} arms_source;

/* Who reported the figures: customs declare what their country imports (or exports);
 * researchers and registers know both sides. */
typedef enum arms_reporter {
    ARMS_REPORTED_BY_PUBLISHER,
    ARMS_REPORTED_BY_IMPORTERS,
    ARMS_REPORTED_BY_EXPORTERS
} arms_reporter;

enum { ARMS_SKIP_LINES = 5 };

/* Records that were not taken over, for one reason. */
typedef struct arms_skip {
    const char *why; /* "re-exports, which the exports hold already" */
    size_t count;
    size_t lines[ARMS_SKIP_LINES]; /* of the first ones */
} arms_skip;

/* How a file was read. */
typedef struct arms_reading {
    const char *title;    /* of the layout */
    const char *encoding; /* "UTF-8" or "ISO-8859-1" */
    const char *line_end; /* "LF", "CR LF", "CR" or "mixed" */
    bool mark;            /* a byte-order mark stood at the start */
    bool gzip;
    char delimiter;
    bool mapped;            /* a person's mapping said how, see mapping.h */
    size_t header_line;     /* 0 = the layout has no header */
    size_t records;         /* below the header; blank lines are none */
    bool deals;             /* rows are deals, of which several may share a key */
    bool loose;             /* rows may be deals, or cells: the file does not say */
    const char *vintage;    /* how the release is known; "" where nothing is said */
    const arms_skip *skips; /* in the order in which they were met */
    size_t skip_count;
} arms_reading;

/* What a file says about itself; strings are empty where it says nothing. Of a dataset
 * that was put together from several files (see combine.h), `preamble` and `reading` are
 * those of the first. */
typedef struct arms_about {
    const char *layout;    /* "sipri-deliveries", "canonical", … */
    const char *publisher; /* "SIPRI": whose spellings and releases are meant */
    const char *origin;    /* "SIPRI Arms Transfers Database" */
    /* ISO date of the export, "2026-02-12"; of several files, the latest. */
    const char *generated;
    const char *release;       /* "2025-03": the publisher's release it was taken from */
    const char *credit;        /* credit line to print beside results */
    const arms_text *preamble; /* lines above the header, as printed */
    size_t preamble_count;
    const char *const *notes; /* sentences about what the loader noticed */
    size_t note_count;
    arms_reporter reported_by;
    /* "HS" where the categories are codes of a classification of all goods, of which arms
     * are a part: then a question must name a category, and "all" is never covered. */
    const char *classification;
    /* Why the file is not as its publisher released it, so that nothing can be concluded
     * from what it says or leaves out; empty where nothing speaks against it. */
    const char *altered;
    arms_reading reading;
} arms_about;

typedef struct arms_dataset arms_dataset;
struct arms_names; /* see names.h */

const arms_about *arms_dataset_about(const arms_dataset *dataset);
const arms_measure *arms_dataset_measure(const arms_dataset *dataset);
size_t arms_dataset_count(const arms_dataset *dataset);

/* The flow at `index` < arms_dataset_count, in the order of the file. */
arms_flow arms_dataset_flow(const arms_dataset *dataset, size_t index);

size_t arms_dataset_sources(const arms_dataset *dataset, const arms_source **out);
size_t arms_dataset_boxes(const arms_dataset *dataset, const arms_box **out);

const char *arms_dataset_party_name(const arms_dataset *dataset, arms_party party);

/* The kind of a party; AGGREGATE also for one whose rows in this dataset were found to be
 * the sum of others. */
arms_entity_kind arms_dataset_party_kind(const arms_dataset *dataset, arms_party party);

/* Names that the reference table does not have: ids from arms_entity_count() + 1 on. */
size_t arms_dataset_unlisted(const arms_dataset *dataset);

/* The person's own names with which it was read; NULL where there are none. */
const struct arms_names *arms_dataset_names(const arms_dataset *dataset);

/* A party by a person's name for it: the person's own names first, then the reference
 * table, then the dataset's own names. A listed entity is found even if it occurs in no
 * flow. USAGE as for arms_entity_resolve. */
bool arms_dataset_find(arms_party *out, const arms_dataset *dataset, arms_text name,
                       arms_error *err);

/* Whether the party occurs in any flow of the dataset, on either side. */
bool arms_dataset_has(const arms_dataset *dataset, arms_party party);

/* The name of a category id, or its id by its name's key (0 if it occurs nowhere). */
const char *arms_dataset_category(const arms_dataset *dataset, uint32_t category);
uint32_t arms_dataset_find_category(const arms_dataset *dataset, arms_text name);

/* Whether the rows of a category were found to be the sum of all others: then it is no
 * part of "all categories". */
bool arms_dataset_category_is_sum(const arms_dataset *dataset, uint32_t category);

/* What distinguishes a deal within its supplier and recipient, "F-16C|combat
 * aircraft|65361|2008" as the layout puts it together; "" for 0. Read only where
 * arms_load_options.deals asks for it. */
const char *arms_dataset_deal(const arms_dataset *dataset, uint32_t deal);

/* Whether the files say that they hold all flows from `exporter` to `importer` in `year`.
 * ARMS_ALL asks for all parties one by one; arms_entity_world() for a printed sum. */
bool arms_dataset_covers(const arms_dataset *dataset, arms_party exporter,
                         arms_party importer, int year, uint32_t category);

void arms_dataset_free(arms_dataset *dataset);

#endif
