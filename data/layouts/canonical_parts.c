/* Rows of the canonical layout that share one record's total.
 *
 * `parts` = k stands in k neighbouring rows that are alike but for the year; all together
 * are exactly the record's total, see arms_flow. Rows with one number under `record` are
 * one record's; some of the k may be left out, as in a part of a file, and then the
 * others have bounds only. Without such numbers nothing but their count tells where a
 * record ends, so that all k must be there. */
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
                           arms_text_shown(cell->text, 60), cell->text.ptr, cell->column);
    *out = (uint16_t)number.digits;
    return true;
}

static bool same_number(double a, double b)
{
    return (isnan(a) && isnan(b)) || (a <= b && a >= b);
}

/* What a division by k leaves over goes to the first rows, at most a millionth each. */
static bool same_part(double a, double b)
{
    return (isnan(a) && isnan(b)) || fabs(a - b) <= 2e-6 + 1e-9 * fabs(a);
}

static bool alike(const layout_row *a, const layout_row *b)
{
    return a->parts == b->parts && a->flags == b->flags &&
           arms_text_equal(a->exporter, b->exporter) &&
           arms_text_equal(a->importer, b->importer) &&
           arms_text_equal(a->category, b->category) && same_part(a->value, b->value) &&
           same_number(a->low, b->low) && same_number(a->high, b->high);
}

static bool keep(arms_text *text, const layout_run *run, arms_error *err)
{
    text->ptr = arms_copy(run->arena, text->ptr, text->len, err);
    return text->ptr != NULL;
}

static bool begin(canonical_parts *parts, const layout_run *run,
                  const canonical_row *next, arms_error *err)
{
    const layout_row *row = next->row;
    *parts = (canonical_parts){0};
    if (row->parts < 2)
        return true;
    if (!(row->flags & ARMS_FLAG_ALLOCATED))
        return layout_fail(run, err, row->line,
                           "a part of a total that is spread over %u rows has the flag "
                           "allocated; add it, or leave parts empty",
                           (unsigned)row->parts);
    *parts = (canonical_parts){(size_t)row->parts - 1, next->record, *row, next->measure};
    return keep(&parts->record, run, err) && keep(&parts->first.exporter, run, err) &&
           keep(&parts->first.importer, run, err) &&
           keep(&parts->first.category, run, err);
}

bool canonical_parts_add(canonical_parts *parts, const layout_run *run,
                         const canonical_row *next, arms_error *err)
{
    bool numbered = parts->record.len > 0;
    bool follows =
        numbered ? arms_text_equal(next->record, parts->record) : parts->left > 0;
    if (!follows)
        return begin(parts, run, next, err);
    if (parts->left == 0)
        return layout_fail(run, err, next->row->line,
                           "record %.*s has more rows than its parts say; number another "
                           "record otherwise",
                           (int)next->record.len, next->record.ptr);
    if (next->measure != parts->measure || !alike(next->row, &parts->first) ||
        !arms_text_equal(next->record, parts->record))
        return layout_fail(run, err, next->row->line,
                           "this row is not like the one in line %zu, of whose record it "
                           "should be one of %u parts; put such rows together, alike but "
                           "for the year, or leave parts empty",
                           parts->first.line, (unsigned)parts->first.parts);
    parts->left--;
    next->row->line = parts->first.line;
    return true;
}

bool canonical_parts_end(const canonical_parts *parts, const layout_run *run,
                         arms_error *err)
{
    return parts->left == 0 || parts->record.len > 0 ||
           layout_fail(run, err, parts->first.line,
                       "%zu more rows of this record are missing at the end of the file; "
                       "add them, or leave parts empty",
                       parts->left);
}
