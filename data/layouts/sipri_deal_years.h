/* From the total of a deal to the years in which it was delivered. */
#ifndef ARMSTRADE_DATA_LAYOUTS_SIPRI_DEAL_YEARS_H
#define ARMSTRADE_DATA_LAYOUTS_SIPRI_DEAL_YEARS_H

#include "data/layout.h"

enum { DEAL_YEARS = 400 }; /* all that a year of four digits can be */

/* What a record says of its deliveries. */
typedef struct deal_total {
    arms_decimal value; /* of all years together, in million TIV */
    bool missing;       /* no value is printed */
    int64_t units;      /* number delivered; 0 = not known */
    int years[DEAL_YEARS];
    size_t count; /* of the years */
} deal_total;

/* The years in a cell, "2022; 2023; 2024", the earliest first; PARSE for any other. */
bool deal_years_read(deal_total *out, const layout_run *run, const layout_cell *cell,
                     arms_error *err);

/* Hands over one row per year. `row` has all but year, value, bounds and parts. */
bool deal_years_put(const layout_run *run, const layout_row *row, const deal_total *total,
                    arms_error *err);

#endif
