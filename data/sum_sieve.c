/* A sum is no larger than all others together in any column. Columns are told apart by a
 * hash alone: those that share a place are added up, so that a row may be kept for
 * nothing, but none is lost. */
#include "data/sum_sieve.h"

#include <math.h>
#include <stdlib.h>

#include "data/hash.h"

enum { FEWEST_PLACES = 1024 };

typedef struct sieve {
    const arms_dataset *dataset;
    sum_axis axis;
    double half;    /* of the smallest value: no rounding is wider */
    double *places; /* the most that the flows of a column add up to */
    size_t mask;
} sieve;

/* What a row is known to be; the first two are what may[id] was before. */
enum { SETTLED, UNSEEN, REACHED, EXCEEDS };

static double half_of_smallest(const arms_dataset *dataset)
{
    double smallest = INFINITY;
    for (size_t i = 0; i < arms_dataset_count(dataset); i++) {
        double value = arms_dataset_flow(dataset, i).value;
        if (value > 0 && value < smallest)
            smallest = value;
    }
    return isinf(smallest) ? 0 : smallest / 2;
}

static double *place_of(const sieve *s, uint64_t column)
{
    return &s->places[hash_key(column) & s->mask];
}

/* The most that a flow adds to a sum: no end where its value is missing. */
static double most_of(const sieve *s, const arms_flow *flow)
{
    return isnan(flow->value) ? INFINITY : flow->high + s->half;
}

static void add_up(const sieve *s)
{
    for (size_t i = 0; i < arms_dataset_count(s->dataset); i++) {
        uint32_t id;
        uint64_t column;
        arms_flow flow = arms_dataset_flow(s->dataset, i);
        if (sum_table_split(&id, &column, s->dataset, s->axis, &flow))
            *place_of(s, column) += most_of(s, &flow);
    }
}

/* Whether the others in a flow's column reach its value. */
static bool is_reached(const sieve *s, const arms_flow *flow, uint64_t column)
{
    double all = *place_of(s, column);
    return isinf(all) || all - most_of(s, flow) >= flow->low - s->half - 1e-9 * all;
}

static void judge(unsigned char *may, const sieve *s)
{
    for (size_t i = 0; i < arms_dataset_count(s->dataset); i++) {
        uint32_t id;
        uint64_t column;
        arms_flow flow = arms_dataset_flow(s->dataset, i);
        bool open = sum_table_split(&id, &column, s->dataset, s->axis, &flow) &&
                    flow.value > 0 && (may[id] == UNSEEN || may[id] == REACHED);
        if (open)
            may[id] = is_reached(s, &flow, column) ? REACHED : EXCEEDS;
    }
}

bool sum_sieve(sum_sieved *out, unsigned char *may, const arms_dataset *dataset,
               sum_axis axis, arms_error *err)
{
    sieve s = {.dataset = dataset, .axis = axis, .half = half_of_smallest(dataset)};
    size_t count = FEWEST_PLACES;
    while (count < arms_dataset_count(dataset))
        count *= 2;
    s.mask = count - 1;
    s.places = calloc(count, sizeof *s.places);
    if (!s.places)
        return arms_fail_memory(err);
    add_up(&s);
    judge(may, &s);
    free(s.places);
    *out = (sum_sieved){0};
    for (size_t i = 0; i < sum_table_ids(dataset, axis); i++) {
        out->out += may[i] == EXCEEDS;
        out->left += may[i] == REACHED;
        may[i] = may[i] == REACHED;
    }
    return true;
}
