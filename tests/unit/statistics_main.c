/* The tests of the statistics: plain arrays in, plain results out. */
#include <armstrade/setup.h>

#include "tests/unit/check.h"

extern const check_test statistics_breaks_tests[], statistics_change_tests[],
    statistics_deflation_tests[], statistics_smoothing_tests[];

static const check_table tables[] = {
    {"breaks", statistics_breaks_tests},
    {"change", statistics_change_tests},
    {"deflation", statistics_deflation_tests},
    {"smoothing", statistics_smoothing_tests},
};

int main(int argc, char **argv)
{
    arms_setup();
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
