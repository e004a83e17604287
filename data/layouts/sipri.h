/* What SIPRI's layouts share. */
#ifndef ARMSTRADE_DATA_LAYOUTS_SIPRI_H
#define ARMSTRADE_DATA_LAYOUTS_SIPRI_H

#include "data/layout.h"

#define SIPRI_ORIGIN "SIPRI Arms Transfers Database"
#define SIPRI_CREDIT "Information from the SIPRI Arms Transfers Database"

/* Fills in run->generated and run->release from the line that begins with `prefix`:
 * "Data generated:", on the older site "Generated:". */
bool sipri_vintage(layout_run *run, const char *prefix, arms_error *err);

/* The measure of all SIPRI volumes: million TIV, deliveries. */
arms_measure sipri_measure(void);

/* TIV that are printed one by one, rounded to whole millions, as the World Bank prints
 * them: in millions, as precise as they were printed; zeros at the end are the
 * rounding's. */
void sipri_to_millions(arms_decimal *number);

/* The year of the release that the run was taken from, 0 if it is unknown. */
int sipri_release_year(const layout_run *run);

#endif
