/* The tables of `inspect`. */
#ifndef ARMSTRADE_REPORT_INSPECT_TABLE_H
#define ARMSTRADE_REPORT_INSPECT_TABLE_H

#include "report/inspect.h"

/* The last years with their sums, form by form; nothing where sums would mean nothing. */
bool inspect_years_table(arms_page *page, const inspect_dataset *of, arms_error *err);

/* Whether the rows of a form can be added up in a year: none of its figures is missing,
 * and in no year are groups or categories among them that lie within each other. */
bool inspect_has_sum(const inspect_dataset *of, const arms_audit_year *year,
                     arms_audit_form form);

/* Printed totals that do not fit, the first ones. */
bool inspect_misfits_table(arms_page *page, const inspect_dataset *of, arms_error *err);

/* Names that the reference table does not have, with those that they may mean. */
bool inspect_names_table(arms_page *page, const inspect_dataset *of, arms_error *err);

/* What a name that is not listed may mean: "Türkiye, Turkmenistan"; empty where nothing
 * is near. NULL where memory is short. */
const char *inspect_suggestions(arms_arena *arena, const char *name, arms_error *err);

#endif
