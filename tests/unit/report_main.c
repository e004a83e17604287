/* The tests of floor 4: pages and files for others. */
#include <armstrade/setup.h>

#include "tests/unit/check.h"

extern const check_test report_claims_tests[], report_extract_tests[],
    report_package_tests[], report_reading_tests[];

static const check_table tables[] = {
    {"claims", report_claims_tests},
    {"extract", report_extract_tests},
    {"package", report_package_tests},
    {"reading", report_reading_tests},
};

int main(int argc, char **argv)
{
    arms_setup();
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
