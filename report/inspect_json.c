/* What `inspect` found out, as JSON: everything that the page says, with all years, all
 * printed totals and all columns, and full precision. */
#include <armstrade/report.h>

#include "report/inspect_json.h"

static json_t *line_item(const void *context, size_t index)
{
    return inspect_json_count(((const size_t *)context)[index]);
}

/* The lines that were kept of `count` records. */
static json_t *lines_json(const size_t *lines, size_t count)
{
    size_t kept = count < ARMS_SKIP_LINES ? count : ARMS_SKIP_LINES;
    return inspect_json_array(line_item, lines, kept);
}

static json_t *skip_json(const void *context, size_t index)
{
    const arms_skip *skip = &((const arms_reading *)context)->skips[index];
    json_t *object = json_object();
    bool good = json_put(object, "why", json_text(skip->why)) &&
                json_put(object, "records", inspect_json_count(skip->count)) &&
                json_put(object, "first_lines", lines_json(skip->lines, skip->count));
    return good ? object : NULL;
}

static json_t *rows_json(const inspect_file *file)
{
    const arms_loaded *loaded = &file->look->loaded;
    json_t *object = json_object();
    bool good =
        json_put(object, "records", inspect_json_count(file->look->reading.records));
    if (good && loaded->count > 0) {
        const arms_reading *reading = &arms_dataset_about(loaded->items[0])->reading;
        good = json_put(object, "read", inspect_json_count(file->taken)) &&
               json_put(object, "left_out", inspect_json_count(file->skipped)) &&
               json_put(object, "skips",
                        inspect_json_array(skip_json, reading, reading->skip_count));
    }
    return good ? object : NULL;
}

static json_t *preamble_item(const void *context, size_t index)
{
    arms_text line = ((const arms_look *)context)->preamble[index];
    return json_stringn_nocheck(line.ptr, line.len);
}

static json_t *line_json(size_t line)
{
    return line > 0 ? inspect_json_count(line) : json_null();
}

static json_t *form_json(const arms_look *look)
{
    const arms_reading *reading = &look->reading;
    const char delimiter[] = {reading->delimiter, '\0'};
    json_t *object = json_object();
    bool good = json_put(object, "encoding", json_text(reading->encoding)) &&
                json_put(object, "byte_order_mark", json_boolean(reading->mark)) &&
                json_put(object, "gzip", json_boolean(reading->gzip)) &&
                json_put(object, "line_end", json_text(reading->line_end)) &&
                json_put(object, "delimiter", json_text(delimiter)) &&
                json_put(object, "header_line", line_json(reading->header_line)) &&
                json_put(object, "columns", inspect_json_count(look->column_count));
    return good ? object : NULL;
}

static json_t *error_json(const arms_error *error)
{
    if (error->code == ARMS_OK)
        return json_null();
    json_t *object = json_object();
    bool good = json_put(object, "line", line_json(error->line)) &&
                json_put(object, "text", json_text(error->text));
    return good ? object : NULL;
}

static json_t *column_json(const void *context, size_t index)
{
    const arms_look_column *column = &((const arms_look *)context)->columns[index];
    json_t *object = json_object();
    bool capped = column->distinct == ARMS_LOOK_DISTINCT;
    bool good = json_put(object, "name", json_text(column->name)) &&
                json_put(object, "holds", json_text(arms_look_kind_name(column->kind))) &&
                json_put(object, "filled", inspect_json_count(column->filled)) &&
                json_put(object, "empty", inspect_json_count(column->empty)) &&
                json_put(object, "distinct", inspect_json_count(column->distinct)) &&
                json_put(object, "distinct_at_least", json_boolean(capped)) &&
                json_put(object, "first", inspect_json_some(column->first)) &&
                json_put(object, "least", json_figure(column->least)) &&
                json_put(object, "most", json_figure(column->most)) &&
                json_put(object, "decimal_commas", inspect_json_count(column->commas)) &&
                json_put(object, "others", inspect_json_count(column->odd)) &&
                json_put(object, "first_other", inspect_json_some(column->odd_value)) &&
                json_put(object, "first_other_line", line_json(column->odd_line));
    return good ? object : NULL;
}

static json_t *width_json(const void *context, size_t index)
{
    const arms_look_width *width = &((const arms_look *)context)->widths[index];
    json_t *object = json_object();
    bool good = json_put(object, "fields", inspect_json_count(width->fields)) &&
                json_put(object, "records", inspect_json_count(width->count)) &&
                json_put(object, "first_lines", lines_json(width->lines, width->count));
    return good ? object : NULL;
}

static json_t *nearest_json(const arms_look_nearest *nearest)
{
    if (!nearest->title)
        return json_null();
    const inspect_list missing = {(const char **)nearest->missing,
                                  nearest->missing_count};
    json_t *object = json_object();
    bool good = json_put(object, "title", json_text(nearest->title)) &&
                json_put(object, "shared", inspect_json_count(nearest->shared)) &&
                json_put(object, "of", inspect_json_count(nearest->known)) &&
                json_put(object, "missing", inspect_json_list(&missing));
    return good ? object : NULL;
}

static json_t *finding_json(const void *context, size_t index)
{
    static const char *const words[] = {[ARMS_TONE_PLAIN] = "note",
                                        [ARMS_TONE_GOOD] = "sound",
                                        [ARMS_TONE_BAD] = "wrong",
                                        [ARMS_TONE_OPEN] = "check"};
    const inspect_finding *one = &((const inspect_file *)context)->findings[index];
    json_t *object = json_object();
    bool good = json_put(object, "is", json_text(words[one->tone])) &&
                json_put(object, "text", json_text(one->text));
    return good ? object : NULL;
}

static json_t *layout_json(const arms_look *look)
{
    if (look->layout[0] == '\0')
        return json_null();
    json_t *object = json_object();
    bool good = json_put(object, "id", json_text(look->layout)) &&
                json_put(object, "title", json_text(look->reading.title)) &&
                json_put(object, "release_is", inspect_json_some(look->reading.vintage));
    return good ? object : NULL;
}

/* How it was read as CSV. */
static bool put_reading(json_t *object, const inspect_file *file)
{
    const arms_look *look = file->look;
    return json_put(object, "form", form_json(look)) &&
           json_put(object, "rows", rows_json(file)) &&
           json_put(object, "broken", error_json(&look->broken)) &&
           json_put(object, "uneven",
                    inspect_json_array(width_json, look, look->width_count));
}

/* What stands in it. */
static bool put_content(json_t *object, const inspect_file *file)
{
    const arms_look *look = file->look;
    return json_put(object, "findings",
                    inspect_json_array(finding_json, file, file->finding_count)) &&
           json_put(object, "preamble",
                    inspect_json_array(preamble_item, look, look->preamble_count)) &&
           json_put(object, "columns",
                    inspect_json_array(column_json, look, look->column_count)) &&
           json_put(object, "datasets", inspect_json_datasets(file));
}

static json_t *file_json(const inspect_file *file)
{
    const arms_look *look = file->look;
    json_t *object = json_object();
    bool known = look->layout[0] != '\0';
    bool good =
        json_put(object, "path", json_text(look->path)) &&
        json_put(object, "bytes", inspect_json_count(look->bytes)) &&
        json_put(object, "sha256", inspect_json_some(look->sha256)) &&
        json_put(object, "layout", layout_json(look)) &&
        json_put(object, "refused", known ? error_json(&look->refusal) : json_null()) &&
        put_reading(object, file) &&
        json_put(object, "nearest", nearest_json(&look->nearest)) &&
        json_put(object, "to_load_it", inspect_json_list(&file->mapping)) &&
        put_content(object, file);
    return good ? object : NULL;
}

static json_t *files_json(arms_arena *arena, const arms_look *looks, size_t count,
                          arms_error *err)
{
    json_t *files = json_array();
    bool good = files != NULL;
    for (size_t i = 0; good && i < count; i++) {
        inspect_file file;
        good = inspect_file_make(&file, arena, &looks[i], err) &&
               json_append(files, file_json(&file));
    }
    return good ? files : NULL;
}

bool arms_inspect_json(arms_buffer *out, const arms_page *page, const arms_look *looks,
                       size_t count, arms_error *err)
{
    json_t *root = json_object();
    bool good = json_put(root, "schema", json_text(page->schema)) &&
                json_put(root, "tool", json_tool()) &&
                json_put(root, "files", files_json(page->arena, looks, count, err));
    return good ? json_print(out, root, err) : arms_fail_memory(err);
}
