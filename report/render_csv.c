/* A page as CSV: its tables, one below the other, with the names of their columns.
 * Numbers are printed so that they read back the same. */
#include <armstrade/number.h>
#include <armstrade/page.h>

#include <string.h>

#include "data/escape.h"

static void put_cell(arms_buffer *out, const arms_cell *cell)
{
    char buffer[ARMS_NUMBER_SIZE];
    if (cell->kind == ARMS_CELL_NUMBER)
        arms_buffer_string(out, arms_number_print(buffer, cell->number));
    else if (cell->kind == ARMS_CELL_TEXT)
        arms_escape_csv(out, arms_text_of(cell->text));
}

static void put_head(arms_buffer *out, const arms_table *table)
{
    const char *gap = "";
    for (size_t i = 0; i < table->width; i++) {
        if (!table->columns[i].key)
            continue;
        arms_buffer_string(out, gap);
        arms_buffer_string(out, table->columns[i].key);
        gap = ",";
    }
    arms_buffer_string(out, "\n");
}

static void put_row(arms_buffer *out, const arms_table *table, size_t row)
{
    const char *gap = "";
    for (size_t i = 0; i < table->width; i++) {
        if (!table->columns[i].key)
            continue;
        arms_buffer_string(out, gap);
        put_cell(out, &table->cells[row * table->width + i]);
        gap = ",";
    }
    arms_buffer_string(out, "\n");
}

static bool same_key(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : !a && !b;
}

/* Tables of one shape have one head. */
static bool same_shape(const arms_table *a, const arms_table *b)
{
    bool same = a && a->width == b->width;
    for (size_t i = 0; same && i < a->width; i++)
        same = same_key(a->columns[i].key, b->columns[i].key);
    return same;
}

bool arms_render_csv(arms_buffer *out, const arms_page *page,
                     const arms_render_options *options, arms_error *err)
{
    const arms_table *last = NULL;
    (void)options;
    for (const arms_node *node = page->first; node; node = node->next) {
        const arms_table *table = node->table;
        if (!table || table->text_only)
            continue;
        if (!same_shape(last, table))
            put_head(out, table);
        last = table;
        for (size_t row = 0; row < table->height; row++)
            put_row(out, table, row);
    }
    return arms_buffer_check(out, err);
}
