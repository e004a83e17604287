/* Two datasets compared by what they say: names, never numbers of parties. */
#include "tests/unit/same.h"

#include <math.h>
#include <string.h>

bool same_about(const arms_dataset *a, const arms_dataset *b)
{
    const arms_about *x = arms_dataset_about(a), *y = arms_dataset_about(b);
    const arms_measure *m = arms_dataset_measure(a), *n = arms_dataset_measure(b);
    bool measure = CHECK_COUNT(m->unit, n->unit) && CHECK_COUNT(m->kind, n->kind) &&
                   CHECK(check_same(m->scale, n->scale)) &&
                   CHECK_STRING(m->valuation, n->valuation);
    return measure && CHECK_STRING(x->publisher, y->publisher) &&
           CHECK_STRING(x->origin, y->origin) &&
           CHECK_STRING(x->generated, y->generated) &&
           CHECK_STRING(x->release, y->release) && CHECK_STRING(x->credit, y->credit) &&
           CHECK_STRING(x->classification, y->classification) &&
           CHECK_COUNT(x->reported_by, y->reported_by);
}

static bool same_party(const arms_dataset *a, const arms_dataset *b, arms_party x,
                       arms_party y)
{
    return CHECK_STRING(arms_dataset_party_name(a, x), arms_dataset_party_name(b, y)) &&
           CHECK_COUNT(arms_dataset_party_kind(a, x), arms_dataset_party_kind(b, y));
}

static bool same_figure(double a, double b)
{
    return (isnan(a) && isnan(b)) || check_same(a, b);
}

static bool same_flow(const arms_dataset *a, const arms_dataset *b, size_t index)
{
    arms_flow x = arms_dataset_flow(a, index), y = arms_dataset_flow(b, index);
    return CHECK(same_figure(x.value, y.value)) && CHECK(same_figure(x.low, y.low)) &&
           CHECK(same_figure(x.high, y.high)) && CHECK_COUNT(x.year, y.year) &&
           CHECK_COUNT(x.flags, y.flags) && CHECK_COUNT(x.parts, y.parts) &&
           same_party(a, b, x.exporter, y.exporter) &&
           same_party(a, b, x.importer, y.importer) &&
           CHECK_STRING(arms_dataset_category(a, x.category),
                        arms_dataset_category(b, y.category));
}

bool same_flows(const arms_dataset *a, const arms_dataset *b)
{
    bool same = CHECK_COUNT(arms_dataset_count(a), arms_dataset_count(b));
    for (size_t i = 0; same && i < arms_dataset_count(a); i++)
        same = same_flow(a, b, i);
    return same;
}

static bool same_side(const arms_dataset *a, const arms_dataset *b, const arms_side *x,
                      const arms_side *y)
{
    bool same = CHECK_COUNT(x->all, y->all) && CHECK_COUNT(x->count, y->count);
    for (size_t i = 0; same && i < x->count; i++)
        same = same_party(a, b, x->parties[i], y->parties[i]);
    return same;
}

bool same_boxes(const arms_dataset *a, const arms_dataset *b)
{
    const arms_box *x, *y;
    size_t count = arms_dataset_boxes(a, &x);
    bool same = CHECK_COUNT(count, arms_dataset_boxes(b, &y));
    for (size_t i = 0; same && i < count; i++)
        same = CHECK_COUNT(x[i].years.first, y[i].years.first) &&
               CHECK_COUNT(x[i].years.last, y[i].years.last) &&
               CHECK_STRING(arms_dataset_category(a, x[i].category),
                            arms_dataset_category(b, y[i].category)) &&
               same_side(a, b, &x[i].exporters, &y[i].exporters) &&
               same_side(a, b, &x[i].importers, &y[i].importers);
    return same;
}

bool same_datasets(const arms_dataset *a, const arms_dataset *b)
{
    return same_about(a, b) && same_flows(a, b) && same_boxes(a, b);
}
