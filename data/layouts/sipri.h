/* What SIPRI's layouts share. */
#ifndef ARMSTRADE_DATA_LAYOUTS_SIPRI_H
#define ARMSTRADE_DATA_LAYOUTS_SIPRI_H

#include "data/layout.h"

#define SIPRI_ORIGIN  "SIPRI Arms Transfers Database"
#define SIPRI_CREDIT  "Information from the SIPRI Arms Transfers Database"
#define SIPRI_VINTAGE "the last one before the file was generated"

/* Fills in run->generated and run->release from the line that begins with `prefix`:
 * "Data generated:", on the older site "Generated:". */
bool sipri_vintage(layout_run *run, const char *prefix, arms_error *err);

/* The measure of all SIPRI volumes: million TIV, deliveries. */
arms_measure sipri_measure(void);

/* Announces volumes in that measure, from the publisher. */
bool sipri_announce(layout_run *run, arms_error *err);

/* TIV that are printed one by one, rounded to whole millions, as the World Bank prints
 * them: in millions, as precise as they were printed; zeros at the end are the
 * rounding's. */
void sipri_to_millions(arms_decimal *number);

/* The year of the release that the run was taken from, 0 if it is unknown. */
int sipri_release_year(const layout_run *run);

/* A cell without the semicolons that a spreadsheet put at the end of its line. */
arms_text sipri_without_semicolons(arms_text cell);

/* Tells of them where the header ends in one. */
bool sipri_note_semicolons(layout_run *run, const csv_record *header, arms_error *err);

/* Fails for a record of a register that is not as wide as the header. */
bool sipri_fail_width(const layout_run *run, const csv_record *record, size_t width,
                      arms_error *err);

uint16_t sipri_flag_if(bool set, int flag);

/* Widens the years with data by one; both are 0 while there are none. */
void sipri_saw(arms_years *seen, int year);

/* What a register says of a deal, see layout_row.deal. */
typedef struct sipri_deal {
    arms_text designation, description, ordered;
    arms_text number; /* SIPRI's, empty where the register has none */
} sipri_deal;

/* The deal's name, where the run's options ask for it; else the empty text. */
bool sipri_name_deal(arms_text *out, const layout_run *run, const sipri_deal *deal,
                     arms_error *err);

/* What a register covers: its first line tells the suppliers, recipients and years that
 * it was exported for. A register without deliveries is PARSE. */
bool sipri_cover(layout_run *run, arms_years seen, arms_error *err);

#endif
