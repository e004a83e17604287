/* What one dataset says of one claim: names become parties, the claim becomes a question,
 * its answer a verdict. Whatever the dataset cannot answer literally ends in "not enough
 * information", never in a refutation. */
#include "analysis/claims/finding.h"

#include <armstrade/view.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/claims/policies.h"
#include "analysis/claims/verdict.h"
#include "analysis/claims/wording.h"

/* A claim in the terms of one dataset. */
typedef struct claim_terms {
    arms_view view;
    arms_party subject;
    arms_party counterpart; /* ARMS_ALL: the claim is about the world total */
    arms_direction flow;
    arms_question question;
    arms_party partner; /* of the question: whose part, rank or amount it is */
} claim_terms;

static bool gap(arms_finding *out, arms_reason reason, const char *why)
{
    out->verdict = ARMS_NOT_ENOUGH_INFO;
    out->reason = reason;
    out->why = why;
    return why != NULL;
}

static bool check_period(arms_finding *finding, const finding_job *job, arms_error *err)
{
    const arms_claim *claim = job->claim;
    if (claim->period_source == ARMS_PERIOD_ASSUMED)
        return gap(finding, ARMS_REASON_PERIOD_AMBIGUOUS,
                   arms_print(job->arena, err,
                              "the text names no period; reports of its date are mostly "
                              "about %s: to judge that, make it the claim's explicit "
                              "period",
                              claim->period ? claim->period : "the last five years"));
    if (claim->years.first > 0)
        return true;
    if (claim->period)
        return gap(finding, ARMS_REASON_PARTIAL_YEAR,
                   "the file has whole calendar years only");
    return gap(finding, ARMS_REASON_PERIOD_AMBIGUOUS,
               "the claim names no year; give one as its period");
}

/* What was cut or changed can be wrong in any place. */
static bool check_released(arms_finding *finding, const finding_job *job, arms_error *err)
{
    const char *altered = arms_dataset_about(job->dataset)->altered;
    return !altered[0] ||
           gap(finding, ARMS_REASON_NOT_COVERED,
               arms_print(job->arena, err,
                          "the file is not as it was released: %s; download it again",
                          altered));
}

static bool check_measure(arms_finding *finding, const finding_job *job, arms_error *err)
{
    const arms_measure *measure = arms_dataset_measure(job->dataset);
    const arms_claim *claim = job->claim;
    if (measure->kind != ARMS_KIND_DELIVERY)
        return gap(finding, ARMS_REASON_OTHER_MEASURE,
                   arms_print(job->arena, err,
                              "the file counts %ss; imports and exports are deliveries",
                              arms_kind_name(measure->kind)));
    if (claim->kind != ARMS_CLAIM_LEVEL || claim->number.unit == measure->unit)
        return true;
    const char *mine = arms_measure_name(measure, job->arena, err);
    const char *yours = arms_unit_name(claim->number.unit);
    if (!mine)
        return false;
    if (measure->unit == ARMS_UNIT_TIV && arms_unit_is_money(claim->number.unit))
        return gap(
            finding, ARMS_REASON_OTHER_MEASURE,
            arms_print(job->arena, err,
                       "a TIV is a volume, not money: the file counts %s, the claim "
                       "%s",
                       mine, yours));
    return gap(
        finding, ARMS_REASON_OTHER_MEASURE,
        arms_print(job->arena, err, "the file counts %s, the claim %s", mine, yours));
}

/* What a view does not know, as a reason. */
static const arms_reason view_reasons[] = {
    [ARMS_VIEW_COMPLETE] = ARMS_REASON_NONE,
    [ARMS_VIEW_NO_NAME] = ARMS_REASON_UNKNOWN_NAME,
    [ARMS_VIEW_NO_GROUP] = ARMS_REASON_GROUP_UNDEFINED,
    [ARMS_VIEW_NO_CATEGORY] = ARMS_REASON_NOT_COVERED,
};

static bool find_view(claim_terms *out, arms_finding *finding, const finding_job *job,
                      arms_error *err)
{
    const arms_claim *claim = job->claim;
    bool imports = claim->flow == ARMS_IMPORT;
    out->flow = claim->flow;
    const arms_wanted wanted = {
        .exporter = imports ? claim->counterpart : claim->subject,
        .importer = imports ? claim->subject : claim->counterpart,
        .category = claim->category,
        .years = claim->years,
        .terms = job->terms,
    };
    arms_view *view = &out->view;
    if (!arms_view_make(view, job->arena, job->dataset, &wanted, err))
        return false;
    out->subject = imports ? view->importer : view->exporter;
    out->counterpart = imports ? view->exporter : view->importer;
    if (out->counterpart == arms_entity_world())
        out->counterpart = ARMS_ALL;
    return view->gap == ARMS_VIEW_COMPLETE ||
           gap(finding, view_reasons[view->gap], view->why);
}

/* What the world imports from a party is what the party exports. A share of the world in
 * itself says nothing. */
static bool turn_world(claim_terms *out, arms_finding *finding, const finding_job *job)
{
    if (out->subject != arms_entity_world())
        return true;
    if (out->counterpart == ARMS_ALL && job->claim->kind != ARMS_CLAIM_LEVEL)
        return gap(finding, ARMS_REASON_UNDEFINED,
                   "the world is all of itself; name the party whose share or rank is "
                   "meant");
    out->subject = out->counterpart;
    if (out->counterpart != ARMS_ALL)
        out->flow = out->flow == ARMS_IMPORT ? ARMS_EXPORT : ARMS_IMPORT;
    out->counterpart = ARMS_ALL;
    return true;
}

/* Whatever can be said before anything is computed; finding->reason tells. The terms are
 * to be freed in any case. */
static bool make_terms(claim_terms *out, arms_finding *finding, const finding_job *job,
                       arms_error *err)
{
    const arms_claim *claim = job->claim;
    *out = (claim_terms){0};
    /* The reason of figures that have no meaning here: whatever the file holds, the
     * question is not defined. */
    if (claim->unjudged)
        return gap(finding, ARMS_REASON_UNDEFINED, claim->unjudged);
    if (!check_period(finding, job, err))
        return false;
    if (finding->reason == ARMS_REASON_NONE && !find_view(out, finding, job, err))
        return false;
    if (finding->reason == ARMS_REASON_NONE && !check_measure(finding, job, err))
        return false;
    if (finding->reason == ARMS_REASON_NONE && !check_released(finding, job, err))
        return false;
    if (finding->reason == ARMS_REASON_NONE && out->view.apart)
        return gap(finding, ARMS_REASON_PERIOD_AMBIGUOUS, out->view.apart);
    if (finding->reason == ARMS_REASON_NONE && !turn_world(out, finding, job))
        return false;
    if (finding->reason != ARMS_REASON_NONE)
        return true;
    /* A part of the world total asks for the world's importers or exporters. */
    bool world = out->counterpart == ARMS_ALL && claim->kind != ARMS_CLAIM_LEVEL;
    out->partner = world ? out->subject : out->counterpart;
    out->question = (arms_question){.flow = out->flow,
                                    .subject = world ? ARMS_ALL : out->subject,
                                    .years = claim->years,
                                    .category = out->view.category,
                                    .policy = job->terms.policy};
    return true;
}

static void free_terms(claim_terms *terms)
{
    arms_view_free(&terms->view);
}

static bool take_figure(arms_finding *out, const arms_figure *figure, double factor)
{
    out->note = figure->note;
    if (figure->reason != ARMS_REASON_NONE)
        return gap(out, figure->reason, figure->why);
    out->computed = true;
    out->value = arms_interval_scale(figure->amount, factor);
    return true;
}

static bool judge_share(arms_finding *out, const arms_tally *tally,
                        const claim_terms *terms, const finding_job *job, arms_error *err)
{
    arms_figure share;
    arms_years years = job->claim->years;
    if (!arms_tally_share(&share, tally, terms->partner, years, err) ||
        !arms_tally_level(&out->whole, tally, ARMS_ALL, years, err) ||
        !take_figure(out, &share, 100))
        return false;
    if (!out->computed)
        return true;
    verdict_of_value(out, &job->claim->number);
    return policies_note(out, job, err);
}

/* Whoever writes "2129 TIV" as a rule means millions, in which TIV are counted: a claim
 * that would agree so is not refuted by a factor of a million. */
static bool check_millions(arms_finding *out, const finding_job *job, arms_error *err)
{
    arms_printed number = job->claim->number;
    arms_finding other = *out;
    bool bare = number.value > 0 && number.value < 1e6 &&
                number.bound != ARMS_BOUND_UNDER && number.bound != ARMS_BOUND_AT_MOST;
    if (out->verdict != ARMS_REFUTED || number.unit != ARMS_UNIT_TIV || !bare)
        return true;
    other.value = arms_interval_scale(out->value, 1e-6);
    verdict_of_value(&other, &number);
    if (other.verdict != ARMS_SUPPORTED)
        return true;
    out->fit = ARMS_FIT_NONE;
    return gap(out, ARMS_REASON_OTHER_MEASURE,
               arms_print(job->arena, err,
                          "TIV are counted in millions, and in millions the claim would "
                          "agree; write \"million TIV\" if that is meant"));
}

static bool judge_level(arms_finding *out, const finding_job *job, arms_error *err)
{
    double scale = arms_dataset_measure(job->dataset)->scale;
    if (!take_figure(out, &out->level, scale))
        return false;
    if (!out->computed)
        return true;
    verdict_of_value(out, &job->claim->number);
    return check_millions(out, job, err);
}

static bool note_unknown(arms_finding *out, const claim_terms *terms,
                         const finding_job *job, arms_error *err)
{
    const arms_rank *rank = &out->rank;
    if (rank->worst <= rank->high)
        return true;
    out->note =
        arms_print(job->arena, err, "%s or %s: %.1f %% has no known %s",
                   arms_ordinal(job->arena, rank->low, err),
                   arms_ordinal(job->arena, rank->worst, err), 100 * rank->unknown,
                   arms_partner_words(&terms->question)->one);
    return out->note != NULL;
}

static bool judge_rank(arms_finding *out, const arms_tally *tally,
                       const claim_terms *terms, const finding_job *job, arms_error *err)
{
    arms_place place;
    if (!arms_tally_rank(&place, tally, terms->partner, job->claim->years, err) ||
        !take_figure(out, &place.level, 1))
        return false;
    out->rank = place.rank;
    if (!out->computed)
        return true;
    out->value = (arms_interval){out->rank.rank, out->rank.low,
                                 out->rank.high + out->rank.ties, false};
    return note_unknown(out, terms, job, err) &&
           verdict_of_rank(out, &job->claim->number, job->arena, err);
}

static bool compute_in(arms_finding *out, arms_arena *scratch, const claim_terms *terms,
                       const finding_job *job, arms_error *err)
{
    arms_tally *tally;
    arms_years years = job->claim->years;
    if (!arms_tally_make(&tally, scratch, terms->view.dataset, &terms->question, err) ||
        !arms_tally_level(&out->level, tally, terms->partner, years, err) ||
        !arms_tally_rows(&out->rows, tally, terms->partner, years, err))
        return false;
    switch (job->claim->kind) {
    case ARMS_CLAIM_SHARE: return judge_share(out, tally, terms, job, err);
    case ARMS_CLAIM_LEVEL: return judge_level(out, job, err);
    case ARMS_CLAIM_RANK: return judge_rank(out, tally, terms, job, err);
    default:
        return arms_fail(err, ARMS_DOMAIN, "claims of kind \"%s\" are not judged",
                         arms_claim_kind_name(job->claim->kind));
    }
}

/* Takes what lives in the tally's arena over into the finding's. Flows of a view are
 * those of its base, at the same places. */
static bool keep(arms_finding *out, arms_arena *arena, arms_error *err)
{
    out->rows.dataset = out->dataset;
    const char **strings[] = {&out->why,        &out->note,      &out->level.why,
                              &out->level.note, &out->whole.why, &out->whole.note};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        const char *from = *strings[i];
        *strings[i] = from ? arms_copy(arena, from, strlen(from), err) : NULL;
        if (from && !*strings[i])
            return false;
    }
    size_t *flows = arms_alloc(arena, out->rows.count, sizeof *flows, err);
    if (flows && out->rows.count > 0)
        memcpy(flows, out->rows.flows, out->rows.count * sizeof *flows);
    out->rows.flows = flows;
    return flows != NULL;
}

/* What was put together for the claim is said beside its figure. */
static bool add_note(arms_finding *out, const char *note, const finding_job *job,
                     arms_error *err)
{
    if (note)
        out->note =
            out->note ? arms_print(job->arena, err, "%s; %s", note, out->note) : note;
    return !note || out->note;
}

/* A tally is large, and a finding small: thousands of claims are judged in one run. */
static bool compute(arms_finding *out, const claim_terms *terms, const finding_job *job,
                    arms_error *err)
{
    arms_arena scratch = {0};
    bool done = compute_in(out, &scratch, terms, job, err) && keep(out, job->arena, err);
    arms_arena_free(&scratch);
    return done && add_note(out, terms->view.note, job, err);
}

bool finding_make(arms_finding *out, const finding_job *job, arms_error *err)
{
    claim_terms terms;
    *out = (arms_finding){.dataset = job->dataset, .unit = job->claim->number.unit};
    bool done = make_terms(&terms, out, job, err) &&
                (out->reason != ARMS_REASON_NONE || compute(out, &terms, job, err));
    free_terms(&terms);
    return done;
}

/* What a figure of the claim's question is. */
typedef bool ask(arms_figure *out, const arms_tally *tally, const claim_terms *terms,
                 arms_error *err);

static bool ask_share(arms_figure *out, const arms_tally *tally, const claim_terms *terms,
                      arms_error *err)
{
    return arms_tally_share(out, tally, terms->partner, terms->question.years, err);
}

static bool ask_whole(arms_figure *out, const arms_tally *tally, const claim_terms *terms,
                      arms_error *err)
{
    double scale = arms_dataset_measure(terms->view.dataset)->scale;
    if (!arms_tally_level(out, tally, ARMS_ALL, terms->question.years, err))
        return false;
    out->amount = arms_interval_scale(out->amount, scale);
    return true;
}

static bool ask_in(arms_figure *out, const claim_terms *terms, ask *question,
                   arms_error *err)
{
    arms_tally *tally;
    arms_arena scratch = {0};
    bool done =
        arms_tally_make(&tally, &scratch, terms->view.dataset, &terms->question, err) &&
        question(out, tally, terms, err);
    out->why = out->note = NULL; /* they end with the tally */
    arms_arena_free(&scratch);
    return done;
}

/* A bare figure: of what cannot be put to the dataset, only the reason. */
static bool ask_figure(arms_figure *out, const finding_job *job, ask *question,
                       arms_error *err)
{
    claim_terms terms;
    arms_finding finding = {.dataset = job->dataset};
    bool done = make_terms(&terms, &finding, job, err);
    *out = (arms_figure){.reason = finding.reason};
    if (done && finding.reason == ARMS_REASON_NONE)
        done = ask_in(out, &terms, question, err);
    free_terms(&terms);
    return done;
}

bool finding_whole(arms_figure *out, const finding_job *job, arms_error *err)
{
    return ask_figure(out, job, ask_whole, err);
}

bool finding_share(arms_figure *out, const finding_job *job, arms_error *err)
{
    return ask_figure(out, job, ask_share, err);
}
