/* What a share would be among others: among states, or among known parties only. A
 * verdict that hangs on who is counted must say so. */
#include "analysis/claims/policies.h"

#include "analysis/claims/verdict.h"

static const arms_policy policies[] = {ARMS_POLICY_ALL, ARMS_POLICY_STATES,
                                       ARMS_POLICY_KNOWN};

enum { POLICIES = sizeof policies / sizeof *policies };

/* The finding under another policy; not computed where it has no answer. */
static bool judge_under(arms_finding *out, const finding_job *job, arms_policy policy,
                        arms_error *err)
{
    arms_figure share;
    finding_job other = *job;
    other.terms.policy = policy;
    *out = (arms_finding){.dataset = job->dataset};
    if (!finding_share(&share, &other, err))
        return false;
    out->computed = share.reason == ARMS_REASON_NONE;
    if (!out->computed)
        return true;
    out->value = arms_interval_scale(share.amount, 100);
    verdict_of_value(out, &job->claim->number);
    return true;
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

bool policies_note(arms_finding *out, const finding_job *job, arms_error *err)
{
    for (size_t i = 0; i < POLICIES; i++) {
        arms_finding other;
        if (policies[i] == job->terms.policy)
            continue;
        if (!judge_under(&other, job, policies[i], err))
            return false;
        if (other.computed && other.verdict != ARMS_NOT_ENOUGH_INFO &&
            other.verdict != out->verdict &&
            !add_note(out, job, &other, policies[i], err))
            return false;
    }
    return true;
}
