/* The JSON of `inspect`: the pieces that its two files share. */
#ifndef ARMSTRADE_REPORT_INSPECT_JSON_H
#define ARMSTRADE_REPORT_INSPECT_JSON_H

#include "report/inspect.h"
#include "report/json.h"

json_t *inspect_json_some(const char *string); /* null for the empty string, too */
json_t *inspect_json_count(size_t count);
json_t *inspect_json_list(const inspect_list *list);

/* An array of `count` items; NULL where one of them, or memory, failed. */
typedef json_t *inspect_json_item(const void *context, size_t index);
json_t *inspect_json_array(inspect_json_item *item, const void *context, size_t count);

/* The datasets of a file, with what only `inspect` says of them. */
json_t *inspect_json_datasets(const inspect_file *file);

#endif
