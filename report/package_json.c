/* The Data Package descriptor of a canonical CSV file: what its columns mean, where it
 * came from, and the hashes by which both can be checked (datapackage.org, version 2). */
#include <armstrade/canonical_csv.h>
#include <armstrade/report.h>

#include <string.h>

#include "data/digest.h"
#include "report/json.h"
#include "report/source_names.h"

#define PROFILE "https://datapackage.org/profiles/2.0/"

typedef struct field {
    const char *name, *type, *description;
    bool required;
    double least; /* of a number; −1 = none is told */
} field;

static const field always[] = {
    {"year", "year", "calendar year", true, -1},
    {"exporter", "string", "who exports; World is the sum of all", true, -1},
    {"importer", "string", "who imports; World is the sum of all", true, -1},
    {"category", "string", "category of arms; empty where none is told", false, -1},
    {"measure", "string", "what the value counts", true, -1},
    {"value", "number", "as printed; empty is missing, which is not 0", false, 0},
};

static const field bounds[] = {
    {"low", "number", "the least that the printed value may stand for", false, 0},
    {"high", "number",
     "the most that it may stand for; of a value 0, high 0 is none and a higher one "
     "rounds to 0",
     false, 0},
};

static const field flags[] = {
    {"flags", "string",
     "joined by ';': estimated, year-estimated, allocated, second-hand, licensed", false,
     -1},
};

static const field parts[] = {
    {"parts", "integer",
     "so many neighbouring rows share one record's total; empty where the row stands "
     "alone",
     false, 2},
};

static const field origins[] = {
    {"origin", "string", "file and line that the row was taken from", true, -1},
};

/* A run of columns, and whether the file has them. */
typedef struct column_group {
    const field *fields;
    size_t count;
    bool there;
} column_group;

static json_t *constraints_json(const field *f)
{
    json_t *object = json_object();
    bool good = !f->required || json_put(object, "required", json_true());
    if (good && f->least > -1)
        good = json_put(object, "minimum", json_figure(f->least));
    return good ? object : NULL;
}

static json_t *field_json(const field *f)
{
    json_t *object = json_object();
    bool good = json_put(object, "name", json_text(f->name)) &&
                json_put(object, "type", json_text(f->type)) &&
                json_put(object, "description", json_text(f->description));
    if (good && (f->required || f->least > -1))
        good = json_put(object, "constraints", constraints_json(f));
    return good ? object : NULL;
}

static json_t *fields_json(const arms_canonical *written)
{
    const column_group groups[] = {
        {always, sizeof always / sizeof *always, true},
        {bounds, sizeof bounds / sizeof *bounds, written->bounds},
        {flags, 1, written->flags},
        {parts, 1, written->parts},
        {origins, 1, written->origins},
    };
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        for (size_t j = 0; good && groups[i].there && j < groups[i].count; j++)
            good = json_append(list, field_json(&groups[i].fields[j]));
    return good ? list : NULL;
}

static json_t *schema_json(const arms_canonical *written)
{
    json_t *object = json_object(), *missing = json_array();
    bool good = json_append(missing, json_text("")) &&
                json_put(object, "$schema", json_text(PROFILE "tableschema.json")) &&
                json_put(object, "fields", fields_json(written));
    good = json_put(object, "missingValues", missing) && good;
    return good ? object : NULL;
}

static json_t *dialect_json(void)
{
    return json_pack("{s:s, s:s, s:b, s:s}", "$schema", PROFILE "tabledialect.json",
                     "delimiter", ",", "header", 1, "commentChar", "#");
}

static json_t *hash_json(const char *hex)
{
    return json_sprintf("sha256:%s", hex);
}

static json_t *source_json(const arms_dataset *dataset, size_t index, const char *title)
{
    const arms_source *sources;
    const arms_about *about = arms_dataset_about(dataset);
    arms_dataset_sources(dataset, &sources);
    json_t *object = json_object();
    bool good = json_put(object, "title", json_text(title)) &&
                json_put(object, "path", json_text(base_name(sources[index].path)));
    if (good && about->release[0])
        good = json_put(object, "version", json_text(about->release));
    if (good && sources[index].sha256[0])
        good = json_put(object, "hash", hash_json(sources[index].sha256));
    return good ? object : NULL;
}

static json_t *sources_json(const arms_dataset *dataset, const char *title)
{
    const arms_source *sources;
    size_t count = arms_dataset_sources(dataset, &sources);
    json_t *list = json_array();
    bool good = list != NULL;
    for (size_t i = 0; good && i < count; i++)
        good = json_append(list, source_json(dataset, i, title));
    return good ? list : NULL;
}

/* "Register 2024.csv" as "register-2024": what names of packages and resources may be. */
static json_t *name_json(const char *path)
{
    const char *base = base_name(path);
    size_t length = strlen(base);
    arms_buffer name = {0};
    if (length > 4 && strcmp(base + length - 4, ".csv") == 0)
        length -= 4;
    for (size_t i = 0; i < length; i++) {
        char c = base[i];
        bool upper = c >= 'A' && c <= 'Z';
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                     (c != '\0' && strchr("._-", c));
        char kept = upper ? (char)(c - 'A' + 'a') : plain ? c : '-';
        arms_buffer_text(&name, (arms_text){&kept, 1});
    }
    json_t *text = name.failed ? NULL : json_text(name.data);
    arms_buffer_free(&name);
    return text;
}

static json_t *resource_json(const arms_package *package)
{
    char hex[65];
    json_t *object = json_object();
    arms_digest(hex, package->csv);
    bool good = json_put(object, "name", name_json(package->path)) &&
                json_put(object, "type", json_text("table")) &&
                json_put(object, "path", json_text(package->path)) &&
                json_put(object, "format", json_text("csv")) &&
                json_put(object, "mediatype", json_text("text/csv")) &&
                json_put(object, "encoding", json_text("utf-8")) &&
                json_put(object, "bytes", json_integer((json_int_t)package->csv.len)) &&
                json_put(object, "hash", hash_json(hex)) &&
                json_put(object, "dialect", dialect_json()) &&
                json_put(object, "schema", schema_json(package->written));
    return good ? object : NULL;
}

static json_t *package_json(const arms_package *package, const char *title,
                            const char *what)
{
    const arms_about *about = arms_dataset_about(package->dataset);
    json_t *object = json_object(), *resources = json_array();
    bool good = json_put(object, "$schema", json_text(PROFILE "datapackage.json")) &&
                json_put(object, "name", name_json(package->path)) &&
                json_put(object, "title", json_text(title)) &&
                json_put(object, "description", json_text(what));
    if (good && about->generated[0])
        good = json_put(object, "sourceGenerated", json_text(about->generated));
    good = good && json_append(resources, resource_json(package)) &&
           json_put(object, "sources", sources_json(package->dataset, title)) &&
           json_put(object, "generator", json_tool());
    good = json_put(object, "resources", resources) && good;
    return good ? object : NULL;
}

/* "Deliveries in million TIV. Information from … Calculated from it; not a statement by
 * its publisher." */
static const char *description(arms_arena *arena, const arms_dataset *dataset,
                               arms_error *err)
{
    const arms_about *about = arms_dataset_about(dataset);
    const char *what = arms_measure_words(arena, dataset, err);
    if (!what)
        return NULL;
    if (!about->credit[0])
        return arms_print(arena, err, "Arms %s.", what);
    return arms_print(arena, err,
                      "Arms %s. %s. Taken over from it by armstrade; not a statement by "
                      "its publisher, whose terms of use hold.",
                      what, about->credit);
}

bool arms_package_json(arms_buffer *out, const arms_package *package, arms_error *err)
{
    arms_arena scratch = {0};
    const char *title = arms_source_words(&scratch, package->dataset, err);
    const char *what = title ? description(&scratch, package->dataset, err) : NULL;
    bool done = what && json_print(out, package_json(package, title, what), err);
    arms_arena_free(&scratch);
    return done;
}
