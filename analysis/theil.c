/* Theil's index within and between groups of suppliers (Theil 1967, Shorrocks 1980), in
 * nats:  between = Σ S_g ln(n S_g / n_g),  within = Σ S_g T_g,  with S_g the share and
 * n_g the number of group g, T_g the index of that group alone. Undefined where nothing
 * is above 0; a group with nothing adds nothing. */
#include <math.h>

#include "analysis/shares.h"

typedef struct group {
    double sum, within;
    size_t n;
} group;

static bool check_groups(const arms_grouped *sample, arms_error *err)
{
    for (size_t i = 0; i < sample->n; i++)
        if (sample->groups[i] >= sample->group_count)
            return arms_fail(
                err, ARMS_USAGE,
                "value %zu is in group %zu, but groups are numbered 0 to %zu", i,
                sample->groups[i], sample->group_count - 1);
    return true;
}

static bool counts(const arms_grouped *sample, size_t i)
{
    return sample->nil == ARMS_NIL_COUNTED || sample->values[i] > 0;
}

static void add_up(group *groups, const arms_grouped *sample, double largest)
{
    for (size_t i = 0; i < sample->n; i++) {
        if (!counts(sample, i))
            continue;
        groups[sample->groups[i]].n++;
        groups[sample->groups[i]].sum += sample->values[i] / largest;
    }
}

/* Each group's own index, from the shares within it. */
static void look_within(group *groups, const arms_grouped *sample, double largest)
{
    for (size_t i = 0; i < sample->n; i++) {
        group *own = &groups[sample->groups[i]];
        double share = sample->values[i] / largest / own->sum;
        if (counts(sample, i) && share > 0)
            own->within += share * log((double)own->n * share);
    }
}

static void put_together(arms_theil *out, const group *groups, size_t count)
{
    double whole = 0;
    for (size_t g = 0; g < count; g++) {
        whole += groups[g].sum;
        out->n += groups[g].n;
        out->groups += groups[g].n > 0;
    }
    for (size_t g = 0; g < count; g++) {
        double share = groups[g].sum / whole;
        if (!(share > 0))
            continue;
        out->within += share * groups[g].within;
        out->between += share * log(share * (double)out->n / (double)groups[g].n);
    }
}

static bool split(arms_theil *out, arms_arena *arena, const arms_grouped *sample,
                  arms_error *err)
{
    shares all = {0};
    if (!shares_make(&all, arena, sample, err) || !check_groups(sample, err))
        return false;
    group *groups = arms_alloc(arena, sample->group_count, sizeof *groups, err);
    if (!groups)
        return false;
    double largest = shares_largest(sample->values, sample->n);
    add_up(groups, sample, largest);
    look_within(groups, sample, largest);
    *out = (arms_theil){.theil = shares_theil(all.share, all.n)};
    put_together(out, groups, sample->group_count);
    return true;
}

bool arms_concentration_split_theil(arms_theil *out, const arms_grouped *sample,
                                    arms_error *err)
{
    arms_arena arena = {0};
    bool done = split(out, &arena, sample, err);
    arms_arena_free(&arena);
    return done;
}
