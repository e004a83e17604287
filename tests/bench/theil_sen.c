/* How many times faster the bootstrap of the Theil–Sen slope is than a loop that lists
 * and sorts the slopes of each replicate: 10,000 replicates of 30 points, the median of
 * several alternated runs. Asserts nothing. */
#include <armstrade/bootstrap.h>
#include <armstrade/setup.h>

#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <stdio.h>
#include <time.h>

enum { POINTS = 30, PAIRS = POINTS * (POINTS - 1) / 2, REPLICATES = 10000, RUNS = 7 };

static double years[POINTS], values[POINTS], slow[REPLICATES], fast[REPLICATES];

static double now(void)
{
    struct timespec at;
    (void)timespec_get(&at, TIME_UTC);
    return (double)at.tv_sec + (double)at.tv_nsec * 1e-9;
}

static double slope_of(const size_t *picks)
{
    double slopes[PAIRS];
    size_t count = 0;
    for (size_t a = 0; a < POINTS; a++)
        for (size_t b = a + 1; b < POINTS; b++)
            if (picks[a] != picks[b])
                slopes[count++] = (values[picks[b]] - values[picks[a]]) /
                                  (years[picks[b]] - years[picks[a]]);
    gsl_sort(slopes, 1, count);
    return gsl_stats_median_from_sorted_data(slopes, 1, count);
}

static double time_slow(gsl_rng *rng)
{
    double start = now();
    for (size_t k = 0; k < REPLICATES; k++) {
        size_t picks[POINTS];
        for (size_t i = 0; i < POINTS; i++)
            picks[i] = gsl_rng_uniform_int(rng, POINTS);
        slow[k] = slope_of(picks);
    }
    gsl_sort(slow, 1, REPLICATES);
    return now() - start;
}

static double time_fast(size_t threads)
{
    arms_bootstrap_options options = {.replicates = REPLICATES,
                                      .threads = threads,
                                      .level = 0.95,
                                      .seed = 1,
                                      .keep = fast};
    arms_bootstrap out;
    double start = now();
    if (!arms_theil_sen_bootstrap(&out, (arms_series){years, values, POINTS}, &options,
                                  NULL))
        printf("the bootstrap failed\n");
    return now() - start;
}

static double median(double *times)
{
    gsl_sort(times, 1, RUNS);
    return gsl_stats_median_from_sorted_data(times, 1, RUNS);
}

int main(void)
{
    arms_setup();
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_taus2);
    double times[3][RUNS];
    if (!rng)
        return 1;
    for (size_t i = 0; i < POINTS; i++) {
        years[i] = 1990 + (double)i;
        values[i] = 3 * (double)i + 40 * gsl_rng_uniform(rng);
    }
    for (size_t run = 0; run < RUNS; run++) {
        times[0][run] = time_slow(rng);
        times[1][run] = time_fast(1);
        times[2][run] = time_fast(2);
    }
    gsl_rng_free(rng);
    double base = median(times[0]), one = median(times[1]), two = median(times[2]);
    printf("slopes sorted for each replicate %8.2f ms\n", 1e3 * base);
    printf("sorted once, one thread          %8.2f ms, %5.1f times faster\n", 1e3 * one,
           base / one);
    printf("sorted once, two threads         %8.2f ms, %5.1f times faster\n", 1e3 * two,
           base / two);
    return 0;
}
