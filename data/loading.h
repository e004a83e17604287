/* A file being loaded: shared by the files that make up the loader. */
#ifndef ARMSTRADE_DATA_LOADING_H
#define ARMSTRADE_DATA_LOADING_H

#include "data/dataset_build.h"
#include "data/input.h"
#include "data/layout.h"

enum {
    HEAD_LINES = 100, /* among which the header is looked for; comments do not count */
    MAX_DATASETS = 16,
    LOADING_MAX_BYTES = 1 << 30
};

/* The party that a column named last. */
typedef struct party_memo {
    const arms_dataset *dataset; /* NULL: none yet */
    char spelling[48];
    size_t length;
    arms_party party;
} party_memo;

typedef struct loading {
    arms_input input;
    arms_arena arena;
    layout_run run;
    arms_text *lines; /* the first lines of the file */
    size_t line_count;
    arms_dataset *datasets[MAX_DATASETS];
    size_t count;
    party_memo exporter, importer;
    char sha256[65];
    const char *line_end;
    layout_box *boxes; /* added to the datasets at the end */
    size_t box_count;
} loading;

/* What a layout hands its rows to; `context` is the loading. */
extern const layout_sink loading_sink;

/* Boxes, and what the loader noticed, become part of the datasets. */
bool loading_finish(loading *l, arms_error *err);

/* What the file says about itself, kept with each dataset. */
bool loading_keep_about(const loading *l, arms_dataset *dataset, arms_error *err);

/* Which line ends a text has: "LF", "CR LF", "CR" or "mixed". */
const char *loading_line_end(arms_text text);

/* What was found out about a file before its rows were read. */
typedef struct loading_found {
    const layout *layout; /* NULL: no layout knows a line of it as its header */
    size_t header_line;
    char delimiter;
} loading_found;

/* Loads a file that was read before; `input` stays the caller's. */
bool loading_load(arms_loaded *out, loading_found *found, const arms_input *input,
                  const arms_load_options *options, arms_error *err);

#endif
