/* A page as text for a terminal: paragraphs of at most 80 columns, tables aligned by
 * display width, numbers of a column with the same decimals. */
#include <armstrade/number.h>
#include <armstrade/page.h>

#include <math.h>

enum { LINE_WIDTH = 80, LABEL_WIDTH = 12, GAP = 2, MAX_DECIMALS = 6 };

/* How far before its bounds a figure stands, see ARMS_ROUND_AS_BOUNDS. */
enum { BOUNDED = 3 };

static const char *const tone_codes[] = {
    [ARMS_TONE_PLAIN] = "",
    [ARMS_TONE_GOOD] = "\033[1;32m",
    [ARMS_TONE_BAD] = "\033[1;31m",
    [ARMS_TONE_OPEN] = "\033[1;33m",
};

/* ---- paragraphs ---- */

/* A per cent sign stays with its number. */
static bool sign_follows(arms_text text, size_t at)
{
    return at + 1 < text.len && text.ptr[at + 1] == '%';
}

static arms_text next_word(arms_text *rest)
{
    *rest = arms_text_trim(*rest);
    size_t n = 0;
    while (n < rest->len && (rest->ptr[n] != ' ' || sign_follows(*rest, n)))
        n++;
    arms_text word = {rest->ptr, n};
    *rest = (arms_text){rest->ptr + n, rest->len - n};
    return word;
}

/* Words one after the other from column `indent` on, wrapped at the line's width. */
static void put_wrapped(arms_buffer *out, arms_text text, size_t indent)
{
    size_t column = indent;
    for (arms_text word = next_word(&text); word.len > 0; word = next_word(&text)) {
        arms_buffer shown = {0};
        arms_buffer_shown(&shown, word);
        arms_text plain = {shown.data, shown.len};
        size_t width = arms_text_width(plain);
        bool first = column == indent;
        if (!first && column + 1 + width > LINE_WIDTH) {
            arms_buffer_string(out, "\n");
            arms_buffer_fill(out, ' ', indent);
            column = indent;
            first = true;
        }
        arms_buffer_string(out, first ? "" : " ");
        arms_buffer_text(out, plain);
        column += width + !first;
        out->failed = out->failed || shown.failed;
        arms_buffer_free(&shown);
    }
    arms_buffer_string(out, "\n");
}

static void put_paragraph(arms_buffer *out, const arms_node *node, bool colour)
{
    size_t width = node->label ? arms_text_width(arms_text_of(node->label)) : 0;
    size_t indent = node->label ? LABEL_WIDTH : 0;
    if (node->label) {
        bool toned = colour && node->tone != ARMS_TONE_PLAIN;
        arms_buffer_string(out, toned ? tone_codes[node->tone] : "");
        arms_buffer_shown(out, arms_text_of(node->label));
        arms_buffer_string(out, toned ? "\033[0m" : "");
        arms_buffer_fill(out, ' ', width < indent ? indent - width : 1);
    }
    if (node->verbatim) {
        arms_buffer_shown(out, arms_text_of(node->text));
        arms_buffer_string(out, "\n");
        return;
    }
    put_wrapped(out, arms_text_of(node->text), indent);
}

/* ---- tables ---- */

typedef struct column_shape {
    bool shown, numeric;
    bool rounded, bounds; /* as the page is rounded: figures, or bounds of figures */
    int decimals;         /* where it is not */
    arms_rounding rounding;
    arms_rounded what;
    size_t width;
} column_shape;

static const arms_cell *cell_at(const arms_table *table, size_t row, size_t column)
{
    return &table->cells[row * table->width + column];
}

static const char *cell_string(const arms_cell *cell, const column_shape *shape,
                               char buffer[ARMS_ROUNDING_BOUNDS_SIZE])
{
    if (cell->kind == ARMS_CELL_EMPTY)
        return cell->missing && shape->rounded ? ARMS_ROUNDING_MISSING : "";
    if (shape->bounds) {
        const arms_cell *figure = cell - BOUNDED;
        return arms_rounding_bounds(
            buffer, shape->rounding, shape->what,
            (arms_rounding_range){figure[0].number, figure[1].number, figure[2].number});
    }
    if (cell->kind == ARMS_CELL_TEXT)
        return cell->text;
    if (!shape->rounded)
        return arms_number_fixed(buffer, cell->number, shape->decimals);
    if (cell->nil)
        return ARMS_ROUNDING_NIL;
    return arms_rounding_print(buffer, shape->rounding, shape->what, cell->number);
}

static size_t shown_width(const char *string)
{
    arms_buffer shown = {0};
    arms_buffer_shown(&shown, arms_text_of(string));
    size_t width = arms_text_width((arms_text){shown.data, shown.len});
    arms_buffer_free(&shown);
    return width;
}

/* How the column's figures are rounded, if they are. */
static void take_rounding(column_shape *shape, const arms_column *column)
{
    static const arms_rounded kinds[] = {ARMS_ROUNDED_AMOUNT, ARMS_ROUNDED_SHARE,
                                         ARMS_ROUNDED_CHANGE};
    shape->bounds = column->decimals == ARMS_ROUND_AS_BOUNDS;
    int as = shape->bounds ? column[-BOUNDED].decimals : column->decimals;
    if (as > ARMS_ROUND_AS_AMOUNT)
        return;
    shape->rounded = true;
    shape->what = kinds[ARMS_ROUND_AS_AMOUNT - as];
}

static void measure_numbers(column_shape *shape, const arms_table *table, size_t column)
{
    int decimals = table->columns[column].decimals;
    shape->decimals = decimals > 0 ? decimals : 0;
    for (size_t row = 0; row < table->height; row++) {
        const arms_cell *cell = cell_at(table, row, column);
        shape->shown = shape->shown || cell->kind != ARMS_CELL_EMPTY;
        if (cell->kind != ARMS_CELL_NUMBER)
            continue;
        shape->numeric = true;
        if (shape->rounded)
            continue;
        int places = decimals < 0 ? arms_number_decimals(cell->number) : decimals;
        if (places > MAX_DECIMALS)
            places = MAX_DECIMALS;
        shape->decimals = places > shape->decimals ? places : shape->decimals;
    }
    shape->shown = shape->shown && table->columns[column].head;
}

static column_shape measure(const arms_table *table, size_t column,
                            arms_rounding rounding)
{
    column_shape shape = {.rounding = rounding};
    char buffer[ARMS_ROUNDING_BOUNDS_SIZE];
    take_rounding(&shape, &table->columns[column]);
    measure_numbers(&shape, table, column);
    if (!shape.shown)
        return shape;
    size_t widest = 0, head = shown_width(table->columns[column].head);
    for (size_t row = 0; row < table->height; row++) {
        const arms_cell *cell = cell_at(table, row, column);
        size_t width = shown_width(cell_string(cell, &shape, buffer));
        widest = width > widest ? width : widest;
    }
    shape.shown = widest > 0 || !shape.bounds;
    shape.width = widest > head ? widest : head;
    return shape;
}

static void put_cell(arms_buffer *out, const column_shape *shape, const char *string,
                     bool last)
{
    size_t width = shown_width(string);
    size_t padding = shape->width > width ? shape->width - width : 0;
    if (shape->numeric)
        arms_buffer_fill(out, ' ', padding);
    arms_buffer_shown(out, arms_text_of(string));
    if (!last && !shape->numeric)
        arms_buffer_fill(out, ' ', padding);
}

static void end_line(arms_buffer *out)
{
    while (out->len > 0 && out->data[out->len - 1] == ' ')
        out->len--;
    arms_buffer_string(out, "\n");
}

/* One line of a table; row SIZE_MAX is its head. */
static void put_line(arms_buffer *out, const arms_table *table,
                     const column_shape *shapes, size_t row)
{
    char buffer[ARMS_ROUNDING_BOUNDS_SIZE];
    bool first = true;
    for (size_t column = 0; column < table->width; column++) {
        if (!shapes[column].shown)
            continue;
        const char *string = row == (size_t)-1 ? table->columns[column].head
                                               : cell_string(cell_at(table, row, column),
                                                             &shapes[column], buffer);
        arms_buffer_fill(out, ' ', first ? 0 : GAP);
        put_cell(out, &shapes[column], string, column + 1 == table->width);
        first = false;
    }
    end_line(out);
}

static void put_rule(arms_buffer *out, const arms_table *table,
                     const column_shape *shapes)
{
    bool first = true;
    for (size_t column = 0; column < table->width; column++) {
        if (!shapes[column].shown)
            continue;
        arms_buffer_fill(out, ' ', first ? 0 : GAP);
        arms_buffer_fill(out, '-', shapes[column].width);
        first = false;
    }
    end_line(out);
}

static bool put_table(arms_buffer *out, arms_arena *arena, const arms_table *table,
                      arms_rounding rounding, arms_error *err)
{
    column_shape *shapes = arms_alloc(arena, table->width, sizeof *shapes, err);
    if (!shapes)
        return false;
    for (size_t column = 0; column < table->width; column++)
        shapes[column] = measure(table, column, rounding);
    if (table->title) {
        put_wrapped(out, arms_text_of(table->title), 0);
        arms_buffer_string(out, "\n");
    }
    put_line(out, table, shapes, (size_t)-1);
    put_rule(out, table, shapes);
    for (size_t row = 0; row < table->height; row++)
        put_line(out, table, shapes, row);
    return true;
}

bool arms_render_text(arms_buffer *out, const arms_page *page,
                      const arms_render_options *options, arms_error *err)
{
    bool first = true;
    for (const arms_node *node = page->first; node; node = node->next) {
        if (node->table && node->table->data_only)
            continue;
        if (!first && !node->close)
            arms_buffer_string(out, "\n");
        first = false;
        if (!node->table)
            put_paragraph(out, node, options->colour);
        else if (!put_table(out, page->arena, node->table, options->rounding, err))
            return false;
    }
    return arms_buffer_check(out, err);
}
