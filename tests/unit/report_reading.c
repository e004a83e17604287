/* Claims of a text as JSON: the keys that programs rely on, and what is null. */
#include <armstrade/report.h>

#include <jansson.h>
#include <string.h>

#include "tests/unit/check.h"

static const char text[] =
    "Peru sent 5 troops. Egypt's arms imports from Italy rose by more than 12 per cent "
    "in 2019\u201323.\n\nChile's arms exports are declining.";

/* The tree of a text that was read; NULL where a step fails. To be freed. */
static json_t *read_tree(arms_text bytes, const char *date)
{
    arms_arena arena = {0};
    arms_document document;
    arms_text_reading reading;
    arms_buffer out = {0};
    json_t *tree = NULL;
    if (arms_document_parse(&document, &arena, bytes, ARMS_DOCUMENT_GUESS, NULL) &&
        arms_read_document(&reading, &arena, &document, date, NULL) &&
        arms_claims_json(&out, &document, date, &reading, NULL))
        tree = json_loadb(out.data, out.len, 0, NULL);
    CHECK(tree != NULL);
    arms_buffer_free(&out);
    arms_arena_free(&arena);
    return tree;
}

/* Item `at` of the list under a key. */
static json_t *item_at(const json_t *tree, const char *list, size_t at)
{
    return json_array_get(json_object_get(tree, list), at);
}

static void check_keys(json_t *object, const char *const *keys)
{
    void *next = json_object_iter(object);
    for (; *keys; keys++) {
        (void)CHECK_STRING(next ? json_object_iter_key(next) : "(no more)", *keys);
        next = next ? json_object_iter_next(object, next) : NULL;
    }
    CHECK(next == NULL);
}

static void test_claim_keys(void)
{
    static const char *const keys[] = {
        "id",          "text",    "sentence",    "begin",       "end",    "kind",
        "flow",        "subject", "counterpart", "denominator", "period", "period_source",
        "base_period", "value",   "unit",        "low",         "high",   "bound",
        "category",    "printed", "rule",        "basis",       NULL};
    json_t *tree = read_tree(arms_text_of(text), NULL);
    check_keys(item_at(tree, "claims", 0), keys);
    json_decref(tree);
}

static void test_other_keys(void)
{
    static const char *const top[] = {"schema", "tool",      "document",
                                      "claims", "unchecked", NULL};
    static const char *const file[] = {"path", "sha256", "date", NULL};
    static const char *const number[] = {"text", "sentence", "begin",
                                         "end",  "reason",   NULL};
    static const char *const basis[] = {"flow", "subject", "counterpart", "period", NULL};
    json_t *tree = read_tree(arms_text_of(text), NULL);
    check_keys(tree, top);
    check_keys(json_object_get(tree, "document"), file);
    check_keys(item_at(tree, "unchecked", 0), number);
    check_keys(json_object_get(item_at(tree, "claims", 0), "basis"), basis);
    json_decref(tree);
}

static const char *string_at(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

/* Pairs of keys and words, up to NULL. */
static void check_strings(const json_t *object, const char *const (*rows)[2])
{
    for (; (*rows)[0]; rows++)
        (void)CHECK_STRING(string_at(object, (*rows)[0]), (*rows)[1]);
}

static void test_words(void)
{
    static const char *const rows[][2] = {
        {"id", "1"},
        {"kind", "change"},
        {"flow", "import"},
        {"subject", "Egypt"},
        {"counterpart", "Italy"},
        {"period", "2019-2023"},
        {"period_source", "explicit"},
        {"base_period", "2014-2018"},
        {"unit", "percent"},
        {"bound", "over"},
        {"printed", "12 per cent"},
        {"rule", "change"},
        {NULL, NULL},
    };
    json_t *tree = read_tree(arms_text_of(text), NULL);
    check_strings(item_at(tree, "claims", 0), rows);
    json_decref(tree);
}

/* An open limit is null, and so is what is absent. */
static void test_nulls(void)
{
    json_t *tree = read_tree(arms_text_of(text), NULL);
    const json_t *claim = item_at(tree, "claims", 0);
    CHECK(json_is_null(json_object_get(claim, "high")));
    CHECK_NEAR(json_number_value(json_object_get(claim, "low")), 12, 0);
    CHECK_NEAR(json_number_value(json_object_get(claim, "value")), 12, 0);
    CHECK(json_is_null(json_object_get(claim, "denominator")));
    CHECK(json_is_null(json_object_get(claim, "category")));
    CHECK(json_is_null(json_object_get(json_object_get(tree, "document"), "date")));
    json_decref(tree);
}

static void test_directions(void)
{
    json_t *tree = read_tree(arms_text_of(text), NULL);
    const json_t *claim = item_at(tree, "claims", 1);
    CHECK_STRING(string_at(claim, "value"), "-");
    CHECK_STRING(string_at(claim, "unit"), "direction");
    CHECK(json_is_null(json_object_get(claim, "low")));
    CHECK(json_is_null(json_object_get(claim, "high")));
    CHECK_STRING(string_at(claim, "period_source"), "context");
    json_decref(tree);
}

static long place_at(const json_t *object, const char *key)
{
    return (long)json_integer_value(json_object_get(object, key));
}

static void test_places(void)
{
    json_t *tree = read_tree(arms_text_of(text), NULL);
    const json_t *claim = item_at(tree, "claims", 0);
    const json_t *number = item_at(tree, "unchecked", 0);
    CHECK_COUNT(place_at(claim, "sentence"), 2);
    CHECK_COUNT(place_at(claim, "begin"), strstr(text, "12 per") - text);
    CHECK_COUNT(place_at(claim, "end"), strstr(text, " in 2019") - text);
    CHECK_STRING(string_at(number, "text"), "5");
    CHECK_STRING(string_at(number, "reason"), "people");
    CHECK_COUNT(place_at(number, "begin"), strstr(text, "5 troops") - text);
    json_decref(tree);
}

static void test_basis(void)
{
    static const char *const rows[][2] = {
        {"flow", "Egypt's arms imports from Italy"},
        {"subject", "Egypt"},
        {"counterpart", "Italy"},
        {"period", "2019\u201323"},
        {NULL, NULL},
    };
    json_t *tree = read_tree(arms_text_of(text), NULL);
    check_strings(json_object_get(item_at(tree, "claims", 0), "basis"), rows);
    json_decref(tree);
}

/* "abc" is the example of FIPS 180-4. */
static void test_document(void)
{
    json_t *tree = read_tree(arms_text_of("abc"), "2024-03");
    const json_t *file = json_object_get(tree, "document");
    CHECK_STRING(string_at(tree, "schema"), "armstrade/claims/1");
    CHECK_STRING(string_at(file, "date"), "2024-03");
    CHECK_STRING(string_at(file, "sha256"),
                 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK_COUNT(json_array_size(json_object_get(tree, "claims")), 0);
    CHECK_COUNT(json_array_size(json_object_get(tree, "unchecked")), 0);
    json_decref(tree);
}

/* Whatever bytes a text has, its JSON is well-formed. */
static void test_bytes(void)
{
    char bytes[] = "Peru's ? arms imports rose by 12 per cent in ? 2019.";
    char *first = strchr(bytes, '?'), *second = strrchr(bytes, '?');
    for (int byte = 0; byte < 256; byte++) {
        *first = *second = (char)byte;
        json_decref(read_tree((arms_text){bytes, sizeof bytes - 1}, NULL));
    }
}

const check_test report_reading_tests[] = {
    {"keys of a claim", test_claim_keys},
    {"other keys", test_other_keys},
    {"words", test_words},
    {"nulls", test_nulls},
    {"directions", test_directions},
    {"places", test_places},
    {"words behind slots", test_basis},
    {"the document", test_document},
    {"any byte", test_bytes},
    {NULL, NULL},
};
