/* Mirror data: what importers report against what exporters report for the same pair.
 *
 * For a reported by the importer and b by the exporter, both above 0 and in one measure:
 *
 *     ratio = a / b,    log ratio = ln(a / b),    difference = (a − b) / ((a + b) / 2)
 *
 * the last from −2 to 2; changing sides turns the signs of the last two. A pair where a
 * side is nil (0) or missing (NaN) has none of them; such pairs are counted apart.
 * Importers mostly count insurance and freight (CIF) and exporters do not (FOB), so a
 * ratio somewhat above 1 is to be expected. */
#ifndef ARMSTRADE_MIRROR_H
#define ARMSTRADE_MIRROR_H

#include <armstrade/arena.h>

typedef struct arms_mirror_gap {
    double ratio, log_ratio, difference;
} arms_mirror_gap;

/* DOMAIN where either is not above 0 and finite, or the ratio is beyond any number. */
bool arms_mirror_compare(arms_mirror_gap *out, double imported, double exported,
                         arms_error *err);

/* Pairs i of n. NaN is missing. */
typedef struct arms_mirror_sample {
    const double *imported, *exported;
    const size_t *reporters; /* whose reports pair i tests: any numbers; or NULL */
    size_t n;
    bool arms_codes; /* these are arms, by customs codes for arms */
} arms_mirror_sample;

/* Each pair is counted once: as missing if either side is, else as nil if either is. */
typedef struct arms_mirror_counts {
    size_t compared;
    size_t importer_nil, exporter_nil, both_nil;
    size_t importer_missing, exporter_missing, both_missing;
} arms_mirror_counts;

typedef struct arms_mirror_pair {
    size_t index; /* in the sample */
    arms_mirror_gap gap;
} arms_mirror_pair;

/* Bias is the median log ratio (the mean of the middle two for an even number). Spread
 * is 1.4826 × the median distance from it, as R's mad; 0 where only one pair is
 * compared, so that counts.compared belongs beside it. */
typedef struct arms_mirror_bias {
    size_t reporter; /* 0 for all pairs together */
    arms_mirror_counts counts;
    double bias, spread;
} arms_mirror_bias;

typedef struct arms_mirror {
    /* "gap" for arms codes, where secrecy, end use and timing cause most of it; else
     * "discrepancy". */
    const char *word;
    arms_mirror_bias all;
    arms_mirror_pair *pairs;     /* those compared, the largest |log ratio| first, equal
                                ones in the order of the sample */
    arms_mirror_bias *reporters; /* those with a pair compared, by number */
    size_t pair_count, reporter_count;
    size_t silent; /* reporters left out, as none of their pairs can be compared */
} arms_mirror;

/* Lists are in `arena`. DOMAIN where no pair can be compared, saying why; where a figure
 * is below 0 or infinite. SYSTEM for lack of memory. */
bool arms_mirror_measure(arms_mirror *out, arms_arena *arena,
                         const arms_mirror_sample *sample, arms_error *err);

#endif
