/* The descriptor of a Data Package. */
#include <armstrade/canonical_csv.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/fixture.h"

/* The descriptor of a file that is made from `text`, parsed; NULL where it is none. */
static json_t *described(const char *text, arms_text csv)
{
    arms_buffer out = {0}, file = {0};
    arms_loaded loaded;
    arms_canonical written;
    arms_load_options digest = {.digest = true};
    arms_canonical_options options = {0};
    json_t *tree = NULL;
    const char *path = check_write("some input.csv", arms_text_of(text));
    if (CHECK(arms_load(&loaded, path, &digest, NULL)) &&
        CHECK(arms_canonical_csv(&file, &written, loaded.items[0], &options, NULL))) {
        arms_package package = {"sub/My Päper.csv", csv, &written, loaded.items[0]};
        CHECK(arms_package_json(&out, &package, NULL));
        tree = out.data ? json_loads(out.data, 0, NULL) : NULL;
        arms_loaded_free(&loaded);
    }
    arms_buffer_free(&out);
    arms_buffer_free(&file);
    CHECK(tree != NULL);
    return tree;
}

static const char *text_at(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

/* "abc" is the example of FIPS 180-4. */
static void test_hashes(void)
{
    json_t *tree = described("# source: Invented\n# release: 2025-03\n"
                             "year,exporter,importer,category,measure,value\n"
                             "2020,China,Pakistan,,TIV,1\n",
                             arms_text_of("abc"));
    json_t *resource = json_array_get(json_object_get(tree, "resources"), 0);
    json_t *source = json_array_get(json_object_get(tree, "sources"), 0);
    CHECK_STRING(text_at(tree, "$schema"),
                 "https://datapackage.org/profiles/2.0/datapackage.json");
    CHECK_STRING(text_at(resource, "hash"),
                 "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015"
                 "ad");
    CHECK_COUNT(json_integer_value(json_object_get(resource, "bytes")), 3);
    CHECK_STRING(text_at(resource, "path"), "sub/My Päper.csv");
    CHECK_STRING(text_at(resource, "name"), "my-p--per");
    CHECK_STRING(text_at(source, "path"), "some input.csv");
    CHECK_STRING(text_at(source, "version"), "2025-03");
    CHECK_STRING(text_at(source, "title"), "Invented, March 2025 release");
    const char *hash = text_at(source, "hash");
    CHECK(hash && strlen(hash) == strlen("sha256:") + 64);
    json_decref(tree);
}

static json_t *field_at(const json_t *tree, size_t index)
{
    const json_t *resource = json_array_get(json_object_get(tree, "resources"), 0);
    const json_t *schema = json_object_get(resource, "schema");
    return json_array_get(json_object_get(schema, "fields"), index);
}

static void test_columns(void)
{
    static const char *const plain[] = {"year",    "exporter", "importer", "category",
                                        "measure", "value",    NULL};
    static const char *const full[] = {"year",    "exporter", "importer", "category",
                                       "measure", "value",    "low",      "high",
                                       "flags",   "parts",    "record",   NULL};
    json_t *few = described("year,exporter,importer,category,measure,value\n"
                            "2020,China,Pakistan,,TIV,1\n",
                            arms_text_of(""));
    json_t *many = described("year,exporter,importer,category,measure,value,low,high,"
                             "flags,parts\n2020,China,Pakistan,,TIV,1,0,2,allocated,2\n"
                             "2021,China,Pakistan,,TIV,1,0,2,allocated,2\n",
                             arms_text_of(""));
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        CHECK_STRING(text_at(field_at(few, i), "name"), plain[i]);
    for (size_t i = 0; i < sizeof full / sizeof *full; i++)
        CHECK_STRING(text_at(field_at(many, i), "name"), full[i]);
    CHECK_STRING(text_at(field_at(many, 0), "type"), "year");
    CHECK_STRING(text_at(field_at(many, 5), "type"), "number");
    CHECK_STRING(text_at(field_at(many, 9), "type"), "integer");
    json_decref(few);
    json_decref(many);
}

const check_test report_package_tests[] = {
    {"hashes and names", test_hashes},
    {"the columns that are there", test_columns},
    {NULL, NULL},
};
