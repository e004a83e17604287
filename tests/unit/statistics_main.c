/* The tests of floor 2: statistics on plain numbers. */
#include <armstrade/setup.h>

#include "tests/unit/check.h"

extern const check_test statistics_network_tests[], statistics_page_rank_tests[];

static const check_table tables[] = {
    {"network", statistics_network_tests},
    {"PageRank", statistics_page_rank_tests},
};

int main(int argc, char **argv)
{
    arms_setup();
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
