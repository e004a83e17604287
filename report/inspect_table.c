/* The tables of `inspect`: the last years, totals that do not fit, names that nobody
 * knows. */
#include "report/inspect_table.h"

#include <armstrade/report.h>
#include <math.h>

enum { LAST_YEARS = 6, MISFITS = 10, NAMES = 20, NEAR = 2 };

static const arms_column year_columns[] = {
    {"year", "Year", 0},
    {"figures", "Figures", 0},
    {"missing", "Missing", 0},
    {"pairs", "Exporter to importer", -1},
    {"imports", "Importers' totals", -1},
    {"exports", "Exporters' totals", -1},
    {"world", "World, as printed", -1},
};

enum { YEAR_WIDTH = sizeof year_columns / sizeof *year_columns, FORM = 3 };

bool inspect_has_sum(const inspect_dataset *of, const arms_audit_year *year,
                     arms_audit_form form)
{
    /* Codes of goods lie within each other. */
    bool sound = arms_dataset_about(of->data)->classification[0] == '\0';
    for (size_t i = 0; i < of->year_count; i++)
        sound = sound && !of->years[i].mixed[form];
    return sound && year->missing == 0 && year->counts[form] > 0;
}

static bool put_year(arms_page *page, arms_table *table, const inspect_dataset *of,
                     size_t at, arms_error *err)
{
    const arms_audit_year *year = &of->years[at];
    arms_cell *cells = arms_table_row(page, table, err);
    if (!cells)
        return false;
    cells[0] = arms_cell_number(year->year);
    cells[1] = arms_cell_number((double)year->flows);
    cells[2] = arms_cell_number(of->cells.missing > 0 ? (double)year->missing : NAN);
    for (int i = 0; i < ARMS_AUDIT_FORMS; i++) {
        bool known = inspect_has_sum(of, year, (arms_audit_form)i);
        cells[FORM + i] = arms_cell_number(known ? year->sums[i].value : NAN);
    }
    return true;
}

bool inspect_years_table(arms_page *page, const inspect_dataset *of, arms_error *err)
{
    if (of->year_count == 0)
        return true;
    const char *measure = arms_measure_words(page->arena, of->data, err);
    arms_table *table = arms_page_table(page, year_columns, YEAR_WIDTH, err);
    if (!measure || !table)
        return false;
    size_t first = of->year_count > LAST_YEARS ? of->year_count - LAST_YEARS : 0;
    table->title = arms_print(page->arena, err, "The last years; %s", measure);
    for (size_t i = first; i < of->year_count; i++)
        if (!put_year(page, table, of, i, err))
            return false;
    return table->title != NULL;
}

static const arms_column misfit_columns[] = {
    {"party", "Total of", 0},   {"year", "Year", 0},        {"line", "Line", 0},
    {"printed", "Printed", -1}, {"sum", "Sum of rows", -1}, {"miss", "Miss", -1},
};

bool inspect_misfits_table(arms_page *page, const inspect_dataset *of, arms_error *err)
{
    const arms_audit_totals *totals = &of->totals;
    if (totals->misfits == 0)
        return true;
    arms_table *table = arms_page_table(page, misfit_columns, 6, err);
    for (size_t i = 0; table && i < totals->count && table->height < MISFITS; i++) {
        const arms_audit_total *total = &totals->items[i];
        if (total->fits)
            continue;
        arms_party whose = total->of_imports ? total->importer : total->exporter;
        arms_cell *cells = arms_table_row(page, table, err);
        if (!cells)
            return false;
        cells[0] = arms_cell_text(arms_dataset_party_name(of->data, whose));
        cells[1] = arms_cell_number(total->year);
        cells[2] = arms_cell_number((double)total->line);
        cells[3] = arms_cell_number(total->printed.value);
        cells[4] = arms_cell_number(total->parts.value);
        cells[5] = arms_cell_number(total->miss);
    }
    if (table)
        table->title = totals->misfits > MISFITS
                           ? "The first printed totals that are not the sum of the rows"
                           : "Printed totals that are not the sum of the rows";
    return table != NULL;
}

static const arms_column name_columns[] = {
    {"name", "Name", 0}, {"line", "Line", 0},       {"figures", "Figures", 0},
    {"kind", "Kind", 0}, {"perhaps", "Perhaps", 0},
};

const char *inspect_suggestions(arms_arena *arena, const char *name, arms_error *err)
{
    arms_entity_id near[NEAR];
    size_t count;
    arms_buffer out = {0};
    if (!arms_entity_suggest(near, &count, NEAR, arms_text_of(name), err))
        return NULL;
    for (size_t i = 0; i < count; i++)
        arms_buffer_print(&out, "%s%s", i > 0 ? ", " : "",
                          arms_entity_get(near[i])->name);
    return inspect_text(arena, &out, err);
}

static bool put_name(arms_page *page, arms_table *table, const inspect_dataset *of,
                     const arms_audit_party *party, arms_error *err)
{
    const char *name = arms_dataset_party_name(of->data, party->party);
    const char *near = inspect_suggestions(page->arena, name, err);
    const char *shown = inspect_clip(page->arena, name, 24, err);
    arms_cell *cells = arms_table_row(page, table, err);
    near = near ? inspect_clip(page->arena, near, 26, err) : NULL;
    if (!near || !shown || !cells)
        return false;
    bool told = party->kind != ARMS_ENTITY_UNLISTED;
    cells[0] = arms_cell_text(shown);
    cells[1] = arms_cell_number((double)party->line);
    cells[2] = arms_cell_number((double)(party->exports + party->imports));
    cells[3] = arms_cell_text(told ? arms_entity_kind_name(party->kind) : NULL);
    cells[4] = arms_cell_text(near[0] ? near : NULL);
    return true;
}

bool inspect_names_table(arms_page *page, const inspect_dataset *of, arms_error *err)
{
    arms_table *table = NULL;
    size_t unlisted = 0;
    for (size_t i = 0; i < of->party_count; i++) {
        if (of->parties[i].listed || ++unlisted > NAMES)
            continue;
        if (!table)
            table = arms_page_table(page, name_columns, 5, err);
        if (!table || !put_name(page, table, of, &of->parties[i], err))
            return false;
    }
    if (!table)
        return true;
    table->title = unlisted > NAMES ? "The first names that the reference table does not "
                                      "have"
                                    : "Names that the reference table does not have";
    return true;
}
