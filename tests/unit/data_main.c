/* The tests of floor 1: bytes become figures. */
#include "tests/unit/check.h"

extern const check_test data_ground_tests[], data_text_tests[], data_number_tests[],
    data_output_tests[], data_input_tests[], data_csv_tests[], data_entity_tests[],
    data_deliveries_tests[], data_tiv_table_tests[], data_canonical_tests[],
    data_coverage_tests[], data_dataset_tests[], data_wdi_tests[],
    data_legacy_matrix_tests[], data_deals_tests[], data_deals_damaged_tests[];

static const check_table tables[] = {
    {"ground", data_ground_tests},
    {"text", data_text_tests},
    {"number", data_number_tests},
    {"output", data_output_tests},
    {"input", data_input_tests},
    {"csv", data_csv_tests},
    {"entity", data_entity_tests},
    {"deliveries", data_deliveries_tests},
    {"TIV table", data_tiv_table_tests},
    {"canonical", data_canonical_tests},
    {"coverage", data_coverage_tests},
    {"dataset", data_dataset_tests},
    {"WDI", data_wdi_tests},
    {"legacy matrix", data_legacy_matrix_tests},
    {"deals", data_deals_tests},
    {"damaged deals", data_deals_damaged_tests},
};

int main(int argc, char **argv)
{
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
