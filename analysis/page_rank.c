/* PageRank (Page, Brin, Motwani & Winograd 1999): the part of time that a walk spends at
 * each node which follows links in proportion to their weight with the chance d, and else
 * goes on at any node. By power iteration p ← d M p + (1 − d + d Σ_dangling p) / n on a
 * sparse M with m_ji = w_ij / Σ_k w_ik, from p = 1/n, until Σ|Δp| is below the tolerance.
 * Ranks are parts of 1. Undefined without nodes, and where the walk does not settle. */
#include <armstrade/network.h>

#include <gsl/gsl_spblas.h>
#include <gsl/gsl_spmatrix.h>
#include <gsl/gsl_vector.h>
#include <limits.h>
#include <math.h>

#include "analysis/guard.h"

typedef struct walk {
    const arms_network *network;
    arms_page_rank_options options;
    double *leaving;     /* what each node passes on */
    gsl_spmatrix *steps; /* to, from */
    gsl_vector *now, *next;
} walk;

static void fill_defaults(arms_page_rank_options *options)
{
    if (fabs(options->damping) <= 0)
        options->damping = 0.85;
    if (fabs(options->tolerance) <= 0)
        options->tolerance = 1e-12;
    if (options->rounds == 0)
        options->rounds = 1000;
}

static bool check(const walk *w, arms_error *err)
{
    bool damping = w->options.damping > 0 && w->options.damping <= 1;
    if (!damping || !(w->options.tolerance > 0))
        return arms_fail(err, ARMS_USAGE,
                         "PageRank takes a damping above 0 and at most 1, and a "
                         "tolerance above 0");
    if (w->network->nodes == 0)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: PageRank needs at least 1 node, there "
                         "are 0");
    if (w->network->nodes > INT_MAX || w->network->count > INT_MAX)
        return arms_fail(err, ARMS_LIMIT, "PageRank takes at most %d nodes and links",
                         INT_MAX);
    return true;
}

static bool find_leaving(walk *w, arms_arena *scratch, arms_error *err)
{
    size_t n = w->network->nodes;
    arms_network_node *nodes = arms_alloc(scratch, n, sizeof *nodes, err);
    w->leaving = nodes ? arms_alloc(scratch, n, sizeof *w->leaving, err) : NULL;
    if (!w->leaving || !arms_network_strengths(nodes, w->network, err))
        return false;
    bool exporters = w->options.ranked == ARMS_RANK_EXPORTERS;
    for (size_t i = 0; i < n; i++)
        w->leaving[i] = exporters ? nodes[i].in_strength : nodes[i].out_strength;
    return true;
}

static bool set_steps(gsl_spmatrix *triplets, const walk *w, arms_error *err)
{
    bool exporters = w->options.ranked == ARMS_RANK_EXPORTERS;
    for (size_t i = 0; i < w->network->count; i++) {
        const arms_link *link = &w->network->links[i];
        size_t from = exporters ? link->importer : link->exporter;
        size_t to = exporters ? link->exporter : link->importer;
        double chance = link->weight / w->leaving[from];
        if (!guard_status(gsl_spmatrix_set(triplets, to, from, chance), "PageRank", err))
            return false;
    }
    return true;
}

static bool make_steps(walk *w, arms_error *err)
{
    size_t n = w->network->nodes, count = w->network->count;
    gsl_spmatrix *triplets =
        gsl_spmatrix_alloc_nzmax(n, n, count > 0 ? count : 1, GSL_SPMATRIX_TRIPLET);
    if (!triplets)
        return arms_fail_memory(err);
    bool set = set_steps(triplets, w, err);
    if (set)
        w->steps = gsl_spmatrix_compress(triplets, GSL_SPMATRIX_CSC);
    gsl_spmatrix_free(triplets);
    return set && (w->steps || arms_fail_memory(err));
}

static bool make_vectors(walk *w, arms_error *err)
{
    w->now = gsl_vector_alloc(w->network->nodes);
    w->next = gsl_vector_alloc(w->network->nodes);
    if (!w->now || !w->next)
        return arms_fail_memory(err);
    gsl_vector_set_all(w->now, 1 / (double)w->network->nodes);
    return true;
}

/* What the nodes hold that pass nothing on. */
static double dangling_rank(const walk *w)
{
    double sum = 0;
    for (size_t i = 0; i < w->network->nodes; i++)
        if (!(w->leaving[i] > 0))
            sum += gsl_vector_get(w->now, i);
    return sum;
}

static bool step(double *change, walk *w, arms_error *err)
{
    double d = w->options.damping;
    double spread = 1 - d + d * dangling_rank(w);
    gsl_vector_set_all(w->next, spread / (double)w->network->nodes);
    int status = gsl_spblas_dgemv(CblasNoTrans, d, w->steps, w->now, 1, w->next);
    if (!guard_status(status, "PageRank", err))
        return false;
    *change = 0;
    for (size_t i = 0; i < w->network->nodes; i++)
        *change += fabs(gsl_vector_get(w->next, i) - gsl_vector_get(w->now, i));
    gsl_vector *swap = w->now;
    w->now = w->next;
    w->next = swap;
    return true;
}

static bool settle(arms_page_rank *out, walk *w, arms_error *err)
{
    out->change = HUGE_VAL;
    while (!(out->change < w->options.tolerance)) {
        if (out->rounds == w->options.rounds)
            return arms_fail(err, ARMS_DOMAIN,
                             "undefined on this data: PageRank does not settle within "
                             "%zu rounds (the last changed it by %.3g)",
                             out->rounds, out->change);
        if (!step(&out->change, w, err))
            return false;
        out->rounds++;
    }
    return true;
}

/* Rounding lets the sum drift from 1 by some bits of the last place. */
static void hand_over(arms_page_rank *out, double *ranks, const walk *w)
{
    double sum = 0;
    for (size_t i = 0; i < w->network->nodes; i++) {
        sum += gsl_vector_get(w->now, i);
        out->dangling += !(w->leaving[i] > 0);
    }
    for (size_t i = 0; i < w->network->nodes; i++)
        ranks[i] = gsl_vector_get(w->now, i) / sum;
}

bool arms_network_page_rank(arms_page_rank *out, double *ranks,
                            const arms_network *network, arms_page_rank_options options,
                            arms_error *err)
{
    arms_arena scratch = {0};
    fill_defaults(&options);
    walk w = {.network = network, .options = options};
    *out = (arms_page_rank){.ranked = options.ranked, .damping = options.damping};
    bool done = check(&w, err) && find_leaving(&w, &scratch, err) &&
                make_steps(&w, err) && make_vectors(&w, err) && settle(out, &w, err);
    if (done)
        hand_over(out, ranks, &w);
    if (w.steps) /* unlike a vector, a matrix must be there to be freed */
        gsl_spmatrix_free(w.steps);
    gsl_vector_free(w.now);
    gsl_vector_free(w.next);
    arms_arena_free(&scratch);
    return done;
}
