/* The verdicts as JSON, schema armstrade/check/1. Absent values are null and never left
 * out; what is not built yet is empty. */
#include <armstrade/report.h>

#include "report/json.h"
#include "report/reading_json.h"

#include <math.h>
#include <string.h>

/* The name in the reference table's English form, if it has the name. */
static json_t *name_json(const char *name)
{
    arms_entity_id found[ARMS_CANDIDATES];
    size_t count;
    if (!name)
        return json_null();
    bool one = arms_entity_lookup(found, &count, arms_text_of(name), NULL) && count == 1;
    return json_text(one ? arms_entity_get(found[0])->name : name);
}

static json_t *period_json(const arms_claim *claim)
{
    if (claim->years.first == 0)
        return json_text(claim->period);
    if (claim->years.first == claim->years.last)
        return json_sprintf("%d", claim->years.first);
    return json_sprintf("%d-%d", claim->years.first, claim->years.last);
}

static json_t *sources_json(const arms_finding *finding)
{
    arms_arena scratch = {0};
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < finding->rows.count; i++)
        good =
            json_append(list, json_text(arms_flow_place(&scratch, finding->dataset,
                                                        finding->rows.flows[i], NULL)));
    arms_arena_free(&scratch);
    return good ? list : NULL;
}

static json_t *finding_json(const arms_judgement *judgement, size_t i, arms_policy policy)
{
    const arms_finding *finding = &judgement->findings[i];
    double none = finding->computed ? 0 : NAN;
    json_t *object = json_object();
    bool good =
        json_put(object, "dataset", json_sprintf("d%zu", i + 1)) &&
        json_put(object, "period", period_json(judgement->claim)) &&
        json_put(object, "denominator", json_text(arms_policy_name(policy))) &&
        json_put(object, "verdict", json_text(arms_verdict_name(finding->verdict))) &&
        json_put(object, "fit", json_text(arms_fit_name(finding->fit))) &&
        json_put(object, "value", json_figure(finding->value.value + none)) &&
        json_put(object, "low", json_figure(finding->value.low + none)) &&
        json_put(object, "high", json_figure(finding->value.high + none)) &&
        json_put(object, "unit", json_text(arms_unit_name(finding->unit))) &&
        json_put(object, "reason", json_text(arms_reason_name(finding->reason))) &&
        json_put(object, "explanation", json_text(finding->why)) &&
        json_put(object, "note", json_text(finding->note)) &&
        json_put(object, "rows", json_integer((json_int_t)finding->rows.count)) &&
        json_put(object, "sources", sources_json(finding));
    return good ? object : NULL;
}

static json_t *findings_json(const arms_judgement *judgement, arms_policy policy)
{
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < judgement->count; i++)
        good = json_append(list, finding_json(judgement, i, policy));
    return good ? list : NULL;
}

/* ---- a claim ---- */

/* A period that a person gave is explicit. */
static json_t *source_json(const arms_claim *claim)
{
    bool given = claim->years.first > 0 || claim->period;
    bool unsaid = claim->period_source == ARMS_PERIOD_NONE;
    return json_period_source(given && unsaid ? ARMS_PERIOD_EXPLICIT
                                              : claim->period_source);
}

static bool put_place(json_t *object, const arms_claim *claim)
{
    bool known = claim->end > 0;
    return json_put(object, "sentence",
                    claim->sentence > 0 ? json_place(claim->sentence) : json_null()) &&
           json_put(object, "begin", known ? json_place(claim->begin) : json_null()) &&
           json_put(object, "end", known ? json_place(claim->end) : json_null());
}

static bool put_number(json_t *object, const arms_claim *claim)
{
    const arms_printed *number = &claim->number;
    bool direction = number->unit == ARMS_UNIT_DIRECTION;
    double none = direction ? NAN : 0; /* a direction has no limits */
    return json_put(object, "value", json_claimed(number->value, direction)) &&
           json_put(object, "unit", json_text(arms_unit_name(number->unit))) &&
           json_put(object, "low", json_figure(number->range.low + none)) &&
           json_put(object, "high", json_figure(number->range.high + none)) &&
           json_put(object, "bound", json_text(arms_bound_name(number->bound)));
}

static bool put_slots(json_t *object, const arms_claim *claim)
{
    return json_put(object, "id", json_text(claim->id)) &&
           json_put(object, "text", json_text(claim->text)) && put_place(object, claim) &&
           json_put(object, "kind", json_text(arms_claim_kind_name(claim->kind))) &&
           json_put(object, "flow", json_text(arms_direction_name(claim->flow))) &&
           json_put(object, "subject", name_json(claim->subject)) &&
           json_put(object, "counterpart", name_json(claim->counterpart)) &&
           json_put(object, "denominator", name_json(claim->denominator)) &&
           json_put(object, "period", period_json(claim)) &&
           json_put(object, "period_source", source_json(claim)) &&
           json_put(object, "base_period", json_text(claim->base_period)) &&
           put_number(object, claim) &&
           json_put(object, "category", json_text(claim->category)) &&
           json_put(object, "printed", json_text(claim->printed)) &&
           json_put(object, "unjudged", json_text(claim->unjudged));
}

static const char *label_of(arms_verdict verdict)
{
    switch (verdict) {
    case ARMS_SUPPORTED: return "agrees";
    case ARMS_REFUTED: return "disagrees";
    case ARMS_MIXED: return "depends";
    case ARMS_NOT_ENOUGH_INFO: break;
    }
    return "cannot-say";
}

static const char *direction_of(const arms_judgement *judgement)
{
    const arms_claim *claim = judgement->claim;
    if (judgement->verdict != ARMS_REFUTED || claim->kind == ARMS_CLAIM_RANK)
        return NULL;
    bool high = claim->number.value > judgement->deciding->value.value;
    return high ? "too high" : "too low";
}

/* Minor: cut digits, or off by at most one unit of the last printed digit, unless it
 * turns a rank, or a majority into a minority. */
static const char *severity_of(const arms_judgement *judgement)
{
    const arms_finding *finding = judgement->deciding;
    const arms_printed *number = &judgement->claim->number;
    if (judgement->verdict != ARMS_REFUTED)
        return NULL;
    double value = finding->value.value;
    bool majority = judgement->claim->kind == ARMS_CLAIM_SHARE &&
                    (number->value > 50) != (value > 50);
    bool close = finding->fit == ARMS_FIT_TRUNCATION ||
                 fabs(number->value - value) <= number->unit_value;
    bool minor = close && !majority && judgement->claim->kind != ARMS_CLAIM_RANK;
    return minor ? "minor" : "major";
}

static const char *as_of(const arms_judgement *judgement)
{
    const arms_finding *finding = judgement->deciding;
    const char *release = finding ? arms_dataset_about(finding->dataset)->release : "";
    return release[0] ? release : NULL;
}

static json_t *claim_json(const arms_judgement *judgement, arms_policy policy)
{
    json_t *object = json_object();
    arms_verdict verdict = judgement->verdict;
    bool good = put_slots(object, judgement->claim) &&
                json_put(object, "verdict", json_text(arms_verdict_name(verdict))) &&
                json_put(object, "label", json_text(label_of(verdict))) &&
                json_put(object, "severity", json_text(severity_of(judgement))) &&
                json_put(object, "direction", json_text(direction_of(judgement))) &&
                json_put(object, "as_of", json_text(as_of(judgement))) &&
                json_put(object, "since_revised", json_false()) &&
                json_put(object, "provisional", json_false()) &&
                json_put(object, "findings", findings_json(judgement, policy)) &&
                json_put(object, "readings", json_array()) &&
                json_put(object, "readings_tried", json_integer(0)) &&
                json_put(object, "readings_coverage", json_null());
    return good ? object : NULL;
}

static json_t *claims_json(const arms_verdicts *verdicts, arms_policy policy)
{
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < verdicts->count; i++)
        good = json_append(list, claim_json(&verdicts->items[i], policy));
    return good ? list : NULL;
}

/* ---- the rest ---- */

static json_t *consistency_json(const arms_consistency *c)
{
    static const char *const words[] = {
        [ARMS_NOT_ENOUGH_INFO] = "not-enough-info",
        [ARMS_SUPPORTED] = "consistent",
        [ARMS_REFUTED] = "inconsistent",
        [ARMS_MIXED] = "not-enough-info",
    };
    json_t *object = json_object(), *ids = json_array();
    bool good = json_append(ids, json_text(c->claims[0]->id)) &&
                json_append(ids, json_text(c->claims[1]->id)) &&
                json_put(object, "rule", json_text(c->rule)) &&
                json_put(object, "claims", ids) &&
                json_put(object, "low", json_figure(c->range.low)) &&
                json_put(object, "high", json_figure(c->range.high)) &&
                json_put(object, "unit", json_text(arms_unit_name(c->unit))) &&
                json_put(object, "verdict", json_text(words[c->verdict])) &&
                json_put(object, "explanation", json_text(c->explanation));
    return good ? object : NULL;
}

static json_t *consistencies_json(const arms_verdicts *verdicts)
{
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < verdicts->consistency_count; i++)
        good = json_append(list, consistency_json(&verdicts->consistency[i]));
    return good ? list : NULL;
}

static json_t *summary_json(const arms_verdicts *verdicts)
{
    static const arms_verdict order[] = {ARMS_SUPPORTED, ARMS_REFUTED, ARMS_MIXED,
                                         ARMS_NOT_ENOUGH_INFO};
    json_t *object = json_object();
    bool good = object != NULL;
    for (size_t i = 0; good && i < 4; i++)
        good =
            json_put(object, arms_verdict_name(order[i]),
                     json_integer((json_int_t)arms_verdicts_count(verdicts, order[i])));
    return good ? object : NULL;
}

bool arms_check_json(arms_buffer *out, const arms_page *page,
                     const arms_verdicts *verdicts, const arms_check_options *options,
                     arms_error *err)
{
    const arms_checked_text *text = options->text;
    json_t *root = json_object();
    bool good =
        json_put(root, "schema", json_text("armstrade/check/1")) &&
        json_put(root, "tool", json_tool()) &&
        json_put(root, "datasets", json_datasets(page->datasets, page->dataset_count)) &&
        json_put(root, "document",
                 text ? json_document(text->document, text->date) : json_null()) &&
        json_put(root, "claims", claims_json(verdicts, options->policy)) &&
        json_put(root, "unchecked",
                 text ? json_unchecked(text->reading) : json_array()) &&
        json_put(root, "consistency", consistencies_json(verdicts)) &&
        json_put(root, "summary", summary_json(verdicts));
    return good ? json_print(out, root, err) : arms_fail_memory(err);
}
