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
    gsl_rng *stream;
    size_t *at;
    void *scratch;
    pthread_t thread;
    bool started, done;
    arms_error err;
} worker;

/* The last step of MurmurHash3 (Appleby 2011), which maps no two numbers to one. */
static uint32_t mix(uint32_t h)
{
    h = (h ^ (h >> 16)) * 0x85ebca6bu;
    h = (h ^ (h >> 13)) * 0xc2b2ae35u;
    return h ^ (h >> 16);
}

static unsigned long seed_of(uint64_t seed, size_t replicate)
{
    uint32_t low = (uint32_t)seed, high = (uint32_t)(seed >> 32);
    return mix(low + 2654435769u * high + (uint32_t)replicate);
}

static void draw(worker *job)
{
    size_t n = job->sample->n, block = job->options->block;
    block = block == 0 ? 1 : block;
    for (size_t k = 0; k < n; k += block) {
        size_t start = gsl_rng_uniform_int(job->stream, n - block + 1);
        for (size_t j = 0; j < block && k + j < n; j++)
            job->at[k + j] = start + j;
    }
}

static void *work(void *given)
{
    worker *job = given;
    const arms_resampled *sample = job->sample;
    arms_picks picks = {job->at, sample->n, job->scratch};
    job->done = true;
    for (size_t k = job->first; k < job->last && job->done; k++) {
        double value = NAN;
        gsl_rng_set(job->stream, seed_of(job->options->seed, k));
        draw(job);
        bool defined = sample->statistic(&value, &picks, sample->data, &job->err);
        job->done = defined || job->err.code == ARMS_DOMAIN;
        job->replicates[k] = defined && isfinite(value) ? value : NAN;
    }
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

static bool equip(worker *job, arms_arena *arena, arms_error *err)
{
    job->at = arms_alloc(arena, job->sample->n, sizeof *job->at, err);
    job->scratch = arms_alloc(arena, 1, job->sample->scratch, err);
    if (!job->at || !job->scratch)
        return false;
    job->stream = gsl_rng_alloc(gsl_rng_taus2);
    return job->stream ? true : arms_fail_memory(err);
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
        jobs[i] = (worker){.sample = sample,
                           .options = options,
                           .first = first,
                           .last = last,
                           .replicates = replicates};
        done = equip(&jobs[i], arena, err);
    }
    if (done)
        run(jobs, count);
    done = done && all_done(jobs, count, err);
    for (size_t i = 0; jobs && i < count; i++)
        gsl_rng_free(jobs[i].stream);
    return done;
}
