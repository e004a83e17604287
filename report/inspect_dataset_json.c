/* The datasets of a file, as JSON: all years, all parties, all printed totals. */
#include "report/inspect_json.h"
#include "report/inspect_table.h"

json_t *inspect_json_some(const char *string)
{
    return json_text(string && string[0] ? string : NULL);
}

json_t *inspect_json_count(size_t count)
{
    return json_integer((json_int_t)count);
}

json_t *inspect_json_array(inspect_json_item *item, const void *context, size_t count)
{
    json_t *array = json_array();
    bool good = array != NULL;
    for (size_t i = 0; good && i < count; i++)
        good = json_append(array, item(context, i));
    return good ? array : NULL;
}

static json_t *list_item(const void *context, size_t index)
{
    const inspect_list *list = context;
    return json_text(list->items[index]);
}

json_t *inspect_json_list(const inspect_list *list)
{
    return inspect_json_array(list_item, list, list->count);
}

static json_t *interval_json(arms_interval interval)
{
    json_t *object = json_object();
    bool good = json_put(object, "value", json_figure(interval.value)) &&
                json_put(object, "low", json_figure(interval.low)) &&
                json_put(object, "high", json_figure(interval.high));
    return good ? object : NULL;
}

static json_t *cells_json(const arms_audit_cells *cells)
{
    json_t *object = json_object();
    bool good = json_put(object, "values", inspect_json_count(cells->values)) &&
                json_put(object, "nil", inspect_json_count(cells->nil)) &&
                json_put(object, "rounds_to_zero", inspect_json_count(cells->rounded)) &&
                json_put(object, "missing", inspect_json_count(cells->missing)) &&
                json_put(object, "estimated", inspect_json_count(cells->estimated)) &&
                json_put(object, "allocated", inspect_json_count(cells->allocated));
    return good ? object : NULL;
}

static bool put_sums(json_t *object, const inspect_dataset *of,
                     const arms_audit_year *year)
{
    static const char *const forms[] = {[ARMS_AUDIT_PAIRS] = "exporter_to_importer",
                                        [ARMS_AUDIT_IMPORTS] = "importers_totals",
                                        [ARMS_AUDIT_EXPORTS] = "exporters_totals",
                                        [ARMS_AUDIT_WORLD] = "world_as_printed"};
    bool good = true;
    for (int i = 0; good && i < ARMS_AUDIT_FORMS; i++) {
        bool known = inspect_has_sum(of, year, (arms_audit_form)i);
        good = json_put(object, forms[i],
                        known ? interval_json(year->sums[i]) : json_null());
    }
    return good;
}

static json_t *year_json(const void *context, size_t index)
{
    const inspect_dataset *of = context;
    const arms_audit_year *year = &of->years[index];
    json_t *object = json_object();
    bool good = json_put(object, "year", json_integer(year->year)) &&
                json_put(object, "figures", inspect_json_count(year->flows)) &&
                json_put(object, "missing", inspect_json_count(year->missing)) &&
                put_sums(object, of, year);
    return good ? object : NULL;
}

static json_t *party_json(const void *context, size_t index)
{
    const inspect_dataset *of = context;
    const arms_audit_party *party = &of->parties[index];
    const char *name = arms_dataset_party_name(of->data, party->party);
    arms_arena scratch = {0};
    json_t *object = json_object();
    bool good = json_put(object, "name", json_text(name)) &&
                json_put(object, "kind", json_text(arms_entity_kind_name(party->kind))) &&
                json_put(object, "listed", json_boolean(party->listed)) &&
                json_put(object, "exports", inspect_json_count(party->exports)) &&
                json_put(object, "imports", inspect_json_count(party->imports)) &&
                json_put(object, "first_line", inspect_json_count(party->line));
    if (good && !party->listed) {
        const char *near = inspect_suggestions(&scratch, name, NULL);
        good = near && json_put(object, "perhaps", inspect_json_some(near));
    }
    arms_arena_free(&scratch);
    return good ? object : NULL;
}

static json_t *name_json(const inspect_dataset *of, arms_party party)
{
    return json_text(arms_dataset_party_name(of->data, party));
}

static json_t *repeat_json(const void *context, size_t index)
{
    const inspect_dataset *of = context;
    const arms_audit_repeat *item = &of->repeats.items[index];
    json_t *object = json_object();
    bool good = json_put(object, "exporter", name_json(of, item->exporter)) &&
                json_put(object, "importer", name_json(of, item->importer)) &&
                json_put(object, "first_year", json_integer(item->years.first)) &&
                json_put(object, "last_year", json_integer(item->years.last)) &&
                json_put(object, "line", inspect_json_count(item->line)) &&
                json_put(object, "again", inspect_json_count(item->again)) &&
                json_put(object, "figures", inspect_json_count(item->flows)) &&
                json_put(object, "same", json_boolean(item->same));
    return good ? object : NULL;
}

static json_t *repeats_json(const inspect_dataset *of)
{
    return of->repeats.told ? inspect_json_array(repeat_json, of, of->repeats.count)
                            : json_null();
}

static json_t *category_json(const inspect_dataset *of, uint32_t category)
{
    return category ? json_text(arms_dataset_category(of->data, category)) : json_null();
}

static json_t *total_json(const void *context, size_t index)
{
    const inspect_dataset *of = context;
    const arms_audit_total *total = &of->totals.items[index];
    const char *added = total->of_imports ? "exporters" : "importers";
    arms_party whose = total->of_imports ? total->importer : total->exporter;
    json_t *object = json_object();
    bool good = json_put(object, "party", name_json(of, whose)) &&
                json_put(object, "added_up", json_text(added)) &&
                json_put(object, "year", json_integer(total->year)) &&
                json_put(object, "category", category_json(of, total->category)) &&
                json_put(object, "line", inspect_json_count(total->line)) &&
                json_put(object, "printed", interval_json(total->printed)) &&
                json_put(object, "sum", interval_json(total->parts)) &&
                json_put(object, "parts", inspect_json_count(total->count)) &&
                json_put(object, "miss", json_figure(total->miss)) &&
                json_put(object, "fits", json_boolean(total->fits));
    return good ? object : NULL;
}

/* What other commands say of a dataset too, and what only this one says. */
static json_t *dataset_json(json_t *known, const inspect_dataset *of)
{
    const arms_about *about = arms_dataset_about(of->data);
    const char *by = inspect_reporter_name(about->reported_by);
    bool good =
        json_put(known, "reported_by", json_text(by)) &&
        json_put(known, "cells", cells_json(&of->cells)) &&
        json_put(known, "years", inspect_json_array(year_json, of, of->year_count)) &&
        json_put(known, "parties", inspect_json_array(party_json, of, of->party_count)) &&
        json_put(known, "repeated", repeats_json(of)) &&
        json_put(known, "totals", inspect_json_array(total_json, of, of->totals.count)) &&
        json_put(known, "can_answer", inspect_json_list(&of->can)) &&
        json_put(known, "cannot_answer", inspect_json_list(&of->cannot));
    return good ? known : NULL;
}

json_t *inspect_json_datasets(const inspect_file *file)
{
    const arms_loaded *loaded = &file->look->loaded;
    json_t *array = json_datasets(loaded->items, loaded->count);
    bool good = array != NULL;
    for (size_t i = 0; good && i < file->dataset_count; i++)
        good = dataset_json(json_array_get(array, i), &file->datasets[i]) != NULL;
    return good ? array : NULL;
}
