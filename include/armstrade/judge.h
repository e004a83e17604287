/* Claims against datasets: findings, verdicts, and what claims imply of each other.
 *
 * A verdict is right or it is "not enough information". A dataset that cannot answer
 * literally (other measure, not covered, filtered) never refutes. */
#ifndef ARMSTRADE_JUDGE_H
#define ARMSTRADE_JUDGE_H

#include <armstrade/claim.h>

typedef enum arms_verdict {
    ARMS_NOT_ENOUGH_INFO,
    ARMS_SUPPORTED,
    ARMS_REFUTED,
    ARMS_MIXED
} arms_verdict;

typedef enum arms_fit {
    ARMS_FIT_NONE,
    ARMS_FIT_EXACT,     /* within what the printed digits mean */
    ARMS_FIT_HEDGE,     /* only the hedge ("about") makes it so */
    ARMS_FIT_TRUNCATION /* refuted, but cutting digits explains the number */
} arms_fit;

/* What one dataset says of one claim. */
typedef struct arms_finding {
    const arms_dataset *dataset;
    arms_verdict verdict;
    arms_fit fit;
    arms_reason reason;  /* where not enough information */
    const char *why;     /* a sentence for it, or NULL */
    bool computed;       /* whether `value` means anything */
    arms_interval value; /* in the claim's unit: percent, whole units, a rank */
    arms_unit unit;
    arms_figure level;   /* the amount behind it, in the dataset's measure */
    arms_figure whole;   /* what a share is a part of */
    arms_rank rank;      /* of the counterpart (or subject), where it has one */
    arms_flow_list rows; /* behind the value */
    const char *note;    /* something to say beside it, or NULL */
} arms_finding;

typedef struct arms_judgement {
    const arms_claim *claim;
    arms_verdict verdict;
    arms_finding *findings; /* one per dataset, in the order given */
    size_t count;
    const arms_finding *deciding; /* NULL where there is no dataset */
} arms_judgement;

/* "A share and an amount imply a total", and whether that total is the recorded one. */
typedef struct arms_consistency {
    const char *rule; /* "implied-total" */
    const arms_claim *claims[2];
    arms_range range; /* of the implied total, in whole units */
    arms_unit unit;
    arms_verdict verdict; /* SUPPORTED = consistent, REFUTED = inconsistent */
    const char *explanation;
} arms_consistency;

typedef struct arms_verdicts {
    arms_judgement *items;
    size_t count;
    arms_consistency *consistency;
    size_t consistency_count;
} arms_verdicts;

/* What claims are judged by. */
typedef struct arms_judge_input {
    arms_dataset *const *datasets; /* may be none */
    size_t count;
    arms_terms terms; /* what makes up the whole of a share, and more */
} arms_judge_input;

/* Judges all claims against all datasets. The result lives in `arena` and refers to
 * claims and datasets. Only memory can fail. */
bool arms_judge(arms_verdicts *out, arms_arena *arena, const arms_claims *claims,
                const arms_judge_input *input, arms_error *err);

const char *arms_verdict_name(arms_verdict verdict); /* "supported" … */
const char *arms_verdict_word(arms_verdict verdict); /* "AGREES" … */
const char *arms_fit_name(arms_fit fit);

#endif
