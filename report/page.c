/* A page: a list of paragraphs and tables, built front to back. */
#include <armstrade/page.h>

#include <math.h>
#include <string.h>

static const struct {
    const char *format;
    arms_renderer *render;
} renderers[] = {
    {"table", arms_render_text},
    {"csv", arms_render_csv},
    {"json", arms_render_json},
};

arms_renderer *arms_renderer_of(const char *format)
{
    for (size_t i = 0; i < sizeof renderers / sizeof *renderers; i++)
        if (strcmp(renderers[i].format, format) == 0)
            return renderers[i].render;
    return NULL;
}

static arms_node *add_node(arms_page *page, arms_error *err)
{
    arms_node *node = arms_alloc(page->arena, 1, sizeof *node, err);
    if (!node)
        return NULL;
    if (page->last)
        page->last->next = node;
    else
        page->first = node;
    page->last = node;
    return node;
}

bool arms_page_say(arms_page *page, const char *text, arms_error *err)
{
    return arms_page_say_labelled(page, NULL, ARMS_TONE_PLAIN, text, err);
}

bool arms_page_say_labelled(arms_page *page, const char *label, arms_tone tone,
                            const char *text, arms_error *err)
{
    arms_node *node = text ? add_node(page, err) : NULL;
    if (!node)
        return false;
    node->label = label;
    node->text = text;
    node->tone = tone;
    return true;
}

bool arms_page_add(arms_page *page, const char *label, const char *text, arms_error *err)
{
    if (!arms_page_say_labelled(page, label, ARMS_TONE_PLAIN, text, err))
        return false;
    page->last->close = true;
    return true;
}

arms_table *arms_page_table(arms_page *page, const arms_column *columns, size_t width,
                            arms_error *err)
{
    arms_table *table = arms_alloc(page->arena, 1, sizeof *table, err);
    arms_node *node = table ? add_node(page, err) : NULL;
    if (!node)
        return NULL;
    table->columns = columns;
    table->width = width;
    node->table = table;
    return table;
}

arms_cell *arms_table_row(arms_page *page, arms_table *table, arms_error *err)
{
    size_t row = table->width * sizeof *table->cells;
    table->cells = arms_extend(page->arena, table->cells, table->height, row, err);
    if (!table->cells)
        return NULL;
    return table->cells + table->width * table->height++;
}

arms_cell arms_cell_text(const char *text)
{
    return (arms_cell){.kind = text ? ARMS_CELL_TEXT : ARMS_CELL_EMPTY, .text = text};
}

arms_cell arms_cell_number(double number)
{
    return (arms_cell){.kind = isnan(number) ? ARMS_CELL_EMPTY : ARMS_CELL_NUMBER,
                       .number = number};
}

arms_cell arms_cell_nil(void)
{
    return (arms_cell){.kind = ARMS_CELL_NUMBER, .nil = true};
}

arms_cell arms_cell_missing(void)
{
    return (arms_cell){.kind = ARMS_CELL_EMPTY, .missing = true};
}
