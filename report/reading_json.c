/* What was read in a text, as JSON: parts that the claims of a text and the verdicts on
 * them have in common. Absent values are null. */
#include "report/reading_json.h"

json_t *json_place(size_t at)
{
    return json_integer((json_int_t)at);
}

json_t *json_claimed(double value, bool direction)
{
    return direction ? json_text(value < 0 ? "-" : "+") : json_figure(value);
}

json_t *json_period_source(arms_period_source source)
{
    return json_text(source == ARMS_PERIOD_NONE ? NULL : arms_period_source_name(source));
}

json_t *json_unchecked(const arms_text_reading *r)
{
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < r->unchecked_count; i++) {
        const arms_unchecked *u = &r->unchecked[i];
        json_t *object = json_object();
        good = json_put(object, "text", json_text(u->text)) &&
               json_put(object, "sentence", json_place(u->sentence)) &&
               json_put(object, "begin", json_place(u->number.begin)) &&
               json_put(object, "end", json_place(u->number.end)) &&
               json_put(object, "reason", json_text(u->reason)) &&
               json_append(list, object);
    }
    return good ? list : NULL;
}

json_t *json_document(const arms_document *d, const char *date)
{
    json_t *object = json_object();
    bool good = json_put(object, "path", json_text(d->path)) &&
                json_put(object, "sha256", json_text(d->sha256)) &&
                json_put(object, "date", json_text(date));
    return good ? object : NULL;
}
