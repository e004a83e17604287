/* How far importers' and exporters' reports lie apart, over all rows of mirror data: the
 * middle of their ratios and its spread, and by reporter. */
#include <math.h>
#include <string.h>

#include "analysis/compare_parts.h"

/* What one side says of a row: nil where nothing is recorded or it rounds to nothing,
 * missing where it says nothing. */
static double said(const arms_compared_side *side)
{
    switch (side->held) {
    case ARMS_HELD_VALUE: return side->amount.value;
    case ARMS_HELD_ROUNDS_TO_ZERO:
    case ARMS_HELD_NIL: return 0;
    default: return NAN;
    }
}

/* The number of a reporter's name, which is added where it is new. */
static size_t number_of(arms_compared_mirror *out, const char *name)
{
    size_t i = 0;
    while (i < out->name_count && strcmp(out->names[i], name) != 0)
        i++;
    if (i == out->name_count)
        out->names[out->name_count++] = name;
    return i;
}

/* Customs codes of arms: chapter 93, armoured vehicles, and the sets that are defined. */
static bool is_arms(const char *category)
{
    static const char *const codes[] = {"93", "8710", "890610", "hs:"};
    for (size_t i = 0; category && i < sizeof codes / sizeof *codes; i++)
        if (strncmp(category, codes[i], strlen(codes[i])) == 0)
            return true;
    return false;
}

typedef struct sample {
    double *imported, *exported;
    size_t *reporters;
} sample;

static bool fill(sample *s, arms_compared_mirror *out, const compare_job *job,
                 arms_error *err)
{
    const arms_comparison *c = job->out;
    s->imported = arms_alloc(job->arena, c->count, sizeof *s->imported, err);
    s->exported = arms_alloc(job->arena, c->count, sizeof *s->exported, err);
    s->reporters = arms_alloc(job->arena, c->count, sizeof *s->reporters, err);
    out->names = arms_alloc(job->arena, c->count, sizeof *out->names, err);
    if (!s->imported || !s->exported || !s->reporters || !out->names)
        return false;
    for (size_t i = 0; i < c->count; i++) {
        const arms_compared_row *row = &c->rows[i];
        s->imported[i] = said(&row->sides[c->imports]);
        s->exported[i] = said(&row->sides[1 - c->imports]);
        s->reporters[i] = number_of(out, row->importer ? row->importer : "all importers");
    }
    return true;
}

bool compare_mirror(compare_job *job, arms_error *err)
{
    arms_comparison *c = job->out;
    arms_error found = {0};
    sample s;
    if (c->relation != ARMS_RELATION_MIRROR || c->count == 0)
        return true;
    arms_compared_mirror *out = arms_alloc(job->arena, 1, sizeof *out, err);
    if (!out || !fill(&s, out, job, err))
        return false;
    const arms_mirror_sample of = {s.imported, s.exported, s.reporters, c->count,
                                   is_arms(c->category)};
    if (arms_mirror_measure(&out->found, job->arena, &of, &found)) {
        c->mirror = out;
        return true;
    }
    if (found.code == ARMS_DOMAIN)
        return true; /* no pair that both report */
    *err = found;
    return false;
}
