/* The tests of floor 2: figures become findings. */
#include <armstrade/setup.h>

#include "tests/unit/check.h"

extern const check_test analysis_claims_tests[], analysis_decide_tests[],
    analysis_interval_tests[], analysis_judge_tests[], analysis_membership_tests[],
    analysis_precision_tests[], analysis_rank_tests[], analysis_tally_tests[],
    analysis_wholes_tests[];

static const check_table tables[] = {
    {"claims", analysis_claims_tests},
    {"decide", analysis_decide_tests},
    {"interval", analysis_interval_tests},
    {"judge", analysis_judge_tests},
    {"membership", analysis_membership_tests},
    {"precision", analysis_precision_tests},
    {"rank", analysis_rank_tests},
    {"tally", analysis_tally_tests},
    {"wholes", analysis_wholes_tests},
};

int main(int argc, char **argv)
{
    arms_setup();
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
