/* Mirror data: importers' reports a against exporters' reports b, pair by pair: ratio
 * a/b, log ratio, symmetric difference (a − b)/((a + b)/2); per reporter the median log
 * ratio (bias) and 1.4826 × the median distance from it (spread; Hampel 1974). Without
 * unit; undefined for pairs where a side is nil or missing, which are counted apart. */
#include <armstrade/mirror.h>

#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>

static const double normal_spread = 1.4826; /* as R's mad */

/* One pair on its way into the lists. */
typedef struct entry {
    size_t reporter;
    double imported, exported;
    arms_mirror_pair pair;
} entry;

/* ln(a / b), the same with both sides changed but for the sign, to the last bit; near 0
 * it keeps the digits that both logarithms share. */
static double log_ratio(double a, double b)
{
    double larger = fmax(a, b), smaller = fmin(a, b);
    double size = larger / 2 < smaller ? log1p((larger - smaller) / smaller)
                                       : log(larger) - log(smaller);
    return a < b ? -size : size;
}

bool arms_mirror_compare(arms_mirror_gap *out, double imported, double exported,
                         arms_error *err)
{
    if (!(imported > 0 && exported > 0 && isfinite(imported) && isfinite(exported)))
        return arms_fail(
            err, ARMS_DOMAIN,
            "undefined on this data: a mirror comparison needs figures above "
            "0 on both sides, not %g and %g",
            imported, exported);
    double ratio = imported / exported, larger = fmax(imported, exported);
    double a = imported / larger, b = exported / larger;
    if (!(isfinite(ratio) && ratio > 0))
        return arms_fail(
            err, ARMS_DOMAIN,
            "undefined on this data: %g and %g are too far apart for a ratio", imported,
            exported);
    *out = (arms_mirror_gap){ratio, log_ratio(imported, exported), 2 * (a - b) / (a + b)};
    return true;
}

static bool check_side(const double *side, size_t n, const char *who, arms_error *err)
{
    for (size_t i = 0; i < n; i++)
        if (side[i] < 0 || isinf(side[i]))
            return arms_fail(err, ARMS_DOMAIN,
                             "undefined on this data: the %s of pair %zu reports %g", who,
                             i, side[i]);
    return true;
}

static size_t *counter_of(arms_mirror_counts *in, const entry *of)
{
    bool no_a = isnan(of->imported), no_b = isnan(of->exported);
    bool nil_a = !(of->imported > 0), nil_b = !(of->exported > 0);
    if (no_a || no_b)
        return no_a && no_b ? &in->both_missing
               : no_a       ? &in->importer_missing
                            : &in->exporter_missing;
    if (nil_a || nil_b)
        return nil_a && nil_b ? &in->both_nil
               : nil_a        ? &in->importer_nil
                              : &in->exporter_nil;
    return &in->compared;
}

/* Bias and spread of entries that stand together. `scratch` holds 2 × n numbers. */
static void describe(arms_mirror_bias *out, const entry *entries, size_t n,
                     double *scratch)
{
    size_t compared = 0;
    *out = (arms_mirror_bias){.reporter = entries[0].reporter};
    for (size_t i = 0; i < n; i++) {
        size_t *counter = counter_of(&out->counts, &entries[i]);
        if (counter == &out->counts.compared)
            scratch[compared++] = entries[i].pair.gap.log_ratio;
        ++*counter;
    }
    if (compared == 0)
        return;
    out->spread =
        normal_spread * gsl_stats_mad0(scratch, 1, compared, scratch + compared);
    out->bias = gsl_stats_median(scratch, 1, compared);
}

static int by_number(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_reporter(const void *a, const void *b)
{
    return by_number(((const entry *)a)->reporter, ((const entry *)b)->reporter);
}

static int worst_first(const void *a, const void *b)
{
    const arms_mirror_pair *x = a, *y = b;
    double size_x = fabs(x->gap.log_ratio), size_y = fabs(y->gap.log_ratio);
    int larger = (size_x < size_y) - (size_x > size_y);
    return larger ? larger : by_number(x->index, y->index);
}

static bool enter(entry *entries, const arms_mirror_sample *sample, arms_error *err)
{
    arms_mirror_counts ignored = {0};
    for (size_t i = 0; i < sample->n; i++) {
        entry *own = &entries[i];
        *own = (entry){sample->reporters ? sample->reporters[i] : 0,
                       sample->imported[i],
                       sample->exported[i],
                       {.index = i}};
        if (counter_of(&ignored, own) == &ignored.compared &&
            !arms_mirror_compare(&own->pair.gap, own->imported, own->exported, err))
            return false;
    }
    return true;
}

static bool any_compared(const arms_mirror_counts *in, size_t n, arms_error *err)
{
    return in->compared > 0 ||
           arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: none of %zu pairs has a figure above 0 on "
                     "both sides; in %zu a side is nil, in %zu one is missing",
                     n, in->importer_nil + in->exporter_nil + in->both_nil,
                     in->importer_missing + in->exporter_missing + in->both_missing);
}

static void list_pairs(arms_mirror *out, const entry *entries, size_t n)
{
    arms_mirror_counts ignored = {0};
    for (size_t i = 0; i < n; i++)
        if (counter_of(&ignored, &entries[i]) == &ignored.compared)
            out->pairs[out->pair_count++] = entries[i].pair;
    qsort(out->pairs, out->pair_count, sizeof *out->pairs, worst_first);
}

static void list_reporters(arms_mirror *out, entry *entries, size_t n, double *scratch)
{
    size_t end = 0;
    qsort(entries, n, sizeof *entries, by_reporter);
    for (size_t begin = 0; begin < n; begin = end) {
        while (end < n && entries[end].reporter == entries[begin].reporter)
            end++;
        arms_mirror_bias *next = &out->reporters[out->reporter_count];
        describe(next, entries + begin, end - begin, scratch);
        out->reporter_count += next->counts.compared > 0;
        out->silent += next->counts.compared == 0;
    }
}

static bool measure(arms_mirror *out, arms_arena *arena, arms_arena *scratch,
                    const arms_mirror_sample *sample, arms_error *err)
{
    size_t n = sample->n;
    entry *entries = arms_alloc(scratch, n, sizeof *entries, err);
    double *numbers = arms_alloc(scratch, 2 * n, sizeof *numbers, err);
    if (!entries || !numbers || !enter(entries, sample, err))
        return false;
    if (n > 0)
        describe(&out->all, entries, n, numbers);
    out->all.reporter = 0;
    if (!any_compared(&out->all.counts, n, err))
        return false;
    out->pairs = arms_alloc(arena, out->all.counts.compared, sizeof *out->pairs, err);
    out->reporters = arms_alloc(arena, n, sizeof *out->reporters, err);
    if (!out->pairs || !out->reporters)
        return false;
    list_pairs(out, entries, n);
    if (sample->reporters)
        list_reporters(out, entries, n, numbers);
    return true;
}

bool arms_mirror_measure(arms_mirror *out, arms_arena *arena,
                         const arms_mirror_sample *sample, arms_error *err)
{
    arms_arena scratch = {0};
    arms_mirror made = {.word = sample->arms_codes ? "gap" : "discrepancy"};
    bool done = check_side(sample->imported, sample->n, "importer", err) &&
                check_side(sample->exported, sample->n, "exporter", err) &&
                measure(&made, arena, &scratch, sample, err);
    arms_arena_free(&scratch);
    if (done)
        *out = made;
    return done;
}
