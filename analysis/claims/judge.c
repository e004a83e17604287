/* Claims against datasets: a finding each, and which of them decides.
 *
 * The newest release that can answer decides; an older one only informs, and one that
 * cannot answer never softens a verdict. Two datasets of one release that both answer,
 * and differ, make the verdict mixed. */
#include <armstrade/judge.h>

#include <string.h>

#include "analysis/claims/consistency.h"
#include "analysis/claims/finding.h"

static const char *const verdict_names[] = {
    [ARMS_NOT_ENOUGH_INFO] = "not-enough-info",
    [ARMS_SUPPORTED] = "supported",
    [ARMS_REFUTED] = "refuted",
    [ARMS_MIXED] = "mixed",
};

static const char *const verdict_words[] = {
    [ARMS_NOT_ENOUGH_INFO] = "CANNOT SAY",
    [ARMS_SUPPORTED] = "AGREES",
    [ARMS_REFUTED] = "DISAGREES",
    [ARMS_MIXED] = "DEPENDS",
};

static const char *const fit_names[] = {
    [ARMS_FIT_NONE] = "none",
    [ARMS_FIT_EXACT] = "exact",
    [ARMS_FIT_HEDGE] = "hedge",
    [ARMS_FIT_TRUNCATION] = "truncation",
};

const char *arms_verdict_name(arms_verdict verdict)
{
    return verdict_names[verdict];
}

const char *arms_verdict_word(arms_verdict verdict)
{
    return verdict_words[verdict];
}

const char *arms_fit_name(arms_fit fit)
{
    return fit_names[fit];
}

/* Releases are months in ISO form; one that is unknown is older than any. */
static int compare_release(const arms_finding *a, const arms_finding *b)
{
    return strcmp(arms_dataset_about(a->dataset)->release,
                  arms_dataset_about(b->dataset)->release);
}

/* How much a finding has to say: a verdict, or a figure, or only a reason. */
static int weight(const arms_finding *finding)
{
    if (finding->verdict != ARMS_NOT_ENOUGH_INFO)
        return 2;
    return finding->computed ? 1 : 0;
}

static bool decides_over(const arms_finding *a, const arms_finding *b)
{
    if (weight(a) != weight(b))
        return weight(a) > weight(b);
    return compare_release(a, b) > 0;
}

static void decide(arms_judgement *judgement)
{
    const arms_finding *best = NULL;
    for (size_t i = 0; i < judgement->count; i++)
        if (!best || decides_over(&judgement->findings[i], best))
            best = &judgement->findings[i];
    judgement->deciding = best;
    judgement->verdict = best ? best->verdict : ARMS_NOT_ENOUGH_INFO;
    for (size_t i = 0; i < judgement->count; i++) {
        const arms_finding *other = &judgement->findings[i];
        if (weight(other) == 2 && compare_release(other, best) == 0 &&
            other->verdict != best->verdict)
            judgement->verdict = ARMS_MIXED;
    }
}

static bool judge_claim(arms_judgement *out, const consistency_job *job,
                        const arms_claim *claim, arms_error *err)
{
    out->claim = claim;
    out->count = job->dataset_count;
    out->findings = arms_alloc(job->arena, out->count, sizeof *out->findings, err);
    if (!out->findings)
        return false;
    for (size_t i = 0; i < out->count; i++) {
        finding_job one = {job->arena, claim, job->datasets[i], job->terms};
        if (!finding_make(&out->findings[i], &one, err))
            return false;
    }
    decide(out);
    return true;
}

bool arms_judge(arms_verdicts *out, arms_arena *arena, const arms_claims *claims,
                const arms_judge_input *input, arms_error *err)
{
    const consistency_job job = {arena, input->datasets, input->count, input->terms};
    *out = (arms_verdicts){.count = claims->count};
    out->items = arms_alloc(arena, claims->count, sizeof *out->items, err);
    if (!out->items)
        return false;
    for (size_t i = 0; i < claims->count; i++)
        if (!judge_claim(&out->items[i], &job, &claims->items[i], err))
            return false;
    return consistency_make(out, &job, claims, err);
}
