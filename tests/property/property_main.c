/* Properties that hold for any figures, claims and texts, tried on random ones. */
#include <armstrade/setup.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

extern const check_test property_aggregate_tests[], property_allocation_tests[],
    property_bytes_tests[], property_combine_tests[], property_compare_tests[],
    property_csv_tests[], property_extract_tests[], property_load_tests[],
    property_look_tests[], property_mapping_tests[], property_number_tests[],
    property_tally_tests[], property_text_tests[], property_verdict_tests[];

static const check_table tables[] = {
    {"aggregate", property_aggregate_tests}, {"allocation", property_allocation_tests},
    {"bytes", property_bytes_tests},         {"combine", property_combine_tests},
    {"compare", property_compare_tests},     {"csv", property_csv_tests},
    {"extract", property_extract_tests},     {"load", property_load_tests},
    {"look", property_look_tests},           {"mapping", property_mapping_tests},
    {"number", property_number_tests},       {"tally", property_tally_tests},
    {"text", property_text_tests},           {"verdict", property_verdict_tests},
};

int main(int argc, char **argv)
{
    arms_setup();
    random_start();
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
