/* Datasets in JSON: what each says about itself. */
#include "report/json.h"

#include <armstrade/names.h>
#include <stdio.h>

static json_t *side_json(const arms_dataset *dataset, const arms_side *side)
{
    json_t *list = json_array();
    bool good = !side->all || json_append(list, json_text("*"));
    for (size_t i = 0; good && !side->all && i < side->count; i++)
        good = json_append(list,
                           json_text(arms_dataset_party_name(dataset, side->parties[i])));
    return good ? list : NULL;
}

static json_t *years_json(arms_years years)
{
    char text[32];
    int n = snprintf(text, sizeof text, "%d-%d", years.first, years.last);
    return n > 0 ? json_text(text) : NULL;
}

static json_t *box_json(const arms_dataset *dataset, const arms_box *box)
{
    json_t *object = json_object();
    const char *category =
        box->category ? arms_dataset_category(dataset, box->category) : "*";
    bool good = json_put(object, "exporters", side_json(dataset, &box->exporters)) &&
                json_put(object, "importers", side_json(dataset, &box->importers)) &&
                json_put(object, "years", years_json(box->years)) &&
                json_put(object, "categories", json_text(category));
    return good ? object : NULL;
}

static json_t *coverage_json(const arms_dataset *dataset)
{
    const arms_box *boxes;
    size_t count = arms_dataset_boxes(dataset, &boxes);
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < count; i++)
        good = json_append(list, box_json(dataset, &boxes[i]));
    return good ? list : NULL;
}

static json_t *text_or_null(const char *string)
{
    return json_text(string && string[0] ? string : NULL);
}

static json_t *measure_json(const arms_dataset *dataset)
{
    arms_arena scratch = {0};
    const arms_measure *measure = arms_dataset_measure(dataset);
    json_t *text = json_text(arms_measure_name(measure, &scratch, NULL));
    arms_arena_free(&scratch);
    return text;
}

/* The person's own names with which a dataset was read. */
static json_t *names_json(const arms_dataset *dataset)
{
    const arms_names *names = arms_dataset_names(dataset);
    json_t *object = json_object();
    bool good = json_put(object, "path", json_text(arms_names_path(names))) &&
                json_put(object, "sha256", json_text(arms_names_sha256(names)));
    return good ? object : NULL;
}

/* All files, where there are several. */
static json_t *sources_json(const arms_dataset *dataset)
{
    const arms_source *sources;
    size_t count = arms_dataset_sources(dataset, &sources);
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < count; i++) {
        json_t *object = json_object();
        good = json_put(object, "path", json_text(sources[i].path)) &&
               json_put(object, "sha256", text_or_null(sources[i].sha256));
        good = json_append(list, object) && good;
    }
    return good ? list : NULL;
}

static json_t *dataset_json(const arms_dataset *dataset, size_t number)
{
    const arms_about *about = arms_dataset_about(dataset);
    const arms_measure *measure = arms_dataset_measure(dataset);
    const arms_source *source;
    json_t *object = json_object();
    size_t sources = arms_dataset_sources(dataset, &source);
    bool good =
        json_put(object, "id", json_sprintf("d%zu", number)) &&
        json_put(object, "path", json_text(source->path)) &&
        json_put(object, "sha256", text_or_null(source->sha256)) &&
        (sources == 1 || json_put(object, "sources", sources_json(dataset))) &&
        json_put(object, "layout", json_text(about->layout)) &&
        json_put(object, "source", text_or_null(about->origin)) &&
        json_put(object, "measure", measure_json(dataset)) &&
        json_put(object, "kind", json_text(arms_kind_name(measure->kind))) &&
        json_put(object, "valuation", text_or_null(measure->valuation)) &&
        json_put(object, "generated", text_or_null(about->generated)) &&
        json_put(object, "release", text_or_null(about->release)) &&
        json_put(object, "altered", text_or_null(about->altered)) &&
        json_put(object, "coverage", coverage_json(dataset)) &&
        json_put(object, "flows", json_integer((json_int_t)arms_dataset_count(dataset)));
    if (good && arms_dataset_names(dataset))
        good = json_put(object, "names", names_json(dataset));
    return good ? object : NULL;
}

json_t *json_datasets(arms_dataset *const *datasets, size_t count)
{
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < count; i++)
        good = json_append(list, dataset_json(datasets[i], i + 1));
    return good ? list : NULL;
}
