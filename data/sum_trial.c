/* Whether one row is the sum of others, and how much speaks for it.
 *
 * A trial must hold in every column in which the row has a value. Chance is kept out by
 * counting: a column in which v equals a sum that is known to within w says log2(v / w)
 * bits, for so often the sum would have missed. A column counts only where two terms at
 * least are needed to make up the value, and where the largest of them is not the part of
 * it that it was in a column before: series that stand still or grow alike say one thing
 * once. */
#include "data/sum_trial.h"

#include <math.h>

static double slack(double value)
{
    return 1e-9 * fmax(1, fabs(value));
}

const sum_cell *sum_cell_at(const sum_table *table, size_t row, size_t column)
{
    return &table->cells[column * table->height + row];
}

bool sum_trial_has(const sum_table *table, const sum_trial *t, size_t row)
{
    return row != t->row && !table->rows[row].sum;
}

void sum_cell_add(sum_cell *sum, const sum_cell *term)
{
    sum->value += term->value;
    sum->low += term->low;
    sum->high += term->high;
    sum->missing = sum->missing || term->missing;
}

bool sum_cells_meet(const sum_cell *a, const sum_cell *b)
{
    return a->low <= b->high + slack(b->high) && b->low <= a->high + slack(a->high);
}

bool sum_cell_exceeds(const sum_cell *a, const sum_cell *b)
{
    return a->low > b->high + slack(b->high);
}

sum_cell sum_trial_add(const sum_table *table, const sum_trial *t, size_t column)
{
    const sum_cell *value = sum_cell_at(table, t->row, column);
    sum_cell sum = {0};
    for (size_t row = t->from; row <= t->to && !sum_cell_exceeds(&sum, value); row++)
        if (sum_trial_has(table, t, row))
            sum_cell_add(&sum, sum_cell_at(table, row, column));
    return sum;
}

/* Whether the value would not be reached without the term. */
static bool is_needed(const sum_cell *value, const sum_cell *sum, const sum_cell *term)
{
    double without = sum->high - term->high;
    return term->value > 0 && value->low > without + slack(without);
}

/* The terms of one column. */
typedef struct terms {
    size_t needed, distinct;
    double values[5]; /* distinct ones */
    double largest;
} terms;

static void take_term(terms *out, const sum_cell *term)
{
    size_t i = 0;
    out->needed++;
    out->largest = fmax(out->largest, term->value);
    while (i < out->distinct && fabs(out->values[i] - term->value) > slack(term->value))
        i++;
    if (i == out->distinct && i < 5)
        out->values[out->distinct++] = term->value;
}

static terms take_terms(const sum_table *table, const sum_trial *t, size_t column,
                        const sum_cell *sum)
{
    const sum_cell *value = sum_cell_at(table, t->row, column);
    terms found = {0};
    for (size_t row = t->from; row <= t->to; row++) {
        const sum_cell *term = sum_cell_at(table, row, column);
        if (sum_trial_has(table, t, row) && is_needed(value, sum, term))
            take_term(&found, term);
    }
    return found;
}

/* Whether the largest term had the same part of the value in a column before. */
static bool seen_before(sum_evidence *e, double part, double within)
{
    for (size_t i = 0; i < e->part_count; i++)
        if (fabs(e->parts[i] - part) <= within)
            return true;
    if (e->part_count < SUM_PARTS)
        e->parts[e->part_count++] = part;
    return false;
}

static void weigh_column(sum_evidence *e, const sum_table *table, const sum_trial *t,
                         size_t column, const sum_cell *sum)
{
    const sum_cell *value = sum_cell_at(table, t->row, column);
    terms found = take_terms(table, t, column, sum);
    int year = table->years[column];
    e->first = e->first == 0 || year < e->first ? year : e->first;
    e->last = year > e->last ? year : e->last;
    if (found.needed < 2 || !(value->value > 0))
        return;
    double width = sum->high - sum->low + value->high - value->low;
    double bits = log2(value->value / fmax(width, sum_table_unit(value->value)));
    double within = fmax(width, table->unit) / value->value;
    if (bits <= 0 || seen_before(e, found.largest / value->value, within))
        return;
    e->bits += bits;
    e->two++;
    e->three += found.needed >= 3;
    e->five += found.distinct >= 5;
}

typedef enum outcome { REFUTED, OPEN, FITS } outcome;

/* What one column says; the terms' sum is left in *sum. A missing term leaves it open,
 * unless the others are too much already. */
static outcome try_column(sum_cell *sum, const sum_table *table, const sum_trial *t,
                          size_t column)
{
    const sum_cell *value = sum_cell_at(table, t->row, column);
    if (!value->printed || value->missing)
        return OPEN;
    *sum = sum_trial_add(table, t, column);
    if (sum_cell_exceeds(sum, value))
        return REFUTED;
    if (sum->missing)
        return OPEN;
    return sum_cells_meet(value, sum) ? FITS : REFUTED;
}

bool sum_trial_holds(sum_evidence *out, const sum_table *table, const sum_trial *t)
{
    sum_cell sum;
    *out = (sum_evidence){0};
    for (size_t column = 0; column < table->width; column++)
        if (try_column(&sum, table, t, column) == REFUTED)
            return false;
    for (size_t column = 0; column < table->width; column++)
        if (try_column(&sum, table, t, column) == FITS)
            weigh_column(out, table, t, column, &sum);
    for (size_t row = t->from; row <= t->to; row++)
        out->terms += sum_trial_has(table, t, row);
    return true;
}
