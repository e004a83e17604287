/* The layouts that are known, in the order in which they are tried. */
#include "data/layout.h"

extern const layout canonical_layout, sipri_deliveries_layout, sipri_tiv_table_layout,
    sipri_legacy_matrix_layout, world_bank_wdi_layout, sipri_deals_layout;

const layout *const layouts[] = {
    &canonical_layout,           &sipri_deliveries_layout, &sipri_tiv_table_layout,
    &sipri_legacy_matrix_layout, &world_bank_wdi_layout,   &sipri_deals_layout,
};

const size_t layout_count = sizeof layouts / sizeof *layouts;
