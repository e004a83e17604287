/* The inventory: a line per dataset of each file, with what tells files apart and what is
 * wrong with them. It is the CSV of `inspect`. */
#include <armstrade/report.h>
#include <math.h>

#include "report/inspect.h"

static const arms_column columns[] = {
    {"file", NULL, 0},          {"bytes", NULL, 0},       {"sha256", NULL, 0},
    {"encoding", NULL, 0},      {"line_end", NULL, 0},    {"delimiter", NULL, 0},
    {"header_line", NULL, 0},   {"records", NULL, 0},     {"read", NULL, 0},
    {"left_out", NULL, 0},      {"layout", NULL, 0},      {"refused", NULL, 0},
    {"dataset", NULL, 0},       {"source", NULL, 0},      {"release", NULL, 0},
    {"generated", NULL, 0},     {"measure", NULL, 0},     {"kind", NULL, 0},
    {"valuation", NULL, 0},     {"reported_by", NULL, 0}, {"covers", NULL, 0},
    {"first_year", NULL, 0},    {"last_year", NULL, 0},   {"figures", NULL, 0},
    {"missing", NULL, 0},       {"estimated", NULL, 0},   {"allocated", NULL, 0},
    {"names_unknown", NULL, 0}, {"repeated", NULL, 0},    {"totals", NULL, 0},
    {"totals_wrong", NULL, 0},
};

enum {
    WIDTH = sizeof columns / sizeof *columns,
    DATASET = 12,
};

static arms_table *make_table(arms_page *page, arms_error *err)
{
    arms_table *table = arms_page_table(page, columns, WIDTH, err);
    if (table)
        table->data_only = true;
    return table;
}

static arms_cell some(const char *text)
{
    return arms_cell_text(text && text[0] ? text : NULL);
}

static arms_cell number(size_t count)
{
    return arms_cell_number((double)count);
}

/* A member that is NaN is left empty. */
static arms_cell number_if(bool known, size_t count)
{
    return arms_cell_number(known ? (double)count : NAN);
}

static bool put_file(arms_cell *cells, const inspect_file *file, arms_arena *arena,
                     arms_error *err)
{
    const arms_look *look = file->look;
    const arms_reading *reading = &look->reading;
    bool loaded = file->dataset_count > 0;
    const char *delimiter = arms_print(arena, err, "%c", reading->delimiter);
    const arms_cell own[] = {
        some(look->path),
        number(look->bytes),
        some(look->sha256),
        some(reading->encoding),
        some(reading->line_end),
        some(delimiter),
        number_if(reading->header_line > 0, reading->header_line),
        number(reading->records),
        number_if(loaded, file->taken),
        number_if(loaded, file->skipped),
        some(look->layout),
        some(look->refusal.code != ARMS_OK && look->layout[0] ? look->refusal.text
                                                              : NULL),
    };
    for (size_t i = 0; i < DATASET; i++)
        cells[i] = own[i];
    return delimiter != NULL;
}

/* All that is covered, in one cell. */
static const char *covers(arms_arena *arena, const inspect_dataset *of, arms_error *err)
{
    arms_buffer text = {0};
    for (size_t i = 0; i < of->scope_count; i++) {
        const char *one = inspect_scope_words(arena, of->data, &of->scopes[i], err);
        arms_buffer_print(&text, "%s%s", i > 0 ? "; " : "", one ? one : "");
    }
    return inspect_text(arena, &text, err);
}

static size_t unknown_names(const inspect_dataset *of)
{
    size_t count = 0;
    for (size_t i = 0; i < of->party_count; i++)
        count += !of->parties[i].listed;
    return count;
}

static bool put_dataset(arms_cell *cells, const inspect_file *file, size_t at,
                        arms_error *err)
{
    const inspect_dataset *of = &file->datasets[at];
    const arms_about *about = arms_dataset_about(of->data);
    const arms_measure *measure = arms_dataset_measure(of->data);
    bool years = of->year_count > 0;
    const char *covered = covers(file->arena, of, err);
    const char *unit = arms_measure_name(measure, file->arena, err);
    const char *label = arms_print(file->arena, err, "d%zu", at + 1);
    const arms_cell own[] = {
        some(label),
        some(about->origin),
        some(about->release),
        some(about->generated),
        some(unit),
        some(arms_kind_name(measure->kind)),
        some(measure->valuation),
        some(inspect_reporter_name(about->reported_by)),
        some(covered),
        arms_cell_number(years ? (double)of->years[0].year : NAN),
        arms_cell_number(years ? (double)of->years[of->year_count - 1].year : NAN),
        number(arms_dataset_count(of->data)),
        number(of->cells.missing),
        number(of->cells.estimated),
        number(of->cells.allocated),
        number(unknown_names(of)),
        number_if(of->repeats.told, of->repeats.flows),
        number(of->totals.count),
        number(of->totals.misfits),
    };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        cells[DATASET + i] = own[i];
    return covered && unit && label;
}

static bool add_row(arms_page *page, arms_table *table, const inspect_file *file,
                    size_t at, arms_error *err)
{
    arms_cell *cells = arms_table_row(page, table, err);
    return cells && put_file(cells, file, page->arena, err) &&
           (file->dataset_count == 0 || put_dataset(cells, file, at, err));
}

static bool add_file(arms_page *page, arms_table *table, const arms_look *look,
                     arms_error *err)
{
    inspect_file file;
    if (!inspect_file_make(&file, page->arena, look, err))
        return false;
    for (size_t i = 0; i == 0 || i < file.dataset_count; i++)
        if (!add_row(page, table, &file, i, err))
            return false;
    return true;
}

bool arms_inspect_inventory(arms_page *page, const arms_look *looks, size_t count,
                            arms_error *err)
{
    arms_table *table = make_table(page, err);
    bool done = table != NULL;
    for (size_t i = 0; done && i < count; i++)
        done = add_file(page, table, &looks[i], err);
    return done;
}
