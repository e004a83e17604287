/* Claims of a text as JSON, schema armstrade/claims/1: the claims of armstrade/check/1
 * without the keys of judging, and for each the number as printed, the rule that made it
 * and the words behind its slots. Absent values and open limits are null; a direction is
 * "+" or "-". */
#include <armstrade/report.h>

#include "report/claims_words.h"
#include "report/json.h"
#include "report/reading_json.h"

/* The bytes of a text that a slot rests on; null where there are none. */
static json_t *words_json(const arms_document *d, arms_extent span)
{
    return span.end > span.begin
               ? json_stringn(d->text.ptr + span.begin, span.end - span.begin)
               : json_null();
}

static json_t *basis_json(const arms_document *d, const arms_read_claim *c)
{
    json_t *object = json_object();
    bool good = json_put(object, "flow", words_json(d, c->flow_words)) &&
                json_put(object, "subject", words_json(d, c->subject_words)) &&
                json_put(object, "counterpart", words_json(d, c->counterpart_words)) &&
                json_put(object, "period", words_json(d, c->period_words));
    return good ? object : NULL;
}

static json_t *limit_json(const arms_read_claim *c, double limit)
{
    return claims_is_direction(c) ? json_null() : json_figure(limit);
}

static json_t *claim_json(const arms_document *d, const arms_read_claim *c, size_t id)
{
    json_t *object = json_object();
    bool good =
        json_put(object, "id", json_sprintf("%zu", id)) &&
        json_put(object, "text", json_text(c->text)) &&
        json_put(object, "sentence", json_place(c->sentence)) &&
        json_put(object, "begin", json_place(c->number.begin)) &&
        json_put(object, "end", json_place(c->number.end)) &&
        json_put(object, "kind", json_text(arms_claim_kind_name(c->kind))) &&
        json_put(object, "flow", json_text(arms_direction_name(c->flow))) &&
        json_put(object, "subject", json_text(c->subject)) &&
        json_put(object, "counterpart", json_text(c->counterpart)) &&
        json_put(object, "denominator", json_text(c->denominator)) &&
        json_put(object, "period", json_text(c->period)) &&
        json_put(object, "period_source", json_period_source(c->period_source)) &&
        json_put(object, "base_period", json_text(c->base_period)) &&
        json_put(object, "value", json_claimed(c->value, claims_is_direction(c))) &&
        json_put(object, "unit", json_text(c->unit)) &&
        json_put(object, "low", limit_json(c, c->range.low)) &&
        json_put(object, "high", limit_json(c, c->range.high)) &&
        json_put(object, "bound", json_text(arms_bound_name(c->bound))) &&
        json_put(object, "category", json_text(c->category)) &&
        json_put(object, "printed", json_text(c->printed)) &&
        json_put(object, "rule", json_text(c->rule)) &&
        json_put(object, "basis", basis_json(d, c));
    return good ? object : NULL;
}

static json_t *claims_json(const arms_document *d, const arms_text_reading *r)
{
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < r->count; i++)
        good = json_append(list, claim_json(d, &r->claims[i], i + 1));
    return good ? list : NULL;
}

bool arms_claims_json(arms_buffer *out, const arms_document *document, const char *date,
                      const arms_text_reading *reading, arms_error *err)
{
    json_t *root = json_object();
    bool good = json_put(root, "schema", json_text("armstrade/claims/1")) &&
                json_put(root, "tool", json_tool()) &&
                json_put(root, "document", json_document(document, date)) &&
                json_put(root, "claims", claims_json(document, reading)) &&
                json_put(root, "unchecked", json_unchecked(reading));
    return good ? json_print(out, root, err) : arms_fail_memory(err);
}
