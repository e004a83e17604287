/* The tests of floor 1: bytes become figures. */
#include "tests/unit/check.h"

extern const check_test data_aggregate_tests[], data_baci_tests[], data_caat_tests[],
    data_canonical_tests[], data_canonical_lines_tests[], data_combine_tests[],
    data_comtrade_tests[], data_comtrade_cover_tests[], data_comtrade_legacy_tests[],
    data_coverage_tests[], data_csv_tests[], data_dataset_tests[], data_deals_tests[],
    data_deals_damaged_tests[], data_deliveries_tests[], data_entity_tests[],
    data_fingerprint_tests[], data_goods_tests[], data_ground_tests[], data_group_tests[],
    data_input_tests[], data_legacy_matrix_tests[], data_look_tests[],
    data_mapped_tests[], data_mapping_tests[], data_mojibake_tests[], data_names_tests[],
    data_number_tests[], data_output_tests[], data_owid_tests[], data_rounding_tests[],
    data_text_tests[], data_tiv_table_tests[], data_view_tests[],
    data_view_category_tests[], data_wdi_tests[];

static const check_table tables[] = {
    {"aggregate", data_aggregate_tests},
    {"baci", data_baci_tests},
    {"caat", data_caat_tests},
    {"canonical", data_canonical_tests},
    {"canonical lines", data_canonical_lines_tests},
    {"combine", data_combine_tests},
    {"Comtrade", data_comtrade_tests},
    {"Comtrade, coverage", data_comtrade_cover_tests},
    {"legacy Comtrade", data_comtrade_legacy_tests},
    {"coverage", data_coverage_tests},
    {"csv", data_csv_tests},
    {"dataset", data_dataset_tests},
    {"deals", data_deals_tests},
    {"deals damaged", data_deals_damaged_tests},
    {"deliveries", data_deliveries_tests},
    {"entity", data_entity_tests},
    {"fingerprint", data_fingerprint_tests},
    {"goods", data_goods_tests},
    {"ground", data_ground_tests},
    {"group", data_group_tests},
    {"input", data_input_tests},
    {"legacy matrix", data_legacy_matrix_tests},
    {"look", data_look_tests},
    {"mapped", data_mapped_tests},
    {"mapping", data_mapping_tests},
    {"mojibake", data_mojibake_tests},
    {"names", data_names_tests},
    {"number", data_number_tests},
    {"output", data_output_tests},
    {"owid", data_owid_tests},
    {"rounding", data_rounding_tests},
    {"text", data_text_tests},
    {"TIV table", data_tiv_table_tests},
    {"view", data_view_tests},
    {"view category", data_view_category_tests},
    {"WDI", data_wdi_tests},
};

int main(int argc, char **argv)
{
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
