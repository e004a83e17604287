/* The world's totals as a mark of the release that a file was taken from.
 *
 * Each release of SIPRI's database revises all years a little, so that the totals of a
 * few years tell the releases apart. They are printed in whole millions (in the reference
 * table from the TIV tables of two releases and, for March 2025, as sums of the
 * register).
 * Source: data/reference/world_totals.csv. */
#include "data/fingerprint.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_YEAR = 1950, YEARS = 150, FEWEST_YEARS = 2 };

static const double half = 0.5;

/* SIPRI corrects a release now and then by a deal or two; more than this part of a year's
 * total was never seen. */
static const double corrected = 0.01;

typedef struct world_total_row {
    const char *publisher, *release, *year, *total;
} world_total_row;

#include "world_totals_table.h"

enum { ROWS = sizeof world_totals / sizeof *world_totals };

/* Flows that are, or add up to, the world's total. */
typedef enum form { PRINTED, BY_CATEGORY, BY_PARTY, FORMS } form;

typedef struct world_total {
    double value, low, high;
    size_t rows;
} world_total;

typedef struct totals {
    world_total years[YEARS][FORMS];
    bool allocated; /* some totals are spread over years */
} totals;

static form form_of(const arms_flow *flow)
{
    const arms_party world = arms_entity_world();
    if (flow->exporter != world || flow->importer != world)
        return BY_PARTY;
    return flow->category == 0 ? PRINTED : BY_CATEGORY;
}

static void add_flow(totals *t, const arms_flow *flow)
{
    if (flow->year < FIRST_YEAR || flow->year >= FIRST_YEAR + YEARS)
        return;
    world_total *to = &t->years[flow->year - FIRST_YEAR][form_of(flow)];
    to->value += flow->value;
    to->low += flow->low;
    to->high += flow->high;
    to->rows++;
    t->allocated = t->allocated || (flow->flags & ARMS_FLAG_ALLOCATED);
}

/* The file's own total of a year; NULL where it has none. */
static const world_total *total_of(const totals *t, const arms_dataset *dataset, int year)
{
    const arms_party world = arms_entity_world();
    if (year < FIRST_YEAR || year >= FIRST_YEAR + YEARS)
        return NULL;
    const world_total *forms = t->years[year - FIRST_YEAR];
    if (forms[PRINTED].rows > 0)
        return &forms[PRINTED];
    if (forms[BY_CATEGORY].rows > 0 &&
        arms_dataset_covers(dataset, world, world, year, 0))
        return &forms[BY_CATEGORY];
    bool all = forms[BY_PARTY].rows > 0 &&
               arms_dataset_covers(dataset, ARMS_ALL, ARMS_ALL, year, 0);
    return all ? &forms[BY_PARTY] : NULL;
}

/* Compares one year with what a release printed for it. */
static void compare(fingerprint *out, const world_total *mine, const world_total_row *row)
{
    double printed = arms_number_back(row->total);
    double miss = fabs(mine->value - printed);
    out->years++;
    if (mine->low <= printed + half && mine->high >= printed - half)
        return;
    out->misses++;
    out->altered = out->altered || miss > corrected * printed;
    if (out->year > 0 && miss <= fabs(out->total - out->printed))
        return;
    out->year = (int)strtol(row->year, NULL, 10);
    out->total = mine->value;
    out->printed = printed;
}

static fingerprint compare_release(const totals *t, const arms_dataset *dataset,
                                   const char *release)
{
    fingerprint found = {0};
    for (size_t i = 0; i < ROWS; i++) {
        const world_total_row *row = &world_totals[i];
        if (strcmp(row->publisher, dataset->about.publisher) != 0 ||
            strcmp(row->release, release) != 0)
            continue;
        const world_total *mine = total_of(t, dataset, (int)strtol(row->year, NULL, 10));
        if (mine && !isnan(mine->value))
            compare(&found, mine, row);
    }
    return found;
}

/* The release that agrees in all years, if any; each is tried where its rows begin. */
static bool find_release(fingerprint *out, const totals *t, const arms_dataset *dataset)
{
    const char *last = "";
    for (size_t i = 0; i < ROWS; i++) {
        const char *release = world_totals[i].release;
        if (strcmp(release, last) == 0)
            continue;
        last = release;
        *out = compare_release(t, dataset, release);
        out->release = release;
        if (out->years >= FEWEST_YEARS && out->misses == 0)
            return true;
    }
    return false;
}

static bool is_known(const char *publisher)
{
    for (size_t i = 0; i < ROWS; i++)
        if (strcmp(world_totals[i].publisher, publisher) == 0)
            return true;
    return false;
}

bool fingerprint_take(fingerprint *out, const arms_dataset *dataset, const char *stated,
                      arms_error *err)
{
    *out = (fingerprint){0};
    if (!is_known(dataset->about.publisher))
        return true;
    totals *t = calloc(1, sizeof *t);
    if (!t)
        return arms_fail_memory(err);
    for (size_t i = 0; i < dataset->count; i++) {
        arms_flow flow = arms_dataset_flow(dataset, i);
        add_flow(t, &flow);
    }
    if (t->allocated || !find_release(out, t, dataset))
        *out = t->allocated || !stated ? (fingerprint){0}
                                       : compare_release(t, dataset, stated);
    free(t);
    return true;
}
