/* What claims say of each other, without any data.
 *
 * A share and an amount of the same partner, flow and period imply the whole:
 *
 *     total = amount / share,    from amount.low / share.high to amount.high / share.low
 *
 * so "11 per cent" and "$21 million" mean a total of $178.3–204.8 million. Where a file
 * has the total in that measure, it is held against it. */
#include "analysis/claims/consistency.h"

#include <math.h>
#include <string.h>

#include "analysis/claims/finding.h"
#include "analysis/claims/verdict.h"
#include "analysis/claims/wording.h"

static bool same_name(const char *a, const char *b, arms_error *err)
{
    arms_arena scratch = {0};
    arms_text x, y;
    bool done = arms_text_key(&x, &scratch, arms_text_of(a), err) &&
                arms_text_key(&y, &scratch, arms_text_of(b), err);
    bool same = done && arms_text_equal(x, y);
    arms_arena_free(&scratch);
    return same;
}

/* Whom a name means: as the files have it, which may have been read with a person's own
 * names, or else by the reference table. */
static bool find_party(arms_party *out, const consistency_job *job, const char *name)
{
    arms_error ignored;
    arms_text text = arms_text_of(name);
    return job->dataset_count > 0
               ? arms_dataset_find(out, job->datasets[0], text, &ignored)
               : arms_entity_resolve(out, text, &ignored);
}

/* The same party by whatever name: "Ankara" is Türkiye. */
static bool same_party(const consistency_job *job, const char *a, const char *b,
                       arms_error *err)
{
    arms_party x, y;
    bool known = find_party(&x, job, a) && find_party(&y, job, b);
    return known ? x == y : same_name(a, b, err);
}

static bool is_closed(const arms_printed *number)
{
    return !isinf(number->range.low) && !isinf(number->range.high) &&
           number->range.low > 0;
}

/* Periods that are no whole years are compared as they are written. */
static bool same_period(const arms_claim *a, const arms_claim *b)
{
    const char *x = a->period ? a->period : "", *y = b->period ? b->period : "";
    return a->years.first == b->years.first && a->years.last == b->years.last &&
           (a->years.first > 0 || strcmp(x, y) == 0);
}

/* The amount as a part of the share's whole: what a partner exports to a country is part
 * of what that country imports. */
static arms_claim seen_from(const arms_claim *share, const arms_claim *amount)
{
    arms_claim out = *amount;
    if (amount->flow != share->flow) {
        out.flow = share->flow;
        out.subject = amount->counterpart;
        out.counterpart = amount->subject;
    }
    return out;
}

static bool belong_together(const consistency_job *job, const arms_claim *share,
                            const arms_claim *other, arms_error *err)
{
    bool pair = share->kind == ARMS_CLAIM_SHARE && other->kind == ARMS_CLAIM_LEVEL &&
                !share->unjudged && !other->unjudged && share->counterpart &&
                other->counterpart;
    if (!pair)
        return false;
    const arms_claim amount = seen_from(share, other);
    return same_period(share, &amount) && is_closed(&share->number) &&
           is_closed(&amount.number) && !share->category == !amount.category &&
           same_party(job, share->subject, amount.subject, err) &&
           same_party(job, share->counterpart, amount.counterpart, err) &&
           (!share->category || same_name(share->category, amount.category, err));
}

/* The recorded total, from the first dataset that has it in the amount's unit. */
static bool recorded(arms_figure *out, const consistency_job *job,
                     const arms_claim *amount, arms_error *err)
{
    *out = (arms_figure){.reason = ARMS_REASON_OTHER_MEASURE};
    for (size_t i = 0; i < job->dataset_count && out->reason != ARMS_REASON_NONE; i++) {
        finding_job one = {job->arena, amount, job->datasets[i], job->terms};
        if (!finding_whole(out, &one, err))
            return false;
    }
    return true;
}

static bool is_volume_only(const consistency_job *job)
{
    bool volume = job->dataset_count > 0;
    for (size_t i = 0; i < job->dataset_count; i++)
        volume = volume && arms_dataset_measure(job->datasets[i])->unit == ARMS_UNIT_TIV;
    return volume;
}

/* "2.39 billion TIV", or its bounds where it is allocated. */
static const char *total_words(const consistency_job *job, const arms_figure *total,
                               arms_unit unit, arms_error *err)
{
    arms_interval amount = total->amount;
    const arms_span span = {{amount.low, amount.high, false, false}, unit};
    return total->allocated ? arms_span_words(job->arena, span, FEW_DIGITS, err)
                            : arms_amount_words(job->arena, amount.value, unit, err);
}

static const char *explain(const arms_consistency *c, const consistency_job *job,
                           const arms_figure *total, arms_error *err)
{
    const arms_span span = {c->range, c->unit};
    const char *range = arms_span_words(job->arena, span, FEW_DIGITS, err);
    const char *said =
        arms_print(job->arena, err, "%s and %s together mean a total of %s",
                   c->claims[0]->printed, c->claims[1]->printed, range ? range : "");
    if (!range || !said)
        return NULL;
    if (total->reason == ARMS_REASON_NONE)
        return arms_print(job->arena, err, "%s; the recorded total is %s", said,
                          total_words(job, total, c->unit, err));
    if (arms_unit_is_money(c->unit) && is_volume_only(job))
        return arms_print(job->arena, err,
                          "%s; no file here counts money, so that total cannot be "
                          "compared: a share of TIV and an amount in money are two "
                          "measures",
                          said);
    if (job->dataset_count == 0)
        return said;
    return arms_print(job->arena, err, "%s; no file here has that total in %s", said,
                      arms_unit_name(c->unit));
}

static bool imply_total(arms_consistency *out, const consistency_job *job,
                        const arms_claim *share, const arms_claim *amount,
                        arms_error *err)
{
    arms_range part = share->number.range, value = amount->number.range;
    arms_figure total;
    *out = (arms_consistency){
        .rule = "implied-total",
        .claims = {share, amount},
        .unit = amount->number.unit,
        .range = {100 * value.low / part.high, 100 * value.high / part.low, false, true}};
    const arms_claim own = seen_from(share, amount);
    if (!recorded(&total, job, &own, err))
        return false;
    if (total.reason == ARMS_REASON_NONE) {
        arms_position at = position_in(out->range, total.amount);
        out->verdict = at == POSITION_INSIDE    ? ARMS_SUPPORTED
                       : at == POSITION_OUTSIDE ? ARMS_REFUTED
                                                : ARMS_NOT_ENOUGH_INFO;
    }
    out->explanation = explain(out, job, &total, err);
    return out->explanation != NULL;
}

/* The amount that goes with a share: the next one in the document. */
static const arms_claim *partner_of(const consistency_job *job, const arms_claims *claims,
                                    const arms_claim *share, arms_error *err)
{
    for (size_t i = 0; i < claims->count; i++)
        if (belong_together(job, share, &claims->items[i], err))
            return &claims->items[i];
    return NULL;
}

bool consistency_make(arms_verdicts *out, const consistency_job *job,
                      const arms_claims *claims, arms_error *err)
{
    out->consistency =
        arms_alloc(job->arena, claims->count, sizeof *out->consistency, err);
    out->consistency_count = 0;
    if (!out->consistency)
        return false;
    for (size_t i = 0; i < claims->count; i++) {
        const arms_claim *share = &claims->items[i];
        const arms_claim *amount =
            share->kind == ARMS_CLAIM_SHARE ? partner_of(job, claims, share, err) : NULL;
        if (!amount)
            continue;
        if (!imply_total(&out->consistency[out->consistency_count], job, share, amount,
                         err))
            return false;
        out->consistency_count++;
    }
    return true;
}
