/* A comparison as JSON, schema armstrade/compare/1. */
#include <armstrade/report.h>

#include <math.h>

#include "analysis/claims/wording.h"
#include "report/json.h"

typedef struct writer {
    arms_arena arena;
    const arms_comparison *c;
} writer;

static bool put_interval(json_t *object, arms_interval interval)
{
    return json_put(object, "value", json_figure(interval.value)) &&
           json_put(object, "low", json_figure(interval.low)) &&
           json_put(object, "high", json_figure(interval.high));
}

/* null where there is none. */
static json_t *interval_json(arms_interval interval, bool known)
{
    json_t *object = known ? json_object() : json_null();
    return !known || put_interval(object, interval) ? object : NULL;
}

static json_t *sources_json(writer *w, const arms_compared_side *side, size_t number)
{
    json_t *list = json_array();
    bool good = list != NULL;
    const arms_dataset *dataset = w->c->datasets[number];
    for (size_t i = 0; good && side->flows && i < side->rows; i++) {
        const char *place = arms_flow_place(&w->arena, dataset, side->flows[i], NULL);
        good = place && json_append(list, json_text(place));
    }
    return good ? list : NULL;
}

static json_t *side_json(writer *w, const arms_compared_side *side, size_t number)
{
    json_t *object = json_object();
    const arms_interval none = {NAN, NAN, NAN, false};
    bool known = side->held <= ARMS_HELD_NIL;
    bool good = json_put(object, "held", json_text(arms_held_name(side->held))) &&
                put_interval(object, known ? side->amount : none) &&
                json_put(object, "rows", json_integer((json_int_t)side->rows)) &&
                json_put(object, "allocated", json_boolean(side->allocated)) &&
                json_put(object, "why", json_text(side->why)) &&
                json_put(object, "sources", sources_json(w, side, number));
    return good ? object : NULL;
}

static bool put_outcome(json_t *object, const arms_compared_row *row,
                        const arms_comparison *c)
{
    bool known = row->change != ARMS_CHANGE_NOT_COMPARABLE;
    return json_put(object, "change",
                    json_text(arms_change_name(row->change, c->relation))) &&
           json_put(object, "difference", interval_json(row->difference, known)) &&
           json_put(object, "ratio",
                    interval_json(row->ratio, known && !isnan(row->ratio.value))) &&
           json_put(object, "years_compared", json_integer(row->compared)) &&
           json_put(object, "years_changed", json_integer(row->changed)) &&
           json_put(object, "of_rows", json_boolean(row->of_rows));
}

static json_t *row_json(writer *w, const arms_compared_row *row)
{
    json_t *object = json_object();
    const char *period = arms_years_code(&w->arena, row->years, NULL);
    bool good = period && json_put(object, "period", json_text(period)) &&
                json_put(object, "exporter", json_text(row->exporter)) &&
                json_put(object, "importer", json_text(row->importer)) &&
                json_put(object, "d1", side_json(w, &row->sides[0], 0)) &&
                json_put(object, "d2", side_json(w, &row->sides[1], 1)) &&
                put_outcome(object, row, w->c);
    return good ? object : NULL;
}

static json_t *rows_json(writer *w, const arms_compared_row *rows, size_t count)
{
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < count; i++)
        good = json_append(list, row_json(w, &rows[i]));
    return good ? list : NULL;
}

static json_t *changes_json(const arms_comparison *c, const size_t *changes)
{
    json_t *object = json_object();
    bool good = object != NULL;
    for (int i = 0; good && i < ARMS_CHANGES; i++)
        good = json_put(object, arms_change_name((arms_change)i, c->relation),
                        json_integer((json_int_t)changes[i]));
    return good ? object : NULL;
}

/* "2021-2023", or null. */
static json_t *elsewhere_json(writer *w, arms_years years)
{
    return json_text(years.first > 0 ? arms_years_code(&w->arena, years, NULL) : NULL);
}

static json_t *deal_json(writer *w, const arms_compared_deal *deal)
{
    json_t *object = row_json(w, &deal->row), *designations = json_array();
    bool good = json_append(designations, json_text(deal->designation[0])) &&
                json_append(designations, json_text(deal->designation[1])) &&
                json_put(object, "designations", designations) &&
                json_put(object, "ordered", json_text(deal->ordered)) &&
                json_put(object, "probably_the_same", json_boolean(deal->probable)) &&
                json_put(object, "other_years", elsewhere_json(w, deal->elsewhere));
    return good ? object : NULL;
}

static json_t *deals_json(writer *w)
{
    const arms_compared_deals *deals = &w->c->deals;
    if (!deals->compared)
        return json_null();
    json_t *object = json_object(), *items = json_array();
    bool good = items != NULL;
    for (size_t i = 0; good && i < deals->count; i++)
        good = json_append(items, deal_json(w, &deals->items[i]));
    good = good && json_put(object, "changes", changes_json(w->c, deals->changes)) &&
           json_put(object, "difference", interval_json(deals->difference, true)) &&
           json_put(object, "unexplained", json_figure(deals->unexplained)) &&
           json_put(object, "left_out", json_integer((json_int_t)deals->left_out)) &&
           json_put(object, "items", items);
    return good ? object : NULL;
}

static json_t *bias_json(const arms_mirror_bias *bias, const char *reporter)
{
    json_t *object = json_object();
    bool good =
        json_put(object, "importer", json_text(reporter)) &&
        json_put(object, "compared", json_integer((json_int_t)bias->counts.compared)) &&
        json_put(object, "median_log_ratio", json_figure(bias->bias)) &&
        json_put(object, "spread", json_figure(bias->spread));
    return good ? object : NULL;
}

static json_t *mirror_json(const arms_comparison *c)
{
    if (!c->mirror)
        return json_null();
    const arms_mirror *m = &c->mirror->found;
    json_t *object = json_object(), *reporters = json_array();
    bool good = reporters != NULL;
    for (size_t i = 0; good && i < m->reporter_count; i++)
        good =
            json_append(reporters, bias_json(&m->reporters[i],
                                             c->mirror->names[m->reporters[i].reporter]));
    good = good && json_put(object, "word", json_text(m->word)) &&
           json_put(object, "all", bias_json(&m->all, NULL)) &&
           json_put(object, "reporters", reporters);
    return good ? object : NULL;
}

static json_t *notes_json(const arms_comparison *c)
{
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < c->note_count; i++)
        good = json_append(list, json_text(c->notes[i]));
    return good ? list : NULL;
}

static bool put_scope(json_t *root, writer *w)
{
    const arms_comparison *c = w->c;
    const arms_measure *measure = arms_dataset_measure(c->datasets[c->measure_of]);
    const char *name = arms_measure_name(measure, &w->arena, NULL);
    const char *period = arms_years_code(&w->arena, c->years, NULL);
    return name && period &&
           json_put(root, "relation", json_text(arms_relation_name(c->relation))) &&
           json_put(root, "one_file", json_boolean(c->one_file)) &&
           json_put(root, "measure", json_text(name)) &&
           json_put(root, "by", json_text(arms_grain_name(c->grain))) &&
           json_put(root, "period", json_text(period)) &&
           json_put(root, "exporter", json_text(c->exporter)) &&
           json_put(root, "importer", json_text(c->importer)) &&
           json_put(root, "category", json_text(c->category));
}

bool arms_compare_json(arms_buffer *out, const arms_page *page, const arms_comparison *c,
                       arms_error *err)
{
    json_t *root = json_object();
    writer w = {.c = c};
    bool good =
        json_put(root, "schema", json_text(page->schema)) &&
        json_put(root, "tool", json_tool()) &&
        json_put(root, "datasets", json_datasets(page->datasets, page->dataset_count)) &&
        put_scope(root, &w) && json_put(root, "changes", changes_json(c, c->changes)) &&
        json_put(root, "total", row_json(&w, &c->total)) &&
        json_put(root, "sum_of_rows", row_json(&w, &c->sum)) &&
        json_put(root, "totals", rows_json(&w, c->totals, c->total_count)) &&
        json_put(root, "rows", rows_json(&w, c->rows, c->count)) &&
        json_put(root, "mirror", mirror_json(c)) &&
        json_put(root, "deals", deals_json(&w)) && json_put(root, "notes", notes_json(c));
    arms_arena_free(&w.arena);
    return good ? json_print(out, root, err) : arms_fail_memory(err);
}
