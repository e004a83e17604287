/* The tests of the statistics: plain arrays in, plain results out. */
#include <armstrade/setup.h>

#include "tests/unit/check.h"

extern const check_test statistics_network_tests[], statistics_page_rank_tests[],
    statistics_trend_tests[];

static const check_table tables[] = {
    {"network", statistics_network_tests},
    {"page rank", statistics_page_rank_tests},
    {"trend", statistics_trend_tests},
};

int main(int argc, char **argv)
{
    arms_setup();
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
