/* What a share would be among others: among states, or among known parties only. A
 * verdict that hangs on who is counted must say so. */
#include "analysis/claims/policies.h"

#include "analysis/claims/verdict.h"

static const arms_policy policies[] = {ARMS_POLICY_ALL, ARMS_POLICY_STATES,
                                       ARMS_POLICY_KNOWN};

enum { POLICIES = sizeof policies / sizeof *policies };

/* The finding under another policy; not computed where it has no answer. */
static bool judge_under(arms_finding *out, const finding_job *job,
                        const arms_question *question, arms_party partner,
                        arms_error *err)
{
    arms_tally *tally;
    arms_figure share;
    arms_arena scratch = {0};
    *out = (arms_finding){.dataset = job->dataset};
    bool done = arms_tally_make(&tally, &scratch, job->dataset, question, err) &&
                arms_tally_share(&share, tally, partner, question->years, err);
    out->computed = done && share.reason == ARMS_REASON_NONE;
    if (out->computed) {
        out->value = arms_interval_scale(share.amount, 100);
        verdict_of_value(out, &job->claim->number);
    }
    arms_arena_free(&scratch);
    return done;
}

static bool add_note(arms_finding *out, const finding_job *job, const arms_finding *other,
                     arms_policy policy, arms_error *err)
{
    const char *before = out->note ? out->note : "";
    out->note = arms_print(job->arena, err,
                           "%s%sWith the denominator \"%s\" it would be %.3g %%: %s.",
                           before, before[0] ? " " : "", arms_policy_name(policy),
                           other->value.value, arms_verdict_name(other->verdict));
    return out->note != NULL;
}

bool policies_note(arms_finding *out, const finding_job *job,
                   const arms_question *question, arms_party partner, arms_error *err)
{
    arms_question asked = *question;
    for (size_t i = 0; i < POLICIES; i++) {
        arms_finding other;
        asked.policy = policies[i];
        if (policies[i] == question->policy)
            continue;
        if (!judge_under(&other, job, &asked, partner, err))
            return false;
        if (other.computed && other.verdict != out->verdict &&
            !add_note(out, job, &other, policies[i], err))
            return false;
    }
    return true;
}
