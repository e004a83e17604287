/* Deals of two registers: which appeared, vanished or changed value.
 *
 * A deal is told by supplier, recipient, year of order and designation, of which letters
 * and digits alone count ("Bayraktar TB2" is "Bayraktar TB-2"); the description drifts
 * between releases and does not count. Records that agree in these are added up. What is
 * left on both sides is tried again by near designations, see compare_near.c. Deals that
 * only one side covers are left out: they are neither new nor gone. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/compare_deal.h"

static bool lists_deals(const arms_dataset *dataset)
{
    for (size_t i = 0; i < arms_dataset_count(dataset); i++)
        if (arms_dataset_flow(dataset, i).deal > 0)
            return true;
    return false;
}

const char *deal_model(arms_arena *arena, arms_text designation, arms_error *err)
{
    arms_text key;
    if (!arms_text_key(&key, arena, designation, err))
        return NULL;
    char *model = arms_copy(arena, key.ptr, key.len, err);
    size_t n = 0;
    for (size_t i = 0; model && i < key.len; i++)
        if (key.ptr[i] != ' ')
            model[n++] = key.ptr[i];
    if (model)
        model[n] = '\0';
    return model;
}

/* "designation|description|number|year of order": the first and the last of them. */
static bool split_deal(deal_item *out, arms_arena *arena, const char *text,
                       arms_error *err)
{
    const char *first = strchr(text, '|'), *last = strrchr(text, '|');
    size_t length = first ? (size_t)(first - text) : strlen(text);
    out->designation = arms_copy(arena, text, length, err);
    out->ordered = last ? last + 1 : "";
    out->model = deal_model(arena, (arms_text){text, length}, err);
    return out->designation && out->model;
}

typedef struct parties {
    compare_party exporter, importer;
} parties;

static bool matches(const compare_job *job, size_t side, const arms_flow *flow)
{
    arms_party exporter = job->exporter.in[side], importer = job->importer.in[side];
    return (exporter == ARMS_ALL || flow->exporter == exporter) &&
           (importer == ARMS_ALL || flow->importer == importer) &&
           (job->category[side] == 0 || flow->category == job->category[side]);
}

static bool covers(const compare_job *job, const parties *who, size_t side, int year)
{
    arms_party from = who->exporter.in[side], to = who->importer.in[side];
    return from != NOWHERE && to != NOWHERE &&
           arms_dataset_covers(job->out->datasets[side], from, to, year,
                               job->category[side]);
}

static bool both_cover(const compare_job *job, const parties *who, int year)
{
    return covers(job, who, 0, year) && covers(job, who, 1, year);
}

static bool find_both(parties *out, const compare_job *job, size_t side,
                      const arms_flow *flow, arms_error *err)
{
    return compare_match(&out->exporter, job, side, flow->exporter, err) &&
           compare_match(&out->importer, job, side, flow->importer, err);
}

static bool keep_item(deal_list *list, compare_job *job, deal_item item, arms_error *err)
{
    const arms_dataset *dataset = job->out->datasets[item.side];
    const char *deal = arms_dataset_deal(dataset, item.flow.deal);
    list->items =
        arms_extend(list->arena, list->items, list->count, sizeof *list->items, err);
    if (!list->items || !split_deal(&item, job->arena, deal, err))
        return false;
    list->items[list->count++] = item;
    return true;
}

static bool is_compared(const compare_job *job, int year)
{
    return year >= job->out->years.first && year <= job->out->years.last;
}

/* Takes a flow up, if it is asked for and both sides cover it; those of other years into
 * the second list. */
static bool add_item(deal_list lists[2], compare_job *job, deal_item item,
                     arms_error *err)
{
    parties who;
    item.flow = arms_dataset_flow(job->out->datasets[item.side], item.index);
    if (!matches(job, item.side, &item.flow))
        return true;
    if (!find_both(&who, job, item.side, &item.flow, err))
        return false;
    item.exporter = who.exporter.name;
    item.importer = who.importer.name;
    if (!is_compared(job, item.flow.year))
        return keep_item(&lists[1], job, item, err);
    if (!both_cover(job, &who, item.flow.year) || isnan(item.flow.value)) {
        job->out->deals.left_out++;
        return true;
    }
    return keep_item(&lists[0], job, item, err);
}

static bool add_items(deal_list lists[2], compare_job *job, arms_error *err)
{
    bool done = true;
    for (size_t side = 0; side < 2; side++) {
        size_t count = arms_dataset_count(job->out->datasets[side]);
        for (size_t i = 0; done && i < count; i++)
            done = add_item(lists, job, (deal_item){.side = side, .index = i}, err);
    }
    return done;
}

int deal_order(const deal_item *x, const deal_item *y)
{
    int order = strcmp(x->exporter, y->exporter);
    order = order ? order : strcmp(x->importer, y->importer);
    order = order ? order : strcmp(x->ordered, y->ordered);
    return order ? order : strcmp(x->model, y->model);
}

static int by_deal(const void *a, const void *b)
{
    const deal_item *x = a, *y = b;
    int order = deal_order(x, y);
    if (order)
        return order;
    if (x->side != y->side)
        return x->side < y->side ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* ---- amounts ---- */

static bool one_record(const deal_item *a, const deal_item *b)
{
    return a->flow.parts > 1 && a->flow.line == b->flow.line &&
           a->flow.source == b->flow.source;
}

/* The part of a record that lies in the years compared: see dataset.h. Of j rows, one may
 * be as high as can be while the others are as low. */
static arms_interval record_amount(const deal_item *items, size_t count)
{
    arms_sum sum = {0};
    const arms_flow *first = &items[0].flow;
    for (size_t i = 0; i < count; i++)
        arms_sum_add(&sum, (arms_interval){items[i].flow.value, items[i].flow.low,
                                           i > 0 ? first->low : first->high, false});
    arms_interval amount = arms_sum_total(&sum);
    return first->parts == count ? arms_interval_point(amount.value) : amount;
}

static arms_interval flow_amount(const arms_flow *flow)
{
    bool open = flow->low < flow->high && !(flow->flags & ARMS_FLAG_ALLOCATED);
    return (arms_interval){flow->value, flow->low, flow->high, open};
}

/* How many items from the first on are of one record. */
static size_t record_length(const deal_item *items, size_t count)
{
    size_t n = 1;
    while (n < count && one_record(items, &items[n]))
        n++;
    return n;
}

/* All records of one side of a deal, which lie one behind the other. */
static arms_compared_side amount_of(const deal_item *items, size_t count)
{
    arms_sum sum = {0};
    bool allocated = false;
    for (size_t i = 0, n; i < count; i += n) {
        const arms_flow *flow = &items[i].flow;
        n = record_length(&items[i], count - i);
        arms_interval amount =
            flow->parts > 1 ? record_amount(&items[i], n) : flow_amount(flow);
        allocated |=
            (flow->flags & ARMS_FLAG_ALLOCATED) && !arms_interval_is_point(amount);
        arms_sum_add(&sum, amount);
    }
    return compare_side(arms_sum_total(&sum), count, allocated);
}

/* ---- deals ---- */

/* Of several spellings the smallest, whatever the order of the file. */
static const char *designation_of(const deal_item *items, size_t count)
{
    const char *name = items[0].designation;
    for (size_t i = 1; i < count; i++)
        if (strcmp(items[i].designation, name) < 0)
            name = items[i].designation;
    return name;
}

/* Fills in one side of a deal from its items; it may have none. */
static bool fill_side(arms_compared_deal *deal, const compare_job *job,
                      const deal_item *items, size_t count, arms_error *err)
{
    size_t side = count > 0 ? items[0].side : 0;
    size_t *flows = arms_alloc(job->arena, count, sizeof *flows, err);
    if (!flows || count == 0)
        return flows;
    arms_compared_side *to = &deal->row.sides[side];
    *to = amount_of(items, count);
    to->amount = compare_scaled(job, side, to->amount);
    to->flows = flows;
    for (size_t i = 0; i < count; i++)
        flows[i] = items[i].index;
    deal->designation[side] = designation_of(items, count);
    return true;
}

static arms_compared_deal new_deal(const deal_item *item, arms_years years)
{
    const arms_compared_side none = {.held = ARMS_HELD_NIL};
    return (arms_compared_deal){.ordered = item->ordered,
                                .row = {.exporter = item->exporter,
                                        .importer = item->importer,
                                        .years = years,
                                        .sides = {none, none}}};
}

/* The items of one deal: those of d1 stand before those of d2. */
static bool add_deal(compare_job *job, const deal_item *items, size_t count,
                     arms_error *err)
{
    arms_compared_deals *deals = &job->out->deals;
    size_t first = 0;
    while (first < count && items[first].side == 0)
        first++;
    deals->items =
        arms_extend(job->arena, deals->items, deals->count, sizeof *deals->items, err);
    if (!deals->items)
        return false;
    arms_compared_deal *deal = &deals->items[deals->count++];
    *deal = new_deal(items, job->out->years);
    return fill_side(deal, job, items, first, err) &&
           fill_side(deal, job, items + first, count - first, err);
}

static bool add_deals(compare_job *job, const deal_list *list, arms_error *err)
{
    for (size_t i = 0, n; i < list->count; i += n) {
        n = 1;
        while (i + n < list->count &&
               deal_order(&list->items[i], &list->items[i + n]) == 0)
            n++;
        if (!add_deal(job, &list->items[i], n, err))
            return false;
    }
    return true;
}

static int by_size(const void *a, const void *b)
{
    const arms_compared_deal *x = a, *y = b;
    int order = compare_order(&x->row, &y->row);
    order = order ? order : strcmp(x->ordered, y->ordered);
    order = order ? order : compare_names(x->designation[0], y->designation[0]);
    return order ? order : compare_names(x->designation[1], y->designation[1]);
}

/* Judges each deal, and adds the differences up. */
static arms_interval judge_each(arms_comparison *c)
{
    arms_sum sum = {0};
    arms_compared_deals *deals = &c->deals;
    for (size_t i = 0; i < deals->count; i++) {
        arms_compared_row *row = &deals->items[i].row;
        row->compared = c->years.last - c->years.first + 1;
        compare_judge_alone(row, c);
        deals->changes[row->change]++;
        arms_sum_add(&sum, row->difference);
    }
    return arms_sum_total(&sum);
}

static void judge_deals(arms_comparison *c)
{
    arms_compared_deals *deals = &c->deals;
    deals->difference = judge_each(c);
    /* NaN where there is no total */
    deals->unexplained = compare_minus(c->total.difference, deals->difference).value;
    if (deals->count > 0)
        qsort(deals->items, deals->count, sizeof *deals->items, by_size);
}

/* Both sides in one list, then deal by deal. */
static bool collect(compare_job *job, deal_list lists[2], arms_error *err)
{
    deal_list *list = &lists[0];
    if (!add_items(lists, job, err))
        return false;
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, by_deal);
    return add_deals(job, list, err) && compare_near(job, err) &&
           compare_moved(job, &lists[1], err);
}

bool compare_deals(compare_job *job, arms_error *err)
{
    arms_comparison *c = job->out;
    arms_arena scratch = {0};
    deal_list lists[] = {{.arena = &scratch}, {.arena = &scratch}};
    bool asked = job->question->deals || c->importer || c->exporter;
    c->deals.lists[0] = lists_deals(c->datasets[0]);
    c->deals.lists[1] = lists_deals(c->datasets[1]);
    c->deals.compared = asked && c->deals.lists[0] && c->deals.lists[1];
    bool done = !c->deals.compared || collect(job, lists, err);
    if (done && c->deals.compared)
        judge_deals(c);
    arms_arena_free(&scratch);
    return done;
}
