/* The layouts that are known, in the order in which they are tried. */
#include "data/layout.h"

extern const layout canonical_layout, sipri_deliveries_layout, sipri_deals_layout,
    sipri_tiv_table_layout, sipri_legacy_matrix_layout, world_bank_wdi_layout,
    comtrade_layout, comtrade_legacy_layout, baci_layout, caat_eu_layout, caat_uk_layout,
    owid_layout, no_flows_layout;

const layout *const layouts[] = {
    &canonical_layout,
    &sipri_deliveries_layout,
    &sipri_deals_layout,
    &sipri_tiv_table_layout,
    &sipri_legacy_matrix_layout,
    &world_bank_wdi_layout,
    &comtrade_layout,
    &comtrade_legacy_layout,
    &baci_layout,
    &caat_eu_layout,
    &caat_uk_layout,
    &owid_layout,
    &no_flows_layout, /* last: what none of the others is */
};

const size_t layout_count = sizeof layouts / sizeof *layouts;
