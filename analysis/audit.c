/* What a dataset holds: cells by their state, years with their sums, parties. */
#include <armstrade/audit.h>

#include <math.h>
#include <stdint.h>

static bool is_zero(double value)
{
    return !(value > 0) && !(value < 0);
}

/* Where a flow of this state is counted. */
static size_t *state_of(arms_audit_cells *cells, const arms_flow *flow)
{
    if (isnan(flow->value))
        return &cells->missing;
    if (!is_zero(flow->value))
        return &cells->values;
    return flow->high > 0 ? &cells->rounded : &cells->nil;
}

arms_audit_cells arms_audit_count(const arms_dataset *dataset)
{
    const int estimates = ARMS_FLAG_ESTIMATED | ARMS_FLAG_YEAR_ESTIMATED;
    arms_audit_cells cells = {0};
    for (size_t i = 0; i < arms_dataset_count(dataset); i++) {
        arms_flow flow = arms_dataset_flow(dataset, i);
        ++*state_of(&cells, &flow);
        cells.estimated += (flow.flags & estimates) != 0;
        cells.allocated += (flow.flags & ARMS_FLAG_ALLOCATED) != 0;
    }
    return cells;
}

static uint32_t last_line(arms_dataset *const *datasets, size_t count)
{
    uint32_t last = 0;
    for (size_t d = 0; d < count; d++)
        for (size_t i = 0; i < arms_dataset_count(datasets[d]); i++) {
            uint32_t line = arms_dataset_flow(datasets[d], i).line;
            last = line > last ? line : last;
        }
    return last;
}

/* Marks the lines of a dataset; how many were not marked before. */
static size_t mark_lines(unsigned char *seen, const arms_dataset *dataset)
{
    size_t fresh = 0;
    for (size_t i = 0; i < arms_dataset_count(dataset); i++) {
        uint32_t line = arms_dataset_flow(dataset, i).line;
        fresh += !seen[line];
        seen[line] = 1;
    }
    return fresh;
}

bool arms_audit_records(size_t *out, arms_dataset *const *datasets, size_t count,
                        arms_error *err)
{
    arms_arena scratch = {0};
    unsigned char *seen =
        arms_alloc(&scratch, (size_t)last_line(datasets, count) + 1, 1, err);
    *out = 0;
    for (size_t d = 0; seen && d < count; d++)
        *out += mark_lines(seen, datasets[d]);
    arms_arena_free(&scratch);
    return seen != NULL;
}

static bool is_group(const arms_dataset *dataset, arms_party party)
{
    return arms_dataset_party_kind(dataset, party) == ARMS_ENTITY_AGGREGATE;
}

static arms_audit_form form_of(const arms_flow *flow)
{
    bool from = flow->exporter == arms_entity_world();
    bool to = flow->importer == arms_entity_world();
    if (from)
        return to ? ARMS_AUDIT_WORLD : ARMS_AUDIT_IMPORTS;
    return to ? ARMS_AUDIT_EXPORTS : ARMS_AUDIT_PAIRS;
}

/* Whether a group other than World, which is a form of its own, is in a flow. */
static bool has_group(const arms_dataset *dataset, const arms_flow *flow)
{
    arms_party world = arms_entity_world();
    return (flow->exporter != world && is_group(dataset, flow->exporter)) ||
           (flow->importer != world && is_group(dataset, flow->importer));
}

typedef struct year_sums {
    arms_audit_year year;
    arms_sum sums[ARMS_AUDIT_FORMS];
    size_t categories[ARMS_AUDIT_FORMS]; /* rows that have one */
} year_sums;

/* The first and last year; `last` < `first` where there is no flow. */
static arms_years span_of(const arms_dataset *dataset)
{
    arms_years span = {0, -1};
    for (size_t i = 0; i < arms_dataset_count(dataset); i++) {
        int year = arms_dataset_flow(dataset, i).year;
        span.first = i == 0 || year < span.first ? year : span.first;
        span.last = i == 0 || year > span.last ? year : span.last;
    }
    return span;
}

static void add_flow(year_sums *to, const arms_dataset *dataset, const arms_flow *flow)
{
    arms_audit_form form = form_of(flow);
    bool known = !isnan(flow->value);
    to->year.year = flow->year;
    to->year.flows++;
    to->year.missing += !known;
    if (!known)
        return;
    if (has_group(dataset, flow))
        to->year.mixed[form] = true;
    bool open = flow->low < flow->high && !(flow->flags & ARMS_FLAG_ALLOCATED);
    arms_sum_add(&to->sums[form],
                 (arms_interval){flow->value, flow->low, flow->high, open});
    to->year.counts[form]++;
    to->categories[form] += flow->category != 0;
}

static arms_audit_year finish_year(year_sums *from)
{
    for (int i = 0; i < ARMS_AUDIT_FORMS; i++) {
        bool some = from->categories[i] > 0;
        from->year.sums[i] = arms_sum_total(&from->sums[i]);
        from->year.mixed[i] =
            from->year.mixed[i] || (some && from->categories[i] < from->year.counts[i]);
    }
    return from->year;
}

bool arms_audit_years(arms_audit_year **out, size_t *count, arms_arena *arena,
                      const arms_dataset *dataset, arms_error *err)
{
    arms_years span = span_of(dataset);
    size_t length = (size_t)((long)span.last - span.first + 1);
    arms_arena scratch = {0};
    year_sums *sums = arms_alloc(&scratch, length, sizeof *sums, err);
    *out = arms_alloc(arena, length, sizeof **out, err);
    *count = 0;
    bool done = sums && *out;
    for (size_t i = 0; done && i < arms_dataset_count(dataset); i++) {
        arms_flow flow = arms_dataset_flow(dataset, i);
        add_flow(&sums[flow.year - span.first], dataset, &flow);
    }
    for (size_t i = 0; done && i < length; i++)
        if (sums[i].year.flows > 0)
            (*out)[(*count)++] = finish_year(&sums[i]);
    arms_arena_free(&scratch);
    return done;
}

typedef struct census {
    arms_audit_party *items;
    size_t count;
    size_t *places; /* party → its place in the list, from 1 */
} census;

static arms_audit_party *place_of(census *c, const arms_dataset *dataset,
                                  arms_party party, uint32_t line)
{
    if (c->places[party] == 0) {
        c->places[party] = c->count + 1;
        c->items[c->count++] =
            (arms_audit_party){.party = party,
                               .kind = arms_dataset_party_kind(dataset, party),
                               .listed = party <= arms_entity_count(),
                               .line = line};
    }
    return &c->items[c->places[party] - 1];
}

bool arms_audit_parties(arms_audit_party **out, size_t *count, arms_arena *arena,
                        const arms_dataset *dataset, arms_error *err)
{
    size_t most = arms_entity_count() + arms_dataset_unlisted(dataset) + 1;
    arms_arena scratch = {0};
    census c = {.items = arms_alloc(arena, most, sizeof *c.items, err),
                .places = arms_alloc(&scratch, most, sizeof *c.places, err)};
    bool done = c.items && c.places;
    for (size_t i = 0; done && i < arms_dataset_count(dataset); i++) {
        arms_flow flow = arms_dataset_flow(dataset, i);
        place_of(&c, dataset, flow.exporter, flow.line)->exports++;
        place_of(&c, dataset, flow.importer, flow.line)->imports++;
    }
    arms_arena_free(&scratch);
    *out = c.items;
    *count = c.count;
    return done;
}
