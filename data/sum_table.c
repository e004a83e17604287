/* A dataset laid out as a table. Registers are left alone at small cost: the search for
 * a cell that two flows share ends with the first, which a register has near its top. */
#include "data/sum_table.h"

#include <math.h>

#include "data/dataset_build.h"
#include "data/hash.h"
#include "data/sum_sieve.h"

enum {
    FEW = 3,
    MOST_CELLS = 1 << 20,
    PARTY_BITS = 19,
    CATEGORY_BITS = 16,
    YEAR_BITS = 9
};

/* Numbers for keys, in the order in which they come: open addressing. */
typedef struct key_map {
    uint64_t *keys; /* + 1; 0 = free */
    uint32_t *numbers;
    size_t capacity, count;
} key_map;

static size_t place_of(const key_map *map, uint64_t key)
{
    size_t at = (size_t)hash_key(key) & (map->capacity - 1);
    while (map->keys[at] != 0 && map->keys[at] != key + 1)
        at = (at + 1) & (map->capacity - 1);
    return at;
}

static bool grow(key_map *map, arms_arena *arena, arms_error *err)
{
    key_map larger = {.capacity = map->capacity ? 4 * map->capacity : 256,
                      .count = map->count};
    larger.keys = arms_alloc(arena, larger.capacity, sizeof *larger.keys, err);
    larger.numbers = arms_alloc(arena, larger.capacity, sizeof *larger.numbers, err);
    if (!larger.keys || !larger.numbers)
        return false;
    for (size_t i = 0; i < map->capacity; i++) {
        if (map->keys[i] == 0)
            continue;
        size_t at = place_of(&larger, map->keys[i] - 1);
        larger.keys[at] = map->keys[i];
        larger.numbers[at] = map->numbers[i];
    }
    *map = larger;
    return true;
}

/* The number of a key that is there; false for another. */
static bool find_number(uint32_t *out, const key_map *map, uint64_t key)
{
    size_t at = map->capacity > 0 ? place_of(map, key) : 0;
    bool found = map->capacity > 0 && map->keys[at] != 0;
    *out = found ? map->numbers[at] : 0;
    return found;
}

/* The number of a key; a new one gets the next. */
static bool number_of(uint32_t *out, key_map *map, arms_arena *arena, uint64_t key,
                      arms_error *err)
{
    if (2 * map->count >= map->capacity && !grow(map, arena, err))
        return false;
    size_t at = place_of(map, key);
    if (map->keys[at] == 0) {
        map->keys[at] = key + 1;
        map->numbers[at] = (uint32_t)map->count++;
    }
    *out = map->numbers[at];
    return true;
}

/* A key of what is given; sides and category may be 0 to be left out. */
static uint64_t key_of(uint64_t exporter, uint64_t importer, uint64_t category, int year)
{
    uint64_t key = (exporter << PARTY_BITS) | importer;
    key = (key << CATEGORY_BITS) | category;
    return (key << YEAR_BITS) | (uint64_t)(year - 1800);
}

static size_t party_count(const arms_dataset *dataset)
{
    return arms_entity_count() + arms_dataset_unlisted(dataset) + 1;
}

size_t sum_table_ids(const arms_dataset *dataset, sum_axis axis)
{
    return axis == SUM_CATEGORIES ? dataset->category_count + 1 : party_count(dataset);
}

static uint32_t row_of(sum_axis axis, const arms_flow *flow)
{
    switch (axis) {
    case SUM_EXPORTERS: return flow->exporter;
    case SUM_IMPORTERS: return flow->importer;
    default: return flow->category;
    }
}

bool sum_table_split(uint32_t *row, uint64_t *column, const arms_dataset *dataset,
                     sum_axis axis, const arms_flow *flow)
{
    bool categories = axis == SUM_CATEGORIES;
    *row = row_of(axis, flow);
    *column = key_of(axis == SUM_EXPORTERS ? 0 : flow->exporter,
                     axis == SUM_IMPORTERS ? 0 : flow->importer,
                     categories ? 0 : flow->category, flow->year);
    return categories ? flow->category != 0
                      : arms_dataset_party_kind(dataset, *row) != ARMS_ENTITY_AGGREGATE;
}

/* How many exporters and importers there are, up to FEW + 1. */
static bool count_sides(size_t counts[2], arms_arena *arena, const arms_dataset *dataset,
                        arms_error *err)
{
    unsigned char *seen = arms_alloc(arena, party_count(dataset), 1, err);
    size_t flows = arms_dataset_count(dataset);
    counts[0] = counts[1] = 0;
    for (size_t i = 0; seen && i < flows && (counts[0] <= FEW || counts[1] <= FEW); i++) {
        arms_flow flow = arms_dataset_flow(dataset, i);
        counts[0] += !(seen[flow.exporter] & 1);
        counts[1] += !(seen[flow.importer] & 2);
        seen[flow.exporter] |= 1;
        seen[flow.importer] |= 2;
    }
    return seen != NULL;
}

/* Whether no two flows belong to one cell. */
static bool is_unique(bool *out, arms_arena *arena, const arms_dataset *dataset,
                      arms_error *err)
{
    key_map cells = {0};
    uint32_t number;
    *out = true;
    for (size_t i = 0; *out && i < arms_dataset_count(dataset); i++) {
        arms_flow flow = arms_dataset_flow(dataset, i);
        uint64_t key = key_of(flow.exporter, flow.importer, flow.category, flow.year);
        if (!number_of(&number, &cells, arena, key, err))
            return false;
        *out = cells.count == i + 1;
    }
    return true;
}

typedef struct builder {
    const sum_source *from;
    arms_arena *arena;
    key_map rows, columns;
    sum_table *table;
} builder;

/* Flows of many to many are a table if they are told apart by their parties, category and
 * year; that costs more than to see that no row may be a sum. */
static bool try_many(bool *out, const builder *b, arms_error *err)
{
    sum_sieved sieved;
    if (!sum_sieve(&sieved, b->from->may, b->from->dataset, b->from->axis, err))
        return false;
    b->table->sieved = sieved.out;
    *out = sieved.left > 0;
    return sieved.left == 0 || is_unique(out, b->arena, b->from->dataset, err);
}

static bool is_table(bool *out, const builder *b, arms_error *err)
{
    const arms_dataset *dataset = b->from->dataset;
    size_t sides[2];
    *out = false;
    if (arms_dataset_count(dataset) > MOST_CELLS ||
        party_count(dataset) >= (size_t)1 << PARTY_BITS)
        return true;
    if (!count_sides(sides, b->arena, dataset, err))
        return false;
    bool few_exporters = sides[0] <= FEW, few_importers = sides[1] <= FEW;
    bool few = b->from->axis == SUM_EXPORTERS   ? few_importers
               : b->from->axis == SUM_IMPORTERS ? few_exporters
                                                : few_exporters && few_importers;
    bool one_row =
        sides[b->from->axis == SUM_IMPORTERS] < 2 && b->from->axis != SUM_CATEGORIES;
    *out = few && !one_row;
    return few || one_row || try_many(out, b, err);
}

/* Numbers the rows, and the columns that are wanted, in the order of the file. */
static bool number_flows(builder *b, arms_error *err)
{
    for (size_t i = 0; i < arms_dataset_count(b->from->dataset); i++) {
        uint32_t id, number;
        uint64_t key;
        arms_flow flow = arms_dataset_flow(b->from->dataset, i);
        if (!sum_table_split(&id, &key, b->from->dataset, b->from->axis, &flow))
            continue;
        if (!number_of(&number, &b->rows, b->arena, id, err) ||
            (b->from->may[id] && !number_of(&number, &b->columns, b->arena, key, err)))
            return false;
    }
    return true;
}

static bool count_table(builder *b, arms_error *err)
{
    if (!number_flows(b, err))
        return false;
    sum_table *table = b->table;
    table->height = b->rows.count;
    table->width = b->columns.count;
    if (table->height < 3 || table->width > MOST_CELLS / table->height)
        table->height = table->width = 0;
    table->rows = arms_alloc(b->arena, table->height, sizeof *table->rows, err);
    table->years = arms_alloc(b->arena, table->width, sizeof *table->years, err);
    table->gaps = arms_alloc(b->arena, table->width, sizeof *table->gaps, err);
    table->cells =
        arms_alloc(b->arena, table->height * table->width, sizeof *table->cells, err);
    return table->rows && table->years && table->gaps && table->cells;
}

static bool is_multiple(double value, double unit)
{
    double units = value / unit, whole = round(units);
    return whole >= 1 && fabs(units - whole) <= 1e-9 * whole;
}

double sum_table_unit(double value)
{
    double unit = 1e12;
    while (unit > 1.5e-6 && !is_multiple(value, unit))
        unit /= 10;
    return unit;
}

static void add_flow(sum_cell *cell, const arms_flow *flow)
{
    cell->printed = true;
    cell->missing = cell->missing || isnan(flow->value);
    if (isnan(flow->value))
        return;
    cell->value += flow->value;
    cell->low += flow->low;
    cell->high += flow->high;
}

static void take_unit(sum_table *table, double value)
{
    if (value > 0 && !is_multiple(value, table->unit))
        table->unit = fmin(table->unit, sum_table_unit(value));
}

static void fill_table(builder *b)
{
    sum_table *table = b->table;
    table->unit = 1e12;
    for (size_t i = 0; i < arms_dataset_count(b->from->dataset); i++) {
        uint32_t id, at, column;
        uint64_t key;
        arms_flow flow = arms_dataset_flow(b->from->dataset, i);
        if (!sum_table_split(&id, &key, b->from->dataset, b->from->axis, &flow))
            continue;
        take_unit(table, flow.value);
        if (!find_number(&at, &b->rows, id) || !find_number(&column, &b->columns, key))
            continue;
        sum_row *row = &table->rows[at];
        *row = (sum_row){id, row->line ? row->line : flow.line, b->from->may[id], false};
        table->years[column] = flow.year;
        table->gaps[column] = table->gaps[column] || isnan(flow.value);
        add_flow(&table->cells[column * table->height + at], &flow);
    }
}

void sum_table_widen(sum_table *table)
{
    for (size_t i = 0; i < table->height * table->width; i++) {
        sum_cell *cell = &table->cells[i];
        if (!cell->printed)
            continue;
        cell->low = fmax(0, fmin(cell->low, cell->value - table->unit / 2));
        cell->high = fmax(cell->high, cell->value + table->unit / 2);
    }
}

bool sum_table_make(sum_table *out, arms_arena *arena, const sum_source *from,
                    arms_error *err)
{
    builder b = {.from = from, .arena = arena, .table = out};
    bool table;
    *out = (sum_table){0};
    if (!is_table(&table, &b, err))
        return false;
    if (!table)
        return true;
    if (!count_table(&b, err))
        return false;
    if (out->height > 0)
        fill_table(&b);
    return true;
}
