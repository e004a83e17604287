/* JSON through jansson. A null tree stands for memory that ran out. */
#ifndef ARMSTRADE_REPORT_JSON_H
#define ARMSTRADE_REPORT_JSON_H

#include <armstrade/buffer.h>
#include <armstrade/dataset.h>
#include <jansson.h>

/* Strings (null for NULL) and numbers (null for NaN and the infinities). Whole numbers
 * print without a point. */
json_t *json_text(const char *string);
json_t *json_figure(double number);

/* Adds a member, taking over `value`; false where memory ran out before or now. */
bool json_put(json_t *object, const char *key, json_t *value);
bool json_append(json_t *array, json_t *value);

/* {"name":"armstrade","version":"…"} */
json_t *json_tool(void);

/* The list of datasets "d1", "d2" … with what they say about themselves. */
json_t *json_datasets(arms_dataset *const *datasets, size_t count);

/* Prints a tree, indented by two, and frees it. Reals get the shortest digits that read
 * back the same. SYSTEM where memory ran out. */
bool json_print(arms_buffer *out, json_t *tree, arms_error *err);

#endif
