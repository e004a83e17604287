/* The replicates of a bootstrap (Efron 1979; moving blocks, Künsch 1989). Replicate k has
 * a random stream of its own, so that it does not matter which thread computes it: each
 * takes a run of neighbouring replicates. A failure is that of the lowest replicate. */
#include "analysis/bootstrap.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <pthread.h>

typedef struct worker {
    const arms_resampled *sample;
    const arms_bootstrap_options *options;
    double *replicates;
    size_t first, last; /* its replicates, `last` not among them */
    size_t *at;
    void *scratch;
    pthread_t thread;
    bool started, done;
    arms_error err;
} worker;

/* The steps of SplitMix64 (Steele, Lea and Flood 2014): near seeds end up far apart, so
 * that their replicates are not the same ones in a shifted order. */
static uint32_t spread(uint64_t seed)
{
    uint64_t z = seed + 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (uint32_t)((z ^ (z >> 31)) >> 32);
}

/* The last step of MurmurHash3 (Appleby 2011), which maps no two numbers to one. */
static uint32_t mix(uint32_t h)
{
    h = (h ^ (h >> 16)) * 0x85ebca6bu;
    h = (h ^ (h >> 13)) * 0xc2b2ae35u;
    return h ^ (h >> 16);
}

static unsigned long seed_of(uint64_t seed, size_t replicate)
{
    return mix(spread(seed) + (uint32_t)replicate);
}

static void draw(const worker *job, gsl_rng *stream)
{
    size_t n = job->sample->n, block = job->options->block;
    block = block == 0 ? 1 : block;
    for (size_t k = 0; k < n; k += block) {
        size_t start = gsl_rng_uniform_int(stream, n - block + 1);
        for (size_t j = 0; j < block && k + j < n; j++)
            job->at[k + j] = start + j;
    }
}

static bool compute(worker *job, gsl_rng *stream)
{
    const arms_resampled *sample = job->sample;
    arms_picks picks = {job->at, sample->n, job->scratch};
    for (size_t k = job->first; k < job->last; k++) {
        double value = NAN;
        gsl_rng_set(stream, seed_of(job->options->seed, k));
        draw(job, stream);
        bool defined = sample->statistic(&value, &picks, sample->data, &job->err);
        if (!defined && job->err.code != ARMS_DOMAIN)
            return false;
        job->replicates[k] = defined && isfinite(value) ? value : NAN;
    }
    return true;
}

static void *work(void *given)
{
    worker *job = given;
    gsl_rng *stream = gsl_rng_alloc(gsl_rng_taus2);
    job->done = stream ? compute(job, stream) : arms_fail_memory(&job->err);
    gsl_rng_free(stream);
    return NULL;
}

/* One that cannot be started is done by the caller instead. */
static void run(worker *jobs, size_t count)
{
    for (size_t i = 1; i < count; i++)
        jobs[i].started = pthread_create(&jobs[i].thread, NULL, work, &jobs[i]) == 0;
    for (size_t i = 0; i < count; i++)
        if (!jobs[i].started)
            work(&jobs[i]);
    for (size_t i = 1; i < count; i++)
        if (jobs[i].started)
            (void)pthread_join(jobs[i].thread, NULL);
}

/* With room between the workers, who would slow each other down on one line of memory. */
static bool equip(worker *job, arms_arena *arena, arms_error *err)
{
    size_t apart = 128;
    job->at =
        arms_alloc(arena, job->sample->n + apart / sizeof *job->at, sizeof *job->at, err);
    job->scratch = arms_alloc(arena, 1, job->sample->scratch + apart, err);
    return job->at && job->scratch;
}

static bool all_done(const worker *jobs, size_t count, arms_error *err)
{
    for (size_t i = 0; i < count; i++)
        if (!jobs[i].done) {
            if (err)
                *err = jobs[i].err;
            return false;
        }
    return true;
}

bool bootstrap_draw(double *replicates, const arms_resampled *sample,
                    const arms_bootstrap_options *options, arms_arena *arena,
                    arms_error *err)
{
    size_t count = options->threads > 1 ? options->threads : 1;
    worker *jobs = arms_alloc(arena, count, sizeof *jobs, err);
    bool done = jobs != NULL;
    for (size_t i = 0; done && i < count; i++) {
        size_t first = options->replicates * i / count;
        size_t last = options->replicates * (i + 1) / count;
        jobs[i] =
            (worker){.sample = sample, .options = options, .first = first, .last = last};
        jobs[i].replicates = replicates;
        done = equip(&jobs[i], arena, err);
    }
    if (done)
        run(jobs, count);
    return done && all_done(jobs, count, err);
}
