/* The part of a dataset that a selection leaves: its boxes, and which rows are in it. */
#ifndef ARMSTRADE_REPORT_CANONICAL_PART_H
#define ARMSTRADE_REPORT_CANONICAL_PART_H

#include <armstrade/canonical_csv.h>

/* Whether a flow is selected. */
bool canonical_has(const arms_selection *selection, const arms_flow *flow);

/* A box cut down to the selection; false where nothing of it is left. Its sides may point
 * into `selection`. */
bool canonical_cut(arms_box *out, const arms_selection *selection, const arms_box *box);

/* Flows that share one record's total, from the flow `first` on: how many neighbours
 * these are (1 as a rule), and how many of them are selected. */
typedef struct canonical_record {
    size_t flows, selected;
} canonical_record;

canonical_record canonical_record_at(const arms_dataset *dataset,
                                     const arms_selection *selection, size_t first);

/* Selected years within no box that is left. */
size_t canonical_open_years(const arms_dataset *dataset, const arms_selection *selection);

#endif
