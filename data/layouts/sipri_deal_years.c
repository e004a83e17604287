/* From the total of a deal to the years in which it was delivered.
 *
 * A total T of n units over k years is k rows of T / k. Each year has at least one unit,
 * so it has T / n at least, and T − (k − 1) × T / n at most; where n is not known, or
 * smaller than k, a year may have anything from nothing to T. All is counted in
 * millionths of a million TIV; T / k is rounded, and T / n rounded down. */
#include "data/layouts/sipri_deal_years.h"

#include <math.h>

static const double millionth = 1e6;
static const double most = 9e9; /* millionths of it are whole numbers still */

bool deal_years_read(deal_total *out, const layout_run *run, const layout_cell *cell,
                     arms_error *err)
{
    arms_text list = cell->text, year;
    out->count = 0;
    while (arms_text_split(&year, &list, ';')) {
        const layout_cell part = {year, cell->line, cell->column};
        int before = out->count > 0 ? out->years[out->count - 1] : 0;
        int *at = &out->years[out->count];
        if (!layout_year(at, run, &part, err))
            return false;
        if (*at <= before)
            return layout_fail(run, err, cell->line,
                               "%d stands behind %d under %s, where each year belongs "
                               "once, the earliest first",
                               *at, before, cell->column);
        out->count++;
    }
    return true;
}

/* A printed 0 beside years of delivery stands for something below half a million. */
static void take_value(layout_row *out, const deal_total *total)
{
    out->value = total->missing ? NAN : arms_decimal_value(total->value);
    out->low = out->high = out->value;
    if (!total->missing && total->value.digits == 0)
        out->high = 0.5;
}

/* Turns the total in `row` into one year's part of it. */
static void allocate(layout_row *row, const deal_total *total)
{
    int64_t years = (int64_t)total->count;
    int64_t all = (int64_t)(row->value * millionth + 0.5);
    int64_t least = total->units >= years ? all / total->units : 0;
    int64_t part = (all + years / 2) / years;
    row->value = (double)part / millionth;
    row->low = (double)least / millionth;
    if (all > 0)
        row->high = (double)(all - (years - 1) * least) / millionth;
    row->parts = (uint16_t)years;
    row->flags |= ARMS_FLAG_ALLOCATED;
}

static bool check_total(const layout_run *run, const layout_row *row,
                        const deal_total *total, arms_error *err)
{
    if (!(arms_decimal_value(total->value) < most))
        return layout_fail(run, err, row->line,
                           "the value of the weapons delivered is larger than any deal");
    if (total->count < 2 || !run->options->no_allocate)
        return true;
    return layout_fail(run, err, row->line,
                       "one value stands here for deliveries in %zu years (%d to %d), "
                       "and allocating it to them was not allowed; take SIPRI's register "
                       "of deliveries, its TIV table, or a register of one year, or let "
                       "totals be allocated",
                       total->count, total->years[0], total->years[total->count - 1]);
}

bool deal_years_put(const layout_run *run, const layout_row *row, const deal_total *total,
                    arms_error *err)
{
    layout_row out = *row;
    take_value(&out, total);
    if (!check_total(run, row, total, err))
        return false;
    if (total->count > 1 && !total->missing)
        allocate(&out, total);
    for (size_t i = 0; i < total->count; i++) {
        out.year = total->years[i];
        if (!layout_put(run, 0, &out, err))
            return false;
    }
    return true;
}
