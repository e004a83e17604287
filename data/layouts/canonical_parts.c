/* Rows of the canonical layout that share one record's total.
 *
 * `parts` = k stands in k neighbouring rows that are alike but for the year; all together
 * are exactly the record's total, see arms_flow. A row that was taken out or changed by
 * hand would make that total a wrong one, so that such a file is refused. */
#include "data/layouts/canonical_parts.h"

#include <math.h>

bool canonical_parts_read(uint16_t *out, const layout_run *run, const layout_cell *cell,
                          arms_error *err)
{
    arms_decimal number;
    arms_error ignored;
    bool good = arms_decimal_parse(&number, cell->text, &ignored) &&
                number.exponent == 0 && !number.negative && number.digits >= 1 &&
                number.digits <= UINT16_MAX;
    if (!good)
        return layout_fail(run, err, cell->line,
                           "\"%.*s\" stands under %s, where the number of rows that "
                           "share one record's total belongs",
                           (int)(cell->text.len < 60 ? cell->text.len : 60),
                           cell->text.ptr, cell->column);
    *out = (uint16_t)number.digits;
    return true;
}

static bool same_number(double a, double b)
{
    return (isnan(a) && isnan(b)) || (a <= b && a >= b);
}

static bool alike(const layout_row *a, const layout_row *b)
{
    return a->parts == b->parts && a->flags == b->flags &&
           arms_text_equal(a->exporter, b->exporter) &&
           arms_text_equal(a->importer, b->importer) &&
           arms_text_equal(a->category, b->category) && same_number(a->value, b->value) &&
           same_number(a->low, b->low) && same_number(a->high, b->high);
}

static bool keep(arms_text *text, const layout_run *run, arms_error *err)
{
    text->ptr = arms_copy(run->arena, text->ptr, text->len, err);
    return text->ptr != NULL;
}

static bool begin(canonical_parts *parts, const layout_run *run, const layout_row *row,
                  size_t measure, arms_error *err)
{
    if (!(row->flags & ARMS_FLAG_ALLOCATED))
        return layout_fail(run, err, row->line,
                           "a part of a total that is spread over %u rows has the flag "
                           "allocated; add it, or leave parts empty",
                           (unsigned)row->parts);
    *parts = (canonical_parts){(size_t)row->parts - 1, *row, measure};
    return keep(&parts->first.exporter, run, err) &&
           keep(&parts->first.importer, run, err) &&
           keep(&parts->first.category, run, err);
}

bool canonical_parts_add(canonical_parts *parts, const layout_run *run,
                         const layout_row *row, size_t measure, arms_error *err)
{
    if (parts->left == 0)
        return row->parts < 2 || begin(parts, run, row, measure, err);
    if (measure != parts->measure || !alike(row, &parts->first))
        return layout_fail(run, err, row->line,
                           "this row is not like the one in line %zu, whose parts say "
                           "that %zu more of its record's rows follow; put them "
                           "together, alike but for the year, or leave parts empty",
                           parts->first.line, parts->left);
    parts->left--;
    return true;
}

bool canonical_parts_end(const canonical_parts *parts, const layout_run *run,
                         arms_error *err)
{
    return parts->left == 0 ||
           layout_fail(run, err, parts->first.line,
                       "%zu more rows of this record are missing at the end of the file; "
                       "add them, or leave parts empty",
                       parts->left);
}
