/* Building a dataset: for loaders only; everybody else reads it through dataset.h. */
#ifndef ARMSTRADE_DATA_DATASET_BUILD_H
#define ARMSTRADE_DATA_DATASET_BUILD_H

#include <armstrade/dataset.h>

#include "data/intern.h"

/* Flows are kept column by column in blocks, which are added and never moved: 30 bytes a
 * flow, and 16 more in blocks where some value is known within bounds only. */
enum { FLOW_BLOCK = 1024 };

typedef struct flow_bounds {
    double low[FLOW_BLOCK], high[FLOW_BLOCK];
} flow_bounds;

typedef struct flow_block {
    double value[FLOW_BLOCK];
    flow_bounds *bounds; /* NULL where each value is its own */
    uint32_t exporter[FLOW_BLOCK], importer[FLOW_BLOCK], line[FLOW_BLOCK];
    uint16_t category[FLOW_BLOCK], parts[FLOW_BLOCK], flags[FLOW_BLOCK],
        source[FLOW_BLOCK];
    int16_t year[FLOW_BLOCK];
    uint32_t *deal; /* FLOW_BLOCK of them, where deals are kept; else NULL */
} flow_block;

typedef struct unlisted_party {
    const char *name;
    arms_text key;
    arms_entity_kind kind;
    bool meant; /* a person's own names bring it in */
} unlisted_party;

/* Boxes by the parties that they list, see coverage.c: lists of entries, numbered from 1,
 * 0 = end. */
typedef struct box_entry {
    uint32_t box, next;
} box_entry;

typedef struct box_index {
    uint32_t *exporters, *importers; /* party → first entry */
    uint32_t both;                   /* of the boxes with all parties on both sides */
    box_entry *entries;
    size_t count;
} box_index;

struct arms_dataset {
    arms_arena arena;
    arms_about about;
    arms_measure measure;
    flow_block **blocks;
    size_t count, block_count, block_capacity;
    intern_table spellings; /* names as printed → party */
    intern_table category_ids;
    unlisted_party *unlisted;
    size_t unlisted_count;
    const char **categories; /* id − 1 → name */
    size_t category_count;
    arms_box *boxes;
    size_t box_count;
    box_index index;
    arms_source *sources;
    size_t source_count;
    bool deals; /* they are kept */
    intern_table deal_ids;
    const char **deal_names; /* id − 1 → name */
    size_t deal_count;
    const struct arms_names *names;  /* a person's own; or NULL */
    const struct dataset_view *view; /* of another dataset, see view.h; or NULL */
    unsigned char *present;          /* party → occurs in some flow */
    /* Found to be sums of others: party, category → yes; NULL where there are none. */
    unsigned char *party_sums, *category_sums;
};

arms_dataset *dataset_new(arms_error *err);

/* The party of a name as printed: a person's own names first, then the publisher's own
 * spelling, then the reference table; a name that is in none gets an id of its own. USAGE
 * for an ambiguous name. */
bool dataset_party(arms_party *out, arms_dataset *dataset, arms_text spelling,
                   arms_error *err);

/* The id of a category's name; 0 for the empty name and for "*". */
bool dataset_category(uint32_t *out, arms_dataset *dataset, arms_text name,
                      arms_error *err);

/* The id of a deal's name; 0 for the empty name and where deals are not kept. */
bool dataset_deal(uint32_t *out, arms_dataset *dataset, arms_text name, arms_error *err);

/* A new source; its index is the number of those before it. Strings are copied. */
bool dataset_add_source(arms_dataset *dataset, const arms_source *source,
                        arms_error *err);

bool dataset_add(arms_dataset *dataset, const arms_flow *flow, arms_error *err);
bool dataset_add_box(arms_dataset *dataset, const arms_box *box, arms_error *err);

/* A party or a category that is the sum of others here. After the last flow. */
bool dataset_mark_party(arms_dataset *dataset, arms_party party, arms_error *err);
bool dataset_mark_category(arms_dataset *dataset, uint32_t category, arms_error *err);

/* Makes the boxes ready for arms_dataset_covers. */
bool coverage_index(arms_dataset *dataset, arms_error *err);

/* To be called once after the last flow and box. */
bool dataset_finish(arms_dataset *dataset, arms_error *err);

#endif
