/* The columns of a file that no layout reads, and how it could be loaded. */
#include <math.h>
#include <string.h>

#include "report/inspect.h"

enum { NAME_WIDTH = 22, VALUE_WIDTH = 20, MOST_COLUMNS = 60 };

enum { NUMBER, NAME, HOLDS, EMPTY, DISTINCT, EXAMPLE, WIDTH };

static const arms_column heads[WIDTH] = {
    [NUMBER] = {"number", "#", 0},
    [NAME] = {"name", "Column", 0},
    [HOLDS] = {"holds", "Holds", 0},
    [EMPTY] = {"empty", "Empty", 0},
    [DISTINCT] = {"distinct", "Different", 0},
    [EXAMPLE] = {"example", "Example or range", 0},
};

size_t inspect_year_run(const arms_look *look, size_t from)
{
    int last = 0, year;
    arms_error ignored;
    size_t at = from;
    while (at < look->column_count &&
           arms_year_parse(&year, arms_text_of(look->columns[at].name), &ignored) &&
           year > last) {
        last = year;
        at++;
    }
    return at - from >= 3 ? at : from + 1;
}

/* "1995 to 2024" for numbers, which are told by their range; else the first value. */
static const char *example(arms_arena *arena, const arms_look_column *column,
                           arms_error *err)
{
    char least[ARMS_NUMBER_SIZE], most[ARMS_NUMBER_SIZE];
    bool numbers = column->kind == ARMS_LOOK_NUMBER || column->kind == ARMS_LOOK_YEAR;
    if (!numbers || !(column->least < column->most))
        return inspect_clip(arena, column->first, VALUE_WIDTH, err);
    const char *text =
        arms_print(arena, err, "%s to %s", arms_number_print(least, column->least),
                   arms_number_print(most, column->most));
    return text ? inspect_clip(arena, text, VALUE_WIDTH, err) : NULL;
}

static bool put_column(arms_page *page, arms_table *table, const arms_look *look,
                       size_t at, arms_error *err)
{
    const arms_look_column *column = &look->columns[at];
    arms_cell *cells = arms_table_row(page, table, err);
    const char *name = inspect_clip(page->arena, column->name, NAME_WIDTH, err);
    const char *value = example(page->arena, column, err);
    if (!cells || !name || !value)
        return false;
    bool many = column->distinct == ARMS_LOOK_DISTINCT;
    cells[NUMBER] = arms_cell_number((double)(at + 1));
    cells[NAME] = arms_cell_text(name);
    cells[HOLDS] = arms_cell_text(arms_look_kind_name(column->kind));
    cells[EMPTY] = arms_cell_number((double)column->empty);
    cells[DISTINCT] =
        many ? arms_cell_text("10,000+") : arms_cell_number((double)column->distinct);
    cells[EXAMPLE] = arms_cell_text(value);
    return true;
}

/* Years side by side are one line. */
static bool put_run(arms_page *page, arms_table *table, const arms_look *look,
                    arms_years columns, arms_error *err)
{
    size_t empty = 0, first = (size_t)columns.first, last = (size_t)columns.last;
    for (size_t i = first; i <= last; i++)
        empty += look->columns[i].empty;
    arms_cell *cells = arms_table_row(page, table, err);
    const char *name = arms_print(page->arena, err, "%s to %s", look->columns[first].name,
                                  look->columns[last].name);
    if (!cells || !name)
        return false;
    cells[NUMBER] = arms_cell_number((double)(first + 1));
    cells[NAME] = arms_cell_text(name);
    cells[HOLDS] =
        arms_cell_text(arms_print(page->arena, err, "%zu columns", last - first + 1));
    cells[EMPTY] = arms_cell_number((double)empty);
    return cells[HOLDS].text != NULL;
}

static bool put_columns(arms_page *page, const arms_look *look, arms_error *err)
{
    arms_table *table = arms_page_table(page, heads, WIDTH, err);
    size_t at = 0;
    while (table && at < look->column_count && table->height < MOST_COLUMNS) {
        size_t next = inspect_year_run(look, at);
        arms_years run = {(int)at, (int)next - 1};
        if (next > at + 1 ? !put_run(page, table, look, run, err)
                          : !put_column(page, table, look, at, err))
            return false;
        at = next;
    }
    return table && (at >= look->column_count ||
                     arms_page_say(page,
                                   arms_print(page->arena, err,
                                              "… and %zu more columns, which --format "
                                              "json lists.",
                                              look->column_count - at),
                                   err));
}

static bool say_nearest(arms_page *page, const arms_look_nearest *nearest,
                        arms_error *err)
{
    arms_buffer text = {0};
    if (!nearest->title)
        return true;
    arms_buffer_print(&text, "%s: %zu of its %zu column names are here; missing %s ",
                      nearest->title, nearest->shared, nearest->known,
                      nearest->missing_count == 1 ? "is" : "are");
    for (size_t i = 0; i < nearest->missing_count; i++) {
        bool last = i > 0 && i + 1 == nearest->missing_count;
        arms_buffer_print(&text, "%s\"%s\"",
                          last    ? " and "
                          : i > 0 ? ", "
                                  : "",
                          nearest->missing[i]);
    }
    arms_buffer_string(&text, ".");
    return arms_page_say_labelled(page, "Resembles", ARMS_TONE_PLAIN,
                                  inspect_text(page->arena, &text, err), err);
}

/* Years as columns are no rows of one figure each. */
static bool has_year_columns(const arms_look *look)
{
    for (size_t i = 0; i < look->column_count; i++)
        if (inspect_year_run(look, i) > i + 1)
            return true;
    return false;
}

static bool has_kind(const arms_look *look, arms_look_kind kind)
{
    for (size_t i = 0; i < look->column_count; i++)
        if (look->columns[i].kind == kind)
            return true;
    return false;
}

static const char *loading_words(const inspect_file *file)
{
    static const char nearest[] =
        "Download the file again from its publisher, or put back the columns that are "
        "missing: they were lost or renamed on the way.";
    static const char options[] =
        "Check these options, and put what is meant in place of each \"?\"; the kind is "
        "delivery, order or licence. With them, any command reads the file:";
    static const char years[] =
        "The years stand side by side. Whose trade it is, and in which unit, only the "
        "publisher's own file tells, with the lines above its header: download it again, "
        "or turn the table into one row per year with the columns year, exporter, "
        "importer, category, measure and value.";
    static const char no_header[] =
        "The columns have no names. Write a first line that names them; then --columns "
        "can tell which is the year, the exporter, the importer and the value.";
    static const char no_year[] =
        "No column holds years alone. Add one; then --columns "
        "year=NAME,exporter=NAME,importer=NAME,value=NAME, --measure and --measure-kind "
        "tell how to read it. A party that is the same in all rows is given by its name: "
        "exporter==France.";
    static const char other[] =
        "If its rows are a year, an exporter, an importer and a value, --columns "
        "year=NAME,exporter=NAME,importer=NAME,value=NAME, --measure and --measure-kind "
        "tell how to read it.";
    if (file->look->nearest.title)
        return nearest;
    if (file->mapping.count > 0)
        return options;
    if (has_year_columns(file->look))
        return years;
    if (file->look->reading.header_line == 0)
        return no_header;
    return has_kind(file->look, ARMS_LOOK_YEAR) ? other : no_year;
}

/* A line of each option, as it can be pasted into a shell. */
static bool say_options(arms_page *page, const inspect_list *options, arms_error *err)
{
    for (size_t i = 0; i < options->count; i++) {
        bool last = i + 1 == options->count;
        const char *line =
            arms_print(page->arena, err, "%s%s", options->items[i], last ? "" : " \\");
        if (!line || !arms_page_add(page, "", line, err))
            return false;
        page->last->verbatim = true;
    }
    return true;
}

static bool say_loading(arms_page *page, const inspect_file *file, arms_error *err)
{
    return file->look->layout[0] ||
           (arms_page_say_labelled(page, "To load it", ARMS_TONE_PLAIN,
                                   loading_words(file), err) &&
            say_options(page, &file->mapping, err));
}

bool inspect_columns_page(arms_page *page, const inspect_file *file, arms_error *err)
{
    return say_nearest(page, &file->look->nearest, err) &&
           put_columns(page, file->look, err) && say_loading(page, file, err);
}
