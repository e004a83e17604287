/* The tests of floor 2's statistics: plain numbers in, findings out. */
#include <armstrade/setup.h>

#include "tests/unit/check.h"

extern const check_test statistics_growth_tests[], statistics_regression_tests[],
    statistics_regression_errors_tests[], statistics_robust_tests[],
    statistics_summary_tests[];

static const check_table tables[] = {
    {"growth", statistics_growth_tests},
    {"regression", statistics_regression_tests},
    {"regression errors", statistics_regression_errors_tests},
    {"robust", statistics_robust_tests},
    {"summary", statistics_summary_tests},
};

int main(int argc, char **argv)
{
    arms_setup();
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
