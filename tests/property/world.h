/* A random world of flows: its true amounts, and what a file prints of them. */
#ifndef ARMSTRADE_TESTS_WORLD_H
#define ARMSTRADE_TESTS_WORLD_H

#include "tests/unit/fixture.h"

enum { WORLD_EXPORTERS = 9, WORLD_IMPORTERS = 4, WORLD_YEARS = 3, WORLD_CELLS = 108 };

typedef struct world_cell {
    size_t exporter, importer; /* into the names below */
    int year;                  /* 2020, 2021, 2022 */
    double truth;
    double value, low, high; /* as printed; low = high for an exact figure */
    bool open;               /* the upper limit is left out */
} world_cell;

typedef struct world {
    world_cell cells[WORLD_CELLS];
    size_t count;
    bool totals; /* per importer and year, the file prints its rounded sum */
} world;

/* Some importers (a bit each) and years of a world, as a file has them. */
typedef struct world_part {
    arms_years years;
    unsigned importers;
} world_part;

enum { WORLD_ALL_IMPORTERS = (1 << WORLD_IMPORTERS) - 1 };

extern const char *const world_exporters[WORLD_EXPORTERS];
extern const char *const world_importers[WORLD_IMPORTERS];
extern const bool world_is_state[WORLD_EXPORTERS];

void world_make(world *w);
void world_shuffle(world *w);

/* Draws another truth that the same file could be printed from; strictly inside all
 * limits. */
void world_redraw(world *w);

/* A part of the world as a file in the canonical layout, complete within itself. */
void world_print(arms_buffer *text, const world *w, const world_part *part);

/* The world as a file in the canonical layout, loaded. */
fixture world_load(const world *w);

/* The true amount from an exporter (or WORLD_EXPORTERS: all) to an importer (or
 * WORLD_IMPORTERS: all) over the years. */
double world_amount(const world *w, size_t exporter, size_t importer, arms_years years);

#endif
