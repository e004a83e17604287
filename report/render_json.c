/* A page as JSON: its schema, the datasets, the sentences, and a row per line of its
 * tables with the columns' keys. */
#include <armstrade/page.h>

#include "report/json.h"

static json_t *cell_json(const arms_cell *cell)
{
    if (cell->kind == ARMS_CELL_NUMBER)
        return json_figure(cell->number);
    return json_text(cell->kind == ARMS_CELL_TEXT ? cell->text : NULL);
}

static bool put_rows(json_t *rows, const arms_table *table)
{
    bool good = true;
    for (size_t row = 0; good && row < table->height; row++) {
        json_t *object = json_object();
        for (size_t i = 0; good && i < table->width; i++)
            good = !table->columns[i].key ||
                   json_put(object, table->columns[i].key,
                            cell_json(&table->cells[row * table->width + i]));
        good = good && json_append(rows, object);
    }
    return good;
}

bool arms_render_json(arms_buffer *out, const arms_page *page,
                      const arms_render_options *options, arms_error *err)
{
    json_t *root = json_object(), *rows = json_array(), *notes = json_array();
    bool good = rows && notes;
    (void)options;
    for (const arms_node *node = page->first; good && node; node = node->next) {
        if (node->table && !node->table->text_only)
            good = put_rows(rows, node->table);
        else if (node->table)
            continue;
        else
            good = json_append(notes, json_text(node->text));
    }
    good =
        good && json_put(root, "schema", json_text(page->schema)) &&
        json_put(root, "tool", json_tool()) &&
        json_put(root, "datasets", json_datasets(page->datasets, page->dataset_count)) &&
        json_put(root, "rows", rows) && json_put(root, "notes", notes);
    return good ? json_print(out, root, err) : arms_fail_memory(err);
}
