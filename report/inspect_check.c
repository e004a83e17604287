/* What is wrong in a file, what should be looked at, and what was found to be sound. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "analysis/claims/wording.h"
#include "report/inspect.h"

static bool add(inspect_file *to, arms_tone tone, const char *text, arms_error *err)
{
    inspect_finding *items =
        text ? arms_extend(to->arena, to->findings, to->finding_count, sizeof *items, err)
             : NULL;
    if (!items)
        return false;
    to->findings = items;
    to->findings[to->finding_count++] = (inspect_finding){tone, text};
    return true;
}

static bool add_buffer(inspect_file *to, arms_tone tone, arms_buffer *text,
                       arms_error *err)
{
    return add(to, tone, inspect_text(to->arena, text, err), err);
}

/* ---- the file as CSV ---- */

static bool add_refusal(inspect_file *to, arms_error *err)
{
    const arms_error *why = &to->look->refusal;
    arms_buffer text = {0};
    if (to->look->layout[0] == '\0' || why->code == ARMS_OK)
        return true;
    arms_buffer_string(&text, "the file is not loaded: ");
    if (why->line > 0)
        arms_buffer_print(&text, "%s:%zu: ", why->file, why->line);
    arms_buffer_string(&text, why->text);
    return add_buffer(to, ARMS_TONE_BAD, &text, err);
}

static bool add_broken(inspect_file *to, arms_error *err)
{
    const arms_error *why = &to->look->broken;
    if (why->code == ARMS_OK || strcmp(why->text, to->look->refusal.text) == 0)
        return true;
    return add(to, ARMS_TONE_BAD,
               arms_print(to->arena, err, "the CSV breaks off: %s:%zu: %s", why->file,
                          why->line, why->text),
               err);
}

static void put_widths(arms_buffer *out, const arms_look *look)
{
    enum { SHOWN = 4 };
    for (size_t i = 0; i < look->width_count && i < SHOWN; i++) {
        const arms_look_width *width = &look->widths[i];
        arms_buffer_print(out, "%s%zu in ", i > 0 ? "; " : "", width->fields);
        inspect_lines(out, width->lines, width->count);
    }
    arms_buffer_string(out, look->width_count > SHOWN ? "; and so on" : "");
}

static bool add_uneven(inspect_file *to, arms_error *err)
{
    const arms_look *look = to->look;
    arms_buffer text = {0};
    if (look->uneven == 0)
        return true;
    inspect_counted(&text, look->uneven, "record has", "records have");
    arms_buffer_print(&text, " another number of fields than the %zu of the others: ",
                      look->column_count);
    put_widths(&text, look);
    return add_buffer(to, ARMS_TONE_OPEN, &text, err);
}

/* A column by its name, or its number where it has none. */
static void put_column(arms_buffer *out, const arms_look *look, size_t at)
{
    if (look->columns[at].name[0])
        arms_buffer_print(out, "\"%s\"", look->columns[at].name);
    else
        arms_buffer_print(out, "%zu", at + 1);
}

static bool add_odd(inspect_file *to, size_t at, arms_error *err)
{
    static const char *const words[] = {[ARMS_LOOK_YEAR] = "year",
                                        [ARMS_LOOK_NUMBER] = "number",
                                        [ARMS_LOOK_PARTY] = "name"};
    const arms_look_column *column = &to->look->columns[at];
    bool one = column->odd == 1;
    arms_buffer text = {0};
    arms_buffer_string(&text, "column ");
    put_column(&text, to->look, at);
    arms_buffer_string(&text, ": ");
    inspect_count(&text, column->odd);
    arms_buffer_string(&text, " of its ");
    inspect_count(&text, column->filled);
    arms_buffer_print(&text, " values %s no %s%s, the first \"%s\" in line %zu",
                      one ? "is" : "are", words[column->kind], one ? "" : "s",
                      column->odd_value, column->odd_line);
    return add_buffer(to, ARMS_TONE_OPEN, &text, err);
}

static bool add_commas(inspect_file *to, size_t at, arms_error *err)
{
    const arms_look_column *column = &to->look->columns[at];
    arms_buffer text = {0};
    if (column->commas == 0 || column->kind != ARMS_LOOK_NUMBER)
        return true;
    arms_buffer_string(&text, "column ");
    put_column(&text, to->look, at);
    arms_buffer_string(&text, ": ");
    inspect_counted(&text, column->commas, "number has", "numbers have");
    arms_buffer_string(&text, " a decimal comma, where a point is read");
    return add_buffer(to, ARMS_TONE_OPEN, &text, err);
}

static bool add_values(inspect_file *to, arms_error *err)
{
    for (size_t i = 0; i < to->look->column_count; i++)
        if ((to->look->columns[i].odd > 0 && !add_odd(to, i, err)) ||
            !add_commas(to, i, err))
            return false;
    return true;
}

static bool is_second(const arms_look *look, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (strcmp(look->columns[i].name, look->columns[at].name) == 0)
            return true;
    return false;
}

static bool add_unnamed(inspect_file *to, size_t count, arms_error *err)
{
    arms_buffer text = {0};
    if (count == 0)
        return true;
    inspect_counted(&text, count, "column has no name", "columns have no name");
    return add_buffer(to, ARMS_TONE_OPEN, &text, err);
}

static bool add_header(inspect_file *to, arms_error *err)
{
    const arms_look *look = to->look;
    size_t second = 0, unnamed = 0;
    if (look->reading.header_line == 0)
        return true;
    for (size_t i = 0; i < look->column_count && look->column_count < 1000; i++) {
        bool named = look->columns[i].name[0] != '\0';
        unnamed += !named;
        second = named && second == 0 && is_second(look, i) ? i : second;
    }
    return add_unnamed(to, unnamed, err) &&
           (second == 0 ||
            add(to, ARMS_TONE_OPEN,
                arms_print(to->arena, err, "several columns are called \"%s\"",
                           look->columns[second].name),
                err));
}

/* ---- the datasets ---- */

/* Several datasets are told apart by their number. */
static void put_number(arms_buffer *out, const inspect_file *to,
                       const inspect_dataset *of)
{
    if (to->dataset_count > 1)
        arms_buffer_print(out, "in d%zu, ", (size_t)(of - to->datasets) + 1);
}

static void put_repeat(arms_buffer *out, const inspect_dataset *of, size_t at)
{
    const arms_audit_repeat *item = &of->repeats.items[at];
    arms_party world = arms_entity_world();
    arms_buffer_print(out, "%sline %u repeats line %u (", at > 0 ? "; " : "",
                      (unsigned)item->again, (unsigned)item->line);
    bool pair = item->exporter != world && item->importer != world;
    arms_party party = item->exporter != world ? item->exporter : item->importer;
    arms_buffer_string(out, arms_dataset_party_name(of->data, party));
    if (pair)
        arms_buffer_print(out, " to %s",
                          arms_dataset_party_name(of->data, item->importer));
    arms_buffer_print(out, ", %d", item->years.first);
    if (item->years.last > item->years.first)
        arms_buffer_print(out, " to %d", item->years.last);
    arms_buffer_string(out, item->same ? ")" : "), with another figure");
}

static bool add_repeats(inspect_file *to, const inspect_dataset *of, arms_error *err)
{
    enum { SHOWN = 5 };
    const arms_audit_repeats *repeats = &of->repeats;
    arms_buffer text = {0};
    if (repeats->count == 0)
        return true;
    put_number(&text, to, of);
    if (repeats->deals) {
        inspect_counted(&text, repeats->count, "row is", "rows are");
        arms_buffer_string(&text,
                           " like another in parties, year, figure and deal: several "
                           "of one kind, or rows that stand there twice: ");
    } else {
        inspect_counted(&text, repeats->flows, "cell stands", "cells stand");
        arms_buffer_string(&text, " there twice, and would be counted twice: ");
    }
    for (size_t i = 0; i < repeats->count && i < SHOWN; i++)
        put_repeat(&text, of, i);
    arms_buffer_string(&text, repeats->count > SHOWN ? "; and so on" : "");
    return add_buffer(to, repeats->deals ? ARMS_TONE_OPEN : ARMS_TONE_BAD, &text, err);
}

/* "that of Pakistan in 2005 (line 84)" */
static void put_total(arms_buffer *out, const inspect_dataset *of,
                      const arms_audit_total *total)
{
    arms_party whose = total->of_imports ? total->importer : total->exporter;
    arms_buffer_string(out, "that of ");
    if (whose != arms_entity_world())
        arms_buffer_print(out, "%s in ", arms_dataset_party_name(of->data, whose));
    arms_buffer_print(out, "%d (line %u)", total->year, (unsigned)total->line);
}

static void put_farthest(arms_buffer *out, const inspect_dataset *of)
{
    const arms_audit_total *far = of->totals.far;
    char printed[ARMS_NUMBER_SIZE], parts[ARMS_NUMBER_SIZE], low[ARMS_NUMBER_SIZE],
        high[ARMS_NUMBER_SIZE];
    arms_buffer_string(out, ". Farthest off is ");
    put_total(out, of, far);
    arms_buffer_print(out, ": %s, where the rows add up to %s",
                      arms_number_print(printed, far->printed.value),
                      arms_number_print(parts, far->parts.value));
    if (far->parts.low < far->parts.high)
        arms_buffer_print(out, ", rounded from %s to %s",
                          arms_number_print(low, far->parts.low),
                          arms_number_print(high, far->parts.high));
}

static bool add_totals(inspect_file *to, const inspect_dataset *of, arms_error *err)
{
    const arms_audit_totals *totals = &of->totals;
    arms_buffer text = {0};
    bool wrong = totals->misfits > 0;
    if (totals->count == 0)
        return true;
    put_number(&text, to, of);
    if (wrong) {
        inspect_count(&text, totals->misfits);
        arms_buffer_string(&text, " of ");
        inspect_counted(&text, totals->count, "printed total", "printed totals");
        arms_buffer_string(&text, totals->misfits == 1 ? " is" : " are");
        arms_buffer_string(&text, " not the sum of the rows, by more than rounding "
                                  "explains: the table was cut or changed");
    } else {
        inspect_counted(&text, totals->count, "printed total is", "printed totals are");
        arms_buffer_print(&text, " the sum of the rows, %s",
                          totals->off > 0 ? "within rounding" : "exactly");
    }
    if (totals->far)
        put_farthest(&text, of);
    return add_buffer(to, wrong ? ARMS_TONE_BAD : ARMS_TONE_GOOD, &text, err);
}

static size_t unlisted_of(const inspect_dataset *of)
{
    size_t count = 0;
    for (size_t i = 0; i < of->party_count; i++)
        count += !of->parties[i].listed;
    return count;
}

static bool add_names(inspect_file *to, const inspect_dataset *of, arms_error *err)
{
    size_t count = unlisted_of(of);
    arms_buffer text = {0};
    if (of->party_count < 2)
        return true;
    put_number(&text, to, of);
    if (count > 0) {
        inspect_counted(&text, count, "name is", "names are");
        arms_buffer_string(&text, " not in the reference table");
    } else {
        arms_buffer_string(&text, "all names are in the reference table");
    }
    return add_buffer(to, count > 0 ? ARMS_TONE_OPEN : ARMS_TONE_GOOD, &text, err);
}

/* Repetitions are told of registers only where their deals were read. */
static bool add_unrepeated(inspect_file *to, const inspect_dataset *of, arms_error *err)
{
    arms_buffer text = {0};
    if (of->repeats.count > 0 || !of->repeats.told)
        return true;
    put_number(&text, to, of);
    arms_buffer_string(&text,
                       of->repeats.deals
                           ? "no two rows are alike in parties, year, figure and deal"
                           : "no cell stands there twice");
    return add_buffer(to, ARMS_TONE_GOOD, &text, err);
}

/* The names that the table does not have are told with suggestions, and totals with their
 * years, where the dataset has them. */
static bool is_told(const inspect_file *to, const char *note)
{
    bool totals = strstr(note, "the rows add up to ") != NULL;
    return strstr(note, "not in the reference table: ") ||
           (totals && to->datasets[0].totals.count > 0);
}

static bool add_notes(inspect_file *to, arms_error *err)
{
    if (to->dataset_count == 0)
        return true;
    const arms_about *about = arms_dataset_about(to->datasets[0].data);
    for (size_t i = 0; i < about->note_count; i++)
        if (!is_told(to, about->notes[i]) &&
            !add(to, ARMS_TONE_PLAIN, about->notes[i], err))
            return false;
    return true;
}

bool inspect_findings(inspect_file *to, arms_error *err)
{
    bool raw = to->dataset_count == 0;
    if (!add_refusal(to, err) || !add_broken(to, err) ||
        (raw && (!add_uneven(to, err) || !add_header(to, err))) ||
        (raw && to->look->layout[0] == '\0' && !add_values(to, err)))
        return false;
    for (size_t i = 0; i < to->dataset_count; i++)
        if (!add_totals(to, &to->datasets[i], err) ||
            !add_repeats(to, &to->datasets[i], err) ||
            !add_unrepeated(to, &to->datasets[i], err) ||
            !add_names(to, &to->datasets[i], err))
            return false;
    return add_notes(to, err);
}
